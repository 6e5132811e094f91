"""What undo takes back is said before and after, where it is much: an import, many articles."""

import pytest
from acting import take_in

from reader.model import Status
from reader.store.journal import Wish
from reader.store.weighing import Weight
from reader.ui.words import MANY

pytestmark = pytest.mark.window

NAME = "一个很长的文件名_2023年1月_第一版_page1.txt"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / NAME
    path.write_text("社区晨报 2023年1月\n\n    第一页的文字在这\n里，各不相同。\n", "utf-8")
    return path


@pytest.fixture
def imported(window, file, qtbot):
    """Take a file in, and go back to the window."""
    take_in(window, qtbot, file)
    return window


def plural(said):
    return said.replace("(s)", "")


def test_undo_says_before_how_much_of_an_import_goes(imported):
    undo = imported.actions_by_id["actionUndo"]
    wanted = "import 一个很长的文件名_20…一版_page1.txt (1 page·1 article)"
    assert plural(undo.text()) == f"&Undo: {wanted}"
    assert plural(undo.toolTip()).endswith(f"\n{wanted}")
    assert undo.toolTip().startswith("Undo (Ctrl+Z)")


def test_what_went_is_told_and_what_brings_it_back(imported, press):
    before = len(imported.issues.issues.facts)
    imported.article.edit.setFocus()
    press(imported, "actionUndo")
    assert len(imported.issues.issues.facts) == before - 1
    told = plural(imported.status.said.text())
    assert told.startswith("Undone: import 一个很长")
    assert told.endswith("(1 page·1 article). Ctrl+Shift+Z brings it back.")
    redo = imported.actions_by_id["actionRedo"]
    assert "1 page" in redo.toolTip()
    press(imported, "actionRedo")
    assert len(imported.issues.issues.facts) == before
    told = plural(imported.status.said.text())
    assert told.startswith("Done again: import 一个很长")
    assert told.endswith("Ctrl+Z takes it back.")


def test_a_small_step_is_not_told(window, press, qtbot):
    window.article.edit.setFocus()
    press(window, "actionMarkProofread")
    assert window.actions_by_id["actionUndo"].text() == "&Undo: status: 1st proof"
    press(window, "actionUndo")
    assert window.status.said.text() == ""
    assert window.actions_by_id["actionRedo"].text() == "&Redo: status: 1st proof"


def test_many_articles_at_once_are_told(window, press, monkeypatch):
    monkeypatch.setattr("reader.ui.words.MANY", 2)
    rows = list(window.session.library.articles.rows())
    ids = [row.id for row in rows]
    window.session.write(window.session.library.articles.set_status, Status.DISPUTED, ids)
    assert plural(window.actions_by_id["actionUndo"].text()).endswith(f"({len(ids)} articles)") or (
        "article" in window.actions_by_id["actionUndo"].text()
    )
    window.article.edit.setFocus()
    press(window, "actionUndo")
    assert window.status.said.text().startswith("Undone: status: disputed (")


def test_how_many_are_many(window):
    wish = Wish("1", None, "status", {"status": "new"}, "", "", 1, done=True)
    words = window.words
    assert words.step(wish, Weight(0, MANY - 1)) == words.wish(wish)
    assert words.step(wish, Weight(0, MANY)) != words.wish(wish)
    assert words.step(wish, Weight(1, 0)) != words.wish(wish)


def test_an_ampersand_in_a_name_is_no_key_and_no_markup(imported, window):
    wish = Wish("1", None, "import", {"name": "a&b<c>.txt"}, "", "", 1, done=True)
    window.session.steps = type(window.session.steps)(wish, None, Weight(1, 1))
    window.enabling.enable()
    undo = window.actions_by_id["actionUndo"]
    assert "a&&b<c>.txt" in undo.text()
    assert "a&amp;b&lt;c&gt;.txt" in undo.toolTip()
