"""Five journeys from an empty library to an export, by keys and clicks; the file is read."""

import csv
import json
import os
import subprocess
import sys

import pytest
from acting import compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from reader.store.check import check
from reader.ui.filedialog import FileDialog

pytestmark = pytest.mark.window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGE = (
    "社区晨报 2025年9月{day}日 第{page}版\n\n\n　　    社区治理有了新办法\n\n\n"
    "    本报讯 长宁区的社区治理工作第{day}次会议在这\n里召开，居民代表们提出了许多意见和建议。\n\n"
    "    会议指出，营商环境的改善离不开每一家企业，第{page}步\n要走稳走实，不能停留在口头上。\n"
)


class Hand:
    """A person at the window: presses keys, clicks, and waits for what they see."""

    def __init__(self, qtbot, press):
        self.bot, self.press = qtbot, press
        self.window = None

    def open(self, window):
        self.window = window
        return self

    def key(self, code, modifiers=Qt.KeyboardModifier.NoModifier):
        self.bot.keyClick(self.window.focusWidget(), code, modifiers)

    def do(self, name):
        self.press(self.window, name)

    def click(self, widget, pos=None):
        self.bot.mouseClick(widget, LEFT, pos=pos or widget.rect().center())

    def write(self, text):
        """Write with an input method: first what is composed, then what is meant."""
        there = self.window.focusWidget()
        compose(there, "pin yin")
        compose(there, commit=text)

    def type(self, text):
        self.bot.keyClicks(self.window.focusWidget(), text)

    def wait(self, true):
        self.bot.waitUntil(true, timeout=10_000)

    def back(self):
        """Come back to the window, as a window manager does when a dialog has gone."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def idle(self):
        self.wait(lambda: not self.window.session.busy)

    def dialog(self, name):
        self.wait(lambda: any(d.isVisible() for d in self.window.findChildren(QDialog, name)))
        return next(d for d in self.window.findChildren(QDialog, name) if d.isVisible())

    def row(self, view, row):
        """Click on a row of a list."""
        self.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())

    def put(self, block, at):
        """Click into the text before a character."""
        edit = self.window.article.edit
        edit.ensureCursorVisible()
        cursor = edit.textCursor()
        cursor.setPosition(edit.sheet.position(block, at))
        self.click(edit.viewport(), edit.cursorRect(cursor).center())
        assert edit.caret() == (block, at)

    def tree(self, name):
        """Click on a topic of the tree."""
        view = self.window.tags.list
        at = view.visualRect(self.window.tags.tags.index_of(name))
        self.click(view.viewport(), at.topLeft() + QPoint(at.width() // 2, at.height() // 2))
        assert view.current().name == name
        assert view.hasFocus()

    def search(self, typed):
        self.do("actionSearch")
        self.write(typed)
        self.key(Key.Key_Return)
        self.wait(lambda: self.window.seeking.open and not self.window.search.searching)

    def topic(self, name):
        self.do("actionAddTag")
        self.write(name)
        self.key(Key.Key_Return)

    def export(self, form, path):
        """Export what the dialog offers; give the file's bytes."""
        self.do("actionExport")
        dialog = self.dialog("exportDialog")
        view = dialog.format
        for row in range(view.model().rowCount()):
            if view.format != form:
                self.row(view, row)
        assert view.format == form
        self.click(dialog.path)
        self.bot.keyClick(dialog.path, Key.Key_A, CONTROL)
        self.bot.keyClicks(dialog.path, str(path))
        self.wait(dialog.go.isEnabled)
        self.click(dialog.go)
        said = self.window.status.said
        self.wait(lambda: said.text().startswith("Exported: "))
        self.idle()
        self.back()
        report = check(self.window.session.library)
        assert report.sound, report.faults
        return path.read_bytes()


@pytest.fixture
def hand(qtbot, press):
    return Hand(qtbot, press)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Have a folder of pages, which the system's chooser gives."""
    made = tmp_path / "pages"
    made.mkdir()
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_, **__: str(made))
    return made


def texts(window):
    return [block.text for block in window.article.edit.sheet.blocks]


def import_folder(hand):
    """Take the chooser's folder in from the empty pane."""
    window = hand.window
    hand.click(window.beginning.empty.folder)
    report = hand.dialog("importReport")
    hand.wait(report.bar.isHidden)
    hand.idle()
    hand.bot.keyClick(report, Key.Key_Escape)
    hand.wait(lambda: window.article.isVisible() and window.article.article is not None)
    hand.back()
    window.article.edit.setFocus()


