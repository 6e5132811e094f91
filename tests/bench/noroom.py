"""Let commands run out of room, and count those that do not say so.

    python tests/bench/noroom.py --runs 80 [--articles 200] [--seed 1]

A run is one command with one thing wrong: no file may grow beyond a random size, a small disk
(where a tmpfs may be mounted), a disk for reading only, a folder that is gone, an output of which
every write fails, and `fsync` that fails at a random call. *silent*: the command ended well
although its result is not the one it has with room, or failed without one line that says why, or
left a file under a final name, or a library that is not sound, or does not do its work when there
is room again.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.reliability import Done, run

from reader import places
from reader.errors import JiaokanError
from reader.store import Library
from reader.store.check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CODES = ("disk full", "read-only", "unreadable", "no library", "library in use", "damaged library")
FORMATS = ("jsonl", "csv", "txt", "md")


class Bench:
    """A library with pages to import, and a place in which there may be no room."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.base = folder / "base.db"
        self.pages = folder / "pages"
        self.pages.mkdir()
        for page in places.seeds().glob("*.txt"):
            for copy in range(4):
                text = page.read_text("utf-8", errors="surrogateescape")
                name = self.pages / f"{copy}{page.name}"
                name.write_text(f"{copy}\n{text}", "utf-8", errors="surrogateescape")
        run(["import", str(places.seeds()), "--library", str(self.base)])
        self.tally: Counter[str] = Counter()
        self.failed = folder / "fsync-failed"

    def verbs(self, place: Path) -> list[tuple[str, list[str], Path]]:
        """Give each verb: its name, its words, and what it makes."""
        library, out = place / "library.db", place / "out"
        given = ["--library", str(library)]
        verbs: list[tuple[str, list[str], Path]] = [
            ("import", ["import", str(self.pages)], library),
            ("tag", ["tag", "add", "会议", "--where", ""], library),
            ("status", ["status", "proofed1", "--where", ""], library),
            ("backup", ["backup", str(place / "copy.db")], place / "copy.db"),
            ("restore", ["restore", str(self.base)], library),
        ]
        verbs += [(f, ["export", "--format", f, "--out", str(out)], out) for f in FORMATS]
        return [(name, [*words, *given], made) for name, words, made in verbs]

    def once(self, hindrance: str) -> None:
        """Carry out one command with one thing wrong, and again with room."""
        place = Path(tempfile.mkdtemp(dir=self.folder))
        name, words, made = self.dice.choice(self.verbs(place))
        wanted = self.undisturbed(name)
        with HINDRANCES[hindrance](self, place) as prepare:
            if hindrance != "folder gone":
                self.lay(place)
            self.restrain(hindrance, place)
            done = run(words, None, prepare)
            told = f"{hindrance}: {name}: {done.status} {done.err.strip()[:160]}"
            self.tally[f"{hindrance}: {'failed' if done.status else 'had room'}"] += 1
            self.judge(told, done, place, made, wanted)
        self.release(hindrance, place)
        if not (place / "library.db").exists():
            self.lay(place)
        again = run(words)
        if again.status or self.result(name, place, made) != wanted:
            self.fault(f"{told}: not done with room: {again.status} {again.err}")
        shutil.rmtree(place)

    def lay(self, place: Path) -> None:
        """Put the library where there is to be no room."""
        place.mkdir(exist_ok=True)
        shutil.copyfile(self.base, place / "library.db")

    def restrain(self, hindrance: str, place: Path) -> None:
        """Make a mounted disk as small, or as closed, as it is to be."""
        if hindrance == "small disk":
            used = sum(p.stat().st_size for p in place.iterdir())
            size = (used >> 10) + self.dice.choice((0, 8, 64, 200, 600))
            _mount("-o", f"remount,size={size}k", str(place))
        elif hindrance == "disk for reading":
            _mount("-o", "remount,ro", str(place))

    def release(self, hindrance: str, place: Path) -> None:
        """Take what a mount leaves; the folder is an ordinary one again."""
        if hindrance in ("small disk", "disk for reading"):
            self.lay(place)

    def judge(self, told: str, done: Done, place: Path, made: Path, wanted: str) -> None:
        """Hold what a command came to against what it said."""
        name = told.split(": ")[1]
        if done.status == 0:
            if self.result(name, place, made) != wanted:
                self.fault(f"{told}: ended well without its result")
            if told.startswith("fsync") and self.failed.exists() and not done.err:
                self.fault(f"{told}: an error of fsync was not told")
            return
        lines = [line for line in done.err.splitlines() if line]
        if len(lines) != 1 or not lines[0].startswith(tuple(f"jiaokan: {c}" for c in CODES)):
            self.fault(f"{told}: not one line")
        library = place / "library.db"
        there = made != library and made.exists() and (made.is_file() or any(made.glob("*")))
        if there and self.result(name, place, made) != wanted:
            self.fault(f"{told}: left {sorted(p.name for p in place.rglob('*'))}")
        if library.exists() and library.stat().st_size:
            try:
                with Library.open(library) as opened:
                    sound = check(opened).sound
            except JiaokanError as error:
                sound, told = False, f"{told}: {error}"
            if not sound:
                self.fault(f"{told}: unsound")

    def undisturbed(self, name: str) -> str:
        """Give the result that a verb has with room."""
        if name not in self._known:
            place = self.folder / f"wanted-{name}"
            self.lay(place)
            words, made = next((w, m) for n, w, m in self.verbs(place) if n == name)
            assert run(words).status == 0
            self._known[name] = self.result(name, place, made)
        return self._known[name]

    _known: dict[str, str] = {}  # noqa: RUF012 - one bench a process

    def result(self, name: str, place: Path, made: Path) -> str:
        """Give the digest of what a verb has made."""
        told = hashlib.sha256()
        if name in FORMATS:
            files = sorted(made.iterdir()) if made.is_dir() else []
        else:
            out = self.folder / "result.jsonl"
            out.unlink(missing_ok=True)
            run(["export", "--format", "jsonl", "--out", str(out), "--library", str(made)])
            files = [out] if out.exists() else []
        for file in files:
            told.update(file.name.encode() + b" " + file.read_bytes())
        return told.hexdigest() if files else ""

    def fault(self, said: str) -> None:
        """Count and tell a run that is silent."""
        self.tally["silent"] += 1
        print("silent:", said, flush=True)


