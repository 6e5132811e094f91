"""Tell how much text two pages have in common, from sketches of a fixed size, or exactly.

A page is the set of its runs of 8 characters, white space left out. Its *sketch* is the 64 least
of their hash values: the least values of a union follow from the two sketches, and the share of
them that both have estimates the sets' resemblance (Broder, "On the resemblance and containment
of documents", 1997; bottom-k sketches after the same, section 4), with a standard error of about
0.06 at most. Two pages with the share s of their runs in common resemble each other by s/(2 - s).

To find candidates among many pages, each stores its 16 least values as *probes* in an indexed
table. Where 0.8 of the runs are in common, resemblance is 0.67, and each probe of the union's
least fails to be shared with probability 0.33: all of them by 0.33 ** 16, some 1 in 40 million.
Scattered faults weigh more than their number (each breaks up to 8 runs), so that a second OCR of
a page may have 95 % of its characters and only 0.66 of its runs: likeness of candidates is
therefore measured exactly on their texts (`common`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUN = 8
"""Characters of a run."""

SIZE = 64
"""Values of a sketch."""

PROBES = 16
"""Values by which a page is found."""

ALIKE = 0.8
"""From this share of common text on, a page is told to be like another."""

_WIDTH = 4  # bytes of a character as it is hashed
_STEP = 1 << 16  # runs hashed at a time, so that a text of any length costs little room
_SURPLUS = 4  # how many times more values than are wanted are expected under the bound
_SECOND = 0x9E3779B9  # the start of the second checksum: any number but 0
_ALIGNED_UP_TO = 60_000
"""Characters; longer texts are compared by their runs alone, which is linear."""

_COUNTED_UP_TO = 1_000_000
"""Characters; of still longer texts the sketches are compared."""


def bare(text: str) -> str:
    """Give `text` without its white space, which no two extractions agree on."""
    return "".join(text.split())


def sketch(text: str) -> tuple[int, ...]:
    """Give the 64 least hash values of the runs of `text`, in order; none for a blank text.

    The values are the same in every process, and fit a signed 64-bit integer (all positive).
    """
    return _least(bare(text), SIZE)


def _least(text: str, size: int) -> tuple[int, ...]:
    data = text.encode("utf-32-le", "surrogatepass")
    least: dict[int, int] = {}
    for start, values in _checksums(data):
        # by CRC-32 first, where in the data the run stands second: only the least are
        # hashed again to 63 bits
        least.update((value, start + at * _WIDTH) for value, at in _low(values, size).items())
        least = dict(sorted(least.items())[:size])
    return tuple(sorted(_wide(data[at : at + RUN * _WIDTH], value) for value, at in least.items()))


def _checksums(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Give the CRC-32 of each run, some at a time, and where in the data the first of them is."""
    width = RUN * _WIDTH
    if not data:
        return
    last = max(len(data) - width, 0)
    for start in range(0, last + 1, _STEP * _WIDTH):
        stop = min(start + _STEP * _WIDTH, last + 1)
        yield start, [crc32(data[at : at + width]) for at in range(start, stop, _WIDTH)]


def _low(values: Sequence[int], size: int) -> dict[int, int]:
    """Map the least values, at least `size` if there are, to a place where each stands.

    Checksums are evenly spread, so that of all the values only those under a bound need to be
    kept and sorted; where they are not, since the text repeats itself, all are.
    """
    bound = (_SURPLUS * size << 32) // len(values)
    low = {value: at for at, value in enumerate(values) if value < bound}
    return low if len(low) >= size else {value: at for at, value in enumerate(values)}


def _wide(run: bytes, value: int) -> int:
    return (value << 31) | (crc32(run, _SECOND) >> 1)


def probes(sketched: tuple[int, ...]) -> tuple[int, ...]:
    """Give the values of a sketch by which its page is found among many."""
    return sketched[:PROBES]


def likeness(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Estimate the share of their runs that two pages have in common, from their sketches.

    The share is that of both pages together (Dice): 1 for the same runs, 0 for none. Pages of
    fewer than 64 runs are measured, not estimated.
    """
    if not first or not second:
        return 0.0
    union = sorted({*first, *second})[:SIZE]
    both = len(set(union) & set(first) & set(second))
    resemblance = both / len(union)
    return 2 * resemblance / (1 + resemblance)


def common(first: str, second: str) -> float:
    """Measure the share of characters that two texts have in common, white space left out.

    It is the greater of two: of their runs (which moved columns leave alone), and, for pages of
    ordinary length, of their longest common subsequence (which scattered faults leave alone).
    Both are shares of the two texts together. Of texts of more than a million characters the
    share of runs is estimated.
    """
    one, two = bare(first), bare(second)
    if max(len(one), len(two)) > _COUNTED_UP_TO:
        return likeness(_least(one, SIZE), _least(two, SIZE))
    share = _common_runs(one, two)
    if share < 1 and max(len(one), len(two)) <= _ALIGNED_UP_TO:
        longest = LCSseq.similarity(one, two)
        share = max(share, 2 * longest / max(1, len(one) + len(two)))
    return share


def _common_runs(one: str, two: str) -> float:
    runs, others = _runs(one), _runs(two)
    total = runs.total() + others.total()
    return 2 * (runs & others).total() / total if total else 0.0


def _runs(text: str) -> Counter[str]:
    return Counter(text[at : at + RUN] for at in range(max(1, len(text) - RUN + 1)) if text)
