"""All keys on one sheet, made from the table of actions and what the panes declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui import actions
from reader.ui.line import Line
from reader.ui.menus.within import cap
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.ui.menus.within import Within

_COLUMNS = 3
_Slide = QAbstractSlider.SliderAction
_MOVES = {
    Qt.Key.Key_Down: _Slide.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Slide.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Slide.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Slide.SliderPageStepSub,
}


Row = tuple[str, tuple[str, ...], str]
"""Words, keys, and one sentence."""


class CheatSheet(Dialog):
    """The keys by menu, in three columns; what is typed above leaves only what fits it.

    `panes` has what each pane declares of its own keys: its title, and these.
    """

    def __init__(
        self, parent: QWidget | None = None, *, panes: Sequence[tuple[str, Sequence[Within]]] = ()
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self.setObjectName("cheatSheet")
        self.setWindowTitle(self.tr("All keys"))
        self.resize(1060, 640)
        self.filter = Line()
        self.filter.setObjectName("keyFilter")
        self.filter.setAccessibleName(self.tr("Find a key"))
        self.filter.setPlaceholderText(self.tr("Type what you want to do, or a key"))
        self.filter.setClearButtonEnabled(True)
        self.none = QLabel(self.tr("Nothing fits."))
        self.none.setProperty("role", "caption")
        self.none.hide()
        self.rows: list[tuple[str, QWidget]] = []
        self.groups: list[tuple[QWidget, list[QWidget]]] = []
        sheet = QWidget()
        sheet.setObjectName("keySheet")
        self._columns = QHBoxLayout(sheet)
        self._columns.setContentsMargins(0, 0, 16, 0)
        self._columns.setSpacing(32)
        self._fill()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(sheet)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(self.filter)
        box.addWidget(self.none)
        box.addWidget(self.area, 1)
        box.addLayout(foot)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.setFocus()

    def _fill(self) -> None:
        self._stacks = [QVBoxLayout() for _ in range(_COLUMNS)]
        for column in self._stacks:
            column.setSpacing(20)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        for title, rows in self._groups():
            self._group(title, rows)
        self._deal()

    def _deal(self) -> None:
        """Deal out what is shown to the columns, the longest first, from the left."""
        dealt = [(group, sum(not member.isHidden() for member in members))
                 for group, members in self.groups]  # fmt: skip
        lengths = [0] * _COLUMNS
        for group, rows in sorted(dealt, key=lambda one: -one[1]):
            if rows:
                shortest = lengths.index(min(lengths))
                lengths[shortest] += rows + 2
                stack = self._stacks[shortest]
                stack.insertWidget(stack.count() - 1, group)

    def _groups(self) -> list[tuple[str, list[Row]]]:
        """Give the menus with their rows, and the panes that have keys of their own."""
        said = actions.translated
        groups: list[tuple[str, list[Row]]] = [
            (said(title), [(said(row.words), row.keys, said(row.tip))
                           for row in actions.ACTIONS if row.menu == menu])
            for menu, title in enumerate(actions.MENUS)
        ]  # fmt: skip
        for title, keys in self._panes:
            groups.append((said(title), [(said(row.words), row.keys, "") for row in keys]))
        return groups

    def _group(self, name: str, rows: list[Row]) -> None:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        title = QLabel(_plain(name))
        title.setProperty("role", "pane-title")
        line = QFrame()
        line.setProperty("role", "hairline")
        grid.addWidget(title, 0, 0)
        grid.addWidget(line, 1, 0)
        members: list[QWidget] = []
        for place, row in enumerate(rows, 2):
            member = self._row(row)
            members.append(member)
            grid.addWidget(member, place, 0)
        self.groups.append((made, members))

    def _row(self, row: Row) -> QWidget:
        named, pressed, tip = row
        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(0, 2, 0, 2)
        inner.setSpacing(6)
        words = _plain(named)
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setToolTip(tip)
        inner.addWidget(said, 1)
        keys = [cap(key) for key in pressed]
        for key in dict.fromkeys(keys):
            shown = QLabel(key)
            shown.setProperty("role", "key")
            inner.addWidget(shown)
        found = " ".join((words, tip, *keys))
        self.rows.append((found.casefold(), made))
        return made

    def _on_typed(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = {widget for found, widget in self.rows if all(part in found for part in wanted)}
        for _, widget in self.rows:
            widget.setVisible(widget in shown)
        for group, members in self.groups:
            group.setVisible(any(member in shown for member in members))
        self._deal()
        self.area.verticalScrollBar().setValue(0)
        self.none.setVisible(not shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the sheet under the field by keys that mean nothing in a line; Enter turns pages."""
        bar = self.area.verticalScrollBar()
        if event.key() in _MOVES:
            bar.triggerAction(_MOVES[Qt.Key(event.key())])
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif bar.value() == bar.maximum():
            bar.setValue(0)
        else:
            bar.triggerAction(_Slide.SliderPageStepAdd)


def _plain(words: str) -> str:
    """Give words without the mark of their menu key: ``&Open``, and ``打开(&O)``."""
    head, mark, tail = words.rstrip("…").partition("(&")
    if mark and len(tail) == 2 and tail.endswith(")"):
        return head
    return words.rstrip("…").replace("&", "")
