"""The empty paragraph: it lives only in the editor, until something is typed in it.

It is shown like any other block, with no id. As soon as more than blanks stands in it, the library
gets a block that was typed from end to end, and what is typed next is of the same wish. When the
caret leaves it empty it goes, and no trace is left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenuBar

from reader.model import HEAD_KINDS, BlockText, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article
    from reader.ui.article.pane import ArticlePane

NOT_YET = ""
"""The id of a block that is not in the library."""


Place = tuple[int, int]
"""Index of a block that is shown, and a place in its text in code points."""


class Beside(NamedTuple):
    """The block behind which, or `before` which, a paragraph is opened; and what stands in it."""

    block: str
    before: bool
    blanks: str = ""


def _room(blocks: Sequence[BlockText], beside: Beside) -> int | None:
    """Give the index at which a paragraph would stand; None where its neighbour is gone."""
    at = next((n for n, b in enumerate(blocks) if b.id == beside.block), None)
    if at is None:
        return None
    heads = sum(b.kind in HEAD_KINDS for b in blocks)
    return max(at + (not beside.before), heads)


class OpenedParagraph(QObject):
    """Opens an empty paragraph in the pane, closes it, and writes what is typed in it.

    `turned` tells that it came or went, and blocks behind it are shown at another index.
    """

    turned = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._edit = pane.edit
        self._beside = Beside("", before=False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        pane.edit.cursorPositionChanged.connect(self._soon.start)
        pane.edit.left.connect(self._on_left)

    @property
    def index(self) -> int | None:
        """Where the empty paragraph is shown, None where there is none."""
        return self._edit.sheet.index_of(NOT_YET)

    # --- opening and closing --------------------------------------------------------------

    def open(self, index: int, *, before: bool) -> bool:
        """Open an empty paragraph beside the block `index` and go there; False where none can be.

        Nothing of the body stands before a heading; behind one it is the first of the body.
        """
        block = self._edit.sheet.blocks[index]
        if block.id == NOT_YET:
            return True
        if not block.text or (before and block.kind in HEAD_KINDS):
            return False
        self.close()
        return self._open(Beside(block.id, before))

    def _open(self, beside: Beside) -> bool:
        article = self._pane.article
        at = None if article is None else _room(article.blocks, beside)
        if article is None or at is None:
            return False
        near = next(b for b in article.blocks if b.id == beside.block)
        kind = Kind.VERSE if near.kind is Kind.VERSE else Kind.PARA
        made = BlockText(NOT_YET, kind, beside.blanks, ())
        self._beside = beside
        self._show(replace(article, blocks=(*article.blocks[:at], made, *article.blocks[at:])))
        self._edit.set_caret(at, len(beside.blanks))
        return True

    def close(self, *, forward: bool = False) -> bool:
        """Close it without a trace; tell whether there was one.

        The caret goes out of it to the neighbour, by `forward` to what follows.
        """
        index, article = self.index, self._pane.article
        if index is None or article is None:
            return False
        inside = self._edit.caret()[0] == index
        self._show(replace(article, blocks=self.without(article).blocks))
        if inside:
            blocks = self._edit.sheet.blocks
            behind = forward or index == 0 or self._beside.before
            if behind and index < len(blocks):
                self._edit.set_caret(index, 0)
            else:
                self._edit.set_caret(index - 1, len(blocks[index - 1].text))
        return True

    def _show(self, article: Article) -> None:
        self._pane.article = article
        self._edit.sheet.show(article.blocks)
        self._pane.rail.refresh()
        self._edit.viewport().update()
        self.turned.emit()

    def without(self, article: Article) -> Article:
        """Give an article as the library has it."""
        if all(b.id != NOT_YET for b in article.blocks):
            return article
        return replace(article, blocks=tuple(b for b in article.blocks if b.id != NOT_YET))

    def closed(self, *indices: int) -> tuple[int, ...]:
        """Close it, and give where blocks that were shown at some indices are shown now."""
        was = self.index
        self.close()
        return tuple(n - 1 if was is not None and n > was else n for n in indices)

    def out_of(self, first: Place, last: Place) -> tuple[Place, Place]:
        """Close it, and give a selection over it, from place to place, as it is without."""
        was = self.index
        if was == last[0]:
            last = was - 1, len(self._edit.sheet.blocks[was - 1].text)
        elif was == first[0]:
            first = was + 1, 0
        low, high = self.closed(first[0], last[0])
        return (low, first[1]), (high, last[1])

    # --- over a reload --------------------------------------------------------------------

    def take(self) -> Beside | None:
        """Close it for a while; give how to open it again, None where there is none."""
        index = self.index
        if index is None:
            return None
        kept = self._beside._replace(blanks=self._edit.sheet.blocks[index].text)
        self.close()
        return kept

    def again(self, kept: Beside | None) -> bool:
        """Open it again as `take` gave it, the caret in it; tell whether that could be done."""
        return kept is not None and self._open(kept)

    # --- leaving and typing ---------------------------------------------------------------

    def _look(self) -> None:
        """Close it when the caret has gone elsewhere."""
        index = self.index
        if index is not None and self._edit.caret()[0] != index:
            self.close()

    def _on_left(self) -> None:
        """Close it when the person goes to another pane; not for a menu, or another program."""
        now = QApplication.focusWidget()
        if now is not None and now is not self._edit and not isinstance(now, QMenuBar):
            self.close()

    def write(self) -> None:
        """Write what stands in it, once that is more than blanks; it is a block from then on.

        Where it cannot be written, nothing is shown as typed.
        """
        index, pane = self.index, self._pane
        if index is None or pane.article is None:
            return
        shown = self._edit.sheet.blocks[index]
        if not shown.text.strip():
            return
        changes = pane.session.write(
            pane.session.library.articles.write,
            self._beside.block,
            shown.text,
            before=self._beside.before,
            begins=True,
            initiator=pane.typing,
        )
        if changes is None:
            self._edit.sheet.splice(index, 0, len(shown.text), "")
            self._edit.set_caret(index, 0)
            return
        if pane.article is None:  # all was withdrawn meanwhile: it is written all the same
            return
        (shown.id,) = changes.made
        blocks = tuple(
            replace(b, id=shown.id, text=shown.text) if b.id == NOT_YET else b
            for b in pane.article.blocks
        )
        pane.article = replace(pane.article, blocks=blocks)
        pane.typing.go_on(changes.wish)
        pane.typing.written.emit(shown.id)
