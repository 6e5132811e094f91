"""The keys of issues and contents that are no actions of the table."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

TITLE = QT_TRANSLATE_NOOP("actions", "In issues and contents")

KEYS = (
    Within(
        (
            "Up",
            "Down",
        ),
        QT_TRANSLATE_NOOP("actions", "Go from row to row"),
    ),
    Within(
        (
            "Home",
            "End",
        ),
        QT_TRANSLATE_NOOP("actions", "To the first row, to the last"),
    ),
    Within(
        (
            "Down",
            "Return",
        ),
        QT_TRANSLATE_NOOP("actions", "Filter: on to the list"),
    ),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "Filter: show all again")),
    Within(("Return",), QT_TRANSLATE_NOOP("actions", "Form: save what was corrected")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "Form: leave it as it was")),
)
