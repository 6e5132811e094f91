"""Commands that correct issues and set the status of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.cli.grammar import Names, Verb, argument, flag, number, option
from reader.errors import UsageError
from reader.model import Status
from reader.text.query import status_named

if TYPE_CHECKING:
    from reader.cli.desk import Desk


def issue_set(desk: Desk, *, id: str, **fields: Any) -> None:  # noqa: A002, ANN401 - as given
    """Correct what was read of an issue; an empty value takes a field away."""
    if all(value is None for value in fields.values()):
        raise UsageError(id, "nothing_to_set")
    with desk.writing() as library:
        desk.tell_changes(library.issues.set(id, **fields))


def issue_merge(desk: Desk, *, id: tuple[str, ...]) -> None:  # noqa: A002 - the argument's name
    """Put the pages of issues into the one named last."""
    if len(id) < 2:
        raise UsageError(" ".join(id), "one_only")
    with desk.writing() as library:
        desk.tell_changes(library.issues.merge(id[:-1], id[-1]))


def withdraw(desk: Desk, *, id: tuple[str, ...], back: bool) -> None:  # noqa: A002 - as given
    """Take issues out of lists, search and export, or bring them back."""
    with desk.writing() as library:
        issues = library.issues
        desk.tell_changes(issues.bring_back(id) if back else issues.withdraw(id))


def _status(word: str, name: str) -> Status:
    """Read a status by any name that a query takes."""
    try:
        return status_named(word)
    except ValueError:
        raise UsageError(word, "choice", option=name, choices=" ".join(Status)) from None


def status(desk: Desk, *, status: Status, where: str) -> None:
    """Set the status of all articles that a query finds."""
    with desk.writing() as library:
        found = desk.found(library, where)
        desk.tell_changes(library.articles.set_status(status, found))


COMMANDS = {
    "issue": Names("issue", {"set": "correcting", "merge": "correcting"}),
    "issue set": Verb(
        "set",
        issue_set,
        [
            argument("ID"),
            option("--title"),
            option("--date"),
            option("--number"),
            option("--page", number(1)),
        ],
    ),
    "issue merge": Verb("merge", issue_merge, [argument("ID… INTO", many=True)]),
    "withdraw": Verb("withdraw", withdraw, [argument("ID…", many=True), flag("--back")]),
    "status": Verb(
        "status", status, [argument("STATUS", _status), option("--where", required=True)]
    ),
}
