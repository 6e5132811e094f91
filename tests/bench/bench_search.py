"""Print how fast and how completely search finds, beside LIKE, ripgrep and words in FTS5.

    python tests/bench/bench_search.py --articles 10000
    python tests/bench/bench_search.py --library big.db --queries 50

Queries of 1 to 8 characters are cut from the text at chance places, so that frequent ones come
often. The first page is 50 hits with context, line and column; its time is told by the clock
and as the processor took it, where other work goes on beside. What is true is what reading
every article finds; recall is the mean, over the queries, of the share of the true articles
that is found.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

import generate
import pysqlite3

from reader import searching
from reader.searching import In
from reader.store import Library, Mode
from reader.store.fetch import Fetcher
from reader.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTHS = range(1, 9)


def timed(work: Callable[[], object]) -> tuple[float, object]:
    begun = time.perf_counter()
    result = work()
    return (time.perf_counter() - begun) * 1000, result


def p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


def texts_of(library: Library) -> dict[str, str]:
    """The text of each article, one block a line, by id."""
    fetch = Fetcher(library.connection)
    return {
        article: "\n".join(reading.text for _, _, reading in fetch.read_all("article", key))
        for key, article in library.connection.execute("SELECT key, id FROM article ORDER BY key")
    }


def queries(texts: list[str], count: int) -> dict[int, list[str]]:
    rng = random.Random(7)
    found: dict[int, list[str]] = {length: [] for length in LENGTHS}
    for length, mine in found.items():
        while len(mine) < count:
            text = rng.choice(texts)
            at = rng.randrange(len(text) - length)
            query = text[at : at + length]
            if not any(c.isspace() or c in '":-' for c in query):
                mine.append(query)
    return found


class Beside:
    """The same texts as most programs would keep them: a row an article, and words in FTS5."""

    def __init__(self, texts: dict[str, str], path: Path) -> None:
        self.ids = list(texts)
        self.connection = pysqlite3.connect(str(path), isolation_level=None)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute("CREATE TABLE t (id TEXT, text TEXT)")
        self.connection.execute("CREATE VIRTUAL TABLE w USING fts5(text, content='')")
        self.connection.execute("BEGIN")
        self.connection.executemany("INSERT INTO t VALUES (?, ?)", texts.items())
        self.connection.executemany(
            "INSERT INTO w (rowid, text) VALUES (?, ?)",
            ((n, " ".join(cut(text))) for n, text in enumerate(texts.values())),
        )
        self.connection.execute("COMMIT")

    def words(self, query: str) -> set[str]:
        told = " ".join(word for word in cut(query) if word.strip())
        rows = self.connection.execute("SELECT rowid FROM w WHERE w MATCH ?", (f'"{told}"',))
        return {self.ids[n] for (n,) in rows}

    def like(self, query: str) -> set[str]:
        told = "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = self.connection.execute("SELECT id FROM t WHERE text LIKE ? ESCAPE '\\'", (told,))
        return {article for (article,) in rows}


def grep(file: Path, query: str) -> int:
    """Count the lines of a file that hold a query, by ripgrep, or by grep where it is not."""
    command = ["rg", "-F", "-c"] if shutil.which("rg") else ["grep", "-F", "-c"]
    run = subprocess.run(
        [*command, "-e", query, str(file)], capture_output=True, text=True, check=False
    )
    return int(run.stdout.strip() or 0)


def one_page(library: Library, query: str, where: In) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor: other work may go on beside."""
    begun = time.thread_time()
    with closing(searching.stream(library, query, where=where)) as hits:
        took, _ = timed(lambda: list(islice(hits, 50)))
    return took, (time.thread_time() - begun) * 1000


def first_pages(library: Library, asked: dict[int, list[str]]) -> None:
    print("\nfirst page of 50 hits, ms       " + "".join(f"{n:>8}" for n in LENGTHS) + "     all")
    for where in In:
        times = {n: [one_page(library, q, where) for q in mine] for n, mine in asked.items()}
        for kind, name in enumerate(("clock", "processor")):
            rows = [[pair[kind] for pair in times[n]] for n in LENGTHS]
            rows.append([t for row in rows for t in row])
            for word, of in (("p50", statistics.median), ("p95", p95)):
                told = "".join(f"{of(row):8.1f}" for row in rows)
                print(f"  in {where:<8} {word} {name:<12}" + told)


def beside(library: Library, texts: dict[str, str], asked: dict[int, list[str]], few: int) -> None:
    """Time and recall for all articles of a query, of every way."""
    with tempfile.TemporaryDirectory() as name:
        _beside(library, texts, asked, few, Path(name))


