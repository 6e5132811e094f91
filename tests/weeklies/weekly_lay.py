"""Setting the bodies of articles into frames of columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from weeklies.weekly_house import House, spaced
from weeklies.weekly_items import Item, Line, Seg
from weeklies.weekly_wrap import measure, wrap

if TYPE_CHECKING:
    import random

COMMONEST_HEIGHT = 34


class Frame:
    """A frame: its widths line by line, and its lines column by column."""

    def __init__(self, house: House, rng: random.Random) -> None:
        self.house = house
        self.rng = rng
        self.width = rng.choice(house.widths) * 2
        self.long = rng.random() < house.long
        self.count = 0
        self.narrow = range(0)
        if self.width >= 24 and rng.random() < 0.15:
            start = rng.randint(0, 30)
            self.narrow = range(start, start + rng.randint(5, 14))
        self.cut = rng.choice((4, 6, 8, 10))

    def room(self, line: int) -> int:
        """Give the half ems of a line of the frame."""
        return self.width - self.cut if line in self.narrow else self.width

    def set(self, items: list[Item]) -> list[Line]:
        """Break the items into lines."""
        found: list[Line] = []
        for item in items:
            lines = self._lines(item)
            self.count += len(lines)
            found.extend(
                Line([Seg(text, item, order)], order == 0, order == len(lines) - 1)
                for order, text in enumerate(lines)
            )
        return found

    def _lines(self, item: Item) -> list[str]:
        """Break one item."""
        rng, house = self.rng, self.house
        if item.kind == "verse":
            lead = rng.choice(("", "", house.lead)) if house.indent == "kept" else ""
            return [lead + line for line in item.lines]
        text = spaced(item.text, house, rng)
        if item.kind == "byline" and len(item.text) < self.width // 2:
            blank = self.width - sum(map(measure, text))
            return [
                "　" * rng.choice((0, 0, max(0, blank // 2))) + text
                if house.indent == "kept"
                else text
            ]
        if item.kind in ("caption", "subhead"):
            lead = (
                house.lead
                if item.kind == "subhead" and house.indent == "kept" and rng.random() < 0.6
                else ""
            )
            return wrap(lead + text, lambda n: self.room(self.count + n), house)
        lead = "" if house.indent == "never" else house.lead
        lines = wrap(lead + text, lambda n: self.room(self.count + n), house)
        if house.indent == "lost":
            lines[0] = lines[0].lstrip(" 　")
        return [line for line in lines if line.strip()]

    def columns(self, items: list[Item], extras: list[Item]) -> list[list[Line]]:
        """Set the items in columns, the `extras` (captions, furniture) amid them."""
        lines = self.set(items)
        count = self._count(len(lines))
        height = -(-len(lines) // count)
        edges = [0]
        for column in range(1, count):
            edges.append(
                min(
                    len(lines),
                    max(edges[-1] + 2, height * column + self.rng.choice((-2, -1, 0, 0, 0, 1, 3))),
                )
            )
        edges.append(len(lines))
        found = [lines[left:right] for left, right in pairwise(edges) if left < right]
        for extra in extras:
            self._amid(found, extra)
        if self.long:
            found = [self._joined(column) for column in found]
        return found

    def _count(self, lines: int) -> int:
        """Choose how many columns the lines stand in."""
        if lines < 8:
            return 1 if lines < 5 or self.rng.random() < 0.8 else 2
        most = max(1, min(6, lines // 4))
        wanted = max(1, round(lines / self.rng.choice((10, 16, 22, 30, COMMONEST_HEIGHT, 60))))
        return min(most, wanted)

    def _amid(self, columns: list[list[Line]], extra: Item) -> None:
        """Put lines of another item among those of the columns."""
        rng = self.rng
        made = (
            self.set([extra])
            if not extra.lines
            else [Line([Seg(text, extra, order)]) for order, text in enumerate(extra.lines)]
        )
        column = rng.choice(columns)
        way = rng.random()
        if way < 0.3:
            place = 0
        elif way < 0.65:
            place = len(column)
        else:
            place = rng.randint(0, len(column))
        column[place:place] = made

    def _joined(self, column: list[Line]) -> list[Line]:
        """Join the lines of each paragraph within a column."""
        found: list[Line] = []
        for line in column:
            item = line.item()
            before = found[-1] if found else None
            if before is None or before.item() is not item or item is None or item.kind == "verse":
                found.append(Line(list(line.segs), line.first, line.last))
                continue
            seg = before.segs[-1]
            left, right = seg.text, line.segs[0].text
            gap = (
                " "
                if left[-1].isascii()
                and right[0].isascii()
                and left[-1].isalpha()
                and right[0].isalpha()
                else ""
            )
            before.segs[-1] = Seg(left + gap + right, seg.item, seg.order)
            before.last = line.last
        return found


def doubled(columns: list[list[Line]], rng: random.Random) -> bool:
    """Print the last characters of a line again where the next one begins, once."""
    seams: list[tuple[Line, Line]] = []
    for index, column in enumerate(columns):
        following = columns[index + 1][:1] if index + 1 < len(columns) else []
        run = column + following
        seams.extend(
            (one, two)
            for one, two in pairwise(run)
            if one.item() is two.item() and two.item() is not None and two.item().kind == "para"  # type: ignore[union-attr]
        )
    rng.shuffle(seams)
    for one, two in seams:
        text = one.segs[-1].text[-rng.randint(2, 4) :]
        if len(text) >= 2 and all("一" <= char <= "鿿" for char in text):
            two.segs.insert(0, Seg(text, two.segs[0].item, 0, again=True))
            return True
    return False


def with_gaps(columns: list[list[Line]], house: House, rng: random.Random) -> list[list[Line]]:
    """Put the blank lines of the house into columns."""
    gaps = house.gaps
    found: list[list[Line]] = []
    for number, column in enumerate(columns):
        made: list[Line] = []
        for index, line in enumerate(column):
            if index and (gaps.every or (line.first and rng.random() < gaps.para)):
                made.append(Line())
            made.append(line)
            if (
                line.first
                and not line.last
                and rng.random() < gaps.slip
                and index + 1 < len(column)
            ):
                made.append(Line())
        if number + 1 < len(columns):
            blanks = rng.randint(1, gaps.many) if rng.random() < gaps.column else 0
            made.extend(Line() for _ in range(max(blanks, int(gaps.every))))
        found.append(made)
    return found
