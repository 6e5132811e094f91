"""Pages whose characters are set apart, as Tesseract gives some, are read without the spaces."""

from __future__ import annotations

import pytest

from reader.model import Kind, Reads
from reader.text import spacing
from reader.text.pageform import page_form
from reader.text.repair import repair

PAGE = (
    "四 百 户 用 上 自 来 水\n\n本 报 记 者 潘 明 涛\n\n"
    "本 报 讯 入 冬 以 来 ， 东 陵 县 水 利 局 为 山 区 四 个 村 接 通 了 自 来 水 管 ， 共 2010\n"
    "户 人家 用 上 了 干净 的 水 。 县 里 拿 出 104 万 元 ， 修 了 三 座 泵 站 ， 九 月 底 全 部\n"
    "完 工 。 记者 在 石 坪 村 看 到 ， 家 家 院 子 里 都 装 了 水 龙 头 ， 老 人 们 说 : “ 这\n"
    "一 口 水 ， 我 们 等 了 三 十 年 。 ”\n\n"
    "报 名 电 话 6234567 ， 网 址 见 New York 书 店 。\n"
)


def read(page, **how):
    (article,) = page_form(repair(page, **how), "x")["articles"]
    return article


def test_the_text_is_read_without_them() -> None:
    article = read(PAGE)
    assert article["title"] == "四百户用上自来水"
    assert article["byline"] == "本报记者 潘明涛"
    assert [block["text"] for block in article["body"]] == [
        "本报讯 入冬以来，东陵县水利局为山区四个村接通了自来水管，共2010户人家用上了干净的水。"
        "县里拿出104万元，修了三座泵站，九月底全部完工。记者在石坪村看到，家家院子里都装了"
        "水龙头，老人们说:“这一口水，我们等了三十年。”",
        "报名电话 6234567，网址见New York书店。",
    ]


def test_each_is_a_proposal_with_its_reason_and_a_person_is_obeyed() -> None:
    at = PAGE.index(" 上 自")
    (seam,) = [one for one in repair(PAGE).seams if one.start == at]
    assert [reason.code for reason in seam.reasons] == ["apart"]
    kept = read(PAGE, fixed={at: Reads.SPACE})
    assert kept["title"] == "四百户用 上自来水"


def closed(line, kind=Kind.PARA):
    out, at = "", 0
    for start, end, _ in spacing.apart(line, 0, len(line), kind):
        out, at = out + line[at:start], end
    return out + line[at:]


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("他 说 : “ 好 ， 就 用 Python 编 程 。", "他说:“好，就用Python编程。"),
        ("同 心 聚 力  实 干 争 先", "同心聚力  实干争先"),
        ("同 心 聚 力　实 干 争 先", "同心聚力　实干争先"),
        ("比 分 12 34 ， 3 5", "比分 12 34 ， 3 5"),
        ("New York Times", "New York Times"),
        ("■ 市 民 热 线", "■ 市民热线"),
        ("白 菜 2.30 萝 卜 1.50", "白菜 2.30 萝卜 1.50"),
        ("全县冬季水利建设工程开工 记者王小明", "全县冬季水利建设工程开工 记者王小明"),
    ],
)
def test_spaces_that_mean_something_stay(line, reads):
    assert closed(line) == reads


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("本 报 记 者 潘 明 涛", "本报记者 潘明涛"),
        ("通讯 员 彭 梅 文 尤 军", "通讯员 彭 梅 文 尤 军"),
        ("记者 王 力 通 讯 员 李 小 明", "记者 王力 通讯员 李小明"),
        ("张 伟 / 文", "张 伟 / 文"),
    ],
)
def test_a_byline_keeps_those_that_may_part_names(line, reads):
    assert closed(line, Kind.BYLINE) == reads


@pytest.mark.parametrize(
    "page",
    [
        "捐款名单\n\n" + "王伟 李强 张敏 刘洋 陈静 杨柳 赵磊 黄勇 周涛 吴霞\n" * 8,
        "王 伟 李 强 张 敏 刘 洋 陈 静 杨 柳 赵 磊 黄 勇 周 涛 吴 霞\n" * 8,
        "不 忘 初 心 牢 记 使 命\n今天上午，全县干部到河堤上种树，一共种下三千棵。\n" * 3,
    ],
)
def test_lists_of_names_and_slogans_make_no_such_page(page):
    assert not spacing.set_apart(page)
    draft = repair(page)
    assert not [one for one in draft.seams if one.reasons[0].code == "apart"]
