"""The left pane by keys and clicks: filtered, sorted, corrected in place, merged, moved."""

from collections import Counter

import pytest
import shiboken6
from acting import add, compose
from drafting import draft, raw_file
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from seeing import dates, titles

from reader.drafts import PageIn
from reader.model import ArticleSort, IssueFacts, IssueSort, Status
from reader.store.check import check
from reader.store.issues import Issues
from reader.store.library import Library, Mode
from reader.store.stats import progress
from reader.ui.issues.choosing import ChooseIssue, ChooseWithdrawn
from reader.ui.issues.view import THIN
from reader.ui.paged import Heading
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window
Key = Qt.Key


@pytest.fixture
def pane(window, path):
    yield window.issues
    with Library.open(path) as library:  # the window is closed by now
        assert check(library).faults == ()


def type_filter(qtbot, window, press, words):
    press(window, "actionFilterLists")
    compose(window.focusWidget(), commit=words)
    qtbot.waitUntil(lambda: not window.issues.filtering._pause.isActive())


def beside(window):
    """Open the library as another program does."""
    return Library.open(window.session.library.path, Mode.WRITE)


# --- filter and order ---------------------------------------------------------------------


def test_who_looks_elsewhere_in_vain_stays_at_an_article_that_the_filter_leaves_out(
    window, pane, qtbot, press
):
    first = window.article.article.id
    type_filter(qtbot, window, press, "第二篇")
    window.article.refresh()  # as after each wish: what is open is listed again
    assert pane.contents_list.current().id == first
    rows = range(len(pane.lists.issues.keys))
    assert not pane.walk._through(rows, 1, lambda _: False)
    assert window.article.article.id == first
    assert pane.contents_list.current().id == first


def test_what_is_open_is_marked_again_when_the_filter_ends(window, pane, qtbot, press):
    first = window.article.article.id
    type_filter(qtbot, window, press, "第二篇")
    assert pane.contents_list.current() is None
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert pane.contents_list.current().id == first == window.article.article.id


def test_a_filter_leaves_what_it_says(window, pane, qtbot, press):
    opened = window.article.article.id
    type_filter(qtbot, window, press, "四月")
    assert dates(pane) == ["2025-04"]
    assert pane.head.button.text() == "1 of 2 issues"
    assert window.article.article.id == opened
    assert titles(pane) == ["=新泾镇召开会议", "=第二篇的标题"]  # what is open is still listed
    qtbot.keyClick(window.focusWidget(), Key.Key_Down)
    assert window.focusWidget() is pane.issue_list
    assert titles(pane) == ["=四月的标题"]
    assert window.article.article.row.title == "=四月的标题"
    press(window, "actionFilterLists")
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert dates(pane) == ["2025-08", "2025-04"]
    assert pane.filtering.row.isHidden()
    assert pane.issue_list.current().date == "2025-04"


def test_only_articles_that_fit_are_listed_and_walked(window, pane, qtbot, press):
    type_filter(qtbot, window, press, "第二篇")
    assert titles(pane) == ["=第二篇的标题"]
    assert pane.contents_head.button.text() == "1 of 2 articles"
    window.article.edit.setFocus()
    press(window, "actionNextArticle")
    assert window.article.article.row.title == "=第二篇的标题"
    press(window, "actionNextArticle")
    assert window.status.said.text() == "This is the last article."


def test_nothing_moves_under_the_hand(window, pane, press):
    pane.filtering.leave("status:new")
    press(window, "actionMarkProofread")
    assert titles(pane) == ["=新泾镇召开会议", "=第二篇的标题"]
    assert pane.contents.facts[0].status is Status.PROOFED1
    pane.filtering.leave("status:new has:doubt")
    assert dates(pane) == ["2025-04"]
    pane.filtering.leave("status:working")
    assert dates(pane) == []
    nothing = "Nothing matches. Esc in the filter shows all."
    assert pane._empty.text() == nothing
    pane.filtering.leave("foo:bar")
    told, said = pane._empty.text().splitlines()
    assert told.startswith('Searched as it stands: there is no field "foo"; the fields are tag, ')
    assert said == nothing
    pane.filtering.leave("")
    assert dates(pane) == ["2025-08", "2025-04"]


