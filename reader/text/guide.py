"""Read the entries of a box that tells what stands on the inner pages, and look whether it does.

Such a box has a heading, then titles of one to three lines, each with the page that it stands on:
behind it, on a line of its own below it, or above it. A title is often shorter there than on its
page, or says it otherwise: an entry is compared with headlines by the pairs of their characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Whereabouts
from reader.text.jumps import page_of, pairs_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAMES = "(?:导读|導讀|看点|看點|要目|目录|目錄|提要|导航|導航|索引)"
_HEADING = re.compile(
    r"[■●◆▲★▶【\[「『]*(?:今日|本期|本版|本报|要闻|内页|版面|精彩|新闻|内容|编辑)?"
    + _NAMES
    + "[】\\]」』：:]*(?:GUIDE|INDEX|Guide)?"
)
_MAY_HEAD = re.compile("[导導][　 ]*[读讀航]|看[　 ]*[点點]|[要目索提][　 ]*[目录錄引要]")
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
MOST_LINES = 3
"""Lines of the title of one entry."""
WIDEST = 40
"""Characters of an entry's line without its page; a longer one ends the box."""
_LONGEST = 120
"""Characters of a line, with the dots that lead to its page."""
_DATED = re.compile(
    r"[^，。；]{0,14}?\d{4}[　 ]?年[　 ]?\d{1,2}[　 ]?月[　 ]?\d{1,2}[　 ]?日.{0,12}"
)
"""What stands before a page in a masthead."""


class Entry(NamedTuple):
    """An entry of a box: its title, its page, and the places of its lines among those given."""

    title: str
    page: int
    lines: tuple[int, ...]


def is_heading(text: str) -> bool:
    """Tell whether a line heads such a box, however it is spread out."""
    if len(text) > WIDEST:
        return False
    return may_hold(text) and _HEADING.fullmatch("".join(text.split())) is not None


def may_hold(text: str) -> bool:
    """Tell quickly whether a page may hold such a box: most do not."""
    return _MAY_HEAD.search(text) is not None


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
    if shown and _stands_alone(shown[0][1]):
        return _pages_first(shown, start)
    found: list[Entry] = []
    titles: list[tuple[int, str]] = []
    end = start
    for at, text in shown:
        if len(text) > _LONGEST:
            break
        alone, behind = _ALONE.fullmatch(text), _BEHIND.fullmatch(text)
        if behind and _DATED.fullmatch(behind["title"].strip()):
            break
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
        if len(text) > _LONGEST:
            break
        alone = _ALONE.fullmatch(text)
        if alone is None:
            continue
        if number > (MOST_LINES + 1) * (len(found) + 1):
            break
        rest = shown[number + 1 : number + 1 + MOST_LINES]
        size = next((k for k, (_, line) in enumerate(rest) if _stands_alone(line)), None)
        last = size is None
        below = rest[:1] if last else rest[:size]
        if not below or any(len(line) > WIDEST for _, line in below):
            break
        found.append(_entry([(at, ""), *below], _number(alone)))
        end = below[-1][0] + 1
        if last:
            break
    return found, end


def _stands_alone(text: str) -> bool:
    return len(text) <= _LONGEST and _ALONE.fullmatch(text) is not None


def _entry(lines: Sequence[tuple[int, str]], page: int) -> Entry:
    title = "".join(text for _, text in lines).strip(_MARKS + "→…. 　")
    return Entry(title, page, tuple(at for at, _ in lines))


def _number(found: re.Match[str]) -> int:
    """Give the page that was found, in any of its shapes."""
    told = next(found[name] for name in ("p", "v", "c", "a", "o", "d") if found[name])
    return int(told) if told.isdigit() else page_of(told)


SAME = 0.6
"""Share of the character pairs of the shorter one that entry and headline have in common."""
LEAST = 2
"""Pairs that they have in common, unless the entry has fewer: a headline of two characters, which
often names a column of the newspaper, is in many an entry by chance."""


class Headlines(NamedTuple):
    """What heads an article: its headline, the parts of that, and its subheads."""

    article: str
    texts: tuple[str, ...]


class Checked(NamedTuple):
    """What came of looking for an entry: its article, and the page on which that stands."""

    where: Whereabouts
    article: str | None = None
    page: int | None = None


def checked(entry: Entry, pages: Mapping[int | None, Sequence[Headlines]]) -> Checked:
    """Look for an entry among the headlines of each page of its issue, first on its own page.

    Pages without a number have the key None. A page that is not among `pages` is not here, and
    nothing is wrong with an entry that names it.
    """
    there = named(entry, pages.get(entry.page, ()))
    if there is not None:
        return Checked(Whereabouts.THERE, there.article, entry.page)
    rest = {page: heads for page, heads in pages.items() if page != entry.page}
    homes = {one.article: page for page, heads in rest.items() for one in heads}
    elsewhere = named(entry, [one for heads in rest.values() for one in heads])
    if elsewhere is not None:
        return Checked(Whereabouts.ELSEWHERE, elsewhere.article, homes[elsewhere.article])
    return Checked(Whereabouts.MISSING if entry.page in pages else Whereabouts.NO_PAGE)


def named(entry: Entry, articles: Iterable[Headlines]) -> Headlines | None:
    """Give the article that an entry speaks of, the likest, or None where none is like enough."""
    wanted = pairs_in(entry.title)
    rated = [(max(_like(wanted, text) for text in one.texts), one) for one in articles if one.texts]
    best, article = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return article if best >= SAME else None


def _like(wanted: set[str], text: str) -> float:
    pairs = pairs_in(text)
    both = len(wanted & pairs)
    if not both or both < min(LEAST, len(wanted)):
        return 0.0
    return both / min(len(wanted), len(pairs))
