"""From which folder a file came is noted beside the library, privately."""

import stat

import pytest

from reader import places
from reader.sources.folders import Folders, place_of


def folder_of(library, sha256):
    place = place_of(library, sha256, "1.txt")
    return None if place is None else place.parent


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def lines():
    (noted,) = (places.data_folder() / "folders").glob("*.jsonl")
    return [line for line in noted.read_text("ascii").split("\n") if line]


def test_a_folder_is_noted_once_and_the_last_one_counts(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "1.txt").touch()
    Folders("l").remember("aa", tmp_path / "one" / "1.txt", new=True)
    Folders("l").remember("aa", tmp_path / "one" / "1.txt", new=False)
    assert folder_of("l", "aa") == tmp_path / "one"
    assert len(lines()) == 1
    (tmp_path / "one" / "1.txt").unlink()
    Folders("l").remember("aa", tmp_path / "二" / "1.txt", new=False)
    assert folder_of("l", "aa") == tmp_path / "二"  # it lies no more where it lay
    assert len(lines()) == 2
    assert folder_of("l", "bb") is None
    assert folder_of("other", "aa") is None


def test_of_new_files_nothing_is_kept_in_memory(tmp_path):
    folders = Folders("l")
    for number in range(100):
        folders.remember(f"{number:x}", tmp_path / f"{number}.txt", new=True)
    assert folders._known is None
    assert len(lines()) == 100


def test_a_line_that_was_cut_off_is_passed_over(tmp_path):
    Folders("l").remember("aa", tmp_path / "1.txt", new=True)
    (noted,) = (places.data_folder() / "folders").glob("*.jsonl")
    with noted.open("a") as file:
        file.write('{"sha256": "bb", "fol')
    assert folder_of("l", "bb") is None
    folders = Folders("l")
    folders.remember("aa", tmp_path / "1.txt", new=False)
    assert folder_of("l", "aa") == tmp_path
    folders.remember("bb", tmp_path / "2.txt", new=True)
    assert folder_of("l", "bb") == tmp_path


@pytest.mark.parametrize(
    "line",
    [
        '{"sha256": "aa", "folder": 1}',
        '{"sha256": [], "folder": "x"}',
        '{"sha256": "aa", "folder": ' + "[" * 100_000,
    ],
)
def test_a_line_that_is_not_ours_stops_nothing(tmp_path, line):
    Folders("l").remember("bb", tmp_path / "2.txt", new=True)
    (noted,) = (places.data_folder() / "folders").glob("*.jsonl")
    assert stat.S_IMODE(noted.stat().st_mode) == 0o600
    noted.write_text(line + "\n", "ascii")
    assert folder_of("l", "aa") is None
    Folders("l").remember("aa", tmp_path / "1.txt", new=False)
    assert folder_of("l", "aa") == tmp_path


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    places.data_folder().mkdir(parents=True)
    (places.data_folder() / "folders").write_text("a file")
    Folders("l").remember("aa", tmp_path / "1.txt", new=True)
    assert folder_of("l", "aa") is None


def test_a_copy_does_not_take_over_where_the_first_one_lies(tmp_path):
    first, copy = tmp_path / "0316" / "01.txt", tmp_path / "0316" / "副本" / "01 (1).txt"
    copy.parent.mkdir(parents=True)
    first.touch()
    copy.touch()
    Folders("l").remember("aa", first, kept="01.txt", new=True)
    folders = Folders("l")
    folders.remember("aa", copy, kept="01.txt", new=False)
    assert place_of("l", "aa", "01.txt") == first
    first.unlink()
    folders.remember("aa", copy, kept="01.txt", new=False)
    assert place_of("l", "aa", "01.txt") == copy  # folder and name belong together
    first.touch()
    Folders("l").remember("aa", first, kept="01.txt", new=False)
    assert place_of("l", "aa", "01.txt") == copy
    copy.unlink()
    Folders("l").remember("aa", first, kept="01.txt", new=False)
    assert place_of("l", "aa", "01.txt") == first


def test_a_note_of_a_folder_without_that_file_is_mended(tmp_path):
    first = tmp_path / "01.txt"
    first.touch()
    Folders("l").remember("aa", tmp_path / "副本" / "01.txt", new=True)
    Folders("l").remember("aa", first, kept="01.txt", new=False)
    assert place_of("l", "aa", "01.txt") == first
