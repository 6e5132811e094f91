from functools import cache

import pytest
from training.form import KINDS

from gazettes import gazette_articles, gazette_grammar
from gazettes import gazette_pages as pages
from gazettes.gazette_house import ODDITIES
from gazettes.gazette_marks import in_traditional


@cache
def many(kind, count):
    return [pages.page(kind, seed) for seed in range(count)]


@pytest.mark.parametrize("kind", pages.KINDS)
def test_a_seed_gives_the_same_page(kind):
    assert pages.page(kind, 5) == pages.page(kind, 5)
    assert pages.page(kind, 5).raw != pages.page(kind, 6).raw


@pytest.mark.parametrize("kind", pages.KINDS)
def test_pages_have_no_faults(kind):
    assert [made.name for made in many(kind, 30) if made.faults()] == []


def test_all_kinds_of_blocks_occur():
    found = {block.kind for made in many("mixed", 60) for block in made.blocks}
    assert found == set(KINDS)


def test_the_grammar_names_no_rule_that_is_not_there():
    assert gazette_grammar.unknown() == []


def test_there_are_many_kinds_of_articles():
    assert len(gazette_articles.KINDS) >= 30
    for kind in gazette_articles.KINDS:
        assert f"{kind}.文" in gazette_grammar.rules()
        assert f"{kind}.题" in gazette_grammar.rules()


def test_an_article_with_a_headline_has_a_title():
    for made in many("hard", 200):
        heads = {block.article for block in made.blocks if block.kind in {"kicker", "subtitle"}}
        titles = {block.article for block in made.blocks if block.kind == "title"}
        assert heads <= titles


@pytest.mark.parametrize("oddity", ODDITIES)
def test_each_oddity_is_drawn(oddity):
    drawn = [pages.house_of("hard", seed).odd for seed in range(200)]
    assert 2 <= sum(oddity in odd for odd in drawn) <= 60


def test_oddities_are_seen_on_pages():
    made = many("hard", 200)
    assert any(cell.again for page in made for cell in page.cells)
    assert any("下转" in block.text for page in made for block in page.blocks)
    assert any("上接" in block.text for page in made for block in page.blocks)
    assert any("產" in page.raw for page in made)
    assert any("," in block.text for page in made for block in page.blocks if block.kind == "para")
    assert sum(out_of_order(page) for page in made) > 4


def test_at_least_twenty_kinds_of_articles_stand_on_pages():
    kinds = {story.kind for seed in range(100) for story in pages.stories_of("hard", seed)}
    assert len(kinds) >= 30


def marked(oddity):
    return [made for seed, made in enumerate(many("hard", 200)) if oddity in odd_of(seed)]


def odd_of(seed):
    return pages.house_of("hard", seed).odd


def test_headlines_are_gathered_and_lost():
    assert sum(gathered(made) for made in marked("gathered")) >= 3
    lost = [made for made in marked("headless") if not_headed(made)]
    assert len(lost) >= 3


def test_characters_are_misread():
    misread = set("曰夭曱扒亍甩冶徙")
    assert any(misread & set(made.raw) for made in marked("slips"))


def gathered(page):
    """Say whether the titles of two articles stand above the bodies of both."""
    title, body = {}, {}
    for cell in page.cells:
        block = page.blocks[cell.block]
        if block.article >= 0 and block.kind in {"title", "para"}:
            (title if block.kind == "title" else body).setdefault(block.article, cell.start)
    return any(
        max(title[at], title[at + 1]) < min(body[at], body[at + 1])
        for at in title
        if at in body and at + 1 in title and at + 1 in body
    )


def not_headed(page):
    """Say whether an article of the page has no title."""
    articles = {block.article for block in page.blocks if block.article >= 0}
    return articles - {block.article for block in page.blocks if block.kind == "title"}


def out_of_order(page):
    """Say whether a later part of a block is printed before an earlier one."""
    seen = {}
    for cell in page.cells:
        if cell.order < seen.get(cell.block, 0):
            return True
        seen[cell.block] = cell.order
    return False


def test_most_paragraphs_are_not_seen_twice():
    texts = [
        block.text
        for made in many("hard", 200)
        for block in made.blocks
        if block.kind == "para" and len(block.text) > 60
    ]
    assert len(set(texts)) > 0.97 * len(texts)


def test_traditional_characters():
    assert in_traditional("干部开会后，余文新说：几亩地") == "幹部開會後，余文新說：幾畝地"


def test_no_line_begins_with_a_mark_that_may_not_begin_one():
    wrong = lines = 0
    for made in many("hard", 200):
        for cell in made.cells:
            if made.blocks[cell.block].kind == "para":
                lines += 1
                wrong += made.raw[cell.start] in "，。、；：？！”’）》」"
    assert wrong < lines / 1000
