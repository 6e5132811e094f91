"""Pages: numbered, moved within an issue and between issues, and brought back by undo."""

from __future__ import annotations

import hashlib

import pytest
from drafting import draft, take_in

from reader.drafts import PageIn, RawFile, RawPage
from reader.errors import NotFoundError, UsageError
from reader.model import IssueFacts
from reader.store import Library, Mode
from reader.store.check import check


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        add(library, "甲乙丙丁", "2025-04", (1, 2, 3, None))
        add(library, "戊", "2025-08", (1,))
        yield library
        assert check(library).faults == ()


def add(library, texts, date, numbers):
    data = texts.encode()
    raw = tuple(RawPage(text, n, n + 1) for n, text in enumerate(texts))
    file = RawFile("p.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8", raw)
    facts = [IssueFacts("晨报", date, True, None, n) for n in numbers]
    library.issues.add(file, [PageIn(draft(t), f) for t, f in zip(texts, facts, strict=True)])


def issue(library, date):
    return next(row.id for row in library.issues.rows() if row.date == date)


def page(library, text):
    article = next(row for row in library.articles.rows() if row.title == text)
    return library.issues.page_of(article.id)


def texts(library, date="2025-04"):
    return "".join(row.title for row in library.articles.of_issue(issue(library, date)))


def test_pages_are_listed(library) -> None:
    pages = library.issues.pages(issue(library, "2025-04"))
    assert [(p.number, p.place, p.articles) for p in pages] == [
        (1, 1, 1), (2, 2, 1), (3, 3, 1), (None, 4, 1),
    ]  # fmt: skip
    assert page(library, "丙") == pages[2]
    with pytest.raises(NotFoundError):
        library.issues.page_of("x")


@pytest.mark.parametrize("text", "甲乙丙丁")
@pytest.mark.parametrize("place", [-5, 1, 2, 3, 4, 99])
def test_a_page_is_moved_to_any_place(library, text, place) -> None:
    here = page(library, text)
    changes = library.issues.move_page(here.id, here.issue, place=place)
    rest = "甲乙丙丁".replace(text, "")
    at = min(max(place - 1, 0), 3)
    expected = rest[:at] + text + rest[at:]
    assert texts(library) == expected
    assert (changes.wish is None) == (expected == "甲乙丙丁")
    assert check(library).faults == ()
    if changes.wish is not None:
        assert changes.issues == {here.issue}
        assert changes.structure
        library.journal.undo()
    assert texts(library) == "甲乙丙丁"
    assert [row.title for row in library.articles.rows()] == list("甲乙丙丁戊")


def test_many_moves_keep_the_order(library) -> None:
    order = list("甲乙丙丁")
    for step in range(40):
        text = order[step * 7 % 4]
        here = page(library, text)
        place = step * 5 % 4 + 1
        library.issues.move_page(here.id, here.issue, place=place)
        order.remove(text)
        order.insert(place - 1, text)
        assert texts(library) == "".join(order)
    assert check(library).faults == ()
    for _ in range(40):
        if library.journal.peek()[0].verb == "page move":
            library.journal.undo()
    assert texts(library) == "甲乙丙丁"


def test_a_page_goes_into_another_issue_by_its_number(library) -> None:
    first, second = issue(library, "2025-04"), issue(library, "2025-08")
    changes = library.issues.move_page(page(library, "丙").id, second)
    assert changes.issues == {first, second}
    assert (texts(library), texts(library, "2025-08")) == ("甲乙丁", "戊丙")
    library.issues.move_page(page(library, "丁").id, second)
    assert texts(library, "2025-08") == "戊丙丁"
    library.issues.move_page(page(library, "乙").id, second)
    assert texts(library, "2025-08") == "戊乙丙丁"
    assert library.index.pending() == 0 or check(library).faults == ()


def test_an_issue_that_is_left_empty_is_withdrawn_and_comes_back(library) -> None:
    first, second = issue(library, "2025-04"), issue(library, "2025-08")
    library.issues.move_page(page(library, "戊").id, first, place=1)
    assert [row.id for row in library.issues.rows()] == [first]
    assert texts(library) == "戊甲乙丙丁"
    library.journal.undo()
    assert {row.id for row in library.issues.rows()} == {first, second}
    assert (texts(library), texts(library, "2025-08")) == ("甲乙丙丁", "戊")
    library.journal.redo()
    assert texts(library) == "戊甲乙丙丁"


def test_pages_that_were_taken_back_do_not_hold_an_issue(library) -> None:
    facts = [IssueFacts("晨报", "1999", True, None, n) for n in (1, 2)]
    take_in(library, "庚", facts=facts[0])
    take_in(library, "辛", facts=facts[1])
    library.journal.undo()
    assert texts(library, "1999") == "庚"
    library.issues.move_page(page(library, "庚").id, issue(library, "2025-04"))
    assert "1999" not in [row.date for row in library.issues.rows()]
    assert texts(library) == "甲庚乙丙丁"


def test_a_page_takes_its_place_with_its_number(library) -> None:
    here = page(library, "丁")
    library.issues.correct(here.issue, {}, {here.id: 2})
    assert texts(library) == "甲乙丁丙"
    library.issues.correct(here.issue, {}, {here.id: None})
    assert texts(library) == "甲乙丁丙"
    library.issues.correct(here.issue, {"number": "7", "date": ""}, {here.id: 1})
    row = library.issues.row(here.issue)
    assert (row.number, row.date, row.date_sure, row.pages) == ("7", None, False, (1, 1, 2, 3))
    library.journal.undo()
    assert library.issues.row(here.issue).date == "2025-04"
    assert library.issues.correct(here.issue, {"date": "2025-04"}).wish is None


def test_what_cannot_be(library) -> None:
    here, there = page(library, "甲"), issue(library, "2025-08")
    issues = library.issues
    for wrong in (
        lambda: issues.move_page("x", there),
        lambda: issues.move_page(here.id, "x"),
        lambda: issues.correct(there, {}, {here.id: 2}),
        lambda: issues.correct("x", {"title": "y"}),
    ):
        with pytest.raises(NotFoundError):
            wrong()
    with pytest.raises(UsageError):
        issues.correct(here.issue, {}, {here.id: 0})
    with pytest.raises(UsageError):
        issues.correct(here.issue, {"date": "2025-02-30"})
    issues.withdraw([there])
    with pytest.raises(NotFoundError):
        issues.move_page(here.id, there)
    assert library.journal.peek()[0].verb == "withdraw"


def test_search_follows_a_page(library) -> None:
    take_in(library, "甲己", facts=IssueFacts("晨报", "2024", True))
    library.index.catch_up()
    library.issues.move_page(page(library, "甲").id, issue(library, "2024"))
    library.index.catch_up()
    # A page with a number stands before one without.
    assert [row.title for row in library.articles.rows()] == ["甲", "甲己", *"乙丙丁戊"]
    assert check(library).faults == ()
