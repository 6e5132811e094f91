"""Stats count what is present: against what the managers list, and by who decided each seam."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader.model import Reads, Status
from reader.store import Library, Mode
from reader.store.stats import stats, statuses_by_issue


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="王") as opened:
        take_in(opened, "#刊头\n\n=一\n\n甲乙\n丙丁\n\n戊己", name="a.txt")
        take_in(opened, "=二\n\n甲\n\n=三\n\n乙", name="b.txt")
        yield opened


def test_counts_are_those_of_the_lists(library):
    counted = stats(library)
    rows = list(library.articles.rows())
    assert (counted.issues, counted.pages, counted.articles) == (2, 2, 3)
    assert counted.characters == sum(row.characters for row in rows)
    assert counted.doubts == sum(row.doubts for row in rows)
    assert set(counted.statuses) == set(Status)
    assert counted.statuses["new"] == 3
    assert counted.tags == {}
    assert {decider for _, decider in counted.seams} == {None}


def test_a_person_who_decides_is_named(library):
    before = stats(library).seams
    block = next(
        b
        for row in library.articles.rows()
        for b in library.articles.get(row.id).blocks
        if b.text == "甲乙丙丁"
    )
    library.articles.split(block.id, 2)
    after = stats(library).seams
    assert after[Reads.PARA, "王"] == 1
    assert after.get((Reads.JOIN, None), 0) == before[Reads.JOIN, None] - 1


def test_a_split_in_what_was_typed_counts(library):
    article = next(iter(library.articles.rows()))
    block = library.articles.get(article.id).blocks[-1]
    library.articles.edit(block.id, len(block.text), len(block.text), "新写的字")
    before = sum(stats(library).seams.values())
    library.articles.split(block.id, len(block.text) + 2)
    assert sum(stats(library).seams.values()) == before + 1


def test_what_is_withdrawn_does_not_count(library):
    whole = stats(library)
    issue = library.issues.rows()[0].id
    articles = [row.id for row in library.articles.of_issue(issue)]
    library.tags.add("会", articles)
    block = library.articles.get(articles[0]).blocks[-1]
    library.articles.edit(block.id, 0, 0, "新")
    library.issues.withdraw([issue])
    counted = stats(library)
    assert counted.issues == 1
    assert counted.pages == 1
    assert counted.articles == whole.articles - len(articles)
    assert counted.tags == {"会": 0}
    assert sum(counted.seams.values()) < sum(whole.seams.values())
    assert issue not in statuses_by_issue(library)


def test_statuses_by_issue_begin_with_the_least_advanced(library):
    rows = [row for row in library.articles.rows() if row.title.endswith(("二", "三"))]
    library.articles.set_status(Status.PROOFED2, [rows[0].id])
    library.articles.set_status(Status.WORKING, [rows[1].id])
    found = statuses_by_issue(library)[rows[0].issue]
    assert list(found.items()) == [("working", 1), ("proofed2", 1)]
