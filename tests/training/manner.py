"""The manner of a page: how it is set, where its blank lines stand, how it was spoilt."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.setting import Face

PLAIN = ("hard", "long", "mixed")
READ = ("pdftotext", "raw", "pypdf", "pdfminer", "tesseract")
REGIMES = (*PLAIN, "torn", *READ)  # torn: a plain one whose columns stray
MARKS = ("full", "ascii", "ascii_all", "commas", "bare")
_WEIGHTS = (5, 4, 4, 1, 2, 2, 2, 2, 2)


@dataclass(slots=True)
class Ways:
    """How likely a blank line is, and where: shares, and counts of blank lines to draw from."""

    paragraph: float = 0.0  # after a paragraph
    first: float = 0.0  # after the first row of a paragraph
    inside: float = 0.0  # elsewhere inside a paragraph
    column: float = 0.0  # at a column's end inside a paragraph
    ends: float = 0.3  # share of column ends between paragraphs that are treated like these
    times: int = 1  # how often each blank line stands
    subhead: float | None = None  # before and after a subhead, if not as for a paragraph
    many: tuple[int, ...] = (1,)  # blank lines at a column's end
    between: tuple[int, ...] = (0,)  # between the rows of a headline
    under: tuple[int, ...] = (0,)  # under a headline
    above: tuple[int, ...] = (0,)  # above a headline
    note: tuple[int, ...] = (0,)  # round furniture


@dataclass(slots=True)
class Manner:
    """All that was drawn for a page before anything was set."""

    regime: str
    face: Face
    ways: Ways
    length: int = 120  # rows that the page should have, about
    shape: str = "plain"  # plain, one, briefs, sparse
    long: float = 0.0  # share of columns that come as long lines
    change: float = 0.0  # share of articles set in another width
    inset: float = 0.0  # how often a picture narrows a column
    notes: float = 0.5  # how much furniture there is
    inside: float = 0.0  # share of articles with something inside a paragraph
    displaced: float = 0.0  # share of articles with a column out of place
    gathered: bool = False  # headlines stand together above their bodies
    open_start: bool = False  # the page begins in mid-sentence
    open_end: bool = False  # the last paragraph goes on on another page
    jumps: float = 0.0  # share of articles with a jump line
    again: float = 0.0  # share of seams with text printed twice
    lost_stops: float = 0.0
    headless: float = 0.0
    extras: float = 0.15  # a list, a table, a poem
    captions: int = 99  # how many captions the page may have
    reports: float = 0.05  # share of official reports among the articles
    marks: str = "full"  # full, ascii, ascii_all, commas, bare
    quotes: str = "“”"
    traditional: bool = False
    wide: bool = False  # numbers and letters in full width
    digits: float = 0.0  # share of digits with a space beside them
    slips: float = 0.0  # share of characters that OCR reads wrong
    spaced: float = 0.0  # share of characters with a space behind them
    beside: float = 0.0  # share of articles with columns side by side on one line
    loose: bool = False  # lines stand far apart: columns are read row by row
    layout: bool = False  # the page is read as it looks
    shattered: bool = False  # rows are broken at squeezed marks
    apart: float = 0.0  # share of numbers with a space at a narrow 1 or a point


def _blanks(dice: random.Random, regime: str) -> Ways:
    kinds = {
        "hard": ("none", "paragraphs", "slipped", "columns", "torn", "heads", "every"),
        "long": ("none", "every", "every", "columns", "paragraphs", "heads", "torn"),
        "mixed": ("none", "paragraphs", "columns", "every", "slipped", "heads", "torn"),
    }
    weights = {
        "hard": (4, 5, 4, 3, 2, 3, 0.5),
        "long": (3, 5, 5, 4, 2, 3, 1),
        "mixed": (3, 4, 3, 3, 2, 3, 1),
    }
    kind = dice.choices(kinds[regime], weights[regime])[0]
    ways = {
        "none": Ways(),
        "paragraphs": Ways(paragraph=0.95, column=dice.choice((0.0, 0.3))),
        "every": Ways(paragraph=0.97, column=0.9, first=0.9, inside=0.9, many=(1, 1, 3)),
        "slipped": Ways(
            paragraph=dice.choice((0.05, 0.3, 0.5)), first=dice.choice((0.5, 0.75, 0.95)),
            inside=dice.choice((0.0, 0.01, 0.04)), column=dice.choice((0.0, 0.3)),
        ),
        "columns": Ways(paragraph=dice.choice((0.0, 0.0, 0.1)), column=0.7, many=(1, 1, 2, 3, 3)),
        "torn": Ways(*(dice.choice((0.02, 0.1, 0.3)) for _ in range(4))),
        "heads": Ways(),
    }[kind]  # fmt: skip
    if kind == "every" and regime == "hard":
        ways.many = (1, 1, 1, 3)
    if dice.random() < 0.25:
        noise = dice.uniform(0.02, 0.1)
        ways = replace(ways, inside=max(noise, ways.inside), first=max(noise, ways.first))
    if kind != "none":
        ways.between = dice.choice(((0,), (0, 0, 1), (1,), (1, 1, 0), (2,)))
        ways.under = dice.choice(((0,), (0, 1), (1,), (1, 3), (3,), (2,), (1, 1, 3)))
        ways.above = dice.choice(((1,), (1, 2), (2,), (3,), (0, 1), (1, 1, 3)))
        ways.note = dice.choice(((0,), (0, 1), (1,), (0, 1, 3)))
    elif dice.random() < 0.3:
        ways.above = ways.note = (0, 0, 0, 1)
    if dice.random() < 0.04:
        ways.times = 2
    return ways


def _face(dice: random.Random) -> Face:
    width = dice.choice((dice.randint(8, 30), dice.randint(10, 20), dice.randint(13, 18)))
    return Face(
        width=width,
        depth=dice.randint(6, 60),
        indent=dice.choices(("lost", "kept", "none"), (5, 3, 1.3))[0],
        margin=dice.choice(("　　", "　　", "　　", "    ", "  ", "  ", "　")),
        punctuation=dice.choice(("hang", "hang", "push", "squeeze")),
        half=dice.choice((0.5, 0.5, 0.5, 0.6, 1.0)),
        breaks_numbers=dice.random() < 0.15,
        flush=dice.random() < 0.05,
        careless=dice.choice((0.0, 0.0, 0.0, 0.0, 0.05, 0.2)),
        ragged=dice.choice((0.0, 0.0, 0.0, 0.04, 0.1)),
    )


def draw(seed: int, regime: str | None) -> Manner:
    """Draw the manner of a page."""
    dice = random.Random(seed * 7919 + 13)
    regime = regime or dice.choices(REGIMES, _WEIGHTS)[0]
    if regime not in REGIMES:
        raise ValueError(regime)
    dice.seed(seed * 104723 + REGIMES.index(regime))
    torn = regime == "torn"
    regime = dice.choice(PLAIN) if torn else regime
    printed = regime if regime in PLAIN else "hard"
    face = _face(dice)
    ways = _blanks(dice, printed)
    if face.indent == "none" and printed == "hard" and dice.random() < 0.7:
        ways = replace(ways, paragraph=0.95, first=min(ways.first, 0.05))
    made = Manner(
        regime, face, ways,
        length=dice.choice((dice.randint(60, 130), dice.randint(90, 240))),
        shape=dice.choices(("plain", "one", "briefs", "sparse"), (12, 2, 1.5, 0.6))[0],
        long={"hard": 0.0, "long": 1.0, "mixed": dice.uniform(0.25, 0.75)}[printed],
        change=dice.choice((0.0, 0.3, 0.6)),
        inset=dice.choice((0.0, 0.0, 0.15, 0.4)),
        notes=dice.choice((0.0, 0.3, 0.6, 1.0)),
        inside=dice.choice((0.0, 0.0, 0.2, 0.5)),
        displaced=dice.choice((0.0, 0.0, 0.0, 0.15, 0.3)),
        gathered=dice.random() < 0.12,
        open_start=dice.random() < 0.05,
        open_end=dice.random() < 0.1,
        jumps=dice.choice((0.0, 0.0, 0.0, 0.25)),
        again=dice.choice((0.0, 0.0, 0.0, 0.06, 0.15)),
        lost_stops=dice.choice((0.0, 0.0, 0.0, 0.03, 0.08)),
        headless=dice.choice((0.0, 0.0, 0.3)),
        extras=dice.choice((0.0, 0.0, 0.3)),
        marks=dice.choices(MARKS, (30, 3, 1, 0.8, 0.8))[0],
        quotes=dice.choices(("“”", "「」", '""', "‘’"), (30, 1.5, 1.5, 0.4))[0],
        traditional=dice.random() < 0.07,
        digits=dice.choice((0.0, 0.0, 0.3, 0.7)),
    )  # fmt: skip
    made.wide = dice.random() < 0.04
    _filled(made, dice)
    if not torn and dice.random() < 0.36:
        _healthy(made, dice)
    if torn:
        made.displaced, face.depth = 0.7, min(face.depth, dice.randint(8, 25))
    if regime in READ:
        _read(made, dice)
    elif dice.random() < 0.04:
        made.slips = dice.choice((0.002, 0.005, 0.01))
    return made


def _filled(how: Manner, dice: random.Random) -> None:
    """Half of the pages have hardly a picture, many have mostly official reports."""
    if dice.random() < 0.5:
        how.captions = dice.choice((0, 0, 1, 1, 1))
    else:
        how.inside = dice.choice((how.inside, 0.2, 0.5))
    if dice.random() < 0.35:
        how.reports = dice.uniform(0.3, 0.9)


def _healthy(how: Manner, dice: random.Random) -> None:
    """Make a page regular: one layout, little round it, no damage but the line ends."""
    face, ways, some = how.face, how.ways, dice.choice
    face.width = dice.randint(12, 24)
    face.half, face.breaks_numbers, face.flush = 0.5, False, False
    face.careless = face.ragged = 0.0
    how.change = some((0.0, 0.0, 0.3))
    how.inset = how.displaced = how.jumps = how.again = how.lost_stops = 0.0
    how.inside = min(how.inside, 0.2)
    how.headless = 0.0
    how.gathered = how.open_start = how.open_end = how.traditional = how.wide = False
    how.notes, how.extras = some((0.1, 0.3, 0.5)), some((0.0, 0.1, 0.15))
    how.marks, how.quotes = "full", "“”"
    if 0.0 < ways.inside < 0.5:
        ways.inside = 0.0
    if ways.first < 0.5:
        ways.first = 0.0
    ways.paragraph = round(ways.paragraph)
    for name in ("between", "under", "above", "note"):
        setattr(ways, name, (some(getattr(ways, name)),))


def _read(how: Manner, dice: random.Random) -> None:
    """Change the manner of a page to that of a program that read it."""
    face, some = how.face, dice.choice
    face.indent = dice.choices(("lost", "typed", "none"), (6, 3, 1))[0]
    face.depth = dice.randint(8, 30)
    face.margin = "　　"
    how.displaced, how.again, how.inset = 0.0, how.again / 4, 0.0
    how.digits = some((0.015, dice.uniform(0.45, 0.7)))
    how.spaced = 0.0
    how.apart = some((0.0, 0.0, 0.0, 0.08))
    if how.regime == "raw":
        how.shattered = dice.random() < 0.15
    if how.regime == "pypdf":
        how.spaced = some((0.0, 0.0, 0.0, 0.005, 0.03))
    _typed(how, dice)
    if how.regime in ("raw", "pypdf"):
        how.ways = Ways()
    elif how.regime == "pdfminer":
        how.loose = dice.random() < 0.47
        how.ways = Ways(paragraph=float(face.indent == "none" and dice.random() < 0.7))
    elif how.regime == "pdftotext":
        how.loose, how.layout = dice.random() < 0.3, dice.random() < 0.07
        how.beside = some((0.0,) * 9 + (0.3,))
        how.ways = Ways(
            paragraph=some((0.01, 0.03, 0.06)), first=some((0.01, 0.03, 0.06)), inside=0.02,
            column=dice.uniform(0.7, 0.95), ends=1.0, subhead=some((0.01, 0.06, 0.13)),
            between=(0, 0, 1), under=(0,) * 7 + (1,), above=(1,), note=(1,),
        )  # fmt: skip
    else:
        _tesseract(how, dice)


def _typed(how: Manner, dice: random.Random) -> None:
    """Typed indents: only pypdf, PyMuPDF and pdfminer keep them, others lose them."""
    face = how.face
    if face.indent == "typed":
        kept = how.regime in ("pypdf", "pdfminer") or (how.regime == "raw" and dice.random() < 0.3)
        face.indent = "kept" if kept else "lost"


def _tesseract(how: Manner, dice: random.Random) -> None:
    """What OCR does to a page."""
    some = dice.choice
    how.face.indent = "lost" if how.face.indent == "kept" else how.face.indent
    how.beside = some((0.0, 0.0, 0.0, 0.4))
    how.slips = some((0.003, 0.006, 0.01, 0.015, 0.02, 0.02, 0.025, 0.03))
    how.digits = some((0.01, dice.uniform(0.25, 0.45)))
    how.spaced = dice.choices((0.002, 0.02, 0.3, 0.95), (20, 2, 1, 1))[0]
    seen = 0.94 if how.face.indent == "lost" else some((0.05, 0.5))
    how.ways = Ways(
        paragraph=seen, first=some((0.02, 0.05)), inside=some((0.01, 0.04)),
        column=dice.uniform(0.8, 0.93), ends=1.0, subhead=some((0.6, 0.8)),
        between=(0, 0, 0, 1, 1), under=(1,) * 15 + (0,), above=(1,), note=(1, 1, 0),
    )  # fmt: skip
