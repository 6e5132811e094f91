"""The third hand's sheets are what they say, each for itself."""

from __future__ import annotations

import random

import pytest
from newspaper import Story, Writer
from training.reading import aligned

from foundries.foundry_house import SORTS, house
from foundries.foundry_metal import NOT_FIRST, lines_of
from foundries.foundry_pages import sheet
from foundries.foundry_told import notice, poem, table

SEEDS = range(8)


def stories(seed: int) -> list[Story]:
    writer, dice = Writer(seed), random.Random(seed)
    found = [notice(dice), table(dice), poem(dice)]
    for n in range(6):
        body = [("para", writer.sentence() + writer.sentence()) for _ in range(4)]
        found.append(Story(title=(writer.fill("{P}{A}{V}{T}"),), byline=writer.name(), body=body))
        found[-1].section = ("要闻", None)[n % 2]
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_pieces_are_the_text_of_their_block(seed):
    made = sheet(seed, stories(seed))
    for owner in made.owners:
        read = "".join("".join(piece.text.split()) for piece in owner.pieces)
        assert read == "".join(owner.text.split())
    assert sorted(map(id, made.order)) == sorted(map(id, made.owners))
    articles = [owner.article for owner in made.owners if owner.article >= 0]
    assert articles == sorted(articles)
    assert len(set(articles)) > 2


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_printed_off_the_sheet_or_on_something_else(seed):
    made = sheet(seed, stories(seed))
    pieces = [piece for owner in made.owners for piece in owner.pieces]
    for piece in pieces:
        assert piece.x >= 0
        assert piece.x + sum(piece.steps) < made.width
        assert piece.size < piece.y < made.height
    for at, one in enumerate(pieces):
        for two in pieces[at + 1 :]:
            beside = one.x + sum(one.steps) < two.x + 3 or two.x + sum(two.steps) < one.x + 3
            apart = one.y - one.size * 0.8 >= two.y or two.y - two.size * 0.8 >= one.y
            assert beside or apart, (one.text, two.text)


def test_what_is_read_in_the_order_of_the_file_is_a_page_without_faults():
    made = sheet(3, stories(3))
    raw = "\n".join(piece.text for owner in made.order for piece in owner.pieces)
    assert aligned(raw, made, "foundry").faults() == []


def test_the_same_seed_sets_the_same_sheet():
    assert sheet(5, stories(5)) == sheet(5, stories(5))


def test_houses_are_of_every_sort():
    assert {house(seed).sort for seed in range(40)} == set(SORTS)


@pytest.mark.parametrize("marks", ["hang", "squeeze", "push"])
def test_no_line_begins_with_a_closing_mark(marks):
    text = "有人说：“这里，那里；”他又说（很轻）：“好。”" * 6
    for room in range(9, 16):
        assert not any(line[0] in NOT_FIRST for line in lines_of(text, room - 2, room, marks, 0.0))
