"""What running the engine again would change, in words: a row a change, and counts by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from reader.errors import NotFoundError
from reader.model import Kind
from reader.store.proposed import BlockChange, SeamChange, What
from reader.ui.reasons import Reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.model import Reads
    from reader.rerunning import Rerunning
    from reader.store.library import Library
    from reader.store.proposed import PageChanges
    from reader.ui.words import Words

T = TypeVar("T")
_SURE, _WHY = 4, 6
"""The columns of what only line ends have."""

Change = tuple["PageChanges", SeamChange | BlockChange]
"""A change and its page."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would change, and the headlines of the articles in which it would, by their ids."""

    found: Rerunning
    titles: Mapping[str, str]
    dates: Mapping[str, str | None]

    @property
    def rows(self) -> Sequence[Change]:
        """All changes, page by page: line ends, then blocks."""
        return [(page, change) for page in self.found.pages for change in _changes(page)]


def _changes(page: PageChanges) -> Iterator[SeamChange | BlockChange]:
    yield from page.seams
    yield from page.blocks


def named(library: Library, found: Rerunning) -> Foreseen:
    """Look up how the articles and issues are called that would change."""
    changes = [change for page in found.pages for change in _changes(page)]
    ids = {change.article for change in changes if change.article}
    ids |= {
        end for change in changes if isinstance(change, BlockChange) and change.what is What.MOVE
        for end in (change.before, change.after)
    }  # fmt: skip
    keys = [library.articles.key(one) for one in sorted(ids) if library.articles.exists(one)]
    titles = {row.id: row.title for row in library.articles.rows(keys)}
    dates: dict[str, str | None] = {}
    for page in found.pages:
        if page.issue not in dates:
            try:
                dates[page.issue] = library.issues.row(page.issue).date
            except NotFoundError:
                dates[page.issue] = None
    return Foreseen(found, titles, dates)


class ChangeWords(QObject):
    """Makes the cells of a row."""

    def __init__(self, words: Words, foreseen: Foreseen) -> None:
        super().__init__(words)
        self._words = words
        self._reasons = Reasons(words)
        self._foreseen = foreseen
        self._seams = foreseen.found.seams > 0

    def kept(self, cells: tuple[T, ...]) -> tuple[T, ...]:
        """Leave out what only line ends have, how sure and why, where none reads otherwise."""
        return cells if self._seams else tuple(
            cell for at, cell in enumerate(cells) if at not in (_SURE, _WHY)
        )  # fmt: skip

    def names(self) -> tuple[str, ...]:
        """Name the columns."""
        return self.kept((
            self.tr("Issue"),
            self.tr("Article"),
            self.tr("Line"),
            self.tr("From → to"),
            self.tr("Sure"),
            self.tr("Text"),
            self.tr("Why"),
        ))  # fmt: skip

    def row(self, change: Change) -> tuple[str, ...]:
        """Say one change."""
        page, one = change
        date = self._words.date(self._foreseen.dates.get(page.issue))
        head = (date, self._article(one.article or ""), str(one.line))
        if isinstance(one, SeamChange):
            why = "; ".join(self._reasons.reason(reason) for reason in one.reasons)
            text = f"{one.left}│{one.right}"
            return (*head, self._seam(one), f"{round(one.confidence * 100)} %", text, why)
        return self.kept((*head, self._block(one), "", one.text, ""))

    def _article(self, article: str) -> str:
        if not article:
            return self.tr("the page")
        return self._foreseen.titles.get(article) or self.tr("a new article")

    def _seam(self, one: SeamChange) -> str:
        return f"{self._reads(one.before)} → {self._reads(one.after)}"

    def _reads(self, reads: Reads | None) -> str:
        return self.tr("as it stands") if reads is None else self._words.reads(reads)

    def _block(self, one: BlockChange) -> str:
        if one.what is What.KIND:
            before, after = (self._words.kind_in_full(Kind(k)) for k in (one.before, one.after))
            return f"{before} → {after}"
        if one.what is What.MOVE:
            return f"{self._article(one.before)} → {self._article(one.after)}"
        return self._what(one)

    def _what(self, one: BlockChange) -> str:
        """Say what kind of change one of a block is."""
        if one.what is What.DOUBLED:
            return self.tr("doubled text is struck") if one.after else (
                self.tr("doubled text is read")
            )  # fmt: skip
        return {
            What.KIND: self.tr("another kind of block"),
            What.MOVE: self.tr("a block stands elsewhere"),
            What.ORDER: self.tr("the order of the articles"),
        }[one.what]

    def counts(self) -> list[str]:
        """Count the changes by kind, the most frequent first."""
        kinds = Counter(
            self._seam(one) if isinstance(one, SeamChange) else self._what(one)
            for _, one in self._foreseen.rows
        )
        return [f"{said}: {count:,}" for said, count in kinds.most_common()]
