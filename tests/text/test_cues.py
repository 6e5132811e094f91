"""How lines begin and end, what a line end cuts, what is open, what counts on."""

from __future__ import annotations

import pytest

from reader.text import cues


@pytest.mark.parametrize(
    ("tail", "ends"),
    [
        ("活动结束。", "stop"),
        ("他说：“很好。”", "stop"),
        ("为什么呢？", "cry"),
        ("太好了！”", "cry"),
        ("走访了《河岸》", "close"),
        ("如下：", "colon"),
        ("其次；", "semi"),
        ("首先，", "comma"),
        ("苹果、", "comma"),
        ("活动在", "open"),
        ("达到3.", "open"),
        ("in 2026.", "stop"),
        ("The end.", "stop"),
        ("”", "open"),
        ("还没完……", "stop"),
    ],
)
def test_the_end_of_a_line(tail, ends):
    assert cues.end_class(tail) == ends


@pytest.mark.parametrize(
    ("head", "starts"),
    [
        ("，因此", "nonstarter"),
        ("力，落实", "lone"),
        ("是，他来了", "other"),
        ("的居民", "particle"),
        ("一、总则", "bullet"),
        ("3.报名", "bullet"),
        ("● 通知", "bullet"),
        ("——记某人", "dash"),
        ("4月14日，", "date"),
        ("2025年，", "date"),
        ("一是加强", "series"),
        ("问：什么", "series"),
        ("近日，", "opener"),
        ("记者从", "byline"),
        ("王小明指出，", "speaker"),
        ("“好”", "quote"),
        ("河水慢慢", "other"),
    ],
)
def test_the_beginning_of_a_line(head, starts):
    assert cues.start_class(head) == starts
    assert starts in cues.START_CLASSES


@pytest.mark.parametrize(
    ("tail", "head", "cut"),
    [
        ("共12", "人参加", "number"),
        ("共12", "34人", "number"),
        ("第", "3届", "number"),
        ("hel", "lo", "latin"),
        ("经济工", "作会议", "word"),
        ("河岸", "柳树", None),
    ],
)
def test_what_a_line_end_cuts(tail, head, cut):
    assert cues.across(tail, head, cues.COMMON_PAIRS) == cut


@pytest.mark.parametrize(
    ("text", "carried", "opened"),
    [
        ("他说：“走", "", "“"),
        ("吧。”", "“", ""),
        ("《“甲》乙", "", ""),
        ("甲”乙", "", ""),
        ("（（（（（（（（（", "", "（（（（（（（（"),
    ],
)
def test_brackets_that_are_open(text, carried, opened):
    assert cues.open_brackets(text, carried) == opened


@pytest.mark.parametrize(
    ("text", "unopened"), [("走”了", True), ("“走”了", False), ("（走”", True), ("走", False)]
)
def test_marks_that_close_what_was_not_opened(text, unopened):
    assert cues.closes_unopened(text) is unopened


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("3.报", 3),
        ("（二）", 2),
        ("③报", 3),
        ("三是", 3),
        ("其二，", 2),
        ("二问：", 2),
        ("报名", None),
    ],
)
def test_the_number_with_which_a_line_counts(head, number):
    assert cues.count_of(head) == number


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("王小明  青禾小学", True),
        ("甲\t乙\t丙", True),
        ("同心聚力　实干争先", False),
        ("一句没有空格的话", False),
    ],
)
def test_rows_of_tables(text, row):
    assert cues.is_row(text) is row


def test_traditional_text_is_folded_one_for_one():
    page = "縣府召開會議，記者報導這個實務。" * 4
    assert cues.looks_traditional(page)
    assert not cues.looks_traditional("县府召开会议，记者报道。" * 4)
    assert cues.fold("會議") == "会议"
    assert len(cues.fold(page)) == len(page)


@pytest.mark.parametrize(
    ("tail", "head", "cut"),
    [
        ("夜里十", "点，灯光还亮着", "number"), ("增加了两", "个", "number"),
        ("收入二百万", "元", "number"), ("高度统一", "名称", None), ("第三", "种", None),
    ],
)  # fmt: skip
def test_numbers_in_characters_are_cut_too(tail, head, cut):
    assert cues.across(tail, head, frozenset()) == cut


SPACED = "这 一 天 ， 镇 里 的 孩 子 收 到 了 新 书 包 ， 共   2 5 . 8 万 元 。\n" * 3


def test_a_page_that_is_spaced_out_is_told_from_others():
    assert cues.looks_apart(SPACED)
    assert not cues.looks_apart(cues.closed(SPACED))
    assert not cues.looks_apart("不 忘 初 心\n" + cues.closed(SPACED))
    assert not cues.looks_apart("")


def test_spaces_of_a_spaced_page_are_closed_but_for_those_of_latin_words():
    assert cues.closed("说 明 ,   并 就 2 5 . 8 万 和 New York 的") == "说明,并就25.8万和New York的"
