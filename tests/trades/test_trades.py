"""Pages of trade papers are sound, varied, and always the same."""

from collections import Counter

import pytest

from trades.trade_pages import KINDS, page


@pytest.mark.parametrize("kind", KINDS)
def test_pages_tell_the_truth(kind):
    for seed in range(40):
        made = page(kind, seed)
        assert made.faults() == []
        assert made.name == f"trade {kind} {seed}"
        assert {block.kind for block in made.blocks} & {"para", "caption"}


def test_a_seed_gives_the_same_page_always():
    assert page("torn", 3).raw == page("torn", 3).raw


def test_articles_with_a_kicker_or_subtitle_have_a_title_and_heads_come_first():
    for seed in range(60):
        articles = {}
        for block in page("hard", seed).blocks:
            if block.article >= 0:
                articles.setdefault(block.article, []).append(block.kind)
        for kinds in articles.values():
            if "kicker" in kinds or "subtitle" in kinds:
                assert kinds.count("title") == 1
            heads = [kind in {"kicker", "title", "subtitle", "byline"} for kind in kinds]
            assert heads == sorted(heads, reverse=True)


def test_long_paragraphs_seldom_come_twice():
    seen = Counter(
        block.text
        for seed in range(200)
        for block in page(KINDS[seed % 7], seed).blocks
        if block.kind == "para" and len(block.text) > 60
    )
    twice = sum(count for count in seen.values() if count > 1)
    assert twice <= 0.03 * sum(seen.values())
