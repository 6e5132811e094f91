"""Find where in a body another article may begin: at a lead, after a signature, after a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text.jumps import jump_of
from reader.text.standing import pair_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Unit

_SOURCE = re.compile(
    r"[（(【]?(?:本报|本刊|本台|新华社|据新华社|[^，。\s]{2,8}社)[^，。]{0,16}?(?:讯|电)"
    r"|[（(【]?(?:本报|见习)*(?:记者|通讯员)[\s　]?[^，。：]{2,20}[)）】]|本报讯"
)
_DAY = re.compile(
    r"(?:\d{4} ?年)? ?\d{1,2} ?月 ?(?:\d{1,2} ?日|初|底|[上中下]旬)|\d{1,2} ?日[，,上下]"
    r"|近日|日前|近期|昨[日天]|今[日天]|前不久|不久前|最近|上[周月]|[春夏秋冬]日|本[周月]"
)
_SIGNED = re.compile(
    r"[（(](?:本报|见习|实习|通讯员|特约|记者|文|图|来源|据|[^）)]{0,12}供稿)[^（）()]{0,30}[)）]$|[◎●□■◆▲★※◇○△]$"
)
_CLOSED = re.compile(r"特此(?:公告|通告|通知|声明|公示|启事|说明)")
_DATE_LINE = re.compile(
    r"(?:\d{4}|[一二〇○零三四五六七八九十]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
LEAD_REACH = 14
"""Characters of a paragraph within which a lead says when or who."""
WORDS_REACH = 170
"""Characters from an opening on whose words are matched to headlines."""
FEWEST = -2.6
"""Odds from which on a place is weighed as an opening at all."""
MOST = 12
"""Openings of one body that are weighed."""
TAKEN_UP = 6.0
"""Odds of a line that says from which page the text comes: it began elsewhere."""
MOST_DATED = 3
"""Leads by days of one body that may all be leads."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a body at which an article may begin: `at` counts its blocks."""

    at: int
    odds: float


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


def pairs_of(text: str) -> frozenset[int]:
    """Give the pairs of neighbouring characters of a text, as numbers (see `standing`)."""
    return frozenset(pair_codes(text))


_LEAD = re.compile(  # the first character before all else: where it does not fit, nothing is tried
    r"(?=[\d近日前昨今不最本（(记新上春夏秋冬])(?:"
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|初|底|[上中下]旬)|\d{1,2}日[，,上下]"
    r"|近日|日前|近期|昨[日天]|今[日天]|前不久|不久前|最近|本报讯|[（(]?(?:本报)?记者|本报|新华社|上[周月]"
    r"|[春夏秋冬]日)"
)


def leads(text: str) -> bool:
    """Tell whether a line begins as the lead of an article does: with a day or a source."""
    return _LEAD.search(text[: LEAD_REACH + 12]) is not None


def lead_odds(text: str) -> float:
    """Weigh whether a paragraph begins as the lead of an article does: with a source, a day."""
    head = text[:40]
    # Each source has one of these: few leads do.
    if ("讯" in head or "电" in head or "记者" in head) and _SOURCE.match(head):
        return 2.6
    found = _DAY.search(text[: LEAD_REACH + 12])
    if not found or found.start() > LEAD_REACH:
        return 0.0
    return 1.4 if found.start() == 0 else 0.9


def places(body: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]) -> list[Place]:
    """Give the places of a body at which an article may begin, its own beginning first."""
    paras = [place for place, at in enumerate(body) if blocks[at].kind is Kind.PARA]
    if not paras:
        return [Place(0, 0.0)] if body else []
    leads = {place: lead_odds(units[blocks[body[place]].units[0]].text) for place in paras}
    # Where most paragraphs begin with a day, as in a chronicle, a day means little.
    dated = sum(odds > 0 for odds in leads.values())
    rated: list[tuple[float, int]] = []
    for place in paras:
        if place == 0 or (place == paras[0] and _captions(body[:place], blocks)):
            continue
        lead = leads[place]
        if dated > MOST_DATED and dated > 0.4 * len(paras) and lead < 2:
            lead *= 0.3
        odds = -2.4 + lead + _after(place, body, blocks, units)
        if odds >= FEWEST:
            rated.append((odds, place))
    rated.sort(reverse=True)
    inner = sorted((place, odds) for odds, place in rated[:MOST])
    found = [(0, 0.0), *inner]
    return [Place(place, odds) for place, odds in found]


def signed(tail: str) -> str:
    """Class how the end of a line ends an article: with a name or mark, a day, or as notices do."""
    if _is_signed(tail):
        return "s"
    return "d" if _DATE_LINE.search(tail) else "c" if _CLOSED.match(tail) else "0"


def _is_signed(tail: str) -> bool:
    """Tell whether a line ends with a name in brackets, or with a mark."""
    # The last character tells of most that they do not.
    return tail[-1:] in _SIGNS and _SIGNED.search(tail) is not None


_SIGNS = frozenset(")）◎●□■◆▲★※◇○△")


def _captions(body: Sequence[int], blocks: Sequence[Block]) -> bool:
    return all(blocks[at].kind is Kind.CAPTION for at in body)


def words_at(
    place: int, body: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]
) -> frozenset[int]:
    """Give the words with which an article would begin at a place of a body."""
    text = ""
    for at in body[place : place + 3]:
        if text and lead_odds(units[blocks[at].units[0]].text):
            break
        text += words_of(blocks[at], units, WORDS_REACH)
        if len(text) >= WORDS_REACH:
            break
    return pairs_of(text[:WORDS_REACH])


def _taken_up(between: Sequence[Block], units: Sequence[Unit]) -> bool:
    """Tell whether a line between two blocks says that what follows comes from another page."""
    jumps = [
        jump_of(units[block.units[0]].text)
        for block in between
        if block.kind is Kind.FURNITURE and len(block.units) == 1
    ]
    return any(jump is not None and not jump.onward for jump in jumps)


def _after(
    place: int, body: Sequence[int], blocks: Sequence[Block], units: Sequence[Unit]
) -> float:
    """Weigh what stands before a place: a signature, a mark of the end, furniture, a gap."""
    before, here = blocks[body[place - 1]], blocks[body[place]]
    odds = 0.0
    tail = units[before.units[-1]].tail
    if before.kind is Kind.BYLINE:
        odds += 2.6
    elif _is_signed(tail):
        odds += 2.2
    elif (_DATE_LINE.search(tail) and len(before.units) == 1) or _CLOSED.match(tail):
        odds += 2.0
    elif before.kind in (Kind.SUBHEAD,):
        odds -= 3.0
    if body[place] != body[place - 1] + 1:
        odds += 0.5
        odds += TAKEN_UP * _taken_up(blocks[body[place - 1] + 1 : body[place]], units)
    first = units[here.units[0]]
    if first.blanks >= 2:
        odds += 0.6
    if not units[before.units[-1]].stopped and before.kind is Kind.PARA:
        odds -= 0.8
    return odds
