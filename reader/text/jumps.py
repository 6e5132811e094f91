"""Read lines that send from an article to another page, and lines that say from which one it comes.

They stand on a line of their own, or in brackets at the end or the beginning of a paragraph:
（下转第4版）, ▶▶▶转2版, （上接第一版《水乡》）. On the page that is named the article is found
by the line there that points back; where several do, by the pairs of characters that both texts
share.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAY_JUMP = re.compile("[转轉]|[上紧緊][　 ]*接")
_MARKS = r"■●◆▲★▶▷►◎○□※→—…·\s　"
_EDGES = "■●◆▲★▶▷►◎○□※→—…· \t　"
_GAP = "[　 ]{0,2}"
_JUMP = (
    rf"(?:(?P<on>下{_GAP}[转轉]入?|[转轉][入至到]?(?={_GAP}[第A-D\d]))|(?P<back>[上紧緊]{_GAP}接))"
    rf"{_GAP}第?{_GAP}(?:[A-D]?0?(?P<page>\d{{1,2}})|(?P<words>[一二三四五六七八九十]{{1,3}}))"
    rf"{_GAP}[版页頁](?P<title>[^（）()【】]{{0,30}}?)"
)
_ALONE = re.compile(rf"[{_MARKS}]*[（(【\[]?{_JUMP}[）)】\]]?[{_MARKS}]*")
_AT_AN_END = re.compile(rf"[（(【\[][{_MARKS}]*{_JUMP}[）)】\]](?=[{_MARKS}]*$)")
_AT_A_BEGINNING = re.compile(rf"[{_MARKS}]*[（(【\[]{_JUMP}[）)】\]]")
_REACH = 80
"""Characters of a line, from each of its edges, within which such words stand."""
_DIGITS = {digit: at for at, digit in enumerate("一二三四五六七八九", 1)}
CLEARLY = 1.25
"""How much more the likeliest continuation must share with a text than the next."""
READ = 2_000
"""Characters of a text that are compared."""


class Jump(NamedTuple):
    """Where a line sends, or from where it comes: ``text[start:end]`` of the line that holds it.

    `onward` tells which of both; `page` is the number that it names, `text` what it says.
    """

    onward: bool
    page: int
    start: int
    end: int
    text: str


def may_jump(text: str) -> bool:
    """Tell quickly whether a page may hold such a line."""
    return _MAY_JUMP.search(text) is not None


def comes_from(line: str) -> bool:
    """Tell whether a line only says from which page its text comes."""
    found = _ALONE.fullmatch(line) if may_jump(line) else None
    return found is not None and found["back"] is not None


def jump_of(line: str) -> Jump | None:
    """Give what a line says of where its text goes on or comes from, or None."""
    if not may_jump(line):
        return None
    head, last = line[:_REACH], max(0, len(line) - _REACH)
    found = _ALONE.fullmatch(head) if head == line else None
    found = found or _AT_A_BEGINNING.match(head)
    if found is not None and found["on"] and line[found.end() :].strip():
        found = None  # what goes on elsewhere says so at its end
    at = 0
    if found is None:
        found, at = _AT_AN_END.search(line[last:]), last
    if found is None:
        return None
    page = int(found["page"]) if found["page"] else page_of(found["words"])
    return Jump(
        found["on"] is not None, page, at + found.start(), at + found.end(), found[0].strip(_EDGES)
    )


def page_of(words: str) -> int:
    """Give the number of a page that is written in Chinese: 一 to 九十九."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words[-1], 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


def continuation(text: str, others: Mapping[str, str]) -> str | None:
    """Give the one of some texts that goes on with this one, by name; None where none is clear.

    The only one is taken; of several that which shares clearly more pairs of characters with it.
    """
    if len(others) < 2:
        return next(iter(others), None)
    mine = pairs_in(text[-READ:])
    rated = sorted((_share(mine, other), name) for name, other in others.items())
    (second, _), (first, name) = rated[-2:]
    return name if first > CLEARLY * second else None


def _share(mine: set[str], other: str) -> float:
    theirs = pairs_in(other[:READ])
    return len(mine & theirs) / len(theirs) if theirs else 0.0


def pairs_in(text: str) -> set[str]:
    """Give the pairs of letters and digits that are neighbours in a text, all else left out."""
    bare = "".join(mark for mark in text if mark.isalnum())
    return {bare[at : at + 2] for at in range(len(bare) - 1)}
