"""Set lines as a newspaper does: justified, with marks that hang, are squeezed or pushed down.

Lengths are in ems of the text's own size; a Latin letter or digit takes about half of one.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

CLOSING = "，。、；：？！”’》）】〉…—·"
OPENING = "“‘《（【〈"
NARROW = 0.555
WIDTHS = dict.fromkeys(".,:;", 0.3) | dict.fromkeys("ilIjft-/()'!", 0.34) | dict.fromkeys(
    "mwMW%@", 0.9
) | dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ", 0.66) | {" ": 0.3, "\t": 2.0}  # fmt: skip
TOKEN = re.compile(r"[0-9.,:%]+|[A-Za-z]+|——|……|.")


@dataclass(slots=True)
class Manner:
    """How a page is set, drawn from its seed; sizes in points, widths in ems."""

    broadsheet: bool
    columns: int
    size: float
    leading: float
    gutter: float
    indent: str  # place, characters, none
    marks: str  # hang, squeeze, push
    autospace: float  # between Chinese and Latin
    run: bool  # a line is one string of the PDF, not one a character
    order: str  # of the frames in the file: reading, heads, shuffled
    paragraph_gap: float
    rules: bool
    face: str


def manner(seed: int, *, tabloid: bool = False) -> Manner:
    """Draw how a page is set."""
    dice = random.Random(seed * 6151 + 29)
    broadsheet = dice.random() < 0.4 and not tabloid
    indent = dice.choices(("place", "characters", "none"), (6, 4, 1))[0]
    run = dice.random() < 0.5
    return Manner(
        broadsheet=broadsheet,
        columns=dice.choice((4, 5, 5)) if broadsheet else dice.choice((2, 3, 3, 4)),
        size=dice.choice((9.0, 9.5, 10.0, 10.5)),
        leading=dice.choice((1.3, 1.35, 1.4, 1.4, 1.45, 1.5, 1.5, 1.6, 1.75)),
        gutter=dice.choice((1.0, 1.5, 2.0, 2.5)),
        indent=indent,
        marks=dice.choice(("hang", "push"))
        if run
        else dice.choice(("hang", "hang", "push", "squeeze")),
        autospace=dice.choice((0.0, 0.0, 0.15, 0.25)),
        run=run,
        order=dice.choices(("reading", "heads", "shuffled"), (6, 2, 2))[0],
        paragraph_gap=0.6 if indent == "none" else dice.choice((0.0, 0.0, 0.0, 0.3)),
        rules=dice.random() < 0.4,
        face=dice.choices(("serif", "sans"), (3, 1))[0],
    )


@dataclass(slots=True)
class Line:
    """A line as it is set: its text, and how far each mark of it takes the pen on."""

    text: str
    steps: list[float] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Give its width in ems."""
        return sum(self.steps)


def steps(text: str, autospace: float = 0.0) -> list[float]:
    """Give for each mark how far it takes the pen on, with the space before Latin and after."""
    found = [WIDTHS.get(mark, NARROW) if mark.isascii() else 1.0 for mark in text]
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if one == " " and not two.isascii() and at and not text[at - 1].isascii():
            found[at] = 1.0
        if one.isascii() != two.isascii() and one.isalnum() and two.isalnum():
            found[at] += autospace
    return found


def wrap(text: str, width: float, how: Manner) -> list[Line]:
    """Wrap a paragraph of a column `width` ems wide, without its indent's marks, justified."""
    room = width - (0.0 if how.indent == "none" else 2.0)
    rows: list[tuple[str, float]] = []
    line = ""
    for token in TOKEN.findall(text):
        if not line and token.isspace():
            continue
        wide = sum(steps(line + token, how.autospace))
        if not line or wide <= room + 0.01 or _fits(line + token, wide - room, how):
            line += token
            continue
        kept, line = _break(line, token)
        rows.append((kept, room))
        room = width
    if line:
        rows.append((line, room))
    made = [_justify(row, wide, how) for row, wide in rows[:-1]]
    last, wide = rows[-1]
    tail = _justify(last, wide, how) if sum(steps(last)) > wide else None
    return [*made, tail or Line(last, steps(last, how.autospace))]


def _fits(line: str, over: float, how: Manner) -> bool:
    """Say whether what is over the edge may hang there, or can be won by squeezing marks."""
    if how.marks == "hang" and line[-1] in CLOSING:
        return over <= 1.01
    if how.marks == "squeeze":
        return over <= 0.5 * sum(mark in CLOSING + OPENING for mark in line)
    return False


def _break(line: str, token: str) -> tuple[str, str]:
    """Part a line from what does not fit, so that no mark stands where it may not."""
    tokens = TOKEN.findall(line)
    at = len(tokens)
    first = token
    while at > 1 and (first[0] in CLOSING or tokens[at - 1][-1] in OPENING):
        at -= 1
        first = tokens[at]
    return "".join(tokens[:at]), "".join(tokens[at:]) + token


def _justify(text: str, room: float, how: Manner) -> Line:
    """Spread a line over the room, or squeeze its marks; a last mark may hang over the edge."""
    found = steps(text, how.autospace)
    if how.marks == "hang" and text[-1] in CLOSING:
        room += 1.0 if sum(found) > room else 0.5
    over = sum(found) - room
    marks = [at for at, mark in enumerate(text) if mark in CLOSING + OPENING]
    if over > 0 and marks:
        for at in marks:
            found[at] -= over / len(marks)
    elif over < 0 and len(text) > 1 and -over < 4:
        for at in range(len(text) - 1):
            found[at] -= over / (len(text) - 1)
    return Line(text, found)
