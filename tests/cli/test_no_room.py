"""No room: on the disk, in a quota, under a limit; told as such, nothing torn, then done."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager

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
