"""Keywords of a text by TF-IDF, as ``jieba.analyse.extract_tags`` gives them, in less memory.

The weight of a word is its share of the text's words times jieba's inverse document frequency
(Salton and Buckley 1988); a word that jieba's file lacks has the file's median. The file's
270,000 words are kept as one sorted array of hashes: 2 MB where a dictionary takes 36.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from reader.text.words import cut, idf_file

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH = """
all an and are as at be by can for from has have if in is it not of on one or that the then this
to we which with you
"""
STOP_WORDS = frozenset(_ENGLISH.split())
"""English words that are no keywords; a single character never is."""

_VALUE_BITS = 12
_RUNS = 64
"""In how many runs the hashes are sorted: a sort is one call, in which no other thread runs."""


class Keyword(NamedTuple):
    """A word of a text, its weight, and how often it occurs."""

    word: str
    weight: float
    times: int


@dataclass(frozen=True, slots=True)
class _Frequencies:
    """Inverse document frequencies: hashes of words, each with the index of its value."""

    words: Sequence[int]
    values: Sequence[float]
    median: float

    def of(self, word: str) -> float:
        wanted = _hash(word.encode("utf-8", "surrogatepass"))
        at = bisect_left(self.words, wanted)
        if at < len(self.words) and self.words[at] >> _VALUE_BITS == wanted >> _VALUE_BITS:
            return self.values[self.words[at] & ((1 << _VALUE_BITS) - 1)]
        return self.median


def keywords(text: str, most: int | None = 20) -> list[Keyword]:
    """Give the keywords of a text, heaviest first; all of them when `most` is None."""
    counts = Counter(
        word for word in cut(text) if len(word.strip()) >= 2 and word.lower() not in STOP_WORDS
    )
    total = sum(counts.values())
    known = _frequencies()
    weighed = [Keyword(w, n * (known.of(w) / total), n) for w, n in counts.items()]
    return sorted(weighed, key=lambda k: k.weight, reverse=True)[:most]


def _hash(word: bytes) -> int:
    """Give 52 bits of a word's hash, with the bits of its value's index empty."""
    digest = int.from_bytes(blake2b(word, digest_size=8).digest(), "big")
    return digest >> _VALUE_BITS << _VALUE_BITS


@lru_cache(maxsize=1)
def _frequencies() -> _Frequencies:
    indices: dict[bytes, int] = {}
    counts: Counter[int] = Counter()
    runs = [array("Q") for _ in range(_RUNS)]
    with idf_file().open("rb") as file:
        for line in file:
            word, _, value = line.strip().partition(b" ")
            index = indices.setdefault(value, len(indices))
            counts[index] += 1
            hashed = _hash(word) | index
            runs[hashed * _RUNS >> 64].append(hashed)
    values = [float(value) for value in indices]
    assert len(values) < 1 << _VALUE_BITS
    words = array("Q")
    for run in runs:
        words.extend(sorted(run))
    return _Frequencies(words, values, _median(values, counts))


def _median(values: Sequence[float], counts: Counter[int]) -> float:
    left = counts.total() // 2
    for index in sorted(counts, key=values.__getitem__):
        left -= counts[index]
        if left < 0:
            return values[index]
    raise AssertionError("no words")
