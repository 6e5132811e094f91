"""All topics as a tree: what a topic is here, and the item model that plumbs them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, Qt, Signal

from reader.text.topics import ancestors, leaf, parent
from reader.ui.rows import FACT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject

    from reader.store.tags import TagRow
    from reader.ui.rows import Index

MIME = "application/x-jiaokan-topic"
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic in the tree.

    `id` is the tag's; a topic that has none, as only others lie under it, has its name behind
    a slash. `made` is the key of the first tag of its family.
    """

    id: str
    name: str
    count: int
    made: int


def topics(rows: Iterable[TagRow], count: Callable[[str], int]) -> list[Topic]:
    """Give the tags and what they lie under; `count` counts the articles of a family."""
    tags = {row.name: row for row in rows}
    made: dict[str, int] = {}
    for row in tags.values():
        for name in (row.name, *ancestors(row.name)):
            made[name] = min(row.made, made.get(name, row.made))
    return [
        Topic(tags[name].id, name, tags[name].count, key)
        if name in tags
        else Topic(f"/{name}", name, count(name), key)
        for name, key in made.items()
    ]


@dataclass(slots=True)
class _Node:
    topic: Topic
    above: _Node | None = None
    below: list[_Node] = field(default_factory=list)
    number: int = 0


class TopicTree(QAbstractItemModel):
    """Topics under topics, in the order in which they were made; `say` reads one aloud.

    `dropped` tells that one topic was let go over another (None: beside all);
    `rename_wished` what was typed over a name. Nothing is changed here.
    """

    dropped = Signal(object, object)
    rename_wished = Signal(str, str)

    def __init__(self, say: Callable[[Topic], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._top = _Node(Topic("", "", 0, 0))
        self._nodes: dict[int, _Node] = {}
        self._next = 1
        self.writable = False

    # --- what Qt asks ---------------------------------------------------------------------

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._top

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Give the index of a row under `parent`."""
        below = self._node(parent).below
        if column or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row].number)

    def parent(self, index: Index = _ROOT) -> Any:  # noqa: ANN401 - two methods of Qt's
        """Give the index of what a topic lies under."""
        if not index.isValid():
            return QModelIndex()
        return self._index(self._node(index).above)

    def _index(self, node: _Node | None) -> QModelIndex:
        if node is None or node.above is None:
            return QModelIndex()
        return self.createIndex(node.above.below.index(node), 0, node.number)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count what lies under `parent`."""
        return 0 if parent.isValid() and parent.column() else len(self._node(parent).below)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """Count the columns: one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the topic of a row, its words, or its name where it is to be edited."""
        if not index.isValid():
            return None
        topic = self._node(index).topic
        if role == FACT:
            return topic
        if role == Qt.ItemDataRole.EditRole:
            return topic.name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._say(topic)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass on what was typed over a name; the library decides."""
        if index.isValid() and role == Qt.ItemDataRole.EditRole:
            self.rename_wished.emit(self._node(index).topic.name, str(value))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let topics be renamed and dragged where the library may be written."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        moves = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.writable else Qt.ItemFlag.NoItemFlags
        return plain | moves | Qt.ItemFlag.ItemIsDropEnabled if self.writable else plain

    def mimeTypes(self) -> list[str]:
        """Name the one kind that is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the name of the topic that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, self._node(indexes[0]).topic.name.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Move only."""
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Tell what was let go where; False, as no row is to be taken away by the view."""
        if data.hasFormat(MIME):
            source = bytes(data.data(MIME).data()).decode()
            target = self._node(parent).topic.name if parent.isValid() else None
            if source != target:
                self.dropped.emit(source, target)
        return False

    # --- what the pane asks ---------------------------------------------------------------

    @property
    def facts(self) -> Sequence[Topic]:
        """The topics in the order of the tree."""
        return [node.topic for node in self._walk(self._top)]

    def _walk(self, node: _Node) -> Iterator[_Node]:
        for child in node.below:
            yield child
            yield from self._walk(child)

    def index_of(self, name: str | None) -> QModelIndex:
        """Give the index of a topic by its name, an invalid one where there is none."""
        return next(
            (self._index(node) for node in self._walk(self._top) if node.topic.name == name),
            QModelIndex(),
        )

    def put(self, found: Iterable[Topic]) -> None:
        """Show these topics; only what differs is told."""
        below: dict[str | None, list[Topic]] = {}
        for topic in sorted(found, key=lambda t: (t.made, t.name)):
            below.setdefault(parent(topic.name), []).append(topic)
        self._put(self._top, None, below)

    def _put(
        self, node: _Node, name: str | None, below: Mapping[str | None, Sequence[Topic]]
    ) -> None:
        wanted = below.get(name, ())
        self._drop(node, {topic.id for topic in wanted})
        for row, topic in enumerate(wanted):
            at = next((n for n, c in enumerate(node.below) if c.topic.id == topic.id), -1)
            if at > row:  # it was made earlier than was known: rare enough to come anew
                self._remove(node, at)
                at = -1
            if at < 0:
                self.beginInsertRows(self._index(node), row, row)
                node.below.insert(row, self._new(topic, node))
                self.endInsertRows()
            elif node.below[row].topic != topic:
                node.below[row].topic = topic
                index = self._index(node.below[row])
                self.dataChanged.emit(index, index)
            self._put(node.below[row], topic.name, below)

    def _new(self, topic: Topic, above: _Node) -> _Node:
        made = _Node(replace(topic), above, number=self._next)
        self._nodes[self._next] = made
        self._next += 1
        return made

    def _drop(self, node: _Node, stay: set[str]) -> None:
        for row in reversed(range(len(node.below))):
            if node.below[row].topic.id not in stay:
                self._remove(node, row)

    def _remove(self, node: _Node, row: int) -> None:
        self.beginRemoveRows(self._index(node), row, row)
        gone = node.below.pop(row)
        self.endRemoveRows()
        for other in (gone, *self._walk(gone)):
            del self._nodes[other.number]


def called(topic: Topic) -> str:
    """Give what a topic is called under its parent."""
    return leaf(topic.name)
