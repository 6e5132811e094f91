"""Score a draft against how a page should read, in the characters that are not white space."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import HEAD_KINDS

if TYPE_CHECKING:
    from wrapping import Page

    from reader.drafts import PageDraft

HEADS = {kind.value for kind in HEAD_KINDS}


@dataclass
class Score:
    """Counts of what was found rightly, wrongly and not, and of paragraphs exactly right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    exact: int = 0
    paras: int = 0
    heads: int = 0
    heads_right: int = 0
    articles: int = 0
    articles_right: int = 0
    articles_wrong: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __iadd__(self, other: Score) -> Score:
        for name in Score.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


def stream(text: str) -> str:
    return "".join(text.split())


def offsets(text: str) -> list[int]:
    """Give for each position of a text how many characters before it are not white space."""
    found, count = [], 0
    for mark in text:
        found.append(count)
        count += not mark.isspace()
    return [*found, count]


def drafted(draft: PageDraft) -> list[tuple[str, tuple[tuple[int, int], ...], int]]:
    """Give the blocks of a draft: kind, spans in the stream, number of the article or -1."""
    count = offsets(draft.text)
    article = {at: number for number, item in enumerate(draft.articles) for at in item.blocks}
    found = []
    for at, block in enumerate(draft.blocks):
        spans = []
        for stretch in block.stretches:
            low, high = count[stretch.start], count[stretch.end]
            if high > low:
                if spans and spans[-1][1] == low:
                    spans[-1] = (spans[-1][0], high)
                else:
                    spans.append((low, high))
        if spans:
            found.append((block.kind.value, tuple(spans), article.get(at, -1)))
    return found


def wanted_blocks(page: Page) -> list[tuple[str, int, int, int]]:
    """Give the blocks as they should be: kind, span in the stream, number of the article."""
    found, at = [], 0
    for block in page.blocks:
        size = len(stream(block.text))
        found.append((block.kind, at, at + size, block.article))
        at += size
    return found


def score(page: Page, draft: PageDraft) -> Score:
    """Score a draft of an artificial page: boundaries, paragraphs, headlines, articles."""
    gold, blocks = wanted_blocks(page), drafted(draft)
    text = stream(page.raw)
    neutral = {i for kind, low, high, _ in gold if kind == "furniture" for i in range(low, high)}
    neutral.add(0)
    neutral.update(low for kind, low, _, _ in gold if kind == "goes on")
    wanted = {low for _, low, _, _ in gold} - neutral
    got = {spans[0][0] for _, spans, _ in blocks} - neutral
    result = Score(len(wanted & got), len(got - wanted), len(wanted - got))
    exact = {spans for kind, spans, _ in blocks if kind == "para"}
    heads = {spans for kind, spans, _ in blocks if kind in HEADS or kind == "subhead"}
    paras = _whole(gold)
    wanted_heads = [((low, high),) for kind, low, high, _ in gold if kind in HEADS]
    result.paras, result.exact = len(paras), sum(spans in exact for spans in paras)
    result.heads = len(wanted_heads)
    result.heads_right = sum(spans in heads for spans in wanted_heads)
    firsts = _starts((kind, spans[0][0], number) for kind, spans, number in blocks)
    gold_firsts = _starts((kind, low, number) for kind, low, _, number in gold)
    result.articles = len(gold_firsts)
    result.articles_right = len(firsts & gold_firsts)
    result.articles_wrong = len(firsts - gold_firsts)
    for name, places in (("wrong break", got - wanted), ("wrong join", wanted - got)):
        result.errors.extend(
            f"{name}: {text[max(0, place - 12) : place]}|{text[place : place + 12]}"
            for place in sorted(places)
        )
    return result


def _whole(gold) -> list[tuple[tuple[int, int], ...]]:
    """Give the spans of each paragraph, with what goes on behind a caption."""
    found: list[tuple[tuple[int, int], ...]] = []
    for kind, low, high, _ in gold:
        if kind == "para":
            found.append(((low, high),))
        elif kind == "goes on":
            found[-1] = (*found[-1], (low, high))
    return found


def _starts(blocks) -> set[int]:
    """Give where each article begins, captions and the page's own blocks apart."""
    found: dict[int, int] = {}
    for kind, low, number in blocks:
        if number >= 0 and kind not in {"furniture", "section", "caption", "goes on"}:
            found[number] = min(low, found.get(number, low))
    return set(found.values())
