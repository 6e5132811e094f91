"""The rows of the menu Go: from article to article, from doubt to doubt."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

ROWS = (
    Action(
        "actionPreviousArticle",
        QT_TRANSLATE_NOOP("actions", "&Previous article"),
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("actions", "Open the article before this one"),
        "previous_article",
        3,
    ),
    Action(
        "actionNextArticle",
        QT_TRANSLATE_NOOP("actions", "&Next article"),
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("actions", "Open the article that follows"),
        "next_article",
        3,
    ),
    Action(
        "actionNextDoubt",
        QT_TRANSLATE_NOOP("actions", "Next &doubt"),
        ("F8",),
        QT_TRANSLATE_NOOP("actions", "Go to the next line end of which the engine is not sure"),
        "next_doubt",
        3,
        gap=True,
    ),
    Action(
        "actionPreviousDoubt",
        QT_TRANSLATE_NOOP("actions", "Pre&vious doubt"),
        ("Shift+F8",),
        QT_TRANSLATE_NOOP("actions", "Go back to the doubt before"),
        "previous_doubt",
        3,
    ),
    Action(
        "actionLikeliestError",
        QT_TRANSLATE_NOOP("actions", "Li&keliest error of the issue"),
        ("Ctrl+F8",),
        QT_TRANSLATE_NOOP(
            "actions", "Go to the line end of this issue that is most likely wrong; again: the next"
        ),
        "likeliest_error",
        3,
    ),
)
