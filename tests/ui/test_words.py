"""Words: the translation is complete, compiled, and every reachable thing has a name and a key."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QTextEdit,
    QWidget,
)
from seeing import contrast, named, reachable

from reader import errors, places
from reader.model import IssueRow, Kind, Reads, Status
from reader.store.journal import Wish
from reader.ui import actions, theme
from reader.ui.dialogs.exporting import ExportDialog, Starting
from reader.ui.dialogs.importing import ImportDialog
from reader.ui.filedialog import FileDialog
from reader.ui.words import Words

pytestmark = pytest.mark.window

UI = Path(actions.__file__).parent
TRANSLATIONS = places.resources() / "translations"
TOOL = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
WIDGETS = """
    mainWindow issueList articlePane sourcePane tagSidebar searchBox searchResults
    progressBar statusLine journalPanel
"""
ACTIONS = """
    actionImport actionExport actionJoin actionSplit actionNextDoubt actionPreviousDoubt
    actionAcceptSeam actionAddTag actionMarkProofread actionNextArticle actionPreviousArticle
    actionSearch actionUndo actionRedo actionWithdraw actionZoomIn actionZoomOut actionZoomReset
    actionToggleSource
"""


def messages(path):
    found = {}
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            key = context.findtext("name"), message.findtext("source")
            found[key] = message.find("translation")
    return found


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Give every sentence that the window's source says."""
    fresh = tmp_path_factory.mktemp("words") / "fresh_zh_CN.ts"
    files = [str(path) for path in sorted(UI.rglob("*.py"))]
    command = [TOOL, "-silent", "-locations", "none", *files, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    return messages(fresh)


def test_every_sentence_has_its_chinese(said):
    ours = messages(TRANSLATIONS / "jiaokan_zh_CN.ts")
    assert set(ours) == set(said)
    for key, translation in ours.items():
        texts = ["".join(f.itertext()) for f in translation.findall("numerusform")]
        assert translation.get("type") is None, key
        assert all(texts or [translation.text]), key


def test_the_chinese_keeps_every_place_for_a_fact(said):
    for (_, source), translation in messages(TRANSLATIONS / "jiaokan_zh_CN.ts").items():
        chinese = "".join(translation.itertext())
        assert set(re.findall(r"\{\w+\}|%n", source)) == set(re.findall(r"\{\w+\}|%n", chinese))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_is_compiled_is_what_is_written(language):
    translator = QTranslator()
    assert translator.load(f"jiaokan_{language}", str(TRANSLATIONS))
    for (context, source), translation in messages(TRANSLATIONS / f"jiaokan_{language}.ts").items():
        forms = [f.text for f in translation.findall("numerusform")]
        number = 7 if forms else -1
        assert translator.translate(context, source, None, number) == (
            forms[-1] if forms else translation.text
        )


def test_the_names_of_the_contract_are_there(window):
    for name in WIDGETS.split():
        found = window if name == "mainWindow" else window.findChild(QWidget, name)
        assert found is not None, name
        assert found.objectName() == name
    assert isinstance(window.findChild(QWidget, "articlePane"), QTextEdit)
    assert isinstance(window.findChild(QWidget, "issueList"), QAbstractItemView)
    for name in ACTIONS.split():
        assert window.findChild(QAction, name) is not None, name


def test_every_action_has_words_a_key_and_a_tip(window):
    seen = {}
    for row in actions.ACTIONS:
        action = window.findChild(QAction, row.id)
        assert action.text()
        turns = row.id in {"actionUndo", "actionRedo"}  # with what it turns, else with the reason
        assert len(action.toolTip().splitlines()) == 2 + (turns or not action.isEnabled())
        for key in action.shortcuts():
            assert key.toString(), row.id
            assert seen.setdefault((row.place, key.toString()), row.id) == row.id
    menus = [a.menu() for a in window.findChildren(QWidget, "menuBar")[0].actions()]
    menus += [a.menu() for menu in menus for a in menu.actions() if a.menu() is not None]
    in_menus = {a for menu in menus for a in menu.actions()}
    assert {window.findChild(QAction, row.id) for row in actions.ACTIONS} <= in_menus


def test_every_widget_that_can_be_reached_has_a_name(window):
    window.tags.add("会议")
    dialogs = [
        ImportDialog(window.session, window.words, window.colours, window),
        ExportDialog(window.session, window.words, Starting(window.colours), window),
    ]
    for owner in (window, *dialogs):
        widgets = reachable(owner)
        assert len(widgets) > 3
        for widget in widgets:
            assert named(widget), (widget, widget.objectName())


def test_tab_goes_through_the_panes(window, qtbot):
    window.issues.issue_list.setFocus()
    seen = [window.focusWidget()]
    for _ in range(5):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert seen == [
        window.issues.issue_list, window.issues.contents_list, window.issues.furniture.row,
        window.article.edit, window.article.head.switch.segments["proof"], window.tags.input,
    ]  # fmt: skip


def test_every_fact_has_words(qapp):
    words = Words()
    assert all(words.status(status) for status in Status)
    assert all(words.reads(reads) for reads in Reads)
    assert [kind for kind in Kind if not words.kind(kind)] == [Kind.PARA]
    assert words.date(None) == "no date"
    assert words.date("2025") == "2025"
    assert words.page(None) == "page unknown"
    kinds = [
        k for k in vars(errors).values() if isinstance(k, type) and k.__module__ == errors.__name__
    ]
    for kind in kinds:
        assert words.fault(kind("S", "detail"))
    assert "S" in words.fault(errors.NotTextError("S", "binary"))


def test_every_wish_has_words(qapp):
    words = Words()

    def wish(verb, **detail):
        return words.wish(Wish("1", None, verb, detail, "甲", "", 1, True))

    assert wish("status", status="proofed1") == "status: 1st proof"
    assert wish("import", name="a.txt") == "import a.txt"
    assert wish("replace") == "replace  by "
    assert wish("of a later version") == "of a later version"
    assert wish("kind", kind="para") == "change a block's kind"
    assert wish("kind", given=True) == "give a line of the furniture to an article"
    assert wish("kind", aside=True) == "move a block to the furniture"
    source = "".join(p.read_text("utf-8") for p in (UI.parent / "store").glob("*.py"))
    for verb in re.findall(r'(?:\.wish|\.record)\(\s*"([^"]+)"', source):
        assert verb in words._wishes(), verb


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_theme_sets_every_role_and_text_can_be_read(dressed, name):
    colours = theme.theme(name)
    palette = colours.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole):
                assert palette.isBrushSet(group, role), role
    assert "@" not in colours.sheet()
    grounds = ("window", "panel", "paper", "raised", "field", "selection", "hover")
    for ink in ("ink", "ink-2", "ink-3"):
        for ground in grounds:
            assert contrast(colours.color(ink), colours.color(ground)) >= 4.5, (ink, ground)
    for ink in ("doubt", "done", "accent-text"):
        for ground in ("panel", "paper", "window"):
            assert contrast(colours.color(ink), colours.color(ground)) >= 4.5, (ink, ground)
    for ink in ("ink", "ink-2"):
        for ground in ("hit", "selection"):
            assert contrast(colours.color(ink), colours.color(ground)) >= 4.5, (ink, ground)
    assert contrast(colours.color("on-accent"), colours.color("accent")) >= 4.5


