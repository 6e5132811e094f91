"""The list of formats, in three groups by who reads them; a group without formats is not shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme
from reader.ui.rows import FACT, Rows, RowView, paint_ground, paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reader.ui.rows import Index
    from reader.ui.theme import Theme

_VCENTER = Qt.AlignmentFlag.AlignVCenter
_NAME = 80
"""Pixels of the column of names."""


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A format with what it is, or the head of a group, which has no name."""

    id: str
    name: str
    words: str


class FormatRows(Rows[FormatRow]):
    """The formats; nobody can stand on the head of a group."""

    def __init__(self) -> None:
        super().__init__(lambda row: f"{row.name}, {row.words}" if row.name else row.words)
        groups = (
            (self.tr("For people"), (("txt", self.tr("plain text")), ("md", self.tr("Markdown")))),
            (
                self.tr("For programs"),
                (("jsonl", self.tr("exact, a line an article")), ("csv", self.tr("table"))),
            ),
            (self.tr("For archives"), ()),
        )
        rows: list[FormatRow] = []
        for words, formats in groups:
            if formats:
                rows.append(FormatRow(f"head:{words}", "", words))
                rows += [FormatRow(name, name, said) for name, said in formats]
        self.put(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody stand on the head of a group."""
        if index.isValid() and not index.data(FACT).name:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class FormatView(RowView):
    """Lists the formats; one of them is chosen."""

    def __init__(self, colours: Theme) -> None:
        super().__init__(int(theme.tokens()["space"]["row_short"]))
        self.setObjectName("exportFormat")
        self.setAccessibleName(self.tr("Format"))
        self.setModel(FormatRows())
        self._paint = FormatDelegate(colours)
        self.setItemDelegate(self._paint)

    @property
    def format(self) -> str:
        """The name of the chosen format."""
        return str(self.current().name)

    def choose(self, name: str) -> None:
        """Choose a format; one that there is not leaves the first."""
        model = self.model()
        rows = range(model.rowCount())
        names = [model.index(row, 0).data(FACT).name for row in rows]
        self.go(names.index(name) if name in names else 1)


class FormatDelegate(QStyledItemDelegate):
    """Paints the head of a group, or name and words of a format."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self._colours = colours
        scale = theme.tokens()["type"]["scale"]
        self._plain = theme.font("interface", int(scale["interface"]))
        self._bold = theme.font("interface", int(scale["interface"]), bold=True)
        self._caption = theme.font("interface", int(scale["caption"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: FormatRow = index.data(FACT)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not row.name:
            painter.setFont(self._caption)
            painter.setPen(self._colours.color("ink-2"))
            painter.drawText(rect.adjusted(8, 4, 0, 0), _VCENTER, row.words)
        else:
            paint_ground(painter, option, self._colours)
            painter.setFont(self._bold if chosen else self._plain)
            painter.setPen(self._colours.color("ink"))
            painter.drawText(rect.adjusted(12, 0, 0, 0), _VCENTER, row.name)
            painter.setFont(self._caption)
            painter.setPen(self._colours.color("ink-2"))
            place = rect.adjusted(_NAME, 0, -4, 0)
            cut = painter.fontMetrics().elidedText(
                row.words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, _VCENTER, cut)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self._colours)
        painter.restore()
