"""Names of topics as paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.topics import LEVELS, ancestors, below, leaf, levels, parent, root


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
        ("/".join("a" * 52), tuple("/".join("a" * n) for n in range(49, 0, -1)), "a/a/a", "a"),
    ],
)
def test_what_a_name_lies_under(name, above, called, top):
    assert ancestors(name) == above
    assert parent(name) == (above[0] if above else None)
    assert leaf(name) == called
    assert root(name) == top


names = st.text("a/0\u00e9\U0001f600", min_size=1, max_size=40)


@given(names, names)
def test_the_bounds_hold_just_what_lies_under(name, other):
    low, high = (bound.encode() for bound in below(name))
    assert levels(name) < LEVELS
    assert (low <= other.encode() < high) == (name in ancestors(other) or other == name + "/")


def test_nothing_lies_under_the_last_level():
    last = "/".join("a" * LEVELS)
    low, high = below(last)
    assert last not in ancestors(last + "/a")
    assert not low <= last + "/a" < high
    assert ancestors("/" * 1_000_000)[0] == "/" * (LEVELS - 1)  # and in no time
