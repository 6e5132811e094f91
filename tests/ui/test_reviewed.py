"""What a reading of the window's code found: each is a case that went wrong once."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.model import Kind, Status
from reader.store.library import Library, Mode
from reader.store.suggest import Suggestion
from reader.store.tags import Tags
from reader.text import words
from reader.ui import line
from reader.ui.article.clip import BLOCKS, clip_of
from reader.ui.article.typed import Clip
from reader.ui.asked import Asked, Way
from reader.ui.dialogs.report import ReportDialog
from reader.ui.dialogs.taking import Import
from reader.ui.issues.choosing import ChooseIssue, ChooseWithdrawn
from reader.ui.line import Line
from reader.ui.rows import FACT
from reader.ui.search.facets import FacetRow
from reader.ui.words import Words

pytestmark = pytest.mark.window


@pytest.fixture
def find(qtbot):
    """Let something be looked for, and wait until all is counted."""

    def found(window, query):
        window.search_box.ask(query)
        qtbot.waitUntil(lambda: not window.search.searching)
        rows = window.search.facets.rows.facts
        return {(row.field, row.value): row for row in rows if row.value}

    return found


@pytest.mark.parametrize("asked", ["2025-01..2025-06", "2025..2025-06", "2024..2025", "2025..2025"])
def test_a_range_of_dates_is_no_value_that_is_counted(window, find, asked):
    rows = find(window, f"的 date:{asked}")
    assert {value for field, value in rows if field == "date"} == {"2025"}
    assert ("status", "new") in rows


def test_a_topic_with_two_dots_is_chosen_like_others(open_window, path, find):
    with Library.open(path, Mode.WRITE) as library:
        library.tags.add("一..二", [row.id for row in library.articles.rows()])
    assert find(open_window(path), "的 tag:一..二")["tag", "一..二"].picked == 1


@pytest.mark.parametrize(
    ("typed", "value", "way", "then"),
    [
        ("-tag:a|b", "a", Way.NOT, "-tag:b"),
        ("-tag:a|b", "a", Way.ONLY, "-tag:b tag:a"),
        ("x -tag:a|b y", "c", Way.NOT, "x -tag:a|b y -tag:c"),
        ("-tag:a|b", "a", Way.ALSO, "-tag:b tag:a"),
        ("tag:c -tag:a|b", "a", Way.ALSO, "tag:c|a -tag:b"),
        ("tag:c -tag:a|b", "c", Way.ALSO, "-tag:a|b"),
        ("tag:a tag:b", "b", Way.ALSO, "tag:a"),
        ("tag:a tag:b|c", "b", Way.ALSO, "tag:a tag:c"),
        ("tag:甲 tag:甲|乙", "甲", Way.ALSO, "tag:乙"),
    ],
)
def test_what_is_left_out_together_is_left_out_without_one(qapp, typed, value, way, then):
    assert Asked(Words()).toggled(typed, "tag", value, way) == then


def test_keys_that_wait_for_the_words_load_them_once(qtbot, qapp, monkeypatch):
    loads, there = [], threading.Event()

    def load():
        loads.append(1)
        there.wait(10)

    monkeypatch.setattr(words, "loaded", there.is_set)
    monkeypatch.setattr(words, "load_in_pieces", load)
    monkeypatch.setattr(line, "_REST_MS", 0)
    field = Line()
    qtbot.addWidget(field)
    field.setText("新泾镇召开会议")
    try:
        for _ in range(3):
            qtbot.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
            qtbot.wait(20)
        assert loads == [1]
    finally:
        there.set()
    qtbot.waitUntil(lambda: qapp.findChild(QObject, "loadWords") is None)


def test_blocks_that_another_program_made_up_are_but_text(qapp):
    data = QMimeData()
    data.setText("甲")
    data.setData(BLOCKS, b"[" * 100_000)
    assert clip_of(data) == Clip("甲")


@pytest.fixture
def proofed(window, press):
    """Give the first article its first proof, by the key."""
    window.article.edit.setFocus()
    press(window, "actionMarkProofread")
    return window


def to_a_border(window):
    window.article.edit.set_caret(2, 0)
    return "actionJoin"


def into_a_paragraph(window):
    window.article.edit.set_caret(1, 3)
    return "actionSplit"


@pytest.mark.parametrize("go", [to_a_border, into_a_paragraph])
def test_a_border_that_changes_after_the_proof_is_told(proofed, press, go):
    press(proofed, go(proofed))
    assert proofed.article.article.row.reworded
    assert proofed.status.said.text().startswith("The text has changed since its 1st proof.")


def test_typing_does_not_count_all_topics_of_the_library(window, qtbot, monkeypatch):
    _first, second = (row.id for row in window.session.library.articles.of_issue(
        window.article.article.issue
    ))  # fmt: skip
    for name in ("经济", "教育"):
        window.session.write(window.session.library.tags.add, name, [second])
    offering, article = window.tags.offering, window.article.article.id
    found = [Suggestion(n, 2.0, 2, known=True, words=((n, 7),)) for n in ("经济", "教育")]
    offering.asking.found.emit(article, found)
    assert [s.name for s in window.tags.suggestions.shown] == ["经济", "教育"]
    asked = []
    listed = Tags.list
    monkeypatch.setattr(Tags, "list", lambda tags, ids=None: asked.append(ids) or listed(tags, ids))
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "a")
    window.article.typing.flush()
    assert asked == []
    window.session.write(window.session.library.tags.delete, "经济")
    assert [s.name for s in window.tags.suggestions.shown] == ["教育"]
    window.session.undo()
    assert [s.name for s in window.tags.suggestions.shown] == ["经济", "教育"]
    with Library.open(window.session.library.path, Mode.WRITE) as library:
        library.tags.delete("教育")
    window.session.poll()
    assert [s.name for s in window.tags.suggestions.shown] == ["经济"]


@pytest.fixture
def untold(monkeypatch, open_window, path):
    """Let another program withdraw what is in view; the window has not been told of it yet."""
    monkeypatch.setattr("reader.ui.session.POLL_MS", 3_600_000)
    window = open_window(path)
    articles, article = window.session.library.articles, window.article.article
    window.session.write(articles.set_status, Status.WORKING, [article.id])
    window.article.edit.set_caret(1, 4)
    with Library.open(path, Mode.WRITE) as other:
        other.issues.withdraw([article.issue])
    return window, article


@pytest.mark.parametrize(
    "name", ["actionUndo", "actionDifferences", "actionLikeliestError", "actionNewArticle"]
)
def test_what_another_program_withdrew_breaks_no_action(untold, name):
    window, article = untold
    window.actions_by_id[name].trigger()
    assert not window.article.faces.differing
    window.session.poll()
    shown = window.article.article
    assert (shown is not None and shown.id == article.id) is (name == "actionUndo")


def furniture_of(window):
    (aside,) = window.session.library.issues.asides(window.article.article.issue)
    return aside.id


@pytest.fixture
def aside(monkeypatch, open_window, path):
    """Give a line of furniture of an issue that another program has withdrawn a moment ago."""
    monkeypatch.setattr("reader.ui.session.POLL_MS", 3_600_000)
    window = open_window(path)
    line, article = furniture_of(window), window.article.article
    with Library.open(path, Mode.WRITE) as other:
        other.issues.withdraw([article.issue])
    return window, line


def test_a_line_of_what_was_withdrawn_is_offered_to_no_article(aside):
    window, line = aside
    window.beside.reclaiming.offer(line, QPoint(0, 0))
    assert window.findChild(QMenu, "textMenu") is None


@pytest.mark.parametrize("kind", [Kind.PARA, Kind.TITLE])
def test_a_line_of_what_was_withdrawn_becomes_text_where_it_is(aside, kind):
    window, line = aside
    window.beside.reclaiming.make(line, kind, None)
    assert window.session.library.articles.block(line).kind is kind
    window.session.poll()
    assert window.session.undo() is not None


def test_a_paragraph_is_written_though_all_was_withdrawn(untold, qtbot):
    window, article = untold
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([row.id for row in other.issues.rows()])
    window.article.edit.set_caret(1, len(window.article.edit.sheet.blocks[1].text))
    window.verbs.split()
    qtbot.keyClicks(window.article.edit, "a")
    assert window.article.article is None
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.bring_back([article.issue])
        assert "a" in [block.text for block in other.articles.get(article.id).blocks]


def test_the_choice_of_what_was_withdrawn_says_why_nothing_can_be_chosen(window, qtbot):
    issues = window.session.library.issues
    window.session.write(issues.withdraw, issues.samples())
    window.filing.bring_back()
    dialog = window.findChild(ChooseWithdrawn)
    assert dialog.go.isEnabled()
    dialog.filter.setText("无此期")
    assert not dialog.go.isEnabled()
    assert "no issue fits" in dialog.go.toolTip()
    dialog.filter.clear()
    assert (dialog.go.isEnabled(), dialog.go.toolTip()) == (True, "")
    dialog.reject()


def test_the_report_stays_where_one_reads_when_nothing_was_refused(window, tmp_path, qtbot):
    for number in range(60):
        page = f"=第{number}篇\n\n正文{number}共有\n两行。\n"
        (tmp_path / f"{number:02}.txt").write_text(page, "utf-8")
    asked = Import([tmp_path / f"{number:02}.txt" for number in range(60)])
    report = ReportDialog(window.words, window.colours, asked, window)
    going = threading.Event()
    job = window.session.job(lambda *given: (asked(*given), going.wait(60))[0], writes=True)
    report.follow(job)
    report.show()
    window.session.start(job)
    qtbot.waitUntil(lambda: report.rows.rowCount() == 60, timeout=60_000)
    report.table.selectRow(50)
    top = report.table.rowAt(0)
    going.set()
    qtbot.waitUntil(lambda: report.ended, timeout=60_000)
    assert (report.table.currentIndex().row(), report.table.rowAt(0)) == (50, top)


def test_a_facet_that_came_under_the_mouse_is_not_picked(window, qtbot, find):
    find(window, "的")
    facets, asked = window.search.facets, []
    facets.picked.connect(lambda *picked: asked.append(picked[:2]))
    view, rows = facets.list, facets.rows
    place = view.visualRect(rows.index(rows.row_of("date:2025"), 0)).center()
    known = list(rows.facts)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rows.put([known[0], *(FacetRow("issue", name, name, 1) for name in "甲乙"), *known[1:]])
    view.set_heights()
    assert view.indexAt(place).data(FACT).field == "issue"
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == []
    rows.put(known)
    view.set_heights()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("date", "2025")]


@pytest.fixture
def merging(open_window, path, tmp_path):
    """Ask into which topic one is merged, and type the beginning of another."""
    with Library.open(path, Mode.WRITE) as library:
        for name in ("经济", "教育"):
            library.tags.add(name, [row.id for row in library.articles.rows()][:1])
        library.backups.copy_to(tmp_path / "copy.db", lambda *_: None)
    window = open_window(path)
    window.tags.list.merge_wished.emit(window.tags.list.in_order()[0])
    window.tags.input.setText("教")
    assert window.tags.entering.merging
    return window


def test_what_was_typed_to_merge_is_no_topic_for_another_article(merging, press):
    press(merging, "actionNextArticle")
    assert (merging.tags.entering.merging, merging.tags.input.text()) == (False, "")


def test_what_was_typed_to_merge_is_not_for_another_library(merging, path):
    merging.libraries.switch(path.with_name("copy.db"))
    assert (merging.tags.entering.merging, merging.tags.input.text()) == (False, "")


def test_what_is_typed_for_the_article_stays_while_one_looks_at_another(merging, press):
    merging.tags.entering.ask()
    merging.tags.input.setText("教")
    press(merging, "actionNextArticle")
    assert merging.tags.input.text() == "教"


def test_a_choice_of_issues_goes_with_the_library(window, qtbot):
    window.arranging.merge_issue()
    dialog = window.findChild(ChooseIssue)
    assert dialog.isVisible()
    window.session.close()
    assert not dialog.isVisible()
