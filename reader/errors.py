"""Faults of the world as small classes that carry facts; their sentences are made in the faces.

Each class has a `code`, the fixed English words with which an error line begins.
"""

from __future__ import annotations

from typing import ClassVar


class JiaokanError(Exception):
    """A fault of the world: something given to the program, or under it, is not usable.

    `subject` is what it is about (a path, a query, an id); `detail` names the reason by a code
    of the class's own, with `facts` for the words.
    """

    code: ClassVar[str] = "usage"

    def __init__(self, subject: str = "", detail: str = "", **facts: str | int) -> None:
        super().__init__(subject, detail)
        self.subject = subject
        self.detail = detail
        self.facts = facts

    def __str__(self) -> str:
        facts = " ".join(f"{name}={value}" for name, value in self.facts.items())
        return " ".join(part for part in (self.code, self.subject, self.detail, facts) if part)


class UsageError(JiaokanError):
    """A command or verb was asked for what cannot be: an unknown id, a bad value."""

    code = "usage"


class NotFoundError(UsageError):
    """There is no article, issue, tag or block of that name."""


# --- inputs -----------------------------------------------------------------------------


class InputRefusedError(JiaokanError):
    """An input cannot be taken; nothing of it was."""

    code = "unreadable"


class NotTextError(InputRefusedError):
    """The bytes are empty, binary, or not text of a known form."""

    code = "not text"


class UnknownEncodingError(InputRefusedError):
    """No encoding fits beyond doubt; one must be named."""

    code = "unknown encoding"


class TooLargeError(InputRefusedError):
    """The file is larger than one page can be."""

    code = "too large"


class UnreadableError(InputRefusedError):
    """The file cannot be read: not there, not allowed, or no ordinary file."""

    code = "unreadable"


# --- the library ------------------------------------------------------------------------


class LibraryError(JiaokanError):
    """The library or an output cannot be used."""

    code = "damaged library"


class NoLibraryError(LibraryError):
    """There is no library at that path."""

    code = "no library"


class NotALibraryError(LibraryError):
    """The file is there, but is no library of ours."""

    code = "not a library"


class NewerLibraryError(LibraryError):
    """The library was written by a later version; it was not touched."""

    code = "newer library"


class DamagedLibraryError(LibraryError):
    """The library is damaged, or holds what its version does not declare."""

    code = "damaged library"


class LibraryInUseError(LibraryError):
    """Another program holds the library for longer than we wait."""

    code = "library in use"


class ReadOnlyError(LibraryError):
    """The library or the folder can be read but not written."""

    code = "read-only"


class DiskFullError(LibraryError):
    """There is no room left; nothing was written."""

    code = "disk full"


class OutputError(LibraryError):
    """The place of an output cannot be used: it holds what is not ours, or cannot be made."""

    code = "unreadable"


class NothingToUndoError(JiaokanError):
    """The journal has no wish to undo or to redo."""

    code = "nothing"


class NoWindowError(JiaokanError):
    """No window can be opened: no display, or a system library is missing."""

    code = "no window"
