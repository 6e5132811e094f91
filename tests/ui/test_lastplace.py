"""What is remembered from one start to the next, and that a broken memory is no trouble."""

import json
import stat
from dataclasses import replace

import pytest

from reader import places
from reader.model import ArticleSort, IssueSort
from reader.store.library import Library, Mode
from reader.ui import program, start, state
from reader.ui.lastplace import put_geometry
from reader.ui.state import Place, State
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


def test_a_state_comes_back_as_it_was_kept(home):
    assert state.load() == State()
    kept = State(
        "00ff",
        2,
        True,
        True,
        True,
        {"issues": 250},
        ("/a.db",),
        {"x": Place("y", "z", 3, 40)},
        (1, 3),
        {"issues": "newest"},
    )
    assert state.save(kept)
    assert state.load() == kept
    file = places.config_folder() / "window.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "null", "[" * 100_000, '{"zoom": "x", "recent": 3, "places": [], "widths": 1}',
     '{"zoom": true, "source": 1, "recent": [1, null], "places": {"a": 1, "b": {"article": 2}}}',
     '{"widths": {"issues": -1, "right": "x"}, "geometry": 5}'],
)  # fmt: skip
def test_a_broken_state_is_no_state(home, text):
    places.config_folder().mkdir(parents=True)
    (places.config_folder() / "window.json").write_text(f'{{"state": {text}}}', "utf-8")
    assert state.load() == State()


def test_what_fits_of_a_place_is_taken(home):
    places.config_folder().mkdir(parents=True)
    wrong = {"x": {"article": "a", "block": 3, "at": -1, "scroll": True}}
    large = {"y": {"article": "b", "block": "c", "at": 1 << 31, "scroll": 10**30}}
    stored = {"places": wrong | large, "widths": {"issues": 1 << 31, "right": 300}}
    (places.config_folder() / "window.json").write_text(json.dumps({"state": stored}), "utf-8")
    assert state.load().places == {"x": Place("a"), "y": Place("b", "c")}
    assert state.load().widths == {"right": 300}


def test_a_state_that_cannot_be_written_is_let_go(home):
    (home / "XDG_CONFIG_HOME").write_text("a file where a folder should be")
    assert not state.save(State())


def test_the_lists_do_not_grow_without_end(tmp_path):
    kept = State()
    for number in range(60):
        kept = kept.with_recent(tmp_path / str(number)).with_place(str(number), Place("a"))
    kept = kept.with_recent(tmp_path / "55")
    assert len(kept.recent) == state.RECENT
    assert kept.recent[:2] == (str(tmp_path / "55"), str(tmp_path / "59"))
    assert len(kept.places) == state.PLACES


def begun(qtbot, path):
    """Start as the program does."""
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    put_geometry(window)
    window.last_place.put_panes()
    window.show()
    window.open_library(path)
    return window


def test_the_next_start_is_where_the_last_one_ended(qtbot, dressed, path):
    first = begun(qtbot, path)
    first.resize(1000, 620)  # so wide that the issues can be made narrower
    first.issues.issue_list.go(1, tell=True)
    first.article.edit.set_caret(1, 3)
    first.wishes.zoom(2)
    here = first.article.article.id
    first.columns.unfold_issues()
    sizes = first.columns.sizes()
    sizes[0], sizes[3] = sizes[0] - 20, sizes[3] + 20
    first.columns.setSizes(sizes)
    first.columns._on_moved(0, 1)
    wide = first.columns.own_widths["issues"]
    first.resize(700, 620)
    first.beside.toggle_source()
    first.chronicle.toggle_journal()
    assert not first.beside.open  # there is no room for both
    first.close()

    second = begun(qtbot, path)
    assert second.article.article.id == here
    assert second.article.edit.caret() == (1, 3)
    assert second.issues.issue_list.current().id == second.article.article.issue
    assert second.wishes.zoomed == 2
    assert second.columns.wants_source
    assert not second.journal.isHidden()
    second.chronicle.toggle_journal()
    second.beside.toggle_source()
    assert second.beside.open
    assert second.columns.own_widths["issues"] == wide == 212
    assert second.size() == first.size()


