"""The letters of Alt: of all that is to be seen at once no two things share one."""

from collections import defaultdict

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMenuBar,
    QToolBar,
)

from reader.ui.actions import CONTEXT
from reader.ui.arranging import CONTENTS_MENU, ISSUE_MENU

pytestmark = pytest.mark.window
DIALOGS = (
    "actionImport", "actionExport", "actionMergeIssue", "actionMovePage", "actionBringBack",
    "actionSettings", "actionSupply", "actionRerun", "actionKeys", "actionLegend",
    "actionFirstSteps", "actionDoctor",
    "actionAbout",
)  # fmt: skip


@pytest.fixture
def speaking(open_window, path, language):
    """Open the window in a language."""
    return open_window(path)


def shared(texts):
    """Give the letters that several of some words have, with those words."""
    found = defaultdict(list)
    for text in texts:
        key = QKeySequence.mnemonic(text).toString()
        if key:
            found[key].append(text)
    return {key: words for key, words in found.items() if len(words) > 1}


def words_of(dialog):
    buttons = [b.text() for b in dialog.findChildren(QAbstractButton) if not b.isHidden()]
    return buttons + [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]


def test_no_menu_has_a_letter_twice(speaking):
    bar = speaking.top_bar
    menus = [menu for menu in speaking.findChildren(QMenu) if menu.actions()]
    assert len(menus) > len(bar.menus)
    for menu in menus:
        assert not shared(action.text() for action in menu.actions()), menu.title()
    assert not shared(menu.title() for menu in bar.menus)
    for names in (CONTEXT, ISSUE_MENU, CONTENTS_MENU):
        assert not shared(speaking.actions_by_id[name].text() for name in names if name)


def test_every_menu_of_the_bar_has_its_letter(speaking):
    letters = [
        QKeySequence.mnemonic(menu.title()).toString()[-1] for menu in speaking.top_bar.menus
    ]
    assert letters == list("FEVGPTH")


def test_no_dialog_has_a_letter_twice(speaking, press):
    speaking.filing.withdraw()
    opened = set()
    for name in DIALOGS:
        action = speaking.findChild(QAction, name)
        action.trigger()
        QApplication.processEvents()
        for dialog in [one for one in speaking.findChildren(QDialog) if one.isVisible()]:
            opened.add(dialog.objectName())
            assert not shared(words_of(dialog)), name
            dialog.close()
        QApplication.processEvents()
    assert {"exportDialog", "importDialog", "settingsDialog", "chooseIssue"} <= opened
    assert len(opened) >= 8


@pytest.mark.parametrize("width", [800, 1280])
def test_all_tools_have_room_beside_the_menus(speaking, width):
    speaking.resize(width, 480)
    QApplication.processEvents()
    tools = speaking.top_bar.findChildren(QToolBar)[0]
    for action in tools.actions():
        assert tools.widgetForAction(action).isVisible(), action.objectName()
    assert speaking.top_bar.menus[-1].menuAction().isVisible()
    bar = speaking.top_bar.findChild(QMenuBar)
    assert bar.actionGeometry(bar.actions()[-1]).right() <= bar.width()
