"""The actions as a table, from which menus, toolbar and keys are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for translation; Qt's own is typed so that nothing can be done with it."""
    return words


MENUS = (
    QT_TRANSLATE_NOOP("actions", "&File"),
    QT_TRANSLATE_NOOP("actions", "&Edit"),
    QT_TRANSLATE_NOOP("actions", "&View"),
    QT_TRANSLATE_NOOP("actions", "&Go"),
    QT_TRANSLATE_NOOP("actions", "&Proof"),
    QT_TRANSLATE_NOOP("actions", "&Topics"),
)
"""The menus, in their order."""


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table.

    `slot` is the name of a method; `menu` is an index of `MENUS`; `icon` is empty where words do.
    `writes` greys it in a library that is open for reading; a row after a `gap` has a rule above;
    one that `checks` shows whether what it turns is on.
    """

    id: str
    words: str
    keys: tuple[str, ...]
    tip: str
    slot: str
    menu: int
    icon: str = ""
    writes: bool = False
    gap: bool = False
    checks: bool = False


ACTIONS = (
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
        writes=True,
        gap=True,
    ),
    Action(
        "actionCopy",
        QT_TRANSLATE_NOOP("actions", "&Copy"),
        ("Ctrl+C",),
        QT_TRANSLATE_NOOP("actions", "Copy what is selected, as plain text"),
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
        writes=True,
    ),
    Action(
        "actionSelectAll",
        QT_TRANSLATE_NOOP("actions", "Select &all"),
        ("Ctrl+A",),
        QT_TRANSLATE_NOOP("actions", "Select the whole article"),
        "select_all",
        1,
    ),
    Action(
        "actionSearch",
        QT_TRANSLATE_NOOP("actions", "Sea&rch…"),
        ("Ctrl+F",),
        QT_TRANSLATE_NOOP("actions", "Find words, topics, statuses and dates in the library"),
        "search",
        1,
        "search",
        gap=True,
    ),
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
        "actionPreviousArticle",
        QT_TRANSLATE_NOOP("actions", "&Previous article"),
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("actions", "Open the article before this one"),
        "previous_article",
        3,
    ),
    Action(
        "actionNextArticle",
        QT_TRANSLATE_NOOP("actions", "&Next article"),
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("actions", "Open the article that follows"),
        "next_article",
        3,
    ),
    Action(
        "actionNextDoubt",
        QT_TRANSLATE_NOOP("actions", "Next &doubt"),
        ("F8",),
        QT_TRANSLATE_NOOP("actions", "Go to the next line end of which the engine is not sure"),
        "next_doubt",
        3,
        gap=True,
    ),
    Action(
        "actionPreviousDoubt",
        QT_TRANSLATE_NOOP("actions", "Pre&vious doubt"),
        ("Shift+F8",),
        QT_TRANSLATE_NOOP("actions", "Go back to the doubt before"),
        "previous_doubt",
        3,
    ),
    Action(
        "actionJoin",
        QT_TRANSLATE_NOOP("actions", "&Join"),
        ("Ctrl+J",),
        QT_TRANSLATE_NOOP("actions", "Join this paragraph with the one that follows"),
        "join",
        4,
        writes=True,
    ),
    Action(
        "actionSplit",
        QT_TRANSLATE_NOOP("actions", "&Split"),
        ("Ctrl+Shift+J",),
        QT_TRANSLATE_NOOP("actions", "Begin a new paragraph at the caret"),
        "split",
        4,
        writes=True,
    ),
    Action(
        "actionAcceptSeam",
        QT_TRANSLATE_NOOP("actions", "&Accept line end"),
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("actions", "Say that the doubtful line end at the caret reads rightly"),
        "accept",
        4,
        writes=True,
    ),
    Action(
        "actionMarkProofread",
        QT_TRANSLATE_NOOP("actions", "&Mark as proofread"),
        ("Ctrl+D",),
        QT_TRANSLATE_NOOP("actions", "First proof; once more, second proof"),
        "mark_proofread",
        4,
        "check",
        writes=True,
        gap=True,
    ),
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

TOOLBAR = (
    "actionUndo",
    "actionRedo",
    "actionToggleSource",
    "actionImport",
    "actionExport",
    "actionMarkProofread",
)
"""What has a button in the top bar, in its order."""


def key_of(name: str) -> str:
    """Give the first key of an action as a cap shows it; Latin names in both languages."""
    key = next(row.keys[0] for row in ACTIONS if row.id == name)
    return key.replace("Return", "Enter").replace("PgDown", "PgDn")


@cache
def owned() -> frozenset[str]:
    """Give every key of the table, as Qt writes it.

    Some are standard keys of an editor on one system or another (Ctrl+D deletes under X11);
    the table's meaning counts.
    """
    keys = (QKeySequence(key) for row in ACTIONS for key in row.keys)
    return frozenset(key.toString() for key in keys)


CONTEXT = (
    "actionCut",
    "actionCopy",
    "actionPaste",
    "actionSelectAll",
    "",
    "actionJoin",
    "actionSplit",
    "actionAcceptSeam",
)
"""What the context menu of the article has; an empty name is a rule."""


def translated(source: str) -> str:
    """Give the words of the table in the person's language."""
    return QCoreApplication.translate("actions", source)


def tip_of(action: QAction, tip: str) -> str:
    """Make a tool tip: name, key, one sentence."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = action.text().replace("&", "").rstrip("…")
    return f"{name} ({keys})\n{tip}"


def make(owner: QWidget, *holders: object) -> dict[str, QAction]:
    """Make every action of the table on `owner`; a slot is a method of one of `holders`."""
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(translated(row.words), owner)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setToolTip(tip_of(action, translated(row.tip)))
        action.setStatusTip(translated(row.tip))
        action.setCheckable(row.checks)
        slot: Callable[[], None] = next(
            getattr(holder, row.slot) for holder in holders if hasattr(holder, row.slot)
        )
        action.triggered.connect(slot)
        owner.addAction(action)
        made[row.id] = action
    return made
