"""Lists of keys: every order and filter agrees with what plain Python makes of the rows."""

from __future__ import annotations

import pytest
from drafting import draft, raw_file, take_in

from reader.drafts import PageIn
from reader.model import IssueFacts, Status
from reader.store import Library, Mode
from reader.store.listing import ArticleSort, Group, IssueSort
from reader.store.stats import progress, stats
from reader.text.query import parse

PAGES = (
    ("=会议纪要\n\n甲乙丙\n\n=New Year\n\n丁", "晨报", "2025-08", 0.95),
    ("=春耕\n\n戊己\n庚", "晨报", "2025-04-14", 0.5),
    ("=运动会\n\n辛", "甬报", "2024", 0.95),
    ("壬癸", None, None, 0.95),
    ("=会议又开\n\n子\n丑\n寅", "晨报", "2024-12", 0.5),
)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for text, title, date, confidence in PAGES:
            page = PageIn(draft(text, confidence), IssueFacts(title, date, date is not None))
            library.issues.add(raw_file(text), [page])
        yield library


def listed(library, words=None, sort=IssueSort.NEWSPAPER):
    found = library.issues.listed(parse(words) if words else None, sort)
    return [row.date for row in library.issues.rows_at(found.keys)], found.groups


def titles(library, issue, words=None, sort=ArticleSort.PLACE):
    found = library.articles.contents(issue, parse(words) if words else None, sort)
    return [row.title for row in library.articles.rows_at(found.keys)]


def first(library):
    return next(row for row in library.issues.rows() if row.date == "2025-08")


@pytest.mark.parametrize(
    ("sort", "dates"),
    [
        (IssueSort.NEWSPAPER, ["2025-08", "2025-04-14", "2024-12", "2024", None]),
        (IssueSort.NEWEST, ["2025-08", "2025-04-14", "2024-12", "2024", None]),
        (IssueSort.OLDEST, ["2024", "2024-12", "2025-04-14", "2025-08", None]),
        (IssueSort.DOUBTS, ["2024-12", "2025-04-14", "2025-08", "2024", None]),
    ],
)
def test_orders(library, sort, dates) -> None:
    assert listed(library, sort=sort)[0] == dates


def test_the_least_advanced_comes_first(library) -> None:
    for row in library.issues.rows():
        if row.date in ("2025-08", "2024"):
            articles = [a.id for a in library.articles.of_issue(row.id)]
            library.articles.set_status(Status.PROOFED1, articles[:1])
    dates, groups = listed(library, sort=IssueSort.PROGRESS)
    assert dates == ["2025-04-14", "2024-12", None, "2025-08", "2024"]
    assert groups == ()
    assert first(library).statuses == ((Status.NEW, 1), (Status.PROOFED1, 1))


def test_runs_of_newspaper_and_year(library) -> None:
    _, groups = listed(library)
    assert groups == (
        Group("晨报", "2025", 2),
        Group("晨报", "2024", 1),
        Group("甬报", "2024", 1),
        Group(None, None, 1),
    )
    assert listed(library, sort=IssueSort.NEWEST)[1] == (
        Group(None, "2025", 2), Group(None, "2024", 2), Group(None, None, 1),
    )  # fmt: skip
    assert [g.year for g in listed(library, sort=IssueSort.OLDEST)[1]] == ["2024", "2025", None]


@pytest.mark.parametrize("sort", IssueSort)
def test_a_filter_that_leaves_all_changes_nothing(library, sort) -> None:
    assert listed(library, "-没有的", sort) == listed(library, sort=sort)


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("会", ["2025-08", "2024-12", "2024"]),
        ("会议", ["2025-08", "2024-12"]),
        ("new", ["2025-08"]),
        ("甬", ["2024"]),
        ("2024", ["2024-12", "2024"]),
        ("2025年4月", ["2025-04-14"]),
        ("2025.4.14", ["2025-04-14"]),
        ("has:doubt", ["2025-04-14", "2024-12"]),
        ("会议 has:doubt", ["2024-12"]),
        ("-has:doubt", ["2025-08", "2024", None]),
        ("status:working", []),
        ("-会 -春耕", ["2025-08", None]),
        ("date:2024", ["2024-12", "2024"]),
    ],
)
def test_filters(library, words, dates) -> None:
    assert listed(library, words)[0] == dates


def test_an_issue_without_articles_is_found_by_its_own_words(library) -> None:
    take_in(library, "#只有版头", facts=IssueFacts("画报", "1999", True))
    assert listed(library, "画报")[0] == ["1999"]
    assert listed(library, "画报 has:doubt")[0] == []
    assert "1999" in listed(library)[0]


def test_contents_in_every_order(library) -> None:
    issue = first(library).id
    rows = library.articles.of_issue(issue)
    assert titles(library, issue) == ["=会议纪要", "=New Year"]
    assert titles(library, issue, sort=ArticleSort.TITLE) == ["=New Year", "=会议纪要"]
    library.articles.set_status(Status.PROOFED2, [rows[0].id])
    assert titles(library, issue, sort=ArticleSort.PROGRESS) == ["=New Year", "=会议纪要"]
    assert titles(library, issue, sort=ArticleSort.DOUBTS) == ["=会议纪要", "=New Year"]
    assert titles(library, issue, "status:proofed2") == ["=会议纪要"]
    assert titles(library, issue, "晨报") == ["=会议纪要", "=New Year"]
    assert titles(library, issue, "会") == ["=会议纪要"]


