"""Read what a person types into the search box: words, phrases, and fields that select articles.

Terms are divided by white space and must all hold. ``"…"`` is one phrase; ``tag:`` ``status:``
``issue:`` ``date:`` ``has:`` are fields, whose value may be quoted, and of which several parted
by ``|`` mean one or the other (not within quotation marks); a leading ``-`` negates. In
Chinese they are ``主题:`` ``状态:`` ``期:`` ``日期:`` ``有:``, with a colon of either width, and so
are the statuses: the window and the command line read the same. ``paper:`` and ``报纸:`` are
``issue:`` by other names.
A query that is not well formed, names a field there is not, or has more than `MOST` words and
values, is one word as it stands.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.model import Status


class In(StrEnum):
    """Where words are looked for: in what the text is, in what was received, or in both."""

    NOW = "now"
    SOURCE = "source"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Word:
    """A text that must occur, exactly, inside one block."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """The article, or a phrase in it, has the tag of this name."""

    name: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InStatus:
    """The article has this status."""

    status: Status
    negated: bool = False


@dataclass(frozen=True, slots=True)
class OfIssue:
    """The issue has this id or number, or a title in which this occurs."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """The issue's date lies in the range, ends included, as far as each end is precise."""

    first: str
    last: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The article has a seam that is a doubt."""

    negated: bool = False


@dataclass(frozen=True, slots=True)
class Titled:
    """The issue has a title."""

    negated: bool = False


Single = Tagged | InStatus | OfIssue | Dated | Doubtful | Titled


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these holds, each a value of the same field."""

    choices: tuple[Single, ...]
    negated: bool = False


Facet = Single | AnyOf
Term = Word | Facet


@dataclass(frozen=True, slots=True)
class Query:
    """A query as read: its terms, which must all hold.

    `literal` says that it was not understood and is searched as it stands; `reason` is then
    ``form``, ``field``, ``empty``, ``status``, ``date``, ``has`` or ``many``, and `about` the field
    or value that there is not, where it is one, or how many there may be.
    """

    text: str
    terms: tuple[Term, ...]
    literal: bool = False
    reason: str | None = None
    about: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The texts to find, as they are looked for: a line end is passed over."""
        return self._needles(negated=False)

    @property
    def unwanted(self) -> tuple[str, ...]:
        """The texts that must not occur."""
        return self._needles(negated=True)

    def without(self, kind: type[Single]) -> Query:
        """Give the query without what it asks of one kind, but for what it leaves out."""
        kept = (t for t in self.terms if t.negated or not isinstance(of_kind(t), kind))
        return replace(self, terms=tuple(kept))

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The terms that select articles by what is known of them."""
        return tuple(term for term in self.terms if not isinstance(term, Word))

    def _needles(self, *, negated: bool) -> tuple[str, ...]:
        found = (t for t in self.terms if isinstance(t, Word) and t.negated is negated)
        return tuple(dict.fromkeys(t.text.replace("\n", "") for t in found))


def of_kind(term: Term) -> Term:
    """Give one that stands for all of which one has to hold: they are of one field."""
    return term.choices[0] if isinstance(term, AnyOf) else term


class _NotUnderstoodError(Exception):
    """The query is to be searched as it stands: for a reason, by its code, and about what."""

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.reason, self.about = reason, about


MOST = 500
"""The words and values that a query may have: SQLite looks a thousand conditions deep."""

