"""What a 导读 box says stands on other pages, held against the headlines of the issue."""

from dataclasses import replace

import pytest
from drafting import draft, marked, raw_file

from reader.drafts import PageIn, RawPage
from reader.model import IssueFacts, Kind, Whereabouts
from reader.store import guides
from reader.store.library import Library, Mode

FRONT = """#河畔报

#导读

#青禾镇早作

#准备保平安 P02

#老年食堂启用 P03

#老街夜市开张 P03

#龙舟赛周末开桨 P08

=头版标题

近日，头版正文。
"""
SECOND = "=青禾镇早作准备，确保平安度汛\n\n二版正文。\n\n=柳岸村老年食堂今日启用\n\n又一篇。\n"
THIRD = "=河堤修好了\n\n三版正文。\n"


def take(library, text, number):
    facts = IssueFacts("河畔报", "2025-08", True, None, number)
    page = marked(text)
    return library.issues.add(raw_file(page.text, f"{number}.txt"), [PageIn(page, facts)])


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        for number, text in enumerate((FRONT, SECOND, THIRD), 1):
            take(made, text, number)
        yield made


def told(library):
    (issue,) = library.issues.rows()
    return library.issues.guides.of_issue(issue.id)


def issue(library):
    return next(iter(library.issues.rows())).id


def article(library, title):
    return next(row.id for row in library.articles.rows() if title in row.title)


def test_each_entry_says_where_its_article_stands(library):
    assert [(p.at.text, p.named, p.found.where, p.headline) for p in told(library)] == [
        ("青禾镇早作■准备保平安", 2, Whereabouts.THERE, "=青禾镇早作准备，确保平安度汛"),
        ("老年食堂启用", 3, Whereabouts.ELSEWHERE, "=柳岸村老年食堂今日启用"),
        ("老街夜市开张", 3, Whereabouts.MISSING, ""),
        ("龙舟赛周末开桨", 8, Whereabouts.NO_PAGE, ""),
    ]
    assert [p.kept for p in told(library)] == [True, False, False, True]
    assert told(library)[1].found.page == 2
    assert told(library)[1].found.article == article(library, "食堂")


def test_an_entry_says_where_it_is_printed(library):
    first, second, *_ = told(library)
    assert (first.at.page, first.at.line, second.at.line) == (1, 5, 9)
    shown = marked(FRONT).text
    assert shown[first.at.start : first.at.end] == "■青禾镇早作\n\n■准备保平安 P02"
    assert first.at.article == article(library, "头版标题")
    assert first.id != second.id


def test_the_line_is_that_of_the_file(library):
    page, facts = marked(FRONT), IssueFacts("河畔报", "2025-09", True, None, 1)
    raw = raw_file("另一版\n" * 20 + "\f" + page.text, "two.txt")
    parts = (RawPage("另一版\n" * 20 + "\f"), RawPage(page.text, 1, 21))
    first = draft(parts[0].text)
    raw = replace(raw, pages=parts)
    added = library.issues.add(raw, [PageIn(first, facts), PageIn(page, facts)])
    assert [p.at.line for p in library.issues.guides.of_issue(added.issue)] == [25, 29, 31, 33]


def test_it_follows_what_is_corrected(library):
    library.articles.supply(article(library, "河堤"), Kind.SUBTITLE, "老街夜市今晚开张")
    assert told(library)[2].found.where is Whereabouts.THERE
    library.journal.undo()
    assert told(library)[2].found.where is Whereabouts.MISSING


def test_a_line_that_is_text_is_no_entry(library):
    line = next(a for a in library.issues.asides(issue(library)) if "夜市" in a.text)
    library.articles.kind(line.id, Kind.PARA)
    assert [p.at.text for p in told(library)] == ["青禾镇早作■准备保平安", "老年食堂启用"]


def test_a_head_that_is_text_heads_no_box(library):
    head = next(a for a in library.issues.asides(issue(library)) if "导读" in a.text)
    library.articles.kind(head.id, Kind.PARA)
    assert told(library) == []


def test_a_head_that_is_a_label_heads_one(library):
    head = next(a for a in library.issues.asides(issue(library)) if "导读" in a.text)
    library.articles.kind(head.id, Kind.SECTION)
    assert len(told(library)) == 4


def test_a_subhead_is_found_too(library):
    take(library, "=短讯集\n\n正文。\n\n龙舟赛本周末开桨\n\n正文。\n", 8)
    row = next(row for row in library.articles.rows() if "短讯" in row.title)
    block = library.articles.get(row.id).blocks[2]
    assert told(library)[3].found == (Whereabouts.MISSING, None, None)
    library.articles.kind(block.id, Kind.SUBHEAD)
    assert told(library)[3].found == (Whereabouts.THERE, row.id, 8)


def test_a_page_without_a_box_is_looked_through_once(library, monkeypatch):
    told(library)
    asked = []
    monkeypatch.setattr(guides, "may_hold", lambda text: asked.append(text) or True)
    told(library)
    assert len(asked) == 1


def test_what_is_withdrawn_has_none(library):
    which = issue(library)
    library.issues.withdraw([which])
    assert library.issues.guides.of_issue(which) == []
    assert library.issues.guides.of_issue("no such issue") == []


def test_a_library_that_is_only_read_can_be_asked(library):
    path = library.path
    with Library.open(path, Mode.READ) as reading:
        assert len(told(reading)) == 4


# --- lines that send to another page, and lines that take up there ------------------------------

