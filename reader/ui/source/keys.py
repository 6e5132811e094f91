"""The keys of the source and of the picture that are no actions of the table."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

TITLE = QT_TRANSLATE_NOOP("actions", "In the source")

KEYS = (
    Within(
        (
            "Up",
            "Down",
        ),
        QT_TRANSLATE_NOOP("actions", "Go from line to line"),
    ),
    Within(("Ctrl+Up", "Ctrl+Down"), QT_TRANSLATE_NOOP("actions", "Go to lines of no article")),
    Within(("Return",), QT_TRANSLATE_NOOP("actions", "Go on in the article")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "From a line back to the results")),
    Within(
        (
            "+",
            "-",
        ),
        QT_TRANSLATE_NOOP("actions", "Picture: larger, smaller"),
    ),
    Within(("0",), QT_TRANSLATE_NOOP("actions", "Picture: as wide as the pane")),
)
