"""Export by dialog: what is chosen, counted, shown and said before it lies on the disk."""

import json
from pathlib import Path

import pytest
from acting import click, compose, dialog_of
from drafting import take_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader import exporting
from reader.errors import OutputError, UsageError
from reader.model import IssueFacts, Status
from reader.store.library import Library, Mode
from reader.ui.dialogs.exporting import ExportDialog
from reader.ui.dialogs.formats import FormatRows
from reader.ui.filedialog import FileDialog
from reader.ui.remembering import recall, remember

pytestmark = pytest.mark.window


@pytest.fixture
def dialog(window, press, qtbot):
    return asked(window, press, qtbot)


def asked(window, press, qtbot):
    made = dialog_of(window, press, "actionExport", ExportDialog)
    known(qtbot, made)
    return made


def known(qtbot, dialog):
    """Wait until all is counted and the sample is there."""
    qtbot.waitUntil(
        lambda: (
            not dialog.pause.isActive()
            and not dialog.sampling.busy
            and not dialog.there.busy
            and not dialog.counting._latest.busy
        )
    )


def write(box, text):
    """Write as an input method does, and notice it as a person's."""
    compose(box, commit=text)


def ended(qtbot, window, dialog):
    jobs = []
    window.session.job_started.connect(jobs.append)
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: jobs and not jobs[0].running)
    qtbot.waitUntil(window.status.bar.isHidden)


def test_all_articles_are_exported_to_a_folder(window, dialog, qtbot, tmp_path):
    assert dialog.go.text() == "Export 3 articles"
    click(qtbot, dialog.many)
    assert dialog.path.text() == str(Path.home() / "corpus")
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "out"))
    ended(qtbot, window, dialog)
    lines = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == [
        "=四月的标题", "=新泾镇召开会议", "=第二篇的标题",
    ]  # fmt: skip
    assert json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["query"] == ""
    assert window.status.said.text().startswith("Exported: 3 articles to ")


