"""Put blocks together to articles: headline groups in their roles, bodies, labels, subheads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import BODY_KINDS, Kind
from reader.text import headlines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.blocks import Block
    from reader.text.features import Unit


@dataclass(slots=True)
class Story:
    """An article in the making: places of blocks; `head` before `body`, in reading order."""

    head: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    section: int | None = None


def words_of(block: Block, units: Sequence[Unit], limit: int = 4000) -> str:
    """Give a block's text without any white space, at most about `limit` characters."""
    found: list[str] = []
    size = 0
    for at in block.units:
        found.append("".join(units[at].text.split()))
        size += len(found[-1])
        if size > limit:
            break
    return "".join(found)


_LEAD = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|初|底|[上中下]旬)|\d{1,2}日[，,上下]|近日|日前|近期|昨[日天]|今[日天]|前不久|不久前|最近|本报讯|[（(]?(?:本报)?记者|本报|新华社|上[周月]|[春夏秋冬]日"
)
LEAD_REACH = 14
"""Characters of a paragraph within which a lead says when or who."""


def leads(text: str) -> bool:
    """Tell whether a paragraph begins as the lead of an article does: with a day or a source."""
    return _LEAD.search(text[: LEAD_REACH + 12]) is not None


def assemble(blocks: Sequence[Block], units: Sequence[Unit]) -> list[Story]:
    """Put the blocks of a page, in the order of the page, together to articles.

    Gives headline blocks their roles: `blocks` are changed in place.
    """
    _lay_aside(blocks, units)
    maker = _Maker(blocks, _titles(_groups(blocks), blocks, units))
    for at in range(len(blocks)):
        maker.take(at)
    stories = maker.done()
    for story in stories:
        _settle(story, blocks, units)
    return stories


_CONTACT = re.compile(r"电话|热线|地址|咨询|报名|邮箱|网址|微信|扫码")


