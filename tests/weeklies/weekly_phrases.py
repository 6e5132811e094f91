"""Parts of sentences that are put together anew each time, in prose, verse, quotes and comment."""

from __future__ import annotations

from weeklies.weekly_grammar import HERE


def _read() -> dict[str, list[str]]:
    """Read the tables: a name, a colon and the parts, on a line of their own."""
    found: dict[str, list[str]] = {}
    for line in (HERE / "phrases.list").read_text(encoding="utf-8").splitlines():
        name, _, parts = line.partition(":")
        found[name] = parts.split()
    return found


PHRASES = _read()
