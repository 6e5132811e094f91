"""Why something is greyed, and what would enable it: the one table of reasons.

What cannot be done now says so in its tool tip, behind what it does.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.tips import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.ui.session import Session

_OWN_TIP = "ownTip"


class Lack(Enum):
    """What is lacking."""

    LIBRARY = auto()
    WRITING = auto()
    ARTICLE = auto()
    IN_VIEW = auto()
    UNDO = auto()
    REDO = auto()
    REPORT = auto()
    SEARCH = auto()
    SAMPLES = auto()
    SUGGESTION = auto()
    ISSUE = auto()
    OTHER_ISSUE = auto()
    FITTING = auto()
    QUERY = auto()
    BACKUP = auto()
    REST = auto()
    FILE = auto()
    OTHER_LIBRARY = auto()
    STEP = auto()
    TYPING = auto()
    PROOF = auto()
    WORDS = auto()
    FILES = auto()
    RECENT = auto()
    KEPT = auto()


_SAID = {
    Lack.LIBRARY: QT_TRANSLATE_NOOP(
        "greyed", "Not now: no library is open. Open one from the menu File."
    ),
    Lack.WRITING: QT_TRANSLATE_NOOP(
        "greyed",
        "Not now: the library is open for reading only. As soon as it is free, the bar at the top"
        " opens it for writing.",
    ),
    Lack.ARTICLE: QT_TRANSLATE_NOOP(
        "greyed", "Not now: no article is open. Choose one in the contents."
    ),
    Lack.IN_VIEW: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the results are in view. Esc leads back to the article."
    ),
    Lack.UNDO: QT_TRANSLATE_NOOP(
        "greyed", "Not now: nothing was done yet that could be taken back."
    ),
    Lack.REDO: QT_TRANSLATE_NOOP(
        "greyed", "Not now: nothing was taken back since the last change. Undo something first."
    ),
    Lack.REPORT: QT_TRANSLATE_NOOP(
        "greyed", "Not now: nothing was imported since the start. An import makes a report."
    ),
    Lack.SEARCH: QT_TRANSLATE_NOOP(
        "greyed", "Not now: nothing is searched for. Type in the search box first."
    ),
    Lack.SAMPLES: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the samples are not in this library. Undo brings them back."
    ),
    Lack.SUGGESTION: QT_TRANSLATE_NOOP(
        "greyed",
        "Not now: no topic is suggested for this article."
        " Give topics to more articles, and others are suggested.",
    ),
    Lack.ISSUE: QT_TRANSLATE_NOOP(
        "greyed", "Not now: no issue is chosen. Import pages, or choose one in the list."
    ),
    Lack.OTHER_ISSUE: QT_TRANSLATE_NOOP(
        "greyed", "Not now: there is no other issue. Import one first."
    ),
    Lack.FITTING: QT_TRANSLATE_NOOP("greyed", "Not now: no issue fits. Take words away above."),
    Lack.QUERY: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the query was not understood. Mend it in the search box."
    ),
    Lack.BACKUP: QT_TRANSLATE_NOOP("greyed", "Not now: choose a backup in the list first."),
    Lack.REST: QT_TRANSLATE_NOOP("greyed", "Not now: something is being done. Wait for its end."),
    Lack.FILE: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the file is not there any more. Put it back, or open another."
    ),
    Lack.OTHER_LIBRARY: QT_TRANSLATE_NOOP("greyed", "This library is open already."),
    Lack.STEP: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the work stands here. Choose another step to undo or redo to it."
    ),
    Lack.TYPING: QT_TRANSLATE_NOOP(
        "greyed", "Not now: it means nothing where the focus is. Click into a text first."
    ),
    Lack.PROOF: QT_TRANSLATE_NOOP(
        "greyed", "Not now: the differences are in view. Choose the proof above the article."
    ),
    Lack.WORDS: QT_TRANSLATE_NOOP("greyed", "Not now: type the words first."),
    Lack.FILES: QT_TRANSLATE_NOOP("greyed", "Not now: add files or a folder first."),
    Lack.RECENT: QT_TRANSLATE_NOOP(
        "greyed", "Libraries that were open stand here. Open or make one."
    ),
    Lack.KEPT: QT_TRANSLATE_NOOP(
        "greyed", "Searches that are kept stand here. Type one, and keep it."
    ),
}


def why(lack: Lack) -> str:
    """Say what is lacking, and what would enable it."""
    return QCoreApplication.translate("greyed", _SAID[lack])


def to_write(session: Session) -> Lack | None:
    """Tell what is lacking for writing."""
    if not session.is_open:
        return Lack.LIBRARY
    return None if session.writable else Lack.WRITING


def own_tip(thing: QWidget | QAction) -> str:
    """Give what the tool tip of something said before it was first greyed."""
    return str(thing.property(_OWN_TIP) or thing.toolTip())


def grey(thing: QWidget | QAction, lack: Lack | None, tip: str | None = None) -> None:
    """Enable something where nothing is lacking; else grey it, and say why in its tool tip.

    `tip` is what else the tool tip says; without it, what it said before it was first greyed.
    """
    if tip is None:
        tip = thing.property(_OWN_TIP)
    if tip is None:
        tip = thing.toolTip()
        thing.setProperty(_OWN_TIP, tip)
    thing.setEnabled(lack is None)
    if lack is None:
        thing.setToolTip(tip)
    elif tip.startswith("<p"):  # it was made plain
        thing.setToolTip(f"{tip}{plain(why(lack))}")
    else:
        thing.setToolTip("\n".join(part for part in (tip, why(lack)) if part))
