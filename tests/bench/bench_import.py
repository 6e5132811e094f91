"""Print how many pages a second are read, repaired and stored, beside pandoc on the same files.

    python tests/bench/bench_import.py --articles 5000
    python tests/bench/bench_import.py --many 100000

One durable commit a file, index behind included. pandoc reads the same files in one process
and writes plain text (markdown with east_asian_line_breaks): it repairs lines, and stores nothing.

`--many` prints how the memory at its peak and the pages a second go on while so many small files
(two paragraphs of 60 characters, all different, a thousand a folder) are imported: at a tenth, at
the half, at the end, and when the index has caught up.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.generate import Prose, files

from reader.importing import ImportOptions, import_paths
from reader.store import Library, Mode

spawn = multiprocessing.get_context("spawn")

A_FOLDER = 1_000
MANY = 1_000
"""How many small files there are unless it is said: enough to warm up, and quick."""


def ours(folder: Path, library: Path) -> tuple[int, float]:
    """Import a folder; give files imported and seconds."""
    with Library.open(library, Mode.CREATE, actor="bench") as opened:
        start = time.perf_counter()
        results = import_paths(opened, [folder], options=ImportOptions())
        count = sum(result.status == "imported" for result in results)
        return count, time.perf_counter() - start


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


def small_files(folder: Path, count: int) -> None:
    """Write small files, some folders of them."""
    prose = Prose(random.Random(7))
    for number in range(count):
        name = folder / f"{number // A_FOLDER:04}" / f"{number:06}.txt"
        name.parent.mkdir(parents=True, exist_ok=True)
        name.write_text(f"{prose.paragraph(60)}\n\n{prose.paragraph(60)}\n", "utf-8")


def peak() -> float:
    """MB of memory held at the most so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def many(folder: Path, count: int, library: Path) -> None:
    """Import a folder of small files; print memory and speed on the way, keep no result."""
    told = {max(1, count // 10), count // 2, count}
    print(f"small files        {0:>9}   peak {peak():6.1f} MB")
    with Library.open(library, Mode.CREATE, actor="bench") as opened:
        begun, done = time.process_time(), 0
        for done, result in enumerate(import_paths(opened, [folder]), 1):
            assert result.status == "imported", result
            if done in told:
                _tell(str(done), done, begun)
        _tell("indexed", done, begun)


def _tell(what: str, done: int, begun: float) -> None:
    rate = done / (time.process_time() - begun)
    print(
        f"small files        {what:>9}   peak {peak():6.1f} MB   {rate:7.1f} a second of processor"
    )


def main() -> None:
    """Make files, import them, and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=2_500)
    parser.add_argument("--many", type=int, default=MANY)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        # In a process of its own: the memory told is that of the import alone.
        maker = spawn.Process(target=small_files, args=(folder / "small", arguments.many))
        maker.start()
        maker.join()
        many(folder / "small", arguments.many, folder / "small.db")
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
