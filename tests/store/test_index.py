"""The index behind an import and within a wish: what is pending is found all the same."""

from __future__ import annotations

import pytest
from ageing import to_version_2
from drafting import take_in

from reader import searching
from reader.errors import ReadOnlyError, UsageError
from reader.model import IssueFacts, Kind
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.compose import Piece, compose
from reader.store.streams import PageText
from reader.store.windows import PROBE, whole, windows
from reader.text.tokens import BREAK, tokens


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(path):
    with Library.open(path, Mode.CREATE, actor="me") as library:
        yield library


def fill(library, count, start=0):
    for n in range(start, start + count):
        facts = IssueFacts(title="报", date=f"2024-{n % 12 + 1:02}-01")
        take_in(library, f"=题{n}\n甲乙丙\n丁{n}。\n#杂{n}\n", name=f"{n}.txt", facts=facts)


def test_catch_up_tells_how_many(library):
    fill(library, 5)
    assert library.index.pending() == 5
    assert library.index.catch_up(2) == 2
    assert library.index.catch_up(0) == 0
    assert library.index.catch_up() == 3
    assert library.index.catch_up() == 0
    assert library.index.pending() == 0


def test_transactions_are_small(library, monkeypatch):
    fill(library, 7)
    monkeypatch.setattr("reader.store.index.BATCH_PAGES", 3)
    begun = []
    library.connection.set_trace_callback(lambda sql: begun.append(sql == "BEGIN IMMEDIATE"))
    library.index.catch_up()
    library.connection.set_trace_callback(None)
    assert sum(begun) == 3


def test_a_transaction_ends_when_its_time_is_up(library, monkeypatch):
    fill(library, 4)
    monkeypatch.setattr("reader.store.index.BATCH_SECONDS", -1)
    assert library.index._catch_up_some(4) == 1


@pytest.mark.parametrize("indexed", [0, 1, 3, 6])
def test_pending_pages_are_found_in_order(library, indexed):
    fill(library, 6)
    library.index.catch_up(indexed)
    fill(library, 6, 6)
    found = searching.find(library, "乙丙丁", limit=None)
    assert found.total == 12
    assert [hit.date for hit in found.hits] == sorted(hit.date for hit in found.hits)
    assert searching.find(library, "杂1", where=searching.In.SOURCE).total == 3


def test_a_reader_does_not_index(library, path):
    fill(library, 1)
    with Library.open(path) as reader:
        with pytest.raises(ReadOnlyError):
            reader.index.catch_up()
        assert searching.find(reader, "甲").total == 1


def test_the_index_of_a_failed_wish_is_as_before(library):
    fill(library, 1)
    library.index.catch_up()
    (article,) = library.articles.rows()
    block = library.articles.get(article.id).blocks[1].id

    def fail() -> None:
        with library.wish("test"):
            library.index.drop(library.articles._block(block).key)
            library.index.put(library.articles._block(block).key, "", changed=True)
            raise UsageError("test")

    with pytest.raises(UsageError):
        fail()
    library.articles.edit(block, 0, 1, "新")
    assert searching.find(library, "新乙丙").total == 1
    assert searching.find(library, "甲").total == 0
    docs = library.connection.execute("SELECT count(*) FROM found_docsize").fetchone()
    assert docs == (2,)


def test_withdrawn_pages_come_back(library):
    fill(library, 2)
    library.index.catch_up()
    library.issues.withdraw([library.issues.rows()[0].id])
    assert searching.find(library, "甲乙").total == 1
    library.journal.undo()
    assert searching.find(library, "甲乙").total == 2


def test_furniture_is_found_only_where_it_was_received(library):
    fill(library, 1)
    library.index.catch_up()
    for where, total in (("now", 0), ("source", 1), ("both", 1)):
        found = searching.find(library, "杂0", where=searching.In(where))
        assert found.total == total
    assert found.hits[0].article is None
    assert (found.hits[0].line, found.hits[0].column) == (4, 2)
    (article,) = library.articles.rows()
    library.articles.kind(library.articles.get(article.id).blocks[1].id, Kind.FURNITURE)
    assert searching.find(library, "甲乙").total == 0
    assert searching.find(library, "甲乙", where=searching.In.SOURCE).hits[0].article is None


