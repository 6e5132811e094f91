"""The work of an import: files one after the other, each told as soon as it is on the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.store.course import Steps
from reader.ui.names import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.importing import ImportResult
    from reader.model import IssueRow
    from reader.store.library import Library
    from reader.ui.jobs import Report


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file; `issue` is where it stands, `like` where one like it stands."""

    result: ImportResult
    issue: IssueRow | None = None
    like: IssueRow | None = None


@dataclass(slots=True)
class Import:
    """What to take in, and what came of it until now; `taken` only grows, file by file."""

    paths: Sequence[Path]
    encoding: str | None = None
    as_is: bool = False
    sample: bool = False
    taken: list[Taken] = field(default_factory=list)
    before: str | None = None
    after: str | None = None
    steps: int = 0
    """The last wish before and after it, and how many lie between: none, where some are not its."""

    def __call__(self, library: Library, report: Report) -> list[Taken]:
        """Carry it out, as the work of a job; what is done when it is ended early stays."""
        head, last = library.journal.head(), library.journal.peek()[0]
        try:
            return self._take_in(library, report)
        finally:
            now = library.journal.peek()[0]
            self.before, self.after = last.id if last else None, now.id if now else None
            steps = library.journal.course().steps_to(head)
            own = sum(one.result.status == "imported" for one in self.taken)
            self.steps = own if steps == Steps(back=own) else 0

    def _take_in(self, library: Library, report: Report) -> list[Taken]:
        from reader.importing import ImportOptions, import_paths
        from reader.sources.walk import walk
        from reader.text import words

        words.load_in_pieces()  # else the window would stand still for a fifth of a second
        total = 0
        for found in walk(self.paths):
            total += 1
            if total % 200 == 0:
                report(0, 0, isolated(found.path.name))
        options = ImportOptions(encoding=self.encoding, as_is=self.as_is, sample=self.sample)
        results = import_paths(
            library,
            self.paths,
            options=options,
            report=lambda done, path: report(done, max(total, done + 1), isolated(path.name)),
        )
        for result in results:
            self.taken.append(_told(library, result))
        return self.taken


def _told(library: Library, result: ImportResult) -> Taken:
    """Look up the issues that a result names, where more than its id is to be said."""
    rows = library.issues
    mine = rows.row(result.issue) if result.issue and result.facts is None else None
    return Taken(result, mine, rows.row(result.like) if result.like else None)


def import_samples(library: Library, report: Report) -> list[Taken]:
    """Take in the five sample pages; this is the work of a job."""
    from reader import places

    return Import(sorted(places.seeds().glob("*.txt")), sample=True)(library, report)
