"""How a block is set: measures in ems of the reading size, from the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat

from reader.model import Kind
from reader.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from reader.ui.theme import Theme

_SANS = (Kind.KICKER, Kind.SUBTITLE, Kind.CAPTION)
_QUIET = (Kind.KICKER, Kind.SUBTITLE, Kind.BYLINE, Kind.CAPTION)
_BOLD = (Kind.TITLE, Kind.SUBHEAD)
_INDENTED = (Kind.PARA,)


@dataclass(frozen=True, slots=True)
class Setting:
    """The reading size in pixels, and what follows from it."""

    size: int

    @property
    def column(self) -> int:
        """Width of the text column in pixels."""
        return round(float(theme.reading()["measure_em"]) * self.size)

    @property
    def narrowest(self) -> int:
        """Width under which the column is never set."""
        return round(float(theme.tokens()["reading"]["measure_min_em"]) * self.size)

    def pixels(self, kind: Kind) -> int:
        """Size of the type of a kind."""
        reading = theme.tokens()["reading"]
        if kind is Kind.TITLE:
            return round(float(reading["title_size_em"]) * self.size)
        if kind in (Kind.BYLINE, Kind.CAPTION):
            return self.size - 2
        if kind is Kind.KICKER:
            return self.size - 1
        return self.size

    def font(self, kind: Kind) -> QFont:
        """Type of a kind: serif for what was printed so, sans for kickers and sub-titles."""
        family = "interface" if kind in _SANS else "reading"
        return theme.font(family, self.pixels(kind), bold=kind in _BOLD)

    def leading(self, kind: Kind) -> int:
        """Height of a line in pixels."""
        reading = theme.reading()
        factor = reading["title_leading"] if kind is Kind.TITLE else reading["leading"]
        return round(float(factor) * self.pixels(kind))

    def block_format(self, kind: Kind, *, first_of_body: bool) -> QTextBlockFormat:
        """Leading, indent, justification and distances of a block."""
        reading = theme.tokens()["reading"]
        made = QTextBlockFormat()
        made.setLineHeight(self.leading(kind), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        gap = float(reading["paragraph_gap_em"]) * self.size
        made.setTopMargin(float(reading["after_subtitle_px"]) if first_of_body else gap)
        made.setBottomMargin(gap)  # of the two at a border Qt keeps the larger one
        if kind in _INDENTED:
            made.setTextIndent(float(reading["indent_em"]) * self.size)
            made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if kind is Kind.VERSE:
            made.setLeftMargin(float(reading["indent_em"]) * self.size)
        return made

    def char_format(self, kind: Kind, colours: Theme) -> QTextCharFormat:
        """Type and ink of a block."""
        made = QTextCharFormat()
        made.setFont(self.font(kind))
        made.setForeground(colours.color("ink-2" if kind in _QUIET else "ink"))
        return made
