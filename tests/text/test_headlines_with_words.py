"""A headline that holds a word of furniture stays a headline; furniture has its form or place."""

import pytest

from reader.model import Kind
from reader.text.own import own_words
from reader.text.repair import repair, seen

BODY = (
    "　　昨天上午，大渠镇的河堤全部修好，村民敲锣打鼓来到堤上看水，镇长说今后再\n也不怕汛期，"
    "大家都放心。\n　　在现场，记者看到十几台机器还在平整路面，工人们说月底以前就能通车。\n"
)
OTHER = (
    "学校食堂查了一遍\n\n　　本报讯（记者 王小明）近日，全县中小学开展食堂卫生大检查，"
    "检查组走进后厨，查看\n了食材的来源和保存的情况，对不合格的地方当场提出整改。\n"
)


def kind_of(page, line):
    at = page.index(line)
    return next(
        b.kind for b in repair(page).blocks if b.stretches[0].start <= at < b.stretches[-1].end
    )


HEADS = (Kind.KICKER, Kind.TITLE, Kind.SUBTITLE)


@pytest.mark.parametrize(
    "head",
    [
        "新闻热线：帮老人找到家",
        "新闻热线 架起干群连心桥",
        "热线 24小时不打烊",
        "一条新闻线索引出大案",
        "周末最高气温达30℃",
        "周末多云 气温升至28℃",
        "本周末迎来大雨 气温降10℃",
        "今日天气晴",
        "农历正月十五闹元宵",
        "订阅：从邮局开始",
        "免费发放种子",
        "敬请关注新规",
        "投稿指南",
    ],
)
def test_above_its_text_it_is_a_headline(head):
    first = f"{head}\n\n{BODY}\n{OTHER}"
    later = f"河东晚报\n2031年4月14日 星期一\n\n{OTHER}\n{head}\n\n{BODY}"
    assert kind_of(first, head) in HEADS
    assert kind_of(later, head) in HEADS


@pytest.mark.parametrize("head", ["新闻热线：帮老人找到家", "周末多云 气温升至28℃"])
def test_a_second_line_or_a_byline_may_stand_between(head):
    page = f"{OTHER}\n{head}\n——市长电话二十年\n本报记者 王小明\n\n{BODY}"
    assert kind_of(page, head) in HEADS


def test_a_column_may_be_named_as_small_papers_are():
    items = "▲昨天，县医院新楼启用，市民看病更近。\n▲昨天，水利局查水库。\n▲昨天，夜市开张。\n"
    assert kind_of(f"{OTHER}\n一周简报\n\n{items}", "一周简报") in (*HEADS, Kind.SECTION)
    narrow = "　　▲县医院新楼昨天\n启用，市民看病更近。\n" * 3
    assert kind_of(f"{OTHER}\n一周简报\n{narrow}", "一周简报") in (*HEADS, Kind.SECTION)
    assert kind_of(f"河东简报\n2031年4月14日\n\n{items}", "河东简报") is Kind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "新闻热线：61234567",
        "责任编辑 王小明 版式 李红",
        "今日天气 晴到多云 东北风5级 21~24℃",
        "天气预报：今天阴有阵雨，南风2级，17到28℃",
        "扫描二维码 看更多精彩",
        "农历八月十二",
        "星期三",
    ],
)
def test_in_the_form_of_furniture_it_may_be_that_wherever_it_stands(line):
    sights = seen(f"{OTHER}\n{line}\n\n{BODY}")
    (own,) = [o for o, s in zip(own_words(sights), sights, strict=True) if s.unit.text == line]
    assert own.furniture is not None


@pytest.mark.parametrize("line", ["投稿请看这里", "服务热线", "内部资料"])
def test_at_the_foot_of_the_page_a_word_is_enough(line):
    page = f"{OTHER}\n学校食堂又查了一遍\n\n{BODY}\n\n责任编辑 王小明\n{line}\n"
    assert kind_of(page, line) is Kind.FURNITURE


@pytest.mark.parametrize("head", ["喜报", "我校喜报", "校庆捷报", "捷报！"])
def test_good_news_above_its_day_is_no_paper(head):
    page = f"{head}\n2031年4月14日\n\n{BODY}"
    assert kind_of(page, head) in HEADS
    paper = f"河东晚报\n2031年4月14日\n\n{BODY}"
    assert kind_of(paper, "河东晚报") is Kind.FURNITURE
