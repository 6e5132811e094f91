"""The row of furniture under the contents: unfolded, walked, led to the source, given away."""

import pytest
from acting import add
from drafting import draft, raw_file
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.drafts import PageIn
from reader.model import IssueFacts, Kind
from reader.store.library import Library, Mode
from reader.ui.article.switch import View

pytestmark = pytest.mark.window
Key = Qt.Key
BARE = "#只有广告\n"


@pytest.fixture
def furniture(window):
    return window.issues.furniture


def unfold(qtbot, furniture):
    qtbot.mouseClick(furniture.row, Qt.MouseButton.LeftButton)


def test_the_row_counts_what_stands_in_no_article(window, furniture):
    assert furniture.row.isVisible()
    assert furniture.row.count == "1"
    assert furniture.row.accessibleName() == "Furniture: 1"
    assert furniture.lines.facts == []
    below = furniture.row.mapTo(window, QPoint()).y()
    contents = window.issues.contents_list
    assert below == contents.mapTo(window, QPoint(0, contents.height())).y()


def test_where_there_is_none_the_row_says_so_and_does_nothing(window, furniture, qtbot):
    window.issues.issue_list.setFocus()
    qtbot.keyClick(window.issues.issue_list, Key.Key_Down)
    assert furniture.row.count == "0"
    assert not furniture.row.isEnabled()
    unfold(qtbot, furniture)
    assert furniture.list.isHidden()


def test_a_click_unfolds_the_lines_and_another_folds_them(window, furniture, qtbot):
    unfold(qtbot, furniture)
    assert furniture.list.isVisible()
    assert [(a.line, a.text) for a in furniture.lines.facts] == [(1, "#社区晨报 第1版")]
    assert window.focusWidget() is furniture.list
    unfold(qtbot, furniture)
    assert furniture.list.isHidden()
    assert furniture.height() == furniture.row.height()


def test_keys_unfold_walk_lead_and_fold(window, furniture, qtbot):
    window.issues.contents_list.setFocus()
    qtbot.keyClick(window.issues.contents_list, Key.Key_Tab)
    assert window.focusWidget() is furniture.row
    qtbot.keyClick(furniture.row, Key.Key_Return)
    assert window.focusWidget() is furniture.list
    assert furniture.list.currentIndex().row() == 0
    qtbot.keyClick(furniture.list, Key.Key_Return)
    assert window.focusWidget() is window.source.edit
    furniture.list.setFocus()
    qtbot.keyClick(furniture.list, Key.Key_Escape)
    assert furniture.list.isHidden()
    assert window.focusWidget() is furniture.row
    qtbot.keyClick(furniture.row, Key.Key_Space)
    assert furniture.list.isVisible()


