"""The rows of the menu File: what goes in and out of the library."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionImport",
        QT_TRANSLATE_NOOP("actions", "&Import…"),
        ("Ctrl+I",),
        QT_TRANSLATE_NOOP("actions", "Take pages from files and folders into the library"),
        "import_pages",
        0,
        "file-input",
        writes=True,
    ),
    Action(
        "actionImportFolder",
        QT_TRANSLATE_NOOP("actions", "Import a &folder…"),
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("actions", "Take in all pages of a folder and of the folders in it"),
        "import_folder",
        0,
        writes=True,
    ),
    Action(
        "actionExport",
        QT_TRANSLATE_NOOP("actions", "&Export…"),
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("actions", "Write the articles out as a corpus"),
        "export",
        0,
        "download",
    ),
    Action(
        "actionWithdraw",
        QT_TRANSLATE_NOOP("actions", "&Withdraw issue"),
        ("Ctrl+Shift+W",),
        QT_TRANSLATE_NOOP(
            "actions", "Take the chosen issue out of lists, search and export; undo brings it back"
        ),
        "withdraw",
        0,
        writes=True,
        gap=True,
    ),
    Action(
        "actionWithdrawSamples",
        QT_TRANSLATE_NOOP("actions", "Take the &samples out"),
        ("Ctrl+Alt+W",),
        QT_TRANSLATE_NOOP("actions", "Withdraw the sample issues; undo brings them back"),
        "withdraw_samples",
        0,
        writes=True,
    ),
    Action(
        "actionNewLibrary",
        QT_TRANSLATE_NOOP("actions", "&New library…"),
        ("Ctrl+Shift+N",),
        QT_TRANSLATE_NOOP("actions", "Make an empty library and open it in this window"),
        "new_library",
        0,
        gap=True,
    ),
    Action(
        "actionOpenLibrary",
        QT_TRANSLATE_NOOP("actions", "&Open a library…"),
        ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("actions", "Open another library in this window"),
        "open_other",
        0,
    ),
    Action(
        "actionSaveCopy",
        QT_TRANSLATE_NOOP("actions", "Save a &copy…"),
        ("Ctrl+Alt+S",),
        QT_TRANSLATE_NOOP("actions", "Write a verified copy of the library to a file"),
        "save_copy",
        0,
    ),
    Action(
        "actionSave",
        QT_TRANSLATE_NOOP("actions", "&Save now"),
        ("Ctrl+S",),
        QT_TRANSLATE_NOOP("actions", "Everything is saved as you type; this writes it at once"),
        "save",
        0,
        gap=True,
    ),
    Action(
        "actionQuit",
        QT_TRANSLATE_NOOP("actions", "&Quit"),
        ("Ctrl+Q",),
        QT_TRANSLATE_NOOP("actions", "Save and close the window"),
        "quit",
        0,
    ),
)
