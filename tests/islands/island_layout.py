"""The page as it is printed: articles are set in frames of lines on a grid of columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from islands.island_lines import NO_BEGIN, NO_END, break_lines, measure
from islands.island_raw import Bit, Key

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from islands.island_house import House
    from islands.island_stories import Part, Story

GUTTER = 2


@dataclass(slots=True)
class Line:
    """A printed line."""

    bit: Bit
    x: float
    y: float
    first: bool = False
    last: bool = False
    size: float = 1.0

    @property
    def width(self) -> float:
        """Give the width in ems of the body."""
        return measure(self.bit.text) * self.size


@dataclass(slots=True)
class Frame:
    """Lines that stand together: a head, a column of a body, a caption, or a loose piece."""

    kind: str
    story: int
    x: float
    y: float
    width: float
    lines: list[Line] = field(default_factory=list)

    @property
    def end(self) -> float:
        """Give where the frame ends below."""
        return self.lines[-1].y + self.lines[-1].size if self.lines else self.y


@dataclass(slots=True)
class Placed:
    """The frames of an article."""

    story: int
    sort: str
    label: Frame | None = None
    heads: list[Frame] = field(default_factory=list)
    columns: list[Frame] = field(default_factory=list)
    captions: list[Frame] = field(default_factory=list)
    before: Frame | None = None
    after: Frame | None = None

    def frames(self) -> list[Frame]:
        """Give all in reading order."""
        ends = [frame for frame in (self.after,) if frame]
        begins = [frame for frame in (self.label, self.before) if frame]
        return [*begins, *self.heads, *self.columns, *self.captions, *ends]


def _between_words(text: str, words: tuple[str, ...]) -> int:
    """Give the place next to the middle where a known word ends or begins; 0 where none is."""
    places = [text.find(word) for word in words if word in text]
    places += [text.find(word) + len(word) for word in words if word in text]
    fit = [at for at in places if len(text) * 0.25 < at < len(text) * 0.75]
    fit = [at for at in fit if text[at] not in NO_BEGIN and text[at - 1] not in NO_END]
    return min(fit, key=lambda at: abs(at - len(text) / 2), default=0)


class Layout:
    """Sets a page."""

    def __init__(self, rng: random.Random, house: House) -> None:
        self.rng = rng
        self.house = house
        self.keys: list[Key] = []
        self.placed: list[Placed] = []
        self.top: list[Frame] = []
        self.low: list[Frame] = []
        self.pitch = house.ems + GUTTER
        self.sky = [0.0] * house.columns

    @property
    def width(self) -> float:
        """Give the width of the page in ems."""
        return self.pitch * self.house.columns - GUTTER

    def key(self, kind: str, story: int, label: int = -1) -> int:
        """Make a block to be."""
        self.keys.append(Key(kind, story, label))
        return len(self.keys) - 1

    def loose(self, texts: list[str], y: float) -> list[Frame]:
        """Set pieces of furniture side by side."""
        found: list[Frame] = []
        x = 0.0
        for text in texts:
            frame = Frame("loose", -1, x, y, max(6.0, measure(text)))
            bit = Bit(self.house.ink(text), self.key("furniture", -1), (0,))
            frame.lines.append(Line(bit, x, y))
            found.append(frame)
            x += frame.width + 4
        return found

    def furniture(self, top: list[str], low: list[str]) -> None:
        """Set what stands above and below the articles; to be called last."""
        self.top = self.loose(top, -4)
        self.low = self.loose(low, max(self.sky) + 2)

    def place(self, stories: list[Story], heading: str) -> None:
        """Set all articles."""
        label, words = -1, ""
        if heading:
            label = self.key("section", -1)
            frame = Frame("loose", -1, 0, -2, measure(heading))
            frame.lines.append(Line(Bit(self.house.ink(heading), label, (0,)), 0, -2, size=1.5))
            self.top.append(frame)
        for at, story in enumerate(stories):
            mine, fresh = label, None
            if story.label:
                if story.label != words:
                    fresh = self.key("section", -1)
                    words = story.label
                    self.under = fresh
                mine = self.under
            self._story(at, story, mine, fresh, at / len(stories))

    def _span(self, story: Story, depth: float) -> int:
        """Choose over how many columns an article goes."""
        lines = story.ems() / self.house.ems
        wish = max(1, round((lines / (9 if depth < 0.3 else 13)) ** 0.8))
        return max(1, min(self.house.columns - (1 if depth > 0 else 0), wish, self.house.columns))

    def _story(self, at: int, story: Story, label: int, fresh: int | None, depth: float) -> None:
        span = self._span(story, depth)
        starts = range(self.house.columns - span + 1)
        col = min(starts, key=lambda start: (max(self.sky[start : start + span]), start))
        y = max(self.sky[col : col + span]) + (1 if at else 0)
        x, width = col * self.pitch, span * self.pitch - GUTTER
        placed = Placed(at, story.sort)
        if fresh is not None:
            placed.label = Frame("label", -1, x, y, width)
            placed.label.lines.append(
                Line(Bit(self.house.ink(story.label), fresh, (0,)), x, y, size=1.2)
            )
            y += 2
        if story.before:
            placed.before = self._single(story.before, x, y)
            y += 1
        for part in story.heads:
            frame = self._head(part, self.key(part.kind, at, label), (x, y, width), depth)
            placed.heads.append(frame)
            y = frame.end + 0.6
        y = self._body(placed, story, label, (x, y, width), span)
        if story.after:
            last = placed.columns[-1] if placed.columns else None
            placed.after = self._single(story.after, last.x if last else x, last.end if last else y)
            y += 1
        self.sky[col : col + span] = [y] * span
        self.placed.append(placed)

    def _single(self, text: str, x: float, y: float) -> Frame:
        frame = Frame("loose", -1, x, y, self.house.ems)
        frame.lines.append(Line(Bit(self.house.ink(text), self.key("furniture", -1), (0,)), x, y))
        return frame

    def _head(self, part: Part, key: int, box: tuple[float, float, float], depth: float) -> Frame:
        x, y, width = box
        size = {"title": 3.2 - 1.6 * depth, "kicker": 1.3, "subtitle": 1.3, "byline": 1.0}[
            part.kind
        ]
        rows = [(self.house.ink(line), number > 0) for number, line in enumerate(part.lines)]
        longest = max(measure(line) for line, _ in rows)
        if part.kind == "title" and longest * size > width and longest > 8:
            rows = self._cut(rows, part.words, must=longest > width / 1.3)
        size = max(1.0, min(size, width / max(measure(line) for line, _ in rows)))
        frame = Frame("head", self.keys[key].story, x, y, width)
        place, room = 0, max(4.0, width / size)
        for row, gap in rows:
            narrow = measure(row) <= room * 1.25
            printed = [row] if narrow else break_lines(row, lambda _: room, 0, "squeeze")
            for turn, text in enumerate(printed):
                left = x + max(0.0, (width - measure(text) * size) / 2)
                frame.lines.append(
                    Line(Bit(text, key, (place,), gap=gap and turn == 0), left, y, size=size)
                )
                place += 1
                y += size * 1.15
        return frame

    def _cut(
        self, rows: list[tuple[str, bool]], words: tuple[str, ...], *, must: bool
    ) -> list[tuple[str, bool]]:
        """Set a long headline in two lines: at its blank, between words, or in even halves."""
        if len(rows) > 1 or not (must or self.rng.random() < 0.5):
            return rows
        text = rows[0][0]
        for blank in "　 ":
            if text.count(blank) in (1, 2):
                return [(row, at > 0) for at, row in enumerate(text.split(blank))]
        at = _between_words(text, words)
        if at and self.rng.random() < 0.85:
            return [(text[:at], False), (text[at:], False)]
        half = -(-measure(text) // self.rng.choice((2, 2, 2, 3))) + 0.5
        return [(row, False) for row in break_lines(text, lambda _: half, 0, "squeeze")]

    def _body(
        self, placed: Placed, story: Story, label: int, box: tuple[float, float, float], span: int
    ) -> float:
        x, y, width = box
        ems, count = self.house.ems, span
        if span > 1 and self.rng.random() < 0.1:
            count = max(1, span // 2)
            ems = int((width + GUTTER) / count) - GUTTER
        parts = [(part, self.key(part.kind, placed.story, label)) for part in story.body]
        flow = [(part, key) for part, key in parts if part.kind != "caption"]
        total = sum(len(part.text) + 4 for part, _ in flow) / ems
        high = max(1, round(total / count))
        hole = (range(0), 0)
        if len(flow) > 3 and high > 9 and ems > 11 and self.rng.random() < 0.06:
            start = self.rng.randint(2, high - 6) + high * self.rng.randint(0, count - 1)
            hole = (range(start, start + self.rng.randint(4, 8)), ems // 2)
        lines = self._lines(flow, lambda at: ems - (hole[1] if at in hole[0] else 0))
        high = max(1, -(-len(lines) // count))
        bottom = y
        for number in range(count):
            chunk = lines[number * high : number * high + high]
            if not chunk:
                continue
            left = x + number * (ems + GUTTER)
            frame = Frame("body", placed.story, left, y, ems)
            for row, line in enumerate(chunk):
                line.x += left
                line.y = y + row * 1.2
            frame.lines = chunk
            placed.columns.append(frame)
            bottom = max(bottom, frame.end)
        for part, key in parts:
            if part.kind == "caption":
                bottom += 5
                wide = max(8.0, width if span < 3 else ems * 2.0)
                frame = Frame("caption", placed.story, x, bottom, wide)
                rows = break_lines(self.house.ink(part.text), lambda _, wide=wide: wide, 0, "push")
                for row, text in enumerate(rows):
                    bit = Bit(text, key, (row,))
                    frame.lines.append(Line(bit, x, bottom + row * 1.1, first=row == 0))
                placed.captions.append(frame)
                bottom = frame.end
        return bottom + 1

    def _lines(self, flow: list[tuple[Part, int]], width: Callable[[int], float]) -> list[Line]:
        """Break the parts of a body into lines, one after another."""
        found: list[Line] = []
        for part, key in flow:
            drop = self.house.drops if part.kind == "para" else 0
            order = 0
            for number, text in enumerate(part.lines):
                base = len(found)
                rows = break_lines(
                    self.house.ink(text), lambda at, base=base: width(base + at), drop,
                    self.house.breaks, split=self.house.split_numbers,
                )  # fmt: skip
                for turn, row in enumerate(rows):
                    bit = Bit(row, key, (order,), gap=turn == 0 and number > 0)
                    left = float(drop if turn == 0 else 0)
                    if part.kind in ("subhead", "verse"):
                        left = max(0.0, (width(base + turn) - measure(row)) / 2)
                    line = Line(bit, left, 0, first=order == 0, last=turn == len(rows) - 1)
                    found.append(line)
                    order += 1
        return found
