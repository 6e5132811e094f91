"""Two savers of one paragraph: both texts are seen, nothing is lost or mixed, each is undoable."""

import pytest
from acting import NEXT, START, put
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from seeing import shown

from reader.errors import DiskFullError, UsageError
from reader.model import BlockText, Kind
from reader.store.library import Library, Mode
from reader.ui.article import run
from reader.ui.article.overtaken import differences, overtaken, unlike

pytestmark = pytest.mark.window
Key = Qt.Key
OTHER = "别" + START[1]
MINE = "Q" + START[1]


@pytest.fixture
def clash(window, qtbot):
    """Type at the head of a paragraph while another program writes, and let both meet."""

    def made(write=None, block=1, typed="Q", at=0):
        put(window, block, at)
        qtbot.keyClicks(window.article.edit, typed)
        shown_block = window.article.edit.sheet.blocks[block].id
        with Library.open(window.session.library.path, Mode.WRITE, actor="乙") as other:
            (write or (lambda library, b: library.articles.edit(b, 0, 0, "别")))(other, shown_block)
        window.session.poll()
        return window.article.deciding.bar

    return made


def verbs(window):
    return [wish.verb for wish in window.session.library.journal.history()]


def test_both_texts_are_shown_and_neither_is_mixed(window, clash, texts):
    bar = clash()
    assert bar.isVisible()
    assert (bar.mine.toPlainText(), bar.theirs.toPlainText()) == (MINE, OTHER)
    assert shown(window)[1] == OTHER
    assert texts(window)[1] == OTHER
    assert START[0] in bar.said.text()
    assert "Both texts are shown" in window.status.said.text()
    assert [len(e.extraSelections()) for e in (bar.mine, bar.theirs)] == [1, 1]
    assert not window.article.typing.pending
    assert window.article.settled()


