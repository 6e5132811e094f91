"""Print every figure, side by side in one run, on one generated library.

    python -m tests.bench --articles 100000 [--pages 2500]

`--articles` is the size of the library that is searched, edited, exported and checked; a list of a
hundred times so many rows is opened, of a million at most. `--pages` says how many pages are
imported beside pandoc (five articles a page).
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent


def run(name: str, *arguments: str) -> None:
    """Run one bench as a process of its own, so that none warms another."""
    print(f"\n## {name} {' '.join(a for a in arguments if not a.startswith('/'))}", flush=True)
    start = time.perf_counter()
    subprocess.run([sys.executable, str(HERE / f"{name}.py"), *arguments], check=True)
    print(f"({time.perf_counter() - start:.0f} s)", flush=True)


def main() -> None:
    """Make the library once; run all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=None)
    arguments = parser.parse_args()
    pages = arguments.pages or max(20, arguments.articles // 40)
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "library.db")
        run("generate", "library", library, "--articles", str(arguments.articles))
        for name in ("bench_search", "bench_work", "bench_export", "bench_check"):
            run(name, "--library", library)
        run("bench_lists", "--rows", str(min(1_000_000, arguments.articles * 100)))
        run("bench_window", "--library", library, "--pages", str(min(1000, pages)))
        run("bench_import", "--articles", str(pages * 5))
        run("bench_repair", "--pages", str(min(60, max(3, pages // 40))))


if __name__ == "__main__":
    main()
