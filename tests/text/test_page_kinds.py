"""Furniture, labels, bylines, captions, headlines and verse, told by their own words."""

from __future__ import annotations

import pytest

from reader.model import Kind
from reader.text import furniture, headlines
from reader.text.features import look, units_of
from reader.text.lines import split_lines
from reader.text.repair import repair
from reader.text.verse import verses


def units(text):
    return units_of(text, split_lines(text), ())


def sights(text):
    return look(units(text))


def odds(rule, text):
    return rule(units(text)[0]) or -9.0


def looks(unit):
    return headlines.looks(unit, headlines.shape(unit.text)) if headlines.may_be(unit) else None


@pytest.mark.parametrize(
    "text",
    [
        "青禾周报",
        "A02",
        "第 3 版",
        "P03",
        "（下转第4版）",
        "2031年4月14日 星期一",
        "扫一扫 关注我们",
        "责任编辑 王小明 版式 李红",
        "新闻热线：61234567",
        "小 / 河 / 边 / 的 / 事",
        "* * *",
        "青禾镇政府 联合出版",
    ],
)
def test_furniture(text):
    assert odds(furniture.furniture, text) > 2


@pytest.mark.parametrize(
    "text",
    [
        "近日，青禾镇举行扫码取书活动，居民说方便。",
        "河岸边的柳树绿了",
        "扫码就能看病",
        "新邮票今日发行",
        "第3期培训班开班",
        "社区广告牌换新颜",
        "2031年4月14日，青禾镇召开会议，部署防汛工作，要求各村落实责任，确保安全。",
    ],
)
def test_no_furniture(text):
    assert odds(furniture.furniture, text) < 2


@pytest.mark.parametrize(
    "text", ["【河边故事】", "要闻", "社会新闻", "■ 民生", "[文化]", "短 讯", "比 分 牌"]
)
def test_section_labels(text):
    assert odds(furniture.section, text) > 3


@pytest.mark.parametrize(
    "text", ["【这是一个很长很长的不像栏目的名字】", "河水慢慢流", "近日，要闻"]
)
def test_no_section_labels(text):
    assert odds(furniture.section, text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "本报记者 王小明",
        "□ 李红",
        "文/王小明 图/李红",
        "王小明 文/摄",
        "（青禾镇 李红）",
        "By Ann Lee",
    ],
)
def test_bylines(text):
    assert odds(furniture.byline, text) > 2


@pytest.mark.parametrize(
    "text", ["（之一）", "（上）", "记者从村里获悉，河堤修好了。", "河水慢慢流"]
)
def test_no_bylines(text):
    assert odds(furniture.byline, text) < 2


@pytest.mark.parametrize(
    "text", ["图为比赛现场。", "▲孩子们在河边 李红 摄", "（李红 摄）", "上图：河堤。"]
)
def test_captions(text):
    assert odds(furniture.caption, text) > 3


@pytest.mark.parametrize("text", ["河水慢慢流", "意图为何", "图书馆今天开放。" * 12])
def test_no_captions(text):
    assert odds(furniture.caption, text) < 0


def test_a_guide_ends_with_its_last_page_number():
    page = units("导读\n河堤修好了\nP02\n旧书\n新家\nP03\n近日，天气转暖。\n")
    assert furniture.guides(page) == {0, 1, 2, 3, 4, 5}


def test_lines_that_stand_twice():
    page = units("青禾\n正文一行。\n青禾\n正文一行。\n")
    assert furniture.repeated(page) == {0, 2}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("同心聚力 实干争先", "大家同心聚力，一起实干"),
        ("青禾镇召开防汛工作会议", "近日，青禾镇召开会议"),
        ("加快转型，走好新路", "随后，大家走上新的路"),
        ("河堤怎么修？", "河堤怎么修："),
        ("一、修河堤", "力，修河堤"),
    ],
)
def test_headlines_are_told_from_sentences(better, worse):
    assert odds(looks, better) > odds(looks, worse)


