"""Running the engine again and letting it learn, from the menu: first told, then done."""

from __future__ import annotations

import re

import pytest
from acting import add
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog

from reader.cli.clue_words import clue_words as told_by_command
from reader.cli.words import Words as CommandWords
from reader.model import IssueFacts, Reads, Reason
from reader.rerunning import Rerunning
from reader.store.library import Library, Mode
from reader.store.proposed import BlockChange, PageChanges, SeamChange, What
from reader.text.adapting import Adapted, Refusal
from reader.text.known import OWN
from reader.text.plastic import ClueChange
from reader.text.vocabulary import Vocabulary
from reader.ui import changewords, cluewords, engine
from reader.ui.dialogs.engine import EngineDialog
from reader.ui.reasons import Reasons


def question(window) -> EngineDialog | None:
    return next((d for d in window.findChildren(EngineDialog) if d.isVisible()), None)


def start(window, qtbot, name: str) -> None:
    window.actions_by_id[name].trigger()
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    qtbot.wait(1)


def press(window, qtbot, name: str) -> None:
    qtbot.mouseClick(getattr(question(window), name), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    qtbot.wait(1)


def test_running_again_is_asked_first_and_undone(window, qtbot):
    before = [row.title for row in window.session.library.articles.rows()]
    start(window, qtbot, "actionRerun")
    assert "Line ends that would read otherwise" in question(window).said.text()
    assert [row.title for row in window.session.library.articles.rows()] == before
    press(window, qtbot, "go")
    assert window.session.library.journal.history()[0].verb == "rerun"
    assert window.words.wish(window.session.library.journal.history()[0]) == "run the engine again"
    start(window, qtbot, "actionRerun")
    assert question(window) is None


def test_what_changed_is_counted_line_ends_and_blocks(window):
    told = []
    window.status.tell = told.append
    engine.Engine(window)._on_rerun(foreseen().found)
    assert told == ["Run again: line ends changed: 2, blocks: 6. Undo takes it back."]


def test_how_sure_and_why_are_columns_of_line_ends_alone(window):
    page = PageChanges("p", "i", 1, (), CHANGES[2:], 0)
    words = changewords.ChangeWords(
        window.words, changewords.Foreseen(Rerunning(1, (page,)), {}, {})
    )
    assert words.names() == ("Issue", "Article", "Line", "From → to", "Text")
    assert words.row((page, CHANGES[2]))[-2:] == ("Paragraph → Headline", "新泾镇")
    assert words.kept(engine._CHANGES) == (90, 160, 50, 210, 250)


def test_it_is_left_when_that_is_chosen(window, qtbot):
    start(window, qtbot, "actionRerun")
    press(window, qtbot, "leave")
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
        in question(window).said.text()
    )
    told = []
    window.status.tell = told.append
    press(window, qtbot, "go")
    assert told[-1].startswith("Learnt.")


@pytest.mark.parametrize("refusal", [None, *Refusal])
def test_the_words_of_the_newspaper_are_told_and_listed(window, qtbot, monkeypatch, refusal):
    own = Vocabulary(("新泾", "彭浦"), 3, 20, 5, 4)
    found = Adapted(7, refusal=refusal, told=tuple(CLUES), own=own)
    monkeypatch.setattr(engine, "measure", lambda *_: found)
    start(window, qtbot, "actionLearn")
    said = question(window).said.text()
    assert "Words that this newspaper often uses: 2." in said
    assert "With them 4 of 20 verdicts held out are read wrongly, without them 5." in said
    assert "Left out, as verdicts speak against them: 3." in said
    assert ("would weigh otherwise" in said) == (refusal is None)
    assert ("60 are needed" in said) == (refusal is Refusal.FEW)
    assert "Nothing was learnt" not in said
    model = question(window).table.model()
    assert model.rowCount() == len(own.words) + (len(CLUES) if refusal is None else 0)
    last = [model.index(model.rowCount() - 1, column).data() for column in range(3)]
    assert last == list(cluewords.clue_words("彭浦"))
    assert "彭浦" in last[0]
    assert last[1:] == ["speaks more for going on", f"{OWN:.2f}"]
    press(window, qtbot, "leave")


def test_words_alone_are_learnt_and_the_journal_says_so(window, qtbot, monkeypatch):
    monkeypatch.setattr("reader.learning.gather", lambda *_: ("新泾",))
    start(window, qtbot, "actionLearn")
    press(window, qtbot, "go")
    wish = window.session.library.journal.history()[0]
    assert window.words.wish(wish) == "learn from the text"
    assert window.session.library.teaching.field().words == {"新泾"}
    assert Reasons(window.words).reason(Reason("own_cut", ("新泾",))) == (
        "the line end cuts 新泾, which this newspaper often has in one"
    )


def test_words_that_do_harm_are_told_and_go(window, qtbot, monkeypatch):
    own = Vocabulary((), 0, 20, 4, 5, refused=True)
    found = Adapted(7, refusal=Refusal.FEW, own=own, drops=True)
    monkeypatch.setattr(engine, "measure", lambda *_: found)
    start(window, qtbot, "actionLearn")
    said = question(window).said.text()
    assert "Those that were learnt before are left out." in said
    assert "5 of the verdicts held out would be wrong, without 4; none was taken." in said
    press(window, qtbot, "leave")
    told = []
    window.status.tell = told.append
    engine.Engine(window)._on_measured(Adapted(7, refusal=Refusal.FEW, own=own))
    assert "60 are needed" in told[0]
    assert "none was taken" in told[0]


