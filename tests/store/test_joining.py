"""What a join may make: kinds, supplied headings, blocks that a person wrote and emptied."""

import pytest
from drafting import take_in

from reader.errors import UsageError
from reader.model import Kind, Reads
from reader.store.check import check
from reader.store.library import Library, Mode

PAGE = "#报头\n\n=甲题\n\n甲一\n甲二。\n\n甲三\n\n=乙题\n\n乙一。\n\n#页脚\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        take_in(opened, PAGE)
        start = look(opened)
        yield opened
        assert check(opened).sound, check(opened).faults
        while opened.journal.peek()[0] is not None and opened.journal.peek()[0].verb != "import":
            opened.journal.undo()
        assert look(opened) == start
        assert check(opened).sound


def look(library):
    return [
        [(b.kind, b.text, b.supplied) for b in library.articles.get(row.id).blocks]
        for row in library.articles.rows()
    ]


def first(library):
    return next(library.articles.rows()).id


def ids(library, article=None):
    return [b.id for b in library.articles.get(article or first(library)).blocks]


def kinds(library):
    return [(b.kind, b.text) for b in library.articles.get(first(library)).blocks]


def supply(library, kind=Kind.KICKER, text="补"):
    (made,) = library.articles.supply(first(library), kind, text).made
    return made


def seams(library):
    return library.connection.execute(
        "SELECT source, start, end, reads, decider FROM seam ORDER BY source, start, end"
    ).fetchall()


TITLE, A, B = (Kind.TITLE, "=甲题"), (Kind.PARA, "甲一甲二。"), (Kind.PARA, "甲三")


# --- supplied headings --------------------------------------------------------------------


def test_text_of_the_page_never_becomes_part_of_what_was_supplied(library):
    made = supply(library)
    before = look(library)
    with pytest.raises(UsageError) as told:
        library.articles.join(made)
    assert (told.value.subject, told.value.detail) == ("join", "supplied")
    title = ids(library)[1]
    library.articles.edit(title, 0, 3, "")  # struck, it is of the page all the same
    with pytest.raises(UsageError):
        library.articles.join(made, title)
    library.journal.undo()
    assert look(library) == before


def test_what_was_supplied_may_become_part_of_the_page(library):
    supply(library, Kind.SUBTITLE, "补题")
    library.articles.join(ids(library)[0])
    assert kinds(library) == [(Kind.TITLE, "=甲题补题"), A, B]
    assert not library.articles.get(first(library)).blocks[0].supplied


def test_two_supplied_headings_are_one(library):
    made = supply(library)
    supply(library, Kind.KICKER, "拟")
    library.articles.join(made)
    assert look(library)[0][0] == (Kind.KICKER, "补拟", True)


def test_a_supplied_heading_that_is_split_is_supplied_in_both_halves(library):
    made = supply(library, text="补拟")
    library.articles.split(made, 1)
    assert look(library)[0][:2] == [(Kind.KICKER, "补", True), (Kind.KICKER, "拟", True)]
    library.articles.join(made)
    assert look(library)[0][0] == (Kind.KICKER, "补拟", True)


@pytest.mark.parametrize("way", ["join", "remove", "join with what stands before"])
def test_an_emptied_supplied_heading_is_taken_away(library, way):
    before, decided, title = look(library), seams(library), ids(library)[0]
    kind = Kind.SUBTITLE if way.startswith("join with") else Kind.KICKER
    made = supply(library, kind)
    library.articles.edit(made, 0, 1, "")
    if way == "join":
        library.articles.join(made)
    elif way == "remove":
        library.articles.remove(made)
    else:
        library.articles.join(title)
    assert look(library) == before
    assert ids(library)[0] == title
    assert seams(library) == decided  # nobody said anything of a line end
    assert not check(library).faults
    library.journal.undo()
    assert (kind, "", True) in look(library)[0]
    assert not check(library).faults
    library.journal.redo()
    assert look(library) == before


