"""An article against what was received: the fate of every stretch."""

import random

import pytest
from drafting import draft, raw_file, take_in

from reader.drafts import Seam
from reader.errors import NotFoundError
from reader.model import Kind
from reader.store.against import Fate
from reader.store.library import Library, Mode

PAGE = "=标题\n\n为全面落实有关工 作部\n署，强化动态分析。\n\n第二段甲乙\n丙丁戊己。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        take_in(made, PAGE)
        yield made


def article_of(library):
    return library.articles.get(next(iter(library.articles.rows())).id)


def stretches(library, block):
    return library.articles.against_received(article_of(library).id)[block]


def fates(library, block):
    return [(s.text, s.fate) for s in stretches(library, block)]


def test_what_nobody_touched_is_kept_and_its_line_ends_are_told(library):
    block = article_of(library).blocks[1].id
    told = stretches(library, block)
    assert [(s.text, s.fate) for s in told] == [
        ("为全面落实有关工 作部", Fate.KEPT),
        ("", Fate.BROKEN),
        ("署，强化动态分析。", Fate.KEPT),
        ("", Fate.BROKEN),
    ]
    assert [s.seam.reads.value for s in told if s.seam] == ["join", "para"]
    assert told[1].at == len("为全面落实有关工 作部")


def test_what_a_person_typed_stands_beside_what_it_struck(library):
    block = article_of(library).blocks[2].id
    library.articles.edit(block, 3, 5, "庚辛壬")
    typed = [s for s in stretches(library, block) if s.fate is Fate.TYPED]
    struck = [s for s in stretches(library, block) if s.fate is Fate.STRUCK]
    assert [s.text for s in typed] == ["庚辛壬"]
    assert [s.text for s in struck] == ["甲乙"]
    assert typed[0].made.old == struck[0].made.old == "甲乙"
    assert (typed[0].made.by, typed[0].made.machine) == ("甲", False)


def test_what_was_typed_and_struck_again_was_never_received(library):
    block = article_of(library).blocks[2].id
    library.articles.edit(block, 3, 5, "庚辛")
    library.articles.edit(block, 4, 5, "")
    library.articles.edit(block, 3, 4, "壬")
    told = stretches(library, block)
    assert [s.text for s in told if s.fate is Fate.STRUCK] == ["甲乙"]
    assert [(s.text, s.made.old) for s in told if s.fate is Fate.TYPED] == [("壬", "庚")]


def test_a_line_end_in_struck_text_is_left_out(library):
    block = article_of(library).blocks[2].id
    library.articles.edit(block, 3, 7, "")
    struck = [s.text for s in stretches(library, block) if s.fate is Fate.STRUCK]
    assert "".join(struck) == "甲乙丙丁"


def test_spaces_that_the_engine_closed_up_are_told_apart_from_line_ends(tmp_path):
    text = "=标题\n\n二〇二五 年\n一月。\n"
    made = draft(text)
    inside = text.index(" ")
    seams = sorted(
        (*made.seams, Seam(inside, inside + 1, made.seams[1].reads.JOIN, 0.95)),
        key=lambda s: s.start,
    )
    page = type(made)(text, made.lines, made.blocks, made.articles, tuple(seams))
    from reader.drafts import PageIn
    from reader.model import IssueFacts

    with Library.open(tmp_path / "other.db", Mode.CREATE, actor="甲") as library:
        facts = IssueFacts("报", "2025", True, None, 1)
        library.issues.add(raw_file(text), [PageIn(page, facts)])
        block = article_of(library).blocks[1].id
        assert [s.fate for s in stretches(library, block)] == [
            Fate.KEPT, Fate.CLOSED, Fate.KEPT, Fate.BROKEN, Fate.KEPT, Fate.BROKEN,
        ]  # fmt: skip
        assert article_of(library).blocks[1].text == "二〇二五年一月。"


def test_a_space_that_a_person_takes_out_is_closed_up(library):
    block = article_of(library).blocks[1].id
    at = article_of(library).blocks[1].text.index(" ")
    library.articles.edit(block, at, at + 1, "")
    closed = [s for s in stretches(library, block) if s.fate is Fate.CLOSED]
    assert [(s.text, s.at) for s in closed] == [("", at)]
    assert all(s.made is None or not s.made.machine for s in closed)


def test_a_supplied_heading_was_not_received(library):
    article = article_of(library).id
    block = library.articles.supply(article, Kind.KICKER, "引题").made[0]
    assert fates(library, block) == [("引题", Fate.TYPED)]


def test_after_any_edits_what_is_read_and_what_was_received_are_both_whole(library):
    chance = random.Random(4)
    block = article_of(library).blocks[1].id
    received = "".join(s.text for s in stretches(library, block))
    for _ in range(40):
        text = library.articles.block(block).text
        low = chance.randrange(len(text) + 1)
        high = min(len(text), low + chance.randrange(4))
        library.articles.edit(block, low, high, chance.choice(["", "新", "新泾"]))
        told = stretches(library, block)
        now = library.articles.block(block).text
        assert "".join(s.text for s in told if s.fate is not Fate.STRUCK) == now
        assert all(now.startswith(s.text, s.at) for s in told if s.fate is not Fate.STRUCK)
        came = "".join(s.text for s in told if s.fate in (Fate.KEPT, Fate.STRUCK))
        assert came.replace(" ", "") == received.replace(" ", "")
    while library.journal.peek()[0].verb == "edit":
        library.journal.undo()
    assert "".join(s.text for s in stretches(library, block)) == received


def test_an_article_that_is_gone_is_not_found(library):
    with pytest.raises(NotFoundError):
        library.articles.against_received("gone")
