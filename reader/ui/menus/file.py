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
        "actionExport",
        QT_TRANSLATE_NOOP("actions", "&Export…"),
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("actions", "Write the articles out as a corpus"),
        "export",
        0,
        "download",
    ),
    Action(
        "actionCorrectIssue",
        QT_TRANSLATE_NOOP("actions", "&Correct issue…"),
        ("F2",),
        QT_TRANSLATE_NOOP(
            "actions", "Correct title, date and number of the chosen issue, and its page's number"
        ),
        "correct_issue",
        0,
        writes=True,
        gap=True,
    ),
    Action(
        "actionMergeIssue",
        QT_TRANSLATE_NOOP("actions", "&Merge issue into…"),
        ("Ctrl+Alt+M",),
        QT_TRANSLATE_NOOP("actions", "Put the pages of the chosen issue into another one"),
        "merge_issue",
        0,
        writes=True,
    ),
    Action(
        "actionMovePage",
        QT_TRANSLATE_NOOP("actions", "Move &page to…"),
        ("Ctrl+Alt+P",),
        QT_TRANSLATE_NOOP("actions", "Put the page of the chosen article into another issue"),
        "move_page",
        0,
        writes=True,
    ),
    Action(
        "actionPageEarlier",
        QT_TRANSLATE_NOOP("actions", "Page one place &up"),
        ("Ctrl+Shift+PgUp",),
        QT_TRANSLATE_NOOP("actions", "Let this page change places with the one before it"),
        "page_earlier",
        0,
        writes=True,
    ),
    Action(
        "actionPageLater",
        QT_TRANSLATE_NOOP("actions", "Page one place &down"),
        ("Ctrl+Shift+PgDown",),
        QT_TRANSLATE_NOOP("actions", "Let this page change places with the one behind it"),
        "page_later",
        0,
        writes=True,
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
