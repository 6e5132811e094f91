r"""Print results: plain lines, JSON and text, always UTF-8, whatever the locale says.

In a plain line what would break it, or a terminal, is escaped: tab, line end and backslash as
``\t`` ``\n`` ``\\``, other control characters and bytes that are no UTF-8 as ``\xNN`` a byte.

A terminal acts upon what it is sent: on one, and only there, control characters of a text, and
those that turn the direction of writing, stand as marks, in JSON as ``\uNNNN``. What is piped or
goes into a file is exact.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from reader.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

_ESCAPED = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SHORT = {"\\": r"\\", "\t": r"\t", "\n": r"\n"}
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TURNING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_ACTING = re.compile(rf"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_TURNING}]")
_ACTING_IN_JSON = re.compile(rf"[\x7f-\x9f{_TURNING}]")
_DELETE, _TURN, _UNKNOWN = "\u2421", "\u21c4", "\ufffd"
"""The marks of the window's legend, as are the pictures of control characters."""


def plain(value: object) -> str:
    """Give a value as it stands in a plain line; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return _ESCAPED.sub(_escape, str(value))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found in _SHORT:
        return _SHORT[found]
    if "\udc80" <= found <= "\udcff":
        return f"\\x{ord(found) - 0xDC00:02x}"
    if _SURROGATE.match(found):
        return f"\\u{ord(found):04x}"
    return "".join(f"\\x{byte:02x}" for byte in found.encode())


def harmless(text: str) -> str:
    """Give a text as it is shown on a terminal: nothing in it that the terminal would act upon.

    Tabs and line ends stay; a control stands as its picture (ESC as ␛), those of C1 as the
    replacement sign, what turns the direction of writing as ⇄.
    """
    return _ACTING.sub(_mark, text)


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return _DELETE
    return _UNKNOWN if code < 0xA0 else _TURN


def _escape_in_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def as_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    r"""Give a value as JSON in one line; bytes of names that are no UTF-8 are ``\udcNN``."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(_escape_in_json, told)


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8 with plain line ends; raise when there is no stdout."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if sys.stdout is None:
        raise OutputError("stdout", "closed")


def abandon_stdout() -> None:
    """Let what is still to be printed go nowhere, so that Python's end says nothing either."""
    if sys.stdout is sys.__stdout__ and sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class Output:
    """Writes what a command has to say: the result on stdout, all else on stderr."""

    def __init__(self) -> None:
        self._out: TextIO = sys.stdout
        self._terminal = self._out is not None and self._out.isatty()

    def _write(self, text: str) -> None:
        self._out.write(harmless(text) if self._terminal else text)

    def _write_json(self, text: str) -> None:
        self._out.write(_ACTING_IN_JSON.sub(_escape_in_json, text) if self._terminal else text)

    def line(self, *fields: object) -> None:
        """Print a plain line, its fields divided by tabs."""
        self._write("\t".join(plain(field) for field in fields) + "\n")

    def json(self, value: Any) -> None:  # noqa: ANN401 - whatever JSON can say
        """Print a value as one line of JSON."""
        self._write_json(as_json(value) + "\n")

    def json_with(self, head: dict[str, Any], name: str, rows: Iterable[Any]) -> None:
        """Print an object in one line, of which the last value is a list that is not held."""
        self._write_json(as_json(head)[:-1] + f',"{name}":[')
        for at, row in enumerate(rows):
            self._write_json(("," if at else "") + as_json(row))
        self._write_json("]}\n")

    def text(self, text: str) -> None:
        """Print a text as it is, with a line end behind it; nothing when it is empty.

        On a terminal it is `harmless`.
        """
        self._write(text if text.endswith("\n") or not text else text + "\n")

    def flush(self) -> None:
        """See to it that all that was printed has left."""
        self._out.flush()


def complain(line: str) -> None:
    """Print one line on stderr; where there is none, or it is closed, nothing can be said."""
    if sys.stderr is None:
        return
    try:
        told = line.rstrip("\n") + "\n"
        sys.stderr.write(harmless(told) if sys.stderr.isatty() else told)
        sys.stderr.flush()
    except OSError:
        return
