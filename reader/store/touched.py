"""What a wish reached, read from its images: which blocks, articles, pages, issues and tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pysqlite3 import Connection

    from reader.store.images import Image, Row


@dataclass(slots=True)
class Touched:
    """Keys of the rows that a wish reached, by noun; `structure` when lists change their rows."""

    blocks: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    counted: set[int] = field(default_factory=set)
    """Those of the articles whose text or seams changed: their tallies must be made anew."""
    reworded: set[int] = field(default_factory=set)
    """Those of them that read otherwise than before, or of which a block is of another kind."""
    pages: set[int] = field(default_factory=set)
    issues: set[int] = field(default_factory=set)
    tags: set[int] = field(default_factory=set)
    moved_blocks: set[int] = field(default_factory=set)
    moved_pages: set[int] = field(default_factory=set)
    moved_issues: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)
    """Articles of which nothing changed but what is offered for them: no revision of theirs."""
    structure: bool = False


def reach(connection: Connection, images: Iterable[Image]) -> Touched:
    """Give what the images reach, as the ledger stands now."""
    touched = Touched()
    silent = Touched()
    for image in images:
        note = _NOTES.get(image.table)
        into = silent if _reads_the_same(image) else touched
        for row in (image.before, image.after):
            if row is not None and note is not None:
                note(connection, into, row)
        _note_order(touched, image)
    touched.reworded |= touched.counted
    for block in touched.blocks | silent.blocks:
        owner = connection.execute(
            "SELECT article, page FROM block WHERE key = ?", (block,)
        ).fetchone()
        if owner is not None and owner[0] is not None:
            touched.articles.add(owner[0])
            touched.counted.add(owner[0])
            if block in touched.blocks:
                touched.reworded.add(owner[0])
        elif owner is not None:
            touched.pages.add(owner[1])
    touched.blocks |= silent.blocks
    return touched


def _reads_the_same(image: Image) -> bool:
    """Tell whether it is a seam that reads as before: somebody only said that it is right."""
    if image.table != "seam" or image.before is None or image.after is None:
        return False
    return bool(image.before["reads"] == image.after["reads"])


def _note_piece(_: Connection, touched: Touched, row: Row) -> None:
    touched.blocks.add(row["block"])


def _note_seam(connection: Connection, touched: Touched, row: Row) -> None:
    point = int(row["start"] == row["end"])
    found = connection.execute(
        "SELECT block FROM piece WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1",
        (row["source"], row["start"] - point),
    ).fetchone()
    if found:
        touched.blocks.add(found[0])


def _note_block(_: Connection, touched: Touched, row: Row) -> None:
    touched.blocks.add(row["key"])
    if row["article"] is not None:
        touched.articles.add(row["article"])
        touched.counted.add(row["article"])
    if row["page"] is not None:
        touched.pages.add(row["page"])


def _note_article(_: Connection, touched: Touched, row: Row) -> None:
    touched.articles.add(row["key"])
    touched.pages.add(row["page"])


def _note_tagging(_: Connection, touched: Touched, row: Row) -> None:
    touched.articles.add(row["article"])
    touched.tags.add(row["tag"])


def _note_refusal(_: Connection, touched: Touched, row: Row) -> None:
    touched.beside.add(row["article"])


def _note_reworded(_: Connection, touched: Touched, row: Row) -> None:
    touched.articles.add(row["article"])


def _note_tag(_: Connection, touched: Touched, row: Row) -> None:
    touched.tags.add(row["key"])


def _note_page(_: Connection, touched: Touched, row: Row) -> None:
    touched.pages.add(row["key"])
    if "issue" in row:
        touched.issues.add(row["issue"])


def _note_issue(_: Connection, touched: Touched, row: Row) -> None:
    touched.issues.add(row["key"])


# Sources, corrections and spans need no note: the pieces and phrases beside them tell.
_NOTES: dict[str, Callable[[Connection, Touched, Row], None]] = {
    "piece": _note_piece,
    "seam": _note_seam,
    "block": _note_block,
    "article": _note_article,
    "article_tag": _note_tagging,
    "phrase": _note_tagging,
    "refusal": _note_refusal,
    "reworded": _note_reworded,
    "tag": _note_tag,
    "page": _note_page,
    "issue": _note_issue,
}


def _note_order(touched: Touched, image: Image) -> None:
    """Note where rows came, went or changed their order."""
    before, after = image.before or {}, image.after or {}
    if image.table == "block" and _differ(before, after, ("article", "place", "page")):
        touched.structure = True
        if before and after:
            touched.moved_blocks.add(after["key"])
    elif image.table == "article" and not (before and after):
        touched.structure = True
        touched.counted.add((after or before)["key"])
        touched.moved_pages.add((after or before)["page"])
    elif image.table == "article" and _differ(before, after, ("page", "place")):
        touched.structure = True
        touched.moved_pages |= {row["page"] for row in (before, after) if row}
    elif image.table == "page":
        touched.structure = True
        touched.moved_pages.add((after or before)["key"])
    elif image.table == "issue":
        touched.structure = True
        touched.moved_issues.add((after or before)["key"])


def _differ(before: Row, after: Row, columns: Iterable[str]) -> bool:
    return any(before.get(column) != after.get(column) for column in columns)
