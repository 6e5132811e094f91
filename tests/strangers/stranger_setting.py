"""Setting type: a text is broken into the lines of a column, by the ways that printers have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_FIRST = set("，。、；：？！”’）》】」』〉…—％℃·～,.;:?!)%")
NOT_LAST = set("“‘（《【「『〈(")
HANGING = set("，。、；：,.;")
SIDE = set("，。、；：？！「」『』")
SOFT = NOT_FIRST | NOT_LAST
ATOM = re.compile(
    r"[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ.:%/@_\-]*|[０-９][０-９．％]*|—{2}|…{2}|.", re.DOTALL
)
EDGE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


class Setting(NamedTuple):
    """How lines are broken.

    `mode`: a stop that has no room pushes out the character before it (``push``), hangs over the
    edge (``hang``), finds room by squeezing others (``squeeze``), or stands beside the characters
    (``side``). `air`: a quarter of an em stands between digits and characters.
    """

    mode: str = "push"
    air: bool = False


def width(text: str, setting: Setting) -> float:
    """Give the width of a text in ems, as its printer sets it."""
    wide = 0.0
    for mark in text:
        if setting.mode == "side" and mark in SIDE:
            continue
        wide += 0.5 if mark.isascii() else 1
    return wide + (0.25 * len(EDGE.findall(text)) if setting.air else 0)


def broken(text: str, setting: Setting, room: Callable[[int], float]) -> list[str]:
    """Break a text into lines; `room` gives the width in ems that the n-th line has."""
    atoms = ATOM.findall(text)
    lines: list[str] = []
    at = 0
    while at < len(atoms):
        end = _fits(atoms, at, room(len(lines)), setting)
        end = _allowed(atoms, at, end)
        lines.append("".join(atoms[at:end]))
        at = end
    return lines


def _fits(atoms: list[str], at: int, room: float, setting: Setting) -> int:
    """Give the place behind the last atom that has room on the line, one at least."""
    end = at + 1
    while end < len(atoms):
        line = "".join(atoms[at : end + 1])
        wide, mark = width(line, setting), atoms[end]
        if setting.mode == "squeeze":
            wide -= _slack(line, mark)
        elif setting.mode == "hang" and mark in HANGING:
            wide -= 1
        if wide > room:
            break
        end += 1
    return end


def _slack(line: str, mark: str) -> float:
    """Give the ems that a line can lose: half of a mark, for a mark's sake only."""
    soft = sum(each in SOFT for each in line)
    return min(1.0, 0.5 * soft) if mark[0] in NOT_FIRST else min(0.5, 0.5 * (soft // 3))


def _allowed(atoms: list[str], at: int, end: int) -> int:
    """Go back from a place to the last one where a line may be broken."""
    place = end
    while at < place < len(atoms):
        if atoms[place][0] not in NOT_FIRST and atoms[place - 1][-1] not in NOT_LAST:
            return place
        place -= 1
    return end if place == at else place


def aired(text: str, chance: Callable[[], bool]) -> str:
    """Put spaces between digits and characters, as a reader of files finds them."""
    return EDGE.sub(lambda _: " " if chance() else "", text)
