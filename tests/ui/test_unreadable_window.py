"""A library that cannot be read: what is wrong is said; a backup, its texts, another offered."""

import pytest
from PySide6.QtCore import Qt

from reader import places
from reader.errors import JiaokanError, LibraryInUseError, UnreadableError
from reader.store.library import Library, Mode
from reader.store.locks import WindowLock
from reader.ui import known
from reader.ui.dialogs.restoring import RestoreDialog
from reader.ui.dialogs.unreadable import UnreadableDialog
from reader.ui.filedialog import FileDialog
from reader.ui.unreadable import Unreadable
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


def head_lost(file):
    with file.open("r+b") as opened:
        opened.write(b"\xa5" * 100)


def ledger_lost(file):
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 8192)


def newer(file):
    with file.open("r+b") as opened:
        opened.seek(60)
        opened.write((999).to_bytes(4, "big"))


def form(file):
    with file.open("r+b") as opened:
        opened.seek(18)
        opened.write(b"\x03")


HARM = {
    "form": (form, "that form 3 of file", True),
    "head": (head_lost, "does not begin as a library does", True),
    "ledger": (ledger_lost, "is damaged", True),
    "short": (lambda file: file.write_bytes(file.read_bytes()[:50]), "was cut off", True),
    "another": (lambda file: file.write_text("a letter\n" * 90), "another file took", True),
    "newer": (newer, "by a later version", False),
}


@pytest.fixture
def lost(path, request):
    """Give a library with a backup, which then cannot be read any more."""
    with Library.open(path, Mode.WRITE) as library:
        library.backups.make()
    harm, *_ = HARM[getattr(request, "param", "head")]
    harm(path)
    return path


@pytest.fixture
def beginning(qtbot, dressed):
    """Begin a window on a library, as the program does."""

    def begun(path):
        window = MainWindow()
        qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
        window.show()
        window.begin(path)
        window._open_now()
        return window

    return begun


@pytest.fixture
def asked(beginning, monkeypatch):
    """Begin a window on a library that cannot be read; give it and its question, still open."""
    made = []

    def ask(self):
        made.append(self)
        self.dialog.show()
        return True  # the window stays

    def begun(path):
        monkeypatch.setattr(Unreadable, "ask", ask)
        window = beginning(path)
        return window, made[-1]

    return begun


def put(qtbot, monkeypatch, *, other=None):
    """Answer the next dialog of backups: the first one, or a file; go on by keys alone."""
    said = []

    def act(dialog):
        dialog.show()
        if other is not None:
            monkeypatch.setattr(FileDialog, "getOpenFileName", other)
            qtbot.keyClick(dialog.other, Qt.Key.Key_Space)
        restoring = dialog.parent().parent().restoring
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not restoring._errand.running)
        qtbot.waitUntil(lambda: not dialog.busy)
        said.append(dialog.facts.text())
        dialog.close()
        return dialog.result()

    monkeypatch.setattr(RestoreDialog, "exec", act)
    return said


@pytest.mark.parametrize("lost", HARM, indirect=True)
def test_a_backup_is_put_in_its_place_by_keys_and_the_file_set_aside(
    asked, lost, qtbot, monkeypatch, request
):
    before = lost.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(known, "ids_at", lambda _: {one.name for one in backups_there()})
        window, question = asked(lost)
        _, words, rescued = HARM[request.node.callspec.params["lost"]]
        dialog = question.dialog
        assert words in dialog.why.text()
        assert dialog.why.text().endswith("Nothing was written to it.")
        assert dialog.rescue.isVisible() is rescued
        put(qtbot, patch)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert window.session.writable
    assert window.article.article is not None
    (aside,) = (places.backups_folder() / "damaged").iterdir()
    assert aside.read_bytes() == before
    assert str(aside) in window.status.said.text()


def backups_there():
    return [one for one in places.backups_folder().iterdir() if one.name != "damaged"]


def test_its_backups_are_known_by_the_place_where_it_lay(window, beginning, path, qtbot):
    window.session.library.backups.make()
    mine = window.session.library.id
    window.session.close()
    assert known.ids_at(path) == {mine}
    assert known.ids_at(path.parent / "else" / path.name) == {mine}
    assert known.ids_at(path.with_name("other.db")) == frozenset()


def test_a_list_of_places_that_is_broken_is_none(home, path):
    known.remember("libraries", ["no", "list"])
    assert known.ids_at(path) == frozenset()


def test_a_backup_that_was_kept_elsewhere_can_be_chosen(asked, lost, qtbot, monkeypatch):
    (folder,) = backups_there()
    (backup,) = folder.iterdir()
    elsewhere = backup.replace(lost.with_name("elsewhere.db"))
    began = []

    def chosen(_parent, _title, begin, *_):
        began.append(begin)
        return str(elsewhere), ""

    window, question = asked(lost)
    put(qtbot, monkeypatch, other=chosen)
    qtbot.keyClick(question.dialog.restore, Qt.Key.Key_Space)
    assert window.session.is_open
    assert began == [str(places.backups_folder())]


def test_where_no_backup_is_found_it_is_said_how_to_choose_one(asked, lost, qtbot, monkeypatch):
    (folder,) = backups_there()
    folder.rename(lost.with_name("gone"))
    said = []
    monkeypatch.setattr(RestoreDialog, "exec", lambda d: said.append(d.facts.text()))
    window, question = asked(lost)
    question.dialog.restore.click()
    assert said[0].startswith("No backup of this library was found.")
    assert not window.session.is_open
    assert question.dialog.isVisible()


