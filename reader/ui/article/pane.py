"""The article pane: carries the editor's wishes to the session, and shows what came of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.errors import NotFoundError
from reader.ui.article.afterproof import AfterProof
from reader.ui.article.anchor import anchor, place_of
from reader.ui.article.bars import Bars
from reader.ui.article.deciding import Deciding
from reader.ui.article.editor import ArticleEdit
from reader.ui.article.faces import Faces
from reader.ui.article.head import ArticleHead
from reader.ui.article.noting import note_amended, note_moved
from reader.ui.article.opened import NOT_YET, OpenedParagraph
from reader.ui.article.pasting import Pasting
from reader.ui.article.rail import Rail
from reader.ui.article.run import Typing
from reader.ui.article.setting import Setting
from reader.ui.article.why import WhyCard
from reader.ui.theme import tokens

if TYPE_CHECKING:
    from reader.model import Article, ArticleRow, Changes
    from reader.store.articles import Articles
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class ArticlePane(QFrame):
    """One article, or none.

    `told` carries a sentence for the status line; `shown` the article that is shown now.
    """

    told = Signal(str)
    shown = Signal(object)
    caret_moved = Signal()

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("articleFrame")
        self.article: Article | None = None
        self.session = session
        self.words = words
        self.head = ArticleHead(words, colours)
        self.edit = ArticleEdit(Setting(int(tokens()["type"]["scale"]["body"])), colours, words)
        self.edit.setObjectName("articlePane")
        self.edit.setAccessibleName(self.tr("Article text"))
        self.rail = Rail(self.edit)
        self.bars = Bars(self.edit)
        self.card = WhyCard(self.edit)
        self.typing = Typing(session, self)
        self.deciding = Deciding(self, colours)
        self.faces = Faces(self)
        self.opened = OpenedParagraph(self)
        self.pasting = Pasting(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.deciding.bar)
        box.addWidget(self.faces, 1)
        self._connect()

    def _connect(self) -> None:
        self.edit.edited.connect(self._on_edited)
        self.edit.strayed.connect(self._show_again)
        self.edit.split_refused.connect(self._on_split_refused)
        self.edit.typing_refused.connect(self._on_typing_refused)
        self.edit.jumped.connect(self.typing.flush)
        self.edit.jumped.connect(self.caret_moved)
        self.edit.left.connect(self.typing.flush)
        self.rail.chosen.connect(self._on_sign)
        self.typing.written.connect(self._on_written)
        self.session.write_first(self._flush_first)
        self.session.closing.connect(self._on_closing)
        self.session.opened.connect(self.refresh)
        self.session.changed.connect(self._on_changed)
        self.session.reloaded.connect(self._on_reloaded)
        self.after_proof = AfterProof(self)

    # --- showing --------------------------------------------------------------------------

    def open(self, article: str | None) -> None:
        """Show an article from its beginning; None empties the pane.

        While something typed cannot be written, the article that it belongs to stays.
        """
        self.edit.settle()
        if not self.typing.flush():
            self.shown.emit(self.article)
            return
        self._show(None if article is None else self._get(article))
        self.edit.set_caret(0, 0)
        self.edit.verticalScrollBar().setValue(0)

    def open_at(self, article: str, start: int, end: int) -> None:
        """Show an article with a span of its text selected, in code points; an empty one is none.

        Where the article is shown already, it is not read again.
        """
        if self.article is None or self.article.id != article:
            self.open(article)
        if self.article is None or self.article.id != article:
            return
        begin = 0
        for index, block in enumerate(self.edit.sheet.blocks):
            length = len(block.text)
            if begin <= start < begin + length:
                self.edit.select(index, start - begin, min(end - begin, length))
                self.edit.on_hit = end > start
                return
            begin += length + 1 if length else 0

    def _on_split_refused(self) -> None:
        self.told.emit(self.tr("This is the hit. Enter splits once the caret has been moved."))

    def _on_typing_refused(self) -> None:
        self.told.emit(self.tr("Nothing can be typed: the library is open for reading."))

    def _get(self, article: str) -> Article | None:
        try:
            return self.session.library.articles.get(article)
        except NotFoundError:
            return None

    def _show(self, article: Article | None) -> None:
        self.article = article
        self.edit.sheet.show(article.blocks if article else ())
        self.edit.set_writable(self.session.writable and article is not None)
        seams = self.session.library.articles.seams_of(article.id) if article else {}
        for shown in self.edit.sheet.blocks:
            shown.set_seams(seams[shown.id])
        if article is not None:
            articles = self.session.library.articles
            note_amended(articles, article, self.edit.sheet.blocks)
            note_moved(articles, article, self.edit.sheet.blocks)
        self.card.hide()
        self.rail.refresh()
        self.edit.viewport().update()
        self.head.show_article(article)
        self.shown.emit(article)

    def why(self) -> None:
        """Tell what is marked at the caret, in a card beside it."""
        self.faces.tell_why()

    def _on_sign(self, block: int, at: int) -> None:
        """Go to what a sign of the rail stands for."""
        self.typing.flush()
        if block < len(self.edit.sheet.blocks):
            self.edit.set_caret(block, min(at, len(self.edit.sheet.blocks[block].text)))
            self.edit.centre_caret()
            self.edit.setFocus()

    def refresh(self) -> None:
        """Read the article again and show what changed; the caret stays at its character."""
        if self.article is None or not self.typing.flush():
            return
        noted = anchor(self.article.blocks, *self.edit.caret())
        held, kept = self.edit.hold(), self.opened.take()
        top = self.edit.verticalScrollBar().value()
        self._show(self._get(self.article.id))
        if self.article is not None and self.article.blocks:
            self.edit.verticalScrollBar().setValue(top)
            if not self.opened.again(kept):
                self.edit.set_caret(*place_of(self.article.blocks, noted))
        self.edit.give_back(held)

    def dress(self, size: int, colours: Theme) -> None:
        """Set the article in another size or other colours."""
        self.edit.sheet.dress_again(Setting(size), colours)
        self.edit.place_column()
        self.edit.viewport().update()
        self.faces.dress(self.edit.sheet.setting, colours)
        self.head.dress(colours)
        self.deciding.bar.dress(colours)
        self.rail.refresh()

    @property
    def size(self) -> int:  # type: ignore[override]
        """The reading size in pixels."""
        return self.edit.sheet.setting.size

    # --- typing ---------------------------------------------------------------------------

    def _on_edited(self, index: int, start: int, end: int, typed: str) -> None:
        shown = self.edit.sheet.blocks[index]
        if shown.id == NOT_YET:
            self.opened.write()
            return
        assert self.article is not None
        base = next(b.text for b in self.article.blocks if b.id == shown.id)
        self.typing.add(shown.id, base, (start, end, typed), self.article.id)
        self.caret_moved.emit()

    def _on_written(self, block: str) -> None:
        """Take the block's new origins and seams; its text is what is shown already."""
        if self.article is None:
            return
        now = self.session.library.articles.block(block)
        index = self.edit.sheet.index_of(block)
        if index is None:
            return
        blocks = tuple(now if b.id == block else b for b in self.article.blocks)
        row = _row_of(self.session.library.articles, self.article.id)
        if row is None:  # its issue was withdrawn meanwhile: the text is in it all the same
            self.refresh()
            return
        self.article = replace(
            self.article,
            blocks=blocks,
            row=row,
            status=row.status,
            revision=self.article.revision + 1,
        )
        if self.edit.sheet.blocks[index].text != now.text:
            self.refresh()
            return
        shown = self.edit.sheet.blocks[index]
        shown.set_seams(self.session.library.articles.seams(block))
        shown.amended = tuple(self.session.library.articles.amendments(block))
        note_moved(self.session.library.articles, self.article, self.edit.sheet.blocks)
        self.rail.refresh()
        self.edit.viewport().update()
        self.head.show_article(self.article)

    def _show_again(self) -> None:
        """Set the document anew from what is known: something changed it behind our back."""
        at, held = self.edit.caret(), self.edit.hold()
        self.edit.sheet.start_again()
        self.edit.set_caret(*at)
        self.edit.give_back(held)

    # --- what others change ---------------------------------------------------------------

    def _flush_first(self, initiator: object) -> bool:
        if initiator is self.typing:
            return True
        self.edit.settle()
        self.opened.close()
        return self.typing.flush()

    def settled(self) -> bool:
        """Write what is typed; tell whether nothing is left that would be lost by closing."""
        return self.typing.flush() and not self.deciding.unkept

    def _on_closing(self) -> None:
        """Write what can be written; the window has asked about the rest."""
        self.typing.flush()
        self.typing.drop()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self.article is None or initiator is self.typing:
            return
        if self.article.id in changes.articles or changes.structure:
            self.refresh()

    def _on_reloaded(self) -> None:
        """Show what another program wrote; what is typed here goes first, where it still can."""
        if self.article is None or not self.typing.flush():
            return
        now = self._get(self.article.id)
        if now == self.opened.without(self.article) and _as_sure(self, now):
            return
        begun = self.edit.composing and self.article.blocks[self.edit.caret()[0]]
        self.refresh()
        if begun and (now is None or begun not in now.blocks):
            self.told.emit(
                self.tr("Another program changed this paragraph; what you compose stands in it.")
                if self.edit.composing
                else self.tr("Another program took this paragraph away; what you composed is gone.")
            )


def _as_sure(pane: ArticlePane, now: Article | None) -> bool:
    """Tell whether line ends are as sure as they are shown: a new run may say that anew."""
    seams = pane.session.library.articles.seams_of(now.id) if now is not None else {}
    return all(
        list(shown.seams) == list(seams[shown.id])
        for shown in pane.edit.sheet.blocks
        if shown.id in seams
    )


def _row_of(articles: Articles, article: str) -> ArticleRow | None:
    """Give the row of an article, None where its issue was withdrawn."""
    try:
        return next(articles.rows([articles.key(article)]))
    except NotFoundError:
        return None
