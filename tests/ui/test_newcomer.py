"""What somebody stumbled over who saw the window for the first time."""

from pathlib import Path

import pytest
from acting import add, compose, turn_wheel
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from seeing import said

from reader import settings
from reader.model import IssueFacts
from reader.settings import Settings
from reader.store.library import Library, Mode
from reader.store.suggest import Suggestion
from reader.ui import program
from reader.ui.dialogs.cheatsheet import CheatSheet
from reader.ui.dialogs.report import ReportDialog
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.filedialog import FileDialog
from reader.ui.issues.choosing import ChooseIssue
from reader.ui.rows import FACT
from reader.ui.standing import placed

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton
PAGE = "#社区晨报 第1版\n\n#2025年\n\n#印刷\n\n=标题\n\n正文一共有\n两行。\n"


@pytest.fixture
def many(tmp_path):
    """Make a library of so many issues that the list scrolls, with furniture in each."""
    made = tmp_path / "many.db"
    with Library.open(made, Mode.CREATE) as library:
        for number in range(40):
            facts = IssueFacts("社区晨报", f"{2022 + number // 12}-{number % 12 + 1:02}", True,
                               None, 1)  # fmt: skip
            add(
                library,
                PAGE + f"\n第{number}期。\n" + "\n#杂项\n" * (number % 9),
                f"{number}.txt",
                facts,
            )
        library.index.catch_up()
    return made


def scrolled_to_the_end(window, qtbot):
    """Unfold the furniture, and scroll the list to its end with the wheel."""
    window.resize(1280, 720)
    QApplication.processEvents()
    qtbot.mouseClick(window.issues.furniture.row, LEFT)
    QApplication.processEvents()
    for _ in range(30):
        turn_wheel(window.issues.issue_list, -120)
    return window.issues.issue_list


def test_a_click_after_scrolling_moves_the_highlight(open_window, many, qtbot):
    window = open_window(many)
    issues, view = window.issues, scrolled_to_the_end(window, qtbot)
    before, place = view.currentIndex().row(), QPoint(60, 10)
    row = view.rowAt(place.y())
    wanted = issues.issues.fact(row)
    qtbot.mousePress(view.viewport(), LEFT, pos=place)
    assert view.rowAt(place.y()) != row  # the rows moved: there is more room now
    qtbot.mouseMove(view.viewport(), place + QPoint(1, 1))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place)
    assert row != before
    assert issues.lists.shown.id == wanted.id
    assert [index.row() for index in view.selectedIndexes()] == [view.currentIndex().row()] == [row]
    assert window.article.article.issue == wanted.id


def test_a_hand_that_trembles_on_the_button_chooses_one_issue(open_window, many, qtbot):
    window = open_window(many)
    view = scrolled_to_the_end(window, qtbot)
    place = QPoint(60, 10)
    row = view.rowAt(place.y())
    qtbot.mousePress(view.viewport(), LEFT, pos=place)
    for step in range(1, 3):
        at = QPointF(place + QPoint(step, step))
        QApplication.sendEvent(view.viewport(), QMouseEvent(
            QEvent.Type.MouseMove, at, QPointF(view.viewport().mapToGlobal(at.toPoint())),
            Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier))  # fmt: skip
    qtbot.mouseRelease(view.viewport(), LEFT, pos=place + QPoint(2, 2))
    assert view.currentIndex().row() == row


@pytest.fixture
def chooser(monkeypatch):
    """Answer the file dialogs, and note what they proposed."""
    proposed = []

    def answer(path):
        def chosen(_parent, _title, at, *_, **__):
            proposed.append(Path(at))
            return str(path), ""

        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(FileDialog, name, chosen)
        return proposed

    return answer


