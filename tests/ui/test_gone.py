"""Saving that fails for what happens to a disk: told, kept on screen, saved once it can be."""

import shutil

import pytest
from acting import START, put
from PySide6.QtCore import Qt

from reader.errors import NoLibraryError, OutputError
from reader.model import Status
from reader.store.check import check
from reader.store.library import Library, Mode
from reader.store.locks import WindowLock

pytestmark = pytest.mark.window
MINE = "Q" + START[1]


@pytest.fixture
def typed(window, qtbot):
    """Type and let it be saved, if it can be; tell whether it was."""

    def done():
        put(window, 1, 0)
        qtbot.keyClicks(window.article.edit, "Q")
        return window.article.typing.flush()

    return done


def in_trouble(window, words):
    """Tell that the bar is yellow, says why, offers the way out, and that nothing is lost."""
    window.status.tell("something else")
    assert window.status.property("trouble") is True
    assert words in window.status.said.text()
    assert window.status.rescue.isVisible()
    assert window.status.saved.text() == "Not saved"
    assert window.article.edit.sheet.blocks[1].text == MINE
    assert window.article.typing.pending


def is_solved(window, path):
    assert window.article.typing.flush()
    assert window.status.property("trouble") is False
    assert not window.status.rescue.isVisible()
    assert window.status.saved.text().startswith("Saved")
    with Library.open(path) as library:
        assert library.articles.get(window.article.article.id).blocks[1].text == MINE
        assert check(library).sound


def pragma(window, name, value):
    window.session.library.connection.execute(f"PRAGMA {name} = {value}")


def test_a_full_disk(window, typed, path):
    connection = window.session.library.connection
    pragma(window, "wal_autocheckpoint", 0)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    assert free < 3
    pragma(window, "max_page_count", pages)
    put(window, 1, 0)
    window.article.edit.type("字" * 6000)
    assert not window.article.typing.flush()
    assert window.status.property("trouble") is True
    assert "disk is full" in window.status.said.text()
    assert window.status.rescue.isVisible()
    pragma(window, "max_page_count", pages + 500)
    assert window.article.typing.flush()
    assert window.status.property("trouble") is False
    with Library.open(path) as library:
        text = library.articles.get(window.article.article.id).blocks[1].text
    assert text == "字" * 6000 + START[1]


def test_a_folder_that_can_only_be_read(window, typed, path):
    pragma(window, "query_only", "ON")
    assert not typed()
    in_trouble(window, "can be read but not written")
    pragma(window, "query_only", "OFF")
    is_solved(window, path)


def test_an_error_of_the_disk(window, typed, path, monkeypatch):
    def broken(*_, **__):
        raise OutputError(str(path), "sqlite", says="disk I/O error")

    with monkeypatch.context() as patch:
        patch.setattr(type(window.session.library.articles), "edit_all", broken)
        assert not typed()
        in_trouble(window, "disk I/O error")
    is_solved(window, path)


def test_a_library_that_is_taken_away_and_put_back(window, typed, path, tmp_path):
    aside = tmp_path / "aside"
    aside.mkdir()
    for file in path.parent.glob("library.db*"):
        file.rename(aside / file.name)
    assert not typed()
    in_trouble(window, "is not there any more")
    window.session.poll()
    in_trouble(window, "is not there any more")
    for file in aside.iterdir():
        file.rename(path.parent / file.name)
    window.session.poll()
    is_solved(window, path)


def test_that_a_library_is_gone_is_said_before_anything_is_typed(window, path, tmp_path):
    path.rename(tmp_path / "elsewhere.db")
    window.session.poll()
    assert "is not there any more" in window.status.said.text()
    window.status.warn("said meanwhile")
    window.session.poll()
    assert window.status.said.text() == "said meanwhile"
    (tmp_path / "elsewhere.db").rename(path)
    window.session.poll()
    assert window.status.property("trouble") is False


def test_a_copy_in_its_place_is_taken_and_what_was_typed_goes_into_it(
    window, typed, path, tmp_path
):
    copy = tmp_path / "copy.db"
    window.session.library.backups.copy_to(copy)
    path.unlink()
    assert not typed()
    shutil.copy(copy, path)
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)
    window.session.poll()
    assert window.session.library.in_place()
    is_solved(window, path)
    assert window.session.library.path.samefile(path)
    lock = WindowLock(path)
    assert not lock.try_acquire()


def test_an_older_copy_with_the_paragraph_otherwise_loses_nothing(window, typed, path, tmp_path):
    copy = tmp_path / "copy.db"
    window.session.library.backups.copy_to(copy)
    with Library.open(copy, Mode.WRITE) as library:
        library.articles.edit(window.article.article.blocks[1].id, 0, 0, "旧")
    assert window.article.article.blocks[1].text == START[1]
    for file in path.parent.glob("library.db-*"):
        file.unlink()
    put(window, 1, 0)
    window.article.edit.type("Q")
    copy.replace(path)
    window.session.poll()
    bar = window.article.deciding.bar
    assert (bar.mine.toPlainText(), bar.theirs.toPlainText()) == (MINE, "旧" + START[1])


def test_another_library_in_its_place_is_not_taken(window, typed, path):
    path.unlink()
    with Library.open(path, Mode.CREATE):
        pass
    window.session.poll()
    assert not typed()
    in_trouble(window, "is not there any more")
    with Library.open(path) as other:
        assert not other.issues.any()


def test_what_is_in_its_place_and_is_no_library_is_told(window, typed, path):
    path.unlink()
    path.write_bytes(b"what is no library " * 9)
    assert not typed()
    window.session.poll()
    assert window.status.property("trouble") is True
    assert path.read_bytes().startswith(b"what is no library")


def test_the_text_on_screen_is_saved_elsewhere_while_it_is_gone(
    window, typed, path, qtbot, tmp_path, monkeypatch
):
    path.unlink()
    assert not typed()
    wanted = tmp_path / "kept.txt"
    monkeypatch.setattr("reader.ui.rescue.FileDialog.getSaveFileName", lambda *_: (str(wanted), ""))
    qtbot.mouseClick(window.status.rescue, Qt.MouseButton.LeftButton)
    assert MINE in wanted.read_text("utf-8")
    assert str(wanted) in window.status.said.text()
    window.session.poll()
    assert str(wanted) in window.status.said.text()


def test_the_store_writes_into_no_file_that_is_gone(path, tmp_path):
    with Library.open(path, Mode.WRITE) as library:
        article = library.articles.rows().__next__().id
        path.rename(tmp_path / "moved.db")
        with pytest.raises(NoLibraryError, match="gone"):
            library.articles.set_status(Status.WORKING, [article])
        (tmp_path / "moved.db").rename(path)
        assert library.articles.set_status(Status.WORKING, [article]).articles == {article}


def test_an_export_that_is_at_work_already_is_told_as_that(window):
    said = window.words.fault(OutputError("folder", "busy"))
    assert said == "Another export is writing folder just now. Wait until it has ended."
    assert "not ours" in window.words.fault(OutputError("folder", "foreign"))


def test_a_lock_on_a_file_that_was_replaced_is_taken_anew(tmp_path):
    lock = WindowLock(tmp_path / "library.db")
    assert lock.renew()
    assert lock.renew()
    lock.path.unlink()
    assert lock.renew()
    assert lock.path.exists()
    lock.release()
