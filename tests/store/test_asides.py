"""The furniture of an issue: counted, and listed with its place."""

import pytest
from drafting import draft, raw_file

from reader.drafts import PageIn
from reader.model import IssueFacts, Kind
from reader.store.library import Library, Mode

FIRST = "#社区晨报 第1版\n\n=标题\n\n正文一行，\n又一行。\n\n#导读\n"
SECOND = "#第2版\n#  广告\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        for number, text in enumerate((FIRST, SECOND), 1):
            facts = IssueFacts("社区晨报", "2025-08", True, None, number)
            made.issues.add(raw_file(text, f"{number}.txt"), [PageIn(draft(text), facts)])
        yield made


def issue_of(library):
    return next(iter(library.issues.rows())).id


def test_it_is_listed_page_by_page_with_its_lines(library):
    issue = issue_of(library)
    told = library.issues.asides(issue)
    assert [(a.page, a.line, a.text) for a in told] == [
        (1, 1, "#社区晨报 第1版"), (1, 8, "#导读"), (2, 1, "#第2版"), (2, 2, "# 广告"),
    ]  # fmt: skip
    assert library.issues.count_asides(issue) == 4
    (article,) = library.articles.of_issue(issue)
    assert {a.article for a in told if a.page == 1} == {article.id}
    assert {a.article for a in told if a.page == 2} == {None}


def test_the_span_is_that_of_its_characters_on_the_page(library):
    for aside in library.issues.asides(issue_of(library)):
        text = FIRST if aside.page == 1 else SECOND
        assert " ".join(text[aside.start : aside.end].split()) == aside.text


def test_what_becomes_a_paragraph_is_furniture_no_more(library):
    issue = issue_of(library)
    aside = library.issues.asides(issue)[1]
    library.articles.kind(aside.id, Kind.PARA)
    assert aside.id not in {a.id for a in library.issues.asides(issue)}
    assert library.issues.count_asides(issue) == 3
    library.journal.undo()
    assert library.issues.asides(issue)[1] == aside


def test_a_section_label_is_none_but_where_no_article_stands_under_it(library):
    issue = issue_of(library)
    first, last, *_ = library.issues.asides(issue)
    library.articles.kind(first.id, Kind.SECTION)
    assert library.issues.asides(issue)[0].text == "#导读"
    assert library.issues.count_asides(issue) == 3
    library.articles.kind(last.id, Kind.SECTION)
    told = library.issues.asides(issue)
    assert [(a.text, a.kind) for a in told][:2] == [
        ("#导读", Kind.SECTION), ("#第2版", Kind.FURNITURE),
    ]  # fmt: skip
    assert library.issues.count_asides(issue) == 3


def test_an_issue_that_was_withdrawn_has_none(library):
    issue = issue_of(library)
    library.issues.withdraw([issue])
    assert library.issues.count_asides(issue) == 0
    assert library.issues.asides(issue) == []


def test_a_block_of_several_lines_has_the_number_of_its_first(library):
    issue = issue_of(library)
    library.articles.to_furniture(library.articles.of_issue(issue)[0].id)
    told = [(a.line, a.text) for a in library.issues.asides(issue) if a.page == 1]
    assert told == [(1, "#社区晨报 第1版"), (3, "=标题"), (5, "正文一行，又一行。"), (8, "#导读")]
