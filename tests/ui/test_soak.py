"""A person who presses anything: what is shown is what is in the library, and it stays sound."""

import random

import pytest
from conftest import compose
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu

from reader.model import HEAD_KINDS, Kind
from reader.store.check import check
from reader.store.library import Library, Mode
from reader.ui.menus.view import THEMES

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
    "actionStatusWorking", "actionStatusProofed1", "actionStatusProofed2", "actionStatusNontext",
    "actionTakeSuggestion", "actionRefuseSuggestion", "actionFirstSteps",
)  # fmt: skip
RARE = (
    "actionWithdraw", "actionWithdrawSamples", "actionPageEarlier", "actionPageLater",
    "actionToggleSource", "actionTogglePicture", "actionJournal", "actionZoomOut", "actionSearch",
)  # fmt: skip
DIALOGS = (
    "actionImport", "actionImportFolder", "actionExport", "actionSupply", "actionSettings",
    "actionKeys", "actionAbout", "actionDoctor", "actionMergeIssue",
    "actionMovePage", "actionOpenLibrary",
    "actionNewLibrary", "actionSaveCopy", "actionImportReport", "actionKind", "actionSortIssues",
    "actionSortContents", "actionCorrectIssue", "actionFilterLists",
)  # fmt: skip
QUERIES = ("会议", "第二", "has:doubt", "tag:会议", '"的', "没有的", "旁 status:new", "")


