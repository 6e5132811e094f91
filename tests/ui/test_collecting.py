"""Garbage is looked for in the window's thread, however much a job's thread makes."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from reader.ui import program
from reader.ui.collecting import Collecting
from reader.ui.frame import making_what_stays

pytestmark = pytest.mark.window

MANY = 400
"""So many that a search for garbage is due."""


class Knot(QObject):
    """An object of Qt's that only a search for garbage takes away."""

    def __init__(self, gone):
        super().__init__()
        self.knot = self
        self.destroyed.connect(
            lambda: gone.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


def busy_thread():
    made = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    made.start()
    made.join()


@pytest.fixture
def collecting(qapp):
    made = Collecting()
    yield made
    made.end()
    assert gc.isenabled()
    made.deleteLater()


def test_what_is_of_qt_goes_in_the_threads_of_the_window_alone(collecting):
    gone = []
    for _ in range(MANY):
        Knot(gone)
    busy_thread()
    assert gone == []
    collecting.look()
    assert gone == [threading.get_ident()] * MANY


def test_it_looks_by_itself_in_turn(collecting, qtbot):
    gone = []
    for _ in range(MANY):
        Knot(gone)
    busy_thread()
    qtbot.waitUntil(lambda: gone == [threading.get_ident()] * MANY)


def test_all_ages_are_looked_through_in_time(collecting, monkeypatch):
    looked = []
    counts = iter([(0, 0, 0), (701, 3, 3), (5, 11, 3), (701, 11, 11), (700, 10, 10)])
    monkeypatch.setattr(gc, "get_count", lambda: next(counts))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", looked.append)
    for _ in range(5):
        collecting.look()
    assert looked == [0, 1, 2]


def test_panes_that_are_made_do_not_let_python_look_by_itself_again(collecting):
    with making_what_stays():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_the_program_looks_in_the_windows_thread_alone(qapp, monkeypatch, tmp_path):
    class Stage:
        window = None

        def __init__(self, _):
            self.window = self
            self.exit_status = 3

        def begin(self, _):
            looked.append(gc.isenabled())

    looked = []
    monkeypatch.setattr(program, "Stage", Stage)
    monkeypatch.setattr(program.QApplication, "exec", lambda *_: 0)
    assert program.open_window(tmp_path / "library.db") == 3
    assert looked == [False]
    assert gc.isenabled()
