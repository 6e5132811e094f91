"""Lines of the pages of an issue that send elsewhere, and those that take them up there.

Whose text goes on is told by what stands before the line in the source, and what it goes on with
by what stands behind the line that takes it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import BODY_KINDS, Whereabouts
from reader.store.manager import Manager
from reader.text.guide import Checked, Entry, named
from reader.text.jumps import continuation, jump_of, may_jump
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.model import Line
    from reader.store.library import Library
    from reader.text.guide import Headlines
    from reader.text.jumps import Jump


class Page(NamedTuple):
    """A page of an issue: its key, id and printed number, its source and that one's first line."""

    key: int
    id: str
    number: int | None
    source: int
    first_line: int


class Sent(NamedTuple):
    """A line that sends `onward` to the page `named`, or takes up what comes from there.

    `of` is the article whose text goes on, or that comes from there. ``start`` counts in the
    page's text.
    """

    page: Page
    line: Line
    start: int
    text: str
    named: int
    onward: bool
    of: str | None


class Seen:
    """What was found in the texts of pages, by their sources: those never change.

    It may be kept as long as the library is open, and used by one thread after the other.
    """

    def __init__(self) -> None:
        self.without: set[int] = set()
        """Those in which no box has its heading."""
        self.jumps: dict[int, list[tuple[Line, Jump]]] = {}
        """Lines that send elsewhere or take up."""


class Jumps(Manager):
    """Finds such lines, and pairs them."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.seen = Seen()

    def of_pages(self, pages: Sequence[Page]) -> list[Sent]:
        """Give all lines of some pages that send elsewhere or take up, in their order."""
        return [sent for page in pages for sent in self._of_page(page)]

    def _of_page(self, page: Page) -> Iterator[Sent]:
        if page.source not in self.seen.jumps:
            self.seen.jumps[page.source] = list(self._lines(page))
        for line, jump in self.seen.jumps[page.source]:
            start, end = line.start + jump.start, line.start + jump.end
            of = self._before(page, start) if jump.onward else self._behind(page, end)
            yield Sent(page, line, start, jump.text, jump.page, jump.onward, of)

    def _lines(self, page: Page) -> Iterator[tuple[Line, Jump]]:
        text = self._ledger.fetch.text(page.source)
        if may_jump(text):
            for line in split_lines(text, page.first_line):
                jump = jump_of(line.text)
                if jump is not None:
                    yield line, jump

    def _before(self, page: Page, at: int) -> str | None:
        """Give the article whose text stands before a place of a page."""
        return self._article("p.start < ? ORDER BY p.start DESC", page, at)

    def _behind(self, page: Page, at: int) -> str | None:
        """Give the article whose text stands behind a place of a page, if it begins there.

        One that begins on another page has been put together with it already.
        """
        found = self._article("p.end > ? ORDER BY p.start", page, at)
        marks = ",".join("?" * len(BODY_KINDS))
        above = self._connection.execute(
            "SELECT 1 FROM article a JOIN block b ON b.article = a.key JOIN piece p"
            " ON p.block = b.key WHERE a.id = ? AND a.page = ? AND p.source = ? AND p.end <= ?"
            f" AND b.kind IN ({marks}) LIMIT 1",
            (found, page.key, page.source, at, *BODY_KINDS),
        ).fetchone()
        return found if above is None else None

    def _article(self, where: str, page: Page, at: int) -> str | None:
        row = self._connection.execute(
            "SELECT a.id FROM piece p JOIN block b ON b.key = p.block"
            " JOIN article a ON a.key = b.article"
            f" WHERE p.source = ? AND p.struck IS NULL AND {where} LIMIT 1",
            (page.source, at),
        ).fetchone()
        return None if row is None else str(row[0])

    # --- what goes on where ---------------------------------------------------------------

    def checked(
        self, jumps: Sequence[Sent], heads: Mapping[int | None, Sequence[Headlines]]
    ) -> list[tuple[Sent, Checked]]:
        """Give where each goes on, and of those that take up the ones to which nobody sends.

        `heads` has what heads the articles of each page of the issue. What is of one article
        already is left out, on both pages.
        """
        found: list[tuple[Sent, Checked]] = []
        taken: set[str] = set()
        for jump in jumps:
            if not jump.onward:
                continue
            result = self._goes_on(jump, jumps, heads)
            if result.article is not None:
                taken.add(result.article)
            if result.article is None or result.article != jump.of:
                found.append((jump, result))
        for jump in jumps:
            if not jump.onward and jump.of not in taken:
                here = Whereabouts.MISSING if jump.named in heads else Whereabouts.NO_PAGE
                found.append((jump, Checked(here)))
        return found

    def _goes_on(
        self,
        jump: Sent,
        jumps: Sequence[Sent],
        heads: Mapping[int | None, Sequence[Headlines]],
    ) -> Checked:
        if jump.named not in heads:
            return Checked(Whereabouts.NO_PAGE)
        back = {
            one.of: None
            for one in jumps
            if not one.onward
            and one.of is not None
            and one.page.number == jump.named
            and one.named == jump.page.number
        }
        if jump.of in back:
            return Checked(Whereabouts.THERE, jump.of, jump.named)
        if jump.of is not None:
            texts = {article: self._body(article) for article in back}
            article = continuation(self._body(jump.of), texts)
            if article is None and not back:
                article = self._headed_alike(jump, heads)
            if article is not None:
                return Checked(Whereabouts.THERE, article, jump.named)
        return Checked(Whereabouts.MISSING)

    def _headed_alike(
        self, jump: Sent, heads: Mapping[int | None, Sequence[Headlines]]
    ) -> str | None:
        """Give the article on the page that is named whose headline is said there again."""
        mine = next(
            (one for one in heads.get(jump.page.number, ()) if one.article == jump.of), None
        )
        if mine is None or not mine.texts:
            return None
        entry = Entry(mine.texts[0], jump.named, ())
        found = named(entry, [one for one in heads[jump.named] if one.article != jump.of])
        return None if found is None else found.article

    def _body(self, article: str) -> str:
        key = self.key(article)
        rows = self._connection.execute(
            "SELECT key, kind FROM block WHERE article = ? ORDER BY place", (key,)
        ).fetchall()
        return "\n".join(self._ledger.fetch.text_of(block) for block, kind in rows
                          if kind in BODY_KINDS)  # fmt: skip
