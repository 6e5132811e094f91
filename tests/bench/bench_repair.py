"""Print how well and how fast pages are repaired, beside what other ways make of the same pages.

    python tests/bench/bench_repair.py [--pages 60] [--first 0] [--ablate 0] [--rough]

First pages of two makers on which nothing is trained (`tests/outsiders`, `tests/islands`; of the
latter nothing was looked at before its figures were printed). Then, kind by kind, other pages of
the makers whose pages are trained on (`tests/training/makers.py`): other numbers, the same
articles; the generator's pages from texts kept back; pages that programs read from typeset files
(`tests/training/read`). Boundary F1, exact paragraphs, titles by any headline of the article,
starts of articles, furniture by characters; wrong line ends in all, and when the least sure 6 %
were put right; expected calibration error: each with its limits of 95 % by bootstrap over pages.
At last how many wrong line ends the engine itself expected, and how many there were; the same of
those from which the text goes on elsewhere on the page, which are in no other figure.
`--first N` begins with the makers' page of that number.
`--ablate N` trains again on N pages without one cue after another, and prints what each is worth.
`--rough` prints nothing but how the pages of the two makers are read when they are read roughly, as
pages of very many lines are (`reader/text/rough.py`): line ends and titles, and how many are right.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from islands.island_pages import KINDS
from islands.island_pages import page as island
from outsiders.outsider_pages import page as outsider
from training.ablation import CUES, without
from training.generator import REGIMES, page
from training.judge import Count, Judged, after_doubts, calibration, judge, moved_wrong, summed
from training.kept import FOLDER, kept
from training.makers import OTHERS, PLAIN, judged
from training.peers import PEERS, Way, starts_of
from training.regression import trained

from reader import places
from reader.text import field, rough
from reader.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from training.form import Page

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
DRAWS = 200
FAR = 3_000_000
REGRESSED = 400
"""Pages of our own maker that the regression is trained on, a peer."""
PANDOC = ["pandoc", "-f", "markdown", "-t", "plain", "--wrap=none"]
MEASURES: dict[str, tuple[Callable[[Judged], float], str]] = {
    # name: how it is counted, and how it is written
    "boundary F1": (lambda told: told.boundary.f1, ".4f"),
    "exact": (lambda told: told.exact.right / max(1, told.exact.right + told.exact.missed), ".3f"),
    "titles": (lambda told: told.titles.f1, ".3f"),
    "articles": (lambda told: told.articles.f1, ".3f"),
    "furniture": (lambda told: told.furniture.f1, ".3f"),
    "wrong": (lambda told: wrong_in(told) / max(1, len(told.ends)), ".2%"),
    "after 6 %": (lambda told: after_doubts(told.ends), ".2%"),
    "ECE": (lambda told: calibration(told.ends), ".4f"),
}
COLUMNS = ["pages", *MEASURES, "wrong told / found", "moved wrong, told / found"]
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"


def wrong_in(told: Judged) -> int:
    """Count wrong line ends."""
    return sum(not right for _, right in told.ends)


def spread(parts: Sequence[Judged], measures: Sequence[str]) -> list[str]:
    """Give each measure of some pages with its limits of 95 % (bootstrap over pages)."""
    dice = random.Random(1)
    drawn = [summed(dice.choices(parts, k=len(parts))) for _ in range(DRAWS)]
    whole = summed(parts)
    found = []
    for name in measures:
        count, form = MEASURES[name]
        values = sorted(map(count, drawn))
        low, high = values[int(DRAWS * 0.025)], values[int(DRAWS * 0.975)]
        found.append(f"{count(whole):{form}} ({low:{form}}–{high:{form}})")
    return found


def told(name: str, parts: Sequence[Judged]) -> None:
    """Print a row of the table."""
    whole = summed(parts)
    cells = [name, *spread(parts, list(MEASURES)), f"{whole.told:.0f} / {wrong_in(whole)}"]
    cells.append(moved_wrong(whole))
    print(f"| {' | '.join(cells)} |", flush=True)


def kept_back(seeds: Sequence[int]) -> dict[str, list[Page]]:
    """Give the pages of the two makers on whose pages nothing is trained."""
    found = {f"outsiders, {kind}": [outsider(kind, seed) for seed in seeds] for kind in PLAIN}
    for kind in KINDS:
        found[f"islands, {kind}"] = [island(kind, seed) for seed in seeds]
    return found


def roughly(pages: dict[str, list[Page]]) -> None:
    """Print how pages are read roughly."""
    rough.BEYOND = 0
    print("| pages | line ends | right | wrong told / found | titles right |")
    print("|---|---|---|---|---|")
    judged = {name: [judge(one, repair(one.raw)) for one in some] for name, some in pages.items()}
    judged["all"] = [one for some in judged.values() for one in some]
    for name, parts in judged.items():
        whole = summed(parts)
        ends, wrong, titles = len(whole.ends), wrong_in(whole), whole.titles
        right = f"{1 - wrong / max(1, ends):.1%} | {whole.told:.0f} / {wrong}"
        print(f"| {name} | {ends} | {right} | {titles.right} of {titles.right + titles.wrong} |")


def sets(many: int, first: int) -> dict[str, list[Page]]:
    """Give all sets of pages by name, made pages from the number `first` on."""
    seeds = range(first, first + many)
    found = kept_back(seeds)
    for kind in dict.fromkeys(kind for maker in OTHERS for kind in maker.kinds):
        found[f"others, {kind}"] = list(judged(kind, seeds))
    for regime in REGIMES:
        found[f"made, {regime}"] = [page(FAR + seed, regime, share="test") for seed in seeds]
    for name in sorted({path.name.rsplit("-", 1)[0] for path in FOLDER.glob("*.json")}):
        found[f"read by {name}"] = list(kept(name))
    return found


def peers(name: str, pages: Sequence[Page], ways: dict[str, Way]) -> None:
    """Print the boundary F1 of other ways on the same pages."""
    row = []
    for peer, way in ways.items():
        whole = Count()
        for made in pages:
            whole += starts_of(made, way(made.raw))
        row.append(f"{peer} {whole.f1:.3f}")
    print(f"{name:24}", " · ".join(row), flush=True)


def speed() -> None:
    """Print the pages a second on one core, beside pandoc's in the same run."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    text = (places.resources() / "engine" / "weights.json").read_text("utf-8")
    start = time.process_time()
    field.read(text)
    print(f"weights read in {(time.process_time() - start) * 1000:.0f} ms (limit 50)")
    for text in texts:
        repair(text)
    spent = sum(min(_timed(text) for _ in range(5)) for text in texts) / len(texts)
    line = f"{spent * 1000:.1f} ms a page, {1 / spent:.0f} pages a second"
    if shutil.which("pandoc"):
        whole = "\n\n".join(texts * 40)
        base = min(_piped("x") for _ in range(3))
        peer = (min(_piped(whole) for _ in range(3)) - base) / (len(texts) * 40)
        line += f"; pandoc {1 / peer:.0f}: {peer / spent:.2f} of it (limit 0.35)"
    print(line)
    for times in (1, 10, 100):
        took = _timed(texts[0] * times)
        print(f"{times * texts[0].count(chr(10)):7} lines {took / times * 1000:6.1f} ms a page")
    for size in (100_000, 1_000_000, 10_000_000):
        print(f"one line of {size:9} {_timed('会议强调要认真学习。' * (size // 10)):6.2f} s")