def test_an_order_stays_as_it_was_chosen(window, pane, qtbot, press):
    pane.head.sorted_by.emit(IssueSort.DOUBTS)
    assert dates(pane) == ["2025-04", "2025-08"]
    qtbot.keyClick(pane.issue_list, Key.Key_Home)
    window.article.edit.setFocus()
    for _ in range(window.article.article.row.doubts):
        press(window, "actionNextDoubt")
        press(window, "actionAcceptSeam")
    assert [row.doubts for row in pane.issues.facts] == [0, 0]
    with beside(window) as library:
        add(library, "=五月\n\n文\n字\n甚\n多", "x.txt", IssueFacts("社区晨报", "2025-05"), 0.5)
    window.session.poll()
    assert dates(pane) == ["2025-04", "2025-08", "2025-05"]
    pane.head.sorted_by.emit(IssueSort.OLDEST)
    assert dates(pane) == ["2025-04", "2025-05", "2025-08"]


def test_orders_are_chosen_in_the_menu_by_keys(window, pane, qtbot):
    pane.head.menu.aboutToShow.emit()
    words = [action.text() for action in pane.head.menu.actions()]
    assert words[0] == "By &newspaper, newest first"
    assert "With do&ubts" in words
    assert words[-1].endswith("\tCtrl+L")
    by_words = {action.text(): action for action in pane.head.menu.actions()}
    by_words["By date, &oldest first"].trigger()
    assert dates(pane) == ["2025-04", "2025-08"]
    by_words["With do&ubts"].trigger()
    assert dates(pane) == ["2025-04"]
    pane.head.menu.aboutToShow.emit()
    checked = [a.text() for a in pane.head.menu.actions() if a.isChecked()]
    assert checked == ["By date, &oldest first", "With do&ubts"]
    pane.head.menu.actions()[-1].trigger()
    assert window.focusWidget() is pane.filtering.field
    pane.contents_head.menu.aboutToShow.emit()
    assert len(pane.contents_head.menu.actions()) == len(ArticleSort)


@pytest.mark.parametrize(("name", "head"), [("Issues", "head"), ("Contents", "contents_head")])
def test_the_menus_open_by_their_keys(window, pane, press, name, head):
    menu = getattr(pane, head).menu
    seen = []
    menu.aboutToShow.connect(lambda: seen.append(name))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    press(window, f"actionSort{name}")
    assert seen == [name]


def test_contents_are_sorted_and_stay_so(window, pane, press):
    pane.contents_head.sorted_by.emit(ArticleSort.TITLE)
    assert titles(pane) == sorted(titles(pane))
    current = pane.contents_list.current()
    assert current.id == window.article.article.id
    pane.contents_head.sorted_by.emit(ArticleSort.PROGRESS)
    before = titles(pane)
    press(window, "actionMarkProofread")
    assert titles(pane) == before
    pane.contents_head.sorted_by.emit(ArticleSort.PLACE)
    pane.contents_head.sorted_by.emit(ArticleSort.PROGRESS)
    assert titles(pane) == before[::-1]


# --- correcting in place ------------------------------------------------------------------


def test_an_issue_is_corrected_in_its_row(window, pane, qtbot, press):
    form = pane.correcting.form
    pane.issue_list.setFocus()
    press(window, "actionCorrectIssue")
    assert form.isVisible()
    assert window.focusWidget() is form.date
    top = pane.issue_list.visualRect(pane.issues.index(0, 0)).topLeft()
    assert form.y() == pane.issue_list.viewport().mapTo(pane, top).y()
    assert [w.text() for w in (form.title, form.date, form.number, form.page)] == [
        "社区晨报", "2025-08", "", "1",
    ]  # fmt: skip
    compose(form.date, commit="2025年2月30日")
    qtbot.keyClick(form.date, Key.Key_Return)
    assert form.wrong.text() == "There is no day 2025-02-30."
    qtbot.keyClicks(form.date, "soon")
    qtbot.keyClick(form.date, Key.Key_Return)
    assert form.wrong.text() == "A date is 2025, 2025-04 or 2025-04-14."
    assert window.focusWidget() is form.date
    qtbot.keyClicks(form.date, "2025.3.1")
    qtbot.keyClick(form.date, Key.Key_Tab)
    assert window.focusWidget() is form.number
    qtbot.keyClicks(form.number, "88")
    qtbot.keyClick(form.number, Key.Key_Tab)
    qtbot.keyClicks(form.page, "0")
    qtbot.keyClick(form.page, Key.Key_Return)
    assert form.wrong.text() == "A page has a number from 1."
    qtbot.keyClicks(form.page, "3")
    qtbot.keyClick(form.page, Key.Key_Return)
    assert form.isHidden()
    assert window.focusWidget() is pane.issue_list
    assert window.status.said.text() == "Corrected. Undo brings back what was there."
    assert dates(pane) == ["2025-04", "2025-03-01"]
    row = pane.issue_list.current()
    assert (row.date, row.number, row.pages) == ("2025-03-01", "88", (3,))
    assert window.article.head.place.text() == "1 Mar 2025  ›  p. 3  ›  art. 1"
    press(window, "actionUndo")
    assert dates(pane) == ["2025-08", "2025-04"]
    assert pane.issue_list.current().pages == (1,)


