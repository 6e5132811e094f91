"""Search in the window: typed, walked, opened and left by real keys."""

import pytest
from acting import FIRST, SECOND, add, compose, search_ended
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester

from reader import searching
from reader.model import IssueFacts, Status
from reader.searching import Hit, Placed
from reader.store.library import Library, Mode
from reader.text.query import InStatus, Word, parse
from reader.ui import theme
from reader.ui.asked import Asked, Way
from reader.ui.search.results import fitting
from reader.ui.search.work import FIRST as FIRST_HITS
from reader.ui.search.work import Head, HitLine
from reader.ui.words import Words

pytestmark = pytest.mark.window
Key = Qt.Key


def lines(window):
    return [
        line.count if isinstance(line, Head) else
        f"{line.placed.text[: line.placed.at][-2:]}|{line.placed.hit.match}"
        for line in window.search.results.facts
    ]  # fmt: skip


def test_hits_stand_grouped_by_article_in_the_order_of_date(window, find):
    find(window, "第二")
    assert window.seeking.open
    assert lines(window) == [4, "=|第二", "|第二", "|第二", "篇的|第二"]
    head = window.search.results.facts[0]
    assert (head.row.title, head.row.date) == ("=第二篇的标题", "2025-08")
    assert window.search.title.text() == "第二"
    assert window.search.counts.text() == "4 hits in 1 article"
    assert window.search.list.current().placed.number == 1
    find(window, "的")
    assert [line for line in lines(window) if isinstance(line, int)] == [2, 3]
    assert window.search.results.facts[0].row.date == "2025-04"


def test_the_paragraph_of_the_chosen_hit_is_below(window, find, qtbot):
    find(window, "一关键")
    assert window.search.paragraph.toPlainText() == "会议指出，立足当前这一关键阶段。"
    assert window.search.place.text() == "Aug 2025  ›  p. 1  ›  =新泾镇召开会议"
    assert len(window.search.paragraph.washes()) == 1
    find(window, "第二篇")
    qtbot.keyClick(window.search_box, Key.Key_Down)
    assert window.focusWidget() is window.search_box
    assert window.search.paragraph.toPlainText() == "第二篇的第一段文字在此。"
    qtbot.keyClick(window.search_box, Key.Key_Up)
    qtbot.keyClick(window.search_box, Key.Key_Up)
    assert window.search.list.current().placed.number == 1


def test_enter_opens_the_article_at_the_hit(window, find, qtbot):
    find(window, "第二段")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert not window.seeking.open
    assert window.article.article.row.title == "=第二篇的标题"
    assert window.article.edit.selected_text() == "第二段"
    assert window.focusWidget() is window.article.edit
    assert window.issues.contents_list.current().id == window.article.article.id


def test_enter_in_the_list_opens_too_also_where_the_article_is_open(window, find, qtbot):
    find(window, "会议")
    window.search.list.setFocus()
    qtbot.keyClick(window.search.list, Key.Key_Down)
    qtbot.keyClick(window.search.list, Key.Key_Return)
    assert window.article.edit.selected_text() == "会议"
    assert window.article.edit.caret() == (2, 2)


def test_a_double_click_opens(window, find, qtbot):
    find(window, "当前")
    view = window.search.list
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.article.edit.selected_text() == "当前"


@pytest.mark.parametrize("where", ["box", "list"])
def test_another_enter_on_a_hit_that_was_opened_changes_nothing(window, find, qtbot, texts, where):
    find(window, "第二段")
    if where == "list":
        window.search.list.setFocus()
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    before = texts(window)
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    assert texts(window) == before
    assert window.article.edit.selected_text() == "第二段"
    assert "Enter" in window.status.said.text()
    qtbot.keyClick(window.article.edit, Key.Key_Left)
    qtbot.keyClick(window.article.edit, Key.Key_Return)
    assert len(texts(window)) == len(before) + 1


def test_the_same_words_selected_by_hand_are_split_as_always(window, find, qtbot, texts):
    find(window, "第二段")
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)
    before = texts(window)
    edit = window.article.edit
    qtbot.keyClick(edit, Key.Key_Left)
    for _ in range(3):
        qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert edit.selected_text() == "第二段"
    qtbot.keyClick(edit, Key.Key_Return)
    assert texts(window) == [*before[:-1], "第二篇的", "。"]


