"""Let the engine learn from the verdicts in a library, and forget what it learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.adapting import Lesson, adapt
from reader.text.field import trained
from reader.text.learnt import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.library import Library
    from reader.text.adapting import Adapted

    Report = Callable[[int, int], None]


def learn(library: Library, *, dry_run: bool = False, report: Report | None = None) -> Adapted:
    """Adapt the engine to the verdicts in a library; by `dry_run` only tell what would come of it.

    It always begins with the trained weights, so that the same verdicts give the same. What is
    refused changes nothing.
    """
    lessons = [Lesson(*told) for told in library.teaching.verdicts()]
    adapted = adapt(lessons, trained(), report)
    if adapted.refusal is None and not dry_run:
        library.teaching.learn(
            written(adapted),
            verdicts=adapted.verdicts,
            before=adapted.held_before,
            after=adapted.held_after,
            held=adapted.held,
        )
    return adapted


def forget(library: Library, *, dry_run: bool = False) -> bool:
    """Take back what was learnt; tell whether there was anything."""
    known = library.teaching.text() is not None
    if known and not dry_run:
        library.teaching.forget()
    return known
