"""The pages are sound, the same each time, and not alike."""

from __future__ import annotations

from collections import Counter

import pytest

from islands.island_lines import NO_BEGIN, break_lines
from islands.island_pages import KINDS, page
from islands.island_words import Teller, spelled


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_faults(kind):
    for seed in range(12):
        made = page(kind, seed)
        assert made.faults() == []
        assert made.name == f"island {kind} {seed}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_the_same_each_time(kind):
    assert page(kind, 3).raw == page(kind, 3).raw
    assert page(kind, 3).raw != page(kind, 4).raw


def test_heads_have_a_title_and_labels_stand_before_their_articles():
    for seed in range(25):
        made = page("hard", seed)
        kinds = {}
        for block in made.blocks:
            kinds.setdefault(block.article, set()).add(block.kind)
        for article, found in kinds.items():
            if article >= 0 and found & {"kicker", "subtitle"}:
                assert "title" in found
        for article, label in made.sections.items():
            first = next(at for at, block in enumerate(made.blocks) if block.article == article)
            assert made.blocks[label].kind == "section"
            assert label < first


def test_long_paragraphs_are_seldom_the_same():
    found = Counter(
        block.text
        for at in range(200)
        for block in page(KINDS[at % len(KINDS)], at).blocks
        if block.kind == "para" and len(block.text) > 60
    )
    twice = sum(many for many in found.values() if many > 1)
    assert twice <= 0.03 * sum(found.values())


def test_lines_keep_the_rules_of_marks():
    text = "他说：“今年的收成好，《农家历书》也卖得快。”大家都笑了，笑得很开心（真的）。" * 3
    lines = break_lines(text, lambda _: 9, 2, "push")
    assert "".join(lines) == text
    assert all(line[0] not in NO_BEGIN and line[-1] not in "“（《" for line in lines)


def test_numbers_are_spelled():
    assert [spelled(number) for number in (7, 10, 23, 105, 3400)] == [
        "七", "十", "二十三", "一百零五", "三千四百",
    ]  # fmt: skip


def test_no_rule_is_left_unsaid():
    for seed in range(30):
        raw = page("hard", seed).raw
        assert not set("{}<>") & set(raw), raw
    assert Teller.__doc__
