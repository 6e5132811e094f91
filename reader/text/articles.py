"""Put blocks together to articles: headline groups in their roles, bodies, labels, subheads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind
from reader.text import cues, dates, furniture, headlines, matching, openings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Unit
    from reader.text.openings import Place


HEADINGS = (Kind.KICKER, Kind.TITLE, Kind.SUBTITLE)
"""Kinds of an article's headlines."""
MOST_HEADS = 24
"""Headlines in a row beyond which they are not parted among articles."""


@dataclass(slots=True)
class Story:
    """An article in the making: places of blocks; `head` before `body`, in reading order."""

    head: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    section: int | None = None


def assemble(
    blocks: Sequence[Block], units: Sequence[Unit], begins: Sequence[float]
) -> list[Story]:
    """Put the blocks of a page, in the order of the page, together to articles.

    An article begins with each group of headlines, and where the text itself begins anew.
    Headlines that stand together above several bodies are matched to them. `begins` has for each
    block the probability that an article begins with it. Changes kinds of `blocks` in place.
    """
    _signed_labels(blocks)
    _head_of_page(blocks, units)
    _whole_tables(blocks, units)
    maker = _Maker(blocks)
    for at in range(len(blocks)):
        maker.take(at)
    stories = _Parter(maker.done(), _Page(blocks, units, begins)).parted()
    for story in stories:
        _settle(story, blocks, units)
    return stories


def _signed_labels(blocks: Sequence[Block]) -> None:
    """Make titles of labels that are signed: of a poem, an essay; no headline stands there."""
    shown = [block for block in blocks if block.kind is not Kind.FURNITURE]
    kinds = [block.kind for block in shown]
    for at, (label, name) in enumerate(pairwise(shown)):
        if label.kind is Kind.SECTION and name.kind is Kind.BYLINE:
            below = kinds[at + 2] if at + 2 < len(kinds) else None
            if below not in (*HEADINGS, Kind.SECTION, None):
                label.kind = Kind.TITLE


TOP = 3
"""Blocks at the top of a page among which a day alone is that of the issue."""
_DAY_ALONE = re.compile(
    f"{dates.DAY_LINE}(?:[ 　]*(?:星期.|[周週].|[农農][历曆].{{2,8}}|[（(].{{1,10}}[）)]"
    "|第.{1,8}[期号號版张張]))*"
)
_PAPER = re.compile(r"[^\W\d]{2,7}[报報刊]")
_GOOD_NEWS = re.compile(r"[^\W\d]{0,9}[喜捷][报報][！!]?")


