"""Folders that the program makes are private; a link that leads nowhere is told by its name."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from commanding import Home
from drafting import take_in

from reader import places, settings
from reader.errors import NoLibraryError
from reader.store import Library, Mode

if TYPE_CHECKING:
    from pathlib import Path

BOTH = pytest.mark.parametrize("language", ["zh_CN", "en"])


@pytest.fixture
def home(tmp_path, monkeypatch, capsys) -> Home:
    return Home(tmp_path, monkeypatch, capsys)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def page(home: Home) -> Path:
    path = home.folder / "page.txt"
    path.write_text("题目\n\n甲乙丙丁。\n", "utf-8")
    return path


@pytest.mark.parametrize("mask", [0, 0o022])
def test_all_folders_on_the_way_to_a_new_library_are_private(tmp_path, mask) -> None:
    there = tmp_path / "there"
    there.mkdir(mode=0o755)
    there.chmod(0o755)
    before = os.umask(mask)
    try:
        with Library.open(there / "a" / "b" / "library.db", Mode.CREATE, actor="me") as library:
            take_in(library, "=题\n文。")
    finally:
        os.umask(before)
    assert [mode(there / part) for part in ("a", "a/b")] == [0o700, 0o700]
    assert mode(there) == 0o755


def test_so_are_the_folders_of_the_program(home) -> None:
    home.set(XDG_DATA_HOME=home.folder / "x" / "data", XDG_CONFIG_HOME=home.folder / "y" / "conf")
    home.good("import", page(home))
    settings.save(settings.Settings(actor="王"))
    made = [path for path in (home.folder / "x", home.folder / "y") for path in path.rglob("*")]
    folders = [home.folder / "x", home.folder / "y", *(path for path in made if path.is_dir())]
    assert places.data_folder() in folders
    assert places.config_folder() in folders
    assert {mode(path) for path in folders} == {0o700}


def test_a_folder_that_is_made_twice_or_over_a_file(tmp_path) -> None:
    places.make_private(tmp_path / "a" / "b")
    places.make_private(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    for folder in ("file", "file/b", "file/b/c"):
        with pytest.raises(NotADirectoryError):
            places.make_private(tmp_path / folder)


@BOTH
@pytest.mark.parametrize("target", ["gone", "jiaokan"])
def test_a_data_folder_that_is_a_link_to_nowhere(home, monkeypatch, language, target) -> None:
    monkeypatch.delenv("JIAOKAN_LIBRARY")
    home.set(JIAOKAN_LANG=language)
    link = home.data
    link.parent.mkdir()
    link.symlink_to(target)
    for words in (["import", page(home)], ["issues"], ["check"], ["undo"]):
        told = home.bad(3, *words)
        assert told.startswith(f"jiaokan: no library at {link / 'library.db'}: ")
        assert str(link) + (" 指向 " if language == "zh_CN" else " leads to ") + target in told
        assert ("链接" if language == "zh_CN" else "mend or remove the link") in told
    assert [path.name for path in link.parent.iterdir()] == ["jiaokan"]
    assert not link.exists()


@pytest.mark.parametrize("name", ["library.db", "folder/library.db", "folder/deep/library.db"])
def test_a_link_on_the_way_and_at_its_end(tmp_path, name) -> None:
    link = tmp_path / name.split("/", 1)[0]
    link.symlink_to(tmp_path / "gone")
    for how in (Mode.CREATE, Mode.READ, Mode.WRITE):
        with pytest.raises(NoLibraryError) as told:
            Library.open(tmp_path / name, how)
        assert told.value.facts == {"link": str(link), "target": str(tmp_path / "gone")}
    (tmp_path / "gone").mkdir()
    if "/" in name:
        Library.open(tmp_path / name, Mode.CREATE).close()
        assert (tmp_path / "gone" / name.split("/", 1)[1]).exists()


def test_a_backup_folder_that_is_a_link_to_nowhere_is_no_folder_that_exists(tmp_path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(FileNotFoundError) as told:
        places.make_private(tmp_path / "link" / "backups")
    assert told.value.filename == str(tmp_path / "link")
