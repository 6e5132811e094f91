"""The line that a jump has reached lights up once; nothing does where motion is unwanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from reader.ui import theme
from reader.ui.article import flash

pytestmark = pytest.mark.window

LONG = 3_600_000


@pytest.fixture
def second(window, press):
    """Show the article with doubts, the caret at its end."""
    window.issues.issue_list.go(1, tell=True)
    edit = window.article.edit
    edit.setFocus()
    edit.set_caret(len(edit.sheet.blocks) - 1, 0)
    return window


def lights(window):
    """Give the colour of the ground at the right end of the caret's line."""
    edit = window.article.edit
    line = edit.flash._line()
    picture = edit.viewport().grab().toImage()
    return picture.pixelColor(line.right() - 2, line.center().y())


def test_the_line_that_a_jump_has_reached_lights_up_and_fades(second, press, monkeypatch):
    monkeypatch.setattr(flash, "lasts", lambda _: LONG)
    before = lights(second)
    press(second, "actionNextDoubt")
    made = second.article.edit.flash
    assert made.lit
    assert lights(second) != before
    text = second.article.edit.toPlainText()
    made._fade.setCurrentTime(LONG)
    assert not made.lit
    assert lights(second) == before
    assert second.article.edit.toPlainText() == text


def test_a_caret_that_only_walks_and_a_window_that_is_resized_light_nothing(
    second, qtbot, monkeypatch
):
    monkeypatch.setattr(flash, "lasts", lambda _: LONG)
    qtbot.keyClick(second.article.edit, Qt.Key.Key_Up)
    second.resize(second.width(), second.height() - 40)
    QApplication.processEvents()
    assert not second.article.edit.flash.lit


def test_a_caret_that_a_resize_would_hide_is_kept_in_view_without_light(second, monkeypatch):
    monkeypatch.setattr(flash, "lasts", lambda _: LONG)
    edit = second.article.edit
    seen = iter([True, False])
    monkeypatch.setattr(edit, "shows", lambda *_: next(seen, True))
    second.resize(second.width(), second.height() - 40)
    QApplication.processEvents()
    assert next(seen, None) is None  # it was asked twice: the caret went out of view
    assert not edit.flash.lit


def test_it_lasts_as_long_as_the_look_says_and_not_at_all_without_motion(window, qapp):
    class Still(QProxyStyle):
        def styleHint(self, hint, *others):  # noqa: N802 - Qt's
            still = hint is QStyle.StyleHint.SH_Widget_Animation_Duration
            return 0 if still else super().styleHint(hint, *others)

    edit = window.article.edit
    allowed = theme.tokens()["motion"]["allowed"]
    assert flash.lasts(edit) == allowed["jump flash of the target line, once"] == 400
    still = Still()
    edit.setStyle(still)
    assert flash.lasts(edit) == 0
    edit.flash.strike()
    assert not edit.flash.lit
    edit.setStyle(None)


def test_another_article_meanwhile_does_no_harm(second, press, monkeypatch):
    monkeypatch.setattr(flash, "lasts", lambda _: LONG)
    press(second, "actionNextDoubt")
    second.article.open(None)
    second.grab()
    assert second.article.edit.toPlainText() == ""