def test_the_form_is_left(window, pane, qtbot, press):
    form = pane.correcting.form
    pane.contents_list.setFocus()
    press(window, "actionCorrectIssue")
    assert window.focusWidget() is form.page
    ring = []
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
        ring.append(window.focusWidget())
    assert ring == [form.save_button, form.leave_button, form.title, form.date, form.number,
                    form.page]  # fmt: skip
    qtbot.keyClick(form.page, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is form.number
    qtbot.keyClicks(form.number, "7")
    qtbot.keyClick(form.number, Key.Key_Escape)
    assert form.isHidden()
    assert window.focusWidget() is pane.contents_list
    assert window.session.steps.undo.verb == "import"
    press(window, "actionCorrectIssue")
    qtbot.keyClick(form.page, Key.Key_Return)  # nothing was changed
    assert form.isHidden()
    assert window.session.steps.undo.verb == "import"


def test_a_form_that_is_open_goes_with_the_window(window, pane, press):
    press(window, "actionCorrectIssue")
    window.hide()
    pane.correcting.form.leave()
    window.show()
    press(window, "actionCorrectIssue")
    window.close()
    assert not pane.correcting.form.isVisible()


def test_where_another_issue_comes_the_form_goes_and_says_so(window, pane, qtbot, press):
    form = pane.correcting.form
    press(window, "actionCorrectIssue")
    assert form.named.text() == "社区晨报·Aug 2025"
    assert form.accessibleName() == "Correct the issue: 社区晨报·Aug 2025"
    assert form.leave_button.text() == "Cancel"
    qtbot.keyClicks(form.date, "2011")
    qtbot.keyClick(form.date, Key.Key_F8)
    assert window.article.article.row.title == "=四月的标题"
    assert form.isHidden()
    assert window.focusWidget() is window.article.edit
    said = "Another issue was opened: the correction of 社区晨报·Aug 2025 was not taken over."
    qtbot.waitUntil(lambda: window.status.said.text() == said)
    assert dates(pane) == ["2025-08", "2025-04"]
    assert window.session.steps.undo.verb == "import"
    press(window, "actionCorrectIssue")
    assert form.named.text() == "社区晨报·Apr 2025"
    window.status.tell("")
    press(window, "actionPreviousArticle")
    assert form.isHidden()
    QApplication.processEvents()
    assert window.status.said.text() == ""  # nothing was typed
    press(window, "actionCorrectIssue")
    assert form.named.text() == "社区晨报·Aug 2025"
    assert form.date.text() == "2025-08"


def test_esc_closes_the_form_wherever_one_is(window, pane, qtbot, press):
    form = pane.correcting.form
    edit, box = window.article.edit, window.search_box
    for place in (edit, box, window.tags.input, pane.contents_list, pane.head.button):
        press(window, "actionCorrectIssue")
        qtbot.keyClicks(form.number, "7")
        place.setFocus()
        at = window.focusWidget()
        assert not form.isAncestorOf(at)
        qtbot.keyClick(at, Key.Key_Escape)
        assert form.isHidden()
        assert window.focusWidget() is at
    press(window, "actionCorrectIssue")
    press(window, "actionFocus")
    assert window.focus.on
    qtbot.keyClick(edit, Key.Key_Escape)  # a form that is out of sight takes none
    assert not window.focus.on
    qtbot.keyClick(edit, Key.Key_Escape)
    assert form.isHidden()
    press(window, "actionFocus")
    qtbot.keyClick(edit, Key.Key_Escape)  # with no form it is as ever
    assert not window.focus.on
    assert window.session.steps.undo.verb == "import"


def test_the_form_leaves_the_contents_free(many, pane, qtbot, press):
    form, view = pane.correcting.form, pane.issue_list
    many.resize(1280, 720)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_End)
    press(many, "actionCorrectIssue")
    row = view.visualRect(view.currentIndex()).translated(view.pos())
    assert form.geometry().contains(row)
    assert form.geometry().bottom() < pane.contents_head.y()


