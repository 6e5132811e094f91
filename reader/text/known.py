"""What is known of the trade and is seldom or never seen on pages for training, as log scores."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text import cues, furniture, headlines, jumps
from reader.text.lexicon import common_words
from reader.text.states import State
from reader.text.verse import unmarked

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from reader.text.decoder import Scores
    from reader.text.features import Sight, Unit
    from reader.text.own import Own

KNOWN = 3.0
"""Log score of what is known of the trade and seldom seen on made pages."""
_VERSE = (State.VERSE, State.VERSE_ON)
_CAPTIONS = (State.CAPTION, State.CAPTION_INSIDE)


def weighed(said: list[Scores], marked: Sequence[Mark]) -> list[Scores]:
    """Weigh what made pages tell too little of."""
    found = list(said)
    for at, states, more in marked:
        found[at] = _raised(found[at], states, more)
    return found


Mark = tuple[int, tuple[State, ...], float]
"""A line, and the states that are likelier there by a log score than made pages tell."""


def marked(sights: list[Sight], owns: list[Own]) -> list[Mark]:
    """Find what made pages tell too little of.

    A headline goes on with a line that begins with a word which links, and a couplet does not with
    the event that it is the slogan of. A line that begins as a caption and ends with who took the
    picture is one; an item of a list of short news is text that begins. A label that stands with
    the number of its page is one, and no part of a headline. Running text goes on behind a
    quotation that closes without a stop, whatever blank lines follow. Couplets without marks beside
    wider text are verse.
    """
    found: list[Mark] = []
    above = None
    for at, own in enumerate(owns):
        shape = own.shape
        if own.listed:
            found.append((at, (State.FIRST, State.SINGLE), KNOWN))
        elif own.caption == furniture.PLAIN:
            found.append((at, _CAPTIONS, KNOWN))
        elif furniture.is_label_of_page(sights[at].unit.text):
            found.append((at, (State.SECTION,), 3 * KNOWN))
        elif shape is not None and above is not None:
            if headlines.links(shape.text):
                found.append((at, (State.HEAD_ON,), KNOWN))
            elif above.couplet and headlines.slogan_above(above.text, shape.text):
                found.append((at, (State.HEAD_ON,), -2 * KNOWN))
            elif apart := headlines.severed(above, shape):
                found.append((at, (State.HEAD_ON,), -apart))
        if at and _goes_on(sights[at - 1], owns[at - 1]) and shape is None:
            found.append((at, (State.MIDDLE, State.LAST), KNOWN))
        above = shape
    found += [(at, _VERSE, KNOWN) for at in sorted(unmarked(sights, set()))]
    return found + [(at, _RUNNING, -KNOWN) for at in sorted(_of_tables(sights))]


def _goes_on(sight: Sight, own: Own) -> bool:
    """Tell whether a line of running text ends with a quotation that no stop ends."""
    unit = sight.unit
    ends = unit.text[-1] in _QUOTED and not unit.stopped and not sight.row
    return ends and own.shape is None and own.caption is None and unit.width.low > LONG


LONG = 15.0
"""Ems of a line from which on it is running text if it may be no headline."""
_QUOTED = "”’」』"
_RUNNING = (State.FIRST, State.MIDDLE, State.LAST, State.VERSE, State.VERSE_ON)
_ON = (*_RUNNING, State.HEAD_ON, State.SUBHEAD_ON)
WORD = 1.8
"""Log odds by which a line end inside a common word goes on, where the field does not see the word.

Fitted on 210 pages of others: of 2,053 such line ends the field expects .980 to go on, .986 do;
that is 1.3, and 1.8 where the field is not sure.
"""
OWN = 1.0
"""The same of a word of the archive's own (`vocabulary`): never more than `WORD`.

Fitted on pages of twelve makers, each with the words of 120 other pages of its maker: it is some 3
for ten of them (.4 to 5), 1.0 for the outsiders, 4.2 for the islands. Taken is what the outsiders
ask for, as nobody looked the words through (decision 11; `tests/bench/bench_words.py`).
"""
ASKS = 1.0
"""Log odds by which a headline goes on with a line that asks why: what it asks about stands above.

