"""What the window's tests see: blocks, names, colours."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

from reader.store.check import check
from reader.store.library import Library
from reader.ui.article.gutter import bar_of
from reader.ui.article.marks import in_view


def assert_sound(path):
    """Look into the library as another program does, and find no fault."""
    with Library.open(path) as library:
        report = check(library)
    assert report.sound, report.faults


def shown(window):
    """Give the text of each block of the article on the screen."""
    return [b.text for b in window.article.edit.sheet.blocks]


def blocks(window):
    """Give kind and text of each block of the article on the screen."""
    return [(b.kind, b.text) for b in window.article.edit.sheet.blocks]


def place(window, block, at):
    """Give the point of the article's viewport where a place is."""
    edit = window.article.edit
    cursor = QTextCursor(edit.document())
    cursor.setPosition(edit.sheet.position(block, at))
    return edit.cursorRect(cursor).center()


def inks(window, role):
    """Count the pixels of the article that have exactly the ink of a role."""
    image = window.article.edit.viewport().grab().toImage()
    wanted = window.colours.color(role).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def wishes(window):
    """Count the wishes in the journal, by another connection."""
    with Library.open(window.session.library.path) as library:
        return library.connection.execute("SELECT count(*) FROM wish").fetchone()[0]


def said(window):
    """Give what the status line tells."""
    return window.status.said.text()


def dates(pane):
    """Give the date of each issue in the list."""
    return [row.date for row in pane.issues.facts]


def titles(pane):
    """Give the title of each article in the contents."""
    return [row.title for row in pane.contents.facts]


def bar(window, number):
    """Give the middle of a block's bar in the viewport."""
    edit = window.article.edit
    place = bar_of(edit, next(v for v in in_view(edit) if v.number == number))
    return QPoint(round(place.x), round((place.top + place.bottom) / 2))


def reachable(widget):
    """Give what Tab may come to, whether or not it is in view."""
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
    return [
        w
        for w in widget.findChildren(QWidget)
        if isinstance(w, kinds) and w.window() is widget
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.objectName().startswith("qt_")
    ]  # fmt: skip


def named(widget):
    return widget.accessibleName() or getattr(widget, "text", str)()


def contrast(first, second):
    """Give the ratio of two colours' luminances, 1 to 21, as WCAG 2 measures it."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
