"""The words of an archive's own: gathered from inside lines, the same in whatever order."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from reader import places
from reader.text import vocabulary
from reader.text.lexicon import common_words
from reader.text.vocabulary import Gathering, bond, surprise

PLAIN = (
    "今天大家都来看书写字说话唱歌跳舞做饭洗衣扫地养花种树钓鱼爬山骑车走路跑步游泳下棋画图听戏喝茶"
)


def filler(dice: Random, size: int = 300) -> str:
    """Give lines of characters that stand together by chance alone."""
    marks = [dice.choice(PLAIN) for _ in range(size)]
    return "\n".join("".join(marks[at : at + 15]) for at in range(0, size, 15))


def pages(*said: str, many: int = 6) -> list[str]:
    """Give pages of which each tells some of what is said, in a line of its own, and more."""
    dice = Random(3)
    return [
        "\n".join([filler(dice), *(one.replace("#", dice.choice(PLAIN)) for one in said)])
        for _ in range(many)
    ]


def words(texts) -> tuple[str, ...]:
    found = Gathering()
    for text in texts:
        found.page(text, [(0, len(text))])
    return found.words()


@pytest.mark.parametrize(
    ("said", "word", "there"),
    [
        ("#泾镇#", "泾镇", True),  # a name that no list has
        ("#\U00020001\U00020002#", "\U00020001\U00020002", True),  # rare characters
        ("#彭\x00浦镇#", "浦镇", True),  # what is beside a NUL
        ("#彭\x00浦镇#", "彭浦", False),
        ("#泾\n镇#", "泾镇", False),  # never across a line end
        ("#泾 镇#", "泾镇", False),
        ("#泾，镇#", "泾镇", False),
        ("#社区#", "社区", False),  # the general list has it
        ("#ab#", "ab", False),
        ("泾镇泾镇", "泾镇", False),  # a line that every page has
    ],
)
def test_which_pairs_are_words(said, word, there):
    assert (word in words(pages(said))) == there


def test_a_word_stands_on_several_pages():
    other = pages()
    for many in (1, vocabulary.FEWEST - 1, vocabulary.FEWEST):
        told = [
            "\n".join([page, *(f"{PLAIN[at * 9 + more]}泾镇走路" for more in range(9))])
            for at, page in enumerate(other[:many])
        ]
        assert ("泾镇" in words(told + other[many:])) == (many >= vocabulary.FEWEST)


def test_a_page_that_is_there_twice_counts_once():
    once = pages("#泾镇#", many=1)
    assert "泾镇" not in words(once * 9 + pages())


def test_what_stands_together_by_chance_is_no_word():
    assert not words(pages(many=40))


def test_pairs_of_frequent_characters_are_no_words():
    """They stand on all pages side by side, no more often than their characters would."""
    dice = Random(7)
    texts = ["\n".join("".join(dice.choices("的了一", k=15)) for _ in range(40)) for _ in range(9)]
    assert not words(texts)


@pytest.mark.parametrize(("name", "most"), [("BONDED", 99.0), ("SURPRISING", 1e9), ("FEWEST", 99)])
def test_each_measure_has_to_be_met(monkeypatch, name, most):
    said = pages("#泾镇#")
    assert words(said)
    monkeypatch.setattr(vocabulary, name, most)
    assert not words(said)


def test_traditional_pages_and_spaced_ones_are_read_as_the_engine_reads_them():
    traditional = pages("#灣鎮#這個說時國會來學們對")
    assert "灣镇" in words(traditional)  # 鎮 is one of the characters that the cues know
    apart = [" ".join(page).replace(" \n ", "\n") for page in pages("#泾镇#")]
    assert "泾镇" in words(apart)


def test_only_some_stretches_of_a_page_are_looked_at():
    found = Gathering()
    for text in pages("#泾镇#"):
        found.page(text, [(0, text.index("泾"))])
    assert "泾镇" not in found.words()


def test_no_more_than_enough_is_looked_at(monkeypatch):
    monkeypatch.setattr(vocabulary, "OF_A_PAGE", 50)
    monkeypatch.setattr(vocabulary, "ENOUGH", 120)
    found = Gathering()
    for text in pages("#泾镇#"):
        found.page(text, [(0, 30), (30, len(text))])
    assert found.characters == 6 * 50
    assert found.full
    assert not found.words()


def test_the_most_telling_are_kept(monkeypatch):
    said = pages("#泾镇#", "#泾镇走#", "#彭浦#")
    told = words(said)
    assert told[:2] == ("泾镇", "彭浦")
    monkeypatch.setattr(vocabulary, "MOST", 1)
    assert words(said) == told[:1]


def test_the_order_of_the_pages_does_not_matter():
    texts = pages("#泾镇#", "#彭浦#", "#庙行#")
    told = words(texts)
    Random(1).shuffle(texts)
    assert words(texts) == told
    assert {"泾镇", "彭浦", "庙行"} <= set(told)


def test_measures():
    """Ten of ten and ten in a hundred thousand; independence is nought."""
    assert bond(10, 10, 10, 100_000) == pytest.approx(13.29, abs=0.01)
    assert bond(1, 10, 10, 100) == pytest.approx(0)
    assert surprise(1, 10, 10, 100) == pytest.approx(0, abs=1e-9)
    # Dunning's table 1 and others: the ratio of a 2 x 2 table by its expected counts
    assert surprise(110, 2552, 221, 31777) == pytest.approx(270.7, abs=0.1)
    assert surprise(10, 10, 10, 1000) > surprise(5, 10, 10, 1000) > 20


def seeds() -> tuple[str, ...]:
    """Give the words of the five sample pages."""
    return words(path.read_text("utf-8") for path in sorted(places.seeds().glob("*.txt")))


def test_the_words_are_the_same_in_every_process():
    """Sets have another order in each."""
    here = seeds()
    for seed in ("0", "1", "2"):
        path = [entry for entry in sys.path if entry]
        code = (
            f"import sys; sys.path[:0] = {path!r}; import test_vocabulary as t; print(*t.seeds())"
        )
        told = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert tuple(told.stdout.split()) == here


def test_names_of_the_sample_pages_are_found():
    found = seeds()
    assert {"新泾", "泾镇", "长宁"} <= set(found)
    assert not common_words() & set(found)
