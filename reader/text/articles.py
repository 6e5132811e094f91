"""Put blocks together to articles: headline groups in their roles, bodies, labels, subheads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import headlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Unit


HEADINGS = (Kind.KICKER, Kind.TITLE, Kind.SUBTITLE)
"""Kinds of an article's headlines."""


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

    An article begins with each group of headlines. Changes kinds of `blocks` in place.
    """
    _lay_aside(blocks, units)
    maker = _Maker(blocks)
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
        if after[:1] != [Kind.FURNITURE] or below not in {*HEADINGS, Kind.SECTION, None}:
            continue
        advert = _CONTACT.search(words_of(blocks[last + 1], units, 40))
        if among or (advert and below is None):
            for at in group:
                blocks[at].kind = Kind.FURNITURE


NEAR = 60
"""Blocks below a headline among which text is looked for."""


class _Maker:
    """Takes blocks one after another and puts them into articles."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.heading = False
        self.stories: list[Story] = []
        self.section: int | None = None
        self.early: list[int] = []

    def take(self, at: int) -> None:
        """Take the block at a place."""
        block = self.blocks[at]
        if block.kind is Kind.SECTION:
            self.section = at
        elif block.kind in HEADINGS:
            self._head(at)
        elif block.kind is Kind.CAPTION and not self._going():
            self.early.append(at)
        elif block.kind is Kind.BYLINE and self._going() and not self.stories[-1].body:
            self.stories[-1].head.append(at)
        elif block.kind is not Kind.FURNITURE:
            self._body(at)
        if block.kind is not Kind.FURNITURE:
            self.heading = block.kind in HEADINGS

    def _going(self) -> bool:
        """Tell whether there is an article under the present label."""
        return bool(self.stories) and self.stories[-1].section == self.section

    def _head(self, at: int) -> None:
        if not self.heading or not self._going():
            self.stories.append(Story(section=self.section, body=self.early))
            self.early = []
        self.stories[-1].head.append(at)

    def _body(self, at: int) -> None:
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
        if block.kind not in HEADINGS:
            together = False
            continue
        if together:
            groups[-1].append(at)
        else:
            groups.append([at])
        together = True
    return groups


def _settle(story: Story, blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """See that an article has one title: else give its headlines their roles anew."""
    heads = [at for at in story.head if blocks[at].kind in HEADINGS]
    if sum(blocks[at].kind is Kind.TITLE for at in heads) == 1:
        return
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
            blocks[at].kind = Kind.KICKER
        piece = Story(heads + bylines, story.body[place:end], story.section)
        bylines = []
        _settle(piece, blocks, units)
        parted.append(piece)
    return parted
