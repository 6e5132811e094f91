"""Repair a page: from text as received to blocks, articles, seams and roles, all as proposals.

Pure and deterministic: the same text and fixed verdicts give the same draft.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.drafts import BlockDraft, PageDraft, Seam, Stretch
from reader.model import Kind, Reads, Reason
from reader.text import (
    articles,
    blocks,
    classes,
    clues,
    columns,
    cues,
    doubling,
    drafting,
    faces,
    kinds,
    known,
    order,
    reasons,
    rough,
    shards,
    stretches,
    ways,
)
from reader.text.decoder import EVEN, shares_of
from reader.text.features import look, units_of
from reader.text.field import trained
from reader.text.lines import split_lines
from reader.text.own import own_words
from reader.text.spacing import parts
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reader.model import Line
    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.decoder import Scores
    from reader.text.features import Sight, Unit
    from reader.text.field import Field, Packed
    from reader.text.known import Mark
    from reader.text.near import Key
    from reader.text.own import Own


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python look for no cycles inside.

    A long page is millions of small things that all stay and have no cycles; to go through them
    again and again takes longer than to see a third of the page.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def repair(
    text: str,
    *,
    first_line: int = 1,
    fixed: Mapping[int, Reads] | None = None,
    field: Field | None = None,
) -> PageDraft:
    """Propose how a page reads.

    `text` is the page as decoded, `first_line` the file's number of its first line. `fixed` maps
    the start of a run of white space (code points of the page) to what a person decided; it is
    always obeyed, except that a run at the head or the end of the page parts nothing. Places at
    which no run begins are passed over. `field` has the weights, else those that come with the
    program. A page of more than `stretches.LONGEST` lines is repaired in stretches, one of more
    than `rough.BEYOND` read roughly.
    """
    lines = split_lines(text, first_line)
    if not text or text.isspace():
        return _nothing(text, lines)
    fixed = {at: reads for at, reads in (fixed or {}).items() if _begins_run(text, at)}
    with uncollected():
        if rough.is_long(lines):
            return rough.read(text, lines, fixed)
        if len(lines) > stretches.LONGEST:
            return stretches.repaired(text, lines, _engine(text, lines, fixed, field))
        return _repaired(read_lines(text, lines, fixed, field), text, fixed)


def _engine(
    text: str, lines: tuple[Line, ...], fixed: Mapping[int, Reads], field: Field | None
) -> Callable[[int, int], PageDraft]:
    """Give what repairs some lines of a page as a page of their own, under the same verdicts."""
    places = sorted(fixed)

    def some(begin: int, end: int) -> PageDraft:
        start = lines[begin].start
        stop = lines[end].start if end < len(lines) else len(text)
        part = text[start:stop]
        decided = places[bisect_left(places, start) : bisect_left(places, stop)]
        verdicts = {at - start: fixed[at] for at in decided if _begins_run(part, at - start)}
        found = split_lines(part, lines[begin].number)
        return _repaired(read_lines(part, found, verdicts, field, once=True), part, verdicts)

    return some


def _repaired(read: drafting.Read, text: str, fixed: Mapping[int, Reads]) -> PageDraft:
    clamps = read.verdicts(fixed)
    found, stories = _build(read, clamps, fixed)
    if moved := elsewhere(read, clamps):
        fewer = {at: keep and at not in moved for at, keep in clamps.items()}
        again = _build(read, fewer, fixed)
        if moved <= _torn(again[0]):
            found, stories = again
            clamps = fewer
    draft = drafting.draft(read.reading(text, clamps), (found, stories), fixed)
    return _doubted(draft) if cues.latin(text[:_SAMPLE]) else draft


def elsewhere(read: drafting.Read, verdicts: Mapping[int, bool]) -> set[int]:
    """Give the units after which a person agreed that the text goes on elsewhere on the page.

    Where the engine by itself moves a column to an open end, a verdict that the text goes on does
    not speak of the next line.
    """
    keeping = {at for at, keep in verdicts.items() if keep}
    return keeping & _torn(_build(read, {}, {})[0]) if keeping else keeping


_SAMPLE = 20_000
"""Code points of a page by which it is told whether it is mostly Latin text."""
LATIN_SURE = 0.5
"""Confidence on such a page at most: nothing of it was learnt, all is to be looked at."""


def _doubted(draft: PageDraft) -> PageDraft:
    """Make doubts of all that the engine says of a page."""
    seams = [
        seam
        if seam.reasons[0].code in _NO_GUESS
        else replace(
            seam,
            confidence=min(seam.confidence, LATIN_SURE),
            reasons=(Reason("latin"), *seam.reasons)[: reasons.MOST],
        )
        for seam in draft.seams
    ]
    roles = [replace(role, confidence=min(role.confidence, LATIN_SURE)) for role in draft.roles]
    return replace(draft, seams=tuple(seams), roles=tuple(roles))


_NO_GUESS = ("edge", "person")
"""Reasons of what the engine does not guess."""


def _begins_run(text: str, at: int) -> bool:
    """Tell whether a run of white space begins at a place."""
    return 0 <= at < len(text) and text[at].isspace() and not text[at - 1 : at].isspace()


def as_is(text: str, *, first_line: int = 1) -> PageDraft:
    """Take a page as it stands: each line that is not blank a paragraph, nothing repaired."""
    lines = split_lines(text, first_line)
    if not text or text.isspace():
        return _nothing(text, lines)
    units = units_of(text, lines, ())
    found = [blocks.Block(Kind.PARA, [at]) for at in range(len(units))]
    return drafting.plain(text, lines, units, found)


def _nothing(text: str, lines: tuple[Line, ...]) -> PageDraft:
    """Give the draft of a page on which nothing is written."""
    if not text:
        return PageDraft("", lines, (), (), ())
    block = BlockDraft(Kind.FURNITURE, (Stretch(0, len(text)),))
    seam = Seam(0, len(text), Reads.PARA, 1.0, (Reason("edge"),))
    return PageDraft(text, lines, (block,), (), (seam,))


def _torn(found: list[Block]) -> set[int]:
    return {at for block in found for at in block.torn}


def seen(text: str, first_line: int = 1) -> list[Sight]:
    """Say what can be seen of each line of a page, in the order of reading, before it is decoded.

    Blank lines are none.
    """
    units, turns = arranged(text, first_line)
    return look([units[at] for at in turns.order])


def arranged(text: str, first_line: int = 1) -> tuple[list[Unit], order.Turns]:
    """Cut a page into units, and give the order in which they are to be read."""
    units = _units(text, split_lines(text, first_line), {})
    return units, order.arranged(units)


def _units(text: str, lines: tuple[Line, ...], fixed: Mapping[int, Reads]) -> list[Unit]:
    """Cut a page into units, in the order of the page."""
    parted = {at for at, reads in fixed.items() if reads is Reads.PARA}
    cuts = set(parted)
    cuts.update(at for at in order.parted(text, lines) if at not in fixed)
    for line in lines:
        if line.text:
            cuts.update([cut for cut in parts(text, line.start, line.end) if cut not in fixed])
    return shards.whole_lines(units_of(text, lines, cuts), parted)


def read_lines(
    text: str,
    lines: tuple[Line, ...],
    fixed: Mapping[int, Reads],
    field: Field | None = None,
    *,
    once: bool = False,
) -> drafting.Read:
    """See the lines of a page and what the field says of them, whatever a person decided.

    With `once` the page is not read a second time by its own ways: that costs a sixth of the time.
    """
    units = _units(text, lines, fixed)
    weights = field or trained()
    read = _seen_in(lines, units, order.arranged(units), weights, once=once)
    if not _allows(read, fixed):
        read = _seen_in(lines, units, order.as_printed(units), weights, once=once)
    if all(state in _BESIDE for state in read.decode({}).path):
        return replace(read, said=[_aside(scores) for scores in read.said])
    return read


def _seen_in(
    lines: tuple[Line, ...], units: list[Unit], turns: order.Turns, weights: Field, *, once: bool
) -> drafting.Read:
    """See the lines of a page in an order of reading."""
    sights = look([units[at] for at in turns.order])
    owns = own_words(sights)
    said = _told(sights, owns, weights, once=once)
    page = classes.page_of(sights)
    return drafting.Read(lines, units, *turns, sights, owns, page, said, weights)


def _told(sights: list[Sight], owns: list[Own], weights: Field, *, once: bool) -> list[Scores]:
    """Say of each line what the field says in a second reading that knows the page's ways."""
    sheet = clues.Sheet(sights, owns)
    seams = sheet.seams()
    sums = weights.sums(sheet.columns())
    marked = known.marked(sights, owns)
    told = _unknown(seams) if once else _retold(seams, sums, marked, weights)
    said = known.weighed(weights.scores(weights.sums((told[:-1], told[1:]), sums)), marked)
    return known.weighed(said, known.late(sights, owns, weights.words))


