"""What the window remembers between two starts and is no setting: last folders, kept searches."""

from __future__ import annotations

from typing import Any

from reader import settings

_NAME = "window"


def recall(name: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever JSON can say
    """Give what was remembered under a name, else the default."""
    return settings.read_kept(_NAME).get(name, default)


def remember(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    """Remember a value, in a file that only its owner may read; tell whether that could be done.

    Where it cannot be written it is forgotten, and nothing is lost by it.
    """
    try:
        settings.keep(_NAME, settings.read_kept(_NAME) | {name: value})
    except OSError:
        return False
    return True
