"""What happens to text on its way: marks, characters and spaces changed, text printed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.characters import COMPLEX, SIMPLE
from training.misreading import Reader
from training.setting import Bit, Row

if TYPE_CHECKING:
    import random

    from newspaper import Story
    from training.manner import Manner

_ASCII = str.maketrans("，；：？！（）", ",;:?!()")
_TRADITIONAL = str.maketrans(SIMPLE, COMPLEX)
_WIDE = {at: chr(at + 0xFEE0) for at in range(0x30, 0x7B) if chr(at).isalnum()}
_COMMAS = str.maketrans("。；，", "、、、")
_LATIN = re.compile("[0-9A-Za-z]")
_BEFORE = re.compile("(?<=[一-鿿])(?=[0-9A-Za-z])")
_BEHIND = re.compile("(?<=[0-9A-Za-z%])(?=[一-鿿])")
_NARROW = re.compile("[1.](?=[0-9])")
SPREADING = ("raw", "pdftotext", "pdfminer")  # programs that see gaps in loose lines
LONGEST_LOOSE = 24
RARE = 0.004  # share of rows with spaces between all characters
LONGEST_TWICE = 12


class Style:
    """What a page does to all of its text before it is set."""

    def __init__(self, how: Manner, dice: random.Random) -> None:
        self.how, self.dice = how, dice
        table: dict[int, str] = {}
        if how.marks in ("ascii", "ascii_all"):
            table |= _ASCII
        if how.marks == "ascii_all":
            table[ord("。")] = "."
        if how.traditional:
            table |= _TRADITIONAL
        if how.wide:
            table |= _WIDE
        if how.quotes != "“”":
            table |= {ord("“"): how.quotes[0], ord("”"): how.quotes[1]}
        self.table = table

    def text(self, text: str) -> str:
        """Text in the characters and marks of the page."""
        return text.translate(self.table) if self.table else text

    def story(self, story: Story) -> None:
        """Bring a story into the style of the page."""
        for name in ("kicker", "subtitle", "byline", "section"):
            text = getattr(story, name)
            if text:
                setattr(story, name, self.text(text))
        story.title = tuple(self.text(line) for line in story.title)
        story.body = [(kind, self._body(kind, text)) for kind, text in story.body]

    def _body(self, kind: str, text: str) -> str:
        how, dice = self.how, self.dice
        if kind == "para":
            if dice.random() < how.lost_stops:
                text = text.rstrip("。")
            if how.marks == "commas":
                text = text.translate(_COMMAS)
            elif how.marks == "bare":
                text = re.sub("[，。；：、]", lambda found: found[0] * (dice.random() < 0.08), text)
        return self.text(text) or text


def spoil(rows: list[Row], how: Manner, dice: random.Random) -> None:
    """Spoil the rows of a page as typesetting, extraction and OCR do."""
    style = Style(how, dice)
    if style.table:
        for row in rows:
            for bit in row.bits:
                bit.raw, bit.clean = style.text(bit.raw), style.text(bit.clean)
    if how.again:
        _twice(rows, how.again, dice)
    reader = Reader(how, dice) if how.slips else None
    for row in rows:
        loose = how.regime in SPREADING and row.part == "body" and dice.random() < RARE
        for bit in row.bits:
            if reader and not bit.again:
                reader.read(bit)
            _spread(bit, how, dice)
            if loose and not row.last and len(bit.raw) < LONGEST_LOOSE:
                bit.raw = " ".join("".join(bit.raw.split()))


def _spread(bit: Bit, how: Manner, dice: random.Random) -> None:
    """Put spaces that only typesetting made into a bit."""
    if how.digits:  # more often before a number than after it
        bit.raw = _set_apart(bit.raw, (how.digits * 1.2, how.digits * 0.8), dice)
    if how.apart:
        bit.raw = _NARROW.sub(lambda found: found[0] + " " * (dice.random() < how.apart), bit.raw)
    if how.spaced:
        bit.raw = _spaced(bit.raw, how, dice)


def _set_apart(raw: str, shares: tuple[float, float], dice: random.Random) -> str:
    """Put spaces beside numbers and Latin words."""
    if raw.isascii() or not _LATIN.search(raw):
        return raw
    raw = _BEFORE.sub(lambda _: " " if dice.random() < shares[0] else "", raw)
    return _BEHIND.sub(lambda _: " " if dice.random() < shares[1] else "", raw)


def _spaced(raw: str, how: Manner, dice: random.Random) -> str:
    """Put spaces between characters, or drop those that stand there."""
    if how.regime == "pypdf" and " " in raw and dice.random() < 0.5:
        raw = raw.replace(" ", "")
    return "".join(mark + " " * (dice.random() < how.spaced) for mark in raw).rstrip()


def _twice(rows: list[Row], share: float, dice: random.Random) -> None:
    """Print the last characters of a column again where the next begins."""
    ends: dict[object, tuple[Row, Bit]] = {}
    for row in rows:
        bit = row.bits[0]
        if bit.block.kind != "para" or len(row.bits) > 1:
            continue
        known = ends.get(bit.block)
        ends[bit.block] = (row, bit)
        if not known or known[0].column == row.column or dice.random() >= share:
            continue
        tail = known[1].raw
        size = dice.choice((2, 2, 3, 3, 4, 5, 6, 8, LONGEST_TWICE))
        if len(tail) <= size or len(bit.raw) <= 2 or bit.raw != bit.clean or bit.join:
            continue
        extra = Bit(bit.block, bit.order, tail[-size:], "", again=True, before=bit.before)
        if not extra.raw.strip() or extra.raw != extra.raw.strip():
            continue
        bit.before = ""
        row.bits.insert(0, extra)
        if dice.random() < 0.25:
            _after(row, bit, extra, dice.choice((1, 1, 2)))


def _after(row: Row, bit: Bit, extra: Bit, size: int) -> None:
    """Let the second printing take in the first characters of the new column, too."""
    start = bit.raw[:size]
    if start.isspace() or bit.raw[size : size + 1].isspace() or size >= len(bit.raw):
        return
    early = Bit(bit.block, bit.order, start, start, bit.join, extra.before)
    extra.raw, extra.before = extra.raw + start, ""
    late = Bit(bit.block, bit.order, bit.raw[size:], bit.raw[size:])
    row.bits[:] = [early, extra, late]
