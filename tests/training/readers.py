"""How programs read a page of columns: in what order, with which blanks, in what boxes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from training.frames import Frame, banded, frames, fused, split_row
from training.gaps import blanks
from training.rowwise import beside, laid_out, rowwise
from training.setting import Row, single, size

if TYPE_CHECKING:
    import random

    from training.manner import Manner

STRAYS = (
    "|",
    "一",
    "· ·",
    "—",
    "ss",
    "“风",
    "~ Pe 3",
    "ii",
    "Le",
    "_",
    "》",
    "wy",
    "= =",
    "oe ，",
    "*",
)
SQUEEZED = frozenset("，。、；：？！”》）")
RARE = 0.0005  # share of lines fused with the next for no reason
OPENS = frozenset("“《（")


def read(rows: list[Row], how: Manner, dice: random.Random) -> list[Row]:
    """Give the rows of a page as the program of its regime writes them, blank lines and all."""
    for row in rows:
        if how.face.indent != "kept" or row.part != "body":
            row.bits[0].before = ""  # what is only place on the page is lost
    found = frames(rows, how.face.depth, dice)
    if how.loose and how.regime != "tesseract":
        found = banded(found, dice)
    if how.regime in ("raw", "pypdf"):
        rows = _in_file_order(found, how, dice)
        if how.shattered:
            rows = [piece for row in rows for piece in _shatter(row, dice)]
        return rows
    if how.regime == "pdfminer":
        return _miner(found, how, dice)
    if how.regime == "tesseract":
        return _tesseract(found, how, dice)
    return _physical(found, how, dice)


# ---- the order of the file: pdftotext -raw, pypdf, PyMuPDF


def _in_file_order(found: list[Frame], how: Manner, dice: random.Random) -> list[Row]:
    """Read the frames in the order of the file; what stands on one base line is one line."""
    order = dice.choices(("read", "heads last", "shuffled"), (60, 15, 25))[0]
    if order == "heads last":
        late = [frame for frame in found if frame.kind in ("head", "caption")]
        found = [frame for frame in found if frame not in late] + late
    elif order == "shuffled":
        dice.shuffle(found)
    gap = dice.choice((" ", " ", "")) if how.regime == "pypdf" else " "
    notes, heads = dice.choice((0.0, 0.75)), 0.2 if order == "heads last" else 0.0
    rows: list[Row] = []
    kind = ""
    for frame in found:
        for at, row in enumerate(frame.rows):
            chance = RARE
            if at == 0 and frame.kind == kind and len(row.text) < 24:
                chance = {"note": notes, "head": heads}.get(kind, 0.0)
            elif at == 0 and order == "shuffled":
                chance = 0.05
            if rows and dice.random() < chance and len(rows[-1].text) < 40:
                rows[-1] = fused(rows[-1], row, gap)
            else:
                rows.append(row)
        kind = frame.kind
    return rows


def _shatter(row: Row, dice: random.Random) -> list[Row]:
    """Break a row behind each squeezed mark, and at what opens."""
    if row.part != "body":
        return [row]
    text = row.bits[0].raw
    places = [
        at
        for at in range(1, len(text))
        if (text[at - 1] in SQUEEZED and dice.random() < 0.9)
        or ((text[at] in OPENS or text[at - 1] in OPENS) and dice.random() < 0.7)
    ]
    return split_row(row, places) if places else [row]


# ---- blocks on the page: pdftotext


def _physical(found: list[Frame], how: Manner, dice: random.Random) -> list[Row]:
    """Read block by block; where lines stand far apart, row by row over the columns."""
    found = _late_captions(found, dice)
    if how.layout:
        return laid_out(found, dice)
    rows: list[Row] = []
    for frame in found:
        rows += _column_rows(frame, how, dice)
    rows = _broken_heads(rows, dice)
    blanks(rows, how.ways, dice)
    return rows


def _column_rows(frame: Frame, how: Manner, dice: random.Random) -> list[Row]:
    """The rows of a frame, column by column or row by row."""
    columns = frame.columns()
    if frame.kind != "body" or len(columns) < 2:
        return frame.rows
    if how.loose:
        return rowwise(columns, dice)
    if dice.random() < how.beside:
        return beside(columns, dice, dice.choice((" ", " ", "  ", "    ")))
    if dice.random() < 0.08:  # what stands below a picture comes after the next column
        at = dice.randrange(len(columns) - 1)
        cut = dice.randrange(1, len(columns[at])) if len(columns[at]) > 1 else 0
        columns[at], rest = columns[at][:cut], columns[at][cut:]
        columns.insert(at + 2, rest)
    return [row for column in columns for row in column]


def _late_captions(found: list[Frame], dice: random.Random) -> list[Frame]:
    """Captions come after their column's article, or at the end of the page."""
    if dice.random() < 0.7:
        return found
    late = [frame for frame in found if frame.kind == "caption"]
    return [frame for frame in found if frame.kind != "caption"] + late


