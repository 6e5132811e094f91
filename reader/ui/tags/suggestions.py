"""The second part of the sidebar: topics that may fit, with what speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.topics import leaf
from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.greyed import Lack, grey
from reader.ui.labels import CutLabel, label
from reader.ui.names import isolated
from reader.ui.signs import sign_icon
from reader.ui.tags.parts import hairline, title_row
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.store.suggest import Suggestion
    from reader.ui.signs import Sign
    from reader.ui.theme import Theme

_FOOT = 32
"""Pixels of the row of keys."""
ROWS = 2
"""How many are shown at once: the place is kept, so that nothing below moves under the hand.

In a low window there is place for one.
"""


class Suggestions(QWidget):
    """Shows the best suggestions; `first` is the one that the keys mean.

    `filled` tells that the rows are other widgets now.
    """

    taken = Signal(str)
    refused = Signal(str)
    again_wished = Signal()
    filled = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tagSuggestions")
        self._colours = colours
        self._signs: Mapping[str, Sign] = {}
        self._writable = False
        self.shown: tuple[Suggestion, ...] = ()
        self._asked: tuple[tuple[Suggestion, ...], int, bool] | None = None
        self.rows: list[SuggestionRow] = []
        height = int(theme.tokens()["space"]["row_suggestion"])
        self.learnt = label("caption")
        self.none = label("caption")
        self.none.setWordWrap(True)
        self.none.setContentsMargins(16, 8, 16, 0)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = ROWS
        self._body = QWidget()
        self._body.setFixedHeight(height * ROWS)
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.none)
        self._box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(hairline())
        box.addWidget(title_row(self.tr("Suggestions"), self.learnt, 40))
        box.addWidget(self._body)
        box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self.keys = QWidget()
        row = QHBoxLayout(self.keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, words in (
            ("actionTakeSuggestion", self.tr("take")),
            ("actionRefuseSuggestion", self.tr("not this")),
        ):
            cap = label("key")
            cap.setText(key_of(name))
            said = label("small")
            said.setText(words)
            row.addWidget(cap)
            row.addWidget(said)
            row.addSpacing(4)
        self.again = QPushButton()
        self.again.setObjectName("tagRefusedAgain")
        self.again.setProperty("role", "link")
        self.again.clicked.connect(self.again_wished)
        self.again.hide()
        self._below = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._below)
        self._line.setContentsMargins(16, 0, 12, 4)
        self._line.setSpacing(0)
        self._line.addWidget(self.keys)
        self._line.addStretch(1)
        self._line.addWidget(self.again)
        return self._below

    def _fit_foot(self) -> None:
        """Let what was refused stand under the keys where there is no room beside them."""
        parts = [part for part in (self.keys, self.again) if not part.isHidden()]
        needed = sum(part.sizeHint().width() for part in parts) + 28 + 8 * (len(parts) - 1)
        two = len(parts) > 1 and needed > self.width()
        self._line.setDirection(
            QBoxLayout.Direction.TopToBottom if two else QBoxLayout.Direction.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignLeft if two else Qt.AlignmentFlag.AlignVCenter
        self._line.setAlignment(self.again, side)
        self._below.setFixedHeight(_FOOT * 2 - 8 if two else _FOOT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the foot to another width."""
        super().resizeEvent(event)
        self._fit_foot()

    # --- showing --------------------------------------------------------------------------

    @property
    def buttons(self) -> list[QWidget]:
        """What Tab reaches, in its order."""
        pairs = [(row.take, row.refuse) for row in self.rows]
        return [*(button for pair in pairs for button in pair), self.again]

    @property
    def first(self) -> Suggestion | None:
        """The suggestion that is taken or refused by key."""
        return self.shown[0] if self.shown else None

    def show_these(self, found: Sequence[Suggestion], *, refused: int, writable: bool) -> None:
        """Show suggestions, best first, and how many were refused for this article.

        Rows that would be the same stay: another program may write many times a second.
        """
        asked = (tuple(found), refused, writable)
        if asked == self._asked:
            return
        self._asked = asked
        self._writable = writable
        self.shown = tuple(found)
        learnt = any(suggestion.known for suggestion in found[: self._count])
        self.learnt.setText(self.tr("from your topics") if learnt else "")
        self.again.setVisible(refused > 0)
        self.again.setText(self.tr("refused: {count}").format(count=refused))
        self.again.setToolTip(self.tr("Show again what was refused for this article"))
        self.again.setAccessibleName(self.again.toolTip())
        self._fill()

    def keep(self, count: int) -> None:
        """Keep the place of so many rows."""
        if count != self._count:
            self._count = count
            self._body.setFixedHeight(int(theme.tokens()["space"]["row_suggestion"]) * count)
            self._fill()

    def say(self, sentence: str) -> None:
        """Say why no suggestion is shown."""
        self.none.setText(sentence)

    def know(self, signs: Mapping[str, Sign]) -> None:
        """Take the signs of the topics."""
        self._signs = signs
        self._fill()

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._fill()

    def _fill(self) -> None:
        held = next((n for n, row in enumerate(self.rows) if row.holds_focus()), None)
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, suggestion in enumerate(self.shown[: self._count]):
            row = SuggestionRow(suggestion, self._colours, self._signs.get(suggestion.name))
            for button in (row.take, row.refuse):
                grey(button, None if self._writable else Lack.WRITING)
            row.take.clicked.connect(lambda _=False, name=suggestion.name: self.taken.emit(name))
            row.refuse.clicked.connect(
                lambda _=False, name=suggestion.name: self.refused.emit(name)
            )
            if not place:
                row.setProperty("role", "first")
            self._box.insertWidget(place, row)
            self.rows.append(row)
        self.none.setVisible(not self.rows)
        self.keys.setVisible(bool(self.rows))
        self._fit_foot()
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].take.setFocus()
        self.filled.emit()


