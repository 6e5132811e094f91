"""See the pages from which is learnt: what people decided there, and what the field says of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING
from zlib import crc32

from reader.text import clues, decoder, rough, states
from reader.text.lines import split_lines
from reader.text.own import own_words
from reader.text.repair import elsewhere, read_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.model import Reads
    from reader.text.field import Field

HOLD = 5
"""One verdict of so many is held out, to measure what was learnt."""
_LEAST_SHARE = 1e-4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page and what people decided on it, as `reader.text.repair.repair` takes it.

    `name` says which page it is, the same at every time.
    """

    name: str
    text: str
    fixed: Mapping[int, Reads]


def page_of(lesson: Lesson, field: Field) -> Page | None:
    """See a page as the field does; None where no verdict on it says anything of the field.

    So it is on a page that is read roughly: the field never reads it, and what people put right
    there is not what the field said.
    """
    if rough.is_long(split_lines(lesson.text)):
        return None
    page = Page(lesson, field)
    return page if page.given else None


class Page:
    """A page as the field sees it: clues, scores, and verdicts by the place of the line above.

    `pairs` are the characters on both sides of each line end.
    """

    def __init__(self, lesson: Lesson, field: Field) -> None:
        self.lesson = lesson
        read = read_lines(lesson.text, split_lines(lesson.text), lesson.fixed, field)
        self.clues = clues.clues(read.sights, own_words(read.sights))
        self.said = read.said
        units = [sight.unit for sight in read.sights]
        self.pairs = [above.tail[-1] + below.text[0] for above, below in pairwise(units)]
        verdicts = read.verdicts(lesson.fixed)
        for at in elsewhere(read, verdicts):
            del verdicts[at]
        last = len(read.sights) - 1
        self.given = {read.place[at]: keep for at, keep in verdicts.items()}
        self.given.pop(last, None)
        draws: tuple[set[int], set[int]] = set(), set()
        for at in verdicts:
            drawn = crc32(f"{lesson.name}:{read.units[at].end}".encode()) % HOLD
            if drawn < len(draws) and read.place[at] in self.given:
                draws[drawn].add(read.place[at])
        self.held, self.choosing = draws
        """Verdicts held out to measure by, and those by which the pace is chosen."""
        self.features: list[list[int]] = []

    def likely(self, said: Sequence[decoder.Scores], steps: decoder.Steps) -> float:
        """Give the log likelihood of the verdicts by which the pace is chosen."""
        if not self.choosing:
            return 0.0
        keeps = decoder.decode(said, steps).keeps
        shares = (keeps[at] if self.given[at] else 1.0 - keeps[at] for at in self.choosing)
        return sum(log(max(share, _LEAST_SHARE)) for share in shares)

    def wrong(
        self, said: Sequence[decoder.Scores], steps: decoder.Steps, of: Collection[int]
    ) -> set[int]:
        """Give the verdicts that the field by itself decides otherwise."""
        path = decoder.decode(said, steps).path
        return {at for at in of if states.keeps(path[at], path[at + 1]) != self.given[at]}
