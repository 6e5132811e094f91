"""Read typeset pages with programs that exist, and say what each line of their text is.

Each line that a program gives is found again among the pieces that were printed; Tesseract's by
edit distance. What is found nowhere is furniture, or goes with its neighbour on the line.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from training.form import Block, Cell, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from training.sheet import Owner, Sheet

DPI = 150
PART = re.compile(r"(?:(?!\s{3})[^\n\r\f\v])+")
GRAM = 3
SURE = 72  # per cent of likeness from which a line is a piece of the page
CONTINUES = 38  # the same for the piece that comes next


def _run(*words: str | Path) -> str:
    env = os.environ | {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(words, capture_output=True, check=True, env=env)
    return done.stdout.decode("utf-8")


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(str(path))


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return PdfReader(path).pages[0].extract_text()


def _tesseract(path: Path) -> str:
    image = path.with_suffix("")
    _run("pdftoppm", "-r", str(DPI), "-gray", "-png", "-singlefile", path, image)
    image = image.with_suffix(".png")
    return _run("tesseract", image, "-", "-l", "chi_sim", "--dpi", str(DPI))


READERS: dict[str, Callable[[Path], str]] = {
    "pdftotext": lambda path: _run("pdftotext", path, "-"),
    "pdftotext -raw": lambda path: _run("pdftotext", "-raw", path, "-"),
    "pdftotext -layout": lambda path: _run("pdftotext", "-layout", path, "-"),
    "pypdf": _pypdf,
    "pdfminer.six": _pdfminer,
    "Tesseract": _tesseract,
}


def missing(reader: str) -> str | None:
    """Say which program or package a reader needs that is not installed, None when it is there."""
    module = {"pypdf": "pypdf", "pdfminer.six": "pdfminer"}.get(reader)
    if module:
        return None if importlib.util.find_spec(module) else reader
    programs = ("pdftoppm", "tesseract") if reader == "Tesseract" else ("pdftotext",)
    lost = [program for program in programs if not shutil.which(program)]
    if not lost and reader == "Tesseract" and "chi_sim" not in _run("tesseract", "--list-langs"):
        return "tesseract's chi_sim"
    return lost[0] if lost else None


@dataclass(slots=True)
class Spot:
    """A printed piece among all: its text without white space, its place in its block."""

    text: str
    owner: int
    start: int
    taken: int = 0


class Aligner:
    """Finds the lines of a text again among the pieces of a sheet."""

    def __init__(self, owners: list[Owner]) -> None:
        self.owners = owners
        self.spots: list[Spot] = []
        for number, owner in enumerate(owners):
            at = 0
            for piece in owner.pieces:
                text = "".join(piece.text.split())
                self.spots.append(Spot(text, number, at))
                at += len(text)
        self.gold = "".join(spot.text for spot in self.spots)
        self.spot_at = [n for n, spot in enumerate(self.spots) for _ in spot.text]
        self.first = [0] * len(self.spots)
        for n in range(1, len(self.spots)):
            self.first[n] = self.first[n - 1] + len(self.spots[n - 1].text)
        self.grams: dict[str, list[int]] = {}
        for at in range(len(self.gold)):
            for size in range(1, GRAM + 1):
                self.grams.setdefault(self.gold[at : at + size], []).append(at)
        self.used = bytearray(len(self.gold))

    def align(self, lines: list[str]) -> list[list[tuple[int, int, int]]]:
        """Give for each line (without white space) its runs: start, end, place in the gold.

        The place is -1 for what was found nowhere.
        """
        found: list[list[tuple[int, int, int]] | None] = [None] * len(lines)
        whole: dict[str, list[int]] = {}
        for n, spot in enumerate(self.spots):
            whole.setdefault(spot.text, []).append(n)
        for at, line in enumerate(lines):
            if len(whole.get(line, ())) == 1:
                found[at] = [self._take(line, whole[line][0])]
        last = -1
        for at, line in enumerate(lines):
            if found[at] is None and line:
                found[at] = (
                    self._whole(line)
                    or self._inside(line, last)
                    or self._alike(line, last)
                    or self._runs(line, last)
                )
            runs = found[at]
            if runs and runs[-1][2] >= 0:
                last = self.spot_at[runs[-1][2]]
        return [runs or [] for runs in found]

    def _take(self, line: str, spot: int) -> tuple[int, int, int]:
        start = self.first[spot]
        for place in range(start, start + len(self.spots[spot].text)):
            self.used[place] = 1
        return 0, len(line), start

    def _whole(self, line: str) -> list[tuple[int, int, int]] | None:
        """Find the pieces that a line is put together of, to the last mark."""
        ways: dict[int, list[int]] = {0: []}
        for at in range(len(line)):
            if at not in ways:
                continue
            for n, spot in enumerate(self.spots):
                if (
                    line.startswith(spot.text, at)
                    and not self.used[self.first[n]]
                    and n not in ways[at]
                ):
                    ways.setdefault(at + len(spot.text), [*ways[at], n])
        if len(line) not in ways:
            return None
        found, at = [], 0
        for n in ways[len(line)]:
            _, size, place = self._take(self.spots[n].text, n)
            found.append((at, at + size, place))
            at += size
        return found

    def _inside(self, line: str, last: int) -> list[tuple[int, int, int]] | None:
        """Find a line that is part of what was printed, to the last mark."""
        size, place = self._longest(line, 0, self._hope(last))
        if size < len(line):
            return None
        self.used[place : place + size] = b"\1" * size
        return [(0, size, place)]

    def _hope(self, last: int) -> int:
        """Give where in the gold what was not read yet goes on behind a piece."""
        at = self.first[max(0, last)]
        while at < len(self.gold) and self.used[at]:
            at += 1
        return at

    def _alike(self, line: str, last: int) -> list[tuple[int, int, int]] | None:
        """Find the piece that a line is, with slips; the one after the last needs less likeness."""
        best, place = 0.0, -1
        for n, spot in enumerate(self.spots):
            if self.used[self.first[n]] or not 0.6 <= len(line) / len(spot.text) <= 1.6:
                continue
            likeness = fuzz.ratio(line, spot.text, score_cutoff=CONTINUES)
            bonus = 12 if n == last + 1 else 0
            if likeness + bonus > best and likeness >= (CONTINUES if bonus else SURE):
                best, place = likeness + bonus, n
        return [self._take(line, place)] if place >= 0 else None

    def _runs(self, line: str, last: int) -> list[tuple[int, int, int]]:
        """Cut a line that is no whole piece into the longest runs found in the gold."""
        found: list[tuple[int, int, int]] = []
        at, lost = 0, 0
        hope = self._hope(last)
        while at < len(line):
            size, place = self._longest(line, at, hope)
            if size < min(GRAM, len(line)):
                at += 1
                continue
            if at > lost:
                found.append((lost, at, -1))
            end, stop = self._on(line, at + size, place + size)
            for spot in range(place, stop):
                self.used[spot] = 1
            found.append((at, end, place))
            at = lost = end
            hope = stop
        if lost < len(line):
            found.append((lost, len(line), -1))
        return self._mend(found)

    def _longest(self, line: str, at: int, hope: int) -> tuple[int, int]:
        """Give the longest run from a place of a line, and where in the gold it stands."""
        best: tuple[float, int, int] = (0.0, 0, 0)
        for place in self.grams.get(line[at : at + GRAM], ()):
            size = 0
            while (
                at + size < len(line)
                and place + size < len(self.gold)
                and line[at + size] == self.gold[place + size]
                and not self.used[place + size]
            ):
                size += 1
            spot = self.spot_at[place]
            weight = size + 1.5 * (self.first[spot] == place) + 2.0 * (place == hope)
            stop = place + size
            weight += stop == len(self.gold) or self.first[self.spot_at[stop]] == stop
            if size and weight > best[0]:
                best = (weight, size, place)
        return best[1], best[2]

    def _on(self, line: str, at: int, place: int) -> tuple[int, int]:
        """Go on past slips: up to three marks wrong, lost or too many, then two that agree."""
        while at < len(line) and place < len(self.gold):
            if line[at] == self.gold[place] and not self.used[place]:
                at, place = at + 1, place + 1
                continue
            ahead = sorted((a + b, a, b) for a in range(4) for b in range(4) if a + b)
            for _, a, b in ahead:
                two = line[at + a : at + a + 2]
                here = slice(place + b, place + b + 2)
                if len(two) == 2 and two == self.gold[here] and not any(self.used[here]):
                    at, place = at + a, place + b
                    break
            else:
                break
        return at, place

    @staticmethod
    def _mend(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Give what was found nowhere to its neighbour on the line."""
        found: list[tuple[int, int, int]] = []
        for start, end, place in runs:
            if place < 0 and found:
                found[-1] = (found[-1][0], end, found[-1][2])
            elif found and found[-1][2] < 0 and end - start >= found[-1][1] - found[-1][0]:
                found[-1] = (found[-1][0], end, place)
            else:
                found.append((start, end, place))
        return found


