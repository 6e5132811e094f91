"""Print how well and how fast pages are repaired.

``pytest -m bench -s tests/bench/bench_repair.py``

Boundary F1, exact paragraphs, headlines and article starts on artificial pages of several seeds,
with the spread; calibration; milliseconds a page on the sample pages; growth with length.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
import wrapping
from scoring import Score, offsets, score, stream, wanted_blocks

from reader.text.repair import repair

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
PAGES = 60
BINS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.01)


@pytest.mark.bench
@pytest.mark.parametrize("regime", ["hard", "long", "mixed"])
def test_quality_on_artificial_pages(regime):
    scores, totals = [], Score()
    for base in (0, 1000, 2000, 3000):
        total = Score()
        for seed in range(base, base + PAGES):
            page = wrapping.page(seed, wrapping.manner(seed, regime))
            total += score(page, repair(page.raw))
        scores.append(total.f1)
        totals += total
    print(
        f"\n{regime:6} boundary F1 {statistics.mean(scores):.4f} ± {statistics.stdev(scores):.4f}"
        f"  exact {totals.exact / totals.paras:.3f}"
        f"  headlines {totals.heads_right / totals.heads:.3f}"
        f"  article starts {totals.articles_right / totals.articles:.3f}"
    )


@pytest.mark.bench
def test_calibration():
    bins = [[0, 0, 0.0] for _ in BINS]
    for seed in range(4000, 4000 + PAGES):
        page = wrapping.page(seed)
        text, count = page.raw, offsets(page.raw)
        blocks = wanted_blocks(page)
        starts = {low for _, low, _, _ in blocks}
        # Beside furniture and captions "goes on" is right and so is "a block begins here".
        beside = {
            at
            for kind, low, high, _ in blocks
            if kind in ("furniture", "caption")
            for at in (low, high)
        }
        for seam in repair(text).seams:
            at = count[seam.end]
            if seam.start == 0 or seam.end == len(text) or at in beside:
                continue
            right = (at in starts) == (seam.reads.value == "para")
            cell = bins[next(i for i, top in enumerate(BINS) if seam.confidence < top)]
            cell[0] += 1
            cell[1] += right
            cell[2] += seam.confidence
    print("\nconfidence   seams   right")
    for many, right, confidence in bins:
        if many:
            print(f"{confidence / many:9.3f} {many:8} {right / many:7.3f}")
    whole = sum(many for many, _, _ in bins)
    gap = sum(abs(right - confidence) for _, right, confidence in bins) / whole
    print(f"expected calibration error {gap:.4f} over {whole} seams")


@pytest.mark.bench
def test_speed_on_the_sample_pages():
    print()
    spent = []
    for path in SEEDS:
        text = path.read_bytes().decode("utf-8")
        best = min(_timed(text) for _ in range(5))
        spent.append(best)
        print(f"{path.stem[:3]}  {len(stream(text)):6} characters  {best * 1000:6.1f} ms")
    mean = statistics.mean(spent)
    print(f"mean {mean * 1000:.1f} ms, {1 / mean:.0f} pages a second")


@pytest.mark.bench
def test_growth_with_length():
    seed = SEEDS[0].read_bytes().decode("utf-8")
    print()
    for times in (1, 10, 100):
        spent = _timed(seed * times)
        lines = times * seed.count(chr(10))
        print(f"{lines:7} lines {spent:7.2f} s, {spent / times * 1000:.1f} ms a page")
    for size in (100_000, 1_000_000, 10_000_000):
        spent = _timed("会议强调要认真学习。" * (size // 10))
        print(f"one line of {size:9} characters {spent:6.2f} s")


def _timed(text: str) -> float:
    begin = time.process_time()
    repair(text)
    return time.process_time() - begin
