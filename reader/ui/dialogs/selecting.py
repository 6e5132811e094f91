"""What is to be exported: scope, query and statuses, and what is known of their articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model import Status
from reader.ui.latest import Heed, Latest
from reader.ui.names import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from reader.searching import Survey
    from reader.store.library import Library
    from reader.ui.jobs import Report, Work
    from reader.ui.session import Session

GROUPS = (
    (Status.PROOFED2,),
    (Status.PROOFED1,),
    (Status.WORKING, Status.NEW),
    (Status.DISPUTED, Status.NONTEXT),
)
"""Statuses that are chosen together."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles that a query finds, of statuses."""

    query: str
    statuses: frozenset[Status] = frozenset(Status)

    @property
    def whole(self) -> str:
        """One query for both: what leaves a status out stands behind."""
        out = (f"-status:{s.value}" for s in Status if s not in self.statuses)
        return " ".join(filter(None, (self.query, *out)))

    @property
    def mixed(self) -> bool:
        """Whether statuses would have to be left out of what is searched for literally."""
        from reader import searching

        return self.whole != self.query and searching.understood(self.query).literal

    def articles(self, survey: Survey) -> int:
        """Count the articles."""
        return sum(survey.facets.statuses[s.value] for s in self.statuses)

    def doubts(self, survey: Survey) -> int:
        """Count the seams that would go out as the engine decided them, though it is not sure."""
        return sum(survey.facets.doubts[s.value] for s in self.statuses)


class Surveying(QObject):
    """Counts queries beside the window, each once until the library changes.

    `counted` tells that another one is known. `failed` gives an error.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, Survey] = {}
        self._waiting: list[str] = []
        self._latest = Latest(session, self)
        self._latest.failed.connect(self.failed)
        session.reloaded.connect(self._forget)
        session.changed.connect(self._forget)

    def __getitem__(self, query: str) -> Survey | None:
        """Give what was counted of a query, None as long as it is not known."""
        return self._known.get(query)

    def want(self, queries: list[str]) -> None:
        """Count these, the first first; others are wanted no longer."""
        first = self._waiting[:1] if self._latest.busy else []
        self._waiting = [query for query in queries if query not in self._known]
        if self._waiting and first != self._waiting[:1]:
            self._begin()
        elif not self._waiting:
            self._latest.cancel()

    def _begin(self) -> None:
        if self._waiting:
            self._latest.run(partial(_count, self._waiting[0]), self._on_counted)

    def _on_counted(self, counted: object) -> None:
        survey: Survey = counted  # type: ignore[assignment]
        self._known[self._waiting.pop(0)] = survey
        self._begin()
        self.counted.emit()

    def _forget(self) -> None:
        self._known.clear()
        QTimer.singleShot(0, self, self.counted.emit)


def _count(query: str, library: Library, report: Report) -> Survey:
    from reader import searching

    return searching.survey(library, query, heed=Heed(report), by_article=True)


@dataclass(frozen=True, slots=True)
class Form:
    """In which form articles are written; see `exporting.corpus.Wanted`."""

    format: str
    head: bool = False
    replace: bool = False


def sample_of(form: Form, selection: Selection) -> Work:
    """Make the work that writes the first article of a selection; it gives the text or None."""
    return partial(_sample, form, selection.whole)


def _sample(form: Form, query: str, library: Library, _report: Report) -> str | None:
    from reader import exporting, searching

    first = searching.first(library, query)
    return None if first is None else exporting.sample(library, form.format, first, head=form.head)


def work(form: Form, out: Path, selection: Selection) -> Work:
    """Make the job: export a selection to `out`; it gives an `ExportReport`."""
    return partial(_export, form, out, selection.whole)


def foreseeing(form: str, out: Path, *, single: bool) -> Work:
    """Make the work that looks at a place: an `Earlier`, None, or the error of the house."""

    def look(library: Library, _report: Report) -> object:
        from reader import exporting
        from reader.errors import JiaokanError

        try:
            return exporting.foresee(library, out, form, single=single)
        except JiaokanError as error:
            return error

    return look


def _export(form: Form, out: Path, query: str, library: Library, report: Report) -> object:
    from reader import exporting, searching

    return exporting.export(
        library,
        format=form.format,
        head=form.head,
        replace=form.replace,
        out=out,
        articles=searching.select(library, query) if query else None,
        query=query,
        report=lambda done, total: report(done, total, isolated(out.name)),
    )
