"""What the second look sees of a short line: its last mark, who speaks, what stands round it."""

from __future__ import annotations

import pytest

from reader.model import Kind
from reader.text import faces, facets
from reader.text.blocks import Block
from reader.text.own import own_words
from reader.text.repair import seen
from reader.text.states import STATES, State

TEXT = "防汛堤坝今年汛期以前全部加固，三处险段打了木桩，沙袋码到一人多高，村里还备下了手电筒。"
LONG = TEXT + TEXT
MARK = [name for name, _ in facets.GROUPS].index("mark")
LAST, VOICE, ABOVE, KIND, ECHO, COMMAS, BELOW, SIZE, NAME, HEADLINE, TOP = range(11)


def told(line: str) -> facets.Clues:
    """Give what is told of a short line between a paragraph and a headline, each read so."""
    sights = seen(f"{LONG}\n{line}\n夜里有人守着\n{LONG}")
    kinds = [Kind.PARA, Kind.PARA, Kind.TITLE, Kind.PARA]
    states = [State.SINGLE, State.SINGLE, State.TITLE, State.SINGLE]
    shares = [[float(state is each) for each in STATES] for state in states]
    blocks = [Block(kind, [at]) for at, kind in enumerate(kinds)]
    shown = faces.Shown(sights, own_words(sights), shares)
    return [key[MARK] for key in facets.clues(blocks, faces.faces(blocks, shown), shown)]


@pytest.mark.parametrize(
    ("line", "last", "voice"),
    [
        ("旧房子归谁？", "?", "-"),
        ("记者：旧房子归谁？", "?", ":"),
        ("三、旧房子归谁？", "?", "n"),
        ("“旧房子”归谁？", "?", "q"),
        ("■旧房子归谁", "-", "m"),
        ("青禾镇水利站", "o", "-"),
        ("总第261期", "d", "-"),
        ("大家都说好。", ".", "-"),
        ("早些来吧！", "!", "-"),
        ("获奖名单：", ":", ":"),
        ("第四季度（二）", ")", "-"),
        ("尾号67", "9", "-"),
    ],
)
def test_how_a_short_line_ends_and_who_speaks(line, last, voice):
    found = told(line)[1]
    assert (found[LAST], found[VOICE]) == (last, voice)


def test_what_stands_round_a_short_line():
    found = told("水来了，人怎么办？")
    line, headline = found[1], found[2]
    assert line[ABOVE] == "P."
    assert line[KIND] == "p"
    assert line[COMMAS] == "1"
    assert line[BELOW] == "t"
    assert line[HEADLINE] > headline[HEADLINE]
    assert (line[TOP], headline[TOP]) == ("1", "2")


def test_a_long_block_is_not_asked():
    assert set(told("水来了，人怎么办？")[0]) == {"-"}
