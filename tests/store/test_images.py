"""What a library's journal holds is not carried out unless it is rows of the library's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pysqlite3
import pytest
from planting import make

from reader.errors import DamagedLibraryError
from reader.store import Library, Mode
from reader.store.check import check

if TYPE_CHECKING:
    from pathlib import Path

ALL = "status = 'disputed' WHERE ? IS NOT NULL --"
"""A name of a column that ends the statement in which it stands."""


@pytest.fixture
def path(tmp_path) -> Path:
    return make(tmp_path / "library.db")


def plant(path: Path, wish: int, side: str, image: object) -> None:
    """Put an image into the place of the first of a wish that has this side."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    done = connection.execute(
        f"UPDATE image SET {side} = ? WHERE wish = ? AND seq ="
        f" (SELECT min(seq) FROM image WHERE wish = ? AND {side} IS NOT NULL)",
        (image if isinstance(image, str) else json.dumps(image), wish, wish),
    )
    assert done.rowcount == 1
    connection.close()


def first(path: Path, wish: int, side: str) -> dict[str, object]:
    with Library.open(path) as library:
        (told,) = library.connection.execute(
            f"SELECT {side} FROM image WHERE wish = ? AND {side} IS NOT NULL ORDER BY seq", (wish,)
        ).fetchone()
        return json.loads(told)


def at(path: Path) -> int:
    with Library.open(path) as library:
        return library.journal.head()


def rows(path: Path) -> list[object]:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    told = [
        connection.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("article", "block", "piece", "seam", "issue", "page", "source", "library")
    ]
    connection.close()
    return told


def images(path: Path, side: str) -> list[object]:
    wish = at(path)
    good = first(path, wish, side)
    return [
        {ALL: 1, **good},
        {"status = (WITH RECURSIVE q(n) AS (SELECT 1) SELECT 1 FROM q), key": 1, **good},
        {**good, "key": 1 << 64},
        {**good, "present": 1.5},
        {**good, "present": [1]},
        {"present": 1},
        [1],
        "{",
        "",
    ]


@pytest.mark.parametrize("number", range(9))
def test_undo_carries_out_nothing_that_is_no_row(path, number) -> None:
    wish = at(path)
    plant(path, wish, "before", images(path, "before")[number])
    before = rows(path)
    with Library.open(path, Mode.WRITE) as library:
        name = library.journal.history()[0].id
        for act in (library.journal.undo, lambda: library.journal.go_to(None)):
            with pytest.raises(DamagedLibraryError) as caught:
                act()
            assert (caught.value.detail, caught.value.subject) == ("image", str(path))
            assert caught.value.facts == {"wish": name, "seq": "1"}
        assert len(library.journal.history()) > 9  # which reads no image
    assert rows(path) == before
    with Library.open(path) as library:
        assert "image" in {fault.code for fault in check(library).faults}


@pytest.mark.parametrize("number", range(9))
def test_redo_carries_out_nothing_that_is_no_row(path, number) -> None:
    wish, told = at(path), images(path, "after")[number]
    with Library.open(path, Mode.WRITE) as library:
        library.journal.undo()
    plant(path, wish, "after", told)
    before = rows(path)
    with (
        Library.open(path, Mode.WRITE) as library,
        pytest.raises(DamagedLibraryError) as caught,
    ):
        library.journal.redo()
    assert caught.value.detail == "image"
    assert rows(path) == before


@pytest.mark.parametrize("table", ["library", "sqlite_master", "article; DROP TABLE tag --"])
def test_a_table_that_is_not_journalled_is_not_written(path, table) -> None:
    wish = at(path)
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("UPDATE image SET tab = ? WHERE wish = ? AND seq = 1", (table, wish))
    connection.close()
    before = rows(path)
    with Library.open(path, Mode.WRITE) as library, pytest.raises(DamagedLibraryError):
        library.journal.undo()
    assert rows(path) == before


def test_a_head_that_was_moved_is_found(path) -> None:
    with Library.open(path) as library:
        stood = library.journal.head()
        keys = [key for (key,) in library.connection.execute("SELECT key FROM wish")]
        assert check(library).sound
    for head in {None, *keys} - {stood}:
        connection = pysqlite3.connect(str(path), isolation_level=None)
        connection.execute("UPDATE library SET head = ?", (head,))
        connection.close()
        with Library.open(path) as library:
            codes = {fault.code for fault in check(library).faults}
        assert codes & {"journal_undone", "journal_row"}, head


def test_a_head_that_undo_and_redo_moved_is_sound(path) -> None:
    with Library.open(path, Mode.WRITE) as library:
        back = len(library.journal.course().path_to(None)[0])
        for act in [library.journal.undo] * back + [library.journal.redo] * back:
            act()
            assert check(library).faults == ()
