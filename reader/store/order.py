"""Numbers in the order in which articles are found: of the date, issue, page, article, block.

A number has 63 bits: 22 for the date as days in months of 32 (no date comes last), 41 for the
place within the date, given out with gaps. A page has a number (`page.indexed`; 0 while it is
not indexed), and behind it each block of its articles has one (`reading.entry`). A page that
comes last of its date goes behind all others; one that comes between takes room there, and
where there is none, its neighbours are moved apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

_BITS = 41
_UNDATED = (1 << 22) - 2
BLOCK_GAP = 4
PAGE_GAP = 128
"""Distances of blocks and pages when there is room, small so that the index is small."""

BLOCKS = """
    SELECT b.key, r.entry FROM article a JOIN block b ON b.article = a.key
    JOIN reading r ON r.block = b.key WHERE a.page = ?
    ORDER BY a.place, a.key, b.place, b.key
"""


def bucket(date: str | None) -> int:
    """Give the first number of a date, ``YYYY[-MM[-DD]]``; of no date, behind all others."""
    if date is None:
        return _UNDATED << _BITS
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return (year * 416 + month * 32 + day) << _BITS


def after(date: str) -> int:
    """Give the number behind all that begin with a date as precise as it is."""
    year, month, day = map(int, (date + "9999-12-31"[len(date) :]).split("-"))
    return (year * 416 + month * 32 + day + 1) << _BITS


def date_of(number: int) -> tuple[int, int]:
    """Give the first number of the date that a number is of, and the first behind that date."""
    first = number >> _BITS
    return first << _BITS, (first + 1) << _BITS


@dataclass(frozen=True, slots=True)
class Laid:
    """A page with its new number and those of its blocks (key, number), in order."""

    page: int
    number: int
    blocks: tuple[tuple[int, int], ...]


class Order:
    """Finds the room of pages and lays them out in it. It reads, and writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _one(self, sql: str, *values: object) -> int | None:
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def room(self, page: int) -> tuple[int, int]:
        """Give the last number in use before a page that has none, and the first behind."""
        before = self._before(page)
        return self.last_of(before), self.next_page(before)

    def _before(self, page: int) -> int:
        """Give the number of the page before, or where the page's date begins."""
        issue, place, date = self._connection.execute(
            "SELECT p.issue, p.place, i.date FROM page p JOIN issue i ON i.key = p.issue"
            " WHERE p.key = ?",
            (page,),
        ).fetchone()
        return (
            self._one(
                "SELECT indexed FROM page WHERE issue = ? AND indexed > 0"
                " AND (place, key) < (?, ?) ORDER BY place DESC, key DESC LIMIT 1",
                issue,
                place,
                page,
            )
            or self._one(
                "SELECT p.indexed FROM issue i JOIN page p ON p.issue = i.key AND p.indexed > 0"
                " WHERE i.date IS ? AND i.key < ?"
                " ORDER BY i.key DESC, p.place DESC, p.key DESC LIMIT 1",
                date,
                issue,
            )
            or bucket(date)
        )

    def next_page(self, number: int) -> int:
        """Give the number of the page behind, or where the date ends."""
        end = ((number >> _BITS) + 1) << _BITS
        following = self._one("SELECT min(indexed) FROM page WHERE indexed > ?", number)
        return end if following is None else min(end, following)

    def last_of(self, page: int) -> int:
        """Give the last number in use of the page that has the number `page`."""
        last = self._one(
            "SELECT max(entry) FROM reading WHERE entry > ? AND entry < ?",
            page,
            self.next_page(page),
        )
        return last or page

    def in_order(self, pages: Iterable[int]) -> list[tuple[int, int]]:
        """Give pages with their numbers in the order in which these should rise."""
        rows = [
            self._connection.execute(
                "SELECT i.date IS NULL, i.date, i.key, p.place, p.key, p.indexed"
                " FROM page p JOIN issue i ON i.key = p.issue WHERE p.key = ?",
                (page,),
            ).fetchone()
            for page in pages
        ]
        return [row[-2:] for row in sorted(rows)]

    def pending(self, most: int) -> list[int]:
        """Give pages that have no number, the first of them in order."""
        rows = self._connection.execute(
            "SELECT p.key FROM page p JOIN issue i ON i.key = p.issue WHERE p.indexed = 0"
            " ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key LIMIT ?",
            (most,),
        )
        return [key for (key,) in rows]

    def is_right(self, page: int, number: int) -> bool:
        """Tell whether a page's number is the next behind that of the page before.

        That is enough when pages are asked in order, and a wrong one is taken out at once.
        """
        return self.next_page(self._before(page)) == number

    def blocks(self, page: int) -> list[tuple[int, int | None]]:
        """Give the blocks of a page's articles in order, with their numbers."""
        return self._connection.execute(BLOCKS, (page,)).fetchall()

    def lay(self, page: int) -> list[Laid]:
        """Give a page that has none its numbers, and new ones to neighbours that must move."""
        pages = [page]
        low, high = self.room(page)
        spread = 1
        while True:
            blocks = [[key for key, _ in self.blocks(p)] for p in pages]
            laid = _lay(pages, blocks, low, high)
            if laid is not None:
                return laid
            low, high, pages = self._widen(low, high, pages, spread)
            spread *= 2

    def _widen(
        self, low: int, high: int, pages: list[int], count: int
    ) -> tuple[int, int, list[int]]:
        """Take `count` pages more on either side into what is laid out anew."""
        first, end = low >> _BITS << _BITS, ((low >> _BITS) + 1) << _BITS
        before = self._connection.execute(
            "SELECT key, indexed FROM page WHERE indexed > ? AND indexed <= ?"
            " ORDER BY indexed DESC LIMIT ?",
            (first, low, count),
        ).fetchall()
        behind = self._connection.execute(
            "SELECT key, indexed FROM page WHERE indexed >= ? AND indexed < ?"
            " ORDER BY indexed LIMIT ?",
            (high, end, count),
        ).fetchall()
        if before:
            lower = self._one(
                "SELECT max(indexed) FROM page WHERE indexed > ? AND indexed < ?",
                first,
                before[-1][1],
            )
            low = first if lower is None else self.last_of(lower)
        if behind:
            high = self.next_page(behind[-1][1])
        return low, high, [*(k for k, _ in reversed(before)), *pages, *(k for k, _ in behind)]


