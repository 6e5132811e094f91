"""Rows of a page: blank lines as a house has them, lines joined, frames out of their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harbours.harbour_draft import Bit, Draft, Frame, Row, joined, row

if TYPE_CHECKING:
    from random import Random


def spaced(draft: Draft, frames: list[Frame], policy: str = "") -> list[Row]:
    """Give the lines of the frames, with blank lines by the policy of the house."""
    policy = policy or draft.house.blanks
    rows: list[Row] = []
    last: tuple[Frame, Bit] | None = None
    noise = draft.rng.choice((0, 0, 0, 0.01, 0.03))
    for frame in frames:
        for bit in frame.bits:
            if last:
                count = _blanks(draft, policy, last, (frame, bit))
                if draft.rng.random() < noise:
                    count = 1 - min(count, 1)
                rows += [[] for _ in range(count)]
            rows.append(row(bit))
            last = frame, bit
    return rows


def _blanks(draft: Draft, policy: str, last: tuple[Frame, Bit], this: tuple[Frame, Bit]) -> int:
    """Tell how many blank lines stand between two lines."""
    rng: Random = draft.rng
    (frame, before), (next_frame, bit) = last, this
    new = next_frame.story != frame.story or "furniture" in (bit.kind, before.kind)
    new = new or "section" in (bit.kind, before.kind)
    head, headed = next_frame.role == "head", frame.role == "head"
    seam = next_frame is not frame and frame.role == next_frame.role == "body"
    fixed = {
        "all": 1,
        "none": 0,
        "random": int(rng.random() < (0.5 if bit.first else 0.12)),
        "mess": rng.choice((1, 1, 2, 3)) if rng.random() < 0.12 else 0,
    }
    if policy in fixed:
        return fixed[policy]
    if policy == "ends" and seam:
        return 3
    if policy == "firsts" and before.kind == "para" and before.first and not before.last:
        return 1
    if new:
        return 1
    if head and headed:
        return int(draft.house.head_blanks and bit.first)
    if policy == "heads":
        return int(head or headed)
    if policy == "paras":
        return int(bit.first)
    return int(draft.house.head_blanks and headed)


def run_on(draft: Draft, frames: list[Frame], pieces: float, only: set[int] | None = None) -> None:
    """Join the lines of a block that stand in one frame, as some extractors do."""
    for frame in frames:
        if only is not None and frame.story not in only:
            continue
        if frame.role == "head" and draft.house.head_blanks:
            continue
        made: list[Bit] = []
        for bit in frame.bits:
            held = made[-1] if made else None
            same = held and held.block == bit.block and not held.again and not bit.again
            if not same or bit.kind == "verse" or draft.rng.random() < pieces:
                made.append(bit)
                continue
            text = joined(held.text, bit.text, draft.inks[bit.block].glue)
            made[-1] = replace(held, text=text, last=bit.last)
        frame.bits = made


def stir(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """Put some frames of a page out of their places: gathered heads, a column gone astray."""
    rng = draft.rng
    frames = list(frames)
    if rng.random() < 0.12:
        frames = gather(frames, rng)
    if rng.random() < 0.08:
        bodies = [frame for frame in frames if frame.role == "body"]
        if len(bodies) > 2:
            moved = rng.choice(bodies)
            frames.remove(moved)
            frames.insert(rng.randint(0, len(frames)), moved)
    if rng.random() < 0.05:
        fixed = [frame for frame in frames if frame.role == "furniture"]
        for frame in fixed[:2]:
            frames.remove(frame)
            frames.insert(rng.randint(0, len(frames)), frame)
    return frames


def gather(frames: list[Frame], rng: Random) -> list[Frame]:
    """Print the heads of some articles above all their bodies, at times in another order."""
    last = max(frame.story for frame in frames)
    if last < 1:
        return frames
    first = rng.randint(0, last - 1)
    mine = range(first, min(last, first + rng.choice((1, 1, 2))) + 1)
    groups = [[f for f in frames if f.story == one and f.role == "head"] for one in mine]
    if rng.random() < 0.3:
        rng.shuffle(groups)
    heads = [frame for group in groups for frame in group]
    kept = [frame for frame in frames if frame not in heads]
    at = next(place for place, frame in enumerate(kept) if frame.story == first)
    if kept[at].role == "label":
        at += 1
    return kept[:at] + heads + kept[at:]
