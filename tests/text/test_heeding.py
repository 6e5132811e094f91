"""Words of an archive never win against what a person decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Reads
from reader.text import heeding, known, rough
from reader.text.field import trained
from reader.text.heeding import heed, parted
from reader.text.lessons import Lesson, Page
from reader.text.repair import read_lines, repair, split_lines

BODY = (
    "　　昨天上午十时，新桥正式通车，在彭\n浦的居民出行时间缩短了一半。\n"
    "　　桥长三百米，宽二十米，双向四个车\n道，两侧都有人行道。\n"
    "　　工程去年三月开工，今年六月完工，\n总投资两亿元。\n"
)


def ends(text: str) -> list[int]:
    """Give where the lines of a page end, but the last."""
    return [at for at, mark in enumerate(text[:-1]) if mark == "\n"]


def lesson(reads: dict[int, Reads], text: str = BODY) -> Lesson:
    """Decide some line ends of a page, by the number of the line above."""
    places = ends(text)
    return Lesson("page", text, {places[at]: how for at, how in reads.items()})


@pytest.mark.parametrize(
    ("reads", "left"),
    [
        ({0: Reads.JOIN}, ("彭浦", "车道")),
        ({0: Reads.PARA}, ("车道",)),
        ({0: Reads.LINE}, ("车道",)),
        ({0: Reads.SPACE}, ("车道",)),
        ({0: Reads.PARA, 2: Reads.SPACE}, ()),
        ({1: Reads.PARA}, ("彭浦", "车道")),
        ({}, ("彭浦", "车道")),
    ],
)
def test_a_word_inside_which_a_person_parted_lines_is_left_out(reads, left):
    found = heed(("彭浦", "车道"), [lesson(reads)], trained())
    assert (found.words, found.parted, found.refused) == (left, 2 - len(left), False)


def test_a_page_that_is_read_roughly_speaks_against_words_and_measures_none(monkeypatch):
    """A person parted lines there as on any page; what the field says of it was never shown."""
    reads = {0: Reads.PARA, **dict.fromkeys(range(1, 5), Reads.JOIN)}
    given = [replace(lesson(reads), name=str(number)) for number in range(9)]
    assert heed(("彭浦", "车道"), given, trained()).held
    monkeypatch.setattr(rough, "BEYOND", 0)
    found = heed(("彭浦", "车道"), given, trained())
    assert (found.words, found.parted, found.held, found.refused) == (("车道",), 1, 0, False)


def test_a_space_that_a_person_kept_parts_a_word_too():
    text = "彭 浦路\n"
    assert parted(Lesson("page", text, {1: Reads.SPACE})) == {"彭浦"}
    assert parted(Lesson("page", text, {1: Reads.JOIN})) == set()
    assert parted(Lesson("page", "\n彭浦\n", {0: Reads.PARA, 3: Reads.PARA})) == set()


def test_traditional_pages_part_words_as_they_are_seen():
    assert "灣镇" in parted(Lesson("page", "灣\n鎮", {1: Reads.PARA}))


def test_words_are_weighed_as_the_engine_weighs_them():
    field = trained().knowing(("彭浦",))
    page = Page(lesson({}), trained())
    marks = [(at + 1, known.GOING_ON, known.OWN) for at, p in enumerate(page.pairs) if p == "彭浦"]
    assert len(marks) == 1
    said = read_lines(BODY, split_lines(BODY), {}, field).said
    assert list(known.weighed(list(page.said), marks)) == list(said)
    assert list(said) != list(page.said)


def test_without_words_there_is_nothing_to_hear():
    assert heed((), [lesson({0: Reads.JOIN})], trained()).held == 0


def test_how_far_it_is_is_told():
    told = []
    lessons = [lesson({}), lesson({0: Reads.JOIN})]
    heed(("彭浦",), lessons, trained(), lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


@pytest.fixture
def strong(monkeypatch):
    """A word that weighs so much that its line end goes on whatever stands there."""
    monkeypatch.setattr(known, "OWN", 60.0)


TORN = BODY.replace("一半。", "一半")
ENDED = "半桥"
"""A page of which the first paragraph ends without a stop, and what stands on both sides there."""


def test_where_a_verdict_would_be_wrong_the_words_of_that_page_are_left_out(strong, monkeypatch):
    """Wherever on the page the verdict is, and though nobody parted the word."""
    monkeypatch.setattr(heeding, "parted", lambda _: set())
    verdict = _named(lesson({1: Reads.PARA}, TORN), held=False)
    heard = heeding._Heard(Page(verdict, trained()), trained())
    assert not heard.before
    assert heard.wrong({ENDED})
    assert heed((ENDED,), [verdict], trained()).words == ()
    assert heeding._harmless({ENDED, "车道", "工程"}, [heard]) == {"工程"}
    assert heeding._harmless({"工程"}, [heard]) == {"工程"}


def test_words_that_do_worse_on_verdicts_held_out_are_refused(strong, monkeypatch):
    verdict = lesson({1: Reads.PARA, 0: Reads.JOIN}, TORN)
    page = Page(verdict, trained())
    monkeypatch.setattr(heeding._Heard, "parted", lambda _: set())
    held = heed((ENDED,), [_named(verdict, held=True)], trained())
    assert page.given
    assert (held.refused, held.words, held.before, held.after) == (True, (), 0, 1)


def _named(verdict: Lesson, *, held: bool) -> Lesson:
    """Give a lesson under a name by which its verdict for a paragraph is held out, or is not."""
    for number in range(400):
        named = Lesson(str(number), verdict.text, verdict.fixed)
        page = Page(named, trained())
        if held == any(not page.given[at] for at in page.held):
            return named
    raise AssertionError


@pytest.mark.parametrize("reads", [Reads.PARA, Reads.JOIN])
def test_a_verdict_holds_whatever_the_words(strong, reads):
    for at in ends(BODY):
        draft = repair(
            BODY, fixed={at: reads}, field=trained().knowing(("彭浦", ENDED, "车道", "，总"))
        )
        found = {seam.start: seam for seam in draft.seams}
        assert (found[at].reads is Reads.PARA) == (reads is Reads.PARA)
        assert found[at].reasons[0].code == "person"


class Seen(str):
    """A text that counts how many of its characters are given out."""

    __slots__ = ()
    given = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        Seen.given += len(found)
        return found


def test_each_verdict_looks_at_two_characters() -> None:
    text = Seen("甲乙\n" * 1000)
    fixed = {3 * line + 2: Reads.PARA for line in range(999)}
    assert parted(Lesson("x", text, fixed)) == {"乙甲"}
    assert Seen.given == 2 * len(fixed)
