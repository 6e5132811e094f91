"""Put decoded lines together to blocks, and blocks back to stretches and seams of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.drafts import BlockDraft, Stretch
from reader.model import Kind, Reads, Why
from reader.text import cues
from reader.text.headlines import halves
from reader.text.lexicon import common_words
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.features import Unit

_OPENS = {
    State.FIRST: Kind.PARA, State.SINGLE: Kind.PARA, State.KICKER: Kind.KICKER,
    State.TITLE: Kind.TITLE, State.SUBTITLE: Kind.SUBTITLE, State.SUBHEAD: Kind.SUBHEAD,
    State.FURNITURE: Kind.FURNITURE, State.FURNITURE_INSIDE: Kind.FURNITURE,
    State.SECTION: Kind.SECTION, State.BYLINE: Kind.BYLINE, State.CAPTION: Kind.CAPTION,
    State.CAPTION_INSIDE: Kind.CAPTION, State.VERSE: Kind.VERSE,
}  # fmt: skip
_OPEN = (State.FIRST, State.MIDDLE)
_INSIDE = (State.FURNITURE_INSIDE, State.CAPTION_INSIDE, State.CAPTION_INSIDE_ON)


@dataclass(slots=True)
class Block:
    """A block in the making: its kind and its units in reading order.

    `torn` tells that it was put together from places that do not follow one another, with the
    probability that this is right at the place (of a unit) where it goes on elsewhere. `struck`
    holds spans of the page that are not to be read, `again` the text that stands twice across the
    end of a unit, struck or not. `perhaps` is the unit with which a paragraph
    that breaks off may go on, if it is not sure enough to put both together, and its score. `alone`
    tells of a label that may be a part of a headline: it is that of one article and of no more.
    """

    kind: Kind
    units: list[int]
    torn: dict[int, float] = field(default_factory=dict)
    struck: list[tuple[int, int]] = field(default_factory=list)
    again: dict[int, str] = field(default_factory=dict)
    perhaps: tuple[int, float] | None = None
    sure: float = 1.0
    alone: bool = False


def gather(path: Sequence[State], reading: Sequence[int]) -> list[Block]:
    """Put units together to blocks, in the order in which they are read.

    `path` has the states of the units in that order, `reading` their places on the page.

    A line inside a paragraph that follows no open one begins a block: its paragraph may begin
    elsewhere on the page.
    """
    blocks: list[Block] = []
    current: Block | None = None
    waiting: Block | None = None
    last: dict[int, State] = {}
    for at, state in zip(reading, path, strict=True):
        if state in (State.MIDDLE, State.LAST):
            current, waiting = waiting or current, None
            if current is None or last[current.units[-1]] not in _OPEN:
                current = Block(Kind.PARA, [])
                blocks.append(current)
        elif state is State.BYLINE and current is not None and last[current.units[-1]] is state:
            pass
        elif state in _OPENS:
            waiting = (waiting or current) if state in _INSIDE else None
            current = Block(_OPENS[state], [])
            blocks.append(current)
        if current is None:
            raise AssertionError
        current.units.append(at)
        last[at] = state
    return blocks


def stretches(block: Block, units: Sequence[Unit], size: int) -> BlockDraft:
    """Give the block its stretches: each unit with the white space after it."""
    spans: list[list[int]] = []
    for at in block.units:
        start = units[at].start if at else 0
        end = units[at + 1].start if at + 1 < len(units) else size
        if spans and spans[-1][1] == start:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    found: list[Stretch] = []
    for start, end in spans:
        found.extend(_struck(start, end, block.struck))
    return BlockDraft(block.kind, tuple(found))


def _struck(start: int, end: int, struck: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Part a span at what is struck in it."""
    found: list[Stretch] = []
    for low, high in sorted(struck):
        if start <= low and high <= end:
            if low > start:
                found.append(Stretch(start, low))
            found.append(Stretch(low, high, Why.DOUBLED))
            start = high
    if start < end:
        found.append(Stretch(start, end))
    return found


_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_LATIN_LINE = 0.6
"""Share of ASCII letters from which on a line is taken as Latin text."""


