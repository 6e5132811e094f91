"""The row of what the pages name: there where there is a box, led to articles, kept in step."""

import threading

import pytest
from acting import add_guided
from drafting import marked, raw_file
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from reader.drafts import PageIn
from reader.model import IssueFacts, Kind
from reader.store import guides
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window
Key = Qt.Key
SAID = [
    "老年食堂启用: stands on p. 2, as “=柳岸村老年食堂今日启用”",
    "河堤修好: not on p. 2 but on p. 3, as “=河堤修好了”",
    "老街夜市开张: no headline like it on p. 2, nor elsewhere",
    "龙舟赛周末开桨: p. 8 is not in the library",
]


@pytest.fixture
def path(path):
    add_guided(path)
    return path


@pytest.fixture
def guide(window, qtbot):
    assert window.issues.lists.shown.date == "2025-09"
    qtbot.waitUntil(window.issues.guide.isVisible)
    return window.issues.guide


def unfold(qtbot, guide):
    qtbot.mouseClick(guide.row, Qt.MouseButton.LeftButton)


def test_the_row_counts_what_is_named_and_what_is_to_be_looked_at(window, guide):
    assert guide.isVisible()
    assert guide.row.count == "4, 2 to look at"
    assert guide.row.accessibleName() == "References: 4, 2 to look at"
    assert guide.list.isHidden()
    below = guide.row.mapTo(window, QPoint()).y()
    contents = window.issues.contents_list
    assert below == contents.mapTo(window, QPoint(0, contents.height())).y()
    assert window.issues.furniture.row.mapTo(window, QPoint()).y() == below + guide.row.height()


def test_an_issue_without_a_box_has_no_row(window, guide, qtbot):
    guide.row.setChecked(True)
    window.issues.issue_list.go(1, tell=True)
    assert not guide.isVisible()
    assert guide.lines.facts == []
    window.issues.issue_list.go(0, tell=True)
    qtbot.waitUntil(guide.isVisible)
    assert not guide.row.isChecked()


