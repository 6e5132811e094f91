"""Print how fast and how completely search finds, beside LIKE, ripgrep and words in FTS5.

    python tests/bench/bench_search.py --articles 10000
    python tests/bench/bench_search.py --library big.db --queries 50

Queries of 1 to 8 characters are cut from the text at chance places, so that frequent ones come
often. The first page is 50 hits with context, line and column. What is true is what reading
every block finds; recall is the share of the true articles that is found.
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
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

import generate
import pysqlite3

from reader import searching
from reader.searching import In
from reader.store import Library, Mode
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
    texts: dict[str, list[str]] = {}
    for article, text in library.connection.execute(
        "SELECT a.id, r.text FROM article a JOIN block b ON b.article = a.key"
        " JOIN reading r ON r.block = b.key ORDER BY a.key, b.place"
    ):
        texts.setdefault(article, []).append(text)
    return {article: "\n".join(parts) for article, parts in texts.items()}


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


class WordIndex:
    """FTS5 over jieba's words, a row an article, as most programs would do it."""

    def __init__(self, texts: dict[str, str], path: Path) -> None:
        self.ids = list(texts)
        self.connection = pysqlite3.connect(str(path), isolation_level=None)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute(
            "CREATE VIRTUAL TABLE w USING fts5(text, content='', tokenize=\"unicode61\")"
        )
        self.connection.execute("BEGIN")
        self.connection.executemany(
            "INSERT INTO w (rowid, text) VALUES (?, ?)",
            ((n, " ".join(cut(text))) for n, text in enumerate(texts.values())),
        )
        self.connection.execute("COMMIT")

    def find(self, query: str) -> set[str]:
        told = " ".join(word for word in cut(query) if word.strip())
        rows = self.connection.execute("SELECT rowid FROM w WHERE w MATCH ?", (f'"{told}"',))
        return {self.ids[n] for (n,) in rows}


def like(library: Library, query: str) -> set[str]:
    told = "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = library.connection.execute(
        "SELECT DISTINCT a.id FROM reading r JOIN block b ON b.key = r.block"
        " JOIN article a ON a.key = b.article WHERE r.text LIKE ? ESCAPE '\\'",
        (told,),
    )
    return {article for (article,) in rows}


def grep(file: Path, query: str) -> int:
    """Count the lines of a file that hold a query, by ripgrep, or by grep where it is not."""
    command = ["rg", "-F", "-c"] if shutil.which("rg") else ["grep", "-F", "-c"]
    run = subprocess.run(
        [*command, "-e", query, str(file)], capture_output=True, text=True, check=False
    )
    return int(run.stdout.strip() or 0)


def one_page(library: Library, query: str, where: In) -> float:
    return timed(lambda: searching.page(library, query, where=where))[0]


def first_pages(library: Library, asked: dict[int, list[str]]) -> None:
    print("first page of 50 hits, ms   " + "".join(f"{n:>8}" for n in LENGTHS))
    for where in In:
        times = {n: [one_page(library, q, where) for q in mine] for n, mine in asked.items()}
        for name, of in (("p50", statistics.median), ("p95", p95)):
            row = "".join(f"{of(times[n]):8.1f}" for n in LENGTHS)
            print(f"  in {where:<8} {name:<14}" + row)
        everything = [t for mine in times.values() for t in mine]
        print(f"  in {where:<8} p95 of all     {p95(everything):8.1f}")


def beside(library: Library, asked: dict[int, list[str]], few: int, folder: Path) -> None:
    """Time and recall for all articles of a query, of every way."""
    texts = texts_of(library)
    file = folder / "all.txt"
    file.write_text("\n".join(text.replace("\n", "\t") for text in texts.values()), "utf-8")
    built, words = timed(lambda: WordIndex(texts, folder / "words.db"))
    tool = "ripgrep" if shutil.which("rg") else "grep"
    ways: dict[str, Callable[[str], object]] = {
        "ours": lambda q: set(searching.select(library, f'"{q}"')),
        "LIKE": lambda q: like(library, q),
        "words in FTS5": words.find,  # type: ignore[attr-defined]
        tool: lambda q: grep(file, q),
    }
    print(f"\nall articles of a query, p50 ms; words were indexed in {built / 1000:.0f} s")
    print(" " * 28 + "".join(f"{n:>8}" for n in LENGTHS) + "  recall")
    truth = {q: {a for a, text in texts.items() if q in text}
             for mine in asked.values() for q in mine[:few]}  # fmt: skip
    whole = sum(map(len, truth.values()))
    for name, way in ways.items():
        row, right, wrong = "", 0, 0
        for n in LENGTHS:
            times = []
            for q in asked[n][:few]:
                took, found = timed(lambda q=q, way=way: way(q))
                times.append(took)
                right += len(truth[q] & found) if isinstance(found, set) else int(found)
                wrong += len(found - truth[q]) if isinstance(found, set) else 0
            row += f"{statistics.median(times):8.1f}"
        print(f"  {name:<26}{row}  {right / whole:.4f}" + (f" ({wrong} wrong)" if wrong else ""))


def sizes(library: Library) -> None:
    one = library.connection.execute
    text = sum(len(t.encode()) for (t,) in one("SELECT text FROM reading"))
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
            sizes(library)
            rows = library.connection.execute("SELECT text FROM reading WHERE length(text) > 20")
            asked = queries([text for (text,) in rows], given.queries)
            first_pages(library, asked)
            beside(library, asked, given.few, folder)
        tagging(path, folder)
        memory()


if __name__ == "__main__":
    main()