def test_no_question_stays_behind_a_window_that_is_closed(window, qtbot, monkeypatch):
    found = Adapted(100, 20, 5, 3, 9, 2)
    monkeypatch.setattr(engine, "measure", lambda *_: found)
    start(window, qtbot, "actionLearn")
    assert question(window).isVisible()
    assert window.close()
    assert QApplication.activeModalWidget() is None
    holder = engine.Engine(window)
    holder._on_measured(found)  # a job that ended while the window was closed
    holder._on_foreseen(changewords.Foreseen(Rerunning(3, ()), {}, {}))
    assert QApplication.activeModalWidget() is None
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_one_job_at_a_time_and_it_can_be_cancelled(window, monkeypatch):
    told = []
    window.status.tell = told.append
    holder = engine.Engine(window)
    holder._on_cancelled()
    holder._on_foreseen(changewords.Foreseen(Rerunning(3, ()), {}, {}))
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
        assert engine.foresee(library, report).found.pages == engine.again(library, report).pages
        assert engine.measure(library, report).refusal is Refusal.FEW
        assert engine.take(library, report).refusal is Refusal.FEW
    assert done


# --- the lists --------------------------------------------------------------------------

SEAM = SeamChange("a", 7, 40, Reads.PARA, Reads.JOIN, 0.93, (Reason("short", ("3", "9")),),
                  "部\n署", "，强")  # fmt: skip
CHANGES = (
    SEAM,
    SeamChange(None, 8, 50, None, Reads.SPACE, 0.5, (), "A", "B"),
    BlockChange("a", 1, What.KIND, "para", "title", "新泾镇"),
    BlockChange("a", 2, What.MOVE, "a", "", "第一"),
    BlockChange(None, 3, What.MOVE, "", "new", "第二"),
    BlockChange("a", 4, What.DOUBLED, "", "1", "重出"),
    BlockChange("a", 4, What.DOUBLED, "1", "", "重出"),
    BlockChange("a", 5, What.ORDER, "", "", "次序"),
)


def foreseen():
    page = PageChanges("p", "i", 1, CHANGES[:2], CHANGES[2:], 3)
    return changewords.Foreseen(Rerunning(1, (page,)), {"a": "甲文"}, {"i": "2025-08"})


def test_each_change_is_told_with_its_article_and_from_what_to_what(window):
    words = changewords.ChangeWords(window.words, foreseen())
    rows = [words.row(change) for change in foreseen().rows]
    assert rows[0][:6] == (
        "Aug 2025", "甲文", "7", "a new paragraph → joined", "93 %", "部\n署│，强",
    )  # fmt: skip
    assert "3 ems wide" in rows[0][6]
    assert [(row[1], row[3]) for row in rows[1:]] == [
        ("the page", "as it stands → joined with a space"),
        ("甲文", "Paragraph → Headline"),
        ("甲文", "甲文 → the page"),
        ("the page", "the page → a new article"),
        ("甲文", "doubled text is struck"),
        ("甲文", "doubled text is read"),
        ("甲文", "the order of the articles"),
    ]
    assert words.counts()[0] == "a block stands elsewhere: 2"
    assert len(words.counts()) == 7
    assert len(words.names()) == len(rows[0])


WRAPPED = (
    "=新桥通车\n\n"
    "　　昨天上午，新桥正式通车，沿线居民出行\n时间缩短一半。\n"
    "　　桥长三百米，宽二十米，双向四个车道，\n两侧都有人行道。\n"
    "　　工程去年三月开工，今年六月完工，总投\n资两亿元。\n"
)
"""A page of which the draft of the tests reads all lines as one paragraph, and no engine would."""


def test_the_list_is_looked_through_and_copied_before_anything_is_done(window, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        add(other, WRAPPED, "bridge.txt", IssueFacts("社区晨报", "2025-06", True, None, 1))
        other.index.catch_up()
    window.session.poll()
    before = window.session.library.journal.history()
    start(window, qtbot, "actionRerun")
    dialog = question(window)
    model = dialog.table.model()
    QAbstractItemModelTester(model)
    assert model.rowCount() > 1
    assert QApplication.focusWidget() is dialog.table
    counts = re.findall(r": (\d+)", dialog.said.text().splitlines()[0])
    assert sum(map(int, counts)) == model.rowCount()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Issue\tArticle\tLine\tFrom → to")
    assert len(copied) == 2
    assert copied[1].count("\t") == copied[0].count("\t")
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + model.rowCount()
    articles = {row.title for row in window.session.library.articles.rows()}
    assert {model.index(row, 1).data() for row in range(model.rowCount())} & articles
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert question(window) is None
    assert window.session.library.journal.history() == before


CLUES = [
    ClueChange((("end", "s"), ("blanks", "0"), ("cut", "-")), 0.5),
    ClueChange((("reach", "f"), ("stops", "4"), ("blanks", "7")), -1.25),
    ClueChange((("cut", "-"),), 0.1),
    ClueChange((("unheard", "of"),), 0.1),
]


@pytest.mark.parametrize("clue", CLUES)
def test_a_clue_is_told_as_the_command_tells_it(dressed, clue):
    seen, way, pull = cluewords.clue_words(clue)
    said = told_by_command(clue, CommandWords("en"))
    assert said.startswith(f"{seen}: {way} (")
    assert pull in said


def test_the_clues_stand_in_the_question(window, qtbot, monkeypatch):
    found = Adapted(100, 20, 5, 3, 9, 2, told=tuple(CLUES))
    monkeypatch.setattr(engine, "measure", lambda *_: found)
    start(window, qtbot, "actionLearn")
    dialog = question(window)
    model = dialog.table.model()
    assert model.index(0, 0).data() == (
        "the line above ends with a full stop, no blank line stands between"
    )
    assert model.index(1, 1).data() == "speaks more for an end"
    assert model.index(1, 2).data() == "1.25"
    press(window, qtbot, "leave")
    assert all(wish.verb != "learn" for wish in window.session.library.journal.history())
