"""Copies of a library in use, their rotation, and the way back."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pysqlite3
import pytest
from drafting import take_in

import reader
from reader import places
from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryError,
    LibraryInUseError,
    NewerLibraryError,
    NoLibraryError,
    NotALibraryError,
    OutputError,
    ReadOnlyError,
    UsageError,
)
from reader.model import Status
from reader.store import Library, Mode, copying, opening, restoring, schema
from reader.store.backup import Backup, Made, Why, kept, restore
from reader.store.beside import draft_of
from reader.store.check import check
from reader.store.contents import contents
from reader.store.damaged import set_aside
from reader.store.locks import SideLock
from reader.store.restoring import sweep_draft
from reader.store.shelf import listed

NOW = datetime(2025, 4, 14, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(places, "backups_folder", lambda: tmp_path / "backups")
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.2)
    return tmp_path / "backups"


@pytest.fixture
def path(tmp_path) -> Path:
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        for number in range(5):
            take_in(library, f"=题{number}\n正文正文\n正文", name=f"{number}.txt")
    return path


@pytest.fixture
def library(path):
    with Library.open(path, Mode.WRITE, actor="me") as library:
        yield library


def titles(path: Path) -> list[str]:
    with Library.open(path) as library:
        assert check(library).faults == ()
        return [row.title for row in library.articles.rows()]


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def plant(path: Path, statement: str) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute(statement)
    connection.close()


def harm(path: Path) -> None:
    """Spoil a page of the ledger, not the header."""
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xa5" * 4096)


ALL = [f"=题{number}" for number in range(5)]


# --- a copy -------------------------------------------------------------------------------


def test_a_copy_while_another_writes(library, path, tmp_path) -> None:
    with Library.open(path, Mode.WRITE) as other, other.transaction():
        other.connection.execute("UPDATE tally SET title = 'not committed'")
        copied = library.backups.copy_to(tmp_path / "copy.db")
    assert (copied.articles, copied.pages, copied.library) == (5, 5, library.id)
    assert copied.characters == sum(row.characters for row in library.articles.rows())
    assert copied.size == copied.path.stat().st_size
    assert copied.path.stat().st_mode & 0o777 == 0o600
    assert titles(copied.path) == ALL
    assert "copy.db" in names(tmp_path)
    assert not [name for name in names(tmp_path) if name.startswith((".", "copy.db-"))]


def test_an_earlier_copy_is_replaced(library, path, tmp_path) -> None:
    target = tmp_path / "copy.db"
    library.backups.copy_to(target)
    with Library.open(path, Mode.WRITE) as other:
        other.journal.undo()
        take_in(other, "=后来", name="later.txt")
    library.backups.copy_to(target)
    assert "=后来" in titles(target)
    target.write_bytes(b"")
    library.backups.copy_to(target)
    assert "=后来" in titles(target)


def _another(_: Path, target: Path) -> None:
    with Library.open(target, Mode.CREATE) as other:
        take_in(other, "=别的", name="other.txt")


def _new(_: Path, target: Path) -> None:
    Library.open(target, Mode.CREATE).close()


def _worked_on(path: Path, target: Path) -> None:
    with Library.open(path) as library:
        library.backups.copy_to(target)
    with Library.open(target, Mode.WRITE) as copied:
        take_in(copied, "=在副本里", name="there.txt")


def _parted(path: Path, target: Path) -> None:
    _worked_on(path, target)
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "=在库里", name="here.txt")


def _without_id(path: Path, target: Path) -> None:
    with Library.open(path) as library:
        library.backups.copy_to(target)
    plant(target, "DELETE FROM library")


def _broken(path: Path, target: Path) -> None:
    with Library.open(path) as library:
        library.backups.copy_to(target)
    harm(target)
    with target.open("r+b") as file:
        file.seek(100)
        file.write(bytes(1000))


@pytest.mark.parametrize("make", [_another, _new, _worked_on, _parted, _without_id, _broken])
def test_work_that_only_the_target_holds_is_not_replaced(path, tmp_path, make) -> None:
    target = tmp_path / "copy.db"
    make(path, target)
    before, beside = target.read_bytes(), names(tmp_path)
    with Library.open(path) as library, pytest.raises(OutputError) as caught:
        library.backups.copy_to(target)
    assert (caught.value.detail, caught.value.subject) == ("other_library", str(target))
    assert target.read_bytes() == before
    assert names(tmp_path) == beside


def test_a_copy_is_of_one_moment(library, path, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(copying, "PAGES_AT_ONCE", 5)
    calls = []

    def meanwhile(done: int, pages: int) -> None:
        calls.append(done)
        if len(calls) < 4:
            with Library.open(path, Mode.WRITE) as other:
                take_in(other, f"=其间{done}", name=f"{done}.txt")

    copied = library.backups.copy_to(tmp_path / "copy.db", meanwhile)
    assert copied.articles == 5
    assert len(calls) > 4
    assert titles(copied.path) == ALL
    assert len(titles(path)) == 8


def test_a_copy_is_synced_before_it_has_its_name(library, tmp_path, monkeypatch) -> None:
    steps = []
    fsync, replace_ = os.fsync, Path.replace

    def synced(handle: int) -> None:
        steps.append(os.fstat(handle).st_ino)
        fsync(handle)

    def renamed(beside: Path, to: Path) -> Path:
        steps.append("renamed")
        return replace_(beside, to)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    copied = library.backups.copy_to(tmp_path / "copy.db")
    assert steps == [copied.path.stat().st_ino, "renamed", tmp_path.stat().st_ino]


def test_a_copy_needs_no_side_files(library, tmp_path, monkeypatch) -> None:
    copied = library.backups.copy_to(tmp_path / "far" / "away" / "copy.db")
    with Library.open(copied.path) as opened:
        (mode,) = opened.connection.execute("PRAGMA journal_mode").fetchone()
        assert mode == "delete"
        assert names(copied.path.parent) == ["copy.db"]
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    assert titles(copied.path) == ALL


def test_a_reader_can_copy(path, tmp_path) -> None:
    with Library.open(path) as library:
        library.backups.copy_to(tmp_path / "copy.db")
    assert titles(tmp_path / "copy.db") == ALL


def test_a_newer_copy_takes_the_place_of_an_older(library, tmp_path) -> None:
    library.backups.copy_to(tmp_path / "copy.db")
    take_in(library, "=又", name="more")
    assert library.backups.copy_to(tmp_path / "copy.db").articles == 6
    assert titles(tmp_path / "copy.db") == [*ALL, "=又"]


def test_an_empty_file_is_no_loss(library, tmp_path) -> None:
    (tmp_path / "copy.db").touch()
    library.backups.copy_to(tmp_path / "copy.db")
    assert titles(tmp_path / "copy.db") == ALL


def test_the_report_and_cancelling_by_it(library, tmp_path) -> None:
    told = []
    library.backups.copy_to(tmp_path / "copy.db", lambda done, pages: told.append((done, pages)))
    assert told[-1][0] == told[-1][1] > 0
    before = (tmp_path / "copy.db").read_bytes()
    take_in(library, "=又", name="more")

    def cancel(done: int, pages: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.backups.copy_to(tmp_path / "copy.db", cancel)
    assert (tmp_path / "copy.db").read_bytes() == before
    assert names(tmp_path) == ["copy.db", "work"]
    assert not library.connection.in_transaction


def _link(path: Path, to: Path) -> Path:
    to.symlink_to(path)
    return to


def _hard_link(path: Path, to: Path) -> Path:
    to.hardlink_to(path)
    return to


def _other_database(_: Path, to: Path) -> Path:
    plant(to, "CREATE TABLE theirs (a)")
    return to


def _newer(path: Path, to: Path) -> Path:
    shutil.copy(path, to)
    plant(to, f"PRAGMA user_version = {schema.VERSION + 1}")
    return to


def _text(_: Path, to: Path) -> Path:
    to.write_text("甲乙")
    return to


def _folder(_: Path, to: Path) -> Path:
    to.mkdir()
    return to


def _side_file(_: Path, to: Path) -> Path:
    to.with_name(to.name + "-wal").write_text("left by another")
    return to


@pytest.mark.parametrize(
    ("make", "detail"),
    [
        (lambda path, _: path, "itself"),
        (lambda path, _: path.parent / "." / ".." / "work" / path.name, "itself"),
        (lambda path, _: path.with_name(path.name + "-wal"), "side_name"),
        (lambda path, _: path.with_name(path.name + "-journal"), "side_name"),
        (_link, "itself"),
        (_hard_link, "itself"),
        (_other_database, "not_ours"),
        (_newer, "not_ours"),
        (_text, "not_ours"),
        (_folder, "is_folder"),
        (_side_file, "side_files"),
    ],
)
def test_where_a_copy_is_refused(path, tmp_path, make, detail) -> None:
    to = make(path, tmp_path / "to.db")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with Library.open(path) as library, pytest.raises(OutputError) as caught:
        library.backups.copy_to(to)
    assert caught.value.detail == detail
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EIO, OutputError),
    ],
)
def test_a_disk_that_fails_leaves_the_old_copy(
    library, tmp_path, monkeypatch, number, error
) -> None:
    library.backups.copy_to(tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()

    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(error) as caught:
        library.backups.copy_to(tmp_path / "copy.db")
    assert type(caught.value) is error
    assert (tmp_path / "copy.db").read_bytes() == before
    assert names(tmp_path) == ["copy.db", "work"]


def test_a_full_disk_said_by_sqlite(library, tmp_path, monkeypatch) -> None:
    plain = copying._plain

    def small(path):
        context = plain(path)
        connection = context.__enter__()
        connection.execute("PRAGMA max_page_count = 5")

        class Held:
            def __enter__(self):
                return connection

            def __exit__(self, *error):
                return context.__exit__(*error)

        return Held()

    monkeypatch.setattr(copying, "_plain", small)
    with pytest.raises(DiskFullError):
        library.backups.copy_to(tmp_path / "copy.db")
    assert names(tmp_path) == ["work"]


def test_a_folder_that_cannot_be_used(library, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        library.backups.copy_to(tmp_path / "file" / "copy.db")
    with pytest.raises(OutputError):
        library.backups.copy_to(tmp_path / ("长" * 83))  # 249 bytes: the name beside is too long


KILLED_COPY = """
import os, signal, sys
from pathlib import Path
from reader import places
from reader.store import Library, copying
places.backups_folder = lambda: Path(sys.argv[2])
copying.PAGES_AT_ONCE = 5
copying.patience = lambda *_: lambda *_: os.kill(os.getpid(), signal.SIGKILL)
Library.open(Path(sys.argv[1])).backups.automatic()
"""


def test_what_killed_automatic_copies_left_is_swept(library, shelf) -> None:
    with program(KILLED_COPY, library.path, shelf) as process:
        assert process.wait() == -signal.SIGKILL
    folder = library.backups.folder()
    (folder / ".20250101T000000Z-1-1.db.tmp.lock").touch()
    at_work = folder / ".20250102T000000Z-1-1.db.tmp"
    at_work.touch()
    (folder / ".mine").touch()
    assert len(names(folder)) > 4
    with SideLock(at_work.with_name(at_work.name + ".lock")).held():
        made = library.backups.automatic(NOW)
        assert names(folder) == sorted(
            [".mine", at_work.name, at_work.name + ".lock", made.copied.path.name]
        )


def test_what_a_killed_run_left_is_swept(library, tmp_path) -> None:
    for end in ("", "-journal", "-wal"):
        (tmp_path / f".copy.db.tmp{end}").write_text("torn")
    library.backups.copy_to(tmp_path / "copy.db")
    assert names(tmp_path) == ["copy.db", "work"]


def test_no_copy_gets_too_long_a_name(library, tmp_path) -> None:
    longest = [letter * 247 for letter in "xy"] + ["库" * 82 + "x"]
    for name in longest:
        library.backups.copy_to(tmp_path / name)
    with pytest.raises(OutputError) as caught:
        library.backups.copy_to(tmp_path / ("x" * 248))
    assert caught.value.detail == "long_name"
    assert names(tmp_path) == ["work", *longest]


def test_what_a_killed_run_left_of_a_long_name_is_swept_and_nothing_of_its_twin(
    library, tmp_path
) -> None:
    mine, twin = (tmp_path / ("x" * 246 + end) for end in "ab")
    assert draft_of(mine) != draft_of(twin)
    for path in (mine, twin):
        draft_of(path).write_text("torn")
    library.backups.copy_to(mine)
    assert not draft_of(mine).exists()
    assert draft_of(twin).read_text() == "torn"


@pytest.mark.parametrize("length", [242, 243, 247])
def test_a_library_of_a_long_name_can_be_made_and_restored_once_it_is_gone(
    tmp_path, length
) -> None:
    path = tmp_path / "work" / ("x" * length)
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=题\n正文")
        kept = library.backups.make(NOW).path
    path.unlink()
    assert restore(kept, path).articles == 1
    harm(path)
    assert restore(kept, path).damaged
    path.write_bytes(b"damaged")
    assert restore(kept, path, anything=True).damaged
    assert titles(path) == ["=题"]
    assert names(path.parent) == [path.name]


def test_two_programs_do_not_copy_to_one_place(library, tmp_path) -> None:
    with SideLock(tmp_path / ".copy.db.tmp.lock").held(), pytest.raises(LibraryInUseError):
        library.backups.copy_to(tmp_path / "copy.db")
    assert names(tmp_path) == ["work"]


def test_a_damaged_library_makes_no_copy(path, tmp_path) -> None:
    with Library.open(path) as library:
        library.backups.copy_to(tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()
    harm(path)
    with Library.open(path) as library, pytest.raises(DamagedLibraryError):
        library.backups.copy_to(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == before


def test_a_library_without_identity_makes_no_copy(path, tmp_path) -> None:
    plant(path, "DELETE FROM library")
    with Library.open(path) as library, pytest.raises(DamagedLibraryError):
        library.backups.copy_to(tmp_path / "copy.db")


def test_no_copy_in_the_middle_of_a_wish(library, tmp_path) -> None:
    with library.transaction(), pytest.raises(UsageError):
        library.backups.copy_to(tmp_path / "copy.db")


def test_a_copy_that_waits_too_long(tmp_path) -> None:
    busy = pysqlite3.SQLITE_BUSY
    reports = []
    progress = copying.patience(tmp_path, lambda done, pages: reports.append(done))
    progress(busy, 5, 5)
    progress(0, 4, 5)
    progress(busy, 4, 5)
    opening.WAIT_SECONDS = -1.0
    with pytest.raises(LibraryInUseError):
        progress(busy, 4, 5)
    assert reports == [0, 1, 1]


# --- by age -------------------------------------------------------------------------------


def test_an_automatic_copy_when_something_changed(library) -> None:
    made = library.backups.automatic(NOW)
    assert (made.did, made.last, made.removed) == (Made.MADE, None, ())
    (first,) = library.backups.list()
    assert (first.at, first.articles, first.why) == (NOW, 5, Why.AUTOMATIC)
    assert first.characters == made.copied.characters
    assert first.path == made.copied.path
    assert first.path.parent.stat().st_mode & 0o777 == 0o700
    assert library.backups.automatic(NOW + HOUR / 2).did is Made.RECENT
    assert library.backups.automatic(NOW + HOUR * 2).did is Made.UNCHANGED
    (row, *_) = library.articles.rows()
    library.articles.set_status(Status.WORKING, [row.id])
    again = library.backups.automatic(NOW + HOUR * 3)
    assert (again.did, again.last) == (Made.MADE, first)
    library.journal.undo()
    assert library.backups.automatic(NOW + HOUR * 5).did is Made.MADE
    assert [b.at for b in library.backups.list()] == [NOW + HOUR * n for n in (5, 3, 0)]


def test_automatic_copies_of_now(library) -> None:
    assert library.backups.automatic().did is Made.MADE
    assert library.backups.automatic().did is Made.RECENT


def test_a_clock_that_was_wrong_holds_nothing_up(library) -> None:
    library.backups.automatic(NOW + timedelta(days=900))
    take_in(library, "=又", name="more")
    assert library.backups.automatic(NOW).did is Made.MADE


def test_copies_from_the_future_do_not_drive_out_the_new_one(library) -> None:
    for days in range(1, 300):
        _pretend(library, NOW + timedelta(days=days), 5, 50)
    made = library.backups.automatic(NOW)
    assert made.did is Made.MADE
    assert made.copied.path.exists()
    assert made.removed


def test_beside_copies_from_the_future_the_new_ones_are_kept_by_age(library) -> None:
    for days in range(1, 300):
        _pretend(library, NOW + timedelta(days=days), 5, 50)
    first = library.backups.automatic(NOW)
    assert library.backups.automatic(NOW + HOUR / 2).did is Made.RECENT
    for hours in range(2, 6):
        take_in(library, f"={hours}", name=f"more{hours}")
        assert library.backups.automatic(NOW + HOUR * hours).did is Made.MADE
    assert first.copied.path.exists()
    later = NOW + HOUR * 6
    assert [b.at for b in library.backups.list() if b.at < later] == [
        NOW + HOUR * hours for hours in (5, 4, 3, 2, 0)
    ]
    assert library.backups.last_good(later).at == NOW + HOUR * 5
    assert library.backups.last_good(NOW - timedelta(days=9)).at == NOW + timedelta(days=299)


def test_one_program_at_a_time(library) -> None:
    library.backups.folder().mkdir(parents=True)
    with SideLock(library.backups.folder() / ".lock").held():
        assert library.backups.automatic(NOW).did is Made.BUSY
    assert library.backups.list() == ()


def test_a_copy_that_can_no_longer_be_read_is_made_again(library) -> None:
    made = library.backups.automatic(NOW)
    made.copied.path.write_bytes(b"gone")
    assert library.backups.automatic(NOW + HOUR * 2).did is Made.MADE


def shrink(library: Library, *, articles: int) -> None:
    """Lose articles as no verb can."""
    with library.transaction():
        library.connection.execute("PRAGMA defer_foreign_keys = ON")
        for sql in (
            "DELETE FROM tally WHERE article > ?",
            "DELETE FROM reading WHERE block IN (SELECT key FROM block WHERE article > ?)",
            "DELETE FROM piece WHERE block IN (SELECT key FROM block WHERE article > ?)",
            "DELETE FROM block WHERE article > ?",
            "DELETE FROM article WHERE key > ?",
        ):
            library.connection.execute(sql, (articles,))


def test_a_much_smaller_copy_takes_no_good_one_away(library) -> None:
    for hours in range(30):
        old = NOW - HOUR * (hours + 1)
        _pretend(library, old, 5, 50)
    shrink(library, articles=3)
    made = library.backups.automatic(NOW)
    assert made.did is Made.SMALLER
    assert made.removed == ()
    assert made.last.articles == 5
    assert made.copied.articles == 3
    assert made.copied.path.name.endswith("-smaller.db")
    assert len(library.backups.list()) == 31
    again = library.backups.automatic(NOW + HOUR * 2)
    assert again.did is Made.UNCHANGED
    take_in(library, "=又", name="more")  # 4 of 5 articles: as many as there must be
    with library.transaction():
        library.connection.execute("UPDATE tally SET characters = 12")
    made = library.backups.automatic(NOW + HOUR * 4)
    assert made.did is Made.MADE
    assert made.removed
    assert [b.why for b in library.backups.list()][:2] == [Why.AUTOMATIC, Why.SMALLER]


def change_a_letter(path: Path) -> None:
    """Change a page as no program of ours does."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("UPDATE source SET text = replace(text, '正文', '正支') WHERE key = 2")
    connection.close()


