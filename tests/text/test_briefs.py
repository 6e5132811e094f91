"""Short news, each with ▲ or △, is text; what such a mark points from to a picture is a caption."""

import pytest

from reader.model import Kind
from reader.text.briefs import briefs
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.repair import repair

ARTICLE = (
    "学校食堂查了一遍\n\n　　本报讯（记者 王小明）近日，全县中小学开展食堂卫生大检查，检查组\n"
    "走进后厨查看了食材的来源和保存的情况，对不合格的地方当场提出整改。\n\n"
)
NEWS = (
    (
        "县医院新楼昨天启用，市民看病更近。", "城东小学上周到敬老院打扫卫生。",
        "水利局派人检查水库，问题已经整改。", "老街夜市昨晚开张，摊主说生意好。",
    ),
    (
        "县医院新楼昨天启用，市民看病不用再跑远路。（李红）",
        "城东小学的学生上周到敬老院打扫卫生。（王明）",
        "水利局派出三支小队检查水库，发现问题已整改。（赵刚）",
    ),
    ("3月5日，县医院新楼启用。", "3月6日，城东小学组织学生春游。", "3月8日，水利局检查水库。"),
)  # fmt: skip


def kinds(page, mark):
    return [
        block.kind
        for block in repair(page).blocks
        if page[block.stretches[0].start : block.stretches[-1].end].lstrip().startswith(mark)
    ]


@pytest.mark.parametrize("mark", "▲△")
@pytest.mark.parametrize("news", NEWS)
@pytest.mark.parametrize("above", ["简讯\n\n", "", ARTICLE])
@pytest.mark.parametrize(("between", "width"), [("\n", 60), ("\n\n", 60), ("\n", 14)])
def test_several_in_a_row_that_tell_news_are_text(mark, news, above, between, width):
    items = [mark + item for item in news]
    lines = ["\n".join(t[at : at + width] for at in range(0, len(t), width)) for t in items]
    assert kinds(above + between.join(lines) + "\n", mark) == [Kind.PARA] * len(news)


@pytest.mark.parametrize("mark", "▲△")
@pytest.mark.parametrize(
    "shown",
    [
        ("孩子们在河边放风筝 李红 摄",),
        ("孩子们在河边放风筝 李红 摄", "工人正在铺设新水管", "检查组在后厨查看食材。"),
        ("孩子们在河边放风筝。", "工人正在铺设新水管。", "检查组在后厨查看食材。"),
        ("孩子们在河边，风筝飞得很高。", "工人正在铺水管，月底完工。"),
    ],
)
def test_what_shows_a_picture_is_a_caption(mark, shown):
    page = ARTICLE + "\n\n".join(mark + item for item in shown) + "\n"
    assert kinds(page, mark) == [Kind.CAPTION] * len(shown)


@pytest.mark.parametrize(
    ("page", "places"),
    [
        ("▲孩子来了，很早。\n▲人很多，很好。\n▲天晴了，很暖。\n", {0, 1, 2}),
        ("▲孩子来了，\n很早。\n▲人很多，很好。\n▲天晴了，很暖。\n河堤\n", {0, 2, 3}),
        ("▲孩子来了，图为现场。\n▲人很多，很好。\n▲天晴了，很暖。\n", set()),
        ("▲孩子来了，很早。\n▲人很多，很好。李红 摄\n▲天晴了，很暖。\n", set()),
        ("▲孩子来了，很早。\n△人很多，很好。\n▲天晴了，很暖。\n", set()),
        ("▲孩子来了，很早。\n▲人很多，很好。\n", set()),
        ("▲孩子来了，很早\n▲人很多，很好\n▲天晴了，很暖\n", set()),
        ("▲孩子来了。\n▲人很多。\n▲天晴了，很暖。\n", set()),
        ("▲孩子来了，企图过河。\n▲人很多，很好。\n▲天晴了，很暖。\n", {0, 1, 2}),
    ],
)
def test_what_makes_a_list(page, places):
    assert briefs(units_of(page, split_lines(page), ())) == places
