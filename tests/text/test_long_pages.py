"""A long page is repaired without looking for cycles, and has none; Python looks again after."""

from __future__ import annotations

import gc

import pytest
import wrapping

from reader.text import scores
from reader.text.features import look, units_of
from reader.text.lines import split_lines
from reader.text.repair import repair, uncollected


def test_python_looks_for_cycles_again_whatever_happens() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyboardInterrupt), uncollected():
        raise KeyboardInterrupt
    assert gc.isenabled()


def test_a_page_leaves_no_cycle_behind() -> None:
    text = wrapping.page(3, articles=3).raw * 4
    repair(text)  # what is made once, at the first page, is made
    gc.collect()
    with uncollected():
        draft = repair(text)
        del draft
        assert gc.collect() == 0


def test_lines_that_say_the_same_share_it() -> None:
    text = "会议强调，要认真学习贯彻落实\n各项工作，抓好各项措施落地。\n" * 50
    sights = look(units_of(text, split_lines(text), ()))
    owns = scores.own_words(sights)
    said = scores.says(sights, owns, scores.COMMON)
    stepped = scores.steps(scores.joints(sights, owns), scores.COMMON)
    assert len(said) == 100
    assert len({id(line) for line in said}) < 10
    assert len(stepped) == 99
    assert len({id(step) for step in stepped}) < 10
