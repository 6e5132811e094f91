"""Spaces that typesetting made go, spaces that mean something stay."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.text.pageform import page_form
from reader.text.repair import repair
from reader.text.spacing import parts, typeset


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
        ("电话 021 6234", "电话 021 6234"),
        ("3 报名方式", "3 报名方式"),
        ("3 月 2 日", "3月2日"),
        ("共  12  人", "共  12  人"),
        ("7日, 2025 年", "7日, 2025年"),
        ("甲|2 乙| 3", "甲|2 乙| 3"),
        ("白菜 2.30 萝卜 1.50 茄子 3.20", "白菜 2.30 萝卜 1.50 茄子 3.20"),
        ("今日菜价：白菜 2.30元 萝卜 1.50元。", "今日菜价：白菜 2.30元 萝卜 1.50元。"),
        ("中国 3 日本 1", "中国 3 日本 1"),
        ("白菜 2.30 萝卜", "白菜 2.30 萝卜"),
        ("报名电话 62345678 联系人 王老师", "报名电话 62345678 联系人 王老师"),
        ("热线 62345678 家电维修", "热线 62345678 家电维修"),
        ("活动时间 4 月 14 日", "活动时间 4月14日"),
        ("截至 2021 年底完成 86 部电梯", "截至2021年底完成86部电梯"),
        ("全长 3 公里 8 座桥", "全长3公里8座桥"),
        ("有 30 余名志愿者", "有30余名志愿者"),
        ("占 95% 以上，达 1000 元 。", "占95%以上，达1000元 。"),
        ("截至 2021", "截至2021"),
        ("本报讯 7 月 2 日，共 14 处", "本报讯 7月2日，共14处"),
        ("■ 10 月 1 日", "■ 10月1日"),
        ("共计 12 ，不含", "共计12，不含"),
    ],
)
def test_spaces_inside_a_line(text, reads):
    out, at = "", 0
    for start, end, _ in typeset(text, 0, len(text)):
        out, at = out + text[at:start], end
    assert out + text[at:] == reads


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("河堤修好了孩子 本报记者 王小明", ["河堤修好了孩子", "本报记者 王小明"]),
        ("河堤修好 孩子笑了　文/王小明 图/李大有", ["河堤修好 孩子笑了", "文/王小明 图/李大有"]),
        ("河堤记 □ 王小明", ["河堤记", "□ 王小明"]),
        ("大家都说好。　　（通讯员 王小明）", ["大家都说好。", "（通讯员 王小明）"]),
        ("本报记者 王小明 通讯员 李大有", None),
        ("河堤修好了，记者 王小明", None),
        ("图为新修的河堤。 本报记者 王小明摄", None),
        ("河堤修好后，孩子们（下转第3版）", ["河堤修好后，孩子们", "（下转第3版）"]),
        ("河堤修好后，孩子们 ▶下转 B2 版", ["河堤修好后，孩子们", "▶下转 B2 版"]),
        ("（上接第一版）们跑来跑去。", ["（上接第一版）", "们跑来跑去。"]),
        ("●上接第1版们跑来跑去。", ["●上接第1版", "们跑来跑去。"]),
        ("（上接第1版）", None),
        ("（下转第2版）", None),
        ("水从堤下转了个弯。", None),
    ],
)
def test_two_blocks_on_one_line(line, pieces):
    cuts = parts(line, 0, len(line))
    edges = [0, *cuts, len(line)]
    found = [line[a:b].strip() for a, b in pairwise(edges)]
    assert found == (pieces or [line])


def test_the_byline_becomes_a_block_of_its_own():
    page = "河堤修好了孩子笑了 本报记者 王小明\n\n近日，河堤修好了，孩子们跑来跑去，笑个不停。\n"
    article = page_form(repair(page), "x")["articles"][0]
    assert article["title"] == "河堤修好了孩子笑了"
    assert article["byline"] == "本报记者 王小明"


@pytest.mark.parametrize(
    "text",
    ["１２　３４", "比分１２ ３４", "电话６２３４５６７ ６２３４５６８", "３ ５日"],
)
def test_numbers_in_full_width_digits_keep_what_parts_them(text):
    assert not list(typeset(text, 0, len(text)))


def test_a_line_of_blanks_is_looked_at_once() -> None:
    """The old patterns tried every way to deal out the blanks: a line as this took minutes."""
    for text in (
        "上接" + " 　" * 20_000 + "一",
        " 　" * 20_000 + "上一",
        "（" + "　" * 20_000 + "接",
    ):
        assert parts(text, 0, len(text)) == []
