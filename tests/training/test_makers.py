"""Pages for training come from many makers, and none from those by which the engine is judged."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from islands.island_pages import page as island
from outsiders.outsider_pages import page as outsider
from training.form import BODIES
from training.makers import AWAY, HALVES, OTHERS, PLAIN, SHARE, judged, ours, page, retold
from training.retelling import stories

HERE = Path(__file__).parent
NAMES = {
    "stranger", "weekly", "evening", "trade", "unseen", "province", "gazette", "campus",
    "harbour", "valley",
}  # fmt: skip
MANY = 90
LONG = 12


def maker_of(made) -> str:
    return re.split(r"[- ]", made.name)[0]


def test_a_third_of_the_pages_are_ours_and_the_makers_take_turns() -> None:
    names = Counter(maker_of(page(seed)) for seed in range(MANY))
    assert {names[name] for name in NAMES} == {MANY * (SHARE - 1) // SHARE // len(OTHERS)}
    assert sum(many for name, many in names.items() if name not in NAMES) == MANY // SHARE
    for seed in range(MANY):
        assert ours(seed) == (maker_of(page(seed)) not in NAMES)


def test_a_page_is_the_same_for_the_same_number() -> None:
    for seed in range(2 * len(OTHERS)):
        one, again = page(seed), page(seed)
        assert (one.raw, one.blocks, one.cells) == (again.raw, again.blocks, again.cells)


def test_the_halves_are_all_makers_and_share_none() -> None:
    assert HALVES[0] + HALVES[1] == OTHERS
    names = [
        {maker_of(page(seed, half)) for seed in range(24) if not ours(seed)} for half in HALVES
    ]
    assert not names[0] & names[1]


def test_pages_for_training_are_far_from_those_for_judging() -> None:
    """Others' pages are judged and shown from the number 0 on."""
    made = [page(seed) for seed in range(MANY) if not ours(seed)]
    assert min(int(re.findall(r"\d+", one.name)[0]) for one in made) >= AWAY
    for kind in ("hard", "filed"):
        assert all(int(re.findall(r"\d+", one.name)[0]) < MANY for one in judged(kind, range(MANY)))


@pytest.mark.parametrize("make", [outsider, island])
def test_nothing_of_those_who_judge_is_trained_on(make) -> None:
    paras = {
        block.text
        for kind in PLAIN
        for seed in range(20)
        for block in make(kind, seed).blocks
        if block.kind == "para" and len(block.text) > LONG
    }
    assert len(paras) > MANY
    seen = {block.text for seed in range(3 * MANY) for block in page(seed).blocks}
    assert not paras & seen
    for path in HERE.glob("*.py"):
        if not path.name.startswith("test_"):
            assert not re.search("outsider_|island_", path.read_text("utf-8")), path.name


def test_the_articles_of_a_page_are_taken_apart_whole() -> None:
    for seed in range(1, MANY, 2):
        made = page(seed)
        texts = {
            tuple(
                block.text
                for block in made.blocks
                if block.article == article and block.kind in BODIES
            )
            for article in {block.article for block in made.blocks} - {-1}
        }
        for story in stories(made):
            assert tuple(text for _, text in story.body) in texts
            assert any(kind == "para" for kind, _ in story.body)


def test_half_of_our_pages_set_what_others_told() -> None:
    """Unless the page is Traditional or has other marks, what was told stands there as it was."""
    same = 0
    for turn in range(1, MANY, 2):
        told = {text for story in stories(retold(turn)) for _, text in story.body}
        same += bool(told & {block.text for block in page(SHARE * turn).blocks})
        assert not told & {block.text for block in page(SHARE * (turn + 1)).blocks}
    assert same > MANY // 8
