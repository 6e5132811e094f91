"""Keys that count only within a pane, and are no actions of the table.

Each pane declares its own beside its widgets, in a module `keys`; the sheet of keys shows them
all, and a test presses each.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = (
    ("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"),
    ("PgDown", "PgDn"), ("Return", "Enter"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Within:
    """Some keys of a pane, as Qt names them, and what they do there."""

    keys: tuple[str, ...]
    words: str


def cap(key: str) -> str:
    """Give a key as its cap shows it: ``Alt+Down`` as ``Alt+↓``, ``PgUp`` as it is."""
    *held, last = key.split("+") if key != "+" else (key,)
    return "+".join([*held, dict(_SHOWN).get(last, last)])
