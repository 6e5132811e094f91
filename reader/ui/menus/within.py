"""Keys that count only within a pane, and are no actions of the table: for the sheet of keys."""

from __future__ import annotations

from dataclasses import dataclass

from reader.ui.menus.row import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Within:
    """Some keys of a pane, and what they do there."""

    keys: tuple[str, ...]
    words: str


TREE = QT_TRANSLATE_NOOP("actions", "In the topics")

_TEXT = (
    Within(
        ("Enter",),
        QT_TRANSLATE_NOOP("actions", "Split the paragraph; at an end, open an empty one"),
    ),
    Within(("Backspace", "Del"), QT_TRANSLATE_NOOP("actions", "At a border: join the paragraphs")),
    Within(("Ctrl+←", "Ctrl+→"), QT_TRANSLATE_NOOP("actions", "Go by words")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "From a hit back to the results")),
)
_SEARCH = (
    Within(("↑", "↓"), QT_TRANSLATE_NOOP("actions", "Go through the hits")),
    Within(("Enter",), QT_TRANSLATE_NOOP("actions", "Open the article at the hit")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "Back to where one was")),
    Within(("Alt+↓",), QT_TRANSLATE_NOOP("actions", "Kept searches")),
    Within(("Alt+Space",), QT_TRANSLATE_NOOP("actions", "Facets: all but these")),
)
_SOURCE = (
    Within(("↑", "↓"), QT_TRANSLATE_NOOP("actions", "Go from line to line")),
    Within(("Ctrl+↑", "Ctrl+↓"), QT_TRANSLATE_NOOP("actions", "Go to lines of no article")),
    Within(("Enter",), QT_TRANSLATE_NOOP("actions", "Go on in the article")),
)
_JOURNAL = (Within(("Enter",), QT_TRANSLATE_NOOP("actions", "Open the article of a step")),)
DIGITS = Within(("1–9",), QT_TRANSLATE_NOOP("actions", "Topics by their number"))

PANES = (
    (QT_TRANSLATE_NOOP("actions", "In the text"), _TEXT),
    (QT_TRANSLATE_NOOP("actions", "In the search"), _SEARCH),
    (QT_TRANSLATE_NOOP("actions", "In the source"), _SOURCE),
    (QT_TRANSLATE_NOOP("actions", "In the journal"), _JOURNAL),
)
"""The panes by name, with their keys; the tree of topics has actions of its own besides."""


def rows() -> tuple[Within, ...]:
    """Give the keys of all panes."""
    return (*(row for _, keys in PANES for row in keys), DIGITS)