@pytest.mark.parametrize("where", ["box", "list"])
def test_escape_in_a_hit_that_was_opened_leads_back_to_it(window, find, qtbot, where):
    find(window, "第二")
    held = window.search.list if where == "list" else window.search_box
    held.setFocus()
    qtbot.keyClick(held, Key.Key_Down)
    number = window.search.list.current().placed.number
    qtbot.keyClick(held, Key.Key_Return)
    assert not window.seeking.open
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    assert window.seeking.open
    assert window.focusWidget() is held
    search_ended(qtbot, window)
    assert window.search.list.current().placed.number == number == 2
    qtbot.keyClick(held, Key.Key_Escape)
    assert not window.seeking.open
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    assert not window.seeking.open


def test_escape_leads_nowhere_from_an_article_that_was_chosen_otherwise(window, find, qtbot, press):
    find(window, "第二")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    press(window, "actionPreviousArticle")
    window.article.edit.setFocus()
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    assert not window.seeking.open


@pytest.mark.parametrize("where", ["box", "list"])
def test_escape_returns_to_where_one_was(window, find, qtbot, where):
    window.article.edit.set_caret(1, 3)
    article = window.article.article.id
    find(window, "末段")
    if where == "list":
        window.search.list.setFocus()
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert not window.seeking.open
    assert window.focusWidget() is window.article.edit
    assert window.article.article.id == article
    assert window.article.edit.caret() == (1, 3)
    assert window.tags.input.isEnabled()


def test_what_was_found_is_shown_again(window, find, qtbot, press):
    find(window, "第二")
    qtbot.keyClick(window.search_box, Key.Key_Down)
    qtbot.keyClick(window.search_box, Key.Key_Return)
    press(window, "actionSearch")
    search_ended(qtbot, window)
    assert window.seeking.open
    assert window.search_box.selectedText() == "第二"
    assert window.search.list.current().placed.number == 2
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert window.seeking.open


def test_undo_in_a_box_that_was_not_typed_in_is_the_windows(window, press, qtbot):
    press(window, "actionMarkProofread")
    press(window, "actionSearch")
    press(window, "actionUndo")
    assert window.article.article.status is Status.NEW
    press(window, "actionRedo")
    assert window.article.article.status is Status.PROOFED1
    qtbot.keyClicks(window.search_box, "x")
    press(window, "actionUndo")
    assert window.search_box.text() == ""
    assert window.article.article.status is Status.PROOFED1


def test_an_emptied_box_gives_the_article_back(window, find, qtbot):
    find(window, "第二")
    window.search_box.selectAll()
    qtbot.keyClick(window.search_box, Key.Key_Backspace)
    search_ended(qtbot, window)
    assert not window.seeking.open
    assert window.focusWidget() is window.search_box
    assert window.search.results.rowCount() == 0


def test_what_is_composed_is_not_searched(window, find, qtbot):
    find(window, "第二")
    asked = []
    window.search_box.asked.connect(asked.append)
    window.search_box.selectAll()
    compose(window.search_box, "mo")
    assert window.search_box.text() == ""
    assert not window.search_box.pause.isActive()
    compose(window.search_box, "moduan")
    assert not window.search_box.pause.isActive()
    assert lines(window)[0] == 4
    compose(window.search_box, commit="末段")
    assert window.search_box.pause.isActive()
    search_ended(qtbot, window)
    assert asked == ["末段"]
    assert lines(window) == [1, "|末段"]


def test_a_query_that_is_given_up_is_asked_no_more(window, qtbot, press):
    press(window, "actionSearch")
    qtbot.keyClicks(window.search_box, "x")
    compose(window.search_box, "mo")
    compose(window.search_box, "")
    assert window.search_box.pause.isActive()
    search_ended(qtbot, window)
    assert window.search.nothing.text() == "Nothing was found."
    assert window.search.nothing.isVisible()
    assert not window.search.foot.isVisible()
    assert window.search.counts.text() == ""


def test_a_query_not_well_formed_is_searched_as_it_stands(window, find):
    find(window, '"会议')
    assert window.search.literal.text() == (
        "Searched as it stands: quotation marks are not in pairs."
    )
    assert window.search.literal.isVisible()
    find(window, "会议")
    assert not window.search.literal.isVisible()


def test_what_there_is_not_is_named_with_what_there_is(window, find):
    find(window, "foo:会议")
    assert window.search.literal.text() == (
        'Searched as it stands: there is no field "foo"; '
        "the fields are tag, status, issue, date, has."
    )
    find(window, "status:会议")
    assert window.search.literal.text() == (
        'Searched as it stands: there is no status "会议"; the statuses are '
        "not begun, in work, 1st proof, 2nd proof, disputed, not text."
    )


