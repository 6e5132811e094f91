"""CSV for spreadsheets: UTF-8 with BOM, CRLF, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from reader.exporting.fields import body, headings, supplied

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

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BETWEEN = "; "


def guard(cell: object) -> str:
    """Give a cell as text, an apostrophe before what a spreadsheet would carry out."""
    if cell is None:
        return ""
    text = str(int(cell)) if isinstance(cell, bool) else str(cell)
    return "'" + text if text.startswith(_FORMULA) else text


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
        _BETWEEN.join(article.tags),
        article.status.value,
        article.revision,
        article.doubts,
        article.characters,
    )
    return [guard(cell) for cell in cells]


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def whole(articles: Iterable[CorpusArticle]) -> Iterator[bytes]:
    """Give the file of all articles, one row an article under the names of the columns."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for article in articles:
        yield _line(row(article))
