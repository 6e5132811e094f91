"""An article of an unseen page as it is printed: headline lines, columns of lines, captions."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unseen.unseen_setting import broken, ems
from unseen.unseen_stories import person

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from unseen.unseen_house import House
    from unseen.unseen_stories import Story

STOPS = set("。！？；：”」』）!?;:)…")
TAKEN = re.compile(r"[。）]?[（(　 ]*(?:圖／)?([\u4e00-\u9fff]{2,3})[摄攝][）)]?$")
FLOWING = {"news", "feature", "history", "culture", "comment"}
PADS = {"wide": "　　", "ascii": "    ", "lost": "", "never": ""}
ASCII = str.maketrans("，；：？！（）", ",;:?!()")


@dataclass(slots=True)
class Piece:
    """A block in the making."""

    kind: str
    text: str
    article: int = -1


@dataclass(slots=True)
class Bit:
    """A printed line of a block: with what stands before it, and how many blank lines behind.

    `again` is what stands doubled before its text. `fixed` forbids that a column ends behind it.
    """

    text: str
    piece: Piece
    pad: str = ""
    blank: int = 0
    again: str = ""
    fixed: bool = False
    order: int = 0


@dataclass(slots=True)
class Article:
    """An article in frames, each a list of printed lines."""

    number: int
    label: str = ""
    heads: list[Bit] = field(default_factory=list)
    columns: list[list[Bit]] = field(default_factory=list)
    captions: list[list[Bit]] = field(default_factory=list)
    style: str = ""

    @property
    def body(self) -> list[Bit]:
        """Give the lines of its columns in reading order."""
        return [bit for column in self.columns for bit in column]


def open_at(column: Sequence[Bit], after: Sequence[Bit]) -> bool:
    """Tell whether a column ends in mid-sentence, and the next goes on with the same paragraph."""
    last = column[-1]
    return last.piece is after[0].piece and last.piece.kind == "para" and last.text[-1] not in STOPS


class Maker:
    """Sets one story in the style of a house."""

    def __init__(self, story: Story, house: House, dice: random.Random, number: int) -> None:
        self.story, self.house, self.dice, self.number = story, house, dice, number
        self.flow = house.flow
        if house.flow == "mixed":
            self.flow = dice.choice(["hard", "hard", "long", "long", "part"])
        self.width = house.base
        if story.style in ("comment", "feature", "prose", "history") and dice.random() < 0.5:
            self.width = house.wide
        self.hole = self._hole()

    def _hole(self) -> range:
        """Choose which lines stand beside a picture and are narrower."""
        if self.width < 15 or self.dice.random() >= self.house.pictures:
            return range(0)
        start = self.dice.randint(3, 15)
        return range(start, start + self.dice.randint(5, 9))

    def _name(self) -> str:
        name = person(self.dice, hant=self.house.place.hant)
        return f"{name[0]}　{name[1]}" if self.house.padded and len(name) == 2 else name

    def _worded(self, form: str) -> str:
        return form.format(p=self._name(), q=self._name(), c=self.house.place.parts[0])

    def _marks(self, text: str) -> str:
        return text.translate(ASCII) if self.house.ascii_marks else text

    def _piece(self, kind: str, text: str) -> Piece:
        return Piece(kind, text, self.number)

    def made(self) -> Article:
        """Set the story."""
        made = Article(self.number, self._label(), style=self.story.style)
        texts, byline, closing = self._signed(self._merged())
        made.heads = self._heads(byline)
        bits: list[Bit] = []
        for kind, text in texts:
            if kind == "caption":
                made.captions.append(self._caption(text))
            else:
                bits.extend(self._block(kind, text, len(bits)))
        if closing:
            pad = "　" * 4 if self.house.indent == "wide" else ""
            bits.append(Bit(closing, self._piece("byline", closing), pad, fixed=True))
        self._gaps(bits)
        made.columns = [self._flowing(column) for column in self._cut(bits) if column]
        return made

    def _label(self) -> str:
        return self.house.label.format(self.story.label) if self.story.label else ""

    def _merged(self) -> list[tuple[str, str]]:
        """Let some paragraphs run on, as longer ones do in other newspapers."""
        out: list[tuple[str, str]] = []
        for kind, text in self.story.body:
            goes_on = out and kind == out[-1][0] == "para" and self.story.style in FLOWING
            whole = goes_on and not set("“●「") & {text[0], out[-1][1][0]}
            if whole and self.dice.random() < self.house.merged * 1.5:
                out[-1] = (kind, out[-1][1] + text)
            else:
                out.append((kind, text))
        return [(kind, self._marks(text)) for kind, text in self._stanzas(out)]

    def _stanzas(self, texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Put the lines of a stanza together; nothing parts stanzas where no line is blank."""
        bare = self.house.gap == "none" and self.house.above == 0
        out: list[tuple[str, str]] = []
        for at, (kind, text) in enumerate(texts):
            if kind != "verse":
                out.append((kind, text))
            elif text and at and out and out[-1][0] == "verse" and (bare or texts[at - 1][1]):
                out[-1] = (kind, f"{out[-1][1]}\n{text}")
            elif text:
                out.append((kind, text))
        return out

    def _signed(self, texts: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str, str]:
        """Say who wrote it: in the text, on a line above it (given second), or below (third)."""
        house = self.house
        if self.story.author:
            return texts, self._worded(house.author), ""
        news = self.story.style in ("news", "sports", "culture")
        if not news and self.story.style not in ("feature", "talk"):
            return texts, "", ""
        way = house.news if news else "line"
        if way == "line":
            return texts, self._worded(house.byline), ""
        if way == "tailline":
            return texts, "", self._worded(house.tail)
        at = next((i for i, (kind, _) in enumerate(texts) if kind == "para"), None)
        if at is None or way == "none":
            return texts, "", ""
        if way == "lead":
            texts[at] = ("para", self._marks(self._worded(house.lead)) + texts[at][1])
        elif texts[-1][0] == "para":
            texts[-1] = ("para", texts[-1][1] + self._marks(self._worded(house.tail)))
        return texts, "", ""

    def _head(self, kind: str, text: str) -> list[Bit]:
        house = self.house
        text = self._marks(text)
        halves = text.split("　")
        if "|" in text and house.breaks and self.dice.random() < 0.6:
            lines = text.split("|")
        elif len(halves) == 2 and house.couplets and ems(halves[0]) == ems(halves[1]):
            lines = halves
        else:
            lines = [text.replace("|", "").replace("　", house.couplet_gap)]
        whole = " ".join(lines) if "　" in text else "".join(lines)
        piece = self._piece(kind, whole)
        pads = [" " * round(max(0.0, 14 - ems(line))) if house.centred else "" for line in lines]
        return [Bit(line, piece, pad) for line, pad in zip(lines, pads, strict=True)]

    def _heads(self, byline: str) -> list[Bit]:
        story, bits = self.story, []
        for kind in ("kicker", "title", "subtitle"):
            text = getattr(story, kind)
            if text:
                dash = "——" if kind == "subtitle" and self.house.dashed else ""
                bits.extend(self._head(kind, dash + text))
        if byline:
            bits.append(Bit(byline, self._piece("byline", byline)))
        return bits

    def _caption(self, text: str) -> list[Bit]:
        house = self.house
        match = TAKEN.search(text)
        if match:
            text = text[: match.start()] + house.credit.format(p=match[1])
        text = self._marks(house.photo + text)
        width = self.dice.choice([self.width, house.base, house.wide])
        lines = [text] if self.flow == "long" else broken(text, lambda _: width, 0, house.edge)
        piece = self._piece("caption", text)
        return [Bit(line, piece) for line in lines]

    def _block(self, kind: str, text: str, above: int) -> list[Bit]:
        """Set a paragraph, a heading inside, a row, a signature, or a line of verse."""
        house = self.house
        if kind == "subhead":
            return [Bit(text, self._piece("subhead", text), fixed=True)]
        if kind == "verse":
            verse = self._piece("verse", text)
            lines = text.split("\n")
            return [Bit(line, verse, PADS[house.indent], fixed=True) for line in lines]
        piece = self._piece("para", text)
        if kind == "sign":
            return [Bit(text, piece, "　" * 6 if house.indent == "wide" else "", fixed=True)]
        if kind == "row" and not set("，、") & set(text):
            return [Bit(text, piece, fixed=True)]
        first = 2 if kind == "para" and house.indent != "never" else 0
        narrow = max(8, self.width - 6)
        lines = broken(
            text,
            lambda line: narrow if line + above in self.hole else self.width,
            first,
            house.edge,
        )
        bits = [Bit(line, piece) for line in lines]
        bits[0].pad = PADS[house.indent] if first else ""
        bits[-1].fixed = kind == "row"
        return bits

    def _gaps(self, bits: list[Bit]) -> None:
        """Put blank lines where the house has them."""
        for at, bit in enumerate(bits[:-1]):
            after = bits[at + 1]
            if bit.piece is after.piece:
                began = at == 0 or bits[at - 1].piece is not bit.piece
                slips = self.house.gap == "slipped" and self.dice.random() < self.house.slip
                bit.blank = int(began and slips and bit.piece.kind == "para" and not bit.fixed)
            elif bit.piece.kind == after.piece.kind == "verse":
                bit.blank = 1
            elif self.house.gap == "after":
                bit.blank = int(not (bit.fixed and after.fixed and bit.piece.kind != "subhead"))

    def _cut(self, bits: list[Bit]) -> list[list[Bit]]:
        """Cut the lines into columns."""
        many = math.ceil(len(bits) / self.house.tall)
        unsure = self.flow != "hard" or self.house.indent == "never"
        cuts = [0]
        for number in range(1, many):
            at = round(len(bits) / many * number) + self.dice.randint(-2, 2)
            while at < len(bits) and self._bad(bits, at, unsure=unsure):
                at += 1
            if cuts[-1] + 3 <= at <= len(bits) - 2:
                cuts.append(at)
        columns = [bits[one:two] for one, two in zip(cuts, [*cuts[1:], len(bits)], strict=True)]
        for column in columns[:-1]:
            holes = self.house.hole if self.dice.random() < 0.35 else self.house.cut
            column[-1].blank = max(column[-1].blank, holes)
        return columns

    def _bad(self, bits: list[Bit], at: int, *, unsure: bool) -> bool:
        """Tell whether no column may end here: nobody could see whether the paragraph does."""
        before, after = bits[at - 1], bits[at]
        if before.fixed or after.fixed or (before.blank and before.piece is after.piece):
            return True
        return unsure and before.piece is after.piece and before.text[-1] in STOPS

    def _flowing(self, column: list[Bit]) -> list[Bit]:
        """Join the lines of a column's paragraphs where the file has long lines."""
        if self.flow == "hard":
            return column
        out: list[Bit] = []
        whole = {id(bit.piece): self.flow == "long" or self.dice.random() < 0.5 for bit in column}
        for bit in column:
            same = out and out[-1].piece is bit.piece and bit.piece.kind == "para"
            if same and whole[id(bit.piece)]:
                out[-1].text += bit.text
                out[-1].blank, out[-1].fixed = bit.blank, bit.fixed
            else:
                out.append(bit)
        return out