def test_a_copy_of_what_was_changed_from_outside_is_made_but_is_no_good_one(library) -> None:
    for hours in range(30):
        _pretend(library, NOW - HOUR * (hours + 1), 5, 50)
    change_a_letter(library.path)
    made = library.backups.automatic(NOW)
    assert (made.did, made.removed, made.copied.altered) == (Made.ALTERED, (), 1)
    assert made.copied.path.name.endswith("-altered.db")
    first, *others = library.backups.list()
    assert (first.path, first.altered, first.why) == (made.copied.path, True, Why.AUTOMATIC)
    assert len(others) == 30
    assert library.backups.last_good() == others[0]
    wished = library.backups.make(NOW + HOUR)
    assert (wished.altered, wished.path.name[-18:]) == (1, "by-hand-altered.db")
    assert library.backups.list()[0].why is Why.WISHED
    assert library.backups.last_good() == others[0]


def test_a_restored_copy_tells_that_it_was_changed_from_outside(library, tmp_path) -> None:
    sound = library.backups.copy_to(tmp_path / "sound.db")
    change_a_letter(library.path)
    copied = library.backups.copy_to(tmp_path / "copy.db")
    assert (sound.altered, copied.altered) == (0, 1)
    path = library.path
    library.close()
    assert contents(copied.path).altered == 1
    done = restore(tmp_path / "sound.db", path, NOW)
    assert done.altered == 0
    assert done.kept.name.endswith("-before-restore-altered.db")
    (kept_one,) = listed(done.kept.parent)
    assert (kept_one.why, kept_one.altered) == (Why.RESTORE, True)
    assert restore(copied.path, path, NOW).altered == 1


