"""The second look is trained the same each time, on labels that tell where articles begin."""

from __future__ import annotations

import pytest
from training.form import HEADS
from training.generator import page
from training.second import examples, labels, mean_of, train_blocks

from reader.text.blocks import gather
from reader.text.faces import LABELS
from reader.text.field import trained
from reader.text.lines import split_lines
from reader.text.repair import read_lines


def read(made):
    """Give the labels of a page's blocks as the field reads them, and the blocks."""
    seen = read_lines(made.raw, split_lines(made.raw, 1), {}, trained())
    blocks = gather(seen.decode({}).path, seen.order)
    return labels(made, blocks, seen.units), blocks


@pytest.mark.parametrize("regime", ["hard", "long", "mixed"])
def test_no_more_headlines_begin_articles_than_there_are(regime):
    for seed in range(12):
        made = page(seed, regime)
        found, blocks = read(made)
        assert len(found) == len(blocks)
        assert set(found) <= set(LABELS)
        headed = {block.article for block in made.blocks if block.kind in HEADS}
        assert sum(label in ("n!", "b!") for label in found) <= len(headed)


def test_a_page_of_one_headed_article_begins_with_its_headline():
    made = next(
        one
        for one in map(page, range(200))
        if {block.article for block in one.blocks} == {0} and one.blocks[0].kind == "title"
    )
    found, _ = read(made)
    assert [label for label in found if label.endswith("!")] == ["n!"]


def test_the_same_pages_give_the_same_weights():
    made = [page(seed) for seed in range(8)]
    one, two = (train_blocks(made, trained()) for _ in range(2))
    assert one == two
    assert one["labels"] == list(LABELS)
    clues, wanted = next(examples(made, trained()))
    assert len(clues) == len(wanted)


def test_what_is_written_is_the_mean_of_the_shares():
    made = [page(seed) for seed in range(8)]
    parts = made[:4], made[4:]
    one, two = (train_blocks(part, trained()) for part in parts)
    both = mean_of([one, two])
    assert both["steps"] == [
        [round((a + b) / 2) for a, b in zip(*rows, strict=True)]
        for rows in zip(one["steps"], two["steps"], strict=True)
    ]
    for name, tables in both["groups"].items():
        for part, rows in tables.items():
            known = set(one["groups"][name][part]) | set(two["groups"][name][part])
            assert set(rows) <= known
    assert both["labels"] == list(LABELS)
