r"""Print results: plain lines, JSON and text, always UTF-8, whatever the locale says.

In a plain line what would break it, or a terminal, is escaped: tab, line end and backslash as
``\t`` ``\n`` ``\\``, other control characters and bytes that are no UTF-8 as ``\xNN`` a byte.
"""

from __future__ import annotations

import json
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


def as_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    r"""Give a value as JSON in one line; bytes of names that are no UTF-8 are ``\udcNN``."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8 with plain line ends; raise when there is no stdout."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if sys.stdout is None:
        raise OutputError("stdout", "closed")


class Output:
    """Writes what a command has to say: the result on stdout, all else on stderr."""

    def __init__(self) -> None:
        self._out: TextIO = sys.stdout

    def line(self, *fields: object) -> None:
        """Print a plain line, its fields divided by tabs."""
        self._out.write("\t".join(plain(field) for field in fields) + "\n")

    def json(self, value: Any) -> None:  # noqa: ANN401 - whatever JSON can say
        """Print a value as one line of JSON."""
        self._out.write(as_json(value) + "\n")

    def json_with(self, head: dict[str, Any], name: str, rows: Iterable[Any]) -> None:
        """Print an object in one line, of which the last value is a list that is not held."""
        self._out.write(as_json(head)[:-1] + f',"{name}":[')
        for at, row in enumerate(rows):
            self._out.write(("," if at else "") + as_json(row))
        self._out.write("]}\n")

    def text(self, text: str) -> None:
        """Print a text as it is, with a line end behind it; nothing when it is empty."""
        self._out.write(text if text.endswith("\n") or not text else text + "\n")

    def flush(self) -> None:
        """See to it that all that was printed has left."""
        self._out.flush()


def complain(line: str) -> None:
    """Print one line on stderr; where there is none, or it is closed, nothing can be said."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(line.rstrip("\n") + "\n")
        sys.stderr.flush()
    except OSError:
        return
