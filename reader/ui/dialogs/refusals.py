"""Words for files that were not taken: why not, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.tips import sentences

if TYPE_CHECKING:
    from reader.errors import JiaokanError


class Refusals(QObject):
    """Makes two sentences of a refusal; the code and its detail choose them."""

    def words(self, error: JiaokanError) -> str:
        """Say why a file was not taken, and what to do."""
        facts = {name: str(value) for name, value in error.facts.items()}
        facts["kind"] = self._kinds().get(facts.get("kind", ""), facts.get("kind", ""))
        table = self._table()
        for key in (f"{error.code}/{error.detail}", error.code):
            if key in table:
                return sentences(part.format_map(_Facts(facts)) for part in table[key])
        return str(error)

    def _table(self) -> dict[str, tuple[str, str]]:
        return self._no_text() | self._no_encoding() | self._not_readable()

    def _no_text(self) -> dict[str, tuple[str, str]]:
        as_text = self.tr("Save it as plain text (.txt) and import that.")
        return {
            "not text/empty": (
                self.tr("There is nothing in it."),
                self.tr("Leave it out, or fetch the page anew."),
            ),
            "not text/binary": (self.tr("It is no text but {kind}."), as_text),
            "not text/bad_byte": (
                self.tr("As {encoding} the byte {byte} in line {line} (offset {offset}) is wrong."),
                self.tr("Choose another encoding, or mend that byte in the file."),
            ),
            "not text/later_format": (self.tr("{suffix} is not read by this version."), as_text),
            "not text/no_format": (self.tr("Files of this kind are not read."), as_text),
            "not text/nothing_to_read": (
                self.tr("In this folder is no file that is read."),
                self.tr("Choose a folder with .txt files."),
            ),
            "not text": (self.tr("It is no text."), as_text),
        }

    def _no_encoding(self) -> dict[str, tuple[str, str]]:
        name_it = self.tr("Choose its encoding in the import dialog, or convert it to UTF-8.")
        convert = self.tr("Convert it to UTF-8 and import that.")
        return {
            "unknown encoding/none_fits": (
                self.tr("No encoding fits beyond doubt (byte {byte} in line {line})."),
                name_it,
            ),
            "unknown encoding/no_bom": (
                self.tr("It looks like {encoding}, without the mark at its beginning."),
                convert,
            ),
            "unknown encoding/iso2022": (self.tr("It looks like ISO-2022."), convert),
            "unknown encoding/hz": (self.tr("It looks like HZ."), convert),
            "unknown encoding/utf7": (self.tr("It looks like UTF-7."), convert),
            "unknown encoding": (self.tr("Its encoding cannot be told."), name_it),
        }

    def _not_readable(self) -> dict[str, tuple[str, str]]:
        look = self.tr("Look whether it is still there, and import it again.")
        return {
            "too large/memory": (
                self.tr("There is not enough memory for it."),
                self.tr("Close other programs and import it again."),
            ),
            "too large": (
                self.tr("It has {size} bytes; a page has {limit} at most."),
                self.tr("Divide it into several files."),
            ),
            "unreadable/missing": (self.tr("It is not there any more."), look),
            "unreadable/dangling_link": (self.tr("It is a link that leads nowhere."), look),
            "unreadable/special": (
                self.tr("It is no ordinary file but {kind}."),
                self.tr("Leave it out."),
            ),
            "unreadable/library": (
                self.tr("It is the library that is open, and no text of a newspaper."),
                self.tr("Leave it out."),
            ),
            "unreadable/permission": (
                self.tr("You may not read it."),
                self.tr("Let its owner give you the right, and import it again."),
            ),
            "unreadable/folder_link": (
                self.tr("It is a link to a folder, which is not followed."),
                self.tr("Add that folder itself."),
            ),
            "unreadable": (
                self.tr("It cannot be read: {says}."),
                self.tr("Check the disk, and import it again."),
            ),
        }

    def _kinds(self) -> dict[str, str]:
        return {
            "": self.tr("binary data"),
            "folder": self.tr("a folder"),
            "fifo": self.tr("a FIFO"),
            "socket": self.tr("a socket"),
            "device": self.tr("a device"),
            "other": self.tr("a special file"),
            "zip": self.tr("a zip file or an office document"),
            "office": self.tr("an office document"),
            "pdf": self.tr("a PDF"),
            "rtf": self.tr("an RTF document"),
            "png": self.tr("a picture"),
            "jpeg": self.tr("a picture"),
            "gif": self.tr("a picture"),
            "tiff": self.tr("a picture"),
            "sqlite": self.tr("a database"),
            "program": self.tr("a program"),
        }


class _Facts(dict[str, str]):
    """Facts of a refusal; one that is not known is left out."""

    def __missing__(self, key: str) -> str:
        return ""
