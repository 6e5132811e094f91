"""Entries of the box that tells what stands on the inner pages."""

from __future__ import annotations

import pytest

from reader.model import Whereabouts
from reader.text.features import units_of
from reader.text.furniture import guides
from reader.text.guide import (
    Entry,
    Headlines,
    checked,
    entries,
    is_heading,
    may_hold,
    named,
)
from reader.text.lines import split_lines
from reader.text.masthead import recognise


@pytest.mark.parametrize(
    "text",
    [
        "导读",
        "导 读",
        "■导读",
        "今日导读",
        "【导读】",
        "导读 GUIDE",
        "本期看点",
        "導讀",
        "新闻导航",
        "看　点",
        "内 容 提 要",
        "内页导读",
    ],
)
def test_headings_of_the_box(text):
    assert is_heading(text)
    assert may_hold(text)
    page = f"{text}\n河堤修好了\nP02\n"
    assert guides(units_of(page, split_lines(page), ())) == {0, 1, 2}
    assert recognise("", page, split_lines(page)).page is None


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
        ("老年食堂启用 →9版", "老年食堂启用", 9),
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


def test_a_page_may_hold_a_box_where_its_name_stands():
    assert may_hold("河畔报\n今日 导 读\n")
    assert not may_hold("河畔报\n读书\n")


def heads(*texts):
    return [Headlines(f"a{at}", (text,)) for at, text in enumerate(texts)]


ENTRY = Entry("柳岸村老年食堂启用", 3, (0,))


def test_an_entry_names_its_headline():
    there = heads("早作准备保平安度汛", "柳岸村老年食堂今日启用", "柳岸村修桥")
    assert named(ENTRY, there) == there[1]
    assert named(ENTRY, there[:1]) is None
    assert named(ENTRY, there[2:]) is None
    assert named(ENTRY, []) is None
    assert named(ENTRY, [Headlines("a", ())]) is None


def test_the_likest_of_its_parts_counts_and_of_equals_the_first():
    one = Headlines("a", ("民生实事见闻", "柳岸村老年食堂启用"))
    assert named(ENTRY, [*heads("柳岸村修桥"), one]) == one
    assert named(ENTRY, [one, one._replace(article="b")]) == one


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("青禾镇部署防汛", "青禾镇召开防汛工作部署会议"),
        ("老年食堂启用", "“老年食堂”　启用"),
        ("防汛会议", "防汛工作部署会议"),
        ("社论", "社论：把好事办好"),
    ],
)
def test_a_title_that_is_shorter_in_the_box(title, headline):
    assert named(Entry(title, 2, (0,)), heads(headline)) is not None


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("柳岸村社区老年食堂启用", "社区"),  # two characters that many an entry holds
        ("柳岸村老年食堂启用", "柳岸村修桥铺路"),
        ("题", "题"),  # a character is no pair
    ],
)
def test_what_is_like_it_by_chance(title, headline):
    assert named(Entry(title, 2, (0,)), heads(headline)) is None


def test_an_entry_stands_where_it_says_or_elsewhere_or_nowhere():
    mine, other = heads("柳岸村老年食堂今日启用"), heads("河堤修好了")
    assert checked(ENTRY, {1: [], 3: mine}) == (Whereabouts.THERE, "a0", 3)
    assert checked(ENTRY, {1: mine, 3: other}) == (Whereabouts.ELSEWHERE, "a0", 1)
    assert checked(ENTRY, {None: mine, 3: other}) == (Whereabouts.ELSEWHERE, "a0", None)
    assert checked(ENTRY, {1: other, 3: []}) == (Whereabouts.MISSING, None, None)
    assert checked(ENTRY, {1: other}) == (Whereabouts.NO_PAGE, None, None)


def test_its_own_page_comes_first_though_another_says_it_better():
    better = [Headlines("b", ("柳岸村老年食堂启用",))]
    mine = heads("柳岸村老年食堂今日启用")
    assert checked(ENTRY, {1: better, 3: mine}) == (Whereabouts.THERE, "a0", 3)
    assert checked(ENTRY, {1: better, 2: mine}).article == "b"


@pytest.mark.parametrize("unit", ["\u3000", "·", "…", "1", "版", "（", "第"])
def test_a_long_line_takes_time_as_its_length(unit):
    for lines in (["导读", f"标{unit * 200_000}x"], ["导读", "P02", f"a{unit * 200_000}x"],
                  [f"导读{unit * 200_000}x"]):  # fmt: skip
        assert entries(lines) == ()


def test_the_masthead_below_a_box_is_no_entry():
    lines = ["今日导读", "老年食堂启用 P02", "", "", "社区晨报", "2025年9月1日 第1版"]
    assert [entry.title for entry in entries(lines)] == ["老年食堂启用"]


def test_a_title_may_say_a_day():
    assert [entry.title for entry in entries(["导读", "9月1日起换新公交 P02"])] == [
        "9月1日起换新公交"
    ]
