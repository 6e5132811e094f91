"""Set text in lines: what may not start or end a line, and how wide a character is."""

from __future__ import annotations

import re
from collections.abc import Callable

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
        if text[atoms[at][0]] == " " and found:
            at += 1
            continue
        room = width_at(len(found)) - (0 if found else indent)
        end = _line_end(text, atoms, at, room, kinsoku)
        found.append((atoms[at][0], atoms[end - 1][1]))
        at = end
    return [_trim(text, span) for span in found]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
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
    wide = breadth(text)
    if wide <= room and not (split and breaks):
        return [(0, len(text))]
    pieces = max(2, int(-(-wide // room)))
    cuts = [0]
    for piece in range(1, pieces):
        cuts.append(_cut(text, breaks, len(text) * piece // pieces, cuts[-1]))
    cuts = sorted({cut for cut in cuts if cut < len(text)})
    spans = list(zip(cuts, [*cuts[1:], len(text)], strict=True))
    return [_trim(text, span) for span in spans if text[span[0] : span[1]].strip()]


def _cut(text: str, breaks: tuple[int, ...], aim: int, after: int) -> int:
    near = [at for at in breaks if at > after and abs(at - aim) <= max(3, len(text) // 4)]
    if near:
        return min(near, key=lambda at: abs(at - aim))
    edges = {match.start() for match in _ATOM.finditer(text)}
    good = [
        at
        for at in range(after + 2, len(text) - 1)
        if at in edges and text[at] not in NO_START | {" "} and text[at - 1] not in NO_END
    ]
    return min(good, key=lambda at: abs(at - aim)) if good else len(text)