def test_what_another_window_holds_is_not_replaced(asked, lost, qtbot, monkeypatch):
    before = lost.read_bytes()
    window, question = asked(lost)
    with WindowLock(lost).held():
        said = put(qtbot, monkeypatch)
        question.dialog.restore.click()
    assert said == [window.words.fault(LibraryInUseError(str(lost), "window"))]
    assert lost.read_bytes() == before
    assert not window.session.is_open


@pytest.mark.parametrize("lost", ["head"], indirect=True)
def test_its_texts_are_saved_into_a_new_folder(asked, lost, qtbot, monkeypatch, tmp_path):
    before = lost.read_bytes()
    chosen = tmp_path / "kept"
    (chosen / "Texts_of_library").mkdir(parents=True)
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_: str(chosen))
    _, question = asked(lost)
    dialog = question.dialog
    qtbot.keyClick(dialog.rescue, Qt.Key.Key_Space)
    assert not dialog.leave.isEnabled()
    dialog.reject()
    dialog.close()
    assert dialog.isVisible()
    with qtbot.waitSignal(question.errand.ended, timeout=30_000):
        pass
    out = chosen / "Texts_of_library-2"
    assert dialog.facts.text().startswith(f"Saved in {out}: 2 pages as received, 3 articles")
    assert len(list((out / "pages").iterdir())) == 2
    assert lost.read_bytes() == before
    assert dialog.leave.isEnabled()


@pytest.mark.parametrize("lost", ["another"], indirect=True)
def test_where_there_is_no_text_nothing_is_written(asked, lost, qtbot, tmp_path):
    _, question = asked(lost)
    question.rescue(tmp_path)
    with qtbot.waitSignal(question.errand.ended, timeout=30_000):
        pass
    assert question.dialog.facts.text().startswith("No text could be found in it")
    assert not list(tmp_path.glob("Texts*"))


def test_a_bug_while_saving_goes_on_to_the_last_resort(asked, lost):
    _, question = asked(lost)
    with pytest.raises(ZeroDivisionError):
        question._on_failed(ZeroDivisionError("y"))
    assert question.dialog.facts.text() == "Nothing was saved."


def test_another_library_can_be_opened_instead(asked, lost, tmp_path, qtbot, monkeypatch):
    sound, stranger, damaged = (tmp_path / f"{name}.db" for name in ("sound", "strange", "damaged"))
    Library.open(sound, Mode.CREATE).close()
    stranger.write_bytes(b"x" * 200)
    damaged.write_bytes(sound.read_bytes()[:4096] + b"\xff" * 8192)
    chosen = [sound, damaged, stranger, ""]
    monkeypatch.setattr(FileDialog, "getOpenFileName", lambda *_: (str(chosen.pop()), ""))
    window, question = asked(lost)
    another = question.dialog.another
    qtbot.keyClick(another, Qt.Key.Key_Space)
    assert question.dialog.isVisible()
    qtbot.keyClick(another, Qt.Key.Key_Space)
    assert "strange.db is not a library" in question.dialog.facts.text()
    assert question.path == lost  # nothing is put in the place of what was only chosen by mistake
    qtbot.keyClick(another, Qt.Key.Key_Space)
    assert question.path == damaged
    qtbot.keyClick(another, Qt.Key.Key_Space)
    assert window.session.holds(sound)
    assert question.dialog.result() == UnreadableDialog.DialogCode.Accepted


def test_what_no_backup_can_mend_is_told_and_none_is_offered(beginning, path, monkeypatch):
    def closed(*_, **__):
        raise UnreadableError(str(path), "read", says="Permission denied")

    seen = []

    def look(dialog):
        dialog.show()
        seen.append((dialog.restore.isVisible(), dialog.rescue.isVisible(), dialog.why.text()))
        dialog.close()
        return dialog.result()

    monkeypatch.setattr("reader.ui.session.as_far_as_possible", closed)
    monkeypatch.setattr(UnreadableDialog, "exec", look)
    window = beginning(path)
    assert seen == [(False, False, f"{path} cannot be read.")]
    assert window.exit_status == 3


@pytest.mark.parametrize("lost", ["ledger"], indirect=True)
def test_a_damaged_one_that_is_chosen_beside_an_open_one_is_asked_about(
    open_window, lost, tmp_path, monkeypatch
):
    other = tmp_path / "other.db"
    Library.open(other, Mode.CREATE).close()
    window = open_window(other)
    seen = []
    monkeypatch.setattr(UnreadableDialog, "exec", lambda d: seen.append(d.why.text()))
    assert not window.libraries.switch(lost)
    assert "is damaged" in seen[0]
    assert window.session.holds(other)


def test_escape_leaves_it_as_it_is(asked, lost, qtbot):
    before = lost.read_bytes()
    window, question = asked(lost)
    qtbot.keyClick(question.dialog, Qt.Key.Key_Escape)
    assert not question.dialog.isVisible()
    assert lost.read_bytes() == before
    with pytest.raises(JiaokanError):
        window.open_library(lost)


def test_nothing_of_a_library_stands_where_none_is_open(qtbot, dressed):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.issues.samples.isHidden()
    assert window.issues.furniture.isHidden()
