"""Newspapers of one manner each, and what a person would decide at their line ends."""

from __future__ import annotations

from training import generator
from training.layout import Compositor, cut_off, order
from training.manner import draw

from reader.model import Reads
from reader.text.field import Field, trained
from reader.text.lessons import Lesson
from reader.text.states import STATES, State


def page(paper: int, number: int):
    """Make a page of a paper: all its pages are set, and were read, in one manner."""
    how = draw(paper, None)
    compositor = Compositor(number, how, "all")
    articles = generator._articles(compositor)
    if how.open_end and articles[-1].columns:
        cut_off(articles[-1].columns[-1], compositor.dice)
    rows = generator._page_rows(compositor, order(articles, how, compositor.dice))
    if how.regime in generator.PLAIN:
        generator.blanks(rows, how.ways, compositor.dice)
    else:
        rows = generator.read(rows, how, compositor.dice)
    generator.spoil(rows, how, compositor.dice)
    return generator.assemble(rows, how, compositor.dice)


def gold(page) -> dict[int, Reads]:
    """Give what each run of white space between two lines of text is, where that is plain."""
    last = {cell.block: cell.order for cell in sorted(page.cells, key=lambda cell: cell.order)}
    found = {}
    for above, below in zip(page.cells, page.cells[1:], strict=False):
        kinds = {page.blocks[above.block].kind, page.blocks[below.block].kind}
        if not page.raw[above.end : below.start].isspace() or "furniture" in kinds:
            continue
        if above.block == below.block and below.order == above.order + 1:
            found[above.end] = Reads.JOIN
        elif above.order == last[above.block] and below.order == 0:
            found[above.end] = Reads.PARA
    return found


def biased(odds: float = 10.0) -> Field:
    """An engine to which each line without a blank line above begins a paragraph."""
    more = [odds * (state in (State.FIRST, State.SINGLE)) for state in STATES]
    return trained().changed({("above", "2"): {("0",): more}})


def lessons(paper: int, numbers) -> list[Lesson]:
    """Give pages of a paper on which all is decided."""
    made = [(number, page(paper, number)) for number in numbers]
    return [Lesson(f"{paper}-{number}", one.raw, gold(one)) for number, one in made]
