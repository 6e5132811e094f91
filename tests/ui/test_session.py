"""The session: opening, the two locks, faults, jobs."""

import errno
import os
import threading
from datetime import datetime
from pathlib import Path

import pysqlite3
import pytest
import shiboken6
from acting import put
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    NoLibraryError,
    NotALibraryError,
    OutputError,
    UsageError,
)
from reader.store.check import check
from reader.store.library import Library, Mode
from reader.store.locks import WindowLock
from reader.ui.dialogs.taking import import_samples
from reader.ui.latest import Latest
from reader.ui.reaching import Reading
from reader.ui.session import Session
from reader.ui.words import Words

pytestmark = pytest.mark.window


@pytest.fixture
def session(qapp, path):
    made = Session()
    made.open(path)
    yield made
    made.close()
    made.deleteLater()


def test_a_link_to_nowhere_is_told_with_what_to_do(qapp, tmp_path):
    (tmp_path / "data").symlink_to(tmp_path / "gone")
    session = Session()
    with pytest.raises(NoLibraryError) as told:
        session.open(tmp_path / "data" / "library.db")
    said = Words().fault(told.value)
    assert f"the link {tmp_path / 'data'} leads to {tmp_path / 'gone'}" in said
    assert said.endswith("Put in the disk on which it lies, or mend the link.")
    session.deleteLater()


@pytest.mark.parametrize(
    "left",
    [
        [".library.db.tmp.lock"],
        [".library.db.tmp", ".library.db.tmp.lock"],
        [".library.db.rebuilt/library.db", ".library.db.rebuilt/rebuilding.lock"],
    ],
)
def test_what_a_killed_restore_left_goes_when_a_window_opens_the_library(qapp, tmp_path, left):
    folder = tmp_path / "shelf"
    for name in left:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    session = Session()
    session.open(folder / "library.db")
    session.close()
    assert [file.name for file in folder.iterdir()] == ["library.db"]
    session.deleteLater()


def test_what_is_not_of_a_restore_stays_when_a_window_opens_the_library(qapp, tmp_path):
    folder = tmp_path / "shelf"
    theirs = [folder / ".library.db.rebuilt" / "notes.txt", folder / ".library.db.tmp.lock"]
    for file in theirs:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("somebody's")
    session = Session()
    session.open(folder / "library.db")
    session.close()
    assert [file.read_text() for file in theirs] == ["somebody's"] * 2
    session.deleteLater()


def test_a_copy_to_where_a_link_leads_nowhere_is_told_with_what_to_do(session, tmp_path):
    (tmp_path / "out").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError) as told:
        session.library.backups.copy_to(tmp_path / "out" / "copy.db")
    said = Words().fault(told.value)
    assert f"the link {tmp_path / 'out'} leads to {tmp_path / 'gone'}" in said
    assert said.endswith("or mend or remove the link.")


def test_a_library_is_made_with_its_folder(qapp, tmp_path):
    session = Session()
    session.open(tmp_path / "new" / "library.db")
    assert session.writable
    assert session.library.issues.rows() == []
    session.close()
    assert not session.is_open
    session.close()


@pytest.mark.parametrize("way", ["link", "dots"])
def test_the_open_library_by_another_name_is_opened_for_writing(session, path, tmp_path, way):
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.db").symlink_to(path)
    named = {"link": tmp_path / "link.db", "dots": tmp_path / "sub" / ".." / path.name}[way]
    assert session.holds(named)
    session.open(named)
    assert session.writable, session.reading
    assert not session.holds(tmp_path / "other.db")


def test_a_second_window_opens_for_reading(open_window, window, path, press):
    second = open_window(path)
    assert not second.session.writable
    assert second.status.saved.text() == "Open for reading"
    assert second.article.article is not None
    assert not second.actions_by_id["actionJoin"].isEnabled()
    assert not second.tags.input.isEnabled()
    assert second.article.edit.isReadOnly()
    second.session.poll()
    assert not second.session.writable
    window.session.close()
    second.session.poll()
    assert second.session.writable
    assert second.status.saved.text() == "Saved"
    assert not second.article.edit.isReadOnly()
    assert second.actions_by_id["actionJoin"].isEnabled()
    second.wishes.mark_proofread()
    assert second.session.steps.undo.verb == "status"
    second.session.close()
    third = open_window(path)
    assert third.session.writable


