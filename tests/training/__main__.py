"""Train the field, and the second look at blocks, and write their weights and the report.

    python -m tests.training [--pages 3600] [--fields 2] [--first 240] [--second 1400]
                             [--looks 2] [--curve 600] [--turns 400] [--judge 60]
                             [--curves-only] [--out resources/engine]

Deterministic: the same texts and numbers give the same bytes, however many cores there are.
Training, curve and judging never share an article. A field trained on the first pages reads them
for the first time, so that the field itself learns to read a second time. What is written is the
mean of several fields, and of several second looks, each trained on pages of its own. The curve
is that of fields of half the makers on pages of the other half: of pages by unknown hands; from the
same pages is how often each role is right. How sure a change of order is needs no field.

With `--curves-only` field and second look stay as they are in the folder, and only what is fitted
on judged pages is counted anew. The fields of half the makers are trained again for that, so that
it gives, with the same numbers, the same bytes as the whole training.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE.parent)]

from training import makers, ordering  # noqa: E402
from training.calibrate import curve, roles  # noqa: E402
from training.generator import REGIMES, page  # noqa: E402
from training.judge import Judged, after_doubts, calibration, judge, moved_wrong, summed  # noqa: E402
from training.second import mean_of, train_blocks  # noqa: E402
from training.train import mean, train, written  # noqa: E402

from reader.text import field  # noqa: E402  (found on the path that was just set)
from reader.text.repair import repair  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.form import Page
    from training.makers import Maker

FAR = 1_000_000
"""Seeds for the curve and for judging begin here: far from those of training."""
OTHER = 500_000
"""Seeds for the second look begin here: the field has not seen those pages."""


FIRST_SETTINGS: dict[str, object] = {"c1": 0.6, "max_iterations": 30}
"""Settings of the field that reads the pages of training for the first time."""


def training(seeds: Iterable[int], others: tuple[Maker, ...] = makers.OTHERS) -> Iterator[Page]:
    """Make pages for training."""
    return (makers.page(seed, others) for seed in seeds)


def main() -> None:
    """Train, fit the curves, judge, and write both files."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    asked.add_argument("--pages", type=int, default=3600)
    asked.add_argument("--fields", type=int, default=2)
    asked.add_argument("--first", type=int, default=240)
    asked.add_argument("--second", type=int, default=1400)
    asked.add_argument("--looks", type=int, default=2)
    asked.add_argument("--curve", type=int, default=600)
    asked.add_argument("--turns", type=int, default=400)
    asked.add_argument("--judge", type=int, default=60)
    asked.add_argument("--curves-only", action="store_true")
    asked.add_argument("--out", type=Path, default=ROOT / "resources" / "engine")
    told = asked.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    place = told.out / "weights.json"
    with ProcessPoolExecutor() as pool:
        first = train(training(range(told.first)), FIRST_SETTINGS)
        size = told.pages // told.fields
        fields = []
        if not told.curves_only:
            shares = [range(at, at + size) for at in range(0, size * told.fields, size)]
            fields = [pool.submit(_field, seeds, first) for seeds in shares]
        folds = _folds(pool, size, first)
        turns = pool.submit(_turns, told.turns)
        if told.curves_only:
            parts = json.loads(place.read_text("utf-8"))
        else:
            parts = json.loads(mean([one.result() for one in fields]))
            read = partial(_look, weights=written(parts))
            starts = range(OTHER, OTHER + told.second * told.looks, told.second)
            looks = pool.map(read, [range(at, at + told.second) for at in starts])
            parts["blocks"] = mean_of(list(looks))
        parts["moved"] = turns.result()
        unknown = _fit(pool, parts, [fold.result() for fold in folds], told.curve)
        weights = written(parts)
        place.write_text(weights, "utf-8")
        rows = [row("of unknown makers", unknown)]
        rows += pool.map(_regime, REGIMES, repeat(weights), repeat(told.judge))
    report = told_of(weights, told.pages, told.curve, told.judge, rows)
    (told.out / "report.md").write_text(report, "utf-8")
    print(report)


