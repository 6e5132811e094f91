"""Help: all keys on one sheet, versions and licences; Qt's own words in Chinese."""

import configparser
import re

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel
from seeing import named, reachable

from reader import places
from reader.cli import doctor_words
from reader.examining import examine
from reader.model import Kind, Status
from reader.ui import actions, program
from reader.ui.article.legend import Legend
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.cheatsheet import CheatSheet
from reader.ui.dialogs.doctor import DoctorDialog
from reader.ui.dialogs.keyrow import KeyRow, Row, plain
from reader.ui.dialogs.restoring import RestoreDialog
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.doctorwords import NOUNS, REMARKS
from reader.ui.greyed import Lack, why
from reader.ui.helping import PANES
from reader.ui.menus.view import THEME, THEMES

_LICENCE = re.compile("OFL|LICEN[CS]E")

pytestmark = pytest.mark.window


def test_every_action_stands_on_the_sheet(window, press, qtbot):
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    caps = [w.text() for w in sheet.findChildren(QLabel) if w.property("role") == "key"]
    for row in actions.ACTIONS:
        assert actions.key_of(row.id) in caps, row.id
    assert len(sheet.rows) == len(actions.ACTIONS) + sum(len(keys) for _, keys in PANES)
    for _, keys in PANES:
        for row in keys:
            assert any(row.words.casefold() in found for found, _ in sheet.rows), row
    for key in ("Shift+F2", "Ctrl+M", "F11", "9", "Alt+↓", "Ctrl+←", "+"):
        assert key in caps, key
    assert sheet.filter.hasFocus() or sheet.focusWidget() is sheet.filter
    qtbot.keyClicks(sheet.filter, "undo")
    shown = [found for found, widget in sheet.rows if not widget.isHidden()]
    assert shown
    assert all("undo" in found for found in shown)
    assert any(group.isHidden() for group, _ in sheet.groups)
    qtbot.keyClicks(sheet.filter, " zzz")
    assert not sheet.none.isHidden()
    sheet.close()


def test_the_legend_shows_every_mark_as_it_is_painted(window, press, qtbot):
    press(window, "actionLegend")
    legend = window.findChild(Legend)
    assert legend.isVisible()
    blocks = legend.edit.sheet.blocks
    assert not any(mark in b.text for b in blocks for mark in "|[]")
    sentences = [b.text for b in blocks if b.kind is Kind.PARA]
    assert len(sentences) == len(set(sentences)) >= 12
    legend.resize(legend.width(), 1200)
    image = legend.edit.viewport().grab().toImage()
    colours = window.colours
    for role in ("human", "doubt-wash", "selection"):
        ink = colours.color(role).rgb()
        found = any(
            image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height())
        )
        assert found, role
    before = legend.edit.toPlainText()
    qtbot.keyClicks(legend.edit, "x")
    assert legend.edit.toPlainText() == before
    qtbot.keyClick(legend, Qt.Key.Key_Escape)
    assert not legend.isVisible()


def test_each_mark_of_the_legend_tells_itself(window, press):
    press(window, "actionLegend")
    legend = window.findChild(Legend)
    marked = [b for b in legend.edit.sheet.blocks if b.seams or b.amended or b.moved]
    assert len(marked) >= 7
    said = [words for row in legend.signs.told for words, _ in row]
    for status in Status:
        assert window.words.status(status) in said
    signs = legend.signs.grab().toImage()
    there = {signs.pixel(x, y) for x in range(signs.width()) for y in range(signs.height())}
    for role in ("hit", "selection-strong", "accent", "done"):
        assert window.colours.color(role).rgb() in there, role
    kinds = {b.kind for b in legend.edit.sheet.blocks}
    assert {Kind.TITLE, Kind.SUBHEAD, Kind.FURNITURE} <= kinds
    legend.close()


@pytest.mark.parametrize(
    ("words", "without"), [("&Open…", "Open"), ("打开(&O)…", "打开"), ("接 (&", "接 (")]
)
def test_words_without_the_mark_of_their_key(words, without):
    assert plain(words) == without


