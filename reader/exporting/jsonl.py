"""JSON Lines: the exact format, an object an article and an object a page of furniture."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.exporting.fields import body_rows, headings, supplied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.store.corpus_changes import Correction
    from reader.store.corpus_raw import CorpusPage
    from reader.store.corpus_read import CorpusArticle

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

# Characters at which other programs end a line, though JSON lets them stand.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def encode(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can say
    """Give a value as one line of JSON; bytes of a name that are no UTF-8 stay lone surrogates."""
    told = _ENCODE(value)
    if not told.isascii():
        if "\u2028" in told or "\u2029" in told or "\x85" in told:
            told = told.translate(_LINE_ENDS)
        try:
            return told.encode() + b"\n"
        except UnicodeEncodeError:
            return json.dumps(value, separators=(",", ":")).encode() + b"\n"
    return told.encode() + b"\n"


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "start": correction.start,
        "end": correction.end,
        "old": correction.old,
        "new": correction.new,
        "by": correction.by,
        "why": correction.why,
        "at": correction.at,
        "origin": correction.origin,
    }


def record(article: CorpusArticle) -> dict[str, Any]:
    """Give an article as the contract's object."""
    issue = article.issue
    return {
        "id": article.id,
        "issue": {
            "id": issue.id,
            "title": issue.title,
            "date": issue.date,
            "date_sure": issue.date_sure,
            "number": issue.number,
            "source": article.source,
            "sha256": article.sha256,
            "sample": issue.sample,
        },
        "page": article.page,
        "section": article.section,
        **headings(article),
        "supplied": supplied(article),
        "body": body_rows(article),
        "text": article.text,
        "tags": article.tags,
        "spans": [{"tag": s.tag, "quote": s.quote, "ranges": s.ranges} for s in article.spans],
        "status": article.status.value,
        "revision": article.revision,
        "origin": article.origin,
        "corrections": [_correction(c) for c in article.corrections],
    }


def whole(articles: Iterable[CorpusArticle]) -> Iterator[bytes]:
    """Give the file of all articles, one line an article."""
    return (encode(record(article)) for article in articles)


def furniture(pages: Iterable[CorpusPage]) -> Iterator[bytes]:
    """Give the file of what stands in no article, one line a page."""
    for page in pages:
        yield encode(
            {
                "issue": page.issue,
                "page": page.page,
                "source": page.source,
                "sha256": page.sha256,
                "lines": [
                    {"line": n, "text": text, "kind": kind, "start": start}
                    for n, text, kind, start in page.lines
                ],
            }
        )