class TestLibraries:
    @pytest.fixture
    def warned(self, window, chooser, press, tmp_path):
        bad = tmp_path / "bad.db"
        bad.write_text("no library")
        chooser(bad)
        press(window, "actionOpenLibrary")
        assert window.status.property("trouble")
        assert "bad.db" in said(window)
        return window

    def test_a_warning_gives_way_to_the_answer_of_the_next_wish(self, warned, press):
        press(warned, "actionNextDoubt")
        press(warned, "actionNextDoubt")
        assert not warned.status.property("trouble")
        assert said(warned)
        assert "bad.db" not in said(warned)

    def test_a_warning_goes_when_another_library_is_opened(self, warned, chooser, press, tmp_path):
        chooser(tmp_path / "fresh.db")
        press(warned, "actionNewLibrary")
        assert warned.session.library.path.name == "fresh.db"
        assert not warned.status.property("trouble")
        assert "bad.db" not in said(warned)

    def test_what_could_not_be_saved_stays_said(self, window, press):
        window.status.trouble("not saved")
        press(window, "actionNextDoubt")
        assert said(window) == "not saved"

    def test_a_new_library_is_proposed_a_free_name(self, window, chooser, press, tmp_path, path):
        proposed = chooser("")
        press(window, "actionNewLibrary")
        (tmp_path / "library-2.db").touch()
        press(window, "actionNewLibrary")
        assert [one.name for one in proposed] == ["library-2.db", "library-3.db"]

    def test_to_choose_the_library_that_is_open_is_answered(self, window, chooser, press, path):
        chooser(path)
        press(window, "actionNewLibrary")
        assert said(window).startswith("Nothing was made: library.db is there already, and open.")
        assert window.status.property("trouble")


class TestTopics:
    @pytest.fixture
    def topics(self, window):
        article = window.article.article.id
        for name in ("经济", "社区治理"):
            window.session.write(window.session.library.tags.add, name, [article])
        window.tags.list.setFocus()
        window.tags.list.go("经济")
        return window

    def test_merging_makes_no_topic(self, topics, qtbot, press):
        qtbot.keyClick(topics.tags.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        line = topics.tags.input
        compose(line, commit="社区治里")
        assert not line.popup.isVisible()
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert said(topics) == "There is no topic 社区治里 to merge into. Choose one from the list."
        assert {t.name for t in topics.session.library.tags.list()} == {"经济", "社区治理"}
        line.selectAll()
        compose(line, commit="社区")
        assert [row.name for row in line.rows.facts] == ["社区治理"]
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert {t.name for t in topics.session.library.tags.list()} == {"社区治理"}
        compose(line, commit="新的")  # for an article one may be made again
        assert line.rows.facts[-1].new

    def test_a_deleted_topic_is_suggested_no_more(self, topics, qtbot, press):
        article = topics.article.article.id
        topics.session.write(topics.session.library.tags.remove, "经济", [article])
        offering = topics.tags.offering
        found = [Suggestion("经济", 2.0, 2, known=True, words=(("经济", 7),))]
        offering.asking.found.emit(article, found)
        assert [row.name for row in topics.tags.suggestions.shown] == ["经济"]
        topics.tags.list.go("经济")
        qtbot.keyClick(topics.tags.list, Qt.Key.Key_Delete)
        assert topics.tags.suggestions.shown == ()
        press(topics, "actionUndo")
        assert [row.name for row in topics.tags.suggestions.shown] == ["经济"]


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [("tag:政务", "tag", "政务"), ("date:2025-08", "date", "2025-08"),
     ("issue:晨报", "issue", "晨报"), ("tag:政务|经济", "tag", "政务")],
)  # fmt: skip
def test_what_filters_counts_what_it_holds(window, qtbot, press, typed, field, value):
    rows = [row for row in window.session.library.articles.rows() if row.date == "2025-08"]
    for name in ("政务/会议", "政务/通知"):
        window.session.write(window.session.library.tags.add, name, [row.id for row in rows])
    press(window, "actionSearch")
    compose(window.search_box, commit=f"的 {typed}")
    pane = window.search
    qtbot.waitUntil(lambda: not window.search_box.pause.isActive() and not pane.searching)
    hits = 3 if field != "issue" else 5
    found = {(row.field, row.value): (row.count, row.picked) for row in pane.facets.rows.facts}
    assert pane.counts.text().startswith(f"{hits} hits")
    assert found[field, value] == (hits, 1)


