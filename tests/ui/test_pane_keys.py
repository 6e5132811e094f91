"""Keys that panes declare of their own: each is pressed, and does what the sheet of keys says."""

import pytest
from acting import compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from reader.store.library import Library, Mode
from reader.ui import actions
from reader.ui.article.keys import KEYS as ARTICLE
from reader.ui.helping import PANES
from reader.ui.issues.keys import KEYS as ISSUES
from reader.ui.journal.keys import KEYS as JOURNAL
from reader.ui.menus.topics import PHRASES, TREE
from reader.ui.menus.within import cap
from reader.ui.search.keys import KEYS as SEARCH
from reader.ui.source.keys import KEYS as SOURCE
from reader.ui.tags.keys import KEYS as TOPICS

pytestmark = pytest.mark.window


class Hand:
    """A person who is told which keys of a row to press; `press` presses one of them."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    def press(self, widget, key):
        combined = QKeySequence(key)[0]
        self.qtbot.keyClick(widget, combined.key(), combined.keyboardModifiers())

    def search(self, query):
        self.window.actions_by_id["actionSearch"].trigger()
        compose(self.window.search_box, commit=query)
        self.settle()

    def settle(self):
        box, pane = self.window.search_box, self.window.search
        self.qtbot.waitUntil(lambda: not box.pause.isActive() and not pane.searching)

    def texts(self):
        return [b.text for b in self.window.article.edit.sheet.blocks]


def split(hand, key):
    edit, before = hand.window.article.edit, len(hand.texts())
    edit.set_caret(1, 3)
    hand.press(edit, key)
    assert len(hand.texts()) == before + 1


def join(hand, backspace, delete):
    edit, before = hand.window.article.edit, len(hand.texts())
    edit.set_caret(2, 0)
    hand.press(edit, backspace)
    assert len(hand.texts()) == before - 1
    hand.window.wishes.undo()
    edit.set_caret(1, len(hand.texts()[1]))
    hand.press(edit, delete)
    assert len(hand.texts()) == before - 1


def by_words(hand, left, right):
    edit = hand.window.article.edit
    edit.set_caret(1, 0)
    hand.press(edit, right)
    assert edit.caret()[1] > 0
    hand.press(edit, left)
    assert edit.caret() == (1, 0)


def from_a_hit_back(hand, key):
    hand.search("第二")
    hand.press(hand.window.search_box, "Down")
    hand.press(hand.window.search.list, "Return")
    assert not hand.window.seeking.open
    hand.press(hand.window.article.edit, key)
    assert hand.window.seeking.open


def through_hits(hand, up, down):
    hand.search("第二")
    seen = hand.window.search.list
    first = seen.current()
    hand.press(seen, down)
    assert seen.current() != first
    hand.press(seen, up)
    assert seen.current() == first


def open_hit(hand, key):
    hand.search("第二")
    hand.press(hand.window.search.list, key)
    assert not hand.window.seeking.open
    assert hand.window.article.edit.textCursor().selectedText() == "第二"


def leave_results(hand, key):
    for widget in (hand.window.search.list, hand.window.search_box):
        hand.search("第二")
        hand.press(widget, key)
        assert not hand.window.seeking.open


def kept_searches(hand, key):
    hand.press(hand.window.search_box, key)
    shown = [m for m in hand.window.findChildren(QMenu) if m.isVisible()]
    assert shown
    for menu in shown:
        menu.close()


def facet(hand, key, picked):
    hand.search("的")
    view, rows = hand.window.search.facets.list, hand.window.search.facets.rows
    at = next(n for n, row in enumerate(rows.facts) if (row.field, row.value) == ("status", "new"))
    view.setCurrentIndex(view.model().index(at, 0))
    hand.press(view, key)
    hand.settle()
    row = next(row for row in rows.facts if (row.field, row.value) == ("status", "new"))
    assert row.picked == picked


def only_these(hand, key):
    facet(hand, key, 1)


def all_but_these(hand, key):
    facet(hand, key, -1)


def line_to_line(hand, up, down):
    hand.window.beside.toggle_source()
    edit = hand.window.source.edit
    hand.window.article.edit.set_caret(0, 0)
    edit.setFocus()
    hand.qtbot.waitUntil(lambda: edit.current is not None)
    first = edit.current
    hand.press(edit, down)
    hand.qtbot.waitUntil(lambda: edit.current > first)
    hand.press(edit, up)
    hand.qtbot.waitUntil(lambda: edit.current == first)


def lines_of_no_article(hand, up, down):
    hand.window.beside.toggle_source()
    edit = hand.window.source.edit
    edit.setFocus()
    edit.go(len(edit.sheet.lines) - 1)
    hand.press(edit, up)
    assert edit.sheet.lines[edit.current].article is None
    edit.go(None)
    hand.press(edit, down)
    assert edit.sheet.lines[edit.current].article is None


def on_in_the_article(hand, key):
    hand.window.beside.toggle_source()
    edit = hand.window.source.edit
    edit.setFocus()
    hand.press(edit, key)
    assert hand.window.focusWidget() is hand.window.article.edit


def from_a_line_back(hand, key):
    hand.search("第二")
    hand.press(hand.window.search_box, "Down")
    hand.press(hand.window.search.list, "Return")
    hand.window.beside.toggle_source()
    hand.press(hand.window.source.edit, key)
    assert hand.window.seeking.open


def picture_view(hand):
    hand.window.beside.toggle_picture()
    pane = hand.window.source.picture
    hand.qtbot.waitUntil(lambda: not pane.latest.busy)
    pane.setCurrentWidget(pane.view)
    pane.view.show_pixmap(QPixmap(400, 600))
    return pane.view


def picture_size(hand, larger, smaller):
    view = picture_view(hand)
    hand.press(view, larger)
    assert view.zoomed == 1
    hand.press(view, smaller)
    assert view.zoomed == 0


def picture_fits(hand, key):
    view = picture_view(hand)
    view.zoom(3)
    hand.press(view, key)
    assert view.zoomed == 0


def row_to_row(hand, up, down):
    view = hand.window.issues.issue_list
    first = view.current()
    hand.press(view, down)
    assert view.current() != first
    hand.press(view, up)
    assert view.current() == first


def to_the_ends(hand, home, end):
    view = hand.window.issues.issue_list
    hand.press(view, end)
    assert view.currentIndex().row() == view.model().rowCount() - 1
    hand.press(view, home)
    assert view.currentIndex().row() == 0


def filter_on(hand, *keys):
    field = hand.window.issues.filtering.field
    for key in keys:
        hand.window.actions_by_id["actionFilterLists"].trigger()
        assert hand.window.focusWidget() is field
        hand.press(field, key)
        assert hand.window.focusWidget() is not field


def filter_off(hand, key):
    hand.window.actions_by_id["actionFilterLists"].trigger()
    field = hand.window.issues.filtering.field
    compose(field, commit="四月")
    hand.press(field, key)
    assert field.text() == ""


def form_saved(hand, key):
    hand.window.actions_by_id["actionCorrectIssue"].trigger()
    form = hand.window.issues.correcting.form
    form.number.clear()
    compose(form.number, commit="七")
    hand.press(form.number, key)
    assert not form.isVisible()
    rows = hand.window.session.library.issues.rows()
    assert [row.number for row in rows if row.number] == ["七"]


def form_left(hand, key):
    hand.window.actions_by_id["actionCorrectIssue"].trigger()
    form = hand.window.issues.correcting.form
    form.number.setText("七")
    hand.press(form.number, key)
    assert not form.isVisible()
    assert not any(row.number for row in hand.window.session.library.issues.rows())


def by_number(hand, *keys):
    library = hand.window.session.library
    for key in keys:
        article = hand.window.article.article.id
        before = set(library.tags.of(article))
        hand.press(hand.window.tags.list, key)
        assert set(library.tags.of(article)) ^ before == {f"题{key}"}


def offered_topics(hand, up, down):
    line = hand.window.tags.input
    line.setFocus()
    compose(line, commit="题")
    assert line.popup.isVisible()
    first = line.popup.currentIndex().row()
    hand.press(line, down)
    assert line.popup.currentIndex().row() == (first + 1) % line.rows.rowCount()
    hand.press(line, up)
    assert line.popup.currentIndex().row() == first


def topic_taken(hand, key):
    line = hand.window.tags.input
    line.setFocus()
    compose(line, commit="新的")
    hand.press(line, key)
    assert "新的" in hand.window.article.article.tags


def topic_left(hand, key):
    hand.window.tags.input.setFocus()
    hand.press(hand.window.tags.input, key)
    assert hand.window.focusWidget() is hand.window.article.edit


def step_opened(hand, key):
    window = hand.window
    article = window.article.article.id
    window.session.write(window.session.library.tags.add, "甲", [article])
    window.wishes.next_article()
    window.chronicle.toggle_journal()
    hand.press(window.journal.list, key)
    assert window.article.article.id == article


SCENES = {
    id(row): scene
    for keys, scenes in (
        (ARTICLE, (split, join, by_words, from_a_hit_back)),
        (SEARCH, (through_hits, open_hit, leave_results, kept_searches, only_these,
                  all_but_these)),
        (SOURCE, (line_to_line, lines_of_no_article, on_in_the_article, from_a_line_back,
                  picture_size, picture_fits)),
        (ISSUES, (row_to_row, to_the_ends, filter_on, filter_off, form_saved, form_left)),
        (TOPICS, (by_number, offered_topics, topic_taken, topic_left)),
        (JOURNAL, (step_opened,)),
    )
    for row, scene in zip(keys, scenes, strict=True)
}  # fmt: skip
ROWS = [row for _, keys in PANES for row in keys]


@pytest.fixture
def path(path):
    with Library.open(path, Mode.WRITE) as library:
        (first, *_) = (row.id for row in library.articles.rows())
        for number in range(1, 10):
            library.tags.add(f"题{number}", [first])
    return path


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_each_key_that_a_pane_declares_does_what_is_said(window, qtbot, row):
    window.resize(1700, 1000)
    SCENES[id(row)](Hand(window, qtbot), *row.keys)


def test_a_pane_declares_no_key_twice_and_qt_knows_each():
    for row in ROWS:
        for key in row.keys:
            assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, row
    assert len({(id(keys), row.keys, row.words) for _, keys in PANES for row in keys}) == len(ROWS)
    assert [cap(key) for key in ("Alt+Down", "Ctrl+Left", "Return", "+", "Ctrl++", "PgDown")] == [
        "Alt+↓", "Ctrl+←", "Enter", "+", "Ctrl++", "PgDn",
    ]  # fmt: skip


class TestTheChosen:
    """What the menu Topics can do with the topic or the phrase that is chosen in the sidebar."""

    def action(self, window, name):
        return window.findChild(QAction, name)

    def test_each_has_its_own_keys_in_its_list_alone(self, window):
        for place in (TREE, PHRASES):
            mine = actions.of_place(place, window.actions_by_id)
            assert mine
            for action in mine.values():
                assert action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
                assert not set(actions.owned()) & {"Del", "Space", "Return"}

    def test_the_menu_means_the_chosen_topic(self, window, qtbot):
        window.tags.list.go("题1")
        window.article.edit.setFocus()
        self.action(window, "actionDeleteTopic").trigger()
        assert "题1" not in [tag.name for tag in window.session.library.tags.list()]
        window.tags.list.go("题2")
        self.action(window, "actionRenameTopic").trigger()
        there = window.focusWidget()
        assert there.objectName() == "topicName"
        there.selectAll()
        compose(there, commit="题目")
        qtbot.keyClick(there, Qt.Key.Key_Return)
        tags = window.session.library.tags
        qtbot.waitUntil(lambda: "题目" in [tag.name for tag in tags.list()])
        window.tags.list.go("题3")
        self.action(window, "actionMergeTopic").trigger()
        assert window.tags.entering.merging

    def test_where_none_is_chosen_it_says_so(self, window):
        window.tags.list.setCurrentIndex(window.tags.tags.index_of(None))
        self.action(window, "actionMergeTopic").trigger()
        assert window.status.said.text() == "Choose a topic in the list first."
        self.action(window, "actionUnmarkPhrase").trigger()
        assert window.status.said.text() == "Choose a tagged phrase in the list first."

    def test_f2_corrects_an_issue_or_renames_a_topic(self, window, qtbot):
        window.issues.issue_list.setFocus()
        qtbot.keyClick(window.issues.issue_list, Qt.Key.Key_F2)
        form = window.issues.correcting.form
        assert form.isVisible()
        qtbot.keyClick(form.date, Qt.Key.Key_Escape)
        window.tags.list.setFocus()
        window.tags.list.go("题1")
        qtbot.keyClick(window.tags.list, Qt.Key.Key_F2)
        assert window.focusWidget().objectName() == "topicName"

    def test_the_context_menu_has_the_same_rows(self, window):
        view = window.tags.list
        view.go("题1")
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(view.viewport(), event)
        (menu,) = (m for m in view.findChildren(QMenu, "topicMenu") if m.isVisible())
        mine = actions.of_place(TREE, window.actions_by_id)
        assert set(menu.actions()) == {a for n, a in mine.items() if n != "actionTopTopic"}
        menu.close()


def test_the_last_libraries_are_shown_by_a_key(window, press):
    press(window, "actionRecent")
    menu = window.actions_by_id["actionRecent"].menu()
    assert menu.isVisible()
    assert menu.actions()
    menu.close()
