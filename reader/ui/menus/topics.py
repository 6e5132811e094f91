"""The rows of the menu Topics."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionAddTag",
        QT_TRANSLATE_NOOP("actions", "&Add a topic…"),
        ("Ctrl+T",),
        QT_TRANSLATE_NOOP("actions", "Type a topic for this article, or for the selected words"),
        "add_tag",
        5,
        writes=True,
    ),
    Action(
        "actionTagPhrase",
        QT_TRANSLATE_NOOP("actions", "Tag this &phrase…"),
        ("Ctrl+Shift+T",),
        QT_TRANSLATE_NOOP("actions", "Type a topic for the words that are selected"),
        "tag_phrase",
        5,
        writes=True,
    ),
    Action(
        "actionTakeSuggestion",
        QT_TRANSLATE_NOOP("actions", "&Take the first suggestion"),
        ("Alt+Return", "Alt+Enter"),
        QT_TRANSLATE_NOOP("actions", "Give the article the topic that is suggested first"),
        "take_suggestion",
        5,
        writes=True,
        gap=True,
    ),
    Action(
        "actionRefuseSuggestion",
        QT_TRANSLATE_NOOP("actions", "&Refuse the first suggestion"),
        ("Alt+Del",),
        QT_TRANSLATE_NOOP("actions", "Do not suggest that topic for this article again"),
        "refuse_suggestion",
        5,
        writes=True,
    ),
)
