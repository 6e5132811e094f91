"""Print how well pages are repaired that real programs have read from typeset PDF files.

    python tests/bench/bench_readers.py [--pages 20] [--images 4] [--seed 100] [--keep 0]
                                        [--train 0] [--second] [--third]

First the kept pages of `tests/training/read`, then as many new ones as asked, for each program
that is there: pdftotext and Tesseract (with chi_sim) as programs, pypdf and pdfminer.six as
packages; PDF files are printed with fpdf2 and fontTools. What is missing is named. `--keep N` puts
N pages a program into the folder of the kept ones in place of measuring, `--train N` into the file
from which the field is trained N sheets of our own hand, two thirds of them with what other makers
told, and N of a second hand, with a page of Tesseract's, which is slow, for each of `--images` of
our own. Sheets that are judged are set by our own hand, of articles kept back; with `--second` by
the second hand, with the outsiders' and the islands' stories; with `--third` by the third one.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from foundries import foundry_pages
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
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newspaper import Story
    from training.form import Page
    from training.sheet import Sheet

KEPT = [name for name in READERS if name != "pdftotext -layout"]
DRAWS = 300
SECOND = "second_"
"""What names of kept pages of the second hand begin with."""
THIRD = "third_"
"""The same for the third hand."""
SHEETS = 900_000
"""What other makers tell on sheets for training begins so many turns later."""
AWAY = 500_000
"""Sheets of the second hand for training begin here: far from those that are judged."""
MOST = 12
"""Pages of others of which the stories for a sheet of the second hand are taken."""


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


def set_by(options: argparse.Namespace, seed: int, *, tabloid: bool) -> Sheet:
    """Set a sheet by the hand that was asked for."""
    if options.second:
        return sheet(seed, tell(seed))
    if options.third:
        return foundry_pages.sheet(seed, foundry_pages.told(seed))
    return typeset(seed, tabloid=tabloid or bool(options.keep))


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
        sheets = [set_by(options, seed, tabloid=tabloid) for seed in seeds]
        sets[tabloid] = list(zip(sheets, print_pages(sheets, folder / str(tabloid)), strict=True))
    head("new pages")
    prefix = SECOND if options.second else THIRD if options.third else ""
    for name, reader in READERS.items():
        program = missing(name)
        if program:
            print(f"{name:20} not installed: {program}")
            continue
        pages = sets[name == "Tesseract"]
        if name == "Tesseract" and not options.keep:
            pages = pages[: options.images]
        made = [
            aligned(reader(path), printed, f"{prefix}{named(name)}-{number}")
            for number, (printed, path) in enumerate(pages)
        ]
        if options.keep and name in KEPT:
            for page in made:
                keep(page)
        elif made:
            told(name, [judge(page, repair(page.raw)) for page in made])


def told_by_others(number: int, pages: int = 4) -> list[Story]:
    """Give what the other makers tell on so many pages, for a sheet for training."""
    told = range(SHEETS + pages * number, SHEETS + pages * (number + 1))
    return [story for page in told for story in stories(retold(page))]


def ours(seed: int, *, tabloid: bool) -> Sheet:
    """Set a sheet for training by our own hand, each third with our own articles only."""
    told = told_by_others(seed) if seed % 3 else ()
    return typeset(seed, "train", tabloid=tabloid, told=told)


def second(seed: int) -> Sheet:
    """Set a sheet for training by the second hand."""
    return sheet(AWAY + seed, told_by_others(AWAY + seed, MOST))


def for_training(
    seeds: Iterable[int], programs: Sequence[str], *, by: Callable[[int], Sheet]
) -> Iterator[tuple[str, Page]]:
    """Print and read sheets for training as a hand sets them; give each page with its program."""
    for seed in seeds:
        made = by(seed)
        with tempfile.TemporaryDirectory() as folder:
            [path] = print_pages([made], Path(folder))
            for name in programs:
                yield name, aligned(READERS[name](path), made, f"{named(name)}-{seed}")


def kept_for_training(sheets: int, images: int) -> Iterator[tuple[str, Page]]:
    """Give pages for training, of our own and of the second hand in turn."""
    read = [name for name in KEPT if name != "Tesseract"]
    for seed in range(2000, 2000 + sheets):
        small = not seed % 2
        yield from for_training([seed], read, by=partial(ours, tabloid=small))
        yield from for_training([seed], read, by=second)
    yield from for_training(
        range(3000, 3000 + images), ["Tesseract"], by=partial(ours, tabloid=True)
    )


def main() -> None:
    """Judge the kept pages and new ones."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=20, help="of each program")
    parser.add_argument("--images", type=int, default=4, help="of Tesseract, which is slow")
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--keep", type=int, default=0, help="pages a program to keep, at most 10")
    parser.add_argument("--train", type=int, default=0, help="sheets for training to keep")
    parser.add_argument("--second", action="store_true", help="sheets set by the second hand")
    parser.add_argument("--third", action="store_true", help="sheets set by the third hand")
    options = parser.parse_args()
    if options.train:
        write(kept_for_training(options.train, options.images))
        return
    if not options.keep:
        head(f"kept pages of {FOLDER.name}/")
        for name in [*KEPT, *(hand + named(name) for hand in (SECOND, THIRD) for name in KEPT)]:
            if pages := kept(name):
                told(name, [judge(page, repair(page.raw)) for page in pages])
    with tempfile.TemporaryDirectory() as folder:
        read_pages(options, Path(folder))


if __name__ == "__main__":
    main()