def test_a_library_that_cannot_be_written_is_opened_for_reading(qapp, path, monkeypatch):
    monkeypatch.setattr("reader.store.opening.can_write", lambda _: False)
    session = Session()
    session.open(path)
    assert not session.writable
    session.close()


def test_what_is_no_library_is_refused_and_the_lock_given_back(qapp, tmp_path):
    stranger = tmp_path / "stranger.db"
    stranger.write_bytes(b"not a library" * 20)
    session = Session()
    with pytest.raises(NotALibraryError):
        session.open(stranger)
    assert not session.is_open
    lock = WindowLock(stranger)
    assert lock.try_acquire()
    lock.release()


def test_the_root_of_a_disk_is_no_library(qapp):
    session = Session()
    with pytest.raises(NotALibraryError):
        session.open(Path("/"))
    assert not session.is_open


def test_what_opens_and_cannot_be_read_is_refused_and_the_open_one_stays(
    session, path, tmp_path, monkeypatch
):
    def damaged(_):
        raise pysqlite3.DatabaseError("database disk image is malformed")

    with monkeypatch.context() as patch:
        patch.setattr("reader.store.journal.Journal.peek", damaged)
        with pytest.raises(DamagedLibraryError):
            session.open(tmp_path / "other.db")
    assert session.holds(path)
    assert session.writable
    session.open(tmp_path / "other.db")
    assert session.writable


def test_a_write_is_announced_once_with_its_initiator(session):
    told = []
    session.changed.connect(lambda changes, initiator: told.append((changes, initiator)))
    (row, *_) = session.library.articles.rows()
    changes = session.write(session.library.tags.add, "甲", [row.id], initiator="me")
    assert told == [(changes, "me")]
    assert session.steps.undo.verb == "tag"
    again = session.write(session.library.tags.add, "甲", [row.id], initiator="me")
    assert again.wish is None
    assert len(told) == 1
    session.undo()
    assert session.steps.redo.verb == "tag"
    session.redo()
    assert len(told) == 3


def test_undo_stops_at_the_root(session):
    while session.undo() is not None:
        pass
    assert session.steps.undo is None
    assert session.undo() is None


def test_a_fault_is_told_and_nothing_announced(session):
    faults, told = [], []
    session.failed.connect(faults.append)
    session.changed.connect(lambda *_: told.append(1))
    assert session.write(session.library.articles.split, "no such block", 1) is None
    assert isinstance(faults[0], UsageError)
    assert told == []


def test_another_connection_is_noticed_once(session, path, qtbot):
    told = []
    session.reloaded.connect(lambda: told.append(1))
    session.poll()
    with Library.open(path, Mode.WRITE) as other:
        other.tags.add("旁", [next(other.articles.rows()).id])
    session.poll()
    session.poll()
    assert told == [1]
    assert session.steps.undo.verb == "tag"


def test_a_job_has_its_own_thread_and_connection(session, qtbot):
    def work(library, report):
        report(1, 2, "half")
        library.tags.add("工", [next(library.articles.rows()).id])
        return threading.current_thread() is threading.main_thread(), library

    job = session.job(work, writes=True)
    seen, results = [], []
    job.finished.connect(results.append)
    job.progressed.connect(lambda *facts: seen.append(facts))
    with qtbot.waitSignals([job.ended, session.reloaded]):
        session.start(job)
    ((in_main, library),) = results
    assert not in_main
    assert library is not session.library
    assert seen == [(1, 2, "half")]
    assert not session.busy


def test_a_job_is_cancelled_at_its_next_report(session, qtbot):
    go = threading.Event()

    def work(_library, report):
        go.wait(60)
        report(1, 1, "")

    job = session.job(work, writes=False)
    with qtbot.waitSignal(job.cancelled):
        session.start(job)
        assert session.busy
        session.cancel_jobs()
        go.set()


