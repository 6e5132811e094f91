"""The rows of every list: their ground, their bar, and whether what stands on it can be seen."""

import pytest
from acting import add_guided
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QDialog, QPushButton, QStyle, QStyleOptionViewItem
from seeing import contrast

from reader.ui import counts, theme
from reader.ui.dialogs.formats import FormatView

pytestmark = pytest.mark.window
State = QStyle.StateFlag
STATES = {
    "plain": State.State_None,
    "hover": State.State_MouseOver,
    "selected": State.State_Selected,
    "both": State.State_Selected | State.State_MouseOver,
}
OWN = {
    "issueList": "panel", "contentsList": "panel", "furnitureList": "panel", "tagList": "panel",
    "phraseList": "panel", "tagChoices": "raised", "journalList": "panel",
    "guideList": "panel",
    "searchResults": "paper", "searchFacets": "panel", "exportFormat": "panel",
}  # fmt: skip
"""Every list that paints its own rows, with the ground of the pane in which it stands."""
FAINT = {"rule", "engine"}
"""Hairlines, and quiet bars that only repeat a number: they need not stand out."""
FOCUSED = [name for name in OWN if name not in ("searchFacets", "tagChoices")]


class Watching(QPainter):
    """Paints, and notes with each text and sign on which ground it stands."""

    def __init__(self, image, ground):
        super().__init__(image)
        self.ground = ground
        self.written, self.drawn = set(), set()

    def fillRect(self, *args):  # noqa: N802 - Qt's
        *place, ink = args
        place = QRectF(*place)
        if place.width() > 3 and place.height() > 8:
            self.ground = QColor(ink)
        super().fillRect(*args)

    def drawText(self, *args):  # noqa: N802 - Qt's
        if str(args[-1]).strip():
            self.written.add((self.pen().color().name(), self.ground.name()))
        super().drawText(*args)

    def note(self):
        solid = self.pen().style() is Qt.PenStyle.NoPen
        ink = (self.brush() if solid else self.pen()).color()
        self.drawn.add((ink.name(), self.ground.name()))


def noting(name):
    def drawn(self, *args):
        self.note()
        getattr(QPainter, name)(self, *args)

    return drawn


for _shape in ("drawPolygon", "drawPath", "drawEllipse", "drawPolyline", "drawLine", "drawChord"):
    setattr(Watching, _shape, noting(_shape))


def guided(window, qtbot):
    """Bring in an issue whose front page says what stands on the others, and give that row."""
    add_guided(window.session.library.path)
    window.session.poll()
    window.issues.issue_list.go(0, tell=True)
    assert window.issues.lists.shown.date == "2025-09"
    guide = window.issues.guide
    qtbot.waitUntil(lambda: guide.row.isVisible() and guide.row.isEnabled())
    return guide


@pytest.fixture
def bring(window, press, qtbot):
    """Bring a list into view, filled, by its name."""
    article = window.article.article
    for number in range(12):
        window.session.write(window.session.library.tags.add, f"主题{number}", [article.id])
    other = window.issues.contents.facts[1]
    window.session.write(window.session.library.tags.add, "别处", [other.id])
    window.session.write(window.session.library.tags.mark, article.blocks[2].id, 0, 3, "主题1")

    def brought(name):
        if name == "furnitureList":
            window.issues.furniture.row.click()
        elif name == "guideList":
            guided(window, qtbot).row.click()
        elif name == "journalList":
            press(window, "actionJournal")
        elif name.startswith("search"):
            press(window, "actionSearch")
            qtbot.keyClicks(window.search_box, "status:new")
            qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)
        elif name == "tagChoices":
            window.tags.input.setFocus()
            qtbot.keyClicks(window.tags.input, "1")
        elif name == "exportFormat":
            press(window, "actionExport")
            qtbot.waitUntil(lambda: not window.session.busy)
            (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            return dialog.findChild(FormatView)
        view = window.findChild(QAbstractItemView, name)
        assert view.isVisible()
        assert view.model().rowCount()
        return view

    return brought


def indexes(view):
    rows = range(min(16, view.model().rowCount()))
    return [view.model().index(row, 0) for row in rows]


def seen(view, index, state, ground):
    """Paint a row in a state; give what was written and drawn on which ground."""
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 260, 50)
    option.state, option.widget = state | State.State_Enabled, view
    image = QImage(260, 50, QImage.Format.Format_RGB32)
    painter = Watching(image, ground)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return painter.written, painter.drawn


