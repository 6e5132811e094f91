"""A log beside a library is taken for its own only where it can be, and its own always is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pysqlite3
import pytest
from aging import grow_old
from drafting import take_in

from reader.errors import OutputError
from reader.store import Library, Mode, hotlog, schema
from reader.store.check import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE, HEADER, FRAME = 4096, 32, 24


@pytest.fixture
def path(tmp_path) -> Path:
    return made(tmp_path / "library.db", "=甲\n乙丙")


def made(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, text)
    return path


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def killed(path: Path, act: Callable[[Library], object]) -> bytes:
    """Leave file and log as they lie there when a program is killed behind an act; give the log."""
    with Library.open(path, Mode.WRITE, actor="me") as library:
        act(library)
        file, log = path.read_bytes(), log_of(path).read_bytes()
    path.write_bytes(file)
    log_of(path).write_bytes(log)
    return log


def everything(library: Library) -> list[str]:
    return [row.id for row in library.articles.rows()]


def tag(name: str) -> Callable[[Library], object]:
    return lambda library: library.tags.add(name, everything(library))


def grow(library: Library) -> None:
    """Import what needs new pages."""
    take_in(library, "=丙\n" + "正文很长。" * 3000)


def index(library: Library) -> None:
    library.index.catch_up()


def grow_and_tag(library: Library) -> None:
    grow(library)
    tag("一")(library)
    grow_again(library)


def grow_again(library: Library) -> None:
    take_in(library, "=丁\n" + "又一篇。" * 4000)


def restart(library: Library) -> None:
    """Bring all into the file, and begin the log anew."""
    grow(library)
    library.connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
    grow_again(library)


def pages_of(log: bytes) -> list[tuple[int, bytes]]:
    step = FRAME + PAGE
    return [
        (int.from_bytes(log[at : at + 4], "big"), log[at + FRAME : at + step])
        for at in range(HEADER, len(log) - step + 1, step)
        if log[at + 8 : at + 16] == log[16:24]
    ]


def read(path: Path) -> tuple[list[str], list[str]]:
    with Library.open(path) as library:
        assert check(library).sound
        titles = [row.title or "" for row in library.articles.rows()]
        return titles, [row.name for row in library.tags.list()]


# --- its own ------------------------------------------------------------------------------

ACTS = {
    "a wish": tag("一"),
    "two wishes": lambda library: (tag("一")(library), tag("二")(library)),
    "an import": grow,
    "the index": index,
    "all of these": lambda library: (grow_and_tag(library), index(library)),
    "a log begun anew": restart,
    "a wish taken back": lambda library: (tag("一")(library), library.journal.undo()),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("mode", [Mode.READ, Mode.WRITE])
def test_its_own_log_is_taken(path, act, mode) -> None:
    killed(path, ACTS[act])
    with Library.open(path, mode) as library:
        assert check(library).sound
        assert len(everything(library)) == 1 + {"an import": 1}.get(
            act, 2 * (act in ("all of these", "a log begun anew"))
        )


@pytest.mark.parametrize("act", [tag("一"), grow, grow_and_tag, restart], ids=range(4))
def test_a_checkpoint_may_be_killed_at_any_page(path, act) -> None:
    before = path.read_bytes()
    log = killed(path, act)
    file = bytearray(path.read_bytes() if act is restart else before)
    newest = dict(pages_of(log))
    for page in sorted(newest):
        file[(page - 1) * PAGE : page * PAGE] = newest[page]
        path.write_bytes(file)
        hotlog.refuse_foreign(path, log_of(path))
    log_of(path).with_name(path.name + "-shm").unlink(missing_ok=True)
    read(path)


def test_wishes_are_only_cut_off_where_a_log_is(path) -> None:
    log = killed(path, ACTS["two wishes"])
    log_of(path).write_bytes(log[: -2 * (FRAME + PAGE)])
    assert read(path) == (["=甲"], ["一"])


def test_a_migration_that_was_killed_is_gone_on_with(path) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, 2)
    connection.close()
    killed(path, tag("一"))
    assert read(path) == (["=甲"], ["一"])
    with Library.open(path, Mode.WRITE) as library:
        assert library.connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_while_it_is_written_a_log_is_its_own(path) -> None:
    with Library.open(path, Mode.WRITE, actor="me") as library:
        library.connection.execute("PRAGMA wal_autocheckpoint = 15")
        for act in (grow, tag("一"), index, grow_again, tag("二")):
            act(library)
            hotlog.refuse_foreign(path, log_of(path))


# --- not its own --------------------------------------------------------------------------


def _of_another(path: Path, act: Callable[[Library], object]) -> bytes:
    other = made(path.parent / "away" / "other.db", "=别的\n正文")
    log = killed(other, act)
    shutil.rmtree(other.parent)
    return log


def _of_its_past(path: Path, before: Callable[[Library], object]) -> bytes:
    log = killed(path, before)
    for act in (tag("二"), tag("三")):
        with Library.open(path, Mode.WRITE, actor="me") as library:
            act(library)
    return log


def _of_before_it_grew(path: Path) -> bytes:
    log = killed(path, index)
    with Library.open(path, Mode.WRITE) as library:
        grow(library)
    return log


def _of_the_library_that_a_copy_replaced(path: Path) -> bytes:
    copy = path.with_name("copy.db")
    with Library.open(path, Mode.WRITE) as library:
        tag("二")(library)
        library.backups.copy_to(copy)
        tag("三")(library)
    log = killed(path, tag("四"))
    copy.replace(path)
    return log


def _of_another_program(path: Path, page: int) -> bytes:
    other = path.with_name("theirs.db")
    connection = pysqlite3.connect(str(other), isolation_level=None)
    for statement in (f"page_size = {page}", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {statement}")
    connection.execute("CREATE TABLE theirs (a)")
    log = log_of(other).read_bytes()
    connection.close()
    other.unlink()
    return log


FOREIGN = {
    "a wish in another library": lambda path: _of_another(path, tag("一")),
    "an import into another": lambda path: _of_another(path, grow),
    "an import into its past": lambda path: _of_its_past(path, grow),
    "a wish in its past": lambda path: _of_its_past(path, tag("一")),
    "before it grew": _of_before_it_grew,
    "the library that a copy replaced": _of_the_library_that_a_copy_replaced,
    "another program": lambda path: _of_another_program(path, PAGE),
    "other pages": lambda path: _of_another_program(path, 1024),
}


@pytest.mark.parametrize("mode", [Mode.READ, Mode.CREATE])
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_log_that_is_not_its_own_is_named_and_not_taken(path, mode, kind) -> None:
    log = FOREIGN[kind](path)
    wanted = read(path) if not log_of(path).exists() else None
    log_of(path).write_bytes(log)
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(OutputError) as caught:
        Library.open(path, mode)
    assert (caught.value.subject, caught.value.detail) == (str(log_of(path)), "foreign_journal")
    assert (path.read_bytes(), log_of(path).read_bytes()) == (before, log)
    assert sorted(path.parent.iterdir()) == beside
    log_of(path).unlink()
    assert wanted in (None, read(path))


def test_the_log_of_a_library_that_is_gone_is_not_taken_away(path) -> None:
    log = killed(path, tag("一"))
    path.write_bytes(b"")
    with pytest.raises(OutputError):
        Library.open(path, Mode.CREATE)
    assert (path.read_bytes(), log_of(path).read_bytes()) == (b"", log)


# --- of which SQLite takes no notice ------------------------------------------------------


def _without(log: bytes, at: int) -> bytes:
    return log[:at] + bytes([log[at] ^ 1]) + log[at + 1 :]


NO_LOG = {
    "nothing": lambda _: b"",
    "a letter": lambda _: "甲乙".encode() * 9000,
    "a header": lambda path: _of_another(path, tag("一"))[:HEADER],
    "a header that does not add up": lambda path: _without(_of_another(path, tag("一")), 12),
    "a page that does not add up": lambda path: _without(_of_another(path, tag("一")), 99),
    "an act without its end": lambda path: _of_another(path, tag("一"))[: HEADER + FRAME + PAGE],
    "half a page": lambda path: _of_another(path, tag("一"))[: HEADER + FRAME + 9],
}


@pytest.mark.parametrize("kind", NO_LOG)
def test_what_sqlite_does_not_take_is_in_nobodys_way(path, kind) -> None:
    log_of(path).write_bytes(NO_LOG[kind](path))
    assert read(path) == (["=甲"], [])