@pytest.mark.parametrize("text", ["，河堤", "河堤修好了。", "首先，", "字" * 60, "字"])
def test_what_is_never_a_headline(text):
    assert looks(units(text)[0]) is None


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("同心聚力谋发展\n实干争先促改革\n", True),
        ("青禾镇第八届龙舟赛\n暨文化节开幕\n", True),
        ("青禾镇\n召开防汛工作会议\n", True),
        ("同心聚力 实干争先\n青禾镇召开防汛工作会议\n", False),
        ("河堤修好了\n——青禾镇见闻\n", False),
    ],
)
def test_whether_two_lines_are_one_headline(text, together):
    before, after = sights(text)
    shapes = headlines.shape(before.unit.text), headlines.shape(after.unit.text)
    assert (headlines.goes_on(before, after, shapes, "") > 0) is together


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        ([], []),
        (["河堤修好了"], ["title"]),
        (["同心 聚力", "青禾镇召开防汛会议"], ["title", "subtitle"]),
        (["三村携手", "青禾“东片区”联学活动来了"], ["kicker", "title"]),
        (["龙舟竞渡", "——第九届南浦龙舟赛侧记"], ["title", "subtitle"]),
        (["青禾", "同心聚力 实干争先", "召开会议"], ["kicker", "title", "subtitle"]),
    ],
)
def test_roles_in_a_group(texts, roles):
    assert headlines.group_roles(texts) == roles


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("同心聚力谋发展 实干争先促改革", "青禾镇召开经济工作会议", True),
        ("同心聚力谋发展 实干争先促改革", "青禾镇全力推进河堤加固", True),
        ("同心共绘新蓝图", "青禾镇举办防汛演练", True),
        ("同心聚力谋發展", "青禾鎮舉行防汛演練", True),
        ("三村携手", "青禾镇召开联学大会", False),  # too short for a slogan
        ("市长在全市大会上强调", "青禾镇召开防汛会议", False),  # who says it
        ("青禾镇召开防汛会议", "各村启动值班", False),  # an event itself
        ("同心聚力谋发展 实干争先促改革", "青禾镇的春天", False),  # no event below
        ("青禾镇与江湾村", "今年春天第一次一起开展河堤联防联学", False),  # names the subject
    ],
)
def test_a_slogan_stands_above_the_event_that_it_is_for(first, second, is_one):
    assert headlines.slogan_above(first, second) is is_one


@pytest.mark.parametrize(
    ("first", "second", "does"),
    [
        ("三镇携手", "青禾“东片区”开展联学活动", True),
        ("春风化雨", "青禾“东片区”开展联学活动", False),  # names nobody
        ("青禾镇推进", "青禾“东片区”开展联学活动", False),  # tells a deed itself
        ("三镇携手", "开展联学", False),  # the second is hardly longer
    ],
)
def test_a_line_above_a_title_may_only_name_who_did_it(first, second, does):
    assert headlines.names_who(first, second) is does


METRE = "远岸炊烟淡，\n平沙落雁迟。\n一竿风月里，\n不觉夜深时。\n"
BARE = "远岸炊烟一缕斜\n平沙落雁几行沙\n一竿风月无人管\n两岸芦花是我家\n"
WIDE = "大家都说今年的河堤修得好。\n"
FREE = "我在河边走着\n风从对岸吹来\n像母亲的手\n轻轻拍着黄昏\n\n芦苇低下头\n一只白鹭\n飞走了\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (METRE, 4),
        ("江村\n\n" + FREE, 7),
        (
            "这里的河堤修好\n了大家都很高兴\n孩子们跑来跑去\n老人们坐在树下\n看着河水慢慢流\n过村口的石桥下\n",
            0,
        ),
        ("春眠，\n夏日。\n", 0),
        (WIDE + BARE + "说完他就走了，再没有回头看。\n", 4),
        (BARE, 0),  # beside nothing it may be a column of seven
        (WIDE + BARE.replace("家\n", "家门\n"), 0),  # not of one length
        (WIDE + "这里的河堤修好\n了大家都很高兴\n孩子们跑来跑去\n老人们坐在树下\n", 0),
        (WIDE + BARE + "他就这样走了\n", 0),  # it may be a column of seven
        (WIDE + BARE.partition("一竿")[0], 0),
    ],
)
def test_verse(text, count):
    assert len(verses(sights(text), set())) == count


def test_lines_known_to_be_something_else_are_no_verse():
    assert verses(sights(METRE), {0, 1, 2, 3}) == set()


@pytest.mark.parametrize("above", ["", "　　他当场写了一首诗送给村里的乡亲们：\n"])
def test_verse_without_marks_is_told_from_the_prose_around_it(above):
    prose = "　　昨天，大渠镇的河堤全部修好，村民敲锣打鼓来到堤上看水，镇长说今后再\n也不怕汛期。\n"
    page = f"学校食堂查了一遍\n\n{prose}{above}{BARE}{prose}"
    (verse,) = [block for block in repair(page).blocks if block.kind is Kind.VERSE]
    assert page[verse.stretches[0].start : verse.stretches[-1].end].strip() == BARE.strip()
