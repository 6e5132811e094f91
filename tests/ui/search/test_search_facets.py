"""Facets, the text that is searched, and kept searches, by real keys and clicks."""

import pytest
from acting import add, search_ended
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from reader import searching
from reader.model import IssueFacts, Status
from reader.store.facets import facets_of
from reader.store.library import Library, Mode
from reader.text.query import In
from reader.ui.asked import Asked, Way
from reader.ui.words import Words

pytestmark = pytest.mark.window
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def path(path):
    """Give one article a status and topics, one of which lies on a phrase."""
    with Library.open(path, Mode.WRITE) as library:
        first, second, third = (row.id for row in library.articles.rows())
        library.tags.add("政务/会议", [first, second])
        library.tags.add("经 济", [third])
        library.articles.set_status(Status.PROOFED1, [first])
    return path


def shown(window):
    return {(row.field, row.value): (row.count, row.picked)
            for row in window.search.facets.rows.facts if row.value}  # fmt: skip


def click(qtbot, window, identity, modifiers=Qt.KeyboardModifier.NoModifier):
    view = window.search.facets.list
    index = view.model().index(window.search.facets.rows.row_of(identity), 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
    search_ended(qtbot, window)


def test_facets_count_the_hits_of_all_articles(window, find):
    find(window, "的")
    assert window.search.facets.isVisible()
    assert not window.tags.isVisible()
    assert shown(window) == {
        ("issue", "社区晨报"): (5, 0),
        ("date", "2025"): (5, 0),
        ("tag", "政务/会议"): (2, 0),
        ("tag", "经 济"): (3, 0),
        ("status", "new"): (3, 0),
        ("status", "proofed1"): (2, 0),
    }
    window.grab()
    window.search_box.forget()
    window.seeking.leave()
    assert window.tags.isVisible()


def test_a_click_narrows_and_a_second_takes_it_out(window, find, qtbot):
    find(window, "的")
    click(qtbot, window, "tag:经 济")
    assert window.search_box.text() == '的 tag:"经 济"'
    assert window.search.counts.text() == "3 hits in 1 article"
    assert shown(window)["tag", "经 济"] == (3, 1)
    click(qtbot, window, "status:new")
    assert window.search_box.text() == '的 tag:"经 济" status:"not begun"'
    click(qtbot, window, "tag:经 济")
    assert window.search_box.text() == '的 status:"not begun"'
    click(qtbot, window, "status:new", ALT)
    assert window.search_box.text() == '的 -status:"not begun"'
    assert shown(window)["status", "new"] == (0, -1)
    window.grab()
    view = window.search.facets.list
    view.setFocus()
    view.go(window.search.facets.rows.row_of("status:new"))
    qtbot.keyClick(view, Key.Key_Space, ALT)
    search_ended(qtbot, window)
    assert window.search_box.text() == "的"
    qtbot.keyClick(view, Key.Key_Up)
    assert view.current().id == "tag:政务/会议"  # over the head between
    qtbot.keyClick(view, Key.Key_Escape)
    assert not window.seeking.open


def test_newspaper_and_year_narrow_too(window, find, qtbot):
    find(window, "的")
    click(qtbot, window, "issue:社区晨报")
    click(qtbot, window, "date:2025")
    assert window.search_box.text() == "的 issue:社区晨报 date:2025"
    assert shown(window)["date", "2025"] == (5, 1)
    assert shown(window)["issue", "社区晨报"] == (5, 1)


def test_issues_without_a_title_have_a_row(window, find, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as library:
        add(library, "=无名\n\n无名之报的正文。\n", "x.txt", IssueFacts(None, "2024-01"))
    window.session.poll()
    find(window, "的")
    assert shown(window)["untitled", "title"] == (1, 0)
    row = next(r for r in window.search.facets.rows.facts if r.id == "untitled:title")
    assert row.words == "No title"
    click(qtbot, window, "untitled:title")
    assert window.search_box.text() == "的 -has:title"
    assert shown(window)["untitled", "title"] == (1, 1)
    click(qtbot, window, "untitled:title", ALT)
    assert window.search_box.text() == "的 has:title"
    assert ("untitled", "title") in shown(window)
    assert shown(window)["issue", "社区晨报"][0] == 5
    click(qtbot, window, "untitled:title", ALT)
    assert window.search_box.text() == "的"


def test_a_query_that_is_not_understood_cannot_be_narrowed(window, find):
    find(window, '"会议')
    assert not window.search.facets.isEnabled()
    find(window, "会议")
    assert window.search.facets.isEnabled()


def test_a_small_window_shows_the_hits_alone(window, find):
    window.resize(800, 600)
    window.columns.unfold_issues()
    find(window, "的")
    assert not window.search.facets.isVisible()
    window.resize(1440, 900)
    assert window.search.facets.isVisible()


def test_the_model_of_facets_keeps_the_rules(window, find):
    rows = window.search.facets.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for typed in ("的", "没有的", "-status:new", "的 tag:没有", "have"):
        find(window, typed)
    assert tester.model() is rows
    find(window, "的 -tag:没有")
    said = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert said[:2] == ["Newspaper", "社区晨报, 5 hits"]
    assert "没有, 0 hits, left out" in said


@pytest.mark.parametrize(
    ("typed", "field", "value", "away", "then"),
    [
        ("", "tag", "会议", False, "tag:会议"),
        ("x", "tag", "会议", True, "x -tag:会议"),
        ("x tag:会议 y", "tag", "会议", False, "x y"),
        ("x -tag:会议 y", "tag", "会议", False, "x y tag:会议"),
        ('x "tag:会议"', "tag", "会议", False, 'x "tag:会议" tag:会议'),
        ("status:new", "status", "new", False, ""),
        ('status:"not begun"  z', "status", "new", True, 'z -status:"not begun"'),
        ("date:2025-01", "date", "2025", False, "date:2025-01 date:2025"),
        ("x tag:a|b", "tag", "a", False, "x tag:a"),
        ("x tag:a|b", "tag", "a", True, "x tag:b -tag:a"),
    ],
)
def test_a_field_is_put_in_and_taken_out(qapp, typed, field, value, away, then):
    assert Asked(Words()).toggled(typed, field, value, Way.NOT if away else Way.ONLY) == then


@pytest.mark.parametrize(
    ("typed", "field", "value", "then"),
    [
        ("", "tag", "a", "tag:a"),
        ("x tag:a y", "tag", "b c", 'x tag:a|"b c" y'),
        ('x tag:a|"b c" y', "tag", "a", 'x tag:"b c" y'),
        ("x tag:a y", "tag", "a", "x y"),
        ("x -tag:a", "tag", "a", "x tag:a"),
        ("x -tag:a tag:b", "tag", "a", "x tag:b|a"),
        ("tag:a -tag:b", "tag", "c", "tag:a|c -tag:b"),
        ("tag:a", "status", "new", 'tag:a status:"not begun"'),
        ("tag:a", "tag", "b|c", 'tag:a|"b|c"'),
        ("tag:a tag:a|b", "tag", "a", "tag:b"),
        ("tag:a|b x tag:a -tag:a|c", "tag", "a", "tag:b x -tag:c"),
    ],
)
def test_a_value_is_put_to_others_and_taken_from_them(qapp, typed, field, value, then):
    assert Asked(Words()).toggled(typed, field, value, Way.ALSO) == then


def test_ctrl_click_takes_several_of_a_group(window, find, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    find(window, "的")
    click(qtbot, window, "status:proofed1", control)
    assert window.search_box.text() == '的 status:"1st proof"'
    assert window.search.counts.text() == "2 hits in 1 article"
    assert shown(window)["status", "new"] == (3, 0)  # it can be taken as well
    click(qtbot, window, "status:new", control)
    assert window.search_box.text() == '的 status:"1st proof"|"not begun"'
    assert window.search.counts.text() == "5 hits in 2 articles"
    assert shown(window)["status", "new"] == (3, 1)
    assert shown(window)["status", "proofed1"] == (2, 1)
    window.grab()
    click(qtbot, window, "status:proofed1", control)
    assert window.search_box.text() == '的 status:"not begun"'
    view = window.search.facets.list
    view.setFocus()
    view.go(window.search.facets.rows.row_of("status:new"))
    qtbot.keyClick(view, Key.Key_Space, control)
    search_ended(qtbot, window)
    assert window.search_box.text() == "的"


def test_topics_beside_those_that_are_asked_for_can_be_taken_as_well(window, find, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    find(window, "的")
    click(qtbot, window, "tag:经 济")
    assert shown(window)["tag", "经 济"] == (3, 1)
    assert shown(window)["tag", "政务/会议"] == (0, 0)  # no article has both
    click(qtbot, window, "tag:政务/会议", control)
    assert window.search_box.text() == '的 tag:"经 济"|政务/会议'
    assert window.search.counts.text() == "5 hits in 2 articles"


def test_words_struck_are_found_in_the_source(window, find, qtbot):
    article = window.article.article
    window.session.write(window.session.library.articles.edit, article.blocks[1].id, 0, 3, "乙")
    find(window, "为全面")
    assert window.search.nothing.isVisible()
    qtbot.mouseClick(window.search.head.buttons[In.SOURCE], Qt.MouseButton.LeftButton)
    search_ended(qtbot, window)
    (head, line) = window.search.results.facts
    assert (head.row.id, line.placed.hit.received) == (article.id, True)
    window.grab()
    window.search.list.setFocus()
    qtbot.keyClick(window.search.list, Key.Key_Return)
    assert not window.seeking.open
    assert window.source.isVisible()
    assert window.focusWidget() is window.source.edit
    assert window.source.edit.textCursor().selectedText() == "为全面"
    assert window.source.edit.current == 4
    assert window.article.edit.caret()[0] == 1
    find(window, "乙")
    assert window.search.nothing.isVisible()
    qtbot.mouseClick(window.search.head.buttons[In.BOTH], Qt.MouseButton.LeftButton)
    search_ended(qtbot, window)
    assert window.search.counts.text() == "1 hit in 1 article"


def test_furniture_is_found_in_the_source_and_shown_beside_its_page(window, find, qtbot):
    window.search.head.buttons[In.SOURCE].click()
    find(window, "第1版")
    (head, line) = window.search.results.facts
    assert head.aside
    assert line.placed.hit.article is None
    assert window.search.counts.text() == "1 hit"
    assert shown(window) == {("issue", "社区晨报"): (1, 0), ("date", "2025"): (1, 0)}
    assert window.search.results.index(0, 0).data().startswith("furniture, 社区晨报, ")
    window.grab()
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert window.source.edit.textCursor().selectedText() == "第1版"
    assert window.article.article.page == 1


def test_where_no_article_stands_nothing_is_opened(open_window, path, find, qtbot):
    with Library.open(path, Mode.WRITE) as library:
        add(library, "#空白的版\n", "none.txt", IssueFacts("社区晨报", "2025-11", True, None, 3))
    window = open_window(path)
    window.search.head.buttons[In.SOURCE].click()
    find(window, "空白的版")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert window.status.said.text() == "On this page stands no article."
    assert window.seeking.open
    (menu,) = [m for m in window.findChildren(QMenu, "textMenu") if m.isVisible()]
    assert menu.actions()[0].text() == "Text of a new article"
    qtbot.keyClick(menu, Qt.Key.Key_1)
    assert [b.text for b in window.article.edit.sheet.blocks] == ["#空白的版"]
    assert not window.seeking.open
    assert window.issues.contents.facts[0].id == window.article.article.id
    window.actions_by_id["actionUndo"].trigger()
    assert window.session.library.articles.nearest(
        window.session.library.connection.execute(
            "SELECT b.id FROM block b JOIN page p ON p.key = b.page JOIN issue i ON i.key = p.issue"
            " WHERE i.date = '2025-11'"
        ).fetchone()[0]
    ) is None  # fmt: skip


def test_searches_are_kept_by_library(window, find, qtbot, press, open_window, tmp_path):
    find(window, "第二")
    press(window, "actionKeepSearch")
    assert window.status.said.text().startswith("Kept: 第二.")
    find(window, "末段")
    press(window, "actionKeepSearch")
    press(window, "actionKeepSearch")
    assert window.seeking.kept.queries == ["末段", "第二"]
    qtbot.keyClick(window.search_box, Key.Key_Down, ALT)
    (menu,) = [m for m in window.search_box.findChildren(QMenu, "keptSearches") if m.isVisible()]
    texts = [action.text() for action in menu.actions()]
    assert texts == ["末段", "第二", "", "&Keep this search", "Keep this search no longer"]
    menu.actions()[1].trigger()
    search_ended(qtbot, window)
    assert window.search_box.text() == "第二"
    assert window.search.counts.text() == "4 hits in 1 article"
    window.seeking.kept.menu().actions()[-1].trigger()
    assert window.seeking.kept.queries == ["末段"]
    menu.close()
    other = open_window(tmp_path / "other.db")
    assert other.seeking.kept.queries == []
    assert other.seeking.kept.menu().actions()[0].text() == "No search is kept yet."


def test_facets_of_articles_are_exact(path):
    with Library.open(path, Mode.WRITE) as library:
        ids = [row.id for row in library.articles.rows()]
        block = library.articles.get(ids[0]).blocks[1].id
        library.tags.mark(block, 0, 2, "政务/会议")  # the article has it already
        library.tags.mark(block, 0, 2, "经 济")
        found = facets_of(library, {ids[0]: 3, ids[2]: 4})
        assert dict(found.tags) == {"政务/会议": 3, "经 济": 7}
        assert dict(found.statuses) == {"proofed1": 3, "new": 4}
        assert dict(found.years) == {"2025": 7}
        assert sum(found.doubts.values()) == sum(
            row.doubts for row in library.articles.rows() if row.id in (ids[0], ids[2])
        )
        survey = searching.survey(library, "tag:政务/会议", heed=lambda: None)
        assert (survey.hits, survey.articles, survey.aside) == (2, 2, 0)


def test_all_newspapers_and_no_title_are_in_proportion(open_window, path, find):
    with Library.open(path, Mode.WRITE) as library:
        text = "=无名的标题\n\n" + "的" * 20 + "。\n"
        add(library, text, "untitled.txt", IssueFacts(None, "2024-01", True, None, 1))
        library.index.catch_up()
    window = open_window(path)
    find(window, "的")
    share = {row.id: (row.count, row.share) for row in window.search.facets.rows.facts if row.value}
    named, nameless = share["issue:社区晨报"], share["untitled:title"]
    assert nameless[0] > named[0] > 0
    assert nameless[1] == 1
    assert named[1] == pytest.approx(named[0] / nameless[0])


def test_the_hints_give_way_to_the_rows(window, find, qtbot):
    find(window, "的")
    facets = window.search.facets
    assert facets.hints.isVisible()
    rows = sum(facets.list.rowHeight(row) for row in range(facets.rows.rowCount()))
    facets.resize(facets.width(), rows + 12 + facets.hints.sizeHint().height() - 1)
    assert facets.hints.isHidden()
    facets.resize(facets.width(), rows + 12 + facets.hints.sizeHint().height())
    assert not facets.hints.isHidden()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: facets.list.viewport().height() >= rows or facets.hints.isHidden())
