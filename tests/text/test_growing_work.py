"""The work for a page grows with it, and not with its square: it is counted, not timed.

Counted are the lines of the engine's own code that are carried out, each turn of a loop too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from random import Random

import pytest
import wrapping

from reader.model import Reads
from reader.text import order, parting, sides
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.repair import repair

MORE = 2.25
"""How much more work twice as long a page may be: a little of it falls on the edges of pages."""
SIGNS = "清晨五点河边的早市已经摆开了二十几个摊位卖菜多是附近村里农民挑着担子走三四路把带露水"


def worked(text: str, fixed: dict[int, Reads] | None = None) -> int:
    """Count the lines of the engine's code that a page takes."""
    done: Counter[str] = Counter()

    def line(frame, event, _):
        done[event] += 1
        return line

    def call(frame, *_):
        return line if "/reader/" in frame.f_code.co_filename.replace("\\", "/") else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        repair(text, fixed=fixed)
    finally:
        sys.settrace(before)
    return done["line"]


def signs(dice: Random, many: int) -> str:
    return "".join(dice.choices(SIGNS, k=many))


def lines(many: int) -> str:
    pages = [wrapping.page(seed, articles=3).raw for seed in range(8)]
    return "\n".join(("\n\n".join(pages).split("\n") * (1 + many // 100))[:many])


def woven(many: int) -> str:
    """Columns read row by row, with lines between them that stand as they should."""
    dice = Random(3)
    found: list[str] = []
    while len(found) < many:
        left, right = ([signs(dice, 17) for _ in range(12)] for _ in "lr")
        found += [line for pair in zip(left, right, strict=True) for line in pair]
        found += [*(signs(dice, 16) + "，" for _ in range(35)), signs(dice, 9) + "。"]
    return "\n\n".join(found[:many])


def headlines(many: int) -> str:
    dice = Random(3)
    return "\n\n".join(signs(dice, dice.randint(6, 18)) for _ in range(many))


def jumps(many: int) -> str:
    dice = Random(3)
    return "\n".join(
        f"{signs(dice, 12)}\n\n{signs(dice, 17)}\n{signs(dice, 15)}（下转第{1 + at % 8}版）\n"
        f"（上接第{1 + at % 8}版）{signs(dice, 8)}\n{signs(dice, 9)}。\n"
        for at in range(many // 6)
    )


def rows(many: int) -> str:
    """Rows of ever more cells, parted by single spaces where the columns of the page end."""
    dice = Random(3)
    column = [signs(dice, 11) + "，" for _ in range(12)]
    wide = [" ".join(signs(dice, 11) + "，" for _ in range(many)) for _ in range(3)]
    return "\n".join([*column, *wide, *column])


def long_line(many: int) -> str:
    dice = Random(3)
    return " ".join(signs(dice, 9) + "，" for _ in range(many))


PAGES = (
    (lines, 150), (woven, 150), (headlines, 100), (jumps, 120), (rows, 60), (long_line, 1000),
)  # fmt: skip


@pytest.mark.parametrize(("make", "many"), PAGES, ids=[make.__name__ for make, _ in PAGES])
def test_twice_as_much_takes_twice_the_work(make, many) -> None:
    one, two = make(many), make(2 * many)
    repair(two)  # what is learnt of the weights, and kept, is learnt now
    repair(one)
    assert worked(two) <= MORE * worked(one)


@pytest.mark.parametrize("reads", [(Reads.JOIN,), (Reads.PARA,), (Reads.JOIN, Reads.PARA)])
@pytest.mark.parametrize("make", [lines, long_line])
def test_twice_as_many_verdicts_take_twice_the_work(make, reads) -> None:
    work = []
    for many in (100, 200):
        text = make(many)
        runs = [run.start() for run in re.finditer(r"\s+", text.rstrip())]
        fixed = {start: reads[at % len(reads)] for at, start in enumerate(runs)}
        repair(text, fixed=fixed)
        work.append(worked(text, fixed))
    assert work[1] <= MORE * work[0]


def test_what_a_page_says_of_its_pairs_is_asked_once_for_all_torn_places(monkeypatch) -> None:
    looked = []
    plain = order._inside
    monkeypatch.setattr(order, "_inside", lambda units: looked.append(1) or plain(units))
    asked = []
    for many in (300, 1200):
        looked.clear()
        text = woven(many)
        found = split_lines(text)
        order.arranged(units_of(text, found, ()))
        asked.append(len(looked))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("starts", "means", "columns"),
    [
        ([1.0, 21.0], [0.0, 20.0, 40.0], [0, 1]),
        ([1.0, 39.0], [0.0, 20.0, 40.0], [0, 2]),
        ([19.0, 20.0], [0.0, 20.0, 40.0], [0, 1]),
        ([39.0, 40.0], [0.0, 20.0, 40.0], [1, 2]),
        ([22.0], [0.0, 20.0, 40.0], [1]),
        ([5.0, 5.0, 5.0], [0.0, 20.0, 40.0], [0, 1, 2]),
    ],
)
def test_cells_go_to_the_columns_that_begin_nearest(starts, means, columns) -> None:
    cost, found = sides._dealt(starts, means)
    assert found == columns
    assert cost == sum(abs(means[at] - start) for at, start in zip(found, starts, strict=True))


def test_a_line_of_many_pieces_is_measured_piece_by_piece(monkeypatch) -> None:
    measured = 0
    plain = parting.measure

    def counted(text):
        nonlocal measured
        measured += len(text)
        return plain(text)

    monkeypatch.setattr(parting, "measure", counted)
    work = []
    for many in (200, 400):
        measured = 0
        text = " ".join(["春眠不觉晓处处"] * many)
        assert len(parting._places(text, 7.0)) == many - 1
        work.append(measured)
    assert work[1] <= 2.2 * work[0]


def test_a_line_is_cut_at_all_the_places_inside_it_and_at_no_other() -> None:
    text = "甲 乙 丙\n丁 戊\n己"
    cuts = [1, 3, 7]
    units = units_of(text, split_lines(text), cuts)
    assert [text[unit.start : unit.end] for unit in units] == ["甲", "乙", "丙", "丁", "戊", "己"]
    assert [text[unit.start : unit.end] for unit in units_of(text, split_lines(text), [0, 5])] == [
        "甲 乙 丙", "丁 戊", "己",
    ]  # fmt: skip
