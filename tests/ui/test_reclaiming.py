"""Lines of the page become text: by a click, by the menu key, from the table, from a hit."""

import pytest
from acting import add, compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from seeing import assert_sound, blocks

from reader.model import IssueFacts, Kind
from reader.store.library import Library, Mode
from reader.text.query import In
from reader.ui.kinds import KINDS
from reader.ui.source.paint import row_at

pytestmark = pytest.mark.window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE = (
    "#报头一行\n\n=甲题\n\n甲一段的\n正文。\n\n#页中杂项\n\n"
    "=乙题\n\n乙一段。\n\n乙二段。\n\n#页脚一行\n"
)


@pytest.fixture
def window(open_window, tmp_path, press):
    """A page with furniture at its head, in its middle and at its foot, and the source open."""
    path = tmp_path / "page.db"
    with Library.open(path, Mode.CREATE) as library:
        add(library, PAGE, "a.txt", IssueFacts("报", "2025-08", True, None, 1), 0.99)
        library.index.catch_up()
    opened = open_window(path)
    press(opened, "actionToggleSource")
    QApplication.processEvents()
    yield opened
    assert_sound(path)


def row_of(window, text):
    return next(n for n, line in enumerate(window.source.edit.sheet.lines) if text in line.text)


def point_of(window, text):
    edit = window.source.edit
    block = edit.document().findBlockByNumber(row_of(window, text))
    rect = row_at(edit, block).rect
    return QPoint(120, round(rect.center().y()))


def click(window, qtbot, text):
    qtbot.mouseClick(window.source.edit.viewport(), LEFT, pos=point_of(window, text))


def menu_of(window, name="textMenu"):
    found = [m for m in window.findChildren(QMenu, name) if m.isVisible()]
    assert len(found) == 1
    return found[0]


START = [(Kind.TITLE, "=甲题"), (Kind.PARA, "甲一段的正文。")]


def test_a_click_on_furniture_offers_to_make_it_text(window, qtbot, press, texts):
    click(window, qtbot, "页中杂项")
    menu = menu_of(window)
    assert [a.data() for a in menu.actions() if a.data() is not None] == list(KINDS)
    assert menu.activeAction().data() == Kind.FURNITURE
    assert "甲题" in menu.actions()[0].text()
    assert window.source.current.text == "#页中杂项"
    qtbot.keyClick(menu, Key.Key_1)
    assert blocks(window) == [*START, (Kind.PARA, "#页中杂项")]
    assert window.article.edit.caret() == (2, 0)
    assert texts(window) == [t for _, t in blocks(window)]
    assert "甲题" in window.status.said.text()
    assert "Ctrl+Z" in window.status.said.text()
    press(window, "actionUndo")
    assert blocks(window) == START
    assert window.source.edit.sheet.lines[row_of(window, "页中杂项")].of_page
    press(window, "actionRedo")
    assert len(blocks(window)) == 3


def test_the_mouse_may_choose_the_kind(window, qtbot):
    click(window, qtbot, "页中杂项")
    menu = menu_of(window)
    action = next(a for a in menu.actions() if a.data() == Kind.CAPTION)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert blocks(window)[-1] == (Kind.CAPTION, "#页中杂项")


def test_it_may_go_to_the_article_that_stands_nearest(window, qtbot, press):
    click(window, qtbot, "页脚一行")
    near = menu_of(window).findChild(QMenu, "nearMenu")
    assert "乙题" in near.title()
    action = next(a for a in near.actions() if a.data() == Kind.SUBHEAD)
    action.trigger()
    menu_of(window).close()
    assert window.article.article.row.title == "=乙题"
    assert blocks(window)[-1] == (Kind.SUBHEAD, "#页脚一行")
    press(window, "actionUndo")
    assert blocks(window)[-1] == (Kind.PARA, "乙二段。")


def test_the_article_in_view_takes_a_line_from_elsewhere_on_the_page(window, qtbot):
    click(window, qtbot, "页脚一行")
    qtbot.keyClick(menu_of(window), Key.Key_1)
    assert blocks(window) == [*START, (Kind.PARA, "#页脚一行")]


def test_a_line_of_the_article_in_view_offers_nothing(window, qtbot):
    click(window, qtbot, "甲一段")
    assert not window.findChildren(QMenu, "textMenu")


