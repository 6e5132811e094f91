"""Read dates and numbers as newspapers print them; never give a date that was not.

Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. Years of the Republic (民国) count from 1912.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

FIRST_YEAR, LAST_YEAR = 1815, 2100
"""Between these a newspaper's year lies; the first Chinese monthly was printed in 1815."""

_DIGITS = {character: i for i, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "○": 0, "Ｏ": 0, "元": 1, "两": 2}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_HAN = "〇零○一二三四五六七八九"

NUMERAL = f"(?:[0-9]{{1,6}}|[{_HAN}十百千廿卅两]{{1,9}})"
"""A number in digits or in Han characters, for patterns."""

_REPUBLIC = "(?:中[华華])?民[国國] ?"
YEAR = rf"(?:[12][0-9]{{3}}|[{_HAN}]{{4}}|{_REPUBLIC}(?:[0-9]{{1,3}}|[元{_HAN}十廿卅]{{1,4}}))"
"""A year with its century, or of the Republic, for patterns."""
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十?[一二三四五六七八九]|[二廿]?十|廿)"

FULL_DATE = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<year>{YEAR}) ?年 ?(?P<month>{_MONTH}) ?月 ?(?P<day>{_DAY}) ?[日号號]"
    r"|(?<![0-9A-Za-z.])(?P<y>[12][0-9]{3})(?P<sep>[-./]) ?(?P<m>1[0-2]|0?[1-9])(?P=sep) ?"
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z])"
)
"""A date of year, month and day; spaces that typesetting made are allowed."""

MONTH_DATE = re.compile(rf"(?<![0-9A-Za-z])(?P<year>{YEAR}) ?年 ?(?P<month>{_MONTH}) ?月")
"""A date of year and month."""

_NUMERALS = rf"\d{_HAN}十廿卅"
DAY_LINE = (
    rf"(?:{_REPUBLIC})?[{_NUMERALS}元]{{1,4}}[ 　]*年[ 　]*"
    rf"[闰閏]?(?:[{_NUMERALS}]{{1,3}}|[元正冬腊臘])[ 　]*月"
    rf"[ 　]*初?[{_NUMERALS}]{{1,3}}[ 　]*[日号號]?"
)
"""A day as a line prints it, for patterns that only recognise it.

The names of months are among it, those of the lunar year, too, and years without their century: it
need not be a day that `of_match` can give.
"""

WEEKDAY = re.compile("(?:星期|周|週|礼拜|禮拜)(?P<day>[一二三四五六日天])")
_WEEK = "一二三四五六日"


def number(text: str) -> int | None:
    """Give the number that digits or Han numerals write, None when they write none."""
    text = text.strip()
    if re.fullmatch("[0-9]{1,9}", text):
        return int(text)
    if not text or any(c not in _DIGITS and c not in _TENS and c not in "十百千" for c in text):
        return None
    if all(c in _DIGITS for c in text):  # 二〇二五
        return int("".join(str(_DIGITS[c]) for c in text))
    return _counted(text)


def _counted(text: str) -> int:
    """Give the number of 一千二百三十四, 廿五, 十二."""
    total, digit = 0, 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            total, digit = total + _TENS[character], 0
        else:
            unit = {"十": 10, "百": 100, "千": 1000}[character]
            total, digit = total + max(digit, 1) * unit, 0
    return total + digit


def year(text: str) -> int | None:
    """Give the year of 2025, 二〇二五 or 民国三十六 if a newspaper can be of it."""
    republic = re.match(_REPUBLIC, text)
    counted = number(text[republic.end() :] if republic else text)
    if counted is None:
        return None
    full = counted + 1911 if republic else counted
    return full if FIRST_YEAR <= full <= LAST_YEAR else None


def make(of: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """Give a date as precise as its parts, None when there is no such day or month."""
    if of is None or not FIRST_YEAR <= of <= LAST_YEAR:
        return None
    if month is None:
        return f"{of:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{of:04}-{month:02}"
    return f"{of:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(of, month)[1] else None


def of_match(match: re.Match[str]) -> str | None:
    """Give the date that `FULL_DATE` or `MONTH_DATE` matched, None when there is no such day."""
    parts = match.groupdict()
    if parts.get("y"):
        return make(int(match["y"]), int(match["m"]), int(match["d"]))
    month = 1 if match["month"] in "元正" else number(match["month"])
    day = number(match["day"]) if "day" in parts else None
    return make(year(match["year"]), month, day)


def falls_on(full: str, weekday: str) -> bool:
    """Tell whether the date ``YYYY-MM-DD`` is a `weekday` of 一 to 六, 日 or 天."""
    return _WEEK[date.fromisoformat(full).weekday()] == weekday.replace("天", "日")


_TYPED = re.compile(
    r"(?P<y>[0-9]{4})\s*(?:[-./年]\s*(?:(?P<m>[0-9]{1,2})\s*(?:[-./月]\s*"
    r"(?:(?P<d>[0-9]{1,2})\s*[日号號]?)?)?)?)?"
)


def typed(text: str) -> str:
    """Write a date that a person typed (2025.4.14, 2025年4月) as ``2025-04-14``, ``2025-04``.

    What is no such writing is given back as it stands; whether there is such a day is not asked.
    """
    match = _TYPED.fullmatch(text.translate(_HALF_WIDTH).strip())
    if match is None:
        return text
    parts = (match["m"], match["d"])
    return "-".join((match["y"], *(f"{int(part):02d}" for part in parts if part)))


_HALF_WIDTH = str.maketrans("０１２３４５６７８９－．／", "0123456789-./")
