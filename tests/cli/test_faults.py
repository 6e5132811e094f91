"""Faults of the world end with a status and one line; bugs of ours are logged; nothing is torn."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pysqlite3
import pytest
from commanding import Home

from reader import cli
from reader.cli import listing, progress
from reader.cli.guard import status_of
from reader.cli.output import as_json, plain
from reader.errors import NoWindowError
from reader.store import Library, beside, opening, schema

BOTH = pytest.mark.parametrize("language", ["zh_CN", "en"])
NEED_A_LIBRARY = [
    ["issues"],
    ["articles"],
    ["articles", "--where", "x"],
    ["show", "x"],
    ["issue", "set", "x", "--title", "y"],
    ["issue", "merge", "x", "y"],
    ["withdraw", "x"],
    ["search", "x"],
    ["tag", "list"],
    ["tag", "add", "x", "--where", "y"],
    ["tag", "remove", "x", "--where", "y"],
    ["tag", "rename", "x", "y"],
    ["tag", "merge", "x", "y"],
    ["tag", "suggest", "x"],
    ["status", "new", "--where", "x"],
    ["history"],
    ["undo"],
    ["redo"],
    ["export", "--format", "txt", "--out", "OUT"],
    ["stats"],
    ["check"],
    ["backup", "OUT"],
]
WRITE = [
    ["issue", "set", "x", "--title", "y"],
    ["issue", "merge", "x", "y"],
    ["withdraw", "x"],
    ["tag", "add", "x", "--where", "y"],
    ["tag", "remove", "x", "--where", "y"],
    ["tag", "rename", "x", "y"],
    ["tag", "merge", "x", "y"],
    ["status", "new", "--where", "x"],
    ["undo"],
    ["redo"],
    ["import", "OUT"],
]


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    return Home(tmp_path, monkeypatch, capsys)


@pytest.fixture
def ids(home):
    return home.fill()


def placed(home: Home, words: list[str]) -> list[str]:
    return [str(home.folder / "out") if word == "OUT" else word for word in words]


# --- libraries --------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("words", NEED_A_LIBRARY, ids=" ".join)
def test_no_library(home, words, language):
    home.set(JIAOKAN_LANG=language)
    line = home.bad(3, *placed(home, words))
    assert line.startswith(f"jiaokan: no library at {home.library}: ")
    assert not home.library.exists()


@pytest.mark.parametrize("words", WRITE, ids=" ".join)
def test_a_read_only_library_is_not_written(home, ids, words, monkeypatch):
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    before = home.library.read_bytes()
    assert home.bad(3, *placed(home, words)).startswith(f"jiaokan: read-only {home.library}: ")
    assert home.library.read_bytes() == before


def test_what_a_killed_window_left_goes_with_the_next_command_that_writes(home):
    home.fill()
    left = home.library.with_name(home.library.name + ".window")
    left.touch()
    home.good("issues")
    assert left.exists()  # who reads changes nothing
    home.good("tag", "add", "题", "--where", "*")
    assert not left.exists()


def test_what_a_killed_restore_left_goes_with_the_next_command_that_writes(home, ids):
    for end in (".tmp", ".tmp.lock"):
        (home.folder / f".library.db{end}").touch()
    home.good("tag", "add", "题", "--where", "*")
    assert not [path for path in home.folder.iterdir() if path.name.startswith(".library")]


def test_a_read_only_library_is_read(home, ids, monkeypatch):
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    assert len(home.good("articles").rows) == 3
    assert home.good("search", "会").rows
    home.good("check")
    home.good("export", "--format", "txt", "--out", home.folder / "out")
    home.good("backup", home.folder / "copy.db")


def test_what_another_program_wrote_while_it_was_read_without_locks_is_told(home, ids, monkeypatch):
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    moments = iter(range(100))
    monkeypatch.setattr(beside, "mark", lambda _: (next(moments),))
    for words in (["issues"], ["show", ids[0]], ["check"]):
        done = home(*words)
        assert done.status == 3
        assert done.err.startswith(f"jiaokan: library in use {home.library}: ")


@BOTH
@pytest.mark.parametrize("words", [*NEED_A_LIBRARY, ["import", "OUT"]], ids=" ".join)
def test_a_newer_library_is_not_touched(home, ids, words, language):
    home.set(JIAOKAN_LANG=language)
    connection = pysqlite3.connect(str(home.library))
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.commit()
    connection.close()
    before = home.library.read_bytes()
    line = home.bad(3, *placed(home, words))
    assert line.startswith(f"jiaokan: newer library {home.library}: ")
    assert home.library.read_bytes() == before


@BOTH
@pytest.mark.parametrize("words", [*NEED_A_LIBRARY, ["import", "OUT"]], ids=" ".join)
def test_what_is_not_a_library(home, words, language):
    home.set(JIAOKAN_LANG=language)
    home.library.write_bytes(b"no database" * 100)
    line = home.bad(3, *placed(home, words))
    assert line.startswith(f"jiaokan: not a library {home.library}: ")


@pytest.mark.parametrize("words", [*NEED_A_LIBRARY, ["import", "OUT"]], ids=" ".join)
def test_a_damaged_library(home, ids, words):
    size = home.library.stat().st_size
    with home.library.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    done = home(*placed(home, words))
    assert done.status in ((1, 3) if words == ["check"] else (3,)), done
    assert "Traceback" not in done.err
    if done.status == 3:
        assert done.err.startswith("jiaokan: damaged library ")
        assert done.err.count("\n") == 1


def test_a_library_that_is_a_folder(home):
    home.library.mkdir()
    assert home.bad(3, "issues").startswith("jiaokan: not a library ")


def test_a_library_that_cannot_be_read_ends_with_three(home, ids, monkeypatch):
    real = Path.open

    def refuse(self, *args, **kwargs):
        if self == home.library:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    assert home.bad(3, "issues").startswith(f"jiaokan: unreadable {home.library}: ")


def test_a_library_that_another_program_holds(home, ids, monkeypatch):
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.05)
    other = pysqlite3.connect(str(home.library), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    line = home.bad(3, "tag", "add", "x", "--where", "")
    assert line.startswith(f"jiaokan: library in use {home.library}: ")
    assert len(home.good("articles").rows) == 3
    other.close()


def test_a_library_with_what_is_foreign_is_not_written(home, ids):
    connection = pysqlite3.connect(str(home.library))
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    line = home.bad(3, "tag", "add", "x", "--where", "")
    assert line.startswith("jiaokan: damaged library ")
    assert "mine" in line
    assert home("check").status == 1


def test_a_fault_of_sqlite_in_the_middle_is_told(home, ids, monkeypatch):
    def damage(_library):
        raise pysqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("reader.store.stats.stats", damage)
    assert home.bad(3, "stats").startswith(f"jiaokan: damaged library {home.library}: SQLite says")


def test_a_path_that_is_too_long(home):
    assert home.bad(3, "issues", "--library", "x" * 5000).startswith("jiaokan: unreadable /")


@pytest.mark.parametrize(
    "words",
    [
        ["issues", "--library", "/"],
        ["undo", "--library", "/"],
        ["check", "--library", "/"],
        ["import", "seeds", "--library", "/"],
        ["restore", "copy.db", "--library", "/"],
        ["restore", "copy.db", "--set-aside", "--library", "/"],
        ["restore", "copy.db", "--set-aside", "--library", "."],
        ["backup", "/"],
        ["backup", "."],
        ["rescue", "/"],
        ["restore", "/"],
        ["export", "--format", "jsonl", "--out", "/"],
    ],
    ids=" ".join,
)
def test_the_root_of_a_disk_has_no_name_and_is_refused_in_a_line(home, ids, words):
    line = home.bad(3, *words)
    assert line.startswith("jiaokan: ")
    assert "program error" not in line
    assert home.good("check").status == 0


def test_unknown_ids(home, ids):
    for words in (
        ["show", "nope"],
        ["show", "nope", "--format", "json"],
        ["show", "nope", "--format", "diff"],
        ["history", "nope"],
        ["tag", "suggest", "nope"],
    ):
        assert "no article “nope”" in home.bad(2, *words)
    for words in (["withdraw", "nope"], ["issue", "set", "nope", "--number", "1"]):
        assert "no issue “nope”" in home.bad(2, *words)


def test_restore_refuses_what_is_no_backup(home, ids):
    (home.folder / "x.db").write_bytes(b"x")
    before = home.library.read_bytes()
    assert "not a library" in home.bad(3, "restore", home.folder / "x.db")
    assert "no library" in home.bad(3, "restore", home.folder / "y.db")
    assert "itself" in home.bad(3, "restore", home.library)
    assert "no library" in home.bad(3, "backup", home.folder / "x.db")
    assert home.library.read_bytes() == before


@BOTH
def test_a_copy_that_is_not_there(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    nope = home.folder / "nope.db"
    line = home.bad(3, "restore", nope)
    assert line.startswith(f"jiaokan: no library at {nope}: ")
    assert {"zh_CN": "请检查备份的路径", "en": "Check the path of the copy"}[language] in line
    assert "import" not in line


# --- places that cannot be made ---------------------------------------------------------------


def where(home: Home) -> Path:
    """Give a folder that cannot be made."""
    (home.folder / "file").write_text("x")
    return home.folder / "file" / "below"


@BOTH
@pytest.mark.parametrize("name", ["out", "out.txt"])
def test_an_export_of_which_the_folder_cannot_be_made(home, ids, language, name):
    home.set(JIAOKAN_LANG=language)
    line = home.bad(3, "export", "--format", "txt", "--out", where(home) / name)
    assert line.startswith("jiaokan: unreadable ")
    assert {
        "zh_CN": "文件夹建不了：路径中有一段不是文件夹。请检查路径，或换一个地方。",
        "en": "the folder cannot be made: Not a directory. Check the path, or choose another",
    }[language] in line


def test_a_backup_of_which_the_folder_cannot_be_made(home, ids):
    line = home.bad(3, "backup", where(home) / "copy.db")
    assert "cannot be written: Not a directory. Check the path, or choose another place." in line


@BOTH
def test_a_library_of_which_the_folder_cannot_be_made(home, language):
    home.set(JIAOKAN_LANG=language)
    path = where(home) / "in" / "a.db"
    page = home.folder / "a.txt"
    page.write_text("话说完了。", "utf-8")
    line = home.bad(3, "--library", path, "import", page)
    assert line.startswith(f"jiaokan: read-only {path}: ")
    assert {
        "zh_CN": "它或它的文件夹建不了：路径中有一段不是文件夹。请检查路径，或用 --library",
        "en": "it, or the folder for it, cannot be made: Not a directory. Check the path, or name",
    }[language] in line


def test_an_export_where_nothing_may_be_made(home, ids, monkeypatch):
    def refuse(self, *_args, **_given):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    line = home.bad(3, "export", "--format", "txt", "--out", home.folder / "out")
    assert line == (
        f"jiaokan: read-only {home.folder}/out: the folder cannot be made: Permission denied."
        " Choose a place that can be written.\n"
    )


# --- names ------------------------------------------------------------------------------------


def test_names_that_are_not_utf8(home):
    folder = home.folder / "pages"
    folder.mkdir()
    for name in (b"a\xff.txt", b"b\t\n\\.txt"):
        (folder / os.fsdecode(name)).write_text(f"这里说到{len(name)}。\n", "utf-8")
    done = home.good("import", folder)
    assert [row[1] for row in done.rows] == [
        f"{home.folder}/pages/a\\xff.txt",
        f"{home.folder}/pages/b\\t\\n\\\\.txt",
    ]
    again = home.good("import", "--json", folder)
    assert "a\\udcff.txt" in again.out
    assert os.fsencode(again.jsons[0]["path"]).endswith(b"/pages/a\xff.txt")
    assert home.good("history").rows[1][3].startswith("import a\\\\")
    assert home.good("repair", folder / "a\udcff.txt").json["file"] == "a\udcff.txt"
    hits = home.good("search", "这里", "--json").json["hits"]
    assert len(hits) == 2


ODD = (
    *("Twin.txt", "twin.TXT", "TWIN.txt"),
    *("CON.txt", "nul.txt", "Com1.txt", "LPT9.x.txt", "aux .txt", "题..txt"),
    *("é.txt", "e\u0301.txt", "\u202egnp.txt", "-rf.txt", "'\";$(x).txt"),
    "甲" * 83 + "AB.txt",
)


def test_names_that_are_twins_reserved_or_as_long_as_can_be(home):
    folder = home.folder / "pages"
    folder.mkdir()
    assert max(len(os.fsencode(name)) for name in ODD) == 255
    for number, name in enumerate(ODD):
        (folder / name).write_text(f"这里说到第{chr(0x4E00 + number) * 30}件事。\n", "utf-8")
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = home.good("import", "--json", folder)
    assert {Path(row["path"]).name for row in done.jsons} == set(made)
    assert {row["status"] for row in done.jsons} == {"imported"}
    assert {row["status"] for row in home.good("import", "--json", folder).jsons} == {"unchanged"}
    assert {hit["source"] for hit in home.good("search", "这里", "--json").json["hits"]} == set(
        made
    )
    for form in ("txt", "md", "jsonl", "csv"):
        out = home.folder / form
        home.good("export", "--format", form, "--out", out)
        names = [path.name for path in out.rglob("*") if path.is_file()]
        assert len({name.casefold() for name in names}) == len(names)
        if form in ("txt", "md"):
            assert len(names) >= len(made)
    home.good("check")
    home.good("rescue", home.folder / "rescued")
    rescued = home.folder / "rescued" / "pages"
    assert {path.read_bytes() for path in rescued.rglob("*") if path.is_file()} >= set(
        made.values()
    )
    assert made == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_library_whose_name_is_not_utf8(home, ids):
    odd = home.folder / "\udcfe.db"
    home.good("backup", odd)
    assert len(home.good("articles", "--library", odd).rows) == 3
    odd.unlink()
    assert "/\\xfe.db: " in home.bad(3, "articles", "--library", odd)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\tb\nc\\d", r"a\tb\nc\\d"),
        ("\udcff\udc80", r"\xff\x80"),
        ("\ud800", r"\ud800"),
        ("\x1b[31m\x7f", r"\x1b[31m\x7f"),
        ("\x85\u2028", r"\xc2\x85\xe2\x80\xa8"),
        (None, ""),
        (True, "1"),
        (False, "0"),
        (7, "7"),
        ("中文 　", "中文 　"),
    ],
)
def test_plain(value, shown):
    assert plain(value) == shown


def test_json_of_names():
    assert as_json({"a": "中\udcff\n", "b": None}) == '{"a":"中\\udcff\\n","b":null}'


# --- output -----------------------------------------------------------------------------------


class Closing(io.StringIO):
    """A stream of which the reader ends after some lines, or the disk is full."""

    def __init__(self, lines: int, number: int) -> None:
        super().__init__()
        self.left = lines
        self.number = number

    def write(self, text: str) -> int:
        self.left -= 1
        if self.left < 0:
            raise OSError(self.number, os.strerror(self.number))
        return super().write(text)


@pytest.mark.parametrize("words", [["articles"], ["issues", "--json"], ["--help"]])
def test_a_reader_that_ends_is_no_fault(home, ids, words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Closing(0, errno.EPIPE))
    assert cli.run(words) == 1
    assert capsys.readouterr().err == ""


def test_an_import_whose_reader_ends_keeps_what_was_acknowledged(home, monkeypatch, capsys):
    folder = home.folder / "pages"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"第{number}版说完了。", "utf-8")
    monkeypatch.setattr(sys, "stdout", Closing(2, errno.EPIPE))
    assert cli.run(["import", str(folder)]) == 1
    assert capsys.readouterr().err == ""
    monkeypatch.undo()
    with Library.open(home.library) as library:
        assert len(library.issues.rows()) == 3


def test_a_full_disk_under_the_output(home, ids, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Closing(0, errno.ENOSPC))
    assert cli.run(["articles"]) == 3
    assert capsys.readouterr().err.startswith("jiaokan: disk full stdout: ")


def test_another_fault_of_the_output(home, ids, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Closing(0, errno.EIO))
    assert cli.run(["articles"]) == 3
    assert capsys.readouterr().err.startswith("jiaokan: unreadable stdout: the system says: ")


def test_without_an_output_nothing_is_done(home, ids, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.run(["tag", "add", "x", "--where", ""]) == 3
    monkeypatch.undo()
    assert capsys.readouterr().err.startswith("jiaokan: unreadable stdout: ")
    with Library.open(home.library) as library:
        assert library.tags.list() == []


@pytest.mark.parametrize("stream", [None, Closing(0, errno.EIO)])
def test_without_stderr_the_status_tells(home, stream, monkeypatch):
    monkeypatch.setattr(sys, "stderr", stream)
    assert cli.run(["issues"]) == 3


class Terminal(io.StringIO):
    """A stderr that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_goes_to_a_terminal_only(home, ids, monkeypatch, capsys):
    terminal = Terminal()
    monkeypatch.setattr(progress, "_APART", 0)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert cli.run(["check"]) == 0
    assert " %)" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert "\x1b" not in capsys.readouterr().out


