"""Help: all keys on one sheet, versions and licences; Qt's own words in Chinese."""

import configparser

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from reader import places
from reader.ui import actions, program
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.cheatsheet import CheatSheet, _plain

pytestmark = pytest.mark.window


def test_every_action_stands_on_the_sheet(window, press, qtbot):
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    caps = [w.text() for w in sheet.findChildren(QLabel) if w.property("role") == "key"]
    for row in actions.ACTIONS:
        assert actions.key_of(row.id) in caps, row.id
    assert len(sheet.rows) == len(actions.ACTIONS)
    assert sheet.filter.hasFocus() or sheet.focusWidget() is sheet.filter
    qtbot.keyClicks(sheet.filter, "undo")
    shown = [found for found, widget in sheet.rows if not widget.isHidden()]
    assert shown
    assert all("undo" in found for found in shown)
    assert any(group.isHidden() for group, _ in sheet.groups)
    qtbot.keyClicks(sheet.filter, " zzz")
    assert not sheet.none.isHidden()
    sheet.close()


@pytest.mark.parametrize(
    ("words", "plain"), [("&Open…", "Open"), ("打开(&O)…", "打开"), ("接 (&", "接 (")]
)
def test_words_without_the_mark_of_their_key(words, plain):
    assert _plain(words) == plain


def test_about_tells_versions_and_licences(window, press):
    press(window, "actionAbout")
    dialog = window.findChild(AboutDialog)
    for name in ("Jiaokan 0", "SQLite 3.", "Qt 6.", "Python 3."):
        assert name in dialog.versions.text()
    text = dialog.licences.toPlainText()
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "ISC" in text
    dialog.close()


def test_the_standard_buttons_are_chinese(qapp, qtbot):
    """The wheel of Qt brings its own Chinese, and it is loaded."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    program.speak(qapp, "zh_CN")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    said = buttons.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert said.replace("&", "").startswith("取消"), folder
    assert QCoreApplication.translate("QFileDialog", "Look in:") != "Look in:"
    program.speak(qapp, "en")


def test_the_icon_is_painted_and_the_menu_entry_fits_the_program(dressed):
    """The icon is ours; the desktop entry starts the script that pyproject declares."""
    icon = dressed.windowIcon()
    picture = icon.pixmap(64, 64).toImage()
    assert picture.pixelColor(32, 14) == QColor("#1D1B18")
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(places.resources() / "jiaokan.desktop", "utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"] == "jiaokan-window"
    assert (places.resources() / f"{section['Icon']}.svg").is_file()
    assert dressed.desktopFileName() == section["StartupWMClass"] == "jiaokan"
