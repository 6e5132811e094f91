"""The pane of a library with nothing in it: where to drop files, and three ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.greyed import Lack, grey

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from reader.ui.theme import Theme

_WAY_HEIGHT = 56
_DROP_HEIGHT = 120


class EmptyPane(QFrame):
    """Stands where the article would; `dropped` carries the files and folders let go over it."""

    dropped = Signal(object)
    folder_wished = Signal()
    samples_wished = Signal()
    library_wished = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("emptyPane")
        self.setAccessibleName(self.tr("The library is empty"))
        self.setAcceptDrops(True)
        self._head = _Head(self.tr("Put newspapers here"), self.tr("Jiaokan"), colours)
        self._said = _Said(
            self.tr(
                "Drag text files or whole folders here. They are kept unchanged to the character; "
                "the program mends the line ends and leaves to you what it is not sure of. "
                "No network is used."
            )
        )
        self._said.setObjectName("emptySaid")
        self.place = _DropPlace(
            self.tr("Let go here to import"), self.tr("Text files (.txt) and folders"), colours
        )
        self.folder = self._way(
            "folder-open",
            self.tr("Import a folder…"),
            self.tr("With all folders in it; bad files are passed over and told"),
            key_of("actionImportFolder"),
        )
        self.samples = self._way(
            "newspaper",
            self.tr("Look at the five samples first"),
            self.tr("They can be taken out again at any time"),
            "Enter",
        )
        self.library = self._way(
            "archive",
            self.tr("Open another library…"),
            self.tr("A copy from a colleague will do"),
            key_of("actionOpenLibrary"),
        )
        self.folder.clicked.connect(self.folder_wished)
        self.samples.clicked.connect(self.samples_wished)
        self.library.clicked.connect(self.library_wished)
        self._lay_out()
        self.dress(colours)

    def _way(self, icon: str, words: str, more: str, key: str) -> _Way:
        return _Way(icon, words, more, key)

    def _lay_out(self) -> None:
        column = QWidget()
        reading = theme.tokens()["reading"]
        size = int(theme.tokens()["type"]["scale"]["body"])
        column.setMaximumWidth(round(float(reading["measure_em"]) * size))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._head)
        inner.addSpacing(16)
        inner.addWidget(self._said)
        inner.addSpacing(24)
        inner.addWidget(self.place)
        inner.addSpacing(24)
        for way in (self.folder, self.samples, self.library):
            inner.addWidget(way)
            inner.addSpacing(4)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 12, 32, 12)
        box.addStretch(1)
        box.addLayout(row)
        box.addStretch(2)

    def way(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through, in its order."""
        return self.folder, self.samples, self.library

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for part in (self._head, self._said, self.place, self.folder, self.samples, self.library):
            part.dress(colours)

    def allow(self, *, writes: bool) -> None:
        """Let files come in, or not: into a library that is open for reading none can."""
        self.setAcceptDrops(writes)
        for way in (self.place, self.folder, self.samples):
            grey(way, None if writes else Lack.WRITING)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, nothing else."""
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let go."""
        event.acceptProposedAction()
        self.dropped.emit(_paths(event))


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class _Head(QWidget):
    """A headline between a double rule and a thin one, with the program's name at the right."""

    def __init__(self, words: str, name: str, colours: Theme) -> None:
        super().__init__()
        self._words, self._name, self._colours = words, name, colours
        self.setFixedHeight(80)

    def dress(self, colours: Theme) -> None:
        self._colours = colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._colours.color("ink")
        painter.fillRect(0, 0, self.width(), 2, ink)
        painter.fillRect(0, 4, self.width(), 1, ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, ink)
        place = self.rect().adjusted(0, 8, 0, -4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("reading", 32, bold=True))
        painter.setPen(ink)
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, self._words)
        painter.setFont(theme.font("reading", 18))
        painter.setPen(self._colours.color("human"))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, self._name)
        painter.end()


class _Said(QWidget):
    """Sentences set as an article is: indent and leading of the look."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        size = int(theme.tokens()["type"]["scale"]["body"])
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(theme.font("reading", size))
        self._document.setPlainText(words)
        look = theme.tokens()["reading"]
        form = QTextBlockFormat()
        leading = round(float(look["leading"]) * size)
        form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTextIndent(float(look["indent_em"]) * size)
        form.setAlignment(Qt.AlignmentFlag.AlignJustify)
        QTextCursor(self._document).setBlockFormat(form)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)

    def dress(self, colours: Theme) -> None:
        form = QTextCharFormat()
        form.setForeground(colours.color("ink"))
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(form)
        self.update()

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        self._document.drawContents(painter)
        painter.end()


class _DropPlace(QFrame):
    """A dashed frame with an icon and two lines."""

    def __init__(self, words: str, more: str, colours: Theme) -> None:
        super().__init__()
        self._colours = colours
        self.setMinimumHeight(_DROP_HEIGHT - 36)
        self.setMaximumHeight(_DROP_HEIGHT)
        self._icon = QLabel()
        said, small = QLabel(words), QLabel(more)
        small.setProperty("role", "small")
        box = QVBoxLayout(self)
        box.setSpacing(4)
        box.setContentsMargins(0, 4, 0, 4)
        box.addStretch(1)
        for label in (self._icon, said, small):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(label)
        box.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(480, _DROP_HEIGHT)

    def dress(self, colours: Theme) -> None:
        self._colours = colours
        self._icon.setPixmap(theme.icon("file-input", colours, 28).pixmap(QSize(28, 28)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colours.color("field"))
        pen = QPen(self._colours.color("rule-strong"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class _Way(QPushButton):
    """A way on: an icon, two lines and a key, in a row that is one button."""

    def __init__(self, icon: str, words: str, more: str, key: str) -> None:
        super().__init__()
        self._icon_name = icon
        self.setAutoDefault(True)  # so that Enter presses it
        self.setProperty("role", "way")
        self.setFixedHeight(_WAY_HEIGHT)
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self._icon = QLabel()
        self._icon.setFixedWidth(20)
        said, small, cap = QLabel(words), QLabel(more), QLabel(key)
        small.setProperty("role", "small")
        cap.setProperty("role", "key")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(said)
        lines.addWidget(small)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(cap)
        for label in (self._icon, said, small, cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, colours: Theme) -> None:
        self._icon.setPixmap(theme.icon(self._icon_name, colours, 20).pixmap(QSize(20, 20)))