def test_the_shipped_fonts_hold_every_character_of_gbk(dressed):
    families = set(theme.load_fonts())
    assert {"Noto Serif SC", "Noto Sans SC"} <= families
    for family in ("Noto Serif SC", "Noto Sans SC"):
        systems = QFontDatabase.writingSystems(family)
        assert QFontDatabase.WritingSystem.SimplifiedChinese in systems


def test_a_theme_is_put_on_by_its_key(window, home, qtbot):
    dark = window.findChild(QAction, "actionThemeDark")
    qtbot.keyClick(
        window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert [a for a in dark.actionGroup().actions() if a.isChecked()] == [dark]
    assert window.colours.name == "dark"
    assert QApplication.palette().color(QPalette.ColorRole.Window) == window.colours.color("panel")
    from reader import settings

    assert settings.load().theme == "dark"
    theme.dress(QApplication.instance(), theme.theme("light"))


def test_the_words_that_qt_lacks_are_chinese_too(qapp, monkeypatch, qtbot):
    from PySide6.QtWidgets import QLabel

    from reader.ui import program
    from reader.ui.qtwords import WORDS

    monkeypatch.setenv("JIAOKAN_LANG", "zh_CN")
    program.prepare(qapp)
    for context, words in WORDS:
        assert QCoreApplication.translate(context, words) != words
    dialog = FileDialog(None, "", "")
    qtbot.addWidget(dialog)
    dialog.setOption(FileDialog.Option.DontUseNativeDialog)
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert [said for said in labels if re.search("[A-Za-z]{3}", said)] == []
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    program.prepare(qapp)


PAGES = {"en": ("p. 1, 2", "p. 1, 2 (supposed)"), "zh_CN": ("第1、2版", "第1、2版（推测）")}


def test_pages_are_listed_as_the_language_does_and_what_is_supposed_says_so(language):
    row = IssueRow("i", None, None, False, None, False, (1, 2), 1, 0, 0)
    supposed = replace(row, guessed=frozenset({"page"}))
    assert tuple(map(Words().pages, (row, supposed))) == PAGES[language]
