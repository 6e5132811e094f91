"""Judge whether a decoded text is plausible Chinese, by the share of frequent characters.

The score adds up log-odds, character by character (a naive Bayes of two classes): in Chinese
prose 90 of 100 Han characters are in `reader.text.frequent`, in bytes read under the wrong
encoding some 32 of 100. Kana, Hangul, Cyrillic, private-use and control characters count as
characters that are not frequent; punctuation and ASCII count for nothing.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter

from reader.text.frequent import SIMPLIFIED, TRADITIONAL

MAINLAND = SIMPLIFIED | TRADITIONAL
"""What GB18030 is expected to hold: it has both forms."""

TAIWAN = TRADITIONAL
"""What Big5 is expected to hold."""

ENOUGH = 3.0
"""A score that decides, alone and against the next best: odds of 20 to 1."""

_JUDGED = 1_000_000
"""Characters at either end of a long text that are counted: more would tell nothing new."""

_FREQUENT = math.log(0.90 / 0.32)
_OTHER = math.log(0.10 / 0.68)
_MARKS = frozenset("PSZ")
_NUMBERS = frozenset({"Nd", "No"})


def score(text: str, frequent: frozenset[str]) -> float:
    """Give the log-odds that `text` is Chinese prose rather than another encoding misread."""
    total = 0.0
    if len(text) > 2 * _JUDGED:
        text = text[:_JUDGED] + text[-_JUDGED:]
    for character, times in Counter(text).items():
        if character in frequent:
            total += _FREQUENT * times
        elif not _is_neutral(character):
            total += _OTHER * times
    return total


def _is_neutral(character: str) -> bool:
    """Tell whether a character speaks neither for nor against: ASCII, marks, wide letters."""
    if character.isascii() or "\uff00" <= character <= "\uffef":
        return True
    category = unicodedata.category(character)
    return category[0] in _MARKS or category in _NUMBERS


def is_text(text: str) -> bool:
    """Tell whether nearly all of `text` is what Chinese or Latin pages are made of."""
    text = text[:_JUDGED]
    plain = sum(
        times
        for character, times in Counter(text).items()
        if character in MAINLAND or _is_printed(character)
    )
    return len(text) > 1 and plain >= 0.7 * len(text)


def _is_printed(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character.isspace()
    return "\u3000" <= character <= "\u3011" or "\uff01" <= character <= "\uff5e"


def hides_chinese(text: str) -> bool:
    """Tell whether what is not ASCII in `text` is Chinese, most of it frequent."""
    strange = [character for character in text if not character.isascii()]
    marks = sum(_is_printed(character) or character in "“”‘’—…" for character in strange)
    han = sum("\u4e00" <= character <= "\u9fff" for character in strange)
    known = sum(character in MAINLAND for character in strange)
    return han + marks == len(strange) and han > 0 and 2 * known >= han
