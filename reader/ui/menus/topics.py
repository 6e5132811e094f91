"""The rows of the menu Topics."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionAddTag",
        QT_TRANSLATE_NOOP("actions", "&Add a topic…"),
        ("Ctrl+T",),
        QT_TRANSLATE_NOOP("actions", "Type a topic for this article"),
        "add_tag",
        5,
        writes=True,
    ),
)