def test_the_issue_in_view_is_exported_to_a_file(window, dialog, qtbot, tmp_path, monkeypatch):
    click(qtbot, dialog.scope["issue"])
    dialog.format.choose("txt")
    dialog.format.chosen.emit(None)
    known(qtbot, dialog)
    assert dialog.path.text().endswith("corpus.txt")
    assert dialog.sample.toPlainText().startswith("=新泾镇召开会议\n\n为全面")
    chosen = str(tmp_path / "corpus.txt")
    monkeypatch.setattr(FileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    click(qtbot, dialog.choose)
    assert dialog.go.text() == "Export 2 articles"
    ended(qtbot, window, dialog)
    assert "四月" not in (tmp_path / "corpus.txt").read_text("utf-8")


def test_the_sample_is_what_goes_out(window, dialog, qtbot, tmp_path):
    out = tmp_path / "x.jsonl"
    dialog.path.setText(str(out))
    shown = dialog.sample.toPlainText()
    ended(qtbot, window, dialog)
    assert shown.rstrip("\n") == out.read_text("utf-8").splitlines()[0]
    for form in exporting.FORMATS:
        article = window.article.article.id
        library = window.session.library
        path = tmp_path / f"one.{form}"
        exporting.export(library, format=form, out=path, articles=[article])
        assert exporting.sample(library, form, article).encode() in path.read_bytes()
    with pytest.raises(UsageError):
        exporting.sample(library, "html", article)


def test_what_is_typed_is_counted_live(window, dialog, qtbot, tmp_path):
    dialog.query.setFocus()
    write(dialog.query, "第二篇")
    assert dialog.scope["found"].isChecked()
    known(qtbot, dialog)
    assert dialog.go.text() == "Export 1 article"
    assert dialog.scope["found"].text() == "What is &found by  1"
    assert dialog.scope["all"].text() == "&All  3"
    dialog.query.clear()
    write(dialog.query, "没有的")
    known(qtbot, dialog)
    assert not dialog.go.isEnabled()
    assert dialog.why.text() == "There is no such article."
    assert dialog.sample.toPlainText() == ""
    dialog.query.selectAll()
    qtbot.keyClick(dialog.query, Qt.Key.Key_Backspace)
    known(qtbot, dialog)
    assert dialog.why.text() == "Type what is to be found."
    assert dialog.selection is None


def test_the_search_in_the_box_is_what_is_offered(window, press, qtbot, tmp_path):
    window.search_box.ask("四月")
    qtbot.waitUntil(lambda: not window.search.searching)
    dialog = asked(window, press, qtbot)
    assert dialog.scope["found"].isChecked()
    assert dialog.go.text() == "Export 1 article"
    dialog.path.setText(str(tmp_path / "found"))
    ended(qtbot, window, dialog)
    assert json.loads((tmp_path / "found" / "manifest.json").read_text("utf-8"))["query"] == "四月"


def test_a_search_that_was_left_is_offered_and_not_chosen(window, press, qtbot):
    press(window, "actionSearch")
    compose(window.search_box, commit="四月")
    qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert not window.seeking.open
    dialog = asked(window, press, qtbot)
    assert dialog.scope["all"].isChecked()
    assert dialog.go.text() == "Export 3 articles"
    assert dialog.query.text() == "四月"


def test_statuses_can_be_left_out(window, press, qtbot, tmp_path):
    window.session.write(
        window.session.library.articles.set_status, Status.PROOFED1, [window.article.article.id]
    )
    dialog = asked(window, press, qtbot)
    assert [box.text() for box in dialog.statuses] == [
        "2nd &proof  0", "1st p&roof  1", "in &work, not begun  2", "&disputed, not text  0",
    ]  # fmt: skip
    click(qtbot, dialog.statuses[2])
    known(qtbot, dialog)
    assert dialog.go.text() == "Export 1 article"
    assert "新泾镇召开会议" in dialog.sample.toPlainText()
    dialog.path.setText(str(tmp_path / "out"))
    ended(qtbot, window, dialog)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["query"] == "-status:new -status:working"
    lines = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["proofed1"]


def test_with_no_status_or_a_broken_query_nothing_goes_out(dialog, qtbot):
    for box in dialog.statuses:
        click(qtbot, box)
    known(qtbot, dialog)
    assert dialog.why.text() == "Choose a status."
    click(qtbot, dialog.statuses[2])
    write(dialog.query, '"会议')
    known(qtbot, dialog)
    assert dialog.why.text().startswith("The search is not well formed")
    assert not dialog.go.isEnabled()


def test_seams_that_nobody_has_seen_are_told(window, dialog, qtbot):
    assert dialog.doubts.isVisible()
    assert dialog.doubts.said.text().startswith(
        "◇  In these 3 articles nobody has looked at 4 doubts;"
    ), dialog.doubts.said.text()
    click(qtbot, dialog.doubts.way)
    qtbot.waitUntil(lambda: not window.search.searching)
    assert window.search_box.text() == "has:doubt"
    assert window.seeking.open
    assert window.search.counts.text() == "1 hit in 1 article"


def test_where_all_was_seen_there_is_no_yellow(window, dialog, qtbot):
    click(qtbot, dialog.scope["issue"])
    known(qtbot, dialog)
    assert not dialog.doubts.isVisible()


def test_a_suffix_of_another_format_is_refused_as_by_the_command(dialog, qtbot, tmp_path):
    dialog.path.setText(str(tmp_path / "x.csv"))
    assert dialog.why.text() == ".csv is not the suffix of jsonl; make both the same."
    assert not dialog.go.isEnabled()
    with pytest.raises(UsageError) as refused:
        exporting.refuse_mismatch(tmp_path / "x.CSV", "jsonl")
    assert refused.value.facts == {"form": "jsonl", "suffix": ".csv"}
    dialog.format.choose("csv")
    dialog.format.chosen.emit(None)
    known(qtbot, dialog)
    assert dialog.go.isEnabled()
    dialog.path.setText("")
    assert dialog.why.text() == "Say where to write."


def test_folder_and_format_are_remembered(window, dialog, press, qtbot, tmp_path):
    dialog.format.choose("md")
    dialog.format.chosen.emit(None)
    known(qtbot, dialog)
    dialog.path.setText(str(tmp_path / "there" / "x.md"))
    ended(qtbot, window, dialog)
    with qtbot.waitActive(window):
        window.activateWindow()
    again = asked(window, press, qtbot)
    assert again.format.format == "md"
    assert again.path.text() == str(tmp_path / "there" / "corpus.md")


def test_a_memory_that_is_broken_is_none(home):
    assert recall("x", 1) == 1
    remember("x", 2)
    assert recall("x", 1) == 2
    (home / "XDG_CONFIG_HOME" / "jiaokan" / "window.json").write_text("[]", "utf-8")
    assert recall("x", 1) == 1


def test_an_export_goes_out_with_what_was_just_typed(window, press, qtbot, tmp_path):
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    dialog = asked(window, press, qtbot)
    dialog.path.setText(str(tmp_path / "out.jsonl"))
    ended(qtbot, window, dialog)
    assert "Q为全面" in (tmp_path / "out.jsonl").read_text("utf-8")


def test_what_others_write_is_counted_anew(window, dialog, qtbot):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.issues.withdraw([other.issues.rows()[0].id])
    window.session.poll()
    qtbot.waitUntil(lambda: dialog.scope["all"].text() == "&All  2")
    known(qtbot, dialog)
    assert dialog.go.text() == "Export 2 articles"


def test_a_folder_of_others_is_refused_before_the_button(dialog, qtbot, tmp_path, monkeypatch):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "file").touch()
    chosen = str(tmp_path / "theirs")
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_: chosen)
    click(qtbot, dialog.many)
    click(qtbot, dialog.choose)
    known(qtbot, dialog)
    assert "Choose another place" in dialog.there.text()
    assert dialog.there.isVisible()
    assert not dialog.go.isEnabled()
    typed(qtbot, dialog, tmp_path / "mine")
    assert not dialog.there.text()
    assert dialog.go.isEnabled()
    assert [p.name for p in (tmp_path / "theirs").iterdir()] == ["file"]