def _broken_heads(rows: list[Row], dice: random.Random) -> list[Row]:
    """Furniture, bylines and couplets with a wide gap fall into blocks of their own."""
    made: list[Row] = []
    late: list[tuple[int, Row]] = []
    for row in rows:
        places = [at for at, mark in enumerate(row.bits[0].raw) if mark.isspace()]
        chance = {"furniture": 0.8, "byline": 0.33, "title": 0.25}.get(row.kind, 0.0)
        if row.part == "body" or not places or dice.random() > chance:
            made.append(row)
            continue
        pieces = split_row(row, places)
        if row.kind == "title" and len(pieces) == 2 and dice.random() < 0.4:
            late.append((len(made) + dice.randint(1, 8), pieces.pop()))
            pieces[0].last = True
        made += pieces
    for at, row in reversed(late):
        row.first = True
        made.insert(min(at, len(made)), row)
    return made


# ---- boxes: pdfminer


def _miner(found: list[Frame], how: Manner, dice: random.Random) -> list[Row]:
    """Read boxes of lines that share an edge; where lines stand far apart, each is a box."""
    if dice.random() < 0.15:
        _swap_articles(found, dice)
    rows: list[Row] = []
    for frame in found:
        if frame.kind == "note" and rows and dice.random() < 0.08:
            at = dice.randrange(len(rows))
            rows[at:at] = frame.rows
            continue
        columns = frame.columns()
        if frame.kind == "body" and len(columns) > 1 and how.loose:
            rows += _slipped(rowwise(columns, dice), 0.25, 0.1, dice)
        elif frame.kind == "body":
            rows += _slipped(frame.rows, 0.25, 0.0, dice)
        else:
            rows += frame.rows
    for row, below in pairwise(rows):
        row.gap = int(dice.random() < 0.98) if how.loose else int(_apart(row, below, how, dice))
    return rows


def _swap_articles(found: list[Frame], dice: random.Random) -> None:
    """Let the right of two articles come before the left."""
    numbers = sorted({frame.article for frame in found if frame.article >= 0})
    if len(numbers) < 2:
        return
    at = dice.randrange(len(numbers) - 1)
    one, two = numbers[at], numbers[at + 1]
    left = [frame for frame in found if frame.article == one]
    right = [frame for frame in found if frame.article == two]
    start = found.index(left[0])
    found[:] = [frame for frame in found if frame.article not in (one, two)]
    found[start:start] = right + left


def _slipped(rows: list[Row], subheads: float, firsts: float, dice: random.Random) -> list[Row]:
    """Let a subhead or a first row change places with the row below."""
    rows = list(rows)
    for at in range(len(rows) - 1):
        chance = subheads if rows[at].kind == "subhead" else firsts if rows[at].first else 0.0
        if chance and dice.random() < chance and rows[at + 1].part == rows[at].part:
            rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return rows


