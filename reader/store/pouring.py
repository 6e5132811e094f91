"""Compose text from pieces in bulk, noting where each character comes from.

It reads as `reader.store.compose` does (a test holds the two together) and makes no object a
segment, so that thousands of articles a second can be written.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.model import GLUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.corpus_rows import SourceText

Range = tuple[int | str | None, ...]
"""``(start, end, source_start, source_end)`` of a text, then the page's number where it comes
from another page than the article's, and the SHA-256 of the file where that is another, too."""


_GLUE = {reads[0]: glue for reads, glue in GLUE.items() if glue}
_GLUED = re.compile(f"[{''.join(_GLUE)}]").search


class Traced(NamedTuple):
    """A stretch ``text[at:stop]`` with the span of the source that reads so."""

    source: int
    start: int
    end: int
    at: int
    stop: int


class Stream:
    """A text that grows by spans of sources; `file` is the file to which ranges are relative.

    `page` is the page of which ranges need not tell the number.

    `ranges` maps the text to its sources, character for character; what a person typed has no
    range. A white space character that stands for a run maps to the same character in the run,
    and has no range when the run holds none such.
    """

    def __init__(self, file: int | None, *, page: int | None = None, traced: bool = False) -> None:
        self.file = file
        self.page = page
        self.at = 0
        self.parts: list[str] = []
        self.ranges: list[Range] = []
        self.lines: list[int] = []
        self.trace: list[Traced] | None = [] if traced else None
        self._follows: tuple[int, int] | None = None
        self._run: tuple[SourceText, int, int] | None = None

    def text(self) -> str:
        """Give the text so far."""
        return "".join(self.parts)

    def pour(self, source: SourceText, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it reads."""
        starts, ends = source.starts, source.ends
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        if low < len(starts) and starts[low] == start == ends[low]:
            low += 1  # a split at the piece's head belongs to the piece before
        if high < len(starts) and starts[high] == end == ends[high]:
            high += 1
        if self.trace is None and self._is_own(source) and not _GLUED(source.reads, low, high):
            self._add_joined(source, (start, *ends[low:high]), (*starts[low:high], end))
        else:
            self._add_glued(source, start, end, (low, high))
        at_end = high > low and ends[high - 1] == end and starts[high - 1] < end
        self._run = (source, starts[high - 1], end) if at_end and source.file is not None else None

    def _is_own(self, source: SourceText) -> bool:
        """Tell whether a source is the page to which ranges belong, or no page was named."""
        return source.file == self.file and self.page in {None, source.page}

    def _add_joined(self, source: SourceText, begins: Sequence[int], stops: Sequence[int]) -> None:
        """Add stretches of the article's file with nothing between them: the common case."""
        text, offset, borders, before = self._facts(source)
        at, last = self.at, self._last_of(source)
        for start, end in zip(begins, stops, strict=True):
            if start >= end:
                continue
            self.parts.append(text[start:end])
            self.lines.append(bisect_right(borders, start) + before)
            stop = at + end - start
            if start == last:
                self._widen(stop, end + offset)
            else:
                self.ranges.append((at, stop, start + offset, end + offset))
            at, last = stop, end
        self.at = at
        if last >= 0:
            self._follows = (source.key, last)

    @staticmethod
    def _facts(source: SourceText) -> tuple[str, int, Sequence[int], int]:
        return source.text, source.offset, source.line_starts, source.first_line - 1

    def _add_glued(self, source: SourceText, start: int, end: int, seams: tuple[int, int]) -> None:
        starts, ends, reads = source.starts, source.ends, source.reads
        here = start
        for k in range(*seams):
            if here < starts[k]:
                self._add(source, here, starts[k])
            if reads[k] in _GLUE:
                self._add_glue(source, starts[k], ends[k], _GLUE[reads[k]])
            here = ends[k]
        if here < end:
            self._add(source, here, end)

    def _last_of(self, source: SourceText) -> int:
        """Give where in the source the text ends that was added last, -1 for another source."""
        if self._follows and self._follows[0] == source.key and self.ranges[-1][1] == self.at:
            return self._follows[1]
        return -1

    def _widen(self, stop: int, source_end: int) -> None:
        """Let the last range end later."""
        last = self.ranges[-1]
        self.ranges[-1] = (last[0], stop, last[2], source_end, *last[4:])

    def _note(self, source: SourceText, at: int, start: int, end: int) -> None:
        """Note that the text from `at` stands for ``source[start:end]``."""
        span = (at, self.at, start + source.offset, end + source.offset)
        if self._is_own(source):
            self.ranges.append(span)
        elif source.file == self.file:
            self.ranges.append((*span, source.number))
        else:
            self.ranges.append((*span, source.number, source.sha256))

    def _add(self, source: SourceText, start: int, end: int) -> None:
        """Add text that reads as it stands."""
        last, at = self._last_of(source), self.at
        self.parts.append(source.text[start:end])
        self.at = at + end - start
        if self.trace is not None:
            self.trace.append(Traced(source.key, start, end, at, self.at))
        if source.file is None:
            return
        if source.file == self.file:
            self.lines.append(bisect_right(source.line_starts, start) + source.first_line - 1)
        if last == start:
            self._widen(self.at, end + source.offset)
        else:
            self._note(source, at, start, end)
        self._follows = (source.key, end)

    def _add_glue(self, source: SourceText, start: int, end: int, glue: str) -> None:
        """Add what a run of white space reads as, or a point where a person split and joined."""
        last, at = self._last_of(source), self.at
        self.parts.append(glue)
        self.at = at + len(glue)
        if self.trace is not None:
            self.trace.append(Traced(source.key, start, end, at, self.at))
        if source.file is not None and start < end:
            self._note_white(source, (start, end), glue, last)

    def _note_white(self, source: SourceText, run: tuple[int, int], glue: str, last: int) -> None:
        """Note where in its run the white space character just added stands, if it does."""
        same = source.text.find(glue, *run)
        if same < 0:
            return
        if last == same:
            self._widen(self.at, same + 1 + source.offset)
        else:
            self._note(source, self.at - 1, same, same + 1)
        self._follows = (source.key, same + 1)

    def end_block(self) -> None:
        """Add the line end between two blocks; it stands for the run with which the block ends."""
        self.parts.append("\n")
        run, self._run = self._run, None
        last = self._last_of(run[0]) if run else -1
        self.at += 1
        if run is not None:
            self._note_white(run[0], run[1:], "\n", last)
