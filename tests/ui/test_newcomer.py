"""What somebody stumbled over who saw the window for the first time."""

import pytest
from conftest import add
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.model import IssueFacts
from reader.store.library import Library, Mode

LEFT = Qt.MouseButton.LeftButton
PAGE = "#社区晨报 第1版\n\n#2025年\n\n#印刷\n\n=标题\n\n正文一共有\n两行。\n"


def turn_wheel(view, by):
    """Turn the wheel over the middle of a view, as Qt would get it."""
    viewport = view.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle, QPointF(viewport.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


@pytest.fixture
def many(tmp_path):
    """Make a library of so many issues that the list scrolls, with furniture in each."""
    made = tmp_path / "many.db"
    with Library.open(made, Mode.CREATE) as library:
        for number in range(40):
            facts = IssueFacts("社区晨报", f"{2022 + number // 12}-{number % 12 + 1:02}", True,
                               None, 1)  # fmt: skip
            add(
                library,
                PAGE + f"\n第{number}期。\n" + "\n#杂项\n" * (number % 9),
                f"{number}.txt",
                facts,
            )
        library.index.catch_up()
    return made


def scrolled_to_the_end(window, qtbot):
    """Unfold the furniture, and scroll the list to its end with the wheel."""
    window.resize(1280, 720)
    QApplication.processEvents()
    qtbot.mouseClick(window.issues.furniture.row, LEFT)
    QApplication.processEvents()
    for _ in range(30):
        turn_wheel(window.issues.issue_list, -120)
    return window.issues.issue_list


def test_a_click_after_scrolling_moves_the_highlight(open_window, many, qtbot):
    window = open_window(many)
    issues, view = window.issues, scrolled_to_the_end(window, qtbot)
    before, place = view.currentIndex().row(), QPoint(60, 10)
    row = view.rowAt(place.y())
    wanted = issues.issues.fact(row)
    qtbot.mousePress(view.viewport(), LEFT, pos=place)
    assert view.rowAt(place.y()) != row  # the rows moved: there is more room now
    qtbot.mouseMove(view.viewport(), place + QPoint(1, 1))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place)
    assert row != before
    assert issues.lists.shown.id == wanted.id
    assert [index.row() for index in view.selectedIndexes()] == [view.currentIndex().row()] == [row]
    assert window.article.article.issue == wanted.id


def test_a_hand_that_trembles_on_the_button_chooses_one_issue(open_window, many, qtbot):
    window = open_window(many)
    view = scrolled_to_the_end(window, qtbot)
    place = QPoint(60, 10)
    row = view.rowAt(place.y())
    qtbot.mousePress(view.viewport(), LEFT, pos=place)
    for step in range(1, 3):
        at = QPointF(place + QPoint(step, step))
        QApplication.sendEvent(view.viewport(), QMouseEvent(
            QEvent.Type.MouseMove, at, QPointF(view.viewport().mapToGlobal(at.toPoint())),
            Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier))  # fmt: skip
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place + QPoint(2, 2))
    assert view.currentIndex().row() == row
