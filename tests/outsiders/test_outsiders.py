"""The pages of outsiders are as they should be: the same for a seed, whole, and of every sort."""

from __future__ import annotations

from itertools import pairwise

import pytest
from outsiders.outsider_lines import breadth
from outsiders.outsider_pages import KINDS, page, pages
from outsiders.outsider_texts import recipes
from training.form import KINDS as BLOCKS
from training.form import Cell, Page


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_page(kind: str) -> None:
    one, two = page(kind, 5), page(kind, 5)
    assert (one.raw, one.blocks, one.cells, one.sections) == (
        two.raw, two.blocks, two.cells, two.sections,
    )  # fmt: skip
    assert one.raw != page(kind, 6).raw


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_faults(kind: str) -> None:
    for number, made in enumerate(pages(kind, 30)):
        assert made.faults() == [], (kind, number, made.name)


def test_blocks_read_without_spaces_of_typesetting() -> None:
    for made in pages("hard", 30):
        assert not any("\n" in block.text for block in made.blocks if block.kind != "verse")
        assert all(block.text == block.text.strip() for block in made.blocks)


def test_all_kinds_of_blocks_occur() -> None:
    assert {block.kind for made in pages("mixed", 60) for block in made.blocks} == set(BLOCKS)


def test_there_are_many_articles() -> None:
    assert len(recipes()) >= 90
    assert len({recipe.kind for recipe in recipes()}) >= 20
    assert all(sum(len(text) for _, text in recipe.body) <= 1500 for recipe in recipes())


def test_each_oddity_occurs() -> None:
    named = " ".join(made.name for made in pages("hard", 200))
    for oddity in ("displaced", "doubled", "headless", "gathered", "jumps"):
        assert named.count(oddity) >= 5


def test_an_article_says_no_word_of_a_slot() -> None:
    for made in pages("hard", 60, 300):
        assert "{" not in made.raw
        assert "}" not in made.raw


def test_hard_pages_are_eight_to_thirty_ems_wide() -> None:
    for made in pages("hard", 60):
        for number, block in enumerate(made.blocks):
            parts = made.parts(number)
            if block.kind == "para" and len(parts) > 2:
                wide = max(breadth(block_text(made, part)) for part in parts)
                assert 7 <= wide <= 32.5
    assert all(
        3 <= len({b.article for b in made.blocks} - {-1}) <= 12 for made in pages("hard", 60)
    )


def block_text(made: Page, part: Cell) -> str:
    return made.raw[part.start : part.end].replace(" ", "")


def test_sections_name_their_labels() -> None:
    for made in pages("mixed", 60):
        assert all(made.blocks[place].kind == "section" for place in made.sections.values())
        assert set(made.sections) <= {block.article for block in made.blocks}


def test_a_displaced_column_stands_in_another_article() -> None:
    found = [made for made in pages("hard", 200) if "displaced" in made.name]
    assert found
    for made in found:
        articles = [made.blocks[cell.block].article for cell in made.cells]
        articles = [article for article in articles if article >= 0]
        order = [articles[0], *(two for one, two in pairwise(articles) if one != two)]
        assert len(order) > len(set(order)), made.name


def test_cells_begin_and_end_with_print() -> None:
    for made in (*pages("hard", 60), *pages("mixed", 60)):
        for cell in made.cells:
            text = made.raw[cell.start : cell.end]
            assert text == text.strip(), (made.name, text)
