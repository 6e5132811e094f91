"""Suggest tags for an article: those in use that fit its keywords, and the keywords."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.text.keywords import keywords
from reader.text.tokens import phrase
from reader.text.topics import leaf

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
    A tag without evidence in the article is no suggestion.
    """

    name: str
    score: float
    evidence: int
    known: bool = False
    words: tuple[tuple[str, int], ...] = ()
    """What speaks for it: words of this article, and how often each occurs in it."""


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
    times = {word.word: word.times for word in words}
    for name, found_by in known.items():
        called = leaf(name)
        score = found_by.score + weights.get(called, 0.0) + (best if called in text else 0.0)
        if score > 0:
            own = [(called, text.count(called))] if called in text else []
            shared = [(word, times[word]) for word in found_by.words if word != called]
            said = tuple(own + shared)
            found.append(Suggestion(name, score, found_by.articles, known=True, words=said))
    taken = {*known, *map(leaf, known)}
    found += [
        Suggestion(w.word, w.weight, w.times, words=((w.word, w.times),))
        for w in words
        if w.word not in taken
    ]
    return sorted((s for s in found if s.name not in has), key=lambda s: (-s.score, s.name))


class _Known(NamedTuple):
    """What the keywords say for a tag in use: the articles that share some, and which."""

    score: float
    articles: int
    words: tuple[str, ...]


def _known(connection: Connection, article: int, words: Sequence[Keyword]) -> dict[str, _Known]:
    """Give, by name, what speaks for each tag in use; heaviest words first."""
    rows = connection.execute(
        "SELECT g.key, g.name, count(x.article) FROM tag g"
        " LEFT JOIN article_tag x ON x.tag = g.key AND x.article <> ? GROUP BY g.key",
        (article,),
    ).fetchall()
    scores = dict.fromkeys((key for key, _, _ in rows), 0.0)
    sizes = {key: size for key, _, size in rows}
    sharing: dict[int, set[int]] = {key: set() for key in scores}
    shared: dict[int, list[str]] = {key: [] for key in scores}
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
            shared[tag].append(word.word)
    return {
        name: _Known(scores[key], len(sharing[key]), tuple(shared[key])) for key, name, _ in rows
    }


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
