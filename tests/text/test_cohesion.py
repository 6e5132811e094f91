"""What the text above and below a place has in common, and what is counted round a block."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.text import cohesion, manners
from reader.text.faces import Face
from reader.text.features import look, units_of
from reader.text.lines import split_lines

DYKE = "防汛堤坝今年汛期以前全部加固，三处险段打了木桩，沙袋码到一人多高。"
DYKE_ON = "三处险段由村里轮流守夜，木桩每天量一遍，险段一有渗水就报防汛站。"
TEA = "新茶上市头一个星期，合作社收了四百多公斤鲜叶，炒茶师傅忙到半夜。"


def face(kind, text, *, lines=1):
    return Face(kind, text, len(text), lines, (0.0,) * 8, len(text) < 20, 0, "-")


def test_text_that_goes_on_shares_more_than_text_that_begins_anew():
    same = [face("p", DYKE), face("u", "守夜"), face("p", DYKE_ON)]
    other = [face("p", DYKE), face("u", "新茶"), face("p", TEA)]
    assert cohesion.shared(same)[0][1] > 0.05
    assert cohesion.shared(other)[0][1] == 0.0


def test_of_running_text_the_block_itself_counts_as_below():
    shares, usual = cohesion.shared([face("p", DYKE), face("p", DYKE_ON), face("p", TEA)])
    assert shares[0] is None
    assert shares[1] > 0.05
    assert shares[2] == 0.0
    assert 0.0 < usual < shares[1]


def test_words_of_many_blocks_say_nothing():
    page = [face("p", DYKE)] * 7
    assert set(cohesion.shared(page)[0][1:]) == {0.0}


def test_too_little_text_and_text_behind_a_headline_tell_nothing():
    few = [face("p", "防汛堤坝今年加固。"), face("u", "守夜"), face("p", DYKE_ON)]
    assert cohesion.shared(few)[0][1] is None
    page = [
        face("p", DYKE),
        face("t", "炒茶"),
        face("p", TEA),
        face("u", "守夜"),
        face("p", DYKE_ON),
    ]
    assert cohesion.shared(page)[0][3] == 0.0
    assert cohesion.shared([]) == ([], 0.0)


def test_blocks_of_text_are_counted_since_the_last_headline_or_subhead():
    page = [face(kind, "字") for kind in "tppubpcp"]
    assert manners.told(page) == [0, 0, 1, 2, 0, 0, 1, 1]


def test_subheads_are_counted_between_headlines():
    page = [face(kind, "字") for kind in "tpupupup"]
    page[2] = replace(page[2], form="a")
    page[4] = replace(page[4], form="a")
    page.append(face("t", "字"))
    found = manners.others(page)
    assert found[0] == (3, 1)
    assert found[2] == (2, 1)
    assert found[4] == (2, 1)
    assert found[6] == (2, 0)
    assert found[8] == (3, 1)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("青菜2.3元/公斤\n冬瓜1.9元/公斤\n今天一早到货，\n", {0, 1}),
        ("五百元：严青\n三千元：柏舟\n账目贴在村口。\n", {0, 1}),
        ("周五《渡口》13:30\n周六《河湾》19:00\n", {0, 1}),
        ("他一早出门，\n走到渡口才想起\n伞忘在家里了。\n", set()),
        ("说是十二月的事。\n说是十二月的事。\n", set()),
    ],
)
def test_lines_of_a_list_that_begin_or_end_alike_are_rows(lines, rows):
    sights = look(units_of(lines, split_lines(lines, 1), ()))
    assert {at for at, sight in enumerate(sights) if sight.row} == rows