def test_that_of_another_issue_is_folded(window, guide, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        page = marked("#导读\n\n#又一条 P02\n\n=又一篇\n\n正文。\n")
        facts = IssueFacts("社区晨报", "2025-10", True, None, 1)
        other.issues.add(raw_file(page.text, "next.txt"), [PageIn(page, facts)])
    window.session.poll()
    unfold(qtbot, guide)
    window.issues.issue_list.go(0, tell=True)
    qtbot.waitUntil(lambda: guide.row.count == "1")
    assert guide.list.isHidden()


def test_each_entry_says_in_words_what_was_found(guide, qtbot):
    unfold(qtbot, guide)
    rows = [guide.lines.index(row, 0) for row in range(guide.lines.rowCount())]
    assert [row.data() for row in rows] == SAID
    assert [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows] == SAID
    assert SAID[2] in rows[2].data(Qt.ItemDataRole.ToolTipRole)
    assert guide.list.accessibleName() == "What the pages say of one another"


def test_a_click_opens_the_article_that_is_named(window, guide, qtbot):
    unfold(qtbot, guide)
    place = guide.list.visualRect(guide.lines.index(1, 0)).center()
    qtbot.mouseClick(guide.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.article.article.row.title == "=河堤修好了"
    assert window.focusWidget() is guide.list
    assert window.issues.contents_list.current().title == "=河堤修好了"


def test_one_that_was_not_found_is_shown_where_it_is_named(window, guide, qtbot):
    unfold(qtbot, guide)
    guide.list.go(2, tell=True)
    assert window.beside.open
    assert window.source.edit.textCursor().selectedText() == "■老街夜市开张 P02"
    assert window.focusWidget() is guide.list
    qtbot.keyClick(guide.list, Key.Key_Return)
    assert window.focusWidget() is window.source.edit


def test_keys_unfold_lead_and_fold(window, guide, qtbot):
    window.issues.contents_list.setFocus()
    qtbot.keyClick(window.issues.contents_list, Key.Key_Tab)
    assert window.focusWidget() is guide.row
    qtbot.keyClick(guide.row, Key.Key_Return)
    assert window.focusWidget() is guide.list
    qtbot.keyClick(guide.list, Key.Key_Return)
    assert window.article.article.row.title == "=柳岸村老年食堂今日启用"
    assert window.focusWidget() is window.article.edit
    guide.list.setFocus()
    qtbot.keyClick(guide.list, Key.Key_Escape)
    assert guide.list.isHidden()
    assert window.focusWidget() is guide.row


def test_it_follows_what_is_corrected_when_there_is_rest(window, guide, qtbot):
    unfold(qtbot, guide)
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        (article,) = (row.id for row in other.articles.rows() if "食堂" in row.title)
        other.articles.supply(article, Kind.SUBTITLE, "老街夜市今晚开张")
    window.session.poll()
    qtbot.waitUntil(lambda: guide.row.count == "4, 1 to look at")
    assert guide.lines.index(2, 0).data().startswith("老街夜市开张: stands on p. 2")
    assert guide.list.isVisible()


@pytest.fixture
def looked(window, guide, qtbot, monkeypatch):
    """Give the issues that are read from now on."""
    qtbot.waitUntil(lambda: not guide.latest.busy and not guide._timer.isActive())
    seen, real = [], guides.Guides.of_issue
    monkeypatch.setattr(guides.Guides, "of_issue", lambda self, i: seen.append(i) or real(self, i))
    return seen


def rest(qtbot, guide):
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not guide.latest.busy and not guide._timer.isActive())


def test_a_topic_reads_nothing_again(window, guide, looked, qtbot):
    window.tags.add("会议")
    rest(qtbot, guide)
    assert looked == []


def test_a_topic_just_behind_a_correction_hides_it_not(window, guide, looked, qtbot):
    block = window.article.article.blocks[-1].id
    window.session.write(window.session.library.articles.edit, block, 0, 0, "天")
    window.tags.add("会议")
    rest(qtbot, guide)
    assert len(looked) == 1
    rest(qtbot, guide)
    assert len(looked) == 1


def test_what_comes_into_another_issue_reads_nothing_again(window, guide, looked, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        page = marked("=别的\n\n正文。\n")
        facts = IssueFacts("社区晨报", "2020-10", True, None, 1)
        other.issues.add(raw_file(page.text, "next.txt"), [PageIn(page, facts)])
    window.session.poll()
    rest(qtbot, guide)
    assert looked == []


def test_what_is_told_is_of_the_library_that_is_open(window, guide, tmp_path):
    other = tmp_path / "other.db"
    with Library.open(other, Mode.CREATE) as made:
        page = marked("=没有导读的一版\n\n正文。\n")
        facts = IssueFacts("社区晨报", "2025-09", True, None, 1)
        made.issues.add(raw_file(page.text, "1.txt"), [PageIn(page, facts)])
    window.open_library(other)
    assert not guide.facts()
    assert guide.isHidden()


def test_it_is_read_beside_the_window(window, guide, qtbot, monkeypatch):
    threads = []
    real = guides.Guides.of_issue
    monkeypatch.setattr(
        guides.Guides,
        "of_issue",
        lambda self, i: threads.append(threading.current_thread()) or real(self, i),
    )
    window.issues.issue_list.go(1, tell=True)
    window.issues.issue_list.go(0, tell=True)
    qtbot.waitUntil(guide.isVisible)
    assert threads
    assert threading.main_thread() not in threads


def test_the_model_is_sound(guide, qtbot, qtmodeltester):
    unfold(qtbot, guide)
    qtmodeltester.check(guide.lines)


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "high-contrast"])
def test_it_is_painted_in_each_theme(window, guide, qtbot, name):
    window.dress(name)
    unfold(qtbot, guide)
    guide.list.go(1)
    QApplication.processEvents()
    picture = guide.grab().toImage()
    top = guide.list.mapTo(guide, QPoint()).y()

    def marked_at(row):
        tint = window.colours.color("doubt")
        y = top + guide.list.visualRect(guide.lines.index(row, 0)).center().y()
        around = [picture.pixelColor(x, y + dy) for x in range(16, 32) for dy in range(-9, 9)]
        return any(abs(seen.red() - tint.red()) + abs(seen.blue() - tint.blue()) < 40
                   and abs(seen.green() - tint.green()) < 30 for seen in around)  # fmt: skip

    assert [marked_at(row) for row in range(3)] == [False, True, True]
    head = {picture.pixelColor(x, y).name() for x in range(14, 32) for y in range(4, 24)}
    assert len(head) > 1


