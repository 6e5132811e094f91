"""Tell where in a file bytes were written: a file may say of itself that it is far larger."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20


def extents(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Give the stretches ``[start, end)`` of a file, in bytes, that are no holes, in their order.

    A hole reads as zeros and takes no room. Where the system cannot tell, the file is one stretch.
    """
    size = os.fstat(file.fileno()).st_size
    if not hasattr(os, "SEEK_DATA"):
        yield 0, size
        return
    at = 0
    while at < size:
        try:
            start = os.lseek(file.fileno(), at, os.SEEK_DATA)
            at = min(os.lseek(file.fileno(), start, os.SEEK_HOLE), size)
        except OSError as error:
            if error.errno != errno.ENXIO:  # which says that there is nothing but a hole
                yield at, size
            return
        yield start, at


def written(path: Path) -> int:
    """Count the bytes of a file that are not in its holes."""
    with path.open("rb") as file:
        return sum(end - start for start, end in extents(file))


def pages(file: BinaryIO, size: int, *, cut: bool = False) -> Iterator[int]:
    """Give the numbers, from 0, of the pages of `size` bytes that are not all hole.

    Of whole pages only, or also of one that is `cut` off by the file's end.
    """
    length, following = os.fstat(file.fileno()).st_size, 0
    whole = -(-length // size) if cut else length // size
    for start, end in extents(file):
        first, last = max(start // size, following), min(-(-end // size), whole)
        yield from range(first, last)
        following = max(following, last)


def copy(path: Path, to: Path) -> None:
    """Copy the bytes of a file; its holes are holes in the copy, too."""
    with path.open("rb", buffering=0) as source, to.open("wb") as file:
        file.truncate(os.fstat(source.fileno()).st_size)
        for start, end in extents(source):
            source.seek(start)
            file.seek(start)
            left = end - start
            while left > 0 and (chunk := source.read(min(left, _CHUNK))):
                file.write(chunk)
                left -= len(chunk)
