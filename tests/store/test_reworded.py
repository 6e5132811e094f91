"""An article whose text is changed after its proof keeps the proof, and it is known."""

import pytest
from drafting import take_in

from reader.model import Kind, Reads, Status
from reader.store.check import check
from reader.store.library import Library, Mode

PAGE = "=题目\n\n第一段的文\n字。\n\n第二段 abc。\n\n=又一篇\n\n文。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        take_in(opened, PAGE)
        yield opened
        assert not check(opened).faults


def first(library):
    return next(library.articles.rows())


def proofread(library, status=Status.PROOFED1):
    library.articles.set_status(status, [row.id for row in library.articles.rows()])
    return library.articles.get(first(library).id).blocks


def edit(library, blocks):
    library.articles.edit(blocks[1].id, 0, 0, "甲")


def paste(library, blocks):
    library.articles.paste([(blocks[1].id, 0, 0)], ["甲", "乙"])


def erase(library, blocks):
    library.articles.erase([(blocks[1].id, 0, 1)])


def replace(library, _blocks):
    library.articles.replace("第", "甲", [first(library).id])


def split(library, blocks):
    library.articles.split(blocks[1].id, 2)


def join(library, blocks):
    library.articles.join(blocks[1].id, blocks[2].id)


def space(library, blocks):
    """The verdict on a line end that an edit amounts to."""
    library.articles.edit(blocks[1].id, 5, 5, " ")


def kind(library, blocks):
    library.articles.kind(blocks[1].id, Kind.SUBHEAD)


def move(library, blocks):
    library.articles.move(blocks[2].id, first(library).id, after=blocks[0].id)


def supply(library, _blocks):
    library.articles.supply(first(library).id, Kind.KICKER, "甲")


def merge(library, _blocks):
    library.articles.merge([row.id for row in library.articles.rows()])


def split_article(library, blocks):
    library.articles.split_article(blocks[2].id)


CHANGES = (
    edit, paste, erase, replace, split, join, space, kind, move, supply, merge, split_article,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("status", [Status.PROOFED1, Status.PROOFED2])
def test_a_change_of_the_text_is_noted_and_goes_with_undo(library, change, status):
    blocks = proofread(library, status)
    assert not first(library).reworded
    change(library, blocks)
    row = first(library)
    assert (row.status, row.reworded) == (status, True)
    assert library.articles.get(row.id).row.reworded
    library.journal.undo()
    assert not first(library).reworded
    library.journal.redo()
    assert first(library).reworded


def test_what_changes_no_text_is_not_noted(library):
    blocks = proofread(library)
    article = first(library).id
    (seam,) = library.articles.seams(blocks[1].id)[:1]
    library.articles.accept(blocks[1].id, [(seam.source, seam.start, seam.end)])
    library.tags.add("主题", [article])
    library.tags.mark(blocks[1].id, 0, 2, "主题")
    library.tags.refuse("又一个", article)
    assert not any(row.reworded for row in library.articles.rows())


def test_only_the_article_that_was_changed_is_noted(library):
    edit(library, proofread(library))
    assert [row.reworded for row in library.articles.rows()] == [True, False]


def test_what_is_not_proofread_is_not_noted(library):
    blocks = library.articles.get(first(library).id).blocks
    edit(library, blocks)
    assert not first(library).reworded
    assert library.connection.execute("SELECT count(*) FROM reworded").fetchone() == (0,)
    library.articles.set_status(Status.PROOFED1, [first(library).id])
    assert not first(library).reworded


@pytest.mark.parametrize("again", [Status.PROOFED1, Status.PROOFED2, Status.WORKING])
def test_a_status_holds_of_the_text_as_it_is_then(library, again):
    edit(library, proofread(library))
    changes = library.articles.set_status(again, [first(library).id])
    assert first(library).id in changes.articles
    assert (first(library).status, first(library).reworded) == (again, False)
    library.journal.undo()
    assert (first(library).status, first(library).reworded) == (Status.PROOFED1, True)


def test_the_same_status_again_without_a_change_is_no_wish(library):
    proofread(library)
    assert library.articles.set_status(Status.PROOFED1, [first(library).id]).wish is None


def test_an_article_of_which_nothing_is_left_leaves_no_note(library):
    edit(library, proofread(library))
    library.articles.to_furniture(first(library).id)
    (count,) = library.connection.execute("SELECT count(*) FROM reworded").fetchone()
    assert count == 0


def test_a_line_end_read_otherwise_is_a_change(library):
    blocks = proofread(library)
    (seam,) = library.articles.seams(blocks[1].id)[:1]
    assert seam.reads is Reads.JOIN
    space(library, blocks)
    assert first(library).reworded
