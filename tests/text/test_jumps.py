"""Lines that send from an article to another page, and lines that say where one comes from."""

import pytest

from reader.text.features import units_of
from reader.text.furniture import furniture
from reader.text.jumps import Jump, alone, continuation, jump_of, may_jump, page_of
from reader.text.lines import split_lines
from reader.text.spacing import parts


@pytest.mark.parametrize(
    ("line", "onward", "page"),
    [
        ("（下转第4版）", True, 4),
        ("(下转2版)", True, 2),
        ("▶▶▶下转3版", True, 3),
        ("　　（下轉第十二版）", True, 12),
        ("转第二版", True, 2),
        ("【下转A06版】", True, 6),
        ("（下 转 第 4 版）", True, 4),
        ("（上接第1版）", False, 1),
        ("（上接1版《水乡新事》）", False, 1),
        ("緊接第一版", False, 1),
        ("■紧接第三版", False, 3),
        ("……共同守护这条河。（下转第四版）", True, 4),
        ("（上接第一版）会议指出，要守护好这条河。", False, 1),
        ("▼下转2版", True, 2),
        ("◀◀上接第一版", False, 1),
        ("↓下转第12版", True, 12),
        ("（下转T02版　）", True, 2),
        ("（下转第2、3版）", True, 2),
        ("〔下接第四版〕", True, 4),
        ("文接A1版", False, 1),
        ("下转A2", True, 2),
        ("（上接第1版《修好堤，护好水》）", False, 1),
        ("上接第1版《修好堤，护好水》", False, 1),
        ("河堤修好后，孩子们 ▶下转 B2 版", True, 2),
        ("河堤修好后，孩子们下转第3版", True, 3),
        ("●上接第1版们跑来跑去。", False, 1),
    ],
)
def test_such_a_line_names_a_page(line, onward, page):
    found = jump_of(line)
    assert found is not None
    assert (found.onward, found.page) == (onward, page)
    assert found.text in line[found.start : found.end]
    assert found.text[0] not in "▶■\u3000"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "上接第三届运动会，本届又添了新项目。",
        "他转第2版的稿子时看见了这张照片。",
        "（转第九中学）",
        "转第2版，读者来信都登在那里",
        "上接第1版们跑来跑去。",
        "稿子（下转第3版",
        "轮转3",
        "第4版",
        "详见第4版",
        "车站在这里转弯",
        "（下转第4版）后面还有话，就不是这样的一行",
        "（下转第4版" + "很长的题目" * 8 + "）",
    ],
)
def test_others_name_none(line):
    assert jump_of(line) is None


@pytest.mark.parametrize(
    "line",
    ["（下转第4版）", "▼下转2版", "文接A1版", "（下接第四版）", "（上接第1版《修好堤，护好水》）"],
)
def test_a_line_of_nothing_else_is_furniture_and_is_not_parted(line):
    (unit,) = units_of(line, split_lines(line, 1), ())
    assert furniture(unit) == 8.0
    assert parts(line, 0, len(line)) == []
    assert alone(line) == jump_of(line)


@pytest.mark.parametrize("line", ["（下转本版右下）", "▼上接本版左上"])
def test_what_goes_on_on_its_own_page_is_furniture_that_names_no_page(line):
    (unit,) = units_of(line, split_lines(line, 1), ())
    assert furniture(unit) == 8.0
    assert jump_of(line) is None


@pytest.mark.parametrize("line", ["稿子都在（下接第四版）", "孩子们◀◀下转A12版"])
def test_behind_text_it_is_parted_from_it(line):
    assert alone(line) is None
    (cut,) = parts(line, 0, len(line))
    assert cut == jump_of(line).start


def test_where_it_stands_in_its_line():
    assert jump_of("水位落了。（下转第4版）") == Jump(True, 4, 5, 12, "（下转第4版）")


def test_most_pages_hold_none():
    assert not may_jump("近日，河堤修好了。")
    assert may_jump("（下转第4版）")


@pytest.mark.parametrize(("words", "page"), [("一", 1), ("十", 10), ("十二", 12), ("二十一", 21)])
def test_numbers_in_words(words, page):
    assert page_of(words) == page


def test_of_several_the_one_that_speaks_of_the_same():
    left = "青禾镇早作准备，确保平安度汛。河堤加固，水泵试机。"
    right = "水泵试机以后，河堤上的人才散去，青禾镇这一夜平安。"
    other = "老年食堂今日启用，柳岸村的老人吃上了热饭。"
    assert continuation(left, {"a": other, "b": right}) == "b"
    assert continuation(left, {"b": right, "a": other}) == "b"
    assert continuation(left, {"a": other}) == "a"
    assert continuation(left, {}) is None
    assert continuation(left, {"a": right, "b": right}) is None
    assert continuation(left, {"a": "", "b": ""}) is None


@pytest.mark.parametrize(
    "unit", ["　", "（", "（下转", "（上接 ", "下 ", "转第", "…", "（下转第4版"]
)
def test_a_long_line_takes_time_as_its_length(unit):
    assert jump_of("（上接" + unit * 200_000) is None
    assert jump_of(unit * 200_000 + "x转") is None


def test_it_is_found_at_either_end_of_a_long_line():
    text = "水位落了，" * 100
    assert jump_of(text + "（下转第4版）") == Jump(True, 4, 500, 507, "（下转第4版）")
    assert jump_of("（上接第1版）" + text) == Jump(False, 1, 0, 7, "（上接第1版）")
