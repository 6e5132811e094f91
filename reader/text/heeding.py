"""Hold the words of an archive against what people decided; a word never wins against a person.

A word inside which a person parted lines is left out, and so are those of a page on which a verdict
would be wrong that was right. The verdicts that are held out (as in `lessons`) say whether words
do more harm than good; then there are none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Reads
from reader.text import cues, known
from reader.text.lessons import page_of
from reader.text.lines import WHITE_RUN
from reader.text.repair import uncollected
from reader.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from collections.abc import Set as AbstractSet

    from reader.text.decoder import Scores
    from reader.text.field import Field
    from reader.text.lessons import Lesson, Page

ROUNDS = 6
"""How often words are dropped by which a verdict would be wrong that was right."""


def heed(
    words: Sequence[str],
    lessons: Sequence[Lesson],
    field: Field,
    report: Callable[[int, int], None] | None = None,
) -> Vocabulary:
    """Leave out the words that verdicts speak against, and measure the others.

    `field` has the weights with which they will be used; `report` is told how many pages of how
    many were read.
    """
    if not words:
        return Vocabulary()
    with uncollected():
        plain = field.knowing(())
        pages = []
        for done, lesson in enumerate(lessons):
            if report is not None:
                report(done, len(lessons))
            if page := page_of(lesson, plain):
                pages.append(_Heard(page, plain))
        held = sum(len(page.page.held) for page in pages)
        taught = set(words).difference(*[page.parted() for page in pages])
        before = sum(len(page.before & page.page.held) for page in pages)
        after = sum(len(page.wrong(taught) & page.page.held) for page in pages)
        measured = Vocabulary((), 0, held, before, after, refused=after > before)
        if measured.refused:
            return measured
        left = _harmless(set(words).difference(*map(parted, lessons)), pages)
    kept = tuple([word for word in words if word in left])
    return replace(measured, words=kept, parted=len(words) - len(kept))


def parted(lesson: Lesson) -> set[str]:
    """Give the pairs of characters between which a person did not join what stood apart."""
    found: set[str] = set()
    text = lesson.text
    for at, reads in lesson.fixed.items():
        run = WHITE_RUN.match(text, at) if reads is not Reads.JOIN else None
        if at and run is not None and run.end() < len(text):
            pair = cues.plain(text[at - 1] + text[run.end()])
            found.update((pair, cues.fold(pair)))
    return found


class _Heard:
    """A page with verdicts, and how the field decides them with words and without."""

    def __init__(self, page: Page, field: Field) -> None:
        self.page = page
        self._steps = field.steps
        self.before = page.wrong(page.said, field.steps, page.given.keys())

    def parted(self) -> set[str]:
        """Give the pairs between which a verdict that is not held out parts lines."""
        page = self.page
        return {
            page.pairs[at] for at, keep in page.given.items() if not keep and at not in page.held
        }

    def wrong(self, words: Collection[str]) -> AbstractSet[int]:
        """Give the verdicts that are decided wrongly with some words."""
        page = self.page
        marks = [
            (at + 1, known.GOING_ON, known.OWN)
            for at, pair in enumerate(page.pairs)
            if pair in words
        ]
        if not marks:
            return self.before
        said: Sequence[Scores] = known.weighed(list(page.said), marks)
        return page.wrong(said, self._steps, page.given.keys())


def _harmless(words: set[str], pages: Sequence[_Heard]) -> set[str]:
    """Drop the words of pages on which a verdict is wrong that was right, until none is."""
    for _ in range(ROUNDS):
        broken = [page for page in pages if page.wrong(words) - page.before]
        if not broken:
            return words
        words = words.difference(*[page.page.pairs for page in broken])
    return set()
