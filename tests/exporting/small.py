"""A small library in which everything that an export can say is said; always the same."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

from drafting import draft, raw_file

from reader.drafts import PageIn
from reader.model import IssueFacts, Kind, Reads, Status
from reader.store import Library, Mode, ids

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = """#晨报 2025年4月14日
#民生
=甲题：“一网通办”
副题在此

本报记者 某某

第一段第一行，
接着是第二
行。

*小标题*

图片说明

一行诗
二行诗

#第一版 民生
=乙题 <b>粗</b> #1
- 列表？不是。

1. 也不是列表，见 https://example.org/a_b

住宅住宅小区
"""
SECOND = "=丙题\n前文见\n第一版。\n\n@某人的话\n"


def page(text: str):
    """Draft a page; the line ``#民生`` is a section label over the article behind it."""
    made = draft(text, 0.8)
    at = next((n for n, b in enumerate(made.blocks) if _text(text, b).startswith("#民生")), None)
    if at is None:
        return made
    blocks = list(made.blocks)
    blocks[at] = replace(blocks[at], kind=Kind.SECTION)
    first = replace(made.articles[0], section=at)
    return replace(made, blocks=tuple(blocks), articles=(first, *made.articles[1:]))


def _text(text: str, block) -> str:
    return text[block.stretches[0].start : block.stretches[0].end]


@contextmanager
def fixed_names() -> Iterator[None]:
    """Give ids and times by count, so that two runs make the same library."""
    count = itertools.count(1)
    times = itertools.count(1)

    def now() -> str:
        return f"2026-01-02T03:04:{next(times) // 10:02}.000Z"

    with (
        patch.object(ids, "new_id", lambda: f"id-{next(count):03}"),
        patch.object(ids, "now", now),
    ):
        yield


def make(path: Path) -> Library:
    """Make the library, and leave it open for writing."""
    with fixed_names():
        library = Library.open(path, Mode.CREATE, actor="校对员")
        library.connection.execute("PRAGMA synchronous = OFF")
        for number, text in enumerate((FIRST, SECOND), 1):
            facts = IssueFacts("晨报", "2025-04-14", True, "12", number)
            library.issues.add(raw_file(text, f"晨报_{number}.txt"), [PageIn(page(text), facts)])
        _work(library)
    return library


def _work(library: Library) -> None:
    """Do to it what an archivist does."""
    mine = library.articles
    first, second, third = (row.id for row in mine.rows())
    _, subtitle, byline, opening, subhead, caption, verse = mine.get(first).blocks
    for block, kind in (
        (subtitle, Kind.SUBTITLE),
        (byline, Kind.BYLINE),
        (subhead, Kind.SUBHEAD),
        (caption, Kind.CAPTION),
        (verse, Kind.VERSE),
    ):
        mine.kind(block.id, kind)
    mine.edit(verse.id, 3, 3, "\n")
    mine.supply(first, Kind.KICKER, "引题")
    library.tags.mark(opening.id, 2, 10, "句")
    mine.edit(opening.id, 1, 2, "壹")
    mine.edit(opening.id, 1, 2, "首")
    mine.edit(opening.id, 4, 4, "又")
    library.tags.add("政务", [first, second])
    library.tags.add("诗", [first])
    mine.set_status(Status.PROOFED1, [first])
    doubled = mine.get(second).blocks[-1]
    mine.edit(doubled.id, 0, 2, "")
    moved = mine.get(third).blocks[-1]
    mine.join(mine.get(second).blocks[1].id, moved.id, Reads.SPACE)
    library.issues.set(library.issues.rows()[0].id, number="第12期")
