"""Compare pictures of the window with those that were looked at and kept.

A picture is kept at a third of its size, in grey: a pane that moved, a word that is clipped or a
colour that changed shows in it; a glyph drawn a shade lighter does not.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

SHRINK = 3
TILE = 12
"""A tile is 12 x 12 pixels of the small picture, 36 x 36 of the window."""

TOLERANCE = 6.0
"""By how many of 256 greys a tile may differ in the mean."""

OUTLINED = "-differs.png"


def small(picture):
    """Give the picture at a third of its size, in grey."""
    scaled = picture.scaled(
        picture.size() / SHRINK,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return scaled.convertToFormat(QImage.Format.Format_Grayscale8)


def rows(picture):
    """Give the greys of each row."""
    raw, wide = bytes(picture.constBits()), picture.bytesPerLine()
    return [raw[y * wide : y * wide + picture.width()] for y in range(picture.height())]


def differing(before, after):
    """Give (difference, tile) of each tile that differs by more than the tolerance, worst first.

    Both are small pictures; a tile is a QRect in their pixels. Pictures of two sizes differ in all.
    """
    if before.size() != after.size():
        return [(255.0, QRect(0, 0, after.width(), after.height()))]
    one, two = rows(before), rows(after)
    found = []
    for top in range(0, len(one), TILE):
        band = range(top, min(top + TILE, len(one)))
        if all(one[y] == two[y] for y in band):
            continue
        for left in range(0, before.width(), TILE):
            greys = [
                abs(a - b)
                for y in band
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
    painter.setPen(QPen(QColor("red"), 2))
    for tile in tiles:
        painter.drawRect(
            tile.x() * SHRINK, tile.y() * SHRINK, tile.width() * SHRINK, tile.height() * SHRINK
        )
    painter.end()
    return drawn


def keep(taken, expected):
    """Put the small ones of these pictures in the place of what was kept, those that are wanted."""
    expected.mkdir(parents=True, exist_ok=True)
    for old in expected.glob("*.png"):
        old.unlink()
    for path in taken:
        small(QImage(str(path))).save(str(expected / path.name), "PNG", 0)


def compare(taken, expected, *, whole):
    """Name each picture that differs from what was kept, and outline it; give 1 if one does.

    With `whole`, a picture that was kept and is not taken any more differs, too.
    """
    differ = 0
    kept = {path.name for path in expected.glob("*.png")}
    for path in taken:
        if path.name not in kept:
            print(f"{path.name}: not kept yet; look at it, then --keep")
            differ += 1
            continue
        picture = QImage(str(path))
        tiles = differing(QImage(str(expected / path.name)).convertToFormat(
            QImage.Format.Format_Grayscale8), small(picture))  # fmt: skip
        if tiles:
            worst, place = tiles[0]
            shown = path.with_name(path.stem + OUTLINED)
            outlined(picture, [tile for _, tile in tiles]).save(str(shown))
            at = f"{place.x() * SHRINK}, {place.y() * SHRINK}"
            print(f"{path.name}: {len(tiles)} tiles differ, worst by {worst:.0f} at {at}: {shown}")
            differ += 1
    gone = sorted(kept - {path.name for path in taken}) if whole else []
    for name in gone:
        print(f"{name}: was kept, and is not taken any more")
    print(f"{differ + len(gone)} of {len(taken)} pictures differ from {expected}")
    return 1 if differ or gone else 0
