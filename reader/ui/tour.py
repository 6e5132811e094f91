"""The first steps: one line at the foot that follows what is done and leaves on one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from reader.ui import theme
from reader.ui.signs import paint_tick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Theme

_HEIGHT = 80
_DISC = 24


class TourLine(QFrame):
    """Five steps in their order; `wished` names the one that is clicked, `left` the end.

    `noted` tells that a step was done that was not done before.
    """

    wished = Signal(int)
    left = Signal()
    noted = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tourLine")
        self.setAccessibleName(self.tr("Five first steps"))
        self.setFixedHeight(_HEIGHT)
        self._done: set[int] = set()
        names = (
            self.tr("Open an article"),
            self.tr("Go to a doubt"),
            self.tr("Join or split"),
            self.tr("Add a topic"),
            self.tr("Export"),
        )
        self.steps = [_Step(number, name, colours) for number, name in enumerate(names, 1)]
        title = QLabel(self.tr("Five first steps"))
        title.setProperty("role", "pane-title")
        small = QLabel(self.tr("Stop whenever you like"))
        small.setProperty("role", "small")
        self.leave = QPushButton()
        self.leave.setObjectName("leaveTour")
        self.leave.setProperty("role", "link")
        self.leave.clicked.connect(self.left)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addStretch(1)
        head.addWidget(title)
        head.addWidget(small)
        head.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(8)
        row.addLayout(head)
        row.addSpacing(16)
        for step in self.steps:
            step.clicked.connect(lambda _=False, number=step.number: self.wished.emit(number))
            row.addWidget(step)
        row.addStretch(1)
        row.addWidget(self.leave)
        self._show()

    def way(self) -> tuple[QPushButton, ...]:
        """Give what Tab goes through, in its order."""
        return *self.steps, self.leave

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for step in self.steps:
            step.colours = colours
            step.update()

    @property
    def finished(self) -> tuple[int, ...]:
        """The steps that were done."""
        return tuple(sorted(self._done))

    @property
    def complete(self) -> bool:
        """Tell whether all steps were done."""
        return len(self._done) == len(self.steps)

    def begin(self, done: Iterable[int] = ()) -> None:
        """Begin anew: no step is done but those that are said to be."""
        self._done = {step.number for step in self.steps} & set(done)
        self._show()

    def done(self, number: int) -> None:
        """Note that a step was done; after the last one all is done."""
        if number not in self._done:
            self._done.add(number)
            self._show()
            self.noted.emit()

    def _show(self) -> None:
        following = next((s.number for s in self.steps if s.number not in self._done), 0)
        for step in self.steps:
            step.show_state(done=step.number in self._done, current=step.number == following)
        self.leave.setText(self.tr("All done: close") if self.complete else self.tr("No, thanks"))

    def resizeEvent(self, _event: object) -> None:
        """Where there is little room, only the step that follows is named."""
        wide = sum(step.sizeHint().width() for step in self.steps) + 280 <= self.width()
        for step in self.steps:
            step.name_it(named=wide)


class _Step(QPushButton):
    """A number in a ring, and its name."""

    def __init__(self, number: int, name: str, colours: Theme) -> None:
        super().__init__()
        self.number, self.name, self.colours = number, name, colours
        self._state = (False, False)
        self._named = True
        self.setObjectName(f"tourStep{number}")
        self.setProperty("role", "bare")
        self.setFixedHeight(40)
        self.setFont(theme.font("interface", 14))

    def name_it(self, *, named: bool) -> None:
        """Write the name beside the number, or only where this step follows."""
        if named != self._named:
            self._named = named
            self._fit()

    def show_state(self, *, done: bool, current: bool) -> None:
        """Show whether the step is done, and whether it is the one that follows."""
        self._state = (done, current)
        said = self.tr("done") if done else self.tr("next") if current else ""
        self.setAccessibleName(", ".join(p for p in (self.name, said) if p))
        self.setToolTip(self.name)
        self._fit()

    def _words(self) -> str:
        return self.name if self._named or self._state[1] else ""

    def _fit(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self._words())
        self.setFixedWidth(_DISC + 12 + (words + 12 if words else 0))
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room that number and name take."""
        words = self.fontMetrics().horizontalAdvance(self.name)
        return QSize(_DISC + 24 + words, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        done, current = self._state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(6 + _DISC / 2, self.height() / 2)
        accent = self.colours.color("accent")
        ring = accent if current else self.colours.color("done" if done else "rule-strong")
        painter.setPen(QPen(ring, 1.5))
        painter.setBrush(accent if current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DISC / 2 - 1, _DISC / 2 - 1)
        painter.setFont(theme.font("interface", 13, bold=current))
        ink = "on-accent" if current else "done" if done else "ink-2"
        painter.setPen(self.colours.color(ink))
        disc = QRectF(middle.x() - _DISC / 2, middle.y() - _DISC / 2, _DISC, _DISC)
        if done:
            paint_tick(painter, middle, self.colours.color(ink))
        else:
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.setFont(self.font())
        painter.setPen(self.colours.color("ink" if current else "ink-2"))
        words = self.rect().adjusted(6 + _DISC + 8, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
