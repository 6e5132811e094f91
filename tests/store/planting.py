"""A library on which everything was done, and faults planted in it behind the program's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pysqlite3
from drafting import take_in

from reader.model import IssueFacts, Kind, Reads, Status
from reader.store import Library, Mode

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "  报头 \n=甲乙丙\n丁戊己 庚辛，\n壬癸子丑\n\n寅卯辰巳\n#广告\n=午未\n申酉 戌亥\n甲a7。\n"
SECOND = "=天地\n玄黄  宇宙\n\n洪荒\n\n日月"


def make(path: Path) -> Path:
    """A library on which each verb has been at work, with a wish undone and one beside the way."""
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, FIRST, name="a.txt", facts=IssueFacts("晨报", "2025-04", number="7"))
        take_in(library, SECOND, name="b.txt")
        library.index.catch_up()
        work = library.articles
        rows = {row.title: row.id for row in work.rows()}
        first, second, third = (rows[f"={title}"] for title in ("甲乙丙", "午未", "天地"))
        paras = [b.id for b in work.get(first).blocks if b.kind is Kind.PARA]
        work.edit(paras[0], 1, 2, "天")
        work.edit(paras[0], 4, 4, "地")
        made = work.split(paras[0], 2).made[0]
        work.join(made, paras[1], Reads.SPACE)
        work.supply(second, Kind.KICKER, "眉题")
        work.set_status(Status.WORKING, [first])
        library.journal.undo()
        work.set_status(Status.PROOFED1, [second])
        _mark(library, work.get(second).blocks[-1].id, second)
        label = next(b.id for b in work.get(third).blocks if b.text == "日月")
        work.kind(label, Kind.SECTION)
        with library.wish("test"):
            library.connection.execute(
                "UPDATE article SET section = (SELECT key FROM block WHERE id = ?) WHERE id = ?",
                (label, third),
            )
        work.kind(work.get(second).blocks[0].id, Kind.FURNITURE)
        library.journal.undo()
        take_in(library, "=末\n尾", name="c.txt")
    return path


def _mark(library: Library, block: str, article: str) -> None:
    """Lay a tag on the first three characters of a block, as a wish."""
    origin = library.articles.block(block).origin[0]
    with library.wish("test"):
        library.connection.execute("INSERT INTO tag (key, id, name) VALUES (1, 't1', '会议')")
        library.connection.execute(
            "INSERT INTO phrase (key, id, tag, article, quote)"
            " SELECT 1, 'p1', 1, key, '申酉' FROM article WHERE id = ?",
            (article,),
        )
        library.connection.execute(
            "INSERT INTO phrase_span VALUES (1, ?, ?, ?)", (origin.source, origin.at, origin.at + 2)
        )


def plant(path: Path, *statements: str) -> None:
    """Change a library behind the program's back."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON", "writable_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    for statement in statements:
        cursor = connection.execute(statement)
        assert cursor.rowcount != 0, statement
    connection.close()
