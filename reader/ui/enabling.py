"""Greying what cannot be done now, and naming in the menu what undo and redo would turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui import actions
from reader.ui.menus.proof import MOVE, STATUS

_OF_ARTICLE = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionMarkProofread", "actionAddTag"),
    *("actionWhy", "actionKind", "actionSupply"),
    *("actionNewArticle", "actionMergeNext", "actionToFurniture", "actionTagPhrase"),
    *("actionToggleTopic", "actionShowPhrase", "actionUnmarkPhrase"),
    *(row.id for row in actions.ACTIONS if row.under in (MOVE, STATUS)),
)
"""What can be done only where an article is in view."""

CHANGES = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionCut", "actionPaste", "actionKind"),
    *("actionSupply", "actionNewArticle", "actionMergeNext", "actionToFurniture"),
    *("actionTagPhrase", *(row.id for row in actions.ACTIONS if row.under == MOVE)),
)
"""What changes the text of the article, and so is not done among the differences."""

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Enabling(QObject):
    """Keeps the actions of the window in step with what is open and in view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def enable(self) -> None:
        """Grey what cannot be done now."""
        window = self._window
        session = window.session
        steps = session.steps
        in_view = not window.seeking.open
        article = window.article.article is not None and in_view
        now = {
            "actionUndo": steps.undo is not None,
            "actionRedo": steps.redo is not None,
            "actionExport": session.is_open,
            "actionImportReport": window.filing.has_report,
            "actionSearch": session.is_open,
            "actionRerun": session.is_open,
            "actionLearn": session.is_open,
            "actionKeepSearch": not in_view,
            "actionWithdrawSamples": window.issues.lists.samples,
        } | window.arranging.possible()
        now |= dict.fromkeys(_OF_ARTICLE, article)
        offered = article and window.tags.suggestions.first is not None
        now |= dict.fromkeys(("actionTakeSuggestion", "actionRefuseSuggestion"), offered)
        now |= dict.fromkeys(("actionProofView", "actionDifferences"), article)
        if window.article.faces.differing:
            now |= dict.fromkeys(CHANGES, False)
        walks = ("NextDoubt", "PreviousDoubt")
        now |= {f"action{name}": in_view for name in walks}
        now |= window.wishes.clipping.possible()
        for row in actions.ACTIONS:
            possible = now.get(row.id, True) and (session.writable or not row.writes)
            window.actions_by_id[row.id].setEnabled(possible)
        self._name_steps()

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would turn."""
        steps = self._window.session.steps
        for name, wish in (("actionUndo", steps.undo), ("actionRedo", steps.redo)):
            words = actions.translated(next(r.words for r in actions.ACTIONS if r.id == name))
            said = f"{words}: {self._window.words.wish(wish)}" if wish is not None else words
            self._window.actions_by_id[name].setText(said)
