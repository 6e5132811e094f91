"""Measures become probabilities by tables; without tables they stay as they are."""

from __future__ import annotations

import json

import pytest

from reader import places
from reader.text import field
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.order import arranged
from reader.text.repair import repair
from reader.text.sureness import FINE, Gain, Sureness, along, read

CURVE = [(1.0, 0.6), (3.0, 0.9)]


@pytest.mark.parametrize(
    ("measure", "wanted"), [(0.0, 0.6), (1.0, 0.6), (2.0, 0.75), (3.0, 0.9), (9.0, 0.9)]
)
def test_a_curve_is_straight_between_its_knots_and_level_outside(measure, wanted):
    assert along(CURVE, measure) == pytest.approx(wanted)


def test_without_tables_nothing_is_changed():
    plain = read({})
    assert plain.order(Gain(2.0, alone=True)) == plain.order(None) == 1.0
    assert plain.role("title", 0.83) == 0.83


def test_tables_are_read_as_they_are_written():
    told = {
        "moved": {
            "alone": [[FINE, 60_000], [3 * FINE, 90_000]],
            "pieces": [[FINE, 80_000], [3 * FINE, 90_000]],
            "rows": 93_000,
        },
        "roles": {"kicker": [-FINE, FINE // 2]},
    }
    found = read(json.loads(json.dumps(told)))
    assert found.order(Gain(2.0, alone=True)) == pytest.approx(0.75)
    assert found.order(Gain(2.0, alone=False)) == pytest.approx(0.85)
    assert found.order(None) == pytest.approx(0.93)
    assert found.role("kicker", 0.5) == pytest.approx(0.2689, abs=1e-4)
    assert 0.0 < found.role("kicker", 0.0) < found.role("kicker", 1.0) < 1.0
    assert found.role("title", 0.5) == 0.5


def test_what_was_learnt_keeps_the_tables():
    trained = field.trained()
    assert trained.changed({}).sureness == trained.sureness


def test_the_weights_that_come_with_the_program_have_the_tables():
    told = json.loads((places.resources() / "engine" / "weights.json").read_text("utf-8"))
    for curve in (told["moved"]["alone"], told["moved"]["pieces"]):
        assert len(curve) > 1
        assert [right for _, right in curve] == sorted(right for _, right in curve)
    assert 0 < told["moved"]["rows"] < FINE


ROWS = (
    "清晨五点，河边的早市已经",
    "图书馆的夜间阅览室上月开",
    "摆开了二十几个摊位。卖菜的",
    "放，座位不到一个星期就坐满",
)


def test_lines_in_their_order_gain_nothing():
    text = "\n".join([*ROWS[::2], *ROWS[1::2]] * 2)
    units = units_of(text, split_lines(text), ())
    assert arranged(units).gains == {}


def test_a_line_end_that_goes_on_elsewhere_is_no_surer_than_its_order(monkeypatch):
    from text.test_reading_order import LEFT, RIGHT, _across

    text = _across(LEFT, RIGHT)
    unsure = Sureness([], [(0.0, 0.7), (9.0, 0.7)])
    unsure = unsure._replace(alone=unsure.pieces)
    monkeypatch.setattr(field.trained(), "sureness", unsure)
    seams = [seam for seam in repair(text).seams if seam.reasons[0].code == "moved"]
    assert len(seams) > 10
    assert all(0.0 < seam.confidence <= 0.7 for seam in seams)
