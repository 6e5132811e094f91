"""Which articles may hold all of several words: read from the index in order, a few at a time.

Each word is a stream of rising numbers (see `order`); streams leapfrog to an article that all
of them reach, so that a rare word spares the reading of a frequent one.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import DamagedLibraryError
from reader.store.schema import has_pairs
from reader.store.windows import PROBE
from reader.text.pairs import lookup
from reader.text.query import In
from reader.text.tokens import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pysqlite3 import Connection, Cursor

_FETCH = 16
_FETCH_MORE = 512
"""How many rows are read at a time: few for a first page, more when as many were read."""

_STEPS = 6
"""How many fetches are passed over before a stream is opened anew further on."""

_LONGEST_PHRASE = 64
"""How many characters of a text are looked up; a longer one is compared in the text."""

_END = (1 << 63) - 1


class Group(NamedTuple):
    """What all words must lie in: an article (its key), or what a page itself holds.

    Its numbers lie between `first` and `last`; `entries` are those at which a word stands.
    """

    article: int | None
    page: int | None
    first: int
    last: int
    entries: frozenset[int] = frozenset()


class _Stream:
    """The rowids that a query finds in one table of the index."""

    def __init__(self, connection: Connection, table: str, query: str) -> None:
        self._connection = connection
        self._sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? ORDER BY rowid"
        self._query = query
        self._cursor: Cursor | None = None
        self._rows: list[int] = []
        self._at = 0
        self._read = 0
        self._done = False

    def seek(self, number: int) -> int:
        """Give the first rowid at or behind `number`, which never falls; `_END` if none."""
        if self._cursor is None:
            self._open(number)
        for _ in range(_STEPS):
            self._at = bisect_left(self._rows, number, self._at)
            if self._at < len(self._rows):
                return self._rows[self._at]
            if self._done:
                return _END
            self._fetch()
        if not self._rows or self._rows[-1] < number:
            self._open(number)
        return self.seek(number)

    def _open(self, number: int) -> None:
        self._cursor = self._connection.execute(self._sql, (self._query, number))
        self._read = 0
        self._fetch()

    def _fetch(self) -> None:
        assert self._cursor is not None
        size = _FETCH if self._read < _FETCH_MORE else _FETCH_MORE
        self._rows = [row for (row,) in self._cursor.fetchmany(size)]
        self._at = 0
        self._read += size
        self._done = len(self._rows) < size


class _Either:
    """The rowids at which one of several streams stands."""

    def __init__(self, streams: Sequence[_Stream]) -> None:
        self._streams = streams

    def seek(self, number: int) -> int:
        """Give the first rowid at or behind `number`, as each stream does."""
        return min((stream.seek(number) for stream in self._streams), default=_END)

    def within(self, first: int, last: int) -> Iterator[int]:
        """Give all rowids of a span."""
        while (first := self.seek(first)) <= last:
            yield first
            first += 1


class Candidates:
    """Reads the index of one library."""

    def __init__(self, connection: Connection, where: In) -> None:
        self._connection = connection
        self._where = where

    def exact(self, words: Iterable[str]) -> bool:
        """Tell whether the index alone knows where these words stand and where they do not."""
        return self._where is In.NOW and all(len(word) <= _LONGEST_PHRASE for word in words)

    def holds(self, word: str) -> bool:
        """Tell whether a word can be looked up at all."""
        return phrase(word) is not None

    def groups(
        self, words: Sequence[str], unwanted: Sequence[str], low: int = 0, high: int = _END
    ) -> Iterator[Group]:
        """Give in order what may hold all `words`, of the numbers from `low` up to `high`.

        What holds one of `unwanted` for certain is passed over. Raise `DamagedLibraryError` when
        the index leads nowhere, or back.
        """
        streams = [self._stream(word) for word in words]
        hindering = [self._stream(word) for word in unwanted if self.exact([word])]
        at = low
        while True:
            at = streams[0].seek(at)
            if at >= high:
                return
            group = self._group(at)
            furthest = max(stream.seek(group.first) for stream in streams)
            if furthest >= high:
                return
            if not group.first <= at <= group.last:
                raise self._damaged()
            if furthest > group.last:
                at, before = self._group(furthest).first, at
                if at <= before:
                    raise self._damaged()
                continue
            if not any(stream.seek(group.first) <= group.last for stream in hindering):
                found = (stream.within(group.first, group.last) for stream in streams)
                yield group._replace(entries=frozenset(chain.from_iterable(found)))
            at = group.last + 1

    def last_before(self, words: Sequence[str], number: int) -> int | None:
        """Give a number below `number` behind which, below it, not all words stand; None: nowhere.

        It is the least of those at which each word stands last.
        """
        least = number
        for word in words:
            last = max(
                (self._last(table, query, number) for table, query in self._asked(word)), default=-1
            )
            least = min(least, last)
        return least if 0 <= least < number else None

    def _last(self, table: str, query: str, number: int) -> int:
        row = self._connection.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ?"
            " ORDER BY rowid DESC LIMIT 1",
            (query, number),
        ).fetchone()
        return -1 if row is None else int(row[0])

    def _stream(self, word: str) -> _Either:
        return _Either([_Stream(self._connection, *asked) for asked in self._asked(word)])

    def _asked(self, word: str) -> list[tuple[str, str]]:
        """Give the tables of the index in which a word is looked up, with what is asked of each."""
        now = self._where is In.NOW
        begins = word[: _LONGEST_PHRASE if now else PROBE]
        told = phrase(begins)
        if told is None or not self.holds(word):
            return []
        paired = lookup(begins) if has_pairs(self._connection) else None
        return [("found", paired or told), *([] if now else [("received", told)])]

    def _group(self, number: int) -> Group:
        row = self._connection.execute(
            """
            SELECT b.article,
              (SELECT min(s.entry) FROM block c JOIN reading s ON s.block = c.key
               WHERE c.article = b.article),
              (SELECT max(s.entry) FROM block c JOIN reading s ON s.block = c.key
               WHERE c.article = b.article)
            FROM reading r JOIN block b ON b.key = r.block WHERE r.entry = ?
            """,
            (number,),
        ).fetchone()
        if row is not None:
            return Group(row[0], None, row[1], row[2])
        page = self._connection.execute(
            "SELECT key FROM page WHERE indexed = ?", (number,)
        ).fetchone()
        if page is None:
            raise self._damaged()
        return Group(None, page[0], number, number)

    def _damaged(self) -> DamagedLibraryError:
        path = self._connection.execute("PRAGMA database_list").fetchone()[2]
        return DamagedLibraryError(path, "stumbled")
