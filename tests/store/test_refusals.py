"""Refused suggestions: wishes like others, which go with article and tag, and with the library."""

from __future__ import annotations

import pytest
from aging import grow_old
from drafting import take_in

from reader.errors import NotFoundError, UsageError
from reader.store import Library, Mode, verdicts
from reader.store.check import check

TEXT = "=今天的题\n甲乙丙丁\n戊己\n\n庚辛\n=昨天的题\n壬癸甲乙\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(path):
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, TEXT)
        yield library
        assert check(library).faults == ()


@pytest.fixture
def both(library):
    return [row.id for row in library.articles.rows()]


def test_a_refusal_is_a_wish_that_changes_no_revision(library, both):
    before = library.articles.get(both[0]).revision
    changes = library.tags.refuse(" 会议 ", both[0])
    assert changes.articles == {both[0]}
    assert changes.wish is not None
    assert library.tags.refused(both[0]) == ("会议",)
    assert library.tags.refused(both[1]) == ()
    assert library.articles.get(both[0]).revision == before
    (wish,) = [w for w in library.journal.history(both[0]) if w.verb == "refuse"]
    assert wish.detail["tag"] == "会议"
    assert library.tags.refuse("会议", both[0]).wish is None
    assert library.journal.undo().articles == {both[0]}
    assert library.tags.refused(both[0]) == ()
    library.journal.redo()
    assert library.tags.refused(both[0]) == ("会议",)


def test_all_that_was_refused_may_come_again(library, both):
    for name in ("乙", "甲"):
        library.tags.refuse(name, both[0])
    library.tags.refuse("丙", both[1])
    library.tags.forgive(both[0])
    assert [library.tags.refused(article) for article in both] == [(), ("丙",)]
    library.journal.undo()
    assert library.tags.refused(both[0]) == ("乙", "甲")


def test_what_is_no_name_and_no_article_is_refused_itself(library, both):
    with pytest.raises(UsageError):
        library.tags.refuse(" ", both[0])
    with pytest.raises(NotFoundError):
        library.tags.refuse("甲", "nope")


def test_a_split_gives_them_to_both_and_a_merge_puts_them_together(library, both):
    library.tags.refuse("甲", both[0])
    library.tags.refuse("乙", both[1])
    library.tags.refuse("甲", both[1])
    block = library.articles.get(both[0]).blocks[-1].id
    (new,) = library.articles.split_article(block).made
    assert library.tags.refused(new) == ("甲",)
    library.articles.merge([both[0], new, both[1]])
    assert library.tags.refused(both[0]) == ("乙", "甲")


def test_an_article_that_goes_takes_them_along_and_brings_them_back(library, both):
    library.tags.refuse("甲", both[0])
    library.articles.to_furniture(both[0])
    assert library.connection.execute("SELECT count(*) FROM refusal").fetchone() == (0,)
    library.journal.undo()
    assert library.tags.refused(both[0]) == ("甲",)


def test_they_follow_a_tag_that_gets_another_name(library, both):
    library.tags.add("经济/企业", [both[1]])
    library.tags.refuse("经济/企业", both[0])
    library.tags.rename("经济", "财经")
    assert library.tags.refused(both[0]) == ("财经/企业",)
    library.journal.undo()
    assert library.tags.refused(both[0]) == ("经济/企业",)
    library.tags.add("商业", [both[1]])
    library.tags.refuse("商业", both[0])
    library.tags.merge(["经济/企业"], "商业")
    assert library.tags.refused(both[0]) == ("商业",)
    library.journal.undo()
    assert library.tags.refused(both[0]) == ("商业", "经济/企业")


def test_a_refusal_is_no_work_on_the_article(library, both):
    library.tags.refuse("甲", both[0])
    assert both[0] not in verdicts.Verdicts(library)._articles_by_hand


def test_what_was_kept_elsewhere_is_taken_in_as_one_wish(library, both):
    library.tags.refuse("甲", both[0])
    changes = library.tags.take_refusals(
        {both[0]: ["甲", " 乙", ""], "gone": ["丙"], both[1]: ["a\nb"]}
    )
    assert changes.articles == {both[0]}
    assert library.tags.refused(both[0]) == ("乙", "甲")
    library.journal.undo()
    assert library.tags.refused(both[0]) == ("甲",)


def test_an_older_library_that_is_read_has_none(path):
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, TEXT)
        (article, *_) = (row.id for row in library.articles.rows())
        grow_old(library.connection, 5)
    with Library.open(path, Mode.READ) as library:
        assert library.tags.refused(article) == ()
        assert check(library).faults == ()
    with Library.open(path, Mode.WRITE) as library:
        library.tags.refuse("甲", article)
        assert library.tags.refused(article) == ("甲",)
