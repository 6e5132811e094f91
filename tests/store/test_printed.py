"""Where blocks stand in print: labels over the articles behind them, headlines inside a text."""

import pytest
from drafting import take_in

from reader.exporting import export
from reader.model import Kind, Status
from reader.store.check import check
from reader.store.library import Library, Mode

PAGE = (
    "=甲题\n\n甲文一。\n\n要闻\n\n=乙题\n\n乙文。\n\n=丙题\n\n丙文。\n\n#体育\n\n=丁题\n\n丁文。\n"
)
SWALLOWED = (
    "=甲题\n\n甲文一。\n\n甲文二。\n\n"
    "#乙题在此\n\n乙文一。\n\n乙文二。\n\n#页脚\n\n=丙题\n\n丙文。\n"
)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as opened:
        yield opened
        assert check(opened).sound


def block(library, text):
    row = library.connection.execute(
        "SELECT b.id FROM block b JOIN piece p ON p.block = b.key JOIN source s ON s.key = p.source"
        " WHERE trim(substr(s.text, p.start + 1, p.end - p.start), char(10)) = ?",
        (text,),
    ).fetchone()
    return row[0]


def sections(library):
    return [library.articles.get(row.id).section for row in library.articles.rows()]


def texts(library):
    return [
        [b.text for b in library.articles.get(row.id).blocks] for row in library.articles.rows()
    ]


def test_a_label_set_by_hand_stands_over_what_follows_up_to_the_next(library, tmp_path):
    take_in(library, PAGE)
    library.articles.kind(block(library, "#体育"), Kind.SECTION)
    assert sections(library) == [None, None, None, "#体育"]
    label = block(library, "要闻")
    changes = library.articles.kind(label, Kind.SECTION)
    assert sections(library) == [None, "要闻", "要闻", "#体育"]
    under = [row.id for row in library.articles.rows()][1:3]
    assert set(under) < set(changes.articles)
    for form in ("jsonl", "csv", "txt", "md"):
        export(library, format=form, out=tmp_path / f"out.{form}", articles=under)
        assert (tmp_path / f"out.{form}").read_text("utf-8").count("要闻") >= 2, form
    library.journal.undo()
    assert sections(library) == [None, None, None, "#体育"]
    library.journal.redo()
    assert sections(library) == [None, "要闻", "要闻", "#体育"]


def test_a_label_taken_back_leaves_its_articles_to_the_one_before(library):
    take_in(library, PAGE)
    first, second = block(library, "要闻"), block(library, "#体育")
    library.articles.kind(first, Kind.SECTION)
    assert sections(library) == [None, "要闻", "要闻", "要闻"]
    library.articles.kind(second, Kind.SECTION)
    library.articles.kind(second, Kind.FURNITURE)
    assert sections(library) == [None, "要闻", "要闻", "要闻"]
    library.articles.kind(first, Kind.PARA)
    assert sections(library) == [None] * 4
    assert texts(library)[0] == ["=甲题", "甲文一。", "要闻"]


def test_a_kicker_made_a_label_stands_over_its_own_article(library):
    take_in(library, "要闻\n\n题\n\n文。\n")
    head = block(library, "要闻")
    library.articles.kind(head, Kind.KICKER)
    library.articles.kind(head, Kind.SECTION)
    assert sections(library) == ["要闻"]


def test_a_supplied_heading_made_a_label_stands_from_its_article_on(library):
    take_in(library, PAGE)
    second = [row.id for row in library.articles.rows()][1]
    (made,) = library.articles.supply(second, Kind.KICKER, "要闻版").made
    library.articles.kind(made, Kind.SECTION)
    assert sections(library) == [None, "要闻版", "要闻版", "要闻版"]


def test_two_lines_of_a_label_become_one(library):
    take_in(library, "#要\n\n#闻\n\n=甲题\n\n甲文。\n")
    upper, lower = block(library, "#要"), block(library, "#闻")
    library.articles.kind(upper, Kind.SECTION)
    library.articles.kind(lower, Kind.SECTION)
    assert sections(library) == ["#闻"]
    library.articles.join(upper, lower)
    assert sections(library) == ["#要#闻"]


