"""The rows of the menu Help."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionFirstSteps",
        QT_TRANSLATE_NOOP("actions", "&What to do first"),
        ("Ctrl+F1",),
        QT_TRANSLATE_NOOP("actions", "Show the five first steps at the foot of the text"),
        "first_steps",
        6,
    ),
)
