"""What the window remembers from one start to the next, in a file only its owner may read.

A state that is not there, broken or of another version is no trouble: what fits is taken.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.ui.remembering import recall, remember

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "state"

_MOST = 2**31 - 1
"""The largest number that Qt takes."""

RECENT, PLACES, FOLDED = 10, 50, 1000
"""How many libraries are listed, of how many the place is kept, and how many folded topics."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was: an article, a block of it, code points in the block, pixels scrolled."""

    article: str
    block: str = ""
    at: int = 0
    scroll: int = 0
    filter: str = ""
    """The words by which the lists were filtered."""


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered; `geometry` is Qt's own, in hexadecimal digits."""

    geometry: str = ""
    zoom: int = 0
    source: bool = False
    journal: bool = False
    tour: bool = False
    """Whether the first steps are shown."""
    widths: dict[str, int] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    """Libraries, the last first."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where one was in each, by its id, the last last."""
    steps: tuple[int, ...] = ()
    """Which of the first steps were done."""
    sorts: dict[str, str] = field(default_factory=dict)
    """The order of the lists: ``issues`` and ``contents``."""
    picture: bool = False
    """Whether the picture of the page stands under the source's lines."""
    halves: tuple[int, ...] = ()
    """The heights of the source's lines and of the picture under them."""
    folded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The topics that are folded in each library, by its id, the last last."""

    def with_recent(self, path: Path) -> State:
        """Put a library in front of the list."""
        others = [other for other in self.recent if other != str(path)]
        return replace(self, recent=(str(path), *others)[:RECENT])

    def with_place(self, library: str, place: Place) -> State:
        """Keep where one was in a library."""
        others = {name: kept for name, kept in self.places.items() if name != library}
        kept = list({**others, library: place}.items())[-PLACES:]
        return replace(self, places=dict(kept))

    def with_folded(self, library: str, topics: tuple[str, ...]) -> State:
        """Keep which topics of a library are folded."""
        others = {name: kept for name, kept in self.folded.items() if name != library}
        mine = {library: topics[:FOLDED]} if topics else {}
        return replace(self, folded=dict(list({**others, **mine}.items())[-PLACES:]))


def load() -> State:
    """Read the state; what does not fit is left out."""
    stored = recall(_NAME)
    if not isinstance(stored, dict):
        return State()
    taken: dict[str, Any] = {}
    for name, kind in (("geometry", str), ("zoom", int)):
        if type(stored.get(name)) is kind:
            taken[name] = stored[name]
    for name in ("source", "journal", "tour", "picture"):
        taken[name] = stored.get(name) is True
    widths, recent, where = (stored.get(name) for name in ("widths", "recent", "places"))
    if isinstance(widths, dict):
        taken["widths"] = {
            name: w for name, w in widths.items() if type(w) is int and 0 < w <= _MOST
        }
    for name in ("steps", "halves"):
        taken[name] = _numbers(stored.get(name))
    taken["folded"] = _folded(stored.get("folded"))
    sorts = stored.get("sorts")
    if isinstance(sorts, dict):
        taken["sorts"] = {name: sort for name, sort in sorts.items() if isinstance(sort, str)}
    if isinstance(recent, list):
        taken["recent"] = tuple(path for path in recent if isinstance(path, str))[:RECENT]
    if isinstance(where, dict):
        read = {name: _place(place) for name, place in where.items()}
        taken["places"] = {name: place for name, place in read.items() if place is not None}
    return State(**taken)


def _numbers(stored: object) -> tuple[int, ...]:
    found = stored if isinstance(stored, list) else []
    return tuple(n for n in found if type(n) is int and 0 <= n <= _MOST)


def _folded(stored: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(stored, dict):
        return {}
    return {
        library: tuple(name for name in names if isinstance(name, str))
        for library, names in stored.items()
        if isinstance(names, list)
    }


def _place(stored: object) -> Place | None:
    if not isinstance(stored, dict) or not isinstance(stored.get("article"), str):
        return None
    block, at, scroll = (stored.get(name) for name in ("block", "at", "scroll"))
    words = stored.get("filter")
    return Place(
        stored["article"],
        block if isinstance(block, str) else "",
        at if type(at) is int and 0 <= at <= _MOST else 0,
        scroll if type(scroll) is int and 0 <= scroll <= _MOST else 0,
        words if isinstance(words, str) else "",
    )


def save(state: State) -> bool:
    """Keep the state; tell whether that could be done."""
    return remember(_NAME, asdict(state))
