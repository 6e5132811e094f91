"""Models hold under Qt's own tester; a list keeps its place; painting loses no reference."""

import gc
import sys
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.rows import FACT, Rows, RowView

pytestmark = pytest.mark.window


@dataclass(frozen=True)
class Fact:
    id: str
    words: str = ""


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xy")),
                         unique_by=lambda p: p[0]), max_size=6))  # fmt: skip
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_model_shows_what_is_put(qapp, lists):
    model = Rows(lambda fact: fact.id)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pairs in lists:
        facts = [Fact(*pair) for pair in pairs]
        model.put(facts)
        assert list(model.facts) == facts
        assert [model.index(n, 0).data(FACT) for n in range(model.rowCount())] == facts
    assert tester.model() is model


def test_every_model_of_the_window_passes_the_tester(window, press):
    models = (window.issues.issues, window.issues.contents, window.tags.tags)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    window.tags.add("会议")
    press(window, "actionNextArticle")
    press(window, "actionWithdraw")
    press(window, "actionUndo")
    press(window, "actionUndo")
    assert len(testers) == 3
    assert window.issues.issues.data(window.issues.issues.index(9, 0)) is None


def test_rows_that_stay_keep_the_current_one(qtbot):
    model = Rows(lambda fact: fact.id)
    view = RowView(20)
    qtbot.addWidget(view)
    view.setModel(model)
    model.put([Fact("a"), Fact("b"), Fact("c")])
    told = []
    view.chosen.connect(told.append)
    view.go(1)
    model.put([Fact("x"), Fact("a"), Fact("b", "new"), Fact("c")])
    assert view.current() == Fact("b", "new")
    assert told == []
    view.go(0, tell=True)
    assert told == [Fact("x")]
    view.go(-1)
    assert view.current() is None
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "x"
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_painting_loses_no_reference_to_none(window):
    targets = (window.article.edit.viewport(), window.issues.issue_list.viewport(),
               window.issues.contents_list.viewport(), window.tags.list.viewport())  # fmt: skip
    for target in targets:
        target.repaint()
    gc.collect()  # what other tests left goes now, not in between
    before = [sys.getrefcount(x) for x in (None, True, False)]
    for _ in range(250):
        for target in targets:
            target.repaint()
    gc.collect()
    after = [sys.getrefcount(x) for x in (None, True, False)]
    assert all(abs(b - a) < 500 for a, b in zip(before, after, strict=True))
