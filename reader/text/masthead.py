"""Recognise what a page is a page of: the issue's title, date and number, and its own number.

What is read in the masthead or in the file's name is sure; what is only inferred from running
text is named as guessed. The shapes are those of the trade, not those of one newspaper.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.model import IssueFacts
from reader.text import dates, guide
from reader.text.filename import read_name
from reader.text.imprint import FIRST_SECTIONS, has_imprint, read_strip, title_alone, title_in
from reader.text.running import infer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Line
    from reader.text.imprint import Strip

    _Infer = Callable[[], str | None]

_HEAD, _FOOT = 60, 20
"""Lines with text, at either end of a page, among which a masthead is looked for."""

_TOP = 12
"""Lines with text that a masthead's own line may stand in with nothing to bear it out."""

_PAGE_TOP, _PAGE_FOOT = 6, 3
_REACH = 4
"""Lines with text over which one line of a masthead bears out another."""

_LONGEST = 60
_LONGEST_ALONE = 6
"""Characters; a longer line that has the form of a title, and nothing near it, is a headline."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that may be of a masthead: its place among lines with text, and what it says."""

    place: int
    strip: Strip


def recognise(name: str, text: str, lines: Sequence[Line]) -> IssueFacts:
    """Tell title, date, number and page from a file's name and a page's text and lines."""
    return _together(read_name(name), _masthead(lines), partial(infer, text, lines))


def recognise_pages(name: str, pages: Sequence[tuple[str, Sequence[Line]]]) -> list[IssueFacts]:
    """Do as `recognise` for a file of several pages, which are of one issue.

    What is read on one page holds for all; a page that does not tell its number is supposed to
    follow the first. The number in the file's name is that of the first page.
    """
    facts = [recognise(name, text, lines) for text, lines in pages[:1]]
    unnamed = read_name(name)
    unnamed = replace(unnamed, page=None, guessed=unnamed.guessed - {"page"})
    for text, lines in pages[1:]:
        facts.append(_together(unnamed, _masthead(lines), partial(infer, text, lines)))
    if len(facts) < 2:
        return facts
    issue = IssueFacts()
    for field in ("title", "date", "number"):
        best = min(facts, key=lambda page: _doubt(page, field))
        if field == "date":
            issue = replace(issue, date=best.date, date_sure=best.date_sure)
        else:
            issue = replace(issue, **{field: getattr(best, field)})
        issue = replace(issue, guessed=issue.guessed | (best.guessed & {field}))
    return [_numbered(issue, page, part, facts[0].page) for part, page in enumerate(facts)]


def _doubt(page: IssueFacts, field: str) -> int:
    """Rank what a page says of its issue: read, then guessed, then nothing."""
    return 2 if getattr(page, field) is None else int(field in page.guessed)


def _numbered(issue: IssueFacts, page: IssueFacts, part: int, first: int | None) -> IssueFacts:
    if page.page is not None:
        return replace(issue, page=page.page, guessed=issue.guessed | (page.guessed & {"page"}))
    return replace(issue, page=(first or 1) + part, guessed=issue.guessed | {"page"})


def _together(named: IssueFacts, printed: IssueFacts, infer_date: _Infer) -> IssueFacts:
    """Put together what name, masthead and running text say, the surer before the less sure."""
    date, sure, doubted = _date_of(named, printed, infer_date)
    number, number_doubted = _surer(named, printed, "number")
    page, page_doubted = _surer(named, printed, "page")
    title, title_doubted = _title_of(named, printed)
    doubts = {
        "title": title_doubted, "date": doubted, "number": number_doubted, "page": page_doubted,
    }  # fmt: skip
    return IssueFacts(
        title=title,
        date=date,
        date_sure=sure,
        number=number,
        page=page,
        guessed=frozenset(field for field, is_doubted in doubts.items() if is_doubted),
    )


def _surer(named: IssueFacts, printed: IssueFacts, field: str) -> tuple[Any, bool]:
    """Give a field as it was read, and whether it is guessed.

    Where name and masthead contradict each other the masthead counts, as a guess.
    """
    read = [
        getattr(facts, field)
        for facts in (printed, named)
        if getattr(facts, field) is not None and field not in facts.guessed
    ]
    if read:
        return read[0], read[0] != read[-1]
    guess = getattr(named, field) or getattr(printed, field)
    return guess, guess is not None


def _title_of(named: IssueFacts, printed: IssueFacts) -> tuple[str | None, bool]:
    """Give the title, that of the masthead before the name's, and whether the two differ.

    One that holds the other is but fuller: a name is often short. One that has not the form of a
    title, in the name, may be the section's: it counts only where the masthead tells none.
    """
    if printed.title and named.title and title_in([named.title]) is None:
        return printed.title, False
    both = [title for title in (printed.title, named.title) if title]
    differ = len(both) > 1 and both[0] not in both[1] and both[1] not in both[0]
    return (both[0] if both else None), differ


