"""Print how many pages a second are read, repaired and stored, beside pandoc on the same files.

    python tests/bench/bench_import.py --articles 5000

One durable commit a file, index behind included. pandoc reads the same files in one process
and writes plain text (markdown with east_asian_line_breaks): it repairs lines, and stores nothing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.generate import files

from reader.importing import ImportOptions, import_paths
from reader.store import Library, Mode


def ours(folder: Path, library: Path) -> tuple[int, float]:
    """Import a folder; give files imported and seconds."""
    with Library.open(library, Mode.CREATE, actor="bench") as opened:
        start = time.perf_counter()
        results = list(import_paths(opened, [folder], options=ImportOptions()))
        took = time.perf_counter() - start
    return sum(r.status == "imported" for r in results), took


def pandoc(folder: Path) -> float | None:
    """Let pandoc read the same files; give seconds, None when it is not installed."""
    if shutil.which("pandoc") is None:
        return None
    names = sorted(str(p) for p in folder.rglob("*.txt"))
    start = time.perf_counter()
    for low in range(0, len(names), 100):
        subprocess.run(
            [
                "pandoc",
                "-f",
                "markdown+east_asian_line_breaks",
                "-t",
                "plain",
                "-o",
                "/dev/null",
                *names[low : low + 100],
            ],
            check=True,
        )
    return time.perf_counter() - start


def main() -> None:
    """Make files, import them, and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=2_500)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        pages = folder / "pages"
        files(pages, arguments.articles)
        count, took = ours(pages, folder / "library.db")
        print(f"import, durable    {count / took:7.1f} pages a second ({count} pages)")
        peer = pandoc(pages)
        if peer is None:
            print("pandoc             not installed")
        else:
            print(f"pandoc             {count / peer:7.1f} pages a second")
            print(f"ratio              {peer / took:7.2f}   (limit 0.2)")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
