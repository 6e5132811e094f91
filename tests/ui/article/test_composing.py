"""What an input method composes ends in its place, or stays: reload, save, actions, switches."""

import pytest
from acting import START, compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenuBar

from reader.model import Reads
from reader.store.library import Library, Mode
from reader.ui.article import composing
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window

_, ONE, TWO = START
PLACE = ONE[:3] + "你" + ONE[3:]


class Method:
    """An input method: asked to commit it does so at once, as ibus does, or it is silent."""

    def __init__(self, edit, word):
        self.edit, self.word, self.resets = edit, word, 0

    def commit(self):
        if self.word is not None:
            compose(self.edit, commit=self.word)

    def reset(self):
        self.resets += 1


@pytest.fixture(params=["commits", "silent"])
def method(request, window, monkeypatch):
    """Compose "ni" in the first paragraph under an input method of either sort."""
    edit = window.article.edit
    made = Method(edit, "你" if request.param == "commits" else None)
    monkeypatch.setattr(composing, "input_method", lambda: made)
    edit.set_caret(1, 3)
    compose(edit, "ni")
    assert preedits(window) == ["", "ni", ""]
    return made


def preedits(window):
    sheet = window.article.edit.sheet
    return [sheet.block(n).layout().preeditAreaText() for n in range(len(sheet.blocks))]


def first(window):
    """Read the first article from the file."""
    with Library.open(window.session.library.path) as library:
        row = next(r for r in library.articles.rows() if "新泾镇" in r.title)
        return [b.text for b in library.articles.get(row.id).blocks]


def others(window):
    with Library.open(window.session.library.path) as library:
        return [
            [b.text for b in library.articles.get(row.id).blocks]
            for row in library.articles.rows()
            if "新泾镇" not in row.title
        ]


def late(window):
    """Commit what was composed after all, as a slow input method may."""
    compose(window.article.edit, commit="晚")
    window.article.typing.flush()


def landed(window, method):
    """What is composed is in its place or gone, nothing is painted, nothing came elsewhere."""
    edit = window.article.edit
    assert not edit.composing
    assert set(preedits(window)) <= {""}
    assert all(edit.sheet.true_at(n) for n in range(len(edit.sheet.blocks)))
    if method.word is None:
        assert method.resets
        late(window)
    window.article.typing.flush()
    with Library.open(window.session.library.path) as library:
        whole = "".join(
            b.text for row in library.articles.rows() for b in library.articles.get(row.id).blocks
        )
    assert "晚" not in whole
    assert whole.count("你") == (method.word is not None)
    if method.word is not None:
        assert ONE[:3] + "你" in whole


ACTIONS = (
    "actionNextArticle",
    "actionNextDoubt",
    "actionPreviousDoubt",
    "actionSplit",
    "actionJoin",
    "actionAcceptSeam",
    "actionSave",
    "actionMarkProofread",
    "actionNewArticle",
    "actionMergeNext",
    "actionMoveDown",
    "actionMoveToNext",
    "actionStatusDisputed",
    "actionZoomIn",
    "actionToggleSource",
    "actionJournal",
    "actionFocus",
    "actionSearch",
    "actionAddTag",
    "actionSelectAll",
    "actionPaste",
    "actionWhy",
)


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_ends_it_in_its_place(window, method, name):
    before = others(window)
    QApplication.clipboard().setText("贴")
    window.actions_by_id[name].trigger()
    landed(window, method)
    if name not in ("actionMergeNext", "actionMoveToNext", "actionNewArticle"):
        assert others(window) == before


def test_undo_takes_back_what_was_committed_or_what_was_before(window, method):
    window.actions_by_id["actionMarkProofread"].trigger()
    window.article.edit.set_caret(1, 3)
    compose(window.article.edit, "ni")
    window.actions_by_id["actionUndo"].trigger()
    assert not window.article.edit.composing
    assert set(preedits(window)) == {""}


def test_f8_over_the_border_of_an_article(window, method):
    before = others(window)
    for _ in range(3):
        window.actions_by_id["actionNextDoubt"].trigger()
    landed(window, method)
    assert others(window) == before


def test_another_article_from_the_lists(window, method, qtbot):
    before = others(window)
    view = window.issues.contents_list
    rect = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.article.article.row.title == "=第二篇的标题"
    if method.word is None:
        landed(window, method)
    assert not window.article.edit.composing
    assert set(preedits(window)) == {""}
    assert others(window) == before


def test_another_issue_while_the_focus_stays(window, method):
    before = others(window)
    window.issues.issue_list.go(1, tell=True)
    landed(window, method)
    assert others(window) == before


def test_a_menu_that_opens_ends_it(window, method, qtbot):
    bar, menu = window.findChild(QMenuBar), window.top_bar.menus[1]
    qtbot.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center()
    )
    landed(window, method)
    menu.close()


def test_a_click_elsewhere_in_the_text_ends_it(window, method, qtbot):
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(2, 4))
    at = edit.cursorRect(cursor).center()
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(1, 0))
    assert not edit.composing
    assert set(preedits(window)) == {""}


