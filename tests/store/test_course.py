"""Undo and redo to a point: the course through the tree of wishes."""

from __future__ import annotations

import pytest
from drafting import take_in
from dumping import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import DamagedLibraryError, NotFoundError, NothingToUndoError, ReadOnlyError
from reader.model import Status
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.course import Course, Steps


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        take_in(made, "=甲乙\n\n丙丁\n\n子丑")
        yield made


def article(library) -> str:
    return next(iter(library.articles.rows())).id


def some_wishes(library) -> None:
    """Do: tag, working, [back], first proof, another tag."""
    one = article(library)
    library.tags.add("天", [one])
    library.articles.set_status(Status.WORKING, [one])
    library.journal.undo()
    library.articles.set_status(Status.PROOFED1, [one])
    library.tags.add("地", [one])


def by_verb(library):
    return {(w.verb, w.detail.get("tag", "") or w.detail.get("status", "")): w.id
            for w in library.journal.history()}  # fmt: skip


def test_undo_back_to_a_wish_takes_back_all_after_it(library) -> None:
    some_wishes(library)
    ids = by_verb(library)
    changes = library.journal.go_to(ids["tag", "天"])
    assert changes.articles == {article(library)}
    now = library.articles.get(article(library))
    assert (now.tags, now.status) == (("天",), Status.NEW)
    undo, redo = library.journal.peek()
    assert undo.id == ids["tag", "天"]
    assert redo.id == ids["status", "proofed1"]
    library.journal.go_to(ids["tag", "地"])
    now = library.articles.get(article(library))
    assert (set(now.tags), now.status) == ({"天", "地"}, Status.PROOFED1)
    assert not check(library).faults


def test_what_was_left_aside_can_be_reached_again(library) -> None:
    some_wishes(library)
    ids = by_verb(library)
    library.journal.go_to(ids["status", "working"])
    now = library.articles.get(article(library))
    assert (now.tags, now.status) == (("天",), Status.WORKING)
    assert not check(library).faults
    library.journal.go_to(None)
    assert library.issues.rows() == []
    assert library.journal.head() is None


def test_what_cannot_be_gone_to_changes_nothing(library) -> None:
    some_wishes(library)
    before = dump(library)
    with pytest.raises(NothingToUndoError):
        library.journal.go_to(by_verb(library)["tag", "地"])
    with pytest.raises(NotFoundError):
        library.journal.go_to("no such wish")
    with Library.open(library.path) as reading, pytest.raises(ReadOnlyError):
        reading.journal.go_to(None)
    assert dump(library) == before


def test_a_step_that_fails_leaves_all_as_it_was(library) -> None:
    """Images that do not fit are damage; the steps before them are not kept either."""
    some_wishes(library)
    ids = by_verb(library)
    library.connection.execute(
        "UPDATE image SET before = json_set(before, '$.status', NULL)"
        " WHERE tab = 'article' AND wish = (SELECT key FROM wish WHERE id = ?)",
        (ids["status", "proofed1"],),
    )
    before, head = dump(library), library.journal.head()
    with pytest.raises(DamagedLibraryError):
        library.journal.go_to(ids["tag", "天"])
    assert dump(library) == before
    assert library.journal.head() == head
    assert not library.connection.in_transaction


def test_two_tags_that_changed_names_change_them_back(library) -> None:
    one = article(library)
    library.tags.add("天", [one])
    library.tags.add("地", [one])
    last = library.journal.history(limit=1)[0].id
    library.tags.rename("天", "人")
    library.tags.rename("地", "天")
    library.tags.rename("人", "地")
    after = library.journal.history(limit=1)[0].id
    swapped = dump(library)
    library.journal.go_to(last)
    library.journal.go_to(after)
    assert dump(library) == swapped


def test_the_course_knows_what_stands_and_counts_the_steps(library) -> None:
    some_wishes(library)
    course = library.journal.course()
    wishes = library.journal.wishes(course.keys, course)
    assert [w.done for w in wishes] == [w.done for w in reversed(library.journal.history())]
    assert list(map(course.steps_to, course.keys)) == [
        Steps(back=3), Steps(back=2), Steps(back=2, again=1), Steps(back=1), Steps()
    ]  # fmt: skip
    assert course.steps_to(None) == Steps(back=4)


def test_the_course_advances(library) -> None:
    course = library.journal.course(article(library))
    assert list(course.keys) == []
    some_wishes(library)
    course.advance()
    assert len(course.keys) == 4
    library.journal.undo()
    course.advance()
    assert len(course.keys) == 4
    assert not course.done(course.keys[-1])
    assert course.steps_to(course.keys[-1]) == Steps(again=1)
    empty = library.journal.course("none")
    assert list(empty.keys) == []


