"""Ids, reasons, composing: the small parts of the store."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import DamagedLibraryError, DiskFullError, LibraryInUseError
from reader.model import Reads, Reason
from reader.store import translate
from reader.store.compose import Piece, SeamRow, compose
from reader.store.faults import DatabaseError, told
from reader.store.ids import hashed_id, new_id, now
from reader.store.reasons import pack, unpack


def test_hashed_ids_are_the_same_everywhere() -> None:
    assert hashed_id("block", "ab", 1) == hashed_id("block", "ab", 1)
    assert hashed_id("block", "ab", 1) != hashed_id("article", "ab", 1)
    assert hashed_id("a", "b", None) != hashed_id("a", "b", "c")
    assert hashed_id("x", "\udcff")


def test_new_ids_are_uuid7_in_order() -> None:
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert now().endswith("Z")


REASONS = st.lists(
    st.builds(Reason, st.from_regex(r"[a-z_]+", fullmatch=True), st.lists(st.text()).map(tuple))
).map(tuple)


@given(REASONS)
def test_reasons_come_back(reasons) -> None:
    packed = pack(reasons)
    assert "\n" not in packed
    assert unpack(packed) == reasons


def test_composing_has_no_context() -> None:
    texts = {1: "甲 \n乙  丙\n", 2: "丁"}
    seams = {1: [SeamRow(1, 3, "space"), SeamRow(4, 4, "join"), SeamRow(7, 8, "para")]}
    pieces = [
        Piece(1, 0, 3, 9, 1, None),
        Piece(2, 0, 1, 9, 2, None),
        Piece(1, 3, 4, 9, 3, 5),
        Piece(1, 4, 8, 9, 4, None),
    ]
    reading = compose(pieces, texts, seams)
    assert reading.text == "甲 丁  丙"
    assert [(o.start, o.end, o.source, o.at) for o in reading.origin()] == [
        (0, 1, 1, 0),
        (2, 3, 2, 0),
        (3, 6, 1, 4),
    ]
    assert reading.segments[-1].seam is Reads.PARA
    assert [s.struck for s in reading.segments].count(5) == 1


class SqliteError(DatabaseError):
    def __init__(self, name, words="") -> None:
        super().__init__(words)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "", LibraryInUseError),
        ("SQLITE_FULL", "", DiskFullError),
        ("SQLITE_CORRUPT", "", DamagedLibraryError),
        ("SQLITE_ERROR", "no such table: x", DamagedLibraryError),
        ("SQLITE_ERROR", "near x", None),
    ],
)
def test_what_sqlite_says(name, words, fault) -> None:
    error = SqliteError(name, words)
    found = translate(error, "a.db")
    assert (type(found) if found else None) == fault
    with pytest.raises(fault or SqliteError), told("a.db"):
        raise error
