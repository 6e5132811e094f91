"""The journal panel: what, who, when; undo and redo to a point; the article of a wish."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from reader.model import Status
from reader.store.check import check
from reader.store.course import Steps
from reader.store.journal import Wish
from reader.store.library import Library, Mode
from reader.ui.journal import pane as journal_pane
from reader.ui.rows import FACT
from reader.ui.words import Words

pytestmark = pytest.mark.window


@pytest.fixture
def panel(window, press):
    """Open the journal after three wishes, the last of which was taken back."""
    library = window.session.library
    one = window.article.article.id
    window.session.write(library.tags.add, "甲", [one])
    window.session.write(library.articles.set_status, Status.WORKING, [one])
    window.session.write(library.tags.add, "乙", [one])
    press(window, "actionUndo")
    press(window, "actionJournal")
    return window.journal


def said(panel):
    return [panel.rows.index(row, 0).data() for row in range(panel.rows.rowCount())]


def key(qtbot, panel, code):
    qtbot.keyClick(panel.list, code)


def test_it_lists_what_who_and_when_newest_first(window, panel, dressed):
    rows = said(panel)
    assert rows[0].startswith("Add topic 乙, ")
    assert rows[0].endswith("taken back")
    assert rows[1].startswith("Status: in work, =新泾镇召开会议, 甲·")
    assert rows[1].endswith(", here")
    assert [row.split(",")[0] for row in rows[3:]] == ["Import two.txt", "Import one.txt"]
    assert window.focusWidget() is panel.list
    assert panel.list.current().wish.verb == "status"
    assert not panel.go.isEnabled()
    assert window.tags.isHidden()


def test_undo_back_to_here_says_how_much_goes(window, panel, qtbot):
    key(qtbot, panel, Qt.Key.Key_Down)
    key(qtbot, panel, Qt.Key.Key_Down)
    assert panel.go.text() == "Undo all after this (2)"
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert window.article.article.tags == ()
    assert window.status.said.text() == "Steps undone: 2. Redo brings them back."
    assert panel.list.current().head
    assert check(window.session.library).sound


def test_the_focus_stays_in_the_list_after_the_button(window, panel, qtbot):
    key(qtbot, panel, Qt.Key.Key_Down)
    panel.go.setFocus()
    qtbot.keyClick(panel.go, Qt.Key.Key_Space)
    assert window.focusWidget() is panel.list


def test_what_was_taken_back_is_not_said_to_stay(window, panel, qtbot):
    key(qtbot, panel, Qt.Key.Key_Down)
    assert panel.note.text().startswith("This step stays")
    key(qtbot, panel, Qt.Key.Key_Up)
    key(qtbot, panel, Qt.Key.Key_Up)
    assert not panel.list.current().wish.done
    assert panel.note.text().startswith("This step was taken back")


def test_it_names_the_words_typed_and_the_issue_corrected(window, panel, press, qtbot):
    window.article.edit.setFocus()
    window.article.edit.set_caret(1, 3)
    qtbot.keyClicks(window.article.edit, "AB")
    press(window, "actionSave")
    assert said(panel)[0].startswith('Typing "AB"')
    window.article.edit.set_caret(1, 3)
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Delete)
    press(window, "actionSave")
    assert said(panel)[0].startswith('Taking out "A"')
    qtbot.keyClicks(window.article.edit, "C" * 60)
    press(window, "actionSave")
    assert '"' + "C" * 23 + '…"' in said(panel)[0]
    window.issues.issue_list.setFocus()
    press(window, "actionCorrectIssue")
    form = window.issues.correcting.form
    qtbot.keyClicks(form.number, "7")
    qtbot.keyClick(form.number, Qt.Key.Key_Return)
    assert said(panel)[0].startswith("Correct issue 社区晨报·2025-08")


def test_a_wish_of_an_older_version_is_named_without_what_it_did_not_write(dressed):
    words = Words()
    older = {"edit": "typing", "issue set": "correct an issue"}
    for verb, wanted in older.items():
        wish = Wish("1", None, verb, {"block": "x"}, "甲", "2025", 1, done=True)
        assert words.wish(wish) == wanted


def test_redo_to_here(window, panel, qtbot):
    key(qtbot, panel, Qt.Key.Key_Up)
    assert panel.go.text() == "Redo up to this (1)"
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert set(window.article.article.tags) == {"甲", "乙"}
    assert window.session.steps.redo is None
    assert not any("taken back" in row for row in said(panel))


def test_what_was_left_aside_comes_back(window, panel, qtbot):
    one = window.article.article.id
    window.session.write(window.session.library.tags.add, "丙", [one])
    assert panel.list.current().wish.detail["tag"] == "丙"
    key(qtbot, panel, Qt.Key.Key_Down)
    assert panel.go.text() == "Undo 1, then redo 1, up to this"
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert set(window.article.article.tags) == {"甲", "乙"}
    assert window.status.said.text() == "Steps undone: 1; done again: 1."


def test_many_steps_are_a_job(window, panel, qtbot, monkeypatch):
    monkeypatch.setattr(journal_pane, "AS_A_JOB", 2)
    panel.list.go(4, tell=True)
    assert panel.go.text() == "Undo all after this (3)"
    with qtbot.waitSignal(window.session.reloaded, timeout=20_000):
        qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert [row.number for row in window.session.library.issues.rows()] == [None]
    assert panel.list.current().head
    assert "Steps undone: 3" in window.status.said.text()


def test_of_the_article_in_view_only(window, panel, qtbot):
    qtbot.mouseClick(panel.of_article, Qt.MouseButton.LeftButton)
    assert [row.split(",")[0] for row in said(panel)] == [
        "Add topic 乙", "Status: in work", "Add topic 甲"
    ]  # fmt: skip
    panel.list.go(2, tell=True)
    assert "other articles" in panel.note.text()
    window.wishes.next_article()
    assert said(panel) == []
    assert panel._empty.isVisible()
    qtbot.mouseClick(panel.of_library, Qt.MouseButton.LeftButton)
    assert len(said(panel)) == 5


def test_enter_opens_the_article_of_a_row(window, panel, qtbot):
    one = window.article.article.id
    window.wishes.next_article()
    window.seeking.search()
    window.search_box.setText("正文")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    panel.list.setFocus()
    panel.list.go(1)
    key(qtbot, panel, Qt.Key.Key_Return)
    assert window.article.article.id == one
    assert not window.seeking.open
    assert window.focusWidget() is window.article.edit
    panel.list.go(4)
    key(qtbot, panel, Qt.Key.Key_Enter)
    assert "No article of this step" in window.status.said.text()


def test_a_double_click_opens_it_too(window, panel, qtbot):
    one = window.article.article.id
    window.wishes.next_article()
    middle = panel.list.visualRect(panel.rows.index(0, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.article.article.id == one


def test_a_wish_whose_article_is_withdrawn_is_passed_over(window, panel, qtbot):
    issue = window.article.article.issue
    window.session.write(window.session.library.issues.withdraw, [issue])
    panel.list.go(2)
    key(qtbot, panel, Qt.Key.Key_Return)
    assert "No article of this step" in window.status.said.text()


def test_what_another_program_writes_comes_on_top(window, panel, path):
    panel.list.go(3)
    with Library.open(path, Mode.WRITE, actor="乙") as other:
        other.tags.add("旁", [next(other.articles.rows()).id])
    window.session.poll()
    assert said(panel)[0].startswith("Add topic 旁")
    assert ", 乙·" in said(panel)[0]
    assert panel.list.current().wish.detail["name"] == "two.txt"


def test_it_is_read_only_where_it_is_seen(window, panel, press):
    press(window, "actionJournal")
    assert panel.isHidden()
    assert not window.tags.isHidden()
    assert window.focusWidget() is window.article.edit
    one = window.article.article.id
    window.session.write(window.session.library.tags.add, "丁", [one])
    assert panel.rows.rowCount() == 5
    press(window, "actionJournal")
    assert panel.rows.rowCount() == 6


def test_a_window_that_reads_cannot_go(open_window, panel, path, press):
    second = open_window(path)
    press(second, "actionJournal")
    second.journal.list.go(0, tell=True)
    assert not second.journal.go.isEnabled()
    assert "open for reading only" in second.journal.go.toolTip()


def test_another_library_is_another_journal(window, panel, tmp_path):
    window.session.open(tmp_path / "other.db")
    assert said(panel) == []
    window.session.close()
    assert panel.rows.rowCount() == 0


def test_a_wish_that_fails_goes_nowhere(window, panel, qtbot):
    window.session.library.connection.execute(
        "UPDATE image SET before = json_set(before, '$.status', NULL) WHERE tab = 'article'"
    )
    key(qtbot, panel, Qt.Key.Key_Down)
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert "damaged" in window.status.said.text()
    assert window.article.article.status is Status.WORKING


def test_the_model_is_sound_and_reads_pages(window, panel, qtmodeltester, monkeypatch):
    qtmodeltester.check(panel.rows)
    reads = []
    monkeypatch.setattr(panel.rows.pages, "rows", 2)
    monkeypatch.setattr(panel.rows.pages, "most", 1)
    read = panel.rows._read
    monkeypatch.setattr(
        panel.rows.pages, "_read", lambda first, n: reads.append(first) or read(first, n)
    )
    panel.rows.pages.forget()
    keys = [panel.rows.index(row, 0).data(FACT).key for row in range(5)]
    assert keys == sorted(keys, reverse=True)
    assert reads == [0, 2, 4]
    assert len(panel.rows.pages) == 1
    assert panel.rows.index(9, 0).data() is None


def test_it_is_painted_in_each_state(panel):
    colours = panel._paint.colours
    picture = panel.list.viewport().grab().toImage()
    row = panel._paint.height
    middle = 3 + 22 // 2
    assert picture.pixelColor(22, row + middle) == colours.color("accent")
    assert picture.pixelColor(22, 2 * row + middle) == colours.color("ink-3")
    assert picture.pixelColor(22, middle) != colours.color("ink-3")


def test_words_of_time_and_steps(panel):
    saying = panel.saying
    now = datetime(2025, 4, 14, 12, 0).astimezone()
    assert saying.moment(now.isoformat(), now) == "12:00"
    assert saying.moment((now - timedelta(days=2)).isoformat(), now) == "12 Apr 2025 12:00"
    assert saying.moment("never", now) == "never"
    assert saying.button(None) == "Undo or redo to here"
    assert saying.went(Steps(again=2)) == "Steps done again: 2."


def test_home_and_end_go_to_the_ends(panel, qtbot):
    last = panel.rows.rowCount() - 1
    key(qtbot, panel, Qt.Key.Key_End)
    assert panel.list.currentIndex().row() == last
    assert panel.go.text() == f"Undo all after this ({last - 1})"
    key(qtbot, panel, Qt.Key.Key_Home)
    assert panel.list.currentIndex().row() == 0
    qtbot.keyClick(panel.list, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert panel.list.currentIndex().row() == 0
