"""The window as a whole: contrast, keys, names, the way of Tab, and what painting leaves."""

import gc
import importlib
import pkgutil
import re
import sys

import pytest
from acting import add_guided, compose
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QTextEdit,
    QWidget,
)
from seeing import contrast

import reader.ui
from reader.store.library import Library, Mode
from reader.store.locks import WindowLock
from reader.store.suggest import Suggestion
from reader.ui import actions, theme
from reader.ui.frame import Frame
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
           "actionLegend", "restore", "report", "actionBringBack", "actionRerun")  # fmt: skip


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
    "differences": ("actionDifferences",),
    "suggestions": (),
    "two texts": (),
    "tour": (),
    "doubts": (),
    "lists": (),
    "guide": (),
}


@pytest.fixture
def held(path):
    """Hold the library as another window does, when it is asked for."""
    lock = WindowLock(path)
    yield lock
    lock.release()


def arrange_search(window, qtbot, request):
    qtbot.keyClicks(window.search_box, "status:new")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)


def arrange_empty(window, qtbot, request):
    path = request.getfixturevalue("tmp_path") / "empty.db"
    Library.open(path, Mode.CREATE).close()
    assert window.libraries.switch(path)
    window.beginning.begin_tour()
    window.beginning.empty.folder.setFocus()


def arrange_held(window, qtbot, request):
    path = window.session.library.path
    window.session.close()
    assert request.getfixturevalue("held").try_acquire()
    window.open_library(path)
    assert window.reading_bar.isVisible()
    window.article.edit.setFocus()


def arrange_trouble(window, qtbot, request):
    window.status.trouble("The disk is full.")
    window.article.edit.setFocus()
    assert window.status.rescue.isVisible()


def arrange_picture(window, qtbot, request):
    pane = window.source.picture
    qtbot.waitUntil(lambda: not pane.latest.busy)
    pane.setCurrentWidget(pane.view)
    pane.view.show_pixmap(QPixmap(40, 60))
    assert pane.view in reachable(window)


def arrange_differences(window, qtbot, request):
    block = window.article.article.blocks[1]
    window.session.write(window.session.library.articles.edit, block.id, 1, 3, "完整")
    assert window.article.edit not in reachable(window)


def arrange_suggestions(window, qtbot, request):
    found = [Suggestion(name, 2.0, 2, False, ((name, 2),)) for name in ("社区", "经济", "文化")]
    window.tags.offering._on_found(window.article.article.id, found)
    qtbot.waitUntil(lambda: window.tags.suggestions.rows[0].take in reachable(window))


def arrange_two_texts(window, qtbot, request):
    """Type in a paragraph which another program then writes."""
    window.article.edit.setFocus()
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    block = window.article.edit.sheet.blocks[1].id
    with Library.open(window.session.library.path, Mode.WRITE, actor="乙") as other:
        other.articles.edit(block, 0, 0, "别")
    window.session.poll()
    assert window.article.deciding.bar.mine in reachable(window)


def arrange_tour(window, qtbot, request):
    """Begin the tour in a library that holds issues already."""
    window.beginning.begin_tour()
    window.article.edit.setFocus()
    assert window.beginning.tour.steps[0] in reachable(window)


def arrange_doubts(window, qtbot, request):
    """Go to an article that is full of doubts."""
    window.issues.issue_list.go(1, tell=True)
    window.article.edit.setFocus()
    assert any(block.doubts for block in window.article.edit.sheet.blocks)


def arrange_lists(window, qtbot, request):
    """Let the small lists be open: furniture, phrases, topics that fit what is typed."""
    window.resize(1700, 900)
    block = window.article.article.blocks[2]
    window.session.write(window.session.library.tags.mark, block.id, 0, 3, "会议")
    window.issues.furniture.row.click()
    window.tags.input.setFocus()
    compose(window.tags.input, commit="会")
    assert window.tags.input.popup.isVisible()
    assert {window.issues.furniture.list, window.tags.phrases} <= set(reachable(window))


def arrange_guide(window, qtbot, request):
    """Let what a front page says of the other pages be unfolded."""
    add_guided(window.session.library.path)
    window.session.poll()
    articles = window.session.library.articles.rows()
    window.article.open(next(row.id for row in articles if row.date == "2025-09"))
    qtbot.waitUntil(window.issues.guide.isVisible)
    window.issues.guide.row.click()
    assert window.issues.guide.list in reachable(window)


ARRANGED = {
    "search": arrange_search,
    "empty": arrange_empty,
    "held": arrange_held,
    "trouble": arrange_trouble,
    "picture": arrange_picture,
    "differences": arrange_differences,
    "suggestions": arrange_suggestions,
    "two texts": arrange_two_texts,
    "tour": arrange_tour,
    "doubts": arrange_doubts,
    "lists": arrange_lists,
    "guide": arrange_guide,
}
"""What no key brings about: window, qtbot and the request of the fixture."""


@pytest.fixture(params=STATES)
def state(request, window, press, qtbot, held):
    """Bring the window into each of its states."""
    window.tags.add("会议")
    for name in STATES[request.param]:
        press(window, name)
    if request.param in ARRANGED:
        ARRANGED[request.param](window, qtbot, request)
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


