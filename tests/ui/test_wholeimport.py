"""An import is undone whole, by one click, as long as it is the last that was done."""

from datetime import datetime

import pytest
from acting import add, take_in
from PySide6.QtCore import Qt
from seeing import dates

from reader.model import IssueFacts
from reader.store.check import check
from reader.store.library import Library, Mode
from reader.ui.dialogs.report import ReportDialog

pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path):
    """Give a folder whose files have the same name in two folders within."""
    for number in range(3):
        within = tmp_path / "scans" / str(number)
        within.mkdir(parents=True)
        text = f"社区晨报 2023年{number + 1}月\n\n    第{number}页的文字在这\n里，各不相同。\n"
        (within / "page.txt").write_text(text, "utf-8")
    return tmp_path / "scans"


def click(window, qtbot):
    button = window.status.back
    assert button.isVisible()
    window.status.tell("")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.status.said.text().startswith("The import was undone"))
    assert not window.session.busy


def test_a_folder_is_undone_by_one_click(window, folder, qtbot, press):
    before = dates(window.issues)
    opened = window.article.article.id
    take_in(window, qtbot, folder)
    assert len(dates(window.issues)) == len(before) + 3
    assert window.status.back.text().startswith("Undo the whole import of 3 file")
    assert window.status.back.accessibleName() == window.status.back.text()
    click(window, qtbot)
    assert dates(window.issues) == before
    assert window.article.article.id == opened
    assert window.status.back.isHidden()
    assert window.status.said.text().startswith("The import was undone: 3 file")
    for _ in range(3):
        press(window, "actionRedo")
    assert len(dates(window.issues)) == len(before) + 3
    assert window.status.back.isVisible()  # it stands again, and can go again
    click(window, qtbot)
    assert dates(window.issues) == before
    assert check(window.session.library).sound


def test_into_an_empty_library_and_out_again(open_window, tmp_path, folder, qtbot):
    window = open_window(tmp_path / "new.db")
    take_in(window, qtbot, folder)
    click(window, qtbot)
    assert dates(window.issues) == []


def test_it_is_offered_while_nothing_else_was_done(window, folder, qtbot, press):
    take_in(window, qtbot, folder)
    window.session.write(window.session.library.tags.add, "甲", [window.article.article.id])
    assert window.status.back.isHidden()
    window.filing._whole.undo()  # nobody could have clicked; what was written stays
    press(window, "actionUndo")
    assert window.status.back.isVisible()


def test_one_file_is_what_undo_is_for(window, folder, qtbot):
    take_in(window, qtbot, folder / "0")
    assert window.status.back.isHidden()


def test_steps_of_others_among_those_of_the_import_are_not_taken_back(
    window, folder, qtbot, path, monkeypatch
):
    from reader.ui.dialogs import taking

    told = taking._told

    def meanwhile(library, result):
        with Library.open(path, Mode.WRITE) as other:
            facts = IssueFacts("别报", "2020")
            add(other, f"=别的\n\n{result.path.parent.name}", f"{result.path.parent.name}", facts)
        return told(library, result)

    monkeypatch.setattr(taking, "_told", meanwhile)
    take_in(window, qtbot, folder)
    assert window.status.back.isHidden()


def test_the_report_tells_the_folders_within(window, folder, qtbot):
    report = take_in(window, qtbot, folder)
    files = [report.rows.index(row, 1).data() for row in range(3)]
    assert files == ["0/page.txt", "1/page.txt", "2/page.txt"]
    report = take_in(window, qtbot, folder / "0", folder / "1" / "page.txt")
    files = [report.rows.index(row, 1).data() for row in range(2)]
    assert files == ["0/page.txt", "page.txt"]
    assert report in window.findChildren(ReportDialog)


def test_the_link_stays_when_what_was_told_is_forgotten(window, folder, qtbot):
    take_in(window, qtbot, folder)
    status = window.status
    assert status.said.text()
    places = []
    for told in ("", "short", "long " * 60, ""):
        status._say(told)
        window.grab()
        places.append(status.back.mapTo(window, status.back.rect().center()))
    assert len(set(places)) == 1, places
    assert window.childAt(places[0]) is status.back
    qtbot.mouseClick(window.childAt(places[0]), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.session.busy and status.back.isHidden())


def test_the_time_of_saving_is_that_of_the_import(window, qtbot, tmp_path, monkeypatch):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 1, 2, 3, 4, 5, tzinfo=tz)

    window.session.write(window.session.library.tags.add, "甲", [window.article.article.id])
    monkeypatch.setattr("reader.ui.status.datetime", Later)
    page = tmp_path / "page.txt"
    page.write_text("又一篇\n\n　　又一段正文。\n", "utf-8")
    take_in(window, qtbot, page)
    qtbot.waitUntil(lambda: "page.txt" in window.status.undo.text())
    assert window.status.saved.text() == "Saved 03:04:05"
