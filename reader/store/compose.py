"""Compose the reading text of a block from its pieces: no context, nothing collapsed or stripped.

The reading text is the pieces in order, less the struck ones; a run of a page's white space
that has a seam reads as the seam says, any other text as it stands (a piece table, Crowley
1998). All positions are code points: `at` counts in the reading text, `start` and `end` in the
source.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.model import GLUE, Origin, Reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_READS = {str(reads): reads for reads in Reads}
_GLUE: dict[str, str] = {str(reads): glue for reads, glue in GLUE.items()}


class Piece(NamedTuple):
    """A row of the ledger: ``source[start:end]`` at `place` in `block`, struck by a correction."""

    source: int
    start: int
    end: int
    block: int
    place: int
    struck: int | None


class SeamRow(NamedTuple):
    """What composing needs of a seam; ``start == end`` where a person split between characters."""

    start: int
    end: int
    reads: str


class Segment(NamedTuple):
    """A stretch of one piece that reads in one way.

    `text` is what it reads (empty when struck, or when its seam joins). `seam` is how the run
    of white space reads, None for text that stands as it is.
    """

    at: int
    text: str
    source: int
    start: int
    end: int
    seam: Reads | None = None
    struck: int | None = None

    @property
    def stop(self) -> int:
        """Where the segment ends in the reading text."""
        return self.at + len(self.text)

    @property
    def plain(self) -> bool:
        """Tell whether this is text that can be read, of which each character has an address."""
        return self.seam is None and self.struck is None


@dataclass(frozen=True, slots=True)
class Reading:
    """A block as it reads, and what each stretch of it is made of."""

    text: str
    segments: tuple[Segment, ...]

    def origin(self) -> tuple[Origin, ...]:
        """Give where each character of the text comes from; glue has no origin."""
        return tuple(
            Origin(s.at, s.stop, s.source, s.start) for s in self.segments if s.text and s.plain
        )


def compose(
    pieces: Iterable[Piece],
    texts: Mapping[int, str],
    seams: Mapping[int, Sequence[SeamRow]],
) -> Reading:
    """Compose the pieces of a block, which come in the order of their place.

    `texts` holds the text of each source, `seams` the seams of each source in the order of
    their start (those of other blocks do no harm).
    """
    segments: list[Segment] = []
    at = 0
    for piece in pieces:
        if piece.struck is not None:
            segments.append(Segment(at, "", piece.source, piece.start, piece.end, None, piece[5]))
            continue
        text = texts[piece.source]
        here = piece.start
        for start, end, reads in seams_within(seams.get(piece.source, ()), piece):
            if start > here:
                segments.append(Segment(at, text[here:start], piece.source, here, start))
                at += start - here
            seam = _READS[reads]
            glue = GLUE[seam]
            segments.append(Segment(at, glue, piece.source, start, end, seam))
            at += len(glue)
            here = end
        if here < piece.end:
            segments.append(Segment(at, text[here : piece.end], piece.source, here, piece.end))
            at += piece.end - here
    return Reading("".join(s.text for s in segments), tuple(segments))


def text_of(
    pieces: Iterable[Piece], texts: Mapping[int, str], seams: Mapping[int, Sequence[SeamRow]]
) -> str:
    """Compose the text of a block as `compose` does, without telling where it comes from."""
    parts: list[str] = []
    for piece in pieces:
        if piece.struck is not None:
            continue
        text, here = texts[piece.source], piece.start
        for start, end, reads in seams_within(seams.get(piece.source, ()), piece):
            parts += (text[here:start], _GLUE[reads])
            here = end
        parts.append(text[here : piece.end] if here < piece.end else "")
    return "".join(parts)


def seams_within(seams: Sequence[SeamRow], piece: Piece) -> Sequence[SeamRow]:
    """Give the seams of a piece: runs that begin in it, and splits after a character of it."""
    if not seams:
        return ()
    low = bisect_left(seams, (piece.start,))
    high = bisect_left(seams, (piece.end,), low)
    if low < len(seams) and seams[low][0] == piece.start == seams[low][1]:
        low += 1  # a split at the piece's head belongs to the piece before
    if high < len(seams) and seams[high][0] == piece.end == seams[high][1]:
        high += 1
    return seams[low:high]