def test_only_what_a_person_wrote_and_emptied_can_be_removed(library):
    made = supply(library)
    with pytest.raises(UsageError) as told:
        library.articles.remove(made)
    assert told.value.detail == "read"
    title = ids(library)[1]
    library.articles.edit(title, 0, 3, "")
    with pytest.raises(UsageError) as told:
        library.articles.remove(title)
    assert told.value.detail == "read"
    for block in ids(library)[1:]:
        library.articles.kind(block, Kind.FURNITURE)
    library.articles.edit(made, 0, 1, "")
    with pytest.raises(UsageError) as told:
        library.articles.remove(made)
    assert told.value.detail == "alone"


def test_the_last_block_of_an_article_can_be_removed_too(library):
    (made,) = library.articles.write(ids(library)[-1], "末").made
    library.articles.edit(made, 0, 1, "")
    library.articles.remove(made)
    assert kinds(library) == [TITLE, A, B]
    library.articles.join(ids(library)[1])
    assert kinds(library) == [TITLE, (Kind.PARA, "甲一甲二。甲三")]


# --- kinds --------------------------------------------------------------------------------


def test_a_heading_takes_in_what_is_joined_to_it(library):
    library.articles.join(ids(library)[0])
    assert kinds(library) == [(Kind.TITLE, "=甲题甲一甲二。"), B]


def test_a_headline_is_not_lost_in_a_kicker(library):
    library.articles.kind(ids(library)[1], Kind.KICKER)
    assert kinds(library)[0][0] is Kind.KICKER
    library.articles.join(ids(library)[0])
    assert kinds(library)[0] == (Kind.TITLE, "甲一甲二。=甲题")


def test_what_can_be_read_says_the_kind(library):
    library.articles.edit(ids(library)[0], 0, 3, "")
    library.articles.join(ids(library)[0])
    assert kinds(library) == [A, B]
    library.journal.undo()
    library.journal.undo()
    library.articles.edit(ids(library)[1], 0, 5, "")
    library.articles.join(ids(library)[0])
    assert kinds(library) == [TITLE, B]


def test_a_paragraph_that_an_emptied_heading_becomes_stands_in_the_body(library):
    library.articles.kind(ids(library)[1], Kind.KICKER)
    library.articles.edit(ids(library)[0], 0, 5, "")
    library.articles.join(ids(library)[0], ids(library)[2])
    assert kinds(library) == [TITLE, B]


# --- erasing ------------------------------------------------------------------------------


def test_erasing_over_a_supplied_heading_keeps_what_is_left_of_it_apart(library):
    supply(library, text="补拟")
    kicker, title, one = ids(library)[:3]
    library.articles.erase([(kicker, 1, 2), (title, 0, 3), (one, 0, 2)])
    assert kinds(library) == [(Kind.KICKER, "补"), (Kind.PARA, "甲二。"), B]


def test_erasing_a_supplied_heading_whole_leaves_the_headline_one(library):
    made = supply(library)
    title = ids(library)[1]
    library.articles.erase([(made, 0, 1), (title, 0, 1)])
    assert kinds(library) == [(Kind.TITLE, "甲题"), A, B]


# --- paragraphs that the page has lost ----------------------------------------------------


def test_a_paragraph_is_written_behind_a_block_and_before_it(library):
    title, one, two = ids(library)
    library.articles.write(one, "后")
    library.articles.write(one, "前", before=True)
    library.articles.write(title, "首")
    library.articles.write(two, "末")
    said = [b.text for b in library.articles.get(first(library)).blocks]
    assert said == ["=甲题", "首", "前", "甲一甲二。", "后", "甲三", "末"]
    assert [b.supplied for b in library.articles.get(first(library)).blocks] == [False] * 7


def test_a_paragraph_before_a_heading_begins_the_body(library):
    library.articles.write(ids(library)[0], "首", before=True)
    assert kinds(library) == [TITLE, (Kind.PARA, "首"), A, B]


def test_beside_verse_it_is_verse(library):
    library.articles.kind(ids(library)[1], Kind.VERSE)
    library.articles.write(ids(library)[1], "上\n下")
    assert kinds(library)[2] == (Kind.VERSE, "上\n下")