def test_mine_is_kept_by_a_key_and_undo_brings_the_other_back(window, clash, qtbot, texts, press):
    bar = clash()
    qtbot.keyClick(window.article.edit, Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(bar.isHidden)
    assert texts(window)[1] == shown(window)[1] == MINE
    assert window.article.edit.caret() == (1, 1)
    assert window.focusWidget() is window.article.edit
    press(window, "actionUndo")
    assert texts(window)[1] == OTHER


def test_theirs_is_kept_and_mine_is_one_step_away(window, clash, qtbot, texts, press):
    bar = clash()
    qtbot.keyClick(window.article.edit, Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(bar.isHidden)
    assert texts(window)[1] == OTHER
    assert "Yours is in the journal" in window.status.said.text()
    press(window, "actionRedo")
    assert texts(window)[1] == MINE
    press(window, "actionUndo")
    press(window, "actionUndo")
    assert texts(window)[1] == START[1]


def test_tab_leads_to_the_buttons_and_escape_back_to_the_text(window, clash, qtbot):
    bar = clash()
    way = list(bar.way())
    way[0].setFocus()
    seen = [window.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
        seen.append(window.focusWidget())
    assert seen == [bar.mine, bar.keep_mine, bar.theirs, bar.keep_theirs]
    qtbot.keyClick(bar.keep_theirs, Key.Key_Escape)
    assert window.focusWidget() is window.article.edit
    assert bar.isVisible()
    bar.keep_mine.setFocus()
    qtbot.keyClick(bar.keep_mine, Key.Key_Space)
    assert bar.isHidden()


def test_characters_of_the_page_stay_what_they_are(window, clash, qtbot):
    before = [o for o in window.article.article.blocks[1].origin if not o.typed]
    qtbot.mouseClick(clash().keep_mine, Qt.MouseButton.LeftButton)
    after = [o for o in window.article.article.blocks[1].origin if not o.typed]
    assert [(o.source, o.at) for o in after] == [(o.source, o.at) for o in before]


def test_what_was_typed_is_in_the_journal_though_nobody_decides(window, clash, path, open_window):
    clash()
    window.close()
    with Library.open(path) as library:
        assert library.journal.peek()[1].detail["new"] == "Q"


def test_it_meets_at_the_save_too(window, qtbot, texts):
    """The other writes between typing and the save, and nobody has looked."""
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    block = window.article.edit.sheet.blocks[1].id
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.articles.edit(block, 2, 4, "")
    assert window.article.typing.flush()
    bar = window.article.deciding.bar
    assert bar.mine.toPlainText() == MINE
    assert texts(window)[1] == bar.theirs.toPlainText() == START[1][:2] + START[1][4:]


def test_the_store_refuses_what_was_overtaken(window):
    block = window.article.edit.sheet.blocks[1].id
    articles = window.session.library.articles
    with pytest.raises(UsageError, match="overtaken"):
        articles.edit_all(block, [(0, 0, "甲")], base="what it never read")
    assert articles.block(block).text == START[1]


def test_the_same_written_twice_is_no_question(window, clash, texts):
    bar = clash(lambda library, block: library.articles.edit(block, 0, 0, "Q"))
    assert bar.isHidden()
    assert texts(window)[1] == MINE


def test_a_paragraph_that_was_joined_takes_mine_where_it_stands(window, clash, qtbot, texts):
    def join(library, block):
        first = library.articles.get(window.article.article.id).blocks[1].id
        library.articles.join(first, block)

    bar = clash(join, block=2)
    assert bar.mine.toPlainText() == START[1] + "Q" + START[2]
    qtbot.mouseClick(bar.keep_mine, Qt.MouseButton.LeftButton)
    assert texts(window) == [START[0], START[1] + "Q" + START[2]]


@pytest.mark.parametrize(("at", "mine"), [(1, "为Q全面落实有"), (7, "关Q工作部署，强化动态分析。")])
def test_a_paragraph_that_was_split_takes_mine_in_its_part(window, clash, qtbot, texts, at, mine):
    bar = clash(lambda library, block: library.articles.split(block, 6), at=at)
    assert bar.mine.toPlainText() == mine
    qtbot.mouseClick(bar.keep_mine, Qt.MouseButton.LeftButton)
    now = texts(window)
    assert mine in now
    assert "".join(now).replace("Q", "") == "".join(START)


def test_a_paragraph_that_is_gone_is_kept_until_it_is_copied(window, clash, qtbot, monkeypatch):
    asked = []

    def take_away(library, block):
        library.articles.edit(block, 0, 0, "别")
        library.articles.edit(block, 3, 4, "")
        library.articles.join(window.article.article.blocks[1].id, block)

    bar = clash(take_away, block=2)
    assert bar.isVisible()
    assert not bar.keep_mine.isVisible()
    assert not window.article.settled()
    monkeypatch.setattr(window.wishes, "lose", lambda: asked.append(1))
    window.close()
    assert asked
    assert window.isVisible()
    qtbot.mouseClick(bar.copy_mine, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Q" + START[2]
    qtbot.mouseClick(bar.keep_theirs, Qt.MouseButton.LeftButton)
    assert window.article.settled()
    assert bar.isHidden()


def test_what_is_typed_in_an_issue_that_is_withdrawn_is_in_it(window, clash, path):
    shown_article = window.article.article
    bar = clash(lambda library, _: library.issues.withdraw([shown_article.issue]))
    assert bar.isHidden()
    assert window.article.article is None or window.article.article.id != shown_article.id
    with Library.open(path, Mode.WRITE) as library:
        assert library.articles.block(shown_article.blocks[1].id).text == MINE


def test_questions_wait_for_each_other(window, clash, qtbot, texts):
    bar = clash()
    clash(block=2)
    assert "1 more paragraph waits" in bar.said.text().replace(
        "paragraph(s) wait", "paragraph waits"
    )
    qtbot.mouseClick(bar.keep_mine, Qt.MouseButton.LeftButton)
    assert bar.mine.toPlainText() == "Q" + START[2]
    qtbot.mouseClick(bar.keep_theirs, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert texts(window)[1:] == [MINE, "别" + START[2]]


def test_where_there_is_no_room_mine_stays_on_the_screen(window, clash, monkeypatch, texts):
    """It cannot even be put aside: the run stays, is tried again, and is put aside at last."""

    def refused(*_, **__):
        raise DiskFullError("library")

    with monkeypatch.context() as patch:
        patch.setattr(run, "differences", lambda *_: [(0, 0, "x")])
        patch.setattr("reader.ui.article.run.Typing._journal", lambda *_: False)
        patch.setattr(window.session, "fault", DiskFullError("library"))
        bar = clash()
        assert window.article.typing.pending
        assert bar.isHidden()
        assert shown(window)[1] == MINE
    assert window.article.typing.flush()
    assert bar.isVisible()
    assert texts(window)[1] == OTHER


def test_mine_is_put_where_it_belongs_from_another_article(window, clash, qtbot, press, texts):
    bar = clash()
    press(window, "actionNextArticle")
    assert shown(window) == NEXT
    assert bar.isVisible()
    qtbot.mouseClick(bar.keep_mine, Qt.MouseButton.LeftButton)
    assert shown(window)[1] == MINE


def test_another_library_takes_the_question_away(window, clash, tmp_path):
    bar = clash()
    window.open_library(tmp_path / "other.db")
    assert bar.isHidden()
    assert not window.article.deciding.unkept


def test_the_bar_wears_the_theme(window, clash):
    bar = clash()
    for name in ("dark", "light"):
        window.dress(name)
        one = bar.mine.extraSelections()[0]
        wash = one.format.background().color()
        assert wash == window.colours.color("human-wash")


# --- differences ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("甲", ""), ("", "甲"), ("甲乙丙", "甲丁丙"), ("甲乙丙丁", "乙丙丁戊"),
     ("aXbXc", "abc"), ("甲" * 5000, "乙" * 5000)],
)  # fmt: skip
def test_differences_lead_from_one_to_the_other(old, new):
    text = old
    for start, end, typed in differences(old, new):
        text = text[:start] + typed + text[end:]
    assert text == new
    assert bool(unlike(old, new)) == (old != new)


def block(name, text):
    return BlockText(name, Kind.PARA, text, (), supplied=False)


@pytest.mark.parametrize(
    ("now", "mine", "found"),
    [
        ([("a", "甲乙")], "甲丙", ("a", "甲丙", "甲乙")),
        ([("a", "甲"), ("b", "乙")], "甲丙乙", ("a", "甲丙", "甲")),
        ([("a", "甲"), ("b", "乙")], "甲乙丙", ("b", "乙丙", "乙")),
        ([("a", "甲"), ("b", "乙")], "丁", (None, "丁", "甲\n乙")),
        ([("a", "甲"), ("b", "丁")], "甲乙丙", ("a", "甲乙丙", "甲")),
        ([("c", "前甲乙后")], "甲丙", ("c", "前甲丙后", "前甲乙后")),
        ([("c", "前")], "甲丙", (None, "甲丙", "")),
    ],
)
def test_where_mine_belongs(now, mine, found):
    both = overtaken([block(*one) for one in now], "a", "甲乙", mine)
    assert (both.block, both.mine, both.theirs) == found
