"""A label that stands beside the number of its page is a section label, however it is set."""

import pytest

from reader.model import Kind
from reader.text.pageform import page_form
from reader.text.repair import repair

BODY = """春耕进入高峰期

　　本报讯（记者 李二）连日来，全县各乡镇抢抓农时，
早稻育秧工作有序推进，田间地头一派繁忙景象。
　　在城关镇，种粮大户们正忙着翻耕秧田，拖拉机来回
穿梭。
"""


@pytest.mark.parametrize(
    "head", ["", "江边晚报 2023年3月15日 星期三\n", "江边晚报\n2023年3月15日\n\n"]
)
@pytest.mark.parametrize(
    "label",
    [
        "第一版 要闻", "第二版 社会", "第1版：要闻", "第03版·国际新闻", "A2 文苑", "B12版｜乡情",
        "文苑 第四版", "二版／综合",
    ],
)  # fmt: skip
def test_it_is_the_section_of_what_follows(head, label):
    page = repair(f"{head}{label}\n\n{BODY}")
    at = page.text.index(label)
    block = next(b for b in page.blocks if b.stretches[0].start <= at < b.stretches[-1].end)
    assert block.kind is Kind.SECTION
    assert page.articles[0].section is not None


@pytest.mark.parametrize("jump", ["下转第三版", "上接第1版", "（紧接第二版）"])
def test_a_line_that_sends_on_is_none(jump):
    page = repair(f"{BODY}{jump}\n\n{BODY}")
    at = page.text.index(jump)
    block = next(b for b in page.blocks if b.stretches[0].start <= at < b.stretches[-1].end)
    assert block.kind is not Kind.SECTION


LEADS = """
{label}

中小学开展食堂卫生大检查

　　本报讯（记者 王小明）昨日，中小学开展食堂卫生大检查，检查组走进后厨，查看了食材的来源和
保存的情况，并对不合格的地方当场提出了整改的要求。

老街新开三家书店

　　本报讯（记者 李大伟）近日，老街新开了三家书店，店主都是本地的年轻人，书架上摆满了各种各样的新
书和旧书，每到周末都有不少读者前来看书。
"""


@pytest.mark.parametrize(
    ("label", "sections"),
    [("老年节", ["老年节", None]), ("社区要闻", ["社区要闻", "社区要闻"])],
)
def test_what_may_be_no_label_is_that_of_one_article(label, sections):
    form = page_form(repair(LEADS.format(label=label)), "")
    assert [article["section"] for article in form["articles"]] == sections