def test_a_newspaper_is_asked_for_by_that_name(window, find):
    find(window, "会议 报纸:社区晨报")
    assert window.search.literal.isHidden()
    assert window.search.results.facts
    find(window, "会议 报纸:没有的")
    assert not window.search.results.facts


def test_fields_find_articles(window, find, qtbot):
    window.tags.add("经济")
    find(window, "tag:经济")
    assert lines(window) == [1, "|"]
    assert window.search.results.facts[1].placed.text == "为全面落实有关工作部署，强化动态分析。"
    window.grab()
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert window.article.article.tags == ("经济",)


def test_a_newer_query_ends_the_older(window, find, qtbot, press):
    press(window, "actionSearch")
    window.search.search("的")
    older = window.search.latest._job
    window.search.search("末段")
    qtbot.waitUntil(lambda: not window.search.searching and not window.session.at_work)
    assert older._stop
    assert lines(window) == [1, "|末段"]


def test_an_article_chosen_in_the_contents_is_shown(window, find, qtbot):
    find(window, "第二")
    assert not window.tags.input.isEnabled()
    view = window.issues.contents_list
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not window.seeking.open
    assert window.article.article.row.title == "=第二篇的标题"
    assert window.tags.input.isEnabled()


def test_no_key_edits_the_article_behind_the_results(window, find, qtbot):
    find(window, "第二")
    names = ("Join", "Split", "AcceptSeam", "MarkProofread", "AddTag", "NextDoubt")
    for name in names:
        assert not window.findChild(QAction, f"action{name}").isEnabled(), name
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    for name in names:
        assert window.findChild(QAction, f"action{name}").isEnabled(), name


def test_what_others_write_shows_in_the_results(window, find, qtbot):
    find(window, "第二")
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        row = next(r for r in other.articles.rows() if r.title == "=第二篇的标题")
        other.articles.edit(other.articles.get(row.id).blocks[-1].id, 0, 0, "又是第二，")
    window.session.poll()
    search_ended(qtbot, window)
    assert lines(window)[0] == 5
    assert window.search.list.current().placed.number == 1


def test_nothing_is_searched_behind_the_article(window, find, qtbot, press):
    find(window, "第二")
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    press(window, "actionMarkProofread")
    assert not window.search.searching
    press(window, "actionSearch")
    search_ended(qtbot, window)
    assert lines(window)[0] == 4


def test_many_hits_come_as_one_scrolls(open_window, path, find, qtbot):
    with Library.open(path, Mode.WRITE) as library:
        text = "=很多\n\n" + "\n\n".join(f"第{n}段里有甲乙。" for n in range(130)) + "\n"
        add(library, text, "many.txt", IssueFacts("社区晨报", "2025-09", True, None, 1))
        later = IssueFacts("社区晨报", "2025-10", True, None, 1)
        add(library, "=又\n\n甲乙。\n", "more.txt", later)
    window = open_window(path)
    find(window, "甲乙")
    assert window.search.results.rowCount() == 1 + FIRST_HITS
    assert window.search.counts.text() == "131 hits in 2 articles"
    qtbot.keyClick(window.search_box, Key.Key_Down)
    window.search.list.setFocus()
    for _ in range(4):
        window.search.list.scrollToBottom()
        search_ended(qtbot, window)
    assert window.search.results.rowCount() == 133
    assert not window.search.results.canFetchMore()
    assert window.search.list.current().placed.number == 2
    assert window.search.list.rowHeight(0) > window.search.list.rowHeight(1) == 28
    assert window.search.list.rowHeight(131) == window.search.list.rowHeight(0)
    qtbot.keyClick(window.search.list, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.search.list, Key.Key_Up)
    assert window.search.list.current().placed.number == 130  # over the head between
    window.article.edit.grab()
    window.grab()


def test_a_single_character_is_counted_at_once(open_window, path, find):
    with Library.open(path, Mode.WRITE) as library:
        text = "=多\n\n" + "甲" * 60 + "。\n"
        add(library, text, "many.txt", IssueFacts("社区晨报", "2025-09", True, None, 1))
    window = open_window(path)
    find(window, "甲")
    assert window.search.counts.text() == "60 hits in 1 article"
    assert searching.total(window.session.library, "甲") == 60


