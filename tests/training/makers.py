"""The pages for training: half of our own maker, half of six others who saw neither it nor us.

One maker's ways would be learnt for those of newspapers (docs/decisions/0012). Pages of outsiders
are not among them: on those the engine is judged. Our own maker has the regimes that the others
lack: columns that stray, and pages that programs have read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evenings.evening_pages import page as evening
from gazettes.gazette_pages import page as gazette
from provinces.province_pages import page as province
from strangers.pages import page as stranger
from training.generator import REGIMES
from training.generator import page as own
from training.retelling import stories
from unseen.unseen_pages import KINDS
from unseen.unseen_pages import page as unseen
from weeklies.weekly_pages import page as weekly

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.form import Page

    Makers = tuple[tuple[Callable[[str, int], Page], tuple[str, ...]], ...]

PLAIN = ("hard", "long", "mixed")
RETOLD = 3_000_000
"""Others' pages of which we set the stories begin so many turns later."""
AWAY = 10_000_000
"""Numbers of others' pages for training begin here: far from those that are judged."""


def _stranger(kind: str, seed: int) -> Page:
    return stranger(seed, kind)


OTHERS: Makers = (
    (_stranger, PLAIN), (weekly, PLAIN), (evening, PLAIN),
    (unseen, KINDS), (province, PLAIN), (gazette, PLAIN),
)  # fmt: skip
"""The makers, each with the kinds of its pages: a first half of them, and a second."""
HALVES = (OTHERS[:3], OTHERS[3:])


def page(seed: int, others: Makers = OTHERS, share: str = "train") -> Page:
    """Make a page for training: ours for even seeds, of `others` in turn for odd ones.

    `share` says from which articles ours are made; half of ours set what others told.
    """
    turn, odd = divmod(seed, 2)
    if odd:
        return _others(turn, others)
    told = stories(retold(turn, others)) if turn % 2 else ()
    return own(turn, REGIMES[turn % len(REGIMES)], share=share, told=told)


def retold(turn: int, others: Makers = OTHERS) -> Page:
    """Make the page of which one of ours sets the stories."""
    return _others(RETOLD + turn, others)


def _others(turn: int, others: Makers) -> Page:
    turn, at = divmod(turn, len(others))
    make, kinds = others[at]
    return make(kinds[turn % len(kinds)], AWAY + turn)