def test_progress_of_which_the_end_is_not_known(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.Progress() as told:
        told(1, 0)
        told(2, 0)
    assert terminal.getvalue() == "\r\x1b[K1\r\x1b[K"


# --- interrupted, and bugs --------------------------------------------------------------------


def test_ctrl_c_ends_without_a_word(home, ids, monkeypatch):
    def interrupted(_desk, **_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(listing.COMMANDS["issues"], "_work", interrupted)
    done = home("issues")
    assert (done.status, done.out, done.err) == (1, "", "")


def test_too_little_memory_is_told(home, ids, monkeypatch):
    def large(_desk, **_given):
        raise MemoryError

    monkeypatch.setattr(listing.COMMANDS["issues"], "_work", large)
    assert home.bad(1, "issues").startswith("jiaokan: too large: there is not enough memory")


@BOTH
def test_a_bug_is_logged_whole_and_told_in_a_line(home, ids, language, monkeypatch):
    def wrong(_desk, **_given):
        raise KeyError("the bug")

    home.set(JIAOKAN_LANG=language)
    monkeypatch.setattr(listing.COMMANDS["issues"], "_work", wrong)
    line = home.bad(3, "issues")
    log = home.data / "jiaokan.log"
    assert line.startswith("jiaokan: program error KeyError: ")
    assert str(log) in line
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    told = log.read_text("utf-8")
    assert "Traceback" in told
    assert told.splitlines()[-1] == "KeyError"  # the message may hold a library's text
    assert "jiaokan issues" in told
    home("issues")
    assert log.read_text("utf-8").count("Traceback") == 2


@BOTH
def test_a_bug_that_cannot_be_logged(home, ids, language, monkeypatch):
    def wrong(_desk, **_given):
        raise KeyError("the bug")

    home.set(JIAOKAN_LANG=language)
    monkeypatch.setattr(listing.COMMANDS["issues"], "_work", wrong)
    home.data.parent.mkdir(exist_ok=True)
    home.data.write_text("a file in the way")
    done = home("issues")
    assert done.status == 3
    assert "program error KeyError" in done.err
    assert "Traceback" not in done.err


def test_a_programs_own_exit_goes_through(home, ids, monkeypatch):
    def leave(_desk, **_given):
        raise SystemExit(9)

    monkeypatch.setattr(listing.COMMANDS["issues"], "_work", leave)
    with pytest.raises(SystemExit):
        home("issues")


def test_the_status_when_no_window_can_be_opened():
    assert status_of(NoWindowError("display", "no_display")) == 4
