"""What a person agrees with moves nothing; what a person decides otherwise may."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from islands import island_pages
from outsiders import outsider_pages

from reader.model import Reads
from reader.text.lines import split_lines
from reader.text.repair import read_lines, repair
from reader.text.states import keeps
from reader.text.verdicts import decode_under

PAGES = [
    (island_pages, "hard", 9101),
    (island_pages, "filed", 9103),
    (island_pages, "torn", 9103),
    (outsider_pages, "hard", 9103),
]


def shown(draft):
    """Give all that a page shows but how sure it is."""
    return (
        draft.blocks,
        draft.articles,
        [(seam.start, seam.reads) for seam in draft.seams],
        [role.role for role in draft.roles],
    )


def going_on(decoded):
    return [keeps(above, below) for above, below in pairwise(decoded.path)]


@pytest.mark.parametrize(("maker", "kind", "number"), PAGES)
def test_agreeing_with_some_line_ends_turns_no_other(maker, kind, number):
    raw = maker.page(kind, number).raw
    free, dice = repair(raw), Random(number)
    for share in (0.05, 0.2, 0.5):
        fixed = {seam.start: seam.reads for seam in free.seams if dice.random() < share}
        assert shown(repair(raw, fixed=fixed)) == shown(free)


def test_agreeing_makes_the_rest_surer_and_nothing_else():
    raw = island_pages.page("hard", 9101).raw
    read = read_lines(raw, split_lines(raw), {})
    free = read.decode({})
    goes_on = going_on(free)
    fixed = {at: keep for at, keep in enumerate(goes_on) if at % 5 == 0}
    told = decode_under(read.said, read.weights.steps, fixed)
    assert told.path == free.path
    sure = [keep if goes else 1 - keep for keep, goes in zip(told.keeps, goes_on, strict=True)]
    before = [keep if goes else 1 - keep for keep, goes in zip(free.keeps, goes_on, strict=True)]
    assert all(now >= then for now, then in zip(sure, before, strict=True))
    assert sum(sure) > sum(before)
    assert all(sure[at] == 1.0 for at in fixed)


def test_what_contradicts_the_engine_may_settle_its_neighbours():
    raw = island_pages.page("hard", 9101).raw
    read = read_lines(raw, split_lines(raw), {})
    free = read.decode({})
    turned = 0
    for at, keep in enumerate(free.keeps[:60]):
        told = decode_under(read.said, read.weights.steps, {at: keep < 0.5})
        goes_on = [
            keeps(above, below) for above, below in zip(told.path, told.path[1:], strict=False)
        ]
        assert goes_on[at] == (keep < 0.5)
        turned += goes_on[at + 1] != (free.keeps[at + 1] >= 0.5)
    assert turned


def test_where_all_is_contradicted_all_is_obeyed():
    raw = "甲乙丙丁\n戊己庚辛\n壬癸子丑\n"
    free = repair(raw)
    turned = {
        seam.start: Reads.JOIN if seam.reads is Reads.PARA else Reads.PARA
        for seam in free.seams[:-1]
    }
    reads = {seam.start: seam.reads for seam in repair(raw, fixed=turned).seams[:-1]}
    assert reads == turned