def typed(qtbot, dialog, path):
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(path))
    known(qtbot, dialog)


def test_what_is_refused_at_the_end_is_said_in_the_dialog(window, dialog, press, qtbot, tmp_path):
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("a text of somebody, long enough to tell\n", "utf-8")
    dialog.format.choose("txt")
    dialog.format.chosen.emit(None)
    typed(qtbot, dialog, theirs)
    assert dialog.there.text().startswith("A file stands there")
    ended(qtbot, window, dialog)
    qtbot.waitUntil(dialog.isVisible)
    assert "Choose another place" in dialog.there.text()
    assert dialog.go.isEnabled()
    assert theirs.read_text("utf-8").startswith("a text of somebody")
    assert recall("export folder") is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    with qtbot.waitActive(window):
        window.activateWindow()
    again = asked(window, press, qtbot)
    assert again.path.text() == str(Path.home() / "corpus.jsonl")


def test_an_earlier_export_is_told_of_before_it_is_replaced(window, dialog, press, qtbot, tmp_path):
    typed(qtbot, dialog, tmp_path / "corpus.jsonl")
    assert not dialog.there.isVisible()
    ended(qtbot, window, dialog)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    with qtbot.waitActive(window):
        window.activateWindow()
    again = asked(window, press, qtbot)
    assert again.path.text() == str(tmp_path / "corpus.jsonl")
    assert again.there.isVisible()
    assert again.there.text().startswith("An earlier export there (3 articles, 20")
    typed(qtbot, again, tmp_path / "folder")
    assert not again.there.isVisible()
    exporting.export(window.session.library, format="jsonl", out=tmp_path / "folder", articles=None)
    typed(qtbot, again, tmp_path / "folder/")
    assert again.there.text().startswith("An earlier export there (3 articles, 20")


