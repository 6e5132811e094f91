"""Raw lines of an article's pages: owners, struck characters, verdicts at their ends."""

from __future__ import annotations

import pytest
from drafting import draft, raw_file, take_in

from reader.drafts import PageIn, RawFile, RawPage
from reader.errors import NotFoundError
from reader.model import IssueFacts, Reads, Why
from reader.store import Library, Mode

PAGE = "\n#报头\n=甲题\n甲一 \n甲二。\n\n\n甲三 四\n=乙题\n乙一。\n\n乙二"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        take_in(library, PAGE)
        yield library


def first(library):
    return library.articles.get(next(library.articles.rows()).id)


def line(library, text):
    return next(r for r in library.articles.source_lines(first(library).id) if r.text == text)


def test_every_line_is_there_as_it_was_received(library) -> None:
    rows = library.articles.source_lines(first(library).id)
    assert [row.text for row in rows] == PAGE.split("\n")
    assert [row.number for row in rows] == list(range(1, 13))
    assert all(PAGE[row.start : row.end] == row.text for row in rows)
    assert [row.number for row in rows if row.blank] == [1, 6, 7, 11]
    assert all(row.block is None and not row.seams for row in rows if row.blank)


def test_a_line_names_its_block_and_article(library) -> None:
    one, two = library.articles.rows()
    a, b = library.articles.get(one.id), library.articles.get(two.id)
    assert (line(library, "甲二。").block, line(library, "甲二。").article) == (
        a.blocks[1].id,
        a.id,
    )
    assert line(library, "乙二").block == b.blocks[2].id
    furniture = line(library, "#报头")
    assert furniture.block is not None
    assert furniture.article is None


def test_verdicts_stand_at_the_lines_in_which_they_begin(library) -> None:
    (joined,) = line(library, "甲一 ").seams
    assert (joined.at, joined.at_end, joined.reads, joined.decider) == (2, True, Reads.JOIN, None)
    assert not joined.doubtful
    assert joined.reasons == ()
    assert [s.reads for s in line(library, "甲二。").seams] == [Reads.PARA]
    assert line(library, "乙二").seams == ()


def test_what_a_person_decides_is_told(library) -> None:
    block = first(library).blocks[1].id
    library.articles.split(block, 1)
    inside, end = line(library, "甲一 ").seams
    assert (inside.at, inside.at_end, inside.reads, inside.decider) == (1, False, Reads.PARA, "me")
    assert end.at_end
    library.articles.split(first(library).blocks[2].id, 1)
    (decided,) = (s for s in line(library, "甲一 ").seams if s.at_end)
    assert (decided.reads, decided.decider) == (Reads.PARA, "me")


def test_struck_characters_are_told_with_their_reason(library) -> None:
    block = first(library).blocks[1].id
    library.articles.edit(block, 1, 2, "壹")
    assert line(library, "甲一 ").struck == ((1, 2, Why.TYPED),)
    library.articles.edit(block, 0, 2, "")
    struck = line(library, "甲一 ")
    assert [s[:2] for s in struck.struck] == [(0, 1), (1, 2)]
    assert struck.block == block


def test_a_doubt_is_doubtful_until_it_is_decided(library) -> None:
    text = "=丙题\n丙一\n丙二。"
    made = library.issues.add(raw_file(text, "b.txt"), [PageIn(draft(text, 0.5), IssueFacts())])
    assert made is not None
    article = library.articles.get(list(library.articles.rows())[-1].id)
    seam = library.articles.source_lines(article.id)[1].seams[0]
    assert seam.doubtful
    facts = library.articles.seams(article.blocks[1].id)[0]
    library.articles.accept(article.blocks[1].id, [(facts.source, facts.start, facts.end)])
    assert not library.articles.source_lines(article.id)[1].seams[0].doubtful


def test_numbers_go_on_through_the_pages_of_a_file(tmp_path) -> None:
    texts = ("=甲\n甲一。\n\x0c", "=乙\n乙一。")
    whole = raw_file("".join(texts))
    pages = (RawPage(texts[0], 0, 1), RawPage(texts[1], 1, 4))
    with Library.open(tmp_path / "two.db", Mode.CREATE) as library:
        file = RawFile(whole.name, whole.sha256, whole.size, "utf-8", pages)
        library.issues.add(file, [PageIn(draft(t), IssueFacts(page=n))
                                  for n, t in enumerate(texts, 1)])  # fmt: skip
        one, two = (row.id for row in library.articles.rows())
        assert [r.number for r in library.articles.source_lines(two)] == [4, 5]
        library.articles.merge([two, one])
        rows = library.articles.source_lines(two)
        assert [r.number for r in rows] == [4, 5, 1, 2, 3]
        assert {r.article for r in rows if not r.blank} == {two}


def test_an_article_that_is_not_there_has_no_lines(library) -> None:
    with pytest.raises(NotFoundError):
        library.articles.source_lines("none")
