"""Greying what cannot be done now, and saying why; naming what undo and redo would turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui import actions
from reader.ui.menus.proof import MOVE, STATUS
from reader.ui.menus.view import THEMES

_OF_ARTICLE = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionMarkProofread", "actionAddTag"),
    *("actionWhy", "actionKind", "actionSupply"),
    *("actionNewArticle", "actionMergeNext", "actionToFurniture", "actionTagPhrase"),
    *("actionToggleTopic", "actionShowPhrase", "actionUnmarkPhrase"),
    *("actionNextDoubt", "actionPreviousDoubt", "actionProofView", "actionDifferences"),
    *(row.id for row in actions.ACTIONS if row.under in (MOVE, STATUS)),
)
"""What can be done only where an article is in view."""

_OF_SUGGESTION = ("actionTakeSuggestion", "actionRefuseSuggestion")

_WITHOUT_LIBRARY = (
    *("actionNewLibrary", "actionOpenLibrary", "actionRecent", "actionQuit", "actionSettings"),
    *THEMES,
    *("actionZoomIn", "actionZoomOut", "actionZoomReset"),
    *("actionKeys", "actionLegend", "actionDoctor", "actionAbout"),
)
"""What can be done before a library is open."""

CHANGES = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionCut", "actionPaste", "actionKind"),
    *("actionSupply", "actionNewArticle", "actionMergeNext", "actionToFurniture"),
    *("actionTagPhrase", *(row.id for row in actions.ACTIONS if row.under == MOVE)),
)
"""What changes the text of the article, and so is not done among the differences."""

if TYPE_CHECKING:
    from reader.ui.menus.row import Action
    from reader.ui.window import MainWindow


class Enabling(QObject):
    """Keeps the actions of the window in step with what is open and in view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tips: dict[str, str] = {}
        """What each action tells where it can be done."""

    def enable(self) -> None:
        """Grey what cannot be done now; the tool tip of each says why."""
        window = self._window
        hindered = self._hindered() if window.session.is_open else {}
        for row in actions.ACTIONS:
            action = window.actions_by_id[row.id]
            why = self._why(row) or hindered.get(row.id, "")
            tip = self._tips.setdefault(row.id, action.toolTip())
            action.setEnabled(not why)
            action.setToolTip(f"{tip}\n{why}" if why else tip)
        self._name_steps()

    def _why(self, row: Action) -> str:
        """Say what in the state of the library hinders an action; nothing where nothing does."""
        session = self._window.session
        if not session.is_open and row.id not in _WITHOUT_LIBRARY:
            return self.tr("No library is open.")
        if row.writes and not session.writable:
            return self.tr("The library is open for reading.")
        return ""

    def _hindered(self) -> dict[str, str]:
        """Say what hinders which actions in what is open and in view."""
        window = self._window
        steps = window.session.steps
        of_article, possible = self._without_article(), window.arranging.possible()
        unless = {
            "actionUndo": (steps.undo, self.tr("There is nothing to undo.")),
            "actionRedo": (steps.redo, self.tr("There is nothing to redo.")),
            "actionImportReport": (
                window.filing.has_report,
                self.tr("Nothing was imported since the window was opened."),
            ),
            "actionKeepSearch": (window.seeking.open, self.tr("Search for something first.")),
            "actionWithdrawSamples": (
                window.issues.lists.samples,
                self.tr("There are no samples in the library."),
            ),
        }
        found = {name: why for name, (there, why) in unless.items() if not there}
        clips = window.wishes.clipping.possible()
        nothing = self.tr("Where the focus is there is nothing to do it with.")
        found |= {name: nothing for name, can in clips.items() if not can}
        if window.article.faces.differing:
            found |= dict.fromkeys(CHANGES, self.tr("Differences are for reading."))
        found |= {name: self._without_issue(name) for name, can in possible.items() if not can}
        if of_article:
            found |= dict.fromkeys((*_OF_ARTICLE, *_OF_SUGGESTION), of_article)
        elif window.tags.suggestions.first is None:
            found |= dict.fromkeys(_OF_SUGGESTION, self.tr("No topic is suggested."))
        return found

    def _without_article(self) -> str:
        if self._window.seeking.open:
            return self.tr("Esc leads from the results back to the article first.")
        if self._window.article.article is None:
            return self.tr("No article is open.")
        return ""

    def _without_issue(self, name: str) -> str:
        if self._window.issues.lists.shown is None:
            return self.tr("No issue is chosen.")
        if name in ("actionMergeIssue", "actionMovePage") and self._window.issues.lists.whole < 2:
            return self.tr("There is no other issue.")
        return self.tr("No article is chosen in the contents.")

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would turn."""
        steps = self._window.session.steps
        for name, wish in (("actionUndo", steps.undo), ("actionRedo", steps.redo)):
            words = actions.translated(next(r.words for r in actions.ACTIONS if r.id == name))
            said = f"{words}: {self._window.words.wish(wish)}" if wish is not None else words
            self._window.actions_by_id[name].setText(said)
