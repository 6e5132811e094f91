"""The actions as a table, from which menus, toolbar and keys are made: a module a menu."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reader.ui.menus import edit, file, go, helping, proof, topics, view
from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import cap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


MENUS = (
    QT_TRANSLATE_NOOP("actions", "&File"),
    QT_TRANSLATE_NOOP("actions", "&Edit"),
    QT_TRANSLATE_NOOP("actions", "&View"),
    QT_TRANSLATE_NOOP("actions", "&Go"),
    QT_TRANSLATE_NOOP("actions", "&Proof"),
    QT_TRANSLATE_NOOP("actions", "&Topics"),
    QT_TRANSLATE_NOOP("actions", "&Help"),
)
"""The menus, in their order."""

ACTIONS = file.ROWS + edit.ROWS + view.ROWS + go.ROWS + proof.ROWS + topics.ROWS + helping.ROWS

TOOLBAR = (
    "actionUndo",
    "actionRedo",
    "actionToggleSource",
    "actionExport",
    "actionSettings",
)
"""What has a button in the top bar, in its order; for all else menus and keys do."""


def key_of(name: str) -> str:
    """Give the first key of an action as a cap shows it; Latin names in both languages."""
    return cap(next(row.keys[0] for row in ACTIONS if row.id == name))


def sequence(key: str) -> QKeySequence:
    """Give a key of the table to Qt, by the names that are the same in every language.

    Qt's default is the language's names, in which Return and Enter may have one: the action
    would have the same key twice, which is ambiguous to Qt.
    """
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText)


@cache
def owned() -> frozenset[str]:
    """Give every key of the table that counts in the whole window, as Qt writes it.

    Some are standard keys of an editor on one system or another (Ctrl+D deletes under X11);
    the table's meaning counts.
    """
    keys = (sequence(key) for row in ACTIONS if not row.place for key in row.keys)
    return frozenset(key.toString() for key in keys)


CONTEXT = (
    "actionCut",
    "actionCopy",
    "actionPaste",
    "actionSelectAll",
    "",
    "actionTagPhrase",
    "actionAddTag",
    "",
    "actionJoin",
    "actionSplit",
    "actionAcceptSeam",
    "actionWhy",
    "",
    "actionKind",
    "actionNewArticle",
)
"""What the context menu of the article has; an empty name is a rule."""


def of_place(name: str, made: Mapping[str, QAction]) -> dict[str, QAction]:
    """Give those of the actions whose keys count in the widget of that name alone."""
    return {row.id: made[row.id] for row in ACTIONS if row.place == name}


def translated(source: str) -> str:
    """Give the words of the table in the person's language."""
    return QCoreApplication.translate("actions", source)


def tip_of(action: QAction, tip: str) -> str:
    """Make a tool tip: name, key, one sentence."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = action.text().replace("&", "").rstrip("…")
    return f"{name} ({keys})\n{tip}"


def slots_of(*holders: object) -> dict[str, Callable[[], None]]:
    """Give each slot of the table: a method of that one of the holders which has the name.

    A second one with the name has to say so in its `goes_before`: then the slot is its own, and
    it leads to the other's. Who stands where among the holders means nothing.
    """
    wanted = {row.slot for row in ACTIONS}
    having: dict[str, list[object]] = {name: [] for name in wanted}
    for holder in holders:
        names = (wanted & vars(kind).keys() for kind in type(holder).__mro__)
        for name in set().union(*names):
            having[name].append(holder)
    found: dict[str, Callable[[], None]] = {}
    for name, those in having.items():
        before = [one for one in those if name in getattr(one, "goes_before", ())]
        assert len(those) == 1 + len(before) <= 2, f"{name} is a slot of {those}"
        found[name] = getattr((before or those)[0], name)
    return found


def make(owner: QWidget, *holders: object) -> dict[str, QAction]:
    """Make every action of the table on `owner`; a slot is a method of one of `holders`.

    What a holder has to do before any action is its `before_action`.
    One with a place is not added to `owner`: who has the widget of that name adds it there.
    """
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    slots = slots_of(*holders)
    for row in ACTIONS:
        action = QAction(translated(row.words), owner)
        action.setObjectName(row.id)
        action.setShortcuts([sequence(key) for key in row.keys])
        action.setToolTip(tip_of(action, translated(row.tip)))
        action.setStatusTip(translated(row.tip))
        action.setCheckable(row.checks)
        for holder in holders:
            if hasattr(holder, "before_action"):
                action.triggered.connect(holder.before_action)
        action.triggered.connect(slots[row.slot])
        if row.place:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            owner.addAction(action)
        if row.group:
            group = groups.setdefault(row.group, QActionGroup(owner))
            group.addAction(action)
        made[row.id] = action
    return made