class Person:
    def __init__(self, window, qtbot, seed):
        self.window, self.qtbot, self.dice = window, qtbot, random.Random(seed)
        self.acts = []

    def act(self):
        name = self.dice.choice(
            ["key"] * 6 + ["type"] * 4 + ["action"] * 5 + ["caret"] * 4 + ["select"]
            + ["compose", "topic", "kind", "supply", "drag", "beside", "poll", "rare", "dialog"]
            + ["issue", "lists", "filter", "phrase", "tree", "chronicle", "search", "dress"]
        )  # fmt: skip
        self.acts.append(name)
        getattr(self, name)()

    @property
    def edit(self):
        return self.window.article.edit

    def press(self, widget, code, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(widget, code, modifiers)

    def key(self):
        code, modifier = self.dice.choice(KEYS)
        self.acts[-1] = f"{code.name} {modifier}"
        if code is Key.Key_A and self.dice.random() < 0.8:
            return
        if self.edit.isVisible():
            self.press(self.edit, code, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self):
        if self.edit.isVisible():
            self.qtbot.keyClicks(self.edit, self.dice.choice(["a", "bc ", " ", "x,"]))

    def action(self):
        self.trigger(self.dice.choice(ACTIONS))

    def rare(self):
        self.trigger(self.dice.choice(RARE))

    def trigger(self, name):
        self.acts[-1] = name
        self.window.actions_by_id[name].trigger()

    def dialog(self):
        """Ask for something and think better of it; a menu of a button waits for an answer."""
        QTimer.singleShot(0, self.escape)
        self.trigger(self.dice.choice(DIALOGS))
        self.escape()

    def escape(self):
        for _ in range(3):
            shown = [m for m in self.window.findChildren(QMenu) if m.isVisible()]
            shown += [d for d in self.window.findChildren(QDialog) if d.isVisible()]
            for widget in shown:
                self.press(widget, Key.Key_Escape)
            if not shown:
                break
        else:
            pytest.fail(f"{shown} cannot be left: {self.acts[-1]}")
        form = self.window.issues.correcting.form
        if form.isVisible():
            self.press(form.date, Key.Key_Escape)
        self.press(self.window.focusWidget() or self.window, Key.Key_Escape)

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

    def enter(self, line, text):
        line.setFocus()
        compose(line, commit=text)
        self.press(line, Key.Key_Return)

    def topic(self):
        if self.window.tags.input.isEnabled():
            self.enter(self.window.tags.input, self.dice.choice(["会议", "经济", "经济/企业"]))

    def phrase(self):
        self.caret()
        if not self.edit.sheet.blocks or not self.edit.isVisible():
            return
        for _ in range(self.dice.randint(0, 4)):
            self.press(self.edit, Key.Key_Right, SHIFT)
        self.trigger("actionTagPhrase")
        if self.window.tags.input.hasFocus():
            self.topic()

    def tree(self):
        view = self.dice.choice([self.window.tags.list, self.window.tags.phrases])
        keys = (Key.Key_Down, Key.Key_Up, Key.Key_Space, Key.Key_Delete, Key.Key_F2, Key.Key_1,
                Key.Key_M)  # fmt: skip
        code = self.dice.choice(keys)
        self.acts[-1] = f"{view.objectName()} {code.name}"
        if view.isVisible() and view.currentIndex().isValid():
            self.press(view, code, CONTROL if code is Key.Key_M else Qt.KeyboardModifier(0))
            there = self.window.focusWidget()
            if there is not None and there.objectName() in ("topicName", "tagInput"):
                self.enter(there, self.dice.choice(["", "财", "会议", "财/经"]))
                self.press(self.window.focusWidget() or self.window, Key.Key_Escape)

    def issue(self):
        """Correct an issue, merge it, or move a page."""
        name = self.dice.choice(["actionCorrectIssue", "actionMergeIssue", "actionMovePage"])
        self.trigger(name)
        form = self.window.issues.correcting.form
        if form.isVisible():
            self.qtbot.keyClicks(form.date, self.dice.choice(["2025-03-01", "soon", "2024"]))
            self.press(form.date, Key.Key_Return)
        for dialog in self.window.findChildren(QDialog, "chooseIssue"):
            if dialog.isVisible():
                self.press(dialog.filter, Key.Key_Return)
        self.escape()

    def lists(self):
        view = self.dice.choice([self.window.issues.issue_list, self.window.issues.contents_list])
        if view.isVisible():
            self.press(view, self.dice.choice([Key.Key_Down, Key.Key_Up, Key.Key_End]))

    def filter(self):
        field = self.window.issues.filtering.field
        self.trigger("actionFilterLists")
        if field.isVisible():
            compose(field, commit=self.dice.choice(["会议", "社区", "没有的"]))
            if self.dice.random() < 0.8:
                self.press(field, Key.Key_Escape)

    def chronicle(self):
        panel = self.window.journal
        if not panel.isVisible():
            self.trigger("actionJournal")
        for _ in range(self.dice.randint(0, 3)):
            self.press(panel.list, self.dice.choice([Key.Key_Down, Key.Key_Down, Key.Key_Up]))
        act = self.dice.choice([None, panel.of_article, panel.of_library, panel.go, panel.go])
        if act is None:
            self.press(panel.list, Key.Key_Return)
        else:
            self.qtbot.mouseClick(act, Qt.MouseButton.LeftButton)

    def search(self):
        query = self.dice.choice(QUERIES)
        self.acts[-1] = f"search {query}"
        self.window.actions_by_id["actionSearch"].trigger()
        box = self.window.search_box
        compose(box, commit=query)
        self.press(box, Key.Key_Return)
        if self.dice.random() < 0.5:
            self.qtbot.waitUntil(lambda: not self.window.search.searching)
        self.press(box, Key.Key_Down)
        self.press(box, self.dice.choice([Key.Key_Return, Key.Key_Escape]))
        if self.dice.random() < 0.8:
            self.press(self.window.focusWidget() or self.window, Key.Key_Escape)

    def dress(self):
        if self.dice.random() < 0.5:
            self.window.actions_by_id[self.dice.choice([*THEMES])].trigger()
        else:
            self.window.resize(self.dice.choice([1280, 1440, 1700]), self.dice.choice([720, 900]))

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

    look_at_lists(window)


def look_at_lists(window):
    library = window.session.library
    shown = [row.name for row in window.tags.tags.facts if not row.id.startswith("/")]
    assert sorted(shown) == sorted(row.name for row in library.tags.list())
    assert window.issues.lists.whole == len(library.issues.rows())
    article = window.article.article
    if window.topics.rest.isActive():
        window.topics._read()  # what typing did to the phrases is read at rest
    if not window.seeking.open:
        phrases = library.tags.phrases(article.id) if article is not None else ()
        assert tuple(window.tags.phrases.phrases.facts) == tuple(phrases)
    steps = window.session.steps
    assert window.actions_by_id["actionUndo"].isEnabled() is (steps.undo is not None)
    undo, redo = library.journal.peek()
    assert steps.redo == redo
    assert steps.undo == (None if library.journal.holds_only_samples() else undo)


@pytest.fixture
def unanswered(monkeypatch):
    """Let the system's choosers be left without an answer."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")


def soak(person, steps, every=100):
    """Let a person act; look at what is shown each few acts, and check each hundred."""
    QApplication.clipboard().setText("贴\n上")
    for step in range(1, steps + 1):
        try:
            person.act()
            if step % 5 == 0:
                look(person.window)
        except BaseException as error:
            error.add_note(f"after {step}: {person.acts[-12:]}")
            raise
        if step % every == 0 or step == steps:
            look(person.window)
            report = check(person.window.session.library)
            assert report.sound, (report.faults, person.acts)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("unanswered")
def test_whatever_is_pressed_the_library_is_what_is_shown(window, qtbot, seed):
    soak(Person(window, qtbot, seed), 100)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
@pytest.mark.usefixtures("unanswered")
def test_a_long_day(open_window, path, qtbot, seed):
    """Act a thousand times, ten seeds of it, and begin anew in the middle."""
    person = Person(open_window(path), qtbot, seed)
    soak(person, 500)
    person.window.close()
    person.window = open_window(path)
    soak(person, 500)