def test_a_section_label_becomes_text_of_its_article(window, qtbot, press):
    window.proofing.structure.kind(1, Kind.SECTION)
    assert blocks(window) == START[:1]
    window.source.reload()
    click(window, qtbot, "甲一段的")
    assert menu_of(window).activeAction().data() == Kind.SECTION
    qtbot.keyClick(menu_of(window), Key.Key_1)
    assert blocks(window) == START


def test_a_label_becomes_furniture_where_it_stands(window, qtbot, press):
    click(window, qtbot, "页中杂项")
    qtbot.keyClick(menu_of(window), Key.Key_9)
    assert blocks(window) == START
    assert "Section label" in window.status.said.text()
    press(window, "actionUndo")
    click(window, qtbot, "页中杂项")
    assert menu_of(window).activeAction().data() == Kind.FURNITURE
    menu_of(window).close()


def test_keys_alone_go_to_a_line_and_make_it_text(window, qtbot, press):
    source = window.source.edit
    source.setFocus()
    source.go(row_of(window, "甲一段的"))
    qtbot.keyClick(source, Key.Key_Down, CONTROL)
    assert window.source.current.text == "#页中杂项"
    assert "Ctrl+Alt+T" in window.status.said.text()
    qtbot.keyClick(source, Key.Key_Down, CONTROL)
    qtbot.keyClick(source, Key.Key_Down, CONTROL)
    assert window.source.current.text == "#页脚一行"
    qtbot.keyClick(source, Key.Key_Up, CONTROL)
    assert window.source.current.text == "#页中杂项"
    press(window, "actionMakeText")
    qtbot.keyClick(menu_of(window), Key.Key_1)
    assert blocks(window)[-1] == (Kind.PARA, "#页中杂项")
    assert window.article.edit.hasFocus()


def test_without_such_a_line_it_says_where_to_go(window, press):
    press(window, "actionMakeText")
    assert not window.findChildren(QMenu, "textMenu")
    assert "Ctrl+↑" in window.status.said.text()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_context_menu_has_it(window, qtbot, by_key):
    source = window.source.edit
    source.setFocus()
    at = point_of(window, "页中杂项")
    if by_key:
        source.go(row_of(window, "页中杂项"))
    reason = QContextMenuEvent.Reason
    event = QContextMenuEvent(
        reason.Keyboard if by_key else reason.Mouse,
        QPoint(1, 1) if by_key else at,
        source.viewport().mapToGlobal(at),
    )
    QApplication.sendEvent(source.viewport(), event)
    menu = menu_of(window, "sourceMenu")
    names = [a.objectName() for a in menu.actions() if not a.isSeparator()]
    assert names == ["actionCopy", "actionSelectAll", "actionMakeText"]
    row = window.actions_by_id["actionMakeText"]
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(row).center())
    qtbot.keyClick(menu_of(window), Key.Key_5)
    assert blocks(window)[0] == (Kind.KICKER, "#页中杂项")


def test_the_context_menu_of_an_articles_line_copies_only(window):
    source = window.source.edit
    at = point_of(window, "甲一段的")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, source.viewport().mapToGlobal(at))
    window.source.unmark()
    QApplication.sendEvent(source.viewport(), event)
    names = [a.objectName() for a in menu_of(window, "sourceMenu").actions()]
    assert names == ["actionCopy", "actionSelectAll"]
    menu_of(window, "sourceMenu").close()


def test_from_a_hit_in_furniture(window, qtbot, press):
    press(window, "actionToggleSource")
    press(window, "actionSearch")
    window.search.head.buttons[In.SOURCE].click()
    compose(window.search_box, commit="页脚一行")
    box, results = window.search_box, window.search.results
    qtbot.waitUntil(lambda: not box.pause.isActive() and not window.search.searching)
    assert len(results.facts) == 2
    qtbot.keyClick(window.search_box, Key.Key_Return)
    assert window.source.edit.hasFocus()
    assert window.source.current.text == "#页脚一行"
    assert "Ctrl+Alt+T" in window.status.said.text()
    press(window, "actionMakeText")
    near = menu_of(window).findChild(QMenu, "nearMenu")
    next(a for a in near.actions() if a.data() == Kind.PARA).trigger()
    menu_of(window).close()
    assert blocks(window)[-1] == (Kind.PARA, "#页脚一行")
    press(window, "actionUndo")
    assert "#页脚一行" not in [t for _, t in blocks(window)]


def test_nothing_is_offered_for_writing_in_a_library_for_reading(window, qtbot):
    window.session._writable = False
    click(window, qtbot, "页中杂项")
    assert not any(a.isEnabled() for a in menu_of(window).actions() if a.data() is not None)
    menu_of(window).close()
    window.session._writable = True


