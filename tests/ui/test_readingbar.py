"""A second window reads, says so, and writes as soon as it may; what others write shows."""

import os

import pysqlite3
import pytest
from aging import grow_old
from PySide6.QtCore import Qt

from reader import places
from reader.errors import DiskFullError, LibraryInUseError, ReadOnlyError
from reader.model import Status
from reader.store import opening
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window


def test_a_second_window_says_that_it_reads(window, open_window, path, qtbot):
    assert window.reading_bar.isHidden()
    second = open_window(path)
    bar = second.reading_bar
    assert bar.isVisible()
    assert "another window" in bar.said.text()
    qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    assert bar.again.text() == "Try again (still not)"
    window.session.close()
    bar.again.setFocus()
    qtbot.keyClick(bar.again, Qt.Key.Key_Space)
    assert second.session.writable
    assert bar.isHidden()


def test_a_file_that_cannot_be_written_is_said_to_be_so(open_window, path, monkeypatch):
    monkeypatch.setattr("reader.store.opening.can_write", lambda _: False)
    second = open_window(path)
    assert "cannot be written" in second.reading_bar.said.text()


def test_a_library_with_two_names_is_told_as_such(open_window, path):
    other = path.with_name("other.db")
    os.link(path, other)
    window = open_window(path)
    said = window.reading_bar.said.text()
    assert "several names" in said
    assert "another window" not in said
    window.session.poll()
    assert not window.session.writable
    other.unlink()
    window.session.poll()
    assert window.session.writable
    assert window.reading_bar.isHidden()


def test_a_library_of_too_long_a_name_is_told_as_such(open_window, path):
    window = open_window(path.rename(path.with_name("x" * 248)))
    assert "name is too long" in window.reading_bar.said.text()


@pytest.fixture
def unchanging(monkeypatch):
    """Let a library be opened without locks, as where nothing can be written; give the switch."""
    closed = [True]
    monkeypatch.setattr(opening, "can_write", lambda _: not closed[0])

    def written(path, *, close=True):
        closed[0] = False
        other = Library.open(path, Mode.WRITE, actor="乙")
        closed[0] = True
        other.articles.set_status(Status.PROOFED1, [one.id for one in other.articles.rows()])
        if close:
            other.close()
        return other

    return written


def test_what_another_writes_where_this_window_cannot_is_read_anew(open_window, path, unchanging):
    window = open_window(path)
    assert window.article.article.status is Status.NEW
    unchanging(path)
    window.session.poll()
    assert window.article.article.status is Status.PROOFED1
    assert not window.session.writable
    before = window.session.library
    window.session.poll()
    assert window.session.library is before


def test_where_it_cannot_be_read_anew_yet_that_is_said(open_window, path, unchanging):
    window = open_window(path)
    with unchanging(path, close=False):
        window.session.poll()
        assert "Until then what it wrote is not shown" in window.status.said.text()
        assert window.status.saved.text() != "Not saved"
        assert window.article.article.status is Status.NEW
    window.session.poll()
    assert window.article.article.status is Status.PROOFED1
    assert window.status.property("trouble") is not True


def test_a_fault_while_trying_is_told(window, open_window, path, qtbot, monkeypatch):
    def in_use(*_, **__):
        raise LibraryInUseError("library.db")

    second = open_window(path)
    window.session.close()
    monkeypatch.setattr("reader.ui.session.as_far_as_possible", in_use)
    qtbot.mouseClick(second.reading_bar.again, Qt.MouseButton.LeftButton)
    assert "in use" in second.status.said.text()
    assert second.reading_bar.isVisible()


def plant(path, statement):
    connection = pysqlite3.connect(str(path))
    connection.execute(statement)
    connection.close()


