"""One open library: a connection, the one door for writing, and a manager for each noun."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Self

from reader import settings
from reader.errors import (
    DamagedLibraryError,
    NotALibraryError,
    ReadOnlyError,
)
from reader.model import Changes
from reader.store import counters, holding, ids, journal, opening, schema, seals, wishing
from reader.store.declared import foreign_objects
from reader.store.derived import Derived
from reader.store.faults import told, told_opening
from reader.store.images import images_of, net
from reader.store.moments import snapshot
from reader.store.opening import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pysqlite3 import Connection
    from sqlite_utils import Database

    from reader.store.articles import Articles
    from reader.store.backup import Backups
    from reader.store.images import Image
    from reader.store.index import Index
    from reader.store.issues import Issues
    from reader.store.tags import Tags
    from reader.store.teaching import Teaching
    from reader.store.wishing import OpenWish

__all__ = ["Library", "Mode"]


class Library:
    """A library file, open in one thread.

    A connection belongs to the thread that made it; a job opens its own.
    """

    def __init__(self, path: Path, mode: Mode = Mode.READ, *, actor: str | None = None) -> None:
        self.path = path
        self.mode = mode
        self.actor = actor or settings.actor()
        self.connection: Connection = opening.connect(path, mode)
        self._lies = holding.Lies(path)
        with ExitStack() as undo, told_opening(path):
            undo.callback(self.close)
            self._prepare()
            if not opening.is_unchanging(self.connection):
                self._lies.note_log(self.connection)
            undo.pop_all()

    @classmethod
    def open(cls, path: Path, mode: Mode = Mode.READ, *, actor: str | None = None) -> Self:
        """Open the library at `path`; `Mode.CREATE` makes one where none is.

        Raise the errors of `reader.errors`; nothing is changed when one is raised.
        """
        return cls(path, mode, actor=actor)

    def _prepare(self) -> None:
        version = self._version()
        if version == 0 and self.mode is Mode.CREATE:
            self._create()
        elif version == 0:
            raise NotALibraryError(str(self.path), "empty")
        if self.mode is Mode.READ:
            return
        self.refuse_foreign()
        opening.set_journal(self.connection, self.path)
        self._migrate()

    @cached_property
    def database(self) -> Database:
        """The connection as the migrations take it; loaded when there is one to carry out."""
        from sqlite_utils import Database

        return Database(self.connection, recursive_triggers=True)

    def _version(self) -> int:
        (application,) = self.connection.execute("PRAGMA application_id").fetchone()
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        new = self.mode is Mode.CREATE
        opening.refuse_strangers(self.path, application, version, empty_is_new=new)
        return int(version)

    def _create(self) -> None:
        with self._at_once():
            if self.connection.execute("PRAGMA user_version").fetchone()[0]:
                return  # another program made it while we waited
            if self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise NotALibraryError(str(self.path), "other_program")
            self.connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            schema.migrations().apply(self.database)
            seals.watch(self.connection, importing=True)
            self.connection.execute(
                "INSERT INTO library (key, id, made_at) VALUES (1, ?, ?)", (ids.new_id(), ids.now())
            )

    def _migrate(self) -> None:
        if self._version() >= schema.VERSION:
            return
        from reader.store.backup import before_migration

        before_migration(self.connection, self.path, self.id)
        with self._at_once():
            schema.migrations().apply(self.database)
        self.refuse_foreign()

    def refuse_foreign(self) -> None:
        """Raise when the file holds a table, index, view or trigger that is not declared."""
        foreign = foreign_objects(self.connection)
        if foreign:
            raise DamagedLibraryError(
                str(self.path), "foreign", names=", ".join(fault.name for fault in foreign)
            )

    def close(self) -> None:
        """Close the connection; once is enough, twice does no harm."""
        if not getattr(self, "_closed", False):
            self._closed = True
            self._lies.close(self.connection)
            opening.release(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def id(self) -> str:
        """The library's own id, which its exports name."""
        row = self.connection.execute("SELECT id FROM library").fetchone()
        if row is None:
            raise DamagedLibraryError(str(self.path), "no_identity")
        return str(row[0])

    # A manager a noun, made when first asked for.

    @cached_property
    def issues(self) -> Issues:
        """Issues and their pages."""
        from reader.store.issues import Issues

        return Issues(self)

    @cached_property
    def articles(self) -> Articles:
        """Articles, their blocks, and every verb of proofreading."""
        from reader.store.articles import Articles

        return Articles(self)

    @cached_property
    def tags(self) -> Tags:
        """Tags of articles and of phrases."""
        from reader.store.tags import Tags

        return Tags(self)

    @cached_property
    def index(self) -> Index:
        """The index of search."""
        from reader.store.index import Index

        return Index(self)

    @cached_property
    def journal(self) -> journal.Journal:
        """Undo, redo and history."""
        return journal.Journal(self)

    @cached_property
    def derived(self) -> Derived:
        """What is derived from the ledger and kept beside it."""
        return Derived(self)

    @cached_property
    def backups(self) -> Backups:
        """Copies of the whole library, by age."""
        from reader.store.backup import Backups

        return Backups(self)

    @cached_property
    def teaching(self) -> Teaching:
        """What the engine learnt from the verdicts in the library."""
        from reader.store.teaching import Teaching

        return Teaching(self)

    # The one door for writing.

    @contextmanager
    def transaction(self, *, importing: bool = False) -> Iterator[None]:
        """Hold one ``BEGIN IMMEDIATE``: all of what is inside, or nothing.

        `importing`: blocks, pieces and seams are inserted under `seals.by_hand` alone.
        Raise `ReadOnlyError` in a library opened for reading, `LibraryInUseError` after waiting,
        `NoLibraryError` where the file is not in its folder any more.
        """
        with self._at_once():
            seals.watch(self.connection, importing=importing)
            yield

    def in_place(self) -> bool:
        """Tell whether the path still names the file that is open, and its log is still its log.

        One that was deleted, moved or replaced can be written as before; it is in no folder, and
        what is written is lost.
        """
        return self._lies.in_place() and self._lies.has_log()

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Hold a transaction of a library whose tables need not be there yet."""
        if self.mode is Mode.READ:
            raise ReadOnlyError(str(self.path), "opened_for_reading")
        self._lies.refuse_elsewhere()
        with told(self.path), counters.told(self.connection):
            self.connection.execute("BEGIN IMMEDIATE")
            # Blocks and articles refer to each other; all must fit when it is committed.
            self.connection.execute("PRAGMA defer_foreign_keys = ON")
            try:
                yield
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def wish(self, verb: str, onto: str | None = None, /, **detail: object) -> Iterator[OpenWish]:
        """Carry out one wish: what is written inside is one step of the journal.

        A wish that changes nothing leaves no row. After the block `changes` tells what changed.
        `onto` names a wish that it goes on with, if that can be (`wishing.go_on`).
        """
        with self.transaction():
            journal.watch(self.connection)
            asked = self.connection, self.actor, verb, detail
            wish = wishing.go_on(*asked, onto) or wishing.begin(*asked)
            self.connection.execute("INSERT INTO temp.open_wish VALUES (?)", (wish.key,))
            yield wish
            self._finish(wish)
            self.connection.execute("DELETE FROM temp.open_wish")

    def _finish(self, wish: OpenWish) -> None:
        images = net(images_of(self.connection, wish.key, after=wish.images))
        if not images:
            if not wish.images:
                wishing.forget(self.connection, wish)
            return
        wishing.keep(self.connection, wish)
        wish.changes = self.derived.after_wish(wish.key, wish.id, images, tuple(wish.made))
        wishing.count(self.connection, wish)

    def record(self, verb: str, images: Sequence[Image], **detail: object) -> Changes:
        """Note a wish whose rows were written without triggers; inside a transaction.

        An import writes no images but the one column by which an issue or page is present.
        """
        wish = wishing.begin(self.connection, self.actor, verb, detail)
        wishing.keep(self.connection, wish, images)
        return Changes(wish=wish.id)

    def moment(self) -> AbstractContextManager[None]:
        """Let all that is read inside be of one moment, whatever others write meanwhile."""
        return snapshot(self.connection)

    def refuse_changed(self) -> None:
        """Raise `LibraryInUseError` where what was read without locks may be of two states."""
        opening.refuse_changed(self.connection)

    def wait_at_most(self, seconds: float | None = None) -> None:
        """Let a wish wait so long for another program's; None: as long as is usual."""
        seconds = opening.WAIT_SECONDS if seconds is None else seconds
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def data_version(self) -> int:
        """Give a number that changes when another connection has written."""
        with told(self.path):
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])