def _timed(text: str) -> float:
    start = time.process_time()
    repair(text)
    return time.process_time() - start


def _piped(text: str) -> float:
    start = time.perf_counter()
    subprocess.run(PANDOC, input=text.encode(), check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print all."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--pages", type=int, default=60)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--ablate", type=int, default=0)
    asked.add_argument("--rough", action="store_true")
    arguments = asked.parse_args()
    if arguments.rough:
        roughly(kept_back(range(arguments.first, arguments.first + arguments.pages)))
        return
    speed()
    found = sets(arguments.pages, arguments.first)
    print(HEAD)
    for name, pages in found.items():
        told(name, [judge(made, repair(made.raw)) for made in pages])
    print("\nBoundary F1 of other ways on the same pages")
    ways = {**PEERS, "regression": trained(REGRESSED)}
    for name, pages in found.items():
        peers(name, pages, ways)
    if arguments.ablate:
        print("\nBoundary F1 on the outsiders' pages, trained without a cue")
        own = [made for name, pages in found.items() if "outsiders" in name for made in pages]
        for cue in ("", *CUES):
            parts = without(cue, arguments.ablate, own)
            print(f"| {cue or 'with all'} | {spread(parts, ['boundary F1'])[0]} |", flush=True)


if __name__ == "__main__":
    main()
