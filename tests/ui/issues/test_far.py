"""What is far away in a large library: the next doubt, and the issue into which another goes."""

import threading

import pytest
from acting import add, compose, dialog_of
from PySide6.QtCore import Qt

from reader.errors import DamagedLibraryError
from reader.model import IssueFacts
from reader.store.issues import Issues
from reader.store.library import Library, Mode
from reader.store.listing import IssueLists
from reader.ui.issues import looking, walking
from reader.ui.issues.choosing import ChooseIssue

pytestmark = pytest.mark.window
Key = Qt.Key
MONTHS = 24
SURE = "=标题\n\n第一段在此，\n有两行。\n"


@pytest.fixture
def far(open_window, tmp_path):
    """Open a library of two years, of which only the first and the last issue have doubts."""
    path = tmp_path / "far.db"
    with Library.open(path, Mode.CREATE) as library:
        for month in range(MONTHS):
            date = f"{2024 + month // 12}-{1 + month % 12:02}"
            sure = 0.5 if month in (0, MONTHS - 1) else 0.99
            facts = IssueFacts("社区晨报", date, True, None, 1)
            add(library, SURE + date + "\n", f"{date}.txt", facts, sure)
        library.index.catch_up()
    return open_window(path)


@pytest.fixture
def near(monkeypatch):
    """Let only the next two issues be asked one by one."""
    monkeypatch.setattr(walking, "_ASKED_NEAR", 2)


def date(window):
    return window.article.article.row.date


def to_the_end_of_doubts(window, press):
    """Go behind the last doubt of the article that is shown."""
    edit = window.article.edit
    edit.set_caret(len(edit.sheet.blocks) - 1, len(edit.sheet.blocks[-1].text))


def test_the_key_leads_over_all_issues_to_the_far_doubt_and_back(far, near, press, monkeypatch):
    asked = []
    with_articles = IssueLists.with_articles
    monkeypatch.setattr(
        IssueLists,
        "with_articles",
        lambda lists, keys, **facts: asked.extend(keys) or with_articles(lists, keys, **facts),
    )
    far.article.edit.setFocus()
    first = date(far)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    last = date(far)
    assert {first, last} == {"2024-01", "2025-12"}
    assert len(asked) == 2
    assert "On to" in far.status.said.text()
    far.article.edit.set_caret(0, 0)
    press(far, "actionPreviousDoubt")
    assert date(far) == first
    assert "Back to" in far.status.said.text()


def test_where_many_are_doubtful_a_job_looks(far, near, press, qtbot, monkeypatch):
    gate, threads = threading.Event(), []
    doubtful = IssueLists.doubtful

    def late(lists, *, most=None, heed=None):
        if most is None:
            threads.append(threading.current_thread())
            assert gate.wait(20)
        return doubtful(lists, most=most, heed=heed)

    monkeypatch.setattr(walking, "_FEW", 0)
    monkeypatch.setattr(IssueLists, "doubtful", late)
    first = date(far)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    assert far.status.said.text() == "Looking for the next doubt…"
    assert date(far) == first
    gate.set()
    qtbot.waitUntil(lambda: date(far) != first)
    assert threads
    assert threading.main_thread() not in threads
    assert "On to" in far.status.said.text()


def test_who_goes_elsewhere_meanwhile_stays_there(far, near, press, qtbot, monkeypatch):
    monkeypatch.setattr(walking, "_FEW", 0)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    press(far, "actionNextArticle")
    here = date(far)
    qtbot.waitUntil(lambda: not far.issues.walk.latest.busy)
    assert date(far) == here


def test_behind_the_last_doubt_a_job_finds_the_first_again(far, near, press, qtbot, monkeypatch):
    monkeypatch.setattr(walking, "_FEW", 0)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    qtbot.waitUntil(lambda: not far.issues.walk.latest.busy)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    qtbot.waitUntil(lambda: far.status.said.text().startswith("From the beginning again"))


def test_a_fault_while_looking_is_told(far, near, press, qtbot, monkeypatch):
    def damaged(*_, most=None, heed=None):
        if most is None:
            raise DamagedLibraryError("library.db")

    monkeypatch.setattr(IssueLists, "doubtful", damaged)
    to_the_end_of_doubts(far, press)
    press(far, "actionNextDoubt")
    qtbot.waitUntil(lambda: "damaged" in far.status.said.text())


# --- choosing an issue ------------------------------------------------------------------


def test_the_issues_to_choose_from_are_listed_by_a_job(far, press, qtbot, monkeypatch):
    gate, threads, near_of = threading.Event(), [], Issues.near

    def late(issues, *args, **facts):
        threads.append(threading.current_thread())
        assert gate.wait(20)
        return near_of(issues, *args, **facts)

    monkeypatch.setattr(looking, "MANY_ISSUES", 5)
    monkeypatch.setattr(Issues, "near", late)
    dialog = dialog_of(far, press, "actionMergeIssue", ChooseIssue)
    assert dialog.issues_wait.isVisible()
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.filter, Key.Key_Return)
    assert dialog.isVisible()
    gate.set()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert not dialog.issues_wait.isVisible()
    assert len(dialog.issues.keys) == MONTHS - 1
    compose(dialog.filter, commit="2024-07")
    qtbot.waitUntil(lambda: len(dialog.issues.keys) == 1)
    assert threading.main_thread() not in threads
    qtbot.keyClick(dialog.filter, Key.Key_Return)
    assert "2024" in far.status.said.text()
    qtbot.waitUntil(lambda: far.issues.lists.whole == MONTHS - 1)


def test_a_dialog_that_is_left_waits_for_nothing(far, press, qtbot, monkeypatch):
    monkeypatch.setattr(looking, "MANY_ISSUES", 5)
    dialog = dialog_of(far, press, "actionMergeIssue", ChooseIssue)
    qtbot.keyClick(dialog.filter, Key.Key_Escape)
    qtbot.waitUntil(lambda: not far.session.at_work)
    assert far.issues.lists.whole == MONTHS


def test_a_fault_while_listing_is_told(far, press, qtbot, monkeypatch):
    def damaged(*_, **__):
        raise DamagedLibraryError("library.db")

    monkeypatch.setattr(looking, "MANY_ISSUES", 5)
    monkeypatch.setattr(Issues, "near", damaged)
    dialog_of(far, press, "actionMergeIssue", ChooseIssue)
    qtbot.waitUntil(lambda: "damaged" in far.status.said.text())


def test_a_list_of_a_million_rows_is_no_taller_than_qt_allows(far, monkeypatch):
    header = far.issues.issue_list.verticalHeader()
    monkeypatch.setattr(header, "length", lambda: 46_000_000, raising=False)
    far.issues._say()
    assert far.issues.issue_list.maximumHeight() == (1 << 24) - 1
