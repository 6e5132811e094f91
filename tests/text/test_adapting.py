"""What the engine learns from verdicts: measured, the same each time, and never against them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from islands import island_pages
from lessons import biased, lessons

from reader.model import Reads
from reader.text import adapting, learnt
from reader.text.adapting import NEEDED, Refusal, adapt
from reader.text.field import trained
from reader.text.lessons import Lesson, Page
from reader.text.plastic import SLOTS, ClueChange, plainest
from reader.text.repair import repair
from reader.text.states import STATES, State

TURNED = {Reads.JOIN: Reads.PARA, Reads.PARA: Reads.JOIN}


@pytest.fixture(scope="module")
def paper():
    return lessons(7, range(100, 103))


@pytest.fixture(scope="module")
def adapted(paper):
    return adapt(paper, trained())


def errors(tested, field) -> int:
    count = 0
    for lesson in tested:
        ends = {s.start for s in repair(lesson.text, field=field).seams if s.reads is Reads.PARA}
        count += sum((at in ends) != (fixed is Reads.PARA) for at, fixed in lesson.fixed.items())
    return count


@pytest.fixture(scope="module")
def worse():
    return biased()


@pytest.fixture(scope="module")
def taught(paper, worse):
    return adapt(paper, worse)


def test_too_few_verdicts_teach_nothing(paper):
    few = dict(sorted(paper[0].fixed.items())[: NEEDED - 1])
    found = adapt([replace(paper[0], fixed=few)], trained())
    assert (found.refusal, found.changes, found.verdicts) == (Refusal.FEW, None, len(few))
    assert adapt([], trained()).verdicts == 0


def test_what_is_learnt_is_the_same_each_time(paper, worse, taught):
    assert adapt(paper, worse) == taught


def test_a_fifth_is_held_out_by_its_place(paper, adapted):
    assert 0.1 < adapted.held / adapted.verdicts < 0.3
    again = adapt([replace(lesson, name=lesson.name + "x") for lesson in paper], trained())
    assert again.verdicts == adapted.verdicts
    assert again.held != adapted.held


def test_what_is_given_is_not_decided_more_wrongly(adapted):
    assert adapted.refusal in (None, Refusal.WORSE, Refusal.NOTHING)
    assert adapted.after <= adapted.before


def test_what_an_engine_does_not_know_it_learns(taught, worse):
    assert taught.refusal is None
    assert taught.held_before > taught.held_after
    assert taught.before > taught.after
    tested = lessons(7, range(200, 203))
    assert errors(tested, worse) > errors(tested, worse.changed(taught.changes))
    slots = {slot for mine in SLOTS.values() for slot in mine}
    assert slots >= {slot for change in taught.told for slot, _ in change.facts}


def test_verdicts_that_contradict_one_another_are_refused(paper):
    """The same lines, now so and now the other way: nothing can be learnt that is right."""
    turned = [
        replace(
            lesson, name=f"{lesson.name}t", fixed={a: TURNED[r] for a, r in lesson.fixed.items()}
        )
        for lesson in paper
    ]
    found = adapt([*paper, *turned], trained())
    assert (found.refusal, found.changes) == (Refusal.CONTRADICTS, None)
    assert found.after == found.before


def mistaken(lessons, share=0.03):
    """Give lessons in which a person was mistaken now and then."""
    dice = Random(1)
    return [
        replace(
            lesson,
            fixed={a: TURNED[r] if dice.random() < share else r for a, r in lesson.fixed.items()},
        )
        for lesson in lessons
    ]


def wrong(lessons, field, changes=None):
    """Give the verdicts that an engine by itself decides otherwise."""
    changed = field.changed(changes or {})
    return {
        (lesson.name, at)
        for lesson in lessons
        for page in [Page(lesson, changed)]
        for at in page.wrong(page.said, changed.steps, page.given.keys())
    }


def test_what_was_right_stays_right_though_some_verdicts_are_mistakes(paper):
    """More would be put right than broken: that is no reason to break any."""
    given, engine = mistaken(paper), biased(3.0)
    found = adapt(given, engine)
    assert (found.refusal, bool(found.changes)) == (None, True)
    before, after = wrong(given, engine), wrong(given, engine, found.changes)
    assert len(after) < len(before)
    assert not after - before


@pytest.mark.parametrize(
    ("before", "after", "refused"), [(1, 2, True), (2, 2, False), (2, 1, False)]
)
def test_what_does_worse_on_verdicts_held_out_is_refused(
    paper, worse, monkeypatch, before, after, refused
):
    """What does as well or better is not refused for that, whatever of the others is wrong."""
    monkeypatch.setattr(adapting, "STEPS", 2)
    plain = adapting._Adapting._wrong

    def told(self, weights, of):
        if of is adapting._held:
            return {(99, at) for at in range(after if weights else before)}
        return plain(self, weights, of)

    monkeypatch.setattr(adapting._Adapting, "_wrong", told)
    found = adapt(paper, worse)
    assert (found.held_before, found.held_after) == (before, after)
    assert (found.refusal is Refusal.WORSE) == refused
    assert (found.changes is None) == (found.refusal is not None)
    assert refused or found.changes


def test_a_column_moved_that_is_agreed_with_says_nothing_of_the_next_line():
    """It would teach that text goes on where the engine rightly sees that it breaks off."""
    text = island_pages.page("torn", 9168).raw
    moved = {seam.start for seam in repair(text).seams if seam.reasons[0].code == "moved"}
    assert len(moved) > 1
    page = Page(Lesson("a", text, dict.fromkeys(moved, Reads.JOIN)), trained())
    assert not page.wrong(page.said, trained().steps, page.given.keys())
    stays = Page(Lesson("a", text, dict.fromkeys(moved, Reads.PARA)), trained())
    assert len(stays.given) > len(page.given)


def test_where_the_verdicts_ask_for_nothing_nothing_is_learnt(paper, worse, monkeypatch):
    monkeypatch.setattr(adapting, "LEAST", 99.0)
    assert adapt(paper, worse).refusal is Refusal.NOTHING
    monkeypatch.setattr(adapting, "PACES", ())
    found = adapt(paper, worse)
    assert found.refusal is Refusal.NOTHING
    assert found.before == found.after > 0


def test_how_far_it_is_can_be_told(paper, worse):
    told = []
    adapt(paper[:1], worse, lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == list(range(5 * adapting.STEPS))


def test_lines_that_nobody_decided_are_held_to_what_was_thought(paper, monkeypatch):
    """People put right what is wrong; that is no reason to read the rest otherwise."""
    wrong = []
    for lesson in paper:
        reads = {seam.start: seam.reads for seam in repair(lesson.text).seams}
        mine = {
            at: fixed
            for at, fixed in lesson.fixed.items()
            if (reads.get(at, fixed) is Reads.PARA) != (fixed is Reads.PARA)
        }
        wrong.append(replace(lesson, fixed=mine))
    monkeypatch.setattr(adapting, "NEEDED", 1)
    found = adapt(wrong, trained())
    assert found.verdicts
    field = trained().changed(found.changes or {})
    tested = lessons(7, range(200, 203))
    assert errors(tested, field) <= errors(tested, trained()) + 3


def test_what_is_learnt_is_written_and_read_back(paper, taught):
    text = learnt.written(taught)
    assert learnt.fits(text)
    again = repair(paper[0].text, field=trained().changed(taught.changes))
    assert repair(paper[0].text, field=learnt.field_of(text)) == again
    assert len(text) < 60_000
    assert learnt.field_of(None) is trained()


def test_what_was_learnt_with_other_weights_is_passed_over(taught, monkeypatch):
    text = learnt.written(taught)
    monkeypatch.setattr(learnt, "base", lambda: "other")
    assert not learnt.fits(text)
    assert learnt.field_of(text) is trained()


def test_a_changed_field_is_a_copy_and_passes_over_what_it_does_not_know():
    more = [0.0] * len(STATES)
    more[State.FIRST] = 5.0
    known = trained()._tables
    kept = [[dict(table) for table in parts] for parts in known]
    field = trained().changed({("above", "2"): {("0",): more}, ("no such", "0"): {("0",): more}})
    assert [[dict(table) for table in parts] for parts in known] == kept
    assert field._tables != known
    assert field.steps is trained().steps


def test_of_clues_that_say_the_same_the_plainest_is_told():
    wide = ClueChange((("blanks", "0"), ("end", "s")), 0.5)
    plain = ClueChange((("blanks", "0"),), 0.5)
    other = ClueChange((("blanks", "1"),), -0.1)
    against = ClueChange((("blanks", "0"), ("start", "date")), -0.2)
    nothing = ClueChange((("start", "date"),), 0.0)
    told = plainest([wide, other, nothing, plain, against])
    assert told == (plain, against, other)
