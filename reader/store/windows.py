"""What of a page's text as received the reading of its blocks does not show.

The stream of a page is its text without the runs of white space that hold a line end. Where
neighbours in the stream are neighbours in the reading of one block of an article, the index
of readings finds them. Everywhere else (at the end of a block, around struck text, a space
that is not read, text that was moved) a window of the stream is indexed for its own sake: so
each text of up to `PROBE` characters that was received is found in one index or the other,
in the entry of the block that holds its first character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.tokens import BREAK, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.store.compose import Piece, Reading
    from reader.store.streams import PageText
    from reader.text.tokens import Flat

    Texts = Callable[[int], PageText | None]

PROBE = 6
"""How many characters of a text are looked up; a longer one is looked up by its first."""

Span = tuple[int, int]


def owned(pieces: Iterable[Piece], texts: Texts) -> dict[int, list[Span]]:
    """Give, by source, the spans of the streams that lie in pieces of pages, joined."""
    spans: dict[int, list[Span]] = {}
    for piece in sorted(pieces):
        page = texts(piece.source)
        if page is None:
            continue
        low, high = page.flat.place(piece.start), page.flat.place(piece.end)
        mine = spans.setdefault(piece.source, [])
        if mine and mine[-1][1] == low:
            mine[-1] = (mine[-1][0], high)
        elif low < high:
            mine.append((low, high))
    return spans


def covered(reading: Reading, texts: Texts) -> dict[int, list[Span]]:
    """Give, by source, the spans of the streams that the reading shows without a break."""
    spans: dict[int, list[Span]] = {}
    last: int | None = None
    for s in reading.segments:
        if not s.plain or not s.text:
            if s.text and s.text != "\n":
                last = None
            continue
        page = texts(s.source)
        if page is None:
            last = None
            continue
        low, high = page.flat.place(s.start), page.flat.place(s.end)
        mine = spans.setdefault(s.source, [])
        if last == s.source and mine[-1][1] == low:
            mine[-1] = (mine[-1][0], high)
        else:
            mine.append((low, high))
        last = s.source
    return {source: sorted(mine) for source, mine in spans.items()}


def windows(reading: Reading, pieces: Sequence[Piece], texts: Texts) -> str:
    """Give the tokens of a block's windows."""
    shown = covered(reading, texts)
    told: list[str] = []
    for source, ranges in owned(pieces, texts).items():
        page = texts(source)
        assert page is not None
        told += _told(page.flat, _around(ranges, shown.get(source, ()), len(page.flat.text)))
    return f" {BREAK} ".join(told)


def whole(pieces: Iterable[Piece], texts: Texts) -> str:
    """Give the tokens of blocks that are in no index of readings: all of their text."""
    told: list[str] = []
    for source, ranges in owned(pieces, texts).items():
        page = texts(source)
        assert page is not None
        told += _told(page.flat, [(low, high + PROBE - 1) for low, high in ranges])
    return f" {BREAK} ".join(told)


def _around(ranges: Iterable[Span], shown: Sequence[Span], length: int) -> list[Span]:
    """Give the windows: what is not shown, and the end of each range, with what is around."""
    found: list[Span] = []
    following = iter([*shown, (length, length)])
    start, end = next(following)
    for low, high in ranges:
        at = low
        while start < high:
            if at > low or start > low:
                found.append((max(low, at - PROBE + 1), start + PROBE - 1))
            at = end
            start, end = next(following)
        if at < length:
            found.append((max(low, at - PROBE + 1), high + PROBE - 1))
    return found


def _told(flat: Flat, spans: Iterable[Span]) -> list[str]:
    """Give the tokens of each window, those that touch made one."""
    joined: list[Span] = []
    for low, high in spans:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return [tokens(flat.text[low:high]) for low, high in joined if low < len(flat.text)]
