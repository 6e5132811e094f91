"""Pages in the order of the file, as pdftotext -raw, pypdf and PyMuPDF give them."""

from __future__ import annotations

import re

from harbours.harbour_draft import Bit, Draft, Frame, Row, row
from harbours.harbour_rows import gather, spaced

FONTS = re.compile(
    r"(?<=[】）])(?=[一-鿿])|(?<=[一-鿿])(?=[A-Za-z0-9])|(?<=[0-9A-Za-z])(?=[一-鿿])"
)
DIGITS = re.compile(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")


def filed(draft: Draft) -> list[Row]:
    """Write the frames in the order of the file."""
    rng = draft.rng
    frames = _ordered(draft)
    if rng.random() < 0.5:
        lost = rng.choice(("", "", " ", "  ", "　　"))
        for frame in frames:
            for bit in frame.bits:
                bit.indent = lost if bit.indent else ""
    at_digits = rng.random() < 0.3
    cut = rng.choice((0, 0, 0, 0.3, 0.8))
    for frame in frames:
        if cut:
            frame.bits = [piece for bit in frame.bits for piece in _split(draft, bit, cut)]
        if at_digits:
            for bit in frame.bits:
                bit.shown = DIGITS.sub(" ", bit.text) if bit.kind != "verse" else ""
    policy = rng.choice(("none", "none", "none", "none", "articles", "heads", "mess"))
    rows = spaced(draft, frames, policy)
    return _fused(draft, rows) if rng.random() < 0.35 else rows


def _ordered(draft: Draft) -> list[Frame]:
    """Put the frames in an order in which a program of layout may have written them."""
    rng, frames = draft.rng, list(draft.frames)
    ranks = {"furniture": 2, "label": 2, "head": 2, "body": 2, "caption": 2}
    way = rng.choice(("read", "read", "heads", "furniture", "shuffle", "captions", "gather", "odd"))
    if way == "heads":
        ranks["head"] = 3
    if way in ("furniture", "odd"):
        ranks["furniture"] = ranks["label"] = rng.choice((1, 4))
    if way in ("captions", "odd"):
        ranks["caption"] = 3
    if way in ("shuffle", "odd"):
        stories = list({frame.story for frame in frames})
        rng.shuffle(stories)
        frames.sort(key=lambda frame: stories.index(frame.story))
    if way == "gather":
        frames = gather(frames, rng)
    if way in ("heads", "odd") and rng.random() < 0.5:
        # heads after the body of their own article
        return sorted(frames, key=lambda one: (_place(frames, one), ranks[one.role]))
    return sorted(frames, key=lambda frame: ranks[frame.role])


def _place(frames: list[Frame], frame: Frame) -> int:
    """Give the place of the first frame of the same article."""
    if frame.story < 0:
        return frames.index(frame)
    return next(at for at, one in enumerate(frames) if one.story == frame.story)


def _split(draft: Draft, bit: Bit, odds: float) -> list[Bit]:
    """Split a line where its font changes."""
    if bit.kind in ("verse", "furniture"):
        return [bit]
    found = FONTS.search(bit.text, 1)
    if not found or draft.rng.random() > odds:
        return [bit]
    return bit.cut(found.start())


def _fused(draft: Draft, rows: list[Row]) -> list[Row]:
    """Print some pieces that stand on one base line as one line."""
    rng, made = draft.rng, []
    for cells in rows:
        held = made[-1] if made else None
        loose = cells and held and len(held) == 1 and cells[0][1].kind != "verse"
        if loose and cells[0][1].block != held[0][1].block and rng.random() < 0.12:
            gap = rng.choice(("", " ", " ", "  "))
            made[-1] = [*held, (gap + cells[0][0], cells[0][1])]
        else:
            made.append(cells)
    return made


def side_by_side(one: list[Bit], two: list[Bit], gaps: list[str]) -> list[Row]:
    """Print two columns side by side; a gap for each line."""
    made: list[Row] = []
    for at in range(max(len(one), len(two))):
        left, right = one[at : at + 1], two[at : at + 1]
        if left and right:
            made.append(row(left[0], right[0], gap=gaps[at]))
        else:
            made.append(row(*(left or right)))
            if not left:
                made[-1] = [(gaps[at] * 2 + right[0].indent, right[0])]
    return made
