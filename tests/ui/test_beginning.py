"""The empty library and the first steps."""

import re
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from reader import places
from reader.store.check import check
from reader.ui import state
from reader.ui.dialogs.exporting import ExportDialog
from reader.ui.filedialog import FileDialog

pytestmark = pytest.mark.window

NO = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def empty(open_window, tmp_path):
    return open_window(tmp_path / "new.db")


@pytest.fixture
def fresh(open_window, qtbot):
    """Start for the first time."""
    window = open_window(places.default_library())
    qtbot.waitUntil(lambda: not window.session.busy, timeout=20_000)
    qtbot.waitUntil(lambda: window.issues.issues.count() == 5, timeout=20_000)
    return window


@pytest.fixture
def fresh_in_language(open_window, tmp_path, language):
    return open_window(tmp_path / "new.db")


def imported(qtbot, window, begin):
    with qtbot.waitSignal(window.session.job_started) as started:
        begin()
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass


def drop(pane, *urls):
    data = QMimeData()
    data.setUrls(list(urls))
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(pane.rect().center(), actions, data, LEFT, NO)
    QApplication.sendEvent(pane, enter)
    if enter.isAccepted():
        at = QPointF(pane.rect().center())
        QApplication.sendEvent(pane, QDropEvent(at, actions, data, LEFT, NO))
    return enter.isAccepted()


def test_an_empty_library_shows_three_ways_on(empty):
    pane = empty.beginning.empty
    assert pane.isVisible()
    assert not empty.article.isVisible()
    assert empty.focusWidget() is pane.samples
    assert not empty.beginning.tour.isVisible()


def test_enter_takes_the_samples_in(empty, qtbot):
    pane = empty.beginning.empty
    imported(qtbot, empty, lambda: qtbot.keyClick(pane.samples, Qt.Key.Key_Return))
    assert not pane.isVisible()
    assert empty.article.isVisible()
    assert empty.article.article is not None
    assert len(empty.session.library.issues.samples()) == 5


def test_files_are_dropped_in(empty, qtbot, tmp_path):
    pane = empty.beginning.empty
    assert not drop(pane)
    assert not drop(pane, QUrl("https://example.org/a.txt"))
    file = tmp_path / "page.txt"
    shutil.copy(next(places.seeds().glob("*.txt")), file)
    imported(qtbot, empty, lambda: drop(pane, QUrl.fromLocalFile(str(file))))
    assert empty.article.isVisible()
    assert empty.session.steps.undo.verb == "import"


def test_a_folder_is_asked_for(empty, qtbot, press, monkeypatch):
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_: "")
    press(empty, "actionImportFolder")
    assert not empty.session.busy
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_: str(places.seeds()))
    pane = empty.beginning.empty
    imported(qtbot, empty, lambda: qtbot.mouseClick(pane.folder, LEFT))
    assert len(empty.issues.issues.facts) == 5


