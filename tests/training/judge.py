"""Judge how a page was repaired against how it should read, character for character.

Places are counted in the raw page's characters that are not white space. Neutral are the page's
first character, furniture, and lines whose predecessor stands elsewhere on the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from itertools import pairwise
from typing import TYPE_CHECKING

from training.form import HEADS

from reader.model import Reads
from reader.text.expected import wrong_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.form import Page

    from reader.drafts import PageDraft


@dataclass(slots=True)
class Count:
    """What was found rightly, found wrongly, and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, wanted: Counter[object], got: Counter[object]) -> None:
        """Count what two bags share and what only one of them has."""
        both = sum((wanted & got).values())
        self.right += both
        self.wrong += sum(got.values()) - both
        self.missed += sum(wanted.values()) - both

    def __iadd__(self, other: Count) -> Count:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall; 1 where there was nothing to find."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0


@dataclass(slots=True)
class Judged:
    """What was right and wrong on a page, or on several when added.

    `exact` counts paragraphs: `missed` are those that are not exactly right. `ends` has for each
    line end between two lines of text how sure the engine was, and whether it was right; `told`
    is how many of them the engine itself expects to be wrong. `moved` has the same of line ends
    from which the text goes on elsewhere: right is only the next character that should follow.
    `roles` has for each line its role, how sure the engine was of it, and whether it was right.
    `errors` tells each wrong boundary with the text around it.
    """

    boundary: Count = field(default_factory=Count)
    exact: Count = field(default_factory=Count)
    titles: Count = field(default_factory=Count)
    articles: Count = field(default_factory=Count)
    furniture: Count = field(default_factory=Count)
    ends: list[tuple[float, bool]] = field(default_factory=list)
    told: float = 0.0
    moved: list[tuple[float, bool]] = field(default_factory=list)
    roles: list[tuple[str, float, bool]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lost: int = 0

    def __iadd__(self, other: Judged) -> Judged:
        for one in fields(self):
            value = getattr(self, one.name)
            value += getattr(other, one.name)
            setattr(self, one.name, value)
        return self


def summed(parts: Iterable[Judged]) -> Judged:
    """Add up what was judged of pages."""
    whole = Judged()
    for part in parts:
        whole += part
    return whole


class Places:
    """Counts places of a raw page in characters that are not white space."""

    def __init__(self, raw: str) -> None:
        self.text = "".join(raw.split())
        self.of: list[int] = []
        count = 0
        for mark in raw:
            self.of.append(count)
            count += not mark.isspace()
        self.of.append(count)

    def span(self, start: int, end: int) -> range:
        return range(self.of[start], self.of[end])


Part = tuple[str, int, list[int]]
"""A block: its kind, its article (-1 for none), the places of its characters in reading order."""


def places_of(raw: str) -> Places:
    """Count the places of a raw page."""
    return Places(raw)


def wanted(page: Page, places: Places) -> list[Part]:
    """Give the blocks of a page as they should read."""
    return [
        (
            block.kind,
            block.article,
            [at for cell in page.parts(number) for at in places.span(cell.start, cell.end)],
        )
        for number, block in enumerate(page.blocks)
    ]


def got(draft: PageDraft, places: Places) -> list[Part]:
    """Give the blocks of a page as they were read."""
    article = {at: number for number, item in enumerate(draft.articles) for at in item.blocks}
    return [
        (
            block.kind.value,
            article.get(number, -1),
            [
                at
                for stretch in block.stretches
                if stretch.struck is None
                for at in places.span(stretch.start, stretch.end)
            ],
        )
        for number, block in enumerate(draft.blocks)
    ]


def judge(page: Page, draft: PageDraft) -> Judged:
    """Judge a draft of a page."""
    places = places_of(page.raw)
    gold, read = wanted(page, places), got(draft, places)
    found = Judged()
    neutral = neutral_of(gold)
    _boundaries(found, (gold, read), neutral, places.text)
    _paragraphs(found, gold, read, places.text)
    _titles(found, gold, read, places.text)
    _articles(found, gold, read)
    stuff = {at for kind, _, span in gold if kind == "furniture" for at in span}
    taken = {at for kind, _, span in read if kind == "furniture" for at in span}
    found.furniture.add(Counter(stuff), Counter(taken))
    _line_ends(found, (gold, read), draft, places, neutral)
    _roles(found, gold, draft, places)
    return found


def neutral_of(gold: Sequence[Part]) -> set[int]:
    """Give the places at which nothing is counted."""
    neutral = {0}
    aside = {at for kind, _, span in gold if kind in ("furniture", "caption") for at in span}
    for kind, _, span in gold:
        if kind == "furniture":
            neutral.update(span)
            continue
        for before, after in pairwise(span):
            if after != before + 1 and not (
                after > before and all(at in aside for at in range(before + 1, after))
            ):
                neutral.add(after)
                neutral.add(before + 1)
    return neutral


def _starts(blocks: Iterable[Part]) -> set[int]:
    return {span[0] for kind, _, span in blocks if span and kind != "furniture"}


def _boundaries(
    found: Judged, blocks: tuple[list[Part], list[Part]], neutral: set[int], text: str
) -> None:
    gold, read = (_starts(each) - neutral for each in blocks)
    found.boundary.add(Counter(gold), Counter(read))
    for name, wrong in (("wrong break", read - gold), ("wrong join", gold - read)):
        found.errors.extend(
            f"{name}: {text[max(0, at - 14) : at]}|{text[at : at + 14]}" for at in sorted(wrong)
        )


def _words(span: Sequence[int], text: str) -> str:
    return "".join([text[at] for at in span])


def _paragraphs(found: Judged, gold: Sequence[Part], read: Sequence[Part], text: str) -> None:
    paras = Counter(_words(span, text) for kind, _, span in gold if kind == "para")
    there = Counter(_words(span, text) for _, _, span in read)
    both = sum((paras & there).values())
    found.exact.right += both
    found.exact.missed += sum(paras.values()) - both


def _titles(found: Judged, gold: Sequence[Part], read: Sequence[Part], text: str) -> None:
    """Match titles to any heading line of an article not matched yet."""
    heads: dict[int, set[str]] = {}
    titled = set()
    for kind, article, span in gold:
        if kind in HEADS and kind != "byline":
            heads.setdefault(article, set()).add(_words(span, text))
            titled.add(article)
    free = dict(heads)
    titles = [_words(span, text) for kind, _, span in read if kind == "title"]
    right = 0
    for title in titles:
        match = next((article for article, words in free.items() if title in words), None)
        if match is not None:
            del free[match]
            right += 1
    found.titles += Count(right, len(titles) - right, len(titled) - right)


def _articles(found: Judged, gold: Sequence[Part], read: Sequence[Part]) -> None:
    """Match each start of an article to any headline, else the first body block, of another."""
    wanted_starts = [starts for starts, _ in _heads(gold)]
    free = list(wanted_starts)
    right = 0
    began = _heads(read)
    for _, start in began:
        match = next((starts for starts in free if start in starts), None)
        if match is not None:
            free.remove(match)
            right += 1
    found.articles += Count(right, len(began) - right, len(wanted_starts) - right)


def _heads(blocks: Sequence[Part]) -> list[tuple[set[int], int]]:
    heads: dict[int, list[int]] = {}
    bodies: dict[int, list[int]] = {}
    for kind, article, span in blocks:
        if article >= 0 and span:
            into = heads if kind in HEADS else bodies
            into.setdefault(article, []).append(span[0])
    found = []
    for article in sorted({*heads, *bodies}):
        starts = set(heads.get(article) or bodies[article][:1])
        found.append((starts, min(heads.get(article) or bodies[article])))
    return found


def next_of(blocks: Iterable[Part]) -> dict[int, int]:
    """Map each place that is not the last of its block to the one that is read after it."""
    return {one: two for _, _, span in blocks for one, two in pairwise(span)}


def _line_ends(
    found: Judged,
    blocks: tuple[list[Part], list[Part]],
    draft: PageDraft,
    places: Places,
    neutral: set[int],
) -> None:
    gold, read = blocks
    follows, reads = next_of(gold), next_of(read)
    # A paragraph goes on below a caption that stands inside it: the line end above says so.
    again = {at for _, _, span in gold for at in span}
    for seam in draft.seams:
        at = places.of[seam.end]
        lines = "\n" in draft.text[seam.start : seam.end]
        if not lines or seam.start == 0 or seam.end == len(draft.text):
            continue
        if seam.reasons and seam.reasons[0].code == "moved":
            if at - 1 in again:
                right = follows.get(at - 1, -1) == reads.get(at - 1)
                found.moved.append((seam.confidence, right))
            continue
        if at in neutral or at - 1 in neutral - {0} or at not in again or at - 1 not in again:
            continue
        found.told += wrong_of(seam.confidence, {reason.code for reason in seam.reasons})
        found.ends.append((seam.confidence, (at - 1 in follows) == (seam.reads is not Reads.PARA)))


def _roles(found: Judged, gold: Sequence[Part], draft: PageDraft, places: Places) -> None:
    """Judge the role of each line by that of its first character; what stands again has none."""
    block_at = {at: (kind, span) for kind, _, span in gold for at in span}
    told = {role.number: role for role in draft.roles}
    for line in draft.lines:
        here = places.span(line.start, line.end)
        if not here or line.number not in told or here[0] not in block_at:
            continue
        kind, span = block_at[here[0]]
        if kind == "para":
            first, last = here[0] == span[0], span[-1] in here
            kind = ("middle", "last", "first", "single")[2 * first + last]
        role = told[line.number]
        found.roles.append((role.role.value, role.confidence, role.role.value == kind))


def after_doubts(ends: Sequence[tuple[float, bool]], share: float = 0.06) -> float:
    """Give the share of wrong line ends when the least sure `share` of all were put right."""
    if not ends:
        return 0.0
    left = sorted(ends, reverse=True)[: len(ends) - round(len(ends) * share)]
    return sum(not right for _, right in left) / len(ends)


def calibration(ends: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Give the expected calibration error, over bins of equally many line ends."""
    ranked = sorted(ends)
    size = max(1, len(ranked) // bins)
    total = 0.0
    for low in range(0, len(ranked), size):
        part = ranked[low : low + size]
        sure = sum(one for one, _ in part) / len(part)
        total += len(part) * abs(sure - sum(right for _, right in part) / len(part))
    return total / max(1, len(ranked))


def moved_wrong(found: Judged) -> str:
    """Tell how many wrong line ends that go on elsewhere were expected, how many there are.

    And of how many, since they are few.
    """
    told = sum(1.0 - sure for sure, _ in found.moved)
    wrong = sum(not right for _, right in found.moved)
    return f"{told:.0f} / {wrong} of {len(found.moved)}"
