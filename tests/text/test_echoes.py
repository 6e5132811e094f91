"""What the text of a page says of a short line, wherever on the page it stands."""

from __future__ import annotations

from reader.text import echoes
from reader.text.faces import Face

DYKE = "防汛堤坝今年汛期以前全部加固，三处险段打了木桩，沙袋码到一人多高。"
TEA = "新茶上市头一个星期，合作社收了四百多公斤鲜叶，炒茶师傅忙到半夜。"
GAME = "县中学篮球队客场取胜，全队投中三分球十一个，替补队员也有机会上场。"


def face(kind, text):
    return Face(kind, text, len(text), 1, (0.0,) * 8, len(text) < 20, 0, "-")


def test_headlines_that_stand_far_from_their_text_are_found_and_a_slogan_is_not():
    page = [face("p", DYKE), face("p", TEA), face("p", GAME), face("p", GAME[:12] + TEA)]
    page += [
        face("f", "防汛堤坝全部加固"),
        face("f", "新茶上市鲜叶收足"),
        face("f", "欢迎订阅本报"),
    ]
    told = echoes.of_blocks(page)
    assert told[0] == echoes.NONE
    assert int(told[4][0]) >= 5
    assert told[4][1:] == ("u", "-")
    assert int(told[5][0]) >= 4
    assert told[6] == ("0", "-", "-")


def test_where_the_text_stands_and_whether_it_has_a_headline_already():
    page = [face("t", "防汛堤坝加固"), face("p", DYKE), face("p", TEA)]
    assert echoes.of_blocks(page)[0][1:] == ("n", "-")
    page = [face("t", "新茶上市"), face("f", "堤坝加固"), *[face("p", GAME)] * 4]
    page += [face("t", "汛期以前"), face("p", DYKE), face("p", TEA)]
    told = echoes.of_blocks(page)
    assert told[1][1:] == ("b", "h")
    assert told[0][1:] == ("b", "H")


def test_what_many_blocks_say_says_nothing():
    page = [face("t", "防汛堤坝加固"), *[face("p", DYKE)] * 6]
    assert echoes.of_blocks(page)[0] == ("0", "-", "-")
    assert echoes.of_blocks([]) == []
    assert echoes.of_blocks([face("t", "防汛堤坝加固")]) == [echoes.NONE]


def test_lines_that_repeat_a_headline_are_found_near_and_far():
    text = [DYKE[at : at + 11] for at in range(0, 33, 11)]
    other = [GAME[at : at + 11] for at in range(0, 33, 11)] * 2
    lines = ["堤坝今年全部加固", *text, *other, *other, *other, "险段打了木桩"]
    heads = [True, *[False] * (len(lines) - 2), True]
    shares, sides = echoes.of_lines(lines, heads)
    assert (shares[1], sides[1]) == ("-", "-")
    assert int(shares[0]) > 4
    assert int(shares[-1]) > 4
    assert (sides[0], sides[-1]) == ("n", "a")
    alone = echoes.of_lines(["欢迎订阅本报", *text], [True, False, False, False])
    assert (alone[0][0], alone[1][0]) == ("0", "-")
    assert echoes.of_lines([], []) == ([], [])


def test_a_line_is_no_echo_of_itself():
    assert echoes.of_lines(["堤坝今年全部加固"], [True]) == (["0"], ["-"])
