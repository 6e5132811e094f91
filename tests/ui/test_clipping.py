"""Cut, copy, paste and select all, by the real menus and the mouse, wherever the focus is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QToolBar
from seeing import assert_sound

pytestmark = pytest.mark.window

LEFT = Qt.MouseButton.LeftButton
EDITS = ("actionCut", "actionCopy", "actionPaste", "actionSelectAll")


@pytest.fixture
def window(window):
    """Whatever a test does, the library is sound behind it."""
    path = window.session.library.path
    yield window
    assert_sound(path)


@pytest.fixture
def pick(qtbot):
    """Open the menu Edit by a click, and click on a row of it; tell whether it could be chosen."""

    def picked(window, name):
        bar, menu = window.findChild(QMenuBar), window.top_bar.menus[1]
        action = window.actions_by_id[name]
        qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(menu.menuAction()).center())
        assert menu.isVisible()
        possible = action.isEnabled()
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        menu.close()
        window.article.typing.flush()
        return possible

    return picked


def can(window):
    return [name for name in EDITS if window.actions_by_id[name].isEnabled()]


def tag_input(window, _press):
    return window.tags.input


def search_box(window, _press):
    return window.search_box


def filter_field(window, press):
    press(window, "actionFilterLists")
    return window.focusWidget()


def issue_form(window, press):
    window.issues.issue_list.setFocus()
    press(window, "actionCorrectIssue")
    return window.issues.correcting.form.title


def page_number(window, press):
    issue_form(window, press)
    return window.issues.correcting.form.number


def topic_name(window, _press):
    window.tags.add("会议")
    window.tags.list.setFocus()
    window.tags.list.go("会议")
    QApplication.processEvents()
    window.tags.list.edit(window.tags.list.currentIndex())
    return window.tags.list.viewport().findChild(QLineEdit)


LINES = (tag_input, search_box, filter_field, issue_form, page_number, topic_name)


@pytest.mark.parametrize("line", LINES)
def test_in_a_line_they_act_on_the_line(window, pick, press, texts, qtbot, line):
    before = texts(window)
    window.article.edit.select(1, 0, 5)
    place = line(window, press)
    place.setFocus()
    place.setText("甲乙丙")
    assert can(window) == list(EDITS)
    assert pick(window, "actionSelectAll")
    assert place.selectedText() == "甲乙丙"
    assert pick(window, "actionCut")
    assert (place.text(), QApplication.clipboard().text()) == ("", "甲乙丙")
    QApplication.clipboard().setText("12")
    assert pick(window, "actionPaste")
    assert place.text() == "12"
    place.selectAll()
    QApplication.clipboard().clear()
    assert pick(window, "actionCopy")
    assert QApplication.clipboard().text() == "12"
    assert place.hasFocus() or place.focusProxy().hasFocus()
    assert texts(window) == before


def test_in_the_article_they_act_on_the_article(window, pick, texts):
    edit = window.article.edit
    edit.setFocus()
    edit.select(1, 0, 5)
    assert pick(window, "actionCut")
    assert texts(window)[1].startswith("有关工作部署")
    edit.set_caret(2, 0)
    assert pick(window, "actionPaste")
    assert texts(window)[2].startswith("为全面落会议指出") or texts(window)[2].startswith(
        "为全面落"
    )
    assert pick(window, "actionSelectAll")
    assert pick(window, "actionCopy")
    assert QApplication.clipboard().text() == "\n".join(texts(window))


def test_in_the_source_nothing_is_cut_or_pasted(window, pick, press, texts):
    before = texts(window)
    window.article.edit.select(1, 0, 5)
    press(window, "actionToggleSource")
    window.source.edit.setFocus()
    assert can(window) == ["actionCopy", "actionSelectAll"]
    QApplication.clipboard().setText("贴")
    assert not pick(window, "actionPaste")
    assert not pick(window, "actionCut")
    assert pick(window, "actionSelectAll")
    assert pick(window, "actionCopy")
    assert QApplication.clipboard().text().startswith("#社区晨报")
    assert texts(window) == before


def test_in_the_paragraph_of_a_hit_text_is_copied(window, pick, qtbot, texts):
    before = texts(window)
    window.seeking.search()
    window.search_box.setText("会议")
    qtbot.waitUntil(lambda: window.search.isVisible() and not window.search.searching)
    qtbot.waitUntil(lambda: bool(window.search.paragraph.toPlainText()))
    window.search.paragraph.setFocus()
    assert can(window) == ["actionCopy", "actionSelectAll"]
    assert pick(window, "actionSelectAll")
    assert pick(window, "actionCopy")
    assert "会议" in QApplication.clipboard().text()
    window.seeking.leave()
    assert texts(window) == before


@pytest.mark.parametrize("name", ["issue_list", "contents", "topics", "journal"])
def test_in_a_list_the_row_is_copied_and_the_article_stays(window, pick, press, texts, name):
    before = texts(window)
    window.tags.add("会议")
    if name == "journal":
        press(window, "actionJournal")
    view = {
        "issue_list": window.issues.issue_list,
        "contents": window.issues.contents_list,
        "topics": window.tags.list,
        "journal": window.journal.list,
    }[name]
    window.article.edit.select(1, 0, 5)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    assert can(window) == ["actionCopy"]
    QApplication.clipboard().setText("贴")
    for edit in ("actionPaste", "actionCut", "actionSelectAll"):
        assert not pick(window, edit)
    assert pick(window, "actionCopy")
    assert QApplication.clipboard().text() not in ("", "贴", "为全面落实")
    assert texts(window) == before


def test_the_keyboard_way_into_the_menu_means_the_same(window, qtbot, texts):
    before = texts(window)
    window.article.edit.set_caret(1, 2)
    window.tags.input.setFocus()
    QApplication.clipboard().setText("贴贴")
    bar, menu = window.findChild(QMenuBar), window.top_bar.menus[1]
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert window.focusWidget() is bar
    assert window.wishes.clipping.lacks()["actionPaste"] is None
    window.actions_by_id["actionPaste"].trigger()
    menu.close()
    assert window.tags.input.text() == "贴贴"
    window.article.typing.flush()
    assert texts(window) == before


def test_a_button_has_nothing_to_cut(window, texts):
    before = texts(window)
    window.article.edit.select(1, 0, 5)
    bar = window.findChild(QToolBar)
    bar.widgetForAction(window.actions_by_id["actionExport"]).setFocus()
    assert can(window) == []
    for slot in ("cut", "copy", "paste", "select_all"):
        getattr(window.wishes.clipping, slot)()
    window.article.typing.flush()
    assert texts(window) == before


def test_the_context_menu_is_the_articles(window, texts):
    window.tags.input.setFocus()
    window.article.edit.select(1, 0, 5)
    window.wishes.context_menu(QPoint(0, 0))
    window.actions_by_id["actionCut"].trigger()
    window.article.typing.flush()
    assert texts(window)[1].startswith("有关")


def test_a_library_for_reading_can_still_be_searched_by_what_is_pasted(open_window, window, path):
    second = open_window(path)
    assert not second.session.writable
    second.article.edit.setFocus()
    assert can(second) == ["actionCopy", "actionSelectAll"]
    second.search_box.setFocus()
    assert can(second) == list(EDITS)
    assert window.session.writable
