"""Pages typeset by two hands and read by programs, kept for training: no program need be there.

``read/training.xz`` holds a line of JSON a page: its program, its text, and how it should read as
`kept` writes it. ``python tests/bench/bench_readers.py --train 150 --images 50`` made it.
"""

from __future__ import annotations

import json
import lzma
from functools import cache
from typing import TYPE_CHECKING

from training.kept import FOLDER, form_of, named, page_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.form import Page

PLACE = FOLDER / "training.xz"


def write(pages: Iterable[tuple[str, Page]], place: Path = PLACE) -> None:
    """Write pages by the names of the programs that read them."""
    with lzma.open(place, "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME) as file:
        for program, page in pages:
            told = [named(program), page.name, page.raw, form_of(page)]
            file.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")


@cache
def printed(place: Path = PLACE) -> dict[str, list[Page]]:
    """Give all pages by the names of programs as they stand in names of files."""
    found: dict[str, list[Page]] = {}
    with lzma.open(place, "rt", encoding="utf-8") as file:
        for line in file:
            program, name, raw, form = json.loads(line)
            found.setdefault(program, []).append(page_of(raw, form, name))
    return found
