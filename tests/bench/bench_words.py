"""Print what the words of an archive's own gain: wrong line ends of a page without and with them.

    python tests/bench/bench_words.py [--pages 12] [--archive 40] [--others] [--seeds]

Each page is read with the words that `reader.text.vocabulary` gathers from other pages of the same
maker, as the engine reads them (`--archive` pages of each of its plain kinds), and from its own
lines, as when the engine is run again. Makers tell the same articles on many pages; so of each
other page the blocks are left out that have eight characters in a row in common with the page that
is judged. Of line ends inside such a word it is told how many there are, how often the engine
expects the text to go on there without the words, how often it does, and which log odds would be
right (`known.OWN`). `--others` judges the ten makers that are trained on; `--seeds` tells which
words the sample pages have in common, and what changes by them.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from islands.island_pages import page as island
from outsiders.outsider_pages import page as outsider
from training.judge import judge, neutral_of, next_of, places_of, wanted
from training.makers import OTHERS, PLAIN

from reader import places
from reader.model import Kind
from reader.text.field import trained
from reader.text.lines import split_lines
from reader.text.repair import read_lines, repair
from reader.text.vocabulary import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from training.form import Page

    from reader.drafts import PageDraft

AWAY = 9_000
"""Numbers of the pages of an archive begin here."""
JUDGED = 5_000
GRAM = 8
DOUBT = 0.9
LEAST = 1e-6


@dataclass(slots=True)
class Gain:
    """What was counted: line ends, wrong ones before and after, and those inside words."""

    ends: int = 0
    before: int = 0
    after: int = 0
    doubts: int = 0
    doubts_after: int = 0
    words: int = 0
    inside: list[tuple[float, bool]] = field(default_factory=list)

    def __iadd__(self, other: Gain) -> Gain:
        self.ends += other.ends
        self.before += other.before
        self.after += other.after
        self.doubts += other.doubts
        self.doubts_after += other.doubts_after
        self.words += other.words
        self.inside += other.inside
        return self


def stretches(draft: PageDraft) -> list[tuple[int, int]]:
    """Give what of a page is read in articles."""
    of = {at for article in draft.articles for at in article.blocks}
    return [
        (part.start, part.end)
        for at, block in enumerate(draft.blocks)
        if at in of and block.kind is not Kind.FURNITURE
        for part in block.stretches
        if part.struck is None
    ]


def grams(text: str) -> set[str]:
    bare = "".join(text.split())
    return {bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1)}


Known = list[tuple[str, list[tuple[tuple[int, int], set[str]]]]]
"""Pages of an archive: the text, and each stretch with its grams."""


def archive(texts: Sequence[str]) -> Known:
    """Read the pages of an archive."""
    return [
        (text, [(span, grams(text[slice(*span)])) for span in stretches(repair(text))])
        for text in texts
    ]


def words_for(text: str, pages: Known) -> tuple[str, ...]:
    """Gather the words of an archive that has the page that is judged, but tells nothing twice."""
    mine, found = grams(text), Gathering()
    for other, spans in pages:
        found.page(other, [span for span, theirs in spans if mine.isdisjoint(theirs)])
    found.page(text, stretches(repair(text)))
    return found.words()


def inside(page: Page, words: frozenset[str]) -> Iterator[tuple[float, bool]]:
    """Give how sure the engine is without the words that a word goes on, and whether it does."""
    read = read_lines(page.raw, split_lines(page.raw), {})
    keeps, spots = read.decode({}).keeps, places_of(page.raw)
    gold = wanted(page, spots)
    neutral, follows = neutral_of(gold), next_of(gold)
    there = {at for _, _, span in gold for at in span}
    for at, keep in enumerate(keeps):
        above, below = read.sights[at].unit, read.sights[at + 1].unit
        start = spots.of[below.start]
        plain = read.order[at + 1] == read.order[at] + 1 and {start, start - 1} <= there
        if plain and start not in neutral and above.tail[-1] + below.text[0] in words:
            yield keep, start - 1 in follows


def gained(page: Page, words: Sequence[str]) -> Gain:
    """Count the wrong line ends of a page without words of an archive and with them."""
    plain = judge(page, repair(page.raw))
    with_words = judge(page, repair(page.raw, field=trained().knowing(words)))
    return Gain(
        len(plain.ends),
        sum(not right for _, right in plain.ends),
        sum(not right for _, right in with_words.ends),
        sum(sure < DOUBT for sure, _ in plain.ends),
        sum(sure < DOUBT for sure, _ in with_words.ends),
        len(words),
        list(inside(page, frozenset(words))),
    )


def odds(share: float) -> float:
    share = min(max(share, LEAST), 1 - LEAST)
    return log(share / (1 - share))


def fitted(ends: Sequence[tuple[float, bool]]) -> float:
    """Give the log odds, up to five, by which what is told becomes likeliest."""

    def likely(more: float) -> float:
        return -sum(
            log(1 + exp(-(odds(keep) + more) if goes else odds(keep) + more)) for keep, goes in ends
        )

    return max([tenth / 10 for tenth in range(-20, 51)], key=likely)


def row(name: str, told: Gain, pages: int) -> None:
    """Print a row of the table."""
    size = max(1, len(told.inside))
    expected, found = (sum(one[at] for one in told.inside) / size for at in (0, 1))
    print(
        f"| {name} | {told.words / pages:.0f} | {told.ends} | {told.before} | {told.after} "
        f"| {told.doubts} | {told.doubts_after} "
        f"| {len(told.inside)} | {expected:.4f} | {found:.4f} | {fitted(told.inside):.1f} |",
        flush=True,
    )


def judged(make: Callable[[str, int], Page], many: int, others: int) -> Gain:
    """Judge pages of a maker, each with the words of other pages of his."""
    known = archive([make(kind, AWAY + at).raw for kind in PLAIN for at in range(others)])
    whole = Gain()
    for kind in PLAIN:
        for at in range(many):
            made = make(kind, JUDGED + at)
            whole += gained(made, words_for(made.raw, known))
    return whole


def seeds() -> None:
    """Print what the sample pages tell of one another: each is read with the words of all five."""
    texts = [path.read_text("utf-8") for path in sorted(places.seeds().glob("*.txt"))]
    found = Gathering()
    for text in texts:
        found.page(text, stretches(repair(text)))
    words = found.words()
    print(f"words of the five sample pages: {len(words)}: {' '.join(words[:40])}")
    cut = turned = 0
    doubts = [0, 0]
    for text in texts:
        plain, again = (repair(text, field=trained().knowing(some)) for some in ((), words))
        for one, two in zip(plain.seams, again.seams, strict=True):
            pair = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
            cut += pair in words
            turned += one.reads is not two.reads
            doubts[0] += one.confidence < DOUBT
            doubts[1] += two.confidence < DOUBT
    print(f"line ends inside them: {cut}; that read otherwise: {turned}; doubts: {doubts}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--archive", type=int, default=40)
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--seeds", action="store_true")
    told = parser.parse_args()
    if told.seeds:
        seeds()
        return
    columns = "pages, words, line ends, wrong, with words, doubts, with words, inside, told, found"
    print(f"| {columns.replace(', ', ' | ')} | fit |")
    print(f"|{'---|' * 11}")
    makers = {"outsiders": outsider, "islands": island}
    if told.others:
        makers = {f"other {number}": one.make for number, one in enumerate(OTHERS, 1)}
    whole = Gain()
    for name, make in makers.items():
        gain = judged(make, told.pages, told.archive)
        row(name, gain, len(PLAIN) * told.pages)
        whole += gain
    row("all", whole, len(makers) * len(PLAIN) * told.pages)


if __name__ == "__main__":
    main()
