"""Numbers rise in the order of date, issue, page, article, block; room is made where none is."""

from __future__ import annotations

import random

import pytest
from drafting import take_in
from hypothesis import given
from hypothesis import strategies as st

from reader.model import IssueFacts
from reader.store import Library, Mode, order
from reader.store.order import after, between, bucket, misplaced


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        yield library


def take(library, date, page=None, text="甲\n\n乙\n\n丙\n"):
    count = library.connection.execute("SELECT count(*) FROM page").fetchone()[0]
    facts = IssueFacts(title="报", date=date, page=page)
    return take_in(library, f"{text}{count}", name=f"{count}.txt", facts=facts)


def rises(library):
    rows = library.connection.execute(
        """
        SELECT p.indexed, r.entry FROM page p JOIN issue i ON i.key = p.issue
        JOIN article a ON a.page = p.key JOIN block b ON b.article = a.key
        JOIN reading r ON r.block = b.key
        ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key, a.place, b.place
        """
    ).fetchall()
    numbers = list(dict.fromkeys(n for row in rows for n in row))
    return numbers == sorted(numbers) and 0 not in numbers


def pages(library):
    return dict(library.connection.execute("SELECT key, indexed FROM page").fetchall())


def test_dates_rise_as_they_are_precise():
    dates = ["0001", "1998", "1998-01", "1998-01-01", "1998-12-31", "1999", "9999-12-31", None]
    numbers = [bucket(date) for date in dates]
    assert numbers == sorted(set(numbers))
    assert numbers[0] > 0
    assert numbers[-1] + (1 << 41) < 1 << 63


@pytest.mark.parametrize(
    ("date", "inside", "outside"),
    [
        ("1998", "1998-12-31", "1999"),
        ("1998-01", "1998-01-31", "1998-02"),
        ("1998-01-31", "1998-01-31", "1998-02"),
    ],
)
def test_after(date, inside, outside):
    assert bucket(inside) < after(date) <= bucket(outside)


def test_pages_in_any_order_of_import(library):
    rng = random.Random(1)
    dates = [None, "2024", "2024-02", "2024-02-03", "2025-01-01"]
    for _ in range(60):
        take(library, rng.choice(dates), rng.choice([None, 1, 2, 3]))
        if rng.random() < 0.3:
            library.index.catch_up(rng.choice([1, None]))
    library.index.catch_up()
    assert rises(library)


def test_room_is_made_between_neighbours(library):
    """Each page goes before all but the first of its issue, until their room is used up."""
    for page in [1, *range(60, 1, -1)]:
        take(library, "2024-02-03", page)
        library.index.catch_up()
        assert rises(library)
    issues = library.issues.rows()
    library.issues.merge([row.id for row in issues[1:]], issues[0].id)
    assert rises(library)
    library.journal.undo()
    assert rises(library)


def test_a_page_between_two_without_room(library):
    for page in (1, 9):
        take(library, "2024", page)
        library.index.catch_up()
    last = pages(library)[2]
    for page in range(2, 9):
        take(library, "2024", page, "甲\n\n" * 60)
        library.index.catch_up()
        assert rises(library)
    assert len(library.issues.rows()) == 1
    assert pages(library)[2] > last


def test_many_paragraphs_at_one_place(library):
    take(library, "2024", text="甲乙丙丁戊己庚辛壬癸" * 20)
    library.index.catch_up()
    first = library.articles.get(next(library.articles.rows()).id).blocks[0].id
    for at in range(160, 100, -1):
        library.articles.split(first, at)
        assert rises(library)
    for _ in range(60):
        library.journal.undo()
        assert rises(library)


def test_an_issue_that_is_large_is_left_to_catch_up(library, monkeypatch):
    take(library, "2024", 1)
    take(library, "2025", 1)
    library.index.catch_up()
    monkeypatch.setattr("reader.store.index.AT_ONCE", 2)
    first = library.issues.rows()[0].id
    library.issues.set(first, date="2026")
    assert library.index.pending() == 1
    assert library.index.catch_up() == 1
    assert rises(library)


def test_lay_refuses_what_has_no_room():
    assert order._lay([1], [[1, 2, 3]], 0, 4) is None
    (laid,) = order._lay([1], [[1, 2, 3]], 0, 10)
    assert 0 < laid.number < laid.blocks[0][1] < laid.blocks[-1][1] < 10


@given(st.lists(st.none() | st.integers(-3, 30), max_size=12), st.integers(0, 5))
def test_those_that_stay_rise_and_are_most(entries, low):
    moving = misplaced(entries, low, 25)
    kept = [e for i, e in enumerate(entries) if i not in moving]
    assert all(low < e < 25 for e in kept)
    assert kept == sorted(set(kept))
    valid = [e for e in entries if e is not None and low < e < 25]
    if valid == sorted(set(valid)):
        assert kept == valid


@given(st.lists(st.none() | st.integers(1, 60), max_size=10))
def test_numbers_given_between_rise(entries):
    moving = misplaced(entries, 0, 64)
    given = between(entries, moving, 0, 64)
    if given is None:
        return
    numbers = [given.get(i, e) for i, e in enumerate(entries)]
    assert set(given) == set(moving)
    assert all(0 < n < 64 for n in numbers)
    assert numbers == sorted(set(numbers))
