"""A second reading knows what the page does with its paragraphs."""

from __future__ import annotations

import pytest

from reader.text import ways
from reader.text.clues import GROUPS, Sheet, clues
from reader.text.own import own_words
from reader.text.repair import repair, seen
from reader.text.states import STATES, State

PARAGRAPH = ["村里的水塔修好以后家家", "户户都接上了自来水管子，", "再也不用去河边挑水了。"]


def shares(states: list[State]) -> list[list[float]]:
    """A reading that is sure of each line."""
    return [[float(state == each) for each in STATES] for state in states]


def told(lines: list[str], states: list[State]) -> list[ways.Way]:
    """What is told round each line of a page read in this way."""
    sights = seen("\n".join(lines))
    found = ways.retold(Sheet(sights, own_words(sights)).seams(), shares(states))
    return [key[: len(ways.UNKNOWN)] for key in found[:-1]]


def page(indent: str, blank: str, many: int = 6) -> tuple[list[str], list[State]]:
    """A page of paragraphs, with what stands before each and at the head of its first line."""
    lines: list[str] = []
    for _ in range(many):
        lines += [*([blank] if lines and blank != "-" else []), indent + PARAGRAPH[0]]
        lines += PARAGRAPH[1:]
    return lines, [State.FIRST, State.MIDDLE, State.LAST] * many


@pytest.mark.parametrize(
    ("indent", "blank", "place", "wanted"),
    [("　　", "-", 1, "5"), ("", "-", 1, "0"), ("", "", 2, "5"), ("", "-", 2, "0")],
)
def test_what_first_lines_do_is_told(indent, blank, place, wanted):
    lines, states = page(indent, blank)
    assert {way[place] for way in told(lines, states)} == {wanted}


def test_a_page_of_few_lines_tells_nothing():
    lines, states = page("　　", "", many=2)
    assert {way[:3] for way in told(lines, states)} == {("?", "?", "?")}


def test_a_page_set_in_two_ways_tells_each_where_it_is():
    one, states = page("　　", "-", many=14)
    two, more = page("", "-", many=14)
    found = told(one + two, states + more)
    assert found[0][1] == "5"
    assert found[-1][1] == "0"


def test_stops_inside_paragraphs_are_counted():
    lines = ["今年雨水多，河里涨了水。", "大家都去帮忙，把沙袋扛上", "堤坝。谁也没有叫苦叫累。"] * 5
    states = [State.FIRST, State.MIDDLE, State.MIDDLE] * 5
    assert told(lines, states)[3][5] == "3"


def test_only_the_last_two_groups_are_told_otherwise():
    assert [GROUPS[at][0] for at in ways.RETOLD] == ["manner", "manner below"]
    sights = seen("\n".join(page("　　", "-")[0]))
    owns = own_words(sights)
    seams = Sheet(sights, owns).seams()
    other = ways.retold(seams, shares([State.SINGLE] * len(sights)))
    assert len(other) == len(seams) == len(sights) + 1
    size = len(ways.UNKNOWN)
    assert [key[size:] for key in other] == seams
    lines = clues(sights, owns)
    assert [line[-2][size:] for line in lines] == seams[:-1]
    assert [line[-1][size:] for line in lines] == seams[1:]
    assert {line[-1][:size] for line in lines} == {ways.UNKNOWN}


def test_one_line_can_be_read_twice():
    assert len(repair("只有一行。").blocks) == 1
