"""Copies of a whole library: made while it is in use, opened and counted before they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pysqlite3 import Connection

    from reader.store.library import Library


class Backups:
    """Copies by age (being written)."""

    def __init__(self, library: Library) -> None:
        self._library = library


def before_migration(connection: Connection, path: Path, library: str) -> None:
    """Back up before the first pending migration (being written)."""
