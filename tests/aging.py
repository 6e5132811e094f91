"""Make a library what an earlier version of the program left: each step back in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store import schema

if TYPE_CHECKING:
    from pysqlite3 import Connection

BACK: dict[int, tuple[str, ...]] = {
    7: ("DROP TABLE reworded", "DELETE FROM image WHERE tab = 'reworded'"),
    6: ("DROP TABLE refusal",),
    5: ("DROP TABLE learnt",),
    4: (
        "DROP INDEX issue_date",
        "DROP INDEX issue_paper",
        "DROP INDEX issue_sample",
        "DROP INDEX wish_move",
        "CREATE INDEX issue_date ON issue(date, key)",
    ),
    3: ("DROP TABLE seal",),
    2: (),  # what the index holds is made old by those who ask for it
}
"""What takes back the migration to a version."""


def grow_old(connection: Connection, version: int) -> None:
    """Take the schema back to `version`, and the records of what came after."""
    triggers = connection.execute(
        "SELECT name FROM temp.sqlite_master WHERE type = 'trigger' AND name LIKE 'seal_%'"
    ).fetchall()
    for (trigger,) in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    for step in range(schema.VERSION, version, -1):
        for statement in BACK[step]:
            connection.execute(statement)
    connection.execute(f"DELETE FROM _sqlite_migrations WHERE name > 'm{version:04}~'")
    connection.execute(f"PRAGMA user_version = {version}")
