"""The keys of the search that are no actions of the table."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

TITLE = QT_TRANSLATE_NOOP("actions", "In the search")

KEYS = (
    Within(
        (
            "Up",
            "Down",
        ),
        QT_TRANSLATE_NOOP("actions", "Go through the hits"),
    ),
    Within(("Return",), QT_TRANSLATE_NOOP("actions", "Open the article at the hit")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "Back to where one was")),
    Within(("Alt+Down",), QT_TRANSLATE_NOOP("actions", "Kept searches")),
    Within(("Space",), QT_TRANSLATE_NOOP("actions", "Facets: only these")),
    Within(("Alt+Space",), QT_TRANSLATE_NOOP("actions", "Facets: all but these")),
)
