"""Print how well and how fast pages are repaired, beside what other ways make of the same pages.

    python tests/bench/bench_repair.py [--pages 60] [--first 0] [--ablate 0]

Pages of makers that nobody trained on: unseen pages (`tests/unseen`) and pages of strangers, which
were at hand while the engine was made, and of outsiders, weeklies, provinces, evenings and
gazettes, made afterwards without knowing it or one another; the generator's pages from texts
kept back; pages that programs read from typeset files (`tests/training/read`). Boundary F1 with
95 % by bootstrap over pages, exact paragraphs, titles by any headline of the article, starts of
articles, furniture by characters; wrong line ends in all, and when the least sure 6 % were put
right; expected calibration error; how many wrong line ends the engine itself expected.
`--first N` begins with the makers' page of that number: with pages that nobody looked at.
`--ablate N` trains again on N pages without one cue after another, and prints what each is worth.
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

from evenings.evening_pages import page as evening
from gazettes.gazette_pages import page as gazette
from outsiders.outsider_pages import page as outsider
from provinces.province_pages import page as province
from strangers.pages import page as stranger
from training.ablation import CUES, without
from training.generator import REGIMES, page
from training.judge import Count, Judged, after_doubts, calibration, judge
from training.kept import FOLDER, kept
from training.peers import PEERS, starts_of
from unseen.unseen_pages import KINDS
from unseen.unseen_pages import pages as unseen
from weeklies.weekly_pages import page as weekly

from reader import places
from reader.text import field
from reader.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from training.form import Page

OTHERS = {
    "outsiders": outsider,
    "weeklies": weekly,
    "provinces": province,
    "evenings": evening,
    "gazettes": gazette,
}
SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
DRAWS = 300
FAR = 3_000_000
PANDOC = ["pandoc", "-f", "markdown", "-t", "plain", "--wrap=none"]
HEAD = (
    "| pages | boundary F1 (95 %) | exact | titles | articles | furniture | wrong | after 6 % "
    "| ECE | wrong told / found |\n|---|---|---|---|---|---|---|---|---|---|"
)


def spread(parts: Sequence[Judged]) -> str:
    """Give the limits of the boundary F1 with 95 % (bootstrap over pages)."""
    dice = random.Random(1)
    values = []
    for _ in range(DRAWS):
        whole = Count()
        for part in dice.choices(parts, k=len(parts)):
            whole += part.boundary
        values.append(whole.f1)
    values.sort()
    return f"{values[int(DRAWS * 0.025)]:.3f}–{values[int(DRAWS * 0.975)]:.3f}"


def told(name: str, parts: Sequence[Judged]) -> None:
    """Print a row of the table."""
    whole = Judged()
    for part in parts:
        whole += part
    exact = whole.exact.right / max(1, whole.exact.right + whole.exact.missed)
    wrong = sum(not right for _, right in whole.ends)
    print(
        f"| {name} | {whole.boundary.f1:.4f} ({spread(parts)}) | {exact:.3f} "
        f"| {whole.titles.f1:.3f} | {whole.articles.f1:.3f} | {whole.furniture.f1:.3f} "
        f"| {wrong / max(1, len(whole.ends)):.2%} | {after_doubts(whole.ends):.2%} "
        f"| {calibration(whole.ends):.4f} | {whole.told:.0f} / {wrong} |",
        flush=True,
    )


def pages_of(make: Callable[[int], Page], seeds: range) -> list[Page]:
    """Make some pages."""
    return [make(seed) for seed in seeds]


def sets(many: int, first: int) -> dict[str, list[Page]]:
    """Give all sets of pages by name, made pages from the number `first` on."""
    seeds = range(first, first + many)
    found = {
        f"strangers, {regime}": pages_of(lambda seed, r=regime: stranger(seed, r), seeds)
        for regime in ("hard", "long", "mixed")
    }
    found |= {f"unseen, {kind}": unseen(kind, many, first) for kind in KINDS}
    for name, make in OTHERS.items():
        for kind in ("hard", "long", "mixed"):
            found[f"{name}, {kind}"] = [make(kind, seed) for seed in seeds]
    for regime in REGIMES:
        found[f"made, {regime}"] = pages_of(
            lambda seed, r=regime: page(FAR + seed, r, share="test"), seeds
        )
    for name in sorted({path.name.rsplit("-", 1)[0] for path in FOLDER.glob("*.json")}):
        found[f"read by {name}"] = list(kept(name))
    return found


def peers(name: str, pages: Sequence[Page]) -> None:
    """Print the boundary F1 of other ways on the same pages."""
    row = []
    for peer, way in PEERS.items():
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
    arguments = asked.parse_args()
    speed()
    found = sets(arguments.pages, arguments.first)
    print(HEAD)
    for name, pages in found.items():
        told(name, [judge(made, repair(made.raw)) for made in pages])
    print("\nBoundary F1 of other ways on the same pages")
    for name, pages in found.items():
        peers(name, pages)
    if arguments.ablate:
        print("\nBoundary F1 on the strangers' pages, trained without a cue")
        own = [made for name, pages in found.items() if "strangers" in name for made in pages]
        for cue in ("", *CUES):
            parts = without(cue, arguments.ablate, own)
            whole = Count()
            for part in parts:
                whole += part.boundary
            print(f"{cue or 'with all':12} {whole.f1:.4f} ({spread(parts)})", flush=True)


if __name__ == "__main__":
    main()
