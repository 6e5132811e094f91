"""Every action in every state: no error, and something to see, or the reason why not."""

import pytest
from acting import add
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QToolButton

from reader.model import IssueFacts, Status
from reader.store.library import Library, Mode
from reader.ui import greyed
from reader.ui.actions import ACTIONS, slots_of
from reader.ui.filedialog import FileDialog
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window
STATES = ("no library", "empty", "reading", "article", "results", "journal", "settings")


@pytest.fixture
def asked(monkeypatch):
    """Answer Qt's own choosers, and a window that should close, with nothing; note what asked."""
    told = []
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(FileDialog, name, lambda *_, **__: told.append("chooser") or ("", ""))
    for name in ("getOpenFileNames", "getExistingDirectory"):
        monkeypatch.setattr(FileDialog, name, lambda *_, **__: told.append("chooser") or "")
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: told.append("message"))
    monkeypatch.setattr(QToolButton, "showMenu", lambda *_: told.append("menu"))
    monkeypatch.setattr(MainWindow, "close", lambda *_: told.append("closed"))
    return told


class Stand:
    """A window in a state, which is taken again after each action."""

    def __init__(self, window, state, qtbot, asked):
        self.window, self.state, self.bot, self.asked = window, state, qtbot, asked
        self.article = self.issue = None

    def take(self):
        window = self.window
        self._close_what_is_over()
        window.focus.leave()
        window.status.tell("")
        if not window.session.is_open:
            return
        self._turn_back()
        if window.seeking.open and self.state != "results":
            window.seeking.leave()
        if self.state == "results":
            window.search_box.ask("")
            window.search_box.ask("文字")
            self.settle()
            window.search.list.setFocus()
        if window.columns.journal_shown != (self.state == "journal"):
            window.chronicle.toggle_journal()
        if self.article is not None and self.state not in ("no library", "empty", "results"):
            window.issues.show_article(self.article, self.issue)
            window.article.open(self.article)
            window.article.edit.set_caret(1, 4)
            window.article.edit.setFocus()
        window.actions_by_id["actionProofView"].trigger()
        window.wishes.zoom_reset()
        QApplication.clipboard().setText("")
        if self.state == "settings":
            window.preferring.settings()
        self.settle()
        window.status.saved.setText("")  # else the same second would look as if nothing was done
        window.status.tell("")

    def _turn_back(self):
        """Undo what an action did, or redo what it undid."""
        session = self.window.session
        redo = session.steps.redo
        if session.writable and redo is not None and redo.id == self.head:
            session.redo()
        while session.writable and self._head() != self.head:
            assert session.undo() is not None

    def _head(self):
        undo = self.window.session.steps.undo
        return undo.id if undo is not None else None

    def note(self):
        """Note where all begins: behind one step, with another to redo."""
        window = self.window
        if window.session.writable and window.article.article is not None:
            for status in (Status.WORKING, Status.DISPUTED):
                articles = window.session.library.articles
                window.session.write(articles.set_status, status, [window.article.article.id])
            window.session.undo()
        self.head = self._head()
        article = self.window.article.article
        if article is not None:
            self.article, self.issue = article.id, article.issue

    def _close_what_is_over(self):
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self.settle()

    def settle(self):
        self.bot.waitUntil(lambda: not self.window.session.busy, timeout=20_000)
        self.bot.waitUntil(lambda: not self.window.search.searching, timeout=20_000)
        QApplication.processEvents()

    def looks(self):
        """Give what a person sees or hears of the window."""
        window = self.window
        over = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
        over = [w for w in over if isinstance(w, QDialog | QMenu)]
        return (
            window.grab().toImage(),
            sorted(w.objectName() or type(w).__name__ for w in over),
            len(over),
            window.status.said.text(),
            window.focusWidget(),
            QApplication.clipboard().text(),
            len(self.asked),
        )