def wear(view, colours):
    """Let a list be painted in other colours."""
    delegate = view.itemDelegate()
    name = "_colours" if hasattr(delegate, "_colours") else "colours"
    setattr(delegate, name, colours)


def test_no_list_that_paints_its_own_rows_is_left_out(window):
    views = window.findChildren(QAbstractItemView)
    own = {v.objectName() for v in views if type(v.itemDelegate()).__module__.startswith("reader")}
    assert {"issueList", "guideList"} <= own <= set(OWN)


@pytest.mark.parametrize("listed", OWN)
def test_all_that_a_row_says_stands_out_on_its_ground(bring, listed):
    """The pairs are those that the painters use, on the grounds that they themselves paint."""
    view = bring(listed)
    low = []
    for name in theme.THEMES:
        colours = theme.theme(name)
        faint = {colours.color(role).name() for role in FAINT}
        grounds = set()
        wear(view, colours)
        for index in indexes(view):
            for said, state in STATES.items():
                written, drawn = seen(view, index, state, colours.color(OWN[listed]))
                grounds |= {ground for _, ground in written}
                for pairs, least in ((written, 4.5), (drawn, 3)):
                    for ink, ground in pairs:
                        ratio = contrast(QColor(ink), QColor(ground))
                        if ratio < least and ink not in faint:
                            low.append((name, said, index.row(), ink, ground, round(ratio, 2)))
        if listed != "searchFacets":
            assert {colours.color(role).name() for role in ("hover", "selection")} <= grounds
    assert low == []


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_ink_that_is_handed_out_for_a_ground_stands_out_on_it(dressed, name):
    colours = theme.theme(name)
    for ground in ("window", "panel", "paper", "raised", "field", "hover", "selection"):
        ratio = contrast(colours.ink("doubt-line", ground), colours.color(ground))
        assert ratio >= 3, ground
    assert colours.ink("doubt-line", "panel") == colours.color("doubt-line")
    ground = colours.color("window")
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = Watching(image, ground)
    for paint in (counts._paint_tick, counts._paint_doubt, counts._paint_tie):
        paint(painter, QPointF(10, 10), colours)
    painter.end()
    assert len(painter.drawn) == 3
    assert all(contrast(QColor(ink), ground) >= 3 for ink, _ in painter.drawn)


@pytest.mark.parametrize("listed", FOCUSED)
def test_the_bar_of_a_selected_row_says_whether_keys_come_to_it(bring, window, listed):
    """By the pixels: indigo with the focus, grey without; the window is active all the time."""
    view = bring(listed)
    index = next(i for i in indexes(view) if i.flags() & Qt.ItemFlag.ItemIsSelectable)
    view.setFocus()
    view.setCurrentIndex(index)
    rect = view.visualRect(index)

    def ink(x):
        at = QPoint(rect.left() + x, rect.center().y())
        return view.viewport().grab().toImage().pixelColor(at).name()

    colours = window.colours
    assert view.hasFocus()
    assert ink(2) == colours.color("accent").name()
    there = view.window()
    (there.findChild(QPushButton) if there is not window else window.search_box).setFocus()
    assert there.isActiveWindow()
    assert not view.hasFocus()
    assert ink(2) == ink(0) == colours.color("rule-strong").name()
    assert ink(4) == colours.color("selection").name()


def test_what_fits_is_chosen_by_keys_of_the_line_so_its_bar_is_indigo(bring, window):
    view = bring("tagChoices")
    rect = view.visualRect(view.currentIndex())
    at = QPoint(rect.left() + 1, rect.center().y())
    picture = view.viewport().grab().toImage()
    assert window.tags.input.hasFocus()
    assert picture.pixelColor(at).name() == window.colours.color("accent").name()
    at += QPoint(3, 0)
    assert picture.pixelColor(at).name() == window.colours.color("selection").name()