def _pretend(library: Library, at: datetime, articles: int, characters: int, why: str = "") -> Path:
    """Put a file of a copy's name on the shelf."""
    folder = library.backups.folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}-{articles}-{characters}{why}.db"
    path.touch()
    return path


def test_older_copies_go_only_once_the_new_one_is_good(library, monkeypatch) -> None:
    for hours in range(1, 60):
        _pretend(library, NOW - HOUR * hours, 5, 50)
    others = [
        _pretend(library, NOW - HOUR * 9000, 5, 50, "-before-migration"),
        _pretend(library, NOW - HOUR * 9000, 5, 50, "-before-restore"),
        library.backups.folder() / "notes.db",
        library.backups.folder() / "20251399T999999Z-1-1.db",
        library.backups.folder() / "20250101T000000Z-1-1-mine.db",
    ]
    for other in others[2:]:
        other.touch()
    before = names(library.backups.folder())
    verify = copying.verify
    monkeypatch.setattr(copying, "verify", lambda *a: replace(verify(*a), pieces=0))
    with pytest.raises(DamagedLibraryError):
        library.backups.automatic(NOW)
    assert names(library.backups.folder()) == before
    monkeypatch.setattr(copying, "verify", verify)
    made = library.backups.automatic(NOW)
    stay = {b.path for b in library.backups.list()}
    assert len(made.removed) == 59 - 23 - 2  # with the new one 24 hours, and two days before
    assert set(others[:2]) <= stay
    assert all(other.exists() for other in others)
    assert made.copied.path in stay


