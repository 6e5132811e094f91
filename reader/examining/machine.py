"""Look at the program, its packages, the fonts and Qt's plugins, without loading any of Qt."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__, places, settings
from reader.examining.remarks import Remark
from reader.store.opening import WAL_SOUND_FROM, sqlite_version, wal_is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = (
    "PySide6-Essentials",
    "click",
    "jieba",
    "pypinyin",
    "rapidfuzz",
    "rjieba",
    "sqlite-utils",
)
_QT = "PySide6-Essentials"
_QT_BROKEN = "6.12.0"
FONTS = ("NotoSansSC-Regular.otf", "NotoSerifSC-Regular.otf")
LIBRARIES = (
    "libGL.so.1",
    "libEGL.so.1",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libglib-2.0.so.0",
)
XCB_LIBRARIES = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4")


def program() -> Iterator[Remark]:
    """Tell versions, and the known faults of them."""
    yield Remark(
        "program",
        {
            "version": __version__,
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        },
    )
    binding = _version("pysqlite3") or "?"
    yield Remark("sqlite", {"version": sqlite_version(), "binding": f"pysqlite3 {binding}"})
    if not wal_is_sound():
        since = ".".join(map(str, WAL_SOUND_FROM))
        yield Remark("wal_reset", {"version": sqlite_version(), "since": since})
    for name in PACKAGES:
        version = _version(name)
        if version is None:
            yield Remark("package_missing", {"name": name})
            continue
        yield Remark("package", {"name": name, "version": version})
        if name == _QT and version == _QT_BROKEN and sys.version_info < (3, 12):
            yield Remark("qt_loses_references", {"version": version})
    encoding = sys.getfilesystemencoding()
    narrow = encoding.lower().replace("-", "") != "utf8"
    yield Remark("encoding_narrow" if narrow else "encoding", {"name": encoding})
    yield Remark("language", {"name": settings.language()})


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def fonts() -> Iterator[Remark]:
    """Tell the fonts that ship with the program; a fresh machine has none for Chinese."""
    folder = places.resources() / "fonts"
    there = [name for name in FONTS if (folder / name).is_file()]
    yield Remark("fonts", {"names": ", ".join(there), "folder": str(folder)})
    for name in FONTS:
        if name not in there:
            yield Remark("font_missing", {"name": name, "folder": str(folder)})


def window() -> Iterator[Remark]:
    """Tell on what Qt would open a window, and how Chinese would be typed in it."""
    plugins = _plugins()
    if plugins is None:
        return  # told as a package that is missing
    known = _names(plugins / "platforms")
    wanted = _platform()
    if not wanted:
        yield Remark("qt_no_display")
    elif not any(wanted.partition(":")[0] == name for name in known):
        yield Remark("qt_platform_missing", {"name": wanted, "plugins": " ".join(known)})
    else:
        yield Remark("qt_platform", {"name": wanted, "plugins": " ".join(known)})
    if sys.platform == "linux":
        more = XCB_LIBRARIES if wanted == "xcb" else ()
        for name in (*LIBRARIES, *more):
            if not _loads(name):
                yield Remark("qt_library_missing", {"name": name})
    yield _input_method(_names(plugins / "platforminputcontexts"))


def _plugins() -> Path | None:
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    package = Path(next(iter(found.submodule_search_locations)))
    folder = package / "Qt" / "plugins"
    return folder if folder.is_dir() else package / "plugins"


def _names(folder: Path) -> list[str]:
    """Give the names of the plugins in a folder: ``libqxcb.so`` and ``qwindows.dll`` stripped."""
    files = folder.glob("*.*") if folder.is_dir() else ()
    stems = {path.name.partition(".")[0].removeprefix("lib") for path in files}
    if folder.name == "platforms":
        return sorted(stem.removeprefix("q") for stem in stems)
    return sorted(stem.removesuffix("platforminputcontextplugin") for stem in stems)


def _platform() -> str:
    """Give the platform that Qt would take; '' where there is no display."""
    named = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0]
    if named or sys.platform in ("win32", "darwin"):
        return named or {"win32": "windows", "darwin": "cocoa"}[sys.platform]
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _input_method(plugins: list[str]) -> Remark:
    wanted = os.environ.get("QT_IM_MODULE", "")
    if wanted.startswith("fcitx") and not any("fcitx" in name for name in plugins):
        return Remark("input_method_other", {"name": wanted, "instead": "ibus"})
    there = " ".join(plugins)
    if not wanted:
        return Remark("input_method_usual", {"plugins": there})
    return Remark("input_method", {"name": wanted, "plugins": there})
