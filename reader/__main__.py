"""Ways in: the window when no command is named, else the command line, which imports no Qt."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import homeless

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> int:
    """Open the window, or carry out the command that is named; give the exit status."""
    arguments = sys.argv[1:]
    try:
        if homeless.refused():
            return homeless.STATUS
        library = only_library(arguments)
        if library is not None:
            return open_window(*library)
        from reader import cli

        return cli.run(arguments)
    except KeyboardInterrupt:  # while our own modules are still being loaded
        return 1


def window() -> int:
    """Open the window; give the exit status. Only ``--library FILE`` is understood."""
    if homeless.refused():
        return homeless.STATUS
    library = only_library(sys.argv[1:])
    if library is not None:
        return open_window(*library)
    from reader import cli

    return cli.refuse_command(sys.argv[1:])


def open_window(path: Path | None = None) -> int:
    """Open the window on a library, the default one when none is named."""
    from reader.ui.start import run

    return run(path)


def only_library(arguments: Sequence[str]) -> tuple[Path, ...] | None:
    """Give the library when nothing but ``--library FILE`` is said, () when nothing is.

    None when there is more, or less: then the command line has to judge. The later wins.
    """
    left = list(arguments)
    if left[-1:] == ["--"] and left[-2:-1] != ["--library"]:
        left.pop()
    found: tuple[Path, ...] = ()
    while left:
        word = left.pop(0)
        if word == "--library" and left:
            word = "--library=" + left.pop(0)
        if not word.startswith("--library=") or word == "--library=":
            return None
        found = (Path(word.removeprefix("--library=")),)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
