"""Counts and facts of the article for the status line; line ends have the signs of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui import theme
from reader.ui.labels import label
from reader.ui.signs import paint_diamond

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reader.model import Article
    from reader.ui.article.sheet import Verdicts
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_ROOM = 18
_MIDDLE = 6.0
_TALL = 6.0
"""Height in pixels of the tick."""


class Signed(QLabel):
    """Words behind a sign."""

    def __init__(self, paint: Callable[[QPainter, QPointF, Theme], None]) -> None:
        super().__init__()
        self._paint = paint
        self.colours: Theme | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "secondary")
        self.setContentsMargins(_ROOM, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the sign before them."""
        super().paintEvent(event)
        if self.colours is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, QPointF(_MIDDLE, self.height() / 2 + 0.5), self.colours)
            painter.end()


class LineEnds(QWidget):
    """How the line ends of the article were decided: by the engine, in doubt, by a person."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdictCounts")
        self._title = label("caption")
        self._title.setText(self.tr("line ends"))
        self.joined, self.doubtful, self.decided = (
            Signed(paint) for paint in (_paint_tick, _paint_doubt, _paint_tie)
        )
        self.known = False
        """Whether there is an article whose line ends are counted."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for part in (self._title, self.joined, self.doubtful, self.decided):
            row.addWidget(part)

    def show_counts(self, counts: Verdicts | None) -> None:
        """Show counts; None where there is no article."""
        self.known = counts is not None
        if counts is None:
            self.setAccessibleName("")
            return
        self.joined.setText(self.tr("joined {count}").format(count=counts.joined))
        self.doubtful.setText(self.tr("doubtful {count}").format(count=counts.doubtful))
        self.decided.setText(self.tr("by hand {count}").format(count=counts.decided))
        said = self.tr("line ends: {joined} joined · {doubtful} doubtful · {decided} by hand")
        self.setAccessibleName(
            said.format(joined=counts.joined, doubtful=counts.doubtful, decided=counts.decided)
        )

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for part in (self.joined, self.doubtful, self.decided):
            part.colours = colours
            part.update()


def _paint_tick(painter: QPainter, middle: QPointF, colours: Theme) -> None:
    """Paint the tick of the engine; here it must be seen, so it is as strong as a word."""
    width = 1.5 * float(theme.tokens()["marks"]["join-engine"]["width_px"])
    painter.setPen(QPen(colours.color("ink-3"), width))
    painter.drawLine(middle - QPointF(0, _TALL / 2), middle + QPointF(0, _TALL / 2))


def _paint_doubt(painter: QPainter, middle: QPointF, colours: Theme) -> None:
    paint_diamond(painter, middle, colours.ink("doubt-line", "window"))


def _paint_tie(painter: QPainter, middle: QPointF, colours: Theme) -> None:
    """Paint the tie of a person, as wide as it is under text of the size of these words."""
    tie = theme.tokens()["marks"]["join-human"]
    em = float(theme.tokens()["type"]["scale"]["interface"])
    half, deep = tie["width"] * em / 2, tie["depth"] * em
    path = QPainterPath(middle + QPointF(-half, -deep / 2))
    path.quadTo(middle.x(), middle.y() + 1.5 * deep, middle.x() + half, middle.y() - deep / 2)
    painter.setPen(QPen(colours.color("human"), tie["stroke_px"]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


class Facts(QLabel):
    """Where the caret is, how long the article is and how far, and how large it is shown."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "caption")
        self._words = words
        self._place = self._zoom = ""
        self._article: tuple[str, ...] = ()

    def show_article(self, article: Article | None) -> None:
        """Show the facts of an article, or none."""
        row = article.row if article is not None else None
        self._article = ()
        if article is not None and row is not None:
            facts = self._words.characters(row.characters), self._words.status(article.status)
            self._article = facts
        self._say()

    def show_place(self, line: int, character: int) -> None:
        """Show at which raw line of its file the caret is, and in it; 0 where at none."""
        place = self.tr("line {line}, char {character}")
        self._place = place.format(line=line, character=character) if line else ""
        self._say()

    def show_zoom(self, percent: int) -> None:
        """Show how large the reading text is set."""
        self._zoom = f"{percent} %"
        self._say()

    def _say(self) -> None:
        place = self._place if self._article else ""
        self.setText("   ".join(part for part in (place, *self._article, self._zoom) if part))
