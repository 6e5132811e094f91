"""What goes wrong between the printer's page and the raw text: cut, torn, gathered, doubled."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from strangers.stranger_sheet import Chunk, Line, Sheet

if TYPE_CHECKING:
    from random import Random

    from strangers.stranger_style import Style

STOPS = "。！？”」…；："


def _open(lines: list[Line], at: int) -> bool:
    """Tell whether the text is cut in a sentence's middle when it is cut before a line."""
    if not 0 < at < len(lines):
        return False
    before, after = lines[at - 1], lines[at]
    same = before.block == after.block and after.kind == "para"
    return same and before.text.rstrip()[-1:] not in STOPS


def reworded(sheet: Sheet, lines: list[Line]) -> None:
    """Let the blocks of these lines read as what is left of them."""
    kept: dict[int, str] = {}
    for line in lines:
        kept[line.block] = kept.get(line.block, "") + line.text
    for block, text in kept.items():
        if sheet.blocks[block].kind == "para":
            sheet.blocks[block] = sheet.blocks[block]._replace(text=text.strip())


def cut_short(lines: list[Line], rng: Random) -> list[Line]:
    """Give the lines up to a place in the middle of a sentence, or all."""
    places = [at for at in range(max(4, len(lines) // 3), len(lines)) if _open(lines, at)]
    if not places:
        return lines
    kept = lines[: rng.choice(places)]
    kept[-1].last = False
    return kept


def cut_begun(lines: list[Line], rng: Random) -> list[Line]:
    """Give the lines from a place in the middle of a sentence, or all."""
    places = [at for at in range(3, len(lines) * 2 // 3) if _open(lines, at)]
    return lines[rng.choice(places) :] if places else lines


def lose_stops(lines: list[Line], style: Style, rng: Random) -> None:
    """Lose now and then the stop at a line's end."""
    for line in lines:
        if line.kind == "para" and line.text[-1:] in "，。、" and len(line.text) > 1:
            line.text = line.text[: -1 if rng.random() < style.lost else None]


def double(chunks: list[Chunk], rng: Random, *, long: bool) -> None:
    """Print the end of one column again at the head of the next, once on the page."""
    seams = [pair for pair in _seams(chunks) if len(pair[0].lines[-1].text) > 8]
    if not seams:
        return
    before, after = rng.choice(seams)
    last, first = before.lines[-1], after.lines[0]
    if not long and rng.random() < 0.4:
        after.lines.insert(0, Line("", last.block, "para", last.order, again=last.text.strip()))
        return
    again = re.search(r"[^0-9A-Za-z\s]{2,5}$", last.text[-rng.randint(2, 5) :])
    if again:
        first.again = again.group()


def _seams(chunks: list[Chunk]) -> list[tuple[Chunk, Chunk]]:
    """Give the columns that end in a paragraph, each with the next one, printed next to it."""
    return [
        (before, after)
        for before, after in pairwise(chunks)
        if before.kind == after.kind == "column"
        and before.lines[-1].block == after.lines[0].block
        and before.lines[-1].text.rstrip()[-1:] not in STOPS
    ]


def tear(chunks: list[Chunk], rng: Random) -> list[Chunk]:
    """Put a column that begins in the middle of a sentence where it does not belong."""
    torn = [after for _, after in _seams(chunks) if len(after.lines) > 1 or len(chunks) > 4]
    torn = [column for column in torn if _clean_end(chunks, column)]
    if not torn:
        return chunks
    column = rng.choice(torn)
    rest = [chunk for chunk in chunks if chunk is not column]
    before = chunks[chunks.index(column) - 1]
    home = rest.index(before) + 1
    targets = [
        at
        for at in range(1, len(rest) + 1)
        if at != home and _border(rest, at) and rest[at - 1].kind != "section"
    ]
    if not targets:
        return chunks
    at = len(rest) if len(rest) in targets and rng.random() < 0.5 else rng.choice(targets)
    return [*rest[:at], column, *rest[at:]]


def _clean_end(chunks: list[Chunk], column: Chunk) -> bool:
    """Tell whether a column ends the article's text or breaks off in a sentence, too."""
    mine = [chunk for chunk in chunks if chunk.kind == "column"]
    mine = [chunk for chunk in mine if chunk.article == column.article]
    if mine[-1] is column:
        return True
    after = mine[mine.index(column) + 1]
    return any(pair[0] is column and pair[1] is after for pair in _seams(mine))


def _border(chunks: list[Chunk], at: int) -> bool:
    """Tell whether a place lies before a head, before furniture, or at the page's end."""
    if at == len(chunks):
        return True
    return chunks[at].kind == "head" or (chunks[at].kind == "section" and at > 0)


def gather(chunks: list[Chunk], rng: Random) -> list[Chunk]:
    """Print the heads of two articles together, above both, where their words tell them apart."""
    heads = [at for at, chunk in enumerate(chunks) if chunk.kind == "head"]
    pairs = [
        (one, two)
        for one, two in pairwise(heads)
        if chunks[two - 1].kind == "column" and _told(chunks, one, two)
    ]
    if not pairs:
        return chunks
    one, two = rng.choice(pairs)
    end = _end(chunks, two)
    first, second = chunks[one + 1 : two], chunks[two + 1 : end]
    if rng.random() < 0.5:
        first, second = second, first
    return [*chunks[: one + 1], chunks[two], *first, *second, *chunks[end:]]


def _end(chunks: list[Chunk], head: int) -> int:
    at = head + 1
    while at < len(chunks) and chunks[at].article == chunks[head].article:
        at += 1
    return at


def _told(chunks: list[Chunk], one: int, two: int) -> bool:
    """Tell whether each of two heads shares far more words with its own text than the other."""
    bodies = [_text(chunks[one + 1 : two]), _text(chunks[two + 1 : _end(chunks, two)])]
    if not all(bodies):
        return False
    for own, at in enumerate((one, two)):
        head = _text([chunks[at]])
        pairs = {head[k : k + 2] for k in range(len(head) - 1)}
        shared = [sum(pair in body[:200] for pair in pairs) for body in bodies]
        if shared[own] < shared[1 - own] + 3:
            return False
    return True


def _text(chunks: list[Chunk]) -> str:
    return "".join(line.text for chunk in chunks for line in chunk.lines if line.kind != "byline")
