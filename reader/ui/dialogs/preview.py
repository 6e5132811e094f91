"""The look into a file: its first lines, its encoding and why, and what it is a page of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from reader.ui.dialogs.refusals import Refusals
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.positions import shown

if TYPE_CHECKING:
    from reader.errors import InputRefusedError
    from reader.model import IssueFacts
    from reader.sources.peek import Peek
    from reader.ui.words import Words


class Preview(QWidget):
    """Shows what was seen of one file."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._refusals = Refusals(self)
        self.coded = label("secondary")
        self.facts = label("secondary")
        for part in (self.coded, self.facts):
            part.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setObjectName("importPreview")
        self.text.setAccessibleName(self.tr("First lines"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(self.tr("Here stand the first lines of the chosen file."))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.text, 1)
        box.addWidget(self.coded)
        box.addWidget(self.facts)

    def clear(self) -> None:
        """Show nothing."""
        self.text.clear()
        self.coded.clear()
        self.facts.clear()

    def show_peek(self, seen: object) -> None:
        """Show what was seen."""
        peek: Peek = seen  # type: ignore[assignment]
        self.text.setPlainText("\n".join(shown(line) for line in peek.lines))
        why = {
            "named": self.tr("as you chose"),
            "bom": self.tr("the mark at its beginning says so"),
            "ascii": self.tr("it holds only ASCII"),
            "utf8": self.tr("every byte of it is valid UTF-8"),
            "plausible": self.tr("it is no UTF-8, and reads as Chinese only so"),
        }[peek.because]
        self.coded.setText(
            self.tr("{name} is {encoding}: {why}.").format(
                name=isolated(shown(peek.path.name)), encoding=peek.encoding.upper(), why=why
            )
        )
        self.facts.setText(self._recognised(peek.facts))

    def show_refusal(self, error: InputRefusedError) -> None:
        """Say why the file would be refused, and what to do."""
        self.clear()
        self.coded.setText(isolated(self._refusals.words(error)))

    def _recognised(self, facts: IssueFacts) -> str:
        parts = [
            doubted(facts, "title", isolated(facts.title or self.tr("title unknown"))),
            doubted(facts, "date", self._words.date(facts.date)),
            doubted(facts, "page", self._words.page(facts.page)),
        ]
        if facts.number:
            number = self.tr("no. {number}").format(number=isolated(facts.number))
            parts.insert(2, doubted(facts, "number", number))
        said = self.tr("Recognised: {facts}").format(facts="·".join(parts))
        return said + (self.tr("  (? is not sure)") if "?" in said else "")


def doubted(facts: IssueFacts, field: str, words: str) -> str:
    """Put a question mark behind what was supposed and not read."""
    value = getattr(facts, field)
    unsure = field in facts.guessed or (field == "date" and not facts.date_sure)
    return f"{words} ?" if value is not None and unsure else words
