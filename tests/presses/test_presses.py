"""Pages of the second hand are what they say they are, and could be printed."""

from itertools import pairwise

import pytest
from training.form import KINDS
from training.reading import aligned

from presses.press_house import house
from presses.press_lines import NO_END, NO_START, Measure, broken
from presses.press_pages import sheet, told

SEEDS = (1, 6, 9)


def _plain(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def sheets():
    return {seed: sheet(seed, told(seed)) for seed in SEEDS}


def test_the_same_seed_makes_the_same_sheet(sheets):
    again = sheet(1, told(1))
    assert again.owners == sheets[1].owners
    assert [o.text for o in again.order] == [o.text for o in sheets[1].order]


@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_are_their_pieces_and_articles_follow_one_another(sheets, seed):
    page = sheets[seed]
    assert len({owner.article for owner in page.owners}) > 3
    for owner in page.owners:
        assert owner.kind in KINDS
        assert _plain("".join(piece.text for piece in owner.pieces)) == _plain(owner.text)
        assert all(len(piece.text) == len(piece.steps) for piece in owner.pieces)
        assert owner.label is None or owner.label in page.owners
    assert sorted(map(id, page.order)) == sorted(map(id, page.owners))
    articles = [owner.article for owner in page.owners if owner.article >= 0]
    assert all(one <= two for one, two in pairwise(articles))


def rects(page):
    """Give the ink of each piece: left, top, right, bottom."""
    found = []
    for owner in page.owners:
        for piece in owner.pieces:
            wide = sum(piece.steps) - piece.size * 0.5
            found.append((piece.x, piece.y - piece.size * 0.7, piece.x + wide, piece.y, piece.text))
    return found


def overlaps(page):
    """Give the pairs of pieces that stand on one another, and pieces that leave the sheet."""
    found, open_ = [], []
    for piece in sorted(rects(page), key=lambda rect: rect[1]):
        open_ = [other for other in open_ if other[3] > piece[1]]
        found += [
            (other[4], piece[4]) for other in open_ if other[0] < piece[2] and piece[0] < other[2]
        ]
        open_.append(piece)
        if piece[0] < 0 or piece[1] < 0 or piece[2] > page.width or piece[3] > page.height:
            found.append((piece[4], "the edge"))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_stands_on_anything_else(sheets, seed):
    assert overlaps(sheets[seed]) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_program_that_reads_all_gives_a_page_without_faults(sheets, seed):
    lines = [piece.text for owner in sheets[seed].order for piece in owner.pieces]
    page = aligned("\n".join(lines) + "\n", sheets[seed], "whole")
    assert page.faults() == []
    read = [(block.kind, _plain(block.text)) for block in page.blocks]
    assert len(read) == len(sheets[seed].owners)


def test_houses_differ():
    houses = [house(seed) for seed in range(60)]
    assert {one.indent for one in houses} == {"place", "characters", "none"}
    assert {one.columns for one in houses} >= {2, 3, 4, 5}
    assert len({one.order for one in houses}) == 6


@pytest.mark.parametrize("marks", ["hang", "squeeze", "push"])
def test_lines_keep_the_rules_of_marks_and_numbers(marks):
    text = "他说：“今年2024年的GDP增长了12.5%，比去年好。”大家都笑了，《县志》里也这样写着。"
    for width in range(80, 200, 7):
        runs = broken(text, width, Measure(10.0, marks))
        assert "".join(run.text for run in runs) == text
        assert all(run.width <= width + 10.1 for run in runs)
        for one, two in pairwise(runs):
            assert two.text[0] not in NO_START
            assert one.text[-1] not in NO_END
        assert any("12.5%" in run.text for run in runs)
