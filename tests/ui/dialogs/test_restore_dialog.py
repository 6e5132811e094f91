"""Restoring a backup in the window: chosen, verified, put, and what was there kept."""

import threading

import pytest
from PySide6.QtCore import Qt

from reader.errors import DiskFullError, LibraryInUseError, NotALibraryError
from reader.store.backup import Why
from reader.store.check import check
from reader.ui.dialogs.restoring import RestoreDialog
from reader.ui.filedialog import FileDialog
from reader.ui.session import Session

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(window):
    """Back up, write a topic, and ask for a backup."""
    library = window.session.library
    library.backups.make()
    window.session.write(library.tags.add, "甲", [window.article.article.id])
    window.restoring.restore()
    return window.findChild(RestoreDialog)


def ended(qtbot, window, button):
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, LEFT)
    errand = window.restoring._errand
    with qtbot.waitSignal(errand.ended, timeout=30_000):
        pass


def test_a_backup_is_verified_and_counted(window, dialog, qtbot):
    assert "3 articles" in dialog.list.item(0).text()
    assert "made by hand" in dialog.list.item(0).text()
    ended(qtbot, window, dialog.look)
    assert dialog.facts.text().startswith("Sound: 2 issues, 3 articles, ")
    assert dialog.facts.text().endswith(" 0 corrections")
    assert dialog.go.isEnabled()


def test_a_backup_is_put_and_what_was_there_is_kept(window, dialog, qtbot):
    here = window.article.article.id
    ended(qtbot, window, dialog.go)
    assert not dialog.isVisible()
    assert window.session.writable
    assert window.article.article.id == here
    assert window.article.article.tags == ()
    assert "What was there is kept" in window.status.said.text()
    assert check(window.session.library).sound
    kept = [b for b in window.session.library.backups.list() if b.why is Why.RESTORE]
    assert len(kept) == 1


def test_a_file_that_is_no_backup_is_told(window, dialog, qtbot, tmp_path, monkeypatch):
    stranger = tmp_path / "stranger.db"
    stranger.write_bytes(b"x" * 200)
    monkeypatch.setattr(FileDialog, "getOpenFileName", lambda *_: (str(stranger), ""))
    qtbot.mouseClick(dialog.other, LEFT)
    assert dialog.list.currentItem().text() == str(stranger)
    for button in (dialog.look, dialog.go):
        ended(qtbot, window, button)
        assert "is not a library" in dialog.facts.text()
        assert window.session.writable
        assert window.article.article.tags == ("甲",)
    monkeypatch.setattr(FileDialog, "getOpenFileName", lambda *_: ("", ""))
    qtbot.mouseClick(dialog.other, LEFT)
    assert dialog.list.count() == 2
    dialog.reject()
    assert not dialog.isVisible()


def test_a_job_that_nobody_sees_ends_before_the_file_is_replaced(
    window, dialog, qtbot, monkeypatch
):
    gate, order = threading.Event(), []

    def reads(_library, report):
        gate.wait(20)
        order.append("read")
        report(1, 1, "")

    def restore(*_):
        order.append("restored")
        raise LibraryInUseError("library.db")

    monkeypatch.setattr("reader.store.restoring.restore", restore)
    window.session.start_beside(window.session.job(reads, writes=False))
    qtbot.mouseClick(dialog.go, LEFT)
    assert not window.session.is_open
    gate.set()
    with qtbot.waitSignal(window.restoring._errand.ended, timeout=30_000):
        pass
    assert order == ["read", "restored"]


def test_it_stays_while_something_is_done(window, dialog, qtbot, monkeypatch):
    gate = threading.Event()

    def waits(*_):
        gate.wait(20)
        raise LibraryInUseError("library.db")

    monkeypatch.setattr("reader.store.restoring.restore", waits)
    qtbot.mouseClick(dialog.go, LEFT)
    assert not window.session.is_open
    dialog.reject()
    dialog.close()
    assert dialog.isVisible()
    assert not dialog.cancel.isEnabled()
    with qtbot.waitSignal(window.restoring._errand.ended, timeout=30_000):
        gate.set()
    assert window.session.writable
    assert "in use" in dialog.facts.text()
    assert dialog.cancel.isEnabled()


def test_both_are_said_where_nothing_can_be_opened_any_more(window, dialog, qtbot, monkeypatch):
    def fails(*_):
        raise DiskFullError("library.db")

    def gone(*_):
        raise NotALibraryError("library.db", "empty")

    monkeypatch.setattr("reader.store.restoring.restore", fails)
    monkeypatch.setattr(Session, "open", gone)
    ended(qtbot, window, dialog.go)
    why, fault = dialog.facts.text().splitlines()
    assert why == window.words.fault(DiskFullError("library.db"))
    assert fault == window.words.fault(NotALibraryError("library.db", "empty"))


def test_a_bug_goes_on_to_the_last_resort(window, dialog, qtbot, monkeypatch):
    with pytest.raises(ZeroDivisionError):
        window.restoring._on_failed(ZeroDivisionError("y"))
    assert dialog.facts.text() == "Nothing was restored."


def test_what_is_typed_and_cannot_be_saved_is_not_lost(window, dialog, qtbot, monkeypatch):
    monkeypatch.setattr(window.article.typing, "flush", lambda: False)
    monkeypatch.setattr(window.wishes, "lose", lambda: False)
    qtbot.mouseClick(dialog.go, LEFT)
    assert window.session.is_open
    assert dialog.facts.text() == "Nothing was restored."
    monkeypatch.undo()


def test_not_while_a_job_is_running(window, qtbot):
    gate = threading.Event()
    job = window.session.job(lambda *_: gate.wait(20), writes=False)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        window.session.start(job)
        window.restoring.restore()
        gate.set()
    assert window.findChild(RestoreDialog) is None


def test_not_while_a_job_runs_that_began_behind_the_dialog(window, dialog, qtbot):
    gate = threading.Event()
    job = window.session.job(lambda *_: gate.wait(20), writes=False)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        window.session.start(job)
        qtbot.mouseClick(dialog.go, LEFT)
        assert window.session.is_open
        assert dialog.facts.text() == "A job is running. Wait for its end, or cancel it."
        gate.set()
    assert dialog.go.isEnabled()


def test_no_backup_yet(window):
    window.restoring.restore()
    dialog = window.findChild(RestoreDialog)
    assert dialog.facts.text() == "There is no backup yet."
    assert not dialog.go.isEnabled()
    dialog.reject()