def test_the_first_time_user(hand, open_window, tmp_path):
    window = hand.open(open_window(tmp_path / "new.db")).window
    assert window.focusWidget() is window.beginning.empty.samples
    hand.key(Key.Key_Return)
    hand.wait(lambda: window.issues.issues.count() == 5)
    hand.idle()
    window.article.edit.setFocus()
    doubts = window.session.library.articles
    before = sum(row.doubts for row in doubts.rows())
    for verb in ("actionAcceptSeam", "actionJoin", "actionSplit"):
        hand.do("actionNextDoubt")
        assert window.article.edit.hasFocus()
        hand.do(verb)
    assert sum(row.doubts for row in doubts.rows()) < before
    hand.do("actionMarkProofread")
    assert window.article.head.status.text() == "1st proof"
    shown = texts(window)
    out = hand.export("txt", tmp_path / "out.txt").decode("utf-8")
    assert "\n\n".join(text for text in shown if text) in out


def test_the_importer(hand, open_window, folder, tmp_path):
    page = PAGE.format(day=12, page=1)
    (folder / "a.txt").write_bytes(page.encode("gb18030"))
    (folder / "b.txt").write_bytes(page.encode("gb18030"))
    (folder / "c.txt").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "d.txt").write_text(PAGE.format(day=13, page=2), "utf-8")
    window = hand.open(open_window(tmp_path / "new.db")).window
    hand.do("actionImport")
    dialog = hand.dialog("importDialog")
    hand.click(dialog.add_folder)
    hand.click(dialog.go)
    report = hand.dialog("importReport")
    hand.wait(report.bar.isHidden)
    assert report.sentence == "Imported 2, unchanged 1, refused 1, skipped 0."
    hand.click(report.leave)
    hand.idle()
    hand.back()
    issues = window.issues.issues
    hand.wait(lambda: issues.rowCount() == 2)
    hand.row(window.issues.issue_list, 1)
    hand.do("actionCorrectIssue")
    hand.key(Key.Key_Tab, SHIFT)
    hand.key(Key.Key_A, CONTROL)
    hand.write("长宁晨报")
    hand.key(Key.Key_Tab)
    hand.type("2025.9.14")
    hand.key(Key.Key_Return)
    assert {(row.title, row.date) for row in issues.facts} > {("长宁晨报", "2025-09-14")}
    hand.do("actionMergeIssue")
    hand.bot.keyClick(hand.dialog("chooseIssue").filter, Key.Key_Return)
    assert issues.rowCount() == 1
    hand.do("actionWithdraw")
    assert issues.rowCount() == 0
    assert window.beginning.empty.isVisible()
    hand.do("actionUndo")
    assert issues.rowCount() == 1
    window.article.edit.setFocus()
    lines = hand.export("jsonl", tmp_path / "out.jsonl").decode("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["issue"]["sha256"] for row in rows} == {
        row["issue"]["sha256"] for row in rows if len(row["issue"]["sha256"]) == 64
    }
    sources = {"a.txt": page, "d.txt": PAGE.format(day=13, page=2)}
    assert {row["issue"]["source"] for row in rows} == set(sources)
    for row in rows:
        source = sources[row["issue"]["source"]]
        assert row["origin"]
        for start, end, first, last, *_ in row["origin"]:
            assert row["text"][start:end] == source[first:last]