def test_the_other_library_is_asked_for(empty, qtbot, path, monkeypatch):
    monkeypatch.setattr(FileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    qtbot.mouseClick(empty.beginning.empty.library, LEFT)
    assert empty.session.library.path == path


def test_into_a_library_that_reads_nothing_is_dropped(open_window, empty):
    second = open_window(empty.session.library.path)
    pane = second.beginning.empty
    assert pane.isVisible()
    assert not pane.samples.isEnabled()
    assert not pane.acceptDrops()
    assert pane.library.isEnabled()


def test_the_first_start_has_samples_and_first_steps(fresh):
    assert fresh.beginning.tour.isVisible()
    assert fresh.article.isVisible()
    assert fresh.status.said.text() == ""
    assert not fresh.actions_by_id["actionUndo"].isEnabled()
    assert fresh.issues.samples.isVisible()
    assert "next" in fresh.beginning.tour.steps[1].accessibleName()
    assert "done" in fresh.beginning.tour.steps[0].accessibleName()


def test_one_click_takes_the_samples_out_and_undo_brings_them_back(fresh, qtbot, press):
    qtbot.mouseClick(fresh.issues.samples, LEFT)
    assert fresh.beginning.empty.isVisible()
    assert fresh.issues.issues.count() == 0
    assert fresh.status.said.text() == "Withdrawn: 5 issues. Undo brings them back."
    assert fresh.status.undo.text() == "Undo: withdraw 5 issues"
    press(fresh, "actionUndo")
    assert fresh.article.isVisible()
    assert fresh.issues.issues.count() == 5
    assert check(fresh.session.library).sound


def test_the_first_steps_follow_what_is_done(fresh, press, qtbot, monkeypatch):
    tour = fresh.beginning.tour
    monkeypatch.setattr(fresh.filing, "export", lambda: None)
    qtbot.mouseClick(tour.steps[0], LEFT)
    assert fresh.focusWidget() is fresh.issues.contents_list
    qtbot.mouseClick(tour.steps[1], LEFT)
    qtbot.mouseClick(tour.steps[2], LEFT)
    assert "keeps it" in fresh.status.said.text()
    press(fresh, "actionAcceptSeam")
    assert tour._done == {1, 2, 3}
    qtbot.mouseClick(tour.steps[3], LEFT)
    assert fresh.focusWidget() is fresh.tags.input
    one = fresh.article.article.id
    fresh.session.write(fresh.session.library.tags.add, "甲", [one])
    assert tour._done == {1, 2, 3, 4}
    tour.done(5)
    assert tour.leave.text() == "All done: close"


def test_the_first_steps_leave_on_one_click_and_stay_away(fresh, qtbot, open_window, press):
    tour = fresh.beginning.tour
    tour.leave.setFocus()
    qtbot.keyClick(tour.leave, Qt.Key.Key_Space)
    assert not tour.isVisible()
    assert fresh.focusWidget() is fresh.article.edit
    assert not state.load().tour
    fresh.close()
    second = open_window(places.default_library())
    assert not second.beginning.tour.isVisible()
    press(second, "actionFirstSteps")
    assert second.beginning.tour.isVisible()
    assert second.beginning.tour._done == {1}


def test_a_library_made_anew_has_first_steps_where_they_were_left_standing(
    fresh, qtbot, open_window
):
    fresh.close()
    places.default_library().unlink()
    second = open_window(places.default_library())
    qtbot.waitUntil(lambda: second.issues.issues.count() == 5, timeout=20_000)
    assert second.beginning.tour.isVisible()


def test_the_first_steps_remember_what_was_done(fresh, qtbot, open_window, press):
    press(fresh, "actionNextDoubt")
    assert fresh.beginning.tour._done == {1, 2}
    fresh.close()
    second = open_window(places.default_library())
    assert second.beginning.tour.isVisible()
    assert second.beginning.tour._done == {1, 2}
    press(second, "actionAcceptSeam")
    press(second, "actionFirstSteps")
    assert not second.beginning.tour.isVisible()
    press(second, "actionFirstSteps")
    assert second.beginning.tour._done == {1, 2, 3}
    for number in (4, 5):
        second.beginning.tour.done(number)
    press(second, "actionFirstSteps")
    press(second, "actionFirstSteps")
    assert second.beginning.tour._done == {1}
    assert second.beginning.tour.leave.text() == "No, thanks"


def test_the_menu_shows_whether_the_first_steps_are_there(fresh, qtbot, press):
    action = fresh.actions_by_id["actionFirstSteps"]
    assert action.isCheckable()
    assert action.isChecked()
    qtbot.mouseClick(fresh.beginning.tour.leave, LEFT)
    assert not action.isChecked()
    press(fresh, "actionFirstSteps")
    assert action.isChecked()


def test_the_first_steps_have_one_name(fresh_in_language):
    tour = fresh_in_language.beginning.tour
    title, *_ = (one.text() for one in tour.findChildren(QLabel))
    assert tour.accessibleName() == title
    menu = fresh_in_language.actions_by_id["actionFirstSteps"].text()
    assert re.sub(r"\(&\w\)|&", "", menu) == title


def test_with_the_text_alone_the_first_steps_are_out_of_the_way(fresh, press):
    press(fresh, "actionFocus")
    assert not fresh.beginning.tour.isVisible()
    press(fresh, "actionFocus")
    assert fresh.beginning.tour.isVisible()


def test_the_last_step_is_done_once_something_was_exported(fresh, press, qtbot, tmp_path):
    press(fresh, "actionExport")
    (dialog,) = [d for d in fresh.findChildren(ExportDialog) if d.isVisible()]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert 5 not in fresh.beginning.tour._done
    press(fresh, "actionExport")
    (dialog,) = [d for d in fresh.findChildren(ExportDialog) if d.isVisible()]
    qtbot.waitUntil(lambda: not dialog.counting._latest.busy and not dialog.sampling.busy)
    dialog.path.setText(str(tmp_path / "out.jsonl"))
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: 5 in fresh.beginning.tour._done, timeout=20_000)
    assert (tmp_path / "out.jsonl").exists()


def test_in_little_room_only_the_next_step_is_named(fresh):
    tour = fresh.beginning.tour
    tour.resize(500, tour.height())
    assert tour.steps[1].width() > tour.steps[2].width()
