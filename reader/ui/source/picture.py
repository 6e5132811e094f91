"""The picture of the page under its lines: fitted to the width, larger by Ctrl and the wheel."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QStackedWidget,
    QWidget,
)

from reader.errors import NotFoundError
from reader.ui.latest import Latest
from reader.ui.names import isolated
from reader.ui.source.finding import Lacks, Picture, find

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent

    from reader.ui.session import Session

_STEP = 1.25
_LARGEST = 12.0
_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PictureView(QGraphicsView):
    """Shows a picture; it is dragged with the mouse and moved with the arrow keys.

    `zoomed` counts the steps over the width of the view, at which it begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sourcePicture")
        self.setAccessibleName(self.tr("Picture of the page"))
        self.viewport().setAccessibleName(self.accessibleName())
        self.setToolTip(self.tr("Drag to move; Ctrl+wheel, + and − change the size, 0 fits it"))
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoomed = 0

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show a picture from its head, as wide as the view; an empty one shows nothing."""
        self.scene().clear()
        if not pixmap.isNull():
            item = self.scene().addPixmap(pixmap)
            item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().setSceneRect(self.scene().itemsBoundingRect())
        self.fit()
        self.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Make it as wide as the view."""
        self.zoomed = 0
        self._scale()

    def zoom(self, by: int) -> None:
        """Make it larger or smaller by steps, never narrower than the view."""
        zoomed = max(0, self.zoomed + by)
        if _STEP**zoomed <= _LARGEST:
            self.zoomed = zoomed
            self._scale()

    def _scale(self) -> None:
        width = self.scene().sceneRect().width()
        if width:
            scale = (self.viewport().width() - 2) / width * _STEP**self.zoomed
            self.resetTransform()
            self.scale(scale, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep it fitted."""
        super().resizeEvent(event)
        self._scale()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the size by + and -, fit it by 0."""
        if event.key() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0 and not event.modifiers():
            self.fit()
        else:
            super().keyPressEvent(event)


class PicturePane(QStackedWidget):
    """The picture of an article's page, or one grey sentence why there is none.

    While it is hidden nothing is looked for.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("picturePane")
        self._article: str | None = None
        self._file: tuple[str, str] | None = None
        self._session = session
        self.latest = Latest(session, self)
        self.view = PictureView()
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "picture-note")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(16, 12, 16, 12)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.addWidget(self.view)
        self.addWidget(self.note)
        self.setMinimumHeight(96)

    def show_article(self, article: str | None) -> None:
        """Look for the picture of an article's page, which is kept where it is the same."""
        self._article = article
        file = self._file_of(article)
        if article is None or file is None:
            self._file = None
            self.latest.cancel()
            self._say("")
            return
        if file == self._file:
            return
        self._file = file
        self._say(self.tr("Looking for the picture…"))
        self.latest.run(partial(find, article), self._on_found)

    def _file_of(self, article: str | None) -> tuple[str, str] | None:
        if article is None:
            return None
        try:
            return self._session.library.articles.received_file(article)
        except NotFoundError:
            return None

    def again(self) -> None:
        """Look again, though it is the same page."""
        self._file = None
        self.show_article(self._article)

    def _say(self, sentence: str) -> None:
        self.view.show_pixmap(QPixmap())
        self.note.setText(sentence)
        self._turn(self.note)

    def _turn(self, part: QWidget) -> None:
        self.setCurrentWidget(part)

    def _on_found(self, found: object) -> None:
        picture: Picture = found  # type: ignore[assignment]
        if picture.image is not None:
            self._turn(self.view)
            self.view.show_pixmap(QPixmap.fromImage(picture.image))
            return
        said = {
            Lacks.FOLDER: self.tr("From which folder {name} came is not known here."),
            Lacks.PICTURE: self.tr(
                "No picture (png, jpg, tif) of the name of {name} lies beside it in {path}."
            ),
            Lacks.BROKEN: self.tr("The picture {path} cannot be read: {says}."),
            Lacks.OTHER: self.tr("The file {path} is no png, jpg or tif, though it is called so."),
        }[picture.lacks or Lacks.FOLDER]
        path = os.fsencode(picture.path or "").decode("utf-8", "backslashreplace")
        says = picture.says.rstrip(".")
        self._say(said.format(name=isolated(picture.name), path=isolated(path), says=says))
