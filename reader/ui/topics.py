"""Topics: where the sidebar meets the article, the search and the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.errors import NotFoundError
from reader.ui.actions import of_place
from reader.ui.article.trays import moved, trays_of
from reader.ui.menus.topics import PHRASES, TREE
from reader.ui.names import isolated
from reader.ui.tags.entering import Selected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction

    from reader.model import Article, Changes
    from reader.store.phrases import Phrase
    from reader.ui.window import MainWindow


REST_MS = 400
"""How long nothing must be typed until the phrases are read again, which are in all paragraphs."""


class Topics(QObject):
    """The slots of the action table that are about topics, and the connections of the sidebar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._tags = window.tags
        self._edit = window.article.edit
        self._article: Article | None = None
        self._phrases: Sequence[Phrase] = ()
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self._read)
        self._tags.told.connect(window.status.tell)
        self._tags.left.connect(self._edit.setFocus)
        self._tags.find_wished.connect(self.find)
        self._tags.phrase_wanted.connect(self._go_to)
        self._tags.phrase_typed.connect(self._on_phrase_typed)
        self._tags.signed.connect(self._sign)
        self._tags.offering.offered.connect(window.strip.show_count)
        self._tags.offering.offered.connect(lambda _: window.enabling.enable())
        self._edit.edited.connect(self._on_edited)
        window.article.opened.turned.connect(self._sign)
        self._session.changed.connect(self._on_changed)
        self._session.reloaded.connect(self._on_reloaded)

    # --- showing --------------------------------------------------------------------------

    def show(self, article: Article | None) -> None:
        """Show the topics and phrases of the article in view; None while results are."""
        self._article = article
        self._tags.show_article(article)
        self._read()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Read the phrases again that a write may have changed; what typing did to them, at rest.

        Until then the trays move with what is typed.
        """
        if changes.tags and self._renamed():
            self._window.article.refresh()  # which comes back here by `show`
        elif self._article is None:
            return
        elif initiator is self._window.article.typing and not changes.tags:
            self.rest.start()
        elif changes.tags or self._article.id in changes.articles:
            self._read()

    def _renamed(self) -> bool:
        """Tell whether topics of the open article, in view or not, are called otherwise now."""
        shown = self._window.article.article
        if shown is None:
            return False
        try:
            return self._session.library.tags.of(shown.id) != shown.tags
        except NotFoundError:
            return False

    def _on_reloaded(self) -> None:
        """Show the phrases again where they are others; mostly the other program did else."""
        if self._phrases != self._phrases_now():
            self._read()

    def _phrases_now(self) -> Sequence[Phrase]:
        if self._article is None or not self._session.is_open:
            return ()
        try:
            return self._session.library.tags.phrases(self._article.id)
        except NotFoundError:  # withdrawn; the article pane empties itself
            return ()

    def _read(self) -> None:
        self.rest.stop()
        self._phrases = self._phrases_now()
        self._tags.show_phrases(self._phrases)
        self._sign()

    def _sign(self) -> None:
        """Give trays and strip their signs."""
        shown = self._window.article.article
        if self._article is None or (shown is not None and shown.id == self._article.id):
            self._edit.trays = trays_of(self._phrases, self._edit.sheet.blocks, self._tags.numbers)
            self._edit.viewport().update()
        self._window.strip.show_topics(self._tags.topics_on, self._tags.numbers)

    def _on_edited(self, index: int, start: int, end: int, typed: str) -> None:
        self._edit.trays = moved(self._edit.trays, index, (start, end, len(typed)))
        if self.rest.isActive():
            self.rest.start()

    def _go_to(self, phrase: Phrase) -> None:
        if self._article is None:
            return
        typing = self._window.article.typing
        if typing.pending or self.rest.isActive():
            typing.flush()
            self._read()
            phrase = next((p for p in self._phrases if p.id == phrase.id), phrase)
        if not phrase.ranges:
            said = self.tr("These words are not in the article any more: {quote}")
            self._window.status.tell(said.format(quote=isolated(phrase.quote)))
            return
        start, end = phrase.ranges[0][0], phrase.ranges[-1][1]
        self._window.article.open_at(self._article.id, start, end)

    # --- the action table -----------------------------------------------------------------

    def add_tag(self) -> None:
        """Let a topic be typed: for the words that are selected, else for the article."""
        if self._edit.textCursor().hasSelection() and self._edit.hasFocus():
            self.tag_phrase()
            return
        self._window.columns.unfold()
        self._tags.entering.ask()

    def tag_phrase(self) -> None:
        """Let a topic be typed for the words that are selected."""
        selected = self._selected()
        if selected is not None:
            self._window.columns.unfold()
            self._tags.entering.ask_for_phrase(selected)

    def take_suggestion(self) -> None:
        """Take the first suggestion."""
        self._tags.offering.take_first()

    def refuse_suggestion(self) -> None:
        """Refuse the first suggestion."""
        self._tags.offering.refuse_first()

    # --- the chosen topic, the chosen phrase ----------------------------------------------

    def know(self, made: Mapping[str, QAction]) -> None:
        """Give the sidebar's lists the actions whose keys count in them alone."""
        self._tags.list.take(of_place(TREE, made))
        self._tags.phrases.take(of_place(PHRASES, made))

    def toggle_topic(self) -> None:
        """Give the article the chosen topic, or take it away."""
        self._with_topic(self._tags.list.toggle)

    def find_topic(self) -> None:
        """Search for the articles of the chosen topic."""
        self._with_topic(self._tags.list.find_articles)

    def rename_topic(self) -> None:
        """Let another name be typed over the chosen topic's."""
        self._with_topic(self._tags.list.rename)

    def top_topic(self) -> None:
        """Take the chosen topic out from under the one above it."""
        self._with_topic(self._tags.list.to_top)

    def merge_topic(self) -> None:
        """Ask into which topic the chosen one goes."""
        self._with_topic(self._tags.list.merge)

    def delete_topic(self) -> None:
        """Delete the chosen topic."""
        self._with_topic(self._tags.list.delete)

    def _with_topic(self, wish: Callable[[], None]) -> None:
        self._window.columns.unfold()
        if self._tags.list.current() is None:
            self._tags.list.setFocus()
            self._window.status.tell(self.tr("Choose a topic in the list first."))
        else:
            wish()

    def show_phrase(self) -> None:
        """Go to the words of the chosen phrase."""
        self._with_phrase(self._tags.phrases.go_to_current)

    def unmark_phrase(self) -> None:
        """Take the topic from the chosen phrase."""
        self._with_phrase(self._tags.phrases.unmark)

    def _with_phrase(self, wish: Callable[[], None]) -> None:
        self._window.columns.unfold()
        if self._tags.phrases.current() is None:
            self._window.status.tell(self.tr("Choose a tagged phrase in the list first."))
        else:
            wish()

    def find(self, name: str) -> None:
        """Search for the articles of a topic."""
        if '"' in name:  # the query language has no way to write one inside a value
            self._window.status.tell(self.tr("A name with a quotation mark cannot be searched."))
            return
        plain = not any(c.isspace() for c in name)
        self._window.seeking.find(f"tag:{name}" if plain else f'tag:"{name}"')

    def _selected(self) -> Selected | None:
        """Give the selected words; say what is amiss where they cannot bear a topic."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() or not self._edit.sheet.blocks:
            self._window.status.tell(self.tr("Select the words first that the topic is for."))
            return None
        index, start = self._edit.sheet.place(cursor.selectionStart())
        last, end = self._edit.sheet.place(cursor.selectionEnd())
        if index != last:
            self._window.status.tell(self.tr("Select words of one paragraph only."))
            return None
        block = self._edit.sheet.blocks[index]
        return Selected(block.id, start, end, block.text[start:end])

    def _on_phrase_typed(self, selected: Selected, name: str) -> None:
        """Mark the words, if they still stand where they were selected."""
        index = self._edit.sheet.index_of(selected.block)
        text = "" if index is None else self._edit.sheet.blocks[index].text
        if text[selected.start : selected.end] != selected.text:
            self._window.status.tell(
                self.tr("The text has changed meanwhile. Select the words again.")
            )
            return
        self._tags.making.mark(selected, name)
