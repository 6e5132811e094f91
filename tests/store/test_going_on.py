"""A wish of typing that is written in parts: one step of the journal, whatever the parts."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader.model import Status
from reader.store import Library, Mode
from reader.store.check import check

START = "春天来了，河边的柳树发了芽。"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        take_in(opened, START)
        yield opened


@pytest.fixture
def block(library):
    (row,) = library.articles.rows()
    (only,) = library.articles.get(row.id).blocks
    return only.id


def text(library):
    (row,) = library.articles.rows()
    return library.articles.get(row.id).text


def revision(library):
    (row,) = library.articles.rows()
    return library.articles.get(row.id).revision


def journalled(library):
    return [
        list(library.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"))
        for table in ("article", "block", "piece", "seam", "source")
    ]


def test_parts_are_one_wish_that_is_undone_and_redone_whole(library, block) -> None:
    before = journalled(library)
    first = library.articles.edit_all(block, [(0, 0, "早")], begins=True)
    second = library.articles.edit_all(block, [(1, 1, "晚")], onto=first.wish)
    third = library.articles.edit_all(block, [(2, 3, "冬")], onto=second.wish)
    assert first.wish == second.wish == third.wish
    assert text(library) == "早晚冬天来了，河边的柳树发了芽。"
    wish, imported = library.journal.history()
    assert (wish.verb, wish.detail["new"], imported.verb) == ("edit", "早晚冬", "import")
    assert revision(library) == 1
    after = journalled(library)
    assert check(library).sound
    library.journal.undo()
    assert text(library) == START
    sources = 4
    assert journalled(library)[:sources] == before[:sources]
    library.journal.redo()
    assert journalled(library) == after
    assert check(library).sound


def test_a_part_that_changes_nothing_leaves_the_wish(library, block) -> None:
    first = library.articles.edit_all(block, [(0, 0, "早")])
    library.articles.edit_all(block, [(0, 1, "早")], onto=first.wish)
    assert [wish.verb for wish in library.journal.history()] == ["edit", "import"]
    library.journal.undo()
    assert text(library) == START


def test_what_was_taken_out_is_told_with_what_had_been(library, block) -> None:
    first = library.articles.edit_all(block, [(1, 2, "")])
    library.articles.edit_all(block, [(0, 1, "")], onto=first.wish)
    assert library.journal.history()[0].detail["old"] == "天春"


def test_a_wish_after_it_ends_it(library, block) -> None:
    first = library.articles.edit_all(block, [(0, 0, "早")])
    (row,) = library.articles.rows()
    library.articles.set_status(Status.WORKING, [row.id])
    second = library.articles.edit_all(block, [(1, 1, "晚")], onto=first.wish)
    assert second.wish != first.wish
    assert [wish.verb for wish in library.journal.history()][:3] == ["edit", "status", "edit"]


def test_a_wish_that_was_undone_is_not_gone_on_with(library, block) -> None:
    first = library.articles.edit_all(block, [(0, 0, "早")])
    library.journal.undo()
    second = library.articles.edit_all(block, [(0, 0, "晚")], onto=first.wish)
    assert second.wish != first.wish
    library.journal.undo()
    library.journal.redo()
    assert text(library).startswith("晚春")


def test_what_was_undone_above_it_can_still_be_redone(library, block) -> None:
    first = library.articles.edit_all(block, [(0, 0, "早")])
    (row,) = library.articles.rows()
    library.articles.set_status(Status.WORKING, [row.id])
    library.journal.undo()
    second = library.articles.edit_all(block, [(1, 1, "晚")], onto=first.wish)
    assert second.wish != first.wish


def test_another_person_begins_a_wish_of_their_own(library, block) -> None:
    first = library.articles.edit_all(block, [(0, 0, "早")])
    with Library.open(library.path, Mode.WRITE, actor="乙") as other:
        second = other.articles.edit_all(block, [(1, 1, "晚")], onto=first.wish)
    assert second.wish != first.wish


def test_another_block_begins_a_wish_of_its_own(library, block) -> None:
    (row,) = library.articles.rows()
    library.articles.split(block, 5)
    below = library.articles.get(row.id).blocks[1].id
    first = library.articles.edit_all(block, [(0, 0, "早")])
    second = library.articles.edit_all(below, [(0, 0, "晚")], onto=first.wish)
    assert second.wish != first.wish
