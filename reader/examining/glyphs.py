"""Look which rare Chinese characters the fonts of this machine have, without loading any of Qt.

What a font has stands in its table ``cmap``: OpenType 1.9, subtable formats 12 and 13, which are
the ones that reach beyond U+FFFF. Files are read in place, and no more of them than that table.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from reader import places
from reader.examining.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Span = tuple[int, int]

BLOCKS = {
    "B": (0x20000, 0x2A6DF),
    "C": (0x2A700, 0x2B739),
    "D": (0x2B740, 0x2B81D),
    "E": (0x2B820, 0x2CEA1),
    "F": (0x2CEB0, 0x2EBE0),
    "G": (0x30000, 0x3134A),
    "H": (0x31350, 0x323AF),
}
"""The CJK Unified Ideographs Extensions beyond U+FFFF: first and last code point, Unicode 15."""

ENOUGH = 0.9
"""The share of a block that is to be there: later versions of Unicode add some at its end."""

_ENDS = (".otf", ".ttf", ".ttc", ".otc")
_MOST_FILES = 20_000
_MOST_FACES = 64
_MOST_GROUPS = 100_000
_ONE_GLYPH_EACH = 12
_FIRST = min(first for first, _ in BLOCKS.values())


def glyphs(folders: Iterable[Path] | None = None) -> Remark:
    """Tell which extensions no font here has: their characters show as boxes."""
    held = sorted(
        span for file in _files([*_usual()] if folders is None else folders) for span in spans(file)
    )
    lacking = [name for name, block in BLOCKS.items() if _share(held, block) < ENOUGH]
    if not lacking:
        return Remark("glyphs", {"blocks": " ".join(BLOCKS)})
    return Remark("glyphs_missing", {"blocks": " ".join(lacking)})


def _usual() -> Iterator[Path]:
    """Give the folders in which systems keep fonts, and that of the program."""
    yield places.resources() / "fonts"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - raises nothing where there is no home
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
        yield Path("/System/Library/AssetsV2")
    else:
        yield Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "fonts"
        yield home / ".fonts"
        named = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        yield from (Path(folder) / "fonts" for folder in named.split(":") if folder)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the font files in folders; links to folders are not followed."""
    left = _MOST_FILES
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith(_ENDS) and left > 0:
                    left -= 1
                    yield Path(where) / name


def spans(file: Path) -> list[Span]:
    """Give what a font file has from U+20000 on: first and last code points; [] of none."""
    with suppress(OSError, struct.error, ValueError):
        if not file.is_file():  # a FIFO would make this wait
            return []
        with file.open("rb") as opened:
            return [span for face in _faces(opened) for span in _of_face(opened, face)]
    return []


def _numbers(file: BinaryIO, at: int, form: str) -> tuple[Any, ...]:
    file.seek(at)
    found: tuple[Any, ...] = struct.unpack(f">{form}", file.read(struct.calcsize(f">{form}")))
    return found


def _faces(file: BinaryIO) -> tuple[int, ...]:
    """Give where the fonts of a file begin: one, or those of a collection."""
    if _numbers(file, 0, "4s") != (b"ttcf",):
        return (0,)
    (count,) = _numbers(file, 8, "I")
    return _numbers(file, 12, f"{min(count, _MOST_FACES)}I")


def _of_face(file: BinaryIO, face: int) -> Iterator[Span]:
    (tables,) = _numbers(file, face + 4, "H")
    for number in range(tables):
        tag, _, cmap, _ = _numbers(file, face + 12 + 16 * number, "4s3I")
        if tag == b"cmap":
            (count,) = _numbers(file, cmap + 2, "H")
            places = {_numbers(file, cmap + 4 + 8 * one, "HHI")[2] for one in range(count)}
            for place in sorted(places):
                yield from _of_subtable(file, cmap + place)


def _of_subtable(file: BinaryIO, at: int) -> Iterator[Span]:
    if _numbers(file, at, "H") != (_ONE_GLYPH_EACH,):
        return
    (count,) = _numbers(file, at + 12, "I")
    found = _numbers(file, at + 16, f"{3 * min(count, _MOST_GROUPS)}I")
    for first, last in zip(found[::3], found[1::3], strict=True):
        if last >= _FIRST:
            yield first, last


def _share(held: list[Span], block: Span) -> float:
    """Give how much of a block spans have, which are in order and may overlap."""
    first, last = block
    count, at = 0, first
    for begin, end in held:
        begins, ends = max(begin, at), min(end, last)
        if begins <= ends:
            count += ends - begins + 1
            at = ends + 1
    return count / (last - first + 1)
