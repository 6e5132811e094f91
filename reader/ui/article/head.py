"""The head of the article pane: where the article stands, its status and its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reader.model import Status
from reader.ui.actions import key_of
from reader.ui.article.switch import ViewSwitch
from reader.ui.labels import CutLabel, DoubtLabel, label
from reader.ui.names import isolated
from reader.ui.signs import paint_status
from reader.ui.theme import tokens
from reader.ui.tips import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.model import Article
    from reader.ui.theme import Theme
    from reader.ui.words import Words


_STEP = "  ›  "
_SIGN = 16


class StatusSign(QWidget):
    """The sign of a status before its words."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self._status = Status.NEW
        self._reworded = False
        self.setFixedSize(_SIGN, _SIGN)

    def show_status(self, status: Status, *, reworded: bool = False) -> None:
        """Show the sign of a status, and whether the text was changed after it."""
        self._status, self._reworded = status, reworded
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_SIGN / 2, _SIGN / 2)
        paint_status(painter, self._status, middle, self.colours, reworded=self._reworded)
        painter.end()


class ArticleHead(QFrame):
    """One row over the text."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("articleHead")
        self.setFixedHeight(tokens()["layout"]["article_head"])
        self._words = words
        self._places: list[str] = []
        self._number = ""
        self._doubts = 0
        self.place = CutLabel("")
        self.sign = StatusSign(colours)
        self.status = label("secondary")
        self.doubts = DoubtLabel()
        self.next = label("secondary")
        self.key = label("key")
        self.switch = ViewSwitch(colours)
        self.next.setText(self.tr("next"))
        self.key.setText(key_of("actionNextDoubt"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.place)
        row.addSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.status)
        row.addStretch(1)
        for part in (self.doubts, self.next, self.key):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.switch)
        self.show_article(None)

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.sign.colours = colours
        self.sign.update()
        self.switch.dress(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room anew in another width."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out where room is short what the key sheet says, too; then the place is cut."""
        layout = self.layout()
        assert layout is not None
        hint = bool(self._doubts)
        for part in (self.next, self.key):
            part.setVisible(hint)
        layout.activate()
        if hint and layout.sizeHint().width() > self.width():
            for part in (self.next, self.key):
                part.hide()

    def number(self, number: int) -> None:
        """Say which article of its issue this is, counted from 1."""
        self._number = self._words.article(number)
        self._show_place()

    def _show_place(self) -> None:
        said = _STEP.join(part for part in (*self._places, self._number) if part)
        self.place.setText(said)
        self.place.setToolTip(plain(said))
        self._give_way()

    def show_article(self, article: Article | None) -> None:
        """Show the facts of an article, or none."""
        row = article.row if article else None
        known = article is not None and row is not None
        for part in (self.place, self.sign, self.status, self.doubts, self.switch):
            part.setVisible(known)
        self._doubts = row.doubts if row is not None else 0
        self._give_way()
        if article is None or row is None:
            return
        places = [self._words.date(row.date)]
        if article.page is not None:
            places.append(self._words.page(article.page))
        if article.section:
            places.append(isolated(article.section))
        self._places = places
        self._show_place()
        self._show_status(article.status, reworded=row.reworded)
        self.doubts.setText(self._words.doubts(row.doubts))
        self.doubts.setVisible(bool(row.doubts))
        self._give_way()

    def _show_status(self, status: Status, *, reworded: bool) -> None:
        """Name a status; green is for a proof of the text as it is now."""
        self.sign.show_status(status, reworded=reworded)
        said = [self._words.status(status), self._words.changed_since()]
        self.status.setText("·".join(said if reworded else said[:1]))
        self.status.setToolTip(plain(self._words.after_proof(status)) if reworded else "")
        done = status in (Status.PROOFED1, Status.PROOFED2) and not reworded
        self.status.setProperty("role", "done" if done else "secondary")
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
