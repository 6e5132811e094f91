"""Names that turn or hide what stands beside them do it nowhere in the window."""

import re
import unicodedata

import pytest
from acting import ask, dialog_of
from drafting import take_in
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
)

from reader.errors import NoLibraryError
from reader.model import IssueFacts
from reader.store.library import Library, Mode
from reader.ui.dialogs.engine import Lines
from reader.ui.dialogs.importing import ImportDialog
from reader.ui.names import isolated

_RLO, _ZERO = "\u202e", "\u200b"
_TITLE, _ARTICLE, _TOPIC = (
    f"晚报{_RLO}ABC",
    f"标题一{_RLO}二三ABC{_ZERO}隐",
    f"主题{_RLO}ABC{_ZERO}一",
)
_ARABIC = "خبر"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


@pytest.mark.parametrize("name", ["", "晚报", "Evening 7", "标题：“一”·二", "𠮷野\n次行\t"])
def test_a_plain_name_is_shown_as_it_is(name):
    assert isolated(name) is name


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("甲\u202e乙", "\u2068甲⇄乙\u2069"),
        ("甲\u2069乙\u2066", "\u2068甲⇄乙⇄\u2069"),
        ("甲\u200b乙", "\u2068甲▯乙\u2069"),
        ("\ufeff甲\u00ad", "\u2068▯甲▯\u2069"),
        ("甲خبر乙", "\u2068甲خبر乙\u2069"),
        ("שלום", "\u2068שלום\u2069"),
    ],
)
def test_what_turns_or_hides_is_a_mark_within_an_isolate(name, seen):
    assert isolated(name) == seen


def test_every_character_that_is_written_leftward_is_known():
    odd = [chr(c) for c in range(0x110000) if unicodedata.bidirectional(chr(c)) in _LEFTWARD]
    assert [f"U+{ord(c):04X}" for c in odd if isolated(c) == c] == []


_LEFTWARD = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}


@pytest.fixture
def odd(tmp_path):
    """Make a library in which names turn and hide."""
    made = tmp_path / f"文{_RLO}bd.db"
    with Library.open(made, Mode.CREATE, actor=f"甲{_RLO}乙") as library:
        facts = IssueFacts(_TITLE, "2025-01", True, "7\u200f", 1)
        text = f"#眉{_RLO}线\n\n{_ARTICLE}\n\n正文一二三四。\n\n末段\n"
        take_in(library, text, name=f"p{_RLO}1.txt", facts=facts)
        facts = IssueFacts(_ARABIC, "2025-02", True, None, 1)
        take_in(library, f"={_ARABIC}\n\n第二篇正文。\n", name="q.txt", facts=facts)
        every = [row.id for row in library.articles.rows()]
        library.tags.add(_TOPIC, every)
        library.tags.add(_ARABIC, every)
        block = library.articles.get(every[0]).blocks[-1]
        library.tags.mark(block.id, 0, 2, _TOPIC)
        library.index.catch_up()
    return made


@pytest.fixture
def painted(monkeypatch):
    """Give what our own painting writes: in each window, grabbed."""
    written = []
    really = QPainter.drawText

    def draw(painter, *given):
        written.extend(one for one in given if isinstance(one, str))
        return really(painter, *given)

    def paint():
        written.clear()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.grab()
        return list(written)

    monkeypatch.setattr(QPainter, "drawText", draw)
    return paint


def _rows(model, parent):
    columns = model.columnCount(parent) if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
        yield from _rows(model, model.index(row, 0, parent))


