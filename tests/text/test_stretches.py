"""A page longer than any that was printed is repaired in stretches: nothing else tells."""

from __future__ import annotations

import random
import tracemalloc
from dataclasses import replace

import pytest
import wrapping
from laws import assert_articles, assert_ends, assert_seams, assert_tiled

from reader.model import Reads
from reader.text import stretches
from reader.text.lines import split_lines
from reader.text.repair import repair

COLUMN = ["村里新修了一座水塔，水塔高", "二十米，家家户户都接上了自", "来水管子，不用再去河边挑水"]


@pytest.fixture
def short(monkeypatch):
    """Make stretches short, so that pages of some hundred lines are cut."""
    monkeypatch.setattr(stretches, "LONGEST", 120)
    monkeypatch.setattr(stretches, "SEARCHED", 40)
    monkeypatch.setattr(stretches, "ROUND", 30)


def long_page(seed, many=6):
    return "\n\n".join(wrapping.page(seed + at, articles=3).raw for at in range(many))


def edges(text):
    """The starts of the runs of white space at the cuts."""
    lines = split_lines(text)
    starts = [lines[at].start for at in stretches.cuts(lines)]
    return [len(text[:start].rstrip()) for start in starts]


def agreed(draft):
    return {seam.start: seam.reads for seam in draft.seams}


@pytest.mark.parametrize("seed", [1, 30, 60, 90])
@pytest.mark.usefixtures("short")
def test_the_laws_of_a_page_hold(seed):
    text = long_page(seed)
    assert len(edges(text)) >= 2
    draft = repair(text)
    assert_tiled(draft)
    assert_seams(draft)
    assert_ends(draft)
    assert_articles(draft)
    assert draft.lines == split_lines(text)
    assert [role.number for role in draft.roles] == [
        line.number for line in draft.lines if line.text.strip()
    ]


@pytest.mark.usefixtures("short")
def test_every_verdict_holds_at_the_cuts_too():
    text = long_page(7)
    dice = random.Random(3)
    free = repair(text)
    at_cuts = edges(text)
    for at in at_cuts:
        for reads in (Reads.JOIN, Reads.PARA):
            draft = repair(text, fixed={at: reads})
            assert_ends(draft)
            assert_articles(draft)
            assert agreed(draft)[at] is reads
    chosen = dice.sample([seam.start for seam in free.seams[1:-1]], 60)
    fixed = {at: dice.choice((Reads.JOIN, Reads.PARA)) for at in [*chosen, *at_cuts]}
    found = agreed(repair(text, fixed=fixed))
    assert {at: found[at] for at in fixed} == fixed


@pytest.mark.usefixtures("short")
def test_its_own_verdicts_change_nothing():
    text = long_page(11)
    free = repair(text)
    again = repair(text, fixed=agreed(free))
    assert again.blocks == free.blocks
    assert again.articles == free.articles
    assert agreed(again) == agreed(free)


@pytest.mark.usefixtures("short")
def test_a_paragraph_goes_on_over_a_cut():
    text = "\n".join(COLUMN * 80)
    draft = repair(text)
    assert len(edges(text)) == 1
    assert {seam.reads for seam in draft.seams} == {Reads.JOIN}
    assert len(draft.blocks) == len(draft.articles) == 1


@pytest.mark.usefixtures("short")
def test_an_article_goes_on_over_a_cut_and_another_begins_there():
    paragraph = "\n".join([*COLUMN, "了。"])
    body = "\n".join([paragraph] * 50)
    draft = repair(f"青禾镇修好水塔\n\n{body}\n\n南浦乡举办龙舟赛\n\n{paragraph}")
    assert len(edges(draft.text)) == 1
    assert [len(made.blocks) for made in draft.articles] == [51, 2]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    "text",
    [
        "甲" + "\n" * 900 + "乙",
        "\n" * 500,
        "甲\n" * 121 + "\n" * 300,
        "\n" * 300 + "甲\n乙",
        "\n" * 95 + "甲" + "\n" * 105 + "乙\n" * 40,
    ],
)
def test_lines_that_are_blank_are_no_place_for_a_cut(text):
    draft = repair(text)
    assert_tiled(draft)
    assert draft.lines == split_lines(text)


@pytest.mark.usefixtures("short")
def test_lines_that_are_set_in_keep_their_blanks_with_the_text_above():
    text = "\n".join(f"　　第{at}天，村里来了许多人，大家都很高兴。" for at in range(300))
    draft = repair(text, first_line=5)
    assert_tiled(draft)
    assert_seams(draft)
    assert draft.lines == split_lines(text, 5)
    assert draft.roles[-1].number == 304


def test_a_page_that_was_printed_is_not_cut(monkeypatch):
    text = long_page(5, many=2)
    whole = repair(text)
    monkeypatch.setattr(stretches, "LONGEST", len(whole.lines))
    assert repair(text) == whole
    monkeypatch.setattr(stretches, "LONGEST", len(whole.lines) - 1)
    cut = repair(text)
    assert replace(cut, blocks=(), articles=(), seams=(), roles=()) == replace(
        whole, blocks=(), articles=(), seams=(), roles=()
    )
    same = sum(one.reads is two.reads for one, two in zip(cut.seams, whole.seams, strict=True))
    assert same >= len(whole.seams) - 3


def test_memory_grows_by_what_is_written_down_alone(monkeypatch):
    monkeypatch.setattr(stretches, "LONGEST", 500)
    text = "\n".join(COLUMN * 1000)
    repair(text[:5000])
    tracemalloc.start()
    try:
        draft = repair(text)
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(draft.seams) == 2999
    assert most - kept < 4_000_000
