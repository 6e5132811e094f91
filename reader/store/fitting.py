"""Tell whether texts of a damaged library are still as they were taken in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.errors import JiaokanError
from reader.store.faults import STUMBLES, DatabaseError
from reader.store.seals import altered_texts
from reader.text.decode import decode, encode

if TYPE_CHECKING:
    from pysqlite3 import Connection


class Fits:
    """Holds pages against the SHA-256 of their file, and typed texts against their seals.

    What is not to be told, since what it would be held against cannot be read, counts as whole.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: tuple[int, bool] | None = None

    def source(self, key: int, file: int | None) -> bool:
        """Tell of the text `key`, of the pages of `file`, or typed."""
        try:
            if file is None:
                return altered_texts(self._connection, [key]) == 0
            if self._last is None or self._last[0] != file:
                self._last = file, self._file(file)
            return self._last[1]
        except (DatabaseError, *STUMBLES):
            return True

    def _file(self, key: int) -> bool:
        rows = self._connection.execute(
            "SELECT part, CAST(text AS BLOB) FROM source WHERE file = ? ORDER BY part", (key,)
        ).fetchall()
        named = self._connection.execute(
            "SELECT sha256, encoding, bytes FROM file WHERE key = ?", (key,)
        ).fetchone()
        if named is None or [part for part, _ in rows] != list(range(len(rows))):
            return True
        sha256, encoding, kept = named
        try:
            text = b"".join(data for _, data in rows).decode()
            data = encode(text, encoding) if kept is None else kept
            whole = kept is None or decode(kept, encoding).text == text
        except (LookupError, UnicodeError, JiaokanError):
            return False
        return whole and hashlib.sha256(data).hexdigest() == sha256
