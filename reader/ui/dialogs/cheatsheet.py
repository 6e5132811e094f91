"""All keys on one sheet, made from the table of actions and what the panes declare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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
from reader.ui.dialogs.keyrow import KeyRow, Mark, Row, plain
from reader.ui.line import Line
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def _possible(_action: str) -> str:
    return ""


class CheatSheet(Dialog):
    """The keys by menu, in three columns; what is typed above leaves only what fits it.

    `panes` has what each pane declares of its own keys: its title, and these. `why` says why an
    action of the table cannot be carried out now, or nothing.
    """

    wished = Signal(str)
    """An action was chosen, and the sheet is closed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        panes: Sequence[tuple[str, Sequence[Within]]] = (),
        why: Callable[[str], str] = _possible,
    ) -> None:
        super().__init__(parent)
        self._panes, self._why = panes, why
        self._found: list[KeyRow] = []
        self._at = 0
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
        self.note = QLabel()
        self.note.setProperty("role", "secondary")
        self.note.setWordWrap(True)
        self.rows: list[tuple[str, KeyRow]] = []
        self.groups: list[tuple[QWidget, list[KeyRow]]] = []
        self._lay_out()
        self.filter.textChanged.connect(self._on_typed)
        self.filter.setFocus()

    def _lay_out(self) -> None:
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
        foot.addWidget(self.note, 1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(self.filter)
        box.addWidget(self.none)
        box.addWidget(self.area, 1)
        box.addLayout(foot)

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
        for stack in self._stacks:
            for group, _ in self.groups:
                stack.removeWidget(group)  # else one that moves in its own column goes behind all
        lengths = [0] * _COLUMNS
        for group, rows in sorted(dealt, key=lambda one: -one[1]):
            if rows:
                shortest = lengths.index(min(lengths))
                lengths[shortest] += rows + 2
                stack = self._stacks[shortest]
                stack.insertWidget(stack.count() - 1, group)  # above what stretches

    def _groups(self) -> list[tuple[str, list[Row]]]:
        """Give the menus with their rows, and the panes that have keys of their own."""
        said = actions.translated
        groups: list[tuple[str, list[Row]]] = [
            (said(title), [Row(said(row.words), row.keys, said(row.tip), row.id)
                           for row in actions.ACTIONS if row.menu == menu])
            for menu, title in enumerate(actions.MENUS)
        ]  # fmt: skip
        for title, keys in self._panes:
            groups.append((said(title), [Row(said(row.words), row.keys) for row in keys]))
        return groups

    def _group(self, name: str, rows: list[Row]) -> None:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        title = QLabel(plain(name))
        title.setProperty("role", "pane-title")
        line = QFrame()
        line.setProperty("role", "hairline")
        grid.addWidget(title, 0, 0)
        grid.addWidget(line, 1, 0)
        members: list[KeyRow] = []
        for place, row in enumerate(rows, 2):
            member = self._row(title.text(), row)
            members.append(member)
            grid.addWidget(member, place, 0)
        self.groups.append((made, members))

    def _row(self, where: str, row: Row) -> KeyRow:
        made = KeyRow(where, row)
        made.wished.connect(partial(self._carry_out, made))
        self.rows.append((made.found, made))
        return made

    # --- finding --------------------------------------------------------------------------

    def _on_typed(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = {row for _, row in self.rows if row.fits(wanted)}
        for _, row in self.rows:
            row.setVisible(row in shown)
        for group, members in self.groups:
            group.setVisible(any(member in shown for member in members))
        self._deal()
        self.area.verticalScrollBar().setValue(0)
        self.none.setVisible(not shown)
        self._found = self._in_order() if wanted else []
        for _, row in self.rows:
            row.mark(Mark.HIT if wanted else Mark.NONE)
        named = (at for at, row in enumerate(self._found) if row.named(wanted))
        self._go(next(named, -1))  # Enter does nothing that a sentence only touches on

    def _in_order(self) -> list[KeyRow]:
        """Give what is shown as it is read: down each column, from the left."""
        members = dict(self.groups)
        items = [stack.itemAt(at) for stack in self._stacks for at in range(stack.count())]
        groups = [item.widget() for item in items if item is not None]
        return [row for group in groups if group in members
                for row in members[group] if not row.isHidden()]  # fmt: skip

    def _go(self, to: int) -> None:
        """Mark another of the hits as the one that Enter carries out."""
        self.note.setText(self.tr("Enter or a click does it.") if self._found else "")
        if not self._found:
            return
        for row in self._found:
            row.mark(Mark.HIT)
        self._at = min(to, len(self._found) - 1)
        if self._at < 0:
            return
        self._found[self._at].mark(Mark.CURRENT)
        self.area.ensureWidgetVisible(self._found[self._at], 0, 8)

    def _carry_out(self, row: KeyRow) -> None:
        """Close the sheet and wish what a row does; where that is not possible, say why."""
        if row not in self._found:
            return
        self._go(self._found.index(row))
        if not row.action:
            self.note.setText(self.tr("{place}: press it there.").format(place=row.where))
            return
        lack = self._why(row.action)
        if lack:
            self.note.setText(lack)
            return
        self.accept()
        self.wished.emit(row.action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the hits or the sheet by keys that mean nothing in a line; Enter does a hit.

        With nothing typed Enter turns pages.
        """
        bar = self.area.verticalScrollBar()
        key = Qt.Key(event.key())
        if self._found and key in _STEPS:
            self._go(max(0, self._at + _STEPS[key]))
        elif key in _MOVES:
            bar.triggerAction(_MOVES[key])
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._found and self._at < 0:
            self._go(0)
        elif self._found:
            self._carry_out(self._found[self._at])
        elif bar.value() == bar.maximum():
            bar.setValue(0)
        else:
            bar.triggerAction(_Slide.SliderPageStepAdd)