def test_which_copies_stay() -> None:
    backups = [
        Backup(Path(str(hours)), NOW - HOUR * hours, 1, 1, Why.AUTOMATIC, 1)
        for hours in range(24 * 400)
    ]
    stay = sorted((NOW - b.at) // HOUR for b in kept(backups))
    assert stay[:24] == list(range(24))
    days = [hours for hours in stay if 24 <= hours < 24 * 14]
    assert [b - a for a, b in itertools.pairwise(days)] == [24] * (len(days) - 1)
    weeks = [hours for hours in stay if hours >= 24 * 14]
    assert {b - a for a, b in itertools.pairwise(weeks)} == {24 * 7}
    assert 24 * 7 * 24 < stay[-1] < 24 * 7 * 26
    assert len(stay) <= 24 + 14 + 26
    assert kept([]) == set()


def test_a_copy_that_stays_today_stayed_yesterday() -> None:
    """Going on hour by hour, what was taken away is never missed later."""
    backups: set[Backup] = set()
    for hour in range(24 * 60):
        at = NOW + HOUR * hour
        backups.add(Backup(Path(str(hour)), at, 1, 1, Why.AUTOMATIC, 1))
        backups = kept(backups)
    everything = {
        Backup(Path(str(hour)), NOW + HOUR * hour, 1, 1, Why.AUTOMATIC, 1)
        for hour in range(24 * 60)
    }
    assert backups == kept(everything)


def test_the_shelf_is_named_safely(library, shelf) -> None:
    with library.transaction():
        library.connection.execute("UPDATE library SET id = '../../x/甲'")
    with Library.open(library.path) as again:
        assert again.backups.folder().parent == shelf
    assert listed(shelf / "none") == ()


# --- the way back -------------------------------------------------------------------------


@pytest.fixture
def copy(path, tmp_path) -> Path:
    with Library.open(path) as library:
        return library.backups.copy_to(tmp_path / "copy.db").path


def changed(path: Path) -> None:
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "=又", name="more")