def test_about_tells_versions_and_licences(window, press):
    press(window, "actionAbout")
    dialog = window.findChild(AboutDialog)
    for name in ("Jiaokan 0", "SQLite 3.", "Qt 6.", "Python 3."):
        assert name in dialog.versions.text()
    text = dialog.licences.toPlainText()
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "ISC" in text
    kept = {path.name for path in places.resources().rglob("*") if _LICENCE.match(path.name)}
    assert kept == {name.rpartition("/")[2] for name in re.findall(r"^resources/(.*)$", text, re.M)}
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


def test_every_dialog_has_names_for_what_can_be_reached(window):
    dialogs = (
        SettingsDialog(window),
        RestoreDialog(window.words, (), window),
        CheatSheet(window),
        AboutDialog(window),
        DoctorDialog(window.session.library.path, window),
    )
    for dialog in dialogs:
        widgets = reachable(dialog)
        assert widgets
        for widget in widgets:
            assert named(widget), (dialog.objectName(), widget, widget.objectName())


def test_the_doctor_says_what_the_command_says_and_can_be_copied(window, press, qapp):
    press(window, "actionDoctor")
    dialog = window.findChild(DoctorDialog)
    lines = dialog.found.toPlainText().split("\n")
    assert len(lines) == len(examine(window.session.library.path))
    assert any(line.startswith("· SQLite 3.") for line in lines)
    assert any(line.startswith("! there is no backup yet") for line in lines)
    assert [line[0] for line in lines] == sorted((line[0] for line in lines), key="!·".index)
    dialog.copy()
    assert qapp.clipboard().text() == dialog.found.toPlainText()
    dialog.close()


def test_the_doctor_has_one_text_in_both_faces():
    def flat(said):
        return re.sub(r"\{(\w+):[^|}]*\|([^}]*)\}", r"{\1} \2", said)

    assert {code: flat(said) for code, (_, said) in doctor_words.REMARKS.items()} == REMARKS
    assert {noun: said for noun, (_, said) in doctor_words.NOUNS.items()} == NOUNS


def test_the_doctor_tells_a_library_that_cannot_be_used(qtbot, tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"no library at all")
    dialog = DoctorDialog(path)
    qtbot.addWidget(dialog)
    assert f"! library {path} cannot be used: not a library" in dialog.found.toPlainText()


def test_the_doctor_tells_a_folder_that_the_variable_names(window, press, monkeypatch):
    monkeypatch.setenv("JIAOKAN_LIBRARY", "new/")
    window.session.close()
    press(window, "actionDoctor")
    said = window.findChild(DoctorDialog).found.toPlainText()
    assert "! JIAOKAN_LIBRARY says new/, the name of a folder" in said


def test_what_fits_begins_at_the_left_and_keys_move_the_sheet(window, press, qtbot):
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    bar = sheet.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Down)
    step = bar.value()
    assert step > 0
    qtbot.keyClick(sheet.filter, Qt.Key.Key_PageDown)
    assert bar.value() > step
    qtbot.keyClick(sheet.filter, Qt.Key.Key_PageUp)
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Up)
    assert bar.value() == 0
    seen = [0]
    while not seen[1:] or seen[-1]:
        qtbot.keyClick(sheet.filter, Qt.Key.Key_Return)
        seen.append(bar.value())
    assert max(seen) == bar.maximum()
    assert sheet.isVisible()
    for typed in ("F8", "F2", "Ctrl+Z", "F11"):
        sheet.filter.clear()
        qtbot.keyClicks(sheet.filter, typed)
        shown = [group for group, _ in sheet.groups if not group.isHidden()]
        qtbot.waitUntil(lambda shown=shown: min(group.x() for group in shown) == 0)
    sheet.filter.clear()
    assert not any(group.isHidden() for group, _ in sheet.groups)


@pytest.fixture
def speaking(open_window, path, language):
    """Open the window in a language."""
    return open_window(path)


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_what_fits_stands_at_the_top_under_the_field(
    open_window, path, press, qtbot, language, size
):
    window = open_window(path)
    window.resize(*size)
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    for typed in ("F8", "Ctrl+Z", "Ctrl", "F"):
        sheet.filter.clear()
        qtbot.keyClicks(sheet.filter, typed)
        shown = [group for group, _ in sheet.groups if not group.isHidden()]
        by_column = {}
        for group in shown:
            qtbot.waitUntil(lambda: sheet.area.widget().layout().activate() or True)
            by_column.setdefault(group.x(), []).append(group.y())
        assert {min(tops) for tops in by_column.values()} == {0}, (typed, by_column)


