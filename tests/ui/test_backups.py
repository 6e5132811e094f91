"""While the window is open the library is copied by age."""

from reader.errors import DiskFullError
from reader.store import Library, Mode
from reader.store.backup import Made
from reader.ui import backups


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


def test_a_copy_that_fails_is_told(window, qtbot, monkeypatch):
    def full(*_args, **_more):
        raise DiskFullError("backups")

    monkeypatch.setattr("reader.store.backup.Backups.automatic", full)
    with qtbot.waitSignal(window.backups.failed, timeout=20_000):
        window.backups.look()
    assert "disk full" in window.status.said.text()


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