def test_the_report_of_an_import_shows_what_was_refused_first(window, tmp_path, qtbot):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        page = f"=第{number}篇\n\n正文{number}共有\n两行。\n"
        (folder / f"{number:02}.txt").write_text(page, "utf-8")
    (folder / "35.txt").write_bytes(b"")
    (folder / "37.txt").write_bytes(b"\x00\x01\x02" * 50)
    window.filing.take_in([folder])
    report = window.findChild(ReportDialog)
    qtbot.waitUntil(lambda: report.ended, timeout=60_000)
    shown = [report.rows.cells(row)[:2] for row in range(4)]
    assert [status for status, _ in shown] == ["refused", "refused", "imported", "imported"]
    assert [name for _, name in shown] == ["35.txt", "37.txt", "00.txt", "01.txt"]
    assert report.table.currentIndex().row() == 0
    assert report.table.rowAt(1) == 0
    assert "35.txt" in report.more.text()
    qtbot.keyClick(report.table, Qt.Key.Key_Down)
    assert "37.txt" in report.more.text()


def test_the_last_withdrawn_is_brought_back_first(window, qtbot, press):
    library = window.session.library
    sample = next(row.id for row in library.issues.rows() if row.sample)
    mine = next(row.id for row in library.issues.rows() if not row.sample)
    window.filing.withdraw_samples()
    window.issues.revealing.go_to(mine)
    press(window, "actionWithdraw")
    press(window, "actionBringBack")
    dialog = window.findChild(ChooseIssue)
    assert [row.id for row in dialog.issues.facts] == [mine, sample]
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert [row.id for row in library.issues.rows()] == [mine]


def test_furniture_of_several_pages_names_the_page(window, qtbot, press):
    issues = window.issues
    both = [row.id for row in window.session.library.issues.rows()]
    issues.revealing.go_to(both[1])
    qtbot.mouseClick(issues.furniture.row, LEFT)
    plain = issues.furniture.list.grab().toImage()
    assert not issues.furniture.list.itemDelegate().several
    window.session.write(window.session.library.issues.merge, both[:1], both[1])
    assert issues.furniture.list.itemDelegate().several
    assert len({aside.page for aside in issues.furniture.lines.facts}) >= 1
    assert issues.furniture.list.grab().toImage() != plain


def test_what_was_wrong_in_the_form_goes_with_the_next_key(window, qtbot, press):
    form = window.issues.correcting.form
    press(window, "actionCorrectIssue")
    compose(form.date, commit="soon")
    qtbot.keyClick(form.date, Qt.Key.Key_Return)
    assert form.wrong.isVisible()
    tall = form.height()
    qtbot.keyClick(form.date, Qt.Key.Key_Backspace)
    assert form.wrong.isHidden()
    assert form.height() < tall
    assert form.isVisible()


def test_every_row_of_the_key_sheet_says_of_what(window, press):
    press(window, "actionKeys")
    sheet = window.findChild(CheatSheet)
    words = {one.text() for one in sheet.findChildren(QLabel)}
    assert {"Block one place up", "Block one place down"} <= words
    assert not {"Up", "Down", "Delete", "Rename", "Merge into"} & words


def test_typing_in_a_library_to_be_read_only_is_answered(window, open_window, path, qtbot):
    second = open_window(path)
    assert window.session.writable
    assert not second.session.writable
    for code in (Qt.Key.Key_A, Qt.Key.Key_Backspace):
        second.status.tell("")
        second.article.edit.setFocus()
        qtbot.keyClick(second.article.edit, code)
        assert said(second) == "Nothing can be typed: the library is open for reading."


def test_an_article_without_any_text_has_a_name_in_the_lists(window, qtbot, texts):
    edit = window.article.edit
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert window.article.typing.flush()
    assert not "".join(texts(window))
    view = window.issues.contents_list
    row = window.issues.contents.row_of(window.article.article.id)
    index = window.issues.contents.index(row, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole).startswith("(no text), ")
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("(no text)\n")
    assert view.itemDelegate().sayings.headline(window.issues.contents.fact(row)) == "(no text)"


