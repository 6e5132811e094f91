"""Collect the faults that `check` finds: codes, places and facts; words are made in the faces."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryInUseError
from reader.store.faults import STUMBLES, DatabaseError, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KEPT_OF_A_CODE = 200
"""How many faults of one code are kept whole; the rest is only counted."""


CODES: dict[str, tuple[str, ...]] = {
    # the file
    "integrity": ("says",),  # what SQLite's own check says
    "write_form": ("form",),  # the header names a form of file that is none: SQLite only reads it
    "reference": ("row", "to"),  # a row (-1: without number) of a table refers to none of `to`
    "schema": ("fault",),  # an object is foreign, missing or altered
    "identity": ("rows",),  # the library has not one row that says who it is
    "counter": ("last", "used"),  # the last key a table gave is below one in use, or far too high
    "sqlite": ("says",),  # SQLite could not go on in this part, which is unchecked from there
    "type": ("rows",),  # rows of a column hold values of another type
    "word": ("word", "rows"),  # rows of a column hold a word that is none of those known
    "not_utf8": ("row", "at"),  # a text that is no UTF-8, from this byte
    "stumbled": ("says",),  # values do not fit together, and the part is unchecked from there
    "unchecked": ("tables",),  # a part was left out, since these tables hold what they may not
    "more": ("count",),  # so many more of this code
    "seal": ("table",),  # rows of a table are not as they were written
    # the ledger
    "file_hash": ("size", "found"),  # bytes that are not those received; their number
    "file_encoding": ("encoding",),  # the pages cannot be encoded as they were received
    "file_parts": ("pages",),  # the pages of a file are not numbered from 0 on
    "hole": ("start", "end"),  # no piece holds this span of a source
    "overlap": ("start", "end"),  # two pieces do
    "beyond": ("start", "end"),  # a piece goes on behind the end of the source
    "cut_in_run": ("start",),  # a piece begins inside a run of white space
    "seam_no_run": ("start", "end"),  # a seam that is no whole run of white space
    "seam_missing": ("start", "end"),  # a run that must have a seam has none
    "seam_no_cut": ("start",),  # a split that no piece ends at
    # blocks, and what is derived
    "block_empty": (),  # a block without a piece
    "para_inside": ("source", "start"),  # a seam says that a block ends, but it goes on
    "border": ("source", "end"),  # a block ends where no seam says so
    "reading": ("stored", "counted"),  # how many characters a block has
    "reading_missing": ("kind",),
    "article_empty": (),  # an article without a block
    "tally": ("fault", "stored", "counted"),  # characters, doubts, title or untitled
    "tally_missing": (),
    # who owns what, and in what order
    "head_order": ("block",),  # a heading behind the body, or behind one of a later kind
    "block_owner": (),  # of the page, though of an article's kind, or the other way round
    "place": ("table", "place"),  # two rows of one owner have one place
    "section": (),  # an article stands under what is no section label of its issue
    "page_source": (),  # a page whose source is not its own
    "source_owner": (),  # a page's text without file or page, or typed text without correction
    "date": (),  # an issue's date of another form
    "phrase_span": ("source", "start", "end"),  # outside its source
    "phrase_empty": (),  # a phrase without a span
    # the index
    "index_missing": (),  # a block or page that should be in the index is not
    "index_stray": (),  # a block has a number in the index that it should not have
    "index_orphan": (),  # a row of the index belongs to nothing
    "index_order": (),  # its number is not in the order of date, page and place
    "index_size": ("stored", "counted"),  # it is longer or shorter than its text
    "index_characters": ("stored", "counted"),  # how often this character stands in the index
    "index_lookup": (),  # this character stands in the index, but cannot be found in it
    # the journal
    "journal_head": ("head",),  # where the journal stands, there is no wish
    "journal_tree": ("parent",),  # a wish is not younger than its parent
    "wish_empty": (),  # a wish that changed nothing leaves no row: its images are lost
    "wish_detail": (),  # what a wish was about cannot be read
    "image_table": ("seq", "table"),  # an image is of a table that is not journalled
    "image": ("seq", "table"),  # an image cannot be read, or is none of its table
    "journal_row": ("table", "row"),  # a row is not what its youngest image says
    "journal_undone": ("table", "row"),  # a wish that is held to be undone, though its row stands
    "journal_chain": ("table", "row"),  # what one image leaves, the next does not find
}
"""Every code of a fault, with the names of its facts; `where` names the row as ``noun id``."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    `code` names what, `where` names the row as ``noun id`` (or the part of the check), `facts`
    are what the words need.
    """

    code: str
    where: str
    facts: dict[str, str | int] = field(default_factory=dict)


class Findings:
    """The faults found so far, and counts of what was looked at."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self._faults: list[Fault] = []
        self._found: Counter[str] = Counter()
        self.undecodable = False
        """A text that is no UTF-8 has ended a part; which one it is has yet to be found."""
        self._report = report
        self._done = self._total = 0
        self.characters: Counter[str] = Counter()
        """How often each character stands in readings that are indexed."""
        self.all_read = False
        """Every block has been composed, so that `characters` is whole."""

    def add(self, code: str, where: str, **facts: str | int) -> None:
        """Note a fault."""
        self._found[code] += 1
        if self._found[code] <= KEPT_OF_A_CODE:
            self._faults.append(Fault(code, where, facts))

    def faults(self) -> tuple[Fault, ...]:
        """Give what was found; behind it, a fault ``more`` for each code of which some are left."""
        left = [
            Fault("more", code, {"count": found - KEPT_OF_A_CODE})
            for code, found in sorted(self._found.items())
            if found > KEPT_OF_A_CODE
        ]
        return (*self._faults, *left)

    def expect(self, steps: int) -> None:
        """Say how many steps the whole check has."""
        self._total = steps

    def step(self) -> None:
        """Say that one is done; the caller's report may raise, and so end the check."""
        self._done += 1
        if self._report is not None:
            self._report(min(self._done, self._total), self._total)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Make a fault ``sqlite`` of an error that SQLite raises inside; the part ends there.

        ``stumbled`` when it is Python that cannot go on with what stands in the library.
        """
        try:
            yield
        except DatabaseError as error:
            fault = translate(error)
            if isinstance(fault, LibraryInUseError):
                raise fault from error
            self.add("sqlite", name, says=str(error))
            self.undecodable = self.undecodable or "decode" in str(error)
        except STUMBLES as error:
            self.add("stumbled", name, says=f"{type(error).__name__}: {error}")


class Grouped:
    """The rows of a cursor that comes ordered by its first column, given out by that column.

    Keys must be asked for in rising order; rows of keys that nobody asks for are passed over.
    """

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._key: int | None = None
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self._advance()

    def _advance(self) -> None:
        self._key, self._rows = next(self._groups, (None, iter(())))

    def of(self, key: int) -> list[tuple[Any, ...]]:
        """Give all rows whose first column is `key`."""
        while self._key is not None and self._key < key:
            self._advance()
        return list(self._rows) if self._key == key else []
