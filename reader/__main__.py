"""Ways in: the window when no command is named, else the command line, which imports no Qt."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader import homeless, places
from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main() -> int:
    """Open the window, or carry out the command that is named; give the exit status."""
    arguments = sys.argv[1:]
    try:
        if homeless.refused():
            return homeless.STATUS
        if (status := _window(arguments)) is not None:
            return status
        from reader import cli

        return cli.run(arguments)
    except KeyboardInterrupt:  # while our own modules are still being loaded
        return 1


def window() -> int:
    """Open the window; give the exit status. Only ``--library FILE`` is understood."""
    if homeless.refused():
        return homeless.STATUS
    if (status := _window(sys.argv[1:])) is not None:
        return status
    return _refuse(UsageError(" ".join(sys.argv[1:]), "window"))


def _window(arguments: Sequence[str]) -> int | None:
    """Open the window where no more is said than its library; None where there is more."""
    try:
        library = only_library(arguments)
        if library is None:
            return None
        path = library[0] if library else places.default_library()
    except UsageError as error:
        return _refuse(error)
    return open_window(path)


def _refuse(error: UsageError) -> int:
    from reader import cli

    return cli.refuse(error)


def open_window(path: Path | None = None) -> int:
    """Open the window on a library, the default one when none is named."""
    from reader.ui.start import run

    return run(path)


def only_library(arguments: Sequence[str]) -> tuple[Path, ...] | None:
    """Give the library when nothing but ``--library FILE`` is said, () when nothing is.

    None when there is more, or less: then the command line has to judge. The later wins. Raise
    `UsageError` where it is named as a folder.
    """
    left = list(arguments)
    if left[-1:] == ["--"] and left[-2:-1] != ["--library"]:
        left.pop()
    found: tuple[str, ...] = ()
    while left:
        word = left.pop(0)
        if word == "--library" and left:
            word = "--library=" + left.pop(0)
        if not word.startswith("--library=") or word == "--library=":
            return None
        found = (word.removeprefix("--library="),)
    return tuple(map(places.file_named, found))


if __name__ == "__main__":
    raise SystemExit(main())
