"""Text that stands twice across a line end: struck where it is a fault, else kept as a doubt."""

from __future__ import annotations

import pytest

from reader.model import DOUBT_BELOW, Reads, Why
from reader.text.pageform import page_form
from reader.text.repair import repair

LEAD = "4月14日，青禾镇召开防汛工作会议，部署今年的防汛工作，要求各村早作准备。\n\n"
ONCE = "会上还说，青禾镇为旧楼房加装扶手，老人上下楼都方便，家属们都很放心。\n\n"
END = "会上，大家看了河堤和水闸的照片，提出了不少意见，都被一条条记了下来。\n"
OPENS = "近日，镇里传来消息，"


def read(text, more=""):
    """Give how a paragraph reads, the reasons and confidence of its line end, what is struck."""
    page = f"{LEAD}{more}{OPENS}{text}\n\n{END}"
    draft = repair(page)
    body = page_form(draft, "x")["articles"][0]["body"]
    (para,) = [one["text"] for one in body if one["text"].startswith(OPENS)]
    at = page.index("\n", page.index(OPENS))
    (seam,) = [seam for seam in draft.seams if seam.start == at]
    struck = [one for block in draft.blocks for one in block.stretches if one.struck]
    assert {one.struck for one in struck} <= {Why.DOUBLED}
    return para.removeprefix(OPENS), seam, [page[one.start : one.end] for one in struck]


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("发言的是村里的居民代表\n代表大家发言，说得很好。", "代表"),
        ("这件事还是先研究\n研究再作决定，不要着急。", "研究"),
        ("几个人坐在一起商量\n商量怎么把河堤修好才好。", "商量"),
        ("几个人坐在一起商\n量商量怎么把河堤修好才好。", "商量"),
        ("几个人坐在一起商量商\n量怎么把河堤修好才好。", "商量"),
        ("来的是老年大学\n大学生也来了，大家都说好。", "大学"),
        ("镇里的干部看望老年人\n老年人都说今年的日子好。", "老年人"),
        ("商户都说村里为旧楼房\n旧楼房加装扶手是件好事。", "旧楼房"),
    ],
)
def test_a_short_text_that_stands_twice_is_kept_and_is_a_doubt(text, copy):
    reads, seam, struck = read(text)
    assert reads == text.replace("\n", "")
    assert struck == []
    assert seam.reads is Reads.JOIN
    assert (seam.reasons[0].code, seam.reasons[0].facts) == ("doubled", (copy,))
    assert seam.confidence < DOUBT_BELOW


@pytest.mark.parametrize(
    ("text", "reads", "copy"),
    [
        ("镇里为旧楼房\n楼房加装扶手，大家说好。", "镇里为旧楼房加装扶手，大家说好。", "楼房"),
        ("镇里为旧楼\n房楼房加装扶手，大家说好。", "镇里为旧楼房加装扶手，大家说好。", "楼房"),
        ("镇里为旧楼房楼\n房加装扶手，大家说好。", "镇里为旧楼房加装扶手，大家说好。", "楼房"),
        (
            "镇里要为旧楼房加装\n楼房加装扶手，大家说好。",
            "镇里要为旧楼房加装扶手，大家说好。",
            "楼房加装",
        ),
        ("村里给旧平房装护栏\n旧平房装护栏最好。", "村里给旧平房装护栏最好。", "旧平房装护栏"),
    ],
)
def test_what_is_surely_doubled_is_struck_and_is_a_doubt_too(text, reads, copy):
    found, seam, struck = read(text, ONCE)
    assert found == reads
    assert [sorted(one) for one in struck] == [sorted(copy)]
    assert (seam.reasons[0].code, seam.reasons[0].facts) == ("doubled", (copy,))
    assert seam.confidence < DOUBT_BELOW


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("这件事还是先研究\n研究再作决定，不要着急。", "大家说，这件事要研究研究，不能急。\n\n"),
        ("村里给旧平房装护栏\n旧平房装护栏是好事情。", "墙上写着旧平房装护栏旧平房装护栏。\n\n"),
        ("来了一个\n一个好消息，大家都说好得很。", ""),
        ("来了一个\n个好消息，大家都说好得很。", ""),
        ("墙上的钟哈哈\n哈哈地笑，大家都说好得很。", ""),
    ],
)
def test_what_is_meant_is_no_doubt(text, more):
    reads, seam, struck = read(text, more)
    assert (reads, struck) == (text.replace("\n", ""), [])
    assert "doubled" not in [reason.code for reason in seam.reasons]


@pytest.mark.parametrize(
    "text",
    [
        "河水一寸一寸地涨，两个门洞\n两个门洞地看过去才放心。",
        "墙上的钟滴答滴答\n滴答滴答地响，大家都听见。",
    ],
)
def test_what_counts_or_comes_more_than_twice_is_not_struck(text):
    reads, _, struck = read(text)
    assert (reads, struck) == (text.replace("\n", ""), [])


def test_what_a_person_decided_is_no_doubt():
    page = f"{LEAD}{OPENS}这件事还是先研究\n研究再作决定，不要着急。\n\n{END}"
    at = page.index("\n", page.index(OPENS))
    (seam,) = [one for one in repair(page, fixed={at: Reads.JOIN}).seams if one.start == at]
    assert (seam.confidence, [reason.code for reason in seam.reasons]) == (1.0, ["person"])
