"""Counts over 9,999 are shortened where they stand, and whole in the tool tip."""

from collections import Counter

import pytest
from acting import add, ask
from PySide6.QtCore import Qt

from reader.model import IssueFacts, Status
from reader.searching import Facets, Survey
from reader.store.library import Library, Mode
from reader.ui.search import facets as facets_module
from reader.ui.shortened import short, shorten
from reader.ui.tags import line as line_module
from reader.ui.tags import view as view_module

pytestmark = pytest.mark.window


def test_counts_are_shortened_as_a_language_counts(language):
    zh = language == "zh_CN"
    assert (short(0), short(9_999)) == ("0", "9999")
    assert short(12_345) == ("1.2 万" if zh else "12k")
    assert shorten("12345 hits in 112345 articles", 12_345, 112_345) == (
        "1.2 万hits in 11.2 万articles" if zh else "12k hits in 112k articles"
    )
    assert shorten("12,345 / 9999", 12_345, 9_999) == ("1.2 万/ 9999" if zh else "12k / 9999")


def test_progress_shows_them_short_and_tells_them_whole(window):
    window.issues.progress.show_counts(Counter({Status.NEW: 123_456, Status.PROOFED1: 5}), 45_678)
    shown = window.issues.progress
    assert shown._said.text().replace("\u00a0", " ").replace("\u200b", "") == "1st 5·not begun 123k"
    assert shown._said.toolTip() == "1st 5·not begun 123,456"
    assert shown._doubts.text() == "45k doubts"
    assert shown._doubts.toolTip() == "45678 doubts"


def test_the_heads_show_them_short_and_tell_them_whole(window, monkeypatch):
    monkeypatch.setattr(type(window.issues.issues), "count", lambda _: 23_456)
    monkeypatch.setattr(window.issues.lists, "whole", 123_456, raising=False)
    window.issues._say()
    button = window.issues.head.button
    assert button.text() == "23k of 123k issues"
    assert button.toolTip().startswith("23,456 of 123456 issues\n")
    assert window.issues.contents_head.button.text().startswith("23k of ")
    window.search._show_total(12_345, 12_000)
    assert window.search.counts.text() == "12k hits in 12k articles"
    assert window.search.counts.toolTip() == "12345 hits in 12000 articles"


def written(monkeypatch, module):
    """Note which counts are painted short."""
    seen = []
    monkeypatch.setattr(module, "short", lambda count: seen.append(count) or short(count))
    return seen


def test_topics_are_painted_short_and_told_whole(window, monkeypatch):
    window.tags.add("会议")
    monkeypatch.setattr(type(window.session.library.tags), "count", lambda *_: 54_321)
    seen = written(monkeypatch, view_module)
    from dataclasses import replace

    known = [replace(t, count=54_321) for t in window.tags.tags.facts]
    window.tags.tags.put(known)
    window.tags.list.viewport().grab()
    assert 54_321 in seen
    assert "54321 articles" in window.tags.tags.index(0, 0).data()
    seen = written(monkeypatch, line_module)
    window.tags.input.know(known, {})
    window.tags.input.setFocus()
    window.tags.input.setText("会")
    window.tags.input.popup.grab()
    assert 54_321 in seen
    rows = window.tags.input.rows
    assert rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "会议, 54321"


def test_facets_are_painted_short_and_told_whole(window, monkeypatch, qtbot):
    from reader import searching

    seen = written(monkeypatch, facets_module)
    counts = Facets(tags=Counter({"会议": 34_567}))
    ask(window, qtbot, "会议")
    window.search.facets.show_survey(Survey(34_567, 30_000, counts), searching.understood("会议"))
    window.search.facets.list.viewport().grab()
    assert 34_567 in seen
    rows = window.search.facets.rows
    tips = [rows.index(n, 0).data(Qt.ItemDataRole.ToolTipRole) for n in range(rows.rowCount())]
    assert any("34567 hits" in tip for tip in tips)


def test_rows_of_issues_are_cut_and_told_whole(open_window, tmp_path, monkeypatch):
    from reader.ui.issues import delegates

    made = tmp_path / "x.db"
    with Library.open(made, Mode.CREATE) as library:
        add(library, "=甲\n\n乙。\n", "a.txt", IssueFacts("报", "2025-08", True, None, 1))
    window = open_window(made)
    seen = []
    monkeypatch.setattr(
        delegates, "shorten", lambda said, *counts: seen.append(counts) or shorten(said, *counts)
    )
    window.issues.issue_list.viewport().grab()
    assert (1,) in seen
