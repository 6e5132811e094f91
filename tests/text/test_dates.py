import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("0012", 12), ("十", 10), ("十二", 12), ("二十", 20), ("廿五", 25), ("卅一", 31),
        ("一百零三", 103), ("一千二百三十四", 1234), ("二〇二五", 2025), ("二○二五", 2025),
        ("〇", 0), ("元", 1), ("", None), ("甲", None), ("十a", None), ("1234567890", None),
    ],
)  # fmt: skip
def test_numbers(text, value):
    assert dates.number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025", 2025), ("二〇二五", 2025), ("民国三十六", 1947), ("中華民國元", 1912),
        ("民国 36", 1947), ("1700", None), ("2999", None), ("甲子", None),
    ],
)  # fmt: skip
def test_years(text, value):
    assert dates.year(text) == value


@pytest.mark.parametrize(
    ("parts", "made"),
    [
        ((2025,), "2025"), ((2025, 4), "2025-04"), ((2025, 4, 14), "2025-04-14"),
        ((2024, 2, 29), "2024-02-29"), ((2025, 2, 29), None), ((2025, 4, 31), None),
        ((2025, 13), None), ((2025, 0), None), ((2025, 4, 0), None), ((None,), None),
        ((1500,), None),
    ],
)  # fmt: skip
def test_a_date_that_was_not_is_never_made(parts, made):
    assert dates.make(*parts) == made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年4月14日", "2025-04-14"),
        ("2025 年 4 月 14 日", "2025-04-14"),
        ("二〇二五年四月十四日", "2025-04-14"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("民國三十六年四月廿五日", "1947-04-25"),
        ("2025-04-14", "2025-04-14"),
        ("2025.4.4", "2025-04-04"),
        ("2025/12/01", "2025-12-01"),
        ("2025年正月初一", None),
        ("2025年2月30日", None),
        ("12025-04-14", None),
        ("2025-04-145", None),
        ("2025-04/14", None),
    ],
)
def test_full_dates(text, found):
    match = dates.FULL_DATE.search(text)
    assert (dates.of_match(match) if match else None) == found


def test_months():
    match = dates.MONTH_DATE.search("二〇二五年元月号")
    assert dates.of_match(match) == "2025-01"
    assert dates.of_match(dates.MONTH_DATE.search("2025年 4月")) == "2025-04"


@given(st.dates(date(1815, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_as_it_is_printed(day):
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month:02}.{day.day:02}",
    ):
        assert dates.of_match(dates.FULL_DATE.search(text)) == day.isoformat()
    weekday = "一二三四五六日"[day.weekday()]
    assert dates.falls_on(day.isoformat(), weekday)
    assert dates.falls_on(day.isoformat(), weekday.replace("日", "天"))
    assert not dates.falls_on(day.isoformat(), "二" if weekday == "一" else "一")


@given(st.text(alphabet="0123456789年月日-./一二三十〇民国廿正元 ", max_size=24))
def test_whatever_is_read_is_a_date(text):
    for pattern in (dates.FULL_DATE, dates.MONTH_DATE):
        for match in pattern.finditer(text):
            found = dates.of_match(match)
            if found is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", found):
                date.fromisoformat(found)
            elif found is not None:
                date.fromisoformat(f"{found}-01")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025-4", "2025-04"),
        ("2025.4.14", "2025-04-14"),
        (" 2025年 4月 14日 ", "2025-04-14"),
        ("２０２５／４／１", "2025-04-01"),
        ("2025年4月", "2025-04"),
        ("2025-13-40", "2025-13-40"),
        ("去年", "去年"),
        ("", ""),
        ("25-4", "25-4"),
    ],
)
def test_dates_as_people_type_them(text, iso) -> None:
    assert dates.typed(text) == iso
