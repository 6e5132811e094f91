"""The pages of provinces are sound, varied, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from training.form import KINDS as BLOCKS
from training.form import Page

from provinces.province_oddities import ODDITIES
from provinces.province_pages import KINDS, page
from provinces.province_texts import templates


@pytest.fixture(scope="module")
def many() -> dict[str, list[Page]]:
    return {kind: [page(kind, seed) for seed in range(200)] for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_page(kind: str) -> None:
    one, two = page(kind, 4), page(kind, 4)
    assert (one.raw, one.blocks, one.cells) == (two.raw, two.blocks, two.cells)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_faults(kind: str, many: dict[str, list[Page]]) -> None:
    assert [found for made in many[kind] for found in made.faults()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_all_kinds_of_blocks_occur(kind: str, many: dict[str, list[Page]]) -> None:
    found = Counter(block.kind for made in many[kind] for block in made.blocks)
    assert set(found) == set(BLOCKS)


def test_an_article_with_a_headline_has_a_title(many: dict[str, list[Page]]) -> None:
    for made in many["mixed"]:
        heads: dict[int, set[str]] = {}
        for block in made.blocks:
            heads.setdefault(block.article, set()).add(block.kind)
        for article, kinds in heads.items():
            if article >= 0 and kinds & {"kicker", "subtitle"}:
                assert "title" in kinds


def test_the_texts_are_many() -> None:
    assert len({one.name for one in templates()}) >= 70


@pytest.mark.parametrize("kind", KINDS)
def test_each_oddity_occurs(kind: str, many: dict[str, list[Page]]) -> None:
    found = " ".join(made.name for made in many[kind])
    assert all(name in found for name in ODDITIES)


def test_long_pages_have_long_lines_and_hard_pages_have_none(many: dict[str, list[Page]]) -> None:
    def longest(made: Page) -> int:
        return max(len(line.strip()) for line in made.raw.splitlines())

    assert sum(longest(made) > 60 for made in many["long"]) > 170
    assert sum(longest(made) > 60 for made in many["hard"]) < 10


def test_no_line_of_a_wrapped_paragraph_begins_with_a_closing_mark(
    many: dict[str, list[Page]],
) -> None:
    wrong = 0
    for made in many["hard"]:
        for one, two in pairwise(made.cells):
            same = (
                one.block == two.block and not one.again and made.blocks[one.block].kind == "para"
            )
            wrong += same and made.raw[two.start] in "，。、；：”’）》"
    assert wrong < 5
