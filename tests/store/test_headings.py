"""Every verb keeps headings first, in the order of their kinds, and undo takes it back."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader import searching
from reader.model import Kind
from reader.store import Library, Mode
from reader.store.check import Fault, check
from reader.store.headings import merged, placed
from reader.store.manager import BlockRow

PAGE = "=题\n一\n\n二\n\n三"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        take_in(library, PAGE)
        library.index.catch_up()
        yield library
        assert check(library).faults == ()


def ids(library) -> list[str]:
    return [row.id for row in library.articles.rows()]


def texts(library, article: int = 0) -> str:
    return " ".join(b.text for b in library.articles.get(ids(library)[article]).blocks)


def kinds(library) -> str:
    blocks = (b for a in ids(library) for b in library.articles.get(a).blocks)
    return " ".join(f"{b.text} {b.kind}" for b in blocks)


def find(library, text: str) -> str:
    sql = "SELECT id FROM block ORDER BY key"
    blocks = [block for (block,) in library.connection.execute(sql)]
    return next(b for b in blocks if library.articles.block(b).text == text)


def say(library, wish: str) -> None:
    text, kind = wish.split()
    library.articles.kind(find(library, text), Kind(kind))


@pytest.mark.parametrize(
    ("wishes", "wanted"),
    [
        ("二 title", "=题 二 一 三"),
        ("二 kicker", "二 =题 一 三"),
        ("三 byline", "=题 三 一 二"),
        ("三 byline, 二 subtitle", "=题 二 三 一"),
        ("三 byline, 二 byline", "=题 二 三 一"),  # within one kind as on the page
        ("三 byline, 三 para", "=题 一 二 三"),  # back to where it stands on the page
        ("二 title, 二 verse", "=题 一 二 三"),
        ("=题 para", "=题 一 二 三"),
        ("=题 para, 一 title", "一 =题 二 三"),
        ("一 subtitle, =题 byline", "一 =题 二 三"),
        ("一 title, =题 subtitle, =题 title", "=题 一 二 三"),
        ("二 caption, 三 subhead", "=题 一 二 三"),
        ("三 furniture, 二 furniture, 三 byline, 二 para", "=题 三 一 二"),
        ("二 byline, 三 section, 三 para", "=题 二 一 三"),  # behind the byline in the source
        ("=题 furniture, 一 furniture, 一 para, =题 kicker", "=题 一 二 三"),
    ],
)
def test_a_block_takes_the_place_of_its_kind(library, wishes, wanted) -> None:
    states = [kinds(library)]
    for wish in wishes.split(", "):
        say(library, wish)
        states.append(kinds(library))
    assert texts(library) == wanted
    article = library.articles.get(ids(library)[0])
    assert article.text == wanted.replace(" ", "\n")
    (hit,) = searching.find(library, "三").hits
    assert hit.start == article.text.index("三")
    for state in reversed(states[:-1]):
        library.journal.undo()
        assert kinds(library) == state
    for state in states[1:]:
        library.journal.redo()
        assert kinds(library) == state


def test_a_supplied_heading_that_is_a_paragraph_is_the_first(library) -> None:
    """It has no place on a page, so it stays as near as it can to where it was read."""
    library.articles.supply(ids(library)[0], Kind.TITLE, "补")
    assert texts(library) == "=题 补 一 二 三"
    say(library, "补 para")
    assert texts(library) == "=题 补 一 二 三"
    say(library, "二 title")
    assert texts(library) == "=题 二 补 一 三"
    say(library, "补 title")
    assert texts(library) == "=题 二 补 一 三"
    say(library, "补 kicker")
    assert texts(library) == "补 =题 二 一 三"


@pytest.mark.parametrize(
    ("moved", "after", "wanted"),
    [
        ("一", None, "=题 署 一 二 三"),  # as it stands: nothing before it in the body
        ("二", None, "=题 署 二 一 三"),
        ("二", "=题", "=题 署 二 一 三"),
        ("一", "三", "=题 署 二 三 一"),
        ("=题", "二", "=题 署 一 二 三"),
        ("署", "三", "=题 署 一 二 三"),
        ("署", None, "=题 署 一 二 三"),
    ],
)
def test_a_block_is_moved_as_near_as_its_kind_allows(library, moved, after, wanted) -> None:
    library.articles.supply(ids(library)[0], Kind.BYLINE, "署")
    before = texts(library)
    anchor = None if after is None else find(library, after)
    changes = library.articles.move(find(library, moved), ids(library)[0], after=anchor)
    assert texts(library) == wanted
    assert (changes.wish is None) == (wanted == before)


def test_a_heading_is_moved_to_the_headings_of_another_article(library) -> None:
    take_in(library, "=乙题\n乙一\n\n乙二", name="b.txt")
    first, second = ids(library)
    library.articles.move(find(library, "=乙题"), first, after=find(library, "三"))
    assert texts(library) == "=题 =乙题 一 二 三"
    say(library, "=乙题 kicker")
    library.articles.move(find(library, "=题"), second)
    assert [texts(library), texts(library, 1)] == ["=乙题 一 二 三", "=题 乙一 乙二"]


@pytest.mark.parametrize(
    ("wishes", "order", "wanted"),
    [
        ("", "01", "=题 title 一 para 二 para 三 para =乙题 subhead 乙一 para 乙二 para"),
        ("", "10", "=乙题 title 乙一 para 乙二 para =题 subhead 一 para 二 para 三 para"),
        (
            "乙一 kicker, 乙二 byline",
            "01",
            "=题 title 一 para 二 para 三 para 乙一 subhead =乙题 subhead 乙二 para",
        ),
        (  # a headline that was torn from its text
            "一 byline, 二 byline, 三 byline, =乙题 subtitle",
            "01",
            "=题 title =乙题 subtitle 一 byline 二 byline 三 byline 乙一 para 乙二 para",
        ),
        (  # text that was torn from its headline
            "=题 para, =乙题 kicker",
            "01",
            "=乙题 kicker =题 para 一 para 二 para 三 para 乙一 para 乙二 para",
        ),
    ],
)
def test_the_headings_of_merged_articles(library, wishes, order, wanted) -> None:
    take_in(library, "=乙题\n乙一\n\n乙二", name="b.txt")
    for wish in filter(None, wishes.split(", ")):
        say(library, wish)
    before = kinds(library)
    both = ids(library)
    steps = len(library.journal.history())
    library.articles.merge([both[int(n)] for n in order])
    assert kinds(library) == wanted
    assert len(library.journal.history()) == steps + 1
    library.journal.undo()
    assert kinds(library) == before
    library.journal.redo()
    assert kinds(library) == wanted


def test_of_three_articles_one_headline_stays() -> None:
    def row(key: int, kind: Kind) -> BlockRow:
        return BlockRow(key, str(key), kind, 1, None, key, 0)

    title, para = Kind.TITLE, Kind.PARA
    parts = [[row(1, para)], [row(2, title)], [row(3, title), row(4, para)]]
    assert [(b.key, b.kind) for b in merged(parts)] == [
        (2, title),
        (1, para),
        (3, Kind.SUBHEAD),
        (4, para),
    ]
    assert [b.key for b in placed([row(1, para), row(2, title)], row(3, title), 7)] == [2, 3, 1]


def let_stand_in_the_body(library, heading: str, after: str) -> None:
    """Leave a heading where an earlier build left it."""
    with library.wish("test"):
        library.connection.execute(
            "UPDATE block SET place = 1 + (SELECT place FROM block WHERE id = ?) WHERE id = ?",
            (find(library, after), find(library, heading)),
        )


def test_a_library_of_an_earlier_build_is_told_and_healed_by_saying_a_kind(library) -> None:
    say(library, "三 byline")
    let_stand_in_the_body(library, "三", "二")
    let_stand_in_the_body(library, "=题", "三")
    assert texts(library) == "一 二 三 =题"
    told = Fault("head_order", f"article {ids(library)[0]}", {"block": find(library, "三")})
    assert check(library).faults == (told,)
    say(library, "三 byline")
    assert texts(library) == "=题 三 一 二"


def test_a_heading_that_stands_in_the_body_becomes_a_subhead_there(library) -> None:
    let_stand_in_the_body(library, "=题", "二")
    say(library, "=题 subhead")
    assert texts(library) == "一 二 =题 三"


def test_what_an_earlier_build_left_is_healed_by_any_move(library) -> None:
    let_stand_in_the_body(library, "=题", "二")
    library.articles.move(find(library, "一"), ids(library)[0], after=find(library, "三"))
    assert texts(library) == "=题 二 三 一"
