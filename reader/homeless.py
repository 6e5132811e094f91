"""Say where no folder of the user's is known: neither a library nor settings would have a place."""

from __future__ import annotations

import os
import sys

from reader import places

STATUS = 3
_SAID = {
    "en": "no home folder: HOME is not set, and the system knows no folder of this user's, so that"
    " there is no place for the library and the settings. Set HOME to a folder of yours, or"
    " XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_CACHE_HOME, and start again.",
    "zh": "没有主文件夹：HOME 未设置，系统也没有这个用户的文件夹，文库和设置无处存放。"
    "请把 HOME 设为您的文件夹（或设置 XDG_DATA_HOME、XDG_CONFIG_HOME、XDG_CACHE_HOME），"
    "再重新启动。",
}


def refused() -> bool:
    """Tell whether no folder of the user's is known; say so in one line on stderr."""
    try:
        places.data_folder(), places.config_folder(), places.cache_folder()
    except RuntimeError:
        asked = (os.environ.get(name) for name in ("JIAOKAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
        tongue = next((value[:2] for value in asked if value), "en")
        sys.stderr.write(f"jiaokan: {_SAID.get(tongue, _SAID['en'])}\n")
        return True
    return False
