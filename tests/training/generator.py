"""Artificial newspaper pages to train and to judge the repair engine on.

`page(seed)` gives the same page for the same seed. Nothing on it is copied from a paper: the
articles are our own (`texts`), the rest comes from a small grammar (`newspaper`, `reporter`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.form import Block, Cell, Page
from training.gaps import blanks
from training.layout import Compositor, Printed, cut_off, order
from training.manner import PLAIN, REGIMES, Manner, draw
from training.readers import read
from training.spoiling import spoil

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from newspaper import Story
    from training.setting import Bit, Draft, Row

SHORTEST = 20  # rows of a page, about: a single article that is shorter gets another
ENDS = {"raw": "\n\f", "pdftotext": "\n\n\f", "pdfminer": "\n\n\f", "tesseract": "\n"}
EDGES = (("", ""), ("", " "), (" ", ""), ("  ", "  "), ("", "　"))  # white space at line ends

__all__ = ["REGIMES", "page"]


def page(
    seed: int, regime: str | None = None, *, share: str = "train", told: Iterable[Story] = ()
) -> Page:
    """Make a page.

    `regime` is one of REGIMES, or drawn (torn: hard, long or mixed with stray columns); `share`
    (train, calibrate, test, all) says from which articles: none is in two of the first three.
    Stories that others `told` are set before those. ValueError for a regime that is none.
    """
    how = draw(seed, regime)
    salt = seed * len(REGIMES) + REGIMES.index(regime or how.regime)
    compositor = Compositor(salt, how, share)
    dice = compositor.dice
    compositor.teller.told = list(told)
    articles = _articles(compositor)
    if how.open_end and articles[-1].columns:
        cut_off(articles[-1].columns[-1], dice)
    rows = _page_rows(compositor, order(articles, how, dice))
    if how.regime in PLAIN:
        blanks(rows, how.ways, dice)
    else:
        rows = read(rows, how, dice)
    spoil(rows, how, dice)
    made = assemble(rows, how, dice)
    made.name = f"{regime or how.regime}-{seed}"
    return made


def _articles(compositor: Compositor) -> list[Printed]:
    """Set articles until the page is full."""
    how, dice = compositor.how, compositor.dice
    most = {"one": 1, "briefs": dice.randint(6, 12), "sparse": 2}.get(how.shape, 9)
    made: list[Printed] = []
    length = 0
    full = max(1, how.length * (0.75 if how.long else 0.9))
    while length < min(SHORTEST, full) or (len(made) < most and length < full):
        article = compositor.article(len(made))
        made.append(article)
        length += article.rows() + len(article.head) + 2
    return made


def _page_rows(compositor: Compositor, strips: list[list[Row]]) -> list[Row]:
    """Put the strips one under another, with furniture round and between them."""
    how, dice, furnisher = compositor.how, compositor.dice, compositor.furnisher
    rows: list[Row] = []
    seen: set[int] = set()
    if dice.random() < how.notes:
        rows += furnisher.masthead()
    label: Row | None = None
    if dice.random() < how.notes * 0.4:
        label = furnisher.label()
        rows.append(label)
    if dice.random() < how.notes * 0.15:
        rows += furnisher.index()
    for at, strip in enumerate(strips):
        first = strip[0].bits[0].block
        if first.kind == "section":
            label = strip[0]
        elif label and first.article >= 0 and first.article not in seen:
            label.bits[0].block.over.append(first.article)
        seen.add(first.article)
        if at and strip[0].part == "head" and dice.random() < how.notes * 0.2:
            rows += furnisher.between()
        rows += strip
    if dice.random() < how.notes * 0.15:
        rows += furnisher.index()
    if dice.random() < how.notes * 0.8:
        rows += furnisher.foot()
    return rows


def assemble(rows: list[Row], how: Manner, dice: random.Random) -> Page:
    """Write the rows down, and say where each part of each block stands."""
    marks: list[tuple[int, int, Bit]] = []
    plain = how.regime in PLAIN
    edges = dice.choices(EDGES, (20, 1, 1, 1, 1))[0] if plain else EDGES[0]
    empty = dice.choice(("", "", "", "", "", " ", "　")) if plain else ""
    lines: list[str] = [""] * (dice.choice((0, 0, 0, 1, 2)) if plain else 0)
    at = len(lines)
    for row in rows:
        line = edges[0] if dice.random() < 0.8 else ""
        for bit in row.bits:
            line += bit.before
            start = at + len(line) + len(bit.raw) - len(bit.raw.lstrip())
            line += bit.raw
            marks.append((start, at + len(line.rstrip()), bit))
        line += edges[1] if dice.random() < 0.8 else ""
        lines.append(line)
        lines += [empty] * row.gap
        at += len(line) + 1 + row.gap * (len(empty) + 1)
    end = ENDS.get(how.regime) or "\n" * dice.choice((0, 1, 1, 3))
    raw = "\n".join(lines) + end * (how.regime != "pypdf")
    return _page(raw, marks)


def _page(raw: str, marks: list[tuple[int, int, Bit]]) -> Page:
    """Number the blocks in reading order: what is in no article after what stood before it."""
    bits: dict[Draft, list[Bit]] = {}
    for _, _, bit in marks:
        bits.setdefault(bit.block, []).append(bit)
    articles: dict[int, list[Draft]] = {}
    behind: dict[Draft | None, list[Draft]] = {}
    last: Draft | None = None
    for block in bits:
        if block.article < 0:
            behind.setdefault(last, []).append(block)
        else:
            articles.setdefault(block.article, []).append(block)
            last = block
    ordered = list(behind.get(None, ()))
    for blocks in articles.values():
        for block in _as_read(blocks):
            ordered.append(block)
            ordered += behind.get(block, ())
    numbers = {article: at for at, article in enumerate(articles)}
    places = {block: at for at, block in enumerate(ordered)}
    ranks: dict[Bit, int] = {}
    blocks: list[Block] = []
    for block in ordered:
        told = sorted(bits[block], key=lambda bit: (bit.order, bit.again))
        fresh = [bit for bit in told if not bit.again]
        ranks |= {bit: at for at, bit in enumerate(fresh)}
        for bit in told:
            if bit.again:  # it stands beside the part that it repeats
                ranks[bit] = sum(known.order < bit.order for known in fresh)
        text = "".join((bit.join if at else "") + bit.clean for at, bit in enumerate(fresh))
        blocks.append(Block(block.kind, text, numbers.get(block.article, -1)))
    cells = [
        Cell(start, end, places[bit.block], ranks[bit], bit.again) for start, end, bit in marks
    ]
    return Page(raw, blocks, cells, _sections(ordered, numbers))


def _as_read(blocks: list[Draft]) -> list[Draft]:
    """The blocks of an article as they read: by their numbers in the article."""
    return sorted(blocks, key=lambda block: block.place)


def _sections(ordered: list[Draft], numbers: dict[int, int]) -> dict[int, int]:
    """Which label stands over which articles."""
    found: dict[int, int] = {}
    for at, block in enumerate(ordered):
        if block.kind == "section":
            for article in block.over:
                if article in numbers:
                    found[numbers[article]] = at
    return found