def _beside(
    library: Library, texts: dict[str, str], asked: dict[int, list[str]], few: int, folder: Path
) -> None:
    file = folder / "all.txt"
    file.write_text("\n".join(text.replace("\n", "\t") for text in texts.values()), "utf-8")
    built, other = timed(lambda: Beside(texts, folder / "beside.db"))
    assert isinstance(other, Beside)
    tool = "ripgrep" if shutil.which("rg") else "grep"
    ways: dict[str, Callable[[str], object]] = {
        "ours": lambda q: set(searching.select(library, f'"{q}"')),
        "LIKE": other.like,
        "words in FTS5": other.words,
        tool: lambda q: grep(file, q),
    }
    print(f"\nall articles of a query, p50 ms; words were indexed in {built / 1000:.0f} s")
    print(" " * 28 + "".join(f"{n:>8}" for n in LENGTHS) + "  recall")
    truth = {q: {a for a, text in texts.items() if q in text}
             for mine in asked.values() for q in mine[:few]}  # fmt: skip
    for name, way in ways.items():
        row, shares, wrong = "", list[float](), 0
        for n in LENGTHS:
            times = []
            for q in asked[n][:few]:
                took, found = timed(lambda q=q, way=way: way(q))
                times.append(took)
                right = len(truth[q] & found) if isinstance(found, set) else found
                shares.append(right / len(truth[q]))
                wrong += len(found - truth[q]) if isinstance(found, set) else 0
            row += f"{statistics.median(times):8.1f}"
        print(
            f"  {name:<26}{row}  {statistics.mean(shares):.4f}"
            + (f" ({wrong} wrong)" if wrong else "")
        )


def counts(library: Library) -> None:
    """How long it takes to count all hits: of a frequent character, word, and of two words."""
    print("\nall hits counted: ", end="")
    for query in ("的", "社区", "的人", "的 了"):
        took, count = timed(lambda q=query: searching.count(library, q))
        print(f"{query} {count} in {took / 1000:.2f} s; ", end="")
    print()


def sizes(library: Library, texts: dict[str, str]) -> None:
    one = library.connection.execute
    text = sum(len(t.encode()) for t in texts.values())
    print(f"\ntext {text / 1e6:.1f} MB; shares of it: ", end="")
    for table in ("found", "received"):
        (index,) = one(f"SELECT sum(length(block)) FROM {table}_data").fetchone()
        (lengths,) = one(f"SELECT sum(length(sz) + 12) FROM {table}_docsize").fetchone()
        print(f"{table} {index / text:.3f} + lengths {lengths / text:.3f}; ", end="")
    print(f"file {library.path.stat().st_size / text:.2f}")


def tagging(path: Path, folder: Path) -> None:
    """Tag 5,000 articles and take it back, on a copy."""
    copy = folder / "copy.db"
    shutil.copy(path, copy)
    with Library.open(copy, Mode.WRITE, actor="bench") as library:
        ids = [row.id for row in library.articles.rows(library.articles.list_keys()[:5000])]
        for name, work in (
            ("tag", lambda: library.tags.add("试", ids)),
            ("undo", library.journal.undo),
            ("redo", library.journal.redo),
        ):
            print(f"{name} of {len(ids)} articles {timed(work)[0] / 1000:.2f} s; ", end="")
        took, _ = timed(lambda: library.tags.suggest(ids[0]))
        again, _ = timed(lambda: library.tags.suggest(ids[1]))
        print(f"suggestions {took:.0f} ms the first time, then {again:.0f} ms")


def memory() -> None:
    script = """
import re
from pathlib import Path
from reader.text.keywords import keywords
def peak():
    status = Path("/proc/self/status")
    told = status.read_text() if status.exists() else "VmHWM: 0 kB"
    return int(re.search(r"VmHWM:\\s*(\\d+)", told)[1])
before = peak()
keywords("社区晨报的记者今天从社区得知" * 50)
print((peak() - before) / 1024)
"""
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    print(f"keywords take {float(run.stdout):.0f} MB of memory")


def main() -> None:
    parser = argparse.ArgumentParser(description="print the figures of search")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path, help="one that generate.py made")
    parser.add_argument("--queries", type=int, default=50, help="of each length")
    parser.add_argument("--few", type=int, default=5, help="of each length, for the slow ways")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.library or folder / "library.db"
        if given.library is None:
            generate.build(path, given.articles, index=False)
            with Library.open(path, Mode.WRITE, actor="bench") as library:
                print(f"index built in {timed(library.index.catch_up)[0] / 1000:.1f} s")
        with Library.open(path) as library:
            texts = texts_of(library)
            sizes(library, texts)
            asked = queries(list(texts.values()), given.queries)
            first_pages(library, asked)
            counts(library)
            beside(library, texts, asked, given.few)
        tagging(path, folder)
        memory()


if __name__ == "__main__":
    main()
