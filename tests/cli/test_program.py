"""The program as a process of its own: no Qt, lean, quiet when its reader ends, UTF-8 anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commanding import Home

ROOT = Path(__file__).resolve().parents[2]
JIAOKAN = [sys.executable, "-m", "reader"]


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    home = Home(tmp_path, monkeypatch, capsys)
    home.set(PYTHONPATH=ROOT, PYTHONWARNINGS="error")
    return home


def shell(script: str, home: Home, **more: str) -> subprocess.CompletedProcess[bytes]:
    words = {"J": f"{sys.executable} -m reader", "H": str(home.folder)} | more
    return subprocess.run(
        ["bash", "-c", script],
        cwd=home.folder,
        env=os.environ | words,
        capture_output=True,
        check=False,
    )


def test_the_command_line_imports_no_qt_and_help_no_library(home):
    """Every module of the room is loaded; then what one command needs is looked at."""
    home.fill()
    code = (
        "import sys, pkgutil, importlib\n"
        "import reader.__main__, reader.cli\n"
        "assert reader.cli.run(['tag', '--help']) == 0\n"
        "heavy = ('reader.store', 'pysqlite3', 'sqlite_utils', 'reader.text', 'jieba')\n"
        "print([m for m in sys.modules if m.startswith(heavy)], file=sys.stderr)\n"
        "for m in pkgutil.iter_modules(reader.cli.__path__):\n"
        "    importlib.import_module('reader.cli.' + m.name)\n"
        "assert reader.cli.run(['articles']) == 0\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'jieba',"
        " 'rjieba', 'reader.ui'))], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr == b"[]\n[]\n"


def test_repair_loads_no_store(home):
    page = ROOT / "seeds" / "000_e4901fc396f5b98a.txt"
    code = (
        "import sys, reader.cli\n"
        f"assert reader.cli.run(['repair', {str(page)!r}]) == 0\n"
        "sys.exit(' '.join(m for m in sys.modules if 'sqlite' in m or 'store' in m) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["articles"], ["--help"], ["import", "SEEDS"]], ids=" ".join)
def test_a_pipe_of_which_the_reader_has_ended(home, words):
    home.fill()
    reader, writer = os.pipe()
    os.close(reader)
    words = [str(ROOT / "seeds") if word == "SEEDS" else word for word in words]
    with os.fdopen(writer, "wb") as out:
        done = subprocess.run([*JIAOKAN, *words], stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_stdout_that_is_full_or_closed(home):
    home.fill()
    full = shell("$J articles > /dev/full", home)
    assert full.returncode == 3
    assert full.stderr.startswith(b"jiaokan: disk full stdout: ")
    assert full.stderr.count(b"\n") == 1
    closed = shell("$J articles >&-", home)
    assert closed.returncode == 3
    assert closed.stderr.startswith(b"jiaokan: unreadable stdout: ")
    assert shell("$J articles 2>&-", home).returncode == 0
    assert shell("$J nope 2>&-", home).returncode == 2


def test_what_is_done_and_cannot_be_told_is_not_done_twice(home):
    home.fill()
    assert shell("$J tag add 春 --where 春游", home).returncode == 0
    assert shell("$J tag add 游 --where 春游", home).returncode == 0
    full = shell("$J undo > /dev/full", home)
    assert full.returncode == 3
    assert full.stderr.startswith(b"jiaokan: unreadable stdout: ")
    assert b"jiaokan history" in full.stderr
    assert full.stderr.count(b"\n") == 1
    assert shell("$J tag list", home).stdout.decode().split() == ["春", "1"]


STEPS = {
    "undo": lambda home: home.good("tag", "list").out == "",
    "tag add 游 --where 春游": lambda home: "游\t1\n" in home.good("tag", "list").out,
    "status working --where 春游": lambda home: "working" in home.good("articles").out,
    "backup other.db": lambda home: (home.folder / "other.db").is_file(),
    "restore copy.db": lambda home: home.good("tag", "list").out == "",
    "export --format jsonl --out e.jsonl": lambda home: (home.folder / "e.jsonl").is_file(),
    "rescue texts": lambda home: (home.folder / "texts" / "pages").is_dir(),
    "rerun --json": lambda home: bool(home.good("check").out),
}
"""Commands, and how it is seen that they were carried out."""


@pytest.mark.parametrize(
    ("step", "out"),
    [*((step, "full") for step in STEPS), ("undo", "ended"), ("rerun --json", "ended")],
)
def test_a_step_that_is_done_is_told_as_done_where_its_result_cannot_be_written(home, step, out):
    home.fill()
    home.good("backup", home.folder / "copy.db")
    home.good("tag", "add", "春", "--where", "春游")
    if out == "full":
        into = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, into = os.pipe()
        os.close(reader)
    done = subprocess.run(
        [*JIAOKAN, *step.split()],
        cwd=home.folder, stdout=into, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(into)
    assert done.returncode == 3
    assert done.stderr.startswith(b"jiaokan: unreadable stdout: it is done, ")
    assert done.stderr.count(b"\n") == 1
    assert STEPS[step](home)


def test_an_import_of_which_a_line_cannot_be_written_says_that_the_rest_is_not_done(home):
    (home.folder / "pages").mkdir()
    for name in "甲乙丙":
        (home.folder / "pages" / f"{name}.txt").write_text(f"{name}去春游。", "utf-8")
    full = shell("$J import pages > /dev/full", home)
    assert full.returncode == 3
    assert full.stderr.startswith(b"jiaokan: unreadable stdout: ")
    assert b"it is done up to here, and the rest is not" in full.stderr
    assert full.stderr.count(b"\n") == 1
    assert shell("$J import pages", home).stdout.count(b"unchanged\t") == 1


def test_what_changes_nothing_is_told_as_before_where_it_cannot_be_written(home):
    home.fill()
    full = shell("$J rerun --dry-run > /dev/full", home)
    assert (full.returncode, full.stderr[:24]) == (3, b"jiaokan: disk full stdou")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        words = [*JIAOKAN, "rerun", "--dry-run"]
        done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_utf8_whatever_the_locale_says(home, locale):
    home.fill()
    more = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*JIAOKAN, "articles"], env=os.environ | more, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "春游" in done.stdout.decode("utf-8")


def test_the_language_follows_the_locale(home):
    said = shell("unset JIAOKAN_LANG; $J --help", home, LC_ALL="zh_CN.UTF-8").stdout
    assert "用法" in said.decode("utf-8")


def test_each_line_of_an_import_has_left_when_it_is_durable(home):
    # A signal may come between an open and its `with`: Python itself warns of that file.
    home.set(PYTHONWARNINGS="error,ignore::ResourceWarning")
    folder = home.folder / "pages"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"第{number}版说完了。", "utf-8")
    with subprocess.Popen(
        [*JIAOKAN, "import", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.stderr.read() == b""
    assert first.startswith(b"imported\t")
    assert process.returncode in (0, 1)  # it may have ended before the signal came
    told = 1 + rest.count(b"\n")
    issues = len(home.good("issues").rows)
    assert told <= issues <= told + 1
    home.good("check")


@pytest.mark.parametrize("way", ["main", "window"])
@pytest.mark.parametrize(
    ("tongue", "said"), [("en_GB", b"no home folder"), ("zh_CN", "没有主文件夹".encode())]
)
def test_where_no_folder_of_the_user_is_known_one_line_says_so(tmp_path, way, tongue, said):
    code = (
        "import pwd, sys\n"
        "def nobody(_): raise KeyError\n"
        "pwd.getpwuid = nobody\n"
        f"from reader.__main__ import {way}\n"
        "sys.argv = ['jiaokan', *sys.argv[1:]]\n"
        f"sys.exit({way}())"
    )
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": ROOT, "LANG": f"{tongue}.UTF-8"}
    words = ["issues"] if way == "main" else []
    run = [sys.executable, "-c", code, *words]
    done = subprocess.run(run, cwd=tmp_path, env=bare, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"jiaokan: " + said)
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []
    named = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "CACHE")}
    if way == "main":
        done = subprocess.run(run, cwd=tmp_path, env=bare | named, capture_output=True, check=False)
        assert b"no home folder" not in done.stderr
        assert b"jiaokan import" in done.stderr
