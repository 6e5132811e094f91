"""Train the field, and the second look at blocks, and write their weights and the report.

    python -m tests.training [--pages 2400] [--fields 2] [--first 240] [--second 1600]
                             [--looks 2] [--curve 540] [--judge 60] [--out resources/engine]

Deterministic: the same texts and numbers give the same bytes. Training, curve and judging never
share an article. A field trained on the first pages reads them for the first time, so
that the field itself learns to read a second time. What is written is the mean of several
fields, and of several second looks, each trained on pages of its own.

How sure verdicts are is fitted on pages of makers that a field has not seen: two smaller fields are
trained, each without half of the other makers, and read what they were not trained on.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE.parent)]

from training.calibrate import curve  # noqa: E402
from training.generator import REGIMES, page  # noqa: E402
from training.judge import Judged, after_doubts, calibration, judge  # noqa: E402
from training.makers import HALVES, MIX, OWN, of, turn  # noqa: E402
from training.train import written  # noqa: E402
from training.trained import Numbers, trained  # noqa: E402

from reader.text import field  # noqa: E402  (found on the path that was just set)
from reader.text.repair import repair  # noqa: E402

if TYPE_CHECKING:
    from reader.text.field import Field

FAR = 1_000_000
"""Numbers of the pages for the curve and for judging begin here: far from those of training."""


def main() -> None:
    """Train, fit the curve, judge, and write both files."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    for name, many in Numbers()._asdict().items():
        asked.add_argument(f"--{name}", type=int, default=many)
    asked.add_argument("--curve", type=int, default=540)
    asked.add_argument("--judge", type=int, default=60)
    asked.add_argument("--out", type=Path, default=ROOT / "resources" / "engine")
    told = asked.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    many = Numbers(*[getattr(told, name) for name in Numbers._fields])
    parts = trained(many)
    small = many._replace(pages=many.pages // 2, fields=1, second=many.second // 2, looks=1)
    fields = {OWN: field.read(written(parts))}
    with ThreadPoolExecutor() as threads:
        for half, without in zip(HALVES, threads.map(partial(trained, small), HALVES), strict=True):
            fields |= dict.fromkeys(half, field.read(written(without)))
    seen = Judged()
    for name, number in map(turn, range(told.curve)):
        if name == OWN:
            made = page(FAR + number, MIX[number % len(MIX)], share="calibrate")
        else:
            made = of(name, number, FAR)
        seen += judge(made, repair(made.raw, field=fields[name]))
    parts["sure"] = curve(seen.ends)
    weights = written(parts)
    (told.out / "weights.json").write_text(weights, "utf-8")
    report = told_of(weights, many, fields, told.judge)
    (told.out / "report.md").write_text(report, "utf-8")
    print(report)


def told_of(weights: str, many: Numbers, fields: dict[str, Field], judged: int) -> str:
    """Judge pages from articles, and of makers, that were kept back, and tell what was found."""
    rows = [
        "# The field, as it was trained\n",
        f"{many.pages} pages for each of {many.fields} fields; {judged} a row for judging, of",
        "articles that training did not see. Pages of other makers are read here by smaller",
        "fields, trained without them and without two of the others.",
        f"Weights: {len(weights.encode()):,} bytes.\n",
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
    for name in sum(HALVES, ()):
        found = Judged()
        for made in [of(name, number, 2 * FAR) for number in range(judged)]:
            found += judge(made, repair(made.raw, field=fields[name]))
        rows.append(row(name, found))
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
