"""The rows of the menu View: how the text is shown."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionZoomIn",
        QT_TRANSLATE_NOOP("actions", "&Larger text"),
        ("Ctrl++", "Ctrl+="),
        QT_TRANSLATE_NOOP("actions", "Make the reading text larger"),
        "zoom_in",
        2,
    ),
    Action(
        "actionZoomOut",
        QT_TRANSLATE_NOOP("actions", "&Smaller text"),
        ("Ctrl+-",),
        QT_TRANSLATE_NOOP("actions", "Make the reading text smaller"),
        "zoom_out",
        2,
    ),
    Action(
        "actionZoomReset",
        QT_TRANSLATE_NOOP("actions", "&Usual size"),
        ("Ctrl+0",),
        QT_TRANSLATE_NOOP("actions", "Give the reading text its usual size"),
        "zoom_reset",
        2,
    ),
    Action(
        "actionToggleSource",
        QT_TRANSLATE_NOOP("actions", "S&ource beside the article"),
        ("F9",),
        QT_TRANSLATE_NOOP("actions", "Show the lines as received, with their numbers and verdicts"),
        "toggle_source",
        2,
        "columns-2",
        gap=True,
        checks=True,
    ),
    Action(
        "actionTogglePicture",
        QT_TRANSLATE_NOOP("actions", "&Picture of the page"),
        ("Shift+F9",),
        QT_TRANSLATE_NOOP(
            "actions", "Show the picture that lies beside the imported file under its lines"
        ),
        "toggle_picture",
        2,
        checks=True,
    ),
    Action(
        "actionJournal",
        QT_TRANSLATE_NOOP("actions", "&Journal"),
        ("Ctrl+Shift+H",),
        QT_TRANSLATE_NOOP("actions", "Show what was done, by whom and when; undo back to a point"),
        "toggle_journal",
        2,
        checks=True,
    ),
    Action(
        "actionFocus",
        QT_TRANSLATE_NOOP("actions", "&Only the text"),
        ("F11",),
        QT_TRANSLATE_NOOP("actions", "Hide everything but the text; Esc brings it back"),
        "focus_mode",
        2,
        checks=True,
    ),
    Action(
        "actionFilterLists",
        QT_TRANSLATE_NOOP("actions", "&Filter issues and contents…"),
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("actions", "List only what has these words, this status, or doubts"),
        "filter_lists",
        2,
        gap=True,
    ),
    Action(
        "actionSortIssues",
        QT_TRANSLATE_NOOP("actions", "Sort &issues…"),
        ("Ctrl+Alt+I",),
        QT_TRANSLATE_NOOP("actions", "By newspaper, date, doubts left or progress"),
        "sort_issues",
        2,
    ),
    Action(
        "actionSortContents",
        QT_TRANSLATE_NOOP("actions", "Sort &contents…"),
        ("Ctrl+Alt+C",),
        QT_TRANSLATE_NOOP("actions", "As printed, by headline, doubts left or progress"),
        "sort_contents",
        2,
    ),
)