def test_a_double_click_opens_the_form_and_buttons_do_their_work(window, pane, qtbot):
    form = pane.correcting.form
    place = pane.issue_list.visualRect(pane.issues.index(1, 0)).center()
    qtbot.mouseClick(pane.issue_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(pane.issue_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form.title.text() == "社区晨报"
    form.title.selectAll()
    compose(form.title, commit="晚报")
    window.resize(1200, 700)
    assert form.width() == pane.width()
    assert form.geometry().bottom() <= pane.height()
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert [row.title for row in pane.issues.facts] == ["晚报", "社区晨报"]
    place = pane.contents_list.visualRect(pane.contents.index(0, 0)).center()
    qtbot.mouseDClick(pane.contents_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.focusWidget() is form.page
    form.page.clear()
    form.leave_button.setFocus()
    qtbot.keyClick(form.leave_button, Key.Key_Return)
    assert form.isHidden()
    assert pane.issue_list.current().pages == (1,)


def test_a_date_that_was_inferred_is_marked_and_made_sure(window, pane, qtbot, press):
    with beside(window) as library:
        add(library, "=旧\n\n文", "y.txt", IssueFacts("社区晨报", "2026-01", False))
    window.session.poll()
    qtbot.keyClick(pane.issue_list, Key.Key_Home)
    index = pane.issues.index(0, 0)
    assert "inferred" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "inferred" not in pane.issues.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert not pane.issue_list.current().date_sure
    press(window, "actionCorrectIssue")
    qtbot.keyClicks(pane.correcting.form.date, "2026-01")
    qtbot.keyClick(pane.correcting.form.date, Key.Key_Return)
    assert pane.issue_list.current().date_sure
    assert "inferred" not in index.data(Qt.ItemDataRole.ToolTipRole)


# --- issues and pages ---------------------------------------------------------------------


def choose(window, press, action):
    press(window, action)
    return window.findChildren(ChooseIssue)[-1]


def test_issues_are_merged_and_parted(window, pane, qtbot, press):
    opened = window.article.article.id
    dialog = choose(window, press, "actionMergeIssue")
    assert dialog.said.text() == "Merge 社区晨报·Aug 2025 into"
    assert [row.date for row in dialog.issues.facts] == ["2025-04"]
    compose(dialog.filter, commit="没有")
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.filter, Key.Key_Return)
    assert dates(pane) == ["2025-08", "2025-04"]
    dialog.filter.clear()
    compose(dialog.filter, commit="四月")
    qtbot.keyClick(dialog.filter, Key.Key_Down)
    qtbot.keyClick(dialog.filter, Key.Key_Return)
    assert dates(pane) == ["2025-04"]
    assert window.article.article.id == opened
    assert pane.contents_list.current().id == opened
    assert len(titles(pane)) == 3
    assert window.status.said.text() == (
        "社区晨报·Aug 2025 was merged into 社区晨报·Apr 2025. Undo parts them again. "
        "There are 2 of p. 1."
    )
    assert pane.issues.facts[0].pages == (1, 1)
    assert window.words.issue_facts(pane.issues.facts[0]).startswith("p. 1·")
    assert not window.findChild(QAction, "actionMergeIssue").isEnabled()
    press(window, "actionUndo")
    assert dates(pane) == ["2025-08", "2025-04"]
    assert window.article.article.id == opened
    assert pane.issue_list.current().date == "2025-08"


def test_a_page_is_moved_to_another_issue_and_back(window, pane, qtbot, press):
    opened = window.article.article.id
    dialog = choose(window, press, "actionMovePage")
    assert dialog.said.text() == "Move p. 1 of Aug 2025 to"
    qtbot.mouseDClick(
        dialog.list.viewport(), Qt.MouseButton.LeftButton,
        pos=dialog.list.visualRect(dialog.issues.index(0, 0)).center(),
    )  # fmt: skip
    assert dates(pane) == ["2025-04"]  # an issue without pages is withdrawn
    assert window.article.article.id == opened
    assert window.article.head.place.text().startswith("Apr 2025")
    assert window.status.said.text() == "p. 1 was moved to 社区晨报·Apr 2025. Undo brings it back."
    press(window, "actionUndo")
    assert dates(pane) == ["2025-08", "2025-04"]
    assert pane.contents_list.current().id == window.article.article.id == opened


def test_pages_change_places(window, pane, press):
    with beside(window) as library:
        library.issues.merge([row.id for row in library.issues.rows()], pane.issues.facts[0].id)
    window.session.poll()
    first, second, third = titles(pane)
    press(window, "actionPageLater")
    assert titles(pane) == [third, first, second]
    assert pane.contents_list.current().title == first
    assert "was moved" in window.status.said.text()
    press(window, "actionPageLater")
    assert window.status.said.text() == "This is the last page of the issue."
    press(window, "actionPageEarlier")
    press(window, "actionPageEarlier")
    assert window.status.said.text() == "This is the first page of the issue."
    assert titles(pane) == [first, second, third]
    press(window, "actionUndo")
    assert titles(pane) == [third, first, second]


# --- menus --------------------------------------------------------------------------------


def menu_at(view, reason, place):
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.window().findChildren(QMenu, "listMenu")[-1]
    assert menu.isVisible()
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return names


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse,
                                    QContextMenuEvent.Reason.Keyboard])  # fmt: skip
