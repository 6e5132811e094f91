"""Show one article: as text, in the page form, as received, and what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.exporting.fields import body_rows, headings
from reader.exporting.text import lines
from reader.store.corpus_read import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article
    from reader.store import Library
    from reader.store.corpus_raw import RawBlock
    from reader.store.corpus_read import CorpusArticle


def text(article: Article) -> str:
    """Give the text form: section and headings first, an empty line between blocks."""
    return lines(article.section, (block.text for block in article.blocks if block.text))


def form(library: Library, article_id: str) -> dict[str, Any]:
    """Give the page form of one article: its file, the article, and no furniture."""
    article, _ = _read(library, article_id)
    told = {"section": article.section, **headings(article), "body": body_rows(article)}
    return {"file": article.source, "articles": [told], "furniture": []}


def source(library: Library, article_id: str) -> str:
    """Give the raw lines from which an article was read, with their numbers in the file.

    A line of which only a part belongs to the article is shown whole. Where lines of several
    files come together, the name of each file stands before its lines.
    """
    article, blocks = _read(library, article_id)
    rows = {
        (line.file != article.source, line.file, line.number): line.whole
        for block in blocks
        for line in block.lines
    }
    told: list[str] = []
    file = article.source
    for (_, name, number), whole in sorted(rows.items()):
        if name != file:
            told.append(f"--- {name}")
            file = name
        told.append(f"{number:>6}  {whole}")
    return "\n".join(told)


def diff(library: Library, article_id: str) -> str:
    """Give what was received (``-``) against what is read (``+``), block by block.

    The head of each hunk tells the first raw line and how many there are, then the lines of the
    text. A line that reads as it was received stands once, behind a blank.
    """
    article, blocks = _read(library, article_id)
    told = [f"--- {article.source}", f"+++ {article.id}"]
    at = 1
    for block in blocks:
        new = block.text.split("\n") if block.text else []
        old = [line.part for line in block.lines]
        if not old and not new:
            continue
        first = block.lines[0].number if block.lines else 0
        told.append(f"@@ -{first},{len(old)} +{at if new else 0},{len(new)} @@")
        if old == new:
            told += [" " + row for row in new]
        else:
            told += _marked("-", old) + _marked("+", new)
        at += len(new)
    return "\n".join(told)


def _marked(mark: str, rows: Iterable[str]) -> list[str]:
    return [mark + row for row in rows]


def _read(library: Library, article_id: str) -> tuple[CorpusArticle, list[RawBlock]]:
    corpus = Corpus(library)
    with corpus.snapshot():
        places = corpus.places([article_id])
        return next(corpus.read(places)), corpus.raw(places[0])
