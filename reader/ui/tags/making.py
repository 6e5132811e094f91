"""What the sidebar writes, and the sentences that say what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import settings
from reader.text.topics import root
from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.names import isolated
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from reader.store.phrases import Phrase
    from reader.ui.session import Session
    from reader.ui.tags.entering import Selected
    from reader.ui.tags.pane import TagSidebar
    from reader.ui.tags.tree import Topic
    from reader.ui.words import Words


class Making(QObject):
    """Carries out wishes about topics; each answers whether it went well."""

    def __init__(self, session: Session, words: Words, pane: TagSidebar) -> None:
        super().__init__(pane)
        self._session = session
        self._words = words
        self._pane = pane

    # --- topics of the article ------------------------------------------------------------

    def add(self, name: str, article: str) -> bool:
        """Give an article a topic, and say so where the topic is new."""
        before = self._pane.names
        tags = self._session.library.tags
        if self._session.write(tags.add, name, [article], initiator=self._pane) is None:
            return False
        self._tell_new(name.strip(), before)
        return True

    def remove(self, name: str, article: str) -> None:
        """Take a topic from an article."""
        tags = self._session.library.tags
        self._session.write(tags.remove, name, [article], initiator=self._pane)

    def _tell_new(self, name: str, before: set[str]) -> None:
        """Say that a topic was made; and whose colour it repeats, where all are taken."""
        if name in before:
            return
        said = [self.tr("New topic: {name}.").format(name=isolated(name))]
        shared = self._shares(name, before)
        if shared is not None:
            said.append(shared)
        self._pane.told.emit(sentences(said))

    def _shares(self, name: str, before: set[str]) -> str | None:
        signs = self._pane.numbers
        palette = theme.tokens()["tags"]["palette"]
        family = root(name)
        if any(root(other) == family for other in before):
            return None
        turn, place = divmod(signs[family].number, len(palette))
        if not turn:
            return None
        others = [n for n in signs if n == root(n) and n != family]
        like = next((n for n in others if signs[n].number % len(palette) == place), "")
        colour = palette[place]["zh" if settings.language() == "zh_CN" else "name"]
        return self.tr(
            "All {count} colours are taken: it shares {colour} with {other}, in another shape."
        ).format(count=len(palette), colour=colour, other=isolated(like))

    # --- phrases --------------------------------------------------------------------------

    def mark(self, selected: Selected, name: str) -> bool:
        """Give selected words a topic."""
        before = self._pane.names
        tags = self._session.library.tags
        where = (selected.block, selected.start, selected.end)
        changes = self._session.write(tags.mark, *where, name, initiator=self._pane)
        if changes is None:
            return False
        if changes.wish is None:
            said = self.tr("These words have the topic {name}.")
            self._pane.told.emit(said.format(name=isolated(name)))
        else:
            self._tell_new(name.strip(), before)
        return True

    def unmark(self, phrase: Phrase) -> None:
        """Take the topic from a phrase, and say so."""
        tags = self._session.library.tags
        if self._session.write(tags.unmark, phrase.id, initiator=self._pane) is not None:
            said = self.tr("Unmarked: {quote}. Undo brings it back.")
            self._pane.told.emit(said.format(quote=isolated(phrase.quote)))

    # --- the tree -------------------------------------------------------------------------

    def rename(self, old: str, new: str) -> bool:
        """Rename a topic with all that lies under it."""
        new = new.strip()
        if new == old or not new:
            return False
        if new in {topic.name for topic in self._pane.tags.facts} and not new.startswith(f"{old}/"):
            said = self.tr("There is a topic {name} already; {key} merges into it.")
            key = key_of("actionMergeTopic")
            self._pane.told.emit(said.format(name=isolated(new), key=key))
            return False
        tags = self._session.library.tags
        if self._session.write(tags.rename, old, new, initiator=self._pane) is None:
            return False
        self._pane.list.go(new)
        said = self.tr("Renamed: {old} is now {new}. Undo brings the old name back.")
        self._pane.told.emit(said.format(old=isolated(old), new=isolated(new)))
        return True

    def merge(self, old: str, into: str) -> bool:
        """Merge a topic into another, and say what it had."""
        if old == into:
            self._pane.told.emit(self.tr("A topic cannot be merged into itself."))
            return False
        into = into.strip()
        if into not in {topic.name for topic in self._pane.tags.facts}:
            said = self.tr("There is no topic {name} to merge into. Choose one from the list.")
            self._pane.told.emit(said.format(name=isolated(into)))
            return False
        had = self._had(old)
        tags = self._session.library.tags
        if self._session.write(tags.merge, [old], into, initiator=self._pane) is None:
            return False
        self._pane.list.go(into)
        said = self.tr("Merged {old} into {into}: {had}. Undo parts them again.")
        self._pane.told.emit(said.format(old=isolated(old), into=isolated(into), had=had))
        return True

    def delete(self, topic: Topic) -> bool:
        """Delete a topic with all that lies under it, and say from what it was taken."""
        had = self._had(topic.name)
        tags = self._session.library.tags
        if self._session.write(tags.delete, topic.name, initiator=self._pane) is None:
            return False
        said = self.tr("Deleted {name}: {had}. Undo brings all of it back.")
        self._pane.told.emit(said.format(name=isolated(topic.name), had=had))
        return True

    def _had(self, name: str) -> str:
        tags = self._session.library.tags
        below = sum(topic.name.startswith(f"{name}/") for topic in self._pane.tags.facts)
        parts = [self._words.articles(tags.count(name))]
        phrases = tags.count_phrases(name)
        if phrases:
            parts.append(self.tr("%n phrase(s)", "", phrases))
        if below:
            parts.append(self.tr("%n topic(s) under it", "", below))
        return self.tr(", ").join(parts)
