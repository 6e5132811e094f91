"""How much a wish turns: the pages and articles that come or go with it, or that it reaches.

Pages come and go by one column, of the page or of its issue; an import writes no other images.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pysqlite3 import Connection


class Weight(NamedTuple):
    """Pages that come or go whole, and articles: those on them, else those that are reached."""

    pages: int = 0
    articles: int = 0


_TURNING = ("import", "withdraw", "bring back", "issue merge")
"""The verbs by which pages come and go; of others the images, which may be many, are not read."""

_TURNED = """
    WITH turned(tab, key) AS (
      SELECT tab, json_extract(coalesce(after, before), '$.key') FROM image
      WHERE wish = ? AND tab IN ('issue', 'page')
        AND json_extract(before, '$.present') IS NOT json_extract(after, '$.present')
    ), gone(page) AS (
      SELECT key FROM turned WHERE tab = 'page'
      UNION
      SELECT p.key FROM turned t JOIN page p ON p.issue = t.key AND p.present WHERE tab = 'issue'
    )
    SELECT count(*), coalesce(sum((SELECT count(*) FROM article a WHERE a.page = gone.page)), 0)
    FROM gone
"""


def weight_of(connection: Connection, wish: int) -> Weight:
    """Weigh a wish, which stands or was taken back."""
    (verb,) = connection.execute("SELECT verb FROM wish WHERE key = ?", (wish,)).fetchone()
    if verb in _TURNING:
        pages, articles = connection.execute(_TURNED, (wish,)).fetchone()
        if pages:
            return Weight(pages, articles)
    (reached,) = connection.execute(
        "SELECT count(*) FROM wish_article WHERE wish = ?", (wish,)
    ).fetchone()
    return Weight(0, reached)
