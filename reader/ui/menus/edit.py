"""The rows of the menu Edit: steps back, the clipboard, search."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionUndo",
        QT_TRANSLATE_NOOP("actions", "&Undo"),
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("actions", "Take the last change back, also after a restart"),
        "undo",
        1,
        "undo-2",
        writes=True,
    ),
    Action(
        "actionRedo",
        QT_TRANSLATE_NOOP("actions", "&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        QT_TRANSLATE_NOOP("actions", "Do again what was taken back"),
        "redo",
        1,
        "redo-2",
        writes=True,
    ),
    Action(
        "actionCut",
        QT_TRANSLATE_NOOP("actions", "Cu&t"),
        ("Ctrl+X",),
        QT_TRANSLATE_NOOP("actions", "Copy what is selected and take it away"),
        "cut",
        1,
        gap=True,
    ),
    Action(
        "actionCopy",
        QT_TRANSLATE_NOOP("actions", "&Copy"),
        ("Ctrl+C",),
        QT_TRANSLATE_NOOP("actions", "Copy what is selected, as plain text; of a list its row"),
        "copy",
        1,
    ),
    Action(
        "actionPaste",
        QT_TRANSLATE_NOOP("actions", "&Paste"),
        ("Ctrl+V",),
        QT_TRANSLATE_NOOP("actions", "Put plain text in; its line ends are closed up"),
        "paste",
        1,
    ),
    Action(
        "actionSelectAll",
        QT_TRANSLATE_NOOP("actions", "Select &all"),
        ("Ctrl+A",),
        QT_TRANSLATE_NOOP("actions", "Select the whole text in which the focus is"),
        "select_all",
        1,
    ),
    Action(
        "actionSearch",
        QT_TRANSLATE_NOOP("actions", "Searc&h…"),
        ("Ctrl+F",),
        QT_TRANSLATE_NOOP("actions", "Find words, topics, statuses and dates in the library"),
        "search",
        1,
        "search",
        gap=True,
    ),
    Action(
        "actionKeepSearch",
        QT_TRANSLATE_NOOP("actions", "&Keep this search"),
        ("Ctrl+Shift+S",),
        QT_TRANSLATE_NOOP("actions", "Keep what is typed in the menu of the search box"),
        "keep_search",
        1,
    ),
    Action(
        "actionSettings",
        QT_TRANSLATE_NOOP("actions", "S&ettings…"),
        ("Ctrl+,",),
        QT_TRANSLATE_NOOP("actions", "Look, language, your name, backups and restoring from them"),
        "settings",
        1,
        "settings-2",
        gap=True,
    ),
)
