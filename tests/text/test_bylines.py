"""Who wrote an article may stand on several lines: that is one byline."""

from __future__ import annotations

import pytest

from reader.model import Kind, Reads
from reader.text.blocks import gather
from reader.text.pageform import page_form
from reader.text.repair import repair
from reader.text.states import KEEPS, State

PAGE = """林场护林员巡山四十年

本报记者 曾兴慧
本报通讯员 陈月明

在文坪县一带，提起护林员老曾，人人都要竖起大拇
指，说他一双脚板走遍了县里的每一座山头。
去年冬天，大雪封山，他在齐腰深的雪里走了九个小
时，把防火的器材送到了毛家湾。
"""
BREAK = PAGE.index("慧\n") + 1


def bylines(draft) -> list[str]:
    return [
        "".join(draft.text[one.start : one.end] for one in block.stretches).strip()
        for block in draft.blocks
        if block.kind is Kind.BYLINE
    ]


def test_names_below_one_another_are_one_byline() -> None:
    draft = repair(PAGE)
    assert bylines(draft) == ["本报记者 曾兴慧\n本报通讯员 陈月明"]
    [seam] = [seam for seam in draft.seams if seam.start == BREAK]
    assert seam.reads is Reads.SPACE
    [article] = page_form(draft, "x")["articles"]
    assert article["byline"] == "本报记者 曾兴慧 本报通讯员 陈月明"


def test_a_person_may_part_them() -> None:
    draft = repair(PAGE, fixed={BREAK: Reads.PARA})
    [seam] = [seam for seam in draft.seams if seam.start == BREAK]
    assert seam.reads is Reads.PARA
    assert bylines(draft) != bylines(repair(PAGE))


@pytest.mark.parametrize("state", [one for one in State if one is not State.BYLINE])
def test_a_byline_goes_on_with_nothing_else(state) -> None:
    assert (State.BYLINE, state) not in KEEPS
    assert (state, State.BYLINE) not in KEEPS


def test_bylines_with_something_between_them_are_two() -> None:
    one, head = State.BYLINE, State.TITLE
    assert [block.units for block in gather([one, one, head, one], range(4))] == [[0, 1], [2], [3]]
