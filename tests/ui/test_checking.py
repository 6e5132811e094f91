"""The check of the library from the menu: sound, or how many faults and what to do."""

import threading

import pytest

from reader.ui.dialogs.restoring import RestoreDialog

pytestmark = pytest.mark.window


def checked(window, qtbot):
    window.actions_by_id["actionCheck"].trigger()
    qtbot.waitUntil(lambda: "library" in window.status.said.text())
    return window.status.said.text()


def test_a_sound_library_is_told_to_be_sound(window, qtbot):
    assert checked(window, qtbot) == "The library is sound."


def test_faults_are_counted_and_the_next_step_named(window, qtbot):
    library = window.session.library
    with library.transaction():
        library.connection.execute("UPDATE tally SET characters = characters + 1")
    assert checked(window, qtbot).startswith("The library has ")
    assert 'Run "jiaokan check"' in window.status.said.text()


def test_it_waits_for_another_job(window, qtbot):
    gate = threading.Event()
    job = window.session.job(lambda *_: gate.wait(20), writes=False)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        window.session.start(job)
        window.actions_by_id["actionCheck"].trigger()
        assert window.status.said.text().startswith("A job is running.")
        gate.set()


def test_a_backup_is_made_and_chosen_from_the_file_menu(window, qtbot):
    (menu,) = [menu for menu in window.top_bar.menus if menu.title() == "&File"]
    names = [action.objectName() for action in menu.actions()]
    assert {"actionBackUp", "actionRestore", "actionCheck"} <= set(names)
    with qtbot.waitSignal(window.preferring.backed_up, timeout=20_000):
        window.actions_by_id["actionBackUp"].trigger()
    qtbot.waitUntil(lambda: not window.session.at_work)
    window.actions_by_id["actionRestore"].trigger()
    assert window.findChild(RestoreDialog).list.count() == 1
