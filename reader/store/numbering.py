"""Give blocks and pages their numbers in the index, and keep what is then to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.order import Laid, Order, between, misplaced

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from pysqlite3 import Connection

_NEIGHBOURS = """
    SELECT p.indexed,
      (SELECT c.key FROM block c WHERE c.article = b.article AND c.place < b.place
       ORDER BY c.place DESC LIMIT 1),
      (SELECT c.key FROM block c WHERE c.article = b.article AND c.place > b.place
       ORDER BY c.place LIMIT 1)
    FROM block b JOIN article a ON a.key = b.article JOIN page p ON p.key = a.page
    WHERE b.key = ?
"""


class Numbering:
    """Writes numbers (see `order`), and notes which entries of the index follow.

    `gone` are numbers that mean nothing any more, `blocks` says which block a number is now of
    and whether its reading must be written, `pages` which page.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.order = Order(connection)
        self.gone: set[int] = set()
        self.blocks: dict[int, tuple[int, bool]] = {}
        self.pages: dict[int, int] = {}

    def numbers(self) -> list[int]:
        """Give all numbers at which the index changes, rising."""
        return sorted(self.gone | self.blocks.keys() | self.pages.keys())

    def drop(self, block: int) -> None:
        """Note that a block's number will mean nothing."""
        number = self.number(block)
        if number is not None:
            self.gone.add(number)
            self.blocks.pop(number, None)

    def number(self, block: int) -> int | None:
        """Give a block's number, None when it has none or there is no such block."""
        row = self._connection.execute(
            "SELECT entry FROM reading WHERE block = ?", (block,)
        ).fetchone()
        return None if row is None else row[0]

    def unplace(self, blocks: Iterable[int]) -> None:
        """Take the numbers of blocks away."""
        for block in blocks:
            self.drop(block)
            self._connection.execute(
                "UPDATE reading SET entry = NULL WHERE block = ? AND entry IS NOT NULL", (block,)
            )

    def lift(self, page: int) -> None:
        """Take the numbers of a page and its blocks away: it is pending until it is laid."""
        self.unplace([key for key, _ in self.order.blocks(page)])
        number = self._page_number(page)
        self.gone.add(number)
        self.pages.pop(number, None)
        self._connection.execute("UPDATE page SET indexed = 0 WHERE key = ?", (page,))

    def _page_number(self, page: int) -> int:
        (number,) = self._connection.execute(
            "SELECT indexed FROM page WHERE key = ?", (page,)
        ).fetchone()
        return int(number)

    def lay(self, page: int) -> None:
        """Give a page that is pending its numbers, and new ones to neighbours in the way."""
        laid = self.order.lay(page)
        for neighbour in laid:
            if neighbour.page != page:
                self.lift(neighbour.page)
        for each in laid:
            self._enter(each)

    def _enter(self, laid: Laid) -> None:
        self.unplace(
            [block for block, number in self.order.blocks(laid.page) if number is not None]
        )
        self._connection.execute(
            "UPDATE page SET indexed = ? WHERE key = ?", (laid.number, laid.page)
        )
        self.pages[laid.number] = laid.page
        self._give(laid.blocks)

    def _give(self, numbers: Sequence[tuple[int, int]]) -> None:
        self._connection.executemany(
            "UPDATE reading SET entry = ?2 WHERE block = ?1",
            numbers,
        )
        self.blocks.update({number: (block, True) for block, number in numbers})

    def straighten(self, page: int) -> None:
        """Give numbers to the blocks of an indexed page that have none or a wrong one."""
        number = self._page_number(page)
        blocks = self.order.blocks(page)
        entries = [entry for _, entry in blocks]
        end = self.order.next_page(number)
        moving = misplaced(entries, number, end)
        if not moving:
            return
        given = between(entries, moving, number, end)
        if given is None:
            self.lift(page)
            self.lay(page)
            return
        self.unplace([blocks[index][0] for index in moving])
        self._give([(blocks[index][0], entry) for index, entry in given.items()])

    def slip_in(self, block: int, moved: Container[int]) -> bool:
        """Give a block a number between its neighbours' in the article, if that is enough.

        It is when one of them stands, is not in `moved`, and there is room. So a split costs
        the same on a page of a million paragraphs.
        """
        page, before, behind = self._connection.execute(_NEIGHBOURS, (block,)).fetchone()
        low = self._standing(before, moved, page)
        high = self._standing(behind, moved, page)
        if (low is None and high is None) or low == 0 or high == 0:
            return False
        self.unplace([block])
        if low is None:
            assert high is not None
            low = max(page, self._nearest("max(entry)", "<", high) or page)
        following = self._nearest("min(entry)", ">", low)
        end = self.order.next_page(page)
        high = min(end if high is None else high, following or end)
        if high - low < 2:
            return False
        self._give([(block, (low + high) // 2)])
        return True

    def _standing(self, block: int | None, moved: Container[int], page: int) -> int | None:
        """Give the number of a neighbour; 0 when it cannot be relied on, None for none."""
        if block is None:
            return None
        number = self.number(block)
        if number is None or block in moved:
            return 0
        return number if page < number < self.order.next_page(page) else 0

    def _nearest(self, which: str, side: str, number: int) -> int | None:
        (nearest,) = self._connection.execute(
            f"SELECT {which} FROM reading WHERE entry {side} ?", (number,)
        ).fetchone()
        return None if nearest is None else int(nearest)
