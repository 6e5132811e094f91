"""Colours, fonts and icons: every one is a role of ``resources/themes/tokens.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from reader import places
from reader.ui.sheet import SHEET

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES = ("light", "dark", "sepia", "high-contrast")
_STROKE = 'stroke-width="1.75"'

_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "row-quiet",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Highlight: "selection-strong",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-3",
    QPalette.ColorRole.Link: "accent-text",
    QPalette.ColorRole.LinkVisited: "accent-text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "rule",
    QPalette.ColorRole.Dark: "rule-strong",
    QPalette.ColorRole.Shadow: "rule-strong",
    QPalette.ColorRole.Accent: "accent",
}
_STRONGER = {
    ("doubt-line", "hover"): "doubt",
    ("doubt-line", "selection"): "doubt",
    ("doubt-line", "window"): "doubt",
}
"""Which ink stands for another on a ground on which that one would be too faint."""

_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: a colour for each role."""

    name: str
    roles: Mapping[str, str]

    def color(self, role: str) -> QColor:
        """Give the colour of a role of tokens.json."""
        return QColor(self.roles[role])

    def ink(self, role: str, ground: str) -> QColor:
        """Give the colour of an ink, or of a stronger one on a ground that asks for it."""
        return self.color(_STRONGER.get((role, ground), role))

    def palette(self) -> QPalette:
        """Make a palette with every role of every group set."""
        palette = QPalette()
        for group in _GROUPS:
            disabled = group is QPalette.ColorGroup.Disabled
            for role, name in _PALETTE.items():
                faint = disabled and role in _DISABLED
                palette.setColor(group, role, self.color("ink-disabled" if faint else name))
        return palette

    def sheet(self) -> str:
        """Give the style sheet of what a palette cannot say."""
        return re.sub(r"@([a-z0-9-]+)", lambda role: self.roles[role[1]], SHEET)


@cache
def tokens() -> dict[str, Any]:
    """Read the numbers and colours of the look."""
    path = places.resources() / "themes" / "tokens.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


_chosen: dict[str, Any] = {}


def read_as(**measures: object) -> None:
    """Let measures of the reading text that the person chose stand for those of the look."""
    _chosen.clear()
    _chosen.update({name: value for name, value in measures.items() if value})


def reading() -> dict[str, Any]:
    """Give the measures of the reading text: the person's, else those of the look."""
    return {**tokens()["reading"], **_chosen}


def colour(value: str) -> QColor:
    """Make a colour of its value in tokens.json."""
    return QColor(value)


def theme(name: str) -> Theme:
    """Give the theme of that name; an empty or unknown name follows the system."""
    if name not in THEMES:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    return Theme(name, tokens()["themes"][name])


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the shipped fonts, once; give the families that were found in them."""
    families: list[str] = []
    for path in sorted((places.resources() / "fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(families)


def font(kind: str, pixels: int, *, bold: bool = False) -> QFont:
    """Make a font of the `reading` or the `interface` family, in device-independent pixels."""
    made = QFont()
    made.setFamilies(tokens()["type"]["families"][kind])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def _most_pixels() -> float:
    """Give how many pixels of the finest screen one of ours is."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def icon(name: str, colours: Theme, size: int = 18) -> QIcon:
    """Draw one of the shipped icons in the theme's colours, as large as the screens want it."""
    from PySide6.QtSvg import QSvgRenderer  # the first paint needs none

    drawing = (places.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = drawing.replace('stroke-width="2"', _STROKE)
    made = QIcon()
    for mode, role in ((QIcon.Mode.Normal, "ink-2"), (QIcon.Mode.Disabled, "ink-disabled")):
        coloured = drawing.replace("currentColor", colours.roles[role])
        renderer = QSvgRenderer(QByteArray(coloured.encode()))
        for ratio in sorted({1, ceil(_most_pixels())}):
            pixmap = QPixmap(size * ratio, size * ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap, mode)
    return made


def lay_ground(application: QApplication, colours: Theme) -> None:
    """Give the whole program its palette and font: what the frame of the window needs."""
    application.setPalette(colours.palette())
    application.setFont(font("interface", tokens()["type"]["scale"]["interface"]))


def put_on_sheet(colours: Theme) -> None:
    """Put on the style sheet, once all widgets are made: else each is polished again and again.

    It is as it was where the program wears it already.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet = colours.sheet()
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def dress(application: QApplication, colours: Theme) -> None:
    """Give the whole program its palette, font and sheet."""
    lay_ground(application, colours)
    put_on_sheet(colours)