def grow_old(library):
    """Make a library what the version before pairs left."""
    to_version_2(library.connection)
    library.connection.execute("DELETE FROM _sqlite_migrations WHERE name > 'm0002'")
    library.connection.execute("PRAGMA user_version = 1")
    rows = library.connection.execute("SELECT entry, block FROM reading WHERE entry IS NOT NULL")
    for entry, block in rows.fetchall():
        text = tokens(library.index._fetch.text_of(block))
        library.connection.execute("REPLACE INTO found (rowid, text) VALUES (?, ?)", (entry, text))


QUERIES = ["的了在，。", "的了", "了", "在，。甲", "。甲1，的", "，的", "题 在，"]


def test_an_older_library_is_searched_as_it_is_and_made_new(library, path, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.places.backups_folder", lambda: tmp_path / "backups")
    for n in range(6):
        facts = IssueFacts(title="报", date=f"2024-{12 - n:02}-01")
        take_in(library, f"=题{n}\n的了在，。甲{n}，的了\n", name=f"{n}.txt", facts=facts)
    library.index.catch_up(5)
    wanted = [searching.find(library, query, limit=None).hits for query in QUERIES]
    assert all(wanted)
    grow_old(library)
    library.close()

    def found(library):
        assert check(library).sound
        return [searching.find(library, query, limit=None).hits for query in QUERIES]

    with Library.open(path) as reader:
        assert found(reader) == wanted
    with Library.open(path, Mode.WRITE, actor="me") as writer:
        assert writer.index.pending() == 6
        assert found(writer) == wanted
        assert len(writer.backups.list()) == 1
        writer.index.catch_up(3)
        assert found(writer) == wanted
        assert writer.index.catch_up() == 3
        assert found(writer) == wanted


# --- windows ------------------------------------------------------------------------------------


def told(text, pieces, seams=()):
    reading = compose(pieces, {1: text}, {1: list(seams)})
    return windows(reading, pieces, {1: PageText(text, 1)}.get)


def test_a_page_that_reads_as_received_has_no_window():
    assert told("甲乙丙", [Piece(1, 0, 3, 1, 1, None)]) == ""


def test_the_end_of_a_block_has_one():
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    wanted = text[7 - PROBE + 1 : 7 + PROBE - 1]
    assert told(text, [Piece(1, 0, 7, 1, 1, None)]) == tokens(wanted)


def test_a_join_needs_none_and_a_space_does():
    text = "甲乙\n丙丁"
    piece = [Piece(1, 0, 5, 1, 1, None)]
    assert told(text, piece, [(2, 3, "join")]) == ""
    assert told(text, piece, [(2, 3, "line")]) == ""
    assert told(text, piece, [(2, 3, "space")]) == tokens("甲乙丙丁")


def test_struck_text_and_dropped_spaces_have_one():
    text = "甲乙 丙丁"
    pieces = [Piece(1, 0, 1, 1, 1, None), Piece(1, 1, 2, 1, 2, 9), Piece(1, 2, 5, 1, 3, None)]
    assert told(text, pieces) == tokens(text)
    assert told(text, [Piece(1, 0, 5, 1, 1, None)], [(2, 3, "join")]) == tokens(text)


def test_far_windows_are_divided():
    text = "".join(chr(0x4E00 + n) for n in range(60))
    pieces = [
        Piece(1, 0, 20, 1, 1, None),
        Piece(1, 20, 21, 1, 2, 9),
        Piece(1, 21, 50, 1, 3, None),
    ]
    first, second = told(text, pieces).split(f" {BREAK} ")
    assert first == tokens(text[20 - PROBE + 1 : 21 + PROBE - 1])
    assert second == tokens(text[50 - PROBE + 1 : 50 + PROBE - 1])


def test_typed_text_is_no_part_of_a_stream():
    texts = {1: PageText("甲乙", 1), 2: None}
    pieces = [
        Piece(1, 0, 1, 1, 1, None),
        Piece(2, 0, 1, 1, 2, None),
        Piece(1, 1, 2, 1, 3, None),
    ]
    reading = compose(pieces, {1: "甲乙", 2: "新"}, {})
    assert windows(reading, pieces, texts.get) == tokens("甲乙")
    assert whole(pieces, texts.get) == tokens("甲乙")


def test_lines_are_counted_from_any_place():
    page = PageText("甲\r\n乙\x85\u2028丙丁\n戊", 5)
    places = {0: (5, 1), 3: (6, 1), 6: (8, 1), 7: (8, 2), 9: (9, 1)}
    for at in (*places, *reversed(places)):
        assert page.line(at) == places[at]