@pytest.mark.parametrize("height", [500, 560, 720])
def test_a_row_is_read_whole_in_a_low_window(window, guide, qtbot, height):
    window.resize(1280, height)
    QApplication.processEvents()
    unfold(qtbot, guide)
    window.issues.furniture.row.click()
    QApplication.processEvents()
    assert window.height() == height
    for fold in (guide, window.issues.furniture):
        assert fold.list.viewport().height() >= fold.list.rowHeight(0)


def test_a_row_without_furniture_gives_its_room_to_the_lists_beside_it(window, guide, qtbot):
    """The row of page references needs room, too, and comes a moment after the lists."""
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        page = marked("=夜市开张\n\n老街的夜市昨晚开张。（下转第3版）\n")
        facts = IssueFacts("社区晨报", "2025-10", True, None, 1)
        other.issues.add(raw_file(page.text, "next.txt"), [PageIn(page, facts)])
    window.session.poll()
    pane = window.issues
    pane.issue_list.go(0, tell=True)
    qtbot.waitUntil(lambda: guide.row.count == "1")
    assert pane.furniture.row.count == "0"
    window.resize(1280, 900)
    QApplication.processEvents()
    assert pane.furniture.isVisible()
    spare = pane._rules[1].y() - pane.furniture.geometry().bottom() - 1
    window.resize(1280, 900 - spare)
    QApplication.processEvents()
    assert pane.furniture.isVisible()
    window.resize(1280, 900 - spare - 10)
    QApplication.processEvents()
    assert not pane.furniture.isVisible()
    assert guide.isVisible()
    assert pane.contents_list.height() == pane.contents_list.maximumHeight()
    for there in (False, True):
        guide.setVisible(there)
        QApplication.processEvents()
        QApplication.processEvents()
        assert pane.furniture.isVisible() is not there


def test_the_name_of_a_row_gives_way_to_its_count(window, guide, monkeypatch):
    drawn = []

    class Noting(QPainter):
        def drawText(self, *args):  # noqa: N802 - Qt's
            rect, flags, words = args
            drawn.append(self.boundingRect(rect, int(flags), words))
            super().drawText(*args)

    monkeypatch.setattr("reader.ui.issues.folding.QPainter", Noting)
    for width in (400, 170):
        drawn.clear()
        guide.row.setFixedWidth(width)
        guide.row.grab()
        count, name = drawn
        assert count.right() <= width
        assert name.right() < count.left()


def test_what_is_undone_and_done_otherwise_at_once_is_read_again(window, guide, qtbot):
    articles = window.session.library.articles
    (found,) = (row.id for row in articles.rows() if "食堂" in row.title)
    block = articles.get(found).blocks[0].id
    unfold(qtbot, guide)
    window.session.write(articles.edit, block, 1, 1, "甲")
    qtbot.waitUntil(lambda: guide.facts()[0].headline.startswith("=甲柳"))
    window.session.undo()
    window.session.write(articles.edit, block, 1, 1, "乙")
    qtbot.waitUntil(lambda: guide.facts()[0].headline.startswith("=乙柳"))


def test_an_entry_is_let_go_when_one_goes_on_to_another_article(window, guide, press, qtbot):
    unfold(qtbot, guide)
    guide.list.go(0, tell=True)
    assert window.article.article.row.title == "=柳岸村老年食堂今日启用"
    assert guide.list.current().said == "老年食堂启用"
    window.article.edit.setFocus()
    press(window, "actionNextArticle")
    assert window.article.article.row.title == "=河堤修好了"
    assert guide.list.current() is None
    guide.list.go(1, tell=True)  # which leads to the one that is open
    assert guide.list.current() is not None
    guide.list.go(2, tell=True)  # which was not found, and is shown where it stands
    assert guide.list.current() is not None
    window.article.edit.setFocus()
    press(window, "actionNextArticle")
    assert guide.list.current() is None