def _retold(
    seams: list[Key], sums: list[Packed], marked: Sequence[Mark], weights: Field
) -> list[Key]:
    """Read a page for the first time, and tell its ways at each line end.

    `sums` are of all other clues.
    """
    plain = _unknown(seams)
    first = known.weighed(weights.scores(weights.sums((plain[:-1], plain[1:]), sums)), marked)
    return ways.retold(seams, shares_of(first, weights.steps))


def _unknown(seams: list[Key]) -> list[Key]:
    """Give what is seen at each line end of a page of which the ways are not known."""
    return [(*ways.UNKNOWN, *seam) for seam in seams]


def told_of(sights: list[Sight], owns: list[Own], weights: Field) -> list[clues.Clues]:
    """Give the clues of a page's lines as they are in the second reading."""
    sheet = clues.Sheet(sights, owns)
    columns = [list(column) for column in sheet.columns()]
    told = _retold(sheet.seams(), weights.sums(columns), known.marked(sights, owns), weights)
    return list(zip(*columns, told[:-1], told[1:], strict=True))


def _allows(read: drafting.Read, fixed: Mapping[int, Reads]) -> bool:
    """Tell whether an order of reading allows what a person decided.

    Where lines are read in another order than they stand in, a person who lets a block go on means
    the line that stands below, unless the engine itself lets it go on elsewhere there.
    """
    asked = [
        at
        for at, keep in read.verdicts(fixed).items()
        if keep and read.order[read.place[at] + 1 : read.place[at] + 2] != [at + 1]
    ]
    if not asked:
        return True
    keeps = read.decode({}).keeps
    torn = _torn(_build(read, {}, {})[0])
    return all(
        at in torn or (read.place[at] < len(keeps) and keeps[read.place[at]] >= EVEN)
        for at in asked
    )


