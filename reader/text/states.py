"""Name the states that a line of a page can have, and which may follow which."""

from __future__ import annotations

from enum import IntEnum


class State(IntEnum):
    """What a line is, and what is open while it is read."""

    FIRST = 0
    MIDDLE = 1
    LAST = 2
    SINGLE = 3
    KICKER = 4
    TITLE = 5
    SUBTITLE = 6
    HEAD_ON = 7
    SUBHEAD = 8
    SUBHEAD_ON = 9
    BYLINE = 10
    CAPTION = 11
    CAPTION_ON = 12
    CAPTION_INSIDE = 13
    CAPTION_INSIDE_ON = 14
    FURNITURE = 15
    FURNITURE_INSIDE = 16
    SECTION = 17
    VERSE = 18
    VERSE_ON = 19


_S = State
STATES = tuple(State)
HEADS = (_S.KICKER, _S.TITLE, _S.SUBTITLE, _S.HEAD_ON)
"""States of the lines of an article's headlines."""
BODY = (_S.FIRST, _S.MIDDLE, _S.LAST, _S.SINGLE)
"""States of the lines of paragraphs."""
_OPEN = (_S.FIRST, _S.MIDDLE)
INSIDE = (_S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON, _S.FURNITURE_INSIDE)
"""States of lines that stand inside an open paragraph and are no part of it."""
_GOES_ON = {
    _S.HEAD_ON: HEADS,
    _S.SUBHEAD_ON: (_S.SUBHEAD, _S.SUBHEAD_ON),
    _S.CAPTION_ON: (_S.CAPTION, _S.CAPTION_ON),
    _S.CAPTION_INSIDE_ON: (_S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON),
    _S.VERSE_ON: (_S.VERSE, _S.VERSE_ON),
}
"""States that go on with a block, and the states of that block."""
_ONE = (_S.BYLINE,)
"""States of which neighbours are one block: who wrote an article often stands on several lines."""


def keeps(above: State, below: State) -> bool:
    """Tell whether the block of the line above goes on with this step.

    It does, too, where furniture or a caption comes between while the paragraph stays open.
    """
    if below in _GOES_ON:
        return above in _GOES_ON[below]
    if above in _OPEN:
        return below in (_S.MIDDLE, _S.LAST) or below in INSIDE
    return above is below and below in _ONE


def may_follow(above: State, below: State) -> bool:
    """Tell whether a state may follow another at all.

    A line inside a paragraph may follow anything: its paragraph may begin elsewhere on the page.
    """
    if below in _GOES_ON:
        return above in _GOES_ON[below]
    if below in INSIDE:
        return above in _OPEN or above in INSIDE
    if above in INSIDE:
        return below in (_S.MIDDLE, _S.LAST)
    return True


KEEPS = frozenset((a, b) for a in STATES for b in STATES if keeps(a, b))
MAY_FOLLOW = frozenset((a, b) for a in STATES for b in STATES if may_follow(a, b))
MAY_BEGIN = tuple(state for state in STATES if state not in _GOES_ON and state not in INSIDE)
"""States of a page's first line."""
