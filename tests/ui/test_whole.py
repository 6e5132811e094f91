"""The window as a whole: contrast, keys, names, the way of Tab, and what painting leaves."""

import gc
import re
import sys

import pytest
from conftest import compose
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from test_words import contrast

from reader.store.library import Library, Mode
from reader.store.locks import WindowLock
from reader.ui import actions, theme
from reader.ui.sheet import SHEET

pytestmark = pytest.mark.window

PLAIN = ("window", "panel", "paper", "raised", "field", "source-ground", "row-quiet", "hover",
         "selection")  # fmt: skip
WASHES = ("selection-strong", "hit", "doubt-wash", "human-wash", "done-wash")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2") for ground in (*PLAIN, *WASHES)),
    *((ink, ground) for ink in ("ink-3", "accent-text", "doubt") for ground in PLAIN),
    *((ink, ground) for ink in ("human", "done") for ground in PLAIN),
    ("human", "human-wash"), ("doubt", "doubt-wash"), ("done", "done-wash"),
    ("on-accent", "accent"), ("ink-3", "human-wash"), ("ink-3", "done-wash"),
]  # fmt: skip
"""Every ink of text with each ground on which it may stand: 79 pairs."""
SIGNS = [
    *(("rule-strong", g) for g in (*PLAIN, "done-wash", "human-wash")),
    *(("accent", ground) for ground in (*PLAIN, *WASHES)),
    *(("doubt-line", g) for g in ("panel", "paper", "raised", "field", "source-ground",
                                  "doubt-wash")),
]  # fmt: skip
"""Borders and marks that carry a meaning."""
KINDS = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox,
         QAbstractSpinBox, QGraphicsView)  # fmt: skip
DIALOGS = ("actionImport", "actionExport", "actionSupply", "actionSettings", "actionKeys",
           "actionAbout", "actionDoctor", "actionMergeIssue", "actionMovePage",
           "actionLegend", "restore")  # fmt: skip


@pytest.mark.parametrize("name", theme.THEMES)
def test_all_text_and_every_sign_stands_out(dressed, name):
    colours = theme.theme(name)
    assert len(set(TEXT)) >= 74

    def low(pairs, least):
        return {
            pair: ratio
            for pair in pairs
            if (ratio := contrast(*(colours.color(role) for role in pair))) < least
        }

    assert low(TEXT, 4.5) == {}
    assert low(SIGNS, 3) == {}
    for topic in theme.tokens()["tags"]["palette"]:
        for ground in ("panel", "paper", "selection"):
            assert contrast(theme.colour(topic[name]), colours.color(ground)) >= 3, topic["name"]


def test_every_ink_on_a_ground_of_the_sheet_is_computed():
    """The style sheet's own pairs: a rule that sets both an ink and a ground."""
    found = set()
    for rule in re.findall(r"\{([^}]*)\}", SHEET):
        ink = re.search(r"(?<![-\w])color: @([\w-]+)", rule)
        ground = re.search(r"(?<![-\w])background(?:-color)?: @([\w-]+)", rule)
        if ink and ground:
            found.add((ink[1], ground[1]))
    assert found
    assert {pair for pair in found if pair[0] != "ink-disabled"} <= set(TEXT)


def test_no_key_means_two_things_in_one_place(window):
    """A list's own key may repeat one of the table, which gives way there; nothing else may."""
    said = [
        (row.place, QKeySequence(key).toString()) for row in actions.ACTIONS for key in row.keys
    ]
    assert len(set(said)) == len(said)
    table = [key for place, key in said if not place]
    for shortcut in window.findChildren(QShortcut):
        assert shortcut.key().toString() not in table
    for widget in window.findChildren(QWidget):
        own = [a for a in widget.actions() if a.objectName() not in window.actions_by_id]
        keys = [a.shortcut().toString() for a in own if not a.shortcut().isEmpty()]
        assert len(set(keys)) == len(keys), widget
        for action in own:
            if not action.shortcut().isEmpty():
                assert action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut, action.text()


@pytest.mark.parametrize("line", ["searchBox", "tagInput", "listFilter"])
@pytest.mark.parametrize(
    ("key", "windows"),
    [("Ctrl+E", True), ("Ctrl+D", True), ("F8", True), ("Ctrl+Z", True), ("Ctrl+Y", True),
     ("Ctrl+A", False), ("Ctrl+V", False), ("Ctrl+B", False), ("X", False)],
)  # fmt: skip
def test_a_line_leaves_the_keys_of_the_table_to_the_window(window, line, key, windows):
    """Under X11 Qt's line takes Ctrl+E and Ctrl+D for itself."""
    field = window.findChild(QLineEdit, line)
    combined = QKeySequence(key)[0]
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, combined.key(), combined.keyboardModifiers(),
        key if len(key) == 1 else "",
    )  # fmt: skip
    event.accept()
    field.event(event)
    assert event.isAccepted() is not windows
    if key == "Ctrl+Z":
        compose(field, commit="字")
        event.ignore()
        field.event(event)
        assert event.isAccepted()
        assert field.isUndoAvailable()


def test_no_letter_alone_is_a_key(window):
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            combined = key[0]
            plain = combined.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
            assert plain or not combined.key() < Qt.Key.Key_Escape or key.toString() == "Space"


