"""Words for faults of the world: one sentence each, with the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import errors
from reader.ui.names import isolated
from reader.ui.positions import name_shown

if TYPE_CHECKING:
    from reader.errors import JiaokanError

_NAMES = 200
"""How many characters of the names that a stranger chose stand in a sentence."""


class FaultWords(QObject):
    """Makes the sentences by which faults are told."""

    def fault(self, error: JiaokanError) -> str:
        """Make one sentence of a fault of the world, with the next step."""
        known = self._faults()
        said = self._details().get(f"{error.code}/{error.detail}") or next(
            (known[kind] for kind in type(error).__mro__ if kind in known), None
        )
        if said is None:
            return isolated(str(error))
        facts = {name: isolated(str(value)) for name, value in error.facts.items()}
        facts["names"] = name_shown(str(error.facts.get("names", "")), _NAMES)
        return said.format(subject=isolated(str(error.subject)), **{"says": "", **facts})

    def _details(self) -> dict[str, str]:
        """Say what one class of faults has several sentences for, by its code and detail."""
        return {
            **self._misuses(),
            **self._names(),
            **self._damage(),
            "read-only/unmerged": self.tr(
                "Another program has written {subject}, and its log {names} cannot be read from "
                "here: close that program. Until then what it wrote is not shown."
            ),
            "no library/dead_link": self.tr(
                "There is no library at {subject}: the link {link} leads to {target}, where "
                "nothing is. Put in the disk on which it lies, or mend the link."
            ),
            "no library/gone": self.tr(
                "{subject} is not there any more: it was moved, deleted, or its disk taken out. "
                "Put it back; until then nothing is saved."
            ),
            "unreadable/sqlite": self.tr(
                "{subject} cannot be written ({says}): is its disk still there and sound? "
                "What is on the screen stays, and saving is tried again."
            ),
            "disk full/make": self.tr(
                "{subject} was not made: the disk is full on which it would lie. "
                "Make room and try again."
            ),
            "unreadable/foreign_journal": self.tr(
                "{subject} lies beside the library and is not its own, but SQLite would play it "
                "back over it. Nothing was written. Move it elsewhere, then open the library again."
            ),
            "unreadable/another": self.tr(
                "{subject} is an export of another library. Choose another name, or replace it."
            ),
            "unreadable/dead_link": self.tr(
                "{subject} cannot be written: the link {link} leads to {target}, where nothing can "
                "be written. Put in the disk on which it lies or make that folder, or mend or "
                "remove the link."
            ),
            "unreadable/busy": self.tr(
                "Another export is writing {subject} just now. Wait until it has ended."
            ),
        }

    def _damage(self) -> dict[str, str]:
        """Say what is damaged of a library."""
        return {
            "damaged library/foreign": self.tr(
                "The library {subject} holds what its version does not declare: {names}. "
                "It was not written; restore a backup from before."
            ),
            "damaged library/disguised": self.tr(
                "What bears the names of tables in {subject} is none of them, and was not read: "
                "{names}. Restore a backup."
            ),
            "damaged library/write_form": self.tr(
                "The library {subject} can only be read: its beginning says that form {form} of "
                "file has to be known to write it, and there is no such form. Restore a backup."
            ),
        }

    def _names(self) -> dict[str, str]:
        """Say why a name cannot be taken, or is wanted for another file."""
        long_name = self.tr("The name of {subject} is too long. Choose a shorter one.")
        return {
            "unreadable/long_name": long_name,
            "read-only/long_name": long_name,
            "unreadable/no_file": self.tr(
                "{subject} is no ordinary file, and nothing was written there. Choose another name."
            ),
            "unreadable/side_name": self.tr(
                "SQLite takes a file of the name {subject} for its own, and deletes it when it "
                "lies beside another library. Choose another name."
            ),
            "unreadable/beside": self.tr(
                "SQLite needs the name {subject} beside the library, and what is there is no file "
                "of its own. Move it elsewhere, then try again."
            ),
        }

    def _misuses(self) -> dict[str, str]:
        """Say why something cannot be done as it was asked for."""
        return {
            "usage/supplied": self.tr("Text of the page never becomes part of what was supplied."),
            "usage/unseen": self.tr(
                "Nothing of that name can be seen. Give the topic one that can be read."
            ),
            "usage/levels": self.tr(
                "A topic has at most {most} levels. Put fewer slashes into its name."
            ),
        }

    def _faults(self) -> dict[type, str]:
        return {
            errors.LibraryInUseError: self.tr(
                "The library is in use by another program. Nothing was lost; try again."
            ),
            errors.DiskFullError: self.tr(
                "The disk is full on which {subject} lies; the last change is not on it yet. "
                "Make room and try again."
            ),
            errors.ReadOnlyError: self.tr(
                "{subject} can be read but not written. Open a copy in a folder of yours."
            ),
            errors.NoLibraryError: self.tr("There is no library at {subject}."),
            errors.NotALibraryError: self.tr(
                "{subject} is not a library of this program. Choose another file."
            ),
            errors.NewerLibraryError: self.tr(
                "{subject} was written by a later version, and was not touched. Update first."
            ),
            errors.DamagedLibraryError: self.tr(
                'The library {subject} is damaged. Run "jiaokan check", or restore a backup.'
            ),
            errors.NotTextError: self.tr("{subject} is not text. Nothing of it was taken."),
            errors.UnknownEncodingError: self.tr(
                "The encoding of {subject} is not known. Name it in the import dialog."
            ),
            errors.TooLargeError: self.tr("{subject} is too large for a page."),
            errors.OutputError: self.tr(
                "{subject} cannot be written, or holds what is not ours. Choose another place."
            ),
            errors.UnreadableError: self.tr("{subject} cannot be read."),
            errors.NotFoundError: self.tr("{subject} is not there any more."),
            errors.UsageError: self.tr("That cannot be done here."),
        }
