"""Print how well pages are repaired that real programs have read from typeset PDF files.

    python tests/bench/bench_readers.py [--pages 20] [--images 4] [--seed 100] [--keep 0]
                                        [--train 0] [--second]

First the kept pages of `tests/training/read`, then as many new ones as asked, for each program
that is there: pdftotext and Tesseract (with chi_sim) as programs, pypdf and pdfminer.six as
packages; PDF files are printed with fpdf2 and fontTools. What is missing is named. `--keep N` puts
N pages a program into the folder of the kept ones in place of measuring, `--train N` N sheets
of the articles for training, two thirds of them with what other makers told, into the file from
which the field is trained, with a page of Tesseract's for each of `--images`. Sheets are set by the
hand that sets them for training, of articles kept back; with `--second` by another hand, of which
nothing is trained on, with the outsiders' and the islands' stories.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from presses.press_pages import sheet
from presses.press_pages import told as tell
from training.judge import Judged, judge
from training.kept import FOLDER, keep, kept, named
from training.makers import retold
from training.printed import write
from training.printing import print_pages
from training.reading import READERS, aligned, missing
from training.retelling import stories
from training.typeset import typeset

from reader.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newspaper import Story
    from training.form import Page

KEPT = [name for name in READERS if name != "pdftotext -layout"]
DRAWS = 300
SECOND = "second_"
"""What names of kept pages of the second hand begin with."""
SHEETS = 900_000
"""What other makers tell on sheets for training begins so many turns later."""


def spread(parts: list[Judged]) -> tuple[float, float]:
    """Give the limits within which the boundary F1 lies with 95 % (bootstrap over pages)."""
    dice = random.Random(1)
    values = []
    for _ in range(DRAWS):
        whole = Judged()
        for part in dice.choices(parts, k=len(parts)):
            whole.boundary += part.boundary
        values.append(whole.boundary.f1)
    values.sort()
    return values[int(DRAWS * 0.025)], values[int(DRAWS * 0.975)]


def told(name: str, parts: list[Judged]) -> None:
    """Print the row of a program."""
    whole = Judged()
    for part in parts:
        whole += part
    low, high = spread(parts)
    paras = whole.exact.right + whole.exact.missed
    print(
        f"{name:18} {len(parts):3}  {whole.boundary.f1:.3f} ({low:.3f}–{high:.3f})"
        f"  {whole.exact.right / max(1, paras):.2f} of {paras:4}"
        f"     {whole.titles.f1:.2f}    {whole.articles.f1:.2f}      {whole.furniture.f1:.2f}",
        flush=True,
    )


def head(what: str) -> None:
    """Print the names of the columns."""
    print(f"\n{what}")
    print(" " * 20, "pages  boundary F1        exact paragraphs  titles  articles  furniture")


def read_pages(options: argparse.Namespace, folder: Path) -> None:
    """Typeset, print and read pages; judge them, or keep them."""
    lost = [name for name in ("fpdf", "fontTools") if not importlib.util.find_spec(name)]
    if lost:
        print(f"\nnot installed: {', '.join(lost)}; no new pages are printed")
        return
    count = options.keep or options.pages
    seeds = range(options.seed, options.seed + count)
    sets = {}
    for tabloid in (False, True):
        (folder / str(tabloid)).mkdir()
        if options.second:
            sheets = [sheet(seed, tell(seed)) for seed in seeds]
        else:
            sheets = [typeset(seed, tabloid=tabloid or bool(options.keep)) for seed in seeds]
        sets[tabloid] = list(zip(sheets, print_pages(sheets, folder / str(tabloid)), strict=True))
    head("new pages")
    second = SECOND if options.second else ""
    for name, reader in READERS.items():
        program = missing(name)
        if program:
            print(f"{name:20} not installed: {program}")
            continue
        pages = sets[name == "Tesseract"]
        if name == "Tesseract" and not options.keep:
            pages = pages[: options.images]
        made = [
            aligned(reader(path), printed, f"{second}{named(name)}-{number}")
            for number, (printed, path) in enumerate(pages)
        ]
        if options.keep and name in KEPT:
            for page in made:
                keep(page)
        elif made:
            told(name, [judge(page, repair(page.raw)) for page in made])


def told_by_others(number: int) -> list[Story]:
    """Give what the other makers tell on a sheet for training; nothing on each third."""
    pages = range(SHEETS + 4 * number, SHEETS + 4 * number + 4) if number % 3 else ()
    return [story for page in pages for story in stories(retold(page))]


def for_training(seeds: range, programs: Sequence[str]) -> Iterator[tuple[str, Page]]:
    """Typeset, print and read sheets for training; give each page with its program."""
    for seed in seeds:
        small = "Tesseract" in programs or not seed % 2
        sheet = typeset(seed, "train", tabloid=small, told=told_by_others(seed))
        with tempfile.TemporaryDirectory() as folder:
            [path] = print_pages([sheet], Path(folder))
            for name in programs:
                yield name, aligned(READERS[name](path), sheet, f"{named(name)}-{seed}")


def main() -> None:
    """Judge the kept pages and new ones."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=20, help="of each program")
    parser.add_argument("--images", type=int, default=4, help="of Tesseract, which is slow")
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--keep", type=int, default=0, help="pages a program to keep, at most 10")
    parser.add_argument("--train", type=int, default=0, help="sheets for training to keep")
    parser.add_argument("--second", action="store_true", help="sheets set by the second hand")
    options = parser.parse_args()
    if options.train:
        read = [name for name in KEPT if name != "Tesseract"]
        made = for_training(range(2000, 2000 + options.train), read)
        write([*made, *for_training(range(3000, 3000 + options.images), ["Tesseract"])])
        return
    if not options.keep:
        head(f"kept pages of {FOLDER.name}/")
        for name in [*KEPT, *(SECOND + named(name) for name in KEPT)]:
            told(name, [judge(page, repair(page.raw)) for page in kept(name)])
    with tempfile.TemporaryDirectory() as folder:
        read_pages(options, Path(folder))


if __name__ == "__main__":
    main()
