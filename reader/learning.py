"""Let the engine learn from a library: its own words, and what its verdicts say; and forget it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.adapting import adapt
from reader.text.field import trained
from reader.text.heeding import heed
from reader.text.learnt import changes_of, written
from reader.text.lessons import Lesson
from reader.text.vocabulary import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.library import Library
    from reader.text.adapting import Adapted
    from reader.text.field import Changes

    Report = Callable[[int, int], None]


def learn(library: Library, *, dry_run: bool = False, report: Report | None = None) -> Adapted:
    """Adapt the engine to a library; by `dry_run` only tell what would come of it.

    The words of the archive's own are gathered from its text and need no verdicts; weights are
    adapted to the verdicts, and begin with the trained ones, so that the same verdicts give the
    same. Weights that are refused stay as they are.
    """
    words = gather(library, report)
    lessons = [Lesson(*told) for told in library.teaching.verdicts()]
    field = trained()
    own = heed(words, lessons, field, report)
    adapted = adapt(lessons, field.knowing(own.words), report)
    kept = None
    if adapted.refusal is not None and (kept := changes_of(library.teaching.text())):
        own = heed(words, lessons, field.changed(kept), report)
    drops = bool(library.teaching.field().words) and not own.words
    found = replace(adapted, own=own, drops=drops)
    if not dry_run:
        _keep(library, found, kept)
    return found


def _keep(library: Library, found: Adapted, kept: Changes | None) -> None:
    """Keep what was learnt in place of what was before; where that is nothing, forget it.

    `kept` are the weights learnt before, which stay.
    """
    if found.refusal is None or found.own.words or (kept and found.drops):
        weights = written(replace(found, changes=kept or found.changes))
        if found.refusal is not None:
            library.teaching.learn(weights, text=len(found.own.words))
            return
        library.teaching.learn(
            weights,
            verdicts=found.verdicts,
            words=len(found.own.words),
            before=found.held_before,
            after=found.held_after,
            held=found.held,
        )
    elif found.drops:
        library.teaching.forget()


def gather(library: Library, report: Report | None = None) -> tuple[str, ...]:
    """Gather the words of a library's own, from a fixed amount of its text."""
    found = Gathering()
    sources = library.teaching.sources()
    for done, source in enumerate(sources):
        if found.full:
            break
        if report is not None:
            report(done, len(sources))
        found.page(*library.teaching.stretches(source))
    return found.words()


def forget(library: Library, *, dry_run: bool = False) -> bool:
    """Take back what was learnt; tell whether there was anything."""
    known = library.teaching.text() is not None
    if known and not dry_run:
        library.teaching.forget()
    return known
