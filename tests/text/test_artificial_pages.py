"""The engine on artificial pages of every regime: bars that it must not fall under."""

from __future__ import annotations

import pytest
import wrapping
from scoring import Score, score

from reader.text.repair import repair

pytestmark = pytest.mark.unmeasured

BARS = {"hard": (0.975, 0.93), "long": (0.975, 0.90), "mixed": (0.97, 0.90)}
"""Boundary F1 and share of exact paragraphs; what is reached stands in tests/bench."""


@pytest.mark.parametrize("regime", BARS)
def test_pages_of_a_regime(regime):
    total = Score()
    for seed in range(300, 340):
        page = wrapping.page(seed, wrapping.manner(seed, regime))
        total += score(page, repair(page.raw))
    f1, exact = BARS[regime]
    assert total.f1 >= f1, total.errors
    assert total.exact >= exact * total.paras, total.errors


@pytest.mark.parametrize("kept", ["indent", "blanks"])
def test_clean_text_is_given_back(kept):
    """Of columns of 8 to 30 ems; of each hundred paragraphs at most one is not the same."""
    whole = Score()
    for width in range(8, 31):
        how = wrapping.Manner(
            width=width,
            indent="kept" if kept == "indent" else "none",
            blanks="none" if kept == "indent" else "paragraphs",
            furniture=False,
        )
        total = Score()
        for seed in range(4):
            page = wrapping.page(seed * 37 + width, how, articles=2)
            total += score(page, repair(page.raw))
        assert total.f1 >= 0.97, (width, total.errors)
        whole += total
    assert whole.exact >= 0.99 * whole.paras, whole.errors
    assert whole.f1 >= 0.99, whole.errors


def test_a_displaced_column_is_moved_only_when_sure():
    found = wrong = torn = 0
    for seed in range(120):
        how = wrapping.manner(seed, "hard")
        how.displaced, how.inside, how.extras, how.slips = True, False, False, 0.0
        page = wrapping.page(seed, how, articles=3)
        if page.torn is None:
            continue
        torn += 1
        draft = repair(page.raw)
        moved = [
            block
            for block in draft.blocks
            if any(
                a.end != b.start for a, b in zip(block.stretches, block.stretches[1:], strict=False)
            )
        ]
        whole = "".join(page.torn)
        right = any(
            whole in "".join("".join(page.raw[s.start : s.end].split()) for s in block.stretches)
            for block in moved
        )
        found += right
        wrong += bool(moved) and not right
    assert wrong <= 0.06 * torn
    assert found >= 0.25 * torn
