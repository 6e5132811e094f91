"""Infer from running text when a page was printed, as precisely as is sound: year, or month.

A lead names month and day of what happened (4月14日，…), its headline the year (召开2025年…会议).
The issue came out soon after the latest of what is told, so that its month is that of the latest
lead; its day is not known.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.text import dates
from reader.text.lines import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Line

_READ = 30_000
"""Characters of a page that are looked at."""

_YEAR = re.compile(r"(?<![0-9至到])(?P<year>(?:18|19|20)[0-9]{2})年(?!代|底|末|前|以前|之前|后)")
_NOT_NOW = re.compile(
    "(?:至|到|自|自从|从|于|在|始于|截至|截止|远景|面向|迈向|成立于|始建于|建于|生于|早在)$"
)
_HEADLINE = 32
"""Characters; a longer line is no headline."""

_STOPS = re.compile("[，。；！？,;!?：:]")
_HELD = re.compile("召开|举行|举办|开展|启动|发布|部署|总结|表彰|会议|大会|论坛|活动|动员|仪式")
_OF_YEAR = 4
_DAY = re.compile(
    r"(?<![0-9年月.-])(?:(?P<year>(?:18|19|20)[0-9]{2})年)?(?P<month>1[0-2]|0?[1-9])月"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])日(?P<after>[，,、上下中晚早凌清傍夜]|至|—|-|起|前|之前|以前|止)?"
)
_LEAD = re.compile("[。！？”]$|(?:日前|近日|本报讯|随后)[，,（(]?$")
_NOT_YET = re.compile("(?:截至|截止|至|到|将于|定于|拟于|将在|预计|计划|自|从|每年|往年|去年)$")
_COMPARABLE = 0.4


def infer(text: str, lines: Sequence[Line]) -> str | None:
    """Give the year, or year and month, in which a page was most likely printed, or None."""
    flat, starts = _flatten(text[:_READ])
    year = _year(flat, lines)
    if year is None:
        return None
    return dates.make(year, _month(flat, starts, year))


def _flatten(text: str) -> tuple[str, frozenset[int]]:
    """Give a text without white space, and where in it the lines begin."""
    parts: list[str] = []
    starts: set[int] = set()
    length = 0
    for line in LINE_END.split(text):
        parts.append("".join(line.split()))
        starts.add(length)
        length += len(parts[-1])
    return "".join(parts), frozenset(starts)


def _year(flat: str, lines: Sequence[Line]) -> int | None:
    """Give the latest year among those that are spoken of most; headlines count four times."""
    weights = Counter(_years(flat))
    for line in lines[:_READ]:
        if len(line.text) > 2 * _HEADLINE:
            continue
        bare = "".join(line.text.split())
        if len(bare) <= _HEADLINE and not _STOPS.search(bare) and _HELD.search(bare):
            for year in _years(bare):
                weights[year] += _OF_YEAR - 1
    if not weights:
        return None
    most = max(weights.values())
    return max(year for year, weight in weights.items() if weight >= _COMPARABLE * most)


def _years(flat: str) -> Iterable[int]:
    for match in _YEAR.finditer(flat):
        if not _NOT_NOW.search(flat[max(0, match.start() - 4) : match.start()]):
            yield int(match["year"])


def _month(flat: str, starts: frozenset[int], year: int) -> int | None:
    """Give the month of the latest day of that year that is told of; leads before mentions."""
    leads: set[tuple[int, int]] = set()
    mentions: set[tuple[int, int]] = set()
    for match in _DAY.finditer(flat):
        before = flat[max(0, match.start() - 12) : match.start()]
        of_year = match["year"] is None or int(match["year"]) == year
        past = match["after"] not in {"前", "之前", "以前", "止", "起"}
        day = int(match["month"]), int(match["day"])
        real = dates.make(year, *day) is not None
        if not (of_year and past and real) or _NOT_YET.search(before):
            continue
        (leads if match.start() in starts or _LEAD.search(before) else mentions).add(day)
    months = {month for month, _ in leads or mentions}
    if not months:
        return None
    if max(months) >= 11 and min(months) <= 2:
        return max(month for month in months if month <= 2)  # over the turn of the year
    return max(months)
