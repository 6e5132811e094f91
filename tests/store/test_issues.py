"""Issues: taken in under the right issue, listed, corrected, merged, withdrawn, brought back."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from drafting import draft, raw_file, take_in

from reader.drafts import BlockDraft, PageIn, RawFile, RawPage, Stretch
from reader.errors import NotFoundError, UsageError
from reader.model import IssueFacts, Kind, Why
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.issues import check_date


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        yield library


def facts(**told) -> IssueFacts:
    return IssueFacts(**{"title": "晨报", "date": "2025-04-14", "date_sure": True} | told)


def test_same_bytes_are_unchanged(library) -> None:
    first = take_in(library, "甲乙")
    again = take_in(library, "甲乙", name="other.txt")
    assert (again.issue, again.unchanged, again.articles) == (first.issue, True, 1)
    assert len(library.journal.history()) == 1
    assert library.issues.of_file(raw_file("甲乙").sha256).issue == first.issue
    assert library.issues.of_file("0" * 64) is None


def test_ids_follow_from_the_bytes(tmp_path) -> None:
    ids = []
    for name, order in (("a", ("甲\n\n乙", "丙")), ("b", ("丙", "甲\n\n乙"))):
        with Library.open(tmp_path / name, Mode.CREATE) as library:
            for text in order:
                take_in(library, text)
            rows = library.connection.execute("SELECT id FROM block ORDER BY id").fetchall()
            ids.append(
                (
                    rows,
                    sorted(r.id for r in library.articles.rows()),
                    sorted(r.id for r in library.issues.rows()),
                )
            )
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (facts(page=1), facts(page=2), True),
        (facts(page=1), facts(page=1), False),
        (facts(page=1), facts(page=None), False),
        (facts(page=1), facts(page=2, title="日报"), False),
        (facts(page=1), facts(page=2, date="2025-04-15"), False),
        (facts(page=1), facts(page=2, guessed=frozenset({"date"})), False),
        (facts(page=1, guessed=frozenset({"title"})), facts(page=2), False),
        (facts(page=1), facts(page=2, guessed=frozenset({"page"})), False),
        (facts(page=1, date=None, number="7"), facts(page=2, date=None, number="7"), True),
        (facts(page=1, number="7"), facts(page=2, number="8"), False),
        (facts(page=1, number="7"), facts(page=2, date="2025-04-15", number="7"), False),
    ],
)
def test_into_an_existing_issue_only_on_what_was_read(library, first, second, together) -> None:
    one = take_in(library, "甲", facts=first)
    two = take_in(library, "乙", facts=second)
    assert (one.issue == two.issue) is together
    assert len(library.issues.rows()) == (1 if together else 2)
    library.journal.undo()
    assert library.issues.of_file(raw_file("乙").sha256) is None
    assert library.issues.of_file(raw_file("甲").sha256) is not None
    library.journal.redo()
    assert library.issues.of_file(raw_file("乙").sha256) is not None


def test_an_import_taken_back_comes_again_as_it_was(library) -> None:
    one = take_in(library, "甲一\n\n乙")
    article = next(iter(library.articles.rows())).id
    library.articles.edit(library.articles.get(article).blocks[0].id, 0, 1, "子")
    library.issues.withdraw([one.issue])
    assert library.issues.rows() == []
    assert len(library.issues.rows(withdrawn=True)) == 1
    with pytest.raises(NotFoundError):
        library.articles.get(article)
    back = take_in(library, "甲一\n\n乙")
    assert (back.issue, back.unchanged, back.articles) == (one.issue, False, 1)
    assert library.articles.get(article).text == "子一\n乙"
    library.journal.undo()
    assert library.issues.rows() == []


def test_what_was_withdrawn_is_brought_back_by_a_wish(library) -> None:
    one, two = (take_in(library, text).issue for text in ("甲一", "乙二"))
    article = next(row.id for row in library.articles.rows() if row.title == "甲一")
    library.issues.withdraw([one])
    changes = library.issues.bring_back([one, two])
    assert changes.issues == {one}
    assert library.articles.get(article).text == "甲一"
    assert library.journal.history()[0].verb == "bring back"
    assert library.issues.rows(withdrawn=True) == []
    assert library.issues.withdrawn() == []
    library.journal.undo()
    (key,) = library.issues.withdrawn()
    (row,) = library.issues.rows_at([key], withdrawn=True)
    assert row.id == one
    assert library.issues.rows_at([key]) == [None]
    library.issues.bring_back([one])
    library.issues.merge([one], two)  # what is left of it has no page
    assert library.issues.withdrawn() == []
    library.journal.undo()
    library.journal.undo()
    assert [row.id for row in library.issues.rows(withdrawn=True)] == [one]
    with pytest.raises(NotFoundError):
        library.issues.bring_back(["nope"])
    assert check(library).sound


def test_a_file_of_two_pages(library) -> None:
    texts = ("甲\n\x0c", "乙\n")
    data = "".join(texts).encode()
    file = RawFile(
        "two.txt",
        hashlib.sha256(data).hexdigest(),
        len(data),
        "utf-8",
        tuple(RawPage(t, n, n + 1) for n, t in enumerate(texts)),
    )
    added = library.issues.add(
        file, [PageIn(draft(t), facts(page=n)) for n, t in enumerate(texts, 1)]
    )
    (row,) = library.issues.rows()
    assert (row.id, row.pages, row.articles) == (added.issue, (1, 2), 2)


def test_a_name_that_is_no_utf8(library) -> None:
    take_in(library, "甲", name="\udcff.txt")
    assert library.connection.execute("SELECT name FROM file").fetchone() == (b"\xff.txt",)
    assert library.journal.history()[0].detail == {"name": "\\xff.txt"}


def test_set_corrects_what_was_guessed(library) -> None:
    issue = take_in(library, "甲").issue
    library.issues.set(issue, title="晨报", date="2025-04", number="12", page=3)
    row = library.issues.row(issue)
    assert (row.title, row.date, row.date_sure, row.number) == ("晨报", "2025-04", True, "12")
    assert row.pages == (3,)
    assert library.issues.set(issue, title="晨报").wish is None
    library.issues.set(issue, date="", title="")
    row = library.issues.row(issue)
    assert (row.title, row.date, row.date_sure) == (None, None, False)
    library.journal.undo()
    library.journal.undo()
    assert library.issues.row(issue).title is None
    for wrong in ({"date": "2025-13"}, {"date": "soon"}, {"page": 0}):
        with pytest.raises(UsageError):
            library.issues.set(issue, **wrong)


@pytest.mark.parametrize("given", [{"page": 3}, {"number": "9"}, {"title": "晨报"}])
def test_what_a_person_gives_is_no_guess_any_more(library, given) -> None:
    (name,) = given
    told = facts(page=3, guessed=frozenset({"page", "number", "title"}))
    text = "=题目\n\n文。\n"
    issue = library.issues.add(raw_file(text), [PageIn(draft(text), told)]).issue
    assert library.issues.row(issue).guessed == {"page", "number", "title"}
    assert library.issues.set(issue, **given).wish is not None
    assert library.issues.row(issue).guessed == {"page", "number", "title"} - {name}
    library.journal.undo()
    assert library.issues.row(issue).guessed == {"page", "number", "title"}


def test_merge_and_withdraw(library) -> None:
    issues = [take_in(library, t).issue for t in "甲乙丙"]
    library.issues.merge([issues[0], issues[1], issues[2]], issues[2])
    (row,) = library.issues.rows()
    assert (row.id, row.articles) == (issues[2], 3)
    with pytest.raises(UsageError):
        library.issues.set(issues[2], page=1)
    library.journal.undo()
    assert len(library.issues.rows()) == 3
    library.issues.withdraw(issues[:2])
    assert [r.id for r in library.issues.rows()] == [issues[2]]
    assert library.issues.row(issues[0]).id == issues[0]
    for unknown in (lambda: library.issues.row("x"), lambda: library.issues.withdraw(["x"])):
        with pytest.raises(NotFoundError):
            unknown()


def test_rows_come_by_date_undated_last(library) -> None:
    for text, date in (("甲", None), ("乙", "2025-04-14"), ("丙", "2025-04"), ("丁", "2024")):
        take_in(library, text, facts=IssueFacts(date=date))
    assert [r.date for r in library.issues.rows()] == ["2024", "2025-04", "2025-04-14", None]
    assert [r.title for r in library.articles.rows()] == ["丁", "丙", "乙", "甲"]


def test_samples(library) -> None:
    library.issues.add(raw_file("甲"), [PageIn(draft("甲"), facts(page=1))], sample=True)
    take_in(library, "乙", facts=facts(page=2))
    assert len(library.issues.rows()) == 2
    (sample,) = library.issues.samples()
    library.issues.withdraw([sample])
    assert library.issues.samples() == []


@pytest.mark.parametrize("date", ["2025", "2025-04", "2024-02-29"])
def test_dates_that_are(date) -> None:
    assert check_date(date) == date


@pytest.mark.parametrize(
    "date", ["0000", "2025-00", "2025-4", "2025-02-29", "2025-04-31", "２０２５", "x", ""]
)
def test_dates_that_are_not(date) -> None:
    with pytest.raises(UsageError):
        check_date(date)


def pages_of(*texts):
    data = "".join(texts).encode()
    raw = tuple(RawPage(text, n, n + 1) for n, text in enumerate(texts))
    return RawFile("pages.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8", raw)


def test_what_one_page_tells_the_issue_learns_in_any_order(tmp_path) -> None:
    told = []
    pages = [("甲", facts(page=1, number="88")), ("乙", facts(page=2))]
    for name, order in (("a", pages), ("b", pages[::-1])):
        with Library.open(tmp_path / name, Mode.CREATE) as library:
            for text, of in order:
                take_in(library, text, facts=of)
            (row,) = library.issues.rows()
            told.append((row.id, row.number, row.pages))
            assert check(library).faults == ()
            library.journal.undo()
            assert library.issues.rows()[0].number == (None if order is not pages else "88")
    assert told[0] == told[1]
    assert told[0][1:] == ("88", (1, 2))


def test_without_a_page_number_an_issue_is_named_by_its_bytes(tmp_path) -> None:
    ids = []
    for name, order in (("a", "甲乙"), ("b", "乙甲")):
        with Library.open(tmp_path / name, Mode.CREATE) as library:
            ids.append({text: take_in(library, text, facts=facts()).issue for text in order})
    assert ids[0] == ids[1]


def test_no_page_of_a_file_takes_a_number_that_is_taken(library) -> None:
    take_in(library, "甲", facts=facts(page=4))
    file = pages_of("乙\n\x0c", "丙\n\x0c", "丁")
    drafts = [draft(page.text) for page in file.pages]
    told = [facts(page=3), facts(page=4), facts(page=3)]
    library.issues.add(file, [PageIn(d, f) for d, f in zip(drafts, told, strict=True)])
    assert sorted(row.pages for row in library.issues.rows()) == [(3, 4, None), (4,)]


def test_two_pages_may_be_struck_at_the_same_place(library) -> None:
    """A page's own correction is named by the page, not by the file."""
    file = pages_of("甲乙\n\x0c", "甲乙\n")
    struck = BlockDraft(Kind.PARA, (Stretch(0, 1, Why.DOUBLED), Stretch(1, 3)))
    pages = []
    for page in file.pages:
        plain = draft(page.text)
        rest = (*struck.stretches[:1], Stretch(1, len(page.text)))
        pages.append(PageIn(replace(plain, blocks=(replace(struck, stretches=rest),)), facts()))
    library.issues.add(file, pages)
    assert [r.title for r in library.articles.rows()] == ["乙", "乙"]
    assert check(library).faults == ()


def test_of_a_withdrawn_issue_only_the_file_comes_back(library) -> None:
    issue = take_in(library, "甲", facts=facts(page=1)).issue
    take_in(library, "乙", facts=facts(page=2))
    library.issues.withdraw([issue])
    assert not take_in(library, "乙", facts=facts(page=2)).unchanged
    assert library.issues.rows()[0].pages == (2,)
    assert not take_in(library, "甲", facts=facts(page=1)).unchanged
    assert library.issues.rows()[0].pages == (1, 2)
    for _ in range(2):
        library.journal.undo()
    assert library.issues.rows() == []
    library.journal.undo()
    assert library.issues.rows()[0].pages == (1, 2)
    assert check(library).faults == ()
