"""The reasons that are named are the strongest, whatever was asked for before."""

from __future__ import annotations

from reader.text import reasons
from reader.text.classes import Page
from reader.text.reasons import Seen

PAGE = Page("4", "0", "4", "0", "2")
ENDS = Seen("stop", "short", "indent", indented=False, blanks=1, starts="opener", opened=False,
            across=None)  # fmt: skip
GOES = Seen("open", "full", "full", indented=False, blanks=0, starts="nonstarter", opened=True,
            across="word")  # fmt: skip


def test_the_strongest_stand_first():
    assert reasons._codes(ENDS, PAGE, keeps=False) == ("blank", "short", "next_indent")
    assert reasons._codes(GOES, PAGE, keeps=True) == ("goes_on", "no_stop", "open_bracket")


def test_what_speaks_against_a_verdict_is_no_reason_for_it():
    assert reasons._codes(ENDS, PAGE, keeps=True) == ()
    assert reasons._codes(GOES, PAGE, keeps=False) == ()
    assert reasons._codes(ENDS, PAGE, keeps=False)


def test_pages_with_other_ways_have_other_reasons():
    other = Page("1", "1", "0", "0", "2")
    assert reasons._codes(ENDS, PAGE, keeps=False) != reasons._codes(ENDS, other, keeps=False)