@pytest.fixture(params=DIALOGS)
def dialog(request, window, press, qtbot, tmp_path):
    """Open each dialog of the window."""
    if request.param == "restore":
        window.session.library.backups.make()
        window.restoring.restore()
    elif request.param == "report":
        page = tmp_path / "page.txt"
        page.write_text("标题\n\n　　正文一段，共有\n两行。\n", "utf-8")
        window.filing.take_in([page])
    else:
        if request.param == "actionBringBack":
            press(window, "actionWithdraw")
        window.actions_by_id[request.param].trigger()
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)

    def shown():
        return [d for d in window.findChildren(QDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def test_every_place_of_a_dialog_has_a_name_and_tab_comes_there(window, qtbot, dialog):
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    seen = set()
    for _ in range(2 * len(reachable(dialog)) + 4):
        seen.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert missed(reachable(dialog), seen) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [d for d in window.findChildren(QDialog) if d.isVisible()])


PAINTERS = {
    "reading": ("article.head.StatusSign", "article.painted.PaintedEdit", "article.rail.Rail",
                "article.switch.Segment", "counts.Signed", "issues.delegates.TwoLines",
                "issues.view.ListView", "issues.folding.FoldRow",
                "issues.masthead.Masthead", "issues.progress._Bar", "labels.CutLabel",
                "status.Tick", "tags.view.TopicDelegate"),
    "beside": ("source.edit.SourceEdit",),
    "journal": ("journal.delegate.EntryDelegate",),
    "search": ("search.results.LineDelegate", "search.facets.FacetDelegate",
               "search.paragraph.HitParagraph"),
    "empty": ("empty._Head", "empty._Said", "empty._DropPlace"),
    "tour": ("tour._Step",),
    "doubts": ("labels.DoubtLabel", "article.painted.PaintedEdit", "article.rail.Rail"),
    "differences": ("article.painted.PaintedEdit",),
    "lists": ("issues.furniture._LineDelegate", "tags.phrases._PhraseDelegate",
              "tags.line._ChoiceDelegate"),
    "guide": ("issues.guide._EntryDelegate",),
    "actionExport": ("dialogs.choices.Tick", "dialogs.choices.Choice",
                     "dialogs.formats.FormatDelegate", "dialogs.frame.DialogHead"),
    "actionSettings": ("fields.ListChoice", "fields.Number", "fields.Fraction"),
    "actionLegend": ("article.legendsigns.LegendSigns",),
    "frame": ("frame.Frame",),
}  # fmt: skip
"""Every class that paints itself or rows, under a state or dialog in which it is in view.

There it is painted a thousand times; in the others, where it is in view too, a hundred times.
"""


def painting(kind, method):
    """Give those of the bases of a class, itself included, that have a painting of our own."""
    ours = (base for base in kind.__mro__ if base.__module__.startswith("reader.ui."))
    return {
        f"{base.__module__.removeprefix('reader.ui.')}.{base.__name__}"
        for base in ours
        if method in vars(base)
    }


def painted(part):
    """Give the classes of ours that paint what a widget shows."""
    if isinstance(part, QAbstractScrollArea):
        return set()  # it is its viewport that is painted
    owner = part.parent()
    if not isinstance(owner, QAbstractScrollArea) or owner.viewport() is not part:
        return painting(type(part), "paintEvent")
    found = painting(type(owner), "paintEvent")
    if isinstance(owner, QAbstractItemView) and owner.model() and owner.model().rowCount():
        found |= painting(type(owner.itemDelegate()), "paint")
    return found


def test_every_part_that_paints_itself_is_painted_somewhere_here():
    found = set()
    for module in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and kind.__module__ == module.name:
                if issubclass(kind, QWidget):
                    found |= painting(kind, "paintEvent")
                elif issubclass(kind, QStyledItemDelegate):
                    found |= painting(kind, "paint")
    assert found == {name for names in PAINTERS.values() for name in names}
    assert set(PAINTERS) <= {*STATES, *DIALOGS, "frame"}
    assert set(ARRANGED) <= set(STATES)


def counts():
    return [sys.getrefcount(thing) for thing in (None, True, False)]


def repaint(owner, place):
    """Paint each part that paints itself again and again; each time the counts must stay.

    PySide has lost references to None in painters' slots. One lost at each painting makes as
    many as there were paintings; what else goes on meanwhile makes a few.
    """
    seen = set()
    for part in (owner, *owner.findChildren(QWidget)):
        kinds = painted(part)
        if not kinds or not part.isVisible() or part.visibleRegion().isEmpty():
            continue
        seen |= kinds
        times = 1000 if kinds & set(PAINTERS.get(place, ())) else 100
        part.repaint()
        before = counts()
        for _ in range(times):
            part.repaint()
        grown = [now - then for now, then in zip(counts(), before, strict=True)]
        assert all(abs(by) < times / 2 for by in grown), (kinds, grown)
    assert set(PAINTERS.get(place, ())) <= seen


def test_a_thousand_repaints_of_each_part_leave_nothing(state, window):
    gc.collect()
    repaint(window, state)


def test_a_thousand_repaints_of_each_dialog_leave_nothing(window, dialog, request):
    gc.collect()
    repaint(dialog, request.node.callspec.params["dialog"])


def test_a_thousand_repaints_of_the_whole_window_leave_nothing(window, press, qtbot):
    """All that people and the engine do to a text is marked, and everything is selected."""
    articles, tags = window.session.library.articles, window.session.library.tags
    blocks = window.article.article.blocks
    window.session.write(articles.edit, blocks[1].id, 1, 3, "完整")
    window.session.write(tags.mark, blocks[2].id, 0, 3, "会议")
    window.session.write(tags.add, "经济", [window.article.article.id])
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    window.resize(1700, 900)
    window.article.edit.selectAll()
    gc.collect()
    window.repaint()
    before = counts()
    for _ in range(1000):
        window.repaint()
    told = list(zip(counts(), before, strict=True))
    assert all(abs(now - then) < 300 for now, then in told), told


def test_a_thousand_repaints_of_the_first_frame_leave_nothing(dressed, qtbot):
    frame = Frame(theme.theme("light"))
    qtbot.addWidget(frame)
    frame.resize(800, 500)
    frame.show()
    repaint(frame, "frame")
