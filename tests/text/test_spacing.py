"""Spaces that typesetting made go, spaces that mean something stay."""

from __future__ import annotations

import pytest

from reader.text.pageform import page_form
from reader.text.repair import repair
from reader.text.spacing import parts_byline, typeset


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("4月 14 日召开", "4月14日召开"),
        ("营商环境 8.0 版", "营商环境8.0版"),
        ("今年 1—2 月", "今年1—2月"),
        ("“ 2025 年”", "“2025年”"),
        ("同心聚力 实干争先", "同心聚力 实干争先"),
        ("使用 Python 编程", "使用 Python 编程"),
        ("P02 河堤", "P02 河堤"),
        ("电话 021 6234", "电话021 6234"),
        ("3 报名方式", "3 报名方式"),
        ("3 月 2 日", "3月2日"),
        ("共  12  人", "共  12  人"),
        ("7日, 2025 年", "7日, 2025年"),
        ("甲|2 乙| 3", "甲|2乙| 3"),
    ],
)
def test_spaces_inside_a_line(text, reads):
    out, at = "", 0
    for start, end, _ in typeset(text, 0, len(text)):
        out, at = out + text[at:start], end
    assert out + text[at:] == reads


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("河堤修好了孩子 本报记者 王小明", 7),
        ("本报记者 王小明", None),
        ("河堤修好了，记者 王小明", None),
    ],
)
def test_a_byline_behind_its_headline(line, cut):
    assert parts_byline(line, 0, len(line)) == cut


def test_the_byline_becomes_a_block_of_its_own():
    page = "河堤修好了孩子笑了 本报记者 王小明\n\n近日，河堤修好了，孩子们跑来跑去，笑个不停。\n"
    article = page_form(repair(page), "x")["articles"][0]
    assert article["title"] == "河堤修好了孩子笑了"
    assert article["byline"] == "本报记者 王小明"
