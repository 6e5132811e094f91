"""Rows of tables stand each by itself; lines of names and cells that were wrapped do not."""

from __future__ import annotations

import pytest

from reader.model import Kind, Reads
from reader.text.cues import rows_alike
from reader.text.repair import repair

HEAD = """市场开门早 摊主有话说

昨天凌晨三点，东门菜场的卷帘
门就拉开了。摊主老丁把一筐筐
青菜搬下三轮车，说今年雨水多，
菜价比往年高一些，不过来买菜
的街坊一个也没有少。

"""
TAIL = """
以上各价由本报记者到摊位上逐
一问来，供读者参考，各摊位略
有出入，以当面所见为准。
"""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("菠菜　2.9元/公斤", "小黄鱼（冰）　14.7元/公斤"),  # they end alike
        ("菠菜　二点九元/公斤", "小黄鱼　十四点七元/公斤"),
        ("周一　《远山》　13:30　19:00", "周二　《归来》　14:00"),  # cells of one length
        ("菠菜\t2.9\t3.1", "芹菜\t2.0\t2.2\t↓"),
    ],
)
def test_rows_of_one_table(above, below):
    assert rows_alike(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("丁大川  何小满  卫", "苗长河  冯　英  赵杰"),  # no numbers
        ("菠菜　2.9元/公斤", "小黄鱼　每斤四十八"),  # neither length nor end
        ("菠菜2.9元/公斤", "芹菜2.0元/公斤"),  # no cells
        ("菠菜　2.9元/公斤", "芹菜　价格未报"),
    ],
)
def test_what_is_no_table(above, below):
    assert not rows_alike(above, below)


def blocks(text):
    found = repair(text)
    return [
        "".join(text[s.start : s.end] for s in block.stretches).strip()
        for block in found.blocks
        if block.kind is Kind.PARA
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("菠菜　2.9元/公斤", "南瓜　2.1元/公斤", "西红柿　3.7元/公斤", "小黄鱼（冰）　14.7元/公斤",
         "对虾　48.2元/公斤", "鸭蛋　5.7元/公斤"),
        ("周一　《远山》　13:30　19:00", "周二　《远山》　13:30　19:00",
         "周三　《归来的人》　14:00　19:30", "周四　《归来的人》　14:00　19:30",
         "周五　《灯》　10:00　14:30　19:00"),
    ],
)  # fmt: skip
def test_each_row_is_a_paragraph(rows):
    assert [row for row in rows if row in blocks(HEAD + "\n".join(rows) + "\n" + TAIL)] == [*rows]


def test_two_lines_are_no_table(monkeypatch):
    from reader.text import known
    from reader.text import repair as room

    asked = []
    monkeypatch.setattr(known.cues, "rows_alike", lambda *pair: asked.append(pair) or True)
    text = "联系电话　4759796\n办公地点　3号楼\n"
    sights = room.look(room.units_of(text, room.split_lines(text), ()))
    assert known._of_tables(sights) == set()
    assert len(asked) == 1


def test_a_person_may_join_rows():
    rows = "菠菜　2.9元/公斤\n南瓜　2.1元/公斤\n芹菜　3.7元/公斤\n对虾　48.2元/公斤\n"
    text = HEAD + rows + TAIL
    at = text.index("\n南瓜")
    seam = next(s for s in repair(text, fixed={at: Reads.JOIN}).seams if s.start == at)
    assert seam.reads is Reads.JOIN
