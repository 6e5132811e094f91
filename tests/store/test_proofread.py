"""Split, join, replace, move, kind, supply, accept; articles divided and merged."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader.errors import NotFoundError, UsageError
from reader.model import Kind, Reads, Status
from reader.store import Library, Mode

PAGE = "#报头\n=甲题\n甲一\n甲二。\n\n甲三 四\n=乙题\n乙一。\n\n乙二"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        take_in(library, PAGE)
        yield library


def texts(library) -> list[list[str]]:
    rows = library.articles.rows()
    return [[b.text for b in library.articles.get(r.id).blocks] for r in rows]


def block(library, text: str):
    for row in library.articles.rows():
        for b in library.articles.get(row.id).blocks:
            if b.text == text:
                return b
    raise AssertionError(text)


def test_the_page_as_taken_in(library) -> None:
    assert texts(library) == [["=甲题", "甲一甲二。", "甲三 四"], ["=乙题", "乙一。", "乙二"]]


@pytest.mark.parametrize(
    ("text", "at", "parts"),
    [
        ("甲一甲二。", 2, ["甲一", "甲二。"]),
        ("甲一甲二。", 3, ["甲一甲", "二。"]),
        ("甲三 四", 2, ["甲三", "四"]),
        ("甲三 四", 3, ["甲三", "四"]),
    ],
)
def test_split_and_back(library, text, at, parts) -> None:
    first = block(library, text)
    before = texts(library)
    changes = library.articles.split(first.id, at)
    assert [library.articles.block(b).text for b in (first.id, *changes.made)] == parts
    assert changes.structure
    seam = library.articles.seams(first.id)[-1]
    assert (seam.reads, seam.decider) == (Reads.PARA, "me")
    library.journal.undo()
    assert texts(library) == before


@pytest.mark.parametrize("at", [0, 5, 9, -1])
def test_no_part_of_a_split_is_empty(library, at) -> None:
    with pytest.raises(UsageError):
        library.articles.split(block(library, "甲一甲二。").id, at)
    assert len(library.journal.history()) == 1


def test_split_at_typed_text_rewrites_nothing(library) -> None:
    first = block(library, "乙二")
    library.articles.edit(first.id, 1, 1, "子丑")
    library.articles.split(first.id, 2)
    assert texts(library)[1][-2:] == ["乙子", "丑二"]
    library.articles.edit(first.id, 2, 2, "寅")
    assert library.articles.seams(first.id)[-1].reads is Reads.PARA
    library.articles.join(first.id)
    assert texts(library)[1][-1] == "乙子寅丑二"


def test_join_with_a_space(library) -> None:
    first = block(library, "甲一甲二。")
    library.articles.join(first.id, reads=Reads.SPACE)
    assert texts(library)[0] == ["=甲题", "甲一甲二。 甲三 四"]


def test_join_a_block_of_another_article_moves_it(library) -> None:
    library.articles.join(block(library, "甲三 四").id)
    assert texts(library)[0][-1] == "甲三 四=乙题"
    library.articles.join(block(library, "甲一甲二。").id, block(library, "乙二").id)
    assert texts(library) == [["=甲题", "甲一甲二。乙二", "甲三 四=乙题"], ["乙一。"]]
    library.tags.add("会议", [list(library.articles.rows())[1].id])
    library.articles.join(block(library, "甲一甲二。乙二").id, block(library, "乙一。").id)
    (row,) = library.articles.rows()
    assert row.tags == ("会议",)


def test_what_cannot_be_joined(library) -> None:
    last = block(library, "乙二")
    for arguments in ((last.id,), (last.id, last.id)):
        with pytest.raises(UsageError):
            library.articles.join(*arguments)
    with pytest.raises(UsageError):
        library.articles.join(last.id, reads=Reads.PARA)
    with pytest.raises(UsageError):
        library.articles.join(block(library, "乙一。").id, reads=Reads.LINE)
    furniture = library.connection.execute("SELECT id FROM block WHERE kind = 'furniture'")
    with pytest.raises(UsageError):
        library.articles.join(furniture.fetchone()[0])


def test_replace_everywhere_is_one_step(library) -> None:
    ids = [row.id for row in library.articles.rows()]
    library.articles.replace("一", "壹", ids)
    assert texts(library)[0][1] == "甲壹甲二。"
    assert texts(library)[1][1] == "乙壹。"
    whys = library.connection.execute("SELECT DISTINCT why FROM correction").fetchall()
    assert whys == [("replaced",)]
    library.journal.undo()
    assert texts(library)[0][1] == "甲一甲二。"
    with pytest.raises(UsageError):
        library.articles.replace("", "x", ids)


def test_move_within_and_between(library) -> None:
    first, second = (row.id for row in library.articles.rows())
    moved = block(library, "甲三 四").id
    library.articles.move(moved, second, after=block(library, "乙一。").id)
    assert texts(library)[1] == ["=乙题", "乙一。", "甲三 四", "乙二"]
    library.articles.move(moved, second)
    assert texts(library)[1][:2] == ["=乙题", "甲三 四"]
    assert library.articles.move(moved, second).wish is None
    with pytest.raises(UsageError):
        library.articles.move(moved, first, after=moved)


def test_the_last_block_takes_the_article_with_it(library) -> None:
    first, second = (row.id for row in library.articles.rows())
    for text in ("乙一。", "乙二", "=乙题"):
        library.articles.move(block(library, text).id, first)
    assert [row.id for row in library.articles.rows()] == [first]
    library.journal.undo()
    assert [row.id for row in library.articles.rows()] == [first, second]


def test_kind_to_furniture_and_back(library) -> None:
    moved = block(library, "甲三 四").id
    library.articles.kind(moved, Kind.FURNITURE)
    assert texts(library)[0] == ["=甲题", "甲一甲二。"]
    with pytest.raises(UsageError):
        library.articles.move(moved, next(iter(library.articles.rows())).id)
    library.articles.kind(moved, Kind.CAPTION)
    assert texts(library)[0] == ["=甲题", "甲一甲二。", "甲三 四"]
    assert library.articles.kind(moved, Kind.CAPTION).wish is None


def test_furniture_before_all_articles_goes_to_the_first(library) -> None:
    (masthead,) = library.connection.execute(
        "SELECT id FROM block WHERE kind = 'furniture'"
    ).fetchone()
    library.articles.kind(masthead, Kind.KICKER)
    assert texts(library)[0][0] == "#报头"
    for row in list(library.articles.rows()):
        for b in library.articles.get(row.id).blocks:
            library.articles.kind(b.id, Kind.FURNITURE)
    assert list(library.articles.rows()) == []
    library.articles.kind(masthead, Kind.PARA)
    assert texts(library) == [["#报头"]]


def test_a_section_that_is_none_any_more_leaves_its_articles(library) -> None:
    label = block(library, "=甲题").id
    library.articles.kind(label, Kind.SECTION)
    second = list(library.articles.rows())[1].id
    library.connection.execute(
        "UPDATE article SET section = (SELECT key FROM block WHERE id = ?) WHERE id = ?",
        (label, second),
    )
    assert library.articles.get(second).section == "=甲题"
    library.articles.kind(label, Kind.FURNITURE)
    assert library.articles.get(second).section is None


def test_a_supplied_headline_is_no_text_of_the_page(library) -> None:
    second = list(library.articles.rows())[1].id
    library.articles.supply(second, Kind.SUBTITLE, "副题")
    library.articles.supply(second, Kind.KICKER, "引题")
    blocks = library.articles.get(second).blocks
    assert [b.text for b in blocks[:3]] == ["引题", "=乙题", "副题"]
    assert [b.supplied for b in blocks[:3]] == [True, False, True]
    assert all(o.typed for o in blocks[0].origin)
    for kind, text in ((Kind.PARA, "x"), (Kind.TITLE, " "), (Kind.TITLE, "a\nb")):
        with pytest.raises(UsageError):
            library.articles.supply(second, kind, text)


def test_accept_leaves_the_text_and_names_who(library) -> None:
    first = block(library, "甲一甲二。")
    seam = library.articles.seams(first.id)[0]
    assert (seam.reads, seam.decider, seam.proposal) == (Reads.JOIN, None, Reads.JOIN)
    library.articles.accept(first.id, [(seam.source, seam.start, seam.end)])
    assert library.articles.seams(first.id)[0].decider == "me"
    assert library.articles.block(first.id).text == "甲一甲二。"
    with pytest.raises(UsageError):
        library.articles.accept(first.id, [(seam.source, 0, 1)])


def test_split_article(library) -> None:
    first = next(iter(library.articles.rows())).id
    library.tags.add("会议", [first])
    library.articles.set_status(Status.PROOFED1, [first])
    (new,) = library.articles.split_article(block(library, "甲三 四").id).made
    whole, half = library.articles.get(first), library.articles.get(new)
    assert (whole.status, half.status) == (Status.PROOFED1, Status.NEW)
    assert whole.tags == half.tags == ("会议",)
    assert [row.id for row in library.articles.rows()][:2] == [first, new]
    with pytest.raises(UsageError):
        library.articles.split_article(half.blocks[0].id)


def test_the_id_stays_with_the_body(library) -> None:
    first = next(iter(library.articles.rows())).id
    library.articles.split_article(block(library, "甲一甲二。").id)
    assert [b.text for b in library.articles.get(first).blocks] == ["甲一甲二。", "甲三 四"]
    assert texts(library)[0] == ["=甲题"]


def test_merge_articles(library) -> None:
    first, second = (row.id for row in library.articles.rows())
    library.tags.add("会议", [first])
    library.tags.add("人大", [first, second])
    library.articles.set_status(Status.PROOFED2, [first])
    library.articles.merge([first, second])
    merged = library.articles.get(first)
    assert texts(library) == [["=甲题", "甲一甲二。", "甲三 四", "=乙题", "乙一。", "乙二"]]
    assert (merged.status, set(merged.tags)) == (Status.NEW, {"会议", "人大"})
    with pytest.raises(UsageError):
        library.articles.merge([first])
    with pytest.raises(NotFoundError):
        library.articles.get(second)


def test_revision_counts_the_wishes(library) -> None:
    first = next(iter(library.articles.rows())).id
    assert library.articles.get(first).revision == 0
    library.articles.edit(block(library, "甲三 四").id, 0, 1, "子")
    library.articles.set_status(Status.WORKING, [first])
    assert library.articles.get(first).revision == 2
    library.journal.undo()
    assert library.articles.get(first).revision == 1
    assert [w.verb for w in library.journal.history(first)] == ["status", "edit"]


def test_places_meet_and_move_apart(library) -> None:
    """Forty halvings use up the room between two neighbours."""
    target = block(library, "乙二").id
    for n in range(60):
        library.articles.edit(target, 1, 1, "子丑"[n % 2])
    text = library.articles.block(target).text
    assert len(text) == 62
    first = next(iter(library.articles.rows())).id
    for _ in range(30):
        for text in ("甲三 四", "甲一甲二。"):
            library.articles.move(block(library, text).id, first, after=block(library, "=甲题").id)
    assert texts(library)[0] == ["=甲题", "甲一甲二。", "甲三 四"]


def test_unknown_ids(library) -> None:
    for act in (
        lambda: library.articles.edit("x", 0, 0, "a"),
        lambda: library.articles.set_status(Status.NEW, ["x"]),
        lambda: library.journal.history("x"),
        lambda: library.issues.key("x"),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_what_the_engine_proposed_is_kept(library) -> None:
    first = block(library, "甲一甲二。")
    library.articles.edit(first.id, 2, 2, " ")
    for text, reads in (("甲一 甲二。", Reads.SPACE), ("甲一甲二。", Reads.JOIN)):
        seam = library.articles.seams(first.id)[0]
        assert library.articles.block(first.id).text == text
        assert (seam.reads, seam.proposal, seam.decider) == (reads, Reads.JOIN, "me")
        if reads is Reads.SPACE:
            library.articles.edit(first.id, 2, 3, "")
    library.articles.split(block(library, "乙一。").id, 1)
    point = library.articles.seams(block(library, "乙").id)[-1]
    assert (point.start, point.proposal, point.decider) == (point.end, None, "me")


def test_a_space_where_the_page_has_none_is_typed(library) -> None:
    """Found by the state machine: it once read from a point that could be struck away."""
    first = block(library, "乙一。")
    library.articles.edit(first.id, 1, 2, "")
    library.articles.split(first.id, 1)
    library.articles.join(first.id, reads=Reads.SPACE)
    assert library.articles.block(first.id).text == "乙 。"
    library.articles.edit(first.id, 0, 1, "")
    assert library.articles.block(first.id).text == " 。"
    library.articles.edit(first.id, 0, 2, "")
    assert library.articles.block(first.id).text == ""


def test_a_block_of_blanks_alone_is_not_split_off(library) -> None:
    first = block(library, "甲一甲二。")
    library.articles.edit(first.id, 2, 2, " ")
    library.articles.edit(first.id, 0, 2, "")
    assert library.articles.block(first.id).text == " 甲二。"
    with pytest.raises(UsageError):
        library.articles.split(first.id, 1)
    second = block(library, "甲三 四")
    library.articles.edit(second.id, 0, 2, "")
    with pytest.raises(UsageError):
        library.articles.split(second.id, 1)