def test_the_proofreader(hand, open_window, folder, tmp_path):
    (folder / "a.txt").write_text(PAGE.format(day=12, page=1), "utf-8")
    path = tmp_path / "new.db"
    window = hand.open(open_window(path)).window
    import_folder(hand)
    last = len(texts(window)) - 1
    as_it_came = texts(window)[last]
    hand.put(last, 2)
    hand.write("甲乙")
    assert texts(window)[last] == as_it_came[:2] + "甲乙" + as_it_came[2:]
    hand.key(Key.Key_Backspace)
    hand.do("actionSave")
    corrected = as_it_came[:2] + "甲" + as_it_came[2:]
    assert texts(window)[last] == corrected
    hand.do("actionStatusDisputed")
    window.close()
    window = hand.open(open_window(path)).window
    window.article.edit.setFocus()
    assert texts(window)[last] == corrected
    hand.do("actionUndo")
    hand.do("actionUndo")
    assert texts(window)[last] == as_it_came
    hand.do("actionRedo")
    assert texts(window)[last] == corrected
    hand.do("actionStatusProofed2")
    assert window.article.head.status.text() == "2nd proof"
    hand.search("has:doubt")
    doubtful = [row for row in window.session.library.articles.rows() if row.doubts]
    assert window.search.list.model().rowCount() >= len(doubtful)
    hand.key(Key.Key_Escape)
    hand.search("status:proofed2")
    hand.key(Key.Key_Escape)
    assert window.article.edit.hasFocus()
    data = hand.export("csv", tmp_path / "out.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert [row["status"] for row in rows] == ["proofed2"]
    assert corrected in data.decode("utf-8-sig")


def test_the_topic_worker(hand, open_window, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.ui.tags.asking.PAUSE_MS", 1)
    for day in (12, 13):
        (folder / f"{day}.txt").write_text(PAGE.format(day=day, page=1), "utf-8")
    window = hand.open(open_window(tmp_path / "new.db")).window
    import_folder(hand)
    assert window.issues.issues.count() == 2
    hand.topic("社区治理")
    hand.topic("经济/企业")
    hand.key(Key.Key_Escape)
    hand.do("actionNextArticle")
    hand.do("actionAddTag")
    line = window.tags.input
    hand.wait(lambda: line.by_pinyin)
    hand.type("sqzl")
    hand.key(Key.Key_Return)
    assert window.article.article.tags == ("社区治理",)
    hand.key(Key.Key_Escape)
    asking = window.tags.offering.asking
    hand.wait(lambda: not asking.latest.busy and not asking.pause.isActive())
    hand.do("actionTakeSuggestion")
    assert len(window.article.article.tags) == 2
    hand.do("actionUndo")
    assert window.article.article.tags == ("社区治理",)
    view = window.tags.list
    hand.tree("经济/企业")
    hand.key(Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit, "topicName")
    assert editor.text() == "经济/企业"
    hand.key(Key.Key_A, CONTROL)
    hand.write("经济/营商")
    hand.bot.keyClick(editor, Key.Key_Return)
    hand.wait(lambda: "经济/营商" in [t.name for t in window.tags.tags.facts])
    hand.tree("经济/营商")
    hand.key(Key.Key_M, CONTROL)
    hand.write("社区治理")
    hand.key(Key.Key_Return)
    assert window.tags.tags.index_of("社区治理").isValid()
    names = [topic.name for topic in window.tags.tags.facts]
    assert "经济/营商" not in names
    body = len(texts(window)) - 1
    hand.put(body, 0)
    for _ in range(4):
        hand.key(Key.Key_Right, SHIFT)
    quote = window.article.edit.selected_text()
    hand.do("actionTagPhrase")
    hand.write("发言")
    hand.key(Key.Key_Return)
    assert [p.quote for p in window.tags.phrases.phrases.facts] == [quote]
    hand.search("tag:社区治理")
    lines = hand.export("jsonl", tmp_path / "found.jsonl").decode("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 2
    assert all("社区治理" in row["tags"] for row in rows)
    (span,) = [span for row in rows for span in row["spans"]]
    assert (span["tag"], span["quote"]) == ("发言", quote)
    (row,) = [row for row in rows if row["spans"]]
    ((start, end),) = span["ranges"]
    assert row["text"][start:end] == quote


def test_the_second_window(hand, open_window, folder, tmp_path):
    (folder / "a.txt").write_text(PAGE.format(day=12, page=1), "utf-8")
    path = tmp_path / "new.db"
    first = hand.open(open_window(path)).window
    import_folder(hand)
    shown = first.article.article.id
    second = open_window(path)
    assert second.reading_bar.isVisible()
    assert not second.actions_by_id["actionAddTag"].isEnabled()
    first.close()
    window = hand.open(second).window
    hand.back()
    hand.click(window.reading_bar.again)
    assert window.reading_bar.isHidden()
    before = texts(window)
    hand.do("actionSettings")
    settings = hand.dialog("settingsDialog")
    hand.click(settings.copy_now)
    hand.idle()
    hand.wait(lambda: bool(window.session.library.backups.list()))
    hand.bot.keyClick(settings, Key.Key_Escape)
    hand.back()
    command(path, "tag", "add", "旁", "--where", "会议")
    hand.wait(lambda: window.article.article.tags == ("旁",))
    window.article.edit.setFocus()
    for place in (1, 2):
        hand.put(len(before) - 1, place)
        hand.write("字")
        hand.do("actionSave")
    hand.do("actionMarkProofread")
    hand.do("actionJournal")
    panel = window.journal
    assert panel.list.hasFocus()
    assert panel.rows.rowCount() >= 4
    for _ in range(3):
        hand.key(Key.Key_Down)
    assert "3" in panel.go.text()
    hand.click(panel.go)
    assert texts(window) == before
    assert window.article.article.tags == ("旁",)
    hand.do("actionJournal")
    hand.do("actionSettings")
    settings = hand.dialog("settingsDialog")
    hand.click(settings.restore)
    dialog = hand.dialog("restoreDialog")
    (row,) = [n for n in range(dialog.list.count()) if "by hand" in dialog.list.item(n).text()]
    hand.row(dialog.list, row)
    hand.click(dialog.go)
    hand.wait(lambda: not dialog.isVisible() and window.session.writable)
    assert window.article.article.id == shown
    assert window.article.article.tags == ()
    hand.bot.keyClick(settings, Key.Key_Escape)
    hand.back()
    window.article.edit.setFocus()
    out = hand.export("txt", tmp_path / "out.txt").decode("utf-8")
    assert all(text in out for text in before)
    command(path, "check")


def command(path, *words):
    """Run a command of the program beside the window; give what it says."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--library", str(path), *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
