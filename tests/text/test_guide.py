"""Entries of the box that tells what stands on the inner pages."""

from __future__ import annotations

import pytest

from reader.text.guide import Entry, entries, is_heading, named


@pytest.mark.parametrize(
    "text", ["导读", "导 读", "■导读", "今日导读", "【导读】", "导读 GUIDE", "本期看点", "導讀"]
)
def test_headings_of_the_box(text):
    assert is_heading(text)


@pytest.mark.parametrize("text", ["导读一本好书", "读书", "目录服务上线"])
def test_what_heads_no_box(text):
    assert not is_heading(text)


def test_pages_on_their_own_lines():
    lines = [
        "河畔报",
        "导读",
        "青禾镇早作准备",
        "保平安度汛",
        "P02",
        "",
        "柳岸村老年食堂启用",
        "P03",
        "近日，",
    ]
    assert entries(lines) == (
        Entry("青禾镇早作准备保平安度汛", 2, (2, 3, 4)),
        Entry("柳岸村老年食堂启用", 3, (6, 7)),
    )


def test_pages_above_their_titles():
    lines = [
        "导读",
        "详见2版",
        "青禾镇早作准备",
        "保平安度汛",
        "详见3版",
        "老年食堂启用",
        "河堤修好了",
    ]
    assert entries(lines) == (
        Entry("青禾镇早作准备保平安度汛", 2, (1, 2, 3)),
        Entry("老年食堂启用", 3, (4, 5)),
    )


@pytest.mark.parametrize(
    ("line", "title", "page"),
    [
        ("● 老年食堂启用……04", "老年食堂启用", 4),
        ("老年食堂启用 A05", "老年食堂启用", 5),
        ("老年食堂启用（6版）", "老年食堂启用", 6),
        ("老年食堂启用 第十二版", "老年食堂启用", 12),
        ("老年食堂启用第三版", "老年食堂启用", 3),
        ("■老年食堂启用 ▶7版", "老年食堂启用", 7),
        ("老年食堂启用08", "老年食堂启用", 8),
        ("老年食堂启用二十版", "老年食堂启用", 20),
    ],
)
def test_pages_behind_their_titles(line, title, page):
    assert entries(["导读", line]) == (Entry(title, page, (1,)),)


def test_a_box_ends_where_no_entry_stands():
    assert entries(["导读", "一", "二", "三", "四", "P02"]) == ()
    assert entries(["导读", "近日，" + "河堤修好了" * 9, "P02"]) == ()
    assert entries(["导读", "P02", "近日，" + "河堤修好了" * 9]) == ()
    assert entries(["没有", "P02"]) == ()
    assert entries(["导读", "甲乙", "导读", "丙丁 P03"]) == (Entry("丙丁", 3, (3,)),)


def test_an_entry_names_its_headline():
    entry = Entry("柳岸村老年食堂启用", 3, (0,))
    heads = ["早作准备保平安度汛", "柳岸村老年食堂今日启用", "柳岸村修桥"]
    assert named(entry, heads) == heads[1]
    assert named(entry, heads[:1]) is None
    assert named(entry, []) is None
