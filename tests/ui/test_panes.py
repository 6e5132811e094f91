"""Lists, topics, doubts, statuses and withdrawal, by keys and clicks."""

import pysqlite3
import pytest
from acting import compose
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from seeing import titles

from reader.errors import UsageError
from reader.model import Status
from reader.store.library import Library, Mode
from reader.ui.issues.choosing import ChooseWithdrawn

pytestmark = pytest.mark.window


def click_row(qtbot, view, row):
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_issue_and_an_article_are_chosen_by_clicks(window, qtbot):
    assert [row.date for row in window.issues.issues.facts] == ["2025-08", "2025-04"]
    assert titles(window.issues) == ["=新泾镇召开会议", "=第二篇的标题"]
    click_row(qtbot, window.issues.contents_list, 1)
    assert window.article.article.row.title == "=第二篇的标题"
    assert window.article.head.place.text() == "Aug 2025  ›  p. 1  ›  art. 2"
    qtbot.keyClicks(window.article.edit, "x")
    assert window.article.typing.flush()
    assert window.article.head.place.text() == "Aug 2025  ›  p. 1  ›  art. 2"
    click_row(qtbot, window.issues.issue_list, 1)
    assert window.article.article.row.title == "=四月的标题"
    qtbot.keyClick(window.issues.issue_list, Qt.Key.Key_Up)
    assert window.article.article.row.title == "=新泾镇召开会议"


def test_the_facts_of_an_issue_are_said(window):
    model = window.issues.issues
    assert model.index(0, 0).data() == "社区晨报, Aug 2025, p. 1·2 articles, 0 doubts"
    assert "sample" in model.index(1, 0).data()
    assert window.issues.contents.index(0, 0).data().startswith("=新泾镇召开会议, not begun")


def test_a_topic_is_typed_taken_away_and_undone(window, qtbot, press):
    press(window, "actionAddTag")
    assert window.focusWidget() is window.tags.input
    compose(window.tags.input, commit="  会议 ")
    qtbot.keyClick(window.tags.input, Qt.Key.Key_Return)
    assert window.article.article.tags == ("会议",)
    assert window.tags.input.text() == ""
    (chip,) = window.tags.chips.chips
    assert chip.isVisible()
    assert chip.accessibleName() == "Remove topic 会议"
    assert [(t.name, t.count) for t in window.tags.tags.facts] == [("会议", 1)]
    assert "on this article" in window.tags.tags.index(0, 0).data()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.article.article.tags == ()
    press(window, "actionUndo")
    assert window.article.article.tags == ("会议",)


def test_topics_are_toggled_in_the_list(window, qtbot, press):
    window.tags.add("会议")
    press(window, "actionNextArticle")
    window.tags.list.setFocus()
    window.tags.list.go("会议")
    qtbot.keyClick(window.tags.list, Qt.Key.Key_Space)
    assert window.article.article.tags == ("会议",)
    assert window.tags.tags.facts[0].count == 2
    assert window.tags.list.current().name == "会议"
    qtbot.keyClick(window.tags.list, Qt.Key.Key_Space)
    assert window.article.article.tags == ()


def test_a_bad_topic_is_refused_and_nothing_is_lost(window, qtbot):
    window.tags.input.setText("   ")
    qtbot.keyClick(window.tags.input, Qt.Key.Key_Return)
    assert window.session.steps.undo.verb == "import"


def test_marking_as_proofread_takes_two_steps(window, press):
    press(window, "actionMarkProofread")
    assert window.article.article.status is Status.PROOFED1
    assert window.issues.contents.facts[0].status is Status.PROOFED1
    assert window.article.head.status.text() == "1st proof"
    press(window, "actionMarkProofread")
    press(window, "actionMarkProofread")
    assert window.article.article.status is Status.PROOFED2
    press(window, "actionUndo")
    press(window, "actionUndo")
    assert window.article.article.status is Status.NEW


