"""Import and export by dialog, from the menu's key to what lies on the disk."""

import pytest
from acting import click, dialog_of

from reader import places
from reader.store.check import check
from reader.ui.dialogs.exporting import ExportDialog
from reader.ui.dialogs.importing import ImportDialog
from reader.ui.dialogs.taking import Import

pytestmark = pytest.mark.window


def test_a_dialog_can_be_left(window, press, qtbot):
    for action, kind in (("actionImport", ImportDialog), ("actionExport", ExportDialog)):
        dialog = dialog_of(window, press, action, kind)
        click(qtbot, dialog.cancel)
        assert not [d for d in window.findChildren(kind) if d.isVisible()]
    qtbot.waitUntil(lambda: not window.session.busy)
    assert not window.session.busy


def test_the_first_start_of_our_own_library_holds_the_samples(open_window, qtbot):
    window = open_window(places.default_library())
    qtbot.waitUntil(lambda: not window.session.busy)
    qtbot.waitUntil(lambda: len(window.issues.issues.facts) == 5)
    assert all(row.sample for row in window.issues.issues.facts)
    assert window.article.article is not None
    click(qtbot, window.issues.samples)
    assert not window.issues.samples.isVisible()
    assert window.issues.issues.facts == []
    window.close()
    again = open_window(places.default_library())
    assert again.issues.issues.facts == []
    assert not again.session.busy


def test_another_new_library_holds_nothing(open_window, tmp_path):
    window = open_window(tmp_path / "other.db")
    assert window.issues.issues.facts == []
    assert not window.session.busy
    assert window.article.article is None


def test_typing_goes_on_while_pages_are_imported(window, qtbot, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        text = f"社区晨报 2023年{number % 12 + 1}月\n\n    第{number}页的文字在这\n里，各不相同。\n"
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    started = window.article.article.id
    typed = []

    def type_on():
        while window.session.busy:
            window.article.edit.set_caret(1, 0)
            qtbot.keyClicks(window.article.edit, "x")
            assert window.article.typing.flush()
            typed.append("x")
            qtbot.wait(5)

    job = window.session.job(Import([folder]), writes=True)
    with qtbot.waitSignal(job.ended):
        window.session.start(job)
        type_on()
    window.session.poll()
    library = window.session.library
    assert window.article.article.id == started
    assert library.articles.get(started).blocks[1].text.startswith("".join(typed) + "为全面")
    assert sum(row.articles for row in library.issues.rows()) >= 40
    assert check(library).sound
