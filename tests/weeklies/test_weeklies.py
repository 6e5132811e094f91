"""The pages of weeklies: the same for the same seed, right in themselves, and of every sort."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from training.form import KINDS, Page

from weeklies.weekly_grammar import drafts
from weeklies.weekly_pages import page

ODDITIES = ("column", "doubled", "lost", "gathered", "begins", "breaks")


def _pages(kind: str, count: int) -> list[Page]:
    return [page(kind, seed) for seed in range(count)]


def test_same_seed_same_page() -> None:
    one, two = page("mixed", 7), page("mixed", 7)
    assert (one.raw, one.blocks, one.cells, one.sections) == (
        two.raw,
        two.blocks,
        two.cells,
        two.sections,
    )
    assert page("mixed", 8).raw != one.raw


@pytest.mark.parametrize("kind", ["hard", "long", "mixed"])
def test_pages_are_right_in_themselves(kind: str) -> None:
    for made in _pages(kind, 30):
        assert made.faults() == [], made.name
        for number, place in made.sections.items():
            assert made.blocks[place].kind == "section"
            assert any(block.article == number for block in made.blocks)


def test_heads_stand_first_and_have_a_title() -> None:
    for made in _pages("hard", 60):
        kinds: dict[int, list[str]] = {}
        for block in made.blocks:
            if block.article >= 0:
                kinds.setdefault(block.article, []).append(block.kind)
        for found in kinds.values():
            heads = [kind for kind in found if kind in ("kicker", "title", "subtitle")]
            assert found[: len(heads)] == heads
            assert not heads or "title" in heads


def test_all_kinds_of_blocks_occur() -> None:
    kinds = {block.kind for made in _pages("hard", 60) for block in made.blocks}
    assert kinds == set(KINDS)


def test_enough_articles_of_enough_kinds() -> None:
    whole = [draft for draft in drafts() if draft.kind != "filler"]
    assert len(whole) >= 70
    assert len({draft.kind for draft in whole}) >= 20
    assert all(draft.body for draft in whole)


@pytest.mark.parametrize("kind", ["hard", "long", "mixed"])
def test_each_oddity_occurs(kind: str) -> None:
    found = Counter(chain.from_iterable(made.name.split(", ")[1:] for made in _pages(kind, 200)))
    assert set(found) == set(ODDITIES)
    assert max(found.values()) < 60


def test_hard_lines_keep_to_columns_and_long_ones_do_not() -> None:
    def body_lines(made: Page) -> list[int]:
        places = {at for at, block in enumerate(made.blocks) if block.kind == "para"}
        return [cell.end - cell.start for cell in made.cells if cell.block in places]

    for seed in range(30):
        assert max(body_lines(page("hard", seed))) <= 70
    assert max(max(body_lines(page("long", seed))) for seed in range(30)) > 120


def test_nothing_is_left_of_the_language_of_the_texts() -> None:
    for kind in ("hard", "long"):
        for made in _pages(kind, 60):
            text = "".join(block.text for block in made.blocks)
            assert not re.search(r"[<>{}\x01]|[。，；][，；。]|““|””", text), made.name


def test_pages_do_not_say_the_same() -> None:
    heads = Counter(
        block.text for made in _pages("hard", 100) for block in made.blocks if block.kind == "title"
    )
    assert len(heads) > 0.75 * sum(heads.values())
