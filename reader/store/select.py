"""Select articles by what is known of them: tags, status, issue, date, doubts; all in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.query import Dated, Doubtful, InStatus, OfIssue, Tagged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.query import Facet

Condition = tuple[str, tuple[str, ...]]

PLACE = "i.date IS NULL, i.date, i.key, p.place, p.key, a.place, a.key"
"""The order in which articles are found, which is also that of the index's rowids."""


def condition(facets: Iterable[Facet]) -> Condition:
    """Give what must hold of article ``a``, page ``p`` and issue ``i``, as SQL with values."""
    parts = ["i.present AND p.present"]
    values: list[str] = []
    for facet in facets:
        sql, mine = _condition(facet)
        parts.append(f"NOT coalesce({sql}, 0)" if facet.negated else sql)
        values += mine
    return " AND ".join(parts), tuple(values)


def _condition(facet: Facet) -> Condition:
    match facet:
        case Tagged(name=name):
            return (
                "(a.key IN (SELECT x.article FROM tag g JOIN article_tag x ON x.tag = g.key"
                " WHERE g.name = ? UNION SELECT f.article FROM tag g JOIN phrase f"
                " ON f.tag = g.key WHERE g.name = ?))",
                (name, name),
            )
        case InStatus(status=status):
            return "(a.status = ?)", (str(status),)
        case OfIssue(text=text):
            return (
                "(i.id = ? OR i.number = ? OR instr(coalesce(i.title, ''), ?) > 0)",
                (text, text, text),
            )
        case Dated(first=first, last=last):
            return (
                f"(substr(i.date, 1, {len(first)}) >= ? AND substr(i.date, 1, {len(last)}) <= ?)",
                (first, last),
            )
        case Doubtful():
            return "(a.key IN (SELECT article FROM tally WHERE doubts > 0))", ()