def reachable(owner):
    return [
        w for w in owner.findChildren(QWidget)
        if isinstance(w, KINDS) and w.window() is owner and w.isVisible() and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.objectName().startswith("qt_")
        and not isinstance(w.parent(), (QComboBox, QAbstractSpinBox))
    ]  # fmt: skip


def nameless(owner):
    said = (
        (w, w.accessibleName() or (w.text() if isinstance(w, QAbstractButton) else ""))
        for w in reachable(owner)
    )
    return [(type(w).__name__, w.objectName()) for w, words in said if not words]


def missed(places, seen):
    """Say where Tab did not come; of buttons that exclude each other it comes to the one."""
    groups = {b.group() for b in seen if isinstance(b, QAbstractButton) and b.group()}
    left = {w for w in places if w not in seen}
    return [
        (type(w).__name__, w.objectName())
        for w in left
        if not (isinstance(w, QAbstractButton) and w.group() in groups)
    ]


STATES = {
    "reading": (),
    "beside": ("actionToggleSource",),
    "journal": ("actionJournal",),
    "filter": ("actionFilterLists",),
    "form": ("actionCorrectIssue",),
    "focus": ("actionFocus",),
    "search": ("actionSearch",),
    "empty": (),
    "held": (),
    "trouble": (),
    "picture": ("actionTogglePicture",),
}


@pytest.fixture
def held(path):
    """Hold the library as another window does, when it is asked for."""
    lock = WindowLock(path)
    yield lock
    lock.release()


@pytest.fixture(params=STATES)
def state(request, window, press, qtbot, held, tmp_path):
    """Bring the window into each of its states."""
    window.tags.add("会议")
    for name in STATES[request.param]:
        press(window, name)
    if request.param == "search":
        qtbot.keyClicks(window.search_box, "status:new")
        qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)
    if request.param == "empty":
        Library.open(tmp_path / "empty.db", Mode.CREATE).close()
        assert window.libraries.switch(tmp_path / "empty.db")
        window.beginning.begin_tour()
        window.beginning.empty.folder.setFocus()
    elif request.param == "held":
        path = window.session.library.path
        window.session.close()
        assert held.try_acquire()
        window.open_library(path)
        assert window.reading_bar.isVisible()
        window.article.edit.setFocus()
    elif request.param == "trouble":
        window.status.trouble("The disk is full.")
        window.article.edit.setFocus()
        assert window.status.rescue.isVisible()
    elif request.param == "picture":
        pane = window.source.picture
        qtbot.waitUntil(lambda: not pane.latest.busy)
        pane.setCurrentWidget(pane.view)
        pane.view.show_pixmap(QPixmap(40, 60))
        assert pane.view in reachable(window)
    return request.param


def test_in_every_state_each_place_has_a_name_and_tab_comes_there(state, window, qtbot):
    """Tab goes once round all that can be reached, and Shift+Tab the same way back."""
    assert nameless(window) == []
    if state == "form":
        places = set(reachable(window.issues.correcting.form))
    else:
        places = set(reachable(window))

    def round_of(code):
        start = window.focusWidget()
        way = [start]
        for _ in range(len(places) + 12):
            qtbot.keyClick(window.focusWidget(), code)
            there = window.focusWidget()
            if there is start:
                return way
            way.append(there)
        return way

    def names(widgets):
        return [w.objectName() or w.accessibleName() or w.text() for w in widgets]

    window.article.edit.setFocus() if state == "reading" else None
    start = window.focusWidget()
    there = round_of(Qt.Key.Key_Tab)
    assert len(set(there)) == len(there), names(there)
    assert missed(places, set(there)) == []
    start.setFocus()
    back = round_of(Qt.Key.Key_Backtab)
    assert names(back[:1] + back[:0:-1]) == names(there)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_place_of_a_dialog_has_a_name_and_tab_comes_there(window, press, qtbot, name):
    if name == "restore":
        window.session.library.backups.make()
        window.restoring.restore()
    else:
        press(window, name)
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    qtbot.waitUntil(lambda: not window.session.busy)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    seen = set()
    for _ in range(2 * len(reachable(dialog)) + 4):
        seen.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert missed(reachable(dialog), seen) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [d for d in window.findChildren(QDialog) if d.isVisible()])


def counted():
    """Count references, without those of what other tests left to be collected."""
    gc.collect()
    return [sys.getrefcount(thing) for thing in (None, True, False)]


def test_a_thousand_repaints_of_the_whole_window_leave_nothing(window, press, qtbot, monkeypatch):
    """PySide has lost references to None in painters' slots: the count must stand still."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    articles, tags = window.session.library.articles, window.session.library.tags
    blocks = window.article.article.blocks
    window.session.write(articles.edit, blocks[1].id, 1, 3, "完整")
    window.session.write(tags.mark, blocks[2].id, 0, 3, "会议")
    window.session.write(tags.add, "经济", [window.article.article.id])
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    window.resize(1700, 900)
    window.article.edit.selectAll()
    parts = [w for w in window.findChildren(QWidget) if w.isVisible()]
    assert {window.article.edit.viewport(), window.journal.list.viewport()} <= set(parts)

    def repaint():
        window.repaint()
        for part in parts:
            part.repaint()

    for _ in range(3):
        repaint()
    before = counted()
    for _ in range(1000):
        window.repaint()
    for _ in range(30):
        repaint()
    told = list(zip(counted(), before, strict=True))
    assert all(abs(now - then) < 300 for now, then in told), told
