"""The settings: applied at once, remembered, and without harm where the file is broken."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QSpinBox

from reader import places, settings
from reader.settings import Settings
from reader.store.backup import Why
from reader.store.library import Library
from reader.ui import program, theme
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.menus.view import THEMES
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


@pytest.fixture
def dialog(window, press):
    press(window, "actionSettings")
    return window.findChild(SettingsDialog)


@pytest.fixture(autouse=True)
def look():
    yield
    theme.read_as()


def choose(dialog, name, value):
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ({"reading_size": 20, "measure": 36, "leading": 1.9, "ticks": "off"},
         Settings(reading_size=20, measure=36, leading=1.9, ticks="off")),
        ({"reading_size": 99, "measure": 3, "leading": 9, "ticks": "loud", "theme": "pink"},
         Settings()),
        ({"reading_size": "20", "measure": True, "leading": "x", "ticks": 3, "actor": 5},
         Settings()),
        ({"leading": 2, "unknown": 1, "theme": "sepia"}, Settings(leading=2, theme="sepia")),
        ([], Settings()),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_fall_back(home, stored, read):
    places.config_folder().mkdir(parents=True)
    (places.config_folder() / "settings.json").write_text(json.dumps(stored), "utf-8")
    assert settings.load() == read


def test_a_file_without_end_is_no_file(home):
    places.config_folder().mkdir(parents=True)
    (places.config_folder() / "settings.json").write_text("[" * 100_000, "utf-8")
    assert settings.load() == Settings()


def test_the_theme_is_put_on_and_marked_in_the_menu(window, dialog):
    choose(dialog, "setTheme", "dark")
    assert window.colours.name == "dark"
    assert settings.load().theme == "dark"
    marked = [name for name in THEMES if window.actions_by_id[name].isChecked()]
    assert marked == ["actionThemeDark"]


def test_the_text_is_set_as_it_is_chosen(window, dialog, qtbot, open_window, path):
    dialog.findChild(QSpinBox, "setSize").setValue(20)
    dialog.findChild(QSpinBox, "setMeasure").setValue(36)
    dialog.findChild(QDoubleSpinBox, "setLeading").setValue(2.0)
    choose(dialog, "setTicks", "off")
    size = window.article.size
    assert size in {19, 20}
    assert window.article.edit.sheet.setting.column == 36 * size
    block = window.article.edit.sheet.block(1).blockFormat()
    assert block.lineHeight() == 2 * size
    assert theme.reading()["ticks"] == "off"
    theme.read_as()
    again = open_window(path)
    assert again.article.edit.sheet.setting.column == 36 * again.article.size


def test_the_name_is_written_from_now_on(window, dialog, qtbot, monkeypatch):
    assert not dialog.actor.isEnabled()
    dialog.close()
    monkeypatch.delenv("JIAOKAN_ACTOR")
    window.preferring.settings()
    (again,) = [d for d in window.findChildren(SettingsDialog) if d.isVisible()]
    again.actor.setFocus()
    again.actor.setText("馆员")
    again.actor.editingFinished.emit()
    library = window.session.library
    window.session.write(library.tags.add, "甲", [window.article.article.id])
    assert library.journal.history(limit=1)[0].actor == "馆员"


def test_settings_that_cannot_be_written_are_told(window, dialog, home):
    (home / "XDG_CONFIG_HOME").rename(home / "gone") if (home / "XDG_CONFIG_HOME").exists() else 0
    (home / "XDG_CONFIG_HOME").write_text("a file where a folder should be")
    dialog.findChild(QSpinBox, "setSize").setValue(22)
    assert "could not be written" in window.status.said.text()


def test_a_theme_of_the_menu_that_cannot_be_kept_is_put_on_and_told(window, home):
    (home / "XDG_CONFIG_HOME").rename(home / "gone") if (home / "XDG_CONFIG_HOME").exists() else 0
    (home / "XDG_CONFIG_HOME").write_text("a file where a folder should be")
    window.actions_by_id["actionThemeSepia"].trigger()
    assert window.colours.name == "sepia"
    assert "could not be written" in window.status.said.text()


def test_a_backup_is_made_now(window, dialog, qtbot, path):
    assert dialog.last.text() == "There is no backup of this library yet."
    with qtbot.waitSignal(window.session.job_started) as started:
        qtbot.mouseClick(dialog.findChild(QPushButton, "backUpNow"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass
    assert window.status.said.text().startswith("Backed up and verified: 3 articles")
    assert dialog.last.text() == "Last good backup: just now, 3 articles"
    (made,) = window.session.library.backups.list()
    assert made.why is Why.WISHED
    assert str(made.path.parent) == dialog.place.text()
    with Library.open(made.path) as copied:
        assert copied.issues.any()


def test_the_folder_of_backups_is_opened(window, dialog, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    qtbot.mouseClick(dialog.findChild(QPushButton, "openBackups"), Qt.MouseButton.LeftButton)
    assert str(window.session.library.backups.folder()).startswith(opened[0])


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "just now"),
        (600, "10 minutes ago"),
        (7200 * 2, "4 hours ago"),
        (86400 * 9, "9 days ago"),
    ],
)
def test_the_age_in_words(window, seconds, said):
    assert window.preferring._age(seconds) == said


def test_like_the_system(window, monkeypatch):
    """The system says that it has become dark by a signal of Qt's."""
    worn = []
    monkeypatch.setattr(window, "dress", worn.append)
    system = QGuiApplication.styleHints().colorSchemeChanged
    system.emit(Qt.ColorScheme.Dark)
    assert worn == [""]
    window.preferring.change("theme", "light")
    system.emit(Qt.ColorScheme.Dark)
    assert worn == ["", "light"]


