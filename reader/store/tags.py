"""Tags (being written)."""

from __future__ import annotations

from reader.store.manager import Manager


class Tags(Manager):
    """The manager of tags."""
