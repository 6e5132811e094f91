"""Greying what cannot be done now, with the reason; naming what undo and redo would turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui import actions
from reader.ui.greyed import Lack, grey, own_tip, to_write
from reader.ui.menus.proof import MOVE, STATUS
from reader.ui.menus.view import THEMES
from reader.ui.tips import plain

_OF_ARTICLE = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionMarkProofread", "actionAddTag"),
    *("actionWhy", "actionKind", "actionSupply"),
    *(
        "actionNewArticle",
        "actionMergeNext",
        "actionMergeContinuation",
        "actionToFurniture",
        "actionTagPhrase",
    ),
    *("actionToggleTopic", "actionShowPhrase", "actionUnmarkPhrase"),
    *("actionNextDoubt", "actionPreviousDoubt", "actionLikeliestError"),
    *("actionProofView", "actionDifferences"),
    *(row.id for row in actions.ACTIONS if row.under in (MOVE, STATUS)),
)
"""What can be done only where an article is in view."""

_WITHOUT_LIBRARY = (
    *("actionNewLibrary", "actionOpenLibrary", "actionRecent", "actionQuit", "actionSettings"),
    *THEMES,
    *("actionZoomIn", "actionZoomOut", "actionZoomReset"),
    *("actionKeys", "actionLegend", "actionDoctor", "actionAbout"),
)
"""What can be done before a library is open."""

_WALKS = ("actionNextDoubt", "actionPreviousDoubt")
"""What can be done where no results are in view."""

_VIEWS = ("actionProofView", "actionDifferences")

CHANGES = (
    *("actionJoin", "actionSplit", "actionAcceptSeam", "actionCut", "actionPaste", "actionKind"),
    *(
        "actionSupply",
        "actionNewArticle",
        "actionMergeNext",
        "actionMergeContinuation",
        "actionToFurniture",
    ),
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
        self._known: dict[str, Lack | None] = {}
        """What each action was found to lack; most of them lack the same as before."""

    def enable(self) -> None:
        """Grey what cannot be done now; each says why."""
        session, lacks = self._window.session, self._lacks()
        for row in actions.ACTIONS:
            lack = lacks.get(row.id)
            if not session.is_open and row.id not in _WITHOUT_LIBRARY:
                lack = Lack.LIBRARY
            elif row.writes:
                lack = to_write(session) or lack
            if self._known.get(row.id, row) is not lack:
                self._known[row.id] = lack
                grey(self._window.actions_by_id[row.id], lack)
        self._name_steps()

    def lack_of(self, action: str) -> Lack | None:
        """Tell what an action was found to lack."""
        return self._known.get(action)

    def _lacks(self) -> dict[str, Lack | None]:
        """Tell of each action that is not always possible what it lacks."""
        window = self._window
        steps = window.session.steps
        results = window.seeking.open
        in_view = Lack.IN_VIEW if results else None
        article = in_view or (None if window.article.article is not None else Lack.ARTICLE)
        offered = window.tags.suggestions.first is not None
        suggested = article or (None if offered else Lack.SUGGESTION)
        lacks: dict[str, Lack | None] = {
            "actionUndo": None if steps.undo is not None else Lack.UNDO,
            "actionRedo": None if steps.redo is not None else Lack.REDO,
            "actionImportReport": None if window.filing.has_report else Lack.REPORT,
            "actionKeepSearch": None if results else Lack.SEARCH,
            "actionWithdrawSamples": None if window.issues.lists.samples else Lack.SAMPLES,
            "actionTakeSuggestion": suggested,
            "actionRefuseSuggestion": suggested,
        }
        lacks |= window.arranging.lacks() | window.wishes.clipping.lacks()
        lacks |= dict.fromkeys((*_OF_ARTICLE, *_VIEWS), article)
        if article is None and window.article.faces.differing:
            lacks |= dict.fromkeys(CHANGES, Lack.PROOF)
        return lacks | dict.fromkeys(_WALKS, in_view)

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would turn."""
        steps = self._window.session.steps
        for name, wish, weight in (
            ("actionUndo", steps.undo, steps.undo_weight),
            ("actionRedo", steps.redo, steps.redo_weight),
        ):
            action = self._window.actions_by_id[name]
            words = actions.translated(next(r.words for r in actions.ACTIONS if r.id == name))
            action.setText(words)
            if wish is not None:
                step = self._window.words.step(wish, weight)
                action.setText(f"{words}: {step.replace('&', '&&')}")
                if action.isEnabled():
                    action.setToolTip(plain(f"{own_tip(action)}\n{step}"))