@pytest.mark.parametrize("error", [DiskFullError("x"), ZeroDivisionError("bug")])
def test_an_error_in_a_job_reaches_the_window(session, qtbot, error):
    def work(_library, _report):
        raise error

    job = session.job(work, writes=False)
    with qtbot.waitSignal(job.failed) as caught:
        session.start(job)
    assert caught.args[0] is error


def test_an_error_for_which_nobody_listens_goes_to_the_last_resort(session, qtbot):
    def work(_library, _report):
        raise ZeroDivisionError

    job = session.job(work, writes=False)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(job.ended):
        session.start(job)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_what_was_read_of_a_library_that_is_closed_is_dropped(session, path, qtbot):
    go, read = threading.Event(), []
    latest = Latest(session, session)

    def work(_library, _report):
        go.wait(20)
        return "of the first"

    latest.run(work, read.append)
    job = latest._job
    with qtbot.waitSignal(job.ended):
        session.open(path)
        go.set()
    assert not latest.busy
    latest.run(lambda *_: "of the second", read.append)
    qtbot.waitUntil(lambda: not latest.busy)
    assert read == ["of the second"]


def test_a_fault_while_looking_is_told(session, monkeypatch):
    def broken(_):
        raise DiskFullError("library")

    faults = []
    session.failed.connect(faults.append)
    monkeypatch.setattr(Library, "data_version", broken)
    session.poll()
    assert len(faults) == 1


def test_a_network_that_is_gone_is_told_once_and_writing_goes_on_when_it_is_back(
    session, path, monkeypatch
):
    """That it was gone could not be told: an error of the system's, each second, not ours."""
    faults, real = [], os.stat
    session.failed.connect(faults.append)

    def gone(name, **more):
        if name == path or name == str(path):
            raise OSError(errno.EHOSTDOWN, "Host is down", str(path))
        return real(name, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", gone)
        session.poll()
        session.poll()
        assert [(type(fault), fault.detail) for fault in faults] == [(NoLibraryError, "gone")]
    session.poll()
    assert session.fault is None
    assert session.write(session.library.tags.add, "回来", []) is not None


def test_a_window_is_closed_while_a_job_goes_on(window, qtbot):
    go, done = threading.Event(), threading.Event()

    def work(_library, report):
        go.wait(60)
        try:
            report(1, 1, "")
        finally:
            done.set()

    window.session.start(window.session.job(work, writes=False))
    window.close()
    assert not window.isVisible()
    go.set()
    assert done.wait(60)


def test_a_job_that_nobody_sees_keeps_nobody_waiting(window, qtbot, tmp_path):
    gate, ended = threading.Event(), threading.Event()

    def work(_library, report):
        gate.wait(20)
        try:
            report(1, 1, "")
        finally:
            ended.set()

    job = window.session.job(work, writes=False)
    window.session.start_beside(job)
    assert not window.session.busy
    assert window.session.at_work == [job]
    with qtbot.waitSignal(job.cancelled):
        assert window.libraries.switch(tmp_path / "other.db")
        gate.set()
    assert ended.is_set()
    assert not window.session.at_work


def test_what_is_saved_is_told_with_the_time(open_window, path, language, monkeypatch, qtbot):
    class Noon(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2025, 4, 14, 9, 5, 7, tzinfo=tz).astimezone()

    window = open_window(path)
    monkeypatch.setattr("reader.ui.status.datetime", Noon)
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    assert window.article.typing.flush()
    told = {"en": "Saved 09:05:07", "zh_CN": "已保存 09:05:07"}
    assert window.status.saved.text() == told[language]
    assert window.status.tick.isVisible()


def test_trouble_stays_until_it_is_solved(window, qtbot, press, texts, monkeypatch):
    def full(*_, **__):
        raise DiskFullError("library")

    before = texts(window)
    with monkeypatch.context() as patch:
        patch.setattr(type(window.session.library.articles), "edit_all", full)
        window.article.edit.set_caret(1, 0)
        qtbot.keyClicks(window.article.edit, "Q")
        assert not window.article.typing.flush()
        assert window.status.saved.text() == "Not saved"
        assert "disk is full" in window.status.said.text()
        assert window.status.property("trouble") is True
        patch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel.value)
        window.close()
        assert window.isVisible()
        assert texts(window) == before
    press(window, "actionSave")
    assert texts(window)[1] == "Q" + before[1]
    assert window.status.property("trouble") is False


