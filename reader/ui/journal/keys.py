"""The keys of the journal that are no actions of the table."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

TITLE = QT_TRANSLATE_NOOP("actions", "In the journal")

KEYS = (Within(("Return",), QT_TRANSLATE_NOOP("actions", "Open the article of a step")),)
