"""Qt's file dialog, which looks into none of the files that it lists.

To choose an icon and a word for a file, Qt's own provider reads its beginning. Where that is the
library which is open here, its locks are lost when it is closed again (see `reader.held`). So is it
with a dialog of the desktop that runs in this process, as that of GTK does.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle

from reader.places import is_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NATIVE = sys.platform in {"win32", "darwin"}
"""Whether the desktop's own dialog does no harm: a process of its own, or other locks."""
_Option = QFileDialog.Option


class _ByName(QAbstractFileIconProvider):
    """Tells files by their names alone; asked by a thread of Qt's, so icons are made before."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """Give the icon of a folder or of a file."""
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        other = QAbstractFileIconProvider.IconType.File
        return self._file if what == other else self._folder

    def type(self, info: QFileInfo) -> str:
        """Name a kind of file by the end of its name."""
        return "" if info.isDir() else info.suffix().upper()


class FileDialog(QFileDialog):
    """Asks for files and folders; the functions are those of `QFileDialog`."""

    def __init__(self, parent: QWidget | None, caption: str, at: str, names: str = "") -> None:
        place = Path(at)
        whole = not at or is_folder(place)  # nowhere in particular: where one was last
        super().__init__(parent, caption, at if whole else str(place.parent), names)
        self.setOption(_Option.DontUseNativeDialog, not _NATIVE)
        self.setOption(_Option.DontUseCustomDirectoryIcons)
        self._names = _ByName()  # kept here: the dialog does not own it
        self.setIconProvider(self._names)
        if not whole:
            self.selectFile(place.name)

    def _chosen(self) -> tuple[list[str], str]:
        """Ask; give the paths and the filter, nothing where it was left."""
        if not self.exec():
            return [], ""
        return self.selectedFiles(), self.selectedNameFilter()

    @staticmethod
    def getOpenFileName(  # type: ignore[override]  # fewer arguments
        parent: QWidget | None, caption: str = "", at: str = "", names: str = ""
    ) -> tuple[str, str]:
        """Ask for a file that is there; give its path and the filter, both empty for none."""
        paths, kind = FileDialog.getOpenFileNames(parent, caption, at, names, several=False)
        return (paths[0] if paths else ""), kind

    @staticmethod
    def getOpenFileNames(  # type: ignore[override]  # fewer arguments
        parent: QWidget | None,
        caption: str = "",
        at: str = "",
        names: str = "",
        *,
        several: bool = True,
    ) -> tuple[list[str], str]:
        """Ask for files that are there; give their paths and the filter."""
        asked = FileDialog(parent, caption, at, names)
        mode = QFileDialog.FileMode
        asked.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
        return asked._chosen()

    @staticmethod
    def getSaveFileName(  # type: ignore[override]  # fewer arguments
        parent: QWidget | None,
        caption: str = "",
        at: str = "",
        names: str = "",
        *,
        options: QFileDialog.Option | None = None,
    ) -> tuple[str, str]:
        """Ask for the name of a file to be written, and whether it may replace one."""
        asked = FileDialog(parent, caption, at, names)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if options is not None:
            asked.setOption(options)
        paths, kind = asked._chosen()
        return (paths[0] if paths else ""), kind

    @staticmethod
    def getExistingDirectory(  # type: ignore[override]  # fewer arguments
        parent: QWidget | None, caption: str = "", at: str = ""
    ) -> str:
        """Ask for a folder; give its path, empty for none."""
        asked = FileDialog(parent, caption, at)
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(_Option.ShowDirsOnly)
        paths, _ = asked._chosen()
        return paths[0] if paths else ""
