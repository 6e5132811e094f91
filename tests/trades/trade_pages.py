"""Pages of trade papers: the way in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from trades import trade_flow, trade_house, trade_programs, trade_scans
from trades.trade_ink import put
from trades.trade_plan import plan

if TYPE_CHECKING:
    from training.form import Page

KINDS: tuple[str, ...] = ("hard", "long", "mixed", "filed", "spread", "torn", "scanned")


def page(kind: str, seed: int) -> Page:
    """Make the page of a kind and a seed, always the same."""
    dice = Random(f"trades {kind} {seed}")
    house = trade_house.draw(dice, kind)
    sheet = plan(house, dice)
    if kind == "scanned":
        trade_scans.slip(sheet, dice)
    frames = trade_flow.ordered(sheet, dice)
    if kind in {"hard", "long", "mixed"}:
        rows = getattr(trade_flow, kind)(frames, house, dice)
    elif kind == "scanned":
        rows = trade_scans.scanned(sheet, frames, house, dice)
    else:
        rows = getattr(trade_programs, kind)(frames, house, dice)
    if kind in {"spread", "torn"} and dice.random() < 0.4:
        rows = trade_programs.columnwise(rows)
    end = {"spread": "\n\f", "torn": "\n\n\f", "scanned": "\n\f"}.get(kind, "\n")
    return put(rows, sheet, f"trade {kind} {seed}", end)
