"""Opening, walking and closing change no byte of a library, whatever its characters are."""

import pytest
from conftest import add
from PySide6.QtCore import Qt

from reader.model import IssueFacts
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window

NASTY = (
    "=标题\u00a0有空格\n\n"
    "甲\u2028乙\u2029丙\x85丁\ufdd0戊\ufdd1己\x00庚\x1c辛\ufffc壬\ufffe癸\uffff子\u200b丑\ufeff寅\n\n"
    "𠀀😀卯\r辰\r\n巳\x0b午\u202e未\n\n"
    "末段\tA\u0301e\u0301。\n"
)


def dump(path):
    with Library.open(path) as library:
        tables = [
            name
            for (name,) in library.connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                " AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {
            name: library.connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables
        }


@pytest.fixture
def nasty(tmp_path):
    made = tmp_path / "nasty.db"
    with Library.open(made, Mode.CREATE) as library:
        add(library, NASTY, "nasty.txt", IssueFacts("报", "2025-01", True, None, 1), 0.5)
        library.index.catch_up()
    return made


def test_open_and_close_change_nothing(nasty, open_window, qtbot, press):
    before_rows, before = dump(nasty), nasty.read_bytes()
    window = open_window(nasty)
    edit = window.article.edit
    for index, block in enumerate(edit.sheet.blocks):
        assert edit.sheet.true_at(index)
        for at in range(len(block.text) + 1):
            edit.set_caret(index, at)
            assert edit.caret() == (index, at)
    for name in ("actionNextDoubt", "actionZoomIn", "actionZoomReset", "actionSave"):
        press(window, name)
    for code in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(edit, code)
    edit.selectAll()
    edit.copy()
    window.close()
    assert dump(nasty) == before_rows
    assert nasty.read_bytes() == before


def test_typing_beside_nasty_characters_is_a_splice(nasty, open_window, qtbot, press, texts):
    window = open_window(nasty)
    edit = window.article.edit
    before = texts(window)
    for at in range(0, len(before[1]) + 1, 3):
        edit.set_caret(1, at)
        qtbot.keyClicks(edit, "x")
        press(window, "actionSave")
        assert texts(window)[1] == before[1][:at] + "x" + before[1][at:]
        assert [b.text for b in edit.sheet.blocks] == texts(window)
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
        press(window, "actionSave")
        assert texts(window) == before
