"""The only room that knows SQL: the ledger of pieces, its journal, and what is derived."""

from reader.store.faults import DatabaseError, translate
from reader.store.library import Library, Mode

__all__ = ["DatabaseError", "Library", "Mode", "translate"]
