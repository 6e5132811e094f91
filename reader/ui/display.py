"""Which display the window is opened on: Qt aborts the whole process where it finds none.

So every display that Qt would try is asked first, in Qt's own order, without Qt and without
another program: a compositor or X server by its socket, the part of Qt for it by the loader.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NoWindowError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping

_VARIABLE = "QT_QPA_PLATFORM"
_PATIENCE = 3.0
"""Seconds that a compositor is given to answer."""
_SYNC = struct.pack("=IIIIII", 1, 12 << 16 | 1, 2, 1, 12 << 16 | 0, 3)
"""Wayland: of object 1, the display, the registry as object 2, and a sign, 3, when it is told."""


class _Kind(NamedTuple):
    """A kind of display that a window with menus and dialogs can stand on.

    `plugin` is a pattern of file names, `options` one of what may stand behind the name: with
    another Qt would abort.
    """

    plugin: str
    options: str = ".*"


_KINDS = {
    "xcb": _Kind("libqxcb.so"),
    "wayland": _Kind("libqwayland*.so"),
    "wayland-egl": _Kind("libqwayland*.so"),
    "offscreen": _Kind("libqoffscreen.so", "(?!configfile=).*"),
    "minimal": _Kind("libqminimal.so"),
    "vnc": _Kind("libqvnc.so", r"(size=\d+x\d+)?"),
}
"""Qt's other kinds take a whole screen or graphics card for one window without a frame."""


class Choice(NamedTuple):
    """A kind of display with its options, as Qt writes it: ``name:option:option``."""

    words: str

    @property
    def name(self) -> str:
        """The kind; Qt looks at no case."""
        return self.words.split(":")[0].lower()

    @property
    def known(self) -> bool:
        """Whether the window can stand on such a display, with such options."""
        kind = _KINDS.get(self.name)
        options = self.words.split(":")[1:]
        return kind is not None and all(re.fullmatch(kind.options, one) for one in options)


def is_asked() -> bool:
    """Tell whether this system has displays that may be missing."""
    return sys.platform not in ("win32", "darwin")


def choices(environment: Mapping[str, str]) -> list[Choice]:
    """Give what Qt would try, in its order.

    Where Wayland alone is asked for by name and X is there too, X comes behind it: the variable
    is often set for good, and the compositor gone.
    """
    asked = environment.get(_VARIABLE, "")
    if asked:
        named = [Choice(words) for words in asked.split(";") if words]
        x_is_there = bool(environment.get("DISPLAY"))
        if named and x_is_there and all(one.name.startswith("wayland") for one in named):
            named.append(Choice("xcb"))
        return named or [Choice(asked)]
    wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return [Choice("wayland")] * wayland + [Choice("xcb")] * bool(environment.get("DISPLAY"))


def choose(plugins: Callable[[], Path]) -> None:
    """See to it that Qt takes the first display that is there and answers.

    `plugins` gives the folder of Qt's plugins. Raises `NoWindowError`: ``display`` where none
    answers, ``platform`` where what is asked for is no display for a window, ``library`` where
    a system library is missing.
    """
    if not is_asked():
        return
    tried: list[NoWindowError] = []
    for number, choice in enumerate(choices(os.environ)):
        try:
            _refuse(choice, plugins)
        except NoWindowError as error:
            tried.append(error)
            continue
        if number:
            os.environ[_VARIABLE] = choice.words
        leave_other_plugins(plugins())
        return
    order = ("library", "platform", "display")
    tried.sort(key=lambda error: order.index(error.subject))
    raise tried[0] if tried else NoWindowError("display", "no_display")


def leave_other_plugins(plugins: Path) -> None:
    """Take from Qt's search path the plugins of another Qt.

    They are looked for first, as desktops set the path; those of another version end in an abort.
    A folder with other plugins, such as an input method's, stays.
    """
    os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
    folders = os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    kept = [f for f in folders if Path(f) == plugins or not (Path(f) / "platforms").is_dir()]
    if kept != folders:
        os.environ["QT_PLUGIN_PATH"] = os.pathsep.join(kept)


def _refuse(choice: Choice, plugins: Callable[[], Path]) -> None:
    """Raise `NoWindowError` where Qt could not show a window on this display.

    The display is asked before the loader: what is not there needs no library.
    """
    if not choice.known:
        raise NoWindowError("platform", "platform", says=" ".join(choice.words.split()))
    asks = _x_answers if choice.name == "xcb" else _compositor_answers
    if choice.name.startswith(("xcb", "wayland")) and not asks():
        raise NoWindowError("display", "no_display")
    says = cannot_load(plugins() / "platforms", _KINDS[choice.name].plugin)
    if says:
        raise NoWindowError("library", "library", says=says)


def cannot_load(folder: Path, pattern: str) -> str:
    """Load a plugin as Qt would; give what the loader says, empty when all is well."""
    import ctypes

    found = sorted(folder.glob(pattern))
    if not found:
        return pattern.replace("*", "")
    said = ""
    for plugin in found:
        try:
            ctypes.CDLL(str(plugin), mode=os.RTLD_LAZY | os.RTLD_LOCAL)
        except OSError as error:
            said = " ".join(str(error).split())
        else:
            return ""
    return said


# --- X ------------------------------------------------------------------------------------


def _x_answers() -> bool:
    """Ask the X server that $DISPLAY names.

    Without the library that asks, whether it answers is not known; the plugin needs it too, and
    the loader will name it.
    """
    if not os.environ.get("DISPLAY"):
        return False
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


# --- Wayland ------------------------------------------------------------------------------


def _compositor_answers() -> bool:
    """Ask the compositor what it offers; surfaces must be among it.

    A connection that was handed down as $WAYLAND_SOCKET can be used only once: it is believed.
    """
    import socket

    handed = os.environ.get("WAYLAND_SOCKET", "")
    if handed:
        return _is_open(handed)
    path = Path(os.environ.get("WAYLAND_DISPLAY", "wayland-0"))
    if not path.is_absolute():
        folder = os.environ.get("XDG_RUNTIME_DIR", "")
        if not folder:
            return False
        path = Path(folder) / path
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_PATIENCE)
            line.connect(os.fsencode(path))
            line.sendall(_SYNC)
            return b"wl_compositor\0" in _told(line)
    except (OSError, ValueError):
        return False


def _is_open(number: str) -> bool:
    try:
        os.fstat(int(number))
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _told(line: socket.socket) -> bytes:
    """Read a compositor's events until the sign, the event of object 3, or its end."""
    told = b""
    while True:
        at = 0
        while len(told) >= at + 8:
            who, what = struct.unpack_from("=II", told, at)
            length = what >> 16
            if who == 3 or length < 8:
                return told[:at]
            at += length
        more = line.recv(65536)
        if not more:
            return b""
        told += more
