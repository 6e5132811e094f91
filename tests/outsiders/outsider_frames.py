"""Blocks set in frames: headlines over columns of lines, captions at pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from outsiders.outsider_lines import breadth, cut_head, wrap

if TYPE_CHECKING:
    from random import Random

    from outsiders.outsider_blocks import Draft
    from outsiders.outsider_house import House


@dataclass(slots=True)
class Part:
    """A piece of a block: ``text[start:end]``."""

    block: int
    start: int
    end: int
    again: bool = False


@dataclass(slots=True)
class Row:
    """A printed line. `first` and `last` say whether a block starts or ends in it."""

    parts: list[Part]
    first: bool = False
    last: bool = False
    lead: str = ""
    verse: bool = False


@dataclass(slots=True)
class Frame:
    """Lines that stand together in the file. `area`: head, body, caption, label, furniture."""

    area: str
    article: int
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Laid:
    """An article as it is set."""

    article: int
    heads: Frame
    columns: list[Frame]
    captions: list[Frame]


def lay(rng: Random, house: House, drafts: list[Draft], base: int) -> Laid:
    """Set the blocks of one article; `base` is the number of its first block on the page."""
    article = drafts[0].article
    width = house.widths[0] if rng.random() < 0.6 else rng.choice(house.widths)
    size = sum(breadth(draft.text) for draft in drafts if draft.form != "head")
    columns = max(1, min(5, round(size / width / rng.randint(9, 26))))
    laid = Laid(article, Frame("head", article), [], [])
    room = max(8, min(24, int(columns * width / rng.choice((1.3, 1.6, 2.0)))))
    rows: list[Row] = []
    height = max(4, -(-int(size / width + len(drafts) / 2 + 1) // columns))
    narrow = _narrow(rng, house, width, height * columns)
    for place, draft in enumerate(drafts, base):
        if draft.form == "head":
            laid.heads.rows += _head_rows(rng, draft, place, room)
        elif draft.kind == "caption":
            laid.captions.append(_caption(rng, house, draft, place, width))
        else:
            rows += _body_rows(house, draft, place, (width, narrow, len(rows)))
    if rng.random() < 0.25 and laid.heads.rows:
        _centre(rng, laid.heads.rows)
    for start in range(0, len(rows), height):
        laid.columns.append(Frame("body", article, rows[start : start + height]))
    _no_lone_row(laid)
    long, torn = _long(rng, house), house.kind == "mixed" and rng.random() < 0.2
    for frame in laid.columns:
        if long != (torn and rng.random() < 0.5):
            frame.rows = _joined(rng, frame.rows)
    return laid


def _no_lone_row(laid: Laid) -> None:
    if len(laid.columns) > 1 and len(laid.columns[-1].rows) <= 2:
        laid.columns[-2].rows += laid.columns.pop().rows


def _long(rng: Random, house: House) -> bool:
    return house.kind == "long" or (house.kind == "mixed" and rng.random() < 0.5)


def _narrow(rng: Random, house: House, width: int, total: int) -> tuple[int, int, int]:
    """Say between which lines a picture stands in the text, and how narrow it makes them."""
    if rng.random() >= house.pictures or total < 14 or width < 11:
        return 0, 0, width
    start = rng.randint(0, total - 10)
    ratio = rng.choice((0.5, 0.6, 0.7, 0.8))
    return start, start + rng.randint(5, 14), max(8, round(width * ratio))


def _head_rows(rng: Random, draft: Draft, place: int, room: int) -> list[Row]:
    wide = room if draft.kind == "title" else round(room * 1.3)
    wide = max(wide, 14) if draft.kind == "byline" else wide
    split = draft.kind == "title" and rng.random() < 0.15
    spans = cut_head(draft.text, draft.breaks, wide, split=split)
    for one, two in pairwise(spans):
        if two[0] > one[1]:  # a couplet on two lines reads with a plain space
            draft.text = draft.text[: one[1]] + " " + draft.text[two[0] :]
    return _rows(place, spans)


def _rows(place: int, spans: list[tuple[int, int]]) -> list[Row]:
    rows = [Row([Part(place, start, end)]) for start, end in spans]
    rows[0].first = True
    rows[-1].last = True
    return rows


def _centre(rng: Random, rows: list[Row]) -> None:
    for row in rows:
        row.lead = rng.choice((" ", "  ", "　", "    "))


def _caption(rng: Random, house: House, draft: Draft, place: int, width: int) -> Frame:
    wide = max(8, min(30, rng.choice((width, width, round(width * 1.6), round(width * 0.7)))))
    spans = wrap(draft.text, lambda _: wide, house.kinsoku, 0)
    if house.kind == "long":
        spans = [(0, len(draft.text))]
    return Frame("caption", draft.article, _rows(place, spans))


def _body_rows(
    house: House, draft: Draft, place: int, frame: tuple[int, tuple[int, int, int], int]
) -> list[Row]:
    width, (start, end, small), done = frame
    if draft.kind == "verse":
        return _verse(draft, place)
    bare = draft.form in ("subhead", "row", "signature")
    indent = 0 if bare or house.indent == "never" else 2
    spans = wrap(
        draft.text,
        lambda line: small if start <= done + line < end else width,
        house.kinsoku,
        indent,
    )
    rows = _rows(place, spans)
    if indent and house.indent == "kept":
        rows[0].lead = "　　"
    if draft.form == "signature" and len(rows) == 1 and house.indent == "kept":
        rows[0].lead = "　" * max(0, int(width - breadth(draft.text)) - done % 2)
    return rows


def _verse(draft: Draft, place: int) -> list[Row]:
    spans, at = [], 0
    for line in draft.text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    rows = _rows(place, spans)
    for row in rows:
        row.verse = True
    return rows


def _joined(rng: Random, rows: list[Row]) -> list[Row]:
    """Join the lines of each paragraph within one column, as some programs do."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if (
            before
            and not row.verse
            and before.parts[0].block == row.parts[0].block
            and not (before.first and before.parts[0].end < 40 and rng.random() < 0.04)
        ):
            before.parts[0].end = row.parts[0].end
            before.last = row.last
        else:
            found.append(row)
    return found
