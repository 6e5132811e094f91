"""A library in a shared or synchronised folder: said once, off the window's thread, in a bar."""

import threading

import pytest
from PySide6.QtCore import Qt

from reader.examining import Remark, folders
from reader.ui import riskbar
from reader.ui.filedialog import FileDialog

pytestmark = pytest.mark.window
SHARED = Remark("folder_network", {"noun": "library", "path": "/far", "system": "nfs4"})
SYNCED = Remark("folder_sync", {"noun": "library", "path": "/far", "service": "Dropbox"})


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(riskbar, "LATER_MS", 0)


@pytest.fixture
def risky(monkeypatch):
    """Let the folder be of some kind."""

    def made(*remarks):
        monkeypatch.setattr(riskbar, "risks_of", lambda _: list(remarks))

    return made


def shown(qtbot, window):
    qtbot.waitUntil(window.risk_bar.isVisible)
    return window.risk_bar


def looked_at(qtbot, window):
    """Wait until the folder was looked at, whatever came of it."""
    with qtbot.waitSignal(window.risk_bar._looked):
        pass
    qtbot.wait(1)


@pytest.mark.parametrize(("remark", "words"), [(SHARED, "nfs4"), (SYNCED, "Dropbox sync")])
def test_the_reason_and_what_to_do_are_said(open_window, path, qtbot, risky, remark, words):
    risky(remark)
    bar = shown(qtbot, open_window(path))
    assert words in bar.said.text()
    assert "Keep it in an ordinary folder of this machine" in bar.said.text()


def test_it_is_said_once_for_each_library_and_folder(open_window, path, qtbot, risky, tmp_path):
    risky(SHARED, SYNCED)
    window = open_window(path)
    bar = shown(qtbot, window)
    assert "nfs4" in bar.said.text()
    assert "Dropbox" in bar.said.text()
    bar.leave.setFocus()
    qtbot.keyClick(bar.leave, Qt.Key.Key_Space)
    assert bar.isHidden()
    window.session.open(path)
    assert bar._key == ""
    other = tmp_path / "else" / "library.db"
    other.parent.mkdir()
    window.session.library.backups.copy_to(other)
    window.session.open(other)
    shown(qtbot, window)
    window.session.open(path)
    assert bar.isHidden()


def test_where_nothing_is_risky_nothing_is_said(open_window, path, qtbot, risky):
    risky()
    window = open_window(path)
    looked_at(qtbot, window)
    assert window.risk_bar.isHidden()


def test_a_share_that_does_not_answer_stops_nothing(open_window, path, qtbot, monkeypatch, press):
    answers, threads = threading.Event(), []

    def late(_folder):
        threads.append(threading.current_thread())
        assert threads[0] is threading.main_thread() or answers.wait(30)
        return [SHARED]

    monkeypatch.setattr(riskbar, "risks_of", late)
    window = open_window(path)
    qtbot.wait(5)
    press(window, "actionStatusWorking")
    assert window.article.article.status.value == "working"
    assert window.risk_bar.isHidden()
    assert not window.session.at_work
    answers.set()
    shown(qtbot, window)
    assert threading.main_thread() not in threads


def test_what_comes_too_late_is_of_another_library(open_window, path, qtbot, risky):
    risky()
    window = open_window(path)
    looked_at(qtbot, window)
    window.risk_bar._show("another", [SHARED])
    assert window.risk_bar.isHidden()
    window.risk_bar._key = "open"
    window.session.close()
    window.risk_bar._show("open", [SHARED])
    assert window.risk_bar.isHidden()


def test_the_bar_stays_when_the_window_may_write_again(open_window, path, qtbot, risky):
    risky(SYNCED)
    first = open_window(path)
    second = open_window(path)
    bar = shown(qtbot, second)
    first.session.close()
    assert second.session.try_to_write()
    assert bar.isVisible()


def test_a_copy_is_one_click_away(open_window, path, qtbot, risky, monkeypatch, tmp_path):
    risky(SYNCED)
    wanted = tmp_path / "copy.db"
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    window = open_window(path)
    bar = shown(qtbot, window)
    qtbot.mouseClick(bar.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wanted.exists() and not window.session.busy)


def test_a_folder_of_a_known_service_is_known(tmp_path, monkeypatch):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    monkeypatch.setattr(folders, "_file_system", lambda _: "nfs4")
    codes = [remark.code for remark in riskbar.risks_of(folder)]
    assert codes == ["folder_network", "folder_sync"]


def test_a_state_that_is_broken_is_none(home):
    riskbar.remember("risks", {"no": "list"})
    assert riskbar._known() == []
