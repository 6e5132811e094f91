"""A list of any length: Qt's own tester holds, few pages are kept, headings are no rows."""

import sys
from array import array
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.paged import PAGES, ROWS_A_PAGE, Heading, Paged, Reader
from reader.ui.rows import FACT, RowView

pytestmark = pytest.mark.window
TIP = Qt.ItemDataRole.ToolTipRole


@dataclass(frozen=True)
class Fact:
    id: str


class Source:
    """Rows of which each key has one, but those that are gone."""

    def __init__(self):
        self.asked = []
        self.gone = set()

    def rows(self, keys):
        self.asked.append(len(keys))
        return [None if key in self.gone else Fact(str(key)) for key in keys]

    def model(self):
        reader = Reader(self.rows, int, lambda f: f"row {f.id}", lambda f: f"tip {f.id}")
        return Paged(reader)


@pytest.fixture
def source(qapp):
    return Source()


def keys(*numbers):
    return array("q", numbers)


@given(st.lists(st.tuples(
    st.lists(st.integers(0, 300), unique=True, max_size=12),
    st.lists(st.integers(0, 12), unique=True, max_size=3),
), max_size=6))  # fmt: skip
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_model_shows_what_is_arranged(source, arrangements):
    model = source.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers, wished in arrangements:
        places = sorted(place for place in wished if place <= len(numbers))
        model.arrange(keys(*numbers), [(p, Heading(f"over {p}")) for p in places])
        assert [fact.id for fact in model.facts] == [str(n) for n in numbers]
        assert model.count() == len(numbers)
        assert model.rowCount() == len(numbers) + len(places)
        plain = list(map(str, numbers))
        for at, place in reversed(list(enumerate(places))):
            plain.insert(place, f"over {places[at]}")
        shown = [model.index(row, 0).data(FACT) for row in range(model.rowCount())]
        assert [f.words if isinstance(f, Heading) else f.id for f in shown] == plain
        for row, fact in enumerate(shown):
            heading = model.heading_of(row)
            assert heading == max((r for r in model.heading_rows if r <= row), default=-1)
            chosen = bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)
            assert chosen == (not isinstance(fact, Heading))
        assert all(model.row_of(str(n)) == plain.index(str(n)) for n in numbers)
    assert tester.model() is model


def test_what_is_said_of_rows(source):
    model = source.model()
    source.gone = {3}
    model.arrange(keys(7, 3), [(1, Heading("later", thin=True))])
    said = [[model.index(row, 0).data(role) for role in (Qt.ItemDataRole.DisplayRole, TIP)]
            for row in range(3)]  # fmt: skip
    assert said == [["row 7", "tip 7"], ["later", "later"], ["", None]]
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(9, 0)) is None
    assert (model.fact(0), model.fact(1), model.fact(2), model.fact(9)) == (Fact("7"),) + (
        None,
    ) * 3
    assert model.facts == [Fact("7")]
    assert model.row_of(None) == model.row_of("99") == -1
    assert model.headings[0].id == ""


def test_few_pages_are_kept_and_each_is_read_once(source):
    model = source.model()
    model.arrange(array("q", range(1_000_000)))
    last = 1_000_000 - 1
    assert model.fact(0) == Fact("0")
    assert model.fact(ROWS_A_PAGE - 1) == Fact(str(ROWS_A_PAGE - 1))
    assert model.fact(last) == Fact(str(last))
    assert source.asked == [ROWS_A_PAGE, 1_000_000 % ROWS_A_PAGE or ROWS_A_PAGE]
    for page in range(2 * PAGES):
        model.fact(page * ROWS_A_PAGE)
    assert len(model.pages) == PAGES
    assert model.cached(0) is None
    assert model.cached(2 * PAGES * ROWS_A_PAGE - 1) is not None
    assert model.row_of("654321") == 654321
    assert sys.getsizeof(model.keys) < 9_000_000


def test_only_what_is_named_is_read_again(source):
    model = source.model()
    model.arrange(array("q", range(1000)))
    model.fact(0)
    model.fact(500)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.refresh([500])
    assert told == [(500, 500)]
    assert model.cached(0) is not None
    assert model.cached(500) is None
    assert not model.arrange(array("q", range(1000)))
    assert told[1:] == [(0, 999)]
    assert model.cached(0) is None
    assert model.arrange(keys(1))
    model.arrange(keys())
    model.refresh()
    assert len(told) == 2


def test_a_view_of_a_million_rows_asks_for_what_is_seen(source, qtbot):
    model = source.model()
    view = RowView(46)
    qtbot.addWidget(view)
    view.resize(264, 600)
    view.setModel(model)
    model.arrange(array("q", range(1_000_000)))
    view.show()
    view.repaint()
    view.scrollToBottom()
    view.repaint()
    assert len(source.asked) <= 3
    assert view.rowAt(view.viewport().height() - 1) == 999_999
