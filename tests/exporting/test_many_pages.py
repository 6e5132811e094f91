"""A file of many pages: what is told of each must not ask for all pages before it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from reader import searching
from reader.exporting import export
from reader.importing import ImportOptions, import_paths
from reader.store import Library, Mode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _export(library: Library, folder: Path) -> None:
    assert export(library, format="jsonl", out=folder / "out", articles=None).articles > 1


def _find(library: Library, _: Path) -> None:
    assert sum(1 for _ in searching.stream(library, "甲", where=searching.In.SOURCE)) > 1


def calls(folder: Path, pages: int, work: Callable[[Library, Path], None]) -> int:
    """Count the calls of Python's that a work makes of a file with so many pages."""
    folder.mkdir()
    (folder / "many.txt").write_text("\f".join(f"甲乙{number}" for number in range(pages)))
    with Library.open(folder / "library.db", Mode.CREATE) as library:
        list(import_paths(library, [folder / "many.txt"], options=ImportOptions(as_is=True)))
        counted = 0

        def called(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(called)
        try:
            work(library, folder)
        finally:
            sys.setprofile(None)
    return counted


@pytest.mark.parametrize("work", [_export, _find])
def test_twice_the_pages_of_a_file_are_twice_the_work(tmp_path, work) -> None:
    few, many = (calls(tmp_path / str(pages), pages, work) for pages in (300, 600))
    assert many < 2.15 * few
