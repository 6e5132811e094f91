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
from reader.ui import display
from reader.ui.binding import read_no_sources

APT = (
    "apt-get install libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0"
    " libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0"
    " libxcb-render0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
    " libwayland-cursor0 libwayland-egl1"
)
"""What Qt needs on a bare Debian."""

_SAID = {
    "en": {
        "no_display": "no display was found. Start it in a desktop session, or use a command:"
        " jiaokan --help",
        "library": "a system library is missing ({says}). On Debian: {apt}",
        "platform": "no window can stand on a display of the kind {says}, which QT_QPA_PLATFORM"
        " names. Take xcb or wayland, or unset it.",
    },
    "zh_CN": {
        "no_display": "没有找到显示器。请在桌面环境中启动，或改用命令：jiaokan --help",
        "library": "缺少系统库（{says}）。Debian 上请运行：{apt}",
        "platform": "QT_QPA_PLATFORM 所指的 {says} 不能显示窗口。"
        "请改为 xcb 或 wayland，或取消该设置。",
    },
}


def run(library: Path | None = None) -> int:
    """Open the window on a library (None: the default one); give the exit status.

    Status 4 with one sentence on stderr when no window can be opened.
    """
    try:
        display.choose(_plugins)
        choose_input_method()
        refuse_without_libraries()
    except NoWindowError as error:
        sys.stderr.write(f"jiaokan: no window: {_say(error)}\n")
        return 4
    read_no_sources()
    from reader.ui.program import open_window

    return open_window((library or places.default_library()).absolute())


def _say(error: NoWindowError) -> str:
    words = _SAID[settings.language()][error.detail]
    return words.format(says=error.facts.get("says", ""), apt=APT)


def refuse_without_libraries() -> None:
    """Raise `NoWindowError` where Qt cannot be loaded."""
    try:
        from PySide6 import QtSvg, QtWidgets  # noqa: F401 - loading them is the question
    except ImportError as error:
        says = " ".join(str(error).split())
        raise NoWindowError("library", "library", says=says) from error


def _plugins() -> Path:
    try:
        from PySide6.QtCore import QLibraryInfo
    except ImportError as error:
        says = " ".join(str(error).split())
        raise NoWindowError("library", "library", says=says) from error
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))


def choose_input_method() -> None:
    """Take ibus where fcitx is asked for and Qt has no plugin for it: nothing could be typed."""
    if os.environ.get("QT_IM_MODULE") not in ("fcitx", "fcitx5"):
        return
    folder = _plugins() / "platforminputcontexts"
    if not any("fcitx" in plugin.name for plugin in folder.glob("*")):
        os.environ["QT_IM_MODULE"] = "ibus"
