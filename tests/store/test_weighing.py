"""How much a wish turns: pages and articles."""

from dataclasses import replace

import pytest
from drafting import draft, raw_file, take_in

from reader.drafts import PageIn
from reader.model import IssueFacts, Status
from reader.store.library import Library, Mode
from reader.text.lines import split_pages

PAGE = "=题目\n\n第一段。\n\n=又一篇\n\n文。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        take_in(opened, PAGE)
        yield opened


def last(library):
    undo, _ = library.journal.peek()
    return library.journal.weight(undo.id)


def test_an_import_weighs_its_pages_and_what_is_on_them(library):
    assert last(library) == (1, 2)
    facts = [IssueFacts("晨报", "2025-01", True, None, n) for n in (1, 2)]
    texts = ("=一\n\n文。\n", "=二\n\n字。\n\n=三\n\n又。\n")
    whole = raw_file("\x0c".join(texts), "two.txt")
    file = replace(whole, pages=split_pages("\x0c".join(texts)))
    pages = [PageIn(draft(page.text), facts[n]) for n, page in enumerate(file.pages)]
    library.issues.add(file, pages)
    assert last(library) == (2, 3)
    more = raw_file("=四\n\n页。\n", "three.txt")
    facts = IssueFacts("晨报", "2025-01", True, None, 3)
    library.issues.add(more, [PageIn(draft(more.pages[0].text), facts)])
    assert last(library) == (1, 1)  # a page of an issue that was there


def test_a_step_that_was_taken_back_weighs_the_same(library):
    library.journal.undo()
    _, redo = library.journal.peek()
    assert library.journal.weight(redo.id) == (1, 2)


def test_withdrawing_weighs_what_is_withdrawn(library):
    library.issues.withdraw([row.id for row in library.issues.rows()])
    assert last(library) == (1, 2)


def test_all_else_weighs_the_articles_that_it_reaches(library):
    ids = [row.id for row in library.articles.rows()]
    library.articles.set_status(Status.PROOFED1, ids)
    assert last(library) == (0, 2)
    library.tags.add("主题", ids[:1])
    assert last(library) == (0, 1)
    (issue,) = library.issues.rows()
    library.issues.set(issue.id, title="晨报")
    assert last(library).pages == 0
