"""The form in the place of a row: title, date, number of an issue, and number of a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import UsageError
from reader.ui.labels import CutLabel, label
from reader.ui.line import Line
from reader.ui.tips import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.model import IssueRow, PageRow


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person wrote otherwise: fields of an issue, numbers of its pages by their ids."""

    issue: str
    fields: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int | None] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was changed."""
        return not (self.fields or self.numbers)


class IssueForm(QFrame):
    """Four fields; Enter saves, Esc leaves, Tab goes round. A wrong value is told in one line.

    Over the fields stands which issue it is.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("issueForm")
        self.setAccessibleName(self.tr("Correct the issue"))
        self._issue: IssueRow | None = None
        self._page: PageRow | None = None
        self.named = CutLabel("pane-title")
        self.named.setObjectName("formIssue")
        self.title = _field("formTitle", self.tr("Title of the newspaper"))
        self.date = _field("formDate", self.tr("Date"))
        self.date.setPlaceholderText(self.tr("2025-04-14"))
        self.number = _field("formNumber", self.tr("Number of the issue"))
        self.page = _field("formPage", self.tr("Number of the page"))
        self._page_label = label("small", self.tr("Page"))
        self.wrong = QLabel()
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setObjectName("formWrong")
        self.wrong.setProperty("role", "doubt")
        self.wrong.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setToolTip(self.tr("Save what is corrected (Enter)"))
        self.save_button.clicked.connect(self.save)
        self.leave_button = QPushButton(self.tr("Cancel"))
        self.leave_button.setToolTip(self.tr("Leave all as it was (Esc)"))
        self.leave_button.clicked.connect(self.leave)
        for edit in (self.title, self.date, self.number, self.page):
            edit.textEdited.connect(self._on_edited)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(2)
        fields.addWidget(label("small", self.tr("Title")), 0, 0, 1, 3)
        fields.addWidget(self.title, 1, 0, 1, 3)
        fields.setRowMinimumHeight(2, 4)
        for column, (name, edit) in enumerate((
            (label("small", self.tr("Date")), self.date),
            (label("small", self.tr("No.")), self.number),
            (self._page_label, self.page),
        )):  # fmt: skip
            fields.addWidget(name, 3, column)
            fields.addWidget(edit, 4, column)
        for column, stretch in enumerate((5, 3, 2)):
            fields.setColumnStretch(column, stretch)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 10)
        box.setSpacing(6)
        box.addWidget(self.named)
        box.addLayout(fields)
        box.addWidget(self.wrong)
        box.addLayout(buttons)

    # --- opening and closing --------------------------------------------------------------

    def name(self, said: str) -> None:
        """Say which issue it is that is corrected."""
        self.named.setText(said)
        self.named.setToolTip(plain(said))
        words = self.tr("Correct the issue: {issue}")
        self.setAccessibleName(words.format(issue=said))

    def open(self, issue: IssueRow, page: PageRow | None, *, at_page: bool) -> None:
        """Show what is known of an issue and of one of its pages; the caret goes to the date."""
        self._issue, self._page = issue, page
        self.title.setText(issue.title or "")
        self.date.setText(issue.date or "")
        self.number.setText(issue.number or "")
        self.page.setText(str(page.number) if page and page.number is not None else "")
        self.page.setVisible(page is not None)
        self._page_label.setVisible(page is not None)
        self._tell("")
        self.show()
        self._make_room()
        self.raise_()
        self._ask(self.page if at_page and page is not None else self.date)

    def _make_room(self) -> None:
        """Let the date be seen whole in a narrow pane: numbers are short, and give way."""
        self.date.setMinimumWidth(self.date.fontMetrics().horizontalAdvance(_WHOLE) + _AROUND)
        for edit in (self.number, self.page):
            edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance(_SHORT) + _AROUND)

    def _ask(self, edit: QLineEdit) -> None:
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def _on_edited(self) -> None:
        """Say no more what was wrong before: it is being mended."""
        if self.wrong.text():
            self._tell("")

    def _tell(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.setFixedHeight(self._needed())

    def _needed(self) -> int:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = self.width()
        return (
            layout.heightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        )

    def fit(self, width: int) -> None:
        """Take the width of the pane."""
        self.setFixedWidth(width)
        self.setFixedHeight(self._needed())

    @property
    def issue(self) -> str | None:
        """The id of the issue that is being corrected, None while the form is closed."""
        return self._issue.id if self._issue is not None else None

    @property
    def touched(self) -> bool:
        """Tell whether something was typed since the form was opened."""
        edits = self.title, self.date, self.number, self.page
        return self._issue is not None and any(edit.isModified() for edit in edits)

    def leave(self) -> None:
        """Close; nothing is changed. The focus is given away first, else Qt looks for it here."""
        if self._issue is not None:
            self._issue = None
            self.left.emit()
            self.hide()

    # --- saving ---------------------------------------------------------------------------

    def save(self) -> None:
        """Tell what was corrected, or what is wrong."""
        found = self._read()
        if found is not None:
            self.saved.emit(found)

    def _read(self) -> Correction | None:
        from reader.text import dates

        issue, page = self._issue, self._page
        assert issue is not None
        typed = {
            "title": self.title.text().strip(),
            "date": dates.typed(self.date.text().strip()),
            "number": self.number.text().strip(),
        }
        known = {"title": issue.title, "date": issue.date, "number": issue.number}
        if typed["date"] and not self._is_date(typed["date"]):
            return None
        edits = {"title": self.title, "date": self.date, "number": self.number}
        unsure = _unsure(issue)
        fields = {  # what was not touched stays as it is, though the line may show it otherwise
            name: said
            for name, said in typed.items()
            if edits[name].isModified() and (name in unsure or said != (known[name] or ""))
        }
        numbers: dict[str, int | None] = {}
        if page is not None:
            said = self.page.text().strip()
            if said and not (said.isdecimal() and 0 < int(said) < _MOST):
                self._refuse(self.page, self.tr("A page has a number from 1."))
                return None
            number = int(said) if said else None
            if number != page.number or ("page" in unsure and self.page.isModified()):
                numbers[page.id] = number
        return Correction(issue.id, fields, numbers)

    def _is_date(self, date: str) -> bool:
        from reader.store.issues import check_date

        try:
            check_date(date)
        except UsageError as error:
            if error.detail == "no_day":
                self._refuse(self.date, self.tr("There is no day {date}.").format(date=date))
            else:
                self._refuse(self.date, self.tr("A date is 2025, 2025-04 or 2025-04-14."))
            return False
        return True

    def _refuse(self, edit: QLineEdit, words: str) -> None:
        self._tell(words)
        self._ask(edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter, leave by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.focusWidget()
            if isinstance(at, QPushButton):
                at.click()
            else:
                self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's
        """Let Tab go round in the form; the lists under it wait."""
        if self._issue is None:  # it is being hidden
            return bool(super().focusNextPrevChild(next))
        ring: list[QWidget] = [self.title, self.date, self.number, self.page]
        ring = [w for w in (*ring, self.save_button, self.leave_button) if w.isVisible()]
        at = self.focusWidget()
        place = ring.index(at) if at in ring else -1
        ring[(place + (1 if next else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


_MOST = 100_000
_WHOLE, _SHORT = "0000-00-00", "000"
"""The longest date, and what is seen of a number at least."""
_AROUND = 22
"""Pixels of a field's frame, of the space in it, and of the caret."""


def _unsure(issue: IssueRow) -> frozenset[str]:
    """Name what was only supposed: typed anew as it was, it is sure."""
    inferred = frozenset({"date"}) if issue.date and not issue.date_sure else frozenset()
    return issue.guessed | inferred


def _field(name: str, said: str) -> QLineEdit:
    made = Line()
    made.setObjectName(name)
    made.setAccessibleName(said)
    return made