def _said():
    """Give all that is shown in any window, but not what is typed or read there."""
    for widget in QApplication.allWidgets():
        yield from (widget.toolTip(), widget.windowTitle(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        for action in widget.actions():
            yield from (action.text(), action.toolTip(), action.statusTip())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows(widget.model(), QModelIndex())


def _assert_calm(*wanted, among=None):
    """See the wanted names, and none that turns or hides anything around it."""
    said = list(_said()) if among is None else among
    assert [ascii(s) for s in said if _RLO in s or _ZERO in s or "\u200f" in s] == []
    assert [s for s in said if _ARABIC in re.sub("\u2068[^\u2069]*(\u2069|…)", "", s)] == []
    for name in wanted:
        assert any(name in s for s in said), name


def test_names_turn_nothing_in_any_list_label_or_tip(open_window, odd, qtbot, painted):
    window = open_window(odd)
    window.resize(1440, 800)
    issue = next(row for row in window.issues.issues.facts if row.title == _TITLE)
    window.issues.revealing.go_to(issue.id)
    window.article.open(window.issues.contents.facts[0].id)
    window.issues.furniture.row.setChecked(True)
    qtbot.wait(50)
    _assert_calm(isolated(_ARTICLE), isolated(_TITLE), isolated(_TOPIC), "⇄bd.db", "眉⇄线")
    _assert_calm("标题一⇄", "晚报⇄ABC", "眉⇄线", "主题⇄", _ARABIC, among=painted())
    window.columns.unfold()
    qtbot.wait(50)
    _assert_calm("末段", "主题⇄ABC▯一", among=painted())
    window.tags.input.setText("主题")
    window.tags.input.setFocus()
    _assert_calm("\u2068主题⇄ABC▯一\u2069", among=painted())
    window.columns.show_journal(shown=True)
    qtbot.wait(50)
    _assert_calm("甲⇄乙", "p⇄1.txt", among=painted())


def test_what_is_told_of_names_turns_nothing(open_window, odd):
    window = open_window(odd)
    making, article = window.tags.making, window.article.article.id
    making.add("新" + _TOPIC, article)
    _assert_calm("New topic: \u2068新主题⇄", "Undo: add topic \u2068新主题⇄")
    making.rename("新" + _TOPIC, "旧" + _TOPIC)
    _assert_calm("Renamed: \u2068新主题⇄")
    making.merge("旧" + _TOPIC, _ARABIC)
    _assert_calm("Merged \u2068旧主题⇄")
    window.tags.entering.ask_for_merge(window.tags.tags.facts[0])
    _assert_calm("Merge \u2068主题⇄")
    window.status.warn(window.words.fault(NoLibraryError(f"/a/{_RLO}b")))
    _assert_calm("There is no library at \u2068/a/⇄b\u2069.")
    window.tags._on_dropped(_TOPIC, _ARABIC)
    (menu,) = window.tags.findChildren(QMenu, "dropMenu")
    _assert_calm(isolated(_TOPIC), among=[action.text() for action in menu.actions()])
    menu.close()
    (recent,) = window.findChildren(QMenu, "recentMenu")
    recent.aboutToShow.emit()
    _assert_calm("⇄bd.db", among=[action.text() for action in recent.actions()])


def test_names_turn_nothing_among_the_hits(open_window, odd, qtbot, painted):
    window = open_window(odd)
    window.resize(1440, 800)
    ask(window, qtbot, "正文")
    qtbot.waitUntil(lambda: not window.search.searching)
    _assert_calm(isolated(_TITLE), isolated(_TOPIC))
    _assert_calm("标题一⇄", "晚报⇄ABC", "主题⇄ABC▯一", _ARABIC, among=painted())
    for row in range(window.search.results.rowCount()):
        window.search.list.go(row, tell=True)
        _assert_calm()


def test_a_path_is_taken_as_it_was_chosen(open_window, odd, press):
    window = open_window(odd)
    dialog = dialog_of(window, press, "actionImport", ImportDialog)
    path = odd.with_name(f"p{_RLO}q.txt")
    path.write_text(f"标{_ZERO}题\n")
    wished = []
    dialog.wished.disconnect()
    dialog.wished.connect(wished.append)
    dialog.add([str(path), str(path)])
    _assert_calm("p⇄q.txt")
    dialog.go.click()
    assert [wish.paths for wish in wished] == [[path]]


def test_a_cell_is_copied_as_it_is(qapp):
    rows = Lines(("a",), [_TOPIC], lambda topic: (topic,))
    assert rows.index(0, 0).data() == isolated(_TOPIC)
    assert rows.lines([0]) == f"a\n{_TOPIC}"