def test_another_language_makes_the_window_anew(qtbot, dressed, path, monkeypatch):
    monkeypatch.delenv("JIAOKAN_LANG")
    settings.save(Settings(language="en"))
    program.speak(dressed, "en")
    stage = program.Stage(dressed)
    old = stage.window
    old.show()
    old.open_library(path)
    old.wishes.next_article()
    here = old.article.article.id
    old.preferring.change("language", "zh_CN")
    qtbot.waitUntil(lambda: stage.window is not old and stage.window.session.is_open)
    new = stage.window
    qtbot.addWidget(new, before_close_func=lambda w: w.session.close())
    assert isinstance(new, MainWindow)
    assert new.session.writable
    assert new.article.article.id == here
    assert new.actions_by_id["actionUndo"].text().startswith("撤销")
    program.speak(dressed, "en")


def test_no_new_window_while_something_cannot_be_left(qtbot, dressed, path, monkeypatch):
    stage = program.Stage(dressed)
    old = stage.window
    qtbot.addWidget(old, before_close_func=lambda w: w.session.close())
    old.show()
    old.open_library(path)
    monkeypatch.setattr(old.article.typing, "flush", lambda: False)
    stage.renew()
    assert stage.window is old
    assert "next start" in old.status.said.text()
    told = []
    monkeypatch.setattr(old.telling, "fault", told.append)
    monkeypatch.setattr(old.telling, "bug", told.append)
    stage.fault("x")
    stage.bug("y")
    assert told == ["x", "y"]


def test_a_backup_tells_withdrawn_articles_apart(window, dialog, qtbot):
    library = window.session.library
    window.session.write(library.issues.withdraw, library.issues.samples())
    with qtbot.waitSignal(window.session.job_started) as started:
        qtbot.mouseClick(dialog.findChild(QPushButton, "backUpNow"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass
    said = "2 articles, and 1 more withdrawn"
    assert window.status.said.text().startswith(f"Backed up and verified: {said}, ")
    assert dialog.last.text() == f"Last good backup: just now, {said}"
    (made,) = library.backups.list()
    made.path.write_bytes(b"damaged since")
    window.preferring._show_backups()
    assert dialog.last.text() == "Last good backup: just now, 3 articles"
