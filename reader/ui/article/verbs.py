"""The verbs of the article pane: split, join, accept, mark as proofread, go to doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model import Kind, Reads, Status
from reader.ui.actions import key_of
from reader.ui.article.doubts import at_caret, beyond

if TYPE_CHECKING:
    from reader.ui.article.pane import ArticlePane
    from reader.ui.article.sheet import Shown

_NEXT_PROOF = {Status.PROOFED1: Status.PROOFED2, Status.PROOFED2: Status.PROOFED2}


def reads_between(left: str, right: str) -> Reads:
    """Say how two texts join: words of Latin letters stay apart, a number is made whole."""
    ends = left[-1:], right[:1]
    apart = all(end.isascii() and end.isalnum() for end in ends)
    return Reads.SPACE if apart and not all(map(str.isdigit, ends)) else Reads.JOIN


class Verbs(QObject):
    """Carries out what a person asks of the shown article.

    `no_doubt_left` is sent, with the direction, where the article has no further doubt.
    """

    no_doubt_left = Signal(int)

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._edit = pane.edit
        pane.edit.split_wished.connect(self.split_at)
        pane.edit.join_wished.connect(self.join_before)
        pane.edit.erase_wished.connect(self.erase)

    def _ready(self) -> bool:
        """Tell whether there is an article to write in, with all that was typed on disk."""
        pane = self._pane
        return pane.article is not None and pane.session.writable and pane.typing.flush()

    # --- split and join -------------------------------------------------------------------

    def split(self) -> None:
        """Begin a new paragraph at the caret."""
        if self._edit.sheet.blocks:
            self.split_at(*self._edit.caret())

    def split_at(self, index: int, at: int) -> None:
        """Begin a new paragraph at a place; the caret goes to its head.

        At the end or head of a paragraph an empty one is opened, in the editor only. At a doubt
        that reads as a new paragraph already, that is what is accepted.
        """
        if not self._ready():
            return
        block = self._edit.sheet.blocks[index]
        if not 0 < at < len(block.text):
            if self._reads((index, at), Reads.PARA):
                self.accept()
                return
            self._open(index, before=at == 0)
            return
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(articles.split, block.id, at, initiator=self)
        if changes is not None and index + 1 < len(self._edit.sheet.blocks):
            self._edit.set_caret(index + 1, 0)

    def _open(self, index: int, *, before: bool) -> None:
        """Open an empty paragraph at an end of a block, and say what becomes of it."""
        block = self._edit.sheet.blocks[index]
        if self._pane.opened.open(index, before=before and bool(block.text)):
            said = self.tr("An empty paragraph: type in it, or leave it and it goes.")
        elif block.text:
            said = self.tr("No paragraph stands above a heading. {key} supplies a heading.")
        else:
            said = self.tr("This paragraph is empty already.")
        self._pane.told.emit(said.format(key=key_of("actionSupply")))

    def join(self) -> None:
        """Join with the paragraph that follows; at the head of one, with the one before.

        At a doubt that reads as joined already, that is what is accepted.
        """
        if not self._edit.sheet.blocks:
            return
        index, at = self._edit.caret()
        if self._reads((index, at), Reads.JOIN, Reads.SPACE):
            self.accept()
        elif at == 0 and index:
            self.join_before(index)
        else:
            self.join_before(index + 1)

    def join_before(self, index: int) -> None:
        """Join the block `index` to the one before it; the caret stays where they meet."""
        opened = self._pane.opened.index
        if opened is not None and opened in (index, index - 1):
            self._pane.opened.close(forward=opened == index - 1)
            return
        if not self._ready():
            return
        blocks = self._edit.sheet.blocks
        articles = self._pane.session.library.articles
        if index == 0:
            if not self._remove(blocks[0]):
                self._pane.told.emit(self.tr("The article begins here: there is nothing to join."))
            return
        left = blocks[index - 1]
        right = blocks[index] if index < len(blocks) else None
        if self._remove(left, forward=True) or (right is not None and self._remove(right)):
            return
        reads = reads_between(left.text, right.text if right else "")
        changes = self._pane.session.write(
            articles.join, left.id, right.id if right else None, reads, initiator=self
        )
        if changes is not None:
            now = self._edit.sheet.index_of(left.id)
            self._tell_kind(left.kind, right.kind if right else left.kind, now)
            if now is not None:
                self._edit.set_caret(now, len(left.text))
            if reads is Reads.SPACE and left.kind is (right or left).kind:
                self._pane.told.emit(
                    self.tr("Joined with a space; Del takes it out, the caret stands before it.")
                )

    def _remove(self, block: Shown, *, forward: bool = False) -> bool:
        """Take a block away that a person wrote and emptied; the caret stays where it was.

        Out of the block it goes to the end of the one before, else `forward` to what follows.
        """
        articles = self._pane.session.library.articles
        if block.text or not articles.removable(block.id):
            return False
        at = self._edit.sheet.index_of(block.id)
        caret = self._edit.caret()
        if (
            self._pane.session.write(articles.remove, block.id, initiator=self) is None
            or at is None
        ):
            return True
        rest = self._edit.sheet.blocks
        if caret[0] == at:
            back = at > 0 and not (forward and at < len(rest))
            caret = (at - 1, len(rest[at - 1].text)) if back else (0, 0) if at == 0 else (at, 0)
        elif caret[0] > at:
            caret = (caret[0] - 1, caret[1])
        self._edit.set_caret(*caret)
        said = self.tr("The empty block is gone: {kind}. {key} undoes it.")
        kind = self._pane.words.kind_in_full(block.kind)
        self._pane.told.emit(said.format(kind=kind, key=key_of("actionUndo")))
        return True

    def _tell_kind(self, left: Kind, right: Kind, now: int | None) -> None:
        """Say what two blocks of different kinds are as one."""
        if left is right or now is None:
            return
        kind = self._pane.words.kind_in_full(self._edit.sheet.blocks[now].kind)
        said = self.tr("Both are one now: {kind}. {key} undoes it.")
        self._pane.told.emit(said.format(kind=kind, key=key_of("actionUndo")))

    def erase(self, first: tuple[int, int], last: tuple[int, int], typed: str) -> None:
        """Take away a selection over several paragraphs; what is left becomes one."""
        first, last = self._pane.opened.out_of(first, last)
        if not self._ready():
            return
        blocks = self._edit.sheet.blocks
        (low, start), (high, end) = first, last
        spans = [(b.id, 0, len(b.text)) for b in blocks[low : high + 1]]
        spans[-1] = (spans[-1][0], 0, end)
        spans[0] = (spans[0][0], start, spans[0][2])
        kinds, length = (blocks[low].kind, blocks[high].kind), len(blocks[high].text)
        first_id = blocks[low].id
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(
            articles.erase, spans, typed, initiator=self, begins=True
        )
        if changes is None:
            return
        now = self._edit.sheet.index_of(first_id)
        kept = bool(start or typed) and end < length
        self._tell_kind(*(kinds if kept else (kinds[0], kinds[0])), now)
        self._edit.set_caret(
            *(
                (min(low, len(self._edit.sheet.blocks) - 1), 0)
                if now is None
                else (now, start + len(typed))
            )
        )

    # --- doubts ---------------------------------------------------------------------------

    def next_doubt(self) -> None:
        """Go to the next doubt of the article, else say that there is none."""
        self._go(1)

    def previous_doubt(self) -> None:
        """Go to the doubt before the caret, else say that there is none."""
        self._go(-1)

    def _go(self, step: int) -> None:
        self._pane.typing.flush()
        doubt = beyond(self._edit.sheet.blocks, self._edit.caret(), step)
        if doubt is None:
            self.no_doubt_left.emit(step)
            return
        self.show_doubt(doubt.block, doubt.seam.at)

    def first_doubt(self, step: int) -> bool:
        """Go to the first doubt of the article, or to its last where `step` is negative."""
        far = (-1, 0) if step > 0 else (len(self._edit.sheet.blocks), 0)
        doubt = beyond(self._edit.sheet.blocks, far, step)
        if doubt is not None:
            self.show_doubt(doubt.block, doubt.seam.at)
        return doubt is not None

    def show_doubt(self, index: int, at: int) -> None:
        """Put the caret at a doubt, and tell of it."""
        self._edit.set_caret(index, at)
        self._edit.centre_caret()
        self._edit.setFocus()
        doubt = at_caret(self._edit.sheet.blocks, (index, at))
        if doubt is not None:
            self._pane.told.emit(self._pane.words.doubt(doubt.seam.reads, doubt.seam.confidence))

    def _reads(self, caret: tuple[int, int], *ways: Reads) -> bool:
        """Tell whether the caret is just at a doubt that reads in one of some ways."""
        doubt = at_caret(self._edit.sheet.blocks, caret)
        return doubt is not None and doubt.seam.at == caret[1] and doubt.seam.reads in ways

    def accept(self) -> None:
        """Say that the doubt at the caret reads rightly; the caret stays."""
        if not self._ready():
            return
        doubt = at_caret(self._edit.sheet.blocks, self._edit.caret())
        if doubt is None:
            self._pane.told.emit(self.tr("There is no doubtful line end at the caret."))
            return
        seam = (doubt.seam.source, doubt.seam.start, doubt.seam.end)
        block = self._edit.sheet.blocks[doubt.block].id
        articles = self._pane.session.library.articles
        self._pane.session.write(articles.accept, block, [seam], initiator=self)

    # --- status ---------------------------------------------------------------------------

    def mark_proofread(self) -> None:
        """Give the article its first proof; after that, its second."""
        if not self._ready() or self._pane.article is None:
            return
        article = self._pane.article
        status = _NEXT_PROOF.get(article.status, Status.PROOFED1)
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(
            articles.set_status, status, [article.id], initiator=self
        )
        if changes is not None and changes.wish is None:
            self._pane.told.emit(self.tr("The article has had its second proof already."))
