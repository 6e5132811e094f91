"""Why: what the marks at a place tell, under the pointer and in a card at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.positions import hidden_in
from reader.ui.reasons import Reasons

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from reader.model import Amendment, SeamFact
    from reader.ui.article.painted import PaintedEdit
    from reader.ui.article.sheet import Shown
    from reader.ui.words import Words

_SHIFT = 8
"""How far below the caret the card begins."""


class Why:
    """Makes the sentences of the marks at a place."""

    def __init__(self, words: Words) -> None:
        self._reasons = Reasons(words)

    def at(self, shown: Shown, at: int) -> list[str]:
        """Tell everything that is marked at a place of a block; a doubt may lie one beside it."""
        said = [self._reasons.supplied()] if shown.supplied else []
        for seam in seams_near(shown, at):
            said += self._reasons.seam(seam, doubtful=seam in shown.doubts)
        for made in shown.amended:
            if made.start <= at <= made.end:
                said.append(self._reasons.amendment(made, shown.text[made.start : made.end]))
        for moved in shown.moved:
            if moved.start <= at < moved.end or at == moved.end == len(shown.text):
                said.append(self._reasons.moved(moved.line, machine=moved.machine))
        for place in (at, at - 1):
            if 0 <= place < len(shown.text) and hidden_in(shown.text[place]):
                said.append(self._reasons.hidden(shown.text[place]))
                break
        return said

    def struck(self, made: Amendment) -> str:
        """Tell what was struck, by whom, when and why."""
        return self._reasons.amendment(made, "")

    def nothing(self) -> str:
        """Tell that there is no mark."""
        return self._reasons.nothing()


def seams_near(shown: Shown, at: int) -> list[SeamFact]:
    """Give the line ends at a place; where there is none, a doubtful one beside it."""
    here = [s for s in shown.seams if s.at == at]
    return here or [s for s in shown.doubts if abs(s.at - at) == 1][:1]


class WhyCard(QFrame):
    """What is marked at the caret, as plain text; the next key, or a jump, takes it away."""

    def __init__(self, edit: PaintedEdit) -> None:
        super().__init__(edit.viewport())
        self.setObjectName("whyCard")
        self._edit = edit
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.foot = QLabel()
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setProperty("role", "caption")
        self.foot.setText(self.tr("Esc closes, {key} asks again").format(key=key_of("actionWhy")))
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.foot)
        self.hide()
        edit.jumped.connect(self.hide)
        edit.verticalScrollBar().valueChanged.connect(self.hide)

    def tell(self, sentences: list[str]) -> None:
        """Show sentences below the caret, above it where there is no room."""
        said = "\n".join(sentences)
        self.text.setText(said)
        self.setAccessibleName(said)
        view = self._edit.viewport().rect()
        width = min(int(theme.tokens()["layout"]["popover_width"]), view.width())
        self.setFixedWidth(width)
        self.setFixedHeight(self._box.heightForWidth(width))
        caret = self._edit.cursorRect()
        below = caret.bottom() + _SHIFT + self.height() <= view.bottom()
        top = caret.bottom() + _SHIFT if below else caret.top() - _SHIFT - self.height()
        left = min(max(0, caret.left() - width // 3), view.right() - width)
        self.move(left, max(0, top))
        self._edit.installEventFilter(self)
        self.show()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at the editor's keys no longer."""
        super().hideEvent(event)
        self._edit.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the next key; Esc does nothing else."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.hide()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.hide()
            event.accept()
            return True
        elif event.type() is QEvent.Type.KeyPress:
            self.hide()
        return bool(super().eventFilter(watched, event))