def _edges(row: Row, how: Manner) -> tuple[float, float]:
    """Left and right edge of a row in ems, as it was set."""
    indented = row.first and how.face.indent == "lost" and row.kind == "para"
    left = 2.0 if indented else 0.0
    natural = left + size(row.text.strip(), how.face.half)
    width = row.room or float(how.face.width)
    hangs = natural > width and row.text[-1:] in SQUEEZED
    return left, natural if row.last or hangs or natural < width - 1.5 else width


def _apart(row: Row, below: Row, how: Manner, dice: random.Random) -> bool:
    """Whether a box ends between two rows of a page: no edge and no middle is shared."""
    if row.part != below.part or "note" in (row.part, below.part) or row.column != below.column:
        return True
    if row.part == "head":
        return row.bits[-1].block is not below.bits[0].block and dice.random() < 0.75
    if "subhead" in (row.kind, below.kind) or (row.kind == "caption") != (below.kind == "caption"):
        return dice.random() < 0.7
    if how.face.indent == "none" and row.last and how.ways.paragraph > 0:
        return True
    if dice.random() < 0.02:
        return True
    (left, right), (start, end) = _edges(row, how), _edges(below, how)
    near = 0.5
    return (
        abs(left - start) >= near
        and abs(right - end) >= near
        and abs(left + right - start - end) >= 2 * near
    )


# ---- blocks and slips: Tesseract


def _tesseract(found: list[Frame], how: Manner, dice: random.Random) -> list[Row]:
    """Read column by column; heads and furniture wander, some rubbish is read as text."""
    found = _wandering(_late_captions(found, dice), dice)
    rows: list[Row] = []
    for frame in found:
        columns = frame.columns()
        if frame.kind == "body" and len(columns) > 1 and dice.random() < how.beside:
            rows += beside(columns, dice, " " * dice.randint(6, 24))
        elif frame.kind == "body" and len(columns) > 1 and dice.random() < 0.03:
            rows += [row for column in (columns[1], columns[0], *columns[2:]) for row in column]
        else:
            rows += frame.rows
    rows = _littered(_torn_heads(rows, dice), dice)
    blanks(rows, how.ways, dice)
    return rows


def _wandering(found: list[Frame], dice: random.Random) -> list[Frame]:
    """Put heads and furniture elsewhere on some pages."""
    if dice.random() < 0.08:
        late = [frame for frame in found if frame.kind == "head"]
        return [frame for frame in found if frame.kind != "head"] + late
    made = list(found)
    for frame in found:
        chance = {"note": 0.1, "head": 0.03}.get(frame.kind, 0.0)
        if dice.random() < chance:
            made.remove(frame)
            made.insert(dice.randrange(len(made) + 1), frame)
    return made


def _torn_heads(rows: list[Row], dice: random.Random) -> list[Row]:
    """Tear some wide headlines into pieces that stand apart."""
    made: list[Row] = []
    late: list[tuple[int, Row]] = []
    for row in rows:
        length = len(row.bits[0].raw)
        if row.kind != "title" or length < 9 or dice.random() > 0.06:
            made.append(row)
            continue
        places = sorted(dice.sample(range(3, length - 2), dice.choice((1, 1, 2))))
        pieces = split_row(row, places)
        made.append(pieces[0])
        for piece in pieces[1:]:
            if dice.random() < 0.5:
                late.append((len(made) + dice.randint(0, 12), piece))
            else:
                made.append(piece)
    for at, row in reversed(late):
        made.insert(min(at, len(made)), row)
    return made


def _littered(rows: list[Row], dice: random.Random) -> list[Row]:
    """Put in what OCR makes of rules, pictures and dirt."""
    rows = list(rows)
    for _ in range(dice.choice((0, 0, 0, 1, 1, 3))):
        rows.insert(dice.randrange(len(rows) + 1), single("furniture", dice.choice(STRAYS)))
    return rows
