"""The keys of the article that are no actions of the table."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

TITLE = QT_TRANSLATE_NOOP("actions", "In the text")

KEYS = (
    Within(
        ("Return",),
        QT_TRANSLATE_NOOP("actions", "Split the paragraph; at an end, open an empty one"),
    ),
    Within(
        (
            "Backspace",
            "Del",
        ),
        QT_TRANSLATE_NOOP("actions", "At a border: join the paragraphs"),
    ),
    Within(
        (
            "Ctrl+Left",
            "Ctrl+Right",
        ),
        QT_TRANSLATE_NOOP("actions", "Go by words"),
    ),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "From a hit back to the results")),
)