def _folds(pool: ProcessPoolExecutor, size: int, first: str) -> list[Future[str]]:
    """Begin to train the fields of half the makers."""
    halves = [range(at, at + size // 2) for at in range(0, size, size // 2)]
    return [
        pool.submit(_field, seeds, first, half)
        for seeds, half in zip(halves, makers.HALVES, strict=False)
    ]


def _turns(many: int) -> dict[str, object]:
    """Count how sure changes of order are."""
    return ordering.table(ordering.pages(many, FAR))


def _fit(
    pool: ProcessPoolExecutor, parts: dict[str, object], folds: list[str], many: int
) -> Judged:
    """Fit what is told of line ends and of roles; give what was judged of unknown makers."""
    seen = pool.map(
        _judged,
        [{**json.loads(fold), "blocks": parts["blocks"]} for fold in folds],
        makers.HALVES[::-1],
        [range(FAR, FAR + many // 2)] * 2,
    )
    unknown, known = map(summed, zip(*seen, strict=True))
    parts["sure"] = curve([*unknown.ends, *known.ends])
    parts["roles"] = roles([*unknown.roles, *known.roles])
    return unknown


def _field(seeds: range, first: str, others: tuple[Maker, ...] = makers.OTHERS) -> str:
    """Train a field on pages of some makers and our own."""
    return train(training(seeds, others), first=field.read(first))


def _look(seeds: range, weights: str) -> dict[str, object]:
    """Train a second look on pages as a field reads them."""
    return train_blocks(training(seeds), field.read(weights))


def _judged(parts: dict[str, object], others: tuple[Maker, ...], seeds: range) -> list[Judged]:
    """Judge pages of some makers, read by a field that knows none of them, and pages of ours."""
    made_field = field.read(written(parts))
    found = [Judged(), Judged()]
    for seed in seeds:
        made = makers.page(seed, others, "calibrate")
        found[makers.ours(seed)] += judge(made, repair(made.raw, field=made_field))
    return found


def _regime(regime: str, weights: str, judged: int) -> str:
    """Judge pages of a regime, and tell what was found."""
    made_field = field.read(weights)
    found = Judged()
    for seed in range(judged):
        made = page(2 * FAR + seed, regime, share="test")
        found += judge(made, repair(made.raw, field=made_field))
    return row(regime, found)


def told_of(weights: str, pages: int, fitted: int, judged: int, judgements: Iterable[str]) -> str:
    """Tell how pages of each regime, from articles kept back, were judged."""
    rows = [
        "# The field, as it was trained\n",
        f"{pages} pages for training, two thirds of them others', {fitted} for the curve; {judged}",
        "of ours of each regime for judging, of articles that none of the others saw. Half of",
        "those for the curve are of makers unknown to the field that reads their lines (blocks",
        f"have the second look of all). Weights: {len(weights.encode()):,} bytes.\n",
        "| pages | boundary F1 | exact | titles | articles | furniture | wrong | after 6 % | ECE "
        "| moved wrong, told / found |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*rows, *judgements]) + "\n"


def row(name: str, found: Judged) -> str:
    """Write one line of the table."""
    exact = found.exact.right / max(1, found.exact.right + found.exact.missed)
    wrong = sum(not right for _, right in found.ends) / max(1, len(found.ends))
    return (
        f"| {name} | {found.boundary.f1:.4f} | {exact:.3f} | {found.titles.f1:.3f} "
        f"| {found.articles.f1:.3f} | {found.furniture.f1:.3f} | {wrong:.2%} "
        f"| {after_doubts(found.ends):.2%} | {calibration(found.ends):.4f} "
        f"| {moved_wrong(found)} |"
    )


if __name__ == "__main__":
    main()
