"""The head of the article pane: where the article stands, its status and its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from reader.model import Status
from reader.ui.actions import key_of
from reader.ui.theme import tokens

if TYPE_CHECKING:
    from reader.model import Article
    from reader.ui.words import Words


_STEP = "  ›  "


def label(role: str = "") -> QLabel:
    """Make a label that shows plain text only."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


class ArticleHead(QFrame):
    """One row over the text."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("articleHead")
        self.setFixedHeight(tokens()["layout"]["article_head"])
        self._words = words
        self._places: list[str] = []
        self._number = ""
        self.place = label()
        self.status = label("secondary")
        self.doubts = label("doubt")
        self.next = label("secondary")
        self.key = label("key")
        self.next.setText(self.tr("next"))
        self.key.setText(key_of("actionNextDoubt"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.place)
        row.addSpacing(8)
        row.addWidget(self.status)
        row.addStretch(1)
        for part in (self.doubts, self.next, self.key):
            row.addWidget(part)
        self.show_article(None)

    def number(self, number: int) -> None:
        """Say which article of its issue this is, counted from 1."""
        self._number = self._words.article(number)
        self._show_place()

    def _show_place(self) -> None:
        self.place.setText(_STEP.join(part for part in (*self._places, self._number) if part))

    def show_article(self, article: Article | None) -> None:
        """Show the facts of an article, or none."""
        row = article.row if article else None
        known = article is not None and row is not None
        for part in (self.place, self.status, self.doubts, self.next, self.key):
            part.setVisible(known)
        if article is None or row is None:
            return
        places = [self._words.date(row.date)]
        if article.page is not None:
            places.append(self._words.page(article.page))
        if article.section:
            places.append(article.section)
        self._places = places
        self._show_place()
        self.status.setText(self._words.status(article.status))
        done = article.status in (Status.PROOFED1, Status.PROOFED2)
        self.status.setProperty("role", "done" if done else "secondary")
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
        self.doubts.setText("◇ " + self._words.doubts(row.doubts))
        for part in (self.doubts, self.next, self.key):
            part.setVisible(bool(row.doubts))
