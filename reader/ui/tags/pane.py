"""The right pane: topics of the article as chips, a line to type one, all topics with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.rows import FACT, Rows, RowView, paint_ring
from reader.ui.signs import paint_sign, sign_icon
from reader.ui.tags.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reader.model import Article, Changes
    from reader.store.tags import TagRow
    from reader.ui.rows import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class TagSidebar(QFrame):
    """Topics: those of the shown article, and all."""

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tagSidebar")
        self._session = session
        self._article: str | None = None
        self._tags: tuple[str, ...] = ()
        self.tags: Rows[TagRow] = Rows(self._say)
        self._words = words
        self._names = QStringListModel(self)
        self.input = QLineEdit()
        self.input.setObjectName("tagInput")
        self.input.setPlaceholderText(self.tr("Add a topic"))
        self.input.setAccessibleName(self.tr("Add a topic to the article"))
        self.input.returnPressed.connect(self._on_typed)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.input.setCompleter(completer)
        self._chips = QWidget()
        self._chips.setObjectName("tagChips")
        self._flow = FlowLayout(self._chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._none = _label("caption")
        self._none.setText(self.tr("No topics yet."))
        self._paint = _TagDelegate(colours)
        self.list = RowView(int(theme.tokens()["space"]["row_short"]))
        self.list.setObjectName("tagList")
        self.list.setAccessibleName(self.tr("All topics"))
        self.list.setModel(self.tags)
        self.list.setItemDelegate(self._paint)
        self.list.doubleClicked.connect(self._toggle_current)
        self.list.installEventFilter(self)
        self._lay_out()
        session.opened.connect(self.reload)
        session.changed.connect(self._on_changed)
        session.reloaded.connect(self.reload)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 0)
        inner.setSpacing(8)
        for part in (self._none, self._chips, self.input):
            inner.addWidget(part)
        line = QFrame()
        line.setProperty("role", "hairline")
        key = _label("key")
        key.setText(key_of("actionAddTag"))
        count = _label("caption")
        count.setText(self.tr("articles"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(0)
        box.addWidget(_row(self.tr("Topics of this article"), key, 44))
        box.addLayout(inner)
        box.addSpacing(16)
        box.addWidget(line)
        box.addWidget(_row(self.tr("All topics"), count, 40))
        box.addWidget(self.list, 1)

    def _say(self, tag: TagRow) -> str:
        on = self.tr("on this article") if tag.name in self._tags else ""
        return ", ".join(p for p in (tag.name, self._words.articles(tag.count), on) if p)

    @property
    def numbers(self) -> dict[str, int]:
        """Tell of each topic whether it was made first, second …; its sign follows from that."""
        return self._paint.numbers

    # --- filling --------------------------------------------------------------------------

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._paint.colours = colours
        self.update()

    def reload(self) -> None:
        """Read all topics again."""
        rows = self._session.library.tags.list()
        self.tags.put(rows)
        self._names.setStringList([row.name for row in rows])
        made = sorted(rows, key=lambda row: row.id)  # ids of what a person makes tell its time
        self._paint.numbers = {row.name: number for number, row in enumerate(made)}
        self.input.setEnabled(self._session.writable and self._article is not None)

    def show_article(self, article: Article | None) -> None:
        """Show the topics of an article, or none."""
        self._article = article.id if article else None
        self._tags = article.tags if article else ()
        self._paint.on = frozenset(self._tags)
        while self._flow.count():
            item = self._flow.takeAt(0)
            chip = item.widget() if item is not None else None
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for name in self._tags:
            self._flow.addWidget(self._chip(name))
        self._none.setVisible(not self._tags)
        self._chips.setVisible(bool(self._tags))
        self.input.setEnabled(self._session.writable and article is not None)
        self.list.viewport().update()

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setProperty("role", "chip")
        chip.setText(f"{name}  ×")
        number = self._paint.numbers.get(name)
        if number is not None:
            chip.setIcon(sign_icon(number, self._paint.colours))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setAccessibleName(self.tr("Remove topic {tag}").format(tag=name))
        chip.setToolTip(chip.accessibleName())
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setEnabled(self._session.writable)
        chip.clicked.connect(lambda: self.remove(name))
        return chip

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.tags or changes.structure:
            self.reload()

    # --- wishes ---------------------------------------------------------------------------

    def ask(self) -> None:
        """Put the caret where a topic is typed."""
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.input.selectAll()

    def _on_typed(self) -> None:
        name = self.input.text().strip()
        if name and self.add(name):
            self.input.clear()

    def add(self, name: str) -> bool:
        """Give the article a topic; tell whether that went well."""
        if self._article is None:
            return False
        tags = self._session.library.tags
        return self._session.write(tags.add, name, [self._article], initiator=self) is not None

    def remove(self, name: str) -> None:
        """Take a topic from the article."""
        if self._article is not None:
            tags = self._session.library.tags
            self._session.write(tags.remove, name, [self._article], initiator=self)

    def _toggle_current(self) -> None:
        tag = self.list.current()
        if tag is None or not self._session.writable:
            return
        if tag.name in self._tags:
            self.remove(tag.name)
        else:
            self.add(tag.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Space in the list give or take the topic."""
        if watched is self.list and isinstance(event, QKeyEvent):
            wanted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if event.type() is QEvent.Type.KeyPress and wanted and not event.isAutoRepeat():
                self._toggle_current()
                return True
        return bool(super().eventFilter(watched, event))


class _TagDelegate(QStyledItemDelegate):
    """A topic: its name, a tick when the article has it, its count flush right."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self.on: frozenset[str] = frozenset()
        self.numbers: dict[str, int] = {}
        """Which topic was made first, second …: its sign follows from that."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        tag: TagRow = index.data(FACT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if tag.name in self.on or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.colours.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colours.color("hover"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(
                rect.left(), rect.top(), 3, rect.height(), self.colours.color("accent")
            )
        inner = rect.adjusted(16, 0, -16, 0)
        painter.setFont(theme.font("interface", 12))
        painter.setPen(self.colours.color("ink-3"))
        count = str(tag.count)
        painter.drawText(inner, _RIGHT, count)
        room = painter.fontMetrics().horizontalAdvance(count) + 12
        if tag.name in self.on:
            painter.setPen(self.colours.color("accent"))
            painter.drawText(inner.adjusted(0, 0, -room, 0), _RIGHT, "✓")
        painter.setFont(theme.font("interface", 14))
        painter.setPen(self.colours.color("ink"))
        place = inner.adjusted(20, 0, -room - 16, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(inner.left() + 6, inner.center().y() + 1)
        paint_sign(painter, self.numbers.get(tag.name, 0), middle, self.colours)
        name = painter.fontMetrics().elidedText(
            tag.name, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _LEFT, name)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _label(role: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def _row(words: str, right: QLabel, height: int) -> QWidget:
    title = _label("pane-title")
    title.setText(words)
    made = QWidget()
    made.setFixedHeight(height)
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(title)
    row.addStretch(1)
    row.addWidget(right)
    return made
