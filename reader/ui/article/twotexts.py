"""The bar that shows two texts of one paragraph, of which a person says which stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from reader.ui import theme
from reader.ui.article.overtaken import unlike
from reader.ui.labels import label
from reader.ui.positions import shown, units
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.ui.article.overtaken import Overtaken
    from reader.ui.theme import Theme

_LINES = 4
"""So many lines of each text are seen at once."""


class TwoTexts(QFrame):
    """What was typed here beside what another program wrote; what differs has a wash."""

    mine_wished = Signal()
    theirs_wished = Signal()
    left = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("twoTexts")
        self.setAccessibleName(self.tr("Two texts of one paragraph"))
        self._colours = colours
        self._both: Overtaken | None = None
        self.said = label("secondary")
        self.said.setWordWrap(True)
        self.mine = self._text("mineText", self.tr("What you typed"))
        self.theirs = self._text("theirsText", self.tr("What was written elsewhere"))
        self.keep_mine = self._button("keepMine", self.tr("Keep &mine"))
        self.copy_mine = self._button("copyMine", self.tr("&Copy mine"))
        self.keep_theirs = self._button("keepTheirs", self.tr("Keep the &other"))
        self.keep_mine.clicked.connect(self.mine_wished)
        self.copy_mine.clicked.connect(self._copy)
        self.keep_theirs.clicked.connect(self.theirs_wished)
        self._lay_out()
        self.hide()

    def _text(self, name: str, words: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setFont(theme.font("reading", int(theme.tokens()["type"]["scale"]["interface"]) + 1))
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _LINES + 20)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _button(self, name: str, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.said, 0, 0, 1, 4)
        for column, (words, text) in enumerate(
            ((self.tr("Yours"), self.mine), (self.tr("The other, as it reads now"), self.theirs))
        ):
            grid.addWidget(_named(words), 1, column * 2, 1, 2)
            grid.addWidget(text, 2, column * 2, 1, 2)
        grid.addWidget(self.keep_mine, 3, 0)
        grid.addWidget(self.copy_mine, 3, 1)
        grid.addWidget(self.keep_theirs, 3, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for button in (self.keep_mine, self.copy_mine, self.keep_theirs):
            grid.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    def way(self) -> Iterable[QWidget]:
        """Give what Tab goes through, in its order."""
        return self.mine, self.keep_mine, self.copy_mine, self.theirs, self.keep_theirs

    def show_both(self, both: Overtaken, where: str, more: int) -> None:
        """Show two texts; `where` names the article, `more` others wait behind them."""
        self._both = both
        self.mine.setPlainText(shown(both.mine))
        self.theirs.setPlainText(shown(both.theirs))
        self.keep_mine.setVisible(both.block is not None)
        self.copy_mine.setVisible(not both.kept)
        self.said.setText(sentences((self._sentence(both, where), self._more(more))))
        self._wash()
        self.show()

    def _sentence(self, both: Overtaken, where: str) -> str:
        if both.block is None or not both.kept:
            return self.tr(
                "{where}: the paragraph in which you typed is not there any more as it was. Copy"
                " your text and put it where it belongs; it is in no journal."
            ).format(where=where)
        return self.tr(
            "{where}: this paragraph was changed elsewhere while you typed in it. Which text"
            " stands? The other stays in the journal."
        ).format(where=where)

    def _more(self, more: int) -> str:
        return self.tr("%n more paragraph(s) wait behind this one.", "", more) if more else ""

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._wash()

    def _wash(self) -> None:
        """Give what differs a wash, in both."""
        if self._both is None:
            return
        mine, theirs = self._both.mine, self._both.theirs
        spans = unlike(mine, theirs) if self._both.block is not None else []
        self._select(self.mine, mine, [(a, b) for a, b, _, _ in spans])
        self._select(self.theirs, theirs, [(c, d) for _, _, c, d in spans])

    def _select(self, edit: QPlainTextEdit, text: str, spans: list[tuple[int, int]]) -> None:
        marked = []
        for start, end in spans:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(edit.document())
            cursor.setPosition(units(text, start))
            cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            one.format.setBackground(self._colours.color("human-wash"))
            marked.append(one)
        edit.setExtraSelections(marked)
        seen = QTextCursor(edit.document())
        seen.setPosition(units(text, spans[0][0]) if spans else 0)
        edit.setTextCursor(seen)
        edit.ensureCursorVisible()

    def _copy(self) -> None:
        if self._both is not None:
            QGuiApplication.clipboard().setText(self._both.mine)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the article on Escape; the question stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _named(words: str) -> QLabel:
    made = label("caption")
    made.setText(words)
    return made