def test_a_wish_names_the_articles_it_reached(library) -> None:
    library.tags.add("天", [article(library)])
    wish = library.journal.history(limit=1)[0].id
    assert library.journal.articles_of(wish) == [article(library)]


TURNS = st.lists(st.integers(0, 9), min_size=3, max_size=18)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(TURNS, st.integers(0, 1 << 16))
def test_one_step_to_a_point_is_all_the_steps_to_it(tmp_path_factory, turns, chosen) -> None:
    path = tmp_path_factory.mktemp("course") / "library.db"
    with Library.open(path, Mode.CREATE, actor="甲") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        take_in(library, "=甲乙\n\n丙丁\n\n子丑")
        for turn in turns:
            do(library, turn)
        states = {library.journal.head(): dump(library)}
        course = library.journal.course()
        ways = {key: library.journal.wishes([key], course)[0].id for key in course.keys}
        target = list(course.keys)[chosen % len(course.keys)]
        here = library.journal.head()
        if target != here:
            library.journal.go_to(ways[target])
        reached = dump(library)
        assert library.journal.head() == target
        assert not check(library).faults
        if target != here:
            library.journal.go_to(ways[here]) if here else library.journal.go_to(None)
        assert dump(library) == states[here]
        walk(library, target)
        assert dump(library) == reached


def walk(library, target) -> None:
    """Come to a wish by steps of undo and, along youngest children, of redo."""
    course = library.journal.course()
    back, again = course.path_to(target)
    for _ in back:
        library.journal.undo()
    for key in again:
        library.journal.go_to(library.journal.wishes([key], course)[0].id)


def do(library, turn) -> None:
    one = [row.id for row in library.articles.rows()]
    if turn in (0, 1):
        (library.journal.undo if library.journal.head() else library.journal.redo)()
    elif (turn == 2 and library.journal.peek()[1]) or not one:
        library.journal.redo()
    elif turn in (3, 4):
        library.tags.add("天地"[turn - 3], one)
    elif turn in (5, 6):
        statuses = [Status.WORKING, Status.PROOFED1]
        library.articles.set_status(statuses[turn - 5], one)
    else:
        block = library.articles.get(one[0]).blocks[-1]
        if turn == 7 and len(block.text) > 1:
            library.articles.split(block.id, 1)
        else:
            library.articles.edit(block.id, 0, 1, "补")


class Interrupted:
    """A connection beside which another program writes after each thing that is read."""

    def __init__(self, connection, write):
        self._connection = connection
        self._write = write

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def execute(self, sql, values=()):
        found = self._connection.execute(sql, values)
        if sql.lstrip().startswith("SELECT"):
            rows = found.fetchall()
            self._write()
            return self._connection.execute(sql, values) if not rows else _Rows(rows)
        return found


class _Rows(list):
    def fetchone(self):
        return self[0]


def test_a_course_is_of_one_moment_whatever_others_write_meanwhile(library):
    some_wishes(library)
    one = article(library)
    with Library.open(library.path, Mode.WRITE, actor="乙") as other:

        def fork():
            other.journal.undo()
            other.tags.add("人", [one])

        course = Course(Interrupted(library.connection, fork))
        again = Course(library.connection)
    course = _settled(course, library)
    assert list(course.keys) == list(again.keys)
    assert course.head == again.head
    for key in again.keys:
        assert course.done(key) == again.done(key)
        assert course.steps_to(key) == again.steps_to(key)


def _settled(course, library):
    course._connection = library.connection
    course.advance()
    return course


@pytest.mark.parametrize(
    ("statement", "left"),
    [("parent = {head} WHERE key = 1", 1), ("parent = key WHERE key = {head}", None)],
)
def test_a_circle_of_wishes_ends_each_way(library, statement, left):
    some_wishes(library)
    journal = library.journal
    head = journal.head()
    library.connection.execute(f"UPDATE wish SET {statement.format(head=head)}")
    undo, redo = journal.peek()
    assert (undo.verb, redo) == ("tag", None)
    course = journal.course()
    assert course.done(head)
    assert course.torn in (1, head)
    assert "journal_tree" in {fault.code for fault in check(library).faults}
    with pytest.raises(DamagedLibraryError) as caught:
        journal.history()
    assert (caught.value.detail, caught.value.subject) == ("tree", str(library.path))
    with pytest.raises(DamagedLibraryError, match="tree"):
        journal.go_to(None)
    with pytest.raises(NothingToUndoError):
        journal.redo()
    while left and journal.head() != left:
        journal.undo()
    before = dump(library)
    with pytest.raises(DamagedLibraryError, match="tree"):
        journal.undo()
    assert journal.head() == (left or head)
    assert dump(library) == before


def test_samples_in_a_circle_are_not_looked_through_for_ever(library):
    library.connection.execute("""UPDATE wish SET parent = key, detail = '{"sample":true}'""")
    assert not library.journal.holds_only_samples()
