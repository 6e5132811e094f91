"""What a page of an issue says of the others: 导读 boxes, and lines that say where text goes on.

A box is read from the page as received, but only lines that are furniture or labels as the page
stands now are of it: what a person made text is in it no more. Nothing is kept; the texts of
pages never change, so that those that hold no box are looked through but once.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind, Whereabouts
from reader.store.asides import Aside
from reader.store.jumping import Jumps, Page, Seen
from reader.store.manager import Manager
from reader.text.guide import Checked, Entry, Headlines, checked, entries, is_heading, may_hold
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


class Promise(NamedTuple):
    """An entry of a box or a line that sends elsewhere, and what came of looking for its article.

    `at` is where it stands: its page, its lines, its title as one line. `headline` is what stands
    for the article that was found, in a list. `of` is the article that goes on there, or comes
    from there where it is not `onward`, and `begun` what stands for it in a list; of an entry of a
    box `onward` is None.
    """

    id: str
    at: Aside
    named: int
    found: Checked
    headline: str = ""
    of: str | None = None
    onward: bool | None = None
    begun: str = ""

    @property
    def said(self) -> str:
        """What it says in a list: its text, behind what stands for the article that goes on."""
        return " ".join(filter(None, (self.begun, self.at.text)))

    @property
    def kept(self) -> bool:
        """Tell whether it stands where the box says, or its page is not here to look at."""
        return self.found.where in (Whereabouts.THERE, Whereabouts.NO_PAGE)


class Guides(Manager):
    """Reads what a page says of the others of its issue."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._jumps = Jumps(library)

    def remember(self, seen: Seen) -> None:
        """Use, and add to, what others found in the same texts before."""
        self._jumps.seen = seen

    def state(self, issue: str) -> tuple[tuple[int | None, ...], ...]:
        """Give what differs once anything does by which an issue's pages are compared."""
        return tuple(
            self._connection.execute(
                "SELECT p.key, p.number, p.place, count(a.key), sum(a.revision) FROM issue i"
                " JOIN page p ON p.issue = i.key AND p.present LEFT JOIN article a"
                " ON a.page = p.key WHERE i.id = ? GROUP BY p.key ORDER BY p.key",
                (issue,),
            )
        )

    def of_issue(self, issue: str) -> list[Promise]:
        """List what the pages of an issue say of the others, each with what was found of it.

        An issue whose pages say nothing, or one that is not there, has nothing. What goes on on
        another page and is of one article already is left out.
        """
        pages = [Page(*row) for row in self._connection.execute(_PAGES, (issue,)).fetchall()]
        told = [(page, entry, lines) for page in pages for entry, lines in self._boxes(page)]
        jumps = self._jumps.of_pages(pages)
        heads = self._headlines(issue, pages) if told or jumps else {}
        found = []
        for page, entry, lines in told:
            result = checked(entry, heads)
            at = self._stands_at(page, entry.title, lines[0], lines[-1])
            found.append(self._promise(page, at, entry.page, result))
        for jump, result in self._jumps.checked(jumps, heads):
            at = self._stands_at(jump.page, jump.text, jump.line, jump.line)
            one = self._promise(jump.page, at, jump.named, result)
            one = one._replace(id=f"{one.id}:{jump.start}", of=jump.of, onward=jump.onward)
            found.append(one._replace(begun=self._stands_for(jump.of) if jump.of else ""))
        order = {page.id: number for number, page in enumerate(pages)}
        return sorted(found, key=lambda one: (order[one.id.partition(":")[0]], one.at.start))

    def continuing(self, article: str) -> list[Promise]:
        """List the lines that say where an article goes on, and those that lead to it."""
        row = self._connection.execute(
            "SELECT i.id FROM article a JOIN page p ON p.key = a.page JOIN issue i"
            " ON i.key = p.issue WHERE a.id = ?",
            (article,),
        ).fetchone()
        told = [] if row is None else self.of_issue(row[0])
        onward = [one for one in told if one.of is not None and one.onward]
        return [one for one in onward if article in (one.of, one.found.article)]

    def _promise(self, page: Page, at: Aside, named: int, found: Checked) -> Promise:
        headline = self._stands_for(found.article) if found.article else ""
        return Promise(f"{page.id}:{at.line}", at, named, found, headline)

    def _boxes(self, page: Page) -> Iterator[tuple[Entry, list[Line]]]:
        """Give the entries of a page, each with its lines, from runs of lines that are no text."""
        without = self._jumps.seen.without
        if page.source in without:
            return
        text = self._ledger.fetch.text(page.source)
        lines = split_lines(text, page.first_line) if may_hold(text) else ()
        if not any(is_heading(line.text.strip()) for line in lines):
            without.add(page.source)
            return
        loose = self._loose(page)
        for aside, run in groupby(lines, lambda line: _is_in(line, loose)):
            mine = list(run) if aside else []
            for entry in entries([line.text for line in mine]):
                yield entry, [mine[at] for at in entry.lines]

    def _loose(self, page: Page) -> list[tuple[int, int]]:
        """Give the stretches of a page that are read as furniture or as labels."""
        return self._connection.execute(
            "SELECT x.start, x.end FROM block b JOIN piece x ON x.block = b.key"
            " WHERE b.page = ? AND b.kind IN (?, ?) AND x.source = ? AND x.struck IS NULL"
            " ORDER BY x.start",
            (page.key, Kind.FURNITURE, Kind.SECTION, page.source),
        ).fetchall()

    def _stands_at(self, page: Page, said: str, first: Line, last: Line) -> Aside:
        row = self._connection.execute(
            "SELECT id FROM article WHERE page = ? ORDER BY place LIMIT 1", (page.key,)
        ).fetchone()
        article = None if row is None else row[0]
        place = first.start, last.end, first.number
        return Aside("", page.number, page.source, *place, said, article)

    def _headlines(self, issue: str, pages: Sequence[Page]) -> dict[int | None, list[Headlines]]:
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
        row = self._connection.execute(
            "SELECT t.title FROM article a JOIN tally t ON t.article = a.key WHERE a.id = ?",
            (article,),
        ).fetchone()
        return "" if row is None else str(row[0])


def _is_in(line: Line, stretches: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what a line holds begins in one of some stretches, which come in order."""
    begins = line.start + len(line.text) - len(line.text.lstrip())
    at = bisect_right(stretches, begins, key=itemgetter(0)) - 1
    return at >= 0 and begins < stretches[at][1]
