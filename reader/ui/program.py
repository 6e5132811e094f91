"""The program: the one application object, its language, its fonts, and its last resort."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from reader import __version__, places, settings
from reader.ui import theme
from reader.ui.lastresort import LastResort
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject


def open_window(path: Path) -> int:
    """Show the window, open the library at `path` behind it, and run until it is closed."""
    application = QApplication.instance() or QApplication(["jiaokan"])
    assert isinstance(application, QApplication)
    prepare(application)
    window = MainWindow()
    resort = LastResort(window.telling)
    resort.install()
    window.remembering.put_window()
    window.begin(path)
    window.show()
    status = application.exec()
    leave_clipboard()
    resort.remove()
    return window.exit_status or status


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


_TURN = 0.0005
"""Seconds after which a thread of Python's gives way to one that waits.

A job computes beside the window, whose thread waits that long at each step of SQLite: with the
usual 5 ms, forty steps of reading the lists again stopped the window for a fifth of a second.
"""


def prepare(application: QApplication) -> None:
    """Give the program its name, language, fonts and theme, and the window its turn."""
    sys.setswitchinterval(_TURN)
    application.setApplicationName("jiaokan")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("jiaokan")
    speak(application, settings.language())
    theme.load_fonts()
    theme.dress(application, theme.theme(settings.load().theme))


def speak(application: QObject, language: str) -> None:
    """Load the words of a language: Qt's own and ours."""
    for old in application.findChildren(QTranslator):
        QApplication.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    ours = places.resources() / "translations"
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"jiaokan_{language}", str(ours))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            QApplication.installTranslator(translator)
