"""Pairs of very frequent characters, which an index keeps beside the characters themselves.

A phrase of characters that stand in nearly every paragraph makes the index walk through long
lists, though the phrase itself may be rare. So each entry of the index of readings begins with
the pairs of frequent characters that stand next to each other in it, each once (cf. Williams,
Zobel and Bahle 2004, "Fast phrase querying with combined indexes"; ours only filter). A text
is then asked for where all its pairs stand. The result is the same; it is only found sooner.
"""

from __future__ import annotations

import re

from reader.text.tokens import BREAK, phrase, tokens

FREQUENT = "的一是人了不有在大中国和为这上他个地年来我会以到时國為這個來會時，。、；：！？“”"
"""的 and the 24 characters that are most frequent otherwise, with their traditional forms, and
the usual punctuation.

Counted by us from the frequencies of words in the dictionary of jieba (MIT licence). What stands
here stands in libraries: a migration that changes it must empty their index, as `m0002_pairs`.
"""

_runs = re.compile(f"[{FREQUENT}]{{2,}}").findall


def pairs(text: str) -> list[str]:
    """Give the pairs of frequent characters that are neighbours in a text, each once.

    A line end inside verse is no character here, as in `tokens`.
    """
    runs = _runs(text.replace("\n", ""))
    return list(dict.fromkeys(run[at : at + 2] for run in runs for at in range(len(run) - 1)))


def with_pairs(text: str) -> str:
    """Give the tokens of a text behind its pairs: where numbers are small they take less room."""
    return " ".join([*pairs(text), tokens(text)])


def lookup(needle: str) -> str | None:
    """Give the query for a text in an index of `with_pairs`; None when no library can hold it.

    What is not in the index stands in the query so that FTS5 carries out the pairs on their own
    and goes on in the phrase only where all of them stand; of plain ANDs it makes one, and
    moves the phrase each time that any of them moves.
    """
    told = phrase(needle)
    held = pairs(needle)
    if told is None or not held:
        return told
    asked = " AND ".join(f'"{pair}"' for pair in held)
    if len(needle.replace("\n", "")) == 2:
        return asked
    return f'(({asked}) NOT "{BREAK}") AND {told}'
