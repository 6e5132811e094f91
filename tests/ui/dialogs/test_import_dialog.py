"""Import by dialog: chosen or dropped, looked into, followed, cancelled, told and copied."""

import os

import pytest
from acting import click, dialog_of
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reader import errors
from reader.importing import ImportResult, Outcome
from reader.model import IssueFacts
from reader.sources.folders import place_of
from reader.sources.peek import Because, peek
from reader.store.check import check
from reader.store.library import Library
from reader.text.decode import decode
from reader.ui.dialogs.importing import ImportDialog
from reader.ui.dialogs.refusals import Refusals
from reader.ui.dialogs.report import ReportDialog, ReportRows
from reader.ui.dialogs.taking import Import, Taken
from reader.ui.dialogs.telltaken import TellTaken
from reader.ui.filedialog import FileDialog
from reader.ui.jobs import CancelledError
from reader.ui.words import Words

pytestmark = pytest.mark.window
PAGE = "社区晨报 2025年9月12日 第1版\n\n    第一段的文字在这\n里，各不相同。\n"


@pytest.fixture
def dialog(window, press):
    return dialog_of(window, press, "actionImport", ImportDialog)


def looked(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.looking.busy)


def carried_out(window, qtbot, dialog):
    """Press Import and wait for the end; give the report."""
    click(qtbot, dialog.go)
    return reported(window, qtbot)


def reported(window, qtbot):
    (report,) = [d for d in window.findChildren(ReportDialog) if d.isVisible()]
    qtbot.waitUntil(report.bar.isHidden)
    return report


def cells(report, row):
    model = report.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def drop(widget, paths, kind=QDropEvent):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    facts = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    if kind is QDragEnterEvent:
        event = QDragEnterEvent(QPoint(5, 5), *facts)
    else:
        event = QDropEvent(QPointF(5, 5), *facts)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_a_file_that_cannot_be_looked_at_is_refused_and_the_others_come_in(
    window, dialog, qtbot, tmp_path
):
    (tmp_path / "long.txt").symlink_to("l" * 300)
    (tmp_path / "page.txt").write_text(PAGE)
    dialog.add([str(tmp_path / name) for name in ("long.txt", "page.txt")])
    looked(qtbot, dialog)
    assert "too long" in dialog.preview.coded.text()
    report = carried_out(window, qtbot, dialog)
    told = [cells(report, row)[:2] for row in range(report.rows.rowCount())]
    assert told == [["refused", "long.txt"], ["imported", "page.txt"]]


