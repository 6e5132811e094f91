"""A long page is repaired without looking for cycles, and has none; Python looks again after."""

from __future__ import annotations

import gc

import pytest
import wrapping

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
