"""From what is typed in the person's language to the query language, whose fields are English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Status

if TYPE_CHECKING:
    from reader.ui.words import Words

_TERM = re.compile(
    r'"[^"]*"|(?:(?<=\s)|\A)(?P<sign>-?)(?P<field>[^\s":-]+):(?P<value>"[^"]*"|[^\s"]*)'
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
            "has": {self.tr("doubt"): "doubt"},
        }

    def query(self, typed: str) -> str:
        """Give the query that is meant; what is in quotation marks stays as it is."""
        return _TERM.sub(self._term, typed)

    def _term(self, term: re.Match[str]) -> str:
        field = self._fields.get(term["field"] or "")
        if field is None:
            return term[0]
        value = term["value"].strip('"')
        known = self._values.get(field, {}).get(value, term["value"])
        return f"{term['sign']}{field}:{known}"

    def why_literal(self, reason: str | None) -> str:
        """Say in one sentence why a query was searched as it stands (see `Query.reason`)."""
        reasons = {
            "form": self.tr("quotation marks are not in pairs"),
            "field": self.tr("there is no such field"),
            "empty": self.tr("a field has no value"),
            "status": self.tr("there is no such status"),
            "date": self.tr("the date is not well formed"),
            "has": self.tr("“has:” knows only doubts"),
        }
        return self.tr("Searched as it stands: {why}.").format(why=reasons.get(reason or "", ""))
