"""What pdftotext, pdfminer and Tesseract make of a printed page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from islands.island_house import pick
from islands.island_layout import Frame, Line
from islands.island_raw import Bit
from islands.island_words import pairs

if TYPE_CHECKING:
    import random

    from islands.island_layout import Placed
    from islands.island_orders import Copier


def _abreast(copier: Copier, columns: list[Frame], gap: str) -> None:
    """Print two columns side by side on one line."""
    left, right = columns
    for at in range(max(len(left.lines), len(right.lines))):
        mine = left.lines[at] if at < len(left.lines) else None
        other = right.lines[at] if at < len(right.lines) else None
        bits = [line.bit for line in (mine, other) if line]
        leads = [copier.lead(mine, left)] if mine else []
        if other:
            leads.append((gap if mine else "") + copier.lead(other, right))
        copier.sheet.row(bits, leads)


def _headed(rng: random.Random, one: Placed) -> list[Frame]:
    """Give the frames of an article; the head may come late where it goes across columns."""
    frames = one.frames()
    if len(one.columns) < 2 or not one.heads or rng.random() < 0.75:
        return frames
    rest = [frame for frame in frames if frame.kind != "head"]
    bodies = [at for at, frame in enumerate(rest) if frame.kind == "body"]
    at = rng.choice((bodies[0] + 1, bodies[-1] + 1))
    return [*rest[:at], *one.heads, *rest[at:]]


def spread(copier: Copier) -> None:
    """Copy as pdftotext without flags: block after block, a blank line after each."""
    rng, layout, sheet = copier.rng, copier.layout, copier.sheet
    way = pick(rng, {"stories": 6, "bands": 2, "columns": 2})
    abreast = rng.choice((0.0, 0.0, 0.0, 0.15, 0.4))
    copier.policy = pick(rng, {"none": 6, "paras": 1.5, "random": 0.5, "first": 0.5})
    copier.house.head_blank = False
    copier.airy, tight = rng.random() < 0.12, rng.random() < 0.25
    order = list(layout.top)
    if way == "stories":
        order += [frame for one in layout.placed for frame in _headed(rng, one)]
    else:
        frames = [frame for one in layout.placed for frame in one.frames()]
        place = (
            (lambda f: (f.x, f.y)) if way == "columns" else (lambda f: (round(f.y / 12), f.x, f.y))
        )
        order += sorted(frames, key=place)
    order += layout.low
    if rng.random() < 0.3:
        low = rng.randint(0, len(layout.low))
        order = [*layout.low[:low], *[frame for frame in order if frame not in layout.low[:low]]]
    at = 0
    while at < len(order):
        frame = order[at]
        after = order[at + 1] if at + 1 < len(order) else None
        beside = after and after.kind == frame.kind == "body" and after.story == frame.story
        if beside and after and after.x > frame.x and rng.random() < abreast:
            _abreast(copier, [frame, after], " " * rng.randint(2, 8))
            at += 2
        else:
            copier.copy([frame])
            at += 1
        close = tight and frame.kind == "head" and after and after.kind == "head"
        if not close and (frame.kind != "loose" or rng.random() < 0.7):
            sheet.blank()


def _boxes(frame: Frame, *, own: bool, gap: float, rng: random.Random) -> list[Frame]:
    """Cut a frame into boxes as pdfminer does: where the left edge changes, or by chance."""
    found: list[Frame] = []
    for at, line in enumerate(frame.lines):
        before = frame.lines[at - 1] if at else None
        begins = before is None or (own and (line.first or before.first) and frame.kind == "body")
        if begins or rng.random() < gap:
            found.append(Frame(frame.kind, frame.story, line.x, line.y, frame.width))
        found[-1].lines.append(line)
    return found


def torn(copier: Copier) -> None:
    """Copy as pdfminer.six: boxes, each with a blank line after it, in a doubtful order."""
    rng, layout, sheet = copier.rng, copier.layout, copier.sheet
    copier.policy = "none"
    own, gap = rng.random() < 0.6, rng.choice((0.0, 0.0, 0.02, 0.06))
    copier.house.indent = rng.choice(("", "", "　　"))
    way = pick(rng, {"stories": 5, "flow": 2.5, "columns": 1.5, "boxes": 0.7})
    frames = [frame for one in layout.placed for frame in one.frames()]
    edges = [*layout.top, *layout.low]
    if way == "flow":
        frames = sorted([*frames, *edges], key=lambda f: 0.5 * f.x + 1.5 * (f.y + f.end))
    elif way == "columns":
        frames = sorted([*frames, *edges], key=lambda f: (f.x, f.y))
    else:
        frames = [*layout.top, *frames, *layout.low] if rng.random() < 0.6 else [*frames, *edges]
    boxes = [box for frame in frames for box in _boxes(frame, own=own, gap=gap, rng=rng)]
    if way == "boxes":
        boxes.sort(key=lambda f: 0.5 * f.x + 1.5 * (f.y + f.end))
    for _ in range(rng.choice((0, 0, 1, 3, 6)) if len(boxes) > 8 else 0):
        at = rng.randint(0, len(boxes) - 4)
        boxes.insert(min(len(boxes), at + rng.randint(2, 9)), boxes.pop(at))
    if rng.random() < 0.3:
        _strays(boxes, rng)
    for box in boxes:
        copier.copy([box])
        sheet.blank()


def _strays(boxes: list[Frame], rng: random.Random) -> None:
    """Let single characters stray from the ends of lines, into boxes of their own."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(boxes))
        line = rng.choice(boxes[at].lines)
        bit = line.bit
        if len(bit.text) < 6 or not bit.text[-1].strip():
            continue
        stray = Bit(bit.text[-1], bit.key, (*bit.order, 1), again=bit.again)
        line.bit = Bit(bit.text[:-1], bit.key, (*bit.order, 0), bit.gap, bit.again)
        frame = Frame("loose", boxes[at].story, line.x, line.y, 1)
        frame.lines.append(Line(stray, line.x, line.y))
        boxes.insert(min(len(boxes), at + rng.randint(1, 3)), frame)