@pytest.fixture
def stand(request, open_window, path, tmp_path, qtbot, asked, dressed):
    """Make a window in a state; its caret stands still, so that what changes was done."""
    dressed.setCursorFlashTime(0)
    state = request.param
    if state == "no library":
        window = MainWindow()
        qtbot.addWidget(window)
        window.show()
    elif state == "empty":
        window = open_window(tmp_path / "empty.db")
    elif state == "reading":
        open_window(path)
        window = open_window(path)
    else:
        with Library.open(path, Mode.WRITE) as library:  # so that there is something to undo to
            add(library, "=三\n\n三的正文。\n", "three.txt", IssueFacts("报", "2025-09", True))
            library.index.catch_up()
        window = open_window(path)
    window.resize(1100, 700)
    made = Stand(window, state, qtbot, asked)
    made.note()
    return made


@pytest.mark.parametrize("stand", STATES, indirect=True)
def test_each_action_is_seen_or_says_why_not(stand):
    window, silent, blind = stand.window, [], []
    for row in ACTIONS:
        action = window.actions_by_id[row.id]
        stand.take()
        if not action.isEnabled():
            if action.toolTip().count("\n") < 2:
                blind.append(row.id)
            continue
        before = stand.looks()
        action.trigger()
        stand.settle()
        if stand.looks() == before:
            silent.append(row.id)
    stand.take()
    assert (silent, blind) == ([], [])


@pytest.mark.parametrize("stand", ["article"], indirect=True)
def test_nothing_moves_where_nothing_is_done(stand):
    stand.take()
    before = stand.looks()
    stand.take()
    assert stand.looks() == before


@pytest.mark.parametrize("stand", ["no library"], indirect=True)
def test_the_settings_ask_nothing_of_a_library_that_is_not_there(stand, monkeypatch):
    opened = []
    monkeypatch.setattr("reader.ui.preferring.QDesktopServices.openUrl", opened.append)
    stand.window.preferring.settings()
    stand.window.preferring.back_up()
    assert stand.window.status.said.text() == "No library is open."
    stand.window.status.tell("")
    stand.window.restoring.restore()
    assert stand.window.status.said.text() == "No library is open."
    stand.window.preferring._open_folder()
    assert opened


@pytest.mark.parametrize("stand", ["reading"], indirect=True)
def test_a_greyed_action_says_why_and_no_longer_once_it_can_be_done(stand):
    window = stand.window
    join = window.actions_by_id["actionJoin"]
    assert join.toolTip().endswith(f"\n{greyed.why(greyed.Lack.WRITING)}")
    others = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    next(w for w in others if w.session.writable).session.close()
    window.session.poll()
    assert join.isEnabled()
    assert "Not now" not in join.toolTip()


@pytest.mark.parametrize("stand", ["article"], indirect=True)
def test_what_would_change_nothing_says_so(stand, qtbot):
    stand.take()
    window = stand.window
    told = window.status.said.text
    window.actions_by_id["actionStatusWorking"].trigger()
    assert told() == "The article has this status already."
    for _ in range(3):
        window.actions_by_id["actionMarkProofread"].trigger()
    assert told() == "The article has had its second proof already."
    for _ in range(30):
        window.actions_by_id["actionZoomIn"].trigger()
    assert told() == "The text is as large as it can be."
    for _ in range(30):
        window.actions_by_id["actionZoomOut"].trigger()
    assert told() == "The text is as small as it can be."


class Everything:
    """Has every slot of the table."""


for _row in ACTIONS:
    setattr(Everything, _row.slot, lambda self: self)


class Own(Everything):
    """Has them by its base, as slots are had by a widget's class."""


class Second:
    def search(self):
        """Search elsewhere."""


class Before(Second):
    goes_before = frozenset({"search"})


def test_a_slot_is_had_by_one_holder_and_who_goes_before_it_says_so(window):
    own, before = Own(), Before()
    assert slots_of(own)["search"].__self__ is own
    for holders in ((own, before), (before, own)):
        slots = slots_of(*holders)
        assert slots["search"].__self__ is before
        assert slots["undo"].__self__ is own
        assert len(slots) == len({row.slot for row in ACTIONS})
    for holders in ((own, Second()), (Second(), own), (before,), (Second(),),
                    (own, before, Second()), (own, before, Before())):  # fmt: skip
        with pytest.raises(AssertionError, match="is a slot of"):
            slots_of(*holders)
    for slot in window.focus.goes_before:
        assert slot in {row.slot for row in ACTIONS}
