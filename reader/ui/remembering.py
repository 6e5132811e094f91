"""What the window remembers between two starts and is no setting: last folders, kept searches."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader import places

if TYPE_CHECKING:
    from pathlib import Path


def _file() -> Path:
    return places.config_folder() / "window.json"


def _all() -> dict[str, Any]:
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def recall(name: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever JSON can say
    """Give what was remembered under a name, else the default."""
    return _all().get(name, default)


def remember(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    """Remember a value, in a file that only its owner may read; tell whether that could be done.

    Where it cannot be written it is forgotten, and nothing is lost by it.
    """
    stored = _all() | {name: value}
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        beside = _file().with_name(f".{_file().name}.tmp")
        beside.touch(mode=0o600)
        beside.chmod(0o600)
        beside.write_text(json.dumps(stored, indent=1), "utf-8")
        beside.replace(_file())
        return True
    return False
