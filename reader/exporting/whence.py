"""Say of an article in one line where it comes from: what a page torn out of its paper lacks.

The names in it are those of the fields of jsonl and csv, and so the same in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store.corpus_read import CorpusArticle

BETWEEN = " · "
_STATUS = "status "
MARK = f"{BETWEEN}{_STATUS}".encode()
"""What such a line holds, and hardly another."""


def whence(article: CorpusArticle) -> list[str]:
    """Give newspaper, date, number, page, section, topics and status, as far as they are known.

    A date that was inferred has a question mark.
    """
    issue = article.issue
    date = issue.date and (issue.date if issue.date_sure else f"{issue.date}?")
    named = (
        ("number", issue.number),
        ("page", article.page),
        ("section", article.section),
        ("tags", "; ".join(article.tags)),
    )
    parts = [issue.title, date, *(f"{name} {fact}" for name, fact in named if fact)]
    parts.append(f"{_STATUS}{article.status.value}")
    return [" ".join(part.split()) for part in parts if part]
