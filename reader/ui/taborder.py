"""The way of the Tab key through the window, pane by pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.window import MainWindow


def way_of(window: MainWindow) -> list[QWidget]:
    """List the widgets in the order in which Tab reaches them, hidden ones too.

    What is made later is not made for this: it is listed once it is there.
    """
    return [
        window.issues_strip.button,
        *window.issues.way(),
        window.source.edit,
        *window.article.faces.way(),
        *window.article.deciding.bar.way(),
        *window.beginning.way_of_empty(),
        *window.seeking.way(),
        *window.beginning.way_of_tour(),
        window.strip.button,
        *window.article.head.switch.segments.values(),
        *window.tags.way(),
        window.journal.of_library,
        window.journal.of_article,
        window.journal.list,
        window.journal.go,
        window.status.rescue,
        window.status.back,
        window.status.cancel,
        window.reading_bar.again,
        *window.risk_bar.way(),
        *window.backup_bar.way(),
        window.search_box,
        *window.top_bar.way(),
    ]
