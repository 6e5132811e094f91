import time
from collections import Counter

import pytest
from training.form import HEADS

from valleys import valley_pages
from valleys.valley_grammar import NEWS, kinds

SEEDS = range(24)


@pytest.fixture(scope="module")
def pages():
    return [valley_pages.page(kind, seed) for kind in valley_pages.KINDS for seed in SEEDS]


def test_pages_have_no_faults(pages):
    assert [(page.name, page.faults()[:2]) for page in pages if page.faults()] == []


def test_a_page_is_the_same_each_time():
    for kind in valley_pages.KINDS:
        first, second = valley_pages.page(kind, 7), valley_pages.page(kind, 7)
        assert (first.raw, first.blocks, first.cells) == (second.raw, second.blocks, second.cells)
        assert first.name == f"valley {kind} 7"


def test_no_brace_of_the_grammar_is_left(pages):
    assert [page.name for page in pages if any(mark in page.raw for mark in "{}#")] == []


def test_heads_stand_before_bodies_and_have_a_title(pages):
    for page in pages:
        bodies, kinds_of = set(), {}
        for block in page.blocks:
            kinds_of.setdefault(block.article, set()).add(block.kind)
            if block.article >= 0 and block.kind not in HEADS:
                bodies.add(block.article)
            elif block.article >= 0:
                assert block.article not in bodies, page.name
        for article, found in kinds_of.items():
            if article >= 0 and found & {"kicker", "subtitle"}:
                assert "title" in found, page.name


def test_sections_are_labels(pages):
    for page in pages:
        assert all(page.blocks[place].kind == "section" for place in page.sections.values()), (
            page.name
        )


def test_texts_seldom_occur_twice(pages):
    counts = Counter(
        b.text for page in pages for b in page.blocks if b.kind == "para" and len(b.text) > 60
    )
    twice = sum(count for count in counts.values() if count > 1)
    assert twice <= 0.03 * sum(counts.values())


def test_there_are_many_kinds_of_articles():
    assert sum(len(kinds(name)) for name in (*NEWS, "small")) >= 30


def test_a_page_is_made_fast():
    began = time.process_time()
    for seed in range(30):
        valley_pages.page("hard", 1000 + seed)
    assert time.process_time() - began < 30 * 0.04
