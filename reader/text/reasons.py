"""Name the reasons of a verdict by codes and facts; the words are made in the faces."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Reason
from reader.text import cues, evidence
from reader.text.states import BODY, HEADS, State
from reader.text.states import keeps as going_on

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from reader.text.classes import Page
    from reader.text.features import Sight

REASONS: dict[str, int] = {
    "person": 0,  # a person decided it
    "stop": 1,  # the line above ends with this full stop
    "no_stop": 1,  # the line above ends with this character, no stop
    "pause": 1,  # the line above ends with this comma, colon or semicolon
    "short": 2,  # the line above is so many ems wide, of so many in its column
    "full": 2,  # the line above fills its column: its width, the column's
    "over": 2,  # the line above is wider than its column: its width, the column's
    "next_indent": 2,  # the line below is two ems short, as first lines are: width, column
    "next_full": 2,  # the line below is as wide as its column, as first lines here are not
    "next_in": 0,  # the line below stands further in than its neighbours
    "blank": 1,  # so many blank lines stand between, which on this page parts
    "blank_means_little": 1,  # so many blank lines stand between, which on this page means little
    "no_blank": 0,  # no blank line stands between, as this page has between paragraphs
    "opens": 1,  # the line below begins as paragraphs do, with these characters
    "goes_on": 1,  # the line below begins with what cannot begin a paragraph
    "open_bracket": 1,  # this bracket or quotation mark of the paragraph is still open
    "word_cut": 1,  # the line end cuts this word
    "own_cut": 1,  # the line end cuts this word of the archive's own
    "number_cut": 1,  # the line end cuts this number, or parts it from its unit
    "latin_cut": 1,  # the line end stands inside Latin text
    "headline": 0,  # a headline stands above or below
    "headline_goes_on": 0,  # both lines are one headline
    "furniture": 0,  # furniture or a label stands above or below
    "caption": 0,  # a caption or byline stands above or below
    "inside": 0,  # furniture or a caption stands inside the paragraph
    "verse": 0,  # lines of verse
    "moved": 2,  # the text goes on elsewhere: last character here, first there
    "perhaps": 2,  # the text may go on elsewhere: last character here, first there
    "torn": 0,  # the text breaks off here and nothing on the page goes on with it
    "doubled": 1,  # this text stands twice in a row across the line end
    "latin": 0,  # the page is mostly Latin text, of which nothing was learnt
    "rough": 0,  # the page has very many lines and was read roughly
    "number": 0,  # a space beside a number, made by typesetting
    "apart": 0,  # a space as between all characters of the page
    "pieces": 0,  # pieces of one printed line
    "edge": 0,  # begin or end of the page
    "as_is": 0,  # no repair was asked for
}
"""All codes, with the number of facts of each."""

MOST = 3
"""Reasons that a verdict gives at most."""

_HEADS = (*HEADS, State.SUBHEAD, State.SUBHEAD_ON)
_HEADS_ON = (State.HEAD_ON, State.SUBHEAD_ON)
_NOTES = (State.BYLINE, State.CAPTION, State.CAPTION_ON)
_STUFF = (State.FURNITURE, State.SECTION)
_INSIDE = (State.FURNITURE_INSIDE, State.CAPTION_INSIDE, State.CAPTION_INSIDE_ON)


@lru_cache(maxsize=256)
def ems(value: float) -> str:
    """Write a width in ems: halves only where they are."""
    whole = round(value * 2) / 2
    return str(int(whole)) if whole == int(whole) else str(whole)


class Explained(NamedTuple):
    """A page of which line ends are explained.

    Its lines and their states, in the order in which they are read; what the page does as a whole;
    the words of the archive's own.
    """

    sights: Sequence[Sight]
    path: Sequence[State]
    page: Page
    words: Container[str]


def explain(told: Explained, at: int, *, keeps: bool) -> tuple[Reason, ...]:
    """Give the strongest reasons why a line end keeps its block together, or does not.

    `at` is the place of the line above.
    """
    sights, path = told.sights, told.path
    before, after, states = sights[at], sights[at + 1], (path[at], path[at + 1])
    opened = _still_open(sights, at, path) if before.opened else ""
    plain = _of_kind(states, keeps=keeps)
    torn = (_TORN,) if not keeps and breaks_off(before, states[0]) else ()
    if plain is not None:
        return (plain, *torn)
    above, below = before.unit, after.unit
    seen = Seen(
        above.ends,
        None if before.column is None else before.reach,
        None if after.column is None else after.reach,
        after.indented,
        below.blanks,
        below.starts,
        opened != "" and not above.stopped,
        before.across or ("own" if _pair(before, after) in told.words else None),
    )
    codes = _codes(seen, told.page, keeps=keeps)
    if not codes:
        codes = (_of_end(seen)[1],)
    named = [
        _told(code, (opened[-1],)) if code == "open_bracket" else _reason(code, before, after)
        for code in codes
    ]
    return (*torn, *named)[:MOST]


_TORN = Reason("torn")
NEAR = 12
"""Lines of its paragraph in which a bracket that is still open is looked for."""


def _still_open(sights: Sequence[Sight], at: int, path: Sequence[State]) -> str:
    """Give the brackets still open at a line's end that its paragraph opened near above."""
    begin = at
    while at - begin < NEAR and begin and going_on(path[begin - 1], path[begin]):
        begin -= 1
    opened = ""
    for sight in sights[begin : at + 1]:
        unit = sight.unit
        opened = cues.open_brackets(unit.tail if unit.long else unit.text, opened)
    return opened


