"""Opening, walking and closing change no byte of a library, whatever its characters are."""

import pytest
from acting import add
from PySide6.QtCore import Qt

from reader.model import IssueFacts, Kind
from reader.store.check import check
from reader.store.library import Library, Mode
from reader.ui.kinds import KINDS
from reader.ui.positions import hidden_in

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


VERBS = {
    "actionMoveUp": (2, 1), "actionMoveDown": (1, 1), "actionMoveToNext": (2, 2),
    "actionMoveToPrevious": (1, 1), "actionNewArticle": (2, 1), "actionMergeNext": (1, 3),
    "actionStatusNew": (1, 0), "actionStatusWorking": (1, 0), "actionStatusProofed1": (1, 0),
    "actionStatusProofed2": (1, 0), "actionStatusDisputed": (1, 0), "actionStatusNontext": (1, 0),
    "actionWhy": (1, 12), "actionFocus": (1, 4), "actionJoin": (1, 2), "actionSplit": (1, 5),
}  # fmt: skip
"""Actions, and where the caret stands when they are pressed."""


def readings(path):
    """Give what every article reads, with kinds and statuses, and whether the library is sound."""
    with Library.open(path) as library:
        assert check(library).sound
        return [
            (row.id, row.status, [(b.id, b.kind, b.text, b.supplied) for b in article.blocks])
            for row in library.articles.rows()
            for article in [library.articles.get(row.id)]
        ]


def undo_all(window):
    while window.session.steps.undo is not None and window.session.steps.undo.verb != "import":
        window.wishes.undo()


@pytest.fixture
def two(tmp_path):
    """Make a library of two articles of nasty characters."""
    made = tmp_path / "two.db"
    with Library.open(made, Mode.CREATE) as library:
        text = NASTY + "\n=后一篇\u00a0\n\n丙\u2028丁\x00戊\u200b。\n\n末𠀀段。\n"
        add(library, text, "two.txt", IssueFacts("报", "2025-01", True, None, 1), 0.5)
    return made


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_twice_and_back_gives_the_same_readings(two, open_window, press, name):
    before = readings(two)
    window = open_window(two)
    seen = []
    for _ in range(2):
        index, at = VERBS[name]
        last = len(window.article.edit.sheet.blocks) - 1
        window.article.edit.set_caret(min(index, last), at)
        press(window, name)
        seen.append(readings(two))
    if name not in ("actionWhy", "actionFocus", "actionMoveToPrevious", "actionStatusNew"):
        assert any(now != before for now in seen)
    undo_all(window)
    assert readings(two) == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_twice_and_back_gives_the_same_readings(two, open_window, kind):
    before = readings(two)
    window = open_window(two)
    for index in (1, 2):
        window.proofing.structure.kind(index, kind)
    window.article.edit.viewport().repaint()
    readings(two)
    undo_all(window)
    assert readings(two) == before


def test_a_supplied_heading_twice_and_back(two, open_window):
    before = readings(two)
    window = open_window(two)
    for kind in (Kind.TITLE, Kind.KICKER):
        window.proofing.structure.supply(kind, "补\u00a0𠀀题")
    assert len(readings(two)[0][2]) == len(before[0][2]) + 2
    undo_all(window)
    assert readings(two) == before


def test_a_drag_of_nasty_text_and_back(two, open_window):
    before = readings(two)
    window = open_window(two)
    window.proofing.structure.move(1, 4)
    window.proofing.structure.move(1, 3)
    assert readings(two) != before
    undo_all(window)
    assert readings(two) == before


def test_what_cannot_be_seen_is_marked_and_told(two, open_window):
    window = open_window(two)
    edit = window.article.edit
    for shown in edit.sheet.blocks:
        for at in hidden_in(shown.text):
            said = "\n".join(edit.why(edit.sheet.blocks.index(shown), at))
            assert f"U+{ord(shown.text[at]):04X}" in said
    edit.viewport().repaint()