def test_a_backup_through_a_link_comes_to_lie_where_it_leads(library, tmp_path) -> None:
    (tmp_path / "disk").mkdir()
    link = tmp_path / "copy.db"
    link.symlink_to(tmp_path / "disk" / "copy.db")
    for _ in range(2):
        assert library.backups.copy_to(link).path == tmp_path / "disk" / "copy.db"
        assert link.is_symlink()
        assert titles(tmp_path / "disk" / "copy.db") == titles(library.path)
    assert names(tmp_path / "disk") == ["copy.db"]


@pytest.mark.parametrize("there", ["library", "nothing", "damaged"])
def test_a_restore_through_a_link_leaves_the_link(copy, path, tmp_path, there) -> None:
    link = tmp_path / "library.db"
    link.symlink_to(path)
    if there == "nothing":
        path.unlink()
    elif there == "damaged":
        path.write_bytes(b"\0" * 40_000)
        path.with_name("library.db-wal").write_bytes(b"log")
    restored = restore(copy, link, NOW, anything=True)
    assert link.is_symlink()
    assert titles(path) == titles(copy)
    assert names(path.parent) == ["library.db"]
    assert (restored.kept is None) == (there == "nothing")
    if there == "damaged":
        assert len(names(restored.kept.parent)) == 2


