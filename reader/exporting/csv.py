"""CSV for spreadsheets: UTF-8 with BOM, CRLF, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from reader.exporting.fields import body, headings, supplied
from reader.text.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.store.corpus_read import CorpusArticle

COLUMNS = (
    "id",
    "issue",
    "issue_title",
    "date",
    "date_sure",
    "number",
    "source",
    "sha256",
    "sample",
    "page",
    "section",
    "kicker",
    "title",
    "subtitle",
    "byline",
    "supplied",
    "body",
    "tags",
    "status",
    "revision",
    "doubts",
    "characters",
)
"""The columns, in their order."""

HEADER = ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()
"""How every file begins."""

_BETWEEN = "; "
_FORMULA = re.compile(rf"'*(?:[\t\n\r]|[{UNSEEN}]*[-=+@－＝＋＠﹣﹦﹢﹫])")
"""What a spreadsheet may carry out, in Chinese typing, too, and what it may leave out before it.

With apostrophes before it, too: so it is known of each that stands before a formula whose it is.
"""
_ENDING = re.compile(r"(\\*)(; |\Z)")


def guard(cell: object) -> str:
    """Give a cell as text, an apostrophe before what a spreadsheet would carry out."""
    if cell is None:
        return ""
    text = str(int(cell)) if isinstance(cell, bool) else str(cell)
    return "'" + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Give the text that a cell stands for, without the apostrophe that `guard` set."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def topics(names: Iterable[str]) -> str:
    r"""Give the cell of topics: each guarded by itself, since somebody may part them, too.

    A ``; `` inside a name is written ``\; ``; backslashes before one, and at the end, are doubled.
    """
    return _BETWEEN.join(guard(_ENDING.sub(_marked, name)) for name in names)


def _marked(match: re.Match[str]) -> str:
    return match[1] * 2 + ("\\; " if match[2] else "")


def row(article: CorpusArticle) -> list[str]:
    """Give the cells of an article; bytes of a file name that are no UTF-8 show as numbers."""
    issue = article.issue
    cells = (
        article.id,
        issue.id,
        issue.title,
        issue.date,
        issue.date_sure,
        issue.number,
        article.source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"),
        article.sha256,
        issue.sample,
        article.page,
        article.section,
        *headings(article).values(),
        _BETWEEN.join(supplied(article)),
        "\n".join(block.text for block in body(article)),
    )
    counts = article.status.value, article.revision, article.doubts, article.characters
    return [*map(guard, cells), topics(article.tags), *map(guard, counts)]


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def whole(articles: Iterable[CorpusArticle]) -> Iterator[bytes]:
    """Give the file of all articles, one row an article under the names of the columns."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for article in articles:
        yield _line(row(article))