def glue(before: Unit, after: Unit, kind: Kind) -> Reads:
    """Tell how two lines of one block read together: joined, with a space, or as lines."""
    if kind is Kind.VERSE:
        return Reads.LINE
    if kind is Kind.BYLINE:
        return Reads.SPACE
    left, right = before.tail[-1], after.text[0]
    if kind in _HEADLINES and _halves(before, after):
        return Reads.SPACE
    apart = _spaced(left, before, _NO_SPACE_BEHIND) and _spaced(right, after, _NO_SPACE_BEFORE)
    if not apart:
        return Reads.JOIN
    english = _latin(before) and _latin(after)
    if _in_address(before.tail, after.text, english=english):
        return Reads.JOIN
    # In Chinese text a number, or a name such as G20, was broken.
    number = left.isdigit() or right.isdigit()
    return Reads.JOIN if number and not english else Reads.SPACE


_HEADLINES = (Kind.TITLE, Kind.KICKER, Kind.SUBTITLE, Kind.SUBHEAD)
_QUOTES = "“”‘’"
_NO_SPACE_BEHIND = "-([{/“‘"
_NO_SPACE_BEFORE = "-)]}/,.;:!?%”’"


def _halves(before: Unit, after: Unit) -> bool:
    """Tell whether two lines are the halves of a couplet: alike, each whole, no word across them.

    A half has no pause in it and no bracket or quotation mark that the other closes; and what
    somebody did is no half of its own.
    """
    one, other = before.text, after.text
    if not halves(one, other) or _PAUSED.search(one) or _PAUSED.search(other):
        return False
    if cues.open_brackets(one) or cues.closes_unopened(other) or _DONE.match(other):
        return False
    return cues.across(before.tail, other, common_words()) is None


_PAUSED = re.compile(r"[\s，、：；]")
_DONE = re.compile("进入|視察|视察|調研|调研|檢查|检查|看望|慰[问問]|[会會][见見]|出席|[大小]幅")
"""What tells of somebody or something named before."""


_ADDRESS = re.compile(r"(?:https?:|www\.|@)[!-~]*\Z", re.IGNORECASE)
"""What an address on the net begins with, and goes on with to the end of a line."""
_WHOLE = re.compile(r"\.(?:com|net|org|gov|edu|cn|hk|tw)/?\Z", re.IGNORECASE)
_LABELLED = re.compile(r"[:：] ?[\w.+-]+\Z", re.ASCII)
_GOES_ON = re.compile("[!-~]*[./@][!-~]")


def _in_address(tail: str, head: str, *, english: bool) -> bool:
    """Tell whether a line end stands inside an address on the net, or may do so.

    Between lines of English it does not if a mere word follows, nor behind an address that is
    whole. Behind a label it does also where only the line below shows an address.
    """
    shown = bool(_GOES_ON.match(head))
    if _ADDRESS.search(tail):
        return shown if english and not _CJK.search(tail) else not _WHOLE.search(tail)
    return shown and not english and bool(_LABELLED.search(tail))


def _spaced(mark: str, unit: Unit, never: str) -> bool:
    """Tell whether a mark at a line's edge parts words by a space there.

    That is a letter or digit of a script that does so, and in a Latin line a mark of ASCII or a
    quotation mark, unless it is one of `never`.
    """
    if mark.isalnum():
        return not ("\u4e00" <= mark <= "\u9fff" or _CJK.match(mark))
    return (mark.isascii() or mark in _QUOTES) and mark not in never and _latin(unit)


def _latin(unit: Unit) -> bool:
    sample = unit.text[:64]
    return sum(mark.isascii() and mark.isalpha() for mark in sample) > _LATIN_LINE * len(sample)


def reads_of(
    blocks: Sequence[Block], units: Sequence[Unit], fixed: Mapping[int, Reads]
) -> list[tuple[Reads, Block]]:
    """Give for each unit how the white space after it reads, and the block that it is in.

    Inside a block a person's choice between joined, space and line counts.
    """
    found: list[tuple[Reads, Block]] = [(Reads.PARA, blocks[0])] * len(units)
    for block in blocks:
        for at, to in zip(block.units, [*block.units[1:], None], strict=True):
            if to is None:
                found[at] = (Reads.PARA, block)
                continue
            chosen = fixed.get(units[at].end)
            if chosen is None or chosen is Reads.PARA:
                chosen = glue(units[at], units[to], block.kind)
            found[at] = (chosen, block)
    return found
