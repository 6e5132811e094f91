"""How long the doubts may take: by the verdicts of today, told under the progress."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from reader.store.library import Library, Mode
from reader.store.stats import verdict_times
from reader.ui.issues.pace import ENOUGH, MOST, Pace, written

NOON = datetime(2025, 6, 10, 12, 0, tzinfo=UTC).astimezone()


def times(count, seconds, start=NOON):
    return [written(start + timedelta(seconds=n * seconds)) for n in range(count)]


def pace_of(told, now=NOON + timedelta(hours=1)):
    made = Pace(lambda: now)
    made.put(told)
    return made


def test_ten_verdicts_make_a_pace():
    assert pace_of(times(ENOUGH, 20)).seconds(30) == pytest.approx(600)
    assert pace_of(times(ENOUGH - 1, 20)).seconds(30) is None
    assert pace_of(times(ENOUGH, 20)).seconds(0) is None


def test_a_pause_is_no_work():
    told = times(10, 20) + times(10, 40, NOON + timedelta(hours=2))
    assert pace_of(told, NOON + timedelta(hours=3)).seconds(1) == pytest.approx(30)


def test_what_was_done_at_one_moment_has_no_pace():
    assert pace_of(times(20, 0)).seconds(5) is None
    assert pace_of(times(20, 3600), NOON + timedelta(days=1)).seconds(5) is None


def test_at_midnight_a_pace_begins_anew():
    made = pace_of(times(20, 20), NOON + timedelta(days=1))
    assert made.seconds(5) is None
    assert made.since() == written(NOON.replace(hour=0) + timedelta(days=1))


def test_a_verdict_that_is_known_is_not_counted_twice():
    made = pace_of(times(9, 10))
    made.add(times(9, 10)[-1])
    assert made.seconds(1) is None
    made.add(times(10, 10)[-1])
    assert made.seconds(1) == pytest.approx(10)


def test_the_last_verdicts_tell_the_pace():
    made = pace_of(times(MOST + 100, 1) + times(1, 1, NOON + timedelta(hours=1)))
    for at in times(MOST, 2, NOON + timedelta(hours=1, seconds=1)):
        made.add(at)
    assert made.seconds(1) == pytest.approx(2)


def test_only_verdicts_of_late_are_read(path):
    with Library.open(path, Mode.WRITE, actor="甲") as library:
        article = next(row for row in library.articles.rows() if row.doubts)
        block = next(b for b in library.articles.get(article.id).blocks
                     if library.articles.seams(b.id))  # fmt: skip
        seam = library.articles.seams(block.id)[0]
        library.articles.edit(block.id, 0, 1, "改")
        library.articles.accept(block.id, [(seam.source, seam.start, seam.end)])
        library.articles.split(block.id, 2)
        told = verdict_times(library, "2000")
        assert len(told) == 2
        assert told == sorted(told)
        assert verdict_times(library, told[1]) == told[1:]
        assert verdict_times(library, "9999") == []


def test_they_are_found_by_the_key_of_a_wish(path):
    with Library.open(path) as library:
        (plan,) = library.connection.execute(
            "EXPLAIN QUERY PLAN SELECT verb, at FROM wish WHERE at >= ?"
            " AND key > (SELECT coalesce(max(key), 0) FROM wish) - ? ORDER BY key",
            ("", 5),
        ).fetchall()[:1]
        assert "USING INTEGER PRIMARY KEY (rowid>?)" in plan[3]


# --- in the window ----------------------------------------------------------------------------


def told(window):
    return window.issues.progress._doubts.text()


@pytest.mark.window
@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "7 doubts"), (2, "about 1 min"), (361, "about 6 min"), (7199, "about 2 h"),
     (3.6e6, "about 1,000 h")],
)  # fmt: skip
def test_the_time_is_said_in_minutes_or_hours(window, seconds, said):
    window.issues.progress.show_counts(Counter(new=3), 7, seconds)
    assert said in told(window)
    assert told(window).startswith("7 doubts")
    assert ("pace" in told(window)) is (seconds is not None)


@pytest.mark.window
def test_after_ten_verdicts_the_time_is_told(window, press, qtbot):
    counting = window.issues.lists.counting
    qtbot.waitUntil(lambda: not counting.pending)
    assert "pace" not in told(window)
    counting.pace = pace_of(times(9, 1))  # on a day of its own, whatever day it is
    window.issues.issue_list.go(1, tell=True)
    window.article.edit.setFocus()
    press(window, "actionNextDoubt")
    press(window, "actionAcceptSeam")
    assert len(counting.pace._times) == 10
    assert counting.pace._times[-1] == datetime.fromisoformat(window.session.steps.undo.at)
    assert "about 1 min at today’s pace" in told(window)
    press(window, "actionUndo")
    press(window, "actionRedo")
    assert len(counting.pace._times) == 10


@pytest.mark.window
def test_what_is_no_verdict_is_none(window, press):
    before = len(window.issues.lists.counting.pace._times)
    press(window, "actionMarkProofread")
    assert len(window.issues.lists.counting.pace._times) == before


@pytest.mark.window
def test_what_was_decided_before_the_start_counts(open_window, path, qtbot, monkeypatch):
    monkeypatch.setattr(Pace, "since", lambda _: "2000-01-01T00:00:00.000Z")
    with Library.open(path, Mode.WRITE, actor="甲") as library:
        article = next(row for row in library.articles.rows() if row.doubts)
        block = library.articles.get(article.id).blocks[1]
        for _ in range(3):
            library.articles.split(block.id, 1)
            library.journal.undo()
    window = open_window(path)
    counting = window.issues.lists.counting
    qtbot.waitUntil(lambda: not counting.pending)
    assert len(counting.pace._times) == 3