def test_both_lists_have_a_menu(window, pane, reason):
    names = menu_at(pane.issue_list, reason, QPoint(60, 20))
    assert names[:3] == ["actionCorrectIssue", "actionMergeIssue", "actionWithdraw"]
    names = menu_at(pane.contents_list, reason, QPoint(60, 20))
    assert {"actionMovePage", "actionPageLater", "actionMarkProofread"} <= set(names)


def test_a_right_click_chooses_its_row(window, pane, qtbot):
    place = pane.issue_list.visualRect(pane.issues.index(1, 0)).center()
    qtbot.mousePress(pane.issue_list.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert pane.issue_list.current().date == "2025-04"


def test_enter_goes_from_the_contents_into_the_text(window, pane, qtbot):
    pane.contents_list.setFocus()
    qtbot.keyClick(pane.contents_list, Key.Key_End)
    qtbot.keyClick(pane.contents_list, Key.Key_Return)
    assert window.focusWidget() is window.article.edit
    assert window.article.article.row.title == "=第二篇的标题"


def test_what_was_not_touched_stays_byte_for_byte(window, pane, qtbot, press):
    title = " 社区\u2028晨报\u00a0"
    with beside(window) as library:
        library.issues.set(pane.lists.shown.id, title=title)
    window.session.poll()
    issue = pane.lists.shown.id
    pane.issue_list.setFocus()
    press(window, "actionCorrectIssue")
    qtbot.keyClicks(pane.correcting.form.date, "2025-08-09")
    qtbot.keyClick(pane.correcting.form.date, Key.Key_Return)
    row = window.session.library.issues.row(issue)
    assert (row.title, row.date) == (title, "2025-08-09")


def test_what_is_open_for_reading_is_not_corrected(window, open_window, path):
    other = open_window(path)
    assert not other.session.writable
    for name in ("CorrectIssue", "MergeIssue", "MovePage", "PageLater", "Withdraw"):
        assert not other.findChild(QAction, f"action{name}").isEnabled()
    other.issues.issue_list.form_wished.emit()
    assert other.issues.correcting.form.isHidden()


# --- many ---------------------------------------------------------------------------------


@pytest.fixture
def many(window):
    """Give the window a library of two newspapers over three years."""
    with beside(window) as library:
        for paper in ("社区晨报", "新泾报"):
            for n in range(24):
                text = f"={paper}{n}\n\n第{n}期的正文。"
                page = PageIn(draft(text), IssueFacts(paper, f"{2022 + n // 8}-{n % 8 + 1:02d}"))
                library.issues.add(raw_file(text), [page])
    window.session.poll()
    return window


def test_where_no_year_stands_any_more_the_rows_have_their_height(many, pane, qtbot, press):
    view, usual = pane.issue_list, pane.issue_list.verticalHeader().defaultSectionSize()
    assert view.rowHeight(0) == THIN
    type_filter(qtbot, many, press, "date:2022-01")
    assert not any(heading.thin for heading in pane.issues.headings)
    assert pane.issues.keys
    heights = {view.rowHeight(row) for row in range(len(pane.issues.keys))}
    assert heights == {usual}


def test_years_and_newspapers_stand_over_their_issues(many, pane, qtbot):
    rows = [pane.issues.at(row) for row in range(pane.issues.rowCount())]
    assert rows[0] == Heading("2024", thin=True)
    heads = [row.words for row in rows if isinstance(row, Heading)]
    assert heads == ["2024", "2023", "2022", "社区晨报", "2025", "2024", "2023", "2022"]
    papers = [row.title for row in rows if not isinstance(row, Heading)]
    assert papers == sorted(papers)
    view = pane.issue_list
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Home)
    assert view.current().title == "新泾报"
    assert pane.masthead.title == "新泾报"
    assert view.rowHeight(0) == THIN
    qtbot.keyClick(view, Key.Key_End)
    assert pane.masthead.title == "社区晨报"
    view.repaint()
    heading, up = view.sticky()
    over = pane.issues.at(pane.issues.heading_of(view.top_row()))
    assert (heading, up <= 0) == (over, True)
    assert over.thin
    while view.current().date != "2025-04":
        qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Up)
    assert view.current().date == "2025-08"
    qtbot.keyClick(view, Key.Key_Up)  # over a masthead and a year
    assert view.current().title == "新泾报"
    found = view.sticky()
    assert found is None or view.visualRect(view.currentIndex()).top() >= THIN


