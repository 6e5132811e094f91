"""Setting an article: its head, its text in columns, its captions, into chunks of a sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from strangers.stranger_setting import broken, width
from strangers.stranger_sheet import Chunk, Line, Sheet

if TYPE_CHECKING:
    from random import Random

    from strangers.stranger_style import Style
    from strangers.stranger_texts import Part, Story

HEADS = ("kicker", "title", "subtitle")
TURNS = re.compile(r"[，：！？、]|(?=[与在和将]|同比|提出|举行|召开|启动|圆满|评选|走进|通过|之后)")
STOPS = "。！？”」…；："
MARKED = "■□○◎●——"


class Layout:
    """Sets the articles of one page."""

    def __init__(self, sheet: Sheet, style: Style, rng: Random) -> None:
        self._sheet, self._style, self._rng = sheet, style, rng
        self._next = 0

    def place(self, number: int) -> tuple[float, float]:
        """Give the next place in reading within an article."""
        self._next += 1
        return (number, self._next)

    def head(self, story: Story, number: int) -> Chunk:
        """Set the headlines and the byline above the text."""
        chunk = Chunk("head", number)
        for part in story.parts:
            if part.kind in HEADS:
                self._headline(part, chunk)
        for part in story.parts:
            if part.kind == "byline" and not part.tail and self._style.byline in {"own", "mark"}:
                chunk.lines.append(self._byline(part.text, number))
        return chunk

    def _headline(self, part: Part, chunk: Chunk) -> None:
        dressed = self._style.dressed(part.text, self._rng)
        lines = self._turned(dressed)
        couplet = len(lines) > 1 and " ".join(lines) == dressed
        text = (" " if couplet else "").join(lines)
        block = self._sheet.add(part.kind, text, chunk.article, self.place(chunk.article))
        for order, line in enumerate(lines):
            chunk.lines.append(Line(line, block, part.kind, order, lead=self._centre()))
        chunk.lines[-len(lines)].first = chunk.lines[-1].last = True

    def _centre(self) -> str:
        return " " * self._rng.randint(2, 9) if self._style.centred else ""

    def _turned(self, text: str) -> list[str]:
        """Break a headline into the lines it is set in."""
        rng, wide = self._rng, width(text, self._style.setting)
        if "／" in text:
            lines = text.split("／")
            return lines if wide > self._style.headwidth or rng.random() < 0.7 else ["".join(lines)]
        halves = text.split(" ")
        if len(halves) in {2, 3} and len({len(half) for half in halves}) == 1:
            return halves if wide > self._style.headwidth or rng.random() < 0.2 else [text]
        if wide <= self._style.headwidth:
            return [text]
        turns = [found.end() for found in TURNS.finditer(text) if 4 < found.end() < len(text) - 3]
        if not turns:
            return [text]
        turn = min(turns, key=lambda at: abs(at - len(text) / 2))
        return [text[:turn], text[turn:]]

    def _byline(self, text: str, number: int) -> Line:
        if self._style.byline == "mark" and text[0] not in MARKED:
            text = self._rng.choice("■□◎") + self._rng.choice(("", " ")) + text
        block = self._sheet.add("byline", text, number, self.place(number))
        return Line(text, block, "byline", first=True, last=True, lead=self._centre())

    def body(self, story: Story, number: int) -> tuple[list[Line], list[Chunk]]:
        """Set the text of an article in lines of its columns; give also its captions.

        The columns are cut by `columns`; what stands there is told by the plan of widths.
        """
        self._plan = self._planned(story)
        lines: list[Line] = []
        captions: list[Chunk] = []
        ends = self._tail(story)
        if ends and self._style.byline != "run":
            block = self._sheet.add("byline", ends, number, self.place(number))
            tail = [Line(ends, block, "byline", first=True, last=True, lead=self._right())]
        else:
            tail = []
        parts = [part for part in story.parts if part.kind not in {*HEADS, "byline"}]
        final = max((at for at, part in enumerate(parts) if part.kind == "para"), default=-1)
        for at, part in enumerate(parts):
            if part.kind == "caption":
                captions.append(self._caption(part.text, number))
                continue
            if at == final and ends and not tail:
                lines += self._part(part._replace(text=part.text + ends), number, len(lines))
            else:
                lines += self._part(part, number, len(lines))
        return lines + tail, captions

    def _tail(self, story: Story) -> str:
        """Give the byline that stands below the text, in brackets, or nothing."""
        for part in story.parts:
            if part.kind == "byline" and part.tail:
                return part.text
            if part.kind == "byline" and self._style.byline in {"end", "run"}:
                return f"（{part.text.lstrip(MARKED)}）"
        return ""

    def _right(self) -> str:
        return "　" * self._rng.randint(4, 8) if self._style.mark else ""

    def _planned(self, story: Story) -> list[tuple[int, int]]:
        """Draw the columns of an article: height in lines and width in ems of each."""
        rng, widths = self._rng, self._style.widths
        base = rng.choice(widths)
        total = len(story.words("para", "verse")) / base + 1
        many = max(1, min(self._style.columns, round(total / rng.randint(7, 22))))
        heights = [max(3, round(total / many) + rng.randint(-2, 2)) for _ in range(many)]
        chosen = [base if rng.random() < 0.75 else rng.choice(widths) for _ in heights]
        return list(zip(heights, chosen, strict=True))

    def _room(self, at: int) -> int:
        """Give the width of the column in which the n-th line of the article stands."""
        for height, wide in self._plan:
            at -= height
            if at < 0:
                return wide
        return self._plan[-1][1]

    def _part(self, part: Part, number: int, at: int) -> list[Line]:
        style = self._style
        text = style.dressed(part.text, self._rng)
        if part.kind == "verse":
            return self._verse(text, number)
        if part.kind == "subhead":
            text = style.subhead.format(text)
        kind = "para" if part.kind == "signed" else part.kind
        block = self._sheet.add(kind, text, number, self.place(number))
        if part.kind != "para":
            lead = self._right() if part.kind == "signed" else self._centre()
            return [Line(text, block, part.kind, lead=lead, first=True, last=True)]

        initial = style.initial and not at and "一" <= text[0] <= "鿿" and len(text) > 40

        def room(line: int) -> float:
            less = 2 if line < 2 else 0
            return self._room(at + line) - (less if initial else 0 if line else style.indent)

        pieces = broken(text[initial:], style.setting, room)
        pieces = [text[0], *pieces] if initial else pieces
        lines = [Line(piece, block, kind, order) for order, piece in enumerate(pieces)]
        lines[0].lead = style.mark if style.indent and not initial else ""
        lines[0].first = lines[-1].last = True
        return lines

    def _verse(self, text: str, number: int) -> list[Line]:
        lines = text.split("／")
        block = self._sheet.add("verse", "\n".join(lines), number, self.place(number))
        lead = self._style.mark
        found = [Line(line, block, "verse", at, lead=lead) for at, line in enumerate(lines)]
        found[0].first = found[-1].last = True
        found[0].gap = 1
        return found

    def _caption(self, text: str, number: int) -> Chunk:
        style, rng = self._style, self._rng
        text = style.dressed(style.caption.format(text), rng)
        block = self._sheet.add("caption", text, number, self.place(number))
        wide = rng.choice((12, 16, 24, 30))
        pieces = broken(text, style.setting, lambda _: wide)
        chunk = Chunk("caption", number)
        chunk.lines = [Line(piece, block, "caption", at) for at, piece in enumerate(pieces)]
        chunk.lines[0].first = chunk.lines[-1].last = True
        return chunk

    def columns(self, lines: list[Line], number: int, *, plain: bool) -> list[Chunk]:
        """Cut the lines of an article into its columns (`plain`: see `settled`)."""
        found, at = [], 0
        for place, (height, _) in enumerate(self._plan):
            end = len(lines) if place == len(self._plan) - 1 else at + height
            end = settled(lines, end, plain=plain)
            if lines[at:end]:
                found.append(Chunk("column", number, lines[at:end]))
            at = end
        return found


def settled(lines: list[Line], at: int, *, plain: bool) -> int:
    """Give a place where a column may end, so that a person can tell what goes on behind it.

    Where neither widths nor indents are to be seen (`plain`), a paragraph is not cut behind a stop.
    """
    while plain and at < len(lines):
        if lines[at - 1].last or lines[at - 1].text[-1:] not in STOPS:
            break
        at += 1
    return at