_BESIDE = (State.FURNITURE, State.SECTION, State.BYLINE)


def _aside(scores: Scores) -> Scores:
    """Take what stands beside articles out of the states that a line can have.

    A page on which nothing else stands is shown as an article, so that it is looked at.
    """
    least = min(scores) - _UNLIKELY
    return tuple(
        [least if state in _BESIDE else score for state, score in zip(State, scores, strict=True)]
    )


_UNLIKELY = 20.0


def _build(
    read: drafting.Read, clamps: Mapping[int, bool], fixed: Mapping[int, Reads]
) -> tuple[list[Block], list[Story]]:
    """Put the page together as it is decoded under the verdicts in `clamps`."""
    decoded = read.decode(clamps)
    found = blocks.gather(decoded.path, read.order)
    units: list[Unit] = read.units
    # By the free decoding: its doubts stay the same when a person agrees with what it says.
    free = read.decode({}).shares
    shares = [free[at] for at in read.place]
    begins = _looked_again(found, read)
    stories = articles.assemble(found, units, begins)
    columns.put_back(stories, found, units, shares, fixed)
    doubling.doubled(found, units, read.lines)
    return found, stories


def shown(read: drafting.Read) -> faces.Shown:
    """Give what is seen of the units of a page, in the order of the page."""
    free = read.decode({}).shares
    places = read.place
    return faces.Shown(
        [read.sights[at] for at in places],
        [read.owns[at] for at in places],
        [free[at] for at in places],
    )


def _looked_again(found: list[Block], read: drafting.Read) -> list[float]:
    """Give blocks their kinds when the whole page is seen, and tell where articles begin."""
    weights = read.weights.blocks
    if weights is None:
        return [0.5] * len(found)
    told = kinds.told(found, shown(read), weights)
    for block, one in zip(found, told, strict=True):
        block.sure = one.sure
    return [one.begins for one in told]