def test_a_label_joined_to_furniture_leaves_its_articles_to_the_one_before(library):
    take_in(library, "#要闻\n\n#杂项\n\n#体育\n\n=甲题\n\n甲文。\n")
    library.articles.kind(block(library, "#要闻"), Kind.SECTION)
    library.articles.kind(block(library, "#体育"), Kind.SECTION)
    assert sections(library) == ["#体育"]
    library.articles.join(block(library, "#杂项"), block(library, "#体育"))
    assert sections(library) == ["#要闻"]


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.KICKER])
def test_a_headline_inside_a_text_begins_an_article_where_it_stands(library, kind):
    take_in(library, SWALLOWED)
    before = texts(library)
    first = next(iter(library.articles.rows())).id
    library.tags.add("会议", [first])
    library.articles.set_status(Status.PROOFED1, [first])
    head = block(library, "#乙题在此")
    changes = library.articles.kind(head, kind)
    assert texts(library) == [
        ["=甲题", "甲文一。", "甲文二。"],
        ["#乙题在此", "乙文一。", "乙文二。"],
        ["=丙题", "丙文。"],
    ]
    one, two, _ = library.articles.rows()
    assert changes.made == (two.id,)
    assert library.articles.owner(head) == two.id
    assert (one.id, one.tags, two.tags) == (first, ("会议",), ("会议",))
    assert two.status is Status.NEW
    library.journal.undo()
    assert texts(library) == before
    assert library.articles.owner(head) is None
    library.journal.redo()
    assert len(texts(library)) == 3


def test_the_new_article_stands_under_the_label_before_it(library):
    take_in(library, SWALLOWED.replace("甲文二。", "#要闻"))
    label = block(library, "#要闻")
    library.articles.kind(label, Kind.SECTION)
    library.articles.kind(block(library, "#乙题在此"), Kind.TITLE)
    assert sections(library) == [None, "#要闻", "#要闻"]


def test_what_was_written_into_the_text_goes_with_what_it_follows(library):
    take_in(library, SWALLOWED)
    library.articles.write(block(library, "甲文二。"), "甲文三。")
    library.articles.write(block(library, "乙文一。"), "乙文半。")
    first = next(iter(library.articles.rows())).id
    library.articles.supply(first, Kind.BYLINE, "记者")
    library.articles.kind(block(library, "#乙题在此"), Kind.TITLE)
    assert texts(library)[:2] == [
        ["=甲题", "记者", "甲文一。", "甲文二。", "甲文三。"],
        ["#乙题在此", "乙文一。", "乙文半。", "乙文二。"],
    ]


def test_where_nothing_follows_or_it_is_told_where_it_goes_into_the_article(library):
    take_in(library, SWALLOWED)
    first = next(iter(library.articles.rows())).id
    foot, head = block(library, "#页脚"), block(library, "#乙题在此")
    assert library.articles.kind(foot, Kind.TITLE).made == ()
    assert texts(library)[0][:2] == ["=甲题", "#页脚"]
    library.journal.undo()
    assert library.articles.kind(head, Kind.TITLE, to=first).made == ()
    assert texts(library)[0][:2] == ["=甲题", "#乙题在此"]
    library.journal.undo()
    assert library.articles.kind(head, Kind.SUBHEAD).made == ()
    assert texts(library)[0][3] == "#乙题在此"


def test_before_all_text_it_is_a_headline_of_the_article(library):
    take_in(library, "=甲题\n\n#副题\n\n甲文一。\n\n甲文二。\n")
    assert library.articles.kind(block(library, "#副题"), Kind.TITLE).made == ()
    assert texts(library) == [["=甲题", "#副题", "甲文一。", "甲文二。"]]


def test_a_typed_line_of_the_page_stands_nowhere_in_a_text(library):
    take_in(library, "甲文一。\n\n甲文二。\n")
    (made,) = library.articles.write(block(library, "甲文一。"), "写入").made
    library.articles.kind(made, Kind.FURNITURE)
    assert library.articles.kind(made, Kind.TITLE).made == ()
    assert len(texts(library)) == 1
