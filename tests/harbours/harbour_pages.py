"""Artificial pages of harbour cities' dailies: `page(kind, seed)`."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from harbours.harbour_draft import Draft, Row, assemble
from harbours.harbour_filed import filed
from harbours.harbour_rows import run_on, spaced, stir
from harbours.harbour_scanned import scanned
from harbours.harbour_sheet import plan
from harbours.harbour_spread import spread, torn

if TYPE_CHECKING:
    from training.form import Page

KINDS: tuple[str, ...] = ("hard", "long", "mixed", "filed", "spread", "torn", "scanned")


def _hard(draft: Draft) -> list[Row]:
    return spaced(draft, stir(draft, draft.frames))


def _long(draft: Draft) -> list[Row]:
    pieces = draft.rng.choice((0, 0, 0, 0.03, 0.1, 0.25))
    frames = stir(draft, draft.frames)
    run_on(draft, frames, pieces)
    return spaced(draft, frames)


def _mixed(draft: Draft) -> list[Row]:
    stories = {frame.story for frame in draft.frames}
    some = {story for story in stories if draft.rng.random() < 0.5}
    frames = stir(draft, draft.frames)
    run_on(draft, frames, draft.rng.choice((0, 0.02, 0.1)), some)
    return spaced(draft, frames)


WRITERS = {
    "hard": _hard,
    "long": _long,
    "mixed": _mixed,
    "filed": filed,
    "spread": spread,
    "torn": torn,
    "scanned": scanned,
}


def page(kind: str, seed: int) -> Page:
    """Make one page of a kind; the same for the same seed."""
    rng = Random(f"harbours {kind} {seed}")
    draft = plan(rng)
    rows = WRITERS[kind](draft)
    while rows and not rows[-1]:
        rows.pop()
    end = "\n\f" if kind in ("spread", "torn") else rng.choice(("\n", "\n", ""))
    return assemble(draft, rows, f"harbour {kind} {seed}", end)
