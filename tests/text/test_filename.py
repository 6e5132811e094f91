import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import IssueFacts
from reader.text.filename import read_name


def facts(title=None, date=None, number=None, page=None, guessed=""):
    guessed = frozenset(guessed.split())
    sure = date is not None and "date" not in guessed
    return IssueFacts(title, date, sure, number, page, guessed)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("社区晨报_2025-04-14_第3版.txt", facts("社区晨报", "2025-04-14", page=3)),
        ("20250414-03.txt", facts(date="2025-04-14", page=3)),
        ("2025-04-14-03.TXT", facts(date="2025-04-14", page=3)),
        ("2025年4月14日 A3版.txt", facts(date="2025-04-14", page=3)),
        ("２０２５年４月１４日　第４版.txt", facts(date="2025-04-14", page=4)),
        ("2025_4_14_P02.txt", facts(date="2025-04-14", page=2)),
        ("20250414A03.txt", facts(date="2025-04-14", page=3)),
        ("20250414B2版.txt", facts(date="2025-04-14", page=2, guessed="page")),
        ("nanpu-20250414-3.txt", facts(date="2025-04-14", page=3)),
        ("南浦晚报 2025.4.14 第1234期.txt", facts("南浦晚报", "2025-04-14", "1234")),
        ("云溪報 民國三十六年四月十四日 第二版.txt", facts("云溪報", "1947-04-14", page=2)),
        ("石桥周刊(总第56期)版次03.txt", facts("石桥周刊", number="56", page=3)),
        ("石桥通讯 第三期.txt", facts("石桥通讯", number="3")),
        ("梅坞学报 No.12.txt", facts("梅坞学报", number="12")),
        ("梅坞学报2025年第2期.txt", facts("梅坞学报", "2025", "2")),
        ("2025年4月.txt", facts(date="2025-04")),
        ("2025-04.txt", facts(date="2025-04")),
        ("202504.txt", facts(date="2025-04")),
        ("2025年.txt", facts(date="2025")),
        ("2025.txt", facts(date="2025", guessed="date")),
        ("page-3.txt", facts(page=3)),
        ("第3页", facts(page=3)),
        # TITLE_DATE_PAGE and nothing else: the title may have any form
        ("矿区新闻_1987-06-02_4.TXT", facts("矿区新闻", "1987-06-02", page=4)),
        ("西部商务_20250114_A03.txt", facts("西部商务", "2025-01-14", page=3)),
        ("今日菜价_2025-01-14_06.txt", facts("今日菜价", "2025-01-14", page=6)),
        ("社区之声_2025-01-14_02版.txt", facts("社区之声", "2025-01-14", page=2)),
        # what must not be read
        ("矿区新闻_1987-06-02.txt", facts(date="1987-06-02")),
        ("矿区新闻 1987-06-02 4.txt", facts(date="1987-06-02", page=4)),
        ("矿区新闻_1987-06-02_4_校样.txt", facts(date="1987-06-02", page=4)),
        ("扫描件_1987-06-02_4.txt", facts(date="1987-06-02", page=4)),
        ("要闻_2025-04-14_01.txt", facts(date="2025-04-14", page=1)),
        ("000_e4901fc396f5b98a.txt", facts()),
        ("2025-02-30.txt", facts()),
        ("2025年2月30日.txt", facts()),
        ("20251301.txt", facts()),
        ("0999年1月1日.txt", facts()),
        ("第0版.txt", facts()),
        ("第0期.txt", facts()),
        ("情况通报.txt", facts()),
        ("d41d8cd98f00b204e9800998ecf8427e.txt", facts()),
        ("扫描件.txt", facts()),
        ("", facts()),
    ],
)
def test_names(name, expected):
    assert read_name(name) == expected


@given(st.text(max_size=40))
def test_any_name_is_read_without_a_fault(name):
    read_name(name)


def test_names_of_undecodable_bytes():
    assert read_name("\udcd0\udcc2_2025-04-14.txt") == facts(date="2025-04-14")