def test_what_cannot_be_written(library):
    (masthead,) = library.connection.execute(
        "SELECT id FROM block WHERE kind = 'furniture'"
    ).fetchone()
    for beside, typed in ((ids(library)[1], " "), (ids(library)[1], "上\n下"), (masthead, "x")):
        with pytest.raises(UsageError):
            library.articles.write(beside, typed)


def test_typing_goes_on_with_the_wish_that_wrote_it(library):
    changes = library.articles.write(ids(library)[1], "写", begins=True)
    (made,) = changes.made
    again = library.articles.edit_all(made, [(1, 1, "下")], begins=True, onto=changes.wish)
    assert again.wish == changes.wish
    assert kinds(library)[2] == (Kind.PARA, "写下")
    library.journal.undo()
    assert kinds(library) == [TITLE, A, B]
    library.journal.redo()
    assert kinds(library)[2] == (Kind.PARA, "写下")


def test_a_paragraph_that_was_written_joins_like_any_other(library):
    (made,) = library.articles.write(ids(library)[1], "写").made
    library.articles.join(made, None, Reads.JOIN)
    assert kinds(library) == [TITLE, A, (Kind.PARA, "写甲三")]


# --- the page's lines become text ---------------------------------------------------------


def furniture(library, number):
    rows = library.connection.execute(
        "SELECT id FROM block WHERE kind = 'furniture' ORDER BY place"
    ).fetchall()
    return rows[number][0]


def test_furniture_goes_where_it_stands_or_where_it_is_put(library):
    here, there = (row.id for row in library.articles.rows())
    foot = furniture(library, 1)
    assert library.articles.nearest(foot) == there
    library.articles.kind(foot, Kind.PARA, to=here)
    assert kinds(library) == [TITLE, A, B, (Kind.PARA, "#页脚")]
    library.journal.undo()
    library.articles.kind(foot, Kind.PARA)
    assert look(library)[1][-1] == (Kind.PARA, "#页脚", False)


def test_furniture_before_all_is_the_head_of_the_article_named(library):
    here, there = (row.id for row in library.articles.rows())
    head = furniture(library, 0)
    assert library.articles.nearest(head) == here
    library.articles.kind(head, Kind.CAPTION, to=there)
    said = [(b.kind, b.text) for b in library.articles.get(there).blocks]
    assert said == [(Kind.TITLE, "=乙题"), (Kind.CAPTION, "#报头"), (Kind.PARA, "乙一。")]


def test_furniture_of_another_page_goes_to_the_end(tmp_path):
    with Library.open(tmp_path / "two.db", Mode.CREATE, actor="甲") as library:
        take_in(library, PAGE)
        take_in(library, "#别版\n\n=丙题\n\n丙一。\n", name="other.txt")
        other = next(
            b
            for (b,) in library.connection.execute("SELECT id FROM block WHERE page IS NOT NULL")
            if library.articles.block(b).text == "#别版"
        )
        library.articles.kind(other, Kind.PARA, to=first(library))
        assert kinds(library)[-1] == (Kind.PARA, "#别版")
        assert check(library).sound


def test_a_page_with_no_article_has_none_near(library):
    for row in list(library.articles.rows()):
        library.articles.to_furniture(row.id)
    assert library.articles.nearest(furniture(library, 0)) is None


def test_a_split_behind_what_is_taken_away_ends_no_block_any_more(library):
    title, one, two = ids(library)
    library.articles.edit(two, 0, 0, "又 ")
    library.articles.split(two, 2)
    typed, rest = ids(library)[2:]
    library.articles.move(rest, [row.id for row in library.articles.rows()][1])
    library.articles.erase([(one, 1, 5), (typed, 0, 2)])
    assert [s[3] for s in seams(library) if s[1] == s[2]] == []
    library.articles.edit(one, 0, 0, "旁")
    assert kinds(library) == [TITLE, (Kind.PARA, "旁甲")]
    assert check(library).sound, check(library).faults
    assert title == ids(library)[0]
