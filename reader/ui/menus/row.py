"""A row of the table of actions."""

from __future__ import annotations

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for translation; Qt's own is typed so that nothing can be done with it."""
    return words


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table.

    `slot` is the name of a method; `menu` is an index of `MENUS`; `icon` is empty where words do.
    `writes` greys it in a library that is open for reading; a row after a `gap` has a rule above;
    one that `checks` shows whether what it turns is on; `under` names a menu inside its menu.
    Of those of one `group` one is on. The keys of one with a `place` count where the widget of
    that name has the focus, and there alone.
    """

    id: str
    words: str
    keys: tuple[str, ...]
    tip: str
    slot: str
    menu: int
    icon: str = ""
    writes: bool = False
    gap: bool = False
    checks: bool = False
    under: str = ""
    group: str = ""
    place: str = ""
