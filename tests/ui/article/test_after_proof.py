"""A text that is changed after its proof: told once, and seen in the head and in the list."""

import pytest
from PySide6.QtCore import Qt

from reader.model import Status
from reader.ui.rows import FACT

pytestmark = pytest.mark.window


@pytest.fixture
def proofed(window, press):
    """Give the first article its first proof, by the key."""
    window.article.edit.setFocus()
    press(window, "actionMarkProofread")
    assert head(window) == "1st proof"
    return window


def head(window):
    return window.article.head.status.text()


def role(window):
    return window.article.head.status.property("role")


def row(window):
    index = window.issues.contents_list.currentIndex()
    return index, index.data(FACT)


def type_in(window, qtbot, words="a"):
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, words)
    window.article.typing.flush()


def test_the_first_change_is_told_and_the_head_says_so(proofed, qtbot, press):
    type_in(proofed, qtbot)
    told = "The text has changed since its 1st proof. Ctrl+D gives the 2nd."
    assert proofed.status.said.text() == told
    assert (head(proofed), role(proofed)) == ("1st proof·changed since proof", "secondary")
    assert told in proofed.article.head.status.toolTip()
    proofed.status.tell("")
    type_in(proofed, qtbot, "b")
    assert proofed.status.said.text() == ""
    press(proofed, "actionUndo")
    press(proofed, "actionUndo")
    assert (head(proofed), role(proofed)) == ("1st proof", "done")
    assert proofed.article.head.status.toolTip() == ""
    press(proofed, "actionRedo")
    assert head(proofed) == "1st proof·changed since proof"


def test_the_list_says_so(proofed, qtbot):
    index, fact = row(proofed)
    assert not fact.reworded
    type_in(proofed, qtbot)
    index, fact = row(proofed)
    assert (fact.status, fact.reworded) == (Status.PROOFED1, True)
    assert "The text has changed since its 1st proof" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "changed since proof" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_next_proof_holds_of_the_text_as_it_is(proofed, qtbot, press):
    type_in(proofed, qtbot)
    press(proofed, "actionMarkProofread")
    assert (head(proofed), role(proofed)) == ("2nd proof", "done")
    type_in(proofed, qtbot)
    assert proofed.status.said.text().endswith("Ctrl+D confirms it.")
    press(proofed, "actionMarkProofread")
    assert (head(proofed), role(proofed)) == ("2nd proof", "done")
    press(proofed, "actionMarkProofread")
    assert proofed.status.said.text() == "The article has had its second proof already."


def test_the_same_status_again_from_the_menu_confirms(proofed, qtbot):
    type_in(proofed, qtbot)
    proofed.actions_by_id["actionStatusProofed1"].trigger()
    assert (head(proofed), role(proofed)) == ("1st proof", "done")


def test_a_paste_of_paragraphs_after_the_proof_is_one_wish_with_it(proofed, press, key):
    from PySide6.QtWidgets import QApplication

    QApplication.clipboard().setText("甲\n乙")
    proofed.article.edit.set_caret(1, 0)
    key(proofed, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert head(proofed) == "1st proof·changed since proof"
    press(proofed, "actionUndo")
    assert head(proofed) == "1st proof"
