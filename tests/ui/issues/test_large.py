"""A large library: its list is read beside the window, and what is listed stays until then."""

import threading

import pytest
from acting import FIRST, add, compose
from PySide6.QtCore import Qt
from seeing import dates

from reader.errors import DamagedLibraryError
from reader.model import IssueFacts, IssueSort
from reader.store.library import Library, Mode
from reader.store.listing import IssueLists
from reader.ui.issues import looking

pytestmark = pytest.mark.window


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Let every library be a large one; give what is to be read beside the window."""
    monkeypatch.setattr(looking, "MANY_ISSUES", 0)
    monkeypatch.setattr(looking, "FIRST", 1)
    return Gate(monkeypatch)


class Gate:
    """Stops the reading of whole lists until it is opened, and notes the threads that read."""

    def __init__(self, monkeypatch):
        self.open = threading.Event()
        self.open.set()
        self.reads = 0
        self.on_window = 0
        read = IssueLists.listed

        def listed(lists, *args, **facts):
            if facts.get("most") is None:
                self.reads += 1
                here = threading.current_thread() is threading.main_thread()
                self.on_window += here
                assert here or self.open.wait(20)
            return read(lists, *args, **facts)

        monkeypatch.setattr(IssueLists, "listed", listed)


def found(window, qtbot):
    qtbot.waitUntil(lambda: not window.issues.lists.looking.latest.busy)


def type_filter(window, press, words):
    press(window, "actionFilterLists")
    compose(window.focusWidget(), commit=words)
    window.issues.filtering.apply()


def test_the_first_rows_are_there_at_once_and_the_rest_comes(large, open_window, path, qtbot):
    large.open.clear()
    window = open_window(path)
    opened = window.article.article.id
    assert dates(window.issues) == ["2025-08"]
    large.open.set()
    found(window, qtbot)
    assert dates(window.issues) == ["2025-08", "2025-04"]
    assert window.article.article.id == opened
    assert window.issues.issue_list.current().date == "2025-08"
    assert window.issues.head.button.text() == "2 issues"
    assert not large.on_window


def test_a_filter_leaves_the_list_until_it_is_found(large, window, qtbot, press):
    found(window, qtbot)
    opened = window.article.article.id
    large.open.clear()
    type_filter(window, press, "四月")
    assert dates(window.issues) == ["2025-08", "2025-04"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)  # goes to a row that is not there yet
    large.open.set()
    found(window, qtbot)
    assert dates(window.issues) == ["2025-04"]
    assert window.issues.head.button.text() == "1 of 2 issues"
    assert window.article.article.id != opened
    assert window.article.article.row.title == "=四月的标题"
    assert not large.on_window


def test_words_that_are_typed_on_end_what_was_looked_for(large, window, qtbot, press):
    found(window, qtbot)
    large.open.clear()
    type_filter(window, press, "四月")
    window.issues.filtering.leave("第二篇")
    large.open.set()
    found(window, qtbot)
    assert dates(window.issues) == ["2025-08"]


def test_what_is_written_meanwhile_is_looked_for_once_more(large, window, qtbot, path):
    found(window, qtbot)
    large.open.clear()
    before = large.reads
    window.issues.lists.reload()
    qtbot.waitUntil(lambda: large.reads == before + 1)
    for number in range(3):
        with Library.open(path, Mode.WRITE) as other:
            add(other, FIRST + f"{number}", f"{number}.txt", IssueFacts("社区晨报", f"202{number}"))
        window.session.poll()
    large.open.set()
    qtbot.waitUntil(lambda: len(dates(window.issues)) == 5)
    found(window, qtbot)
    assert large.reads == before + 2


def test_an_order_of_a_library_that_is_closed_is_dropped(large, window, qtbot, tmp_path):
    found(window, qtbot)
    large.open.clear()
    window.issues.head.sorted_by.emit(IssueSort.OLDEST)
    window.open_library(tmp_path / "other.db")
    large.open.set()
    found(window, qtbot)
    assert dates(window.issues) == []
    assert window.issues.lists.whole == 0


def test_what_cannot_be_read_is_told(large, window, qtbot, monkeypatch):
    found(window, qtbot)

    def damaged(*_, **__):
        raise DamagedLibraryError("library.db")

    monkeypatch.setattr(IssueLists, "listed", damaged)
    window.issues.head.sorted_by.emit(IssueSort.OLDEST)
    qtbot.waitUntil(lambda: "damaged" in window.status.said.text().lower())
    assert dates(window.issues) == ["2025-08", "2025-04"]


@pytest.mark.parametrize("sort", [None, IssueSort.DOUBTS, IssueSort.PROGRESS])
def test_many_articles_are_filtered_and_counted_beside_the_window(
    large, window, qtbot, press, monkeypatch, sort
):
    monkeypatch.setattr(looking, "MANY_ISSUES", 5000)
    monkeypatch.setattr(looking, "MANY_ARTICLES", 0)
    found(window, qtbot)
    window.issues.head.sorted_by.emit(IssueSort.NEWEST)
    assert large.on_window == 1  # a short list is quickly read
    if sort is None:
        type_filter(window, press, "四月")
    else:
        window.issues.head.sorted_by.emit(sort)
    found(window, qtbot)
    assert large.on_window == 1
    assert large.reads == 3
