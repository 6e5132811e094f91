"""Nothing acts: no command and no window opens a socket, starts a program, or writes elsewhere.

Python tells an audit hook of each such step before it is done; what C libraries do it does not
see, so the folders are looked through afterwards as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

WATCH = """
import os, sys

ACTS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
        "os.startfile", "os.system", "pty.", "urllib.", "http.", "ftplib.", "smtplib.",
        "webbrowser.")
WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod",
          "os.truncate", "os.utime", "shutil.")
HOME = os.path.realpath(os.environ["HOME"])

def inside(path):
    if not isinstance(path, (str, bytes, os.PathLike)):
        return True  # an open file, a folder by its number
    path = os.path.realpath(os.fsdecode(path))
    return path in ("/dev/null", "/dev/tty") or os.path.commonpath([path, HOME]) == HOME

def look(event, given):
    if event.startswith(ACTS):
        done = True
    elif event == "open":
        done = given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not inside(given[0])
    else:
        done = event.startswith(WRITES) and not all(map(inside, given[:2]))
    if done:
        os.write(2, f"ACT {event} {given}\\n".encode(errors="replace"))

sys.addaudithook(look)
"""

COMMANDS = """
from reader import cli

home = os.environ["HOME"]
for words in (
    ["import", sys.argv[1]], ["issues"], ["articles", "--json"], ["search", "工作"], ["doctor"],
    ["tag", "add", "会议", "--where", "工作"], ["status", "proofed1", "--where", "工作"],
    ["undo"], ["redo"], ["history"], ["export", "--format", "jsonl", "--out", f"{home}/export"],
    ["backup", f"{home}/copy.db"], ["restore", f"{home}/copy.db"], ["check"],
    ["rescue", f"{home}/rescued"], ["nonsense"],
):
    status = cli.run(words)
    assert status in (0, 1) or words == ["nonsense"], (words, status)
"""

WINDOW = """
from pathlib import Path

from PySide6.QtCore import QTimer

from reader import cli
from reader.ui import program

assert cli.run(["import", sys.argv[1]]) == 0
app = program.make_application()
program.lay_ground(app)
from reader.ui.window import MainWindow

window = MainWindow()
window.show()
window.open_library(Path(os.environ["JIAOKAN_LIBRARY"]))
assert window.article.article is not None
window.session.write(window.session.library.tags.add, "会议", [window.article.article.id])
QTimer.singleShot(1500, lambda: (window.close(), app.quit()))
app.exec()
"""


def run(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script under the hook, with a home and a folder for passing files of its own."""
    for name in ("home", "here"):
        (home / name).mkdir()
    own = home / "home"
    (own / "tmp").mkdir()
    return subprocess.run(
        [sys.executable, "-B", "-c", WATCH + script, str(SEEDS)],
        capture_output=True,
        text=True,
        check=False,
        cwd=home / "here",
        env=os.environ
        | {
            "HOME": str(own),
            "TMPDIR": str(own / "tmp"),
            "XDG_DATA_HOME": str(own / "data"),
            "XDG_CONFIG_HOME": str(own / "config"),
            "XDG_CACHE_HOME": str(own / "cache"),
            "JIAOKAN_LIBRARY": str(own / "library.db"),
            "JIAOKAN_LANG": "en",
            "QT_QPA_PLATFORM": "offscreen",
        },
    )


def acts(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if line.startswith("ACT ")]


@pytest.mark.parametrize("script", [COMMANDS, pytest.param(WINDOW, marks=pytest.mark.window)])
def test_no_socket_no_program_and_nothing_written_elsewhere(tmp_path, script) -> None:
    seeds = {path: path.read_bytes() for path in SEEDS.iterdir() if path.is_file()}
    done = run(tmp_path, script)
    assert done.returncode == 0, done.stderr
    assert acts(done) == []
    assert list((tmp_path / "here").iterdir()) == []
    assert list((tmp_path / "home" / "tmp").iterdir()) == []
    known = {"library.db", "tmp", "data", "config", "cache", "export", "copy.db", "rescued"}
    assert {path.name for path in (tmp_path / "home").iterdir()} <= known
    assert seeds == {path: path.read_bytes() for path in SEEDS.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "act",
    [
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "os.system('true')",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "open('elsewhere', 'w')",
        "os.mkdir('elsewhere')",
    ],
)
def test_the_hook_sees_what_acts(tmp_path, act) -> None:
    assert acts(run(tmp_path, act))
