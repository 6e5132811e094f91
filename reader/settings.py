"""What the archivist chose: name and language, from the environment, the settings, the account.

And the way in which the program keeps small files of its own, this one and others, among the
settings: each an object of JSON, which only its owner may read, and which is never half written.
"""

from __future__ import annotations

import json
import locale
import os
import re
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from reader import places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAME = "settings"

_BESIDE = re.compile(r"\..+\.(\d{1,10})\.tmp")
"""What a small file is called until it is whole: with the number of the process."""

_HALF = re.compile(r"[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte of a name."""

LANGUAGES = ("zh_CN", "en")

_ACCOUNT = ("LOGNAME", "USER", "LNAME", "USERNAME")
"""The variables that name the account, as `getpass` asks them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The stored choices; an empty string means that none was made."""

    actor: str = ""
    language: str = ""
    theme: str = ""
    reading_size: int = 0
    """Pixels of the reading text; 0 where none was chosen, here and in what follows."""
    measure: int = 0
    """Width of the text column in ems."""
    leading: float = 0.0
    """Distance of the lines in ems."""
    ticks: str = ""
    """How the joins of the engine are marked: faint where nothing was chosen."""


RANGES: dict[str, tuple[float, float]] = {
    "reading_size": (14, 28),
    "measure": (32, 40),
    "leading": (1.5, 2.25),
}
CHOICES = {
    "theme": ("", "light", "dark", "sepia", "high-contrast"),
    "ticks": ("", "strong", "off"),
}


def load() -> Settings:
    """Read the settings; a file that is not there or not ours gives the defaults.

    So does, for itself, each value that is unknown, of another type, or out of its range.
    """
    stored = read_kept(_NAME)
    known = {f.name: f.default for f in fields(Settings)}
    return Settings(
        **{name: value for name, value in stored.items() if _fits(name, value, known.get(name))}
    )


def _fits(name: str, value: object, default: object) -> bool:
    if isinstance(default, str):
        return isinstance(value, str) and value in CHOICES.get(name, (value,))
    low, high = RANGES.get(name, (1, 0))
    kinds = (int, float) if isinstance(default, float) else (int,)
    return type(value) in kinds and low <= float(str(value)) <= high


def save(settings: Settings) -> None:
    """Keep the settings; raise `OSError` where that cannot be done."""
    keep(_NAME, asdict(settings))


def read_kept(name: str) -> dict[str, Any]:
    """Read a small file of this name; one that is not there or broken says nothing."""
    kept = places.config_folder() / f"{name}.json"
    if not places.is_file(kept):  # a FIFO would be waited for
        return {}
    try:
        stored = json.loads(kept.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def keep(name: str, facts: Mapping[str, Any]) -> None:
    """Write a small file: beside, synced and renamed; raise `OSError` where it cannot be."""
    folder = places.config_folder()
    places.make_private(folder)
    _sweep(folder)
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    beside = folder / f".{name}.{os.getpid()}.tmp"  # two windows may write at once
    try:
        beside.touch(mode=0o600)
        beside.chmod(0o600)
        with beside.open("wb") as file:
            # half a surrogate pair, as of a name that is no UTF-8, is written as JSON escapes it
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / f"{name}.json")
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _sweep(folder: Path) -> None:
    """Take away what processes that were killed left of their small files."""
    for path in folder.glob(".*.tmp"):
        match = _BESIDE.fullmatch(path.name)
        if match and not _runs(int(match[1])):
            with suppress(OSError):
                path.unlink()


def _runs(process: int) -> bool:
    """Tell whether there is such a process; where that cannot be told, that there is."""
    if sys.platform == "win32":  # there, to ask is to end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def actor() -> str:
    """Give the name under which verdicts are written."""
    named = os.environ.get("JIAOKAN_ACTOR") or load().actor
    if not named:
        named = next(filter(None, map(os.environ.get, _ACCOUNT)), "") or _numbered()
    # a name that is no UTF-8 is shown by its bytes, since no library could hold it; so is half a
    # surrogate pair, as a settings file may write it, by its number
    named = _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", named)
    return named.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _numbered() -> str:
    """Name an account of which no variable tells the name, as cron and containers have it.

    The system's own list of accounts would be asked for it over a socket (nscd, sssd).
    """
    return f"uid{os.getuid()}" if hasattr(os, "getuid") else "?"


def language() -> str:
    """Give ``zh_CN`` or ``en``: from ``JIAOKAN_LANG``, the settings, else the locale."""
    for wanted in (os.environ.get("JIAOKAN_LANG", ""), load().language, _locale()):
        if wanted in LANGUAGES:
            return wanted
        if wanted[:2] == "zh":
            return "zh_CN"
        if wanted[:2] == "en":
            return "en"
    return "en"


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return locale.getlocale()[0] or ""
