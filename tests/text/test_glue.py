"""How two lines of one block read together: joined, with a space, or as lines."""

from __future__ import annotations

import pytest

from reader.model import Kind, Reads
from reader.text.blocks import glue
from reader.text.features import units_of
from reader.text.lines import split_lines


def glued(above, below, kind=Kind.PARA):
    text = f"{above}\n{below}"
    return glue(*units_of(text, split_lines(text, 1), ()), kind)


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.KICKER, Kind.SUBTITLE, Kind.SUBHEAD])
def test_the_halves_of_a_couplet_are_parted(kind):
    assert glued("凝心聚力开新局", "真抓实干惠万家", kind) is Reads.SPACE


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("江州市今年将完成三百部老旧住", "宅电梯加装并建立长效管理制度"),
        ("全区供水管网改造年内完", "成明年起实现分区计量管"),
        ("河东镇粮食总产量达到2", "6万吨居全县各乡镇首位"),
        ("凝心聚力开新局", "真抓实干惠全市万家"),
    ],
)
def test_a_headline_cut_inside_a_word_or_number_is_joined(above, below):
    assert glued(above, below, Kind.TITLE) is Reads.JOIN


@pytest.mark.parametrize("kind", [Kind.FURNITURE, Kind.SECTION, Kind.PARA])
def test_lines_as_long_as_each_other_are_no_couplet_outside_headlines(kind):
    assert glued("凝心聚力开新局", "真抓实干惠万家", kind) is Reads.JOIN


@pytest.mark.parametrize(("above", "below"), [("本报记者", "郑远"), ("记者 郑远", "通讯员 王秀")])
def test_who_wrote_an_article_is_named_in_words_of_their_own(above, below):
    assert glued(above, below, Kind.BYLINE) is Reads.SPACE


@pytest.mark.parametrize(
    ("above", "below", "reads"),
    [
        ("The new garden stands between two schools", "(see page four)", Reads.SPACE),
        ("The new garden is what a neighbour called", "“a piece of luck”", Reads.SPACE),
        ("The new garden is “a piece of luck”", "for both of them", Reads.SPACE),
        ("The new garden (see page four", ") is open", Reads.JOIN),
        ("The new garden stands between the schools", ", and is open", Reads.JOIN),
        ("The new garden (", "see page four) is open", Reads.JOIN),
        ("The new garden is “", "a piece of luck” for all", Reads.JOIN),
        ("The new garden is called “a piece of luck", "” by all", Reads.JOIN),
        ("The garden is well-", "known to all", Reads.JOIN),
        ("新花园在两所学校之间", "(见第四版)", Reads.JOIN),
        ("新花园是邻居说的", "“运气”", Reads.JOIN),
    ],
)
def test_latin_lines(above, below, reads):
    assert glued(above, below) is reads
