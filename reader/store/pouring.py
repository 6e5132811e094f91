"""Compose text from pieces in bulk, noting where each character comes from.

It reads as `reader.store.compose` does (a test holds the two together) and makes no object a
segment, so that thousands of articles a second can be written.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.store.corpus_rows import SourceText

Range = tuple[int | str | None, ...]
"""``(start, end, source_start, source_end)`` of a text, then page number and SHA-256 of the file
where it comes from another file than the article's page."""


class Traced(NamedTuple):
    """A stretch ``text[at:stop]`` with the span of the source that reads so."""

    source: int
    start: int
    end: int
    at: int
    stop: int


class Stream:
    """A text that grows by spans of sources; `file` is the file to which ranges are relative.

    `ranges` maps the text to its sources; what a person typed has no range. A white space
    character that stands for a run of white space maps to the same character in the run, or to
    the whole run when it holds none such.
    """

    def __init__(self, file: int | None, *, traced: bool = False) -> None:
        self.file = file
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
        starts, ends, glues = source.starts, source.ends, source.glues
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        if low < len(starts) and starts[low] == start == ends[low]:
            low += 1  # a split at the piece's head belongs to the piece before
        if high < len(starts) and starts[high] == end == ends[high]:
            high += 1
        here = start
        for k in range(low, high):
            if here < starts[k]:
                self._add(source, here, starts[k])
            if glues[k]:
                self._add_glue(source, starts[k], ends[k], glues[k])
            here = ends[k]
        if here < end:
            self._add(source, here, end)
        at_end = high > low and here == end and starts[high - 1] < end
        self._run = (source, starts[high - 1], end) if at_end and source.file is not None else None

    def _add(self, source: SourceText, start: int, end: int) -> None:
        """Add text that reads as it stands."""
        at = self.at
        stop = at + end - start
        self.parts.append(source.text[start:end])
        self.at = stop
        if self.trace is not None:
            self.trace.append(Traced(source.key, start, end, at, stop))
        if source.file is None:
            return
        own = source.file == self.file
        if own:
            line = source.first_line + bisect_right(source.line_starts, start) - 1
            self.lines.append(line)
        if self._follows == (source.key, start) and self.ranges[-1][1] == at:
            last = self.ranges[-1]
            self.ranges[-1] = (last[0], stop, last[2], end + source.offset, *last[4:])
        elif own:
            self.ranges.append((at, stop, start + source.offset, end + source.offset))
        else:
            where = (source.number, source.sha256)
            self.ranges.append((at, stop, start + source.offset, end + source.offset, *where))
        self._follows = (source.key, end)

    def _add_glue(self, source: SourceText, start: int, end: int, glue: str) -> None:
        at = self.at
        self.parts.append(glue)
        self.at = at + len(glue)
        if self.trace is not None:
            self.trace.append(Traced(source.key, start, end, at, self.at))
        if source.file is not None and start < end:
            self._range_of_white(source, start, end, glue)

    def _range_of_white(self, source: SourceText, start: int, end: int, glue: str) -> None:
        """Note the range of the white space character just added, which a run stands behind."""
        same = source.text.find(glue, start, end)
        low, high = (same, same + 1) if same >= 0 else (start, end)
        at, stop = self.at - 1, self.at
        if same >= 0 and self._follows == (source.key, low) and self.ranges[-1][1] == at:
            last = self.ranges[-1]
            self.ranges[-1] = (last[0], stop, last[2], high + source.offset, *last[4:])
        else:
            own = source.file == self.file
            where = () if own else (source.number, source.sha256)
            self.ranges.append((at, stop, low + source.offset, high + source.offset, *where))
        self._follows = (source.key, high) if same >= 0 else None

    def end_block(self) -> None:
        """Add the line end between two blocks; it stands for the run with which the block ends."""
        self.at += 1
        self.parts.append("\n")
        if self._run is not None:
            source, start, end = self._run
            self._range_of_white(source, start, end, "\n")
        else:
            self._follows = None
        self._run = None