class Misreader:
    """Misreads characters at a rate drawn for the page."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.rate = rng.choice((0.001, 0.003, 0.008, 0.015, 0.03, 0.05))
        self.stop = rng.choice(("。", "。", "。", "o", ".", "。"))
        self.comma = rng.choice(("，", "，", "，", "，", ",", ",", "."))
        self.often = rng.choice((0.1, 0.4, 0.8))

    def read(self, text: str) -> str:
        """Give a line as the machine reads it."""
        found: list[str] = []
        for mark in text:
            chance = self.rng.random()
            if mark in "。，":
                swap = self.stop if mark == "。" else self.comma
                lost = chance < self.rate * 3
                found.append("" if lost else swap if self.rng.random() < self.often else mark)
            elif chance < self.rate * 0.12:
                continue
            elif chance < self.rate:
                found.append(self._slip(mark))
            else:
                found.append(mark)
        end = ""
        if self.rng.random() < self.rate * 0.5:
            end = self.rng.choice((" |", "'", "_", "!", "、", "’", " -", ";"))
        read = "".join(found) + end
        return read if read.strip() else text

    def _slip(self, mark: str) -> str:
        known = pairs("slips.txt").get(mark)
        if known:
            return self.rng.choice(known)
        if mark.isdigit():
            return self.rng.choice("0138568oll")
        if "一" <= mark <= "鿿" and self.rng.random() < 0.35:
            return chr(ord(mark) + self.rng.choice((-2, -1, 1, 2, 7)))
        return mark


def scanned(copier: Copier) -> None:
    """Copy as Tesseract reads a scan."""
    rng, layout, sheet = copier.rng, copier.layout, copier.sheet
    copier.policy = pick(rng, {"paras": 4, "stories": 2, "random": 1.5, "none": 1, "heads": 1})
    copier.house.indent = rng.choice(("", "", "", "  "))
    copier.airy = rng.random() < 0.12
    misreader = Misreader(rng)
    frames = [frame for one in layout.placed for frame in one.frames()]
    for frame in [*layout.top, *frames, *layout.low]:
        for line in frame.lines:
            line.bit.text = misreader.read(line.bit.text)
    if rng.random() < 0.3:
        whole = rng.choice((1.0, 1.0, 0.3))
        sheet.spread = lambda text: _spaced(text) if rng.random() < whole else text
    fused = rng.choice((0.0, 0.0, 0.0, 0.1, 0.3))
    strays = rng.choice((0.0, 0.02, 0.05, 0.15))
    copier.copy(layout.top)
    for one in layout.placed:
        order = _headed(rng, one) if rng.random() < 0.5 else one.frames()
        _lost(rng, one, order)
        sheet.blank()
        at = 0
        while at < len(order):
            pair = order[at : at + 2]
            if len(pair) == 2 and pair[0].kind == pair[1].kind == "body" and rng.random() < fused:
                _abreast(copier, pair, rng.choice((" ", "  ", "")))
                at += 2
            else:
                copier.copy([order[at]])
                at += 1
            if rng.random() < 0.6 or order[at - 1].kind == "head":
                sheet.blank()
            if rng.random() < strays:
                _noise(copier)
    copier.copy(layout.low)


def _lost(rng: random.Random, one: Placed, order: list[Frame]) -> None:
    """Now and then lose the headline among the lines of the body."""
    if not one.heads or not one.columns or rng.random() > 0.02:
        return
    frame = one.columns[0]
    if len(frame.lines) < 6:
        return
    cut = rng.randint(1, 4)
    rest = Frame("body", frame.story, frame.x, frame.y, frame.width, frame.lines[cut:])
    frame.lines = frame.lines[:cut]
    order[:] = [one_frame for one_frame in order if one_frame.kind != "head"]
    at = order.index(frame)
    order[at + 1 : at + 1] = [*one.heads, rest]


def _noise(copier: Copier) -> None:
    """Write a row of signs that a rule or a picture gave."""
    signs = copier.rng.choice(
        (
            "|",
            "—",
            "- -",
            ". .",
            "一一一",
            "~",
            "■",
            "|  |",
            "、 .",
            "* *",
            "\\",
            "「 |",
            "ee",
            "人 ’",
        )
    )
    key = copier.layout.key("furniture", -1)
    copier.sheet.row([Bit(signs, key, (0,))])


def _spaced(text: str) -> str:
    """Put a blank between the characters."""
    found = text[:1]
    for before, mark in itertools.pairwise(text):
        both = before.isascii() and mark.isascii()
        found += mark if both or mark.isspace() or before.isspace() else f" {mark}"
    return found
