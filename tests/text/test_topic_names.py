"""Names of topics as paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.topics import ancestors, below, leaf, parent, root


@pytest.mark.parametrize(
    ("name", "above", "called", "top"),
    [
        ("经济", (), "经济", "经济"),
        ("经济/企业", ("经济",), "企业", "经济"),
        ("a/b/c", ("a/b", "a"), "c", "a"),
        ("/a", (), "/a", "/a"),
        ("a/", ("a",), "/", "a"),
        ("a//b", ("a/", "a"), "b", "a"),
        ("/", (), "/", "/"),
    ],
)
def test_what_a_name_lies_under(name, above, called, top):
    assert ancestors(name) == above
    assert parent(name) == (above[0] if above else None)
    assert leaf(name) == called
    assert root(name) == top


@given(st.text("a/0\u00e9\U0001f600", min_size=1), st.text("a/0\u00e9\U0001f600", min_size=1))
def test_the_bounds_hold_just_what_lies_under(name, other):
    low, high = (bound.encode() for bound in below(name))
    assert (low <= other.encode() < high) == (name in ancestors(other) or other == name + "/")
