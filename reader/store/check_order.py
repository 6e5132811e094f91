"""Check who owns what and in what order: blocks, articles, pages, sources, phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import HEAD_KINDS, PAGE_KINDS
from reader.store.headings import rank

if TYPE_CHECKING:
    from pysqlite3 import Connection

    from reader.store.findings import Findings

_PAGE_KINDS = ", ".join(f"'{kind}'" for kind in PAGE_KINDS)

_RULES: tuple[tuple[str, str], ...] = (
    (
        "block_owner",
        f"SELECT 'block ' || id FROM block WHERE (kind IN ({_PAGE_KINDS})) <> (page IS NOT NULL)",
    ),
    (
        "section",
        "SELECT 'article ' || a.id FROM article a JOIN page p ON p.key = a.page"
        " JOIN block b ON b.key = a.section LEFT JOIN page q ON q.key = b.page"
        " WHERE b.kind <> 'section' OR q.issue IS NOT p.issue",
    ),
    (
        "page_source",
        "SELECT 'page ' || p.id FROM page p LEFT JOIN source s ON s.key = p.source"
        " WHERE s.kind IS NOT 'page' OR s.page IS NOT p.key",
    ),
    (
        "source_owner",
        "SELECT 'source ' || id FROM source WHERE (kind = 'typed') <> (correction IS NOT NULL)"
        " OR (kind = 'page') <> (file IS NOT NULL) OR (kind = 'page') <> (page IS NOT NULL)",
    ),
    (
        "phrase_empty",
        "SELECT 'phrase ' || id FROM phrase WHERE key NOT IN (SELECT phrase FROM phrase_span)",
    ),
    (
        "date",
        "SELECT 'issue ' || id FROM issue WHERE NOT (date GLOB '[0-9][0-9][0-9][0-9]'"
        " OR date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'"
        " OR date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')",
    ),
)
"""Rules that one statement looks after: it names the rows that break it."""

_ORDERS = (
    ("piece", "block", "block"),
    ("block", "article", "article"),
    ("block", "page", "page"),
    ("article", "page", "page"),
)
"""A table, the column of its owner, and the owner's table: two rows have not the same place."""

_RANK = " ".join(f"WHEN '{kind}' THEN {rank(kind)}" for kind in HEAD_KINDS)
_BEHIND_LATER = f"""
    SELECT a.id, x.id FROM (
      SELECT article, id, rank, lag(rank) OVER (PARTITION BY article ORDER BY place) AS before
      FROM (SELECT article, place, id, CASE kind {_RANK} ELSE {len(HEAD_KINDS)} END AS rank
            FROM block WHERE article IS NOT NULL)
    ) x JOIN article a ON a.key = x.article WHERE rank < before
"""
"""Article and block, where a block stands behind one of a later rank."""


def check_order(connection: Connection, findings: Findings) -> None:
    """Check ownership by kinds, and that no two rows of one owner have the same place."""
    for code, sql in _RULES:
        for (where,) in connection.execute(sql):
            findings.add(code, where)
    for table, column, owner in _ORDERS:
        rows = connection.execute(
            f"SELECT o.id, t.place FROM {table} t JOIN {owner} o ON o.key = t.{column}"
            f" WHERE t.{column} IS NOT NULL GROUP BY t.{column}, t.place HAVING count(*) > 1"
        )
        for name, place in rows:
            findings.add("place", f"{owner} {name}", table=table, place=place)
    _check_heads(connection, findings)
    findings.counts["issues"] = _count(connection, "issue")
    findings.counts["pages"] = _count(connection, "page")


def _check_heads(connection: Connection, findings: Findings) -> None:
    """Check that the headings of each article stand first, in the order of their kinds.

    A library of an earlier build may hold an article in which they do not.
    """
    first: dict[str, str] = {}
    for article, block in connection.execute(_BEHIND_LATER):
        first.setdefault(article, block)
    for article, block in first.items():
        findings.add("head_order", f"article {article}", block=block)


def check_phrases(connection: Connection, findings: Findings) -> None:
    """Check that the spans of phrases lie within their sources."""
    lengths: dict[int, int] = {}
    for name, source, start, end in connection.execute(
        "SELECT p.id, f.source, f.start, f.end FROM phrase_span f JOIN phrase p ON p.key = f.phrase"
        " ORDER BY f.source"
    ):
        findings.counts["phrase_spans"] += 1
        if source not in lengths:
            row = connection.execute("SELECT text FROM source WHERE key = ?", (source,)).fetchone()
            lengths = {source: len(row[0]) if row else 0}
        if not 0 <= start < end <= lengths[source]:
            findings.add("phrase_span", f"phrase {name}", source=source, start=start, end=end)


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
