"""The comparison of pictures: what it sees, and what it lets pass."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

sys.path.insert(0, str(Path(__file__).parent))

import comparing

pytestmark = pytest.mark.window


COLOURS = ("#FCFBF7", "#F4F2EC", "#D9D4C9", "#1D1B18", "#A9321F")


@pytest.fixture
def picture():
    """Paint panes and rows of words, as a window has them."""
    return paint()


def paint(*, pane=90, ink="#1D1B18", shift=0):
    made = QImage(360, 240, QImage.Format.Format_RGB32)
    made.fill(QColor("#FCFBF7"))
    painter = QPainter(made)
    painter.fillRect(QRect(0, 0, pane, 240), QColor("#F4F2EC"))
    painter.fillRect(QRect(pane, 0, 1, 240), QColor("#D9D4C9"))
    for y in range(12, 230, 24):
        painter.fillRect(QRect(pane + 16 + shift, y, 200, 9), QColor(ink))
    painter.end()
    return made


def tiles(before, after):
    return comparing.differing(comparing.small(before), comparing.small(after))


def test_small_pictures_are_a_third_and_grey(picture):
    small = comparing.small(picture)
    assert (small.width(), small.height()) == (120, 80)
    assert small.format() is QImage.Format.Format_Grayscale8
    assert [len(row) for row in comparing.rows(small)] == [120] * 80


def test_the_same_differs_nowhere(picture):
    assert tiles(picture, paint()) == []


def test_a_pane_that_moved_by_eight_pixels_is_seen(picture):
    found = tiles(picture, paint(pane=98))
    assert found
    assert found == sorted(found, key=lambda pair: -pair[0])
    assert all(tile.left() >= 24 for _, tile in found)


def test_another_colour_is_seen(picture):
    assert tiles(picture, paint(ink="#69635A"))


def test_a_shade_is_let_pass(picture):
    assert tiles(picture, paint(ink="#24221F")) == []


def test_another_size_differs_as_a_whole(picture):
    other = picture.copy(0, 0, 240, 240)
    assert tiles(picture, other) == [(255.0, QRect(0, 0, 80, 80))]


def test_the_last_tiles_are_cut_at_the_edge(picture):
    changed = picture.copy()
    changed.setPixelColor(359, 239, QColor("black"))
    painter = QPainter(changed)
    painter.fillRect(QRect(340, 222, 20, 18), QColor("black"))
    painter.end()
    assert [tile.topLeft().toTuple() for _, tile in tiles(picture, changed)] == [(108, 72)]


def test_the_outline_stands_around_the_tile(picture):
    drawn = comparing.outlined(picture, [QRect(12, 12, 12, 12)])
    assert drawn.pixelColor(36, 50) == QColor("red")
    assert drawn.pixelColor(50, 36) == QColor("red")
    assert drawn.pixelColor(200, 200) == picture.pixelColor(200, 200)


def test_an_ink_that_changed_is_seen_though_it_is_as_grey(tmp_path, picture, capsys):
    expected, path = tmp_path / "expected", tmp_path / "one.png"
    painter = QPainter(picture)
    painter.fillRect(300, 10, 12, 12, QColor("#7A5200"))
    painter.end()
    picture.save(str(path))
    comparing.keep([path], expected, [*COLOURS, "#7A5200"])
    painter = QPainter(picture)
    painter.fillRect(300, 10, 12, 12, QColor("#804F1F"))
    painter.end()
    picture.save(str(path))
    assert comparing.compare([path], expected, whole=True) == 1
    assert "one.png: colours: #7A5200 144 -> 0" in capsys.readouterr().out


def test_a_few_pixels_of_a_colour_are_let_pass():
    assert comparing.recoloured({"#1D1B18": 50, "#A9321F": 900}, {"#A9321F": 800}) == []
    assert comparing.recoloured({"#A9321F": 900}, {"#A9321F": 500}) == ["#A9321F 900 -> 500"]


def test_what_was_kept_is_compared(tmp_path, picture, capsys):
    expected, taken = tmp_path / "expected", [tmp_path / "one.png", tmp_path / "two.png"]
    for path in taken:
        picture.save(str(path))
    comparing.keep(taken, expected, COLOURS)
    assert comparing.compare(taken, expected, whole=True) == 0
    paint(shift=9).save(str(taken[1]))
    assert comparing.compare(taken, expected, whole=True) == 1
    said = capsys.readouterr().out
    assert "two.png: " in said
    assert "one.png" not in said
    assert (tmp_path / "two-differs.png").is_file()
    assert not (tmp_path / "one-differs.png").exists()


def test_a_picture_more_or_less_differs(tmp_path, picture, capsys):
    expected, taken = tmp_path / "expected", [tmp_path / "one.png", tmp_path / "two.png"]
    for path in taken:
        picture.save(str(path))
    comparing.keep(taken, expected, COLOURS)
    assert comparing.compare(taken[:1], expected, whole=True) == 1
    assert "two.png: was kept, and is not taken any more" in capsys.readouterr().out
    assert comparing.compare(taken[:1], expected, whole=False) == 0
    comparing.keep(taken[:1], expected, COLOURS, whole=False)
    assert comparing.compare(taken, expected, whole=True) == 0
    comparing.keep(taken[:1], expected, COLOURS)
    assert sorted(path.name for path in expected.iterdir()) == ["colours.json", "one.png"]
    assert comparing.compare(taken, expected, whole=True) == 1
    assert "two.png: not kept yet" in capsys.readouterr().out
