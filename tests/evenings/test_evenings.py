"""Pages of evening papers are what they say: whole, varied, and the same for the same seed."""

from __future__ import annotations

import random
from functools import cache

import pytest
from training.form import KINDS as BLOCKS
from training.form import Page

from evenings.evening_grammar import Speaker, recipes
from evenings.evening_heads import break_head, heads, plain
from evenings.evening_house import ODDITIES
from evenings.evening_pages import KINDS, compose, page


@cache
def pages(kind: str) -> list[Page]:
    return [page(kind, seed) for seed in range(30)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_page(kind: str) -> None:
    for seed in range(3):
        first, second = page(kind, seed), page(kind, seed)
        assert (first.raw, first.blocks, first.cells) == (second.raw, second.blocks, second.cells)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_faults(kind: str) -> None:
    for made in pages(kind):
        assert made.faults() == []
        assert any(block.article >= 0 for block in made.blocks)
        assert all(made.blocks[place].kind == "section" for place in made.sections.values())


def test_all_kinds_of_blocks_occur() -> None:
    found = {block.kind for kind in KINDS for made in pages(kind) for block in made.blocks}
    assert found == set(BLOCKS)


def test_articles_are_many_and_of_many_kinds() -> None:
    assert len(recipes()) >= 60
    assert len({recipe.kind for recipe in recipes()}) >= 20
    assert sum(recipe.old for recipe in recipes()) >= 20


def test_nothing_of_the_grammar_is_left_in_a_page() -> None:
    for kind in KINDS:
        for made in pages(kind):
            assert not set("{}|<※_") & set(made.raw)


def test_each_oddity_occurs() -> None:
    found = set().union(*(compose("hard", seed)[1] for seed in range(200)))
    assert found >= set(ODDITIES) | {"amid"}


def test_an_article_with_a_headline_has_a_title() -> None:
    for kind in KINDS:
        for made in pages(kind):
            headed = {b.article for b in made.blocks if b.kind in ("kicker", "subtitle")}
            assert headed <= {b.article for b in made.blocks if b.kind == "title"}


def test_headlines_are_many_and_broken_ones_read_as_one() -> None:
    rng = random.Random(1)
    found = set()
    pool = [recipe for recipe in recipes() if recipe.genre == "news"]
    for _ in range(600):
        recipe = rng.choice(pool)
        speaker = Speaker(rng, old=recipe.old)
        speaker.number_all(recipe)
        for _, text in heads(recipe, speaker, rng):
            found.add(text)
            lines = break_head(text, 8, rng)
            assert "".join("".join(lines).split()) == "".join(plain(text).split())
    assert len(found) > 700


def test_text_at_a_seam_is_printed_again_but_not_read() -> None:
    again = [cell for seed in range(120) for cell in page("hard", seed).cells if cell.again]
    assert again
    assert all(2 <= cell.end - cell.start <= 8 for cell in again)
