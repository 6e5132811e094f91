"""Articles, gathered headlines, columns put back, reasons, on pages made up here."""

from __future__ import annotations

import pytest
import wrapping

from reader import places
from reader.model import Kind, Reads
from reader.text.pageform import page_form, page_text, seam_rows
from reader.text.reasons import REASONS, ems
from reader.text.repair import as_is, repair

LEAD_A = "4月14日，青禾镇召开防汛工作会议，部署今年的防汛工作，要求各村早作准备。\n"
LEAD_B = "4月16日，柳岸村老年食堂启用，老人们吃上了热饭热菜，都说味道不错。\n"
MORE = "会上，大家看了河堤和水闸的照片，提出了不少意见，都被一条条记了下来。\n"


def form(text):
    return page_form(repair(text), "x")


def titles(text):
    return [article["title"] for article in form(text)["articles"]]


def test_headlines_gathered_above_their_bodies_find_them():
    page = (
        "热饭热菜送到老人桌上\n柳岸村老年食堂启用第一天\n\n早作准备保平安度汛\n"
        f"青禾镇召开防汛工作会议\n\n{LEAD_A}\n{MORE}\n{LEAD_B}"
    )
    found = form(page)["articles"]
    heads = [
        [article[kind] for kind in ("kicker", "title", "subtitle") if article[kind]]
        for article in found
    ]
    assert heads == [
        ["早作准备保平安度汛", "青禾镇召开防汛工作会议"],
        ["热饭热菜送到老人桌上", "柳岸村老年食堂启用第一天"],
    ]
    assert [len(article["body"]) for article in found] == [2, 1]


def test_subheads_stand_inside_their_article():
    page = f"青禾镇召开防汛工作会议\n\n{LEAD_A}\n一、看河堤\n\n{MORE}\n二、看水闸\n\n{MORE}"
    found = form(page)["articles"]
    assert len(found) == 1
    kinds = [block["kind"] for block in found[0]["body"]]
    assert kinds == ["para", "subhead", "para", "subhead", "para"]


def test_a_label_is_repeated_in_each_of_its_articles():
    page = f"【河边故事】\n\n青禾镇召开防汛工作会议\n\n{LEAD_A}\n柳岸村老年食堂启用\n\n{LEAD_B}"
    assert [article["section"] for article in form(page)["articles"]] == ["【河边故事】"] * 2


def test_a_caption_inside_a_paragraph_leaves_it_whole():
    page = (
        "柳岸村老年食堂启用\n\n4月16日，柳岸村老年食堂启用，老人们吃上了热饭热\n\n图为食堂里的老人。\n\n"
        "菜，都说味道不错，明天还要再来，还要带上邻居一起来。\n"
    )
    body = form(page)["articles"][0]["body"]
    assert [block["kind"] for block in body] == ["para", "caption"]
    assert "热饭热菜" in body[0]["text"]
    assert body[0]["lines"] == [3, 7]
    row = next(row for row in seam_rows(repair(page), lambda r: r.code) if row["line"] == 3)
    assert (row["next"], row["verdict"], row["moved"]) == (7, "join", True)


def test_a_person_keeps_the_column_where_it_is():
    page = next(places.seeds().glob("002*")).read_text("utf-8").rstrip() + "\n"
    free = repair(page)
    seam = next(seam for seam in free.seams if seam.reasons[0].code == "moved")
    assert seam.reads is Reads.JOIN
    kept = repair(page, fixed={seam.start: Reads.PARA})
    assert next(one for one in kept.seams if one.start == seam.start).reads is Reads.PARA
    assert repair(page, fixed={seam.start: Reads.JOIN}).blocks == free.blocks


def test_latin_lines_are_joined_with_spaces():
    page = (
        "A garden opened on Monday in the old yard, where many\npeople met to plant trees there.\n"
    )
    assert form(page)["articles"][0]["body"][0]["text"].count("many people") == 1


def test_the_text_form_has_one_block_a_line():
    text = page_text(form(f"青禾镇召开防汛工作会议\n\n{LEAD_A}\n{MORE}"))
    assert text.split("\n\n")[0] == "青禾镇召开防汛工作会议"
    assert text.endswith("下来。\n")
    two = page_form([repair(LEAD_A), repair(LEAD_B, first_line=2)], "x")
    assert "\n\n\n" in page_text(two)
    assert two["articles"][1]["body"][0]["lines"] == [2]


def test_a_person_may_part_a_line_and_keep_a_space():
    above = f"青禾镇召开防汛工作会议\n\n{LEAD_A}\n"
    page = above + "河堤修好了。 孩子们笑了 老人也笑了。\n"
    fixed = {len(above) + 6: Reads.PARA, len(above) + 12: Reads.SPACE}
    (article,) = page_form(repair(page, fixed=fixed), "x")["articles"]
    assert [block["text"] for block in article["body"]][-2:] == [
        "河堤修好了。",
        "孩子们笑了 老人也笑了。",
    ]


def test_reasons_have_codes_and_facts():
    seen = set()
    for seed in range(8):
        for seam in repair(wrapping.page(seed).raw).seams:
            for reason in seam.reasons:
                assert len(reason.facts) == REASONS[reason.code]
                seen.add(reason.code)
    assert {"stop", "no_stop", "headline", "short", "full", "next_indent", "word_cut"} <= seen


@pytest.mark.parametrize(("value", "shown"), [(13.0, "13"), (14.5, "14.5"), (12.74, "12.5")])
def test_ems_are_written_in_halves(value, shown):
    assert ems(value) == shown


def test_as_is_leaves_all_lines_apart():
    draft = as_is(" 甲\n\n乙丙\n", first_line=7)
    assert [block.kind for block in draft.blocks] == [Kind.PARA] * 2
    assert [role.number for role in draft.roles] == [7, 9]
    assert page_form(draft, "x")["articles"][0]["body"][1] == {
        "kind": "para",
        "text": "乙丙",
        "lines": [9],
    }