def test_the_model_keeps_the_rules_of_models(window, find, qtbot):
    tester = QAbstractItemModelTester(
        window.search.results, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for typed in ("第二", "的", "没有的", "会议", ""):
        find(window, typed)
    assert tester.model() is window.search.results


def test_lines_are_read_aloud(window, find):
    find(window, "末段")
    model = window.search.results
    assert [model.index(row, 0).data() for row in range(2)] == [
        "=四月的标题, Apr 2025, 1 hit",
        "【末段】。, =四月的标题, Apr 2025",
    ]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    find(window, "has:doubt")
    assert model.index(1, 0).data() == "=四月的标题, Apr 2025"


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_hit_is_washed_in_the_list(window, find, name):
    window.dress(name)
    find(window, "关键")
    view = window.search.list
    view.setFocus()
    place = view.visualRect(view.model().index(1, 0))
    picture = view.viewport().grab(place).toImage()
    wash = window.colours.color("hit").rgb()
    x = round(place.width() * 0.468)
    assert picture.pixelColor(x - 1, place.height() // 2).rgb() == wash
    window.dress("light")


def test_a_failed_search_is_told(window, find, qtbot, monkeypatch):
    from reader import searching
    from reader.errors import LibraryInUseError

    def fail(*_, **__):
        raise LibraryInUseError("S", "busy")

    monkeypatch.setattr(searching, "concordance", fail)
    find(window, "末段")
    assert "in use" in window.status.said.text()


def test_another_library_begins_with_an_empty_box(window, find, tmp_path):
    find(window, "第二")
    window.open_library(tmp_path / "other.db")
    assert not window.seeking.open
    assert window.search_box.text() == ""


def test_context_is_cut_at_whole_characters(dressed):
    text = "前" * 50 + "e\u0301" * 3 + "中" + "👩\u200d🌾" * 3 + "后" * 50
    at = text.index("中")
    hit = Hit(None, "", "", None, None, None, 0, 1, "", "中", "", None, None)
    placed = Placed(hit, text, at, 1, 1)
    metrics = QFontMetricsF(theme.font("reading", 16))
    for room in range(0, 120, 7):
        before = fitting(placed, 0, room, metrics)
        after = fitting(placed, 1, room, metrics)
        assert metrics.horizontalAdvance(before) <= room or not before
        assert text[:at].endswith(before)
        assert text[at + 1 :].startswith(after)
        assert not before.startswith("\u0301")
        assert not after.endswith("\u200d")
        assert not after.endswith("👩")


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("四月 状态:未校 日期：2025-04", 1),
        ("四月 status:new date:2025-04", 1),
        ("四月 -状态:未校", 0),
    ],
)
def test_fields_may_be_typed_in_both_languages(window, find, typed, terms):
    find(window, typed)
    assert sum(isinstance(line, Head) for line in window.search.results.facts) == terms
    assert not window.search.literal.isVisible()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_facets_write_is_understood(qapp, monkeypatch, language):
    from reader.ui import program

    monkeypatch.setenv("JIAOKAN_LANG", language)
    program.prepare(qapp)
    asked, words = Asked(Words()), Words()
    cases = [("tag", "经济"), ("tag", "经济 运行"), ("issue", "晨报"), ("date", "2025-01"),
             ("has", "doubt"), *(("status", status.value) for status in Status)]  # fmt: skip
    for field, value in cases:
        meant = parse(f'{field}:"{value}"').terms
        typed = asked.toggled("会议", field, value, Way.ONLY)
        assert parse(typed).terms == (Word("会议"), *meant)
        assert asked.toggled(typed, field, value, Way.ONLY) == "会议"
        assert asked.toggled(f'{field}:"{value}" 会议', field, value, Way.ONLY) == "会议"
    for status in Status:
        said = words.status(status)
        assert parse(f'状态:"{said}"').terms == (InStatus(status),)
    assert asked.toggled("会议 主题：经济", "tag", "经济", Way.ONLY) == "会议"
    monkeypatch.setenv("JIAOKAN_LANG", "en")
    program.prepare(qapp)


def test_lines_are_of_the_sample(window, find):
    assert "第二" in FIRST
    assert "末段" in SECOND
    find(window, "末段 四月")
    assert [type(line) for line in window.search.results.facts] == [
        Head, HitLine, HitLine, HitLine,
    ]  # fmt: skip


@pytest.mark.parametrize("code", [Key.Key_Down, Key.Key_Return])
def test_the_source_leads_back_to_the_article(window, find, qtbot, press, code):
    press(window, "actionToggleSource")
    find(window, "第二")
    window.source.edit.setFocus()
    qtbot.keyClick(window.source.edit, code)
    assert not window.seeking.open
    assert window.article.edit.isVisible()


