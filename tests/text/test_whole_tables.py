"""Rows of a table stay in the article, with the spaces between their cells; so does its name."""

import itertools

import pytest

from reader.model import Kind
from reader.text.cues import same_columns
from reader.text.pageform import page_form
from reader.text.repair import repair

HEADS = (
    "江湾晚报　2019年3月15日　第3版\n\n新茶陆续上市价格平稳\n\n",
    "江湾晚报\n2019年3月15日 星期五 第3版\n\n新茶陆续上市\n本报记者 张明\n\n",
    "",
)
BODIES = (
    "　　记者昨天从市场了解到，今年的\n新茶陆续上市，价格与去年持平，前\n来买茶的市民络绎不绝。\n"
    "　　商户们说，再过半个月，绿茶就\n会大量上市。\n",
    "　　记者昨天从市场了解到，今年的新茶陆续上市，价格与去年持平，前来买茶的市民络绎不绝。\n",
)
ROWS = ("品名 单价 涨跌", "龙井 680元/斤 +2%", "碧螺春 520元/斤 -1%", "毛尖 360元/斤 {}%")
CREDITS = ("\n责任编辑 孙丽 版式 周强 校对 吴敏\n", "责任编辑 孙丽 版式 周强 校对 吴敏\n", "")


def read(text):
    form = page_form(repair(text), "page.txt")
    return [block["text"] for article in form["articles"] for block in article["body"]]


@pytest.mark.parametrize("last", ["0", "+2", "-3"])
@pytest.mark.parametrize("name", ["近期茶叶价格表", "近期茶叶行情："])
def test_no_row_is_lost(last, name):
    rows = [row.format(last) for row in ROWS]
    for head, body, gap, tail in itertools.product(HEADS, BODIES, ("\n", ""), CREDITS):
        text = head + body + gap + "\n".join((name, *rows)) + "\n" + tail
        found = read(text)
        assert [row for row in rows if row not in found] == [], text


def test_cells_keep_their_spaces_and_sentences_lose_those_of_typesetting():
    text = HEADS[0] + "　　本市自 4 月 14 日起，新设三处网点，市民可就近办理，电话如下。\n\n"
    text += "网点 地址 电话\n海丰 城关镇 3456789\n陆丰 东海镇 3456788\n"
    found = read(text)
    assert found[0].startswith("本市自4月14日起")
    assert found[1:] == ["网点 地址 电话", "海丰 城关镇 3456789", "陆丰 东海镇 3456788"]


def test_what_stands_at_the_top_is_no_table():
    text = (
        "晨报 2019年3月15日 第1版\n晨报 2019年3月15日 第2版\n\n新茶陆续上市\n\n　　"
        + "市场平稳。" * 9
    )
    kinds = [block.kind for block in repair(text + "\n").blocks]
    assert kinds[0] is Kind.FURNITURE


@pytest.mark.parametrize(
    ("above", "below", "alike"),
    [
        ("龙井 680元/斤 +2%", "毛尖 360元/斤 0%", True),
        ("品名 单价 涨跌", "龙井 680元/斤 +2%", True),
        ("龙井 680元/斤 +2%", "品名 单价 涨跌", False),
        ("龙井 680元/斤", "毛尖 360元/斤", False),
        ("1 龙井 680元", "2 毛尖 360元", False),
        ("责任编辑 孙丽 版式", "校对 吴敏 电话", False),
        ("龙井 680元/斤 +2%", "责任编辑 孙丽 版式 周强", False),
        ("龙井 680元/斤 " + "长" * 60, "毛尖 360元/斤 " + "长" * 60, False),
        ("", "", False),
    ],
)
def test_rows_of_the_same_columns(above, below, alike):
    assert same_columns(above, below) is alike


@pytest.mark.parametrize(
    "line",
    [
        "中華民國二十三年五月十二日",
        "民国廿三年五月十二日 星期六",
        "中华民国元年一月一日",
        "民國二十三年五月十二號",
    ],
)
def test_a_day_alone_at_the_top_is_no_headline(line):
    text = f"江灣日報\n{line}\n\n本市商會昨日開會\n\n"
    text += "　　本市商會昨日下午在會館開會，到會會員四十餘人。\n"
    draft = repair(text)
    kinds = {text[b.stretches[0].start : b.stretches[-1].end].strip(): b.kind for b in draft.blocks}
    assert kinds[line] is Kind.FURNITURE
    assert kinds["江灣日報"] is Kind.FURNITURE
    assert kinds["本市商會昨日開會"] is Kind.TITLE


def test_a_headline_that_says_a_day_is_one():
    text = "自3月15日起城南公交改线\n\n　　自下周起，城南的几条公交线改走新路，市民请留意站牌。\n"
    assert repair(text).blocks[0].kind is Kind.TITLE


def test_what_a_line_says_comes_from_elsewhere_begins_an_article():
    text = (
        HEADS[0] + BODIES[0] + "\n（上接第1版）河堤加固以后，水\n泵也都试了机。两岸的人站在堤上\n"
        "看第一台机器下河，心里踏实了许\n多。\n　　镇里说，工程年底完工。\n"
    )
    articles = page_form(repair(text), "page.txt")["articles"]
    assert [article["title"] for article in articles] == ["新茶陆续上市价格平稳", None]
    assert articles[1]["body"][0]["text"].startswith("河堤加固以后，水泵")
