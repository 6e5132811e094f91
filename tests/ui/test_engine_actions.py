"""Running the engine again and letting it learn, from the menu: first told, then done."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.rerunning import Rerunning
from reader.text.adapting import Adapted, Refusal
from reader.ui import engine


def question(window) -> QMessageBox | None:
    return window.findChild(QMessageBox, "engineQuestion")


def start(window, qtbot, name: str) -> None:
    window.actions_by_id[name].trigger()
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    qtbot.wait(1)


def press(window, qtbot, at: int) -> None:
    box = question(window)
    button = box.buttons()[at]
    button.click()
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    qtbot.wait(1)


def test_running_again_is_asked_first_and_undone(window, qtbot):
    before = [row.title for row in window.session.library.articles.rows()]
    start(window, qtbot, "actionRerun")
    assert "Line ends that would read otherwise" in question(window).text()
    assert [row.title for row in window.session.library.articles.rows()] == before
    press(window, qtbot, 0)
    assert window.session.library.journal.history()[0].verb == "rerun"
    assert window.words.wish(window.session.library.journal.history()[0]) == "run the engine again"
    start(window, qtbot, "actionRerun")
    assert question(window) is None


def test_it_is_left_when_that_is_chosen(window, qtbot):
    start(window, qtbot, "actionRerun")
    press(window, qtbot, 1)
    assert all(wish.verb != "rerun" for wish in window.session.library.journal.history())


def test_with_few_verdicts_nothing_is_learnt(window, qtbot):
    told = []
    window.status.tell = told.append
    start(window, qtbot, "actionLearn")
    assert question(window) is None
    assert any("60 are needed" in one for one in told)


@pytest.mark.parametrize("refusal", list(Refusal))
def test_each_refusal_has_words(window, refusal):
    told = []
    window.status.tell = told.append
    holder = engine.Engine(window)
    holder._on_measured(Adapted(70, refusal=refusal))
    assert told[0]


def test_learning_tells_how_it_was_measured(window, qtbot, monkeypatch):
    found = Adapted(100, 20, 5, 3, 9, 2)
    monkeypatch.setattr(engine, "measure", lambda *_: found)
    monkeypatch.setattr(engine, "take", lambda *_: found)
    start(window, qtbot, "actionLearn")
    assert (
        "Of 20 that were held out, 5 were read wrongly before and 3 after"
        in question(window).text()
    )
    told = []
    window.status.tell = told.append
    press(window, qtbot, 0)
    assert told[-1].startswith("Learnt.")


def test_one_job_at_a_time_and_it_can_be_cancelled(window, monkeypatch):
    told = []
    window.status.tell = told.append
    holder = engine.Engine(window)
    holder._on_cancelled()
    holder._on_foreseen(Rerunning(3, ()))
    monkeypatch.setattr(type(window.session), "busy", property(lambda _: True))
    holder.rerun()
    holder.learn()
    assert told[0].startswith("Cancelled")
    assert told[1] == "Nothing would change."
    assert [one.startswith("A job is running") for one in told[2:]] == [True, True]


def test_the_works_of_the_jobs(path):
    from reader.store import Library, Mode

    done = []
    with Library.open(path, Mode.WRITE, actor="me") as library:
        report = lambda *told: done.append(told)  # noqa: E731 - as a job gives it
        assert engine.foresee(library, report).pages == engine.again(library, report).pages
        assert engine.measure(library, report).refusal is Refusal.FEW
        assert engine.take(library, report).refusal is Refusal.FEW
    assert done
