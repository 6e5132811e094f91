"""Kill the window while somebody types in it, and count what was told as saved and is lost.

    python tests/bench/windowkills.py --kills 20 [--seed 1]

A window of its own process (offscreen) is typed into, some keys a second, at times with a pause, a
jump of the caret, a split, a join, an undo; it gets SIGKILL after a random time. What the status
line had called saved must be there; of what was typed up to a second before, all. The library must
be sound, the next window must open it for writing without being asked, and nothing may be left
beside it once it has been closed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from drafting import take_in

from reader.store import Library, Mode
from reader.store.check import check

PARAGRAPH = "河边的柳树发了芽，早市上的人比往年多了一倍，摊主们说今年的菜又好又便宜。"
FIRST = 0x3400
"""What is typed: one character after the other from here on (extension A), so that it can be told
which came to the disk."""
LATEST = 1.0
"""Seconds of typing that may be lost."""
SLACK = 0.35
"""Seconds by which a machine that does other work may be late in writing."""
LONGEST = 6.0


@dataclass(slots=True)
class Tally:
    """What the kills came to; all but the first three ought to be 0."""

    kills: int = 0
    typed: int = 0
    saved: int = 0
    lost: int = 0
    late: int = 0
    unsound: int = 0
    stray: int = 0
    told: list[str] = field(default_factory=list)

    def fault(self, kind: str, said: str) -> None:
        """Count a fault and keep what it was."""
        setattr(self, kind, getattr(self, kind) + 1)
        self.told.append(f"{kind}: {said}")


def act(path: Path, seed: int) -> None:
    """Open the window and type until killed; tell each character, and what is saved."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    from reader.ui import program
    from reader.ui.window import MainWindow

    application = QApplication(["jiaokan"])
    program.prepare(application)
    window = MainWindow()
    window.show()
    window.open_library(path)
    dice = random.Random(seed)
    edit = window.article.edit
    edit.setFocus()
    count = [0]

    def saved() -> None:
        if not window.article.typing.pending:
            print(f"saved {count[0]}", flush=True)

    def key() -> None:
        if dice.random() < 0.06:
            block = dice.randrange(len(edit.sheet.blocks))
            edit.set_caret(block, dice.randrange(1 + len(edit.sheet.blocks[block].text)))
        event = QInputMethodEvent("", [])
        event.setCommitString(chr(FIRST + count[0]))
        QApplication.sendEvent(edit, event)
        count[0] += 1
        print(f"typed {count[0]} {time.monotonic()}", flush=True)
        timer.start(900 if dice.random() < 0.04 else dice.randrange(10, 160))

    window.session.saved.connect(saved)
    window.article.typing.written.connect(saved)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(key)
    timer.start(50)
    print("open" if window.session.writable else "shut", flush=True)
    application.exec()


def look(path: Path) -> None:
    """Open the window as the next start does, tell whether it may write, and close it."""
    from PySide6.QtWidgets import QApplication

    from reader.ui import program
    from reader.ui.window import MainWindow

    application = QApplication(["jiaokan"])
    program.prepare(application)
    window = MainWindow()
    window.show()
    window.open_library(path)
    application.processEvents()
    print("open" if window.session.writable else "shut", flush=True)
    while window.session.at_work:
        application.processEvents()
    window.close()
    application.processEvents()


def made(path: Path) -> None:
    """Make a library of one article with three paragraphs."""
    with Library.open(path, Mode.CREATE, actor="甲") as library:
        take_in(library, "\n\n".join([PARAGRAPH] * 3))
        library.index.catch_up()


def kill(path: Path, limit: float, seed: int, home: Path) -> tuple[bool, list[str], float]:
    """Let a window be typed into, and kill it; give whether it wrote, what it told, and when."""
    env = _world(home)
    words = [sys.executable, __file__, "--act", str(path), "--seed", str(seed)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, env=env, stdout=said, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while b"\n" not in _read(said) and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(limit)
        at = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()
        lines = [line.decode() for line in _read(said).splitlines(keepends=True)]
    whole = [line.strip() for line in lines if line.endswith("\n")]
    return whole[:1] == ["open"], whole[1:], at


def _world(home: Path) -> dict[str, str]:
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "JIAOKAN_LANG": "en",
        "JIAOKAN_ACTOR": "甲",
        **{f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE")},
    }


def opened_next(path: Path, home: Path) -> str:
    """Give what the next start of the window tells."""
    words = [sys.executable, __file__, "--look", str(path)]
    done = subprocess.run(words, env=_world(home), capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _read(file: object) -> bytes:
    return os.pread(file.fileno(), 1 << 24, 0)  # type: ignore[attr-defined]


def there(path: Path) -> set[int]:
    """Give which of the characters typed stand in the library."""
    with Library.open(path) as library:
        text = "".join(library.articles.get(row.id).text for row in library.articles.rows())
    return {ord(char) - FIRST for char in text if ord(char) >= FIRST and ord(char) < 0x4DC0}


def one(tally: Tally, folder: Path, dice: random.Random) -> None:
    """Kill one window and look."""
    path = folder / "work" / "library.db"
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    made(path)
    wrote, told, at = kill(path, dice.random() * LONGEST, dice.randrange(1 << 30), folder / "home")
    tally.kills += 1
    if not wrote:
        tally.fault("unsound", "the window could not write")
    saved = max((int(line.split()[1]) for line in told if line.startswith("saved")), default=0)
    typed = [line.split() for line in told if line.startswith("typed")]
    before = [int(n) for _, n, when in typed if float(when) < at - LATEST - SLACK]
    tally.typed += len(typed)
    tally.saved += saved
    found = there(path)
    if not set(range(saved)) <= found:
        tally.fault(
            "lost", f"{saved} were saved, {sorted(set(range(saved)) - found)} are not there"
        )
    if not set(range(max(before, default=0))) <= found:
        tally.fault("late", f"{max(before)} were typed {LATEST} s before, {len(found)} are there")
    with Library.open(path) as library:
        report = check(library)
    if not report.sound:
        tally.fault("unsound", str(report))
    following = opened_next(path, folder / "home")
    if following != "open":
        tally.fault("unsound", f"the next start: {following}")
    left = {entry.name for entry in path.parent.iterdir()} - {path.name}
    if left:
        tally.fault("stray", str(sorted(left)))


def main() -> int:
    """Kill, and print the counts; 1 when anything was wrong, but for what only took too long."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--act", type=Path)
    parser.add_argument("--look", type=Path)
    given = parser.parse_args()
    if given.act:
        act(given.act, given.seed)
        return 0
    if given.look:
        look(given.look)
        return 0
    tally, dice = Tally(), random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(given.kills):
            one(tally, Path(folder), dice)
    print(
        f"window        kills {tally.kills:4}  typed {tally.typed:5}  saved {tally.saved:5}"
        f"  lost {tally.lost}  later than a second {tally.late}  unsound {tally.unsound}"
        f"  left over {tally.stray}"
    )
    for said in tally.told[:5]:
        print("   ", said)
    return 1 if tally.lost or tally.unsound or tally.stray else 0


if __name__ == "__main__":
    sys.exit(main())
