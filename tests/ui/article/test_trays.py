"""Trays: they lie on the right characters, and move with what is typed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Kind
from reader.store.phrases import Phrase, PhraseState
from reader.ui.article.sheet import Shown
from reader.ui.article.trays import Tray, moved, trays_of
from reader.ui.signs import Sign


def test_ranges_of_the_article_become_places_of_blocks():
    blocks = [
        Shown("a", Kind.TITLE, "一二"),
        Shown("b", Kind.PARA, ""),
        Shown("c", Kind.PARA, "三四五"),
    ]
    phrases = [
        Phrase("1", "甲", "二三", PhraseState.TORN, ((1, 2), (3, 4))),
        Phrase("2", "乙", "二·三", PhraseState.SAME, ((1, 5),)),
        Phrase("3", "乙", "无", PhraseState.GONE, ()),
    ]
    found = trays_of(phrases, blocks, {"甲": Sign(4)})
    assert [(t.index, t.start, t.end, t.tag, t.noted) for t in found] == [
        (0, 1, 2, "甲", True),
        (2, 0, 1, "甲", False),
        (0, 1, 2, "乙", True),
        (2, 0, 2, "乙", False),
    ]
    assert found[0].sign == Sign(4)
    assert found[2].sign == Sign(0)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_tray_stays_on_the_characters_it_lay_on(data):
    """Each character has a name of its own here, so that where it went can be looked up."""
    text = list(range(data.draw(st.integers(1, 12))))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    typed = data.draw(st.integers(0, 3))
    after = text[:low] + [-1] * typed + text[high:]
    other = Tray(1, start, end, "乙", Sign(0))
    found = moved([Tray(0, start, end, "甲", Sign(0)), other], 0, (low, high, typed))
    assert found[-1] == other
    kept = [c for c in text[start:end] if c in after]
    lies_on = [c for t in found[:-1] for c in after[t.start : t.end]]
    assert [c for c in lies_on if c >= 0] == kept
    assert all(0 <= t.start < t.end <= len(after) for t in found[:-1])
