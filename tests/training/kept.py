"""Pages that programs have read, kept with how they should read: a text and a JSON file each.

``read/PROGRAM-N.txt`` is what a program gave, to the last byte. The JSON file beside it has the
blocks (kind, article, and the text where it is not just its parts put together), the cells (start,
end, block, order) and the labels of articles.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.form import Block, Cell, Page

FOLDER = Path(__file__).with_name("read")


def keep(page: Page, folder: Path = FOLDER) -> None:
    """Write a page into a folder, under its name."""
    text = json.dumps(form_of(page), ensure_ascii=False, separators=(",", ":"))
    (folder / f"{page.name}.txt").write_bytes(page.raw.encode())
    (folder / f"{page.name}.json").write_text(text + "\n", encoding="utf-8")


def kept(program: str, folder: Path = FOLDER) -> list[Page]:
    """Give the kept pages that a program read."""
    return [
        page_of(
            path.with_suffix(".txt").read_bytes().decode(),
            json.loads(path.read_text("utf-8")),
            path.stem,
        )
        for path in sorted(folder.glob(f"{named(program)}-[0-9].json"))
    ]


def form_of(page: Page) -> dict[str, Any]:
    """Give how a page should read, as it is kept beside its text."""
    blocks = []
    for number, block in enumerate(page.blocks):
        plain = _put_together(page, number)
        blocks.append([block.kind, block.article, *([] if plain == block.text else [block.text])])
    return {
        "blocks": blocks,
        "cells": [[cell.start, cell.end, cell.block, cell.order] for cell in page.cells],
        "sections": page.sections,
    }


def page_of(raw: str, form: dict[str, Any], name: str) -> Page:
    """Give the page of which `form_of` told how it should read."""
    page = Page(
        raw,
        [Block(kind, "", article) for kind, article, *_ in form["blocks"]],
        [Cell(*cell) for cell in form["cells"]],
        {int(article): block for article, block in form["sections"].items()},
        name,
    )
    page.blocks = [
        Block(kind, text[0] if text else _put_together(page, number), article)
        for number, (kind, article, *text) in enumerate(form["blocks"])
    ]
    return page


def named(program: str) -> str:
    """Give the name of a program as it stands in names of files."""
    return program.lower().replace(" -", "_").replace(".", "_")


def _put_together(page: Page, block: int) -> str:
    return "".join("".join(page.raw[cell.start : cell.end].split()) for cell in page.parts(block))
