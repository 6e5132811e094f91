"""The source pane: lines, signs, the tie to the article in both directions, copying, folding."""

import pytest
from acting import FIRST, add, compose
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QToolButton, QWidget
from seeing import contrast

from reader.model import IssueFacts, Kind
from reader.store.library import Library, Mode
from reader.ui import theme
from reader.ui.article.here import Span
from reader.ui.source.paint import Sign, row_at, sign_of

pytestmark = pytest.mark.window

LEFT = Qt.MouseButton.LeftButton
LINES = FIRST.rstrip("\n").split("\n")
ODD = "=怪\n\n一\x00二\ufdd0三\n\n" + "𠮷长" * 40 + "\n四字\n"


@pytest.fixture
def beside(window, press):
    """Open the window with the source beside its first article."""
    press(window, "actionToggleSource")
    return window


@pytest.fixture
def at(qtbot):
    """Wait until a row of the source is current."""

    def waited(window, row):
        qtbot.waitUntil(lambda: window.source.edit.current == row)

    return waited


def line(window, row):
    return row_at(window.source.edit, window.source.edit.document().findBlockByNumber(row))


def click(qtbot, window, row):
    y = round(line(window, row).rect.center().y())
    qtbot.mouseClick(window.source.edit.viewport(), LEFT, pos=QPoint(80, y))


def signs(window):
    rows = window.source.edit.sheet.lines
    return {row.number: sign_of(row) for row in rows if sign_of(row)}


# --- opening ----------------------------------------------------------------------------------


def test_the_source_opens_and_closes_by_its_key(window, press):
    pane = window.findChild(QTextEdit, "sourcePane")
    assert not pane.isVisible()
    assert pane.accessibleName() == "Source lines"
    action = window.actions_by_id["actionToggleSource"]
    press(window, "actionToggleSource")
    assert pane.isVisible()
    assert action.isChecked()
    assert window.columns.indexOf(window.source) < window.columns.indexOf(window.beginning.column)
    assert window.source.title.text() == "Source·p. 1"
    assert window.source.count.text() == "16 lines·read-only"
    assert [row.text for row in pane.sheet.lines] == LINES
    pane.setFocus()
    press(window, "actionToggleSource")
    assert not pane.isVisible()
    assert not action.isChecked()
    assert window.focusWidget() is window.article.edit
    assert window.article.edit.thread_from is None


def test_the_line_of_the_caret_is_marked_while_the_source_is_closed_too(window, press, qtbot):
    edit = window.article.edit
    edit.set_caret(1, 3)
    qtbot.waitUntil(lambda: edit.here == (Span(1, 0, 10),))
    edit.set_caret(1, 12)
    qtbot.waitUntil(lambda: edit.here == (Span(1, 10, 19),))
    assert edit.thread_from is None
    press(window, "actionToggleSource")
    qtbot.waitUntil(lambda: edit.thread_from is not None)
    assert edit.here == (Span(1, 10, 19),)
    press(window, "actionToggleSource")
    assert (edit.here, edit.thread_from) == ((Span(1, 10, 19),), None)
    block = window.article.article.blocks[1]
    window.session.write(window.session.library.articles.edit, block.id, 0, len(block.text), "补")
    qtbot.waitUntil(lambda: edit.here == ())


def test_the_button_in_the_top_bar_opens_it(window, qtbot):
    action = window.actions_by_id["actionToggleSource"]
    button = next(b for b in window.top_bar.findChildren(QToolButton)
                  if b.defaultAction() is action)  # fmt: skip
    qtbot.mouseClick(button, LEFT)
    assert window.source.isVisible()
    qtbot.mouseClick(button, LEFT)
    assert not window.source.isVisible()


def test_nothing_is_read_while_it_is_hidden(window, press, monkeypatch):
    monkeypatch.setattr(type(window.session.library.articles), "source_lines", None)
    press(window, "actionNextArticle")
    press(window, "actionMarkProofread")


