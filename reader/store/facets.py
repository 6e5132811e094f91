"""Count articles by what is known of them: newspaper, year, status, topic, and their doubts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.store.library import Library

_MANY = 2000
"""How many articles are looked up at once: what is asked for can be given up in between."""

_KNOWN = """
    SELECT j.value, i.title, substr(i.date, 1, 4), a.status, coalesce(t.doubts, 0)
    FROM json_each(?) j JOIN article a ON a.id = j.key
    JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue
    LEFT JOIN tally t ON t.article = a.key
"""
_TAGS = """
    SELECT g.name, sum(f.weight) FROM (
      SELECT a.key, j.value AS weight, x.tag AS tag FROM json_each(?1) j
      JOIN article a ON a.id = j.key JOIN article_tag x ON x.article = a.key
      UNION
      SELECT a.key, j.value, m.tag FROM json_each(?1) j
      JOIN article a ON a.id = j.key JOIN phrase m ON m.article = a.key
    ) f JOIN tag g ON g.key = f.tag GROUP BY g.key
"""
"""A topic of the whole article and one of a phrase in it count alike, and once."""


@dataclass(slots=True)
class Facets:
    """Counts by value; each article counts as often as its weight says.

    `titles` are those of the issues, None where there is none; `years` are the first four
    digits of the date, None without a date. `doubts` are the seams in doubt by the status of
    their article, each once.
    """

    titles: Counter[str | None] = field(default_factory=Counter)
    years: Counter[str | None] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)


def facets_of(
    library: Library, weights: Mapping[str, int], heed: Callable[[], None] | None = None
) -> Facets:
    """Count articles by id; `heed` is called now and then, so that it can end the counting."""
    found = Facets()
    items = iter(weights.items())
    while part := dict(islice(items, _MANY)):
        if heed is not None:
            heed()
        asked = json.dumps(part)
        for weight, title, year, status, doubts in library.connection.execute(_KNOWN, (asked,)):
            found.titles[title] += weight
            found.years[year] += weight
            found.statuses[status] += weight
            found.doubts[status] += doubts
        for tag, weight in library.connection.execute(_TAGS, (asked,)):
            found.tags[tag] += weight
    return found
