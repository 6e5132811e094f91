"""The pages of these papers are whole, varied, always the same, and quickly made."""

import time
from collections import Counter

import pytest

from campuses.campus_break import CLOSERS, OPENERS, Rule, breaking, ems
from campuses.campus_pages import KINDS, page
from campuses.campus_slips import _groups
from campuses.campus_text import TEXTS, numeral, rules, sorts


@pytest.fixture(scope="module")
def pages():
    return [page(kind, seed) for kind in KINDS for seed in range(30)]


def test_every_page_is_without_faults(pages):
    assert [fault for made in pages for fault in made.faults()] == []


def test_a_page_is_always_the_same():
    for kind in KINDS:
        assert page(kind, 7) == page(kind, 7)
        assert page(kind, 7).name == f"campus {kind} 7"


def test_pages_are_quickly_made():
    page("hard", 0)
    start = time.process_time()
    for seed in range(40):
        page(KINDS[seed % 7], seed)
    assert time.process_time() - start < 40 * 0.04


def test_long_paragraphs_hardly_come_twice(pages):
    counts = Counter(
        "".join(block.text.split())
        for made in pages
        for block in made.blocks
        if block.kind == "para" and len(block.text) > 60
    )
    again = sum(count - 1 for count in counts.values())
    assert again <= 0.03 * counts.total()


def test_heads_come_before_bodies_and_kickers_have_titles(pages):
    heads = ("kicker", "title", "subtitle", "byline")
    for made in pages:
        kinds: dict[int, list[str]] = {}
        for block in made.blocks:
            if block.article >= 0:
                kinds.setdefault(block.article, []).append(block.kind)
        for found in kinds.values():
            places = [at for at, kind in enumerate(found) if kind in heads]
            assert places == list(range(len(places)))
            if "kicker" in found or "subtitle" in found:
                assert "title" in found


def test_sections_are_labels(pages):
    for made in pages:
        assert all(made.blocks[label].kind == "section" for label in made.sections.values())


def test_no_slot_is_left_open(pages):
    assert not any("{" in made.raw or "}" in made.raw for made in pages)


def test_all_kinds_of_blocks_are_printed(pages):
    found = {block.kind for made in pages for block in made.blocks}
    assert {"section", "kicker", "subtitle", "byline", "subhead", "caption", "verse"} <= found


def test_lines_keep_the_rules_of_setting():
    import random

    text = "会上，《春风》的作者说：“共有1958人（其中女工230人）参加！”大家都笑了。" * 6
    for breaks in ("hang", "push", "mixed"):
        strips = breaking(text, lambda _: 11.0, Rule(breaks, True, random.Random(1)))
        assert "".join(strip.text for strip in strips) == text
        for strip in strips:
            assert strip.text[0] not in CLOSERS
            assert strip.text[-1] not in OPENERS
            assert ems(strip.text) <= 13


def test_texts_are_rich_and_numerals_right():
    assert sum(path.stat().st_size for path in TEXTS.glob("*.txt")) > 80_000
    assert len(sorts()) + 19 >= 30
    assert all(choice for choices in rules().values() for choice in choices)
    assert all(alike for alike in _groups().values())
    assert [numeral(number) for number in (7, 10, 18, 20, 105, 1958)] == [
        "七", "十", "十八", "二十", "一百零五", "一千九百五十八",
    ]  # fmt: skip
