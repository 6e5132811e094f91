"""Signs of topics: twelve shapes and colours, each its own, in every theme."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from reader.ui import signs, theme

pytestmark = pytest.mark.window


def drawn(number, colours, *, hollow=False):
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    signs.paint_sign(painter, signs.Sign(number, hollow), QPointF(10, 10), colours)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_sign_is_its_own(dressed, name):
    colours = theme.theme(name)
    pictures = [drawn(number, colours) for number in range(12)]
    assert len(set(pictures)) == 12
    others = [drawn(number, colours, hollow=True) for number in range(12)]
    assert len({*pictures, *others}) == 24
    assert drawn(12, colours) not in pictures
    assert signs.sign_of(12, colours)[1] == signs.sign_of(0, colours)[1]
    assert signs.sign_of(12, colours)[0] == signs.sign_of(1, colours)[0]
    shapes = {signs.sign_of(number, colours)[0] for number in range(12)}
    assert len(shapes) == 12
    for shape in shapes:
        bounds = signs.shape_path(shape, QRectF(0, 0, 10, 10)).boundingRect()
        assert 4 < bounds.height() < 11
        assert 8 <= bounds.width() < 11


def test_a_topic_keeps_its_sign_when_another_sorts_before_it(window):
    window.tags.add("乙")
    before = dict(window.tags.numbers)
    window.tags.add("丙")
    window.tags.add("甲")
    numbers = window.tags.numbers
    assert numbers["乙"] == before["乙"] == signs.Sign(0)
    assert sorted(sign.number for sign in numbers.values()) == [0, 1, 2]
    assert not signs.sign_icon(signs.Sign(1), window.colours).isNull()


def test_a_child_has_the_sign_of_its_parent_hollow():
    found = signs.signs_of({"经济/企业": 4, "党建": 1, "经济": 9, "经济/企业/国企": 10})
    assert found["党建"] == signs.Sign(0)
    assert found["经济"] == signs.Sign(3)
    assert found["经济/企业"] == found["经济/企业/国企"] == signs.Sign(3, hollow=True)


def test_what_only_lies_above_others_has_a_sign_too():
    assert signs.signs_of({"经济/企业": 4})["经济"] == signs.Sign(3)


def test_a_sign_that_is_taken_gives_way_to_the_next_free_one():
    made = {f"题{n}": 1 + 12 * n for n in range(12)}  # all want the first
    found = signs.signs_of(made)
    assert [found[name].number for name in made] == list(range(12))
    thirteenth = signs.signs_of({**made, "又": 1 + 12 * 12})
    assert thirteenth["又"] == signs.Sign(12)
    assert {n: thirteenth[n] for n in made} == found


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, 400), min_size=1, max_size=40), st.data())
def test_later_topics_and_other_names_change_no_sign(keys, data):
    made = {f"题{key}": key for key in keys}
    found = signs.signs_of(made)
    assert len(set(found.values())) == len(found)
    assert len({s.number for s in found.values() if s.number < 12}) == min(12, len(found))
    later = signs.signs_of({**made, "后": max(keys) + data.draw(st.integers(1, 30))})
    assert {name: later[name] for name in made} == found
    renamed = signs.signs_of({f"改{key}": key for key in keys})
    assert [renamed[f"改{key}"] for key in keys] == [found[f"题{key}"] for key in keys]