SENDS = (
    "=长河工程开工\n\n昨天上午，长河工程开工，两岸的人早早站在堤上，看第一台机器下河。\n\n"
    "#（下转第2版）\n\n=无关\n\n别的事。\n"
)
TAKES = "#（上接第1版）\n\n长河工程的机器下河以后，两岸的人才散去。\n\n=二版自己的\n\n正文。\n"


@pytest.fixture
def bare(tmp_path):
    with Library.open(tmp_path / "bare.db", Mode.CREATE, actor="甲") as made:
        yield made


def sent(library, *pages):
    """Take pages in; give what is told of them in short."""
    for number, text in enumerate(pages, 1):
        if text:
            take(library, text, number)
    titles = {row.id: row.title for row in library.articles.rows()}
    return [
        (p.at.page, p.at.text, p.named, p.found.where, p.headline, titles.get(p.of), p.onward)
        for p in told(library)
    ]


def test_a_line_that_sends_is_paired_with_the_line_that_takes_up(bare):
    assert sent(bare, SENDS, TAKES) == [
        (
            1,
            "（下转第2版）",
            2,
            Whereabouts.THERE,
            "长河工程的机器下河以后，两岸的人才散去。",
            "=长河工程开工",
            True,
        )
    ]


def test_what_is_put_together_is_told_no_more(bare):
    sent(bare, SENDS, TAKES)
    (promise,) = told(bare)
    assert bare.issues.guides.continuing(promise.of) == [promise]
    assert bare.issues.guides.continuing(promise.found.article) == [promise]
    assert bare.issues.guides.continuing(article(bare, "无关")) == []
    bare.articles.merge([promise.of, promise.found.article])
    assert told(bare) == []
    bare.journal.undo()
    assert told(bare) == [promise]


def test_several_are_told_apart_by_their_words(bare):
    other = "\n\n=夜市开张\n\n老街的夜市昨晚开张，摊主说生意好得很。（下转第2版）\n"
    taken = (
        "#（上接第1版）\n\n夜市的摊主收摊时说，老街的生意还会更好。\n\n=隔\n\n隔开。\n\n=河堤的\n\n"
    )
    found = sent(bare, SENDS + other, taken + TAKES)
    assert [(one[4][:4], one[5]) for one in found] == [
        ("=河堤的", "=长河工程开工"),
        ("夜市的摊", "=夜市开张"),
    ]


def test_a_headline_said_again_takes_up_without_a_line(bare):
    found = sent(bare, SENDS, "=长河工程开工\n\n机器下河以后的事。\n")
    assert [(one[3], one[4]) for one in found] == [(Whereabouts.THERE, "=长河工程开工")]


def test_nobody_takes_it_up(bare):
    assert [one[3:5] for one in sent(bare, SENDS, "=别的\n\n正文。\n")] == [
        (Whereabouts.MISSING, "")
    ]


def test_the_page_is_not_here(bare):
    assert [one[3:5] for one in sent(bare, SENDS)] == [(Whereabouts.NO_PAGE, "")]


def test_nobody_sends_to_what_is_taken_up(bare):
    found = sent(bare, "=别的\n\n正文。\n", TAKES)
    assert found == [
        (
            2,
            "（上接第1版）",
            1,
            Whereabouts.MISSING,
            "",
            "长河工程的机器下河以后，两岸的人才散去。",
            False,
        )
    ]


def test_what_comes_from_a_page_that_is_not_here(bare):
    assert [one[3] for one in sent(bare, "", TAKES)] == [Whereabouts.NO_PAGE]


def test_a_line_before_all_text_sends_nobody(bare):
    found = sent(bare, "#（下转第2版）\n\n=题\n\n正文。\n", TAKES)
    assert [(one[3], one[5]) for one in found] == [
        (Whereabouts.MISSING, None),
        (Whereabouts.MISSING, "长河工程的机器下河以后，两岸的人才散去。"),
    ]


def test_what_stands_inside_another_article_is_not_taken_up(bare):
    found = sent(bare, SENDS, "=二版\n\n正文。\n\n" + TAKES)
    assert [(one[3], one[5]) for one in found] == [
        (Whereabouts.MISSING, "=长河工程开工"),
        (Whereabouts.MISSING, None),
    ]


# --- what it costs ------------------------------------------------------------------------------


def test_a_page_that_only_says_the_word_is_cut_into_lines_but_once(bare, monkeypatch):
    sent(bare, "=标题\n\n正文说到了目录一词，也转了弯。\n")
    seen, real = [], guides.split_lines
    monkeypatch.setattr(guides, "split_lines", lambda *a: seen.append(a) or real(*a))
    assert told(bare) == []
    assert seen == []


def test_an_article_without_stored_counts_breaks_nothing(bare):
    sent(bare, SENDS, TAKES)
    bare.connection.execute("DELETE FROM tally")
    assert [(p.headline, p.begun) for p in told(bare)] == [("", "")]


def test_what_an_issue_is_compared_by(bare):
    sent(bare, SENDS, TAKES)
    which = issue(bare)
    before = bare.issues.guides.state(which)
    take(bare, "=另一期\n\n正文。\n", 9)
    assert bare.issues.guides.state(which) != before  # it came into the same issue
    before = bare.issues.guides.state(which)
    page = bare.issues.pages(which)[0].id
    bare.issues.correct(which, {}, {page: 7})
    assert bare.issues.guides.state(which) != before
    before = bare.issues.guides.state(which)
    bare.articles.supply(article(bare, "无关"), Kind.SUBTITLE, "又")
    assert bare.issues.guides.state(which) != before