def test_a_point_behind_it_finds_the_character_that_is_there(window, method):
    """Qt counts what is composed as text, and finds no border behind the last paragraph."""
    edit, sheet = window.article.edit, window.article.edit.sheet
    places = [sheet.position(1, at) for at in range(len(sheet.blocks[1].text) + 1)]

    def found(position):
        cursor = edit.textCursor()
        cursor.setPosition(position)
        return edit.cursorForPosition(edit.cursorRect(cursor).center()).position()

    assert [found(place) for place in places] == places
    method.edit.set_caret(len(sheet.blocks) - 1, len(sheet.blocks[-1].text))
    compose(edit, "ni")
    last = sheet.position(*edit.caret())
    far = edit.cursorRect(edit.textCursor()).center() + QPoint(60, 0)
    assert edit.cursorForPosition(far).position() == last
    assert edit.cursorForPosition(far + QPoint(0, 90)).position() == last


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right])
def test_a_key_that_walks_ends_it(window, method, qtbot, key):
    edit, sheet = window.article.edit, window.article.edit.sheet
    edit.set_caret(len(sheet.blocks) - 1, len(sheet.blocks[-1].text))
    compose(edit, "ni")
    qtbot.keyClick(edit, key, Qt.KeyboardModifier.ShiftModifier)
    assert not edit.composing
    assert set(preedits(window)) == {""}
    assert edit.textCursor().block().isValid()
    assert edit.textCursor().position() == edit.document().characterCount() - 1


def test_what_is_committed_later_is_new(window, method, qtbot):
    window.actions_by_id["actionZoomIn"].trigger()
    edit = window.article.edit
    edit.set_caret(2, 0)
    qtbot.keyClicks(edit, "a")
    compose(edit, commit="新")
    window.article.typing.flush()
    assert first(window)[2] == "a新" + TWO
    compose(edit, "x")
    compose(edit, commit="词")
    window.article.typing.flush()
    assert first(window)[2] == "a新词" + TWO


def test_the_pause_writes_and_disturbs_nothing(window, method, qtbot):
    window.article.edit.drop()
    qtbot.keyClicks(window.article.edit, "a")
    compose(window.article.edit, "ni")
    window.article.typing.flush()
    assert preedits(window) == ["", "ni", ""]
    assert window.article.edit.composing


# --- another program ----------------------------------------------------------------------


@pytest.fixture
def beside(window, path):
    """Let another program write, and the window see it."""

    def wrote(verb, *args):
        with Library.open(path, Mode.WRITE) as other:
            getattr(other.articles, verb)(*args)
        window.session.poll()

    return wrote


def blocks(window):
    return [b.id for b in window.article.article.blocks]


@pytest.mark.parametrize("where", [0, 2])
def test_a_change_beside_it_leaves_it_as_it_is(window, method, beside, where):
    beside("edit", blocks(window)[where], 0, 0, "旁")
    assert preedits(window)[1] == "ni"
    assert window.article.edit.caret() == (1, 3)
    assert "compose" not in window.status.said.text()
    compose(window.article.edit, commit="你")
    window.article.typing.flush()
    assert first(window)[1] == PLACE


def test_a_change_of_its_paragraph_leaves_it_at_its_character(window, method, beside):
    beside("edit", blocks(window)[1], 0, 0, "旁边")
    assert preedits(window)[1] == "ni"
    assert window.article.edit.caret() == (1, 5)
    assert "Another program changed" in window.status.said.text()
    assert method.resets == 0
    compose(window.article.edit, "nih")
    compose(window.article.edit, commit="你")
    window.article.typing.flush()
    assert first(window)[1] == "旁边" + PLACE


def test_a_split_before_it_takes_it_along(window, method, beside):
    beside("split", blocks(window)[1], 2)
    assert preedits(window) == ["", "", "ni", ""]
    compose(window.article.edit, commit="你")
    window.article.typing.flush()
    assert first(window)[1:3] == [ONE[:2], ONE[2] + "你" + ONE[3:]]


def test_a_join_of_its_paragraph_keeps_it(window, method, beside):
    beside("join", blocks(window)[1], blocks(window)[2], Reads.JOIN)
    assert preedits(window) == ["", "ni"]
    assert "Another program changed" in window.status.said.text()
    compose(window.article.edit, commit="你")
    window.article.typing.flush()
    assert first(window)[1] == PLACE + TWO


def test_an_article_that_is_taken_away_takes_it_along(window, method, beside):
    beside("to_furniture", window.article.article.id)
    assert not window.article.edit.composing
    assert method.resets
    assert "gone" in window.status.said.text()
    late(window)


def test_its_look_is_kept_over_a_reload(window, method, beside):
    kind = QInputMethodEvent.AttributeType.Cursor
    edit = window.article.edit
    event = QInputMethodEvent("nihao", [QInputMethodEvent.Attribute(kind, 2, 1, None)])
    QApplication.sendEvent(edit, event)
    before = edit.cursorRect()
    beside("edit", blocks(window)[2], 0, 0, "旁")
    assert preedits(window)[1] == "nihao"
    assert edit.cursorRect() == before


def test_an_input_method_is_asked_by_qt(window):
    assert composing.input_method() is not None
    assert isinstance(window, MainWindow)
