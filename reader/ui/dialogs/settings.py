"""The settings: each is applied at once and remembered; there is nothing to confirm."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import settings
from reader.ui import theme
from reader.ui.fields import Fraction, ListChoice, Number
from reader.ui.line import Line
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from reader.settings import Settings

_LABELS = 150
_FIELDS = 260
_HEIGHT = 28


class SettingsDialog(Dialog):
    """Shows what is chosen; `changed` carries the name of a setting and its new value."""

    changed = Signal(str, object)
    copy_wished = Signal()
    restore_wished = Signal()
    folder_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(580)
        now = settings.load()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 20, 24, 20)
        self._box.setSpacing(12)
        self._reading(now)
        self._person(now)
        self._backups()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self._box.addStretch(1)
        self._box.addLayout(row)

    # --- sections -------------------------------------------------------------------------

    def _section(self, words: str) -> QFormLayout:
        if self._box.count():
            line = QFrame()
            line.setProperty("role", "hairline")
            self._box.addWidget(line)
        title = QLabel(words)
        title.setProperty("role", "pane-title")
        self._box.addWidget(title)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._box.addLayout(form)
        return form

    def _add(self, form: QFormLayout, words: str, name: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setMinimumWidth(_LABELS)
        label.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(words.replace("&", ""))
        field.setMinimumSize(_FIELDS, _HEIGHT)
        form.addRow(label, field)

    def _reading(self, now: Settings) -> None:
        form = self._section(self.tr("Reading"))
        themes = (
            ("", self.tr("Like the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("sepia", self.tr("Sepia")),
            ("high-contrast", self.tr("High contrast")),
        )
        self._add(form, self.tr("&Theme"), "setTheme", self._choice("theme", themes, now.theme))
        look = theme.tokens()
        size, low, high = (look["type"]["scale"][n] for n in ("body", "body-min", "body-max"))
        self.size_box = self._number("reading_size", (low, high), now.reading_size or int(size))
        self.size_box.setSuffix(self.tr(" px"))
        self._add(form, self.tr("&Size of the text"), "setSize", self.size_box)
        usual = int(look["reading"]["measure_em"])
        self.measure = self._number("measure", (32, 40), now.measure or usual)
        self.measure.setSuffix(self.tr(" characters"))
        self._add(form, self.tr("&Width of a line"), "setMeasure", self.measure)
        self.leading = Fraction()
        self.leading.setRange(*settings.RANGES["leading"])
        self.leading.setSingleStep(0.05)
        self.leading.setValue(now.leading or float(look["reading"]["leading"]))
        self.leading.valueChanged.connect(
            lambda value: self.changed.emit("leading", round(value, 2))
        )
        self._add(form, self.tr("&Leading"), "setLeading", self.leading)
        ticks = (
            ("", self.tr("Faint")),
            ("strong", self.tr("Stronger")),
            ("off", self.tr("Not shown")),
        )
        self._add(
            form, self.tr("&Joins of the engine"), "setTicks",
            self._choice("ticks", ticks, now.ticks),
        )  # fmt: skip

    def _person(self, now: Settings) -> None:
        form = self._section(self.tr("You"))
        self.actor = Line(now.actor)
        self.actor.setPlaceholderText(settings.actor())
        self.actor.setMaxLength(80)
        self.actor.editingFinished.connect(
            lambda: self.changed.emit("actor", self.actor.text().strip())
        )
        self._add(form, self.tr("&Name in the journal"), "setActor", self.actor)
        if os.environ.get("JIAOKAN_ACTOR"):
            self.actor.setEnabled(False)
            self.actor.setToolTip(self.tr("JIAOKAN_ACTOR says which name is written."))
        languages = (("", self.tr("Like the system")), ("zh_CN", "中文"), ("en", "English"))
        self.language = self._choice("language", languages, now.language)
        self._add(form, self.tr("L&anguage"), "setLanguage", self.language)
        if os.environ.get("JIAOKAN_LANG"):
            self.language.setEnabled(False)
            self.language.setToolTip(self.tr("JIAOKAN_LANG says which language is spoken."))

    def _backups(self) -> None:
        self._section(self.tr("Backups"))
        self.last = QLabel()
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.last.setWordWrap(True)
        self.place = QLabel()
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setProperty("role", "small")
        self.place.setWordWrap(True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_now = QPushButton(self.tr("&Back up now"))
        self.copy_now.setObjectName("backUpNow")
        self.restore = QPushButton(self.tr("&Restore…"))
        self.restore.setObjectName("restoreBackup")
        self.folder = QPushButton(self.tr("&Open the folder"))
        self.folder.setObjectName("openBackups")
        self.copy_now.clicked.connect(self.copy_wished)
        self.restore.clicked.connect(self.restore_wished)
        self.folder.clicked.connect(self.folder_wished)
        row = QHBoxLayout()
        for button in (self.copy_now, self.restore, self.folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self._box.addWidget(self.last)
        self._box.addWidget(self.place)
        self._box.addLayout(row)

    def show_backups(self, last: str, place: str) -> None:
        """Say how old the last good backup is, and where they lie."""
        self.last.setText(last)
        self.place.setText(place)

    # --- fields ---------------------------------------------------------------------------

    def _choice(self, name: str, rows: tuple[tuple[str, str], ...], now: str) -> ListChoice:
        made = ListChoice()
        for value, words in rows:
            made.addItem(words, value)
        made.setCurrentIndex(max(0, made.findData(now)))
        made.currentIndexChanged.connect(lambda _: self.changed.emit(name, made.currentData()))
        return made

    def _number(self, name: str, ends: tuple[int, int], now: int) -> Number:
        made = Number()
        made.setRange(*ends)
        made.setValue(now)
        made.valueChanged.connect(lambda value: self.changed.emit(name, value))
        return made
