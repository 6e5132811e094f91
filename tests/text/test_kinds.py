"""The second look: a short chain over blocks, and what it may change."""

from __future__ import annotations

import itertools
import math
import random
from types import SimpleNamespace

import pytest

from reader.model import Kind, Role
from reader.text import chain, facets, kinds
from reader.text.blocks import Block
from reader.text.faces import LABELS
from reader.text.field import Field, trained
from reader.text.repair import repair
from reader.text.scorer import SCALE, Blocks, Scorer

PAGE = (
    "青禾镇召开防汛工作会议\n\n"
    "4月14日，青禾镇召开防汛工作会议，部署今年的防汛工作，\n要求各村早作准备，把沙袋、水泵和\n"
    "手电筒都查一遍，把低处的老人先接出来。\n\n大家都说好。\n"
)


def told(**wanted):
    """Give the trained field with a second look that tells kinds by the kinds as read."""
    tables = [[{} for _ in parts] for parts in facets.PARTS]
    part = facets.GROUPS[0][1].index("0")
    for kind, label in wanted.items():
        tables[0][part][kind] = f"{LABELS.index(label)} {9 * SCALE}"
    steps = [[0.0] * len(LABELS) for _ in LABELS]
    return Field(trained()._tables, trained().steps, (), Blocks(Scorer(tables), chain.Steps(steps)))


def kinds_of(draft):
    return [block.kind.value for block in draft.blocks]


@pytest.mark.parametrize("seed", range(5))
def test_all_readings_counted_one_by_one(seed):
    dice = random.Random(seed)
    said = [[dice.uniform(-3, 3) for _ in range(3)] for _ in range(4)]
    steps = [[dice.uniform(-2, 2) for _ in range(3)] for _ in range(3)]
    weights = {}
    for path in itertools.product(range(3), repeat=4):
        score = sum(line[at] for line, at in zip(said, path, strict=True))
        score += sum(steps[a][b] for a, b in itertools.pairwise(path))
        weights[path] = math.exp(score)
    total = sum(weights.values())
    path, shares = chain.read(said, chain.Steps(steps))
    assert tuple(path) == max(weights, key=weights.__getitem__)
    for at, share in enumerate(shares):
        for label in range(3):
            there = sum(weight for path, weight in weights.items() if path[at] == label)
            assert share[label] == pytest.approx(there / total)


def test_a_chain_of_nothing_is_nothing():
    assert chain.read([], chain.Steps([[0.0]])) == ([], [])


def test_a_block_is_what_the_second_look_says():
    assert kinds_of(repair(PAGE, field=told(t="n!", p="p"))) == ["title", "para", "para"]
    assert kinds_of(repair(PAGE, field=told(t="u", p="p"))) == ["subhead", "para", "para"]
    assert kinds_of(repair(PAGE, field=told(t="n!", p="c"))) == ["title", "para", "caption"]


@pytest.mark.parametrize(("score", "wanted"), [(7.5, True), (5.5, False)])
def test_a_few_characters_above_a_headline_are_a_label_where_they_may_as_well_be(score, wanted):
    tables = [[{} for _ in parts] for parts in facets.PARTS]
    part = facets.GROUPS[0][1].index("0")
    for kind in "ktsl":
        row = (LABELS.index("n"), 9 * SCALE, LABELS.index("l"), round(score * SCALE))
        tables[0][part][kind] = " ".join(map(str, row))
    steps = [[0.0] * len(LABELS) for _ in LABELS]
    field = Field(
        trained()._tables, trained().steps, (), Blocks(Scorer(tables), chain.Steps(steps))
    )
    page = "巷口议事\n青禾镇召开防汛工作会议\n\n" + PAGE.split("\n\n", 1)[1]
    found = repair(page, field=field)
    assert (kinds_of(found)[0] == "section") is wanted


def test_roles_and_reasons_are_of_what_is_shown():
    plain, other = repair(PAGE, field=told(t="n!", p="p")), repair(PAGE, field=told(t="p", p="p"))
    assert plain.roles[0].role is Role.TITLE
    assert other.roles[0].role is Role.SINGLE
    assert [seam.reads for seam in plain.seams] == [seam.reads for seam in other.seams]
    codes = [
        {reason.code for seam in draft.seams for reason in seam.reasons} for draft in (plain, other)
    ]
    assert "headline" in codes[0]
    assert "headline" not in codes[1]


def test_a_headline_that_was_none_has_the_likeliest_role():
    heads = kinds_of(repair(PAGE, field=told(t="n!", p="n")))
    assert heads[1] == "para"
    assert heads[2] in ("kicker", "title", "subtitle")


def test_a_page_is_not_all_furniture():
    few = "大家都说好。\n"
    assert kinds_of(repair(few, field=told(p="f"))) == ["para"]


def test_the_second_look_parts_and_joins_nothing():
    for label in LABELS:
        draft = repair(PAGE, field=told(t=label, p=label))
        assert [seam.start for seam in draft.seams] == [seam.start for seam in repair(PAGE).seams]
        assert len(draft.blocks) == 3


PARA, SUB, TITLE = Kind.PARA, Kind.SUBHEAD, Kind.TITLE
MOULD = ("水清岸绿 唱响“晚渡曲”", "花红柳翠 画出“早春图”", "稻熟鱼肥 写下“丰收歌”")
OTHER = "沙洲镇新桥今日通车"


def series(*rows):
    """Give the places at which a headline is taken for a subhead; rows are of a kind and a text."""
    blocks = [Block(kind, [at]) for at, (kind, _) in enumerate(rows)]
    return kinds._of_series(blocks, [SimpleNamespace(text=text) for _, text in rows])


def spaced(*heads):
    """Put text above, below and between headlines."""
    return [row for head in heads for row in ((PARA, "大家都说好。"), head)] + [(PARA, "好。")]


def test_a_headline_in_the_mould_of_two_subheads_is_a_third():
    rows = spaced((SUB, MOULD[0]), (SUB, MOULD[1]), (TITLE, MOULD[2]))
    assert series(*rows) == [5]


def test_of_three_headlines_in_one_mould_the_first_may_tell_what_they_are():
    assert series(*spaced((SUB, MOULD[0]), (TITLE, MOULD[1]), (TITLE, MOULD[2]))) == [3, 5]
    assert series(*spaced((TITLE, MOULD[0]), (SUB, MOULD[1]), (TITLE, MOULD[2]))) == []


@pytest.mark.parametrize(
    "heads",
    [
        ((SUB, MOULD[0]), (TITLE, MOULD[1])),  # two are no series
        ((SUB, MOULD[0]), (SUB, MOULD[1]), (TITLE, OTHER)),
        ((SUB, MOULD[0]), (SUB, MOULD[1]), (TITLE, OTHER), (TITLE, MOULD[2])),  # another article
        ((SUB, OTHER), (SUB, OTHER[::-1]), (TITLE, OTHER)),  # no marks: no mould
    ],
)
def test_what_makes_no_series(heads):
    assert series(*spaced(*heads)) == []


def test_a_headline_beside_another_is_of_no_series():
    rows = [*spaced((SUB, MOULD[0]), (SUB, MOULD[1]))[:-1], (PARA, "好。"), (TITLE, MOULD[2])]
    assert series(*rows, (TITLE, OTHER), (PARA, "好。")) == []


def test_what_names_a_box_is_a_subhead_but_at_the_head_of_the_page():
    assert series(*spaced((TITLE, "【相关链接】"))) == [1]
    assert series((TITLE, "相关链接"), (PARA, "好。")) == []
