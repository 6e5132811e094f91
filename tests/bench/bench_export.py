"""Print what an export costs: articles a second in each format, beside two bare costs.

    python tests/bench/bench_export.py --articles 100000 [--library FILE] [--formats jsonl csv]

The bare costs are writing and syncing the same bytes with their SHA-256, and reading the texts
of all sources without composing anything. An export again over one that stands writes
nothing new. Part of the articles are edited first (one in twenty).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.generate import build

from reader import exporting
from reader.store import Library, Mode

if TYPE_CHECKING:
    from collections.abc import Callable


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def spent(act: Callable[[], object]) -> float:
    """Time of the processor, which says more where others use the machine too."""
    start = time.process_time()
    act()
    return time.process_time() - start


def edit_some(path: Path) -> None:
    """Change a character in one article of twenty, so that corrections are written too."""
    with Library.open(path, Mode.WRITE, actor="bench") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for row in list(library.articles.rows())[::20]:
            block = library.articles.get(row.id).blocks[-1]
            library.articles.edit(block.id, 0, 1, "改")


def bare_write(whole: Path, folder: Path) -> float:
    """Time writing, hashing and syncing the bytes of a file."""
    data = whole.read_bytes()

    def write() -> None:
        with (folder / "bare").open("wb") as file:
            file.write(data)
            hashlib.sha256(data).hexdigest()
            file.flush()
            os.fsync(file.fileno())

    return timed(write)


def bare_read(library: Library) -> float:
    """Time reading the texts of all sources."""
    sql = "SELECT text FROM source"
    return timed(lambda: sum(len(text) for (text,) in library.connection.execute(sql)))


def bench(path: Path, folder: Path, formats: list[str]) -> None:
    with Library.open(path, Mode.READ) as library:
        for name in formats:
            out = folder / name
            reports = []

            def write(out: Path = out, name: str = name, reports: list = reports) -> None:
                reports.append(exporting.export(library, format=name, out=out, articles=None))

            cpu: list[float] = []
            first = timed(lambda write=write, cpu=cpu: cpu.append(spent(write)))
            again = timed(write)
            count, files = reports[0].articles, reports[0].files
            size = sum(p.stat().st_size for p in out.iterdir())
            print(
                f"{name:6} {count / first:8.0f} articles/s"
                f" ({count / cpu[0]:.0f} a second of the processor)  {size / first / 1e6:6.1f} MB/s"
                f"  {files} files  again {count / again:8.0f} articles/s"
            )
            if name == "jsonl":
                write_time = bare_write(out / "articles.jsonl", folder)
                read_time = bare_read(library)
                print(f"       {first / write_time:.1f} times writing and hashing the same bytes")
                print(f"       {first / read_time:.1f} times reading the sources")
            shutil.rmtree(out)


def main() -> None:
    parser = argparse.ArgumentParser(description="print what an export costs")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--library", type=Path, help="a library made before (it is not changed)")
    parser.add_argument("--formats", nargs="+", default=["jsonl", "csv"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = given.library or folder / "library.db"
        if given.library is None:
            build(path, given.articles, index=False)
            edit_some(path)
        bench(path, folder, given.formats)


if __name__ == "__main__":
    main()