def _lay_aside(blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Make furniture of headlines with furniture and no text below: names of papers, adverts.

    And titles of labels that are signed.
    """
    for label, name in pairwise(blocks):
        # A label signed by a name is the title of a poem or an essay.
        if label.kind is Kind.SECTION and name.kind is Kind.BYLINE:
            label.kind = Kind.TITLE
    for group in reversed(_groups(blocks)):
        first, last = group[0], group[-1]
        after = [block.kind for block in blocks[last + 1 : last + 1 + NEAR]]
        below = next((kind for kind in after if kind is not Kind.FURNITURE), None)
        among = first == 0 or blocks[first - 1].kind is Kind.FURNITURE
        if after[:1] != [Kind.FURNITURE] or below not in {Kind.TITLE, Kind.SECTION, None}:
            continue
        advert = _CONTACT.search(words_of(blocks[last + 1], units, 40))
        if among or (advert and below is None):
            for at in group:
                blocks[at].kind = Kind.FURNITURE


class _Maker:
    """Takes blocks one after another and puts them into articles."""

    def __init__(self, blocks: Sequence[Block], titles: Mapping[int, int]) -> None:
        self.blocks = blocks
        self.titles = titles
        self.stories: list[Story] = []
        self.section: int | None = None
        self.early: list[int] = []

    def take(self, at: int) -> None:
        """Take the block at a place."""
        block = self.blocks[at]
        if block.kind is Kind.SECTION:
            self.section = at
        elif block.kind is Kind.TITLE and at in self.titles:
            self._head(at)
        elif block.kind is Kind.CAPTION and not self._going():
            self.early.append(at)
        elif block.kind is Kind.BYLINE and self._going() and not self.stories[-1].body:
            self.stories[-1].head.append(at)
        elif block.kind is not Kind.FURNITURE:
            self._body(at)

    def _going(self) -> bool:
        """Tell whether there is an article under the present label."""
        return bool(self.stories) and self.stories[-1].section == self.section

    def _head(self, at: int) -> None:
        if self.titles[at] == at:
            self.stories.append(Story(section=self.section, body=self.early))
            self.early = []
        self.stories[-1].head.append(at)

    def _body(self, at: int) -> None:
        if self.blocks[at].kind is Kind.TITLE:
            self.blocks[at].kind = Kind.SUBHEAD
        if not self._going():
            self.stories.append(Story(section=self.section, body=self.early))
            self.early = []
        self.stories[-1].body.append(at)

    def done(self) -> list[Story]:
        """Give the articles; captions that found none are one of their own."""
        if self.early:
            self.stories.append(Story(section=self.section, body=self.early))
            self.early = []
        return self.stories


def _groups(blocks: Sequence[Block]) -> list[list[int]]:
    """Give the groups of headlines that stand together, with nothing between them."""
    groups: list[list[int]] = []
    together = False
    for at, block in enumerate(blocks):
        if block.kind is Kind.TITLE:
            if together:
                groups[-1].append(at)
            else:
                groups.append([at])
            together = True
        else:
            together = False
    return groups


def _titles(
    groups: Sequence[Sequence[int]], blocks: Sequence[Block], units: Sequence[Unit]
) -> dict[int, int]:
    """Map each headline block that heads an article to the first of its group."""
    found: dict[int, int] = {}
    single = [_single(group, blocks, units) for group in groups]
    grouped = any(text is None for text in single)
    for place, group in enumerate(groups):
        if place and _is_subhead(place, groups, single, (blocks, units), grouped=grouped):
            continue
        found.update(dict.fromkeys(group, group[0]))
    return found


def _single(group: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]) -> str | None:
    """Give the text of a group that is one line, else None."""
    if len(group) > 1 or len(blocks[group[0]].units) > 1:
        return None
    return units[blocks[group[0]].units[0]].text


_ALONE = re.compile(r"召开|举行|举办|一览表?$|名单$|通知$|公[告示]$|启事$|倡议书?$|的信$|来信$")
"""Words of headlines that head articles of their own."""


def _is_subhead(
    place: int,
    groups: Sequence[Sequence[int]],
    single: Sequence[str | None],
    page: tuple[Sequence[Block], Sequence[Unit]],
    *,
    grouped: bool,
) -> bool:
    """Weigh whether a headline stands inside an article or begins one.

    `grouped` tells that headlines of articles stand in groups of several lines on this page.
    """
    text = single[place]
    if text is None:
        return False
    blocks, units = page
    at = groups[place][0]
    after = _next_body(at, blocks)
    if after is None or not _in_body(at, blocks):
        return False
    if blocks[after].kind is Kind.VERSE or blocks[at + 1].kind is Kind.BYLINE:
        return False
    score = -2.7 + (0.8 if grouped else 0.0)
    score += -2.2 if leads(words_of(blocks[after], units, 40)) else 0.8
    score -= 0.8 * (units[blocks[at].units[0]].blanks > units[blocks[after].units[0]].blanks + 1)
    beside = [single[i] for i in (place - 1, place + 1) if 0 <= i < len(single)]
    score += sum(_alike(text, other) for other in beside if other is not None)
    width = units[blocks[at].units[0]].width.low
    score += 0.8 if width <= 12 else -0.5 if width <= 16 else -1.5
    if headlines.numbered(text):
        score += 4.0
    if _ALONE.search(text):
        score -= 1.5
    return score > 0


def _alike(one: str, other: str) -> float:
    """Weigh whether two lines are of one shape: as long, parted alike."""
    if headlines.numbered(one) != headlines.numbered(other):
        return 0.0
    if headlines.couplet(one) != headlines.couplet(other) or abs(len(one) - len(other)) > 2:
        return 0.0
    return 1.5 if headlines.couplet(one) or len(one) == len(other) else 0.7


NEAR = 60
"""Blocks around a headline among which its article's text is looked for."""


def _in_body(at: int, blocks: Sequence[Block]) -> bool:
    """Tell whether running text stands before a block, with no label between."""
    for before in range(at - 1, max(-1, at - NEAR), -1):
        if blocks[before].kind is Kind.SECTION:
            return False
        if blocks[before].kind in BODY_KINDS and blocks[before].kind is not Kind.CAPTION:
            return True
    return False


def _next_body(at: int, blocks: Sequence[Block]) -> int | None:
    for after in range(at + 1, min(len(blocks), at + NEAR)):
        if blocks[after].kind in (Kind.PARA, Kind.VERSE):
            return after
        if blocks[after].kind in (Kind.TITLE, Kind.SECTION):
            return None
    return None


def _settle(story: Story, blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Give the headlines of a story their roles."""
    heads = [at for at in story.head if blocks[at].kind is Kind.TITLE]
    texts = [" ".join(units[i].text for i in blocks[at].units) for at in heads]
    for at, role in zip(heads, headlines.group_roles(texts), strict=True):
        blocks[at].kind = Kind(role)


MOST_HEADS = 24
MOST_BODY = 200
"""Headlines and blocks of an article beyond which no gathered headlines are looked for."""
DEPTH = 3
"""How many lines of headlines at least stand above several bodies."""


def part_gathered(stories: list[Story], blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Match headlines that stand together above several bodies to their bodies.

    The lead of a body repeats the words and the day of its headline. A group is parted only when
    each part finds a paragraph of its own that begins as a lead does, one of them the first of
    the body. Changes `stories` in place.
    """
    for place in range(len(stories) - 1, -1, -1):
        story = stories[place]
        heads = [at for at in story.head if blocks[at].kind is not Kind.BYLINE]
        if not DEPTH <= len(heads) <= MOST_HEADS or not 2 <= len(story.body) <= MOST_BODY:
            continue
        parts = _parts(heads, blocks, units)
        found = _matched(parts, story.body, blocks, units)
        if found:
            stories[place : place + 1] = _parted(story, found, blocks, units)


def _parts(heads: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]) -> list[list[int]]:
    """Part a group of headlines after each line that tells a deed in full."""
    parts: list[list[int]] = [[]]
    for at in heads:
        parts[-1].append(at)
        text = words_of(blocks[at], units)
        if headlines.DEED.search(text) and len(text) >= 11:
            parts.append([])
    if not parts[-1]:
        parts.pop()
    elif len(parts) > 1 and len(parts[-1]) < 2:
        last = parts.pop()
        parts[-1].extend(last)
    return parts


def pairs_of(text: str) -> set[str]:
    """Give the pairs of neighbouring characters of a text."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _matched(
    parts: Sequence[Sequence[int]],
    body: Sequence[int],
    blocks: Sequence[Block],
    units: Sequence[Unit],
) -> list[tuple[int, list[int]]] | None:
    """Give for each part the place in `body` at which its article begins, in that order."""
    if len(parts) < 2:
        return None
    pairs = [pairs_of("".join(words_of(blocks[at], units) for at in part)) for part in parts]
    openings = []
    for place, at in enumerate(body):
        text = words_of(blocks[at], units, 120)[:120]
        if blocks[at].kind is Kind.PARA and (place == 0 or leads(text)):
            openings.append((place, pairs_of(text)))
    found: dict[int, list[int]] = {}
    ranked = sorted(
        (
            (-len(wanted & opening) / max(1, len(wanted)), part, place)
            for part, wanted in enumerate(pairs)
            for place, opening in openings
        )
    )
    done: set[int] = set()
    for score, part, place in ranked:
        if part in done or place in found or score > -MATCH:
            continue
        found[place] = list(parts[part])
        done.add(part)
    if len(done) < len(parts) or 0 not in found:
        return None
    return sorted(found.items())


MATCH = 0.25
"""Share of a headline's character pairs that its lead must repeat."""


def _parted(
    story: Story,
    found: Sequence[tuple[int, list[int]]],
    blocks: Sequence[Block],
    units: Sequence[Unit],
) -> list[Story]:
    ends = [place for place, _ in found[1:]] + [len(story.body)]
    bylines = [at for at in story.head if blocks[at].kind is Kind.BYLINE]
    parted: list[Story] = []
    for (place, heads), end in zip(found, ends, strict=True):
        for at in heads:
            blocks[at].kind = Kind.TITLE
        piece = Story(heads + bylines, story.body[place:end], story.section)
        bylines = []
        _settle(piece, blocks, units)
        parted.append(piece)
    return parted