def stands_whole(pane):
    """Tell whether a whole row is the first under the headings of the list."""
    view = pane.issue_list
    found = view.sticky()
    edge = THIN if found is not None else 0
    at = view.rowAt(edge)
    if found is not None and found[1] != 0:
        return False
    heading = pane.issues.at(at)
    masthead = isinstance(heading, Heading) and not heading.thin
    return view.rowViewportPosition(at) == edge and not masthead


@pytest.mark.parametrize("height", [720, 777, 900])
def test_whole_rows_stand_under_the_headings(many, pane, qtbot, height):
    many.resize(1280, height)
    view, bar = pane.issue_list, pane.issue_list.verticalScrollBar()
    view.setFocus()
    for code, times in ((Key.Key_End, 1), (Key.Key_Up, 50), (Key.Key_Down, 50)):
        for _ in range(times):
            qtbot.keyClick(view, code)
            assert stands_whole(pane), view.current().date
            place = view.visualRect(view.currentIndex())
            assert view.viewport().rect().contains(place)
    assert bar.value() == bar.maximum()
    for value in range(0, bar.maximum(), 37):
        bar.setValue(value)
        view.settle()
        assert stands_whole(pane), value


def test_the_list_comes_to_rest_after_the_wheel(many, pane, qtbot):
    view, bar = pane.issue_list, pane.issue_list.verticalScrollBar()
    qtbot.waitUntil(lambda: not pane.lists.counting.pending)  # what is counted is laid out
    QApplication.processEvents()
    bar.setSliderDown(True)
    bar.setValue(bar.maximum() // 2 + 1)
    view._come_to_rest()
    assert not stands_whole(pane)
    bar.setSliderDown(False)
    qtbot.waitUntil(lambda: stands_whole(pane))


def test_what_was_imported_is_seen_and_what_is_open_stays(many, pane, qtbot, tmp_path):
    view, opened = pane.issue_list, many.article.article.id
    names = []
    for n, paper in enumerate(("柳河晚报", "新泾报")):
        page = tmp_path / f"page{n}.txt"
        page.write_text(
            f"{paper} 2020年3月{n + 1}日 第1版\n\n    新来的文字在这\n里，各不相同。\n", "utf-8"
        )
        names.append(page)
    qtbot.keyClick(view, Key.Key_End)
    qtbot.keyClick(view, Key.Key_Home)
    current, opened = view.current(), many.article.article.id
    many.filing.take_in(names)
    qtbot.waitUntil(lambda: not many.session.busy and pane.lists.whole == 52)
    new = next(row for row, fact in pane.issues.walk(0, 1) if fact.date == "2020-03-01")
    room = view.viewport().rect()
    qtbot.waitUntil(lambda: room.contains(view.visualRect(pane.issues.index(new, 0))))
    assert stands_whole(pane)
    assert view.current() == current
    assert many.article.article.id == opened


def test_what_is_brought_back_is_gone_to(many, pane, qtbot, press):
    view = pane.issue_list
    view.setFocus()
    qtbot.keyClick(view, Key.Key_End)
    gone = view.current()
    press(many, "actionWithdraw")
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Home)
    dialog = choose(many, press, "actionBringBack")
    qtbot.keyClick(dialog.filter, Key.Key_Return)
    assert view.current().id == gone.id
    assert many.article.article.issue == gone.id
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert many.status.said.text().endswith("Undo takes it out again.")


