"""The window stays free while others write: few tellings, and nothing made anew without need."""

import gc
import os
import subprocess
import sys
import tempfile
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from reader.model import Status
from reader.store.library import Library, Mode
from reader.store.suggest import Suggestion
from reader.ui import program
from reader.ui.dialogs.report import ReportDialog

pytestmark = pytest.mark.window


def test_of_many_reports_the_newest_is_told_and_the_last_one_always(window, qtbot):
    def work(_library, report):
        for done in range(5000):
            report(done, 5000, "")

    seen = []
    job = window.session.job(work, writes=False)
    job.progressed.connect(lambda done, *_: seen.append(done))
    with qtbot.waitSignal(job.ended):
        window.session.start(job)
    assert seen[-1] == 4999
    assert seen == sorted(seen)
    assert len(seen) < 100


def test_a_job_that_has_ended_keeps_nothing_of_what_it_gave(window, qtbot):
    class Given:
        """What a job gives."""

    kept = []

    def work(_library, _report):
        given = Given()
        kept.append(weakref.ref(given))
        return given

    for _ in range(3):
        job = window.session.job(work, writes=False)
        with qtbot.waitSignal(job.ended):
            window.session.start(job)
    del job
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [given() is None for given in kept[:2]] == [True, True]


@pytest.mark.parametrize("writes", [False, True])
def test_only_a_job_that_writes_makes_the_window_look_again(
    open_window, path, qtbot, monkeypatch, writes
):
    """One that reads would be begun again by what it told, for as long as others write."""
    monkeypatch.setattr("reader.ui.session.POLL_MS", 3_600_000)
    window = open_window(path)
    told = []
    window.session.reloaded.connect(lambda: told.append(1))

    def work(library, _report):
        with Library.open(path, Mode.WRITE) as other:
            other.tags.add("政务", [next(library.articles.rows()).id])

    job = window.session.job(work, writes=writes)
    with qtbot.waitSignal(job.ended):
        window.session.start(job)
    assert len(told) == writes


def test_suggestions_that_are_the_same_are_not_made_anew(window):
    rows = window.tags.suggestions
    asked = [Suggestion("会议", 1.0, 2, words=(("会议", 2),))]
    rows.show_these(asked, refused=0, writable=True)
    before = list(rows.rows)
    rows.show_these(list(asked), refused=0, writable=True)
    assert [row is was for row, was in zip(rows.rows, before, strict=True)] == [True]
    rows.show_these(asked, refused=0, writable=False)
    assert rows.rows[0] is not before[0]


def test_what_another_program_writes_elsewhere_leaves_topics_and_text_alone(
    window, path, monkeypatch
):
    with Library.open(path, Mode.WRITE) as other:
        other.tags.add("政务", [window.article.article.id])
    window.session.poll()
    assert [topic.name for topic in window.tags.tags.facts] == ["政务"]
    made = []
    window.tags.signed.connect(lambda: made.append("topics"))
    monkeypatch.setattr("reader.ui.topics.trays_of", lambda *_: made.append("trays") or ())
    with Library.open(path, Mode.WRITE) as other:
        shown = window.article.article.id
        last = next(row.id for row in other.articles.rows() if row.id != shown)
        other.articles.set_status(Status.PROOFED1, [last])
    window.session.poll()
    assert made == []


def test_the_report_is_there_before_the_work_begins(window, qtbot, tmp_path):
    (tmp_path / "page.txt").write_text("社区晨报 2025年9月12日 第1版\n\n    第一段。\n", "utf-8")
    seen = []
    window.session.job_started.connect(
        lambda _: seen.extend(r.isVisible() for r in window.findChildren(ReportDialog))
    )
    window.filing.take_in([tmp_path / "page.txt"])
    assert seen == [True]
    qtbot.waitUntil(lambda: not window.session.busy)


def test_no_source_is_read_to_load_a_module():
    """Qt's binding read the source of each module that was imported: a tenth of a start."""
    code = """
import inspect, sys
from reader.ui import start
import reader.ui.program as program
program.open_window = lambda path: 0
assert start.run() == 0
read = []
inspect.getsource = read.append
sys.path.insert(0, sys.argv[1])
import not_yet_loaded
sys.exit(bool(read))
"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "not_yet_loaded.py").write_text("from PySide6 import QtCore", "utf-8")
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", code, folder]
        done = subprocess.run(command, check=False, env=env, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_language_takes_the_place_of_another(dressed):
    program.speak(dressed, "zh_CN")
    assert dressed.translate("StatusLine", "Cancel") == "取消"
    program.speak(dressed, "en")
    assert dressed.translate("StatusLine", "Cancel") == "Cancel"
    assert len(program._spoken) == 2
