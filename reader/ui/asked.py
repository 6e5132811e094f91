"""Fields of the query language as the person calls them, and why a query was not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Status
from reader.text.query import parse

if TYPE_CHECKING:
    from reader.ui.words import Words

_TERM = re.compile(
    r'"[^"]*"|(?:(?<=\s)|\A)(?P<sign>-?)(?P<field>[^\s":：-]+)[:：](?P<value>"[^"]*"|[^\s"]*)'
)


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

    def toggled(self, typed: str, field: str, value: str, *, away: bool) -> str:
        """Give what is typed with a field more, or without it where it stands there already.

        `away` is for a field that leaves its value out. Of both kinds one stands there at most.
        """
        sign = "-" if away else ""
        found = [term for term in _TERM.finditer(typed) if self._is(term, field, value)]
        kept = typed
        for term in reversed(found):
            kept = f"{kept[: term.start()].rstrip()} {kept[term.end() :].lstrip()}".strip()
        if any(term["sign"] == sign for term in found):
            return kept
        return f"{kept.rstrip()} {sign}{self._words_of(field, value)}".lstrip()

    def _is(self, term: re.Match[str], field: str, value: str) -> bool:
        """Tell whether a term means a field of a value, however it is written."""
        said = parse(term[0][len(term["sign"] or "") :])
        return not said.literal and said.terms == parse(f'{field}:"{value}"').terms

    def _words_of(self, field: str, value: str) -> str:
        """Say a field in the person's language."""
        name = next(own for own, known in self._fields.items() if known == field)
        values = self._values.get(field, {})
        said = next((own for own, known in values.items() if known == value), value)
        plain = not any(c.isspace() for c in said)
        return f"{name}:{said}" if plain else f'{name}:"{said}"'

    def why_literal(self, reason: str | None) -> str:
        """Say in one sentence why a query was searched as it stands (see `Query.reason`)."""
        reasons = {
            "form": self.tr("quotation marks are not in pairs"),
            "field": self.tr("there is no such field"),
            "empty": self.tr("a field has no value"),
            "status": self.tr("there is no such status"),
            "date": self.tr("the date is not well formed"),
            "has": self.tr('"has:" knows only doubt and title'),
        }
        return self.tr("Searched as it stands: {why}.").format(why=reasons.get(reason or "", ""))