def test_what_is_withdrawn_is_in_no_list(library) -> None:
    issue = first(library)
    key = library.issues.key_of(issue.id)
    (article, *_) = library.articles.of_issue(issue.id)
    at = library.articles.key_of(article.id)
    assert library.issues.rows_at([key]) == [issue]
    assert library.articles.rows_at([at]) == [article]
    library.issues.withdraw([issue.id])
    assert "2025-08" not in listed(library)[0]
    assert library.issues.key_of(issue.id) is None
    assert library.articles.key_of(article.id) is None
    assert library.issues.rows_at([key]) == library.articles.rows_at([at]) == [None]
    assert titles(library, issue.id) == []
    assert [r.date for r in library.issues.rows_at(library.issues.near(issue.id).keys)]


def test_near_ones_come_first(library) -> None:
    take_in(library, "卯", facts=IssueFacts("晨报", "2024-12", True))
    december = [row for row in library.issues.rows() if row.date == "2024-12"]
    near = library.issues.rows_at(library.issues.near(december[0].id).keys)
    assert near[0] == december[1]
    assert [row.title for row in near] == ["晨报", "晨报", "晨报", "甬报", None]
    found = library.issues.near(december[0].id, parse("甬报"))
    assert [row.title for row in library.issues.rows_at(found.keys)] == ["甬报"]


def test_near_ones_are_ordered_by_newspaper_date_and_month(library) -> None:
    dates = ("2024-12-01", "2024-12-31", "2024-12", "2025", None, "2023-12-01")
    for title in ("晨报", "甲报", None):
        for date in dates:
            facts = IssueFacts(title, date, True)
            take_in(library, f"{title}{date}", facts=facts)
    rows = library.issues.rows()
    for at in rows:
        month = (at.date or "")[:7]

        def rank(row, at=at, month=month):
            same, near = row.date == at.date, (row.date or "")[:7] == month
            known = bool(at.date)
            return (row.title != at.title, not (same and known), not (near and known))

        found = library.issues.rows_at(library.issues.near(at.id).keys)
        assert {row.id for row in found} == {row.id for row in rows} - {at.id}
        assert [rank(row) for row in found] == sorted(rank(row) for row in found)


def test_reading_the_near_ones_can_be_ended(library) -> None:
    def enough() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        library.issues.near(library.issues.rows()[0].id, heed=enough)
    with pytest.raises(InterruptedError):
        library.issues.doubtful(heed=enough)


def test_the_issues_with_doubts(library) -> None:
    rows = library.issues.rows()
    keys = {library.issues.key_of(row.id) for row in rows if row.doubts}
    assert keys
    assert library.issues.doubtful() == library.issues.doubtful(most=1000) == keys
    assert library.issues.doubtful(most=0) is None
    library.issues.withdraw([row.id for row in rows if row.doubts][:1])
    assert library.issues.doubtful() < keys | {-1}


def test_progress_counts_what_is_present(library) -> None:
    library.articles.set_status(Status.PROOFED1, [next(library.articles.rows()).id])
    library.issues.withdraw([library.issues.rows()[1].id])
    whole = stats(library)
    counts, doubts = progress(library)
    assert doubts == whole.doubts
    assert {s: n for s, n in whole.statuses.items() if n} == counts


@pytest.fixture
def asked(library):
    """The questions that are asked of SQLite while the test goes on."""
    seen = []
    library.connection.set_trace_callback(seen.append)
    yield seen
    library.connection.set_trace_callback(None)


@pytest.mark.parametrize("sort", [IssueSort.NEWSPAPER, IssueSort.NEWEST, IssueSort.OLDEST])
def test_no_list_of_all_issues_is_sorted_or_looked_up(library, asked, sort) -> None:
    """SQLite's sort of a million left 50 MB with the allocator, and took a second."""
    library.issues.listed(sort=sort)
    questions = [sql for sql in asked if sql.startswith("SELECT")]
    assert questions
    library.connection.set_trace_callback(None)
    for sql in questions:
        plan = [row[3] for row in library.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert "COVERING INDEX" in plan[0]
        assert plan[1:] in ([], ["USE TEMP B-TREE FOR LAST TERM OF ORDER BY"])  # of one day


@pytest.mark.parametrize("sort", IssueSort)
@pytest.mark.parametrize("most", [0, 1, 4, 5, 9])
def test_the_first_rows_are_those_of_the_whole_list(library, sort, most) -> None:
    whole = library.issues.listed(sort=sort).keys
    assert library.issues.listed(sort=sort, most=most).keys == whole[:most]


def test_a_reading_that_is_not_wanted_any_more_ends(library) -> None:
    class EndedError(Exception):
        pass

    def heed():
        raise EndedError

    with pytest.raises(EndedError):
        library.issues.listed(heed=heed)
    assert not library.connection.in_transaction


def test_newspapers_and_issues_with_work_are_named(library) -> None:
    assert library.issues.newspapers() == ("晨报", "甬报", None)
    keys = list(library.issues.listed().keys)
    doubtful = library.issues.with_articles(keys, doubtful=True)
    assert [row.doubts > 0 for row in library.issues.rows_at(keys)] == [k in doubtful for k in keys]
    assert library.issues.with_articles(keys) == set(keys)
    assert library.issues.with_articles(keys[:1]) == {keys[0]}
    assert library.issues.sizes() == (5, 6)
    library.issues.withdraw([row.id for row in library.issues.rows() if row.title is None])
    assert library.issues.newspapers() == ("晨报", "甬报")


def test_keys_and_runs_are_of_one_moment(library, tmp_path) -> None:
    """Another program may write between two questions."""
    text = "=晚到\n\n癸"
    with Library.open(tmp_path / "library.db", Mode.WRITE) as other:
        late = [PageIn(draft(text), IssueFacts(None, "2026", date_sure=True))]
        found = library.issues.listed(heed=lambda: other.issues.add(raw_file(text), late))
    assert sum(group.rows for group in found.groups) == len(found.keys) == 5
    assert sum(group.rows for group in library.issues.listed().groups) == 6