_BLANK = re.compile(r"\s*")
_OWN = {
    "主题": "tag",
    "状态": "status",
    "期": "issue",
    "报纸": "issue",
    "日期": "date",
    "有": "has",
}
"""The fields in Chinese; any other Chinese word before a colon is a word like others."""
_ALSO = {"paper": "issue", "newspaper": "issue"}
"""Other names of fields: the title of an issue is its newspaper's."""
_NAME = rf"(?:(?P<field>[A-Za-z]+):|(?P<own>{'|'.join(_OWN)})[:：])"
_VALUE = r'(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))(?P<more>(?:\|(?:"[^"]*"|[^\s"|]+))*)'
_TERM = re.compile(rf"(?P<sign>-?){_NAME}?{_VALUE}(?=\s|\Z)")
_MORE = re.compile(r'\|(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"|]+))')
_NO_VALUE = re.compile(_NAME)
_STATUSES = {
    "未校": Status.NEW,
    "在校": Status.WORKING,
    "一校": Status.PROOFED1,
    "二校": Status.PROOFED2,
    "存疑": Status.DISPUTED,
    "非文": Status.NONTEXT,
    "not begun": Status.NEW,
    "in work": Status.WORKING,
    "1st proof": Status.PROOFED1,
    "2nd proof": Status.PROOFED2,
    "not text": Status.NONTEXT,
}
"""The statuses as they are called in the window and the command line."""
_DOUBT = ("doubt", "疑点", "存疑")
_TITLE = ("title", "报名")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parse(text: str) -> Query:
    """Read a query; what cannot be understood becomes one literal word, and says why."""
    terms: list[Term] = []
    room = MOST
    at = _skip(text, 0)
    try:
        while at < len(text):
            match = _TERM.match(text, at)
            if match is None:
                raise _NotUnderstoodError("form")  # noqa: TRY301 - one way out for all reasons
            terms.append(_term(match))
            room -= _size(terms[-1])
            if room < 0:
                raise _NotUnderstoodError("many", str(MOST))  # noqa: TRY301 - as above
            at = _skip(text, match.end())
    except _NotUnderstoodError as reason:
        return Query(text, (Word(text),), literal=True, reason=reason.reason, about=reason.about)
    return Query(text, tuple(terms))


def _size(term: Term) -> int:
    return len(term.choices) if isinstance(term, AnyOf) else 1


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _term(match: re.Match[str]) -> Term:
    negated = match["sign"] == "-"
    field, quoted, bare = _field(match), match["quoted"], match["bare"]
    value = bare if quoted is None else quoted
    if field is not None and field not in _FIELDS:
        raise _NotUnderstoodError("field", field)
    if not value or bare == "-":
        raise _NotUnderstoodError("empty")
    if field is not None:
        return _of_field(field, _values(match), negated=negated)
    if match["more"]:
        raise _NotUnderstoodError("form")
    alone = _NO_VALUE.match(bare) if bare is not None else None
    if alone is not None:
        name = _field(alone) or ""
        raise _NotUnderstoodError(*(("empty",) if name in _FIELDS else ("field", name)))
    if not value.replace("\n", ""):
        raise _NotUnderstoodError("empty")
    return Word(value, negated)


def _values(match: re.Match[str]) -> list[str]:
    """Give the values of a field, of which one has to hold."""
    more = [
        m["bare"] if m["quoted"] is None else m["quoted"] for m in _MORE.finditer(match["more"])
    ]
    first = [match["quoted"]] if match["bare"] is None else match["bare"].split("|")
    return [*first, *more]


def _of_field(field: str, values: list[str], *, negated: bool) -> Term:
    if not all(values):
        raise _NotUnderstoodError("empty")
    if len(values) == 1:
        return _FIELDS[field](values[0], negated=negated)
    return AnyOf(tuple(_FIELDS[field](value, negated=False) for value in values), negated)


def _field(match: re.Match[str]) -> str | None:
    """Give the English name of a field that is named in either language."""
    if match["own"]:
        return _OWN[match["own"]]
    return _ALSO.get(match["field"], match["field"])


def _tagged(value: str, *, negated: bool) -> Single:
    return Tagged(value, negated)


def status_named(name: str) -> Status:
    """Give the status of a name, in either language; raise ValueError where there is none."""
    return _STATUSES.get(name) or Status(name)


def _in_status(value: str, *, negated: bool) -> Single:
    try:
        return InStatus(status_named(value), negated)
    except ValueError:
        raise _NotUnderstoodError("status", value) from None


def _of_issue(value: str, *, negated: bool) -> Single:
    return OfIssue(value, negated)


def _dated(value: str, *, negated: bool) -> Single:
    first, dots, last = value.partition("..")
    if not dots:
        last = first
    if not (_is_date(first) and _is_date(last)):
        raise _NotUnderstoodError("date", value)
    return Dated(first, last, negated)


def _has(value: str, *, negated: bool) -> Single:
    if value in _TITLE:
        return Titled(negated)
    if value not in _DOUBT:
        raise _NotUnderstoodError("has", value)
    return Doubtful(negated)


_FIELDS = {
    "tag": _tagged,
    "status": _in_status,
    "issue": _of_issue,
    "date": _dated,
    "has": _has,
}


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None or match[1] == "0000":
        return False
    if match[2] is None:
        return True
    if not 1 <= int(match[2]) <= 12:
        return False
    return match[3] is None or 1 <= int(match[3]) <= monthrange(int(match[1]), int(match[2]))[1]
