"""Start: look whether a window can be opened, dress the program, show the window, then open.

The window is painted before the library is opened, so that neither SQLite's helpers nor the
engine are loaded on the way to the first paint.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reader import places, settings
from reader.errors import NoWindowError

_NO_DISPLAY_NEEDED = (
    "offscreen",
    "minimal",
    "vnc",
    "linuxfb",
    "eglfs",
    "minimalegl",
    "vkkhrdisplay",
)

APT = (
    "apt-get install libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0"
    " libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0"
    " libxcb-render0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
"""What Qt needs on a bare Debian."""

_SAID = {
    "en": {
        "no_display": "no display was found. Start it in a desktop session, or use a command:"
        " jiaokan --help",
        "library": "a system library is missing ({says}). On Debian: {apt}",
    },
    "zh_CN": {
        "no_display": "没有找到显示器。请在桌面环境中启动，或改用命令：jiaokan --help",
        "library": "缺少系统库（{says}）。Debian 上请运行：{apt}",
    },
}


def run(library: Path | None = None) -> int:
    """Open the window on a library (None: the default one); give the exit status.

    Status 4 with one sentence on stderr when no window can be opened.
    """
    try:
        refuse_without_display()
        choose_input_method()
        refuse_without_libraries()
    except NoWindowError as error:
        sys.stderr.write(f"jiaokan: no window: {_say(error)}\n")
        return 4
    from reader.ui.program import open_window

    return open_window((library or places.default_library()).absolute())


def _say(error: NoWindowError) -> str:
    words = _SAID[settings.language()][error.detail]
    return words.format(says=error.facts.get("says", ""), apt=APT)


def refuse_without_display() -> None:
    """Raise `NoWindowError` where Qt would find no display and abort the whole process."""
    if sys.platform in ("win32", "darwin"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform in _NO_DISPLAY_NEEDED:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoWindowError("display", "no_display")


def refuse_without_libraries() -> None:
    """Raise `NoWindowError` where Qt, or its part for this display, cannot be loaded."""
    try:
        from PySide6 import QtSvg, QtWidgets  # noqa: F401 - loading them is the question
    except ImportError as error:
        raise NoWindowError("library", "library", says=str(error)) from error
    if not sys.platform.startswith("linux"):
        return
    for plugin in _plugins_needed():
        missing = _cannot_load(plugin)
        if missing:
            raise NoWindowError("library", "library", says=missing)
        if not _display_answers():
            raise NoWindowError("display", "no_display")


def _plugins() -> Path:
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))


def _plugins_needed() -> list[Path]:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    wanted = platform or ("" if os.environ.get("WAYLAND_DISPLAY") else "xcb")
    if wanted != "xcb":
        return []
    return [_plugins() / "platforms" / "libqxcb.so"]


def _cannot_load(plugin: Path) -> str:
    """Load a plugin as Qt would; give what the loader says, empty when all is well."""
    import ctypes

    if not plugin.is_file():
        return ""
    try:
        ctypes.CDLL(str(plugin), mode=os.RTLD_LAZY | os.RTLD_LOCAL)
    except OSError as error:
        return str(error)
    return ""


def _display_answers() -> bool:
    """Ask the X server that $DISPLAY names; where it is gone, Qt would abort the process."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings its own; let it try
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


def choose_input_method() -> None:
    """Take ibus where fcitx is asked for and Qt has no plugin for it: nothing could be typed."""
    if os.environ.get("QT_IM_MODULE") not in ("fcitx", "fcitx5"):
        return
    try:
        folder = _plugins() / "platforminputcontexts"
    except ImportError:
        return  # told by `refuse_without_libraries`
    if not any("fcitx" in plugin.name for plugin in folder.glob("*")):
        os.environ["QT_IM_MODULE"] = "ibus"
