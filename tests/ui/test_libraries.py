"""New, open, the last ones, a copy: whole libraries in one window."""

import threading

import pytest
from PySide6.QtCore import Qt

from reader.errors import DiskFullError, OutputError
from reader.store.library import Library, Mode
from reader.ui import state
from reader.ui.filedialog import FileDialog

pytestmark = pytest.mark.window


@pytest.fixture
def chosen(monkeypatch):
    """Answer the next file dialog."""

    def answer(path):
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(FileDialog, name, lambda *_, **__: (str(path or ""), ""))

    return answer


def recent(window):
    menu = window.actions_by_id["actionRecent"].menu()
    menu.aboutToShow.emit()
    return menu.actions()


def test_a_last_library_that_cannot_be_looked_at_is_greyed_and_the_others_are_there(
    window, path, tmp_path
):
    """A name too long, a folder closed to us, a network that is gone: the list ended there."""
    state.save(state.State(recent=(str(tmp_path / ("l" * 300 + ".db")), str(path))))
    rows = recent(window)
    assert rows[0].text().endswith("(not there)")
    assert not rows[0].isEnabled()
    assert path.name in rows[1].text()


def test_a_new_library_takes_the_place_of_the_old_one(window, chosen, press, tmp_path, path):
    window.seeking.search()
    window.search_box.setText("正文")
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    chosen(tmp_path / "new")
    press(window, "actionNewLibrary")
    assert window.session.library.path == tmp_path / "new.db"
    assert window.session.writable
    assert window.article.article is None
    assert window.issues.issues.rowCount() == window.issues.contents.rowCount() == 0
    assert window.tags.tags.rowCount() == 0
    assert window.journal.rows.rowCount() == 0
    assert window.source.edit.toPlainText() == ""
    assert window.search_box.text() == ""
    assert window.windowTitle() == "new.db — Jiaokan"
    assert window.beginning.empty.isVisible()
    with Library.open(path, Mode.WRITE) as left:
        left.tags.add("旁", [next(left.articles.rows()).id])


def test_a_name_that_is_sqlites_is_told_as_such(window, chosen, press, tmp_path, path):
    """Another place was asked for, where another name is wanted."""
    chosen(tmp_path / "new.db-wal")
    press(window, "actionNewLibrary")
    assert window.session.library.path == path
    assert not (tmp_path / "new.db-wal").exists()
    said = {
        detail: window.words.fault(OutputError("/x/y", detail))
        for detail in ("side_name", "beside", "no_file")
    }
    assert "beside another library. Choose another name." in said["side_name"]
    assert "Move it elsewhere" in said["beside"]
    assert "no ordinary file" in said["no_file"]


def test_back_and_forth_keeps_the_place(window, tmp_path, path):
    window.wishes.next_article()
    here = window.article.article.id
    window.article.edit.set_caret(1, 2)
    assert window.libraries.switch(tmp_path / "new.db")
    assert window.libraries.switch(path)
    assert (window.article.article.id, window.article.edit.caret()) == (here, (1, 2))
    assert window.article.isVisible()


def test_what_is_typed_is_written_before_another_is_opened(window, qtbot, tmp_path, path, texts):
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    article = window.article.article.id
    window.libraries.switch(tmp_path / "new.db")
    with Library.open(path) as library:
        assert library.articles.get(article).blocks[1].text.startswith("Q")


def test_what_cannot_be_opened_leaves_the_old_one(window, chosen, press, tmp_path, path):
    stranger = tmp_path / "stranger.db"
    stranger.write_bytes(b"x" * 200)
    here = window.article.article.id
    before = window.session.library
    chosen(stranger)
    press(window, "actionOpenLibrary")
    assert window.session.library is before
    assert window.session.library.path == path
    assert window.session.writable
    assert window.article.article.id == here
    assert "is not a library" in window.status.said.text()
    assert window.status.tick.isVisible()


def test_one_that_was_deleted_meanwhile_is_not_made_anew(window, tmp_path, path):
    stranger = tmp_path / "stranger.db"
    stranger.write_bytes(b"x" * 200)
    window.session.poll()
    path.unlink()
    assert not window.libraries.switch(stranger)
    assert not path.exists()


