"""Select articles by what is known of them: tags, status, issue, date, doubts; all in SQL."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from reader.text.query import AnyOf, Dated, Doubtful, InStatus, OfIssue, Tagged, Titled
from reader.text.topics import below

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.text.query import Facet


class Form(Enum):
    """What a condition is for: to list all that fulfil it, or to look at one row."""

    LIST = "list"
    ONE = "one"
    PAGE = "page"
    """At a page itself, which has neither tags nor status nor doubts."""


Condition = tuple[str, list[str]]

_NAMED = "(g.name = ? OR (g.name >= ? AND g.name < ?))"
"""The tag of a name, and those that lie under it."""

_TAGGED = {
    Form.LIST: "a.key IN (SELECT x.article FROM tag g JOIN article_tag x ON x.tag = g.key"
    f" WHERE {_NAMED} UNION SELECT f.article FROM tag g JOIN phrase f ON f.tag = g.key"
    f" WHERE {_NAMED})",
    Form.ONE: "(EXISTS (SELECT 1 FROM tag g JOIN article_tag x ON x.tag = g.key"
    f" AND x.article = a.key WHERE {_NAMED}) OR EXISTS (SELECT 1 FROM tag g"
    f" JOIN phrase f ON f.tag = g.key AND f.article = a.key WHERE {_NAMED}))",
}
_DOUBTFUL = {
    Form.LIST: "a.key IN (SELECT article FROM tally WHERE doubts > 0)",
    Form.ONE: "EXISTS (SELECT 1 FROM tally d WHERE d.article = a.key AND d.doubts > 0)",
}


def condition(facets: Iterable[Facet], form: Form) -> Condition:
    """Give what must hold of article ``a``, page ``p`` and issue ``i``, as SQL with values.

    What is withdrawn fulfils no condition.
    """
    parts = ["i.present", "p.present"]
    values: list[str] = []
    for facet in facets:
        sql, mine = _condition(facet, form)
        parts.append(f"NOT coalesce({sql}, 0)" if facet.negated else sql)
        values += mine
    return " AND ".join(parts), values


def _condition(facet: Facet, form: Form) -> tuple[str, Sequence[str]]:
    if isinstance(facet, AnyOf):
        parts = [_condition(choice, form) for choice in facet.choices]
        either = " OR ".join(f"coalesce({sql}, 0)" for sql, _ in parts)
        return f"({either})", [value for _, values in parts for value in values]
    if isinstance(facet, OfIssue | Titled | Dated):
        return _of_issue(facet)
    if form is Form.PAGE:
        return "0", ()
    match facet:
        case Tagged(name=name):
            return _TAGGED[form], (name, *below(name)) * 2
        case InStatus(status=status):
            return "a.status = ?", (str(status),)
        case Doubtful():
            return _DOUBTFUL[form], ()
    raise AssertionError(facet)


def _of_issue(facet: OfIssue | Titled | Dated) -> tuple[str, Sequence[str]]:
    match facet:
        case OfIssue(text=text):
            return (
                "(i.id = ? OR i.number = ? OR instr(coalesce(i.title, ''), ?) > 0)",
                (text, text, text),
            )
        case Dated(first=first, last=last):
            # As strings: a date lies behind the end when it is greater and does not begin so.
            return "(i.date >= ? AND i.date < ?)", (first, last + "~")
        case Titled():
            return "i.title IS NOT NULL", ()
