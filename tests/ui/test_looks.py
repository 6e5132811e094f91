"""What was wrong in the pictures of the window, and shall not come back."""

import pytest
from acting import ask
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionSpinBox

from reader.model import Reads
from reader.store.library import Library, Mode
from reader.store.suggest import Suggestion
from reader.ui import program, theme
from reader.ui.fields import ListChoice, Number
from reader.ui.labels import CutLabel, DoubtLabel

pytestmark = pytest.mark.window


@pytest.mark.parametrize("width", [1280, 1440])
def test_panes_have_their_widths_again_after_a_search(window, qtbot, width):
    window.resize(width, 720)
    qtbot.wait(10)
    before = window.columns.sizes()
    ask(window, qtbot, "会议")
    qtbot.wait(10)
    window.seeking.leave()
    qtbot.wait(10)
    assert window.columns.sizes() == before
    assert before[0] == theme.tokens()["layout"]["issue_list" + ("_small" if width < 1400 else "")]


def test_only_what_is_in_view_says_how_much_room_there_must_be(window, qtbot):
    stack = window.seeking.stack
    ask(window, qtbot, "会议")
    window.search.place.setText("很长的标题" * 40)
    assert stack.minimumSizeHint() == window.search.minimumSizeHint()
    assert stack.minimumSizeHint().width() < 800
    window.seeking.leave()
    assert stack.minimumSizeHint() == window.article.minimumSizeHint()
    assert stack.sizeHint() == window.article.sizeHint()


def test_a_library_without_issues_shows_no_empty_rules(open_window, tmp_path, path):
    empty = tmp_path / "empty.db"
    Library.open(empty, Mode.CREATE).close()
    window = open_window(empty)
    pane = window.issues
    parts = (pane.masthead, pane.contents_head, pane.contents_list, pane.progress)
    assert not any(part.isVisible() for part in parts)
    window.open_library(path)
    assert all(part.isVisible() for part in parts)


def test_the_paragraph_of_a_hit_begins_with_a_whole_line(window, qtbot):
    text = "会议指出要立足当前这一关键阶段认真总结。" * 60
    paragraph = window.search.paragraph
    ask(window, qtbot, "会议")
    pitch = round(1.75 * window.article.size)
    for at in (0, 400, 800, len(text) - 4):
        paragraph.show_hit(text, at, at + 2)
        assert paragraph.verticalScrollBar().value() % pitch == 0
        (wash, *_) = paragraph.washes()
        assert wash.top() >= 0
        assert wash.bottom() <= paragraph.viewport().height()


def test_what_is_told_is_cut_with_an_ellipsis(window, qtbot):
    window.status.tell("很长的一句话，" * 60)
    qtbot.wait(10)
    status = window.status
    assert isinstance(status.said, CutLabel)
    assert status.said.minimumSizeHint().width() == 0
    assert status.said.fontMetrics().horizontalAdvance(status.said.text()) > status.said.width()
    assert not status.facts.isVisible()  # it gave way, and what is told has its room
    assert status.saved.geometry().right() < status.said.geometry().left()
    assert status.width() - 20 < status.said.geometry().right() < status.width()
    assert window.width() == 1440
    status.tell("短")
    qtbot.wait(10)
    assert status.said.geometry().right() < status.facts.geometry().left()
    assert status.facts.isVisible()


def test_the_diamond_of_doubts_has_the_ink_of_its_words(qtbot, dressed):
    theme.dress(dressed, theme.theme("light"))
    label = DoubtLabel()
    qtbot.addWidget(label)
    label.setText("4 doubts")
    label.show()
    shown = label.grab().toImage()
    inks = {shown.pixelColor(x, y).name() for x in range(13) for y in range(shown.height())}
    ink = theme.theme("light").color("doubt")
    assert any(abs(QColor(name).lightness() - ink.lightness()) < 40 for name in inks)


@pytest.mark.parametrize("name", theme.THEMES)
def test_borders_of_fields_are_as_strong_as_the_look_says(qtbot, dressed, name):
    colours = theme.theme(name)
    theme.dress(dressed, colours)
    choice, number = ListChoice(), Number()
    choice.addItems(["Like the system", "Light"])
    for field in (choice, number):
        qtbot.addWidget(field)
        field.resize(field.sizeHint().width(), 28)
        shown = field.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        middle = shown.pixelColor(shown.width() // 2, 0)
        assert middle == colours.color("rule-strong")
        field.setEnabled(False)
        faint = field.grab().toImage().pixelColor(shown.width() // 2, 0)
        assert faint == colours.color("rule")
    assert choice.minimumSizeHint().width() > choice.fontMetrics().horizontalAdvance(
        "Like the system"
    )
    theme.dress(dressed, theme.theme("light"))


def test_the_arrows_of_a_number_are_pressed_where_they_are_painted(qtbot, dressed):
    number = Number()
    qtbot.addWidget(number)
    number.resize(200, 28)
    number.setValue(17)
    number.show()
    option = QStyleOptionSpinBox()
    number.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxUp
    up = number.style().subControlRect(kind, option, part, number)
    QTest.mouseClick(number, Qt.MouseButton.LeftButton, pos=up.center())
    assert number.value() == 18
    assert up.right() > 200 - 28


def advance(widget, words):
    return widget.fontMetrics().horizontalAdvance(words)


@pytest.mark.parametrize("width", [1000, 1280, 1440])
def test_what_is_told_has_the_room_it_needs(window, press, width):
    press(window, "actionMarkProofread")
    window.resize(width, 720)
    QApplication.processEvents()
    status = window.status
    assert status.undo.isVisible()
    told = window.words.doubt(Reads.PARA, 0.88)
    status.tell(told)
    assert status.said.width() >= advance(status.said, told)
    assert status.saved.isVisible()
    status.tell("")
    assert status.undo.isVisible()
    status.tell(told)
    status._quiet.timeout.emit()
    assert status.undo.isVisible()
    assert status.verdicts.isVisible() is (width >= 1400)
    assert status.undo.text() == "Undo: status: 1st proof"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [800, 1000, 1280, 1440])
def test_the_box_says_no_more_than_it_has_room_for(
    qapp, open_window, path, monkeypatch, language, width
):
    monkeypatch.setenv("JIAOKAN_LANG", language)
    program.prepare(qapp)
    window = open_window(path)
    window.resize(width, 720)
    QApplication.processEvents()
    box = window.search_box
    room = box.width() - box.textMargins().right() - 2 * 34
    assert box.placeholderText()
    assert advance(box, box.placeholderText()) <= room
    if width >= 1280:
        assert "2025-01" in box.placeholderText()
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    program.prepare(qapp)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("refused", [0, 12])
def test_captions_under_the_suggestions_are_whole(
    qapp, open_window, path, monkeypatch, language, refused
):
    monkeypatch.setenv("JIAOKAN_LANG", language)
    program.prepare(qapp)
    window = open_window(path)
    window.resize(1000, 720)
    window.columns.unfold()
    part = window.tags.suggestions
    part.show_these([Suggestion("会议", 0.5, 3, known=True, words=(("会议", 3),))],
                    refused=refused, writable=True)  # fmt: skip
    QApplication.processEvents()
    said = [*part.keys.findChildren(QLabel), *([part.again] if refused else [])]
    assert len(said) == 4 + bool(refused)
    right = part.width()
    for widget in said:
        assert widget.isVisible()
        assert widget.width() >= widget.sizeHint().width(), widget.text()
        assert widget.mapTo(part, widget.rect().topRight()).x() <= right
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    program.prepare(qapp)
