"""What Qt's binding does behind our back that a start can spare."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def read_no_sources() -> None:
    """Let the binding, once it is loaded, believe that no module of ours asks for other names.

    It reads the source of each module that is imported to see that: a tenth of a start. A binding
    that does not do so, or in another way, is left alone.
    """
    switch, name = sys.modules.get("shibokensupport.feature"), "_mod_uses_pyside"
    if hasattr(switch, name):  # it has no other door
        setattr(switch, name, lambda _module: False)


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """Give the viewport of a view, which is to be kept as long as the view.

    A widget that the binding has not seen yet it takes for one of any class, and makes them all to
    find the right one: 7 ms at a start. One that is found by name it takes for what was asked for.
    """
    from PySide6.QtWidgets import QWidget

    found = area.findChild(QWidget, "qt_scrollarea_viewport")
    return area.viewport() if found is None else found
