"""One reader a format: the bytes of a file to pages of text; and the way from paths to files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.sources import text

if TYPE_CHECKING:
    from pathlib import Path

    from reader.drafts import RawFile

__all__ = ["LATER", "SUFFIXES", "Reader", "is_source", "reader_for", "suffix"]


class Reader(Protocol):
    """What a format's module gives."""

    def parse(self, name: str, data: bytes, *, encoding: str | None = None) -> RawFile:
        """Give the pages of a file of these bytes; raise `InputRefusedError`."""

    def read(self, path: Path, *, encoding: str | None = None) -> RawFile:
        """Read the file at `path`; raise `InputRefusedError` with the path as subject."""


SUFFIXES: dict[str, Reader] = {".txt": text}
"""The readers by suffix, in small letters; a file's own suffix may be in any case."""

LATER = frozenset({".pdf", ".xml", ".hocr", ".html", ".docx"})
"""Suffixes of formats that a later version reads."""


def suffix(path: Path) -> str:
    """Give the suffix of a file's name in small letters, or an empty string."""
    _, dot, ending = path.name.rpartition(".")
    return f".{ending}".lower() if dot else ""


def is_source(path: Path) -> bool:
    """Tell whether there is a reader for files named like `path`."""
    return suffix(path) in SUFFIXES


def reader_for(path: Path) -> Reader:
    """Give the reader of `path` by its suffix; raise `KeyError` when there is none."""
    return SUFFIXES[suffix(path)]
