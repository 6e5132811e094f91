"""Rescue: what is on screen goes into a file elsewhere, while the library cannot be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import JiaokanError
from reader.ui.filedialog import FileDialog
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

_NAME = 40


class Rescue(QObject):
    """Writes the shown article as it reads on screen, with what is typed and not saved yet."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.status.rescue_wished.connect(self.ask)

    @property
    def text(self) -> str:
        """The text on screen: one block a line, an empty line between blocks."""
        blocks = self._window.article.edit.sheet.blocks
        return "\n\n".join(block.text for block in blocks if block.text) + "\n"

    def ask(self) -> None:
        """Ask where to write, and write; saving into the library is tried again at once."""
        from reader.exporting.names import safe

        blocks = self._window.article.edit.sheet.blocks
        stem = next((block.text for block in blocks if block.text), "")[:_NAME]
        chosen, _ = FileDialog.getSaveFileName(
            self._window,
            self.tr("Save the text on screen"),
            str(Path.home() / safe(stem, ".txt")),
            self.tr("Text (*.txt)"),
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the text on screen to a file, whole or not at all, and tell it."""
        from reader.exporting.beside import told, write_one

        window = self._window
        try:
            with told(path):
                write_one(path, [self.text.encode("utf-8", "surrogatepass")], lambda _: None)
        except JiaokanError as error:
            window.status.trouble(window.words.fault(error))
            return
        if not window.article.typing.flush():
            said = self.tr("The text on screen is in {path}. It is not in the library yet: {why}")
            fault = window.session.fault
            why = window.words.fault(fault) if fault is not None else ""
            window.status.trouble(said.format(path=isolated(str(path)), why=why))
        else:
            said = self.tr("The text on screen is in {path}.")
            window.status.tell(said.format(path=isolated(str(path))))
