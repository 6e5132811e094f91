"""What the window's tests share: a home of their own, a small library, an open window."""

import gc
import os
import shutil
from itertools import count

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from acting import FIRST, SECOND, add
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from reader import settings
from reader.model import IssueFacts
from reader.store.library import Library, Mode
from reader.ui import program, theme
from reader.ui.window import MainWindow

# What is waited for comes, however loaded the machine is: nothing fails by the clock.
QtBot.waitUntil.__kwdefaults__["timeout"] = 60_000


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Keep every file of the program in the test's own folder."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    monkeypatch.setenv("JIAOKAN_ACTOR", "甲")
    monkeypatch.delenv("JIAOKAN_LIBRARY", raising=False)
    yield tmp_path
    if QApplication.instance() is not None:
        program.leave_clipboard()


@pytest.fixture(scope="session")
def qapp_args():
    """Give the application the style on which our sheet is drawn, as in the program."""
    return ["jiaokan", "-style", "Fusion"]


_FULLY = 20
"""One test in so many lets Python look through all that there is."""
_counted = count(1)


@pytest.fixture(autouse=True)
def garbage():
    """Let Python look for garbage between tests alone, and leave no window of a test to the next.

    A window that a test made is Python's. Destroyed in the midst of what Qt does with all widgets,
    as it does when a style sheet is put on, it would take the process with it; and as long as it is
    there each sheet is put on it, too.
    """
    gc.disable()
    yield
    if QApplication.instance() is not None:
        for left in QApplication.topLevelWidgets():
            if isValid(left) and left.parentWidget() is None:
                delete(left)
    gc.collect(1 if next(_counted) % _FULLY else 2)
    gc.enable()


@pytest.fixture(autouse=True)
def unasked(monkeypatch):
    """Make no suggestions by themselves: a process of its own for each window is too much."""
    monkeypatch.setattr("reader.ui.tags.asking.PAUSE_MS", 3_600_000)


@pytest.fixture
def dressed(qapp):
    """Give the application as the program prepares it, in English."""
    program.prepare(qapp)
    return qapp


@pytest.fixture(params=["en", "zh_CN"])
def language(request, monkeypatch, qapp):
    """Run the test in each language of the window."""
    monkeypatch.setenv("JIAOKAN_LANG", request.param)
    program.prepare(qapp)
    yield request.param
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    program.prepare(qapp)


@pytest.fixture(scope="session")
def small_library(tmp_path_factory):
    """Make a library of two issues, the second of which is full of doubts."""
    made = tmp_path_factory.mktemp("small") / "library.db"
    with pytest.MonkeyPatch.context() as patch, Library.open(made, Mode.CREATE) as library:
        patch.setenv("JIAOKAN_ACTOR", "甲")
        add(library, FIRST, "one.txt", IssueFacts("社区晨报", "2025-08", True, None, 1))
        add(library, SECOND, "two.txt", IssueFacts("社区晨报", "2025-04", True, None, 1), 0.5,
            sample=True)  # fmt: skip
        library.index.catch_up()
    return made


@pytest.fixture
def path(tmp_path, small_library):
    """Give a library of two issues, the second of which is full of doubts."""
    return shutil.copy(small_library, tmp_path / "library.db")


@pytest.fixture
def open_window(qtbot, dressed):
    """Open windows, each closed at the end, and all that it is made of gone."""
    made = []

    def opened(path):
        # As in the program, the sheet is put on what is made: else each widget is polished anew
        # with each parent that it is given.
        dressed.setStyleSheet("")
        window = MainWindow()
        made.append(window)
        theme.put_on_sheet(theme.theme(settings.load().theme))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.open_library(path)
        return window

    yield opened
    for window in filter(isValid, made):
        for dialog in window.findChildren(QDialog):
            dialog.close()  # a field that loses the focus still has something to tell
        window.session.close()
        window.close()
        delete(window)


@pytest.fixture
def window(open_window, path):
    """Open the window on the small library."""
    return open_window(path)


@pytest.fixture
def press(qtbot):
    """Press a shortcut of the action table as a person would, in the widget with the focus."""

    def pressed(window, name):
        action = window.findChild(QAction, name)
        assert action.isEnabled(), name
        combined = action.shortcuts()[0][0]
        target = window.focusWidget() or window
        qtbot.keyClick(target, combined.key(), combined.keyboardModifiers())

    return pressed


@pytest.fixture
def texts():
    """Read an article's blocks from the library file, by another connection."""

    def read(window):
        with Library.open(window.session.library.path) as library:
            return [b.text for b in library.articles.get(window.article.article.id).blocks]

    return read


@pytest.fixture
def key(qtbot):
    """Press one key in the article."""

    def pressed(window, code, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(window.article.edit, code, modifiers)

    return pressed
