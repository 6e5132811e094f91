"""Entering a topic: for the article, for selected words, or to merge another one into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.text import pinyin
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.ui.session import Session
    from reader.ui.tags.pane import TagSidebar
    from reader.ui.tags.tree import Topic

_LONGEST = 12
"""Characters of selected words that are shown in the line."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Words that were selected to bear a topic: code points [start, end) of a block."""

    block: str
    start: int
    end: int
    text: str


class Entering(QObject):
    """Keeps what the topic is for that is typed in the line of the sidebar."""

    def __init__(self, session: Session, pane: TagSidebar) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._line = pane.input
        self._selected: Selected | None = None
        self._old: str | None = None
        self._line.named.connect(self._on_named)
        self._line.left.connect(self._on_left)
        self._line.reading_wished.connect(self._load_readings)
        session.closing.connect(self._forget)
        self.begin()

    @property
    def merging(self) -> bool:
        """Tell whether a topic is asked for into which another one goes."""
        return self._old is not None

    # --- asking ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Expect a topic for the article again; what was typed for something else is not for it."""
        if self.merging or self._selected is not None:
            self._line.forget()
        self._selected = self._old = self._line.old = None
        self._say(self.tr("Add a topic"))

    def ask(self) -> None:
        """Put the caret where a topic is typed."""
        self.begin()
        self._go()

    def ask_for_phrase(self, selected: Selected) -> None:
        """Let a topic be typed for words that are selected."""
        self.begin()
        self._selected = selected
        words = selected.text.replace("\n", " ")
        cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        self._say(self.tr("Topic for: {words}").format(words=isolated(cut)))
        self._line.forget()
        self._go()

    def ask_for_merge(self, topic: Topic) -> None:
        """Let a topic be typed into which this one is merged."""
        self.begin()
        self._old = self._line.old = topic.name
        self._say(self.tr("Merge {topic} into").format(topic=isolated(topic.name)))
        self._pane.allow()
        self._line.forget()
        self._go()

    def _forget(self) -> None:
        """Expect nothing of what was asked in a library that is closed."""
        self.begin()
        self._line.forget()

    def _say(self, words: str) -> None:
        self._line.setPlaceholderText(words)
        self._line.setAccessibleName(words)

    def _go(self) -> None:
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _load_readings(self) -> None:
        """Load the readings of characters beside the window, once."""
        if self._session.is_open:
            job = self._session.job(lambda _library, _report: len(pinyin.table()), writes=False)
            job.finished.connect(lambda _: self._line.read_letters())
            self._session.start_beside(job)

    # --- what was entered -----------------------------------------------------------------

    def _on_named(self, name: str) -> None:
        old, selected = self._old, self._selected
        if old is not None:
            done = self._pane.making.merge(old, name)
        elif selected is not None:
            self._pane.phrase_typed.emit(selected, name)
            done = True
        else:
            done = self._pane.add(name)
        if done:
            self._line.forget()
            self._end(merged=old is not None, marked=selected is not None)

    def _on_left(self) -> None:
        merged = self.merging
        self._end(merged=merged, marked=not merged)

    def _end(self, *, merged: bool, marked: bool) -> None:
        """Go back to the tree or to the text; who adds topics may add another."""
        if merged or marked:
            self.begin()
            self._pane.allow()
        if merged:
            self._pane.list.setFocus()
        elif marked:
            self._pane.left.emit()