def _parts(raw: str) -> list[list[int]]:
    """Give for each line, and each part of it behind a wide gap, the places of its marks."""
    return [
        [at for at in range(*part.span()) if not raw[at].isspace()] for part in PART.finditer(raw)
    ]


def aligned(raw: str, sheet: Sheet, name: str) -> Page:
    """Give the page that a program read off a sheet, with the blocks in reading order."""
    lines = _parts(raw)
    aligner = Aligner(sheet.owners)
    runs = aligner.align(["".join(raw[at] for at in line) for line in lines])
    placed: list[tuple[int, int, int, int]] = []  # start, end, owner (-1: none), place in it
    for line, found in zip(lines, runs, strict=True):
        for start, end, place in found:
            for low, high, owner, offset in _by_owner(aligner, start, end, place):
                placed.append((line[low], line[high - 1] + 1, owner, offset))
    return _page(raw, sheet, placed, name)


def _by_owner(
    aligner: Aligner, start: int, end: int, place: int
) -> list[tuple[int, int, int, int]]:
    """Cut a run where it passes from one block into another."""
    if place < 0:
        return [(start, end, -1, 0)]
    found = []
    low = start
    while low < end:
        at = min(place + low - start, len(aligner.gold) - 1)
        spot = aligner.spots[aligner.spot_at[at]]
        offset = spot.start + at - aligner.first[aligner.spot_at[at]]
        rest = len("".join(aligner.owners[spot.owner].text.split())) - offset
        high = end if end - low - rest < 2 else min(end, low + rest)
        found.append((low, high, spot.owner, offset))
        low = high
    return found


