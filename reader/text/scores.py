"""Say in log scores what lines and line ends speak for, and learn the ways of a page.

What a blank line means and whether first lines are short differs from page to page. The tables of
`Ways` begin with what is common and are estimated anew from the page itself, by expectation and
maximisation over the decoder's probabilities, with the beginning as prior.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from reader.text import cues, furniture, headlines
from reader.text.cues import END_CLASSES
from reader.text.decoder import KEEPS, PARTS, State, Step
from reader.text.features import BLANKS
from reader.text.verse import verses
from reader.text.widths import WIDTH_CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.decoder import Said, Stepped
    from reader.text.features import Sight, Unit

_S = State
BODY = (_S.FIRST, _S.MIDDLE, _S.LAST, _S.SINGLE)

_WIDTHS = {
    # over full indent short | tiny brief middling long
    _S.FIRST: (0.03, 0.29, 0.665, 0.015, 0.004, 0.022, 0.10, 0.874),
    _S.MIDDLE: (0.03, 0.94, 0.018, 0.012, 0.004, 0.022, 0.074, 0.90),
    _S.LAST: (0.02, 0.16, 0.14, 0.68, 0.07, 0.13, 0.18, 0.62),
    _S.SINGLE: (0.06, 0.10, 0.20, 0.64, 0.03, 0.12, 0.25, 0.60),
}
_HEAD_WIDTHS = (0.22, 0.14, 0.12, 0.52, 0.12, 0.58, 0.29, 0.01)
_ASIDE_WIDTHS = (0.08, 0.08, 0.10, 0.74, 0.50, 0.42, 0.07, 0.01)
_CAPTION_WIDTHS = (0.10, 0.25, 0.15, 0.50, 0.15, 0.45, 0.35, 0.05)
_VERSE_WIDTHS = (0.10, 0.40, 0.10, 0.40, 0.50, 0.40, 0.09, 0.01)

_ENDS = {
    name: dict(zip(END_CLASSES, shares, strict=True))
    for name, shares in {
        # stop, cry, close, colon, semi, comma, open
        "going": (0.05, 0.005, 0.03, 0.006, 0.012, 0.09, 0.81),
        "ended": (0.885, 0.05, 0.015, 0.025, 0.012, 0.002, 0.011),
        "head": (0.008, 0.09, 0.10, 0.005, 0.001, 0.004, 0.80),
        "aside": (0.02, 0.01, 0.15, 0.02, 0.005, 0.005, 0.79),
    }.items()
}
_STARTS = {
    # log odds of a first line against a line inside a paragraph
    "nonstarter": -7.0, "lone": -2.6, "particle": -2.2, "bullet": 2.2, "series": 0.9,
    "date": 1.0, "opener": 1.3, "speaker": 1.2, "byline": 2.0, "dash": -1.0,
    "quote": -0.1, "other": -0.25,
}  # fmt: skip
_ACROSS = {"number": 2.5, "latin": 1.2, "word": 1.6}
_OPENED = 3.0
_ROW = 4.0
_COUNTS = 1.5
_COUNTS_ON = 2.0

_BLANKS: dict[Step, tuple[float, ...]] = {
    Step.FIRST_ON: (0.78, 0.17, 0.02, 0.03),
    Step.ON: (0.86, 0.10, 0.01, 0.03),
    Step.BREAK: (0.47, 0.44, 0.04, 0.05),
    Step.EDGE: (0.36, 0.42, 0.09, 0.13),
    Step.HEAD_ON: (0.75, 0.20, 0.03, 0.02),
    Step.OTHER_ON: (0.80, 0.16, 0.02, 0.02),
    Step.LEAVE: (0.3, 0.5, 0.1, 0.1),
    Step.RETURN: (0.3, 0.5, 0.1, 0.1),
}
_LEARNT_STEPS = (Step.FIRST_ON, Step.ON, Step.BREAK, Step.EDGE)
PRIOR_LINES = 5.0
"""How many lines the common tables weigh against those of the page."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of a page: log probabilities.

    `widths` by state and width class, `blanks` by step and number of blank lines, `indents` by
    whether a paragraph's first line (True) or another (False) stands further in.
    """

    widths: Mapping[State, tuple[float, ...]]
    blanks: Mapping[Step, tuple[float, ...]]
    indents: tuple[float, float, float, float]


def _logs(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(log(value) for value in values)


COMMON = Ways(
    {state: _logs(table) for state, table in _WIDTHS.items()},
    {step: _logs(table) for step, table in _BLANKS.items()},
    # first and in, first and not, other and in, other and not
    (log(0.4), log(0.6), log(0.03), log(0.97)),
)
_END_LOGS = {
    name: {end: log(value) for end, value in table.items()} for name, table in _ENDS.items()
}
_PLACE = {name: at for at, name in enumerate(WIDTH_CLASSES)}
_FIXED_WIDTHS = {
    "head": _logs(_HEAD_WIDTHS), "aside": _logs(_ASIDE_WIDTHS),
    "caption": _logs(_CAPTION_WIDTHS), "verse": _logs(_VERSE_WIDTHS),
}  # fmt: skip


class Own(NamedTuple):
    """What a line says by its own words, whatever the page: found once for each line.

    `head`, `aside` and so on are log odds against running text; None where it cannot be.
    """

    width: int
    head: float | None
    furniture: float | None
    section: float | None
    byline: float | None
    caption: float | None
    verse: float | None


def own_words(sights: Sequence[Sight]) -> list[Own]:
    """Judge each line by its own words and by those of its neighbours."""
    units = [sight.unit for sight in sights]
    boxed = furniture.guides(units)
    again = furniture.repeated(units)
    poems = verses(sights, boxed | again)
    return [
        _own(sights, units, at, (at in boxed, at in again, at in poems)) for at in range(len(units))
    ]


HOPELESS = -4.0
"""Log odds under which a line is not weighed as a headline any further."""


def _own(
    sights: Sequence[Sight], units: list[Unit], at: int, known: tuple[bool, bool, bool]
) -> Own:
    boxed, again, verse = known
    unit = units[at]
    head = headlines.looks(unit)
    if head is not None:
        head += _head_context(sights, at)
        if head < HOPELESS:
            head = None
        else:
            head += 2.2 * min(0.7, headlines.echo(units, at)) - 0.3
    stuff = 9.0 if boxed else furniture.furniture(unit)
    if again and stuff is None and not unit.commas:
        stuff = 1.5
    return Own(
        width=_PLACE[sights[at].reach],
        head=head,
        furniture=stuff,
        section=furniture.section(unit),
        byline=furniture.byline(unit),
        caption=furniture.caption(unit),
        verse=4.0 if verse else None,
    )


def _head_context(sights: Sequence[Sight], at: int) -> float:
    """Weigh what stands around a line that may be a headline."""
    score = -0.7
    sight = sights[at]
    if sight.across:
        score -= 1.5
    if sight.opened:
        score -= 2.0
    if sight.unit.ends == "close" and not sight.opened:
        score += 0.2
    return score


def says(sights: Sequence[Sight], owns: Sequence[Own], ways: Ways) -> list[Said]:
    """Give for each line the log score of each state that it can have.

    Lines that say the same share one mapping: it is not to be changed.
    """
    said: dict[tuple[object, ...], Said] = {}
    found: list[Said] = []
    for sight, own in zip(sights, owns, strict=True):
        unit = sight.unit
        seen = (unit.ends, unit.starts, sight.indented, sight.counts, sight.row, own)
        line = said.get(seen)
        if line is None:
            line = said[seen] = _line_says(sight, own, ways)
        found.append(line)
    return found


def _line_says(sight: Sight, own: Own, ways: Ways) -> Said:
    unit = sight.unit
    ends, at = unit.ends, own.width
    going, ended = _END_LOGS["going"][ends], _END_LOGS["ended"][ends]
    first = _STARTS[unit.starts]
    inset = 0 if sight.indented else 1
    begins, inside = ways.indents[inset] + first, ways.indents[2 + inset]
    if sight.counts:
        begins += _COUNTS
    said: dict[State, float] = {
        _S.FIRST: ways.widths[_S.FIRST][at] + going + begins,
        _S.MIDDLE: ways.widths[_S.MIDDLE][at] + going + inside,
        _S.LAST: ways.widths[_S.LAST][at] + ended + inside,
        _S.SINGLE: ways.widths[_S.SINGLE][at] + ended + begins,
    }
    if sight.row:
        said[_S.SINGLE] += _ROW - ended
        for state in (_S.FIRST, _S.MIDDLE, _S.LAST):
            said[state] -= _ROW / 2
    if own.head is not None:
        base = (
            own.head + _FIXED_WIDTHS["head"][at] + _END_LOGS["head"][ends] + _COUNTS * sight.counts
        )
        said[_S.HEAD] = said[_S.HEAD_ON] = base
    _aside(said, own, ends)
    return said


def _aside(said: dict[State, float], own: Own, ends: str) -> None:
    end, at = _END_LOGS["aside"][ends], own.width
    wide = _FIXED_WIDTHS["aside"][at] + end
    if own.furniture is not None:
        said[_S.FURNITURE] = own.furniture + wide
        said[_S.FURNITURE_INSIDE] = own.furniture + wide
    if own.section is not None:
        said[_S.SECTION] = own.section + wide
    if own.byline is not None:
        said[_S.BYLINE] = own.byline + wide
    if own.caption is not None:
        base = own.caption + _FIXED_WIDTHS["caption"][at] - 1.0
        said[_S.CAPTION] = said[_S.CAPTION_INSIDE] = base
    if own.verse is not None:
        said[_S.VERSE] = said[_S.VERSE_ON] = own.verse + _FIXED_WIDTHS["verse"][at]


Joint = tuple[int, float, float]
"""Of a line end: its blank lines, and the log odds for one paragraph and for one headline."""


def joints(sights: Sequence[Sight], owns: Sequence[Own]) -> list[Joint]:
    """See each line end between two lines, whatever the page: once for each."""
    found: list[Joint] = []
    units = [sight.unit for sight in sights]
    for at, (before, after) in enumerate(pairwise(sights)):
        held = held_together(before) if not before.unit.stopped else 0.0
        heads = owns[at].head is not None and owns[at + 1].head is not None
        below = headlines.text_below(units, at + 1) if heads else ""
        headed = headlines.goes_on(before, after, below) if heads else 0.0
        parted = _COUNTS_ON if after.counts and cues.count_of(before.unit.text[:8]) else 0.0
        found.append((after.unit.blanks, held - parted, headed))
    return found


def steps(joined: Sequence[Joint], ways: Ways) -> list[Stepped]:
    """Give for each line end between two lines the log score of each step.

    Line ends that say the same share one list: it is not to be changed.
    """
    tables = [[ways.blanks[step][blanks] for step in Step] for blanks in range(BLANKS)]
    said: dict[Joint, Stepped] = {}
    for joint in joined:
        if joint not in said:
            blanks, held, headed = joint
            scores = tables[blanks].copy()
            scores[0] += held
            scores[1] += held
            scores[2] += headed
            said[joint] = scores
    return [said[joint] for joint in joined]


def held_together(before: Sight) -> float:
    """Give the log odds for going on that an open bracket or a cut word or number lends."""
    score = _ACROSS[before.across] if before.across else 0.0
    return score + (_OPENED if before.opened else 0.0)


def clamp(stepped: Sequence[Stepped], verdicts: Mapping[int, bool]) -> list[Stepped]:
    """Allow only the steps that agree with what a person decided.

    `verdicts` maps a line end to whether the block of the line above goes on there.
    """
    found: list[Stepped] = []
    for at, scores in enumerate(stepped):
        keep = verdicts.get(at)
        if keep is None:
            found.append(scores)
            continue
        banned = PARTS if keep else KEEPS
        found.append([-inf if step in banned else scores[step] for step in Step])
    return found


def learn(
    sights: Sequence[Sight],
    owns: Sequence[Own],
    expected: tuple[Sequence[Mapping[State, float]], Sequence[Sequence[float]]],
) -> Ways:
    """Estimate the ways of a page from the probabilities of states and steps."""
    shares, taken_steps = expected
    widths = {state: [0.0] * len(WIDTH_CLASSES) for state in BODY}
    indents = [0.0] * 4
    for sight, own, share in zip(sights, owns, shares, strict=True):
        inset = 0 if sight.indented else 1
        for state in BODY:
            widths[state][own.width] += share[state]
        indents[inset] += share[_S.FIRST] + share[_S.SINGLE]
        indents[2 + inset] += share[_S.MIDDLE] + share[_S.LAST]
    blanks = {step: [0.0] * BLANKS for step in _LEARNT_STEPS}
    for sight, taken in zip(sights[1:], taken_steps, strict=True):
        for step in _LEARNT_STEPS:
            blanks[step][sight.unit.blanks] += taken[step]
    learnt = dict(COMMON.blanks)
    for step in _LEARNT_STEPS:
        learnt[step] = _weighed(blanks[step], _BLANKS[step])
    return Ways(
        {state: _by_column(widths[state], _WIDTHS[state]) for state in BODY},
        learnt,
        _weigh_indents(indents),
    )


def _weighed(counts: Sequence[float], prior: Sequence[float]) -> tuple[float, ...]:
    total = sum(counts) + PRIOR_LINES * sum(prior)
    return tuple(
        log((count + PRIOR_LINES * share) / total)
        for count, share in zip(counts, prior, strict=True)
    )


def _by_column(counts: Sequence[float], prior: Sequence[float]) -> tuple[float, ...]:
    """Weigh lines in a column anew; how long a line without one is tells nothing of the page."""
    return _weighed(counts[:4], prior[:4]) + _logs(prior[4:])


def _weigh_indents(counts: Sequence[float]) -> tuple[float, float, float, float]:
    first = _weighed(counts[:2], (0.4, 0.6))
    other = _weighed(counts[2:], (0.03, 0.97))
    return first[0], first[1], other[0], other[1]


def end_weight(ends: str) -> float:
    """Give the log odds for a paragraph's end that the end of a line lends (`END_CLASSES`)."""
    return _END_LOGS["ended"][ends] - _END_LOGS["going"][ends]


def start_weight(starts: str) -> float:
    """Give the log odds for a paragraph's beginning that a line's beginning lends."""
    return _STARTS[starts]


def width_weight(ways: Ways, reach: str, states: tuple[State, State]) -> float:
    """Give the log odds of one state against another that a line's width lends on a page."""
    one, other = states
    return ways.widths[one][_PLACE[reach]] - ways.widths[other][_PLACE[reach]]