def test_restoring_is_found_where_it_is(window, press, qtbot):
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    qtbot.keyClicks(sheet.filter, "restor")
    assert [row.action for _, row in sheet.rows if not row.isHidden()] == [
        "actionRestore",
        "actionSettings",
    ]


TYPED = {
    "en": {"back up": "actionBackUp", "restore": "actionRestore", "check": "actionCheck"},
    "zh_CN": {"beifen": "actionBackUp", "huifu": "actionRestore", "jiancha": "actionCheck"},
}


def test_backups_and_the_check_are_found_by_what_one_would_type(speaking, press, qtbot, language):
    press(speaking, "actionKeys")
    sheet = speaking.findChild(CheatSheet)
    for typed, action in TYPED[language].items():
        sheet.filter.clear()
        qtbot.keyClicks(sheet.filter, typed)
        (current,) = [row.action for _, row in sheet.rows if row.property("role") == "key-current"]
        assert current == action


def test_a_chinese_action_is_found_by_pinyin(qtbot):
    row = KeyRow("", Row("合并各期(&M)…", ("Ctrl+Alt+M",)))
    qtbot.addWidget(row)
    assert row.fits(["hebing"])
    assert row.fits(["hb", "ctrl"])
    assert not row.fits(["chaifen"])
    assert not row.fits(["h"])  # a letter begins something everywhere
    other = KeyRow("", Row("&Merge issue", ("Ctrl+Alt+M",)))
    qtbot.addWidget(other)
    assert not other.fits(["hebing"])


def found(window, press, qtbot, typed):
    press(window, "actionKeys")
    sheet = window.findChildren(CheatSheet)[-1]
    qtbot.keyClicks(sheet.filter, typed)
    return sheet


def test_enter_and_a_click_carry_out_what_was_found(window, press, qtbot):
    sheet = found(window, press, qtbot, "All marks")
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: window.findChild(Legend) is not None)
    window.findChild(Legend).close()
    qtbot.waitUntil(lambda: window.findChild(CheatSheet) is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet = found(window, press, qtbot, "versions")
    shown = [row for _, row in sheet.rows if not row.isHidden()]
    assert [row.action for row in shown] == ["actionDoctor", "actionAbout"]
    assert [row.property("role") for row in shown] == ["key-hit", "key-hit"]  # only sentences
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert [row.property("role") for row in shown] == ["key-current", "key-hit"]
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Down)
    assert [row.property("role") for row in shown] == ["key-hit", "key-current"]
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Up)
    qtbot.mouseClick(shown[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(AboutDialog) is not None)
    window.findChild(AboutDialog).close()


def test_what_cannot_be_carried_out_says_why(window, press, qtbot):
    sheet = found(window, press, qtbot, "redo")
    (row,) = [row for _, row in sheet.rows if row.action == "actionRedo"]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.note.text() == why(Lack.REDO)
    sheet.filter.clear()
    assert not sheet.note.text()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)  # one that was not asked for
    assert sheet.isVisible()
    assert not sheet.note.text()
    qtbot.keyClicks(sheet.filter, "through the hits")
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Enter)
    assert sheet.isVisible()
    assert sheet.note.text() == "In the search: press it there."
    sheet.close()


def test_menus_name_keys_as_the_sheet_does(open_window, path, language):
    window = open_window(path)
    if language == "en":
        return
    native = QKeySequence.SequenceFormat.NativeText
    for row in actions.ACTIONS:
        shown = window.actions_by_id[row.id].shortcut().toString(native)
        assert shown == actions.key_of(row.id), row.id


def test_a_theme_has_one_name(open_window, path, language):
    window = open_window(path)
    dialog = SettingsDialog(window)
    names = {dialog.findChild(QComboBox, "setTheme").itemText(at) for at in range(5)}
    assert {plain(window.actions_by_id[name].text()) for name in THEMES} == names
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]
    assert plain(actions.translated(THEME)) in [plain(words) for words in labels]
