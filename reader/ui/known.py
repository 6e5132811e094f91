"""Which libraries lay where: their ids, for the day on which one cannot say its own any more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.remembering import recall, remember

if TYPE_CHECKING:
    from reader.store.library import Library

_NAME = "libraries"
_KEPT = 50


def note(library: Library) -> None:
    """Keep the id of a library that was opened, the last one last."""
    path = os.path.realpath(library.path)
    kept = _kept()
    if kept.get(path) != library.id:
        others = {place: name for place, name in kept.items() if place != path}
        remember(_NAME, dict(list({**others, path: library.id}.items())[-_KEPT:]))


def ids_at(path: Path) -> frozenset[str]:
    """Give the id of the library that lay at a path; else of those whose file had that name."""
    real = os.path.realpath(path)
    kept = _kept()
    if real in kept:
        return frozenset({kept[real]})
    return frozenset(name for place, name in kept.items() if Path(place).name == Path(real).name)


def _kept() -> dict[str, str]:
    stored = recall(_NAME, {})
    if not isinstance(stored, dict):
        return {}
    return {place: name for place, name in stored.items() if isinstance(name, str)}
