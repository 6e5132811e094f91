"""The twelve colours of topics stay apart, also for eyes that see two kinds of light only.

Dichromacy by the matrices of Machado, Oliveira and Fernandes, "A physiologically-based model for
simulation of color vision deficiency" (2009), severity 1.0, over linear sRGB; distances in OKLab
(Ottosson, 2020), in which some .02 can just be seen.
"""

import itertools
import math

import pytest
from PySide6.QtGui import QColor

from reader.ui import theme

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
LEAST = {"light": 0.067, "dark": 0.077, "sepia": 0.075, "high-contrast": 0.075}
"""The smallest distance of any two colours of a theme, as the look promises."""


def through(matrix, values):
    return [sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix]


def linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def oklab(colour: QColor, eye):
    light = [linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    seen = [min(1.0, max(0.0, part)) for part in through(EYES[eye], light)]
    return through(LAB, [math.cbrt(part) for part in through(CONES, seen)])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", theme.THEMES)
def test_topics_stay_apart(name, eye):
    palette = theme.tokens()["tags"]["palette"]
    seen = {topic["name"]: oklab(theme.colour(topic[name]), eye) for topic in palette}
    assert len(seen) == 12
    least = min(
        (math.dist(seen[one], seen[other]), one, other)
        for one, other in itertools.combinations(seen, 2)
    )
    assert round(least[0], 3) >= LEAST[name], least


def test_the_distances_are_those_of_the_method():
    """White and black are one apart in any eye; red and green meet in two of the four."""
    for eye in EYES:
        ends = (oklab(QColor("white"), eye), oklab(QColor("black"), eye))
        assert math.dist(*ends) == pytest.approx(1, abs=0.001)
    red, green = QColor.fromRgb(200, 60, 40), QColor.fromRgb(100, 115, 30)
    far = {eye: math.dist(oklab(red, eye), oklab(green, eye)) for eye in EYES}
    assert far["deutan"] < far["usual"] / 3
    assert far["tritan"] > far["usual"] / 2
