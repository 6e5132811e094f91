"""The frame that is painted first stands where the panes will stand, in their colours."""

import gc

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.ui import program, state, theme
from reader.ui.frame import columns, making_what_stays
from reader.ui.lastplace import put_geometry
from reader.ui.state import State
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


@pytest.mark.parametrize(
    ("kept", "widths"),
    [(State(), (1440, 1280, 1700)), (State(widths={"issues": 300}), (1440, 1280)),
     (State(source=True), (1440, 1280, 1700)), (State(source=True, journal=True), (1700,)),
     (State(journal=True, widths={"right": 310, "issues": 400}), (1440, 1280))],
)  # fmt: skip
def test_the_frame_has_the_widths_of_the_panes(qtbot, dressed, home, kept, widths):
    state.save(kept)
    window = MainWindow()
    qtbot.addWidget(window)
    window.last_place.put_panes()
    window.show()
    for width in widths:
        window.resize(width, 800)
        assert [w for _, w in columns(kept, width)] == [w for w in window.columns.sizes() if w]


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_frame_has_the_grounds_of_the_panes(qtbot, dressed, path, name):
    colours = theme.theme(name)
    theme.dress(dressed, colours)
    window = MainWindow(frame_first=True)
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    window.resize(1440, 900)
    window.centralWidget()._colours = colours
    window.colours = colours
    window.show()
    # ground of the top bar, its line, each pane, the lines between them, the status line
    places = [(700, 40), (5, 45), (3, 860), (264, 500), (700, 500), (1151, 500), (1300, 860),
              (400, 872), (400, 880)]  # fmt: skip
    before = window.grab().toImage()
    window.build()
    qtbot.waitUntil(lambda: window.columns.width() == 1440)
    after = window.grab().toImage()
    for x, y in places:
        assert before.pixelColor(x, y).name() == after.pixelColor(x, y).name(), (x, y)


def test_the_panes_come_behind_the_first_paint_and_then_the_library(qtbot, dressed, path):
    stage = program.Stage(dressed)
    window = stage.window
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    assert not window.is_built
    stage.begin(path)
    qtbot.waitUntil(lambda: window.is_built and window.article.article is not None)
    window.build()  # once is enough
    assert window.session.is_open


def test_a_window_with_no_panes_yet_can_be_closed_and_moved(qtbot, dressed):
    window = MainWindow(frame_first=True)
    qtbot.addWidget(window)
    put_geometry(window)
    window.show()
    window.resize(900, 600)
    assert window.close()
    assert window.exit_status == 0


def test_a_bug_before_there_are_panes_ends_the_start(qtbot, dressed, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _: pytest.fail("nothing can be told"))
    stage = program.Stage(dressed)
    qtbot.addWidget(stage.window)
    stage.window.show()
    stage.bug(ZeroDivisionError("y"))
    assert stage.window.exit_status == 1
    assert not stage.window.isVisible()


def test_garbage_is_looked_for_again_once_the_window_is_made():
    gc.enable()
    with making_what_stays():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_a_new_screen_draws_the_icons_anew(window, qapp):
    before = window.actions_by_id["actionUndo"].icon().cacheKey()
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert window.actions_by_id["actionUndo"].icon().cacheKey() != before
