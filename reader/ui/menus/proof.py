"""The rows of the menu Proof: verdicts on line ends, and statuses."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionJoin",
        QT_TRANSLATE_NOOP("actions", "&Join"),
        ("Ctrl+J",),
        QT_TRANSLATE_NOOP("actions", "Join this paragraph with the one that follows"),
        "join",
        4,
        writes=True,
    ),
    Action(
        "actionSplit",
        QT_TRANSLATE_NOOP("actions", "&Split"),
        ("Ctrl+Shift+J",),
        QT_TRANSLATE_NOOP("actions", "Begin a new paragraph at the caret"),
        "split",
        4,
        writes=True,
    ),
    Action(
        "actionAcceptSeam",
        QT_TRANSLATE_NOOP("actions", "&Accept line end"),
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("actions", "Say that the doubtful line end at the caret reads rightly"),
        "accept",
        4,
        writes=True,
    ),
    Action(
        "actionMarkProofread",
        QT_TRANSLATE_NOOP("actions", "&Mark as proofread"),
        ("Ctrl+D",),
        QT_TRANSLATE_NOOP("actions", "First proof; once more, second proof"),
        "mark_proofread",
        4,
        "check",
        writes=True,
        gap=True,
    ),
)