@pytest.mark.parametrize("how", ["disk", "folder", "circle"])
def test_nothing_is_written_where_a_link_leads_nowhere(library, copy, tmp_path, how) -> None:
    """The disk was taken out: no folder is made in its place, and the link stays."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "out" / "of.db" if how == "disk" else tmp_path / "out")
    named = link / "of.db" if how == "folder" else link
    if how == "circle":
        (tmp_path / "out").symlink_to(link)
    before = names(tmp_path)
    for write in (library.backups.copy_to, lambda to: restore(copy, to)):
        with pytest.raises(OutputError) as caught:
            write(named)
        assert (caught.value.subject, caught.value.detail) == (str(named), "dead_link")
        assert caught.value.facts["target"] == str(link.readlink())
    assert link.is_symlink()
    assert names(tmp_path) == before


def test_restore_where_nothing_is(copy, tmp_path, shelf) -> None:
    restored = restore(copy, tmp_path / "new" / "library.db")
    assert (restored.articles, restored.kept, restored.damaged) == (5, None, False)
    assert restored.path.stat().st_mode & 0o777 == 0o600
    assert titles(restored.path) == ALL
    assert not shelf.exists()


def test_restore_keeps_what_was_there(copy, path) -> None:
    changed(path)
    before = path.stat().st_ino
    restored = restore(copy, path, NOW)
    assert titles(path) == ALL
    assert path.stat().st_ino == before  # whoever opens it by this name sees the new one
    assert restored.kept.name == "20250414T093000Z-6-47-before-restore.db"
    assert not restored.damaged
    assert titles(restored.kept) == [*ALL, "=又"]
    assert names(path.parent) == ["library.db"]
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "=后")
        (mode,) = library.connection.execute("PRAGMA journal_mode").fetchone()
        assert mode == "wal"
    restore(restored.kept, path)
    assert titles(path) == [*ALL, "=又"]


def test_restore_waits_and_then_says_in_use(copy, path) -> None:
    changed(path)
    with Library.open(path) as library:
        library.articles.list_keys()
        with pytest.raises(LibraryInUseError):
            restore(copy, path)
    assert titles(path) == [*ALL, "=又"]
    assert names(path.parent) == ["library.db"]


HOLDER = """
import sys
import pysqlite3
connection = pysqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("SELECT count(*) FROM piece").fetchone()
print("open", flush=True)
sys.stdin.read(1)
connection.close()
"""


def program(source: str, *arguments: object) -> subprocess.Popen:
    """Start another program."""
    return subprocess.Popen(
        [sys.executable, "-c", source, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(Path(reader.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_restore_under_another_program(copy, path, monkeypatch) -> None:
    changed(path)
    with program(HOLDER, path) as process:
        assert process.stdout.readline() == "open\n"
        with pytest.raises(LibraryInUseError):
            restore(copy, path)
        monkeypatch.setattr(opening, "WAIT_SECONDS", 30.0)
        process.stdin.write("x")
        process.stdin.flush()
        restore(copy, path)
        process.wait()
    assert titles(path) == ALL


KILLED = """
import os, signal, sys
from pathlib import Path
from reader import places
from reader.store import copying, restoring
places.backups_folder = lambda: Path(sys.argv[3])
module = {"restoring": restoring, "copying": copying}[sys.argv[4]]
copying.PAGES_AT_ONCE = 5
module.patience = lambda *_: lambda *_: os.kill(os.getpid(), signal.SIGKILL)
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("where", ["restoring", "copying"])
def test_a_restore_killed_leaves_the_old_library_whole(copy, path, shelf, where) -> None:
    changed(path)
    with program(KILLED, copy, path, shelf, where) as process:
        assert process.wait() == -signal.SIGKILL
    assert titles(path) == [*ALL, "=又"]
    restore(copy, path)
    assert titles(path) == ALL


def test_a_restore_to_a_new_place_killed_leaves_nothing_that_stays(copy, tmp_path, shelf) -> None:
    target = tmp_path / "new" / "library.db"
    with program(KILLED, copy, target, shelf, "copying") as process:
        assert process.wait() == -signal.SIGKILL
    assert not target.exists()
    restore(copy, target)
    assert names(target.parent) == ["library.db"]


@pytest.mark.parametrize(
    "left", [[".library.db.tmp.lock"], [".library.db.tmp", ".library.db.tmp.lock"]]
)
def test_what_a_restore_to_a_new_place_left_goes_when_it_is_done_again(copy, path, left) -> None:
    """The library has its name already, and goes another way than when there was none."""
    for name in left:
        (path.parent / name).touch()
    with SideLock(path.parent / ".library.db.tmp.lock").held():
        sweep_draft(path)
        assert names(path.parent) == sorted([*left, "library.db"])
    for name in left:
        (path.parent / name).touch()
    restore(copy, path)
    assert names(path.parent) == ["library.db"]