def _page(raw: str, sheet: Sheet, placed: list[tuple[int, int, int, int]], name: str) -> Page:
    """Make the page: the blocks that were read, as they were read, and their cells."""
    owners = sheet.owners
    there = sorted({owner for _, _, owner, _ in placed if owner >= 0})
    number = {owner: at for at, owner in enumerate(there)}
    articles = sorted({owners[o].article for o in there if owners[o].article >= 0})
    parts: dict[int, list[tuple[int, int]]] = {}
    for at, (_, _, owner, offset) in enumerate(placed):
        if owner >= 0:
            parts.setdefault(owner, []).append((offset, at))
    orders: dict[int, int] = {}
    blocks: list[Block] = []
    for owner in there:
        texts = []
        for order, (_, at) in enumerate(sorted(parts[owner])):
            orders[at] = order
            texts.append("".join(raw[placed[at][0] : placed[at][1]].split()))
        article = owners[owner].article
        blocks.append(
            Block(
                owners[owner].kind,
                spaced("".join(texts), owners[owner].text),
                articles.index(article) if article >= 0 else -1,
            )
        )
    cells = []
    for at, (start, end, owner, _) in enumerate(placed):
        if owner < 0:
            blocks.append(Block("furniture", " ".join(raw[start:end].split()), -1))
            cells.append(Cell(start, end, len(blocks) - 1, 0))
        else:
            cells.append(Cell(start, end, number[owner], orders[at]))
    sections = {}
    for owner in there:
        label = owners[owner].label
        where = next((n for n, o in enumerate(owners) if o is label), -1)
        if owners[owner].article >= 0 and where in number:
            sections[articles.index(owners[owner].article)] = number[where]
    return Page(raw, blocks, cells, sections, name)


def spaced(read: str, gold: str) -> str:
    """Put the white space of a text as it was printed into the same text as it was read."""
    if len(gold.split()) < 2:
        return read
    plain, before = "", {}
    for mark in gold:
        if mark.isspace():
            before[len(plain)] = mark
        else:
            plain += mark
    cuts: dict[int, str] = {}
    for code in Levenshtein.opcodes(plain, read):
        for at, mark in before.items():
            if code.src_start <= at < code.src_end:
                cuts[min(code.dest_start + at - code.src_start, code.dest_end)] = mark
    return "".join((cuts.get(at, "") if at else "") + mark for at, mark in enumerate(read))
