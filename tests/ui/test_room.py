"""Room: the text keeps its least measure and its gutter; the panes give way, and come back."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from reader.ui import room, state, theme
from reader.ui.columns import Columns
from reader.ui.state import State
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def wide_screen(monkeypatch):
    """Let the screen be as wide as a good one."""
    monkeypatch.setattr(Columns, "widest", lambda _: 2560)


def settle(window, width, height=720):
    window.resize(width, height)
    QApplication.processEvents()
    QApplication.processEvents()


def column(window):
    """Give the width of the text column in ems, and of the margin left of it in pixels."""
    edit = window.article.edit
    frame = edit.document().rootFrame().frameFormat()
    wide = edit.viewport().width() - frame.leftMargin() - frame.rightMargin()
    return wide / window.article.size, frame.leftMargin()


PANES = [
    (),
    ("actionToggleSource",),
    ("actionJournal",),
    ("actionToggleSource", "actionJournal"),
    ("actionJournal", "actionToggleSource"),
]


@pytest.mark.parametrize("panes", PANES)
@pytest.mark.parametrize("zoom", [0, 4, 11])
def test_the_text_keeps_its_measure_and_gutter(window, press, panes, zoom):
    gutter = theme.tokens()["layout"]["gutter"]
    window.wishes.zoom(zoom)
    for name in panes:
        press(window, name)
    for width in (800, 960, 1024, 1280, 1399, 1400, 1599, 1600, 2560):
        settle(window, width)
        most = room.least(window.article.size + 1)  # the text is a little larger in a large one
        assert width <= window.width() <= max(width, most)
        ems, left = column(window)
        room_for_both = room.needed(window.article.size) + room.NARROWEST + 1
        if window.width() >= room_for_both:
            assert ems >= 30, (width, window.columns.sizes())
            assert left >= gutter, (width, window.columns.sizes())
        assert sum(window.columns.sizes()) <= window.width()


def test_nothing_folds_where_there_is_room(window):
    for width in (1280, 1440, 1920):
        settle(window, width)
        assert window.issues.isVisible()
        assert window.tags.isVisible()
        assert not window.issues_strip.isVisible()


def shown(window):
    panes = ("issues", "issues_strip", "source", "tags", "strip", "journal")
    return [name for name in panes if getattr(window, name).isVisible()]


def test_panes_give_way_in_their_order_and_the_last_one_wished_for_goes_last(window, press):
    settle(window, 1280)
    press(window, "actionToggleSource")
    assert shown(window) == ["issues", "source", "strip"]
    press(window, "actionJournal")
    assert shown(window) == ["issues_strip", "source", "journal"]
    settle(window, 1024)
    assert shown(window) == ["issues_strip", "journal"]
    assert not window.actions_by_id["actionToggleSource"].isChecked()
    settle(window, 1280)
    assert shown(window) == ["issues_strip", "source", "journal"]
    assert window.actions_by_id["actionToggleSource"].isChecked()
    press(window, "actionJournal")
    assert shown(window) == ["issues", "source", "strip"]
    settle(window, 1100)
    assert shown(window) == ["issues_strip", "source", "strip"]
    settle(window, 800)
    assert shown(window) == ["issues_strip", "strip"]
    settle(window, 1440)
    assert shown(window) == ["issues", "source", "strip"]


def test_a_strip_leads_back_to_its_pane(window, press, qtbot):
    settle(window, 1280)
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    qtbot.mouseClick(window.findChild(QToolButton, "issuesUnfold"), LEFT)
    assert shown(window) == ["issues", "source", "strip"]
    button = window.findChild(QToolButton, "tagUnfold")
    assert button.toolTip() == "Show the journal"
    qtbot.mouseClick(button, LEFT)
    assert shown(window) == ["issues_strip", "source", "journal"]
    press(window, "actionJournal")
    assert button.toolTip() == "Show the topics"


@pytest.mark.parametrize("name", ["actionFilterLists", "actionCorrectIssue"])
def test_what_needs_the_issues_shows_them(window, press, name):
    settle(window, 1280)
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    assert not window.issues.isVisible()
    press(window, name)
    assert window.issues.isVisible()
    assert window.issues.isAncestorOf(window.focusWidget())


def test_the_focus_does_not_stay_in_what_is_folded(window, press):
    settle(window, 1280)
    window.issues.issue_list.setFocus()
    press(window, "actionToggleSource")
    window.issues.issue_list.setFocus()
    window.columns.show_journal(shown=True)
    assert window.focusWidget() is window.issues_strip.button
    window.journal.list.setFocus()
    window.columns.unfold_issues()
    assert window.focusWidget() is window.strip.button


@pytest.mark.parametrize("pane", ["source", "journal", "issues", "tags"])
def test_a_pane_that_is_wished_for_comes_and_the_window_is_wide_enough(window, press, pane):
    settle(window, 800)
    assert shown(window) == ["issues_strip", "strip"]
    wish = {
        "source": lambda: press(window, "actionToggleSource"),
        "journal": lambda: press(window, "actionJournal"),
        "issues": window.columns.unfold_issues,
        "tags": window.columns.unfold,
    }
    wish[pane]()
    settle(window, 800)
    assert getattr(window, pane).isVisible()
    assert column(window)[0] >= 30
    assert window.width() <= 1010


def test_a_source_that_gave_way_comes_by_its_key(window, press):
    settle(window, 1024)
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    assert shown(window) == ["issues_strip", "journal"]
    press(window, "actionToggleSource")
    assert shown(window) == ["issues_strip", "source", "strip"]
    press(window, "actionJournal")
    assert shown(window) == ["issues_strip", "journal"]
    assert window.actions_by_id["actionJournal"].isChecked()
    assert window.focusWidget() is window.journal.list
    press(window, "actionJournal")
    assert shown(window) == ["issues_strip", "source", "strip"]
    assert not window.actions_by_id["actionJournal"].isChecked()


def test_a_larger_text_takes_the_room_of_the_panes(window, press):
    settle(window, 1200)
    assert shown(window) == ["issues", "tags"]
    window.wishes.zoom(12)
    assert shown(window) == ["issues_strip", "strip"]
    press(window, "actionZoomReset")
    assert shown(window) == ["issues", "tags"]


def test_dragging_stops_where_the_text_would_have_too_little(window, press):
    settle(window, 1440)
    columns = window.columns
    columns.moveSplitter(1400, columns.indexOf(window.beginning.column))
    columns.splitterMoved.emit(1400, 3)
    QApplication.processEvents()
    assert column(window)[0] >= 30
    assert columns.own_widths["issues"] == window.issues.width() > 264
    settle(window, 1280)
    assert column(window)[0] >= 30
    assert window.issues.isVisible()


def test_the_window_is_never_wider_than_the_screen(window, monkeypatch):
    monkeypatch.setattr(Columns, "widest", lambda _: 900)
    window.wishes.zoom(11)
    assert window.minimumWidth() == 900
    settle(window, 900)
    assert window.width() == 900
    window.columns.unfold_issues()
    assert window.issues.isVisible()


@pytest.mark.parametrize(
    ("source", "journal", "zoom"), list(itertools.product([False, True], [False, True], [0, 9]))
)
def test_the_frame_gives_way_as_the_panes_do(qtbot, dressed, home, source, journal, zoom):
    from reader.ui.frame import columns

    kept = State(source=source, journal=journal, zoom=zoom)
    state.save(kept)
    window = MainWindow()
    qtbot.addWidget(window)
    window.last_place.put_panes()
    window.show()
    for width in (1000, 1280, 1440, 1700):
        settle(window, width)
        if window.width() == width:
            sizes = [size for size in window.columns.sizes() if size]
            assert [w for _, w in columns(kept, width)] == sizes


def test_a_window_too_narrow_for_all_leaves_the_text_the_rest():
    has = room.share(300, 600, room.Wanted({}, source=True, journal=True))
    assert has.folded == {room.RIGHT, room.ISSUES, room.SOURCE}
    assert has.text == 300 - 96 - 2
    assert room.share(90, 600, room.Wanted({})).text == 1


@pytest.mark.parametrize("name", ["actionToggleSource", "actionJournal"])
@pytest.mark.parametrize("zoom", [0, 6, 11])
@pytest.mark.parametrize("width", [800, 1000, 1100, 1280, 1440])
def test_no_pane_makes_the_window_wider(window, press, width, zoom, name):
    window.wishes.zoom(zoom)
    settle(window, width)
    before, pane = window.width(), window.source if "Source" in name else window.journal
    press(window, name)
    QApplication.processEvents()
    assert window.width() == before
    assert pane.isVisible()
    assert pane.width() >= room.NARROWEST
    assert pane.geometry().right() < window.columns.width()
    press(window, name)
    QApplication.processEvents()
    assert window.width() == before
    assert not pane.isVisible()


def test_unfolding_makes_no_window_wider(window, qtbot):
    settle(window, 800)
    qtbot.mouseClick(window.findChild(QToolButton, "issuesUnfold"), LEFT)
    assert window.width() == 800
    assert shown(window) == ["issues", "strip"]
    ems, _ = column(window)
    assert ems >= 30


def test_the_pane_is_narrower_before_the_strips_go(window, press):
    need = room.needed(window.article.size)
    wide = room.share(1100, need, room.Wanted({}, source=True, last=room.SOURCE))
    narrow = room.share(need + 300, need, room.Wanted({}, source=True, last=room.SOURCE))
    none = room.share(need + 230, need, room.Wanted({}, source=True, last=room.SOURCE))
    less = room.share(need + 100, need, room.Wanted({}, source=True, last=room.SOURCE))
    assert (wide.source, wide.right) == (332, 48)
    assert narrow.text == need
    assert room.NARROWEST <= narrow.source < 332
    assert narrow.issues == narrow.right == 48
    assert (none.issues, none.right, none.text) == (0, 0, need)
    assert (less.source, less.text) == (room.NARROWEST, need + 100 - room.NARROWEST - 1)