def test_a_file_like_the_lock_of_a_restore_is_somebodys(path) -> None:
    theirs = path.parent / ".library.db.tmp.lock"
    theirs.write_text("somebody's")
    sweep_draft(path)
    assert theirs.read_text() == "somebody's"


def test_restore_over_a_damaged_library_sets_it_aside(copy, path) -> None:
    harm(path)
    damaged = path.read_bytes()
    restored = restore(copy, path, NOW)
    assert titles(path) == ALL
    assert restored.damaged
    assert restored.kept.name == "20250414T093000Z-library.db"
    assert restored.kept.read_bytes() == damaged
    assert restored.kept.stat().st_mode & 0o777 == 0o600


def test_two_copies_of_one_second_are_both_kept(library) -> None:
    first = library.backups.make(NOW)
    bytes_of_first = first.path.read_bytes()
    (row, *_) = library.articles.rows()
    library.articles.set_status(Status.WORKING, [row.id])
    others = [library.backups.make(NOW) for _ in range(2)]
    stem = first.path.stem
    assert [copied.path.name for copied in others] == [f"{stem}-2.db", f"{stem}-3.db"]
    assert first.path.read_bytes() == bytes_of_first
    assert [b.path for b in library.backups.list()] == [
        *(copied.path for copied in reversed(others)),
        first.path,
    ]
    assert all(b.why is Why.WISHED and b.at == NOW for b in library.backups.list())


def _no_links(self: Path, target: Path) -> None:
    raise PermissionError(errno.EPERM, "no links", self, target)


