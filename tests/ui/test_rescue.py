"""A save that fails: it is seen, what was typed stays and is tried again, and can be rescued."""

import pytest
from acting import START, put
from PySide6.QtCore import Qt

from reader.errors import DiskFullError
from reader.store import opening
from reader.store.library import Library, Mode
from reader.ui import patience
from reader.ui.article import run
from reader.ui.filedialog import FileDialog

pytestmark = pytest.mark.window


@pytest.fixture
def full(window, qtbot, monkeypatch):
    """Type into a library whose disk is full; give what makes room."""

    def refused(*_, **__):
        raise DiskFullError("library")

    put(window, 1, 0)
    with monkeypatch.context() as patch:
        patch.setattr(type(window.session.library.articles), "edit_all", refused)
        qtbot.keyClicks(window.article.edit, "Q")
        assert not window.article.typing.flush()
        yield patch.undo


def test_the_text_on_screen_is_saved_elsewhere(window, full, qtbot, monkeypatch, tmp_path):
    wanted = tmp_path / "kept.txt"
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    assert window.status.rescue.isVisible()
    qtbot.mouseClick(window.status.rescue, Qt.MouseButton.LeftButton)
    assert wanted.read_text("utf-8") == "\n\n".join([START[0], "Q" + START[1], START[2]]) + "\n"
    assert str(wanted) in window.status.said.text()
    assert "disk is full" in window.status.said.text()
    assert window.status.property("trouble") is True
    assert window.article.typing.pending


def test_the_button_goes_when_it_is_solved(window, full, monkeypatch, tmp_path, texts):
    full()
    window.proofing.rescue.write(tmp_path / "kept.txt")
    assert not window.status.rescue.isVisible()
    assert window.status.property("trouble") is False
    assert texts(window)[1] == "Q" + START[1]
    assert "kept.txt" in window.status.said.text()


def test_what_cannot_be_written_there_either_is_told(window, full, monkeypatch, tmp_path):
    window.proofing.rescue.write(tmp_path / "no" / "folder.txt")
    assert window.status.property("trouble") is True
    assert "folder.txt" in window.status.said.text()
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.status.rescue.click()
    assert window.status.rescue.isVisible()


def test_it_is_tried_again_by_itself(window, qtbot, monkeypatch, texts):
    tries = []
    real = type(window.session.library.articles).edit_all

    def at_last(*args, **facts):
        tries.append(1)
        if len(tries) < 3:
            raise DiskFullError("library")
        return real(*args, **facts)

    monkeypatch.setattr(run, "AGAIN_MS", 20)
    monkeypatch.setattr(type(window.session.library.articles), "edit_all", at_last)
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    assert not window.article.typing.flush()
    with qtbot.waitSignal(window.article.typing.written):
        pass
    assert len(tries) == 3
    assert texts(window)[1] == "Q" + START[1]
    assert window.status.tick.isVisible()


def test_other_troubles_have_no_button(window):
    window.status.warn("something")
    assert not window.status.rescue.isVisible()


def test_a_write_that_waits_is_told_and_then_done(window, qtbot, monkeypatch, press):
    said = []
    monkeypatch.setattr(patience, "SOON_S", 0.01)
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.connection.execute("BEGIN IMMEDIATE")

        def waits():
            said.append(window.status.saved.text())
            other.connection.execute("ROLLBACK")

        window.session.saving.connect(waits)
        press(window, "actionStatusWorking")
    assert said == ["Saving…"]
    assert window.article.article.status.value == "working"
    assert window.status.saved.text().startswith("Saved")


def test_a_write_that_waits_in_vain_is_trouble(window, monkeypatch, press):
    monkeypatch.setattr(patience, "SOON_S", 0.01)
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.01)
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        press(window, "actionStatusWorking")
        assert window.status.saved.text() == "Not saved"
        assert "in use" in window.status.said.text()
        other.connection.execute("ROLLBACK")
    press(window, "actionStatusWorking")
    assert window.status.property("trouble") is False