def test_what_holds_a_stranger_is_opened_for_reading_and_the_stranger_named(
    open_window, path, qtbot
):
    plant(path, 'CREATE TRIGGER "赝\u202e<b>\n" AFTER UPDATE ON article BEGIN SELECT 1; END')
    before = path.read_bytes()
    window = open_window(path)
    bar = window.reading_bar
    assert bar.isVisible()
    assert "(赝⇄<b> )" in bar.said.text()
    assert "<b>" not in bar.said.toolTip()  # Qt would take it for markup
    assert window.article.article is not None
    assert not window.actions_by_id["actionJoin"].isEnabled()
    window.session.poll()
    qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    assert bar.again.text() == "Try again (still not)"
    assert path.read_bytes() == before
    plant(path, 'DROP TRIGGER "赝\u202e<b>\n"')
    qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    assert window.session.writable
    assert bar.isHidden()


def test_however_many_strangers_leave_the_window_its_width(open_window, path):
    for number in range(60):
        plant(path, f"CREATE VIEW stranger_{number:03} AS SELECT 1")
    window = open_window(path)
    assert "stranger_001, " in window.reading_bar.said.text()
    assert "stranger_050" in window.reading_bar.said.toolTip()
    assert window.reading_bar.minimumSizeHint().width() <= 800


def test_what_lies_on_a_full_disk_is_opened_for_reading(open_window, path, qtbot, monkeypatch):
    real = opening._opened

    def full(path, mode, query):
        if query == "mode=rw":
            raise opening.DatabaseError("database or disk is full")
        return real(path, mode, query)

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_opened", full)
        window = open_window(path)
        bar = window.reading_bar
        assert f"full on which {path.parent} lies" in bar.said.text()
        assert window.article.article is not None
        window.session.poll()
        qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
        assert bar.again.text() == "Try again (still not)"
    window.session.poll()
    assert not window.session.writable  # trying costs a copy, where the library is an older one
    qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    assert window.session.writable
    assert bar.isHidden()


@pytest.mark.parametrize("version", [1, 6])
def test_an_older_library_is_read_where_there_is_no_room_for_its_copy(
    open_window, path, monkeypatch, version
):
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, version)
    connection.close()

    def full(source, to, report=None, **how):
        raise DiskFullError(str(to), "write")

    monkeypatch.setattr("reader.store.shelf.copy", full)
    window = open_window(path)
    assert str(places.backups_folder()) in window.reading_bar.said.text()
    assert window.article.article is not None
    assert window.status.property("trouble") is not True, window.status.said.text()


def test_a_full_disk_that_keeps_it_from_being_read_too_is_what_is_told(
    open_window, path, monkeypatch
):
    def full(path, mode):
        raise (ReadOnlyError if mode is Mode.READ else DiskFullError)(str(path), "sqlite")

    monkeypatch.setattr(opening, "_connect", full)
    with pytest.raises(DiskFullError) as told:
        open_window(path)
    assert told.value.subject == str(path)


def test_what_a_command_writes_shows_in_every_pane(window, path, press):
    press(window, "actionToggleSource")
    press(window, "actionJournal")
    shown = window.article.article
    block = shown.blocks[1]
    with Library.open(path, Mode.WRITE, actor="乙") as other:
        other.articles.edit(block.id, 0, 1, "补")
        other.tags.add("旁", [shown.id])
        other.articles.set_status(Status.PROOFED1, [shown.id])
        other.issues.set(shown.issue, title="改名报")
    window.session.poll()
    now = window.article.article
    assert now.blocks[1].text.startswith("补")
    assert window.article.edit.sheet.blocks[1].text.startswith("补")
    assert now.status is Status.PROOFED1
    assert window.article.head.status.text() == "1st proof"
    assert any(row.status is Status.PROOFED1 for row in window.issues.contents.facts)
    assert any(row.title == "改名报" for row in window.issues.issues.facts)
    assert [row.name for row in window.tags.tags.facts] == ["旁"]
    assert window.journal.rows.index(0, 0).data().startswith("Correct issue")
    assert window.session.steps.undo.verb == "issue set"
    assert window.source.edit.toPlainText()


def test_what_a_command_takes_away_goes_from_every_pane(window, path):
    shown = window.article.article
    with Library.open(path, Mode.WRITE) as other:
        other.issues.withdraw([shown.issue])
    window.session.poll()
    assert shown.issue not in {row.id for row in window.issues.issues.facts}
    assert window.article.article is None or window.article.article.id != shown.id
