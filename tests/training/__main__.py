"""Train the field, and the second look at blocks, and write their weights and the report.

    python -m tests.training [--pages 3600] [--fields 2] [--first 240] [--second 1600]
                             [--looks 2] [--curve 400] [--judge 60] [--out resources/engine]

Deterministic: the same texts and numbers give the same bytes. Training, curve and judging never
share an article. A field trained on the first pages reads them for the first time, so
that the field itself learns to read a second time. What is written is the mean of several
fields, and of several second looks, each trained on pages of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE.parent)]

from training.calibrate import curve  # noqa: E402
from training.generator import REGIMES, page  # noqa: E402
from training.judge import Judged, after_doubts, calibration, judge  # noqa: E402
from training.second import train_blocks  # noqa: E402
from training.train import mean, train, written  # noqa: E402

from reader.text import field  # noqa: E402  (found on the path that was just set)
from reader.text.repair import repair  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.form import Page

FAR = 1_000_000
"""Seeds for the curve and for judging begin here: far from those of training."""
OTHER = 500_000
"""Seeds for the second look begin here: the field has not seen those pages."""
MIX = ("hard", "long", "mixed", "hard", "long", "mixed", "torn", *REGIMES[4:])
"""Regimes of the pages for training, in turn."""


FIRST_SETTINGS: dict[str, object] = {"c1": 0.6, "max_iterations": 30}
"""Settings of the field that reads the pages of training for the first time."""


def training(seeds: Iterable[int]) -> Iterator[Page]:
    """Make pages for training."""
    return (page(seed, MIX[seed % len(MIX)]) for seed in seeds)


def main() -> None:
    """Train, fit the curve, judge, and write both files."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    asked.add_argument("--pages", type=int, default=3600)
    asked.add_argument("--fields", type=int, default=2)
    asked.add_argument("--first", type=int, default=240)
    asked.add_argument("--second", type=int, default=1600)
    asked.add_argument("--looks", type=int, default=2)
    asked.add_argument("--curve", type=int, default=400)
    asked.add_argument("--judge", type=int, default=60)
    asked.add_argument("--out", type=Path, default=ROOT / "resources" / "engine")
    told = asked.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    first = field.read(train(training(range(told.first)), FIRST_SETTINGS))
    size = told.pages // told.fields
    starts = range(0, size * told.fields, size)
    fields = [train(training(range(at, at + size)), first=first) for at in starts]
    parts = json.loads(mean(fields))
    made_field = field.read(written(parts))
    others = range(OTHER, OTHER + told.second * told.looks, told.second)
    shares = (training(range(at, at + told.second)) for at in others)
    parts["blocks"] = train_blocks(shares, made_field)
    made_field = field.read(written(parts))
    seen = Judged()
    for seed in range(told.curve):
        made = page(FAR + seed, MIX[seed % len(MIX)], share="calibrate")
        seen += judge(made, repair(made.raw, field=made_field))
    parts["sure"] = curve(seen.ends)
    weights = written(parts)
    (told.out / "weights.json").write_text(weights, "utf-8")
    report = told_of(weights, told.pages, told.curve, told.judge)
    (told.out / "report.md").write_text(report, "utf-8")
    print(report)


def told_of(weights: str, pages: int, fitted: int, judged: int) -> str:
    """Judge pages of each regime from articles kept back, and tell what was found."""
    rows = [
        "# The field, as it was trained\n",
        f"{pages} pages for training, {fitted} for the curve, {judged} of each regime for judging,",
        f"of articles that none of the others saw. Weights: {len(weights.encode()):,} bytes.\n",
        "| pages | boundary F1 | exact | titles | articles | furniture | wrong | after 6 % | ECE |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    made_field = field.read(weights)
    for regime in REGIMES:
        found = Judged()
        for seed in range(judged):
            made = page(2 * FAR + seed, regime, share="test")
            found += judge(made, repair(made.raw, field=made_field))
        rows.append(row(regime, found))
    return "\n".join(rows) + "\n"


def row(name: str, found: Judged) -> str:
    """Write one line of the table."""
    exact = found.exact.right / max(1, found.exact.right + found.exact.missed)
    wrong = sum(not right for _, right in found.ends) / max(1, len(found.ends))
    return (
        f"| {name} | {found.boundary.f1:.4f} | {exact:.3f} | {found.titles.f1:.3f} "
        f"| {found.articles.f1:.3f} | {found.furniture.f1:.3f} | {wrong:.2%} "
        f"| {after_doubts(found.ends):.2%} | {calibration(found.ends):.4f} |"
    )


if __name__ == "__main__":
    main()
