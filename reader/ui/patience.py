"""Patience: a write that another program holds up is waited for, and that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import LibraryInUseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Changes
    from reader.store.library import Library

SOON_S = 0.3
"""A write that lasts no longer is not spoken of while it lasts."""


def patiently(
    library: Library, wish: Callable[[], Changes], waiting: Callable[[], None]
) -> Changes:
    """Carry out a wish; call `waiting` once where another program writes for long.

    A wish that cannot begin has changed nothing, so that it may be begun again.
    """
    library.wait_at_most(SOON_S)
    try:
        return wish()
    except LibraryInUseError:
        waiting()
    finally:
        library.wait_at_most()
    return wish()
