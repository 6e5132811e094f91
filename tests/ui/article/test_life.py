"""Tagged phrases and corrected characters tell themselves, by pointer, click and key."""

import pytest
from acting import compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from reader.ui import theme

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton


def tag(window, block, start, end, topic="会议/全市"):
    tags = window.session.library.tags
    identity = window.article.article.blocks[block].id
    window.session.write(tags.mark, identity, start, end, topic)


def place(window, block, at):
    """Give the middle of the character at a place of the article."""
    edit = window.article.edit
    edit.set_caret(block, at)
    left = edit.cursorRect().center()
    edit.set_caret(block, at + 1)
    right = edit.cursorRect().center()
    edit.set_caret(0, 0)
    return QPoint((left.x() + right.x()) // 2, left.y())


def test_a_tagged_phrase_tells_topic_state_and_keys(window, press):
    tag(window, 2, 0, 4)
    edit = window.article.edit
    said = edit.why_at(place(window, 2, 1))
    assert "Topic 会议/全市. The words read as when they were tagged." in said
    assert "Del unmarks" in said
    assert "Ctrl+Shift+T" in said
    edit.set_caret(2, 2)
    press(window, "actionWhy")
    assert window.article.card.text.text() == said
    edit.set_caret(2, 8)
    assert "Topic" not in edit.why_at(place(window, 2, 8))
    assert "Topic" not in "".join(edit.why(2, 8))


def test_it_tells_what_became_of_its_words(window, qtbot):
    tag(window, 2, 0, 4)
    window.article.edit.set_caret(2, 2)
    qtbot.keyClicks(window.article.edit, "Q")
    window.article.typing.flush()
    window.topics.rest.timeout.emit()
    assert "were changed" in window.article.edit.why(2, 1)[-2]
    split = window.session.library.articles.split
    window.session.write(split, window.article.article.blocks[2].id, 3)
    window.article.refresh()
    assert "were torn apart" in "".join(window.article.edit.why(2, 1))


@pytest.mark.parametrize("width", [1280, 1440])
def test_its_note_in_the_margin_tells_it_too_however_narrow(window, press, width):
    tag(window, 2, 0, 4)
    window.resize(width, 720)
    press(window, "actionToggleSource")
    QApplication.processEvents()
    window.article.edit.viewport().repaint()
    (note,) = window.article.edit.notes
    assert note.place.right() <= window.article.edit.viewport().width()
    assert "Topic 会议/全市." in window.article.edit.why_at(note.place.center().toPoint())
    frame = window.article.edit.document().rootFrame().frameFormat()
    assert frame.leftMargin() >= theme.tokens()["layout"]["gutter"]


def test_a_click_on_a_corrected_character_tells_its_life(window, qtbot):
    edit, card = window.article.edit, window.article.card
    edit.select(1, 1, 2)
    compose(edit, commit="由")
    window.article.typing.flush()
    there = place(window, 1, 1)
    assert not card.isVisible()
    qtbot.mouseClick(edit.viewport(), LEFT, pos=there)
    assert card.isVisible()
    assert card.text.text().startswith('"由" stands in place of "全" (甲, 20')
    assert card.text.text().endswith(", typed)")
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert not card.isVisible()
    qtbot.mouseClick(edit.viewport(), LEFT, pos=place(window, 1, 5))
    assert not card.isVisible()


def test_a_click_where_a_character_was_taken_out_tells_it(window, qtbot):
    edit, card = window.article.edit, window.article.card
    edit.set_caret(1, 2)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    window.article.typing.flush()
    edit.set_caret(1, 1)
    there = edit.cursorRect().center()
    edit.set_caret(0, 0)
    qtbot.mouseClick(edit.viewport(), LEFT, pos=there)
    assert '"全" was taken out' in card.text.text()


def test_a_selection_over_a_corrected_character_tells_nothing(window, qtbot):
    edit = window.article.edit
    edit.select(1, 1, 2)
    compose(edit, commit="由")
    window.article.typing.flush()
    start, middle, end = (place(window, 1, at) for at in (0, 1, 3))
    qtbot.mousePress(edit.viewport(), LEFT, pos=start)
    qtbot.mouseMove(edit.viewport(), end)
    qtbot.mouseMove(edit.viewport(), middle)
    qtbot.mouseRelease(edit.viewport(), LEFT, pos=middle)
    assert edit.textCursor().hasSelection()
    assert not window.article.card.isVisible()
    window.article.open(None)
    assert edit.life_at(QPoint(5, 5)) == []
