"""Print how many characters a second `check` and a verified copy go through.

    python tests/bench/bench_check.py --articles 10000 [--library FILE]

Beside them stand SQLite's own integrity check alone, and reading the file's bytes with their
SHA-256: less than the latter no check of everything can take.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.generate import build

from reader.store import Library, Mode
from reader.store.check import check
from reader.store.findings import Findings


def parts(library: Library) -> list[tuple[str, float]]:
    """Time each part of the check by itself."""
    from reader.store import check as whole

    times = []
    for part, _ in whole._PARTS:
        start = time.perf_counter()
        part(library.connection, Findings())
        times.append((part.__name__, time.perf_counter() - start))
    return times


def hashed(path: Path) -> float:
    """Time reading the file once."""
    start = time.perf_counter()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return time.perf_counter() - start


def main() -> None:
    """Make a library where none is named, check it, and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=2_500)
    parser.add_argument("--library", type=Path)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        path = arguments.library or folder / "library.db"
        if arguments.library is None:
            build(path, articles=arguments.articles)
        bare = hashed(path)
        with Library.open(path, Mode.READ) as library:
            start = time.perf_counter()
            report = check(library)
            took = time.perf_counter() - start
            characters = report.counts["characters"]
            print(
                f"{report.counts['articles']:,} articles, {characters:,} characters,"
                f" {path.stat().st_size / 1e6:.0f} MB, sound: {report.sound},"
                f" pending: {report.pending}"
            )
            print(
                f"check          {took:8.2f} s  {characters / took / 1e6:6.2f} M characters/s"
                f"  {took / bare:5.1f} times the bare hash"
            )
            for name, seconds in parts(library):
                print(f"  {name:17}{seconds:6.2f} s")
            start = time.perf_counter()
            library.backups.copy_to(folder / "copy.db")
            took = time.perf_counter() - start
            print(f"verified copy  {took:8.2f} s  {characters / took / 1e6:6.2f} M characters/s")
        print(f"bare hash      {bare:8.2f} s")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"most memory    {peak:8.0f} MB (the making of the library included)")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