Set by hand, and seen to be harmless on pages of others.
"""
GOING_ON = (
    State.MIDDLE, State.LAST, State.HEAD_ON, State.SUBHEAD_ON, State.CAPTION_ON,
    State.CAPTION_INSIDE_ON, State.VERSE_ON,
)  # fmt: skip
_ASIDE = (State.FURNITURE, State.FURNITURE_INSIDE)


def late(sights: list[Sight], owns: list[Own], archive: Container[str] = ()) -> list[Mark]:
    """Find what is known besides when a page is read for the last time.

    What heads the columns of a table is a row of it, and goes on with no line above. Text behind
    what says from which page it comes, on the same line, is no furniture. A line end inside a
    common word goes on the likelier (`WORD`), and so do one inside a word of the `archive`'s own
    (`OWN`) and a headline with a line that asks why (`ASKS`). Text below a blank line begins, on a
    page whose blank lines break no text off.
    """
    found: list[Mark] = [(at, _ON_TEXT, -KNOWN) for at in parted_by_blanks(sights, owns)]
    words = common_words()
    texts = [sight.unit.text for sight in sights]
    for at, (above, below) in enumerate(pairwise(sights)):
        if (pair := above.unit.tail[-1] + texts[at + 1][0]) in words:
            found.append((at + 1, GOING_ON, WORD))
        elif pair in archive:
            found.append((at + 1, GOING_ON, OWN))
        if owns[at].shape and owns[at + 1].shape and headlines.asks_why(below.unit.text):
            found.append((at + 1, (State.HEAD_ON,), ASKS))
        if below.unit.start == above.unit.end and jumps.comes_from(texts[at]):
            found.append((at + 1, _ASIDE, -KNOWN))
        if _SPACE.search(texts[at]) and _heads_columns(texts[at : at + 3]):
            found.append((at, _ON, -2 * KNOWN))
    return found


_SPACE = re.compile(r"\s")
_ON_TEXT = (State.MIDDLE, State.LAST)
PARTED = 4
"""Whole sentences above a blank line from which on a page shows what its blank lines are for."""


def parted_by_blanks(sights: Sequence[Sight], owns: Sequence[Own]) -> list[int]:
    """Find what stands below a blank line, where none breaks running text off.

    Only behind a whole sentence, or behind what may be a headline and does not fill its column:
    text may go on behind a caption or furniture. Where lines are read in another order than they
    stand in, the blank line is not between them.
    """
    found: list[int] = []
    sentences = 0
    below_of = dict(pairwise(sorted([sight.unit.start for sight in sights])))
    for at, (above, below) in enumerate(pairwise(sights)):
        own = owns[at]
        if not below.unit.blanks or below_of.get(above.unit.start) != below.unit.start:
            continue
        if own.caption is not None or (own.furniture or 0) > 0:
            continue
        heads = own.shape is not None and above.reach not in _FILLED
        if above.unit.stopped or heads:
            found.append(at + 1)
        sentences += above.unit.stopped
        if _breaks_off(above.unit, heads=heads):
            return []
    return found if sentences >= PARTED else []


def _breaks_off(unit: Unit, *, heads: bool) -> bool:
    """Tell whether a line is running text that stops in mid-sentence."""
    if unit.stopped or unit.ends == "colon":
        return False
    return unit.commas + unit.stops > 0 or (unit.width.low > LONG and not heads)


_FILLED = ("full", "over")


def _heads_columns(rows: Sequence[str]) -> bool:
    """Tell whether the first of three lines names the columns of the other two."""
    if len(rows) < 3 or any(map(str.isdigit, rows[0])):
        return False
    return all(cues.same_columns(above, below) for above, below in pairwise(rows))


def _of_tables(sights: list[Sight]) -> set[int]:
    """Find rows of tables: three or more, one after another, of which neighbours are alike."""
    alike = [
        above.row and below.row and cues.rows_alike(above.unit.text, below.unit.text)
        for above, below in pairwise(sights)
    ]
    found: set[int] = set()
    for at, (above, below) in enumerate(pairwise(alike)):
        if above and below:
            found.update((at, at + 1, at + 2))
    return found


def _raised(scores: Scores, states: Sequence[State], more: float) -> Scores:
    changed = list(scores)
    for state in states:
        changed[state] += more
    return tuple(changed)
