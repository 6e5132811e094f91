"""Read a page of very many lines roughly: by full stops, blanks and widths, each line by itself.

To see each line among its neighbours and to weigh all readings takes a fifth of a millisecond a
line, which is nothing on a page that was printed, and a minute for a file of hundreds of thousands
of lines that was never parted into pages. Such a file is put together by what alone parts most
paragraphs, in a tenth of that time: no order is looked for, and nothing is learnt from the page.
Each line end is a doubt, with a reason that names the page's length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.drafts import ArticleDraft, LineRole, PageDraft, Seam
from reader.model import Kind, Reads, Reason, Role
from reader.text.blocks import Block, reads_of, stretches
from reader.text.drafting import inside, typeset
from reader.text.expected import ROUGH_SURE
from reader.text.features import units_of
from reader.text.widths import columns, width_class

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Line
    from reader.text.features import Unit

BEYOND = 50_000
"""A page of more raw lines is read roughly: it is hundreds of printed pages in one."""
HEAD_SURE = 0.4
"""Confidence in a title of such a page: 589 of 1,461 were right (`bench_repair.py --rough`)."""
MOST_HEADS = 4
"""Lines without a full stop that may head an article, one under the other."""


def is_long(lines: Sequence[Line]) -> bool:
    """Tell whether a page has so many lines that it is read roughly."""
    return len(lines) > BEYOND


def read(text: str, lines: tuple[Line, ...], fixed: Mapping[int, Reads]) -> PageDraft:
    """Read a page on which something is written; `fixed` is as in `repair.repair`, and obeyed."""
    parted = {at for at, reads in fixed.items() if reads is Reads.PARA}
    units = units_of(text, lines, parted)
    found = _put_together(units, fixed)
    begins = _headed(found, units)
    return PageDraft(
        text=text,
        lines=lines,
        blocks=tuple(stretches(block, units, len(text)) for block in found),
        articles=tuple(
            ArticleDraft(tuple(range(low, high)))
            for low, high in zip(begins, [*begins[1:], len(found)], strict=True)
        ),
        seams=tuple(_seams(text, units, reads_of(found, units, fixed), fixed)),
        roles=tuple(_roles(found, units)),
    )


def _put_together(units: Sequence[Unit], fixed: Mapping[int, Reads]) -> list[Block]:
    """Put lines together to paragraphs; where a person decided, as they did."""
    wide = columns([unit.width for unit in units])
    found = [Block(Kind.PARA, [0])]
    for at in range(1, len(units)):
        above, below = units[at - 1], units[at]
        chosen = fixed.get(above.end)
        keeps = _goes_on(above, below, wide[at - 1]) if chosen is None else chosen != Reads.PARA
        if keeps:
            found[-1].units.append(at)
        else:
            found.append(Block(Kind.PARA, [at]))
    return found


def _goes_on(above: Unit, below: Unit, column: float | None) -> bool:
    """Tell whether a paragraph goes on with the line below.

    A line that fills its column goes on, unless it ends with a full stop and the next one is set
    in or stands apart. Where lines have no common width, only a full stop, a blank line or an
    indent ends a paragraph.
    """
    apart = below.blanks > 0 or below.lead >= 1
    if column is None:
        return not (above.stopped or apart)
    fills = width_class(above.width, column, below.text) != "short"
    return fills and not (above.stopped and apart)


def _headed(found: Sequence[Block], units: Sequence[Unit]) -> list[int]:
    """Make titles of lines that head paragraphs, and give the blocks with which articles begin.

    A title is the first of a few blocks of one line without a full stop, between paragraphs that
    end with one.
    """
    begins, run = [0], 0
    for at, block in enumerate(found):
        if not units[block.units[-1]].stopped:
            run += 1 if len(block.units) == 1 else MOST_HEADS + 1
            continue
        if 0 < run <= MOST_HEADS:
            found[at - run].kind = Kind.TITLE
            begins += [at - run] if at > run else []
        run = 0
    return begins


def _seams(
    text: str,
    units: Sequence[Unit],
    reads: Sequence[tuple[Reads, Block]],
    fixed: Mapping[int, Reads],
) -> list[Seam]:
    edge, person, guessed = (Reason("edge"),), (Reason("person"),), (Reason("rough"),)
    found = []
    if units[0].start:
        chosen = fixed.get(0, Reads.JOIN)
        chosen = Reads.JOIN if chosen is Reads.PARA else chosen
        found.append(Seam(0, units[0].start, chosen, 1.0, edge))
    ends = [unit.start for unit in units[1:]]
    made = _spaces(text, units, reads)
    for unit, end, (how, _), spaces in zip(units, ends, reads, made, strict=False):
        found.extend(inside(text, unit, fixed, spaces))
        decided = unit.end in fixed
        sure, why = (1.0, person) if decided else (ROUGH_SURE, guessed)
        found.append(Seam(unit.end, end, how, sure, why))
    found.extend(inside(text, units[-1], fixed, made[-1]))
    if units[-1].end < len(text):
        found.append(Seam(units[-1].end, len(text), Reads.PARA, 1.0, edge))
    return found


def _spaces(
    text: str, units: Sequence[Unit], reads: Sequence[tuple[Reads, Block]]
) -> list[list[tuple[int, int, str]]]:
    """Give the spaces of each line that only typesetting made (as `drafting.typeset`).

    None where they are more than the lines: a library keeps each, which would take longer than
    to read the page.
    """
    found: list[list[tuple[int, int, str]]] = []
    many = 0
    for at in range(len(units)):
        found.append(typeset(text, (units, at), reads, apart=False))
        many += len(found[-1])
        if many > len(units):
            return [[] for _ in units]
    return found


def _roles(found: Sequence[Block], units: Sequence[Unit]) -> list[LineRole]:
    """Give each line its role; a line that is parted has the role of its first part."""
    roles: list[LineRole] = []
    for block in found:
        last = len(block.units) - 1
        for place, at in enumerate(block.units):
            if at and units[at].number == units[at - 1].number:
                continue
            if block.kind is Kind.TITLE:
                role = Role.TITLE
            elif not last:
                role = Role.SINGLE
            else:
                role = Role.FIRST if place == 0 else Role.LAST if place == last else Role.MIDDLE
            sure = HEAD_SURE if role is Role.TITLE else ROUGH_SURE
            roles.append(LineRole(units[at].number, role, sure))
    return roles
