"""The rail right of the text: the scroll bar, with every doubt and every person's mark on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QScrollBar

from reader.model import Reads
from reader.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.ui.article.painted import PaintedEdit
    from reader.ui.article.sheet import Shown

_SOON_MS = 250
_NEAR = 4.0
"""A click so near to a sign goes to what it stands for."""
_HALF = 4.0
_CLOSE = 3.0
_PAD = 4.0
_LEAST = 24.0
_LINE = 2.0


class Sign(NamedTuple):
    """A mark on the rail: its height in the document, and the place that it stands for."""

    y: float
    doubt: bool
    block: int
    at: int


class Rail(QScrollBar):
    """A scroll bar of the article that shows its marks; `chosen` gives block and place."""

    chosen = Signal(int, int)

    def __init__(self, edit: PaintedEdit) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("overviewRail")
        self.setAccessibleName(self.tr("Overview of the article: doubts and corrections"))
        self._edit = edit
        self._signs: list[Sign] = []
        self._grip: float | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._find)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        edit.setVerticalScrollBar(self)
        edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        edit.cursorPositionChanged.connect(self._on_caret)
        edit.document().documentLayout().documentSizeChanged.connect(self._soon.start)

    def sizeHint(self) -> QSize:
        """Give the width of the look."""
        return QSize(int(theme.tokens()["layout"]["overview_rail"]), super().sizeHint().height())

    def refresh(self) -> None:
        """Look for the signs again, once there is time."""
        self._soon.start()

    def _on_caret(self) -> None:
        """Show where the caret is; while somebody types, there is no time for the signs."""
        if self._soon.isActive():
            self._soon.start()
        self.update()

    # --- the signs ------------------------------------------------------------------------

    @property
    def signs(self) -> list[Sign]:
        """The signs as they were found last."""
        return self._signs

    def _find(self) -> None:
        layout = self._edit.document().documentLayout()
        found = []
        for number, shown in enumerate(self._edit.sheet.blocks):
            places = list(_places(shown))
            if not places:
                continue
            box = layout.blockBoundingRect(self._edit.sheet.block(number))
            length = max(1, len(shown.text))
            found += [
                Sign(box.top() + box.height() * min(1.0, at / length), doubt, number, at)
                for at, doubt in places
            ]
        self._signs = found
        self._drawn = None
        self.update()

    # --- measures -------------------------------------------------------------------------

    def _scale(self) -> float:
        """Give pixels of the rail for one of the document."""
        whole = max(1.0, float(self.maximum() - self.minimum() + self.pageStep()))
        return (self.height() - 2 * _PAD) / whole

    def _y(self, height: float) -> float:
        return _PAD + height * self._scale()

    def thumb(self) -> QRectF:
        """Give the part of the rail that stands for what is in view."""
        height = max(_LEAST, self.pageStep() * self._scale())
        room = self.height() - 2 * _PAD - height
        reach = self.maximum() - self.minimum()
        top = _PAD + (room * (self.value() - self.minimum()) / reach if reach else 0.0)
        return QRectF(2.5, top, self.width() - 5, height)

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a sign, or to the height of the click; a drag goes on from there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        y = event.position().y()
        near = [sign for sign in self._signs if abs(self._y(sign.y) - y) <= _NEAR]
        if near:
            sign = min(near, key=lambda s: abs(self._y(s.y) - y))
            self.chosen.emit(sign.block, sign.at)
            return
        thumb = self.thumb()
        self._grip = y - thumb.top() if thumb.top() <= y <= thumb.bottom() else thumb.height() / 2
        self._drag(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll while the button is held."""
        if self._grip is not None:
            self._drag(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self._grip = None

    def _drag(self, y: float) -> None:
        room = self.height() - 2 * _PAD - self.thumb().height()
        reach = self.maximum() - self.minimum()
        if room > 0 and self._grip is not None:
            self.setValue(self.minimum() + round((y - self._grip - _PAD) / room * reach))

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline, what is in view, the caret's line, bars and diamonds."""
        colours = self._edit.sheet.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color("paper"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), colours.color("rule"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("rule"), 1))
        painter.setBrush(colours.color("hover"))
        if self.maximum() > self.minimum():
            painter.drawRoundedRect(self.thumb(), 4, 4)
        painter.drawPixmap(0, 0, self._picture())
        if self._edit.sheet.blocks:
            height = self._edit.cursorRect().center().y() + self.value()
            caret = QRectF(1, self._y(height) - _LINE / 2, self.width() - 1, _LINE)
            painter.fillRect(caret, colours.color("accent"))
        painter.end()

    def _picture(self) -> QPixmap:
        """Give the picture of all signs; they are many, and change seldom."""
        ratio = self.devicePixelRatioF()
        state = (self.size(), self._scale(), self._edit.sheet.colours.name, ratio)
        if self._drawn is None or self._drawn[0] != state:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            self._draw_signs(picture)
            self._drawn = state, picture
        return self._drawn[1]

    def _apart(self, *, doubt: bool) -> Iterator[float]:
        """Give the heights of the signs of one sort, those left out that lie upon another."""
        last = -_CLOSE
        for sign in self._signs:
            y = self._y(sign.y)
            if sign.doubt is doubt and y - last >= _CLOSE:
                last = y
                yield y

    def _draw_signs(self, picture: QPixmap) -> None:
        """Draw bars and diamonds; of those that fall together one is enough."""
        colours = self._edit.sheet.colours
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y in self._apart(doubt=False):
            bar = QRectF(3, y - _LINE / 2, self.width() - 5, _LINE)
            painter.fillRect(bar, colours.color("human"))
        middle = self.width() / 2 + 0.5
        painter.setPen(QPen(colours.color("doubt"), 1.4))
        painter.setBrush(colours.color("paper"))
        for y in self._apart(doubt=True):
            painter.drawPolygon(_diamond(QPointF(middle, y)))
        painter.end()


def _places(shown: Shown) -> Iterator[tuple[int, bool]]:
    """Give each place of a block that has a sign; whether it is a doubt."""
    for seam in shown.seams:
        if seam in shown.doubts:
            yield seam.at, True
        elif seam.decider is not None and seam.reads is not Reads.LINE:
            yield seam.at, False
    for made in shown.by_hand:
        yield made.start, False


def _diamond(middle: QPointF) -> QPolygonF:
    return QPolygonF(
        [
            middle + QPointF(0, -_HALF),
            middle + QPointF(_HALF, 0),
            middle + QPointF(0, _HALF),
            middle + QPointF(-_HALF, 0),
        ]
    )
