"""The line in which a topic is typed, with what fits listed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.text.topics import leaf, parent
from reader.ui import theme
from reader.ui.line import Line
from reader.ui.linekeys import leaves
from reader.ui.names import isolated
from reader.ui.rows import FACT, Rows, RowView, paint_ground
from reader.ui.shortened import short
from reader.ui.signs import Sign, paint_sign
from reader.ui.tags.completing import Choice, Choices, choices, named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from reader.ui.rows import Index
    from reader.ui.tags.tree import Topic
    from reader.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TopicLine(Line):
    """Type a topic. `named` tells which one was entered, `left` that Escape was pressed.

    The list under it takes no focus: each key goes through here. `reading_wished` is sent when
    the line is first used, so that the readings of characters can be loaded beside it.
    """

    named = Signal(str)
    left = Signal()
    reading_wished = Signal()

    def __init__(self, colours: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.by_pinyin = False
        self.old: str | None = None
        """The topic for which another one is sought that is there; None where one may be new."""
        self._topics: Sequence[Topic] = ()
        self.rows: Rows[Choice] = Rows(self._say, self)
        self.rows.tells = True
        self.paint = _ChoiceDelegate(self, colours)
        height = int(theme.tokens()["space"]["row_short"])
        self.popup = RowView(height, parent)
        self.popup.setObjectName("tagChoices")
        self.popup.setAccessibleName(self.tr("Topics that fit"))
        self.popup.setModel(self.rows)
        self.popup.setItemDelegate(self.paint)
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setFocusProxy(self)
        self.popup.hide()
        self.popup.clicked.connect(self._on_clicked)
        self.textChanged.connect(self.look)

    def _say(self, choice: Choice) -> str:
        if choice.new:
            return self.tr('New topic "{name}"').format(name=isolated(choice.name))
        return f"{isolated(choice.name)}, {choice.count}"

    def know(self, topics: Sequence[Topic], signs: Mapping[str, Sign]) -> None:
        """Take the topics there are, and their signs."""
        self._topics = topics
        self.paint.signs = signs
        if self.popup.isVisible():
            self.look()

    def read_letters(self) -> None:
        """Find by pinyin from now on: the readings are loaded."""
        self.by_pinyin = True
        if self.popup.isVisible():
            self.look()

    def look(self) -> None:
        """List what fits what is typed."""
        found = Choices()
        if self.isEnabled() and self.text().strip() != self.old:
            fit = (topic for topic in self._topics if topic.name != self.old)
            found = choices(self.text(), fit, by_pinyin=self.by_pinyin, makes=self.old is None)
        self.rows.put(found.rows)
        self.popup.setVisible(bool(found.rows))
        if not found.rows:
            return
        self.popup.go(found.preset)
        under = self.mapTo(self._pane, self.rect().bottomLeft())
        height = self.popup.verticalHeader().defaultSectionSize()
        self.popup.setGeometry(under.x(), under.y() + 3, self.width(), height * len(found.rows) + 2)
        self.popup.raise_()

    def _on_clicked(self, index: Index) -> None:
        self._enter(index.data(FACT))

    def _enter(self, choice: Choice | None) -> None:
        name = named(choice, self.text())
        self.popup.hide()
        if name:
            self.named.emit(name)

    def forget(self) -> None:
        """Empty the line, so that undo does not bring back what was entered."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is no key of a line."""
        return leaves(self, event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, take a row of it, or leave."""
        key = Qt.Key(event.key())
        shown = self.popup.isVisible()
        if key in _ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self._enter(self.popup.current() if shown else None)
        elif key == Qt.Key.Key_Escape:
            if shown:
                self.popup.hide()
            else:
                self.forget()
                self.left.emit()
        elif key in _STEPS and shown:
            count = self.rows.rowCount()
            self.popup.go((self.popup.currentIndex().row() + _STEPS[key]) % count)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the readings of characters when they can be needed."""
        super().focusInEvent(event)
        if not self.by_pinyin:
            self.reading_wished.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        super().focusOutEvent(event)
        self.popup.hide()


class _ChoiceDelegate(QStyledItemDelegate):
    """A topic that may be meant: sign, name, what it lies under, count."""

    def __init__(self, line: TopicLine, colours: Theme) -> None:
        super().__init__(line)
        self._line = line
        self.colours = colours
        self.signs: Mapping[str, Sign] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        choice: Choice = index.data(FACT)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option, self.colours)
        inner = rect.adjusted(8, 0, -8, 0)
        middle = QPointF(inner.left() + 6, inner.center().y() + 1)
        if choice.new:
            self._write(painter, inner.adjusted(20, 0, 0, 0), index.data(), "ink-2")
        else:
            paint_sign(painter, self.signs.get(choice.name, Sign(0)), middle, self.colours)
            painter.setFont(theme.font("interface", 12))
            painter.setPen(self.colours.color("ink-3"))
            painter.drawText(inner, _RIGHT, short(choice.count))
            room = painter.fontMetrics().horizontalAdvance(short(choice.count)) + 12
            above = parent(choice.name)
            words = isolated(leaf(choice.name)) + (f"  ‹ {isolated(above)}" if above else "")
            self._write(painter, inner.adjusted(20, 0, -room, 0), words, "ink")
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, words: str, role: str) -> None:
        painter.setFont(theme.font("interface", 13))
        painter.setPen(self.colours.color(role))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, cut)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
