"""Write the reasons of a verdict into one column and read them back: ``width:13:15 stop``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPES = str.maketrans({"%": "%25", " ": "%20", ":": "%3A", "\n": "%0A", "\x00": "%00"})


def pack(reasons: Iterable[Reason]) -> str:
    """Write reasons as words divided by blanks, code and facts divided by colons."""
    return " ".join([_word(reason.code, reason.facts) for reason in reasons])


@lru_cache(maxsize=1024)  # a page says few different things at its hundreds of line ends
def _word(code: str, facts: tuple[str, ...]) -> str:
    return ":".join([code, *[fact.translate(_ESCAPES) for fact in facts]])


def unpack(packed: str) -> tuple[Reason, ...]:
    """Read what `pack` wrote."""
    reasons = []
    for word in packed.split(" "):
        if word:
            code, *facts = word.split(":")
            reasons.append(Reason(code, tuple(unquote(fact) for fact in facts)))
    return tuple(reasons)
