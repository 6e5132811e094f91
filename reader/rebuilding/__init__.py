"""Rebuild a library from an exported jsonl and its furniture."""

from reader.rebuilding.aside import rebuilt, sweep
from reader.rebuilding.building import rebuild
from reader.rebuilding.rows import is_export

__all__ = ["is_export", "rebuild", "rebuilt", "sweep"]
