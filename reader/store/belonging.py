"""Which issue a file belongs to: one that is there when what was read agrees, else a new one.

Title, and date or number, and page numbers that are not taken must have been read from the
file or its name. What one page tells and another does not (the number, the date) the issue
learns, so that the order of import does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.store import ids
from reader.store.images import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

    from reader.drafts import RawFile
    from reader.model import IssueFacts


class Belonging(NamedTuple):
    """An issue's key, whether it was made, the numbers of the pages, and what it learnt.

    `numbers` has None for a page whose number another page of the file has already.
    """

    issue: int
    made: bool
    numbers: tuple[int | None, ...]
    learnt: Image | None = None


def belong(
    connection: Connection, file: RawFile, facts: Sequence[IssueFacts], *, sample: bool
) -> Belonging:
    """Find the issue of a file, or make it; inside a transaction. `facts` are of each page."""
    numbers = tuple(_once(page.page for page in facts))
    first = facts[0]
    told = None
    if not sample and _names_issue(first) and _read(first, "page") is not None:
        found = _existing(connection, first, numbers)
        if found is not None:
            learnt = _learn(connection, found, first)
            return Belonging(found, made=False, numbers=numbers, learnt=learnt)
        date = _read(first, "date")
        number = None if date is not None else _read(first, "number")
        told = ids.hashed_id("issue", first.title, date, number)
        if connection.execute("SELECT 1 FROM issue WHERE id = ?", (told,)).fetchone():
            told = None
    cursor = connection.execute(
        "INSERT INTO issue (id, title, date, date_sure, number, guessed, sample)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            told or ids.hashed_id("issue", file.sha256),
            first.title,
            first.date,
            int(first.date_sure),
            first.number,
            " ".join(sorted(first.guessed)),
            int(sample),
        ),
    )
    return Belonging(int(cursor.lastrowid or 0), made=True, numbers=numbers)


def _once(numbers: Iterable[int | None]) -> Iterable[int | None]:
    seen: set[int] = set()
    for number in numbers:
        yield None if number in seen else number
        if number is not None:
            seen.add(number)


def _read(facts: IssueFacts, name: str) -> Any:  # noqa: ANN401 - text or a number
    return None if name in facts.guessed else getattr(facts, name)


def _names_issue(facts: IssueFacts) -> bool:
    either = _read(facts, "date") is not None or _read(facts, "number") is not None
    return _read(facts, "title") is not None and either


def _existing(
    connection: Connection, facts: IssueFacts, numbers: Sequence[int | None]
) -> int | None:
    date, number = _read(facts, "date"), _read(facts, "number")
    # Of many thousand issues those of a day are found by their date.
    dated = "TRUE" if date is None else "(i.date = ?2 OR i.date IS NULL)"
    rows = connection.execute(
        f"""
        SELECT i.key FROM issue i
        WHERE i.present AND NOT i.sample AND i.title = ?1
          AND ' ' || i.guessed || ' ' NOT LIKE '% title %'
          AND ((?2 IS NOT NULL AND i.date = ?2
                AND ' ' || i.guessed || ' ' NOT LIKE '% date %')
            OR (?3 IS NOT NULL AND i.number = ?3
                AND ' ' || i.guessed || ' ' NOT LIKE '% number %'))
          AND {dated}
          AND (?3 IS NULL OR i.number IS NULL OR i.number = ?3)
        ORDER BY i.key
        """,
        (facts.title, date, number),
    ).fetchall()
    for (issue,) in rows:
        taken = connection.execute(
            "SELECT number FROM page WHERE issue = ? AND present AND number IS NOT NULL", (issue,)
        )
        if not {number for (number,) in taken} & set(numbers):
            return int(issue)
    return None


def _learn(connection: Connection, issue: int, facts: IssueFacts) -> Image | None:
    """Fill in the number or date that the issue did not know; give the image of its row."""
    date, number = connection.execute(
        "SELECT date, number FROM issue WHERE key = ?", (issue,)
    ).fetchone()
    before: dict[str, Any] = {"key": issue}
    after = dict(before)
    if number is None and _read(facts, "number") is not None:
        before["number"], after["number"] = None, facts.number
    if date is None and _read(facts, "date") is not None:
        before |= {"date": None, "date_sure": 0}
        after |= {"date": facts.date, "date_sure": int(facts.date_sure)}
    if len(after) == 1:
        return None
    sets = ", ".join(f"{column} = ?" for column in after)
    connection.execute(f"UPDATE issue SET {sets} WHERE key = ?", (*after.values(), issue))
    return Image("issue", before, after)
