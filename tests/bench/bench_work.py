"""Print what the daily work costs: one edit saved, bulk work undone, the file's size.

    python tests/bench/bench_work.py --articles 100000 [--library FILE]

Saving is timed with journal, derived data and index, in articles of 2.4, 24 and 100 kB, beside
the bare cost of one durable commit of a row in the same file system.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import pysqlite3
from bench.generate import Prose, build, wrap
from drafting import take_in

from reader.model import Status
from reader.store import Library, Mode

SAVES = 300
BULK = 5_000


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] * 1000


def bare_commit(folder: Path) -> float:
    """Time one row and one synced commit in a database of one table (p95, ms)."""
    connection = pysqlite3.connect(str(folder / "bare.db"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (x TEXT)")
    times = []
    for _ in range(SAVES):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES ('x')")
        connection.execute("COMMIT")
        times.append(time.perf_counter() - start)
    connection.close()
    return p95(times)


def save(library: Library, characters: int) -> float:
    """Time one edit in articles of so many characters, as many as make 100 kB (p95, ms)."""
    chance = random.Random(characters)
    prose = Prose(chance)
    blocks: list[str] = []
    for number in range(max(1, 33_000 // characters)):
        paragraphs = ["\n".join(wrap(prose.paragraph(200), 17)) for _ in range(characters // 200)]
        added = take_in(library, "\n\n".join(paragraphs), name=f"{characters}-{number}.txt")
        (row,) = library.articles.of_issue(added.issue)
        blocks += [b.id for b in library.articles.get(row.id).blocks]
    library.index.catch_up()
    times = []
    for n in range(SAVES):
        block = chance.choice(blocks)
        at = chance.randrange(len(library.articles.block(block).text))
        start = time.perf_counter()
        library.articles.edit(block, at, at + 1, "甲乙丙丁"[n % 4])
        times.append(time.perf_counter() - start)
    return p95(times)


def bulk(library: Library) -> dict[str, float]:
    """Time bulk work on 5,000 articles, and its undo (seconds)."""
    ids = [row.id for row in library.articles.rows(library.articles.list_keys()[:BULK])]
    counts = Counter(c for article in ids for c in library.articles.get(article).text)
    old = min(counts, key=lambda c: (abs(counts[c] - BULK), c))
    figures = {"articles": float(len(ids)), "replacements": float(counts[old])}
    acts = {
        "tag": lambda: library.tags.add("会议", ids),
        "status": lambda: library.articles.set_status(Status.WORKING, ids),
        "replace": lambda: library.articles.replace(old, "〇", ids),
    }
    for name, act in acts.items():
        for step, do in (("do", act), ("undo", library.journal.undo)):
            start = time.perf_counter()
            do()
            figures[f"{name} {step}"] = time.perf_counter() - start
    return figures


def size(library: Library) -> float:
    """Give the file's size as a multiple of the UTF-8 text of its pages."""
    (text,) = library.connection.execute(
        "SELECT sum(length(CAST(text AS BLOB))) FROM source WHERE kind = 'page'"
    ).fetchone()
    library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return library.path.stat().st_size / text


def main() -> None:
    """Build or take a library, and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "library.db"
        if arguments.library:
            shutil.copyfile(arguments.library, path)
        else:
            build(path, arguments.articles)
        with Library.open(path, Mode.WRITE, actor="bench") as library:
            print(f"file size / UTF-8 text     {size(library):6.2f}   (limit 5)")
            bare = bare_commit(folder)
            print(f"bare durable commit, p95   {bare:6.2f} ms")
            for characters in (800, 8_000, 33_000):
                took = save(library, characters)
                print(
                    f"save of one edit, p95      {took:6.2f} ms in {characters * 3 / 1000:.1f} kB"
                    f"   (limit 5, {took / bare:.1f} bare commits)"
                )
            for name, took in bulk(library).items():
                print(f"bulk {name:<21} {took:6.2f}")
            print("limits: tag undo 1 s, replace undo 5 s, of 5,000 articles")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