def test_what_cannot_be_saved_is_asked_about(window, qtbot, tmp_path, path, monkeypatch):
    def full(*_, **__):
        raise DiskFullError("library")

    monkeypatch.setattr(type(window.session.library.articles), "edit_all", full)
    monkeypatch.setattr(window.wishes, "lose", lambda: False)
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    assert not window.libraries.switch(tmp_path / "new.db")
    assert window.session.library.path == path
    window.article.typing.drop()


def test_no_answer_changes_nothing(window, chosen, press, path):
    chosen(None)
    for name in ("actionNewLibrary", "actionOpenLibrary", "actionSaveCopy"):
        press(window, name)
    assert window.session.library.path == path
    assert not window.session.busy


def test_the_open_one_and_a_busy_window(window, qtbot, tmp_path, path):
    assert not window.libraries.switch(path)
    assert "open already" in window.status.said.text()
    gate = threading.Event()
    job = window.session.job(lambda *_: gate.wait(20), writes=False)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        window.session.start(job)
        assert not window.libraries.switch(tmp_path / "new.db")
        assert "job is running" in window.status.said.text()
        gate.set()


def test_the_open_one_by_a_link_is_open_already(window, chosen, press, path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    assert not window.libraries.switch(link)
    assert window.status.said.text() == "This library is open already."
    assert window.reading_bar.isHidden()
    assert window.session.writable
    assert window.session.library.path == path
    chosen(link)
    press(window, "actionNewLibrary")
    assert "there already, and open" in window.status.said.text()


def test_the_open_one_is_greyed_by_whatever_name_it_was_opened(window, path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    state.save(state.State(recent=(str(link),)))
    (row,) = recent(window)
    assert not row.isEnabled()


def test_links_in_a_circle_are_no_library(window, path, tmp_path):
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    one.symlink_to(other)
    other.symlink_to(one)
    assert not window.libraries.switch(one)
    assert "is not a library" in window.status.said.text()
    assert window.session.library.path == path


def test_new_over_an_old_one_opens_it_as_it_is(window, chosen, press, tmp_path, path):
    window.libraries.switch(tmp_path / "new.db")
    chosen(path)
    press(window, "actionNewLibrary")
    assert window.session.library.issues.any()
    assert "was there already" in window.status.said.text()


def test_the_last_ones_are_listed_and_missing_ones_greyed(window, tmp_path, path, qtbot):
    window.libraries.switch(tmp_path / "gone.db")
    window.libraries.switch(tmp_path / "new.db")
    (tmp_path / "gone.db").unlink()
    new, gone, old = recent(window)
    assert new.text().startswith("&1  new.db")
    assert not new.isEnabled()
    assert gone.text().endswith("(not there)")
    assert not gone.isEnabled()
    assert old.isEnabled()
    old.trigger()
    assert window.session.library.path == path
    assert state.load().recent[0] == str(path)


def test_none_yet(window):
    state.save(state.State())
    (row,) = recent(window)
    assert (row.text(), row.isEnabled()) == ("None yet", False)


def test_a_copy_is_written_verified_and_counted(window, chosen, press, qtbot, tmp_path):
    chosen(tmp_path / "copy")
    with qtbot.waitSignal(window.session.job_started) as started:
        press(window, "actionSaveCopy")
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass
    assert window.status.said.text().startswith("Copied and verified: 3 articles, ")
    with Library.open(tmp_path / "copy.db") as copied:
        assert copied.id == window.session.library.id


def test_a_copy_over_a_stranger_is_refused(window, qtbot, tmp_path):
    stranger = tmp_path / "stranger.txt"
    stranger.write_text("mine")
    with qtbot.waitSignal(window.session.job_started) as started:
        window.libraries.copy_to(stranger)
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass
    assert stranger.read_text() == "mine"
    assert "cannot be written" in window.status.said.text()


def test_the_empty_pane_and_the_search_give_way_to_each_other(window, tmp_path, qtbot):
    window.libraries.switch(tmp_path / "new.db")
    window.seeking.search()
    window.search_box.setText("甲")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.search.isVisible()
    window.seeking.leave()
    assert window.beginning.empty.isVisible()