def test_the_list_of_formats(dressed, dialog):
    rows = FormatRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is rows
    assert [rows.index(n, 0).data() for n in range(rows.rowCount())] == [
        "For people", "txt, plain text", "md, Markdown",
        "For programs", "jsonl, exact, a line an article", "csv, table",
    ]  # fmt: skip
    assert set(exporting.FORMATS) == {row.name for row in rows.facts if row.name}
    dialog.grab()


def test_a_home_that_is_not_there_stays_as_it_is_typed(dialog, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for typed in ("~nobody-of-this-name/x.jsonl", "~/x.jsonl"):
        dialog.path.selectAll()
        qtbot.keyClicks(dialog.path, typed)
        known(qtbot, dialog)
        assert dialog.go.isEnabled()
        assert not dialog.why.text()


def test_another_librarys_export_asks_for_a_decision(window, dialog, qtbot, tmp_path):
    out = tmp_path / "theirs.jsonl"
    with Library.open(tmp_path / "theirs.db", Mode.CREATE, actor="乙") as other:
        take_in(other, "=他们的标题\n\n正文。\n", facts=IssueFacts("晚报", "2024", True))
        exporting.export(other, format="jsonl", out=out, articles=None)
    before = out.read_bytes()
    typed(qtbot, dialog, out)
    assert dialog.there.text().startswith(
        "An export of another library stands there (晚报, 1 article,"
    )
    assert not dialog.go.isEnabled()
    assert dialog.replace.isVisible()
    typed(qtbot, dialog, tmp_path / "mine.jsonl")
    assert dialog.go.isEnabled()
    assert not dialog.replace.isVisible()
    typed(qtbot, dialog, out)
    click(qtbot, dialog.replace)
    assert dialog.go.isEnabled()
    typed(qtbot, dialog, tmp_path / "mine.jsonl")
    typed(qtbot, dialog, out)
    assert not dialog.go.isEnabled()  # what was said of one place holds for no other
    assert out.read_bytes() == before
    click(qtbot, dialog.replace)
    ended(qtbot, window, dialog)
    assert out.read_bytes().count(b"\n") == 3


def test_another_librarys_export_that_came_meanwhile_is_asked_about(
    window, dialog, qtbot, tmp_path
):
    out = tmp_path / "theirs.jsonl"
    typed(qtbot, dialog, out)
    with Library.open(tmp_path / "theirs.db", Mode.CREATE, actor="乙") as other:
        take_in(other, "=他们的标题\n\n正文。\n")
        exporting.export(other, format="jsonl", out=out, articles=None)
    ended(qtbot, window, dialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.replace.isVisible())
    assert not dialog.go.isEnabled()
    assert b"\xe4\xbb\x96\xe4\xbb\xac" in out.read_bytes()
    assert "another library" in window.words.fault(OutputError(str(out), "another"))


def test_plain_text_can_say_where_it_comes_from(window, dialog, qtbot, tmp_path):
    assert not dialog.head.isVisible()
    dialog.format.choose("txt")
    dialog.format.chosen.emit(None)
    known(qtbot, dialog)
    assert dialog.head.isVisible()
    plain = dialog.sample.toPlainText()
    click(qtbot, dialog.head)
    known(qtbot, dialog)
    head, _, rest = dialog.sample.toPlainText().partition("\n\n")
    assert rest == plain
    assert head.endswith(" · status new")
    typed(qtbot, dialog, tmp_path / "out.txt")
    ended(qtbot, window, dialog)
    assert (tmp_path / "out.txt").read_text("utf-8").startswith(f"{head}\n")


def test_an_empty_query_has_no_sample(dialog, qtbot):
    assert dialog.sample.toPlainText()
    dialog.scope["found"].setChecked(True)
    assert dialog.why.text() == "Type what is to be found."
    assert dialog.sample.toPlainText() == ""
    assert dialog.of.text() == ""
    dialog.scope["all"].setChecked(True)
    known(qtbot, dialog)
    assert dialog.sample.toPlainText()
