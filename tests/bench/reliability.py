"""Kill commands at random moments and count what was acknowledged and is lost.

    python tests/bench/reliability.py --kills 20 --articles 200 [--verbs import,tag,undo] [--seed 1]

Each command runs in a process of its own that gets SIGKILL after a random time. What it had
printed must stand in the library afterwards, all else wholly or not at all; the library must be
sound, nothing may be left beside it, and the command carried out again must end in what it
gives undisturbed: the same bytes of an export. Needs a system with `fork`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import select
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import pysqlite3
from aging import grow_old
from bench.generate import files

from reader import cli, places
from reader.errors import NoLibraryError
from reader.store import Library, Mode, schema
from reader.store.check import check

STATE = ".state.jsonl"


@dataclass(slots=True)
class Tally:
    """What the kills of one verb came to; all but the first two ought to be 0."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unsound: int = 0
    other: int = 0
    stray: int = 0
    told: list[str] = field(default_factory=list)

    def fault(self, kind: str, said: object) -> None:
        """Count a fault and keep what it was."""
        setattr(self, kind, getattr(self, kind) + 1)
        self.told.append(f"{kind}: {said}")


class Desk:
    """A folder with pages, a library of them, and commands that are killed."""

    def __init__(self, folder: Path, articles: int, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.pages = folder / "pages"
        self.base = folder / "base" / "library.db"
        self.library = folder / "work" / "library.db"
        self.out = folder / "work" / "out"
        files(self.pages, articles)
        for page in places.seeds().glob("*.txt"):
            shutil.copy(page, self.pages)
        self.run("import", self.pages, library=self.base)

    def run(self, *words: object, library: Path | None = None, kill: bool = False) -> Done:
        """Carry out a command in a process of its own, killed after a random time if asked."""
        limit = self.dice.random() * self.longest if kill else None
        return run([*map(str, words), "--library", str(library or self.library)], limit)

    longest = 1.0

    def fresh(self, library: Path | None) -> None:
        """Begin anew, with a copy of a library or with none."""
        shutil.rmtree(self.library.parent, ignore_errors=True)
        self.library.parent.mkdir()
        if library is not None:
            shutil.copyfile(library, self.library)

    def state(self, library: Path | None = None) -> str:
        """Give the digest of all that an export holds and of the journal's place in the tree."""
        out = self.folder / STATE
        done = self.run("export", "--format", "jsonl", "--out", out, library=library)
        if done.status:
            return f"no export: {done.err}"
        told = re.sub(rb'"at":"[^"]*"', b"", out.read_bytes())  # when it was typed
        return hashlib.sha256(told).hexdigest()

    def texts(self) -> dict[str, str]:
        """Give how each block of an article reads."""
        with Library.open(self.library) as library:
            articles = [library.articles.get(row.id) for row in library.articles.rows()]
            return {block.id: block.text for article in articles for block in article.blocks}

    def sound(self, tally: Tally, *, may_be_missing: bool = False) -> None:
        """Count it when the library is not sound, or is not there."""
        there = self.library.exists() and self.library.stat().st_size
        if not there and may_be_missing:
            return
        try:
            with Library.open(self.library, Mode.READ) as library:
                report = check(library)
        except NoLibraryError:  # killed while it was made
            if may_be_missing:
                return
            raise
        if not report.sound:
            tally.fault("unsound", report)

    def strays(self, tally: Tally, *ours: Path) -> None:
        """Count what lies beside the library and is neither it nor named."""
        known = {self.library, *ours}
        found = set(self.library.parent.iterdir()) - known
        if found:
            tally.fault("stray", sorted(path.name for path in found))


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed before it ended, or was killed (`status` is then -9)."""

    status: int
    out: str
    err: str
    took: float


def run(
    words: list[str], limit: float | None = None, prepare: Callable[[], None] | None = None
) -> Done:
    """Carry out a command in a child of this process, killed after `limit` seconds.

    `prepare` is called in the child before.
    """
    sys.stdout.flush()
    out, into = os.pipe()
    with tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        child = os.fork()
        if child == 0:
            sys.stdout = os.fdopen(into, "w")  # what the parent's is may be a file
            sys.stderr = os.fdopen(err.fileno(), "w")
            status = 70
            try:  # nothing of the child may reach what the parent has open
                if prepare is not None:
                    prepare()
                act = ACTS.get(words[0])
                status = cli.run(words) if act is None else act(Path(words[-1]))
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(status)
        os.close(into)
        said = _listen(out, child, None if limit is None else begin + limit)
        os.close(out)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        took = time.monotonic() - begin
        err.seek(0)
        return Done(status, said.decode(), err.read().decode(), took)


def _listen(out: int, child: int, until: float | None) -> bytes:
    said = b""
    while True:
        left = None if until is None else max(0.0, until - time.monotonic())
        if not select.select([out], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            until = None
            continue
        part = os.read(out, 1 << 16)
        if not part:
            return said
        said += part


def kill_import(desk: Desk, kills: int) -> Tally:
    """Kill imports; the same library goes on being filled until all is in it."""
    tally = Tally()
    desk.fresh(None)
    desk.longest = desk.run("import", desk.pages).took / 2
    wanted = desk.state()
    while tally.kills < kills:
        desk.fresh(None)
        named: set[str] = set()
        while tally.kills < kills:
            done = desk.run("import", desk.pages, kill=True)
            lines = [line for line in done.out.splitlines(keepends=True) if line.endswith("\n")]
            named |= {line.rstrip("\n").split("\t")[1] for line in lines}
            tally.kills += done.status == -signal.SIGKILL
            desk.sound(tally, may_be_missing=not named)
            if named:
                lost = named - _there(desk, named)
                tally.lost += len(lost)
                tally.told += [f"lost: {path}" for path in lost]
            if done.status >= 0:
                break
        tally.acknowledged += len(named)
        if desk.run("import", desk.pages).status or desk.state() != wanted:
            tally.fault("other", "after the import was carried out again")
        desk.strays(tally)
    return tally


def _there(desk: Desk, paths: set[str]) -> set[str]:
    with Library.open(desk.library, Mode.READ) as library:
        of = library.issues.of_file
        return {p for p in paths if of(hashlib.sha256(Path(p).read_bytes()).hexdigest())}


def kill_write(desk: Desk, kills: int, words: list[str], before: list[str] | None) -> Tally:
    """Kill a command that writes: afterwards all of it is there, or nothing."""
    tally = Tally()
    desk.fresh(desk.base)
    if before:
        desk.run(*before)
    ready = desk.folder / "ready.db"
    shutil.copyfile(desk.library, ready)
    old = desk.state()
    desk.longest = desk.run(*words).took * 1.1
    new = desk.state()
    assert old != new
    while tally.kills < kills:
        desk.fresh(ready)
        done = desk.run(*words, kill=True)
        tally.kills += done.status == -signal.SIGKILL
        desk.sound(tally)
        now = desk.state()
        if done.out.endswith("\n"):
            tally.acknowledged += 1
            tally.lost += now != new
        elif now not in (old, new):
            tally.fault("half", now)
        if now == old and (desk.run(*words).status or desk.state() != new):
            tally.fault("other", words)
        desk.strays(tally)
    return tally


def kill_export(desk: Desk, kills: int, form: str) -> Tally:
    """Kill an export over an older one: each file is old or new, and the next sweeps."""
    tally = Tally()
    out = desk.out
    export = ["export", "--format", form, "--out", out]
    desk.fresh(desk.base)
    desk.run(*export)
    old, kept = _files(out), desk.folder / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(out, kept)
    desk.run("withdraw", *[row.split("\t")[0] for row in desk.run("issues").out.splitlines()[::2]])
    desk.longest = desk.run(*export).took * 1.1
    new = _files(out)
    assert old != new
    while tally.kills < kills:
        shutil.rmtree(out, ignore_errors=True)
        if there := tally.kills % 2:
            shutil.copytree(kept, out)
        done = desk.run(*export, kill=True)
        tally.kills += done.status == -signal.SIGKILL
        for name, data in _files(out).items():
            if name[-4:] != ".tmp" and data not in (old.get(name), new.get(name)):
                tally.fault("half", name)
        if done.out:
            tally.acknowledged += 1
            tally.lost += _files(out) != new
        if desk.run(*export).status or _files(out) != new:
            tally.fault("other", "over an older one" if there else "anew")
        desk.strays(tally, out)
    return tally


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.exists():
        return {}
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != "manifest.json"}


def kill_copy(desk: Desk, kills: int, verb: str) -> Tally:
    """Kill a backup or a restore: a whole library, old or new, is there afterwards."""
    tally = Tally()
    desk.fresh(desk.base)
    target = desk.library.with_name("copy.db") if verb == "backup" else desk.library
    old = None if verb == "backup" else desk.state()
    if verb == "restore":
        desk.run("tag", "add", "会议", "--where", "")
    given = desk.folder / "given.db"
    desk.run("backup", given)
    new = desk.state(given)
    assert old != new
    desk.longest = desk.run(verb, target if verb == "backup" else given).took * 1.1
    while tally.kills < kills:
        desk.fresh(given if verb == "backup" else desk.base)
        words = [verb, target if verb == "backup" else given]
        done = desk.run(*words, kill=True)
        tally.kills += done.status == -signal.SIGKILL
        desk.sound(tally)
        now = desk.state(target) if target.exists() else None
        if done.out:
            tally.acknowledged += 1
            tally.lost += now != new
        elif now not in (old, new):
            tally.fault("half", now)
        if desk.run(*words).status or desk.state(target) != new:
            tally.fault("other", verb)
        desk.strays(tally, target)
    return tally


def act_edit(path: Path) -> int:
    """Type in one block after the other; tell each edit once it is acknowledged."""
    with Library.open(path, Mode.WRITE, actor="bench") as library:
        for row in list(library.articles.rows(library.articles.list_keys()[:EDITED])):
            block = library.articles.get(row.id).blocks[-1]
            if not block.text.startswith(TYPED):
                library.articles.edit(block.id, 0, 0, TYPED)
            print(block.id, flush=True)
    return 0


def act_replace(path: Path) -> int:
    """Replace one character in all articles, as one wish."""
    with Library.open(path, Mode.WRITE, actor="bench") as library:
        library.articles.replace("的", "〇", [row.id for row in library.articles.rows()])
        print("done", flush=True)
    return 0


def act_migrate(path: Path) -> int:
    """Open a library for writing, which brings an older one up to date."""
    with Library.open(path, Mode.WRITE, actor="bench"):
        print("done", flush=True)
    return 0


EDITED, TYPED = 40, "试写"
ACTS = {"@edit": act_edit, "@replace": act_replace, "@migrate": act_migrate}
"""What no command does, carried out through the library itself."""


def kill_edit(desk: Desk, kills: int) -> Tally:
    """Kill typing: each edit that was told is there, and carried on it ends as undisturbed."""
    tally = Tally()
    desk.fresh(desk.base)
    desk.longest = desk.run("@edit").took * 1.1
    wanted = desk.texts()
    while tally.kills < kills:
        desk.fresh(desk.base)
        done = desk.run("@edit", kill=True)
        tally.kills += done.status == -signal.SIGKILL
        desk.sound(tally)
        told = {line for line in done.out.splitlines(keepends=True) if line.endswith("\n")}
        tally.acknowledged += len(told)
        texts = desk.texts()
        tally.lost += sum(not texts[line.strip()].startswith(TYPED) for line in told)
        if desk.run("@edit").status or desk.texts() != wanted:
            tally.fault("other", "after the edits were carried on")
        desk.strays(tally)
    return tally


def unseal(path: Path) -> None:
    """Make a library what the version before seals left."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, 2)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def kill_migration(desk: Desk, kills: int) -> Tally:
    """Kill a migration: the library is of the one version or the other, and whole."""
    tally = Tally()
    desk.fresh(desk.base)
    unseal(desk.library)
    old = desk.folder / "old.db"
    shutil.copyfile(desk.library, old)
    wanted = desk.state(old)
    desk.longest = desk.run("@migrate").took * 1.1
    while tally.kills < kills:
        desk.fresh(old)
        done = desk.run("@migrate", kill=True)
        tally.kills += done.status == -signal.SIGKILL
        desk.sound(tally)
        with Library.open(desk.library) as library:
            version = check(library).versions["schema"]
        if done.out:
            tally.acknowledged += 1
            tally.lost += version != str(schema.VERSION)
        elif version not in ("2", str(schema.VERSION)):
            tally.fault("half", version)
        if desk.state() != wanted:
            tally.fault("other", "after the kill")
        if desk.run("@migrate").status or desk.state() != wanted:
            tally.fault("other", "after the migration was carried out again")
        desk.sound(tally)
        desk.strays(tally)
    return tally


TAG = ["tag", "add", "会议", "--where", ""]
VERBS = {
    "import": kill_import,
    "edit": kill_edit,
    "replace": lambda desk, kills: kill_write(desk, kills, ["@replace"], None),
    "migration": kill_migration,
    "tag": lambda desk, kills: kill_write(desk, kills, TAG, None),
    "status": lambda d, kills: kill_write(d, kills, ["status", "proofed1", "--where", ""], None),
    "undo": lambda desk, kills: kill_write(desk, kills, ["undo"], TAG),
    "export": lambda desk, kills: kill_export(desk, kills, "txt"),
    "export-jsonl": lambda desk, kills: kill_export(desk, kills, "jsonl"),
    "backup": lambda desk, kills: kill_copy(desk, kills, "backup"),
    "restore": lambda desk, kills: kill_copy(desk, kills, "restore"),
}


def kill_all(folder: Path, verbs: list[str], kills: int, articles: int, seed: int) -> int:
    """Kill each verb so many times in a folder of its own; print, and give how many faults."""
    faults = 0
    desk = Desk(folder, articles, seed)
    for verb in verbs:
        tally = VERBS[verb](desk, kills)
        faults += len(tally.told) + tally.lost
        print(
            f"{verb:13} kills {tally.kills:4}  acknowledged {tally.acknowledged:5}"
            f"  lost {tally.lost}  half {tally.half}  unsound {tally.unsound}"
            f"  other result {tally.other}  left over {tally.stray}",
            flush=True,
        )
        for told in tally.told[:5]:
            print("   ", told)
    return faults


def main() -> int:
    """Kill, count and print; 1 when anything was lost, half done, unsound or left over."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=20, help="of each verb")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--verbs", default=",".join(VERBS))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    os.environ.update(XDG_DATA_HOME=str(folder / "data"), XDG_CONFIG_HOME=str(folder / "config"))
    try:
        verbs = arguments.verbs.split(",")
        faults = kill_all(folder, verbs, arguments.kills, arguments.articles, arguments.seed)
    finally:
        shutil.rmtree(folder)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
