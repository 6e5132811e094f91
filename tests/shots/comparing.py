"""Compare pictures of the window with those that were looked at and kept.

A picture is kept at a third of its size, in grey: a pane that moved, a word that is clipped or a
colour that changed shows in it; a glyph drawn a shade lighter does not.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

SHRINK = 3
TILE = 12
"""A tile is 12 x 12 pixels of the small picture, 36 x 36 of the window."""

TOLERANCE = 6.0
"""By how many of 256 greys a tile may differ in the mean."""


def small(picture):
    """Give the picture at a third of its size, in grey."""
    size = picture.size() / SHRINK
    scaled = picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return scaled.convertToFormat(QImage.Format.Format_Grayscale8)


def rows(picture):
    """Give the greys of each row."""
    raw, wide = bytes(picture.constBits()), picture.bytesPerLine()
    return [raw[y * wide : y * wide + picture.width()] for y in range(picture.height())]


def differing(before, after):
    """Give (difference, tile) of each tile that differs by more than the tolerance.

    Both are small pictures; a tile is a QRect in their pixels. Pictures of two sizes differ in all.
    """
    if before.size() != after.size():
        return [(255.0, QRect(0, 0, after.width(), after.height()))]
    one, two = rows(before), rows(after)
    found = []
    for top in range(0, len(one), TILE):
        for left in range(0, before.width(), TILE):
            greys = [
                abs(a - b)
                for y in range(top, min(top + TILE, len(one)))
                for a, b in zip(one[y][left : left + TILE], two[y][left : left + TILE], strict=True)
            ]
            mean = sum(greys) / len(greys)
            if mean > TOLERANCE:
                found.append((mean, QRect(left, top, TILE, TILE)))
    return sorted(found, key=lambda pair: -pair[0])


def outlined(picture, tiles):
    """Give the picture with a red line around each tile that differs."""
    drawn = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    painter.setPen(QColor("red"))
    for tile in tiles:
        painter.drawRect(QRect(tile.x() * SHRINK, tile.y() * SHRINK, TILE * SHRINK, TILE * SHRINK))
    painter.end()
    return drawn