def _lay(
    pages: Sequence[int], blocks: Sequence[list[int]], low: int, high: int
) -> list[Laid] | None:
    """Lay pages out between two numbers in use; None where there is not room enough."""
    count = sum(map(len, blocks)) + len(pages)
    gap = min(BLOCK_GAP, (high - low) // (count + 1))
    if gap < 2:
        return None
    slack = (high - low - gap * (count + 1)) // (len(pages) + 1)
    before = min(slack, PAGE_GAP)
    laid = []
    at = low
    for page, mine in zip(pages, blocks, strict=True):
        at += before + gap
        number = at
        entries = []
        for key in mine:
            at += gap
            entries.append((key, at))
        laid.append(Laid(page, number, tuple(entries)))
    return laid


def misplaced(entries: Iterable[int | None], low: int, high: int) -> list[int]:
    """Give the indices of entries that must change for all to rise between two numbers.

    Those that stay are a longest rising run (patience sorting, Fredman 1975).
    """
    entries = list(entries)
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(entries)
    for index, entry in enumerate(entries):
        if entry is None or not low < entry < high:
            continue
        place = bisect_left(tails, entry)
        before[index] = at[place - 1] if place else -1
        if place == len(tails):
            tails.append(entry)
            at.append(index)
        else:
            tails[place], at[place] = entry, index
    kept = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(entries)) if index not in kept]


def between(
    entries: Sequence[int | None], moving: Sequence[int], low: int, high: int
) -> dict[int, int] | None:
    """Give new entries to those at the indices `moving`; None where there is not room enough."""
    given: dict[int, int] = {}
    start = 0
    moved = set(moving)
    while start < len(moving):
        end = start
        while end + 1 < len(moving) and moving[end + 1] == moving[end] + 1:
            end += 1
        first, last = moving[start], moving[end]
        left = entries[first - 1] if first else low
        right = entries[last + 1] if last + 1 < len(entries) else None
        assert left is not None
        assert not moved & {first - 1, last + 1}
        count = last - first + 1
        room = (high if right is None else right) - left
        gap = min(BLOCK_GAP, room // (count + 1))
        if gap < 1:
            return None
        for number in range(count):
            given[first + number] = left + gap * (number + 1)
        start = end + 1
    return given
