"""The phrases of the article: which words bear a topic, and what became of them since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme
from reader.ui.names import isolated
from reader.ui.rows import FACT, Rows, RowView, paint_ground, paint_ring
from reader.ui.signs import Sign, paint_sign
from reader.ui.tags.keys import action_of, claims

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent

    from reader.store.phrases import Phrase
    from reader.ui.rows import Index
    from reader.ui.theme import Theme

MOST = 4
"""How many rows are in view at once, fewer in a low window; the others are scrolled to."""

_CROSS = 20


class PhraseList(RowView):
    """Phrases in the order of the text. A click goes to one, Del or its cross unmarks it."""

    wanted = Signal(object)
    unmark_wished = Signal(object)

    def __init__(self, colours: Theme) -> None:
        self._height = int(theme.tokens()["space"]["row_short"])
        self._most = MOST
        self._writable = False
        self.own: list[QAction] = []
        super().__init__(self._height)
        self.phrases: Rows[Phrase] = Rows(self._say, self)
        self.setObjectName("phraseList")
        self.setAccessibleName(self.tr("Tagged phrases of this article"))
        self.setModel(self.phrases)
        self.paint = _PhraseDelegate(self, colours)
        self.setItemDelegate(self.paint)
        self.hide()

    def take(self, own: Mapping[str, QAction]) -> None:
        """Take the actions that are about one phrase; their keys count in the list alone."""
        self.own = list(own.values())
        self.addActions(self.own)

    def show_these(self, phrases: Sequence[Phrase], *, writable: bool) -> None:
        """Show the phrases of an article."""
        self.phrases.put(phrases)
        self._writable = writable
        self.setVisible(bool(phrases))
        self._fit()

    def keep(self, most: int) -> None:
        """Show at most so many rows at once."""
        self._most = most
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._height * min(self._most, len(self.phrases.facts)))

    def became(self, phrase: Phrase) -> str:
        """Say what became of a phrase; nothing where it reads as it did."""
        return {
            "changed": self.tr("changed"),
            "torn": self.tr("torn"),
            "gone": self.tr("gone"),
        }.get(str(phrase.state), "")

    def _say(self, phrase: Phrase) -> str:
        state = self.became(phrase) or self.tr("as it was")
        return self.tr("{quote}, topic {topic}, {state}").format(
            quote=isolated(phrase.quote), topic=isolated(phrase.tag), state=state
        )

    def go_to_current(self) -> None:
        """Wish to go to the current phrase."""
        if self.current() is not None:
            self.wanted.emit(self.current())

    def unmark(self) -> None:
        """Wish that the current phrase bears no topic."""
        if self.current() is not None:
            self.unmark_wished.emit(self.current())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the phrase that is clicked; its cross takes the topic from it."""
        super().mouseReleaseEvent(event)
        index = self.clicked_at(event)
        if not index.isValid():
            return
        on_cross = event.position().x() > self.visualRect(index).right() - 16 - _CROSS
        if on_cross and self._writable:
            self.unmark_wished.emit(index.data(FACT))
        else:
            self.wanted.emit(index.data(FACT))

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the list's own actions."""
        return claims(event, self.own) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is not about rows to the sidebar."""
        action = action_of(event, self.own)
        if action is not None:
            action.trigger()
        elif event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a phrase."""
        if self.current() is not None:
            self.show_menu(event.globalPos())

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the current phrase at a place of the screen."""
        menu = QMenu(self)
        menu.setObjectName("phraseMenu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.own)
        menu.popup(place)


class _PhraseDelegate(QStyledItemDelegate):
    """A phrase: sign, quote, what became of it, a cross."""

    def __init__(self, view: PhraseList, colours: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.colours = colours
        self.signs: Mapping[str, Sign] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        phrase: Phrase = index.data(FACT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.colours)
        inner = rect.adjusted(16, 0, -16, 0)
        middle = QPointF(inner.left() + 6, inner.center().y() + 1)
        paint_sign(painter, self.signs.get(phrase.tag, Sign(0)), middle, self.colours)
        painter.setPen(QPen(self.colours.color("ink-3"), 1.5))
        cross = QPointF(inner.right() - 6, inner.center().y() + 1)
        for dx in (-3.5, 3.5):
            painter.drawLine(cross + QPointF(dx, -3.5), cross + QPointF(-dx, 3.5))
        place = inner.adjusted(20, 0, -_CROSS, 0)
        said = self._view.became(phrase)
        if said:
            painter.setFont(theme.font("interface", 12))
            painter.setPen(self.colours.color("ink-2"))
            painter.drawText(place, _RIGHT, said)
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(said) - 8)
        painter.setFont(theme.font("reading", 14))
        painter.setPen(self.colours.color("ink"))
        quote = isolated(phrase.quote.replace("\n", " "))
        cut = painter.fontMetrics().elidedText(quote, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, cut)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
