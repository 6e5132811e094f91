"""The tie to the source: which raw character the caret is at, and where a raw line reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.article.here import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import BlockText
    from reader.ui.article.anchor import Address
    from reader.ui.article.pane import ArticlePane


class Tie(QObject):
    """Tells where the caret comes from, and marks the text of one raw line.

    `moved` gives the address of the character at the caret, or None. It comes once the window
    has nothing else to do, so that a run of moves is told once.
    """

    moved = Signal(object)

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.tell)
        pane.edit.cursorPositionChanged.connect(self._soon.start)
        pane.shown.connect(self._soon.start)
        pane.typing.written.connect(self._soon.start)
        pane.edit.edited.connect(self._on_edited)

    def tell(self) -> None:
        """Tell where the caret is; what is typed and not written yet has no address."""
        if not self._pane.typing.pending:
            self.moved.emit(self.address())

    def settle(self) -> None:
        """Tell at once what would have been told soon."""
        if self._soon.isActive():
            self._soon.stop()
            self.tell()

    def address(self) -> Address | None:
        """Give the raw character right of the caret; at the end of a block, the one left of it.

        Beside what a person typed, the nearest raw character before it counts, else behind it.
        """
        article = self._pane.article
        index, at = self._pane.edit.caret()
        if article is None or index >= len(article.blocks):
            return None
        raw = [o for o in article.blocks[index].origin if not o.typed]
        before = [o for o in raw if o.start <= at]
        if before:
            last = before[-1]
            return last.source, last.at + min(at, last.end - 1) - last.start
        return (raw[0].source, raw[0].at) if raw else None

    # --- marking --------------------------------------------------------------------------

    def mark(self, source: int, start: int, end: int) -> None:
        """Mark what reads of a span of a source."""
        article = self._pane.article
        self._set(spans_of(article.blocks if article else (), source, start, end))

    def clear(self) -> None:
        """Mark nothing."""
        self._set(())
        self.hang(None)

    def hang(self, height: int | None) -> None:
        """Draw the thread to the other pane from this height of the viewport, or none."""
        self._pane.edit.thread_from = height
        self._pane.edit.viewport().update()

    def _set(self, spans: tuple[Span, ...]) -> None:
        self._pane.edit.here = spans
        self._pane.edit.viewport().update()

    def _on_edited(self, index: int, start: int, end: int, typed: str) -> None:
        """Keep the mark on its characters while somebody types."""
        grown = len(typed) - (end - start)
        self._set(tuple(
            span.grow(start, end, grown) if span.block == index else span
            for span in self._pane.edit.here
        ))  # fmt: skip

    # --- going ----------------------------------------------------------------------------

    def go(self, source: int, start: int, end: int) -> bool:
        """Put the caret where a raw line begins to read; False where nothing of it does.

        Of a line that is struck whole, the next character that reads counts, else the one before.
        """
        if not self._pane.typing.flush() or self._pane.article is None:
            return False
        place = place_of_line(self._pane.article.blocks, source, start, end)
        if place is None:
            return False
        self._pane.edit.set_caret(*place)
        self._pane.edit.centre_caret()
        return True


def spans_of(blocks: Sequence[BlockText], source: int, start: int, end: int) -> tuple[Span, ...]:
    """Give the span of each block that holds text of ``source[start:end]``."""
    spans = []
    for index, block in enumerate(blocks):
        mine = [
            (o.start + max(0, start - o.at), o.start + min(o.end - o.start, end - o.at))
            for o in block.origin
            if o.source == source and o.at < end and o.at + o.end - o.start > start
        ]
        if mine:
            spans.append(Span(index, min(low for low, _ in mine), max(high for _, high in mine)))
    return tuple(spans)


def place_of_line(
    blocks: Sequence[BlockText], source: int, start: int, end: int
) -> tuple[int, int] | None:
    """Give block and position at which a raw line begins to read."""
    spans = spans_of(blocks, source, start, end)
    if spans:
        return spans[0].block, spans[0].start
    ends = [(o.at, n, o.start) for n, b in enumerate(blocks) for o in b.origin
            if o.source == source and o.at >= end]  # fmt: skip
    if ends:
        return min(ends)[1:]
    heads = [(o.at, n, o.end) for n, b in enumerate(blocks) for o in b.origin
             if o.source == source]  # fmt: skip
    return max(heads)[1:] if heads else None
