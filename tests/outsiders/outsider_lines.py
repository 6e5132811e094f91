"""Set text in lines: what may not start or end a line, and how wide a character is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

from outsiders.outsider_texts import pairs

SPACES = " 　"
NO_START = set("。，、；：？！）》」』”’…—％%·,;:?!).〉")
NO_END = set("（《“‘「『(〈")
HANGS = set("。，、；：？！,.;:?!")
SQUEEZED = set("。，、；：？！）（《》“”‘’「」『』")
_ATOM = re.compile(r"[０-９]+[％]?|[0-9]+(?:[.,:][0-9]+)*[%％℃]?|[A-Za-z]+|——|……|.", re.DOTALL)

Span = tuple[int, int]


def breadth(text: str) -> float:
    """Give the width of a text in ems."""
    return sum(0.5 if mark < "\u0100" else 1.0 for mark in text)


def wrap(text: str, width_at: Callable[[int], int], kinsoku: str, indent: int) -> list[Span]:
    """Break a text into lines: the n-th is `width_at(n)` ems wide, the first less its indent."""
    atoms = [match.span() for match in _ATOM.finditer(text)]
    found: list[Span] = []
    at = 0
    while at < len(atoms):
        if text[atoms[at][0]] in SPACES and found:
            at += 1
            continue
        room = width_at(len(found)) - (0 if found else indent)
        end = _line_end(text, atoms, at, room, kinsoku)
        found.append((atoms[at][0], atoms[end - 1][1]))
        at = end
    return [_trim(text, span) for span in found]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while end > start + 1 and text[end - 1] in SPACES:
        end -= 1
    while start < end - 1 and text[start] in SPACES:
        start += 1
    return start, end


def _line_end(text: str, atoms: list[Span], at: int, room: float, kinsoku: str) -> int:
    """Give the atom behind the line that starts with atom `at`."""
    end, used = at, 0.0
    while end < len(atoms) and used + _wide(text, atoms[end]) <= room:
        used += _wide(text, atoms[end])
        end += 1
    if end >= len(atoms):
        return end
    end = max(end, at + 1)
    return _mend(text, atoms, (at, end), room - used, kinsoku)


def _wide(text: str, atom: Span) -> float:
    return breadth(text[atom[0] : atom[1]])


def _mend(text: str, atoms: list[Span], line: Span, left: float, kinsoku: str) -> int:
    """Move a line's end until no mark stands where it may not."""
    at, end = line
    if kinsoku == "none":
        return end
    run = end
    while run < len(atoms) and _mark(text, atoms[run]) in NO_START:
        run += 1
    over = sum(_wide(text, atom) for atom in atoms[end:run]) - left
    if run > end and _fits(text, atoms, (at, end, run), over, kinsoku):
        return run
    back = end
    while back > at + 1 and (
        (back < len(atoms) and _mark(text, atoms[back]) in NO_START)
        or _mark(text, atoms[back - 1]) in NO_END
    ):
        back -= 1
    return back if back > at + 1 else max(run, at + 1)


def _fits(
    text: str, atoms: list[Span], line: tuple[int, int, int], over: float, kinsoku: str
) -> bool:
    at, end, run = line
    if kinsoku == "hang":
        return run == end + 1 and _mark(text, atoms[end]) in HANGS
    if kinsoku == "squeeze":
        marks = sum(_mark(text, atom) in SQUEEZED for atom in atoms[at:run])
        return over <= marks * 0.5 and over <= 2
    return False


def _mark(text: str, atom: Span) -> str:
    return text[atom[0]]


def cut_head(text: str, breaks: tuple[int, ...], room: float, *, split: bool) -> list[Span]:
    """Break a headline: at a phrase where it can be, else where the lines come out even."""
    if breadth(text) <= room and not (split and breaks):
        return [(0, len(text))]
    return [_trim(text, span) for span in _halved(text, breaks, (0, len(text)), room)]


def _halved(text: str, breaks: tuple[int, ...], span: Span, room: float) -> list[Span]:
    """Break a part of a headline in two, and again what is still too wide."""
    start, end = span
    cut = _cut(text, breaks, span)
    if not start < cut < end:
        return [span]
    found: list[Span] = []
    for part in ((start, cut), (cut, end)):
        wide = breadth(text[part[0] : part[1]].strip()) > room
        found += _halved(text, breaks, part, room) if wide else [part]
    return found


def _cut(text: str, breaks: tuple[int, ...], span: Span) -> int:
    start, end = span
    aim = (start + end) / 2
    near = [at for at in breaks if start < at < end and abs(at - aim) <= max(3, (end - start) / 3)]
    if near:
        return min(near, key=lambda at: abs(at - aim))
    edges = {match.start() for match in _ATOM.finditer(text)}
    good = [
        at
        for at in range(start + 2, end - 1)
        if at in edges and text[at] not in NO_START | {" "} and text[at - 1] not in NO_END
    ]
    cost = {at: abs(at - aim) + 3 * _quoted(text, at) + _bond(text, at) for at in good}
    return min(good, key=cost.__getitem__) if good else end


def _bond(text: str, at: int) -> float:
    """Tell how much the two characters at a place belong together."""
    return 0.8 * min(4, pairs()[text[at - 1 : at + 1]])


def _quoted(text: str, at: int) -> bool:
    """Tell whether a quotation is open at a place."""
    return sum(text.count(mark, 0, at) for mark in "“《") > sum(
        text.count(mark, 0, at) for mark in "”》"
    )
