"""A headline that is broken is broken near its middle; a slogan is none with its event."""

import pytest

from reader.text.headlines import severed, shape


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("同心共筑平安", "东坝镇召开第十二届人民代表大会第三次会议"),
        ("奋楫扬帆再出发", "石桥铺街道举行年度经济工作总结会"),
    ],
)
def test_a_slogan_is_no_headline_with_its_event(above, below):
    assert severed(shape(above), shape(below)) > 5


def test_a_line_is_seldom_part_of_a_headline_that_is_far_longer_below():
    found = severed(shape("河堤加固"), shape("青禾镇三百名党员用半个月走遍沿河村庄"))
    assert 0 < found < 5


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("同心共筑平安", "共创和谐家园"),
        ("石桥铺街道召开", "物业管理联席会议暨年度先进表彰大会"),
        ("致敬最可爱的", "东坝镇召开第十二届人民代表大会第三次会议"),
        ("谁来管？", "石桥铺街道举行年度经济工作总结会答网友问"),
        ("青禾镇", "和周边六个乡镇联手治理百里河道上的垃圾"),
    ],
)
def test_what_is_open_or_alike_in_length_may_go_on(above, below):
    assert severed(shape(above), shape(below)) == 0