# --- the way back -----------------------------------------------------------------------


@pytest.mark.parametrize("opened", [1, 2, 3])
def test_two_steps_lead_back_however_many_hits_were_opened(window, find, qtbot, press, opened):
    edit = window.article.edit
    edit.set_caret(1, 3)
    article = window.article.article.id
    find(window, "的")
    for number in range(opened):
        qtbot.keyClick(window.search_box, Key.Key_Down)
        qtbot.keyClick(window.search_box, Key.Key_Return)
        assert not window.seeking.open
        if number % 2:
            press(window, "actionSearch")  # the other way back to the results
        else:
            qtbot.keyClick(edit, Key.Key_Escape)
        assert window.seeking.open
        search_ended(qtbot, window)
    assert window.article.article.id != article or edit.caret() != (1, 3)
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    assert not window.seeking.open
    assert window.focusWidget() is edit
    assert window.article.article.id == article
    assert edit.caret() == (1, 3)
    assert window.issues.contents_list.current().id == article
    qtbot.keyClick(edit, Key.Key_Escape)
    assert not window.seeking.open


def test_a_query_made_narrower_leads_back_to_the_same_place(window, find, qtbot):
    window.article.edit.set_caret(1, 3)
    find(window, "第二")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    find(window, "第二段")
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    assert window.article.edit.caret() == (1, 3)
    assert window.article.article.row.title == "=新泾镇召开会议"


def test_who_worked_on_at_a_hit_comes_back_there(window, find, qtbot):
    find(window, "第二段")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    qtbot.keyClick(window.article.edit, Key.Key_Left)
    here = window.article.article.id, window.article.edit.caret()
    find(window, "末段")
    qtbot.keyClick(window.search_box, Key.Key_Down)
    qtbot.keyClick(window.search_box, Key.Key_Return)
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    assert (window.article.article.id, window.article.edit.caret()) == here


def test_an_emptied_box_leads_back_too(window, find, qtbot):
    window.article.edit.set_caret(1, 3)
    find(window, "末段")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    window.search_box.selectAll()
    qtbot.keyClick(window.search_box, Key.Key_Backspace)
    search_ended(qtbot, window)
    assert window.article.edit.caret() == (1, 3)
    assert window.article.article.row.title == "=新泾镇召开会议"
    assert window.focusWidget() is window.search_box


def test_a_place_that_is_gone_keeps_one_in_what_is_shown(window, find, qtbot):
    gone = window.article.article.issue
    find(window, "末段")
    qtbot.keyClick(window.search_box, Key.Key_Return)
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([gone])
    window.session.poll()
    qtbot.keyClick(window.article.edit, Key.Key_Escape)
    search_ended(qtbot, window)
    qtbot.keyClick(window.search_box, Key.Key_Escape)
    assert not window.seeking.open
    assert window.article.article.row.title == "=四月的标题"


@pytest.mark.parametrize("width", [1440, 1000])
def test_the_journal_opens_beside_the_results(window, find, press, width, qtbot):
    window.resize(width, 900)
    find(window, "第二")
    press(window, "actionJournal")
    assert window.journal.isVisible()
    assert window.focusWidget() is window.journal.list
    assert window.seeking.open
    assert window.search.list.isVisible()
    assert window.search.list.width() > 250
    assert not window.tags.isVisible()
    press(window, "actionJournal")
    assert not window.journal.isVisible()
    assert not window.tags.isVisible()
    assert window.focusWidget() is window.search.list
    qtbot.keyClick(window.search.list, Key.Key_Escape)
    assert window.tags.isVisible() == (width == 1440)  # else there is their strip
    assert window.strip.isVisible() == (width == 1000)


def test_the_order_of_the_dates_is_turned_round(window, find, qtbot):
    find(window, "的")
    order = window.search.head.order
    assert order.text() == "by date ↑"

    def dates():
        return [line.row.date for line in window.search.results.facts if isinstance(line, Head)]

    assert dates() == ["2025-04", "2025-08"]
    qtbot.mouseClick(order, Qt.MouseButton.LeftButton)
    search_ended(qtbot, window)
    assert dates() == ["2025-08", "2025-04"]
    assert (order.text(), order.accessibleName()) == ("by date ↓", "The newest first")
    assert window.search.list.current().row.date == "2025-08"
    assert window.search.counts.text() == "5 hits in 2 articles"
    order.setFocus()
    qtbot.keyClick(order, Key.Key_Space)
    search_ended(qtbot, window)
    assert dates() == ["2025-04", "2025-08"]