def test_an_article_of_another_issue_is_not_offered(window, qtbot):
    path = window.session.library.path
    with Library.open(path, Mode.WRITE) as other:
        add(
            other, "#别的\n\n=丙题\n\n丙段。\n", "b.txt", IssueFacts("报", "2025-04", True, None, 1)
        )
        block = next(
            b
            for (b,) in other.connection.execute("SELECT id FROM block WHERE page IS NOT NULL")
            if other.articles.block(b).text == "#别的"
        )
    window.session.poll()
    assert window.article.article.row.title == "=甲题"
    window.beside.reclaiming.offer(block, QPoint(0, 0))
    assert "丙题" in menu_of(window).actions()[0].text()
    assert menu_of(window).findChild(QMenu, "nearMenu") is None
    qtbot.keyClick(menu_of(window), Key.Key_1)
    assert blocks(window) == [
        (Kind.TITLE, "=丙题"),
        (Kind.PARA, "#别的"),
        (Kind.PARA, "丙段。"),
    ]


SWALLOWED = "=甲题\n\n甲一段。\n\n甲二段。\n\n#下一篇题\n\n下一段。\n\n=乙题\n\n乙一段。\n"


def crumbs(window):
    return window.article.head.place.text()


def test_a_label_stands_over_the_articles_behind_it_at_once(window, qtbot, press):
    second = list(window.session.library.articles.rows())[1].id
    window.article.open(second)
    assert "页中杂项" not in crumbs(window)
    click(window, qtbot, "页中杂项")
    qtbot.keyClick(menu_of(window), Key.Key_9)
    assert "#页中杂项" in crumbs(window)
    press(window, "actionUndo")
    assert "页中杂项" not in crumbs(window)
    press(window, "actionRedo")
    assert "#页中杂项" in crumbs(window)


@pytest.fixture
def swallowed(open_window, tmp_path):
    """A page of which an article took the next one's text, whose headline is furniture."""
    path = tmp_path / "swallowed.db"
    with Library.open(path, Mode.CREATE) as library:
        add(library, SWALLOWED, "a.txt", IssueFacts("报", "2025-08", True, None, 1), 0.99)
        library.index.catch_up()
    return open_window(path)


def began(window):
    assert blocks(window) == [(Kind.TITLE, "#下一篇题"), (Kind.PARA, "下一段。")]
    assert "new article" in window.status.said.text()
    assert "Ctrl+Z" in window.status.said.text()
    rows = window.session.library.articles.rows()
    assert [row.title for row in rows] == ["=甲题", "#下一篇题", "=乙题"]


def test_a_headline_in_the_source_begins_an_article(swallowed, qtbot, press):
    press(swallowed, "actionToggleSource")
    QApplication.processEvents()
    click(swallowed, qtbot, "下一篇题")
    qtbot.keyClick(menu_of(swallowed), Key.Key_6)
    began(swallowed)
    press(swallowed, "actionUndo")
    assert len(list(swallowed.session.library.articles.rows())) == 2


def test_a_headline_in_the_list_of_furniture_begins_an_article(swallowed, qtbot, press):
    furniture = swallowed.issues.furniture
    qtbot.mouseClick(furniture.row, LEFT)
    furniture.list.menu_wished.emit(furniture.list.mapToGlobal(QPoint(9, 9)))
    qtbot.keyClick(menu_of(swallowed), Key.Key_6)
    began(swallowed)


def test_a_label_over_nothing_is_listed_and_can_be_taken_back(swallowed, qtbot):
    furniture, articles = swallowed.issues.furniture, swallowed.session.library.articles
    last = articles.get(list(articles.rows())[1].id).blocks[1]
    swallowed.session.write(articles.kind, last.id, Kind.SECTION, initiator=None)
    swallowed.article.open(list(articles.rows())[1].id)
    assert furniture.row.count == "2"
    qtbot.mouseClick(furniture.row, LEFT)
    furniture.list.go(1)
    furniture.list.menu_wished.emit(furniture.list.mapToGlobal(QPoint(9, 9)))
    menu = menu_of(swallowed)
    assert menu.activeAction().data() == Kind.SECTION
    qtbot.keyClick(menu, Key.Key_1)
    assert blocks(swallowed) == [(Kind.TITLE, "=乙题"), (Kind.PARA, "乙一段。")]
