"""Patterns of many words say first by which characters a word can begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import furniture


@pytest.mark.parametrize("begun", [furniture._PROMPT, furniture._IMPRINT, furniture._WEEK])
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_no_word_begins_otherwise(begun, data):
    words = begun.pattern.split(")", 1)[1]
    assert begun.search(data.draw(st.from_regex(words)))