class Seen(NamedTuple):
    """What the reasons of a line end are taken from.

    How the line above ends and how wide it is in its column, None where it has none; the same width
    of the line below, whether it is set in, the blank lines before it, how it starts; whether
    a bracket is open and what is cut (see `cues.across`; `own`: a word of the archive's own).
    """

    ends: str
    reach: str | None
    reach_below: str | None
    indented: bool
    blanks: int
    starts: str
    opened: bool
    across: str | None


@lru_cache(maxsize=8192)
def _codes(seen: Seen, page: Page, *, keeps: bool) -> tuple[str, ...]:
    """Give the codes of the strongest reasons, if any; the same is seen again and again."""
    votes = [
        _of_end(seen),
        *_of_width(seen, page),
        *_of_blank(seen, page),
        _of_start(seen),
        *_of_cut(seen),
    ]
    sign = -1.0 if keeps else 1.0
    fitting = [(sign * weight, code) for weight, code in votes if sign * weight > WEAKEST]
    fitting.sort(key=itemgetter(0), reverse=True)
    return tuple([code for _, code in fitting[:MOST]])


WEAKEST = 0.3
"""Log odds up to which what speaks for a verdict is no reason to name."""


def _reason(code: str, before: Sight, after: Sight) -> Reason:
    """Give a reason with its facts (see `REASONS`)."""
    facts_of = _FACTS.get(code)
    return _told(code, facts_of(before, after) if facts_of else ())


@lru_cache(maxsize=8192)
def _told(code: str, facts: tuple[str, ...]) -> Reason:
    """Make a reason; the same come again and again."""
    return Reason(code, facts)


def breaks_off(sight: Sight, state: State) -> bool:
    """Tell whether a paragraph ends with this line though the text is open: it is torn there."""
    if state not in (State.LAST, State.SINGLE) or sight.row or sight.counts:
        return False
    if sight.unit.ends not in _OPEN or sight.unit.width.high <= SHORTEST:
        return False
    return not cues.latin(sight.unit.tail)  # such lines end without a mark anyway


_OPEN = ("open", "comma")
SHORTEST = 8.0
"""Ems; of a shorter line by itself it cannot be told whether it is torn."""


def _of_kind(states: tuple[State, State], *, keeps: bool) -> Reason | None:
    above, below = states
    if above in BODY and below in BODY:
        return None
    if below in _HEADS_ON and keeps:
        return Reason("headline_goes_on")
    if above in _INSIDE or below in _INSIDE:
        return Reason("inside")
    for kinds, code in ((_HEADS, "headline"), (_STUFF, "furniture"), (_NOTES, "caption")):
        if above in kinds or below in kinds:
            return Reason(code)
    return Reason("verse")


Vote = tuple[float, str]
"""What speaks for a block's end (below nothing: against it), and its code."""


def _of_end(seen: Seen) -> Vote:
    weight = evidence.end_weight(seen.ends)
    if seen.ends in ("stop", "cry"):
        return weight, "stop"
    return weight, "no_stop" if seen.ends in ("open", "close") else "pause"


def _of_width(seen: Seen, page: Page) -> list[Vote]:
    votes: list[Vote] = []
    if seen.reach is not None:
        weight = evidence.width_weight(seen.reach)
        votes.append((weight, _OF_REACH[seen.reach]))
    if seen.reach_below == "indent" and (weight := evidence.first_weight("indent", page)) > 0:
        votes.append((weight, "next_indent"))
    elif seen.reach_below == "full" and (weight := evidence.first_weight("full", page)) < 0:
        votes.append((weight, "next_full"))
    if seen.indented:
        votes.append((evidence.inset_weight(page), "next_in"))
    return votes


_OF_REACH = {"over": "over", "full": "full", "indent": "short", "short": "short"}


def _of_blank(seen: Seen, page: Page) -> list[Vote]:
    weight = evidence.blank_weight(seen.blanks, page)
    if seen.blanks == 0:
        return [(weight, "no_blank")] if weight < 0 else []
    return [(weight, "blank" if weight > 0 else "blank_means_little")]


def _of_start(seen: Seen) -> Vote:
    weight = evidence.start_weight(seen.starts)
    return weight, "opens" if weight > 0 else "goes_on"


def _of_cut(seen: Seen) -> list[Vote]:
    votes: list[Vote] = []
    if seen.opened:
        votes.append((-evidence.OPENED, "open_bracket"))
    if seen.across:
        votes.append((-evidence.CUT, f"{seen.across}_cut"))
    return votes


def _mark(before: Sight, _: Sight) -> tuple[str, ...]:
    return (before.unit.tail[-1],)


def _widths(before: Sight, _: Sight) -> tuple[str, ...]:
    assert before.column is not None
    return ems(before.unit.width.high), ems(before.column)


def _next_widths(_: Sight, after: Sight) -> tuple[str, ...]:
    return _widths(after, after)


def _blanks(_: Sight, after: Sight) -> tuple[str, ...]:
    return (str(after.unit.blanks),)


def _pair(before: Sight, after: Sight) -> str:
    return before.unit.tail[-1] + after.unit.text[0]


def _both(before: Sight, after: Sight) -> tuple[str, ...]:
    return (_pair(before, after),)


_FACTS: dict[str, Callable[[Sight, Sight], tuple[str, ...]]] = {
    "stop": _mark,
    "no_stop": _mark,
    "pause": _mark,
    "short": _widths,
    "full": _widths,
    "over": _widths,
    "next_indent": _next_widths,
    "next_full": _next_widths,
    "blank": _blanks,
    "blank_means_little": _blanks,
    "opens": lambda _, after: (after.unit.text[:2],),
    "goes_on": lambda _, after: (after.unit.text[:1],),
    "word_cut": _both,
    "own_cut": _both,
    "number_cut": _both,
    "latin_cut": _both,
}
"""How the facts of a reason are found: only those of the few that are named."""
