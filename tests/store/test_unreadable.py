"""A library that cannot be read at all: its backups are found, and one takes its place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from drafting import take_in

from reader import places
from reader.errors import DamagedLibraryError, LibraryError, NotALibraryError
from reader.exporting import rescue
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.restoring import restore
from reader.store.whose import backups_of

NOW = datetime(2025, 4, 14, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "backups_folder", lambda: tmp_path / "backups")
    return tmp_path / "backups"


@pytest.fixture
def path(tmp_path):
    """Make a library with a backup of its own."""
    (tmp_path / "work").mkdir()
    made = tmp_path / "work" / "library.db"
    with Library.open(made, Mode.CREATE) as library:
        take_in(library, "=题\n正文正文")
        library.backups.make(NOW)
    return made


def garbled(file):
    """Lose the first bytes."""
    with file.open("r+b") as opened:
        opened.write(b"\xa5" * 100)


def newer(file):
    """Be of a later version."""
    with file.open("r+b") as opened:
        opened.seek(60)
        opened.write((999).to_bytes(4, "big"))


def form(file):
    """Have a byte of the header changed that SQLite reads and does not write with."""
    with file.open("r+b") as opened:
        opened.seek(18)
        opened.write(b"\x03")


def later(file):
    """Have a byte changed that SQLite does not read with."""
    with file.open("r+b") as opened:
        opened.seek(47)
        opened.write(b"\x09")


@pytest.mark.parametrize("harm", [form, later])
def test_a_byte_of_the_header_is_damage_and_a_backup_takes_its_place(path, shelf, harm):
    """One was told as a wrong permission, by check as sound, and the other as a bug of ours."""
    (backup,) = shelf.rglob("*.db")
    harm(path)
    with pytest.raises(DamagedLibraryError):
        Library.open(path, Mode.WRITE)
    try:
        with Library.open(path) as library:
            assert [fault.code for fault in check(library).faults] == ["write_form"]
            assert len([*library.articles.rows()]) == 1
            with pytest.raises(DamagedLibraryError):
                library.backups.copy_to(path.with_name("copy.db"))
            assert not path.with_name("copy.db").exists()
    except DamagedLibraryError:
        assert harm is later
    assert rescue(path, path.with_name("texts")).articles == 1
    assert restore(backup, path, NOW).damaged
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).sound


def test_of_a_changed_header_nothing_is_kept_once_the_library_is_closed(path):
    """A new library of the same name was told as damaged for as long as the program ran."""
    form(path)
    with Library.open(path), pytest.raises(DamagedLibraryError) as caught:
        Library.open(path, Mode.WRITE)
    assert (caught.value.detail, caught.value.facts) == ("write_form", {"form": 3})
    path.unlink()
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "=题\n正文正文")
        assert check(library).sound
        library.backups.copy_to(path.with_name("copy.db"))


HARM = {
    "garbled": garbled,
    "truncated": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "short": lambda file: file.write_bytes(file.read_bytes()[:60]),
    "another": lambda file: file.write_text("a letter\n" * 90),
    "newer": newer,
}


@pytest.mark.parametrize("harm", HARM)
def test_a_backup_takes_the_place_of_whatever_is_there_and_that_is_set_aside(
    path, shelf, harm
) -> None:
    HARM[harm](path)
    before = path.read_bytes()
    (backup, *_) = backups_of(path, {one.name for one in shelf.iterdir()})
    restored = restore(backup.path, path, NOW, anything=True)
    assert restored.damaged
    assert restored.kept.read_bytes() == before
    assert restored.kept.parent == shelf / "damaged"
    with Library.open(path) as library:
        assert len(list(library.articles.rows())) == 1
    assert [one.name for one in path.parent.iterdir()] == ["library.db"]


@pytest.mark.parametrize("harm", ["garbled", "another", "newer"])
def test_without_being_asked_for_nothing_takes_the_place_of_what_is_no_library(path, harm) -> None:
    (backup,) = backups_of(path)
    HARM[harm](path)
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        restore(backup.path, path, NOW)
    assert path.read_bytes() == before


def test_a_folder_is_never_replaced(path, tmp_path) -> None:
    (backup,) = backups_of(path)
    folder = tmp_path / "folder"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(NotALibraryError):
        restore(backup.path, folder, NOW, anything=True)
    assert (folder / "inside").is_dir()


def test_backups_are_found_by_the_id_that_still_stands_in_the_file(path, shelf) -> None:
    with Library.open(path.with_name("other.db"), Mode.CREATE) as other:
        other.backups.make(NOW)
    assert len(list(shelf.iterdir())) == 2
    garbled(path)
    (backup,) = backups_of(path)
    assert backup.articles == 1


def test_backups_are_found_by_an_id_that_is_known_where_none_stands_in_the_file(path) -> None:
    with Library.open(path) as library:
        known = library.id
    path.write_bytes(b"x" * 200)
    assert backups_of(path) == ()
    assert len(backups_of(path, {known})) == 1


def test_an_id_across_two_parts_of_a_file_is_found(path, monkeypatch) -> None:
    monkeypatch.setattr("reader.store.whose._AT_ONCE", 7)
    assert len(backups_of(path)) == 1


def test_where_no_backup_was_ever_made_none_is_found(path, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(places, "backups_folder", lambda: tmp_path / "none")
    assert backups_of(path) == ()
