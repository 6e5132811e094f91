"""Find Chinese names by pinyin and by initials: the one door to pypinyin.

pypinyin's table of the readings of single characters is loaded when it is first asked for (some
12 MB, 35 ms); its table of phrases is not, since a name is found by every reading of each of its
characters: who types ``chang`` or ``zhang`` finds 长 either way.
"""

from __future__ import annotations

import os
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UMLAUT = "ü"
_TYPED_FOR_UMLAUT = ("v", "u", _UMLAUT)
_PARTED_BY = "' -"


@lru_cache(maxsize=1)
def table() -> Mapping[int, str]:
    """Load the readings: code point to syllables with tone marks, parted by commas."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    found: Mapping[int, str] = PINYIN_DICT
    return found


@lru_cache(maxsize=4096)
def syllables(character: str) -> frozenset[str]:
    """Give the syllables of a character as they are typed, without tones; else the character."""
    told = table().get(ord(character))
    if told is None:
        return frozenset((character.lower(),))
    found = set()
    for marked in told.split(","):
        plain = _without_tone(marked)
        found |= {plain.replace(_UMLAUT, typed) for typed in _TYPED_FOR_UMLAUT}
    return frozenset(found)


def _without_tone(syllable: str) -> str:
    plain = "".join(
        c for c in unicodedata.normalize("NFD", syllable)
        if not unicodedata.combining(c) or c == "\u0308"
    )  # fmt: skip
    return unicodedata.normalize("NFC", plain).lower()


def letters(typed: str) -> str:
    """Give what was typed as letters of pinyin, empty where it is something else."""
    plain = "".join(c for c in typed.lower() if c not in _PARTED_BY)
    return plain if plain.replace(_UMLAUT, "u").isascii() and plain.isalnum() else ""


def found_at(typed: str, name: str) -> int | None:
    """Give where in a name the letters typed begin; None where they are not in it.

    Each character takes one or more letters of one of its syllables, from the first: so full
    pinyin, initials and any mixture of both find a name (``shequ``, ``sq``, ``sheq``: 社区).
    """
    for start in range(len(name)):
        rests = {typed}
        for character in name[start:]:
            rests = {r[n:] for r in rests for n in _lengths(r, character)}
            if "" in rests:
                return start
            if not rests:
                break
    return None


def _lengths(rest: str, character: str) -> set[int]:
    """Give how many of the letters that are left a character may take."""
    return {
        n
        for syllable in syllables(character)
        for n in range(1, min(len(syllable), len(rest)) + 1)
        if rest[:n] == syllable[:n]
    }