def test_doubts_are_walked_over_articles_and_accepted(window, press):
    press(window, "actionNextDoubt")
    assert window.article.article.row.title == "=四月的标题"
    doubts = window.article.article.row.doubts
    assert doubts > 2
    first = window.article.edit.caret()
    press(window, "actionNextDoubt")
    second = window.article.edit.caret()
    assert second > first
    assert "Ctrl+Enter keeps it" in window.status.said.text()
    press(window, "actionAcceptSeam")
    assert window.article.edit.caret() == second
    assert window.article.article.row.doubts == doubts - 1
    assert window.issues.issues.facts[1].doubts == doubts - 1
    press(window, "actionPreviousDoubt")
    assert window.article.edit.caret() == first
    for _ in range(doubts - 1):
        press(window, "actionNextDoubt")
    assert window.status.said.text().startswith('From the beginning again: "=四月的标题"')
    assert window.article.edit.caret() == first
    press(window, "actionPreviousDoubt")
    assert window.status.said.text().startswith('From the end again: "=四月的标题"')
    press(window, "actionUndo")
    assert window.article.article.row.doubts == doubts


def doubt_reading(window, press, *wanted):
    """Go to the first doubt that reads as one of the wanted ways."""
    blocks = window.article.edit.sheet.blocks
    for _ in range(9):
        press(window, "actionNextDoubt")
        index, at = window.article.edit.caret()
        blocks = window.article.edit.sheet.blocks
        if any(s.at == at and s.reads in wanted for s in blocks[index].doubts):
            return index, at
    raise AssertionError(blocks)


@pytest.mark.parametrize(
    ("wanted", "verb"),
    [(("para",), "actionSplit"), (("para",), "actionAcceptSeam"),
     (("join", "space"), "actionJoin"), (("join", "space"), "actionAcceptSeam")],
)  # fmt: skip
def test_each_key_that_is_offered_at_a_doubt_decides_it(window, press, texts, wanted, verb):
    caret = doubt_reading(window, press, *wanted)
    before, doubts = texts(window), window.article.article.row.doubts
    press(window, verb)
    assert texts(window) == before
    assert window.article.article.row.doubts == doubts - 1
    assert window.article.edit.caret() == caret
    seam = next(s for s in window.article.edit.sheet.blocks[caret[0]].seams if s.at == caret[1])
    assert seam.decider == "甲"
    assert window.session.steps.undo.verb == "accept"


def test_there_is_nothing_to_accept_where_nothing_is_doubtful(window, press):
    press(window, "actionAcceptSeam")
    assert window.status.said.text() == "There is no doubtful line end at the caret."


def test_an_issue_is_withdrawn_and_comes_back(window, press):
    press(window, "actionWithdraw")
    assert [row.date for row in window.issues.issues.facts] == ["2025-04"]
    assert window.article.article.row.title == "=四月的标题"
    press(window, "actionWithdrawSamples")
    assert window.article.article is None
    assert window.issues.issues.facts == []
    assert not window.findChild(QAction, "actionWithdraw").isEnabled()
    press(window, "actionUndo")
    press(window, "actionUndo")
    assert len(window.issues.issues.facts) == 2


def test_a_withdrawn_issue_is_brought_back_from_the_list_of_them(window, press, qtbot):
    press(window, "actionBringBack")
    assert window.status.said.text() == "No issue was withdrawn."
    for _ in range(2):
        press(window, "actionWithdraw")
    assert window.issues.lists.whole == 0
    press(window, "actionBringBack")
    dialog = window.findChild(ChooseWithdrawn)
    assert len(dialog.issues.keys) == 2
    assert dialog._paint.several  # each names its newspaper, of which the library has none now
    qtbot.keyClicks(dialog.filter, "2025-08")
    assert [row.date for row in (dialog.list.current(),)] == ["2025-08"]
    qtbot.keyClicks(dialog.filter, "x")
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert [row.date for row in window.session.library.issues.rows()] == ["2025-08"]
    assert window.status.said.text().endswith("Undo takes it out again.")
    press(window, "actionUndo")
    assert window.session.library.issues.rows() == []


