"""The makers of pages for training, each by other hands.

A field that learns from the pages of one maker learns his ways for those of newspapers. Only our
own maker's pages are torn and read by programs: half are his, most of them spoilt so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evenings.evening_pages import page as evening
from gazettes.gazette_pages import page as gazette
from provinces.province_pages import page as province
from strangers.pages import REGIMES as PLAIN
from strangers.pages import page as stranger
from training.generator import REGIMES, page
from unseen.unseen_pages import KINDS
from unseen.unseen_pages import page as unseen
from weeklies.weekly_pages import page as weekly

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from training.form import Page

MIX = REGIMES
"""Regimes of our own pages for training, in turn."""
OWN = "made"
MAKERS: dict[str, tuple[Sequence[str], Callable[[str, int], Page]]] = {
    OWN: (MIX, lambda kind, number: page(number, kind)),
    "strangers": (PLAIN, lambda kind, number: stranger(number, kind)),
    "unseen": (KINDS, unseen),
    "weeklies": (PLAIN, weekly),
    "provinces": (PLAIN, province),
    "evenings": (PLAIN, evening),
    "gazettes": (PLAIN, gazette),
}
"""By name: the kinds of pages, taken in turn, and what makes the page of a kind and a number."""
TURNS = (
    *(OWN, "strangers", OWN, "unseen"), *(OWN, "weeklies", OWN, "provinces"),
    *(OWN, "evenings", OWN, "gazettes"),
)  # fmt: skip
"""Whose pages come one after another."""
HALVES = (("strangers", "weeklies", "evenings"), ("unseen", "provinces", "gazettes"))
"""The other makers in two lots: what is trained without one of them is judged by its pages."""


def turn(at: int, turns: Sequence[str] = TURNS) -> tuple[str, int]:
    """Give whose turn it is, and the number of his page."""
    lap, place = divmod(at, len(turns))
    name = turns[place]
    return name, lap * turns.count(name) + turns[:place].count(name)


def of(name: str, number: int, start: int = 0) -> Page:
    """Make a maker's page of a number, his kinds in turn; `start` is added to the number."""
    kinds, make = MAKERS[name]
    return make(kinds[number % len(kinds)], start + number)


def training(numbers: Iterable[int], without: Collection[str] = ()) -> Iterator[Page]:
    """Make the pages of some numbers for training; some makers may be left out."""
    turns = [name for name in TURNS if name not in without]
    return (of(*turn(at, turns)) for at in numbers)
