"""Open a library file as SQLite should be opened here, or say why it cannot be."""

from __future__ import annotations

import errno
import os
import threading
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pysqlite3
from pysqlite3 import OperationalError

from reader import places
from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryInUseError,
    NewerLibraryError,
    NoLibraryError,
    NotALibraryError,
    OutputError,
    ReadOnlyError,
    UnreadableError,
)
from reader.store import beside, declared, holding, hotjournal, hotlog, schema, seals
from reader.store.faults import NO_ROOM, DatabaseError, told_opening, translate

if TYPE_CHECKING:
    from pysqlite3 import Connection

WAIT_SECONDS = 30.0
"""How long a wish waits for another program's."""

WAL_SOUND_FROM = (3, 51, 3)
_STEPS = 100_000
"""After so many steps of SQLite, some milliseconds, Python is asked."""

_WRITTEN_AS, _LATEST_FORM = 18, 2
"""Where the header says which form of file must be known to write it, and the last there is."""


@dataclass(slots=True)
class _Here:
    """A library that is open here: a form of file that is none, else 0, and how often it is."""

    form: int
    connections: int = 0


_open_here: dict[str, _Here] = {}
"""What is open, by name; once all its connections are closed, the file is looked at anew."""
_guard = threading.Lock()


class Mode(Enum):
    """How a library is opened."""

    READ = "read"
    WRITE = "write"
    CREATE = "create"


def sqlite_version() -> str:
    """Give the version of the SQLite that is used."""
    return str(pysqlite3.sqlite_version)


def wal_is_sound() -> bool:
    """Tell whether this SQLite is free of the WAL-reset bug."""
    return tuple(pysqlite3.sqlite_version_info) >= WAL_SOUND_FROM


def connect(path: Path, mode: Mode, *, disguised: bool = False) -> Connection:
    """Open `path`, having looked at what it is; in `Mode.CREATE` make it when it is not there.

    One in which a view stands in place of a table is refused, but where `disguised` says that
    none of its tables is going to be read. Raise an error of `reader.errors` when it is no library,
    a newer one, or cannot be opened.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link
    if mode is Mode.CREATE:
        _make_file(path)
    elif not _is_there(path):
        _refuse_dead_link(path)
        raise NoLibraryError(str(path))
    beside.refuse_special(path)
    with _guard:
        here = _open_here.get(str(path)) or _Here(_look(path, mode))
        if here.form and mode is not Mode.READ:
            raise DamagedLibraryError(str(path), "write_form", form=here.form)
        if not here.connections:
            beside.refuse_library_beside(path)
            if can_write(path):  # else it is read as it stands
                _refuse_foreign(path)
        here.connections += 1
        _open_here[str(path)] = here
    with ExitStack() as undo, told_opening(path):
        undo.callback(release, path)
        connection = undo.enter_context(closing(_connect(path, mode)))
        assert isinstance(connection, _Ours)
        connection.form = here.form
        if not disguised:
            refuse_disguised(connection, path)
        if mode is not Mode.CREATE:
            _refuse_unmade(connection, path)
        undo.pop_all()
    return connection


def _refuse_foreign(path: Path) -> None:
    """Raise where a journal or a log would be taken for this library's, and is not."""
    log, _, journal = beside.names(path)
    if hotjournal.is_hot(journal):  # it comes first, and leaves another file to the log
        hotjournal.refuse_foreign(path, journal)
    else:
        hotlog.refuse_foreign(path, log)


def refuse_disguised(connection: Connection, path: Path) -> None:
    """Raise where what bears the name of a table of ours is none; no table is read."""
    planted = declared.disguised(connection)
    if planted:
        names = ", ".join(f"{fault.type} {fault.name}" for fault in planted)
        raise DamagedLibraryError(str(path), "disguised", names=names)


def _refuse_unmade(connection: Connection, path: Path) -> None:
    """Raise where SQLite has just taken back all of a library that was killed while it was made."""
    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        raise NoLibraryError(str(path), "empty")