def test_tab_reaches_it_between_the_lists_and_the_article(beside, qtbot):
    beside.issues.contents_list.setFocus()
    qtbot.keyClick(beside.issues.contents_list, Qt.Key.Key_Tab)
    assert beside.focusWidget() is beside.issues.furniture.row
    qtbot.keyClick(beside.issues.furniture.row, Qt.Key.Key_Tab)
    assert beside.focusWidget() is beside.source.edit
    qtbot.keyClick(beside.source.edit, Qt.Key.Key_Tab)
    assert beside.focusWidget() is beside.article.edit


# --- lines ------------------------------------------------------------------------------------


def test_a_blank_line_is_a_low_row_and_a_long_one_wraps(window, press):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        add(other, ODD, "odd.txt", IssueFacts("怪报", "2030", True, None, 1))
    window.session.poll()
    window.issues.issue_list.go(0, tell=True)
    press(window, "actionToggleSource")
    assert [row.text for row in window.source.edit.sheet.lines] == ODD.rstrip("\n").split("\n")
    plain, blank, long = (line(window, row).rect.height() for row in (0, 1, 4))
    assert blank < plain < long
    assert line(window, 4).block.layout().lineCount() == 5
    assert window.source.edit.document().blockCount() == 6
    for row in (2, 4):
        window.source.edit.go(row)
        window.source.edit.copy_lines()
        assert QApplication.clipboard().text() == ODD.split("\n")[row]
    edit = window.source.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(4).position() + 2)
    cursor.setPosition(
        edit.document().findBlockByNumber(5).position() + 1, QTextCursor.MoveMode.KeepAnchor
    )
    edit.setTextCursor(cursor)
    edit.copy_lines()
    assert QApplication.clipboard().text() == ("𠮷长" * 40)[1:] + "\n四"


def test_lines_of_the_article_are_in_ink_and_others_quieter(beside, press):
    def inks():
        document = beside.source.edit.document()
        found = {}
        for row, text in enumerate(LINES):
            cursor = QTextCursor(document.findBlockByNumber(row))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            if text:
                found[row + 1] = cursor.charFormat().foreground().color()
        return found

    ink, quiet = (beside.colours.color(role) for role in ("ink", "ink-3"))
    mine = (3, 5, 6, 8, 9)
    assert inks() == {n: ink if n in mine else quiet for n in (1, *mine, 11, 13, 14, 16)}
    press(beside, "actionNextArticle")
    assert inks() == {n: quiet if n in (1, *mine) else ink for n in (1, *mine, 11, 13, 14, 16)}


def test_signs_tell_who_decided(beside, press):
    assert signs(beside) == {
        n: Sign.TICK if n in (5, 8, 13) else Sign.END for n in (1, 3, 5, 6, 8, 9, 11, 13, 14, 16)
    }
    beside.article.edit.set_caret(1, 10)
    press(beside, "actionSplit")
    assert signs(beside)[5] is Sign.ARROW
    beside.article.edit.set_caret(2, 3)
    press(beside, "actionJoin")
    assert signs(beside)[6] is Sign.TIE
    press(beside, "actionUndo")
    assert signs(beside)[6] is Sign.END


def test_a_doubt_is_a_diamond_until_it_is_accepted(beside, press):
    press(beside, "actionNextDoubt")
    rows = beside.source.edit.sheet.lines
    assert rows[0].text == "=四月的标题"
    assert signs(beside) == dict.fromkeys((1, 3, 4, 6), Sign.DOUBT)
    press(beside, "actionNextDoubt")
    press(beside, "actionAcceptSeam")
    assert signs(beside)[3] is Sign.TIE


def test_the_sign_tells_its_reason_under_the_pointer(beside, press, key):
    def told(row):
        edit = beside.source.edit
        point = QPoint(80, round(line(beside, row).rect.center().y()))
        event = QHelpEvent(QEvent.Type.ToolTip, point, edit.viewport().mapToGlobal(point))
        edit.viewportEvent(event)
        return edit.viewport().toolTip()

    assert told(4) == "joined, 95 % sure"
    assert told(1) == ""
    beside.article.edit.set_caret(1, 10)
    press(beside, "actionSplit")
    assert told(4) == "a new paragraph, decided by 甲"
    press(beside, "actionNextDoubt")
    assert "Ctrl+Enter keeps it" in told(2)


