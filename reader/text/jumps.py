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

_MAY_JUMP = re.compile("[转轉]|[上下紧緊文][　 ]*接")
_SIGNS = "■●◆▲★▶▷►▼▽△◀◁◄◎○□※→←↓↑—…·<>"
_EDGES = f"{_SIGNS} \t　"
_MARKS = rf"{_SIGNS}\s　"
_OPEN, _CLOSE = r"[（(【〔\[]", r"[）)】〕\]]"
_GAP = "[ \xa0　]{0,2}"
_ON = rf"下{_GAP}[转轉接]入?"
_BACK = rf"[上紧緊文]{_GAP}接"
_PAGE = (
    rf"{_GAP}第?{_GAP}(?:(?:[A-Za-z]{_GAP})?0?(?P<page>\d{{1,3}})|(?P<words>[一二三四五六七八九十]{{1,3}}))"
    rf"(?:[、,，～~-]\d{{1,2}})?{_GAP}[版页頁]"
)
_JUMP = (
    rf"(?:(?P<on>{_ON}|[转轉][入至到]?(?={_GAP}[第A-Z\d]))|(?P<back>{_BACK})){_PAGE}"
    "(?P<title>[^（）()【】〔〕]{0,30}?)"
)
_ALONE = (
    re.compile(rf"[{_MARKS}]*(?P<open>{_OPEN})?{_JUMP}{_CLOSE}?[{_MARKS}]*"),
    re.compile(
        rf"[{_MARKS}]*(?P<open>{_OPEN})?(?:(?P<on>{_ON})|(?P<back>{_BACK})){_GAP}第?(?P<title>)"
        rf"[A-Za-z]?0?(?P<page>\d{{1,3}}){_CLOSE}?[{_MARKS}]*"
    ),
)
_AT_A_BEGINNING = (
    re.compile(rf"[{_MARKS}]*{_OPEN}{_JUMP}{_CLOSE}"),
    re.compile(rf"\s*[{_SIGNS}]+\s*(?P<back>{_BACK}){_PAGE}(?P<on>)"),
)
_AT_AN_END = (
    re.compile(rf"{_OPEN}[{_MARKS}]*{_JUMP}{_CLOSE}(?=[{_MARKS}]*$)"),
    re.compile(rf"(?:(?<=[\w。！？”’』」])|[{_MARKS}]+)(?P<on>{_ON}){_PAGE}(?=[{_MARKS}]*$)"),
)
"""In brackets, or without: then only in the words that are used for nothing else."""
_ON_THIS_PAGE = re.compile(
    rf"[{_MARKS}]*{_OPEN}?(?:{_ON}|{_BACK}){_GAP}本[版页頁].{{0,6}}?{_CLOSE}?[{_MARKS}]*"
)
_OF_A_SENTENCE = re.compile("[，。；：](?![^《]*》)")
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


def alone(line: str) -> Jump | None:
    """Give what a line says that has nothing but such words, or None."""
    if len(line) > _REACH or not may_jump(line):
        return None
    for form in _ALONE:
        found = form.fullmatch(line)
        if found and (found["open"] or not _OF_A_SENTENCE.search(found["title"])):
            return _jump(found)
    return None


def is_jump(line: str) -> bool:
    """Tell whether a line has nothing but such words, also of another place on its own page."""
    if len(line) > _REACH or not may_jump(line):
        return False
    return alone(line) is not None or _ON_THIS_PAGE.fullmatch(line) is not None


def comes_from(line: str) -> bool:
    """Tell whether a line only says from which page its text comes."""
    found = alone(line)
    return found is not None and not found.onward


def jump_of(line: str) -> Jump | None:
    """Give what a line says of where its text goes on or comes from, or None."""
    if not may_jump(line):
        return None
    found = alone(line)
    if found is not None:
        return found
    for form in _AT_A_BEGINNING:
        match = form.match(line[:_REACH])
        # What goes on elsewhere says so at its end.
        if match is not None and not (match["on"] and line[match.end() :].strip()):
            return _jump(match)
    last = max(0, len(line) - _REACH)
    for form in _AT_AN_END:
        match = form.search(line[last:])
        if match is not None:
            return _jump(match, last)
    return None


def _jump(found: re.Match[str], at: int = 0) -> Jump:
    page = int(found["page"]) if found["page"] else page_of(found["words"])
    onward = bool(found["on"])
    return Jump(onward, page, at + found.start(), at + found.end(), found[0].strip(_EDGES))


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