def test_the_ends_of_the_library_are_told(window, press):
    press(window, "actionPreviousArticle")
    assert window.status.said.text() == "This is the first article."
    for _ in range(3):
        press(window, "actionNextArticle")
    assert window.status.said.text() == "This is the last article."


def test_what_undo_would_turn_is_said(window, press):
    press(window, "actionMarkProofread")
    assert window.status.undo.text() == "Undo: status: 1st proof"
    assert window.findChild(QAction, "actionUndo").text() == "&Undo: status: 1st proof"


def test_a_command_beside_the_window_shows_up(window, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        article = other.articles.get(window.article.article.id)
        other.articles.edit(article.blocks[1].id, 0, 1, "由")
        other.tags.add("旁", [article.id])
    window.session.poll()
    assert window.article.edit.sheet.blocks[1].text.startswith("由全面")
    assert window.article.article.tags == ("旁",)
    assert [t.name for t in window.tags.tags.facts] == ["旁"]


def test_a_line_end_that_is_less_sure_now_shows_it(window, press):
    press(window, "actionNextDoubt")  # an article with doubts comes into view
    path = window.session.library.path
    beside = pysqlite3.connect(str(path), isolation_level=None)
    beside.execute("UPDATE seam SET confidence = 123 WHERE confidence < 900")
    beside.close()
    window.session.poll()
    shown = [s for block in window.article.edit.sheet.blocks for s in block.seams]
    assert {s.confidence for s in shown if s.confidence < 0.9} == {0.123}


def test_typing_that_another_program_overtook_is_told(window, qtbot):
    window.article.edit.set_caret(1, 1)
    qtbot.keyClicks(window.article.edit, "Q")
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.articles.edit(window.article.article.blocks[1].id, 0, 1, "由")
    window.session.poll()
    assert window.article.edit.sheet.blocks[1].text.startswith("由全面")
    assert "Both texts are shown above." in window.status.said.text()
    assert window.article.deciding.bar.isVisible()


def test_typing_that_can_never_be_written_is_told(window, qtbot, monkeypatch):
    def refused(*_, **__):
        raise UsageError("edit", "surrogate")

    monkeypatch.setattr(type(window.session.library.articles), "edit_all", refused)
    window.article.edit.set_caret(1, 1)
    qtbot.keyClicks(window.article.edit, "Q")
    assert window.article.typing.flush()
    assert window.article.edit.sheet.blocks[1].text.startswith("为全面")
    assert window.article.deciding.bar.isVisible()


def test_an_article_that_is_gone_leaves_an_empty_pane(window):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([row.id for row in other.issues.rows()])
    window.session.poll()
    assert window.article.article is None
    assert window.article.edit.toPlainText() == ""


def test_zoom_and_wheel(window, press, qtbot):
    size = window.article.size
    press(window, "actionZoomIn")
    assert window.article.size == size + 1
    assert window.status.facts.text().endswith("not begun   106 %")
    press(window, "actionZoomOut")
    press(window, "actionZoomOut")
    assert window.article.size == size - 1
    press(window, "actionZoomReset")
    assert window.article.size == size
    for _ in range(40):
        window.wishes.zoom(1)
    assert window.article.size == 28
    window.resize(1200, 800)
    assert window.article.size == 27 or window.article.size == 28


def test_the_tick_of_the_picture_goes_with_the_source(window, press):
    tick = window.actions_by_id["actionTogglePicture"]
    press(window, "actionTogglePicture")
    assert tick.isChecked()
    press(window, "actionToggleSource")
    assert not tick.isChecked()
    press(window, "actionToggleSource")
    assert tick.isChecked()
    press(window, "actionProofView")
    assert not tick.isChecked()


def test_the_proof_has_its_tick_from_the_start(window, press):
    tick = window.actions_by_id["actionProofView"]
    assert tick.isChecked()
    press(window, "actionToggleSource")
    assert not tick.isChecked()