def test_what_is_typed_over_is_struck(beside, qtbot):
    edit = beside.article.edit
    edit.set_caret(1, 3)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "x")
    assert beside.article.typing.flush()
    assert [s[:2] for s in beside.source.edit.sheet.lines[4].struck] == [(2, 3)]
    beside.source.edit.viewport().repaint()


# --- the tie ----------------------------------------------------------------------------------


def test_the_caret_marks_its_source_line(beside, key, at):
    beside.article.edit.set_caret(1, 0)
    at(beside, 4)
    assert beside.article.edit.here == (Span(1, 0, 10),)
    key(beside, Qt.Key.Key_End)
    at(beside, 5)
    assert beside.article.edit.here == (Span(1, 10, 19),)
    key(beside, Qt.Key.Key_Down)
    at(beside, 8)
    beside.article.edit.set_caret(0, 3)
    at(beside, 2)


def test_the_mark_stays_while_somebody_types(beside, qtbot, at):
    beside.article.edit.set_caret(1, 12)
    at(beside, 5)
    qtbot.keyClicks(beside.article.edit, "xy")
    qtbot.wait(1)
    assert beside.article.typing.pending
    assert beside.source.edit.current == 5
    assert beside.article.edit.here == (Span(1, 10, 21),)
    assert beside.article.typing.flush()
    at(beside, 5)
    assert beside.article.edit.here == (Span(1, 10, 21),)


def test_a_click_on_a_line_moves_the_caret_there(beside, qtbot, at):
    click(qtbot, beside, 8)
    assert beside.article.edit.caret() == (2, 10)
    at(beside, 8)
    click(qtbot, beside, 5)
    assert beside.article.edit.caret() == (1, 10)
    click(qtbot, beside, 6)
    assert beside.article.edit.caret() == (1, 10)


def test_a_click_on_a_line_of_another_article_opens_it(beside, qtbot, at):
    click(qtbot, beside, 13)
    assert beside.article.article.row.title == "=第二篇的标题"
    assert beside.article.edit.caret() == (1, 8)
    at(beside, 13)
    click(qtbot, beside, 0)
    assert beside.status.said.text().startswith("This line belongs to no article (Furniture")
    beside.findChild(QMenu, "textMenu").close()
    assert beside.article.edit.caret() == (1, 8)


def test_keys_walk_over_the_lines_of_the_article(beside, qtbot, at):
    source = beside.source.edit
    beside.article.edit.set_caret(0, 0)
    at(beside, 2)
    source.setFocus()
    for row in (4, 5, 7, 8, 8):
        qtbot.keyClick(source, Qt.Key.Key_Down)
        at(beside, row)
    qtbot.keyClick(source, Qt.Key.Key_Up)
    at(beside, 7)
    assert beside.article.edit.caret() == (2, 0)
    assert beside.focusWidget() is source
    qtbot.keyClick(source, Qt.Key.Key_Return)
    assert beside.focusWidget() is beside.article.edit


def test_a_line_that_is_struck_whole_leads_to_what_follows(beside, qtbot, at):
    library = beside.session.library.articles
    first, second = (b.id for b in beside.article.article.blocks[1:3])
    beside.session.write(library.edit, first, 0, 10, "")
    click(qtbot, beside, 4)
    assert beside.article.edit.caret() == (1, 0)
    beside.session.write(library.edit, second, 10, 16, "")
    click(qtbot, beside, 8)
    assert beside.article.edit.caret() == (2, 10)
    everything = [(b.id, len(b.text)) for b in beside.article.article.blocks]
    for block, length in everything:
        beside.session.write(library.edit, block, 0, length, "")
    click(qtbot, beside, 5)
    qtbot.waitUntil(lambda: beside.source.edit.current is None)


def test_what_a_person_typed_whole_has_no_line(beside, qtbot, at):
    library = beside.session.library.articles
    beside.article.edit.set_caret(1, 0)
    at(beside, 4)
    beside.session.write(library.supply, beside.article.article.id, Kind.KICKER, "补上的引题")
    beside.article.edit.set_caret(0, 2)
    at(beside, None)
    assert beside.article.edit.here == ()