def test_by_date_the_newspapers_are_mixed(many, pane):
    pane.head.sorted_by.emit(IssueSort.NEWEST)
    assert dates(pane) == sorted(dates(pane), reverse=True)
    assert pane._issue_paint.several
    assert pane.masthead.title == pane.lists.shown.title
    pane.issue_list.repaint()
    pane.head.sorted_by.emit(IssueSort.DOUBTS)
    assert pane.issues.headings == ()


def test_issues_without_a_title_have_a_head_of_their_own(window, pane, qtbot, press):
    with beside(window) as library:
        page = PageIn(draft("=无名\n\n无名之报的正文。"), IssueFacts(None, "2024-01"))
        library.issues.add(raw_file("=无名\n\n无名之报的正文。"), [page])
    window.session.poll()
    rows = [pane.issues.at(row) for row in range(pane.issues.rowCount())]
    assert [row.words for row in rows if isinstance(row, Heading)] == ["No title"]
    assert [getattr(row, "title", "-") for row in rows] == ["社区晨报", "社区晨报", "-", None]
    view = pane.issue_list
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Home)
    assert pane.masthead.title == "社区晨报"
    qtbot.keyClick(view, Key.Key_End)
    pane.head.sorted_by.emit(IssueSort.NEWEST)
    assert view.current().title is None
    assert pane.masthead.title == "No title"
    assert pane._issue_paint.several
    view.repaint()
    dialog = choose(window, press, "actionMergeIssue")
    assert dialog._paint.several
    dialog.reject()
    pane.head.sorted_by.emit(IssueSort.NEWSPAPER)
    press(window, "actionCorrectIssue")
    form = pane.correcting.form
    form.title.clear()
    compose(form.title, commit="新泾报")
    qtbot.keyClick(form.title, Key.Key_Return)
    rows = [pane.issues.at(row) for row in range(pane.issues.rowCount())]
    papers = [row.title for row in rows if not isinstance(row, Heading)]
    assert papers == ["新泾报", "社区晨报", "社区晨报"]


def test_where_no_issue_has_a_title_that_is_said(open_window, tmp_path):
    made = tmp_path / "nameless.db"
    with Library.open(made, Mode.CREATE) as library:
        page = PageIn(draft("=无名\n\n无名之报的正文。"), IssueFacts(None, "2024-01"))
        library.issues.add(raw_file("=无名\n\n无名之报的正文。"), [page])
    pane = open_window(made).issues
    assert pane.issues.headings == ()
    assert pane.masthead.title == "No title"


def test_the_list_stands_still_when_another_program_adds(many, pane):
    view = pane.issue_list
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.settle()
    kept, current = view.anchor(), view.current()
    opened = many.article.article.id
    with beside(many) as library:
        add(library, "=新来的\n\n文", "z.txt", IssueFacts("新泾报", "2026-01"))
    many.session.poll()
    assert view.anchor() == kept
    assert view.current() == current
    assert many.article.article.id == opened
    assert pane.contents_list.current().id == opened
    assert "2026-01" in dates(pane)


def test_the_models_hold_under_the_tester(many, pane, press):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (pane.issues, pane.contents)]
    for sort in IssueSort:
        pane.head.sorted_by.emit(sort)
        pane.filtering.leave("新泾报")
        pane.filtering.end()
    press(many, "actionWithdraw")
    press(many, "actionUndo")
    assert len(testers) == 2


def test_the_progress_is_that_of_the_library(many, pane, press, qtbot):
    press(many, "actionMarkProofread")
    press(many, "actionNextDoubt")
    before = pane.lists.counting.doubts
    press(many, "actionAcceptSeam")
    assert pane.lists.counting.doubts == before - 1
    assert pane.lists.counting.statuses["proofed1"] == 1
    adjusted = dict(+pane.lists.counting.statuses), pane.lists.counting.doubts
    pane.lists.reload()
    qtbot.waitUntil(lambda: not pane.lists.counting.pending)
    assert adjusted == (dict(pane.lists.counting.statuses), pane.lists.counting.doubts)
    assert pane._total.text() == "51 articles"


def doubts_ahead(pane):
    told = []
    pane.step_to_doubts(1, told.append)
    return told[0]


