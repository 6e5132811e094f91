"""The pages of the strangers are sound: nothing lost, each the same again, all kinds of blocks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from strangers.pages import REGIMES, page
from strangers.stranger_texts import Drawn, kinds, stories
from training.form import KINDS

SEEDS = range(200)


@pytest.mark.parametrize("regime", REGIMES)
def test_pages_have_no_faults(regime: str) -> None:
    for seed in SEEDS:
        assert page(seed, regime).faults() == [], seed


@pytest.mark.parametrize("regime", REGIMES)
def test_a_page_is_made_the_same_again(regime: str) -> None:
    for seed in range(10):
        assert page(seed, regime) == page(seed, regime)


def test_every_kind_of_block_is_there_and_heads_stand_first() -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        made = page(seed, "hard")
        begun: set[int] = set()
        for block in made.blocks:
            seen[block.kind] += 1
            assert block.text.strip() == block.text
            if block.kind in {"para", "subhead", "caption", "verse"}:
                begun.add(block.article)
            elif block.article >= 0:
                assert block.article not in begun
        assert all(made.blocks[at].kind == "section" for at in made.sections.values())
    assert set(seen) == set(KINDS)


def test_most_pages_are_whole() -> None:
    moved = sum(_moved(page(seed, "hard")) for seed in SEEDS)
    doubled = sum(any(cell.again for cell in page(seed, "hard").cells) for seed in SEEDS)
    assert 0 < moved < 40
    assert 0 < doubled < 20


def _moved(made) -> bool:
    """Tell whether a part of a paragraph stands before one that is read earlier."""
    kinds_of = [made.blocks[cell.block].kind for cell in made.cells]
    keys = [
        (cell.block, cell.order)
        for cell, kind in zip(made.cells, kinds_of, strict=True)
        if kind == "para" and not cell.again
    ]
    return keys != sorted(keys)


def test_there_are_many_texts_of_many_kinds() -> None:
    assert len(kinds()) >= 12
    every = [story for kind in kinds() for story in stories(kind)]
    assert len(every) >= 36
    assert all(story.words("title") for story in every)


def test_every_slot_is_filled() -> None:
    import random

    for kind in kinds():
        for story in stories(kind):
            filled = Drawn(random.Random(1)).fill(story)
            assert not any("{" in part.text for part in filled.parts)


def test_the_texts_share_no_phrase_of_the_seeds() -> None:
    root = Path(__file__).resolve().parents[2] / "seeds"
    runs = re.compile(r"[\u4e00-\u9fff]{7,}")
    seeds = "".join("".join(path.read_text("utf-8").split()) for path in root.glob("*.txt"))
    for kind in kinds():
        for story in stories(kind):
            for run in runs.findall("|".join(part.text for part in story.parts)):
                assert not [
                    run[at : at + 7] for at in range(len(run) - 6) if run[at : at + 7] in seeds
                ]
