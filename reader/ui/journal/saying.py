"""Words of the journal: when, who, where, and what going to a wish would do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.store.course import Steps
    from reader.ui.journal.model import Entry
    from reader.ui.words import Words


class Saying(QObject):
    """Makes the words of a row and of the button."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def moment(self, at: str, today: datetime | None = None) -> str:
        """Say when something was done, in the time of this place; of today the hour is enough."""
        try:
            then = datetime.fromisoformat(at).astimezone()
        except ValueError:
            return isolated(at)
        now = (today or datetime.now()).astimezone()
        clock = then.strftime("%H:%M")
        if then.date() == now.date():
            return clock
        return f"{self._words.date(then.date().isoformat())} {clock}"

    def what(self, entry: Entry) -> str:
        """Say what a wish did."""
        said = self._words.wish(entry.wish)
        return said[:1].upper() + said[1:]

    def where(self, entry: Entry) -> str:
        """Say which articles a wish reached, or where an import went; nothing where none.

        Files of one name are told apart by it: the library does not know their folders.
        """
        if entry.reached.issue is not None:
            paper, date, page = entry.reached.issue
            number = self._words.page(page) if page is not None else ""
            when = self._words.date(date) if date else ""
            return "·".join(filter(None, (when, number, isolated(paper or ""))))
        if entry.reached.articles > 1:
            return self._words.articles(entry.reached.articles)
        return isolated(entry.reached.title)

    def whence(self, entry: Entry) -> str:
        """Say who did it, when, and whether it was taken back."""
        parts = [isolated(entry.wish.actor), self.moment(entry.wish.at)]
        if not entry.wish.done:
            parts.append(self.tr("taken back"))
        return "·".join(parts)

    def line(self, entry: Entry) -> str:
        """Say a row in one line, as it is read aloud."""
        here = self.tr("here") if entry.head else ""
        parts = (self.what(entry), self.where(entry), self.whence(entry), here)
        return ", ".join(part for part in parts if part)

    def button(self, steps: Steps | None) -> str:
        """Say what the button would do, with the count of what goes."""
        if steps is None or (not steps.back and not steps.again):
            return self.tr("Undo or redo to here")
        if not steps.again:
            return self.tr("Undo all after this ({count})").format(count=steps.back)
        if not steps.back:
            return self.tr("Redo up to this ({count})").format(count=steps.again)
        return self.tr("Undo {back}, then redo {again}, up to this").format(
            back=steps.back, again=steps.again
        )

    def went(self, steps: Steps) -> str:
        """Say what was done, and how it is taken back."""
        if not steps.again:
            return self.tr("Steps undone: {count}. Redo brings them back.").format(count=steps.back)
        if not steps.back:
            return self.tr("Steps done again: {count}.").format(count=steps.again)
        return self.tr("Steps undone: {back}; done again: {again}.").format(
            back=steps.back, again=steps.again
        )
