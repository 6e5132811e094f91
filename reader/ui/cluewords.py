"""What the engine learnt, in words of the window: what is seen at a line end, what it lends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.text.known import OWN
from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.text.plastic import ClueChange

_REACH: dict[str, str] = {
    "o": QT_TRANSLATE_NOOP("clues", "is wider than its column"),
    "f": QT_TRANSLATE_NOOP("clues", "fills its column"),
    "i": QT_TRANSLATE_NOOP("clues", "is two ems short"),
    "s": QT_TRANSLATE_NOOP("clues", "is short"),
    "t": QT_TRANSLATE_NOOP("clues", "is very short"),
    "b": QT_TRANSLATE_NOOP("clues", "is rather short"),
    "m": QT_TRANSLATE_NOOP("clues", "is of middling length"),
    "l": QT_TRANSLATE_NOOP("clues", "is long"),
    "^": QT_TRANSLATE_NOOP("clues", "is the page's edge"),
}
_SHARE: dict[str, str] = {
    "0": QT_TRANSLATE_NOOP("clues", "never"),
    "1": QT_TRANSLATE_NOOP("clues", "seldom"),
    "2": QT_TRANSLATE_NOOP("clues", "at times"),
    "3": QT_TRANSLATE_NOOP("clues", "often"),
    "4": QT_TRANSLATE_NOOP("clues", "mostly"),
    "5": QT_TRANSLATE_NOOP("clues", "always"),
    "?": QT_TRANSLATE_NOOP("clues", "nobody knows how often"),
}
CLASSES: dict[str, dict[str, str]] = {
    "end": {
        "s": QT_TRANSLATE_NOOP("clues", "the line above ends with a full stop"),
        "sq": QT_TRANSLATE_NOOP("clues", "the line above ends with a stop and a quotation mark"),
        "!": QT_TRANSLATE_NOOP("clues", "the line above ends with ? or !"),
        "!q": QT_TRANSLATE_NOOP("clues", "the line above ends with ? or ! and a quote"),
        ")": QT_TRANSLATE_NOOP("clues", "the line above ends with a closing bracket"),
        ")q": QT_TRANSLATE_NOOP("clues", "the line above ends with a closing quotation mark"),
        ":": QT_TRANSLATE_NOOP("clues", "the line above ends with a colon"),
        ";": QT_TRANSLATE_NOOP("clues", "the line above ends with a semicolon"),
        ",": QT_TRANSLATE_NOOP("clues", "the line above ends with a comma"),
        "o": QT_TRANSLATE_NOOP("clues", "the line above ends with no mark"),
        "oq": QT_TRANSLATE_NOOP("clues", "the line above ends with a quotation mark and no stop"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
    "blanks": {
        "0": QT_TRANSLATE_NOOP("clues", "no blank line stands between"),
        "1": QT_TRANSLATE_NOOP("clues", "a blank line stands between"),
        "2": QT_TRANSLATE_NOOP("clues", "two blank lines stand between"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
    "start": {
        "nonstarter": QT_TRANSLATE_NOOP("clues", "the line below begins with a mark that may not"),
        "lone": QT_TRANSLATE_NOOP("clues", "the line below begins with the rest of a word"),
        "particle": QT_TRANSLATE_NOOP("clues", "the line below begins with a particle"),
        "bullet": QT_TRANSLATE_NOOP("clues", "the line below begins with a bullet"),
        "series": QT_TRANSLATE_NOOP("clues", "the line below begins with an ordinal"),
        "date": QT_TRANSLATE_NOOP("clues", "the line below begins with a date"),
        "opener": QT_TRANSLATE_NOOP("clues", "the line below begins as paragraphs do"),
        "speaker": QT_TRANSLATE_NOOP("clues", "the line below begins with a speaker"),
        "byline": QT_TRANSLATE_NOOP("clues", "the line below begins with a byline"),
        "dash": QT_TRANSLATE_NOOP("clues", "the line below begins with a dash"),
        "quote": QT_TRANSLATE_NOOP("clues", "the line below begins with a quotation mark"),
        "other": QT_TRANSLATE_NOOP("clues", "the line below begins with a plain character"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
    "long": {
        "0": QT_TRANSLATE_NOOP("clues", "no long lines near by"),
        "1": QT_TRANSLATE_NOOP("clues", "some long lines near by"),
        "2": QT_TRANSLATE_NOOP("clues", "mostly long lines near by"),
    },
    "indented": {
        "0": QT_TRANSLATE_NOOP("clues", "the line below is not set in"),
        "1": QT_TRANSLATE_NOOP("clues", "the line below is set in"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
    "open": {
        "-": QT_TRANSLATE_NOOP("clues", "no quotation mark or bracket is open"),
        "q": QT_TRANSLATE_NOOP("clues", "a quotation mark is open"),
        "b": QT_TRANSLATE_NOOP("clues", "a bracket is open"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
    "cut": {
        "-": QT_TRANSLATE_NOOP("clues", "no word is cut"),
        "word": QT_TRANSLATE_NOOP("clues", "a word is cut"),
        "number": QT_TRANSLATE_NOOP("clues", "a number is cut"),
        "latin": QT_TRANSLATE_NOOP("clues", "a Latin word is cut"),
        "^": QT_TRANSLATE_NOOP("clues", "the page's edge"),
    },
}
"""By slot and class; a class that is not here is told as it is."""
_FRAMES: dict[str, str] = {
    "reach": QT_TRANSLATE_NOOP("clues", "the line above {what}"),
    "next_reach": QT_TRANSLATE_NOOP("clues", "the line below {what}"),
    "stops": QT_TRANSLATE_NOOP("clues", "on this page a blank line {what} follows a stop"),
    "others": QT_TRANSLATE_NOOP("clues", "on this page a blank line {what} follows an open line"),
    "firsts": QT_TRANSLATE_NOOP("clues", "on this page first lines are {what} two ems short"),
    "margins": QT_TRANSLATE_NOOP("clues", "on this page first lines are {what} set in"),
}
_TABLES = {"reach": _REACH, "next_reach": _REACH} | dict.fromkeys(
    ("stops", "others", "firsts", "margins"), _SHARE
)
_MANY = QT_TRANSLATE_NOOP("clues", "three blank lines or more stand between")
_SAYS_LITTLE = ("?", "-")
"""Classes that are told only where there is nothing else: it is not known, or not so."""
_GOES_ON = QT_TRANSLATE_NOOP("clues", "speaks more for going on")
_ENDS = QT_TRANSLATE_NOOP("clues", "speaks more for an end")


_OWN = QT_TRANSLATE_NOOP("clues", "the line end cuts {word}, which this newspaper often has in one")


def own_words(word: str) -> tuple[str, str, str]:
    """Say what a word of the archive's own tells at a line end, as `clue_words` does."""
    return _tr(_OWN).format(word=isolated(word)), _tr(_GOES_ON), f"{OWN:.2f}"


def clue_words(change: ClueChange | str) -> tuple[str, str, str]:
    """Say what is seen, which way it pulls more than before, and by how much (log odds).

    A word of the archive's own is seen, too.
    """
    if isinstance(change, str):
        return own_words(change)
    facts = [fact for fact in change.facts if fact[1] not in _SAYS_LITTLE] or change.facts
    seen = _tr(QT_TRANSLATE_NOOP("clues", ", ")).join(_fact(slot, value) for slot, value in facts)
    return seen, _tr(_GOES_ON if change.pull > 0 else _ENDS), f"{abs(change.pull):.2f}"


def _fact(slot: str, value: str) -> str:
    if slot in _FRAMES:
        return _tr(_FRAMES[slot]).format(what=_tr(_TABLES[slot].get(value, value)))
    if slot == "blanks" and value.isdigit() and value not in CLASSES[slot]:
        return _tr(_MANY)
    return _tr(CLASSES.get(slot, {}).get(value, value))


def _tr(words: str) -> str:
    return QCoreApplication.translate("clues", words)