def test_order_and_filter_of_the_lists_are_kept(qtbot, dressed, path):
    first = begun(qtbot, path)
    first.issues.head.sorted_by.emit(IssueSort.OLDEST)
    first.issues.contents_head.sorted_by.emit(ArticleSort.TITLE)
    first.issues.filtering.leave("四月")
    assert [row.date for row in first.issues.issues.facts] == ["2025-04"]
    first.close()

    second = begun(qtbot, path)
    assert second.issues.head.order is IssueSort.OLDEST
    assert second.issues.contents_head.order is ArticleSort.TITLE
    assert second.issues.filtering.field.text() == "四月"
    second.columns.unfold_issues()
    assert second.issues.filtering.field.isVisible()
    assert [row.date for row in second.issues.issues.facts] == ["2025-04"]
    second.issues.filtering.end()
    assert [row.date for row in second.issues.issues.facts] == ["2025-04", "2025-08"]
    second.close()

    third = begun(qtbot, path)
    assert third.issues.head.order is IssueSort.OLDEST
    assert not third.issues.filtering.field.isVisible()
    assert len(third.issues.issues.facts) == 2


def test_an_order_there_is_not_is_passed_over(qtbot, dressed, path):
    state.save(replace(state.load(), sorts={"issues": "upside down", "contents": "title"}))
    window = begun(qtbot, path)
    assert window.issues.head.order is IssueSort.NEWSPAPER
    assert window.issues.contents_head.order is ArticleSort.TITLE


def test_a_place_that_is_gone_is_passed_over(qtbot, dressed, path):
    first = begun(qtbot, path)
    here = first.article.article
    first.close()
    with Library.open(path, Mode.WRITE) as other:
        other.issues.withdraw([here.issue])
    second = begun(qtbot, path)
    assert second.article.article.id != here.id


def test_who_may_write_at_last_stays_where_they_are(window, open_window, path):
    second = open_window(path)
    second.wishes.next_article()
    here = second.article.article.id
    second.article.edit.set_caret(1, 2)
    window.session.close()
    second.session.poll()
    assert second.session.writable
    assert (second.article.article.id, second.article.edit.caret()) == (here, (1, 2))


def test_one_library_is_opened_where_none_is_named_whatever_was_open_last(home, path, monkeypatch):
    opened = []
    monkeypatch.setattr(program, "open_window", lambda path: opened.append(path) or 0)
    state.save(State(recent=(str(path),)))
    start.run()
    monkeypatch.setenv("JIAOKAN_LIBRARY", str(home / "named.db"))
    start.run()
    named = home / "named.db"
    monkeypatch.delenv("JIAOKAN_LIBRARY")
    assert opened == [places.default_library(), named]


def test_the_first_window_fits_the_screen(qtbot, dressed, path):
    window = begun(qtbot, path)
    room = window.screen().availableGeometry()
    assert window.height() <= room.height() - 40


def test_the_picture_and_the_line_under_the_lines_come_back(qtbot, dressed, path):
    first = begun(qtbot, path)
    first.resize(1500, 900)
    first.beside.toggle_picture()
    qtbot.wait(0)
    first.source.halves.moveSplitter(250, 1)
    lines, picture = first.source.halves.sizes()
    assert picture > lines > 0
    first.close()
    second = begun(qtbot, path)
    qtbot.waitUntil(second.source.picture.isVisible)
    assert second.actions_by_id["actionTogglePicture"].isChecked()
    there = second.source.halves.sizes()
    assert abs(there[0] / sum(there) - lines / (lines + picture)) < 0.02
    second.beside.toggle_picture()
    second.close()
    third = begun(qtbot, path)
    assert third.beside.open
    assert not third.source.shows_picture
    assert not third.actions_by_id["actionTogglePicture"].isChecked()


def test_a_picture_of_a_source_that_was_closed_waits_for_it(qtbot, dressed, path):
    first = begun(qtbot, path)
    first.beside.toggle_picture()
    first.beside.toggle_source()
    first.close()
    second = begun(qtbot, path)
    assert not second.beside.open
    second.beside.toggle_source()
    assert second.source.picture.isVisible()


def test_folded_topics_stay_folded_in_their_library(qtbot, dressed, path, tmp_path):
    with Library.open(path, Mode.WRITE) as library:
        for name in ("经济/企业", "经济/工业/钢铁", "社会/社区"):
            library.tags.add(name, [next(iter(library.articles.rows())).id])
    first = begun(qtbot, path)
    assert first.tags.list.folded() == ()
    first.tags.list.fold(("经济/工业", "社会", "没有"))
    first.close()
    Library.open(tmp_path / "other.db", Mode.CREATE).close()
    other = begun(qtbot, tmp_path / "other.db")
    other.close()
    second = begun(qtbot, path)
    assert set(second.tags.list.folded()) == {"经济/工业", "社会"}
    second.tags.list.expandAll()
    second.close()
    assert begun(qtbot, path).tags.list.folded() == ()
    assert state.load().folded == {}
