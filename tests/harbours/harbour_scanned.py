"""Pages as Tesseract reads scans: slips, stray signs, columns run into each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harbours.harbour_filed import side_by_side
from harbours.harbour_rows import spaced, stir
from harbours.harbour_words import HERE

if TYPE_CHECKING:
    from random import Random

    from harbours.harbour_draft import Bit, Draft, Frame, Row

STRAYS = (
    "|",
    "—",
    "_ —",
    "= =",
    ".",
    "ˉ",
    "~",
    "| |",
    "■",
    "' .",
    "丨",
    "》",
    "ee",
    "—一一",
    "：",
    "i",
    "\\",
)


@cache
def likes() -> dict[str, tuple[str, ...]]:
    """Read which signs are read for which."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (HERE / "slips.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            for mark in line.split():
                found[mark] = tuple(one for one in line.split() if one != mark)
    return found


def slip(text: str, rng: Random, rate: float) -> str:
    """Misread some characters."""
    made: list[str] = []
    for mark in text:
        chance = rate * (3 if mark in "，。、“”「」：；" else 1)
        if rng.random() > chance:
            made.append(mark)
        elif mark in "，。、“”「」：；":
            made.append(rng.choice(("", ".", ",", "o", "、", "'")))
        elif mark in likes():
            made.append(rng.choice(likes()[mark]))
        else:
            made.append(mark if rng.random() < 0.75 else rng.choice("口一二丨囗冂"))
    slipped = "".join(made).strip()
    return slipped or text


def scanned(draft: Draft) -> list[Row]:
    """Write a page as it was read from a scan."""
    rng = draft.rng
    rate = rng.choice((0.002, 0.005, 0.01, 0.02, 0.05))
    wide = rng.random() < 0.22
    frames = stir(draft, draft.frames)
    lost = rng.random() < 0.5
    for frame in frames:
        for bit in frame.bits:
            if not bit.again:
                bit.text = slip(bit.text, rng, rate)
            if rng.random() < rate / 4:
                bit.text += rng.choice(("|", "_", ".", "'", "。", "丨"))
            bit.indent = "" if lost else bit.indent
            if wide:
                bit.shown = _spaced(bit.text, rng)
    if rng.random() < 0.25:
        _sink_heads(frames, rng)
    policy = rng.choice(("paras", "paras", "firsts", "random", "articles", "mess", "heads", "none"))
    rows = _segments(draft, frames, policy)
    return _strays(draft, rows)


def _spaced(text: str, rng: Random) -> str:
    """Put spaces between the characters, save some."""
    keep = rng.choice((0, 0.1, 0.5))
    made = ""
    for before, mark in zip(" " + text, text, strict=False):
        latin = before.isascii() and mark.isascii()
        made += mark if latin or not made or rng.random() < keep else " " + mark
    return made


def _sink_heads(frames: list[Frame], rng: Random) -> None:
    """Let some heads be lost between the lines of a body."""
    for frame in [one for one in frames if one.role == "head"]:
        bodies = [one for one in frames if one.role == "body" and one.story == frame.story]
        if bodies and rng.random() < 0.3:
            body = rng.choice(bodies)
            at = rng.randint(0, len(body.bits))
            body.bits[at:at] = frame.bits
            frames.remove(frame)


def _segments(draft: Draft, frames: list[Frame], policy: str) -> list[Row]:
    """Write the frames; some columns beside each other are read as one."""
    rng = draft.rng
    odds = rng.choice((0, 0, 0, 0.15, 0.4))
    rows: list[Row] = []
    held: list[Frame] = []
    at = 0
    while at < len(frames):
        pair = frames[at : at + 2]
        if all(one.role == "body" for one in pair) and len(pair) == 2 and rng.random() < odds:
            rows += [*spaced(draft, held, policy), []]
            tall = max(len(one.bits) for one in pair)
            gaps = [rng.choice(("", " ", " ", " | ".replace("|", " "))) for _ in range(tall)]
            rows += side_by_side(*(_plain(one) for one in pair), gaps)
            rows.append([])
            held = []
            at += 2
        else:
            held.append(pair[0])
            at += 1
    return rows + spaced(draft, held, policy)


def _plain(frame: Frame) -> list[Bit]:
    return frame.bits


def _strays(draft: Draft, rows: list[Row]) -> list[Row]:
    """Strew signs that were read from rules and pictures."""
    rng = draft.rng
    odds = rng.choice((0, 0, 0.01, 0.03))
    made: list[Row] = []
    for cells in rows:
        if rng.random() < odds:
            made.append([("", draft.stray(rng.choice(STRAYS)))])
            if rng.random() < 0.5:
                made.append([])
        made.append(cells)
    return made
