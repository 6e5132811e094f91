"""Months have names of their own: a line with no more than such a day is the issue's."""

import pytest

from reader.model import Kind
from reader.text.features import units_of
from reader.text.furniture import furniture
from reader.text.lines import split_lines
from reader.text.repair import repair


@pytest.mark.parametrize(
    "day",
    [
        "一九五六年元月十五日", "一九五六年正月廿三日", "一九五六年腊月廿三日",
        "民國三十六年冬月初五", "一九五七年閏八月初二日",
    ],
)  # fmt: skip
def test_it_is_furniture(day):
    body = "河堤修好了\n\n　　昨天上午，大渠镇的河堤全部修好，村民敲锣打鼓来到堤上看水。\n"
    page = f"河东晚报\n{day}\n\n{body}"
    at = page.index(day)
    (block,) = [b for b in repair(page).blocks if b.stretches[0].start <= at < b.stretches[-1].end]
    assert block.kind is Kind.FURNITURE
    (unit,) = units_of(day, split_lines(day, 1), ())
    assert furniture(unit) is not None


@pytest.mark.parametrize("price", ["带鱼 13.7元/500克", "青菜 12.5元/10斤"])
def test_a_price_is_no_day(price):
    (unit,) = units_of(price, split_lines(price, 1), ())
    assert furniture(unit) is None
