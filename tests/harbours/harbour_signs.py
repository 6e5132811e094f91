"""How a house writes: Traditional characters, quotation marks, marks of ASCII."""

from __future__ import annotations

import re
from functools import cache

from harbours.harbour_words import HERE

CORNERS = str.maketrans("“”‘’", "「」『』")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
ASCII = str.maketrans("，：；？！（）", ",:;?!()")


@cache
def _signs() -> tuple[dict[int, str], dict[str, str], re.Pattern[str]]:
    """Read the pairs of characters and the words that are written otherwise."""
    pairs: dict[int, str] = {}
    words: dict[str, str] = {}
    for line in (HERE / "signs.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for pair in line.split():
            if "=" in pair:
                plain, _, other = pair.partition("=")
                words[plain] = other
            else:
                pairs[ord(pair[0])] = pair[1]
    longest = sorted(words, key=len, reverse=True)
    return pairs, words, re.compile("|".join(map(re.escape, longest)))


def traditional(text: str) -> str:
    """Write a text in Traditional characters."""
    pairs, words, pattern = _signs()
    made, at = [], 0
    for found in pattern.finditer(text):
        made += [text[at : found.start()].translate(pairs), words[found[0]]]
        at = found.end()
    return "".join(made) + text[at:].translate(pairs)


def written(text: str, *, trad: bool, quotes: str, ascii_marks: bool) -> str:
    """Write a text as a house does."""
    if trad:
        text = traditional(text)
    if quotes == "corner":
        text = text.translate(CORNERS)
    elif quotes == "straight":
        text = text.translate(STRAIGHT)
    return text.translate(ASCII) if ascii_marks else text