def test_the_next_doubt_is_found_without_reading_all_issues(many, pane, press, monkeypatch):
    monkeypatch.setattr(pane.issues.pages, "rows", 1)
    monkeypatch.setattr("reader.ui.issues.walking._ASKED_AT_ONCE", 7)
    pane.issues.refresh()
    pane.issue_list.go(1, tell=True)  # below it are some twenty issues without doubts
    pane.lists.counting._count()
    read = []
    rows_at = Issues.rows_at
    monkeypatch.setattr(
        Issues, "rows_at", lambda issues, keys: read.extend(keys) or rows_at(issues, keys)
    )
    assert doubts_ahead(pane)
    assert pane.issue_list.current().date == "2025-04"
    assert len(set(read)) < 10
    read.clear()
    assert not pane.walk.wrapped
    assert doubts_ahead(pane)
    assert pane.walk.wrapped
    assert pane.issue_list.current().date == "2025-04"
    assert pane.step(-1)
    assert pane.issue_list.current().date == "2025-08"
    assert pane.step(1)
    assert len(set(read)) < 20


def test_no_doubt_in_the_library_is_no_walk(many, pane, monkeypatch):
    pane.lists.counting._count()
    pane.lists.counting._on_counted((Counter(), 0, []))
    monkeypatch.setattr(Issues, "with_articles", None)
    assert not doubts_ahead(pane)


def test_a_large_library_is_counted_beside_the_window(many, pane, qtbot, monkeypatch):
    monkeypatch.setattr("reader.ui.issues.counting.MANY", 0)
    before, pane.lists.counting.doubts = pane.lists.counting.doubts, -1
    pane.lists.counting._count()
    assert pane.lists.counting.pending
    qtbot.waitUntil(lambda: not pane.lists.counting.pending)
    assert pane.lists.counting.doubts == progress(many.session.library)[1]
    assert before in (0, pane.lists.counting.doubts)


def test_topics_stand_in_the_rows_by_their_signs(window, pane):
    window.tags.add("会议")
    colour = sign_colour(window, 0)
    assert colour in colours(pane.contents_list, 0)
    assert colour not in colours(pane.contents_list, 1)
    assert "Topics: 会议" in pane.contents.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert pane.contents.index(0, 0).data().endswith("会议")


def sign_colour(window, number):
    from reader.ui.signs import sign_of

    return sign_of(number, window.colours)[1].rgb()


def colours(view, row):
    place = view.visualRect(view.model().index(row, 0))
    image = view.viewport().grab(place).toImage()
    return {image.pixelColor(x, y).rgb()
            for x in range(image.width()) for y in range(image.height())}  # fmt: skip


def test_a_filter_that_is_just_typed_goes_with_the_window(qtbot, dressed, path):
    window = MainWindow()
    window.open_library(path)
    window.issues.filtering.ask()
    window.issues.filtering.field.setText("四月")
    window.session.close()
    window.close()
    kept = window.issues.filtering
    shiboken6.delete(window)
    qtbot.wait(400)
    assert not shiboken6.isValid(kept.field)


def test_one_issue_is_withdrawn_by_name_and_brought_back_so(window, qtbot, press):
    first = window.issues.lists.shown
    name = f"{first.title}·{first.date}"
    window.actions_by_id["actionWithdraw"].trigger()
    assert window.status.said.text() == "Withdrawn: 1 issue. Undo brings it back."
    assert window.status.undo.text() == f"Undo: withdraw issue {name}"
    window.actions_by_id["actionBringBack"].trigger()
    (asked,) = [d for d in window.findChildren(ChooseWithdrawn) if d.isVisible()]
    qtbot.keyClick(asked.filter, Qt.Key.Key_Return)
    assert window.status.undo.text() == f"Undo: bring issue {name} back"


def test_a_whole_date_is_seen_in_the_form_of_a_small_window(window, press):
    window.resize(1280, 720)
    press(window, "actionCorrectIssue")
    form = window.issues.correcting.form
    form.date.setText("2025-12-28")
    form.date.setCursorPosition(0)
    edge = form.date.cursorRect().left()
    form.date.end(False)
    text = form.date.fontMetrics().horizontalAdvance("2025-12-28")
    assert form.date.cursorRect().right() <= form.date.width()
    assert form.date.cursorRect().left() - edge >= text - 4
    assert form.page.geometry().right() <= form.width()