def test_pages_are_imported_and_told(window, dialog, qtbot, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    good, bad = tmp_path / "in" / "good.txt", tmp_path / "in" / "bad.txt"
    good.write_text(PAGE, "utf-8")
    bad.write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "in" / "x.doc").write_text("x")
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "in"))
    monkeypatch.setattr(FileDialog, "getOpenFileNames", lambda *_: ([str(good)], ""))
    assert not dialog.go.isEnabled()
    click(qtbot, dialog.add_files)
    click(qtbot, dialog.add_folder)
    click(qtbot, dialog.add_folder)
    assert dialog.paths.count() == 2
    dialog.paths.clearSelection()
    dialog.paths.item(0).setSelected(True)
    click(qtbot, dialog.remove)
    assert dialog.paths.count() == 1
    before = len(window.issues.issues.facts)
    report = carried_out(window, qtbot, dialog)
    qtbot.waitUntil(lambda: len(window.issues.issues.facts) == before + 1)
    assert cells(report, 0) == [
        "refused", "bad.txt", "", "", "", "", "",
        "It is no text but binary data. Save it as plain text (.txt) and import that.",
    ]  # fmt: skip
    assert cells(report, 1)[:2] == ["imported", "good.txt"]
    assert cells(report, 1)[3] == "12 Sep 2025"
    assert cells(report, 1)[5:7] == ["1", "1"]
    assert cells(report, 2)[0] == "skipped"
    assert report.sentence == "Imported 1, unchanged 0, refused 1, skipped 1."
    assert window.status.said.text() == report.sentence
    assert report.table.currentIndex().row() == 0
    assert report.more.text().startswith(str(bad))
    click(qtbot, report.copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[0].split("\t")[0] == "What"
    report.table.selectRow(1)
    qtbot.keyClick(report.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["\t".join(cells(report, 1))]
    report.grab()
    click(qtbot, report.leave)
    assert not report.isVisible()
    window.actions_by_id["actionImportReport"].trigger()
    assert report.isVisible()
    assert check(window.session.library).sound


def test_what_is_there_already_and_what_is_like_it_is_told(window, press, qtbot, tmp_path):
    text = PAGE + "".join(f"    第{n}段说的是各不相同的{n * 7}件事情。\n" for n in range(60))
    for name, bytes_ in (
        ("a.txt", text.encode()),
        ("b.txt", text.encode()),
        ("c.txt", (text + "    末了又添了一段。\n").encode()),
    ):
        (tmp_path / name).write_bytes(bytes_)
    dialog = dialog_of(window, press, "actionImport", ImportDialog)
    dialog.add([str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")])
    report = carried_out(window, qtbot, dialog)
    assert [cells(report, n)[0] for n in range(3)] == ["imported", "unchanged", "imported"]
    assert cells(report, 1)[7].startswith("The same bytes are in the library already, in ")
    assert cells(report, 2)[7].endswith("Compare both; withdraw one if it is a copy.")
    assert "like a page of" in cells(report, 2)[7]


def test_a_page_that_name_and_print_tell_otherwise_is_the_printed_one_and_not_sure(
    window, dialog, qtbot, press, tmp_path
):
    page = tmp_path / "page1.txt"
    page.write_text(PAGE.replace("第1版", "第3版"), "utf-8")
    dialog.add([str(page)])
    looked(qtbot, dialog)
    assert dialog.preview.facts.text().endswith("p. 3 ?  (? is not sure)")
    report = carried_out(window, qtbot, dialog)
    assert cells(report, 0)[5] == "3 ?"
    click(qtbot, report.leave)
    issue = report._asked.taken[0].result.issue
    qtbot.waitUntil(lambda: window.issues.issues.row_of(issue) >= 0)
    row = window.issues.issues.row_of(issue)
    index = window.issues.issues.index(row, 0)
    assert "p. 3 (supposed)" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The page is not sure" in index.data(Qt.ItemDataRole.ToolTipRole)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.issues.issue_list.setFocus()
    window.issues.revealing.go_to(issue)
    press(window, "actionCorrectIssue")
    form = window.issues.correcting.form
    form.page.setFocus()
    form.page.selectAll()
    qtbot.keyClicks(form.page, "3")
    qtbot.keyClick(form.page, Qt.Key.Key_Return)
    index = window.issues.issues.index(row, 0)
    assert "supposed" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "not sure" not in index.data(Qt.ItemDataRole.ToolTipRole)
    press(window, "actionUndo")
    index = window.issues.issues.index(row, 0)
    assert "p. 3 (supposed)" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_chosen_file_is_looked_into(window, dialog, qtbot, tmp_path):
    page = tmp_path / "社区晨报.txt"
    page.write_bytes(PAGE.encode("gb18030"))
    dialog.add([str(page)])
    looked(qtbot, dialog)
    assert dialog.preview.text.toPlainText().startswith("社区晨报 2025年9月12日 第1版\n\n")
    assert dialog.preview.coded.text() == (
        "社区晨报.txt is GB18030: it is no UTF-8, and reads as Chinese only so."
    )
    assert "12 Sep 2025" in dialog.preview.facts.text()
    assert "p. 1" in dialog.preview.facts.text()
    dialog.encoding.setCurrentIndex(1)
    looked(qtbot, dialog)
    assert dialog.preview.text.toPlainText() == ""
    assert dialog.preview.coded.text().startswith("As utf-8 the byte ")
    dialog.encoding.setCurrentIndex(2)
    looked(qtbot, dialog)
    assert dialog.preview.coded.text() == "社区晨报.txt is GB18030: as you chose."
    dialog.paths.item(0).setSelected(True)
    click(qtbot, dialog.remove)
    looked(qtbot, dialog)
    assert dialog.preview.coded.text() == ""


@pytest.mark.parametrize(
    ("data", "because"),
    [
        (PAGE.encode(), Because.UTF8),
        (PAGE.encode("utf-8-sig"), Because.BOM),
        (PAGE.encode("utf-16"), Because.BOM),
        (b"Plain words of ASCII.\n", Because.ASCII),
        (PAGE.encode("gb18030"), Because.PLAUSIBLE),
    ],
)
def test_why_an_encoding_was_taken(tmp_path, data, because):
    (tmp_path / "x.txt").write_bytes(data)
    seen = peek(tmp_path / "x.txt")
    assert seen.because is because
    assert seen == peek(tmp_path)  # the first of a folder
    assert seen.lines[0].startswith(("社区晨报", "Plain"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "gb18030"])
@pytest.mark.parametrize("before", range(4))
def test_of_a_large_file_the_beginning_is_looked_at(tmp_path, monkeypatch, encoding, before):
    """200 MB took seconds, and nobody could end it."""
    read = []
    monkeypatch.setattr("reader.sources.peek.HEAD", 4000)
    monkeypatch.setattr(
        "reader.sources.peek.decode",
        lambda data, encoding: read.append(len(data)) or decode(data, encoding),
    )
    text = "x" * before + PAGE + "各不相同的文字，𠀀。" * 1000
    (tmp_path / "x.txt").write_bytes(text.encode(encoding))
    seen = peek(tmp_path / "x.txt")
    assert encoding in seen.encoding
    assert seen.lines[3] == "里，各不相同。"
    assert max(read) <= 4000


def test_looking_through_a_folder_can_be_ended(tmp_path):
    def heed():
        raise CancelledError

    (tmp_path / "x.txt").write_text(PAGE, "utf-8")
    with pytest.raises(CancelledError):
        peek(tmp_path, None, heed)


def test_what_cannot_be_looked_into(tmp_path):
    for name, detail in (("none.txt", "missing"), ("x.pdf", "no_format"), ("empty", "")):
        path = tmp_path / name
        if name == "x.pdf":
            path.write_text("x")
        if name == "empty":
            path.mkdir()
        with pytest.raises(errors.InputRefusedError) as refused:
            peek(path)
        assert refused.value.subject == str(path)
        assert refused.value.detail == (detail or "nothing_to_read")


def test_an_import_as_is_in_a_named_encoding(window, dialog, qtbot, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes("第一行的文字\n第二行的文字\n".encode("gb18030"))
    dialog.add([str(page)])
    click(qtbot, dialog.as_is)
    dialog.encoding.setCurrentIndex(2)
    carried_out(window, qtbot, dialog)
    with Library.open(window.session.library.path) as library:
        texts = [
            b.text for row in library.articles.rows() for b in library.articles.get(row.id).blocks
        ]
    assert "第一行的文字" in texts
    assert "第二行的文字" in texts


def test_a_cancelled_import_keeps_what_is_done(window, dialog, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.ui.jobs.PAUSE_MS", 0)
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"第{number}版的文字，各不相同。\n", "utf-8")
    dialog.add([str(tmp_path / f"{number:02}.txt") for number in range(30)])
    jobs = []
    window.session.job_started.connect(jobs.append)
    window.session.job_started.connect(
        lambda job: job.progressed.connect(lambda done, *_: done >= 2 and job.cancel())
    )
    report = carried_out(window, qtbot, dialog)
    qtbot.waitUntil(lambda: not jobs[0].running)
    done = report.rows.rowCount()
    assert 2 <= done < 30
    assert report.sentence.startswith(f"Cancelled; what was done stays. Imported {done}, ")
    window.session.poll()
    assert len(window.issues.issues.facts) == 2 + done
    assert check(window.session.library).sound


def test_the_report_can_end_the_import(window, dialog, qtbot, tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"第{number}版的文字，各不相同。\n", "utf-8")
    dialog.add([str(tmp_path)])
    click(qtbot, dialog.go)
    (report,) = [d for d in window.findChildren(ReportDialog) if d.isVisible()]
    click(qtbot, report.cancel)
    reported(window, qtbot)
    assert report.rows.rowCount() < 60


def test_files_are_dropped_on_the_window(window, qtbot, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    assert drop(window, [page], QDragEnterEvent)
    assert drop(window, [page])
    (dialog,) = [d for d in window.findChildren(ImportDialog) if d.isVisible()]
    assert [dialog.paths.item(0).text()] == [str(page)]
    assert drop(dialog, [tmp_path], QDragEnterEvent)
    assert drop(dialog, [tmp_path, page])
    assert dialog.paths.count() == 2
    looked(qtbot, dialog)
    before = window.article.article
    data = QMimeData()
    data.setText(str(page))
    assert window.article.edit.canInsertFromMimeData(data)
    data.setUrls([QUrl.fromLocalFile(str(page))])
    assert not window.article.edit.canInsertFromMimeData(data)
    assert not drop(window, [], QDragEnterEvent)
    assert window.article.article == before
    QApplication.sendEvent(window, QEvent(QEvent.Type.DragLeave))


def test_a_library_open_for_reading_is_offered_nothing(window, open_window, tmp_path):
    second = open_window(window.session.library.path)
    assert not second.session.writable
    second.filing.offer([str(tmp_path)])
    assert not second.findChildren(ImportDialog)


def test_the_folder_is_noted_apart_from_the_library(window, dialog, qtbot, tmp_path, home):
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "page.txt").write_text(PAGE, "utf-8")
    dialog.add([str(here)])
    carried_out(window, qtbot, dialog)
    library = window.session.library
    sha256 = library.connection.execute(
        "SELECT sha256 FROM file WHERE name = 'page.txt'"
    ).fetchone()[0]
    assert place_of(library.id, sha256, "page.txt") == here / "page.txt"
    for part in library.path.parent.glob(f"{library.path.name}*"):
        assert str(here).encode() not in part.read_bytes()
    (here / "page.txt").unlink()
    window.session.start(window.session.job(Import([there]), writes=True))
    qtbot.waitUntil(lambda: not window.session.busy)
    assert place_of(library.id, sha256, "page.txt") == there / "page.txt"
    (file,) = (home / "XDG_DATA_HOME" / "jiaokan" / "folders").iterdir()
    file.write_text(file.read_text()[:-20])
    assert place_of(library.id, sha256, "page.txt") is None
    assert place_of("another", sha256, "page.txt") is None


def test_what_cannot_begin_shows_no_report(window, tmp_path, monkeypatch):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    monkeypatch.setattr(window.session, "_first", [lambda _: False])
    window.filing.take_in([tmp_path / "page.txt"])
    assert not window.filing.has_report
    assert not window.session.busy


def test_a_second_import_leaves_the_report_of_one_that_goes_on(window, tmp_path, qtbot):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(PAGE + name, "utf-8")
        window.filing.take_in([tmp_path / name])
    reports = window.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: all(report.ended for report in reports))
    assert [report.sentence[:10] for report in reports] == ["Imported 1"] * 2


def test_every_refusal_has_words(qapp):
    refusals = Refusals()
    kinds = (
        errors.NotTextError, errors.UnknownEncodingError, errors.TooLargeError,
        errors.UnreadableError,
    )  # fmt: skip
    for kind in kinds:
        assert refusals.words(kind("x", "never heard of")).endswith(".")
    assert refusals.words(errors.DiskFullError("x")) == "disk full x"
    said = refusals.words(errors.TooLargeError("x", size=5, limit=4))
    assert said == "It has 5 bytes; a page has 4 at most. Divide it into several files."


def test_rows_of_the_report(dressed, tmp_path):
    name = os.fsdecode(b"a\xff\t.txt")
    facts = IssueFacts("晨报", "2025", False, "7", 3, frozenset({"number", "page"}))
    taken = [
        Taken(ImportResult(Outcome.IMPORTED, tmp_path / name, facts=facts, page=3, articles=2)),
        Taken(ImportResult(Outcome.UNCHANGED, tmp_path / "x", page=1)),
        Taken(ImportResult(Outcome.IMPORTED, tmp_path / "y", facts=IssueFacts(), share=0.9)),
    ]
    rows = ReportRows(TellTaken(Words(), dressed))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.grow(taken[:1])
    rows.grow(taken)
    assert tester.model() is rows
    assert rows.lines([0]).splitlines()[1].split("\t") == [
        "imported", "a\\xff\\t.txt", "晨报", "2025 ?", "7 ?", "3 ?", "2", "",
    ]  # fmt: skip
    assert rows.lines([1]).endswith("in the library already, in unknown.")
    assert "90 % like a page of unknown." in rows.lines([2])


def test_the_words_stand_as_their_language_has_them(window, language, tmp_path):
    dialog = ImportDialog(window.session, window.words, window.colours, window)
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    dialog.add([str(page)])
    said = {"en": "Import 1 file", "zh_CN": "导入 1 个文件"}
    assert dialog.go.text() == said[language]
    said = Refusals().words(errors.NotTextError("a.txt", "empty"))
    assert (". " in said) is (language == "en")
    assert "。 " not in said
