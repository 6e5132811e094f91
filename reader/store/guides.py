"""What a page of an issue says stands on the others: 导读 boxes, checked against the headlines.

A box is read from the page as received, but only lines that are furniture or labels as the page
stands now are of it: what a person made text is in it no more. Nothing is kept; the texts of
pages never change, so that those that hold no box are looked through but once.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind, Outcome
from reader.store.asides import Aside
from reader.store.manager import Manager
from reader.text.guide import Checked, Entry, Headlines, checked, entries, may_hold
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Line
    from reader.store.library import Library

MOST_HEADS = 5_000
"""Headlines of an issue with which its boxes are compared, page by page; a day's has fewer."""

_HEAD_KINDS = (Kind.KICKER, Kind.TITLE, Kind.SUBTITLE)
_PAGES = (
    "SELECT p.key, p.id, p.number, p.source, s.first_line FROM issue i"
    " JOIN page p ON p.issue = i.key AND p.present JOIN source s ON s.key = p.source"
    " WHERE i.id = ? AND i.present ORDER BY p.place, p.key"
)


class _Page(NamedTuple):
    key: int
    id: str
    number: int | None
    source: int
    first_line: int


class Promise(NamedTuple):
    """An entry of a box, and what came of looking for its article.

    `at` is where it stands: its page, its lines, its title as one line. `headline` is what stands
    for the article that was found, in a list.
    """

    id: str
    at: Aside
    named: int
    found: Checked
    headline: str = ""

    @property
    def kept(self) -> bool:
        """Tell whether it stands where the box says, or its page is not here to look at."""
        return self.found.outcome in (Outcome.THERE, Outcome.NO_PAGE)


class Guides(Manager):
    """Reads what a page says of the others of its issue."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._without: set[int] = set()
        """Sources of pages that can hold no box."""

    def of_issue(self, issue: str) -> list[Promise]:
        """List the entries of the boxes of an issue, each with what was found of it.

        An issue without a box, or one that is not there, has none.
        """
        pages = [_Page(*row) for row in self._connection.execute(_PAGES, (issue,)).fetchall()]
        told = [(page, entry, lines) for page in pages for entry, lines in self._boxes(page)]
        heads = self._headlines(issue, pages) if told else {}
        found = []
        for page, entry, lines in told:
            result = checked(entry, heads)
            headline = self._stands_for(result.article) if result.article else ""
            at = self._stands_at(page, entry, lines)
            found.append(Promise(f"{page.id}:{at.line}", at, entry.page, result, headline))
        return found

    def _boxes(self, page: _Page) -> Iterator[tuple[Entry, list[Line]]]:
        """Give the entries of a page, each with its lines, from runs of lines that are no text."""
        if page.source in self._without:
            return
        text = self._ledger.fetch.text(page.source)
        if not may_hold(text):
            self._without.add(page.source)
            return
        loose = self._loose(page)
        lines = split_lines(text, page.first_line)
        for aside, run in groupby(lines, lambda line: _is_in(line, loose)):
            mine = list(run) if aside else []
            for entry in entries([line.text for line in mine]):
                yield entry, [mine[at] for at in entry.lines]

    def _loose(self, page: _Page) -> list[tuple[int, int]]:
        """Give the stretches of a page that are read as furniture or as labels."""
        return self._connection.execute(
            "SELECT x.start, x.end FROM block b JOIN piece x ON x.block = b.key"
            " WHERE b.page = ? AND b.kind IN (?, ?) AND x.source = ? AND x.struck IS NULL"
            " ORDER BY x.start",
            (page.key, Kind.FURNITURE, Kind.SECTION, page.source),
        ).fetchall()

    def _stands_at(self, page: _Page, entry: Entry, lines: Sequence[Line]) -> Aside:
        row = self._connection.execute(
            "SELECT id FROM article WHERE page = ? ORDER BY place LIMIT 1", (page.key,)
        ).fetchone()
        article = None if row is None else row[0]
        first, last = lines[0], lines[-1]
        place = first.start, last.end, first.number
        return Aside("", page.number, page.source, *place, entry.title, article)

    def _headlines(self, issue: str, pages: Sequence[_Page]) -> dict[int | None, list[Headlines]]:
        """Give what heads the articles of an issue, by the numbers of its pages."""
        found: dict[int | None, list[Headlines]] = {page.number: [] for page in pages}
        rows = self._connection.execute(
            "SELECT p.number, a.id, b.kind, b.key FROM issue i JOIN page p ON p.issue = i.key"
            " AND p.present JOIN article a ON a.page = p.key JOIN block b ON b.article = a.key"
            " WHERE i.id = ? AND b.kind IN (?, ?, ?, ?)"
            " ORDER BY p.place, p.key, a.place, b.place LIMIT ?",
            (issue, *_HEAD_KINDS, Kind.SUBHEAD, MOST_HEADS),
        ).fetchall()
        for (number, article), mine in groupby(rows, key=itemgetter(0, 1)):
            texts = [(kind, self._ledger.fetch.text_of(key)) for _, _, kind, key in mine]
            heads = [text for kind, text in texts if kind in _HEAD_KINDS]
            whole = "".join(heads)
            found.setdefault(number, []).append(
                Headlines(article, (whole, *(text for _, text in texts)))
            )
        return found

    def _stands_for(self, article: str) -> str:
        (title,) = self._connection.execute(
            "SELECT t.title FROM article a JOIN tally t ON t.article = a.key WHERE a.id = ?",
            (article,),
        ).fetchone()
        return str(title)


def _is_in(line: Line, stretches: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what a line holds begins in one of some stretches, which come in order."""
    begins = line.start + len(line.text) - len(line.text.lstrip())
    at = bisect_right(stretches, begins, key=itemgetter(0)) - 1
    return at >= 0 and begins < stretches[at][1]
