"""Reasons that would be wrong are not told: what is not known, not so, or long past."""

from __future__ import annotations

import pytest

from reader.cli.reasons_words import REASONS as SAID
from reader.cli.reasons_words import reason_words
from reader.cli.words import Words
from reader.model import Reads, Reason
from reader.text import cues, evidence, reasons
from reader.text.classes import Page
from reader.text.field import trained
from reader.text.reasons import REASONS, Seen
from reader.text.repair import LATIN_SURE, repair

LONE = (
    "河边的水塔高二十米，村里的老\n人都记得它修起来的那一年夏天\n雨下了整整一个月，水一直漫到\n"
    "桥上，大家把粮食搬到山坡的小\n学校里，夜里点着灯守着河堤直\n到天亮，谁也没有睡觉。\n"
)
MORE = "河边的水塔高二十米，村里的老人\n都记得它修起来的那一年夏天。\n"
ENGLISH = (
    "The council met on Tuesday\nto discuss the new budget\nfor the town's old library\n"
    "and heard three speakers\n(see page four) and agreed\nthat all of it would be\n"
    "put off until next spring\n"
)


def told(text: str) -> dict[int, list[tuple[str, ...]]]:
    """Give the reasons after each line, by its number."""
    draft = repair(text)
    numbers = {line.end: line.number for line in draft.lines}
    return {
        numbers[seam.start]: [(reason.code, *reason.facts) for reason in seam.reasons]
        for seam in draft.seams
    }


def test_a_page_without_blank_lines_is_not_said_to_have_them():
    assert not any(("no_blank",) in found for found in told(LONE).values())


@pytest.mark.parametrize(("stops", "others"), [("?", "0"), ("0", "?"), ("4", "?"), ("?", "4")])
def test_blank_lines_say_nothing_where_the_page_has_too_few_ends_to_tell(stops, others):
    page = Page(stops, others, "0", "0", "2")
    assert evidence.blank_weight(0, page) == evidence.blank_weight(1, page) == 0.0
    known = Page("4", "0", "0", "0", "2")
    assert evidence.blank_weight(0, known) < 0 < evidence.blank_weight(1, known)


def test_a_line_wider_than_its_column_does_not_fill_it():
    seen = Seen("open", "over", None, indented=False, blanks=0, starts="other", opened=False,
                across=None)  # fmt: skip
    codes = reasons._codes(seen, Page("0", "0", "0", "0", "2"), keeps=True)
    assert "over" in codes
    assert "full" not in codes


def test_a_word_of_the_archives_own_is_named():
    text = "河边的水塔高二十米，住在彭\n浦镇上的人都记得它修起来的\n那一年夏天。\n"
    field = trained().knowing(("彭浦",))
    codes = [[r for s in repair(text, field=f).seams for r in s.reasons] for f in (None, field)]
    assert [reason.facts for reason in codes[1] if reason.code == "own_cut"] == [("彭浦",)]
    assert "own_cut" not in {reason.code for reason in codes[0]}
    said = {language: reason_words(Reason("own_cut", ("彭浦",)), Words(language))
            for language in ("zh_CN", "en")}  # fmt: skip
    assert said == {
        "zh_CN": "断在“彭浦”中（本报常连用）",
        "en": "the line end cuts 彭浦, which this newspaper often has in one",
    }


def test_a_bracket_is_told_to_be_open_in_its_own_paragraph_only():
    found = told("他说：“这条路终于修好了，大家\n都很高兴。\n" + MORE * 9)
    assert [number for number, why in found.items() if ("open_bracket", "“") in why] == [1]


def test_a_bracket_is_told_to_be_open_a_few_lines_on_only():
    line = "水塔高二十米，村里的老人都记得\n"
    found = told("他说：“这条路终于修好了，大家\n" + line * 40 + "都很高兴。\n")
    numbers = [number for number, why in found.items() if ("open_bracket", "“") in why]
    assert 2 in numbers
    assert max(numbers) <= reasons.NEAR + 1


def test_latin_lines_are_not_told_to_break_off():
    text = MORE * 6 + ENGLISH
    assert not any(("torn",) in found for found in told(text).values())
    assert cues.latin("where many people met")
    assert not cues.latin("他们在OPEC的会上说")


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH * 3, "Opening hours\n\n" + ENGLISH])
def test_on_a_page_of_latin_text_all_is_a_doubt(text):
    draft = repair(text)
    inner = draft.seams[:-1]
    assert inner
    assert all(seam.confidence <= LATIN_SURE for seam in inner)
    assert all(seam.reasons[0].code == "latin" for seam in inner)
    assert all(role.confidence <= LATIN_SURE for role in draft.roles)
    assert "".join(draft.text.split()) == "".join(text.split())
    at = inner[1].start
    decided = {seam.start: seam for seam in repair(text, fixed={at: Reads.PARA}).seams}
    assert (decided[at].reads, decided[at].confidence) == (Reads.PARA, 1.0)
    assert decided[at].reasons[0].code == "person"


def test_a_page_that_is_read_roughly_is_named_as_this_page():
    assert reason_words(Reason("rough"), Words("zh_CN")) == "本版有数万行，只作粗读"


def test_every_reason_has_words():
    assert SAID.keys() == REASONS.keys()
