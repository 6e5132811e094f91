"""The right pane: topics of the article, topics that may fit, all topics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from reader.text.topics import SLASH, ancestors, leaf
from reader.ui.actions import key_of
from reader.ui.greyed import Lack, grey, to_write
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.signs import Sign, signs_of
from reader.ui.tags.chips import Chips
from reader.ui.tags.entering import Entering
from reader.ui.tags.line import TopicLine
from reader.ui.tags.making import Making
from reader.ui.tags.offering import Offering
from reader.ui.tags.parts import hairline, title_row
from reader.ui.tags.phrases import MOST as PHRASES
from reader.ui.tags.phrases import PhraseList
from reader.ui.tags.suggestions import ROWS as SUGGESTED
from reader.ui.tags.suggestions import Suggestions
from reader.ui.tags.tree import Topic, TopicTree, topics
from reader.ui.tags.view import TopicView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.model import Article, Changes
    from reader.store.phrases import Phrase
    from reader.store.tags import TagRow
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

DIGITS = 9
_LOW = 720
"""A pane below this many pixels of height is low: that of a window of 720."""


class TagSidebar(QFrame):
    """Topics: those of the shown article, those that may fit it, and all.

    `told` carries a sentence for the status line; `find_wished` the topic whose articles are
    wanted; `phrase_wanted` a phrase to go to; `left` tells that the typing of a topic ended,
    and `signed` that signs of topics may be others.
    """

    told = Signal(str)
    find_wished = Signal(str)
    phrase_wanted = Signal(object)
    left = Signal()
    signed = Signal()
    way_changed = Signal()
    phrase_typed = Signal(object, str)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tagSidebar")
        self._session = session
        self._article: str | None = None
        self._rows: dict[str, TagRow] = {}
        self.topics_on: tuple[str, ...] = ()
        self.numbers: dict[str, Sign] = {}
        self._words = words
        self.tags = TopicTree(self._say, self)
        self.chips = Chips(colours)
        self.phrases = PhraseList(colours)
        self.suggestions = Suggestions(colours)
        self.offering = Offering(session, self)
        self.making = Making(session, words, self)
        self.list = TopicView(self.tags, colours)
        self.list.setObjectName("tagList")
        self.list.setAccessibleName(self.tr("All topics"))
        self.none = label("caption")
        self.none.setText(self.tr("No topics yet."))
        self.input = TopicLine(colours, self)
        self.input.setObjectName("tagInput")
        self._lay_out()
        self.entering = Entering(session, self)
        self._connect()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 0)
        inner.setSpacing(8)
        for part in (self.none, self.chips, self.input):
            inner.addWidget(part)
        key = label("key")
        key.setText(key_of("actionAddTag"))
        count = label("caption")
        count.setText(self.tr("articles"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(0)
        box.addWidget(title_row(self.tr("Topics of this article"), key, 44))
        box.addLayout(inner)
        box.addSpacing(4)
        box.addWidget(self.phrases)
        box.addSpacing(12)
        box.addWidget(self.suggestions)
        box.addWidget(hairline())
        box.addWidget(title_row(self.tr("All topics"), count, 40))
        box.addWidget(self.list, 1)

    def way(self) -> Iterable[QWidget]:
        """Give what Tab goes through, as the eye does; `way_changed` tells of others."""
        return *self.chips.chips, self.input, self.phrases, *self.suggestions.buttons, self.list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tree its place in a low window."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW
        self.suggestions.keep(1 if low else SUGGESTED)
        self.phrases.keep(2 if low else PHRASES)

    def _connect(self) -> None:
        self._session.opened.connect(self.reload)
        self._session.changed.connect(self._on_changed)
        self._session.reloaded.connect(self.reload)
        self.chips.removed.connect(self.remove)
        self.chips.filled.connect(self.way_changed)
        self.suggestions.filled.connect(self.way_changed)
        self.phrases.wanted.connect(self.phrase_wanted)
        self.phrases.unmark_wished.connect(self.making.unmark)
        self.list.toggled.connect(self._toggle)
        self.list.find_wished.connect(lambda topic: self.find_wished.emit(topic.name))
        self.list.merge_wished.connect(self.entering.ask_for_merge)
        self.list.delete_wished.connect(self.making.delete)
        self.list.top_wished.connect(lambda t: self.making.rename(t.name, leaf(t.name)))
        self.list.digit_pressed.connect(self.press_digit)
        self.tags.rename_wished.connect(self.making.rename)
        self.tags.dropped.connect(self._on_dropped)
        self.list.expanded.connect(self._number_rows)
        self.list.collapsed.connect(self._number_rows)

    def _say(self, topic: Topic) -> str:
        on = self.tr("on this article") if topic.name in self.topics_on else ""
        parts = isolated(topic.name), self._words.articles(topic.count), on
        return ", ".join(part for part in parts if part)

    @property
    def names(self) -> set[str]:
        """The topics there are, as they were read last."""
        return {row.name for row in self._rows.values()}

    # --- filling --------------------------------------------------------------------------

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for painter in (self.list.paint, self.phrases.paint, self.input.paint):
            painter.colours = colours
        self.chips.dress(colours)
        self.suggestions.dress(colours)
        for view in (self.list, self.phrases, self.input.popup):
            view.viewport().update()

    def reload(self) -> None:
        """Read all topics again; what shows them is made anew only where they are others."""
        rows = {row.id: row for row in self._session.library.tags.list()}
        if rows != self._rows:
            self._rows = rows
            self._fill()
        self.allow()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """Read what a write names; all where rows came or went, since counts may differ then."""
        if changes.structure:
            self.reload()
        elif changes.tags:
            for gone in changes.tags:
                self._rows.pop(gone, None)
            self._rows |= {row.id: row for row in self._session.library.tags.list(changes.tags)}
            self._fill()

    def _fill(self) -> None:
        rows = self._rows.values()
        self.numbers = signs_of({row.name: row.made for row in rows})
        self.list.paint.signs = self.phrases.paint.signs = self.numbers
        self.tags.put(topics(rows, self._session.library.tags.count))
        self._number_rows()
        self.input.know(self.tags.facts, self.numbers)
        self.chips.know(self.numbers)
        self.suggestions.know(self.numbers)
        self.signed.emit()

    def _number_rows(self) -> None:
        """Give the first nine topics in view their digits."""
        first = self.list.in_order()[:DIGITS]
        self.list.paint.digits = {topic.name: n for n, topic in enumerate(first, 1)}
        self.list.viewport().update()

    def show_article(self, article: Article | None) -> None:
        """Show the topics of an article, or none."""
        if self._article != (article.id if article else None):
            self.entering.begin()
        self._article = article.id if article else None
        self.topics_on = article.tags if article else ()
        self.list.paint.on = frozenset(self.topics_on)
        self.chips.show_these(self.topics_on, writable=self._session.writable)
        self.none.setVisible(not self.topics_on)
        self.offering.show_article(article)
        self.allow()
        self.list.viewport().update()

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Show the phrases of the article."""
        self.phrases.show_these(phrases, writable=self._session.writable)

    def allow(self) -> None:
        """Grey what cannot be done in this library, or without an article."""
        writable, article = self._session.writable, self._article is not None
        write = to_write(self._session)
        named = None if article or self.entering.merging else Lack.ARTICLE
        grey(self.input, write or named)
        self.tags.writable = writable
        self.list.allow(writable=write is None)

    # --- wishes ---------------------------------------------------------------------------

    def add(self, name: str) -> bool:
        """Give the article a topic; tell whether that went well."""
        return self._article is not None and self.making.add(name, self._article)

    def remove(self, name: str) -> None:
        """Take a topic from the article."""
        if self._article is not None:
            self.making.remove(name, self._article)

    def _toggle(self, topic: Topic) -> None:
        if not self._session.writable:
            return
        if topic.name in self.topics_on:
            self.remove(topic.name)
        else:
            self.add(topic.name)

    def press_digit(self, digit: int) -> None:
        """Give or take one of the first nine topics."""
        rows = self.list.in_order()
        if digit <= len(rows):
            self._toggle(rows[digit - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits that no line wanted: the focus is somewhere in this pane."""
        digit = event.key() - Qt.Key.Key_0.value
        if 1 <= digit <= DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.press_digit(digit)
        else:
            super().keyPressEvent(event)

    def _on_dropped(self, source: str, target: str | None) -> None:
        """Ask what is meant: one topic let go over another may go into it, or under it."""
        if target is None:
            if ancestors(source):
                self.making.rename(source, leaf(source))
            return
        menu = QMenu(self)
        menu.setObjectName("dropMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = {"source": isolated(source), "target": isolated(target)}
        for words, wish in (
            (self.tr("Merge {source} into {target}"), partial(self.making.merge, source, target)),
            (
                self.tr("Put {source} under {target}"),
                partial(self.making.rename, source, target + SLASH + leaf(source)),
            ),
        ):
            said = words.format(**names).replace("&", "&&")
            menu.addAction(said).triggered.connect(lambda _=False, wish=wish: wish())
        rect = self.list.visualRect(self.tags.index_of(target))
        menu.popup(self.list.viewport().mapToGlobal(QPoint(rect.left() + 32, rect.bottom())))
