"""Printed lines that a program gave in pieces are read as the lines that they were."""

from __future__ import annotations

import random
import re

import pytest
from training import kept
from training.judge import judge

from reader.model import Reads, Role
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.repair import repair
from reader.text.shards import MARKS, whole_lines

LINES = (
    "据水务所统计，上半年全镇共疏浚",
    "河道十二条，新建泵站三座，沿河",
    "居民说，水清了，夜里听不见机器",
    "的响声。有人提议，把旧闸门留下",
    "来，刷上漆，给孩子们讲讲当年的",
    "苦日子和后来怎样一年年好起来的",
    "故事。所长听了，连连点头，说这",
    "个主意好，就照这样办。",
)


def pieces(line: str) -> list[str]:
    """Break a line behind each of its marks."""
    found = [""]
    for mark in line:
        found[-1] += mark
        if mark in MARKS:
            found.append("")
    return [piece for piece in found if piece]


TORN = "".join(f"{piece}\n" for line in LINES for piece in pieces(line))


def units_in(text: str, parted=()):
    return whole_lines(units_of(text, split_lines(text), ()), parted)


def lines_of(text: str, parted=()) -> list[str]:
    return [unit.text for unit in units_in(text, parted)]


def test_pieces_become_the_lines_that_were_printed():
    assert lines_of(TORN * 2) == [*LINES, *LINES]


def test_lines_that_were_not_broken_stay_as_they_are():
    text = "".join(f"{line}\n" for line in LINES) * 3
    assert lines_of(text) == text.split()


def test_pieces_round_numbers_become_lines_too():
    lines = (
        "上半年全镇共疏浚河道28条段",
        "新建泵站6座，比上年多出三",
        "座，总投资420万元，其中村里",
        "乡亲们自己拿出来的也占一成",
        "自筹35万元，乡贤捐款12万元，",
    )
    torn = "".join(f"{piece}\n" for line in lines for piece in re.split(r"(?<=\D)(?=\d)", line))
    assert lines_of(torn * 3) == list(lines) * 3


def test_a_table_of_numbers_stays_as_it_is():
    rows = [
        f"{name} {at}66.2{at}\n4{at}15.33\n" for at, name in enumerate(("港币", "英镑", "日元") * 6)
    ]
    assert lines_of("".join(rows)) == "".join(rows).strip().split("\n")


def test_lists_and_verse_with_commas_stay_as_they_are():
    dice = random.Random(1)
    rows = ["".join(dice.choices("山水云月花鸟春江", k=dice.choice((4, 5, 7)))) for _ in range(60)]
    text = "".join(f"{row}，\n" if at % 2 else f"{row}。\n" for at, row in enumerate(rows))
    assert lines_of(text) == text.split()


def test_poems_of_one_form_stay_as_they_are():
    poem = "春江花月夜\n三月江边柳正新，\n一川烟雨送行人。\n桥头不见旧时客，\n唯有青山似故亲。\n"
    assert lines_of(poem * 6) == poem.split() * 6


def test_paragraphs_of_one_form_stay_as_they_are():
    lines = ["村里的水塔修好以后家家", "户户都接上了自来水管子，", "再也不用去河边挑水了。"]
    assert lines_of("\n".join(lines * 14)) == lines * 14


def test_a_line_that_a_person_parted_is_not_put_together_there():
    at = TORN.index("\n")
    assert lines_of(TORN * 2, {at})[:2] == ["据水务所统计，", "上半年全镇共疏浚"]
    draft = repair(TORN * 2, fixed={at: Reads.PARA})
    assert next(seam for seam in draft.seams if seam.start == at).reads is Reads.PARA


def test_a_blank_line_or_a_margin_parts_too():
    parted = (TORN * 2).replace("，\n", "，\n\n", 1)
    assert lines_of(parted)[0] == "据水务所统计，"
    set_in = (TORN * 2).replace("，\n", "，\n　　", 1)
    assert lines_of(set_in)[0] == "据水务所统计，"


def test_line_ends_inside_are_joined_and_say_why():
    text = TORN * 2
    draft = repair(text)
    seam = next(seam for seam in draft.seams if seam.start == text.index("\n"))
    assert seam.reads is Reads.JOIN
    assert [reason.code for reason in seam.reasons] == ["pieces"]
    assert "".join(part for part in text.split()) in draft.text.replace("\n", "")


def test_every_piece_has_a_role():
    draft = repair(TORN * 2)
    assert [role.number for role in draft.roles] == [line.number for line in draft.lines]
    assert {role.role for role in draft.roles} <= {Role.FIRST, Role.MIDDLE, Role.LAST}


@pytest.mark.parametrize("program", ["pdftotext", "pdftotext -raw"])
def test_pages_that_programs_gave_in_pieces_are_put_together(program):
    """Of the kept pages one has marks that were squeezed; nothing of the others is put together."""
    found = {page.name[-1]: page for page in kept.kept(program)}
    broken = {
        name: sum(len(unit.breaks) for unit in units_in(page.raw)) for name, page in found.items()
    }
    assert broken.pop("1") > 15
    assert not any(broken.values())
    one = judge(found["1"], repair(found["1"].raw))
    assert sum(not right for _, right in one.ends) < len(one.ends) / 10