def _date_of(
    named: IssueFacts, printed: IssueFacts, infer_date: _Infer
) -> tuple[str | None, bool, bool]:
    """Give the date, whether it is sure, and whether it is only guessed.

    Where name and masthead contradict each other the masthead counts, as a guess. The running
    text is read only where neither tells a date.
    """
    told = named.date if "date" not in named.guessed else None
    if told and printed.date:
        coarse, fine = sorted((told, printed.date), key=len)
        agree = fine.startswith(coarse)
        return (fine if agree else printed.date), agree, not agree
    if told or printed.date:
        return told or printed.date, named.date_sure or printed.date_sure, False
    guess = infer_date()
    if named.date and not (guess or "").startswith(named.date):
        guess = named.date
    return guess, False, guess is not None


def _masthead(lines: Sequence[Line]) -> IssueFacts:
    """Read a page's own lines."""
    printed = [line for line in lines if not line.text.isspace() and line.text]
    near = list(enumerate(printed))
    if len(near) > _HEAD + _FOOT:
        near = near[:_HEAD] + near[-_FOOT:]
    folded = [(i, fold(line.text)) for i, line in near if len(line.text) <= _LONGEST]
    heads = [_Head(i, strip) for i, text in folded if (strip := read_strip(text)) is not None]
    title = _title(folded, heads)
    date, sure = _date(heads, title[1])
    number, number_guessed = _number(heads, title[1])
    page, section = _page(folded, heads, len(printed))
    doubts = {"number": number_guessed, "page": section not in FIRST_SECTIONS}
    return IssueFacts(
        title=title[0],
        date=date,
        date_sure=sure,
        number=number,
        page=page,
        guessed=frozenset(field for field, is_doubted in doubts.items() if is_doubted),
    )


def fold(text: str) -> str:
    """Give a line with wide letters and digits made narrow, and its runs of blanks made one."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _title(
    folded: Sequence[tuple[int, str]], heads: Sequence[_Head]
) -> tuple[str | None, int | None]:
    """Give the newspaper's title and the place of its line."""
    for head in heads:
        if head.strip.title and len(head.strip.kinds) > 1:
            return head.strip.title, head.place
    imprints = [i for i, text in folded if has_imprint(text)]
    near = imprints + [head.place for head in heads if head.strip.kinds - {"title"}]
    alone: tuple[str | None, int | None] = None, None
    for place, text in folded:
        found = title_alone(text)
        if found is None:
            continue
        title, strong = found
        if any(abs(other - place) <= _REACH for other in near if other != place):
            return title, place
        if strong and place < _TOP and len(title) <= _LONGEST_ALONE and alone[0] is None:
            alone = title, place
    return alone


def _date(heads: Sequence[_Head], title: int | None) -> tuple[str | None, bool]:
    """Give the date of the masthead that is best borne out, and whether its weekday agrees."""
    best: tuple[int, int, Strip] | None = None
    for head in heads:
        if head.strip.date is None:
            continue
        around = set().union(*(h.strip.kinds for h in heads if abs(h.place - head.place) <= _REACH))
        if title is not None and abs(title - head.place) <= _REACH:
            around.add("title")
        if not around - {"date"} and head.place >= _TOP:
            continue  # a date that ends a notice
        if around == {"year"}:
            continue
        if best is None or len(around) > best[0]:
            best = len(around), head.place, head.strip
    if best is None:
        return None, False
    strip = best[2]
    weekday = strip.weekday or next(
        (h.strip.weekday for h in heads if h.strip.weekday and abs(h.place - best[1]) <= 1), None
    )
    assert strip.date is not None
    agrees = weekday is None or len(strip.date) < 10 or dates.falls_on(strip.date, weekday)
    return strip.date, agrees


def _number(heads: Sequence[_Head], title: int | None) -> tuple[str | None, bool]:
    """Give the number of the issue, and whether it is only supposed to be that."""
    lonely = None
    for head in heads:
        if head.strip.number is None:
            continue
        borne = len(head.strip.kinds) > 1 or any(
            h.strip.kinds & {"date", "title", "weekday"} and abs(h.place - head.place) <= _REACH
            for h in heads
        )
        if borne or (title is not None and abs(title - head.place) <= _REACH):
            return head.strip.number, False
        lonely = lonely or head.strip.number
    return lonely, lonely is not None


def _page(
    folded: Sequence[tuple[int, str]], heads: Sequence[_Head], lines: int
) -> tuple[int | None, str]:
    """Give the page's number and section: of a masthead's line, else of the only line with one."""
    pages = [head for head in heads if head.strip.page is not None]
    for head in pages:
        if len(head.strip.kinds) > 1:
            return head.strip.page, head.strip.section
    boxed = any(guide.is_heading(text) for _, text in folded)
    ends = [h.strip for h in pages if h.place < _PAGE_TOP or h.place >= lines - _PAGE_FOOT]
    if boxed or not ends or len({head.strip.page for head in pages}) > 1:
        return None, ""
    return ends[0].page, ends[0].section
