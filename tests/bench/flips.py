"""Flip bits of a library and count what is found, and what is not though an export changes.

    python tests/bench/flips.py --flips 500 [--articles 200] [--seed 1]

Each flip is of one bit of a sound library; a tenth are smears (a run of bytes overwritten) or
cuts. `check`, SQLite's own `integrity_check` and an export with its furniture are carried out on
what is left. *silent*: `check` says sound, though `integrity_check` does not, or though an export
is made that is not that of the sound library. Reading must leave the file as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import pysqlite3
from bench.generate import build
from drafting import take_in

from reader import exporting
from reader.errors import JiaokanError
from reader.model import IssueFacts, Kind, Status
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.faults import STUMBLES, DatabaseError

FORMATS = ("jsonl", "csv")


def prepare(path: Path, articles: int) -> None:
    """Make a library in which there is something of all that an export shows."""
    build(path, articles)
    with Library.open(path, Mode.WRITE, actor="bench") as library:
        take_in(
            library, "=天地\n玄黄  宇宙\n\n洪荒", name="b.txt", facts=IssueFacts("晨报", "2025-04")
        )
        rows = list(library.articles.rows(library.articles.list_keys()[:40]))
        library.tags.add("会议", [row.id for row in rows[::3]])
        library.articles.set_status(Status.PROOFED1, [row.id for row in rows[::2]])
        for row in rows[:10]:
            block = next(b for b in library.articles.get(row.id).blocks if b.kind is Kind.PARA)
            library.articles.edit(block.id, 1, 3, "改写")
            library.tags.mark(block.id, 0, 4, "词句")
        library.issues.withdraw([library.issues.rows()[0].id])
        library.index.catch_up()
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def damaged(data: bytes, dice: random.Random) -> tuple[str, int, bytes]:
    """Damage a file in one place; give how, where, and the bytes."""
    out = bytearray(data)
    at = dice.randrange(len(out))
    kind = dice.choices(("flip", "smear", "cut"), (90, 6, 4))[0]
    if kind == "flip":
        out[at] ^= 1 << dice.randrange(8)
    elif kind == "smear":
        end = min(len(out), at + dice.choice((2, 16, 512, 4096)))
        out[at:end] = dice.choice((bytes(end - at), dice.randbytes(end - at)))
    else:
        del out[at:]
    return kind, at, bytes(out)


def exports(path: Path, folder: Path) -> str:
    """Give the digest of what exports of a library hold; empty where they cannot be made."""
    shutil.rmtree(folder, ignore_errors=True)
    told = hashlib.sha256()
    try:
        with Library.open(path) as library:
            for form in FORMATS:
                exporting.export(library, format=form, out=folder / form, articles=None)
                for file in sorted((folder / form).iterdir()):
                    told.update(file.name.encode() + file.read_bytes())
    except (JiaokanError, DatabaseError, *STUMBLES):
        return ""
    return told.hexdigest()


def sound(path: Path) -> bool:
    """Tell whether `check` finds nothing."""
    try:
        with Library.open(path) as library:
            return check(library).sound
    except JiaokanError:
        return False


def integrity(path: Path) -> bool:
    """Tell whether SQLite's own check finds nothing."""
    connection = pysqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except (DatabaseError, UnicodeDecodeError):  # it may name a table whose name was damaged
        return False
    finally:
        connection.close()


def run(folder: Path, flips: int, articles: int, seed: int) -> Counter[str]:
    """Damage a library so many times; count."""
    base, path = folder / "base.db", folder / "library.db"
    prepare(base, articles)
    data, dice = base.read_bytes(), random.Random(seed)
    wanted = exports(base, folder / "out")
    assert wanted
    assert sound(base)
    tally: Counter[str] = Counter(flips=0, silent=0, written=0)
    for _ in range(flips):
        kind, at, bad = damaged(data, dice)
        path.write_bytes(bad)
        found, seen = not sound(path), not integrity(path)
        now = exports(path, folder / "out")
        changed = bool(now) and now != wanted
        tally["flips"] += 1
        tally["found by check"] += found
        tally["found by integrity_check"] += seen
        tally["export changed"] += changed
        tally["export refused"] += not now
        tally["not found by integrity_check, export changed"] += changed and not seen
        if not found and (seen or changed or not now):
            tally["silent"] += 1
            print(f"silent: {kind} at {at}: integrity_check {seen}, export changed {changed}")
        if path.read_bytes() != bad:
            tally["written"] += 1
            print(f"written: {kind} at {at}")
    return tally


def main() -> int:
    """Damage, count and print; 1 when anything was silent, or was written."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--flips", type=int, default=50)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), given.flips, given.articles, given.seed)
    for name, count in tally.items():
        print(f"{name:46} {count:5}")
    return 1 if tally["silent"] or tally["written"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
