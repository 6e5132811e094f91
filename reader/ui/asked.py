"""Fields of the query language as the person calls them, and why a query was not understood."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Status
from reader.text.query import (
    AnyOf,
    Dated,
    InStatus,
    OfIssue,
    Tagged,
    Titled,
    Word,
    parse,
)
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.text.query import Query, Single
    from reader.ui.words import Words

_TERM = re.compile(
    r'"[^"]*"|(?:(?<=\s)|\A)(?P<sign>-?)(?P<field>[^\s":：-]+)[:：](?P<value>(?:"[^"]*"|[^\s"])*)'
)


class Way(StrEnum):
    """What is to become of a value of a field: only it, it as well, or all but it."""

    ONLY = "only"
    ALSO = "also"
    NOT = "not"


class Asked(QObject):
    """Knows how fields, statuses and reasons are called in the person's language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = {
            self.tr("tag"): "tag",
            self.tr("status"): "status",
            self.tr("issue"): "issue",
            self.tr("date"): "date",
            self.tr("has"): "has",
        }
        self._values = {
            "status": {words.status(status): status.value for status in Status},
            "has": {self.tr("doubt"): "doubt", self.tr("title"): "title"},
        }

    def toggled(self, typed: str, field: str, value: str, way: Way) -> str:
        """Give what is typed with a value of a field more, or without it where it stands there.

        A value stands there once at most: asked for alone, with others of which one has to hold,
        or left out.
        """
        named = [(t, self._values_in(t, field)) for t in _TERM.finditer(typed)]
        terms = [t for t, values in named if value in values]
        sign = "-" if way is Way.NOT else ""
        if way is Way.ALSO:
            groups = [t for t, values in named if values and not t["sign"]]
            if groups:
                group = next((t for t in groups if t in terms), groups[0])
                return self._with_another(typed, group, field, value)
        kept = typed
        for term in reversed(terms):
            rest = self._without(term, field, value) if term["sign"] or sign else ""
            kept = _put(kept, term, rest)
        there = (t for t in terms if t["sign"] == sign)
        if any(sign or len(self._values_in(t, field)) == 1 for t in there):
            return kept
        return f"{kept.rstrip()} {sign}{self._words_of(field, value)}".lstrip()

    def _with_another(self, typed: str, group: re.Match[str], field: str, value: str) -> str:
        """Put a value to others of which one has to hold, or take it from wherever it stands."""
        taken = value in self._values_in(group, field)
        for term in reversed(list(_TERM.finditer(typed))):
            values = self._values_in(term, field)
            if value in values:
                typed = _put(typed, term, self._without(term, field, value))
            elif not taken and term.span() == group.span():
                typed = _put(typed, term, self._words_of(field, *values, value))
        return typed

    def _without(self, term: re.Match[str], field: str, value: str) -> str:
        """Give a term that names a value of a field without it; empty where it names no other."""
        rest = [one for one in self._values_in(term, field) if one != value]
        return f"{term['sign']}{self._words_of(field, *rest)}" if rest else ""

    def _values_in(self, term: re.Match[str], field: str) -> list[str]:
        """Give the values of a field that a term names, however it is written; none of another."""
        said = parse(term[0][len(term["sign"] or "") :])
        if said.literal or len(said.terms) != 1:
            return []
        (meant,) = said.terms
        choices = meant.choices if isinstance(meant, AnyOf) else (meant,)
        named = [value_of(one) for one in choices if not isinstance(one, Word)]
        return [value for known, value in named if known == field]

    def _words_of(self, field: str, *values: str) -> str:
        """Say a field in the person's language."""
        name = next(own for own, known in self._fields.items() if known == field)
        return f"{name}:" + "|".join(self._said(field, value) for value in values)

    def _said(self, field: str, value: str) -> str:
        values = self._values.get(field, {})
        said = next((own for own, known in values.items() if known == value), value)
        return f'"{said}"' if any(c.isspace() or c == "|" for c in said) else said

    def why_literal(self, query: Query) -> str:
        """Say in one sentence why a query was searched as it stands (see `Query.reason`)."""
        reasons = {
            "form": self.tr("quotation marks are not in pairs"),
            "field": self.tr('there is no field "{name}"; the fields are {known}'),
            "empty": self.tr("a field has no value"),
            "status": self.tr('there is no status "{name}"; the statuses are {known}'),
            "date": self.tr("the date is not well formed"),
            "has": self.tr('"has:" knows only doubt and title'),
            "many": self.tr("there are more than {name} words and values"),
        }
        reason = query.reason or ""
        known = self._fields if reason == "field" else self._values.get(reason, {})
        facts = {"name": isolated(query.about), "known": self.tr(", ").join(known)}
        why = reasons.get(reason, "").format(**facts)
        return self.tr("Searched as it stands: {why}.").format(why=why)


def value_of(facet: Single) -> tuple[str, str]:
    """Give field and value of what selects articles, as the query language names them."""
    match facet:
        case Tagged(name=name):
            return "tag", name
        case OfIssue(text=text):
            return "issue", text
        case InStatus(status=status):
            return "status", status.value
        case Dated(first=first, last=last):
            return "date", first if first == last else f"{first}..{last}"
        case Titled():
            return "has", "title"
    return "has", "doubt"


def is_range(facet: Single) -> bool:
    """Tell whether a facet asks for a range of dates, which is no value that is counted."""
    return isinstance(facet, Dated) and facet.first != facet.last


def _put(typed: str, term: re.Match[str], instead: str) -> str:
    """Put something in the place of a term; nothing takes the blanks around it, too."""
    if instead:
        return f"{typed[: term.start()]}{instead}{typed[term.end() :]}"
    return f"{typed[: term.start()].rstrip()} {typed[term.end() :].lstrip()}".strip()
