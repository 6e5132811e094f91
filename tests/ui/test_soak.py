"""A person who presses anything: what is shown is what is in the library, and it stays sound."""

import random

import pytest
from conftest import compose
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from reader.model import HEAD_KINDS, Kind
from reader.store.check import check

pytestmark = pytest.mark.window

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    (Key.Key_Return, None), (Key.Key_Return, SHIFT), (Key.Key_Backspace, None),
    (Key.Key_Delete, None), (Key.Key_Backspace, None), (Key.Key_Delete, CONTROL),
    (Key.Key_Left, None), (Key.Key_Right, SHIFT), (Key.Key_Down, SHIFT), (Key.Key_Home, None),
    (Key.Key_End, None), (Key.Key_Up, None), (Key.Key_X, CONTROL), (Key.Key_V, CONTROL),
    (Key.Key_C, CONTROL), (Key.Key_Tab, None), (Key.Key_A, CONTROL),
)  # fmt: skip
ACTIONS = (
    "actionJoin", "actionSplit", "actionNextDoubt", "actionPreviousDoubt", "actionAcceptSeam",
    "actionMarkProofread", "actionNextArticle", "actionPreviousArticle", "actionUndo",
    "actionUndo", "actionRedo", "actionZoomIn", "actionZoomReset", "actionSave", "actionMoveUp",
    "actionMoveDown", "actionMoveToNext", "actionMoveToPrevious", "actionNewArticle",
    "actionMergeNext", "actionStatusNew", "actionStatusDisputed", "actionWhy", "actionFocus",
)  # fmt: skip


class Person:
    def __init__(self, window, qtbot, seed):
        self.window, self.qtbot, self.dice = window, qtbot, random.Random(seed)
        self.acts = []

    def act(self):
        name = self.dice.choice(
            ["key"] * 6 + ["type"] * 4 + ["action"] * 5 + ["caret"] * 4 + ["select"]
            + ["compose", "tag", "kind", "supply", "drag", "beside", "poll"]
        )  # fmt: skip
        self.acts.append(name)
        getattr(self, name)()

    @property
    def edit(self):
        return self.window.article.edit

    def key(self):
        code, modifier = self.dice.choice(KEYS)
        self.acts[-1] = f"{code.name} {modifier}"
        if code is Key.Key_A and self.dice.random() < 0.8:
            return
        self.qtbot.keyClick(self.edit, code, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self):
        self.qtbot.keyClicks(self.edit, self.dice.choice(["a", "bc ", " ", "x,"]))

    def action(self):
        name = self.dice.choice(ACTIONS)
        self.acts[-1] = name
        self.window.actions_by_id[name].trigger()

    def caret(self):
        if self.edit.sheet.blocks:
            index = self.dice.randrange(len(self.edit.sheet.blocks))
            self.edit.set_caret(
                index, self.dice.randint(0, len(self.edit.sheet.blocks[index].text))
            )
            self.edit.jumped.emit()

    def select(self):
        cursor = self.edit.textCursor()
        end = self.edit.document().characterCount() - 1
        cursor.setPosition(self.dice.randint(0, end))
        cursor.setPosition(self.dice.randint(0, end), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)

    def compose(self):
        compose(self.edit, "ni")
        compose(self.edit, commit=self.dice.choice(["你", "𠀀好", "", "。"]))

    def tag(self):
        self.window.tags.add(self.dice.choice(["会议", "经济"]))

    def kind(self):
        if self.window.article.article is not None:
            block = self.dice.choice(self.edit.sheet.blocks).id
            kind = self.dice.choice([*Kind, *[Kind.PARA] * 8])
            self.acts[-1] = f"kind {kind}"
            self.window.proofing.structure.kind(self.edit.sheet.index_of(block), kind)

    def supply(self):
        kind = self.dice.choice(HEAD_KINDS)
        self.window.proofing.structure.supply(kind, self.dice.choice(["补题", "𠀀", " "]))

    def drag(self):
        if self.edit.sheet.blocks:
            count = len(self.edit.sheet.blocks)
            self.window.proofing.structure.move(
                self.dice.randrange(count), self.dice.randint(0, count)
            )

    def beside(self):
        from reader.store.library import Library, Mode

        with Library.open(self.window.session.library.path, Mode.WRITE) as other:
            article = self.window.article.article
            if article is not None and self.dice.random() < 0.5:
                block = other.articles.get(article.id).blocks[-1]
                other.articles.edit(block.id, 0, 0, "旁")

    def poll(self):
        self.window.session.poll()


def look(window):
    """Compare what is shown with the library, when all is written."""
    window.article.typing.flush()
    window.session.poll()
    article = window.article.article
    assert article is None or window.article.typing.flush()
    if article is None:
        assert window.article.edit.document().isEmpty()
        return
    now = window.session.library.articles.get(article.id)
    sheet = window.article.edit.sheet
    assert [(b.id, b.kind, b.text) for b in sheet.blocks] == [
        (b.id, b.kind, b.text) for b in now.blocks
    ]
    assert window.article.article.blocks == now.blocks
    assert all(sheet.true_at(index) for index in range(len(sheet.blocks)))
    assert window.article.edit.document().blockCount() == len(sheet.blocks)
    for shown in sheet.blocks:
        assert list(shown.seams) == window.session.library.articles.seams(shown.id)
    assert window.article.article.tags == now.tags
    assert window.article.article.row == now.row
    assert window.article.article.status == now.status
    for shown in sheet.blocks:
        assert list(shown.amended) == window.session.library.articles.amendments(shown.id)
    assert window.issues.contents_list.current() == now.row


def soak(window, qtbot, seed, steps):
    person = Person(window, qtbot, seed)
    QApplication.clipboard().setText("贴\n上")
    for step in range(steps):
        person.act()
        if step % 5 == 4:
            look(window)
    look(window)
    report = check(window.session.library)
    assert report.sound, (report.faults, person.acts)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_library_is_what_is_shown(window, qtbot, seed):
    soak(window, qtbot, seed, 120)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 106))
def test_a_long_day(window, qtbot, seed):
    soak(window, qtbot, seed, 500)
