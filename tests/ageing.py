"""Make a library what an earlier version left: each migration taken back, from the last on."""

from __future__ import annotations

_BACK_TO_2 = (
    "DROP INDEX issue_date",
    "DROP INDEX issue_paper",
    "DROP INDEX issue_sample",
    "DROP INDEX wish_move",
    "CREATE INDEX issue_date ON issue(date, key)",
    "DROP TABLE seal",
    "DELETE FROM _sqlite_migrations WHERE name > 'm0003'",
    "PRAGMA user_version = 2",
)


def to_version_2(connection) -> None:
    """Take back the seals (3) and the orders of issues (4)."""
    triggers = "SELECT name FROM temp.sqlite_master WHERE name LIKE 'seal_%'"
    for (trigger,) in connection.execute(triggers).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in _BACK_TO_2:
        connection.execute(statement)
