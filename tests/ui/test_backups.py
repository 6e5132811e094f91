"""While the window is open the library is copied by age."""

from datetime import UTC, datetime, timedelta

import pysqlite3
import pytest
from PySide6.QtCore import Qt

from reader.errors import DiskFullError
from reader.examining import examine
from reader.examining.doctor import OLD_DAYS
from reader.store import Library, Mode
from reader.store.backup import Made, Why
from reader.store.shelf import STAMP
from reader.ui import backupbar, backups
from reader.ui.dialogs.restoring import RestoreDialog

pytestmark = pytest.mark.window


def copies(path):
    with Library.open(path, Mode.READ) as library:
        return library.backups.list()


def test_a_copy_is_made_when_one_is_due(window, qtbot, path):
    assert copies(path) == ()
    assert window.backups.timer.isActive()
    with qtbot.waitSignal(window.backups.made, timeout=20_000) as made:
        window.backups.look()
    assert made.args[0].did is Made.MADE
    assert len(copies(path)) == 1
    assert window.backups.timer.interval() == backups.EVERY_MS
    with qtbot.waitSignal(window.backups.made, timeout=20_000) as made:
        window.backups.look()
    assert made.args[0].did is Made.RECENT
    assert len(copies(path)) == 1


@pytest.fixture
def full(monkeypatch):
    """Let no copy by age be made."""

    def refused(*_args, **_more):
        raise DiskFullError("backups")

    monkeypatch.setattr("reader.store.backup.Backups.automatic", refused)


def look(qtbot, window, signal="made"):
    with qtbot.waitSignal(getattr(window.backups, signal), timeout=20_000):
        window.backups.look()
    return window.backup_bar


def grow_old(path, days):
    """Let the last backup be so old; give it."""
    (backup, *_) = copies(path)
    at = (datetime.now(UTC) - timedelta(days=days)).strftime(STAMP)
    _, _, rest = backup.path.name.partition("-")
    return backup.path.rename(backup.path.with_name(f"{at}-{rest}"))


def test_a_copy_that_fails_is_told_quietly_until_one_is_made(window, qtbot, full, monkeypatch):
    bar = look(qtbot, window, "failed")
    assert bar.isVisible()
    assert "the disk of the backups is full" in bar.said.text()
    assert bar.said.text().endswith("There is no backup yet.")
    assert window.status.property("trouble") is not True
    monkeypatch.undo()
    look(qtbot, window)
    qtbot.waitUntil(bar.isHidden)


def test_a_copy_that_fails_says_of_when_the_last_good_one_is(window, path, qtbot, full):
    window.session.library.backups.make()
    bar = look(qtbot, window, "failed")
    assert "The last good one is of " in bar.said.text()


def test_a_fault_that_was_left_is_not_told_again_in_this_window(window, qtbot, full, path):
    bar = look(qtbot, window, "failed")
    qtbot.keyClick(bar.leave, Qt.Key.Key_Space)
    assert bar.isHidden()
    assert look(qtbot, window, "failed").isHidden()
    window.session.open(path)
    assert look(qtbot, window, "failed").isVisible()


def test_an_old_backup_is_told_as_doctor_tells_it(window, qtbot, path):
    bar = look(qtbot, window)
    assert bar.isHidden()
    grow_old(path, OLD_DAYS)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    assert bar.isHidden()
    grow_old(path, OLD_DAYS + 1)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()  # nothing has changed since, so no copy is made
    assert bar.isVisible()
    assert f"is {OLD_DAYS + 1} days old" in bar.said.text()
    assert "backup_old" in {remark.code for remark in examine(path)}


def test_an_old_backup_that_was_left_is_told_again_only_of_another(window, qtbot, path):
    bar = look(qtbot, window)
    grow_old(path, 30)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    qtbot.keyClick(bar.leave, Qt.Key.Key_Space)
    window.session.open(path)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    assert bar.isHidden()
    grow_old(path, 40)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    assert bar.isVisible()


def test_a_backup_is_one_key_away(window, qtbot, path):
    bar = look(qtbot, window)
    grow_old(path, 30)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    with qtbot.waitSignal(window.preferring.backed_up, timeout=20_000):
        qtbot.keyClick(bar.now, Qt.Key.Key_Space)
    assert bar.isHidden()
    assert copies(path)[0].why is Why.WISHED
    assert "Backed up and verified: 3 articles" in window.status.said.text()
    qtbot.waitUntil(lambda: not window.session.at_work)
    with qtbot.waitSignal(window.backups.aged):
        window.backups.look()
    assert bar.isHidden()


def test_a_backup_that_cannot_be_made_then_either_is_told(window, qtbot, full, monkeypatch):
    def refused(*_args, **_more):
        raise DiskFullError("backups")

    bar = look(qtbot, window, "failed")
    monkeypatch.setattr("reader.store.backup.Backups.make", refused)
    qtbot.mouseClick(bar.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "disk is full" in window.status.said.text())
    assert bar.isVisible()


def test_a_bug_in_copying_goes_on_to_the_last_resort(window):
    with pytest.raises(ZeroDivisionError):
        window.backup_bar.show_fault(ZeroDivisionError("y"))
    assert window.backup_bar.isHidden()


def test_what_is_told_of_a_library_goes_with_it(window, qtbot, full, tmp_path):
    bar = look(qtbot, window, "failed")
    window.session.close()
    assert bar.isHidden()
    bar.show_fault(DiskFullError("backups"))
    bar.show_age(None)
    assert bar.isHidden()


def test_a_list_of_what_was_left_that_is_broken_is_none(home):
    backupbar.remember("backups", {"no": "list"})
    assert backupbar._known() == []


def test_another_job_goes_first(window, qtbot):
    import threading

    gate = threading.Event()
    job = window.session.job(lambda _library, _report: gate.wait(20), writes=False)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        window.session.start(job)
        with qtbot.assertNotEmitted(window.backups.made, wait=200):
            window.backups.look()
        gate.set()
    window.session.close()
    assert not window.backups.timer.isActive()
    window.backups.look()


def test_a_library_changed_from_outside_is_copied_and_told_until_a_copy_is_sound(
    window, qtbot, path
):
    def change(old, new):
        connection = pysqlite3.connect(str(path), isolation_level=None)
        connection.execute("UPDATE source SET text = replace(text, ?, ?)", (old, new))
        connection.close()

    change("会", "佘")
    bar = look(qtbot, window)
    qtbot.waitUntil(bar.isVisible)
    assert "which is no good backup" in bar.said.text()
    assert bar.said.text().endswith("There is no backup yet.")
    look(qtbot, window)  # nothing new
    assert bar.isVisible()
    window.preferring.back_up()
    qtbot.waitUntil(lambda: "not sound" in window.status.said.text(), timeout=20_000)
    window.restoring.restore()
    dialog = window.findChild(RestoreDialog)
    assert "not sound" in dialog.list.item(0).text()
    with qtbot.waitSignal(dialog.look_wished):
        qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.facts.text().startswith("Not sound, "), timeout=20_000)
    dialog.reject()
