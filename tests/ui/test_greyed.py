"""Whatever is greyed says in its tool tip why, and what would enable it."""

import pytest
from acting import ask
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from reader.store.library import Library, Mode
from reader.ui import actions, greyed
from reader.ui.greyed import Lack, grey
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


def reasons():
    return [greyed.why(lack) for lack in Lack]


def silent(window):
    """Give what is greyed without a reason, or has one though it is not."""
    found = []
    said = reasons()
    for action in window.actions_by_id.values():
        given = [r for r in said if r in action.toolTip()]
        if action.isEnabled() == bool(given):
            found.append(action.objectName())
    for widget in window.findChildren(QWidget):
        own = not widget.isEnabled() and widget.parentWidget().isEnabled()
        tool = isinstance(widget, QToolButton) and widget.defaultAction() is not None
        told = any(r in widget.toolTip() or r in _bare(widget) for r in said)
        if own and not tool and not isinstance(widget, QMenu) and widget.isVisible() and not told:
            found.append(widget.objectName() or type(widget).__name__)
    return found


def _bare(widget):
    return widget.toolTip().replace("&#x27;", "'").replace("&quot;", '"')


def bare(language, qtbot, open_window, path, tmp_path):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def reading(language, qtbot, open_window, path, tmp_path):
    first = open_window(path)
    first.tags.add("会议")
    return open_window(path)


def empty(language, qtbot, open_window, path, tmp_path):
    made = tmp_path / "empty.db"
    Library.open(made, Mode.CREATE).close()
    return open_window(made)


def results(language, qtbot, open_window, path, tmp_path):
    window = open_window(path)
    ask(window, qtbot, "会议")
    return window


def article(language, qtbot, open_window, path, tmp_path):
    return open_window(path)


STATES = {
    bare: {"actionUndo": Lack.LIBRARY, "actionExport": Lack.LIBRARY, "actionJoin": Lack.LIBRARY,
           "actionImport": Lack.LIBRARY, "actionSortIssues": Lack.LIBRARY},
    reading: {"actionJoin": Lack.WRITING, "actionImport": Lack.WRITING,
              "actionUndo": Lack.WRITING, "actionKeepSearch": Lack.SEARCH,
              "actionMergeIssue": Lack.WRITING, "actionTakeSuggestion": Lack.WRITING},
    empty: {"actionJoin": Lack.ARTICLE, "actionUndo": Lack.UNDO, "actionRedo": Lack.REDO,
            "actionWithdraw": Lack.ISSUE, "actionWithdrawSamples": Lack.SAMPLES,
            "actionMovePage": Lack.ISSUE, "actionTakeSuggestion": Lack.ARTICLE},
    results: {"actionJoin": Lack.IN_VIEW,
              "actionNextDoubt": Lack.IN_VIEW, "actionTakeSuggestion": Lack.IN_VIEW},
    article: {"actionRedo": Lack.REDO, "actionImportReport": Lack.REPORT,
              "actionKeepSearch": Lack.SEARCH, "actionTakeSuggestion": Lack.SUGGESTION},
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_every_greyed_thing_says_why(language, state, qtbot, open_window, path, tmp_path):
    window = state(language, qtbot, open_window, path, tmp_path)
    assert silent(window) == []
    for name, lack in STATES[state].items():
        action = window.actions_by_id[name]
        assert not action.isEnabled(), name
        row = next(r for r in actions.ACTIONS if r.id == name)
        assert action.toolTip().endswith(f"\n{greyed.why(lack)}"), name
        assert actions.translated(row.tip) in action.toolTip()


def test_there_are_reasons_for_all_that_can_lack_in_each_language(language):
    said = reasons()
    assert len(set(said)) == len(Lack) == len(greyed._SAID)
    for text in said:
        assert ("not" in text.lower() or "here" in text) == (language == "en") or "open" in text
        assert (language == "zh_CN") == any("\u4e00" <= c <= "\u9fff" for c in text), text


def test_the_reason_goes_when_it_is_possible_again(window, press):
    redo = window.actions_by_id["actionRedo"]
    assert greyed.why(Lack.REDO) in redo.toolTip()
    press(window, "actionMarkProofread")
    press(window, "actionUndo")
    assert redo.isEnabled()
    assert "Not now" not in redo.toolTip()


def test_what_stands_in_the_topics_says_why(open_window, path):
    first = open_window(path)
    first.tags.add("会议")
    block = first.article.article.blocks[2].id
    first.session.write(first.session.library.tags.mark, block, 0, 4, "会议")
    window = open_window(path)
    tags, why = window.tags, greyed.why(Lack.WRITING)
    (chip,) = tags.chips.chips
    for thing in (chip, tags.input, tags.phrases.own[1], *tags.list.own.values()):
        assert thing.isEnabled() or why in thing.toolTip()
    assert not chip.isEnabled()
    assert "Remove topic 会议" in chip.toolTip()
    window.proofing.show_kinds(1, window.article.edit.mapToGlobal(window.rect().center()))
    menu = window.findChild(QMenu, "kindMenu")
    assert menu.toolTipsVisible()
    assert all(why in a.toolTip() for a in menu.actions() if not a.isSeparator())
    menu.close()


def test_without_an_article_no_topic_can_be_typed(window):
    window.article.open(None)
    assert window.tags.input.toolTip().endswith(greyed.why(Lack.ARTICLE))
    assert window.actions_by_id["actionToggleTopic"].toolTip().endswith(greyed.why(Lack.ARTICLE))


def test_the_menus_of_what_was_open_and_kept(window, tmp_path):
    menu = window.findChild(QMenu, "recentMenu")
    menu.aboutToShow.emit()
    tips = [a.toolTip() for a in menu.actions()]
    assert tips
    assert all(not a.isEnabled() for a in menu.actions())
    assert tips[0] in {greyed.why(Lack.RECENT), greyed.why(Lack.OTHER_LIBRARY)}
    kept = window.seeking.kept.menu()
    assert kept.actions()[0].toolTip() == greyed.why(Lack.KEPT)
    kept.deleteLater()


def test_a_tip_that_was_made_plain_stays_plain(qapp):
    button = QPushButton()
    button.setToolTip('<p style="white-space: pre-wrap">a &lt;b&gt;</p>')
    grey(button, Lack.REST)
    assert "a &lt;b&gt;" in button.toolTip()
    assert greyed.why(Lack.REST) in button.toolTip()
    grey(button, None)
    assert button.toolTip() == '<p style="white-space: pre-wrap">a &lt;b&gt;</p>'
    action = QAction("x")
    grey(action, Lack.REST, "")
    assert action.toolTip() == greyed.why(Lack.REST)
