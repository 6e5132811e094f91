"""The index of search (being written)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store.library import Library


class Index:
    """One token a character, by block."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def put(self, block: int, text: str, *, changed: bool) -> None:
        """Bring the entry of a block up to its text."""

    def place_again(self, block: int) -> None:
        """Give a block that moved its new place in the order."""

    def drop(self, block: int) -> None:
        """Take a block out."""

    def reorder_page(self, page: int) -> None:
        """Give all blocks of a page their places anew."""

    def reorder_issue(self, issue: int) -> None:
        """Give all blocks of an issue their places anew."""

    def receive(self, page: int) -> None:
        """Note what of a page's text as received the blocks do not show."""

    def catch_up(self, pages: int | None = None) -> int:
        """Index pages that are not yet; give how many were."""
        return 0
