"""Tab goes through the window as the eye does, whatever is shown in it, and comes round again."""

import pytest
from acting import compose
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from reader.ui.taborder import way_of

pytestmark = pytest.mark.window

Key = Qt.Key


def plain(window, press, qtbot):
    pass


def tagged(window, press, qtbot):
    press(window, "actionAddTag")
    compose(window.tags.input, commit="会议")
    qtbot.keyClick(window.tags.input, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.tags.chips.chips))


def untagged_after_tagged(window, press, qtbot):
    tagged(window, press, qtbot)
    press(window, "actionNextArticle")
    qtbot.waitUntil(lambda: not window.tags.chips.chips)


def searching(window, press, qtbot):
    tagged(window, press, qtbot)
    window.seeking.find("的")
    qtbot.waitUntil(lambda: not window.search.searching)


def beside(window, press, qtbot):
    press(window, "actionToggleSource")


def with_first_steps(window, press, qtbot):
    press(window, "actionFirstSteps")
    assert window.beginning.tour.isVisible()


def with_journal(window, press, qtbot):
    press(window, "actionJournal")


def among_differences(window, press, qtbot):
    press(window, "actionDifferences")


STATES = (
    plain, tagged, untagged_after_tagged, searching, beside, with_first_steps, with_journal,
    among_differences,
)  # fmt: skip


def is_left_out(widget):
    """Tell whether it is one of several of which one is chosen: Tab comes to that one."""
    button = isinstance(widget, QAbstractButton)
    return button and widget.group() is not None and not widget.isChecked()


def wanted(window):
    """Give the way as it is laid, less what cannot be reached now."""
    return [
        widget
        for widget in way_of(window)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not is_left_out(widget)
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_one_round_of_tab(window, press, qtbot, state):
    state(window, press, qtbot)
    way = wanted(window)
    assert len(set(way)) == len(way) > 5
    way[0].setFocus()
    seen = [window.focusWidget()]
    while len(seen) < 60:
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
        if window.focusWidget() is way[0]:
            break
        seen.append(window.focusWidget())
    print("WAY", [(type(w).__name__, w.objectName()) for w in way])
    assert [w.objectName() for w in seen] == [w.objectName() for w in way]


def test_one_segment_of_the_views_is_reached_before_anything_is_shown(open_window, tmp_path):
    segments = open_window(tmp_path / "fresh.db").article.head.switch.segments.values()
    reached = [s for s in segments if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) == 1
