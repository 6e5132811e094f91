"""The desk at which a command works: its words, its output, and the library it opens."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader import places, settings
from reader.cli.output import Output, abandon_stdout, complain, plain
from reader.cli.progress import Progress
from reader.cli.words import Words
from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    LibraryError,
    OutputError,
    UnreadableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model import Changes
    from reader.store import Library, Mode


class Desk:
    """What every command needs. `library` is the path that was named, None when none was."""

    def __init__(self) -> None:
        self.words = Words(settings.language())
        self.out = Output()
        self.progress = Progress()
        self.library: Path | None = None
        self.command = "jiaokan"

    @property
    def path(self) -> Path:
        """The library's path."""
        return self.library or places.default_library()

    @contextmanager
    def reading(self) -> Iterator[Library]:
        """Open the library for reading."""
        from reader.store import Mode

        with self._open(Mode.READ) as library, self.progress:
            yield library
            library.refuse_changed()

    @contextmanager
    def writing(self, *, create: bool = False) -> Iterator[Library]:
        """Open the library for writing; when all is done, index what is pending, and back up.

        That is what an import that was killed left, or the migration of an older library.
        """
        from reader.store import Mode
        from reader.store.locks import WindowLock
        from reader.store.restoring import sweep_draft

        new = create and not os.path.exists(self.path)  # noqa: PTH110 - no error of a long name
        with self._open(Mode.CREATE if create else Mode.WRITE) as library, self.progress:
            if new:
                self._note_risks()
            WindowLock(self.path).sweep()
            sweep_draft(self.path)
            yield library
            library.index.catch_up()
            self._back_up(library)

    @contextmanager
    def _open(self, mode: Mode) -> Iterator[Library]:
        from reader.store import Library
        from reader.store.faults import STUMBLES, DatabaseError, told

        try:
            library = Library.open(self.path, mode)
        except UnreadableError as error:  # of a page it would be a refusal, of a library more
            raise OutputError(error.subject, error.detail, **error.facts) from error
        with library:
            try:
                with told(self.path):
                    yield library
            except (DatabaseError, *STUMBLES) as error:
                self._blame(library, error)
                raise

    def _note_risks(self) -> None:
        """Say so when a new library lies where it may be damaged by other machines or programs."""
        from reader.cli.examining import said
        from reader.examining import risks

        for remark in risks("library", self.path.absolute().parent):
            if remark.code in ("folder_network", "folder_sync"):
                self.note(said(self, remark))

    def _blame(self, library: Library, error: Exception) -> None:
        """Raise `DamagedLibraryError` when it is the library, and no bug, that led to an error."""
        from reader.store.check import check

        if not check(library, self.progress).sound:
            self.progress.clear()
            raise DamagedLibraryError(str(self.path), "stumbled") from error

    def _back_up(self, library: Library) -> None:
        """Make the automatic backup; a fault of it is told, and changes nothing else."""
        try:
            made = library.backups.automatic(report=self.progress)
        except LibraryError as error:
            self.progress.clear()
            self.tell(error)
            return
        if made.copied is not None and made.copied.altered:
            self.progress.clear()
            self.note(self.words.say("automatic altered", altered=made.copied.altered))

    def tell(self, error: JiaokanError) -> None:
        """Print a fault of the world on stderr, in one line."""
        from reader.cli.telling import error_line

        complain(error_line(error, self.words, self.command))

    def note(self, sentence: str) -> None:
        """Print a sentence that is no fault on stderr."""
        complain(f"jiaokan: {sentence}")

    @contextmanager
    def telling(self, *, done: bool = True, more: bool = False) -> Iterator[None]:
        """Print in it what came of a step that is done, so that nobody does it once more.

        Where that cannot be printed, raise `OutputError`, which says that the step is done. With
        `more` there is more to do, which is left then; who ends reading a pipe wants no more, and
        is told nothing. Where nothing is `done` it is printed as any other result.
        """
        try:
            yield
            self.out.flush()
        except OSError as error:
            if not done or (more and isinstance(error, BrokenPipeError)):
                raise
            abandon_stdout()
            detail = "partly_untold" if more else "untold"
            raise OutputError("stdout", detail, says=error.strerror or "") from error

    def tell_changes(self, changes: Changes) -> None:
        """Print how much a write changed."""
        rows = (
            ("changed issues", changes.issues),
            ("changed", changes.articles),
            ("changed tags", changes.tags),
        )
        told = [self.words.say(key, count=len(ids)) for key, ids in rows if ids]
        said = self.words.pick(("，", ", ")).join(told) or self.words.say("nothing changed")
        with self.telling():
            self.out.line(said)

    def found(self, library: Library, query: str) -> list[str]:
        """Give the ids of the articles that a query finds, in the order of date, page, place."""
        from reader import searching

        self.note_literal(query)
        return searching.select(library, query)

    def note_literal(self, query: str) -> None:
        """Say so when a query is not understood, and searched for literally."""
        from reader.text.query import parse

        read = parse(query)
        if read.reason is not None:
            self.note(self.words.literal(read.reason, plain(read.about)))
