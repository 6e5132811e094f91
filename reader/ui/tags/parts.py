"""Small parts that the sidebar is put together from."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from reader.ui.labels import label


def hairline() -> QFrame:
    """Make the line between two parts."""
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def title_row(words: str, right: QLabel, height: int) -> QWidget:
    """Make the head of a part: its title, and what stands at the right of it."""
    title = label("pane-title")
    title.setText(words)
    made = QWidget()
    made.setFixedHeight(height)
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(title)
    row.addStretch(1)
    row.addWidget(right)
    return made
