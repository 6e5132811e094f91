"""Compare pictures of the window with those that were looked at and kept.

A picture is kept at a third of its size, in grey: a pane that moved, a word that is clipped or a
ground that changed shows in it; a glyph drawn a shade lighter does not. Of each colour of
tokens.json is kept how many pixels have it: an ink that changed shows there, however thin it is.
"""

import json
from collections import Counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

SHRINK = 3
TILE = 12
"""A tile is 12 x 12 pixels of the small picture, 36 x 36 of the window."""

TOLERANCE = 6.0
"""By how many of 256 greys a tile may differ in the mean."""

FEW, MORE = 60, 1.5
"""A colour differs when it fills so many times the pixels that it did; where it has few, never."""

OUTLINED, COLOURS = "-differs.png", "colours.json"


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


def inks(picture, wanted):
    """Count the pixels of each colour that is wanted (#RRGGBB, in capitals)."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(bytes(whole.constBits())).cast("I"))
    counts = {name: found[0xFF000000 | int(name[1:], 16)] for name in wanted}
    return {name: count for name, count in counts.items() if count}


def recoloured(before, after):
    """Name the colours of which there is much more or much less than there was."""
    found = []
    for name in sorted({*before, *after}):
        low, high = sorted((before.get(name, 0), after.get(name, 0)))
        if high >= FEW and high > MORE * low:
            found.append(f"{name} {before.get(name, 0)} -> {after.get(name, 0)}")
    return found


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


def keep(taken, expected, colours, *, whole=True):
    """Put the small ones of these pictures, and their colours, in the place of what was kept.

    With `whole`, nothing else stays that was kept.
    """
    expected.mkdir(parents=True, exist_ok=True)
    counts = {} if whole else json.loads((expected / COLOURS).read_text("utf-8"))
    for old in expected.glob("*.png") if whole else ():
        old.unlink()
    for path in taken:
        picture = QImage(str(path))
        small(picture).save(str(expected / path.name), "PNG", 0)
        counts[path.name] = inks(picture, colours)
    lines = [f"{json.dumps(name)}: {json.dumps(counts[name])}" for name in sorted(counts)]
    (expected / COLOURS).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def differs(path, expected, counts):
    """Say how a picture differs from what was kept, and outline it; nothing where it does not."""
    picture = QImage(str(path))
    kept = QImage(str(expected / path.name)).convertToFormat(QImage.Format.Format_Grayscale8)
    tiles = differing(kept, small(picture))
    other = recoloured(counts, inks(picture, counts))
    said = [f"colours: {', '.join(other)}"] if other else []
    if tiles:
        worst, place = tiles[0]
        at = f"{place.x() * SHRINK}, {place.y() * SHRINK}"
        said.insert(0, f"{len(tiles)} tiles differ, worst by {worst:.0f} at {at}")
    if said:
        shown = path.with_name(path.stem + OUTLINED)
        outlined(picture, [tile for _, tile in tiles]).save(str(shown))
        said.append(str(shown))
    return "; ".join(said)


def compare(taken, expected, *, whole):
    """Name each picture that differs from what was kept, and outline it; give 1 if one does.

    With `whole`, a picture that was kept and is not taken any more differs, too.
    """
    kept = {path.name for path in expected.glob("*.png")}
    counts = json.loads((expected / COLOURS).read_text("utf-8"))
    wrong = dict.fromkeys(kept, "was kept, and is not taken any more") if whole else {}
    for path in taken:
        wrong.pop(path.name, None)
        if path.name not in kept:
            wrong[path.name] = "not kept yet; look at it, then --keep"
        elif said := differs(path, expected, counts[path.name]):
            wrong[path.name] = said
    for name in sorted(wrong):
        print(f"{name}: {wrong[name]}")
    print(f"{len(wrong)} of {len(taken)} pictures differ from what was looked at")
    return 1 if wrong else 0
