"""What lies before the windows of `windowkills.py`: libraries, folders, and how both stand."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pysqlite3
from aging import grow_old
from bench.generate import files
from bench.windowacts import REPLACED
from drafting import take_in

from reader import exporting, places
from reader.importing import ImportOptions, import_paths
from reader.model import Status
from reader.store import Library, Mode
from reader.store.shelf import folder_of, listed

if TYPE_CHECKING:
    import random
    import subprocess
    from collections.abc import Sequence

    from bench.windowforge import Forge, Fresh, Window

PARAGRAPH = "河边的柳树发了芽，早市上的人比往年多了一倍，摊主们说今年的菜又好又便宜。"
PATIENCE = 120.0
"""Seconds after which a window is stuck, less those in which it waited for a processor."""
OLD = 2
"""The version of the older library."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a window told before it ended, in lines; `killed` is when, and None where it was not.

    `held_up` tells, at some moments until then, for how many seconds in all its thread could run
    and was not let. `changes` is how often files were seen to change.
    """

    lines: tuple[tuple[str, ...], ...]
    killed: float | None
    held_up: tuple[tuple[float, float], ...] = ()
    status: int = 0
    changes: int = 0

    def all(self, word: str) -> list[tuple[str, ...]]:
        """Give what was told under a word."""
        return [line[1:] for line in self.lines if line[0] == word]

    def held_up_since(self, moment: float) -> float:
        """Give for how many seconds the thread was held up from a moment on, or a bit less."""
        later = [held for at, held in self.held_up if at >= moment]
        return later[-1] - later[0] if later else 0.0

    @property
    def ended(self) -> bool:
        """Tell whether the act came to its end."""
        return bool(self.all("end"))

    @property
    def help_needed(self) -> str:
        """Say what kept the window from beginning by itself; empty where nothing did."""
        if self.all("asked") or self.all("open") != [()]:
            return f"it asked or could not write: {self.lines[:3]}"
        return "" if self.ended and self.status == 0 else f"no end: {self.lines[-3:]}"


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder in which everything lies that an act reads and writes; `forge` starts windows."""

    folder: Path
    forge: Forge | Fresh

    @property
    def library(self) -> Path:
        """Give the library that the window opens."""
        return self.folder / "library" / "library.db"

    @property
    def home(self) -> Path:
        """Give where the program keeps backups, settings and state."""
        return self.folder / "home"

    def moved_in(self) -> None:
        """Let what this process does use the home of this desk."""
        for name in ("DATA", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.home / name)

    def like(self, other: Desk) -> None:
        """Become a copy of another desk."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(other.folder, self.folder)

    def written(self) -> frozenset[tuple[str, int, int]]:
        """Tell of all files that an act writes how long they are, and when they were written."""
        found = set()
        shelves = places.backups_folder().glob("*")
        for folder in (self.library.parent, self.folder / "copies", self.folder / "out", *shelves):
            with suppress(OSError):  # it is not there, or goes just now
                for file in os.scandir(folder):
                    status = file.stat(follow_symlinks=False)
                    found.add((file.path, status.st_size, status.st_mtime_ns))
        return frozenset(found)

    def window(self, act: str, *more: object, limit: Moment | None = None) -> Told:
        """Let a window carry an act out; it is killed at a moment, else it closes."""
        self.moved_in()
        words = [act, str(self.folder), *map(str, more)]
        words += [] if limit is not None else ["--again"]
        words += ["--writes", str(limit.writes)] if limit is not None and limit.writes else []
        with tempfile.NamedTemporaryFile() as out:
            process = self.forge.window(words, Path(out.name))
            watch = Watch(self, process, out)
            watch.until(b"ready")
            killed = None if limit is None else _kill(watch, limit)
            watch.until(b"end", closely="--witness" in more)
            changes, begun = watch.changes, time.monotonic()
            while process.poll() is None and not _stuck(process, begun):
                watch.look(0.01)
            process.kill()
            status = process.wait()
            lines = _read(out).decode().splitlines(keepends=True)
        told = tuple(tuple(line.split()) for line in lines if line.endswith("\n"))
        at, held = killed or (None, ())
        at = next((float(line[1]) for line in told if line[0] == "killed"), at)
        return Told(told, at, held, status, changes)

    def shelf(self) -> list[Path]:
        """Give the copies on the shelf of the library, oldest first."""
        self.moved_in()
        with Library.open(self.library) as library:
            return [backup.path for backup in reversed(listed(folder_of(library.id)))]

    def strays(self, *ours: Path) -> list[str]:
        """Give what lies beside the library, its backups and copies, and is none of ours.

        Of the settings what somebody began to write and did not end.
        """
        known = {self.library, *self.shelf(), *ours}
        found: list[Path] = list(self.home.rglob("*.tmp"))
        shelves = places.backups_folder().glob("*")
        for folder in (self.library.parent, self.folder / "copies", self.folder / "out", *shelves):
            found += set(folder.iterdir()) - known if folder.is_dir() else ()
        return sorted(str(path.relative_to(self.folder)) for path in found)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a window is killed: so long after it began, or after files changed so many times.

    With `writes` it kills itself, before it writes for so manieth a time.
    """

    seconds: float
    changes: int = 0
    writes: int = 0


