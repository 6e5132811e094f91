"""Model, errors, places, settings."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from drafting import take_in

from reader import places, settings
from reader.errors import NoLibraryError
from reader.model import Changes
from reader.settings import Settings
from reader.store import Library, Mode


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("JIAOKAN_LIBRARY", "JIAOKAN_ACTOR", "JIAOKAN_LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_changes_add_up() -> None:
    both = Changes(frozenset("a"), wish="1", made=("x",)) | Changes(
        articles=frozenset("b"), structure=True, wish="2", made=("y",)
    )
    assert both == Changes(
        frozenset("a"), frozenset("b"), structure=True, wish="2", made=("x", "y")
    )
    assert (both | Changes()).wish == "2"


def test_errors_tell_their_facts() -> None:
    error = NoLibraryError("a.db", "why", theirs=2)
    assert str(error) == "no library a.db why theirs=2"
    assert error.facts == {"theirs": 2}


def test_places(home, monkeypatch) -> None:
    assert places.default_library() == places.data_folder() / "library.db"
    assert places.is_own_default(places.default_library())
    monkeypatch.setenv("JIAOKAN_LIBRARY", "/x/y.db")
    assert places.default_library() == Path("/x/y.db")
    assert not places.is_own_default(places.default_library())
    assert places.backups_folder().parent == places.data_folder()
    assert places.cache_folder() != places.config_folder()
    assert len(list(places.seeds().glob("*.txt"))) == 5
    assert places.resources().is_dir()


def test_what_ships_lies_inside_an_installed_package(tmp_path, monkeypatch) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert places.seeds() == tmp_path / "seeds"


def test_settings_come_back(home) -> None:
    assert settings.load() == Settings()
    settings.save(Settings(actor="张", language="en"))
    assert settings.load() == Settings(actor="张", language="en")
    assert settings.actor() == "张"


def test_settings_are_private_and_nothing_is_left_beside_them(home) -> None:
    settings.save(Settings(actor="\udcff乙\\"))
    settings.save(settings.load())
    assert settings.load().actor == "\udcff乙\\"
    (kept,) = places.config_folder().iterdir()
    assert kept.name == "settings.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_what_killed_programs_left_beside_the_settings_is_swept(home) -> None:
    folder = places.config_folder()
    folder.mkdir(parents=True)
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    theirs = [".settings.tmp", ".window.9999999999.tmp", f".window.{os.getppid()}.tmp"]
    for name in (f".settings.{ended.pid}.tmp", f".window.{ended.pid}.tmp", *theirs):
        (folder / name).touch()
    settings.save(Settings(actor="张"))
    assert sorted(path.name for path in folder.iterdir()) == sorted(["settings.json", *theirs])


def test_settings_that_cannot_be_put_in_place_leave_nothing(home) -> None:
    (places.config_folder() / "settings.json").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        settings.save(Settings(actor="张"))
    assert [path.name for path in places.config_folder().iterdir()] == ["settings.json"]


@pytest.mark.parametrize("stored", ["{", "[1]", '{"actor": 3, "other": "x"}'])
def test_settings_that_are_not_ours(home, stored) -> None:
    places.config_folder().mkdir(parents=True)
    (places.config_folder() / "settings.json").write_text(stored)
    assert settings.load() == Settings()


def test_settings_that_are_a_pipe_keep_nobody_waiting(home) -> None:
    places.config_folder().mkdir(parents=True)
    os.mkfifo(places.config_folder() / "settings.json")
    assert settings.load() == Settings()
    settings.save(Settings(actor="张"))
    assert settings.load() == Settings(actor="张")


def test_the_actor(home, monkeypatch) -> None:
    monkeypatch.setenv("LOGNAME", "account")
    assert settings.actor() == "account"
    monkeypatch.setenv("JIAOKAN_ACTOR", "李")
    assert settings.actor() == "李"
    monkeypatch.setenv("JIAOKAN_ACTOR", "李\udcff")
    assert settings.actor() == "李\\xff"


def test_half_a_pair_in_the_name_is_written_by_its_number(home, tmp_path) -> None:
    places.config_folder().mkdir(parents=True)
    kept = places.config_folder() / "settings.json"
    kept.write_text('{"actor": "李\\ud800乙\\udfff\\udc80", "theme": "dark"}', "utf-8")
    assert settings.actor() == "李\\ud800乙\\udfff\\x80"
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        take_in(library, "=题\n文。")
        library.tags.add("甲", [row.id for row in library.articles.rows()])
        assert {wish.actor for wish in library.journal.history()} == {"李\\ud800乙\\udfff\\x80"}
    settings.save(settings.load())
    assert settings.load() == Settings(actor="李\ud800乙\udfff\udc80", theme="dark")


def test_the_actor_of_an_account_without_a_name_asks_nobody(home, monkeypatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "JIAOKAN_ACTOR"):
        monkeypatch.delenv(name, raising=False)
    asked: list[object] = []
    for name in ("getpwuid", "getpwnam", "getpwall"):  # each may open a socket
        monkeypatch.setattr(f"pwd.{name}", asked.append)
    assert settings.actor() == f"uid{os.getuid()}"
    monkeypatch.setenv("USERNAME", "third")
    monkeypatch.setenv("USER", "second")
    assert settings.actor() == "second"
    monkeypatch.delattr("os.getuid")
    monkeypatch.delenv("USERNAME")
    monkeypatch.delenv("USER")
    assert settings.actor() == "?"
    assert not asked


@pytest.mark.parametrize(
    ("wanted", "lang", "language"),
    [
        ("zh_CN", "C", "zh_CN"),
        ("en", "zh_CN.UTF-8", "en"),
        ("", "zh_TW.UTF-8", "zh_CN"),
        ("", "en_US.UTF-8", "en"),
        ("", "de_DE.UTF-8", "en"),
        ("xx", "zh_CN", "zh_CN"),
    ],
)
def test_the_language(home, monkeypatch, wanted, lang, language) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JIAOKAN_LANG", wanted)
    monkeypatch.setenv("LANG", lang)
    assert settings.language() == language


def test_the_locale_stands_in_when_nothing_is_named(home, monkeypatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert settings.language() == "en"
