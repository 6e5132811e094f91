"""Read the entries of a box that tells what stands on the inner pages, with their pages.

Such a box has a heading, then titles of one to three lines, each with the page that it stands on:
behind it, on a line of its own below it, or above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADING = re.compile(
    r"[■●◆▲★▶【\[「『\s]*(?:今日|本期|本版|本报|要闻|内页|版面|精彩)?[　 ]*"
    r"(?:导[　 ]*读|導[　 ]*讀|看点|看點|要目|目录|目錄|提要)"
    r"[】\]」』：:\s]*(?:GUIDE|INDEX|Guide)?\s*"
)
_PAGE = (
    r"(?:[Pp][　 ]?0?(?P<p>\d{1,2})"
    r"|[（(]?(?:详见|詳見|见|見|刊|转|轉)?[　 ]?第?[　 ]?"
    r"(?:[A-Z]?0?(?P<v>\d{1,2})|(?P<c>[一二三四五六七八九十]{1,3}))"
    r"(?:[-—~～、]\d{1,2})?[　 ]?[版页頁][）)]?"
    r"|[A-D]0?(?P<a>\d{1,2})|0(?P<o>\d)|[…·.]{2,}[　 ]?0?(?P<d>\d{1,2}))"
)
_MARKS = "■●◆▲★▶▷►◎○□※·•>＞"
_ALONE = re.compile(rf"[{_MARKS}\s]*{_PAGE}[{_MARKS}\s]*")
_BEHIND = re.compile(rf"(?P<title>.*?[^\s\d])[　 ]*[{_MARKS}]?[　 ]*{_PAGE}\s*")
_DIGITS = {digit: at for at, digit in enumerate("一二三四五六七八九", 1)}
MOST_LINES = 3
"""Lines of the title of one entry."""
WIDEST = 40
"""Characters of an entry's line; a longer one ends the box."""


class Entry(NamedTuple):
    """An entry of a box: its title, its page, and the places of its lines among those given."""

    title: str
    page: int
    lines: tuple[int, ...]


def is_heading(text: str) -> bool:
    """Tell whether a line heads such a box."""
    return _HEADING.fullmatch(text) is not None


def entries(lines: Sequence[str]) -> tuple[Entry, ...]:
    """Give the entries of all such boxes in some lines, in their order; blank lines are none."""
    found: list[Entry] = []
    at = 0
    while at < len(lines):
        at += 1
        if is_heading(lines[at - 1].strip()):
            box, at = _box(lines, at)
            found.extend(box)
    return tuple(found)


def _box(lines: Sequence[str], start: int) -> tuple[list[Entry], int]:
    """Give the entries below a heading, and the place at which the box ends."""
    shown = [(at, line.strip()) for at, line in enumerate(lines[start:], start) if line.strip()]
    if shown and _ALONE.fullmatch(shown[0][1]):
        return _pages_first(shown, start)
    found: list[Entry] = []
    titles: list[tuple[int, str]] = []
    end = start
    for at, text in shown:
        alone, behind = _ALONE.fullmatch(text), _BEHIND.fullmatch(text)
        if alone and titles:
            found.append(_entry([*titles, (at, "")], _number(alone)))
        elif behind and len(titles) < MOST_LINES:
            found.append(_entry([*titles, (at, behind["title"])], _number(behind)))
        elif alone or len(text) > WIDEST or len(titles) == MOST_LINES or is_heading(text):
            break
        else:
            titles.append((at, text))
            continue
        titles, end = [], at + 1
    return found, end


def _pages_first(shown: Sequence[tuple[int, str]], start: int) -> tuple[list[Entry], int]:
    """Read a box in which each page stands above its title."""
    found: list[Entry] = []
    end = start
    for number, (at, text) in enumerate(shown):
        alone = _ALONE.fullmatch(text)
        if alone is None:
            continue
        if number > (MOST_LINES + 1) * (len(found) + 1):
            break
        rest = shown[number + 1 : number + 1 + MOST_LINES]
        size = next((k for k, (_, line) in enumerate(rest) if _ALONE.fullmatch(line)), None)
        last = size is None
        below = rest[:1] if last else rest[:size]
        if not below or any(len(line) > WIDEST for _, line in below):
            break
        found.append(_entry([(at, ""), *below], _number(alone)))
        end = below[-1][0] + 1
        if last:
            break
    return found, end


def _entry(lines: Sequence[tuple[int, str]], page: int) -> Entry:
    title = "".join(text for _, text in lines).strip(_MARKS + " 　")
    return Entry(title, page, tuple(at for at, _ in lines))


def _number(found: re.Match[str]) -> int:
    """Give the page that was found, in any of its shapes."""
    told = next(found[name] for name in ("p", "v", "c", "a", "o", "d") if found[name])
    if told.isdigit():
        return int(told)
    tens, ten, ones = told.rpartition("十")
    if not ten:
        return _DIGITS[told[-1]]
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


SAME = 0.6
"""Share of an entry's character pairs that a headline repeats when it is meant."""


def named(entry: Entry, headlines: Iterable[str]) -> str | None:
    """Give the headline that an entry speaks of, the likest, or None."""
    wanted = _pairs(entry.title)
    rated = [
        (len(wanted & _pairs(text)) / max(1, min(len(wanted), len(_pairs(text)))), text)
        for text in headlines
    ]
    best = max(rated, default=(0.0, ""))
    return best[1] if best[0] >= SAME and wanted else None


def _pairs(text: str) -> set[str]:
    bare = "".join(mark for mark in text if mark.isalnum())
    return {bare[at : at + 2] for at in range(len(bare) - 1)}
