"""Names of topics as paths: ``经济/企业`` lies under ``经济``.

Every slash but one at the head parts a name, so that what lies under ``x`` is exactly what
begins with ``x/``, here as in the library's queries.
"""

from __future__ import annotations

SLASH = "/"


def ancestors(name: str) -> tuple[str, ...]:
    """Give the names that a name lies under, nearest first."""
    return tuple(name[:at] for at in range(len(name) - 1, 0, -1) if name[at] == SLASH)


def parent(name: str) -> str | None:
    """Give the name that a name lies under next; None at the top."""
    return next(iter(ancestors(name)), None)


def leaf(name: str) -> str:
    """Give what a name is called under its parent, a slash where that would be nothing."""
    above = parent(name)
    return name if above is None else name[len(above) + 1 :] or SLASH


def root(name: str) -> str:
    """Give the topmost name that a name lies under, itself at the top."""
    return ancestors(name)[-1] if ancestors(name) else name


def below(name: str) -> tuple[str, str]:
    """Give the bounds [low, high) of the names that begin with ``name/``, as bytes sort."""
    return name + SLASH, name + chr(ord(SLASH) + 1)
