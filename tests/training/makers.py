"""The pages for training: a third of our own maker, the others of ten who saw neither it nor us.

One maker's ways would be learnt for those of newspapers (docs/decisions/0012). Pages of outsiders
and islands are not among them: on those the engine is judged. Our own maker has columns that
stray; pages as programs read them are made by it and by four of the others, each as its own hand
sees them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from campuses.campus_pages import KINDS as CAMPUS
from campuses.campus_pages import page as campus
from evenings.evening_pages import page as evening
from gazettes.gazette_pages import page as gazette
from harbours.harbour_pages import KINDS as HARBOUR
from harbours.harbour_pages import page as harbour
from provinces.province_pages import page as province
from strangers.pages import page as stranger
from trades.trade_pages import KINDS as TRADE
from trades.trade_pages import page as trade
from training.generator import REGIMES
from training.generator import page as own
from training.printed import printed
from training.retelling import stories
from unseen.unseen_pages import KINDS as UNSEEN
from unseen.unseen_pages import page as unseen
from valleys.valley_pages import KINDS as VALLEY
from valleys.valley_pages import page as valley
from weeklies.weekly_pages import page as weekly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from training.form import Page

PLAIN = ("hard", "long", "mixed")
SHARE = 3
"""One page of so many is ours."""
RETOLD = 3_000_000
"""Others' pages of which we set the stories begin so many turns later."""
PRINTED = {
    "pdftotext": ("pdftotext", 3), "raw": ("pdftotext_raw", 3), "pypdf": ("pypdf", 3),
    "pdfminer": ("pdfminer_six", 3), "tesseract": ("tesseract", 1),
}  # fmt: skip
"""Programs that really read pages, by regimes, and how many in four of ours are such pages."""
LATE = 100_000
"""Turns from here on take from the later half of them: no two parts of training share a page."""
AWAY = 10_000_000
"""Numbers of others' pages for training begin here: far from those that are judged."""


class Maker(NamedTuple):
    """A maker of pages: how a page of a kind and a number is made, and of which kinds it makes."""

    make: Callable[[str, int], Page]
    kinds: tuple[str, ...]


def _stranger(kind: str, seed: int) -> Page:
    return stranger(seed, kind)


OTHERS = (
    Maker(_stranger, PLAIN), Maker(weekly, PLAIN), Maker(evening, PLAIN), Maker(trade, TRADE),
    Maker(harbour, HARBOUR),
    Maker(unseen, UNSEEN), Maker(province, PLAIN), Maker(gazette, PLAIN), Maker(campus, CAMPUS),
    Maker(valley, VALLEY),
)  # fmt: skip
"""The makers: a first half of them, and a second."""
HALVES = (OTHERS[:5], OTHERS[5:])


def page(seed: int, others: tuple[Maker, ...] = OTHERS, share: str = "train") -> Page:
    """Make a page for training: ours for multiples of `SHARE`, of `others` in turn between them.

    `share` says from which articles ours are made; half of ours set what others told. For training
    with all makers, many of ours were printed and really read by programs, and are kept.
    """
    turn, past = divmod(seed, SHARE)
    if past:
        return _others(turn * (SHARE - 1) + past - 1, others)
    regime = REGIMES[turn % len(REGIMES)]
    if share == "train" and others == OTHERS and (found := printed_page(turn, regime)):
        return found
    told = stories(retold(turn, others)) if turn % 2 else ()
    return own(turn, regime, share=share, told=told)


def printed_page(turn: int, regime: str) -> Page | None:
    """Give a page that a program read, where it is the turn of one."""
    program, share = PRINTED.get(regime, ("", 0))
    at = turn // len(REGIMES)
    if at % 4 >= share:
        return None
    pages = printed()[program]
    half = len(pages) // 2
    return pages[at % half + (half if turn >= LATE else 0)]


def ours(seed: int) -> bool:
    """Tell whether the page of a number is of our own maker."""
    return seed % SHARE == 0


def retold(turn: int, others: tuple[Maker, ...] = OTHERS) -> Page:
    """Make the page of which one of ours sets the stories."""
    return _others(RETOLD + turn, others)


def judged(kind: str, seeds: range) -> Iterator[Page]:
    """Make pages of a kind for judging, by the makers who make that kind in turn."""
    able = [maker for maker in OTHERS if kind in maker.kinds]
    for seed in seeds:
        turn, at = divmod(seed, len(able))
        yield able[at].make(kind, turn)


def _others(turn: int, others: tuple[Maker, ...]) -> Page:
    turn, at = divmod(turn, len(others))
    make, kinds = others[at]
    return make(kinds[turn % len(kinds)], AWAY + turn)
