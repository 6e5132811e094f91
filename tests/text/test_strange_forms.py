"""Radicals, vertical marks and marks of no width do not blind the clues; the text keeps them."""

from __future__ import annotations

import pytest

from reader.text import cues
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.pageform import page_form
from reader.text.repair import repair


def seen(text):
    (unit,) = units_of(text, split_lines(text, 1), ())
    return unit


@pytest.mark.parametrize(
    ("strange", "usual"),
    [
        ("会议在上午结束︒", "会议在上午结束。"),
        ("他们说︐今年收成好︑", "他们说，今年收成好、"),
        ("︵记者　李明︶", "（记者　李明）"),
        ("﹁好日子还在后头﹂", "「好日子还在后头」"),
        ("⼤会在北京召开⽂", "大会在北京召开文"),
        ("会议在上午结束。\u200b", "会议在上午结束。"),
        ("\ufeff本报讯　昨天上午，\u2060", "本报讯　昨天上午，"),
        ("\ufeff　　昨天上午，", "　　昨天上午，"),
        (" \u200b　昨天上午， \u200b", " 　昨天上午，"),
    ],
)
def test_the_clues_are_those_of_the_usual_form(strange, usual):
    one, other = seen(strange), seen(usual)
    told = ("text", "tail", "ends", "starts", "commas", "stops", "lead")
    assert [getattr(one, name) for name in told] == [getattr(other, name) for name in told]
    assert one.end == len(strange)


def test_what_is_folded_is_one_character_for_one() -> None:
    every = "".join(map(chr, (*range(0x2E80, 0x2FE0), *range(0xFE10, 0xFE50))))
    assert len(cues.plain(every)) == len(every)
    assert cues.plain("一段平常的文字，没有部首。") == "一段平常的文字，没有部首。"


def test_the_text_keeps_what_stands_on_the_page() -> None:
    page = (
        "⼤渠镇修好了河堤\n\n　　本报讯︵记者　李明︶昨天上午︐⼤渠镇的河堤全部修好︒沿河的村\n"
        "民敲锣打鼓︐来到堤上看⽔︒\u200b\n"
    )
    (article,) = page_form(repair(page), "x")["articles"]
    assert article["title"] == "⼤渠镇修好了河堤"
    assert article["body"][-1]["text"].endswith("沿河的村民敲锣打鼓︐来到堤上看⽔︒\u200b")


@pytest.mark.parametrize("text", ["\u200b", "\u200b\n\ufeff\n", "⼀\n⼆\n\u2060\n"])
def test_pages_of_nothing_else_are_read(text):
    assert repair(text).text == text
