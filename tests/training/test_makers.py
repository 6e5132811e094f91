"""Pages for training come from many makers, and none from those by which the engine is judged."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from outsiders.outsider_pages import page as outsider
from training.form import BODIES
from training.makers import AWAY, HALVES, OTHERS, PLAIN, page, retold
from training.retelling import stories

HERE = Path(__file__).parent
MANY = 96
LONG = 12


def test_half_of_the_pages_are_ours_and_the_makers_take_turns() -> None:
    names = Counter(page(seed).name.split("-")[0].split()[0] for seed in range(MANY))
    others = {"stranger", "weekly", "evening", "unseen", "province", "gazette"}
    assert sum(many for name, many in names.items() if name not in others) == MANY // 2
    assert {names[name] for name in others} == {MANY // 2 // len(others)}


def test_a_page_is_the_same_for_the_same_number() -> None:
    for seed in range(2 * len(OTHERS)):
        one, again = page(seed), page(seed)
        assert (one.raw, one.blocks, one.cells) == (again.raw, again.blocks, again.cells)


def test_the_halves_are_all_makers_and_share_none() -> None:
    assert HALVES[0] + HALVES[1] == OTHERS
    names = [{page(seed, half).name.split()[0] for seed in range(1, 12, 2)} for half in HALVES]
    assert not names[0] & names[1]


def test_pages_for_training_are_far_from_those_for_judging() -> None:
    """Others' pages are judged and shown from the number 0 on."""
    numbers = [int(re.findall(r"\d+", page(seed).name)[0]) for seed in range(1, MANY, 2)]
    assert min(numbers) >= AWAY


def test_nothing_of_the_outsiders_is_trained_on() -> None:
    paras = {
        block.text
        for kind in PLAIN
        for seed in range(20)
        for block in outsider(kind, seed).blocks
        if block.kind == "para" and len(block.text) > LONG
    }
    assert len(paras) > MANY
    seen = {block.text for seed in range(3 * MANY) for block in page(seed).blocks}
    assert not paras & seen
    for path in HERE.glob("*.py"):
        if not path.name.startswith("test_"):
            assert "outsider_" not in path.read_text("utf-8"), path.name


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
        same += bool(told & {block.text for block in page(2 * turn).blocks})
        assert not told & {block.text for block in page(2 * turn + 2).blocks}
    assert same > MANY // 8