class TestDialogs:
    ROOM = QRect(0, 0, 1280, 800)

    @pytest.mark.parametrize(
        ("over", "wanted"),
        [
            (QRect(100, 100, 1000, 600), QRect(200, 150, 800, 500)),
            (QRect(-600, -400, 1000, 600), QRect(0, 32, 800, 500)),
            (QRect(900, 600, 1000, 600), QRect(480, 300, 800, 500)),
        ],
    )
    def test_a_dialog_stands_wholly_on_the_screen(self, over, wanted):
        assert placed(QSize(800, 500), over, self.ROOM, 32) == wanted

    def test_one_that_is_too_large_is_made_smaller(self):
        found = placed(QSize(2000, 2000), QRect(0, 0, 800, 600), self.ROOM, 32)
        assert found == QRect(0, 32, 1280, 768)

    def test_it_stands_over_the_middle_of_its_window(self, window, press):
        free = window.screen().availableGeometry()
        window.setGeometry(-300, -400, 800, 600)
        press(window, "actionSettings")
        dialog = window.findChild(SettingsDialog)
        assert free.contains(dialog.frameGeometry())
        dialog.reject()
        window.setGeometry(0, 60, 800, 600)
        press(window, "actionSettings")
        dialog = window.findChildren(SettingsDialog)[-1]
        assert free.contains(dialog.frameGeometry())
        # a place that was asked for: else a manager of windows may choose another
        assert dialog.testAttribute(Qt.WidgetAttribute.WA_Moved)
        middle = dialog.geometry().center() - window.geometry().center()
        assert middle.manhattanLength() <= 40
        dialog.move(5, 60)
        dialog.hide()
        dialog.show()
        assert dialog.pos() == QPoint(5, 60)


def test_results_in_a_small_window_take_the_room_of_the_source(window, qtbot, press):
    window.resize(1000, 480)
    press(window, "actionToggleSource")
    assert window.source.isVisible()
    press(window, "actionSearch")
    compose(window.search_box, commit="文字")
    qtbot.waitUntil(lambda: window.seeking.open)
    assert not window.source.isVisible()
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    if window.seeking.open:
        window.seeking.leave()
    assert window.source.isVisible()


def test_imports_of_one_name_are_told_apart_in_the_journal(open_window, tmp_path, press):
    path = tmp_path / "twice.db"
    with Library.open(path, Mode.CREATE) as library:
        for date in ("2025-03", "2025-05"):
            facts = IssueFacts("社区晨报", date, True, None, 1)
            add(library, PAGE + f"\n{date}。\n", "01.txt", facts)
        add(
            library,
            PAGE + "\n另一版。\n",
            "01.txt",
            IssueFacts("社区晨报", "2025-05", True, None, 2),
        )
    window = open_window(path)
    press(window, "actionJournal")
    pane = window.journal
    entries = [pane.rows.index(row, 0).data(FACT) for row in range(pane.rows.rowCount())]
    assert [pane.saying.what(one) for one in entries] == ["Import 01.txt"] * 3
    assert [pane.saying.where(one) for one in entries] == [
        "May 2025·p. 2·社区晨报", "May 2025·社区晨报", "Mar 2025·社区晨报",
    ]  # fmt: skip
    assert "Mar 2025·社区晨报" in pane.rows.index(2, 0).data()


@pytest.mark.parametrize("shown", [True, False])
def test_another_language_keeps_the_search_and_the_settings(
    qtbot, dressed, path, monkeypatch, shown
):
    monkeypatch.delenv("JIAOKAN_LANG")
    settings.save(Settings(language="en"))
    program.speak(dressed, "en")
    stage = program.Stage(dressed)
    old = stage.window
    old.show()
    old.open_library(path)
    compose(old.search_box, commit="文字")
    qtbot.waitUntil(lambda: old.seeking.open)
    if not shown:
        qtbot.keyClick(old.search_box, Qt.Key.Key_Escape)
    assert old.seeking.open == shown
    old.actions_by_id["actionSettings"].trigger()
    dialog = old.findChild(SettingsDialog)
    dialog.move(60, 70)
    dialog.language.setFocus()
    qtbot.keyClick(dialog.language, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.window is not old and stage.window.session.is_open)
    new = stage.window
    qtbot.addWidget(new, before_close_func=lambda w: w.session.close())
    qtbot.waitUntil(lambda: new.findChild(SettingsDialog) is not None)
    again = new.findChild(SettingsDialog)
    assert again.isVisible()
    assert again.pos() == QPoint(60, 70)
    assert again.focusWidget() is again.language
    assert new.search_box.text() == "文字"
    assert new.seeking.open == shown
    again.reject()
    new.search_box.setFocus()
    qtbot.keyClick(new.search_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: new.seeking.open)
    program.speak(dressed, "en")
