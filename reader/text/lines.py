"""Cut a page's text into raw lines and into runs of white space, without changing either.

A line ends with LF, CRLF, CR, NEL, VT, FF, U+2028 or U+2029. White space is what
``str.isspace`` says; zero-width characters are text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.drafts import RawPage
from reader.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
LINE_END_CHARACTERS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
WHITE_RUN = re.compile(r"\s+")


def split_lines(text: str, first: int = 1) -> tuple[Line, ...]:
    """Cut `text` into raw lines, the first of which has the number `first`.

    The text after the last line end is a line only when there is any; an empty text has none.
    """
    lines: list[Line] = []
    start = 0
    for end in LINE_END.finditer(text):
        lines.append(Line(first + len(lines), start, end.start(), text[start : end.start()]))
        start = end.end()
    if start < len(text):
        lines.append(Line(first + len(lines), start, len(text), text[start:]))
    return tuple(lines)


def holds_line_end(run: str) -> bool:
    """Tell whether a run of white space holds a line end."""
    return not LINE_END_CHARACTERS.isdisjoint(run)


def white_runs(text: str) -> Iterator[tuple[int, int]]:
    """Give the span of each longest run of white space, in order."""
    return (match.span() for match in WHITE_RUN.finditer(text))


def split_pages(text: str) -> tuple[RawPage, ...]:
    """Cut a file's text at each form feed that has text on both sides.

    The form feed stays at the end of the page before it, so that the pages joined give the
    text back; line numbers go on through the file.
    """
    pages: list[RawPage] = []
    start, line = 0, 1
    last = len(text.rstrip())
    for feed in re.finditer("\x0c", text):
        cut = feed.end()
        page = text[start:cut]
        if page.strip() and cut < last:
            pages.append(RawPage(page, len(pages), line))
            line += len(LINE_END.findall(page))
            start = cut
    pages.append(RawPage(text[start:], len(pages), line))
    return tuple(pages)
