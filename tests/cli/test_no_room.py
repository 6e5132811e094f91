"""No room: on the disk, in a quota, under a limit; told as such, nothing torn, then done."""

from __future__ import annotations

import errno
import io
import os
from contextlib import contextmanager
from importlib import import_module

import pytest
from commanding import Home
from wrapping import page

from reader.store import Library, Mode, opening
from reader.store.check import check

resource = pytest.importorskip("resource")


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    return Home(tmp_path, monkeypatch, capsys)


@contextmanager
def largest(size: int):
    """Let no file of this process become larger than `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def pages(home: Home) -> list[str]:
    folder = home.folder / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(page(number).raw, "utf-8")
    return [str(folder / f"{number}.txt") for number in range(12)]


def test_an_import_that_has_no_room_keeps_what_it_told_and_goes_on_later(home) -> None:
    paths = pages(home)
    with largest(400_000):
        done = home("import", *paths)
    assert done.status == 3
    assert done.err.startswith("jiaokan: disk full ")
    assert done.err.count("\n") == 1
    told = [row[1] for row in done.rows]
    assert 0 < len(told) < 12
    with Library.open(home.library, Mode.READ) as library:
        assert check(library).sound
    again = {row[1]: row[0] for row in home.good("import", *paths).rows}
    assert [path for path in paths if again[path] == "unchanged"] == told
    home.good("check")


@pytest.mark.parametrize("size", [4_096, 60_000])
def test_a_library_that_has_no_room_to_be_made(home, size) -> None:
    paths = pages(home)
    with largest(size):
        assert home.bad(3, "import", *paths).startswith("jiaokan: disk full ")
    assert home.library.stat().st_size == 0  # which is none yet, and no file of another program
    assert home.bad(3, "issues").startswith(f"jiaokan: no library at {home.library}: ")
    assert len(home.good("import", *paths).rows) == 12


def test_a_backup_that_has_no_room_leaves_nothing(home) -> None:
    home.fill()
    to = home.folder / "to" / "copy.db"
    to.parent.mkdir()
    with largest(100_000):
        assert home.bad(3, "backup", to).startswith(f"jiaokan: disk full {to}")
    assert list(to.parent.iterdir()) == []
    home.good("backup", to)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_file_system_without_a_free_name_is_full(home, monkeypatch, code) -> None:
    real = os.open

    def full(path, *given, **named):
        if path == home.library:
            raise OSError(code, os.strerror(code))
        return real(path, *given, **named)

    monkeypatch.setattr(opening.os, "open", full)
    assert home.bad(3, "import", home.folder).startswith("jiaokan: disk full ")


def test_what_cannot_be_read_is_not_called_full(home) -> None:
    home.fill()
    with home.library.open("r+b") as file:
        file.truncate(8192)
    assert "disk full" not in home.bad(3, "articles")


class Unclosing(io.FileIO):
    """A file of which the close tells what a network disk found out too late."""

    def close(self) -> None:
        closed = self.closed
        super().close()
        if not closed:
            raise OSError(errno.EDQUOT, "quota")


@pytest.fixture
def closing_fails(monkeypatch):
    """Let the close of each file fail that has `part` in its path and was opened to be written."""
    opened: dict[int, str] = {}
    real_open, real_close, fdopen = os.open, os.close, os.fdopen

    def open_it(path, flags, *rest, **more):
        file = real_open(path, flags, *rest, **more)
        opened[file] = os.fspath(path) if flags & (os.O_WRONLY | os.O_RDWR) else ""
        return file

    def begin(part: str) -> None:
        def close(file: int) -> None:
            real_close(file)
            if part in opened.pop(file, ""):
                raise OSError(errno.EDQUOT, "quota")

        def as_file(file: int, *rest, **more):
            if part not in opened.get(file, ""):
                return fdopen(file, *rest, **more)
            del opened[file]
            return io.BufferedRandom(Unclosing(file, "r+"))

        monkeypatch.setattr(os, "open", open_it)
        monkeypatch.setattr(os, "close", close)
        monkeypatch.setattr(os, "fdopen", as_file)

    return begin


def hidden(folder) -> list[str]:
    """Give what is left over in a folder."""
    return [path.name for path in folder.rglob(".*")]


def test_a_backup_of_which_a_close_fails(home, closing_fails) -> None:
    home.fill()
    (home.folder / "to").mkdir()
    copy = home.folder / "to" / "copy.db"
    closing_fails(".copy.db.tmp")
    assert home.bad(3, "backup", copy).startswith(f"jiaokan: disk full {copy}")
    assert [*copy.parent.iterdir()] == []


def test_a_backup_of_which_the_close_of_the_lock_fails(home, closing_fails) -> None:
    home.fill()
    (home.folder / "to").mkdir()
    closing_fails(".lock")
    home.good("backup", home.folder / "to" / "copy.db")
    assert hidden(home.folder / "to") == []


def test_a_wish_of_which_the_close_of_the_backups_lock_fails(home, closing_fails) -> None:
    home.fill()
    closing_fails("backups")
    done = home("tag", "add", "题", "--where", "*")
    assert done.status == 0
    assert "stdout" not in done.err
    assert len([*home.data.rglob("backups/**/.*")]) == 0


def test_a_restore_of_which_the_close_of_a_lock_fails(home, closing_fails) -> None:
    home.fill()
    copy = home.folder / "copy.db"
    home.good("backup", copy)
    closing_fails(".lock")
    home.good("restore", copy)
    assert hidden(home.data) == []


def test_a_rescue_of_which_the_close_fails_leaves_nothing(home, closing_fails, monkeypatch) -> None:
    def full(_: object) -> None:
        raise OSError(errno.EDQUOT, "quota")

    home.fill()
    monkeypatch.setattr(import_module("reader.exporting.rescue"), "sync_files", full)
    closing_fails(".rescue.tmp")
    out = home.folder / "out"
    assert home.bad(3, "rescue", out).startswith(f"jiaokan: disk full {out}")
    assert not out.exists()
    assert hidden(home.folder) == []


def test_an_export_of_which_a_close_fails_leaves_nothing(home, closing_fails) -> None:
    home.fill()
    out = home.folder / "out"
    closing_fails("articles.jsonl")
    assert home.bad(3, "export", "--format", "jsonl", "--out", out).startswith(
        f"jiaokan: disk full {out}"
    )
    assert not out.exists()
    assert hidden(home.folder) == []