@contextmanager
def _limit(bench: Bench, _: Path) -> Iterator[Callable[[], None]]:
    import resource

    size = bench.dice.choice((4096, 20_000, 100_000, 300_000, 600_000))
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@contextmanager
def _disk(_: Bench, place: Path) -> Iterator[None]:
    _mount("-t", "tmpfs", "tmpfs", str(place))
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def _gone(_: Bench, place: Path) -> Iterator[None]:
    """A file where the folder was: it cannot even be made again."""
    place.rmdir()
    place.touch()
    try:
        yield
    finally:
        place.unlink()


@contextmanager
def _failing(bench: Bench, _: Path) -> Iterator[Callable[[], None]]:
    real, left = os.fsync, bench.dice.randrange(4)
    bench.failed.unlink(missing_ok=True)

    def fail(handle: int) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            bench.failed.touch()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    yield lambda: setattr(os, "fsync", fail)


@contextmanager
def _deaf(_: Bench, __: Path) -> Iterator[Callable[[], None]]:
    def close_ears() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        sys.stdout = sys.__stdout__ = os.fdopen(1, "w", closefd=False)

    yield close_ears


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


HINDRANCES = {
    "limit of size": _limit,
    "small disk": _disk,
    "disk for reading": _disk,
    "folder gone": _gone,
    "fsync fails": _failing,
    "output is full": _deaf,
}
MOUNTED = ("small disk", "disk for reading")


def can_mount(folder: Path) -> bool:
    """Tell whether a small disk can be made here."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    probe = folder / "probe"
    probe.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "tmpfs", str(probe)], capture_output=True, check=False
    ).returncode:
        return False
    subprocess.run(["umount", str(probe)], check=True)
    return True


def run_all(
    folder: Path, runs: int, seed: int, hindrances: list[str] | None = None
) -> Counter[str]:
    """Hinder so many commands; give how it went."""
    mounts = can_mount(folder)
    names = hindrances or [name for name in HINDRANCES if mounts or name not in MOUNTED]
    bench = Bench(folder, seed)
    for number in range(runs):
        bench.once(names[number % len(names)])
    return bench.tally


def main() -> int:
    """Hinder, count and print; 1 when anything was silent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(XDG_DATA_HOME=f"{name}/data", XDG_CONFIG_HOME=f"{name}/config")
        tally = run_all(folder, given.runs, given.seed)
    for what, count in sorted(tally.items()):
        print(f"{what:32} {count:4}")
    print(f"runs {given.runs}, silent {tally['silent']}")
    return 1 if tally["silent"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