class SuggestionRow(QFrame):
    """One suggestion: sign, name, evidence in words, take and refuse."""

    def __init__(self, suggestion: Suggestion, colours: Theme, sign: Sign | None) -> None:
        super().__init__()
        self.setFixedHeight(int(theme.tokens()["space"]["row_suggestion"]))
        picture = QLabel()
        picture.setFixedWidth(20)
        icon = theme.icon("tag", colours, 14) if sign is None else sign_icon(sign, colours)
        picture.setPixmap(icon.pixmap(14, 14))
        name = suggestion.name if sign is None else leaf(suggestion.name)
        self.name = CutLabel("", isolated(name))
        self.name.setToolTip(plain(isolated(suggestion.name)))
        said = self.evidence_words(suggestion)
        self.evidence = CutLabel("small", said)
        self.evidence.setToolTip(plain(said))
        about = QVBoxLayout()
        about.setSpacing(2)
        about.setContentsMargins(0, 6, 0, 6)
        about.addWidget(self.name)
        about.addWidget(self.evidence)
        self.take = self._button("check", colours, self.tr("Take {topic}"), suggestion.name)
        self.refuse = self._button("x", colours, self.tr("Refuse {topic}"), suggestion.name)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(0)
        box.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        picture.setContentsMargins(0, 9, 0, 0)
        box.addLayout(about, 1)
        box.addSpacing(8)
        box.addWidget(self.take)
        box.addSpacing(6)
        box.addWidget(self.refuse)

    def evidence_words(self, suggestion: Suggestion) -> str:
        """Say what speaks for a suggestion: words, and how often each occurs."""
        said = self.tr(", ").join(f"{isolated(word)} {times}" for word, times in suggestion.words)
        return said if suggestion.known else self.tr("new topic: {words}").format(words=said)

    def _button(self, icon: str, colours: Theme, words: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "square")
        made.setIcon(theme.icon(icon, colours, 14))
        made.setIconSize(QSize(14, 14))
        made.setFixedSize(26, 24)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(words.format(topic=isolated(name)))
        made.setToolTip(plain(made.accessibleName()))
        return made

    def holds_focus(self) -> bool:
        """Tell whether a button of this row has the focus."""
        return self.take.hasFocus() or self.refuse.hasFocus()
