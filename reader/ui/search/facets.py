"""The facets: what the found articles have in common, as bars that narrow the search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.model import Status
from reader.text.query import AnyOf, Titled
from reader.text.topics import leaf
from reader.ui import theme
from reader.ui.asked import Way, is_range, value_of
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.rows import FACT, Rows, RowView, paint_ring
from reader.ui.shortened import short
from reader.ui.signs import paint_sign, paint_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from reader.searching import Survey
    from reader.text.query import Query
    from reader.ui.rows import Index
    from reader.ui.signs import Sign
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_HEAD = 40
_TOP = int(theme.tokens()["layout"]["article_head"])
"""The first head stands on one base line with those of the other panes."""
_MOST_TOPICS = 40
_EDGE = 16
_BAR = 70
_COUNT = 44
_FOOT = 12
UNTITLED = "untitled"
"""The field of the row of issues without a title."""
_VCENTER = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value with its count, or the head of a group where `value` is empty.

    `share` is the part of the largest count of its group; `picked` is 1 where the query asks
    for the value, -1 where it leaves the value out.
    """

    field: str
    value: str
    words: str
    count: int = 0
    share: float = 0
    picked: int = 0

    @property
    def id(self) -> str:
        """The public id."""
        return f"{self.field}:{self.value}"


class FacetRows(Rows[FacetRow]):
    """Rows of facets; nobody can stand on a head."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody stand on the head of a group."""
        if index.isValid() and not index.data(FACT).value:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class FacetView(RowView):
    """Lists the facets; `picked` gives a row and the `Way` in which it is picked."""

    picked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(int(theme.tokens()["space"]["row_short"]))
        self.setObjectName("searchFacets")
        self.setAccessibleName(self.tr("Narrow the search"))

    def set_heights(self) -> None:
        """Give the heads their height."""
        short = int(theme.tokens()["space"]["row_short"])
        for row in range(self.model().rowCount()):
            head = not self.model().index(row, 0).data(FACT).value
            self.setRowHeight(row, (_HEAD if row else _TOP) if head else short)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what is clicked; with Ctrl, it as well; with Alt, leave it out."""
        super().mouseReleaseEvent(event)
        index = self.clicked_at(event)
        if index.isValid():
            self._pick(index.data(FACT), event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the current value by Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current() is not None:
                self._pick(self.current(), event.modifiers())
        else:
            super().keyPressEvent(event)

    def _pick(self, row: FacetRow, modifiers: Qt.KeyboardModifier) -> None:
        way = Way.ONLY
        if modifiers & Qt.KeyboardModifier.AltModifier:
            way = Way.NOT
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            way = Way.ALSO
        if row.value:
            self.picked.emit(row, way)


class FacetDelegate(QStyledItemDelegate):
    """Paints a head, or sign, name, bar and count of a value.

    `numbers` gives the signs of the topics; a topic that has none stands without.
    """

    def __init__(self, colours: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self.numbers: Callable[[], Mapping[str, Sign]] = dict
        scale = theme.tokens()["type"]["scale"]
        self._name = theme.font("interface", int(scale["list"]))
        self._bold = theme.font("interface", int(scale["list"]), bold=True)
        self._caption = theme.font("interface", int(scale["caption"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: FacetRow = index.data(FACT)
        if not row.value:
            self._paint_head(painter, rect, row, first=index.row() == 0)
        else:
            self._paint_ground(painter, rect, state, row)
            self._paint_value(painter, rect, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: FacetRow, *, first: bool) -> None:
        if not first:
            line = QRectF(rect.left() + _EDGE, rect.top() + 6, rect.width() - 2 * _EDGE, 1)
            painter.fillRect(line, self.colours.color("rule"))
        place = rect.adjusted(_EDGE, 0 if first else 8, -_EDGE, 0)
        if first:
            painter.setFont(self._caption)
            painter.setPen(self.colours.color("ink-2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | _VCENTER, self.tr("hits"))
        painter.setFont(self._bold)
        painter.setPen(self.colours.color("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | _VCENTER, row.words)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, row: FacetRow
    ) -> None:
        if row.picked:
            painter.fillRect(rect, self.colours.color("selection"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self.colours.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colours.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)

    def _paint_value(self, painter: QPainter, rect: QRect, row: FacetRow) -> None:
        left = rect.left() + _EDGE
        middle = QPointF(left + 6, rect.center().y() + 1)
        if row.field == "status":
            paint_status(painter, Status(row.value), middle, self.colours)
            left += 22
        elif row.field == "tag" and row.value in self.numbers():
            paint_sign(painter, self.numbers()[row.value], middle, self.colours)
            left += 22
        bar = rect.right() - _EDGE - _COUNT - _BAR
        painter.setFont(self._bold if row.picked else self._name)
        painter.setPen(self.colours.color("ink"))
        place = QRect(left, rect.top(), bar - left - 8, rect.height())
        said = row.words
        if row.field == "tag" and painter.fontMetrics().horizontalAdvance(said) > place.width():
            said = leaf(said)  # where it lies is told by its sign, and by the tool tip
        words = f"− {isolated(said)}" if row.picked < 0 else isolated(said)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | _VCENTER, cut)
        width = max(2.0, _BAR * row.share) if row.count else 0.0
        shape = QRectF(bar, rect.center().y() - 2, width, 6)
        painter.fillRect(shape, self.colours.color("engine"))
        painter.setFont(self._caption)
        painter.setPen(self.colours.color("ink-2"))
        place = rect.adjusted(0, 0, -_EDGE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _VCENTER, short(row.count))


class FacetsPane(QFrame):
    """Shows a survey; `picked` gives field, value, and the `Way` in which it is picked."""

    picked = Signal(str, str, object)

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("facetsPane")
        self._words = words
        self.paint = FacetDelegate(colours, self)
        self.rows = FacetRows(self._say, self)
        self.rows.tells = True
        self.list = FacetView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.paint)
        self.list.picked.connect(self._on_picked)
        self.busy = label("caption")
        self.busy.setText(self.tr("counting…"))
        self.busy.setContentsMargins(_EDGE, 12, _EDGE, 0)
        self.hints = QWidget()
        self._lay_out()
        self.wait()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, _FOOT)
        whole.setSpacing(0)
        whole.addWidget(self.busy)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.hints)
        box = QVBoxLayout(self.hints)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for key, words in (
            (self.tr("Click"), self.tr("only these; again: all")),
            (self.tr("Ctrl+click"), self.tr("these as well")),
            (self.tr("Alt+click"), self.tr("all but these")),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(_EDGE, 6, _EDGE, 0)
            row.setSpacing(8)
            cap, said = label("key"), label("secondary")
            cap.setText(key)
            said.setText(words)
            row.addWidget(cap)
            row.addWidget(said)
            row.addStretch(1)
            box.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room anew in another height."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Let the hints give way to rows that would not be seen whole above them."""
        needed = sum(self.list.rowHeight(row) for row in range(self.rows.rowCount()))
        free = self.height() - _FOOT
        self.hints.setVisible(needed + self.hints.sizeHint().height() <= free)

    def _on_picked(self, row: FacetRow, way: Way) -> None:
        """Pass on what is picked; issues without a title are those that have none to ask for."""
        if row.field == UNTITLED:
            self.picked.emit("has", row.value, Way.ONLY if way is Way.NOT else Way.NOT)
        else:
            self.picked.emit(row.field, row.value, way)

    def _say(self, row: FacetRow) -> str:
        if not row.value:
            return row.words
        said = f"{isolated(row.words)}, {self._words.hits(row.count)}"
        marks = {1: self.tr("chosen"), -1: self.tr("left out")}
        return f"{said}, {marks[row.picked]}" if row.picked else said

    def wait(self) -> None:
        """Show that counting goes on; what was counted before stays until then."""
        self.busy.setVisible(not self.rows.facts)

    def forget(self) -> None:
        """Show nothing."""
        self.rows.put([])
        self.busy.hide()

    def show_survey(self, survey: Survey, query: Query) -> None:
        """Show the counts of a query's hits."""
        self.busy.hide()
        kept = self.list.current()
        picked = dict(_picked(query))
        groups = (
            (self.tr("Newspaper"), "issue", survey.facets.titles.most_common()),
            (self.tr("Year"), "date", sorted(_known(survey.facets.years), reverse=True)),
            (self.tr("Topic"), "tag", survey.facets.tags.most_common(_MOST_TOPICS)),
            (self.tr("Status"), "status", self._by_status(survey)),
        )
        rows: list[FacetRow] = []
        nameless = survey.facets.titles[None]
        for words, field, counts in groups:
            beside = nameless if field == "issue" else 0
            rows += self._group((words, field), dict(_known(dict(counts))), picked, beside)
            if field == "issue":
                rows += self._untitled(nameless, rows, picked.get((UNTITLED, "title"), 0))
        self.rows.put(rows)
        self.list.set_heights()
        self._give_room()
        self.list.go(self.rows.row_of(kept.id) if kept else -1)

    def _by_status(self, survey: Survey) -> list[tuple[str, int]]:
        return [(s.value, survey.facets.statuses[s.value]) for s in Status
                if survey.facets.statuses[s.value]]  # fmt: skip

    def _group(
        self, head: tuple[str, str], counts: dict[str, int],
        picked: Mapping[tuple[str, str], int], beside: int,
    ) -> list[FacetRow]:  # fmt: skip
        """Give a group; `beside` is a count that will stand in it, too."""
        words, field = head
        for asked, value in picked:
            if asked == field:
                counts.setdefault(value, 0)
        if not counts:
            return []
        most = max(1, beside, *counts.values())
        return [FacetRow(field, "", words)] + [
            FacetRow(
                field, value, self._name(field, value), count, count / most,
                picked.get((field, value), 0),
            )
            for value, count in counts.items()
        ]  # fmt: skip

    def _untitled(self, count: int, above: Sequence[FacetRow], picked: int) -> list[FacetRow]:
        """Give the row of the issues that have no title, under its head where none is there."""
        if not count and not picked:
            return []
        head = [] if above else [FacetRow("issue", "", self.tr("Newspaper"))]
        most = max(1, count, *(row.count for row in above))
        row = FacetRow(UNTITLED, "title", self.tr("No title"), count, count / most, picked)
        return [*head, row]

    def _name(self, field: str, value: str) -> str:
        if field == "status":
            return self._words.status(Status(value))
        return self._words.date(value) if field == "date" else value


def _known(counts: Mapping[str | None, int]) -> Iterator[tuple[str, int]]:
    """Pass over what is not known, and over what no field of a query can name."""
    return ((v, count) for v, count in counts.items() if v is not None and '"' not in v)


def _picked(query: Query) -> Iterable[tuple[tuple[str, str], int]]:
    """Give the fields of a query that stand for a row, with their sign."""
    for facet in query.facets:
        sign = -1 if facet.negated else 1
        for one in facet.choices if isinstance(facet, AnyOf) else (facet,):
            field, value = value_of(one)
            if isinstance(one, Titled):
                yield (UNTITLED, "title"), -sign
            elif field != "has" and not is_range(one):
                yield (field, value), sign
