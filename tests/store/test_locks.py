"""The window's lock: one window at a time, and none is left behind by one that died."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from drafting import take_in

import reader
from reader.store import Library, Mode, locks
from reader.store.locks import SideLock, WindowLock

HOLDER = """
import sys
from pathlib import Path
from reader.store.locks import WindowLock
lock = WindowLock(Path(sys.argv[1]))
print(lock.try_acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def library(tmp_path) -> Path:
    return tmp_path / "library.db"


def other_window(library: Path) -> subprocess.Popen:
    """Start a process that takes the lock and waits."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(library)],
        env={**os.environ, "PYTHONPATH": str(Path(reader.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_one_window_at_a_time(library) -> None:
    first, second = WindowLock(library), WindowLock(library)
    assert first.try_acquire()
    assert first.try_acquire()  # it is ours already
    assert not second.try_acquire()
    first.release()
    assert second.try_acquire()
    second.release()
    second.release()
    assert list(library.parent.iterdir()) == []


def test_a_lock_dies_with_its_process(library) -> None:
    with other_window(library) as process:
        assert process.stdout.readline() == "True\n"
        mine = WindowLock(library)
        assert not mine.try_acquire()
        process.kill()
        process.wait()
        assert mine.path.exists()  # the side file of one that died holds nobody up
        assert mine.try_acquire()
        mine.release()
        assert not mine.path.exists()


def test_a_lock_is_given_back_at_the_end_of_its_process(library) -> None:
    with other_window(library) as process:
        assert process.stdout.readline() == "True\n"
        process.stdin.close()
        process.wait()
    assert WindowLock(library).try_acquire()


def test_commands_ignore_it(library) -> None:
    with other_window(library) as process, Library.open(library, Mode.CREATE) as opened:
        assert process.stdout.readline() == "True\n"
        take_in(opened, "甲")
        process.kill()


def test_a_link_is_the_same_library(library, tmp_path) -> None:
    library.touch()
    link = tmp_path / "link.db"
    link.symlink_to(library)
    first, second = WindowLock(library), WindowLock(link)
    assert first.path == second.path
    assert first.try_acquire()
    assert not second.try_acquire()
    first.release()


def test_what_a_killed_window_left_is_swept(library) -> None:
    with other_window(library) as process:
        assert process.stdout.readline() == "True\n"
        WindowLock(library).sweep()
        assert [path.name for path in library.parent.iterdir()] == ["library.db.window"]
        process.kill()
    assert WindowLock(library).path.exists()
    WindowLock(library).sweep()
    WindowLock(library).sweep()
    assert list(library.parent.iterdir()) == []


def test_what_no_window_left_is_not_swept(library) -> None:
    side = WindowLock(library).path
    side.write_text("of somebody")
    WindowLock(library).sweep()
    side.rename(library.parent / "empty").write_text("")
    side.symlink_to(library.parent / "empty")
    WindowLock(library).sweep()
    assert sorted(path.name for path in library.parent.iterdir()) == ["empty", side.name]


def test_it_names_its_library_by_whatever_name(library, tmp_path) -> None:
    (tmp_path / "link.db").symlink_to(library)
    lock = WindowLock(library)
    assert lock.names(tmp_path / "link.db")
    assert lock.names(tmp_path / "sub" / ".." / "library.db")
    assert not lock.names(tmp_path / "other.db")


def test_a_side_file_removed_while_it_was_being_opened(library, monkeypatch) -> None:
    """The holder goes between our opening and our locking: the lock would be on nothing."""
    holder, mine = WindowLock(library), WindowLock(library)
    assert holder.try_acquire()
    lock = locks._lock

    def late(file: int) -> None:
        monkeypatch.setattr(locks, "_lock", lock)
        holder.release()
        lock(file)

    monkeypatch.setattr(locks, "_lock", late)
    assert mine.try_acquire()
    assert mine.path.exists()
    assert not WindowLock(library).try_acquire()
    mine.release()


def test_a_folder_that_is_gone(tmp_path) -> None:
    folder = tmp_path / "gone"
    lock = SideLock(folder / "lock")
    assert not lock.try_acquire()
    folder.mkdir()
    assert lock.try_acquire()
    lock.path.unlink()
    folder.rmdir()
    lock.release()


def test_a_link_in_the_place_of_the_side_file_is_not_followed(tmp_path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    assert not SideLock(tmp_path / "lock").try_acquire()
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_system_without_locks(tmp_path, monkeypatch) -> None:
    def no_locks(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_lock", no_locks)
    assert not SideLock(tmp_path / "lock").try_acquire()
    with SideLock(tmp_path / "lock", best_effort=True).held() as mine:
        assert mine


def test_the_side_file_is_private_and_held_gives_it_back(tmp_path) -> None:
    lock = SideLock(tmp_path / "lock")
    with lock.held() as mine:
        assert mine
        assert lock.path.stat().st_mode & 0o777 == 0o600
        with SideLock(lock.path).held() as other:
            assert not other
        assert lock.path.exists()
    assert not lock.path.exists()


def test_an_error_of_close_loses_nothing(tmp_path, monkeypatch) -> None:
    lock = SideLock(tmp_path / "lock")
    close = os.close

    def fail(file: int) -> None:
        close(file)
        raise OSError(errno.EIO, "too late")

    assert lock.try_acquire()
    monkeypatch.setattr(os, "close", fail)
    lock.release()
    assert lock.try_acquire()
    lock.path.unlink()
    assert lock.renew()
    assert not SideLock(lock.path).try_acquire()
    lock.release()
    assert not lock.path.exists()


def test_where_open_files_cannot_be_removed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(locks, "_REMOVES", False)
    lock = SideLock(tmp_path / "lock")
    assert lock.try_acquire()
    lock.release()
    assert lock.path.exists()
    assert lock.try_acquire()
