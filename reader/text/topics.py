"""Names of topics as paths: ``经济/企业`` lies under ``经济``.

Every slash but one at the head parts a name, so that what lies under ``x`` is exactly what
begins with ``x/``, here as in the library's queries. A name has at most `LEVELS` levels: the
slashes that are left in one with more, from an older library, part nothing.
"""

from __future__ import annotations

from itertools import islice

SLASH = "/"
LEVELS = 50


def levels(name: str) -> int:
    """Count the levels of a name, those that are too many as well."""
    return name.count(SLASH, 1) + 1


def ancestors(name: str) -> tuple[str, ...]:
    """Give the names that a name lies under, nearest first."""
    cuts = (at for at in range(1, len(name)) if name[at] == SLASH)
    return tuple(name[:at] for at in islice(cuts, LEVELS - 1))[::-1]


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
    """Give the bounds [low, high) of the names that lie under a name, as bytes sort."""
    if levels(name) >= LEVELS:
        return name, name
    return name + SLASH, name + chr(ord(SLASH) + 1)