def _head_of_page(blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Make furniture of a day alone at the top of a page, and of the name of a newspaper above it.

    Else it would be the kicker of the first article where the page has no more of a masthead. Good
    news (喜报, 捷报) has the form of such a name, and is a headline.
    """
    for at, block in enumerate(blocks[:TOP]):
        if _reads(block, units, _DAY_ALONE) and len(blocks) > at + 1:
            block.kind = Kind.FURNITURE
            for above in blocks[:at]:
                if _reads(above, units, _GOOD_NEWS):
                    above.kind = above.kind if above.kind in HEADINGS else Kind.TITLE
                elif _reads(above, units, _PAPER):
                    above.kind = Kind.FURNITURE


def _reads(block: Block, units: Sequence[Unit], form: re.Pattern[str]) -> bool:
    only = len(block.units) == 1 and block.kind is not Kind.SECTION
    return only and form.fullmatch(units[block.units[0]].text) is not None


def _whole_tables(blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Make text of a table's rows that are taken for furniture below text, and of what names it.

    Else they would be missing from the article, and nothing would say so. Rows that by their own
    words are furniture, as those of a forecast of the weather, stay so where most are taken for it.
    """
    tables: list[list[Block]] = []
    for block in blocks:
        if tables and _goes_on(tables[-1][-1], block, units):
            tables[-1].append(block)
        else:
            tables.append([block])
    text, above = False, None
    for rows in tables:
        if len(rows) > 1 and text and _is_text(rows, units):
            for block in rows:
                block.kind = Kind.PARA
            if above is not None and _names_table(above, units):
                above.kind = Kind.PARA
        text = text or any(block.kind in _TEXT for block in rows)
        above = rows[-1]


_TEXT = (Kind.PARA, *HEADINGS)
_TABLE = re.compile("(?:表|一[览覽]|名[单單]|行情)[：:]?$")


def _is_text(rows: Sequence[Block], units: Sequence[Unit]) -> bool:
    if 2 * sum(block.kind is Kind.PARA for block in rows) > len(rows):
        return True
    return not any(_says_it_is_none(block, units) for block in rows)


def _says_it_is_none(block: Block, units: Sequence[Unit]) -> bool:
    return furniture.furniture(units[block.units[0]]) is not None


def _names_table(block: Block, units: Sequence[Unit]) -> bool:
    only = len(block.units) == 1 and block.kind is Kind.FURNITURE
    return only and _TABLE.search(units[block.units[0]].text) is not None


def _goes_on(above: Block, below: Block, units: Sequence[Unit]) -> bool:
    """Tell whether two blocks are rows of one table, text or furniture, one below the other."""
    if not len(above.units) == len(below.units) == 1:
        return False
    if not {above.kind, below.kind} <= {Kind.PARA, Kind.FURNITURE}:
        return False
    one, other = units[above.units[0]].text, units[below.units[0]].text
    return cues.same_columns(one, other)


class _Maker:
    """Takes blocks one after another: each run of headlines with the text below is a story."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.stories: list[Story] = []
        self.section: int | None = None
        self.early: list[int] = []
        self.names: list[int] = []

    def take(self, at: int) -> None:
        """Take the block at a place."""
        block = self.blocks[at]
        if block.kind is Kind.FURNITURE:
            return
        if block.kind is Kind.SECTION:
            self.section = at
        elif block.kind in HEADINGS:
            self._head(at)
        elif block.kind is Kind.CAPTION and not self._going():
            self.early.append(at)
        elif block.kind is Kind.BYLINE and not self._going():
            self.names.append(at)
        elif block.kind is Kind.BYLINE and not self._told():
            self.stories[-1].head.append(at)
        else:
            self._body(at)

    def _going(self) -> bool:
        """Tell whether there is an article under the present label."""
        return bool(self.stories) and self.stories[-1].section == self.section

    def _told(self) -> bool:
        """Tell whether the article has text already, besides captions."""
        return any(self.blocks[at].kind is not Kind.CAPTION for at in self.stories[-1].body)

    def _begin(self) -> None:
        self.stories.append(Story(self.names, self.early, self.section))
        self.names, self.early = [], []

    def _head(self, at: int) -> None:
        if not self._going():
            self._begin()
        elif self._told():
            if self.section is not None and self.blocks[self.section].alone:
                self.section = None
            self._begin()
        self.stories[-1].head.append(at)

    def _body(self, at: int) -> None:
        if not self._going():
            self._begin()
        self.stories[-1].body.append(at)

    def done(self) -> list[Story]:
        """Give the articles; captions and names that found none are one of their own."""
        if self.early or self.names:
            self._begin()
        return self.stories


class _Page(NamedTuple):
    blocks: Sequence[Block]
    units: Sequence[Unit]
    begins: Sequence[float]


class _Parter:
    """Parts runs of headlines among articles, and bodies at their beginnings."""

    def __init__(self, stories: list[Story], page: _Page) -> None:
        self.stories, self.blocks, self.units, self.begins = stories, *page
        blocks, units = page.blocks, page.units
        self.places = [openings.places(story.body, blocks, units) for story in stories]
        self.bare = [at for at, story in enumerate(stories) if self._bare(story)]
        self.claims: list[dict[int, list[int]]] = [{} for _ in stories]
        self.bodiless: list[list[list[int]]] = [[] for _ in stories]

    def _bare(self, story: Story) -> bool:
        return bool(story.body) and not self._headed(story)

    def _headed(self, story: Story) -> bool:
        return any(self.blocks[at].kind in HEADINGS for at in story.head)

    def parted(self) -> list[Story]:
        """Give the stories, each an article."""
        for at, story in enumerate(self.stories):
            if self._headed(story):
                self._share(at)
        self._pair()
        return [part for at in range(len(self.stories)) for part in self._cut(at)]

    def _share(self, at: int) -> None:
        """Share the headlines of a story out to the openings that they may belong to."""
        story, own = self.stories[at], self.places[at]
        cuts = cut_odds(story.head, self.blocks, self.begins)[:MOST_HEADS]
        lent = [
            (bare, place) for bare in self.bare for place in self.places[bare]
            if place.at not in self.claims[bare]
        ]  # fmt: skip
        most = max(cuts[1:], default=-9.0)
        if story.body and (most < UNLIKELY or (most < CLEAR_CUT and len(own) < 2 and not lent)):
            self.claims[at][0] = story.head
            return
        if story.body and most < CLEAR_CUT:
            lent = []
        choices = [matching.Opening(place.odds, self._words(at, place)) for place in own]
        choices += [
            matching.Opening(place.odds if place.at else BEGINS, self._words(bare, place))
            for bare, place in lent
        ]
        words = [
            openings.pairs_of(openings.words_of(self.blocks[head], self.units, 80))
            if self.blocks[head].kind in HEADINGS
            else frozenset[int]()
            for head in story.head
        ]
        for part in matching.parted(words, cuts, choices, below=bool(story.body)):
            heads = story.head[part.low : part.high]
            if part.opening is None:
                self.bodiless[at].append(heads)
            elif part.opening < len(own):
                self.claims[at][own[part.opening].at] = heads
            else:
                bare, place = lent[part.opening - len(own)]
                self.claims[bare][place.at] = heads

    def _words(self, at: int, place: Place) -> frozenset[int]:
        return openings.words_at(place.at, self.stories[at].body, self.blocks, self.units)

    def _pair(self) -> None:
        """Give headlines that found no text, several, the texts that found none, in order.

        Some programs print all headlines of a page at its end.
        """
        free = [at for at in self.bare if 0 not in self.claims[at]]
        lone = [(at, heads) for at, groups in enumerate(self.bodiless) for heads in groups]
        if min(len(free), len(lone)) < FEWEST_LONE:
            return
        for bare, (at, heads) in zip(free, lone, strict=False):
            self.claims[bare][0] = heads
            self.bodiless[at].remove(heads)

    def _cut(self, at: int) -> list[Story]:
        """Cut a story where articles begin in its body."""
        story, claims = self.stories[at], self.claims[at]
        found = [Story(heads, [], story.section) for heads in self.bodiless[at]]
        if not story.body:
            # Names alone, with no text and no headline: an article that shows them.
            return found if self._headed(story) else [story]
        if not self._headed(story) and 0 in claims:
            claims[0] = [*story.head, *claims[0]]
        anew = {place.at for place in self.places[at] if place.odds >= ANEW}
        starts = sorted({0, *claims, *anew})
        for start, end in zip(starts, [*starts[1:], len(story.body)], strict=True):
            heads = claims.get(start, story.head if start == 0 and not claims else [])
            found.append(Story(list(heads), story.body[start:end], story.section))
        return found


FEWEST_LONE = 2
"""Headlines without text, and texts without headlines, from which on they are paired in order."""
UNLIKELY = -2.2
"""Odds below which no article is looked for that begins inside a run of headlines."""
CLEAR_CUT = 0.0
"""Odds from which on an article begins inside a run of headlines though no body is seen for it."""
BEGINS = 0.8
"""Odds that text without a headline begins an article."""
ANEW = 1.5
"""Odds from which on an article begins though it has no headline."""
NEVER = -99.0
_CERTAIN = 0.999


def cut_odds(heads: Sequence[int], blocks: Sequence[Block], begins: Sequence[float]) -> list[float]:
    """Give the odds that an article begins with each of some headlines in a row.

    None begins with the names of who wrote it unless a headline follows them: else they belong to
    the headline above.
    """
    found = [NEVER] * len(heads)
    for place, at in enumerate(heads[1:], 1):
        below = heads[place + 1 : place + 2]
        if blocks[at].kind is Kind.BYLINE and not (below and blocks[below[0]].kind in HEADINGS):
            continue
        share = min(_CERTAIN, max(1 - _CERTAIN, begins[at]))
        found[place] = log(share / (1 - share))
    return found


def _settle(story: Story, blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """See that an article has one title, a sure headline, and no subtitle above it."""
    heads = [at for at in story.head if blocks[at].kind in HEADINGS]
    _give_roles(heads, blocks, units)
    if len(heads) > 1:
        _prefer_sure(heads, blocks, units)


SURE, SURER = 0.97, 0.02
"""Probability of a headline below which it is no title where another is surer by so much."""


def _prefer_sure(heads: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Let the surest headline be the title, where the title may be no headline at all.

    A label, a signature or the name of a paper that is taken for a headline would hide the title
    below it. A slogan is none of them.
    """
    title = next(at for at in heads if blocks[at].kind is Kind.TITLE)
    best = max(heads, key=lambda at: blocks[at].sure)
    if blocks[title].sure >= SURE or blocks[best].sure - blocks[title].sure <= SURER:
        return
    if best > title and headlines.slogan_above(*(_text(blocks[at], units) for at in (title, best))):
        return
    place = heads.index(best)
    for number, at in enumerate(heads):
        below = Kind.TITLE if number == place else Kind.SUBTITLE
        blocks[at].kind = Kind.KICKER if number < place else below


def _give_roles(heads: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Give the roles of some headlines anew where there is not one title, and none below it."""
    titles = [at for at in heads if blocks[at].kind is Kind.TITLE]
    if not heads:
        return
    above = heads[: heads.index(titles[0])] if titles else []
    upside_down = any(blocks[at].kind is Kind.SUBTITLE for at in above)
    if len(titles) == 1 and not upside_down:
        return
    unsure = heads if upside_down else titles or heads
    texts = [_text(blocks[at], units) for at in unsure]
    for at, role in zip(unsure, headlines.group_roles(texts), strict=True):
        blocks[at].kind = Kind(role)
    title = next(at for at in unsure if blocks[at].kind is Kind.TITLE)
    for at in heads[heads.index(title) + 1 :]:
        blocks[at].kind = Kind.SUBTITLE


def _text(block: Block, units: Sequence[Unit]) -> str:
    return " ".join([units[at].text for at in block.units])
