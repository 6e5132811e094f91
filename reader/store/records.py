"""How a row is written down in a page: SQLite's "Database File Format", section 2.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap

_NUMBERS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
"""How many bytes a number takes by its serial type."""


def varint(data: bytes | mmap.mmap, at: int) -> tuple[int, int]:
    """Give the number that stands at a place, and the place behind it."""
    value = 0
    for byte in range(9):
        if byte == 8:
            return value << 8 | data[at + 8], at + 9
        value = value << 7 | data[at + byte] & 0x7F
        if data[at + byte] < 0x80:
            return value, at + byte + 1
    raise AssertionError


def types_of(data: bytes | mmap.mmap, at: int, most: int) -> tuple[list[int], int]:
    """Give the serial types of a row's columns, and how long the list of them is.

    Where there are more columns than `most`, some are left out.
    """
    length, place = varint(data, at)
    types: list[int] = []
    while place < at + length and len(types) <= most:
        kind, place = varint(data, place)
        types.append(kind)
    return types, length


def width(kind: int) -> int:
    """Give how many bytes a column of a serial type takes."""
    return (kind - 12) // 2 if kind >= 12 else _NUMBERS.get(kind, 0)
