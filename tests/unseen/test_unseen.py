"""The unseen pages: right by construction, the same each time, with no words of the samples."""

import re
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from training.form import Page
from unseen.unseen_house import house_of
from unseen.unseen_pages import KINDS, page, pages
from unseen.unseen_setting import broken, ems
from unseen.unseen_stories import FOLDER, filled, spelt, stories

from reader import places

HERE = Path(__file__).parent
HAN = re.compile("[\u4e00-\u9fff]{4,}")
TEXT = "据《汛期简报》，3月12日上午（星期二），沿河35.5公里的堤段“已经加固”；他说：“不怕！”"


def fours(texts: list[str]) -> set[str]:
    runs = [run for text in texts for run in HAN.findall(text)]
    return {run[at : at + 4] for run in runs for at in range(len(run) - 3)}


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_faults(kind: str) -> None:
    for made in pages(kind, 40):
        assert not made.faults(), made.name
        assert not re.search(r"[{}⟦⟧|\t]", made.raw), made.name
        assert {block.kind for block in made.blocks} >= {"title", "para"}
        assert made.form()["articles"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_the_same_for_the_same_seed_alone(kind: str) -> None:
    one, two = pages(kind, 2, 7)
    assert one == page(kind, 7)
    assert two == page(kind, 8)
    assert one.raw != two.raw


def apart(made: Page) -> bool:
    """Tell whether a paragraph has text of other paragraphs or headlines between its lines."""
    aside = ("caption", "furniture")
    cells = [cell for cell in made.cells if made.blocks[cell.block].kind not in aside]
    changes = [one.block for one, two in pairwise(cells) if one.block != two.block]
    return len({*changes, cells[-1].block}) < len(changes) + 1


def test_some_pages_have_a_column_out_of_place() -> None:
    made = [one for kind in KINDS for one in pages(kind, 80, 1000)]
    named = [one for one in made if "displaced" in one.name]
    assert named == [one for one in made if apart(one)]
    assert 20 <= len(named) <= 60
    assert len({what for one in made for what in one.name.split()[1:]}) == 6


def test_long_pages_have_longer_lines_than_hard_ones() -> None:
    lines = {}
    for kind in KINDS[:3]:
        of = [(made, at) for made in pages(kind, 20) for at in range(len(made.blocks))]
        many = [len(made.parts(at)) for made, at in of if made.blocks[at].kind == "para"]
        lines[kind] = sum(many) / len(many)
    assert lines["long"] < 1.2
    assert 1.4 < lines["mixed"] < lines["hard"] - 0.5


@pytest.mark.parametrize("edge", ["hang", "push", "squeeze"])
def test_lines_are_broken_as_in_print(edge: str) -> None:
    for width in range(8, 27):
        lines = broken(TEXT * 3, lambda _, width=width: width, 2, edge)
        assert "".join(lines) == TEXT * 3
        assert ems(lines[0]) <= width - 1
        assert all(ems(line) <= width + (edge != "push") for line in lines)
        for before, after in pairwise(lines):
            assert before[-1] not in "《（“"
            assert after[0] not in "，。；：！）》”" or before[-1] in "，。；：！）》”"
            assert not (before[-1].isdigit() and after[0].isdigit())


def test_there_are_stories_of_many_kinds_each_filled_wholly() -> None:
    assert len(stories()) >= 90
    assert len({story.kind for story in stories()}) >= 40
    assert (FOLDER / "LICENSE").read_text("utf-8").count("CC0") == 1
    dice = Random(4)
    for story in stories():
        place = house_of(dice, "hard").place
        one, again = filled(story, place, Random(9)), filled(story, place, Random(9))
        assert one == again
        assert not re.search(r"[{}⟦⟧]", repr(one))
        assert one.body


def test_numbers_are_spelt() -> None:
    told = {7: "七", 10: "十", 15: "十五", 105: "一百零五", 320: "三百二十", 4006: "四千零六"}
    assert {number: spelt(number) for number in told} == told
    assert spelt(60_300) == "六万零三百"


def test_no_words_of_a_sample_page() -> None:
    """What other texts of ours hold, too, or two common words make, is no page's own."""
    samples = fours(
        ["".join(path.read_text("utf-8").split()) for path in places.seeds().glob("*.txt")]
    )
    own = [path.read_text("utf-8") for path in [*HERE.glob("*.py"), *FOLDER.iterdir()]]
    made = [block.text for kind in KINDS for one in pages(kind, 15) for block in one.blocks]
    others = [path for path in HERE.parent.glob("*/texts/*.txt") if path.parent != FOLDER]
    common = fours([path.read_text("utf-8") for path in others])
    words = set((places.resources() / "engine" / "words.txt").read_text("utf-8").split())
    found = (fours(own + made) & samples) - common
    assert samples
    assert not {four for four in found if not {four[:2], four[2:]} <= words}
