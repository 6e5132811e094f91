"""Panes that are made when they are first wanted: a start is shorter without them."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.ui.binding import viewport_of
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


def in_order(widgets):
    """Tell whether Tab comes to widgets in this order, whatever stands between them."""
    chain = [widgets[0]]
    while chain[-1].nextInFocusChain() is not widgets[0]:
        chain.append(chain[-1].nextInFocusChain())
    places = [chain.index(widget) for widget in widgets]
    return places == sorted(places)


@pytest.fixture
def window(dressed, path, qtbot):
    """Open a window as the program does, with no time for what comes later."""
    made = MainWindow(frame_first=True)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.close())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_library(path)
    return made


def test_a_library_with_issues_has_no_results_and_no_empty_pane_yet(window):
    assert not window.seeking.is_made
    assert not window.seeking.open
    assert window.findChild(QWidget, "searchResults") is None
    assert window.findChild(QWidget, "emptyPane") is None
    assert window.findChild(QWidget, "tourLine") is None


def test_the_results_are_there_soon_after_the_start(dressed, path, qtbot):
    made = MainWindow(frame_first=True)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.close())
    made.begin(path)
    made.show()
    qtbot.waitUntil(lambda: made.findChild(QWidget, "searchResults") is not None)
    assert made.article.article is not None


def test_results_that_are_made_late_wear_what_the_window_wears(window, press, qtbot):
    press(window, "actionThemeDark")
    press(window, "actionZoomIn")
    window.seeking.find("第二")
    assert window.seeking.open
    qtbot.waitUntil(lambda: bool(window.search.paragraph.toPlainText()))
    letters = window.search.paragraph.document().begin().begin().fragment().charFormat()
    assert letters.font().pixelSize() == window.article.size
    assert window.search.facets.paint.colours is window.colours


def test_tab_goes_through_them_once_they_are_there(window, press, qtbot):
    window.seeking.find("第二")
    qtbot.waitUntil(lambda: not window.search.searching)
    steps, results = window.beginning.tour.way(), window.search.way()
    assert in_order([window.article.edit, *results, *steps, window.tags.input])


def test_a_viewport_is_the_one_that_qt_gives(qapp):
    view = QTextEdit()
    found = viewport_of(view)
    assert found is view.viewport()


def test_the_application_is_made_in_our_style_whatever_is_asked_for():
    code = """
import sys
from reader.ui.program import make_application
sys.exit(make_application().style().objectName() != "fusion")
"""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=env).returncode == 0
