"""Carry out what a new draft of a page changes, as rows of the ledger; inside an open wish.

It writes only rows that differ. An article keeps its row as long as its first paragraph stays in
it, a block as long as it begins with the same character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import ENGINE, Kind
from reader.store import ids
from reader.store.heirs import blocks_in, heirs, order
from reader.store.intake import ink
from reader.store.ledger import (
    ARTICLES_OF_PAGE,
    BLOCKS_OF_ARTICLE,
    BLOCKS_OF_PAGE,
    STEP,
    Order,
    free_place,
)
from reader.store.order import misplaced
from reader.store.placing import Placing
from reader.store.reasons import pack
from reader.store.reseam import Act, Reseamed, parts_something, thousandths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.drafts import BlockDraft, Stretch
    from reader.store.heirs import Heirs
    from reader.store.parts import Compared, Comparing, Group
    from reader.store.wishing import OpenWish

_FAR = 1 << 62
"""Beyond all places."""


class Redraft(Placing):
    """Makes pages as drafts have them."""

    def carry_out(
        self,
        comparing: Comparing,
        compared: Compared,
        seams: Sequence[Reseamed],
        wish: OpenWish,
    ) -> None:
        """Carry out on one page what was compared."""
        _Page(self, comparing, wish).carry_out(compared, seams)

    def name(self, noun: str, source_id: str, at: int) -> str:
        """Give the id that an import would give, or a new one where that is taken."""
        wanted = ids.hashed_id(noun, source_id, at)
        taken = self._connection.execute(f"SELECT 1 FROM {noun} WHERE id = ?", (wanted,)).fetchone()
        return ids.new_id() if taken else wanted

    def end(self, order: Order, owner: int) -> int:
        """Give a place behind all rows of an owner."""
        (last,) = self._connection.execute(
            f"SELECT max(place) FROM {order.table} WHERE {order.owner} = ?", (owner,)
        ).fetchone()
        return STEP if last is None else int(last) + STEP

    def arrange(self, article: int, blocks: Sequence[int]) -> None:
        """Let the blocks of an article stand in this order."""
        rows = {row.key: row for row in self._blocks_of(article)}
        self._arrange(article, [rows[key] for key in blocks])

    def leave(self, article: int) -> None:
        """Take away an article of which no block is left."""
        self._leave(article, None)

    def block_behind(self, block: int, name: str) -> int:
        """Make a block of the same kind behind another of an article; give its key."""
        kind, article, place = self._connection.execute(
            "SELECT kind, article, place FROM block WHERE key = ?", (block,)
        ).fetchone()
        free = free_place(self._connection, BLOCKS_OF_ARTICLE, article, place)
        cursor = self._connection.execute(
            "INSERT INTO block (id, kind, article, place) VALUES (?, ?, ?, ?)",
            (name, kind, article, free),
        )
        return int(cursor.lastrowid or 0)


class _Page:
    """Carries out the changes of one page."""

    def __init__(self, rows: Redraft, comparing: Comparing, wish: OpenWish) -> None:
        self._rows = rows
        self._connection = rows._connection  # noqa: SLF001 - its own workman
        self._ledger = rows._ledger  # noqa: SLF001
        self._comparing = comparing
        self._page = comparing.page
        self._wish = wish

    def carry_out(self, compared: Compared, seams: Sequence[Reseamed]) -> None:
        """Make articles and blocks as drafted, then seams and what follows from seams alone."""
        found = heirs(self._comparing, compared.free)
        kept = set(found.articles.values())
        mine = {key for group in compared.free for noun, key in group.owners if noun == "a"}
        stand = order(self._comparing, found.articles, mine - kept)
        for n in sorted(self._comparing.fresh - found.articles.keys()):
            found.articles[n] = self._new_article(n)
        blocks: dict[int, int] = {}
        for group in compared.changed:
            blocks |= self._fill(group, found)
        for group in compared.changed:
            self._clear(group, set(blocks.values()))
        for group in compared.changed:
            for n in group.articles:
                self._rows.arrange(found.articles[n], [blocks[at] for at in self._printed(n)])
                self._label(n, found.articles[n], blocks)
        for key in sorted(mine - kept):
            self._rows.leave(key)
        self._order([key if noun == "a" else found.articles[key] for noun, key in stand])
        self._reseam(seams)

    def _printed(self, article: int) -> Sequence[int]:
        return self._comparing.printed[article]

    # --- articles -------------------------------------------------------------------------

    def _new_article(self, n: int) -> int:
        first = self._comparing.draft.blocks[self._printed(n)[0]].stretches[0].start
        name = self._rows.name("article", self._page.source_id, ink(self._page.text, first))
        place = self._rows.end(ARTICLES_OF_PAGE, self._page.page)
        cursor = self._connection.execute(
            "INSERT INTO article (id, page, place, status) VALUES (?, ?, ?, 'new')",
            (name, self._page.page, place),
        )
        return int(cursor.lastrowid or 0)

    def _label(self, n: int, article: int, blocks: dict[int, int]) -> None:
        """Let an article stand under the section label that the draft names."""
        start, section = self._comparing.label(n), None
        if start is not None:
            drafted = self._comparing.draft.articles[n].section
            section = blocks.get(-1 if drafted is None else drafted)
            if section is None:
                section = next(
                    key for key, block in self._page.blocks.items()
                    if block.kind is Kind.SECTION and self._comparing.start_of(key) == start
                )  # fmt: skip
        self._connection.execute(
            "UPDATE article SET section = ?1 WHERE key = ?2 AND section IS NOT ?1",
            (section, article),
        )

    def _order(self, articles: Sequence[int]) -> None:
        """Let the articles of the page stand in this order; as few as can be change their place."""
        places = dict(
            self._connection.execute(
                "SELECT key, place FROM article WHERE page = ?", (self._page.page,)
            ).fetchall()
        )
        for at in misplaced([places.get(key) for key in articles], -_FAR, _FAR):
            before = None
            if at:
                (before,) = self._connection.execute(
                    "SELECT place FROM article WHERE key = ?", (articles[at - 1],)
                ).fetchone()
            place = free_place(self._connection, ARTICLES_OF_PAGE, self._page.page, before)
            self._connection.execute(
                "UPDATE article SET place = ? WHERE key = ?", (place, articles[at])
            )

    # --- blocks ---------------------------------------------------------------------------

    def _fill(self, group: Group, found: Heirs) -> dict[int, int]:
        """Make the blocks of a group, each with its pieces; give their keys."""
        owners = {at: found.articles[n] for n in group.articles for at in self._printed(n)}
        keys: dict[int, int] = {}
        for at in blocks_in(self._comparing, group):
            drafted = self._comparing.draft.blocks[at]
            key = found.blocks.get(at)
            if key is None:
                key = self._new_block(drafted, owners.get(at))
            else:
                self._turn(key, drafted, owners.get(at))
            keys[at] = key
            self._pour(drafted, key)
        return keys

    def _new_block(self, drafted: BlockDraft, article: int | None) -> int:
        start = drafted.stretches[0].start
        name = self._rows.name("block", self._page.source_id, ink(self._page.text, start))
        cursor = self._connection.execute(
            "INSERT INTO block (id, kind, article, page, place) VALUES (?, ?, ?, ?, ?)",
            (name, drafted.kind, *self._home(start, article)),
        )
        return int(cursor.lastrowid or 0)

    def _home(self, start: int, article: int | None) -> tuple[int | None, int | None, int]:
        """Give article, page and place of a block that comes to either."""
        if article is not None:
            return article, None, self._rows.end(BLOCKS_OF_ARTICLE, article)
        page = self._page.page
        taken = self._connection.execute(
            "SELECT 1 FROM block WHERE page = ? AND place = ?", (page, start)
        ).fetchone()
        if taken is None:
            return None, page, start
        return None, page, free_place(self._connection, BLOCKS_OF_PAGE, page, start)

    def _turn(self, key: int, drafted: BlockDraft, article: int | None) -> None:
        """Make a block's row what the draft says; its place in an article comes later."""
        self._connection.execute(
            "UPDATE block SET kind = ?1 WHERE key = ?2 AND kind <> ?1", (drafted.kind, key)
        )
        (there,) = self._connection.execute(
            "SELECT article FROM block WHERE key = ?", (key,)
        ).fetchone()
        if there != article:
            self._connection.execute(
                "UPDATE block SET article = ?, page = ?, place = ? WHERE key = ?",
                (*self._home(drafted.stretches[0].start, article), key),
            )

    def _pour(self, drafted: BlockDraft, key: int) -> None:
        """Give a block the pieces of its stretches."""
        source = self._page.source
        wanted: list[tuple[int, int | None]] = []
        for stretch in drafted.stretches:
            self._ledger.cut(source, stretch.start)
            self._ledger.cut(source, stretch.end)
            wanted += self._struck(stretch)
        there = [(piece.start, piece.struck) for piece in self._ledger.fetch.pieces(key)]
        if there == wanted:
            return
        for place, (start, struck) in enumerate(wanted, 1):
            self._connection.execute(
                "UPDATE piece SET block = ?, place = ?, struck = ? WHERE source = ? AND start = ?",
                (key, place * STEP, struck, source, start),
            )

    def _struck(self, stretch: Stretch) -> list[tuple[int, int | None]]:
        """Give the pieces of a stretch with the correction that is to strike them."""
        rows = self._connection.execute(
            "SELECT p.start, p.struck, c.why FROM piece p LEFT JOIN correction c"
            " ON c.key = p.struck WHERE p.source = ? AND p.start >= ? AND p.start < ?"
            " ORDER BY p.start",
            (self._page.source, stretch.start, stretch.end),
        ).fetchall()
        made: int | None = None
        found: list[tuple[int, int | None]] = []
        for start, struck, why in rows:
            if stretch.struck is None or why == stretch.struck:
                found.append((start, None if stretch.struck is None else struck))
                continue
            if made is None:
                made = self._correction(stretch)
            found.append((start, made))
        return found

    def _correction(self, stretch: Stretch) -> int:
        cursor = self._connection.execute(
            "INSERT INTO correction (id, why, by, at) VALUES (?, ?, ?, ?)",
            (
                self._rows.name("correction", self._page.source_id, stretch.start),
                stretch.struck,
                ENGINE,
                self._wish.at,
            ),
        )
        return int(cursor.lastrowid or 0)

    def _clear(self, group: Group, kept: set[int]) -> None:
        """Take away the blocks of a group that no block of the draft took over."""
        for owner in group.owners:
            for key in self._comparing.blocks_of[owner]:
                self._connection.execute(
                    "UPDATE article SET section = NULL WHERE section = ?1 AND (?2 OR"
                    " (SELECT kind FROM block WHERE key = ?1) <> 'section')",
                    (key, key not in kept),
                )
                if key not in kept:
                    self._connection.execute("DELETE FROM block WHERE key = ?", (key,))
        self._connection.executemany(
            "DELETE FROM correction WHERE key = ? AND NOT EXISTS"
            " (SELECT 1 FROM piece WHERE struck = correction.key)",
            sorted({(part[4],) for part in self._page.parts if part[4] is not None}),
        )

    # --- seams ----------------------------------------------------------------------------

    def _reseam(self, seams: Sequence[Reseamed]) -> None:
        for seam in seams:
            if seam.act is Act.ROW:
                self._write(seam)
        for seam in seams:
            if seam.act is Act.SPLIT:
                self._split(seam)
        for seam in seams:
            if seam.act is Act.JOIN:
                self._join(seam)

    def _write(self, seam: Reseamed) -> None:
        where = self._page.source, seam.start, seam.end
        if seam.new is None:
            self._connection.execute(
                "DELETE FROM seam WHERE source = ? AND start = ? AND end = ?", where
            )
            return
        self._connection.execute(
            "INSERT INTO seam (source, start, end, reads, confidence, reasons)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, start, end) DO UPDATE SET"
            " reads = excluded.reads, confidence = excluded.confidence, reasons = excluded.reasons",
            (*where, seam.new.reads, thousandths(seam.new.confidence), pack(seam.new.reasons)),
        )

    def _split(self, seam: Reseamed) -> None:
        source, border = self._page.source, seam.end
        block = self._ledger.piece_at(source, seam.start).block
        if not parts_something(self._ledger, block, source, border):
            return
        self._ledger.cut(source, border)
        pieces = self._ledger.fetch.pieces(block)
        behind = 1 + next(
            at for at, piece in enumerate(pieces) if (piece.source, piece.end) == (source, border)
        )
        name = self._rows.name("block", self._page.source_id, ink(self._page.text, border))
        self._ledger.carry(pieces[behind:], self._rows.block_behind(block, name))
        self._write(seam)

    def _join(self, seam: Reseamed) -> None:
        source = self._page.source
        left = self._ledger.piece_at(source, seam.start).block
        right = self._ledger.piece_at(source, seam.end).block
        self._ledger.carry(self._ledger.fetch.pieces(right), left)
        self._connection.execute("DELETE FROM block WHERE key = ?", (right,))
        self._write(seam)
