"""Signs of topics: twelve shapes and colours, each its own, in every theme."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from reader.ui import signs, theme

pytestmark = pytest.mark.window


def drawn(number, colours):
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    signs.paint_sign(painter, number, QPointF(10, 10), colours)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_sign_is_its_own(dressed, name):
    colours = theme.theme(name)
    pictures = [drawn(number, colours) for number in range(12)]
    assert len(set(pictures)) == 12
    assert drawn(12, colours) == pictures[0]
    shapes = {signs.sign_of(number, colours)[0] for number in range(12)}
    assert len(shapes) == 12
    for shape in shapes:
        bounds = signs.shape_path(shape, QRectF(0, 0, 10, 10)).boundingRect()
        assert 4 < bounds.height() < 11
        assert 8 <= bounds.width() < 11


def test_a_topic_keeps_its_sign_when_another_sorts_before_it(window):
    window.tags.add("乙")
    before = dict(window.tags._paint.numbers)
    window.tags.add("丙")
    window.tags.add("甲")
    numbers = window.tags._paint.numbers
    assert numbers["乙"] == before["乙"] == 0
    assert sorted(numbers.values()) == [0, 1, 2]
    assert not signs.sign_icon(1, window.colours).isNull()