def test_the_thread_hangs_between_the_lines_in_view(beside, qtbot, at):
    beside.article.edit.set_caret(1, 12)
    at(beside, 5)
    middle = round(line(beside, 5).rect.center().y())
    assert abs(beside.article.edit.thread_from - middle) <= 2
    beside.resize(1440, 500)
    edit = beside.source.edit
    edit.sheet.show([*edit.sheet.lines] * 12, edit.sheet.article)
    edit.verticalScrollBar().setValue(edit.verticalScrollBar().maximum())
    assert beside.article.edit.thread_from is None
    edit.go(5)
    assert beside.article.edit.thread_from is not None


@pytest.mark.parametrize(("span", "edit", "after"), [
    ((4, 8), (8, 8, 1), (4, 9)),
    ((4, 8), (4, 4, 1), (4, 9)),
    ((4, 8), (9, 9, 1), (4, 8)),
    ((4, 8), (8, 9, -1), (4, 8)),
    ((4, 8), (0, 2, -2), (2, 6)),
    ((4, 8), (2, 6, -4), (2, 4)),
    ((4, 8), (5, 7, -2), (4, 6)),
])  # fmt: skip
def test_a_mark_follows_an_edit(span, edit, after):
    assert Span(0, *span).grow(*edit) == Span(0, *after)


# --- reading only -----------------------------------------------------------------------------


