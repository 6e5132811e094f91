"""The raw text: rows of bits are written down, and the true page is read off them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from training.form import BODIES, HEADS, Block, Cell, Page

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Key:
    """What a block is: its kind and its article, -1 for furniture and labels."""

    kind: str
    story: int
    label: int = -1


@dataclass(slots=True)
class Bit:
    """A printed piece: the `order`-th of the block `key`; `gap` where a blank stands before it."""

    text: str
    key: int
    order: tuple[int, ...]
    gap: bool = False
    again: bool = False


@dataclass(slots=True)
class Row:
    """A line of the raw text: bits, what blanks stand before each, and blank lines before it."""

    bits: list[Bit]
    leads: list[str]
    blanks: int = 0
    feed: bool = False


class Sheet:
    """Collects rows and makes the page of them."""

    def __init__(self, keys: list[Key]) -> None:
        self.keys = keys
        self.rows: list[Row] = []
        self.waiting = 0
        self.spread: Callable[[str], str] = lambda text: text

    def blank(self, many: int = 1) -> None:
        """Ask for blank lines before the next row."""
        self.waiting = max(self.waiting, many)

    def row(self, bits: list[Bit], leads: list[str] | None = None) -> None:
        """Write a row."""
        bits = [bit for bit in bits if bit.text.strip()]
        if bits:
            leads = (leads or [])[: len(bits)]
            leads += [""] * (len(bits) - len(leads))
            self.rows.append(Row(bits, leads, self.waiting if self.rows else 0))
            self.waiting = 0

    def page(self, name: str, *, feed: bool = False, end: str = "\n") -> Page:
        """Give the page."""
        raw: list[str] = []
        spots: list[tuple[int, int, Bit]] = []
        at = 0
        for row in self.rows:
            for piece in ("\n" * row.blanks, None, "\n"):
                if piece is not None:
                    raw.append(piece)
                    at += len(piece)
                    continue
                for lead, bit in zip(row.leads, row.bits, strict=True):
                    shown = self.spread(bit.text.strip())
                    raw.append(lead + shown)
                    spots.append((at + len(lead), at + len(lead) + len(shown), bit))
                    at += len(lead) + len(shown)
        text = "".join(raw).rstrip("\n") + end + ("\f" if feed else "")
        return self._read(text, spots, name)

    def _read(self, raw: str, spots: list[tuple[int, int, Bit]], name: str) -> Page:
        parts: dict[int, list[tuple[tuple[int, ...], int]]] = {}
        for at, (_, _, bit) in enumerate(spots):
            if not bit.again:
                parts.setdefault(bit.key, []).append((bit.order, at))
        places: dict[int, int] = {}
        first: dict[int, int] = {}
        for key, found in parts.items():
            found.sort()
            first[key] = min(at for _, at in found)
            places.update({at: order for order, (_, at) in enumerate(found)})
        for at, (_, _, bit) in enumerate(spots):
            if bit.again:
                found = parts.get(bit.key, [])
                places[at] = sum(order < bit.order for order, _ in found)
        sequence, numbers = self._sequence(first)
        number = {key: place for place, key in enumerate(sequence)}
        blocks = [
            Block(
                self.keys[key].kind,
                self._text(parts[key], spots, key),
                numbers.get(self.keys[key].story, -1),
            )
            for key in sequence
        ]
        cells = [
            Cell(start, end, number[bit.key], places.get(at, 0), bit.again)
            for at, (start, end, bit) in enumerate(spots)
        ]
        sections = {
            numbers[self.keys[key].story]: number[self.keys[key].label]
            for key in sequence
            if self.keys[key].story >= 0 and self.keys[key].label in number
        }
        return Page(raw, blocks, cells, sections, name)

    def _sequence(self, first: dict[int, int]) -> tuple[list[int], dict[int, int]]:
        """Put the blocks in reading order; give the numbers of the articles too."""
        begins: dict[int, float] = {}
        for want in (BODIES, HEADS):
            found: dict[int, float] = {}
            for key, at in first.items():
                story = self.keys[key].story
                if story >= 0 and self.keys[key].kind in want and story not in begins:
                    found[story] = min(at, found.get(story, at))
            begins.update(found)
        numbers = {story: at for at, story in enumerate(sorted(begins, key=begins.__getitem__))}
        places: dict[int, tuple[float, float]] = {}
        for key, at in first.items():
            mine = self.keys[key]
            begin = begins[mine.story] if mine.story >= 0 else float(at)
            if mine.kind == "section":
                under = [
                    begins[one.story]
                    for one in self.keys
                    if one.label == key and one.story in begins
                ]
                begin = min(under, default=begin) - 0.5
            places[key] = (begin, self._turn(key, first))
        return sorted(places, key=places.__getitem__), numbers

    def _turn(self, key: int, first: dict[int, int]) -> float:
        """Give the turn of a block in its article: a caption follows what is printed before it."""
        mine = self.keys[key]
        if mine.kind != "caption":
            return key
        others = [
            one
            for one in first
            if self.keys[one].story == mine.story and self.keys[one].kind in ("para", "subhead")
        ]
        before = [one for one in others if first[one] < first[key]]
        if not others:
            return key
        return max(before) + 0.5 if before else min(others) - 0.5

    def _text(
        self, found: list[tuple[tuple[int, ...], int]], spots: list[tuple[int, int, Bit]], key: int
    ) -> str:
        bits = [spots[at][2] for _, at in found]
        text = bits[0].text.strip()
        for before, bit in pairwise(bits):
            said = bit.text.strip()
            if self.keys[key].kind == "verse" and bit.gap:
                text += "\n" + said
                continue
            end, begin = before.text[-1:], said[:1]
            latin = end.isascii() and end.isalpha() and begin.isascii() and begin.isalpha()
            text += (" " if bit.gap or latin else "") + said
        return text
