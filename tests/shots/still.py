"""A world that stands still: time, ids, fonts, folders and names, so that two runs agree."""

import os
import tempfile
import time
from datetime import datetime
from itertools import count
from pathlib import Path
from types import SimpleNamespace

MOMENT = 1_745_389_928
"""Wednesday, 23 April 2025, 14:32:08 in Shanghai, in seconds since 1970."""

FONTS = Path(__file__).with_name("fonts.conf")
"""What Linux sets about fonts (slight hints, bold made of regular), and no font but ours."""

_OURS = ("JIAOKAN_", "QT_", "LC_", "XDG_", "XMODIFIERS", "LANG", "KDE_", "GTK_", "GDK_")


class Clock(datetime):
    """Tells one moment only."""

    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(MOMENT, tz)


def environment(home):
    """Make folders of our own, and let nothing of this machine's settings or fonts through."""
    for name in list(os.environ):
        if name.startswith(_OURS):
            del os.environ[name]
    os.environ |= {
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(FONTS),
        "HOME": str(home),
        "TZ": "Asia/Shanghai",
        "JIAOKAN_ACTOR": "甲",
        **{f"XDG_{kind}_HOME": str(home / kind) for kind in ("DATA", "CONFIG", "CACHE")},
    }
    time.tzset()


def stop_time():
    """Let every clock of the program tell `MOMENT`, and count the ids."""
    from reader.store import backup, ids
    from reader.ui import preferring, status
    from reader.ui.article import flash
    from reader.ui.journal import saying

    numbers = count(1)
    ids.time = SimpleNamespace(time_ns=lambda: MOMENT * 10**9)
    ids.os = SimpleNamespace(urandom=lambda size: next(numbers).to_bytes(size, "big"))
    for module in (backup, ids, preferring, saying, status):
        module.datetime = Clock
    flash.lasts = lambda _edit: 0  # what a jump lights would be caught at any brightness
    status._TOLD_MS = 10**8  # what was told stays until something else is told


def stand_still():
    """Make the one application object in the still world; give it and the folder that it has."""
    home = tempfile.TemporaryDirectory(prefix="shots-")
    environment(Path(home.name))
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    application = QApplication(["jiaokan", "-style", "Fusion"])
    application.setCursorFlashTime(0)
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    stop_time()
    return application, home
