"""The rows of the menu Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.menus.row import Action

ROWS: tuple[Action, ...] = ()
