"""The program: the one application object, its language, its fonts, and its last resort."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QClipboard, QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reader import __version__, places, settings
from reader.ui import theme
from reader.ui.collecting import Collecting
from reader.ui.lastplace import put_geometry
from reader.ui.lastresort import LastResort
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from reader.errors import JiaokanError


def open_window(path: Path) -> int:
    """Show the window, open the library at `path` behind it, and run until it is closed."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    lay_ground(application)
    stage = Stage(application)
    resort = LastResort(stage)
    resort.install()
    collecting = Collecting()
    try:
        stage.begin(path)
        status = application.exec()
        leave_clipboard()
    finally:
        collecting.end()
    resort.remove()
    return stage.window.exit_status or status


def make_application() -> QApplication:
    """Make the one application, in the style on which our sheet is drawn.

    It is asked for here: `setStyle` gives the style back, and Qt's binding makes all classes of
    styles to find out which one that is.
    """
    return QApplication(["jiaokan", "-style", "Fusion"])


class Stage:
    """Has the window, and puts another in its place when the language is changed."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.window = MainWindow(frame_first=True)
        put_geometry(self.window)
        self.window.built.connect(self._put)

    def _put(self) -> None:
        self.window.renew_wished.connect(self.renew, Qt.ConnectionType.QueuedConnection)
        self.window.last_place.put_panes()

    def begin(self, path: Path) -> None:
        """Show the window, and open the library at `path` behind it."""
        self.window.begin(path)
        self.window.show()

    def renew(self) -> None:
        """Speak the language of the settings in a new window, at the place where one was."""
        old = self.window
        path = old.session.library.path if old.session.is_open else None
        if path is not None and (old.session.busy or not old.article.settled()):
            old.preferring.speak_later()
            return
        asked, shown, place = old.search_box.text(), old.seeking.open, old.preferring.place
        old.session.close()
        speak(self._application, settings.language())
        self.window = MainWindow()
        put_geometry(self.window)
        self._put()
        self.window.show()
        if path is not None:
            self.window.open_library(path)
        box = self.window.search_box
        (box.ask if shown else box.put)(asked)
        if place is not None:
            self.window.preferring.settings_again(place)
        old.hide()
        old.deleteLater()

    def fault(self, error: JiaokanError) -> None:
        """Tell a fault of the world in the window that is there."""
        self.window.telling.fault(error)

    def bug(self, error: BaseException) -> None:
        """Tell in the window that is there that the program itself went wrong.

        One that comes before there are panes is one of starting: the window cannot be had.
        """
        if self.window.is_built:
            self.window.telling.bug(error)
            return
        self.window.exit_status = 1
        self.window.close()


def leave_clipboard() -> None:
    """Leave what was copied in the clipboard as Qt's own object.

    Qt lets go of the clipboard after Python has ended; what was made here would be destroyed by
    an interpreter that is no more, and the process would die of it.
    """
    clipboard = QApplication.clipboard()
    alone = QApplication.platformName() in {"offscreen", "minimal"}  # they tell of no owner
    for mode, mine in (
        (QClipboard.Mode.Clipboard, alone or clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if mine:
            clipboard.setText(clipboard.text(mode), mode)


_TURN = 0.00002
"""Seconds after which a thread of Python's gives way to one that waits.

A job computes beside the window, whose thread waits that long at each step of SQLite: with the
usual 5 ms, forty steps of reading the lists again stopped the window for a fifth of a second.
"""


def lay_ground(application: QApplication) -> None:
    """Give the program its name, language and colours, and the window its turn."""
    sys.setswitchinterval(_TURN)
    application.setApplicationName("jiaokan")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("jiaokan")
    application.setWindowIcon(QIcon(str(places.resources() / "jiaokan.svg")))
    speak(application, settings.language())
    theme.lay_ground(application, theme.theme(settings.load().theme))


def prepare(application: QApplication) -> None:
    """Give the program all that it wears; fonts and sheet too, which a first paint can spare."""
    lay_ground(application)
    theme.load_fonts()
    theme.put_on_sheet(theme.theme(settings.load().theme))


_spoken: list[QTranslator] = []
"""What is installed: to find it among the application's children makes all their classes."""


def speak(application: QObject, language: str) -> None:
    """Load the words of a language: Qt's own and ours."""
    while _spoken:
        old = _spoken.pop()
        if isValid(old):  # else it went with its application
            QApplication.removeTranslator(old)
            old.deleteLater()
    QLocale.setDefault(QLocale(language))
    ours = places.resources() / "translations"
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"jiaokan_{language}", str(ours))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            QApplication.installTranslator(translator)
        _spoken.append(translator)
