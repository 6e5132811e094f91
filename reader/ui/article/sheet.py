"""The article as shown: one text block a block of the ledger, and the way between both."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFrameFormat

from reader.model import BODY_KINDS, DOUBT_BELOW, Kind, Reads
from reader.ui.positions import points, shown, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from reader.model import Amendment, BlockText, SeamFact
    from reader.ui.article.moved import Moved
    from reader.ui.article.setting import Setting
    from reader.ui.theme import Theme

TOP_MARGIN = 38
BOTTOM_MARGIN = 64


@dataclass(slots=True)
class Shown:
    """A block as it is shown: its text in code points, with what is typed and not yet written."""

    id: str
    kind: Kind
    text: str
    seams: tuple[SeamFact, ...] = ()
    number: int = 0
    supplied: bool = False
    amended: tuple[Amendment, ...] = ()
    moved: tuple[Moved, ...] = ()
    doubts: tuple[SeamFact, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        self.set_seams(self.seams)

    @property
    def by_hand(self) -> tuple[Amendment, ...]:
        """The corrections that a person made; what the engine struck with confidence is quiet."""
        return tuple(a for a in self.amended if not a.machine)

    def set_seams(self, seams: Sequence[SeamFact]) -> None:
        """Take the seams of the block, and note which are doubtful."""
        self.seams = tuple(seams)
        self.doubts = tuple(
            s for s in self.seams if s.decider is None and s.confidence < DOUBT_BELOW
        )


class Verdicts(NamedTuple):
    """How many line ends the engine joined with confidence, doubts, and a person decided."""

    joined: int
    doubtful: int
    decided: int


class Sheet:
    """Keeps a text document in step with the blocks of an article.

    Positions are an index of a block and code points in its text. The document is written here
    and nowhere else, and is never read for its text.
    """

    def __init__(self, document: QTextDocument, setting: Setting, colours: Theme) -> None:
        self._document = document
        self.setting = setting
        self.colours = colours
        self.blocks: list[Shown] = []
        self.writing = False

    # --- the way between both -------------------------------------------------------------

    def block(self, index: int) -> QTextBlock:
        """Give the text block of a block."""
        return self._document.findBlockByNumber(index)

    def place(self, position: int) -> tuple[int, int]:
        """Give index and code points of a position of the document."""
        block = self._document.findBlock(position)
        index = block.blockNumber()
        if not 0 <= index < len(self.blocks):
            return 0, 0
        return index, points(self.blocks[index].text, position - block.position())

    def position(self, index: int, at: int) -> int:
        """Give the position of the document of a place."""
        return self.block(index).position() + units(self.blocks[index].text, at)

    def index_of(self, block: str) -> int | None:
        """Give the index of a block by its id."""
        return next((n for n, b in enumerate(self.blocks) if b.id == block), None)

    def true_at(self, index: int) -> bool:
        """Tell whether the document shows what it should at a block."""
        return self.block(index).text() == shown(self.blocks[index].text)

    def verdicts(self) -> Verdicts:
        """Count how the line ends of the article were decided."""
        seams = [seam for block in self.blocks for seam in block.seams]
        joins = (Reads.JOIN, Reads.SPACE)
        decided = sum(seam.decider is not None for seam in seams)
        doubtful = sum(len(block.doubts) for block in self.blocks)
        by_engine = [seam for seam in seams if seam.decider is None and seam.reads in joins]
        joined = sum(seam.confidence >= DOUBT_BELOW for seam in by_engine)
        return Verdicts(joined, doubtful, decided)

    # --- writing the document -------------------------------------------------------------

    def show(self, blocks: Sequence[BlockText] | Sequence[Shown]) -> None:
        """Show other blocks: only what differs from what is shown is written."""
        old = [(b.id, b.kind, b.text) for b in self.blocks]
        new = [(b.id, b.kind, b.text) for b in blocks]
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        fresh = [
            Shown(b.id, b.kind, b.text, supplied=b.supplied) for b in blocks[head : len(new) - tail]
        ]
        self.blocks[head : len(old) - tail] = fresh
        self._number()
        self.writing = True
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        self._replace(cursor, head, len(old), len(old) - tail - head)
        for index in range(max(0, head - 1), min(len(self.blocks), head + len(fresh) + 1)):
            self._dress(index)
        cursor.endEditBlock()
        self.writing = False

    def start_again(self) -> None:
        """Write the whole document anew from what is known."""
        known = self.blocks
        self.blocks = []
        self.writing = True
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self.show(known)
        self.blocks = known

    def _replace(self, cursor: QTextCursor, head: int, total: int, removed: int) -> None:
        """Replace text blocks [head, head + removed) of `total` by those of `self.blocks`."""
        added = len(self.blocks) - (total - removed)
        texts = [shown(b.text) for b in self.blocks[head : head + added]]
        if total == 0:
            cursor.insertText("\n".join(texts))
            return
        behind = self._document.characterCount() - 1
        start = self.block(head).position() if head < total else behind
        last = head + removed - 1
        end = self.block(last).position() + self.block(last).length() - 1 if removed else start
        cursor.setPosition(start)
        if removed and not added:  # a border goes with the blocks
            if last + 1 < total:
                end += 1
            elif head:
                cursor.setPosition(start - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        lead = "\n" if added and not removed and head == total else ""
        trail = "\n" if added and not removed and head < total else ""
        cursor.insertText(lead + "\n".join(texts) + trail)

    def _number(self) -> None:
        number = 0
        for b in self.blocks:
            if b.kind in (Kind.PARA, Kind.VERSE):
                number += 1
            b.number = number if b.kind in (Kind.PARA, Kind.VERSE) else 0

    def _dress(self, index: int) -> None:
        b = self.blocks[index]
        before = self.blocks[index - 1].kind if index else None
        first = b.kind in BODY_KINDS and before is not None and before not in BODY_KINDS
        cursor = QTextCursor(self.block(index))
        cursor.setBlockFormat(self.setting.block_format(b.kind, first_of_body=first))
        style = self.setting.char_format(b.kind, self.colours)
        cursor.setBlockCharFormat(style)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(style)

    def splice(self, index: int, start: int, end: int, typed: str) -> None:
        """Replace code points [start, end) of a block, in both."""
        b = self.blocks[index]
        low, high = self.position(index, start), self.position(index, end)
        b.text = b.text[:start] + typed + b.text[end:]
        moved = [s for s in b.seams if not start <= s.at < end]
        b.set_seams([_moved(s, start, end, len(typed)) for s in moved])
        b.amended = tuple(_amended(a, start, end, len(typed)) for a in b.amended)
        b.moved = ()  # they are found again once it is written
        self.writing = True
        cursor = QTextCursor(self._document)
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(typed), self.setting.char_format(b.kind, self.colours))
        self.writing = False

    def dress_again(self, setting: Setting, colours: Theme) -> None:
        """Set everything anew in another size or in other colours."""
        self.setting = setting
        self.colours = colours
        self.writing = True
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for index in range(len(self.blocks)):
            self._dress(index)
        cursor.endEditBlock()
        self.writing = False

    def widen(self, left: int, right: int) -> None:
        """Place the text column by the margins of the root frame."""
        frame = self._document.rootFrame()
        margins = QTextFrameFormat(frame.frameFormat())
        if (margins.leftMargin(), margins.rightMargin()) == (left, right):
            return
        margins.setLeftMargin(left)
        margins.setRightMargin(right)
        margins.setTopMargin(TOP_MARGIN)
        margins.setBottomMargin(BOTTOM_MARGIN)
        self.writing = True
        frame.setFrameFormat(margins)
        self.writing = False


def _moved(seam: SeamFact, start: int, end: int, typed: int) -> SeamFact:
    return replace(seam, at=seam.at + typed - (end - start)) if seam.at >= end else seam


def _amended(amendment: Amendment, start: int, end: int, typed: int) -> Amendment:
    """Keep a correction on its characters until what is typed now is written."""
    by = typed - (end - start)
    if amendment.end <= start:
        return amendment
    if amendment.start >= end:
        return replace(amendment, start=amendment.start + by, end=amendment.end + by)
    low = min(amendment.start, start)
    return replace(amendment, start=low, end=max(low, max(amendment.end, end) + by))


def is_border(seam: SeamFact, text: str) -> bool:
    """Tell whether a seam ends its block."""
    return seam.reads is Reads.PARA and seam.at == len(text)
