"""Write a decoded page down as a draft: stretches, articles, seams with reasons, roles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.drafts import ArticleDraft, LineRole, PageDraft, Seam
from reader.model import Kind, Reads, Reason, Role
from reader.text import cues, decoder, reasons, spacing, states
from reader.text.blocks import reads_of, stretches
from reader.text.expected import DOUBLED_SURE, TORN_SURE
from reader.text.lines import holds_line_end
from reader.text.states import State
from reader.text.verdicts import decode_under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.drafts import BlockDraft
    from reader.model import Line
    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.classes import Page
    from reader.text.features import Sight, Unit
    from reader.text.field import Field
    from reader.text.own import Own
    from reader.text.sureness import Gain

TYPESET_SURE = 0.97
"""Confidence that a space beside a number is typesetting's."""
PIECES_SURE = 0.97
"""Confidence that a line end stands inside a printed line that a program gave in pieces."""


@dataclass(slots=True)
class Read:
    """A page as seen: its lines and units, what it does as a whole, and what its lines say.

    `units` are in the order of the page, `sights` and `said` in that in which they are read:
    `order` has the places of the units in the order of reading, `place` the inverse; `gains` what
    `order.Turns` has.
    """

    lines: tuple[Line, ...]
    units: list[Unit]
    order: list[int]
    gains: dict[int, Gain]
    sights: list[Sight]
    owns: list[Own]
    page: Page
    said: Sequence[decoder.Scores]
    weights: Field
    place: list[int] = field(init=False)
    _done: dict[tuple[tuple[int, bool], ...], decoder.Decoded] = field(
        init=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Note when each unit is read."""
        self.place = sorted(range(len(self.order)), key=self.order.__getitem__)

    def verdicts(self, fixed: Mapping[int, Reads]) -> dict[int, bool]:
        """Map the units after which a person decided to whether their block goes on."""
        return {
            at: fixed[unit.end] is not Reads.PARA
            for at, unit in enumerate(self.units[:-1])
            if unit.end in fixed
        }

    def decode(self, clamps: Mapping[int, bool]) -> decoder.Decoded:
        """Decode under verdicts; the same verdicts are decoded once."""
        key = tuple(sorted(clamps.items()))
        if key not in self._done:
            clamped = {self.place[at]: keep for at, keep in key}
            self._done[key] = decode_under(self.said, self.weights.steps, clamped)
        return self._done[key]

    def reading(self, text: str, clamps: Mapping[int, bool]) -> Reading:
        """Give the page with its decoding under `clamps`."""
        decoded = self.decode(clamps)
        return Reading(text, self, decoded, decoded.path)


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's text, what was seen of it, and how it was decoded."""

    text: str
    read: Read
    decoded: decoder.Decoded
    states: tuple[State, ...]
    """What each line is, in the order of reading, when the whole page is seen."""


def draft(
    page: Reading, built: tuple[list[Block], list[Story]], fixed: Mapping[int, Reads]
) -> PageDraft:
    """Write the draft of a page."""
    found, stories = built
    units = page.read.units
    kept = [block for block in found if block.units]
    place = {id(block): at for at, block in enumerate(kept)}
    reads = reads_of(kept, units, fixed)
    states = list(page.states)
    for at, (_, block) in enumerate(reads):
        where = page.read.place[at]
        states[where] = _seen_as(states[where], block, at)
    page = replace(page, states=tuple(states))
    return PageDraft(
        text=page.text,
        lines=page.read.lines,
        blocks=tuple(stretches(block, units, len(page.text)) for block in kept),
        articles=tuple(
            ArticleDraft(
                tuple(place[id(found[at])] for at in [*story.head, *story.body]),
                None if story.section is None else place[id(found[story.section])],
            )
            for story in stories
            if story.head or story.body
        ),
        seams=tuple(_seams(page, reads, fixed)),
        roles=tuple(_roles(page, reads)),
    )


def plain(
    text: str, lines: tuple[Line, ...], units: Sequence[Unit], found: Sequence[Block]
) -> PageDraft:
    """Write the draft of a page that is not repaired: one block a unit, one article."""
    drafts: tuple[BlockDraft, ...] = tuple(stretches(block, units, len(text)) for block in found)
    reason = (Reason("as_is"),)
    seams = [] if units[0].start == 0 else [Seam(0, units[0].start, Reads.JOIN, 1.0, reason)]
    for at, unit in enumerate(units):
        end = units[at + 1].start if at + 1 < len(units) else len(text)
        if end > unit.end:
            seams.append(Seam(unit.end, end, Reads.PARA, 1.0, reason))
    roles = tuple(LineRole(unit.number, Role.SINGLE, 1.0) for unit in units)
    article = ArticleDraft(tuple(range(len(drafts))))
    return PageDraft(text, lines, drafts, (article,), tuple(seams), roles)


def _seams(
    page: Reading, reads: Sequence[tuple[Reads, Block]], fixed: Mapping[int, Reads]
) -> list[Seam]:
    units, text = page.read.units, page.text
    found: list[Seam] = []
    if units[0].start:
        chosen = fixed.get(0, Reads.JOIN)
        chosen = Reads.JOIN if chosen is Reads.PARA else chosen
        found.append(Seam(0, units[0].start, chosen, 1.0, (Reason("edge"),)))
    last = len(units) - 1
    apart = spacing.set_apart(text)
    for at, unit in enumerate(units):
        how, block = reads[at]
        found.extend(inside(text, unit, fixed, typeset(text, (units, at), reads, apart=apart)))
        end = units[at + 1].start if at < last else len(text)
        if end == unit.end:
            continue
        if at == last and at not in block.torn:
            place = page.read.place[at]
            torn = reasons.breaks_off(page.read.sights[place], page.states[place])
            why = (Reason("edge"), Reason("torn")) if torn else (Reason("edge"),)
            seam = Seam(unit.end, end, how, TORN_SURE if torn else 1.0, why)
            found.append(_proposed(page, at, seam, block))
        elif (
            at == last
            or how is Reads.PARA
            or unit.end in fixed
            or holds_line_end(text[unit.end : end])
            or _leaves_its_line(page, at)
        ):
            seam = _seam(page, at, (unit.end, end), reads[at], fixed)
            found.append(seam if unit.end in fixed else _doubled(seam, block.again.get(at)))
    return found


def _leaves_its_line(page: Reading, at: int) -> bool:
    """Tell whether what is read behind a part of a line stands on another line."""
    place = page.read.place[at] + 1
    return place < len(page.read.order) and page.read.order[place] != at + 1


def _doubled(seam: Seam, copy: str | None) -> Seam:
    """Make the end of a line a doubt across which a text stands twice in a row."""
    if copy is None:
        return seam
    why = (Reason("doubled", (copy,)), *seam.reasons)[: reasons.MOST]
    return replace(seam, confidence=min(seam.confidence, DOUBLED_SURE), reasons=why)


_AS_PRINTED = (Kind.FURNITURE, Kind.SECTION)
"""Kinds of blocks whose spaces stay."""


def _is_row(units: Sequence[Unit], at: int, reads: Sequence[tuple[Reads, Block]]) -> bool:
    """Tell whether a line is a row of a table, whose spaces are those between its cells."""
    if not _is_line(reads[at][1]):
        return False
    text = units[at].text
    above = at > 0 and _is_line(reads[at - 1][1]) and units[at - 1].text
    below = at + 1 < len(units) and _is_line(reads[at + 1][1]) and units[at + 1].text
    return bool(
        (above and cues.same_columns(above, text, FEWEST_CELLS))
        or (below and cues.same_columns(text, below, FEWEST_CELLS))
    )


FEWEST_CELLS = 2


def _is_line(block: Block) -> bool:
    return block.kind is Kind.PARA and len(block.units) == 1


def typeset(
    text: str,
    place: tuple[Sequence[Unit], int],
    reads: Sequence[tuple[Reads, Block]],
    *,
    apart: bool,
) -> list[tuple[int, int, str]]:
    """Give the spaces of a line that only typesetting made: where, and beside what.

    `place`: the lines of the page, and which of them; `apart`: the characters of the page are all
    set apart.
    """
    units, at = place
    unit, kind = units[at], reads[at][1].kind
    found = [] if kind in _AS_PRINTED else list(spacing.typeset(text, unit.start, unit.end))
    if apart and kind is not Kind.FURNITURE:
        found.extend(spacing.apart(text, unit.start, unit.end, kind))
    return [] if found and _is_row(units, at, reads) else found


def inside(
    text: str, unit: Unit, fixed: Mapping[int, Reads], made: Sequence[tuple[int, int, str]]
) -> list[Seam]:
    """Give the seams inside a line: spaces of typesetting (`made`), and what a person decided.

    Line ends, too, where a program gave a printed line in pieces.
    """
    if not made and not fixed and not unit.breaks:
        return []
    found = {
        start: Seam(start, end, Reads.JOIN, TYPESET_SURE, (Reason(code),))
        for start, end, code in made
    }
    for start, end, _ in unit.breaks:
        found[start] = Seam(start, end, Reads.JOIN, PIECES_SURE, (Reason("pieces"),))
    for start in _decided(unit, fixed):
        end = start
        while text[end].isspace():
            end += 1
        if end > start and not text[start - 1].isspace():
            found[start] = Seam(start, end, fixed[start], 1.0, (Reason("person"),))
    return [found[start] for start in sorted(found)]


def _decided(unit: Unit, fixed: Mapping[int, Reads]) -> list[int]:
    if not fixed:
        return []
    if len(fixed) < unit.end - unit.start:
        return [at for at in fixed if unit.start < at < unit.end]
    return [at for at in range(unit.start + 1, unit.end) if at in fixed]


def _seam(
    page: Reading,
    at: int,
    span: tuple[int, int],
    read: tuple[Reads, Block],
    fixed: Mapping[int, Reads],
) -> Seam:
    how, block = read
    if span[0] in fixed:
        return Seam(*span, how, 1.0, (Reason("person"),))
    if at in block.torn:
        to = block.units[block.units.index(at) + 1]
        units = page.read.units
        facts = (units[at].tail[-1], units[to].text[0])
        return Seam(*span, how, round(block.torn[at], 4), (Reason("moved", facts),))
    keeps = how is not Reads.PARA
    sights, place = page.read.sights, page.read.place[at]
    if place + 1 == len(sights):
        return Seam(*span, how, 1.0, (Reason("edge"),))
    above, below = sights[place], sights[place + 1]
    share = page.decoded.keeps[place]
    sure = round(page.read.weights.sure(share if keeps else 1.0 - share), 4)
    if keeps and page.read.order[place + 1] != at + 1:
        facts = (above.unit.tail[-1], below.unit.text[0])
        sure *= page.read.weights.sureness.order(page.read.gains.get(place))
        return Seam(*span, how, round(sure, 4), (Reason("moved", facts),))
    seen = reasons.Explained(sights, page.states, page.read.page, page.read.weights.words)
    why = reasons.explain(seen, place, keeps=keeps)
    if not keeps and reasons.breaks_off(above, page.states[place]):
        sure = min(sure, TORN_SURE)
    return _proposed(page, at, Seam(*span, how, sure, why), block)


def _proposed(page: Reading, at: int, seam: Seam, block: Block) -> Seam:
    """Say where a paragraph that breaks off may go on, if there is such a place."""
    if block.perhaps is None or at != block.units[-1] or seam.start != page.read.units[at].end:
        return seam
    to, odds = block.perhaps
    units = page.read.units
    first = Reason("perhaps", (units[at].tail[-1], units[to].text[0]))
    why = [reason for reason in seam.reasons if reason.code != "torn"]
    sure = min(seam.confidence, round(1.0 - odds, 4))
    return replace(seam, confidence=sure, reasons=(first, *why)[: reasons.MOST])


_BODY_ROLES = {
    State.FIRST: Role.FIRST, State.MIDDLE: Role.MIDDLE, State.LAST: Role.LAST,
    State.SINGLE: Role.SINGLE,
}  # fmt: skip
_ROLES = {kind: Role(kind.value) for kind in Kind if kind is not Kind.PARA}
_SAME = (
    states.HEADS, (State.SUBHEAD, State.SUBHEAD_ON), (State.FURNITURE, State.FURNITURE_INSIDE),
    (State.CAPTION, State.CAPTION_ON, State.CAPTION_INSIDE, State.CAPTION_INSIDE_ON),
    (State.VERSE, State.VERSE_ON),
)  # fmt: skip
_KIN = {state: kin for kin in _SAME for state in kin}


_KIND_OF = {
    State.KICKER: Kind.KICKER, State.TITLE: Kind.TITLE, State.SUBTITLE: Kind.SUBTITLE,
    State.SUBHEAD: Kind.SUBHEAD, State.BYLINE: Kind.BYLINE, State.CAPTION: Kind.CAPTION,
    State.FURNITURE: Kind.FURNITURE, State.SECTION: Kind.SECTION, State.VERSE: Kind.VERSE,
    State.SINGLE: Kind.PARA,
}  # fmt: skip
_AS = {kind: state for state, kind in _KIND_OF.items()}
_GOES_ON = {State.SUBHEAD: State.SUBHEAD_ON, State.CAPTION: State.CAPTION_ON}


def _seen_as(state: State, block: Block, at: int) -> State:
    """Give the state of a line whose block turned out to be of another kind than was read."""
    family = _KIN.get(state, (state,)) if state not in _BODY_ROLES else states.BODY
    seen = _AS[block.kind]
    if seen in family:
        return state
    if at == block.units[0] or seen is State.SINGLE:
        return seen
    return State.HEAD_ON if seen in states.HEADS else _GOES_ON.get(seen, seen)


def _roles(page: Reading, reads: Sequence[tuple[Reads, Block]]) -> list[LineRole]:
    """Give each line its role; a line that is parted has the role of its first part."""
    found: list[LineRole] = []
    number = None
    for at, unit in enumerate(page.read.units):
        if unit.number == number:
            continue
        number = unit.number
        place = page.read.place[at]
        state, shares = page.states[place], page.decoded.shares[place]
        share = shares[state]
        if state in _KIN:
            share = sum([shares[kin] for kin in _KIN[state]])
        kind = reads[at][1].kind
        if state is not page.decoded.path[place]:
            share = reads[at][1].sure
        role = _BODY_ROLES.get(state, Role.SINGLE) if kind is Kind.PARA else _ROLES[kind]
        of_pieces = _roles_of_pieces(role, len(unit.breaks))
        numbers = [unit.number, *[below for _, _, below in unit.breaks]]
        for line, one in zip(numbers, of_pieces, strict=True):
            sure = page.read.weights.sureness.role(one, share)
            found.append(LineRole(line, one, round(sure, 4)))
    return found


def _roles_of_pieces(role: Role, breaks: int) -> list[Role]:
    """Give each piece of a printed line its role."""
    if not breaks or role not in _BODY_ROLES.values():
        return [role] * (breaks + 1)
    first = Role.FIRST if role in (Role.FIRST, Role.SINGLE) else Role.MIDDLE
    last = Role.LAST if role in (Role.LAST, Role.SINGLE) else Role.MIDDLE
    return [first, *[Role.MIDDLE] * (breaks - 1), last]
