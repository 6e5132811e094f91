"""The top bar: five icons, each with a name and a tool tip; anything else is a word or a key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolBar, QToolButton, QToolTip

from reader.ui import actions

pytestmark = pytest.mark.window


def test_five_icons_stand_in_the_top_bar(window, qtbot):
    bar = window.findChild(QToolBar, "toolBar")
    shown = [a.objectName() for a in bar.actions()]
    assert shown == [
        "actionUndo", "actionRedo", "actionToggleSource", "actionExport", "actionSettings",
    ]  # fmt: skip
    for action in bar.actions():
        button = bar.widgetForAction(action)
        assert isinstance(button, QToolButton)
        assert not action.icon().isNull()
        assert button.accessibleName()
        assert actions.key_of(action.objectName()) in button.toolTip().replace("Return", "Enter")
    with qtbot.waitSignal(window.actions_by_id["actionSettings"].triggered):
        qtbot.mouseClick(bar.widgetForAction(bar.actions()[-1]), Qt.MouseButton.LeftButton)
    window.findChild(QDialog, "settingsDialog").reject()


def test_menus_show_the_tips_of_their_rows(window, qtbot):
    """Qt's menus show none unless they are told to; a pointer rests on each kind of row."""
    bar = window.top_bar.menus[0].parentWidget()
    menus = bar.findChildren(QMenu)
    assert len(menus) > len(window.top_bar.menus)
    for menu in menus:
        action = next(a for a in menu.actions() if a.isEnabled() and not a.isSeparator())
        menu.popup(window.mapToGlobal(QPoint(40, 40)))
        menu.setActiveAction(action)
        place = menu.actionGeometry(action).center()
        QToolTip.hideText()
        QApplication.sendEvent(
            menu, QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place))
        )
        assert QToolTip.text() == action.toolTip(), menu.title()
        menu.close()
    QToolTip.hideText()


def test_importing_has_a_menu_row_and_a_key(window):
    action = window.actions_by_id["actionImport"]
    assert action in window.top_bar.menus[0].actions()
    assert action.shortcut().toString()
