"""The rows of the menu Help."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionKeys",
        QT_TRANSLATE_NOOP("actions", "All &keys"),
        ("F1",),
        QT_TRANSLATE_NOOP("actions", "Show every key on one sheet, and find one by a word"),
        "keys",
        6,
    ),
    Action(
        "actionLegend",
        QT_TRANSLATE_NOOP("actions", "All &marks"),
        ("Ctrl+Shift+L",),
        QT_TRANSLATE_NOOP("actions", "Show every mark of the text, and say what it means"),
        "legend",
        6,
    ),
    Action(
        "actionFirstSteps",
        QT_TRANSLATE_NOOP("actions", "&Five first steps"),
        ("Ctrl+Shift+F1",),
        QT_TRANSLATE_NOOP("actions", "Show the five first steps at the foot of the text"),
        "first_steps",
        6,
        checks=True,
    ),
    Action(
        "actionDoctor",
        QT_TRANSLATE_NOOP("actions", "&Doctor"),
        ("Ctrl+F2",),
        QT_TRANSLATE_NOOP(
            "actions", "Look at versions, fonts, folders and backups, and copy what is found"
        ),
        "doctor",
        6,
        gap=True,
    ),
    Action(
        "actionAbout",
        QT_TRANSLATE_NOOP("actions", "&About"),
        ("Ctrl+F1",),
        QT_TRANSLATE_NOOP("actions", "Show versions and licences"),
        "about",
        6,
    ),
)