def release(path: Path) -> None:
    """Say that a connection that `connect` gave is closed."""
    name = os.path.abspath(path)  # noqa: PTH100 - as in connect
    with _guard:
        _open_here[name].connections -= 1
        if not _open_here[name].connections:
            del _open_here[name]
            holding.let_go(name)


def _is_there(path: Path) -> bool:
    """Tell whether a path names anything; raise `UnreadableError` when that cannot be told."""
    try:
        return path.exists()
    except OSError as error:  # a name too long, a folder closed to us
        raise UnreadableError(str(path), "read", says=error.strerror or "") from error


def _refuse_dead_link(path: Path) -> None:
    """Raise where a link on the way to a library that is not there leads nowhere.

    One at its end that leads in a circle is a file that is no library.
    """
    link = places.dead_link(path)
    if link is not None and not (link == path and _goes_round(path)):
        facts = {"link": str(link), "target": str(link.readlink())}
        raise NoLibraryError(str(path), "dead_link", **facts)


def _goes_round(link: Path) -> bool:
    try:
        link.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _make_file(path: Path) -> None:
    """Make an empty private file where none is."""
    if _is_there(path):
        return
    _refuse_dead_link(path)
    if beside.is_too_long(path):
        raise OutputError(str(path), "long_name")
    if beside.is_side_name(path):
        raise OutputError(str(path), "side_name")
    try:
        places.make_private(path.parent)
        with suppress(FileExistsError):  # another program was quicker
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        fault = DiskFullError if error.errno in NO_ROOM else ReadOnlyError
        raise fault(str(path), "make", says=error.strerror or "") from error


def _look(path: Path, mode: Mode) -> int:
    """Read the header, before SQLite touches anything; give a form of file that is none, else 0.

    Only while this process has no connection to the file: closing it would drop POSIX locks.
    """
    try:
        if not path.is_file():
            raise NotALibraryError(str(path), "no_file")
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise UnreadableError(str(path), "read", says=error.strerror or "") from error
    if not head:  # as a first import leaves it for which the disk had no room
        if mode is Mode.CREATE:
            return 0
        raise NoLibraryError(str(path), "empty")
    if len(head) < len(beside.MAGIC) or not head.startswith(beside.MAGIC):
        raise NotALibraryError(str(path), "no_sqlite")
    if len(head) < 100:
        raise DamagedLibraryError(str(path), "short")
    version = int.from_bytes(head[60:64], "big")
    application = int.from_bytes(head[68:72], "big")
    refuse_strangers(path, application, version, empty_is_new=mode is Mode.CREATE)
    form = head[_WRITTEN_AS]
    return form if form > _LATEST_FORM else 0  # a byte that was changed: SQLite would only read it


def odd_form(connection: Connection) -> int:
    """Give the form of file that is none, for which SQLite only reads a library; else 0."""
    return connection.form if isinstance(connection, _Ours) else 0


def refuse_strangers(path: Path, application: int, version: int, *, empty_is_new: bool) -> None:
    """Raise when the two numbers of the header are not those of a library we know."""
    if application == version == 0 and empty_is_new:
        return
    if application != schema.APPLICATION_ID:
        raise NotALibraryError(str(path), "other_program")
    if version > schema.VERSION:
        raise NewerLibraryError(str(path), "version", theirs=version, ours=schema.VERSION)