class Watch:
    """Looks at a window at work, and at what it writes.

    `changes` counts from the act's beginning.
    """

    def __init__(self, desk: Desk, process: Window | subprocess.Popen[bytes], out: object) -> None:
        self.process, self.out, self.changes = process, out, 0
        self.held_up: list[tuple[float, float]] = []
        self._desk = desk
        self._last: frozenset[tuple[str, int, int]] = frozenset()

    def look(self, pause: float, *, closely: bool = False) -> None:
        """Wait some seconds, having counted a change where it is to look closely: that costs."""
        if closely:
            now = self._desk.written()
            self.changes += now != self._last
            self._last = now
        if not self.held_up or time.monotonic() - self.held_up[-1][0] > 0.009:
            self.held_up.append((time.monotonic(), _held_up(self.process.pid)))
        time.sleep(pause)

    def until(self, word: bytes, changes: int = 0, *, closely: bool = False) -> None:
        """Look until the window says a word or no more, or has written so often."""
        self.changes, begun = 0, time.monotonic()
        closely = closely or changes > 0
        if closely:
            self._last = self._desk.written()
        while word not in _read(self.out) and self.process.poll() is None:
            if _stuck(self.process, begun) or 0 < changes <= self.changes:
                break
            self.look(0.001 if closely else 0.01, closely=closely)


def _kill(watch: Watch, moment: Moment) -> tuple[float, tuple[tuple[float, float], ...]]:
    watch.held_up = []
    if moment.changes:
        watch.until(b"end", moment.changes)
    if moment.writes:
        watch.until(b"end")
    until = time.monotonic() + moment.seconds
    while (left := until - time.monotonic()) > 0:
        watch.look(min(left, 0.01))
    at = time.monotonic()
    watch.process.kill()
    return at, tuple(watch.held_up)


def _stuck(process: Window | subprocess.Popen[bytes], begun: float) -> bool:
    return time.monotonic() - begun - _held_up(process.pid) > PATIENCE


def _held_up(process: int) -> float:
    """Give for how many seconds a process's first thread waited for a processor; 0 if unknown."""
    try:
        told = Path(f"/proc/{process}/schedstat").read_text("ascii")
        return int(told.split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def _read(file: object) -> bytes:
    return os.pread(file.fileno(), 1 << 24, 0)  # type: ignore[attr-defined]


# --- what is ready before a kill -----------------------------------------------------------


@dataclass(slots=True)
class Stock:
    """Makes what each act begins with, once; `articles` are those of the larger libraries.

    `only` names the calls at which windows are killed, where it is not empty.
    """

    folder: Path
    articles: int
    forge: Forge | Fresh
    only: str = ""
    _pages: Path = field(init=False)

    def __post_init__(self) -> None:
        self._pages = self.folder / "pages"
        files(self._pages, self.articles)
        for page in places.seeds().glob("*.txt"):
            shutil.copy(page, self._pages)

    def desk(self, act: str) -> Desk:
        """Give a desk on which an act can begin."""
        made = Desk(self.folder / "ready" / act, self.forge)
        for name in ("library", "home", "copies"):
            (made.folder / name).mkdir(parents=True)
        made.moved_in()
        shutil.copytree(self._pages, made.folder / "pages")
        with Library.open(made.library, Mode.CREATE, actor="甲") as library:
            if act in ("typing", "paragraphs"):
                take_in(library, "\n\n".join([PARAGRAPH] * 3))
            elif act != "import":
                list(import_paths(library, [self._pages], options=ImportOptions()))
            library.index.catch_up()
            _PREPARE.get(act, lambda *_: None)(library, made)
        if act == "migration":
            _grow_old(made.library)
        shutil.rmtree(made.folder / "pages") if act != "import" else None
        return made


def _big_wishes(library: Library, desk: Desk) -> None:
    """Do a few wishes that reach all articles, for undo to take back."""
    rows = [row.id for row in library.articles.rows()]
    library.tags.add("会议", rows)
    library.articles.replace(*REPLACED[0], rows)
    library.articles.set_status(Status.PROOFED1, rows)
    library.articles.replace(*REPLACED[1], rows)
    last = library.journal.peek()[0]
    assert last is not None
    (desk.folder / "last").write_text(last.id, "ascii")


def _exported(library: Library, desk: Desk) -> None:
    """Export in two ways, and then change what every file holds."""
    for form, name in (("txt", "old"), ("jsonl", "old.jsonl")):
        exporting.export(library, format=form, out=desk.folder / "kept" / name, articles=None)
    library.articles.replace(*REPLACED[0], [row.id for row in library.articles.rows()])


def _changed_since(library: Library, _desk: Desk) -> None:
    """Make a backup by hand, and go on."""
    library.backups.make()
    library.articles.replace(*REPLACED[0], [row.id for row in library.articles.rows()])


_PREPARE = {"turns": _big_wishes, "export": _exported, "restore": _changed_since}


def _grow_old(path: Path) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, OLD)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def limit(
    dice: random.Random, span: float, changes: int, writes: Sequence[str], only: str
) -> Moment:
    """Draw when a window is killed: at any moment of the act or just behind it, or in a write.

    `writes` are the calls that the act writes with, in order: a kind of them is drawn first, the
    more often the more there are, but as the fourth root of that, so that the few that decide are
    not lost among a thousand pages of a copy. With `only` it is one of which the name holds that.
    """
    way = dice.random()
    wanted = [name for name in writes if only in name]
    if wanted and (only or way < 0.6):
        often = sorted(Counter(wanted).items())
        (kind,) = dice.choices([n for n, _ in often], [times**0.25 for _, times in often])
        numbers = [number for number, name in enumerate(writes, 1) if name == kind]
        return Moment(0.0, writes=dice.choice(numbers))
    if changes and way < 0.8:
        return Moment(dice.random() * 0.005, dice.randrange(1, changes + 1))
    return Moment(dice.random() * span * 1.05)
