"""Only the text: what is hidden, that the column stays, and how one comes back."""

import pytest
from acting import put
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.window


def column(window):
    QApplication.processEvents()
    edit = window.article.edit
    margin = edit.document().rootFrame().frameFormat().leftMargin()
    return edit.viewport().mapTo(window, QPoint(round(margin), 0)).x()


def hidden(window):
    rest = (window.top_bar, window.issues, window.tags, window.article.head)
    return [part.isHidden() for part in rest]


@pytest.mark.parametrize("width", [1440, 1280, 1700])
@pytest.mark.parametrize("source", [True, False])
def test_the_column_stays_where_it_was(window, press, qtbot, width, source):
    window.resize(width, 860)
    if source:
        press(window, "actionToggleSource")
    put(window, 1, 3)
    before = column(window)
    press(window, "actionFocus")
    assert hidden(window) == [True] * 4
    assert window.source.isHidden()
    assert not window.status.isHidden()
    assert column(window) == before
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Escape)
    assert hidden(window)[:2] == [False, False]
    assert window.source.isHidden() is not source
    assert column(window) == before
    assert window.article.edit.caret() == (1, 3)
    assert window.article.edit.hasFocus()


def test_no_thread_hangs_where_the_source_is_hidden(window, press, qtbot):
    press(window, "actionToggleSource")
    put(window, 1, 3)
    qtbot.waitUntil(lambda: window.article.edit.thread_from is not None)
    press(window, "actionFocus")
    QApplication.processEvents()
    assert window.article.edit.thread_from is None
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert window.article.edit.thread_from is None
    press(window, "actionFocus")
    qtbot.waitUntil(lambda: window.article.edit.thread_from is not None)


def test_the_key_brings_all_back_too(window, press):
    press(window, "actionFocus")
    assert window.actions_by_id["actionFocus"].isChecked()
    press(window, "actionFocus")
    assert hidden(window) == [False] * 4
    assert not window.actions_by_id["actionFocus"].isChecked()


def test_text_is_typed_and_saved_as_always(window, press, qtbot, texts):
    press(window, "actionFocus")
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    press(window, "actionSave")
    assert texts(window)[1].startswith("Q")


@pytest.mark.parametrize(
    "name", ["actionSearch", "actionToggleSource", "actionAddTag", "actionJournal"]
)
def test_a_wish_for_what_is_hidden_brings_it_back(window, press, name):
    press(window, "actionFocus")
    press(window, name)
    assert not window.focus.on
    assert hidden(window)[:2] == [False, False]
    if name == "actionSearch":
        assert window.search_box.hasFocus()
    if name == "actionToggleSource":
        assert not window.source.isHidden()


@pytest.mark.parametrize("name", ["actionToggleSource", "actionJournal"])
def test_a_pane_that_was_open_comes_back_by_its_key(window, press, name):
    pane = window.source if name == "actionToggleSource" else window.journal
    press(window, name)
    assert not pane.isHidden()
    press(window, "actionFocus")
    assert pane.isHidden()
    press(window, name)
    assert not window.focus.on
    assert not pane.isHidden()
    assert window.actions_by_id[name].isChecked()
    press(window, name)
    assert pane.isHidden()


def test_a_window_that_changes_its_size_keeps_the_panes_hidden(window, press):
    press(window, "actionFocus")
    window.resize(1200, 800)
    assert hidden(window) == [True] * 4
    press(window, "actionFocus")
    assert hidden(window) == [False] * 4


def test_from_the_results_one_comes_to_the_text(window, press, qtbot):
    press(window, "actionSearch")
    window.search_box.setText("会议")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.seeking.open
    press(window, "actionFocus")
    assert not window.seeking.open
    assert window.focus.on


def test_escape_closes_the_card_first(window, press, qtbot):
    press(window, "actionFocus")
    put(window, 1, 3)
    press(window, "actionWhy")
    assert window.article.card.isVisible()
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Escape)
    assert not window.article.card.isVisible()
    assert window.focus.on
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Escape)
    assert not window.focus.on