def test_no_copy_is_replaced_where_there_are_no_links(library, monkeypatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    first, second = (library.backups.make(NOW).path for _ in range(2))
    assert names(first.parent) == sorted([first.name, second.name])


def test_two_restores_of_one_second_keep_both(copy, path) -> None:
    changed(path)
    first = restore(copy, path, NOW).kept
    changed(path)
    second = restore(copy, path, NOW).kept
    assert titles(first) == titles(second) == [*ALL, "=又"]
    assert second.name == f"{first.stem}-2.db"


def test_two_damaged_libraries_of_one_name_are_both_set_aside(copy, path) -> None:
    kept = []
    for _ in range(2):
        harm(path)
        with path.open("ab") as file:
            file.write(bytes(4096 * len(kept)))
        damaged = path.read_bytes()
        kept.append(restore(copy, path, NOW).kept)
        assert kept[-1].read_bytes() == damaged
    assert [p.name for p in kept] == [
        "20250414T093000Z-library.db",
        "20250414T093000Z-library-2.db",
    ]
    assert names(kept[0].parent) == sorted(p.name for p in kept)


def test_what_is_set_aside_stays_together(tmp_path) -> None:
    library, log = tmp_path / "library.db", tmp_path / "library.db-wal"
    log.write_bytes(b"a log alone")
    first = set_aside(library, NOW)
    library.write_bytes(b"damaged")
    second = set_aside(library, NOW)
    assert first.name == "20250414T093000Z-library.db-wal"
    assert second.name == "20250414T093000Z-library-2.db"
    assert names(second.parent) == [
        "20250414T093000Z-library-2.db",
        "20250414T093000Z-library-2.db-wal",
        "20250414T093000Z-library.db-wal",
    ]


def test_two_programs_do_not_set_aside_under_one_name(tmp_path, shelf) -> None:
    (tmp_path / "library.db").write_bytes(b"damaged")
    (shelf / "damaged").mkdir(parents=True)
    with SideLock(shelf / "damaged" / ".20250414T093000Z-library.db.tmp.lock").held():
        assert set_aside(tmp_path / "library.db", NOW).name == "20250414T093000Z-library-2.db"


def test_nothing_is_set_aside_where_the_disk_is_full(copy, path, shelf, monkeypatch) -> None:
    def full(_: Path, to: Path) -> None:
        to.write_bytes(b"a piece")
        raise OSError(errno.ENOSPC, "full")

    harm(path)
    before = path.read_bytes()
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(DiskFullError):
        restore(copy, path, NOW)
    assert names(shelf / "damaged") == []
    assert path.read_bytes() == before


KILLED_ASIDE = """
import os, shutil, signal, sys
from pathlib import Path
from reader import places
from reader.store import restoring
places.backups_folder = lambda: Path(sys.argv[3])
def die(file, to):
    Path(to).write_bytes(Path(file).read_bytes()[:1000])
    os.kill(os.getpid(), signal.SIGKILL)
shutil.copyfile = die
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_what_a_killed_setting_aside_left_is_private_and_swept(copy, path, shelf) -> None:
    harm(path)
    with program(KILLED_ASIDE, copy, path, shelf) as process:
        assert process.wait() == -signal.SIGKILL
    left = [*(shelf / "damaged").iterdir()]
    assert left
    assert all(p.name.startswith(".") for p in left)
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in left)
    kept = restore(copy, path, NOW).kept
    assert names(shelf / "damaged") == [kept.name]


KILLED_NAMING = """
import os, signal, sys
from pathlib import Path
from reader import places
from reader.store import damaged, restoring
places.backups_folder = lambda: Path(sys.argv[3])
name_new = damaged.name_new
def die(beside, name):
    if str(name).endswith(sys.argv[4]):
        getattr(os, sys.argv[5])(beside, name)
        os.kill(os.getpid(), signal.SIGKILL)
    name_new(beside, name)
damaged.name_new = die
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), anything=True)
"""


@pytest.mark.parametrize("how", ["link", "rename"])
@pytest.mark.parametrize(
    ("there", "end", "stay"),
    [
        ("library", ".db-wal", []),
        ("library", ".db-journal", []),
        ("library", ".db", [".db", ".db-journal", ".db-wal"]),
        ("side files", ".db-wal", []),
        ("side files", ".db-journal", [".db-journal", ".db-wal"]),
    ],
)
def test_what_is_set_aside_is_all_there_or_nothing(copy, path, shelf, there, end, stay, how):
    """Killed between the names of a log and of its library: the next one takes the log away."""
    path.write_bytes(bytes(40_000) if there == "library" else b"")
    for side in ("-wal", "-journal"):
        path.with_name(path.name + side).write_bytes(b"left")
    with program(KILLED_NAMING, copy, path, shelf, end, how) as process:
        assert process.wait() == -signal.SIGKILL
    kept = set_aside(path, NOW)
    earlier = [Path(name) for name in names(kept.parent) if not name.startswith("20250414T")]
    assert [name.suffix for name in earlier] == stay


def test_restore_over_a_header_that_sqlite_does_not_take(copy, path) -> None:
    with path.open("r+b") as file:
        file.seek(16)
        file.write(b"\x00\x07")
    restored = restore(copy, path, NOW)
    assert titles(path) == ALL
    assert restored.damaged
    assert names(restored.kept.parent) == ["20250414T093000Z-library.db"]
    assert names(path.parent) == ["library.db"]


def test_side_files_without_a_library_are_set_aside(copy, path, shelf) -> None:
    path.unlink()
    path.with_name("library.db-wal").write_bytes(b"left")
    path.with_name("library.db-shm").write_bytes(b"")
    restored = restore(copy, path, NOW)
    assert restored.kept.read_bytes() == b"left"
    assert titles(path) == ALL
    assert names(path.parent) == ["library.db"]


@pytest.mark.parametrize("length", [248, 251, 255, 300])
def test_no_library_of_too_long_a_name_is_restored(copy, tmp_path, shelf, length) -> None:
    target = tmp_path / ("x" * length)
    with pytest.raises(OutputError) as caught:
        restore(copy, target)
    assert (caught.value.subject, caught.value.detail) == (str(target), "long_name")
    assert names(tmp_path) == ["copy.db", "work"]


def test_a_damaged_library_of_a_long_name_is_set_aside(tmp_path) -> None:
    library = tmp_path / ("库" * 81 + ".db")
    library.write_bytes(b"damaged")
    kept = [set_aside(library, NOW) for _ in range(2)]
    assert [p.name for p in kept] == [f"20250414T093000Z-{'库' * 59}{end}.db" for end in ("", "-2")]


def test_restore_into_an_empty_file(copy, tmp_path) -> None:
    (tmp_path / "library.db").touch()
    assert restore(copy, tmp_path / "library.db").kept is None
    assert titles(tmp_path / "library.db") == ALL


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (_text, NotALibraryError),
        (_folder, NotALibraryError),
        (_other_database, NotALibraryError),
        (_newer, NewerLibraryError),
    ],
)
def test_what_is_not_ours_is_not_restored_over(copy, path, tmp_path, make, error) -> None:
    target = make(path, tmp_path / "target.db")
    before = target.read_bytes() if target.is_file() else None
    with pytest.raises(error):
        restore(copy, target)
    assert before is None or target.read_bytes() == before
    assert names(tmp_path) == ["copy.db", "target.db", "work"]


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda _, to: to, NoLibraryError),
        (_text, NotALibraryError),
        (lambda _, to: to.touch() or to, NotALibraryError),
        (_newer, NewerLibraryError),
    ],
)
def test_what_is_no_backup_is_not_restored(path, tmp_path, make, error) -> None:
    before = path.read_bytes()
    with pytest.raises(error):
        restore(make(path, tmp_path / "copy.db"), path)
    assert path.read_bytes() == before


def test_a_damaged_backup_is_not_restored(copy, path) -> None:
    harm(copy)
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        restore(copy, path)
    assert path.read_bytes() == before


def test_a_library_is_not_restored_from_itself(path) -> None:
    with pytest.raises(OutputError) as caught:
        restore(path, path)
    assert caught.value.detail == "itself"
    assert titles(path) == ALL


def test_a_result_that_counts_otherwise_is_told(copy, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(restoring, "copy", lambda *_: changed_copy())

    def changed_copy() -> None:
        shutil.copy(copy, tmp_path / "library.db")
        changed(tmp_path / "library.db")

    with pytest.raises(DamagedLibraryError) as caught:
        restore(copy, tmp_path / "library.db")
    assert caught.value.detail == "copy_differs"