def test_closing_may_lose_what_cannot_be_saved(window, qtbot, monkeypatch):
    def full(*_, **__):
        raise DiskFullError("library")

    monkeypatch.setattr(type(window.session.library.articles), "edit_all", full)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Discard.value)
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    window.close()
    assert not window.isVisible()


def test_what_is_pending_is_indexed_behind_the_window(open_window, path, qtbot):
    with Library.open(path, Mode.WRITE) as library, library.transaction():
        for sql in ("UPDATE page SET indexed = 0", "UPDATE reading SET entry = NULL"):
            library.connection.execute(sql)
        for table in ("found", "received"):
            library.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    window = open_window(path)
    qtbot.waitUntil(lambda: not window.session.at_work)
    assert window.session.library.index.pending() == 0
    assert not open_window(path).session.at_work


def test_closing_writes_what_is_typed(window, qtbot, path):
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    article = window.article.article.id
    window.close()
    with Library.open(path) as library:
        assert library.articles.get(article).blocks[1].text.startswith("Q")


def test_a_protected_library_is_written_as_soon_as_it_can_be(qapp, path, monkeypatch):
    session, told = Session(), []
    with monkeypatch.context() as patch:
        patch.setattr("reader.store.opening.can_write", lambda _: False)
        session.open(path)
        session.opened.connect(lambda: told.append(1))
        assert session.reading is Reading.PROTECTED
        session.poll()
        assert session.reading is Reading.PROTECTED
        patch.undo()
        patch.setattr(
            "reader.ui.session.as_far_as_possible",
            lambda path, **_: (Library.open(path, Mode.READ), None),
        )
        session.poll()
        assert told == []
    session.poll()
    assert session.writable
    assert session.reading is None
    assert told == [1]
    session.close()


def test_the_samples_of_the_first_start_are_not_offered_to_be_undone(qapp, tmp_path, qtbot):
    session = Session()
    session.open(tmp_path / "library.db")
    job = session.job(import_samples, writes=True)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        session.start(job)
    library = session.library
    assert len(library.issues.samples()) == 5
    assert session.steps.undo is None
    assert session.undo() is None
    assert len(library.issues.samples()) == 5
    session.write(library.issues.withdraw, library.issues.samples())
    assert session.steps.undo.verb == "withdraw"
    session.undo()
    assert len(library.issues.samples()) == 5
    assert session.steps.undo is None
    assert check(library).sound
    session.close()


def test_the_words_of_progress_go_with_the_job(window, qtbot):
    said = []

    def work(_library, report):
        report(1, 2, "page.txt")

    job = window.session.job(work, writes=False)
    with qtbot.waitSignal(job.ended):
        window.session.start(job)
        job.progressed.connect(lambda *_: said.append(window.status.said.text()))
    assert said == ["page.txt"]
    assert window.status.said.text() == ""


def test_what_a_job_says_at_its_end_stays(window, qtbot):
    job = window.session.job(lambda _library, report: report(1, 2, "page.txt"), writes=False)
    job.finished.connect(lambda _: window.status.tell("Done."))
    with qtbot.waitSignal(job.ended):
        window.session.start(job)
    assert window.status.said.text() == "Done."


def test_who_listened_and_is_gone_is_not_told_of_the_world(window, qtbot):
    def damaged(*_):
        gate.wait(10)
        raise DamagedLibraryError("x")

    gate, listener = threading.Event(), QObject()
    job = window.session.job(damaged, writes=False)
    job.failed.connect(listener.setObjectName)
    window.session.start_beside(job)
    shiboken6.delete(listener)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        gate.set()
