"""Pages in physical order, as pdftotext without flags gives them; and boxes of pdfminer."""

from __future__ import annotations

from harbours.harbour_draft import Bit, Draft, Frame, Row, row
from harbours.harbour_filed import side_by_side
from harbours.harbour_lines import width


def spread(draft: Draft) -> list[Row]:
    """Write block after block with blank lines between."""
    rng = draft.rng
    rows: list[Row] = []
    near = rng.choice((0, 0, 0.1, 0.3))
    within = rng.random() < 0.25
    frames = _physical(draft)
    at = 0
    while at < len(frames):
        frame = frames[at]
        other = frames[at + 1] if at + 1 < len(frames) else None
        beside = other and frame.role == other.role == "body" and frame.y == other.y
        if beside and rng.random() < near:
            rows += _beside(frame, other)
            at += 1
        else:
            rows += _block(draft, frame, within=within)
        at += 1
        same = other and frame.role == other.role == "head" and frame.story == other.story
        if not same or not draft.house.head_blanks:
            rows.append([])
    return rows


def _block(draft: Draft, frame: Frame, *, within: bool) -> list[Row]:
    rows: list[Row] = []
    for place, bit in enumerate(frame.bits):
        if place and bit.first and (within or bit.kind == "subhead") and draft.rng.random() < 0.7:
            rows.append([])
        rows.append(row(bit))
    return rows


def _beside(one: Frame, two: Frame) -> list[Row]:
    """Print two columns side by side, the second at its tab."""
    tab = max(width(bit.indent + bit.look()) for bit in one.bits) + 1
    gaps = []
    for at in range(max(len(one.bits), len(two.bits))):
        left = width(one.bits[at].indent + one.bits[at].look()) if at < len(one.bits) else tab / 2
        gaps.append(" " * max(2, round(2 * (tab - left))))
    return side_by_side(one.bits, two.bits, gaps)


def _physical(draft: Draft) -> list[Frame]:
    """Order the frames as they stand: mostly article by article, heads at times elsewhere."""
    rng = draft.rng
    way = rng.choice(("read", "read", "read", "shelves", "inside", "after"))
    frames = list(draft.frames)
    if way == "shelves":
        top = [frame for frame in frames if frame.story < 0]
        rest = sorted(
            (frame for frame in frames if frame.story >= 0),
            key=lambda frame: (frame.role == "body") * 0.5 + frame.y // 12,
        )
        frames = top + rest
    if way in ("inside", "after"):
        for story in sorted({frame.story for frame in frames if frame.story >= 0}):
            heads = [f for f in frames if f.story == story and f.role == "head"]
            bodies = [f for f in frames if f.story == story and f.role == "body"]
            if not heads or not bodies or rng.random() < 0.6:
                continue
            for frame in heads:
                frames.remove(frame)
            at = frames.index(bodies[-1 if way == "after" else len(bodies) // 2])
            at += way == "after"
            frames[at:at] = heads
    return frames


def torn(draft: Draft) -> list[Row]:
    """Write boxes, each with a blank line behind it, often in a wrong order."""
    rng = draft.rng
    boxes = [box for frame in draft.frames for box in _boxes(draft, frame)]
    way = rng.choice(("read", "read", "down", "bands", "jumble", "tails"))
    if way == "down":
        boxes.sort(key=lambda box: (box.x, box.y))
    elif way == "bands":
        band = rng.choice((6, 10, 20))
        boxes.sort(key=lambda box: (box.y // band, box.x, box.y))
    elif way == "jumble":
        for _ in range(max(1, len(boxes) // 6)):
            box = boxes.pop(rng.randrange(len(boxes)))
            boxes.insert(rng.randint(0, len(boxes)), box)
    elif way == "tails":
        tails = [box for box in boxes if len(box.bits) == 1 and rng.random() < 0.3]
        boxes = [box for box in boxes if box not in tails] + tails
    rows: list[Row] = []
    for box in boxes:
        rows += [row(bit) for bit in box.bits]
        rows.append([])
    return rows


def _boxes(draft: Draft, frame: Frame) -> list[Frame]:
    """Cut a frame into boxes at left edges and gaps."""
    rng, house = draft.rng, draft.house
    edge = bool(house.inset) and frame.role == "body"
    sharp = rng.choice((1, 1, 0.7, 0.2)) if edge else 0
    found: list[Frame] = []
    held: list[Bit] = []
    start = frame.y
    for at, bit in enumerate(frame.bits):
        before = held[-1] if held else None
        apart = before is not None and before.kind != bit.kind
        indented = edge and bit.first and bit.kind == "para" and rng.random() < sharp
        back = edge and before is not None and before.first and before.kind == "para"
        back = back and bit.block == before.block and rng.random() < sharp * 0.9
        if held and (apart or indented or back):
            found.append(Frame(frame.role, frame.story, held, frame.x, start, frame.measure))
            held, start = [], frame.y + at
        if house.indent:
            bit.indent = "" if sharp else bit.indent
        pieces = [bit]
        if frame.role == "body" and rng.random() < 0.004 and len(bit.text) > 4:
            pieces = bit.cut(rng.choice((1, len(bit.text) - 1)))
        held.append(pieces[0])
        for piece in pieces[1:]:
            found.append(Frame(frame.role, frame.story, held, frame.x, start, frame.measure))
            held, start = [piece], frame.y + at
    if held:
        found.append(Frame(frame.role, frame.story, held, frame.x, start, frame.measure))
    return found
