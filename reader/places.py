"""Where things lie: the library, its backups, the settings, and what ships with the program."""

from __future__ import annotations

import errno
import os
from itertools import takewhile
from pathlib import Path

import platformdirs

from reader.errors import UsageError

APP = "jiaokan"
_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Give the user's data folder (not made yet)."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Give the user's folder of settings (not made yet)."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Give the user's cache folder (not made yet)."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def file_named(word: str, detail: str = "folder_name") -> Path:
    """Give the path of a file that is to be written.

    Raise `UsageError` with this detail for a folder's name: what ends with a slash, or a slash and
    a dot, which are lost in a path.
    """
    ends = tuple(sep + dot for sep in (os.sep, os.altsep) if sep for dot in ("", "."))
    if Path(word).name and word.endswith(ends):
        raise UsageError(word, detail)
    return Path(word)


def default_library() -> Path:
    """Give the library that is used when none is named: ``$JIAOKAN_LIBRARY``, else our own.

    Raise `UsageError` (``variable``) where a folder is named.
    """
    named = os.environ.get("JIAOKAN_LIBRARY")
    return file_named(named, "variable") if named else data_folder() / "library.db"


def is_own_default(path: Path) -> bool:
    """Tell whether `path` is the default library in the data folder, which holds the samples."""
    return path.absolute() == (data_folder() / "library.db").absolute()


def backups_folder() -> Path:
    """Give the folder of automatic backups, apart from any library."""
    return data_folder() / "backups"


def dead_link(path: Path) -> Path | None:
    """Give the link on the way to `path`, or at its end, that leads nowhere; None where none is."""
    way = (path, *path.parents)
    return next((p for p in reversed(way) if os.path.islink(p) and not os.path.exists(p)), None)  # noqa: PTH110, PTH114 - these raise nothing


def is_there(path: Path) -> bool:
    """Tell whether a path names anything that can be seen.

    `Path` raises where that cannot be told: a name too long, a folder closed to us, a network
    that is gone. Here, and in the two below, nothing is there then.
    """
    return os.path.exists(path)  # noqa: PTH110 - raises nothing


def is_file(path: Path) -> bool:
    """Tell whether a path names an ordinary file that can be seen."""
    return os.path.isfile(path)  # noqa: PTH113 - raises nothing


def is_folder(path: Path) -> bool:
    """Tell whether a path names a folder that can be seen."""
    return os.path.isdir(path)  # noqa: PTH112 - raises nothing


def make_private(folder: Path) -> None:
    """Make a folder where none is, and those it lies in: only their owner may look into them.

    Folders that are there stay as they are. Raise `OSError`, about the link where one leads
    nowhere.
    """
    link = dead_link(folder)
    if link is not None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(link))
    missing = [*takewhile(lambda part: not os.path.lexists(part), (folder, *folder.parents))]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Give the folder of resources: in the package when installed, else beside it."""
    return _shipped("resources")


def seeds() -> Path:
    """Give the folder of the five sample pages."""
    return _shipped("seeds")
