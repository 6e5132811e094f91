"""A page of very many lines is read roughly: nothing is lost, all is told as a doubt, in a line."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path
from random import Random

import pytest
import wrapping
from hypothesis import given
from hypothesis import strategies as st
from islands.island_pages import KINDS
from islands.island_pages import page as island
from laws import assert_lawful
from test_growing_work import lines, signs, worked
from test_repair_laws import pages, quiet
from training.judge import judge, summed

from reader.model import DOUBT_BELOW, Kind, Reads
from reader.text import reasons, rough
from reader.text.expected import ROUGH_SURE
from reader.text.lines import WHITE_RUN, holds_line_end
from reader.text.pageform import reading
from reader.text.repair import repair

ROOT = Path(__file__).resolve().parents[2]
COLUMN = ["村里新修了一座水塔，水塔高", "二十米，家家户户都接上了自", "来水管子，不用再去河边挑水"]
PARAGRAPH = [*COLUMN, "了。"]


@pytest.fixture
def always(monkeypatch):
    """Read every page roughly."""
    monkeypatch.setattr(rough, "BEYOND", 0)


def roughly(text, fixed=None):
    """Read a page roughly, whatever its length."""
    beyond, rough.BEYOND = rough.BEYOND, 0
    try:
        return repair(text, fixed=fixed)
    finally:
        rough.BEYOND = beyond


def agreed(draft):
    return {seam.start: seam.reads for seam in draft.seams}


def texts(draft):
    return [reading(draft, block) for block in draft.blocks]


@quiet
@given(pages)
def test_the_laws_of_a_page_hold(text):
    draft = roughly(text)
    assert_lawful(draft)
    assert draft.text == text
    assert roughly(text) == draft


@quiet
@given(pages)
def test_its_own_verdicts_change_nothing(text):
    free = roughly(text)
    again = roughly(text, agreed(free))
    assert again.blocks == free.blocks
    assert again.articles == free.articles
    assert agreed(again) == agreed(free)


@quiet
@given(pages, st.randoms(use_true_random=False))
def test_every_verdict_holds(text, dice):
    runs = [found.span() for found in WHITE_RUN.finditer(text)]
    inner = [start for start, end in runs if start > 0 and end < len(text)]
    fixed = {start: dice.choice(list(Reads)) for start in inner if dice.random() < 0.4}
    draft = roughly(text, fixed)
    assert_lawful(draft)
    if text.strip():
        seams = {seam.start: seam for seam in draft.seams}
        assert {start: seams[start].reads for start in fixed} == fixed
        assert {seams[start].confidence for start in fixed} <= {1.0}


@pytest.mark.usefixtures("always")
def test_all_that_it_says_is_a_doubt_with_a_reason_that_can_be_told():
    text = "\n".join(wrapping.page(seed, articles=3).raw for seed in range(20))
    draft = repair(text)
    inner = [
        seam
        for seam in draft.seams
        if 0 < seam.start < seam.end < len(text) and holds_line_end(text[seam.start : seam.end])
    ]
    assert len(inner) > 500
    for one in chain(inner, draft.roles):
        assert one.confidence < DOUBT_BELOW
    assert {reason.code for seam in inner for reason in seam.reasons} == {"rough"}
    assert "rough" in reasons.REASONS


def test_as_many_line_ends_are_wrong_as_are_expected():
    """And each is told about as sure as it is right, though it is a doubt whatever was counted."""
    pages = [island(KINDS[number % len(KINDS)], 7000 + number) for number in range(56)]
    found = summed(judge(page, roughly(page.raw)) for page in pages)
    wrong = sum(not right for _, right in found.ends)
    assert len(found.ends) > 5_000
    assert found.told == pytest.approx(wrong, rel=0.2)
    right = 1 - wrong / len(found.ends)
    assert {sure for sure, _ in found.ends} == {ROUGH_SURE}
    assert right - 0.1 < ROUGH_SURE < right


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a full line goes on, whatever stands between, until one that ends with a stop
        ("\n".join(PARAGRAPH * 3), ["".join(PARAGRAPH)] * 3),
        ("\n\n".join(PARAGRAPH * 3), ["".join(PARAGRAPH)] * 3),
        ("\r\n".join(PARAGRAPH * 3), ["".join(PARAGRAPH)] * 3),
        # a full line with a stop ends a paragraph before an indent or a blank line, and else not
        (
            "\n".join(["　　" + COLUMN[0][:-2], *COLUMN[1:], "二十米，家家户户都接上水。"] * 2),
            ["".join([COLUMN[0][:-2], *COLUMN[1:], "二十米，家家户户都接上水。"])] * 2,
        ),
        # a short line without a stop stands for itself
        ("\n".join(["水塔", *PARAGRAPH]), ["水塔", "".join(PARAGRAPH)]),
        # lines without a common width go on to a stop, a blank line or an indent
        ("甲\n乙\n丙。\n丁\n\n戊\n　　己", ["甲乙丙。", "丁", "戊", "己"]),
    ],
)  # fmt: skip
def test_paragraphs_are_put_together(text, wanted):
    assert texts(repair(text)) == wanted


SPACED = "（4月 14 日）河边来了 30 余名孩子。"
TEXT = "\n".join(PARAGRAPH)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{SPACED}\n\n{TEXT}", "（4月14日）河边来了30余名孩子。"),
        (f"{TEXT}\n\n{SPACED}", "（4月14日）河边来了30余名孩子。"),
    ],
)
def test_spaces_of_typesetting_are_read_as_by_the_engine(text, wanted):
    for draft in (roughly(text), repair(text)):
        assert wanted in "\n".join(texts(draft)).split("\n")
        assert all(seam.reads is Reads.JOIN for seam in draft.seams if "number" in codes(seam))


def codes(seam):
    return {reason.code for reason in seam.reasons}


def test_a_space_that_a_person_kept_stays():
    text = f"{SPACED}\n\n{TEXT}"
    draft = roughly(text, {SPACED.index(" "): Reads.SPACE})
    assert texts(draft)[0] == "（4月 14日）河边来了30余名孩子。"


@pytest.mark.usefixtures("always")
def test_spaces_that_are_more_than_the_lines_all_stay():
    """A library keeps each: of a page of nothing else that would take longer than to read it."""
    few = repair("\n".join([SPACED, *["水塔修好了。"] * 3] * 9))
    assert len([seam for seam in few.seams if "number" in codes(seam)]) == 4 * 9
    many = repair("\n".join([SPACED, *["水塔修好了。"] * 2] * 9))
    assert not [seam for seam in many.seams if "number" in codes(seam)]


@pytest.mark.usefixtures("always")
def test_a_line_between_paragraphs_heads_an_article():
    draft = repair("\n".join([*PARAGRAPH, "水塔修好了", "本报讯", *PARAGRAPH, *PARAGRAPH]))
    assert [block.kind for block in draft.blocks] == [
        Kind.PARA, Kind.TITLE, Kind.PARA, Kind.PARA, Kind.PARA,
    ]  # fmt: skip
    assert [article.blocks for article in draft.articles] == [(0,), (1, 2, 3, 4)]
    lone = repair("\n".join([*PARAGRAPH, *["水塔修好了"] * 9, *PARAGRAPH]))
    assert len(lone.articles) == 1
    assert {block.kind for block in lone.blocks} == {Kind.PARA}


def test_only_a_page_beyond_the_limit_is_read_so(monkeypatch):
    text = wrapping.page(5, articles=3).raw
    whole = repair(text)
    monkeypatch.setattr(rough, "BEYOND", len(whole.lines))
    assert repair(text) == whole
    monkeypatch.setattr(rough, "BEYOND", len(whole.lines) - 1)
    assert {seam.reasons[0].code for seam in repair(text).seams} == {"rough", "edge"}


def different(many):
    dice = Random(5)
    return "".join(f"{signs(dice, dice.randint(4, 20))}。\n" for _ in range(many))


MAKERS = {
    "paragraphs": lines,
    "of all different text": different,
    "of a character": "甲\n".__mul__,
    "of the same words": "会议强调要认真学习贯彻落实各项工作，\n".__mul__,
    "of furniture": lambda many: "".join(f"{at % 97}版 新泾镇报\n" for at in range(many)),
    "with CR and LF": lambda many: lines(many).replace("\n", "\r\n"),
    "apart": "甲乙\n\n".__mul__,
    "with spaces beside numbers": "河边来了 30 余名孩子，都说\n路上铺好了石板，走\n".__mul__,
    "with more spaces than lines": f"{SPACED}\n".__mul__,
}
MOST = 200
"""Lines of code carried out for a line of the page; the whole engine takes ten times as many."""
A_SPACE = 300
"""The same for a space beside a number, which is weighed with what stands on both sides of it."""


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_work_for_a_line_is_little_and_the_same_on_any_page(make):
    one, two = worked(make(1_000)), worked(make(2_000))
    assert two <= 2.1 * one
    spaces = len([seam for seam in repair(make(2_000)).seams if "number" in codes(seam)])
    assert two <= 2_000 * MOST + spaces * A_SPACE


@pytest.mark.usefixtures("always")
def test_verdicts_cost_no_more_than_they_are_many():
    text = lines(2_000)
    fixed = {run.start(): Reads.PARA for run in WHITE_RUN.finditer(text.rstrip()) if run.start()}
    assert worked(text, fixed) <= 2_000 * (MOST + 50)


def test_it_is_read_the_same_in_every_process():
    code = """
from islands.island_pages import KINDS, page
from reader.text import rough
from reader.text.repair import repair
rough.BEYOND = 0
print(repair("\\n".join(page(KINDS[n % len(KINDS)], n).raw for n in range(7))))
"""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env=env | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in "12"
    ]
    assert told[0] == told[1]
    assert told[0].count(b"PageDraft(") == 1
