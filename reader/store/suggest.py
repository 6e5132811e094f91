"""Suggest tags for an article: those in use that fit its keywords, and the keywords."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.keywords import keywords
from reader.text.tokens import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

    from reader.text.keywords import Keyword

KEYWORDS = 20
_LOOKED_UP = 8
_AT_MOST = 500
"""How many keywords are looked up in other articles, and in how many of these each."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that may fit.

    `known` tells that the tag is in use. `evidence` is then the number of its articles that
    share a keyword, else how often the keyword occurs in this article. `score` orders both
    kinds: a keyword has its weight, a tag the weights of the keywords it shares, each by the
    share of the tag's articles that have it, and its own name's weight when it is a keyword.
    """

    name: str
    score: float
    evidence: int
    known: bool = False


def suggestions(
    connection: Connection, article: int, text: str, tags: Iterable[str]
) -> list[Suggestion]:
    """Suggest tags for the article of this key and text, which has `tags` already."""
    words = keywords(text, KEYWORDS)
    weights = {word.word: word.weight for word in words}
    known = _known(connection, article, words[:_LOOKED_UP])
    found = []
    has = set(tags)
    best = max(weights.values(), default=1.0)
    for name, (shared, evidence) in known.items():
        score = shared + weights.get(name, 0.0) + (best if name in text else 0.0)
        if score > 0:
            found.append(Suggestion(name, score, evidence, known=True))
    found += [Suggestion(w.word, w.weight, w.times) for w in words if w.word not in known]
    return sorted((s for s in found if s.name not in has), key=lambda s: (-s.score, s.name))


def _known(
    connection: Connection, article: int, words: Sequence[Keyword]
) -> dict[str, tuple[float, int]]:
    """Give, by name of each tag in use, its score and the number of articles that share."""
    rows = connection.execute(
        "SELECT g.key, g.name, count(x.article) FROM tag g"
        " LEFT JOIN article_tag x ON x.tag = g.key AND x.article <> ? GROUP BY g.key",
        (article,),
    ).fetchall()
    scores = dict.fromkeys((key for key, _, _ in rows), 0.0)
    sizes = {key: size for key, _, size in rows}
    sharing: dict[int, set[int]] = {key: set() for key in scores}
    for word in words:
        mine: dict[int, set[int]] = {}
        for other in _articles_with(connection, word.word) - {article}:
            for (tag,) in connection.execute(
                "SELECT tag FROM article_tag WHERE article = ?", (other,)
            ):
                mine.setdefault(tag, set()).add(other)
        for tag, others in mine.items():
            scores[tag] += word.weight * len(others) / sizes[tag]
            sharing[tag] |= others
    return {name: (scores[key], len(sharing[key])) for key, name, _ in rows}


def _articles_with(connection: Connection, word: str) -> set[int]:
    """Give articles in which a word occurs, as far as they are indexed, some of many."""
    told = phrase(word)
    if told is None:
        return set()
    rows = connection.execute(
        """
        SELECT DISTINCT a.key FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?) f
        JOIN reading r ON r.entry = f.rowid JOIN block b ON b.key = r.block
        JOIN article a ON a.key = b.article JOIN page p ON p.key = a.page AND p.present
        JOIN issue i ON i.key = p.issue AND i.present
        """,
        (told, _AT_MOST),
    )
    return {key for (key,) in rows}
