"""Blank lines: where a page has them, by its ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from training.manner import Ways
    from training.setting import Row


def blanks(rows: list[Row], ways: Ways, dice: random.Random) -> None:
    """Say for each row how many blank lines stand behind it."""
    for at in range(len(rows) - 1):
        if rows[at].part == "across" == rows[at + 1].part:
            continue  # read row by row: its blanks are known
        rows[at].gap = _between(rows[at], rows[at + 1], ways, dice) * ways.times


def _between(row: Row, below: Row, ways: Ways, dice: random.Random) -> int:
    if row.part == "note" or below.part == "note":
        return dice.choice(ways.note)
    if row.part == "head":
        if below.part == "head" and below.bits[0].block.article == row.bits[0].block.article:
            return dice.choice(ways.between)
        return dice.choice(ways.above if below.part == "head" else ways.under)
    if below.part == "head":
        return dice.choice(ways.above)
    if row.column != below.column and (not row.last or dice.random() < ways.ends):
        return dice.choice(ways.many) if dice.random() < ways.column else 0
    if ways.subhead is not None and "subhead" in (row.kind, below.kind):
        return int(dice.random() < ways.subhead)
    if row.kind == "verse":
        if row.last and below.kind == "verse":
            return 1  # stanzas are parted
        chance = ways.paragraph if row.last else ways.inside
    elif row.last:
        chance = ways.paragraph
    else:
        chance = ways.first if row.first else ways.inside
    return int(dice.random() < chance)