def test_a_line_leads_to_its_place_in_the_source(window, furniture, qtbot):
    window.article.edit.set_caret(2, 4)
    unfold(qtbot, furniture)
    furniture.list.go(-1)
    place = furniture.list.visualRect(furniture.lines.index(0, 0)).center()
    qtbot.mouseClick(furniture.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.beside.open
    assert window.views.view is View.BESIDE
    sheet = window.source.edit.sheet
    assert sheet.lines[window.source.edit.current].text == "#社区晨报 第1版"
    assert window.source.edit.textCursor().selectedText() == "#社区晨报 第1版"
    assert window.article.edit.caret() == (2, 4)
    assert window.focusWidget() is furniture.list
    QTest.qWait(1)
    assert sheet.lines[window.source.edit.current].text == "#社区晨报 第1版"
    assert window.article.edit.here == ()


def test_it_leads_there_from_the_differences_and_from_results(window, furniture, press, qtbot):
    press(window, "actionDifferences")
    unfold(qtbot, furniture)
    furniture.list.go(0, tell=True)
    assert window.views.view is View.BESIDE
    press(window, "actionSearch")
    window.search_box.ask("会议")
    qtbot.waitUntil(lambda: window.seeking.open)
    furniture.list.go(0, tell=True)
    assert not window.seeking.open
    assert window.source.edit.current == 0


def test_of_another_page_an_article_is_opened_beside_it(window, furniture, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        page = "#第2版 广告\n\n=二版标题\n\n二版正文。\n"
        add(other, page, "b.txt", IssueFacts("社区晨报", "2025-08", True, None, 2))
    window.session.poll()
    assert furniture.row.count == "2"
    unfold(qtbot, furniture)
    before = window.article.article.page
    qtbot.keyClick(furniture.list, Key.Key_Down)
    assert (before, window.article.article.page) == (1, 2)
    assert window.source.edit.textCursor().selectedText() == "#第2版 广告"
    said = furniture.lines.index(1, 0).data()
    assert said == "p. 2, line 1, #第2版 广告"


def test_a_page_without_articles_can_be_shown_beside_none(window, furniture, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        facts = IssueFacts("社区晨报", "2025-08", True, None, 3)
        other.issues.add(raw_file(BARE, "c.txt"), [PageIn(draft(BARE), facts)])
    window.session.poll()
    unfold(qtbot, furniture)
    before = window.article.article.id
    qtbot.keyClick(furniture.list, Key.Key_Down)
    assert window.status.said.text() == "On this page stands no article to show it beside."
    assert window.article.article.id == before
    qtbot.keyClick(furniture.list, Key.Key_Return)
    assert window.focusWidget() is window.source.edit


def kinds(furniture):
    place = furniture.list.visualRect(furniture.lines.index(0, 0)).center()
    furniture.list.menu_wished.emit(furniture.list.viewport().mapToGlobal(place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_its_kind_gives_a_line_to_the_article_and_undo_takes_it_back(
    window, furniture, press, qtbot, texts
):
    unfold(qtbot, furniture)
    before = texts(window)
    menu = kinds(furniture)
    assert next(a for a in menu.actions() if a.isChecked()).data() == Kind.FURNITURE
    qtbot.keyClick(menu, Key.Key_1)
    assert "#社区晨报 第1版" in texts(window)
    assert window.status.said.text().startswith('The line is text of "=新泾镇召开会议" now.')
    assert "#社区晨报 第1版" in window.article.edit.toPlainText()
    assert furniture.row.count == "0"
    assert furniture.list.isHidden()
    press(window, "actionUndo")
    assert texts(window) == before
    assert furniture.row.count == "1"
    assert window.session.library.issues.count_asides(window.issues.lists.shown.id) == 1


def test_the_same_kind_changes_nothing(window, furniture, qtbot):
    unfold(qtbot, furniture)
    menu = kinds(furniture)
    chosen = next(a for a in menu.actions() if a.isChecked())
    before = window.session.steps.undo
    chosen.trigger()
    menu.close()
    assert window.session.steps.undo == before
    assert furniture.row.count == "1"


def test_a_section_label_leaves_the_furniture_and_is_in_no_article(window, furniture, qtbot):
    unfold(qtbot, furniture)
    menu = kinds(furniture)
    next(a for a in menu.actions() if a.data() == Kind.SECTION).trigger()
    menu.close()
    assert furniture.row.count == "0"
    assert window.status.said.text().startswith("The line is on the page as: ")


def test_a_line_that_another_program_took_away_offers_nothing(window, furniture, qtbot):
    unfold(qtbot, furniture)
    gone = furniture.lines.facts[0]._replace(id="gone")
    furniture.kind_wished.emit(gone, window.mapToGlobal(window.rect().center()))
    assert QApplication.activePopupWidget() is None


def test_what_becomes_furniture_is_counted_at_once(window, furniture, qtbot):
    unfold(qtbot, furniture)
    window.proofing.structure.kind(2, Kind.FURNITURE)
    assert furniture.row.count == "2"
    assert len(furniture.lines.facts) == 2


def test_another_issue_folds_it(window, furniture, qtbot):
    unfold(qtbot, furniture)
    window.issues.issue_list.go(1, tell=True)
    assert furniture.list.isHidden()
    assert not furniture.row.isChecked()


def test_an_empty_library_shows_none(window, furniture):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([row.id for row in other.issues.rows()])
    window.session.poll()
    assert not furniture.isVisible()


def test_in_a_low_window_a_count_of_nothing_gives_its_room_to_the_lists(window, furniture):
    window.issues.issue_list.go(1, tell=True)
    assert furniture.isVisible()
    window.resize(1440, 480)
    QApplication.processEvents()
    assert not furniture.isVisible()
    window.resize(1440, 900)
    QApplication.processEvents()
    assert furniture.isVisible()


def test_the_model_is_sound(furniture, qtbot, qtmodeltester):
    unfold(qtbot, furniture)
    qtmodeltester.check(furniture.lines)


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "high-contrast"])
def test_it_is_painted_in_each_theme(window, furniture, qtbot, name):
    window.dress(name)
    unfold(qtbot, furniture)
    QApplication.processEvents()
    picture = furniture.grab().toImage()
    seen = {picture.pixelColor(x, y).name()
            for x in range(picture.width()) for y in range(picture.height())}  # fmt: skip
    assert window.colours.color("selection").name() in seen
    assert window.colours.color("accent").name() in seen
    row = {picture.pixelColor(x, furniture.row.height() // 2).name() for x in range(14, 32)}
    assert len(row) > 1


def test_nothing_is_chosen_after_a_line_was_given_away(window, furniture, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        page = "#第2版 广告\n\n#第2版 又一行\n\n=二版标题\n\n二版正文。\n"
        add(other, page, "b.txt", IssueFacts("社区晨报", "2025-08", True, None, 2))
    window.session.poll()
    unfold(qtbot, furniture)
    assert furniture.row.count == "3"
    gone = []
    furniture.chosen.connect(gone.append)
    window.beside.reclaiming.make(furniture.list.current().id, Kind.PARA, None)
    assert furniture.row.count == "2"
    assert furniture.list.isVisible()
    assert furniture.list.current() is None
    assert gone == []
