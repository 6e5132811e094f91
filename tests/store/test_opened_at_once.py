"""An article is opened with few statements; what was composed for it is never given stale."""

import pytest
from drafting import take_in

from reader.store import Library, Mode

TEXT = "=标题\n甲乙丙丁\n戊己庚辛\n\n=又一篇\n壬癸子丑\n寅卯"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, TEXT)
    return path


@pytest.fixture
def library(path):
    with Library.open(path, Mode.WRITE, actor="me") as opened:
        yield opened


def article_of(library):
    return next(library.articles.rows()).id


def test_the_seams_of_an_article_are_those_of_its_blocks(library):
    article = article_of(library)
    blocks = library.articles.get(article).blocks
    library.articles.edit(blocks[-1].id, 1, 2, "〇")
    assert library.articles.seams_of(article) == {
        block.id: library.articles.seams(block.id) for block in blocks
    }
    assert any(library.articles.seams_of(article).values())


def test_an_article_is_opened_in_few_statements_however_many_blocks_it_has(library):
    article = article_of(library)
    for at in (3, 2, 1):
        library.articles.split(library.articles.get(article).blocks[-1 - (3 - at)].id, at)
    said = []
    library.connection.set_trace_callback(said.append)
    got = library.articles.get(article)
    library.articles.seams_of(article)
    library.articles.amendments_of(article)
    library.connection.set_trace_callback(None)
    assert len(got.blocks) >= 4
    assert len(said) <= 20


def test_what_another_connection_writes_is_read(library, path):
    article = article_of(library)
    block = library.articles.get(article).blocks[-1]
    with Library.open(path, Mode.WRITE, actor="other") as other:
        other.articles.edit(block.id, 0, 1, "新")
    assert library.articles.get(article).blocks[-1].text == "新" + block.text[1:]


def test_what_is_rolled_back_is_not_read(library):
    article = article_of(library)
    block = library.articles.get(article).blocks[-1]

    def write_and_fail():
        with library.wish("edit"):
            library.connection.execute("UPDATE piece SET struck = NULL, place = place + 1")
            library.connection.execute("DELETE FROM seam")
            library.articles.get(article)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert library.articles.get(article).blocks[-1] == block
    library.articles.edit(block.id, 0, 1, "新")
    library.journal.undo()
    assert library.articles.get(article).blocks[-1].text == block.text