def test_nothing_can_be_typed_but_text_can_be_copied(beside, qtbot, press, at):
    source = beside.source.edit
    beside.article.edit.set_caret(1, 12)
    at(beside, 5)
    source.setFocus()
    before = source.toPlainText()
    qtbot.keyClicks(source, "x1")
    qtbot.keyClick(source, Qt.Key.Key_Delete)
    QApplication.clipboard().setText("贴")
    for name in ("actionPaste", "actionCut"):
        assert not beside.actions_by_id[name].isEnabled()
    qtbot.keyClick(source, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(source, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert source.toPlainText() == before
    assert beside.article.edit.sheet.blocks[1].text == "为全面落实有关工作部署，强化动态分析。"
    press(beside, "actionCopy")
    assert QApplication.clipboard().text() == LINES[5]
    press(beside, "actionSelectAll")
    press(beside, "actionCopy")
    assert QApplication.clipboard().text() == "\n".join(LINES)
    beside.wishes.clipping.select_all()
    QApplication.clipboard().clear()
    beside.wishes.clipping.copy()
    assert QApplication.clipboard().text() == "\n".join(LINES)


def test_a_drag_selects_and_goes_nowhere(beside, qtbot, at):
    beside.article.edit.set_caret(0, 0)
    at(beside, 2)
    view = beside.source.edit.viewport()
    y = round(line(beside, 8).rect.center().y())
    qtbot.mousePress(view, LEFT, pos=QPoint(60, y))
    qtbot.mouseMove(view, QPoint(130, y))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(130, y))
    assert beside.source.edit.textCursor().hasSelection()
    assert beside.article.edit.caret() == (0, 0)
    beside.source.edit.copy_lines()
    assert QApplication.clipboard().text() in LINES[8]


def test_actions_of_the_table_work_from_it(beside, press):
    press(beside, "actionMarkProofread")
    beside.source.edit.setFocus()
    press(beside, "actionUndo")
    assert beside.status.undo.text() != "Undo: status: 1st proof"


def test_an_article_that_is_gone_leaves_no_lines(beside):
    with Library.open(beside.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([row.id for row in other.issues.rows()])
    beside.session.poll()
    assert beside.source.edit.sheet.lines == []
    assert beside.source.count.text() == ""
    assert beside.source.edit.current is None


# --- room and colours -------------------------------------------------------------------------


def test_the_topics_fold_to_a_strip_where_room_is_short(window, press, qtbot):
    window.tags.add("会议")
    press(window, "actionToggleSource")
    assert window.tags.isHidden()
    assert window.strip.isVisible()
    assert window.strip.width() == 48
    assert [sign.accessibleName() for sign in window.strip.signs] == ["会议"]
    assert window.source.width() == 332
    assert window.article.edit.sheet.setting.column <= window.article.edit.viewport().width()
    press(window, "actionToggleSource")
    assert window.tags.isVisible()
    assert not window.strip.isVisible()
    window.resize(1700, 900)
    press(window, "actionToggleSource")
    assert window.tags.isVisible()
    window.resize(1500, 900)
    assert window.strip.isVisible()
    qtbot.mouseClick(window.findChild(QToolButton, "tagUnfold"), LEFT)
    assert window.tags.isVisible()
    assert not window.strip.isVisible()


def test_typing_a_topic_unfolds_the_sidebar(beside, press):
    assert beside.tags.isHidden()
    press(beside, "actionAddTag")
    assert beside.tags.isVisible()
    assert beside.focusWidget() is beside.tags.input
    press(beside, "actionToggleSource")
    press(beside, "actionToggleSource")
    assert beside.tags.isHidden()
    assert beside.focusWidget() is not beside.tags.input


def test_the_focus_does_not_stay_in_a_folded_sidebar(window, press):
    window.tags.input.setFocus()
    press(window, "actionToggleSource")
    assert window.focusWidget() is window.strip.button


@pytest.mark.parametrize("name", theme.THEMES)
def test_it_can_be_read_in_every_theme(beside, name, press):
    colours = theme.theme(name)
    for ground in ("source-ground", "selection"):
        for ink in ("ink", "ink-3"):
            assert contrast(colours.color(ink), colours.color(ground)) >= 4.5, (ink, ground)
    for mark in ("doubt", "human", "rule-strong"):
        assert contrast(colours.color(mark), colours.color("source-ground")) >= 3, mark
    press(beside, "actionNextDoubt")
    beside.source.edit.setFocus()
    beside.dress(name)
    beside.source.edit.viewport().repaint()
    ground = beside.source.edit.viewport().grab().toImage().pixelColor(100, 2)
    assert ground == colours.color("source-ground")
    beside.dress("light")


def test_every_part_of_it_has_a_name(beside):
    for widget in beside.source.findChildren(QWidget) + beside.strip.findChildren(QWidget):
        named = widget.objectName().startswith("qt_") or widget.accessibleName()
        assert named or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


# --- opened far down ----------------------------------------------------------------------


@pytest.fixture
def deep(open_window, tmp_path):
    """Open a window on a page of many lines, as long as those of a printed column."""
    made = tmp_path / "deep.db"
    line = "这一行如版上的一行那样长，不多也不少，\n"
    parts = [f"第{n}段从这里开始，\n{line * 4}到第{n}处为止。" for n in range(80)]
    with Library.open(made, Mode.CREATE) as library:
        add(library, "=长文\n\n" + "\n\n".join(parts) + "\n", "deep.txt",
            IssueFacts("社区晨报", "2025-08", True, None, 1))  # fmt: skip
        library.index.catch_up()
    return open_window(made)


def in_view(window):
    edit, source = window.article.edit, window.source.edit
    caret = edit.viewport().rect().contains(edit.cursorRect().center())
    return caret and source.middle_of_current() is not None


@pytest.mark.parametrize("number", [12, 40, 77])
def test_opened_at_a_hit_the_source_stands_at_its_line(deep, press, qtbot, number):
    press(deep, "actionSearch")
    compose(deep.search_box, commit=f"第{number}处")
    qtbot.waitUntil(lambda: deep.seeking.open and not deep.search.searching)
    qtbot.keyClick(deep.search_box, Qt.Key.Key_Return)
    QApplication.processEvents()
    press(deep, "actionToggleSource")
    qtbot.waitUntil(lambda: deep.source.edit.current is not None)
    QApplication.processEvents()
    source = deep.source.edit
    assert f"第{number}处" in source.sheet.lines[source.current].text
    assert in_view(deep)


def test_the_source_follows_where_the_window_gets_another_width(deep, press, qtbot):
    deep.article.edit.set_caret(60, 3)
    deep.article.edit.centre_caret()
    QApplication.processEvents()
    press(deep, "actionToggleSource")
    qtbot.waitUntil(lambda: deep.source.edit.current is not None)
    for width in (1000, 1700, 1440):
        deep.resize(width, 700)
        QApplication.processEvents()
        assert deep.source.edit.middle_of_current() is not None