def can_write(path: Path) -> bool:
    """Tell whether file and folder can both be written (SQLite needs side files)."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, mode: Mode) -> Connection:
    writable = can_write(path)
    if mode is not Mode.READ and not writable:
        raise ReadOnlyError(str(path), "permission")
    if mode is not Mode.READ and beside.is_linked(path):
        raise ReadOnlyError(str(path), "links")
    if mode is not Mode.READ and beside.is_too_long(path):
        raise ReadOnlyError(str(path), "long_name")
    if not writable or beside.is_too_long(path, "-wal"):  # then there can be no log
        return _unchanging(path)
    try:
        return _opened(path, mode, "mode=rw")
    except DatabaseError as error:
        if mode is not Mode.READ or not isinstance(translate(error, path), DiskFullError):
            raise
        # A full disk has no room for the side files; without a log all stands in the file.
        try:
            return _unchanging(path)
        except ReadOnlyError:
            raise error from None


class _Ours(pysqlite3.Connection):
    """A connection that knows what stood in the header."""

    form: int = 0


class _Unchanging(_Ours):
    """A connection to a file of which SQLite believes that nobody changes it."""

    path: Path
    mark: tuple[int, ...]


def _unchanging(path: Path) -> Connection:
    """Open for reading where SQLite can keep no files of its own, and so takes no locks."""
    mark = beside.mark(path)
    beside.refuse_unmerged(path)
    connection = _opened(path, Mode.READ, "immutable=1")
    assert isinstance(connection, _Unchanging)
    connection.path, connection.mark = path, mark
    return connection


def is_unchanging(connection: Connection) -> bool:
    """Tell whether a library is read without locks and without a log."""
    return isinstance(connection, _Unchanging)


def is_stale(connection: Connection) -> bool:
    """Tell whether another program has written what is read without locks."""
    return isinstance(connection, _Unchanging) and connection.mark != beside.mark(connection.path)


def refuse_changed(connection: Connection) -> None:
    """Raise where another program has written what was read without locks: it may be mixed."""
    if isinstance(connection, _Unchanging) and is_stale(connection):
        raise LibraryInUseError(str(connection.path), "changed")


def _opened(path: Path, mode: Mode, query: str) -> Connection:
    uri = f"file:{quote(os.fsencode(path))}?{query}"
    connection: Connection = pysqlite3.connect(
        uri,
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,
        cached_statements=512,
        factory=_Unchanging if query == "immutable=1" else _Ours,
    )
    with ExitStack() as undo:
        undo.callback(connection.close)
        prepare(connection, mode)
        undo.pop_all()
    return connection


def prepare(connection: Connection, mode: Mode) -> None:
    """Set what SQLite must know before the first statement."""
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "synchronous=FULL",
        "temp_store=MEMORY",
        "cache_size=-16000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    seals.prepare(connection)
    # Python sees Ctrl-C only between steps of its own, so a long statement is given some
    connection.set_progress_handler(_a_step, _STEPS)
    if mode is Mode.READ:
        connection.execute("PRAGMA query_only=ON")


def _a_step() -> int:
    """Let SQLite go on; a Ctrl-C is raised here, and SQLite then says that it was interrupted."""
    return 0


def set_journal(connection: Connection, path: Path) -> None:
    """Let the library at `path` be written ahead (WAL) where this SQLite does that soundly.

    Only once it has its tables: the number by which others know it must stand in the file
    itself, not in the log beside it. While another program has it open the journal stays as it
    is, which is as safe.
    """
    wanted = "wal" if wal_is_sound() else "delete"
    (now,) = connection.execute("PRAGMA journal_mode").fetchone()
    if now != wanted:
        with suppress(OperationalError):
            connection.execute(f"PRAGMA journal_mode={wanted}")
    elif now == "wal":
        hotjournal.sweep(beside.names(path)[2])
    connection.execute("PRAGMA journal_size_limit=67108864")


POURED_AT = 4_000
"""Pages in the log (WAL) from which on it is poured into the file while many files come; of itself
SQLite does so at 1,000. A small file writes some sixty, most of them again and again."""


def pour_seldom(connection: Connection) -> None:
    """Let the log of a library be poured less often, for as long as the connection is open.

    Each wish is as durable as ever: it is in the log, on the disk, before it is told.
    """
    connection.execute(f"PRAGMA wal_autocheckpoint = {POURED_AT}")
