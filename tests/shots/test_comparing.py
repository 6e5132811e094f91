"""Pictures are compared tile by tile: what moved or lost its colour shows, a shade does not."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

sys.path.insert(0, str(Path(__file__).parent))

import comparing

pytestmark = pytest.mark.window


def picture(*rects, ground="white", ink="black"):
    made = QImage(720, 360, QImage.Format.Format_RGB32)
    made.fill(QColor(ground))
    painter = QPainter(made)
    for rect in rects:
        painter.fillRect(QRect(*rect), QColor(ink))
    painter.end()
    return comparing.small(made)


PANE = (200, 0, 2, 360)


def test_the_same_is_the_same():
    assert comparing.differing(picture(PANE), picture(PANE)) == []


def test_a_pane_that_moved_is_seen():
    moved = picture((208, 0, 2, 360))
    tiles = [tile for _, tile in comparing.differing(picture(PANE), moved)]
    assert tiles
    assert all(tile.left() <= 70 and tile.right() >= 66 for tile in tiles)


def test_another_ground_is_seen_and_a_shade_is_not():
    assert comparing.differing(picture(), picture(ground="#f0f0f0"))
    assert comparing.differing(picture(), picture(ground="#fbfbfb")) == []


def test_a_word_that_is_missing_is_seen():
    word = (100, 100, 48, 14)
    ((share, tile),) = comparing.differing(picture(word), picture())[:1]
    assert share > comparing.TOLERANCE
    assert tile.intersects(QRect(33, 33, 16, 5))


def test_another_size_differs_as_a_whole():
    ((share, tile),) = comparing.differing(
        QImage(10, 10, QImage.Format.Format_Grayscale8), picture()
    )
    assert (share, tile.width()) == (255.0, 240)


def test_what_differs_is_outlined():
    drawn = comparing.outlined(
        QImage(720, 360, QImage.Format.Format_RGB32), [QRect(12, 12, 12, 12)]
    )
    assert drawn.pixelColor(36, 40) == QColor("red")
