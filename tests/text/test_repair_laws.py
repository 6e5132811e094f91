"""Laws of the engine: nothing is lost, a person is obeyed, the same verdicts give the same page."""

from __future__ import annotations

from itertools import pairwise

import pytest
import wrapping
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_lawful

from reader.model import GLUE, Reads, Why
from reader.text.lines import WHITE_RUN
from reader.text.pageform import page_form, page_text, reading, seam_rows
from reader.text.repair import as_is, repair

SCRAPS = (
    "一是", "近日，", "会议", "的", "。", "，", "”", "“", "《", "》", "2025", "年", "4月 14 日",
    " ", "\u3000", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\0",
    "a", "b c", "P02", "导读", "【要闻】", "记者 王小明", "图为现场", "住", "住宅", "\u200b", "\t",
    "——", "……", "?", ".", "召开", "长长的一行字写满了这一栏的宽度", "\U00020000", "\ud800",
)  # fmt: skip
nonsense = st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join)
wrapped = st.integers(0, 10_000).map(lambda seed: wrapping.page(seed, articles=2).raw)
torn = st.integers(0, 10_000).map(
    lambda seed: wrapping.page(seed, wrapping.Manner(displaced=True, regime="long"), articles=3).raw
)
pages = st.one_of(nonsense, wrapped, torn)
quiet = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def word(reason):
    return reason.code


def plain_reading(draft, block):
    seams = {seam.start: seam for seam in draft.seams}
    out, text = [], draft.text
    for stretch in block.stretches:
        at = stretch.start
        while at < stretch.end and stretch.struck is None:
            seam = seams.get(at)
            out.append(text[at] if seam is None else GLUE[seam.reads])
            at = at + 1 if seam is None else seam.end
    return "".join(out)


@quiet
@given(pages)
def test_the_draft_keeps_every_character_and_every_run(text):
    draft = repair(text)
    assert_lawful(draft)
    for block in draft.blocks:
        assert reading(draft, block) == plain_reading(draft, block)
    assert repair(text) == draft


@quiet
@given(pages)
def test_the_forms_of_any_page_hold_together(text):
    draft = repair(text, first_line=5)
    form = page_form(draft, "x")
    assert page_text(form).strip() == "" if not form["articles"] else page_text(form)
    rows = seam_rows(draft, word)
    numbers = [line.number for line in draft.lines if line.text.strip()]
    assert [row["line"] for row in rows] == numbers
    assert sorted(_read_one_after_another(rows)) == numbers
    below = dict(pairwise(numbers))
    for row in rows:
        assert row["moved"] == (row["next"] is not None and row["next"] != below.get(row["line"]))
    assert all(
        row["verdict"] in {"join", "space", "line", "para", "head", "furniture"} for row in rows
    )


def _read_one_after_another(rows):
    """Follow what is read next, from the line that is read after no other."""
    following = {row["line"]: row["next"] for row in rows}
    read, at = [], next((line for line in following if line not in following.values()), None)
    while at is not None:
        read.append(at)
        at = following.pop(at)
    return read


@quiet
@given(pages)
def test_the_engine_run_again_with_its_own_verdicts_changes_nothing(text):
    first = repair(text)
    again = repair(text, fixed={seam.start: seam.reads for seam in first.seams})
    assert again.blocks == first.blocks
    assert again.articles == first.articles
    assert [(s.start, s.end, s.reads) for s in again.seams] == [
        (s.start, s.end, s.reads) for s in first.seams
    ]


@quiet
@given(pages, st.randoms(use_true_random=False))
def test_verdicts_of_a_person_always_hold(text, dice):
    runs = [found.span() for found in WHITE_RUN.finditer(text)]
    inner = [(start, end) for start, end in runs if start > 0 and end < len(text)]
    chosen = [run for run in inner if dice.random() < 0.4]
    fixed = {start: dice.choice(list(Reads)) for start, _ in chosen}
    draft = repair(text, fixed=fixed)
    assert_lawful(draft)
    if text.strip():
        seams = {seam.start: seam for seam in draft.seams}
        for start, reads in fixed.items():
            assert seams[start].reads is reads
            assert seams[start].confidence == 1.0


@quiet
@given(pages)
def test_as_is_is_one_line_one_paragraph(text):
    draft = as_is(text)
    assert_lawful(draft)
    lines = [line.text.strip() for line in draft.lines if line.text.strip()]
    form = page_form(draft, "x")
    assert [b["text"] for a in form["articles"] for b in a["body"]] == lines
    assert all(seam.confidence == 1.0 for seam in draft.seams)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000\n \n", "\x0c", "\r\n\r\n"])
def test_a_page_with_nothing_on_it_is_no_error(text):
    for draft in (repair(text), as_is(text)):
        assert_lawful(draft)
        assert draft.articles == ()
        assert page_text(page_form(draft, "x")) == ""
        assert seam_rows(draft, word) == []


@pytest.mark.parametrize(
    "text",
    [
        "字" * 1_000_000,
        "1" * 500_000,
        " 1字" * 100_000,
        "“" * 200_000,
        "a " * 300_000,
        "【" * 300_000,
    ],
    ids=["plain", "digits", "spaces", "quotes", "latin", "brackets"],
)  # fmt: skip
def test_one_very_long_line_is_read_once(text):
    draft = repair(text)
    assert len(draft.blocks) == 1
    form = page_form(draft, "x")
    body = form["articles"][0]["body"] if form["articles"] else []
    assert "".join(block["text"] for block in body).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "A garden opened today.\nIt is open to all.\n",
        "1  2  3\n4  5  6\n7  8  9\n",
        "#$%^&*\n。。。\n，\n|||||\n",
        "一行",
        "\0\n\0字\0\u2028字\x85字\r字",
        "繁體的一行字。\n简体的一行字。",
    ],
)
def test_pages_that_are_no_newspaper(text):
    draft = repair(text)
    assert_lawful(draft)
    assert draft.articles or not text.strip()


def test_places_at_which_no_run_begins_are_passed_over():
    text = "河堤修好了。\n\n大家都说好。\n"
    assert repair(
        text, fixed={2: Reads.PARA, 7: Reads.JOIN, -1: Reads.JOIN, 99: Reads.PARA}
    ) == repair(text)


def test_struck_text_is_doubled_text():
    page = "近日，全区推动多层住宅\n多层住宅加装电梯工程落地，居民都说好。\n"
    draft = repair(page)
    struck = [s for block in draft.blocks for s in block.stretches if s.struck]
    assert [(page[s.start : s.end], s.struck) for s in struck] == [("多层住宅", Why.DOUBLED)]
    assert_lawful(draft)
