"""What the window's tests see: blocks, names, colours."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
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
