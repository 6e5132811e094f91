"""Undo and redo of what is out of sight go there."""

import pytest
from acting import add, compose, put
from PySide6.QtCore import Qt

from reader.model import IssueFacts, Reads
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = 60


@pytest.fixture
def long(open_window, tmp_path):
    """Open a window on an article that is longer than the view, and one of two paragraphs."""
    made = tmp_path / "long.db"
    body = "\n\n".join(f"第{n}段的文字在此，\n共两行。" for n in range(MANY))
    with Library.open(made, Mode.CREATE) as library:
        add(library, f"=长文\n\n{body}\n\n=短文\n\n一段。\n", "long.txt",
            IssueFacts("社区晨报", "2025-08", True, None, 1), 0.5)  # fmt: skip
        library.index.catch_up()
    return open_window(made)


def in_sight(window):
    edit = window.article.edit
    return edit.viewport().rect().contains(edit.cursorRect().center())


def go_to_top(window, qtbot):
    qtbot.keyClick(window.article.edit, Key.Key_Home, CONTROL)
    assert window.article.edit.caret() == (0, 0)
    assert not window.article.edit.shows(MANY - 9, 0)


def test_the_place_of_a_step_is_shown(long, qtbot, press):
    put(long, MANY - 5, 3)
    qtbot.keyClicks(long.article.edit, "AB")
    press(long, "actionSave")
    go_to_top(long, qtbot)
    press(long, "actionUndo")
    assert long.article.edit.caret() == (MANY - 5, 3)
    assert in_sight(long)
    go_to_top(long, qtbot)
    press(long, "actionRedo")
    assert long.article.edit.caret() == (MANY - 5, 3)
    assert in_sight(long)


def test_what_is_in_sight_leaves_the_caret_alone(long, qtbot, press):
    put(long, 1, 3)
    qtbot.keyClicks(long.article.edit, "AB")
    press(long, "actionSave")
    put(long, 2, 1)
    press(long, "actionUndo")
    assert long.article.edit.caret() == (2, 1)


def test_a_split_a_join_and_a_verdict_are_gone_to(long, qtbot, press):
    put(long, MANY - 5, 3)
    press(long, "actionSplit")
    go_to_top(long, qtbot)
    press(long, "actionUndo")
    assert long.article.edit.caret() == (MANY - 5, 3)
    go_to_top(long, qtbot)
    press(long, "actionRedo")
    assert long.article.edit.caret() == (MANY - 5, 3)
    index = MANY - 9
    seam = next(s for s in long.article.edit.sheet.blocks[index].doubts if s.reads is Reads.JOIN)
    put(long, index, seam.at)
    press(long, "actionAcceptSeam")
    go_to_top(long, qtbot)
    press(long, "actionUndo")
    assert long.article.edit.caret() == (index, seam.at)
    assert in_sight(long)


def test_a_step_in_another_article_opens_it_at_the_place(long, qtbot, press):
    first = long.article.article.id
    put(long, MANY - 5, 3)
    qtbot.keyClicks(long.article.edit, "AB")
    press(long, "actionNextArticle")
    second = long.article.article.id
    assert second != first
    press(long, "actionUndo")
    assert long.article.article.id == first
    assert long.article.edit.caret() == (MANY - 5, 3)
    assert in_sight(long)
    assert long.issues.contents_list.current().id == first


def test_a_step_behind_the_results_brings_the_article(long, qtbot, press):
    put(long, MANY - 5, 3)
    qtbot.keyClicks(long.article.edit, "AB")
    press(long, "actionSearch")
    compose(long.search_box, commit="短文")
    qtbot.waitUntil(lambda: len(long.search.results.facts) > 0)
    long.search.list.setFocus()
    press(long, "actionUndo")
    assert not long.seeking.open
    assert long.article.edit.caret() == (MANY - 5, 3)


def test_a_step_that_leaves_no_trace_in_the_text_moves_nothing(long, press):
    put(long, 0, 2)
    press(long, "actionMarkProofread")
    long.tags.list.setFocus()
    press(long, "actionUndo")
    assert long.focusWidget() is long.tags.list
    assert long.article.edit.caret() == (0, 2)


def test_undo_of_a_withdrawal_goes_to_the_issue_that_came_back(window, press, qtbot):
    issue, article = window.issues.lists.shown.id, window.article.article.id
    press(window, "actionWithdraw")
    assert window.article.article.issue != issue
    press(window, "actionUndo")
    assert window.issues.lists.shown.id == issue
    assert window.article.article.id == article
    assert window.issues.issue_list.current().id == issue
    press(window, "actionRedo")
    assert window.article.article.issue != issue


def test_redo_of_bringing_back_goes_there_too(window, press):
    issue = window.issues.lists.shown.id
    press(window, "actionWithdraw")
    window.session.write(window.session.library.issues.bring_back, [issue])
    press(window, "actionUndo")
    assert window.article.article.issue != issue
    press(window, "actionRedo")
    assert window.article.article.issue == issue
