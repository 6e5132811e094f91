"""Made pages are right in themselves, the same each time, and keep to their share of articles."""

import pytest
from training.generator import REGIMES, page
from training.stories import SHARES, articles


@pytest.mark.parametrize("regime", REGIMES)
def test_a_page_has_no_faults(regime: str) -> None:
    for seed in range(40):
        assert page(seed, regime).faults() == [], seed


def test_no_page_of_three_hundred_has_faults() -> None:
    assert [seed for seed in range(300) if page(seed, share="all").faults()] == []


def test_the_same_seed_makes_the_same_page() -> None:
    for seed in range(20):
        one, two = page(seed), page(seed)
        assert (one.raw, one.blocks, one.cells) == (two.raw, two.blocks, two.cells)


def test_no_article_is_in_two_shares() -> None:
    shares = [set(articles(share)) for share in SHARES if share != "all"]
    assert sum(map(len, shares)) == len(set().union(*shares)) == len(set(articles("all")))


def test_a_regime_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="upside"):
        page(1, "upside")
