"""Lines are seen beside their neighbours: labels, and what stands together across others."""

from __future__ import annotations

import pytest

from reader.text import near
from reader.text.repair import repair, seen


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("联系人：何老师", "c"), ("通信地址：解放路12号", "c"), ("■报名时间：即日起", "c"),
        ("一等奖：王一、李二", "l"), ("女子双打　第一名：王一", "l"), ("5000元：某某公司", "l"),
        ("会议指出，当前要做好三件事：一是", "-"), ("时间过得真快。", "-"),
    ],
)  # fmt: skip
def test_a_line_is_labelled_or_not(line, kind):
    assert near.labels(seen(line)) == [kind]


def test_labelled_lines_near_by_are_counted():
    assert near.several(["-"] * 5 + ["l", "c", "l", "l", "l"] + ["-"] * 5)[7] == "4"
    assert near.several(["-", "l", "-"]) == ["1", "1", "1"]
    assert near.several([]) == []


COLUMN = ["村里新修了一座水塔，水塔高", "图为水塔。", "二十米，水塔用的是山泉，水", "塔很高。"]


def test_what_stands_together_across_a_line_is_seen():
    sights = seen("\n".join(COLUMN))
    bonds = near.meetings(sights)
    assert len(bonds.next) == len(bonds.skip) == len(bonds.jump) == len(COLUMN) + 1
    # 高|二 stands nowhere else; across the caption's end, which is a stop, nothing is asked.
    assert bonds.skip[1:3] == ["0", "s"]
    assert bonds.next[3] == "2"
    assert bonds.jump[1] == "0"


def test_a_common_word_across_a_line_is_seen():
    lines = ["大家都很支持这项工", "图为新修的水塔。", "作，还来帮忙。"]
    assert near.meetings(seen("\n".join(lines))).skip[1] == "w"


def test_text_is_not_taken_for_doubled_where_its_places_are_not_those_of_the_page():
    line = "大 家 都 去 看 新 修 的 水 塔 ， 看 水 塔 下 面 的 水 塔"
    text = "\n".join([line, "水 塔 下 面 的 人 真 多 ， 大 家 都 说 好 。"] * 3)
    draft = repair(text)
    assert all(stretch.struck is None for block in draft.blocks for stretch in block.stretches)
