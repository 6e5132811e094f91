"""The locks by which others know that a library is open, and what happens when they are lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from drafting import take_in

from reader import held
from reader.errors import LibraryInUseError, NoLibraryError, UnreadableError
from reader.sources import files
from reader.store import opening
from reader.store.check import check
from reader.store.library import Library, Mode

ROOT = Path(__file__).resolve().parents[2]
_TAGS = """
import sys
from pathlib import Path
from reader.store.library import Library, Mode
with Library.open(Path(sys.argv[1]), Mode.WRITE) as library:
    if sys.argv[2]:
        library.tags.add(sys.argv[2], [row.id for row in library.articles.rows()])
    print(",".join(sorted(topic.name for topic in library.tags.list())))
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library.db"
    return filled(made, "甲")


def filled(path: Path, topic: str) -> Path:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "=题\n正文。")
        tag(library, topic)
    return path


def tag(library: Library, topic: str) -> None:
    library.tags.add(topic, [row.id for row in library.articles.rows()])


def another(path: Path, topic: str = "") -> set[str]:
    """Open and close the library in another process, and give the topics that it saw."""
    words = [sys.executable, "-c", _TAGS, str(path), topic]
    done = subprocess.run(words, capture_output=True, check=True, cwd=ROOT, text=True)
    return set(done.stdout.strip().split(","))


def lose_locks(path: Path) -> None:
    """Open and close what SQLite has open, as a file dialog does that looks for icons."""
    for end in ("", "-wal", "-shm"):
        with path.with_name(path.name + end).open("rb") as file:
            file.read(16)


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def test_without_their_locks_another_program_takes_the_log_away(path):
    with Library.open(path, Mode.WRITE):
        lose_locks(path)
        another(path)
        assert not log_of(path).exists()


def test_lost_locks_are_taken_again(path):
    with Library.open(path, Mode.WRITE) as library:
        tag(library, "乙")
        lose_locks(path)
        assert library.in_place()
        assert another(path) == {"甲", "乙"}
        assert log_of(path).exists()
        tag(library, "丙")
    assert another(path) == {"甲", "乙", "丙"}


def test_each_wish_takes_them_again(path):
    with Library.open(path, Mode.WRITE) as library:
        lose_locks(path)
        tag(library, "乙")
        assert another(path) == {"甲", "乙"}
        assert log_of(path).exists()


def test_nothing_is_written_to_a_log_that_was_taken_away(path):
    with Library.open(path, Mode.WRITE) as library:
        tag(library, "乙")
        lose_locks(path)
        assert another(path, "丙") == {"甲", "乙", "丙"}
        assert not library.in_place()
        with pytest.raises(LibraryInUseError) as refused:
            tag(library, "丁")
        assert refused.value.detail == "log"
    assert another(path) == {"甲", "乙", "丙"}
    with Library.open(path) as library:
        assert check(library).sound


def test_what_others_wrote_is_not_overwritten_at_the_end(path):
    with Library.open(path, Mode.WRITE) as library:
        tag(library, "乙")
        lose_locks(path)
        another(path, "丙")
        another(path, "丁")
    assert another(path) == {"甲", "乙", "丙", "丁"}
    with Library.open(path) as library:
        assert check(library).sound


def test_the_log_of_a_library_in_its_place_is_not_taken_away(path, tmp_path):
    other = tmp_path / "other.db"
    filled(other, "子")
    library = Library.open(path, Mode.WRITE)
    tag(library, "乙")
    path.unlink()
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink()
    other.rename(path)
    with Library.open(path, Mode.WRITE) as new:
        tag(new, "丑")
        with pytest.raises(NoLibraryError):
            tag(library, "丙")
        library.close()
        assert log_of(path).exists()
        assert another(path) == {"子", "丑"}


def test_two_connections_of_a_process_keep_each_others_locks(path):
    with Library.open(path, Mode.WRITE) as library:
        with Library.open(path) as second:
            lose_locks(path)
            assert second.in_place()
        assert another(path) == {"甲"}
        assert log_of(path).exists()
        tag(library, "乙")
    assert not log_of(path).exists()


def test_what_is_open_is_not_read_as_a_page(path):
    with Library.open(path, Mode.WRITE) as library:
        for end in ("", "-wal", "-shm", "-journal"):
            name = path.with_name(path.name + end)
            name.touch()
            with pytest.raises(UnreadableError) as refused:
                files.fetch(name)
            assert refused.value.detail == "library"
        path.with_name(path.name + "-journal").unlink()
        another(path)
        assert log_of(path).exists()
        tag(library, "乙")
    assert not held.is_held(path)
    assert files.fetch(path)


def test_a_name_that_no_file_can_have_is_not_held(path):
    with Library.open(path):
        assert not held.is_held(path.with_name("a\0b"))
        assert not held.is_held(path.with_name("-wal"))


def test_a_library_that_is_not_written_ahead_has_no_log(path, monkeypatch):
    monkeypatch.setattr(opening, "WAL_SOUND_FROM", (99,))
    with Library.open(path, Mode.WRITE) as library:
        tag(library, "乙")
        assert library.in_place()
        assert not log_of(path).exists()
