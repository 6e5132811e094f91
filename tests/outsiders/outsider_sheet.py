"""A page in the making: its blocks, its articles as set, its frames in the order of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from outsiders.outsider_blocks import Draft
from outsiders.outsider_frames import Frame, Laid, Part, Row
from training.form import Block, Cell, Page

if TYPE_CHECKING:
    from random import Random

    from outsiders.outsider_house import House
    from outsiders.outsider_slots import World


@dataclass(slots=True)
class Sheet:
    """Everything of a page before its raw text is written."""

    rng: Random
    house: House
    world: World
    drafts: list[Draft] = field(default_factory=list)
    laid: list[Laid] = field(default_factory=list)
    runs: dict[int, list[Frame]] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    labels: dict[int, int] = field(default_factory=dict)
    behind: dict[int, int] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    names: list[str] = field(default_factory=list)

    def add(self, kind: str, text: str) -> int:
        """Take in a block that is of no article."""
        self.drafts.append(Draft(kind, text, -1))
        return len(self.drafts) - 1

    def furniture(self, lines: list[str]) -> Frame:
        """Make a frame of furniture: each line is a block of its own."""
        frame = Frame("furniture", -1)
        for line in lines:
            place = self.add("furniture", line)
            frame.rows.append(Row([Part(place, 0, len(line))], first=True, last=True))
        return frame

    def text(self, part: Part) -> str:
        """Give the text of a part."""
        return self.drafts[part.block].text[part.start : part.end]


def cut_blocks(sheet: Sheet, gone: list[Row], kept: list[Row]) -> None:
    """Take lines from the page, and their text from their blocks."""
    parts = [part for row in kept for part in row.parts]
    for block in {part.block for row in gone for part in row.parts}:
        mine = [part for part in parts if part.block == block]
        if not mine:
            sheet.dropped.add(block)
            continue
        start = min(part.start for part in mine)
        draft = sheet.drafts[block]
        draft.text = draft.text[start : max(part.end for part in mine)]
        for part in mine:
            part.start -= start
            part.end -= start


def write(sheet: Sheet, rows: list[tuple[Row, int]]) -> Page:
    """Write the raw page: `rows` with the blank lines before each."""
    order = _reading_order(sheet, rows)
    numbers = {place: number for number, place in enumerate(order)}
    raw = "\f" if sheet.rng.random() < 0.02 else ""
    cells: list[Cell] = []
    ranks = _ranks(rows)
    blank = sheet.rng.choice(("", "", "", "", " ", "　"))
    for row, gap in rows:
        raw += (blank + sheet.house.line_end) * gap + row.lead
        for at, part in enumerate(row.parts):
            if at and row.parts[at - 1].block != part.block:
                raw += sheet.rng.choice((" ", "  ", "　"))
            text = _spaced(sheet, sheet.text(part))
            rank = ranks[(part.block, part.start)] if not part.again else 0
            cells.append(
                Cell(len(raw), len(raw) + len(text), numbers[part.block], rank, part.again)
            )
            raw += text
        raw += _trail(sheet) + sheet.house.line_end
    blocks = [Block(d.kind, d.text, d.article) for d in (sheet.drafts[place] for place in order)]
    sections = {article: numbers[place] for article, place in sheet.labels.items()}
    name = f"{sheet.house.kind} {sheet.world.day.year} {sheet.house.blanks} {' '.join(sheet.names)}"
    return Page(raw, blocks, cells, sections, name.strip())


def _ranks(rows: list[tuple[Row, int]]) -> dict[tuple[int, int], int]:
    starts: dict[int, list[int]] = {}
    for row, _ in rows:
        for part in row.parts:
            if not part.again:
                starts.setdefault(part.block, []).append(part.start)
    return {
        (block, start): rank
        for block, found in starts.items()
        for rank, start in enumerate(sorted(found))
    }


def _spaced(sheet: Sheet, text: str) -> str:
    """Put spaces at digits, as some typesetting leaves them."""
    rng, rate = sheet.rng, sheet.house.spaced
    if not rate:
        return text
    found = text[:1]
    for before, after in pairwise(text):
        edge = before.isascii() and before.isdigit(), after.isascii() and after.isdigit()
        han = before >= "\u4e00" and before < "\uff00", after >= "\u4e00" and after < "\uff00"
        if ((edge[0] and han[1]) or (han[0] and edge[1])) and rng.random() < rate:
            found += " "
        found += after
    return found


def _trail(sheet: Sheet) -> str:
    kind = sheet.house.trailing
    if kind == "mixed":
        return sheet.rng.choice(("", "", " ", "  ", "　"))
    return kind if sheet.rng.random() < 0.7 else ""


def _reading_order(sheet: Sheet, rows: list[tuple[Row, int]]) -> list[int]:
    """Put blocks in reading order: each article whole, furniture where it stands between them."""
    seen: dict[int, int] = {}
    for number, (row, _) in enumerate(rows):
        for part in row.parts:
            seen.setdefault(part.block, number)
    own: dict[int, list[int]] = {}
    loose: list[int] = []
    for place, draft in enumerate(sheet.drafts):
        if place in sheet.dropped or place not in seen:
            continue
        if draft.article >= 0:
            own.setdefault(draft.article, []).append(place)
        elif draft.kind == "furniture":
            loose.append(place)
    loose.sort(key=lambda place: seen[place])
    found: list[int] = []
    for article in sorted(own):
        first = min(seen[place] for place in own[article])
        while loose and seen[loose[0]] < first:
            found.append(loose.pop(0))
        label = sheet.labels.get(article)
        if label is not None and label not in found:
            found.append(label)
        found += _captions_put(sheet, own[article])
    return found + loose


def _captions_put(sheet: Sheet, places: list[int]) -> list[int]:
    found = [place for place in places if place not in sheet.behind]
    for caption, behind in sheet.behind.items():
        if caption in places:
            at = found.index(behind) + 1 if behind in found else len(found)
            while at < len(found) and sheet.behind.get(found[at]) == behind:
                at += 1
            found.insert(at, caption)
    return found
