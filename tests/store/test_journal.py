"""The journal: a tree of wishes, undone and redone row for row, over restarts."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader.errors import (
    DamagedLibraryError,
    NotFoundError,
    NothingToUndoError,
    ReadOnlyError,
)
from reader.model import Kind, Status
from reader.store import Library, Mode
from reader.store.images import Image, apply, reverse
from reader.store.schema import VERSION


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


def test_undo_and_redo_survive_a_restart(path) -> None:
    with Library.open(path, Mode.CREATE, actor="甲") as library:
        take_in(library, "甲一\n\n乙")
        article = next(iter(library.articles.rows())).id
        block = library.articles.get(article).blocks[0].id
        library.articles.edit(block, 0, 1, "子")
    with Library.open(path, Mode.WRITE, actor="乙") as library:
        undo, redo = library.journal.peek()
        assert (undo.verb, undo.actor, redo) == ("edit", "甲", None)
        changes = library.journal.undo()
        assert article in changes.articles
        assert library.articles.get(article).text == "甲一\n乙"
    with Library.open(path, Mode.WRITE) as library:
        library.journal.redo()
        assert library.articles.get(article).text == "子一\n乙"
        with pytest.raises(NothingToUndoError):
            library.journal.redo()


def test_the_journal_tells_furniture_that_is_given_from_a_change_of_kind(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "=题\n\n甲\n\n乙")
        article = next(iter(library.articles.rows())).id
        first, second = (block.id for block in library.articles.get(article).blocks[-2:])

        def told(block, kind):
            library.articles.kind(block, kind, to=article)
            return library.journal.history()[0].detail

        assert told(first, Kind.CAPTION) == {"block": first, "kind": "caption"}
        assert told(first, Kind.FURNITURE) == {"block": first, "kind": "furniture", "aside": True}
        assert told(first, Kind.SECTION) == {"block": first, "kind": "section"}
        assert told(first, Kind.FURNITURE) == {"block": first, "kind": "furniture"}
        assert told(first, Kind.PARA) == {"block": first, "kind": "para", "given": True}
        assert told(second, Kind.SECTION) == {"block": second, "kind": "section"}
        assert told(second, Kind.PARA) == {"block": second, "kind": "para"}


def test_the_wishes_are_a_tree_only_added_to(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
        (row,) = library.articles.rows()
        library.articles.set_status(Status.WORKING, [row.id])
        library.journal.undo()
        library.articles.set_status(Status.PROOFED1, [row.id])
        history = library.journal.history()
        assert [(w.verb, w.done) for w in history] == [
            ("status", True),
            ("status", False),
            ("import", True),
        ]
        assert history[0].parent == history[1].parent == history[2].id
        library.journal.undo()
        library.journal.redo()
        (row,) = library.articles.rows()
        assert row.status is Status.PROOFED1
        assert len(library.journal.history(limit=1)) == 1


def test_undo_at_the_root(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        assert library.journal.peek() == (None, None)
        with pytest.raises(NothingToUndoError):
            library.journal.undo()
        take_in(library, "甲")
        library.journal.undo()
        assert library.issues.rows() == []
        with pytest.raises(NothingToUndoError):
            library.journal.undo()


def test_a_wish_that_fails_leaves_nothing(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
        (row,) = library.articles.rows()

        def odd() -> None:
            with library.wish("odd"):
                library.connection.execute("UPDATE article SET status = 'working'")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            odd()
        assert library.articles.get(row.id).status is Status.NEW
        assert len(library.journal.history()) == 1
        assert not library.connection.in_transaction
        library.articles.set_status(Status.WORKING, [row.id])
        assert library.articles.get(row.id).status is Status.WORKING


def test_reading_writes_nothing(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
    with Library.open(path) as library:
        (row,) = library.articles.rows()
        with pytest.raises(ReadOnlyError):
            library.articles.set_status(Status.WORKING, [row.id])
        with pytest.raises(ReadOnlyError):
            library.journal.undo()


def test_images_may_name_a_part_of_the_columns(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
        images = [Image("issue", {"key": 1, "present": 1}, {"key": 1, "present": 0})]
        apply(library.connection, images)
        assert library.issues.rows() == []
        apply(library.connection, reverse(images))
        assert len(library.issues.rows()) == 1


def test_two_connections_see_each_other(path) -> None:
    with Library.open(path, Mode.CREATE) as one, Library.open(path, Mode.WRITE) as two:
        version = one.data_version()
        take_in(two, "甲")
        assert one.data_version() != version
        (row,) = one.articles.rows()
        one.articles.set_status(Status.WORKING, [row.id])
        two.journal.undo()
        assert one.articles.get(row.id).status is Status.NEW


def test_text_with_nul_and_controls_goes_back_and_forth(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲\x00乙\ufdd0")
        (row,) = library.articles.rows()
        block = library.articles.get(row.id).blocks[0].id
        library.articles.edit(block, 1, 2, "\x00\x01'\"\\\U00020000")
        text = library.articles.block(block).text
        assert text == "甲\x00\x01'\"\\\U00020000乙\ufdd0"
        library.journal.undo()
        library.journal.redo()
        assert library.articles.block(block).text == text


def test_a_new_library_is_known_to_others_at_once(path) -> None:
    """Its number stands in the file, not only in the log beside it."""
    with Library.open(path, Mode.CREATE) as library:
        head = path.read_bytes()[:100]
        assert head[68:72] == b"JKAN"
        assert int.from_bytes(head[60:64], "big") == VERSION
        assert library.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_journal_counts_what_changed_not_what_was_asked_for(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        for text in "甲乙丙":
            take_in(library, text)
        ids = [row.id for row in library.articles.rows()]
        library.tags.add("会议", ids[:2])
        library.tags.add("会议", ids)
        assert [w.detail["count"] for w in library.journal.history(limit=2)] == [1, 2]


def test_images_that_do_not_fit_the_rows_are_damage(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲\n\n乙")
        article = next(iter(library.articles.rows())).id
        library.articles.split_article(library.articles.get(article).blocks[1].id)
        library.connection.execute("DELETE FROM image WHERE tab = 'block'")
        with pytest.raises(DamagedLibraryError):
            library.journal.undo()
        assert len(list(library.articles.rows())) == 2


def triggers(library) -> int:
    sql = "SELECT name FROM temp.sqlite_master WHERE name GLOB 'journal_*'"
    return len(library.connection.execute(sql).fetchall())


def test_an_import_is_not_watched_and_the_first_wish_is(path) -> None:
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
        (row,) = library.articles.rows()
        assert triggers(library) == 0
        with pytest.raises(NotFoundError):
            library.articles.set_status(Status.WORKING, ["nobody"])
        assert triggers(library) == 0  # they went with the wish that failed
        library.articles.set_status(Status.WORKING, [row.id])
        watching = triggers(library)
        assert watching > 0
        library.articles.set_status(Status.PROOFED1, [row.id])
        assert triggers(library) == watching
        library.journal.undo()
        library.journal.undo()
        (row,) = library.articles.rows()
        assert row.status is Status.NEW
