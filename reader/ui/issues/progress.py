"""How far the proofreading is: counts by status, as a bar and in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.model import Status
from reader.ui.labels import label
from reader.ui.shortened import short as shortened
from reader.ui.shortened import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.theme import Theme
    from reader.ui.words import Words

_HOURS_FROM = 120
"""From so many minutes on, hours are said."""

PARTS = (
    (Status.PROOFED2, "done"),
    (Status.PROOFED1, "engine"),
    (Status.WORKING, "accent"),
    (Status.DISPUTED, "doubt-line"),
    (Status.NEW, "rule"),
)
"""What the bar shows, from the left, and in which role."""


def paint_bar(painter: QPainter, place: QRectF, counts: Mapping[str, int], colours: Theme) -> None:
    """Paint counts by status as parts of a bar; the rest of the bar is what is not begun."""
    total = sum(counts.get(status, 0) for status, _ in PARTS)
    rest = "hover" if colours.name == "high-contrast" else "rule"  # there a rule is black
    painter.fillRect(place, colours.color(rest))
    x = place.left()
    for status, role in PARTS:
        if not total or not counts.get(status, 0) or status is Status.NEW:
            continue
        width = place.width() * counts[status] / total
        gap = 1.0 if width > 2 else 0.0
        painter.fillRect(QRectF(x, place.top(), width - gap, place.height()), colours.color(role))
        x += width


def least(counts: Mapping[str, int]) -> Status:
    """Give one status for many articles: a proof only where all have it, else begun or not."""
    has = {Status(status) for status, count in counts.items() if count} - {Status.NONTEXT}
    if not has or has == {Status.NEW}:
        return Status.NEW
    if has <= {Status.PROOFED1, Status.PROOFED2}:
        return Status.PROOFED1 if Status.PROOFED1 in has else Status.PROOFED2
    return Status.WORKING


class Progress(QWidget):
    """The foot of the left pane: the whole library."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self._words = words
        self._counts: Counter[str] = Counter()
        self._bar = _Bar(self)
        self._said = _caption()
        self._doubts = _caption()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(4)
        for part in (self._bar, self._said, self._doubts):
            box.addWidget(part)

    @property
    def counts(self) -> Counter[str]:
        """Articles by status."""
        return self._counts

    def show_counts(self, counts: Counter[str], doubts: int, seconds: float | None = None) -> None:
        """Show counts of articles by status, and of doubts with how long they may take."""
        self._counts = counts
        short = {
            Status.PROOFED2: self.tr("2nd"),
            Status.PROOFED1: self.tr("1st"),
            Status.WORKING: self.tr("in work"),
            Status.DISPUTED: self.tr("disputed"),
            Status.NEW: self.tr("not begun"),
        }
        there = [status for status, _ in PARTS if counts[status]]
        whole = "·".join(f"{short[status]} {counts[status]:,}" for status in there)
        parts = [f"{short[status]} {shortened(counts[status])}" for status in there]
        self._said.setText("·\u200b".join(part.replace(" ", "\u00a0") for part in parts))
        self._said.setToolTip(whole)
        said = self._words.doubts(doubts)
        if seconds is not None:
            pace = self.tr("{doubts}, about {time} at today’s pace")
            said = pace.format(doubts=said, time=self._time(seconds))
        self._doubts.setText(shorten(said, doubts))
        self._doubts.setToolTip(said)
        self._bar.setAccessibleDescription(whole)
        self._bar.update()

    def _time(self, seconds: float) -> str:
        """Say a time in minutes, a long one in hours; it is a guess, so never in seconds."""
        minutes = max(1, round(seconds / 60))
        if minutes < _HOURS_FROM:
            return self.tr("{count} min").format(count=minutes)
        return self.tr("{count} h").format(count=f"{round(minutes / 60):,}")


class _Bar(QWidget):
    def __init__(self, owner: Progress) -> None:
        super().__init__()
        self._owner = owner
        self.setFixedHeight(8)

    def paintEvent(self, _event: object) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        place = QRectF(0, 1, self.width(), 6)
        paint_bar(painter, place, self._owner.counts, self._owner.colours)
        painter.end()


def _caption() -> QLabel:
    made = label("small")
    made.setWordWrap(True)
    return made
