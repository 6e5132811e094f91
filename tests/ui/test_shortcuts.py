"""Every key of the table is pressed, in each language: one action answers, and no two."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.actions import ACTIONS

pytestmark = pytest.mark.window


@pytest.fixture
def window(language, open_window, path):
    """Open the window in a language."""
    return open_window(path)


@pytest.fixture
def answered(window):
    """Let every action answer with its name, and do nothing."""
    names = []
    for name, action in window.actions_by_id.items():
        action.triggered.disconnect()
        action.setCheckable(False)
        action.setEnabled(True)
        action.triggered.connect(lambda *_, name=name: names.append(name))
    return names


def test_every_key_of_the_table_is_answered_by_its_action_alone(window, answered, qtbot):
    wrong = []
    for row in ACTIONS:
        focus = window.findChild(QWidget, row.place) if row.place else window.article.edit
        focus.setFocus()
        for key in row.keys:
            pressed = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)[0]
            answered.clear()
            qtbot.keyClick(focus, pressed.key(), pressed.keyboardModifiers())
            if answered != [row.id]:
                wrong.append((row.id, key, list(answered)))
    assert not wrong
