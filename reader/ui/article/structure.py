"""The verbs on whole blocks and articles: kind, supply, move, divide, merge, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import BODY_KINDS, HEAD_KINDS, PAGE_KINDS, Kind
from reader.ui.actions import key_of
from reader.ui.names import isolated
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, ArticleRow, Status
    from reader.ui.article.pane import ArticlePane
    from reader.ui.article.sheet import Shown


class Structure(QObject):
    """Says what blocks are and where they stand. Each verb is one wish, which undo takes back."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._edit = pane.edit
        pane.bars.dragged.connect(self.move)

    # --- what all need --------------------------------------------------------------------

    def _ready(self) -> bool:
        """Tell whether there is a block to write to, with all that was typed on disk."""
        pane = self._pane
        pane.opened.close()
        shown = pane.article is not None and bool(self._edit.sheet.blocks)
        return shown and pane.session.writable and pane.typing.flush()

    @property
    def current(self) -> Shown:
        """The block in which the caret is."""
        return self._edit.sheet.blocks[self._edit.caret()[0]]

    def _article(self) -> Article:
        assert self._pane.article is not None
        return self._pane.article

    def _siblings(self) -> Sequence[ArticleRow]:
        """Give the articles of the issue in their order."""
        articles = self._pane.session.library.articles
        return articles.of_issue(self._article().issue)

    def _neighbour(self, step: int) -> ArticleRow | None:
        rows = self._siblings()
        at = next((n for n, row in enumerate(rows) if row.id == self._article().id), -1)
        return rows[at + step] if at >= 0 and 0 <= at + step < len(rows) else None

    def _say(self, sentence: str) -> None:
        self._pane.told.emit(sentence)

    def _with_undo(self, sentence: str) -> None:
        self._say(f"{sentence} " + self.tr("{key} undoes it.").format(key=key_of("actionUndo")))

    # --- kind and supplied headings -------------------------------------------------------

    def kind(self, index: int, kind: Kind) -> None:
        """Say what a block is; the caret stays at its character.

        A block that leaves the article for the page takes an article of nothing else with it.
        """
        if index == self._pane.opened.index:
            return
        (index,) = self._pane.opened.closed(index)
        if not self._ready() or index >= len(self._edit.sheet.blocks):
            return
        block = self._edit.sheet.blocks[index].id
        beside = self._neighbour(1) or self._neighbour(-1)
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(articles.kind, block, kind, initiator=self)
        if changes is None:
            return
        if kind in PAGE_KINDS:
            self._with_undo(self.tr("The block belongs to the page now, not to the article."))
        if self._pane.article is None and beside is not None:
            self._pane.open(beside.id)

    def supply(self, kind: Kind, text: str) -> None:
        """Write a heading that the page has lost; the caret goes to it."""
        if not self._ready():
            return
        articles = self._pane.session.library.articles
        article = self._article().id
        changes = self._pane.session.write(
            articles.supply, article, kind, text.strip(), initiator=self
        )
        if changes is not None and changes.made:
            self._go_to(changes.made[0], 0)

    # --- moving blocks --------------------------------------------------------------------

    def move(self, index: int, before: int) -> None:
        """Put a block before another of the article; their number stands for its end."""
        if index == self._pane.opened.index:
            return
        index, before = self._pane.opened.closed(index, before)
        blocks = self._edit.sheet.blocks
        if not self._ready() or before in (index, index + 1):
            return
        after = blocks[before - 1].id if before else None
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(
            articles.move, blocks[index].id, self._article().id, after=after, initiator=self
        )
        if changes is not None and changes.wish is None:
            self._say(self.tr("Headings stand first, in the order of their kinds: nothing moved."))

    def move_by(self, step: int) -> None:
        """Move the caret's block one place up or down in its article; the caret goes with it."""
        if not self._ready():
            return
        index, _ = self._edit.caret()
        if not 0 <= index + step < len(self._edit.sheet.blocks):
            name = "actionMoveToNext" if step > 0 else "actionMoveToPrevious"
            said = (
                self.tr("The article ends here; {key} moves the block to the next one.")
                if step > 0
                else self.tr("The article begins here; {key} moves the block to the one before.")
            )
            self._say(said.format(key=key_of(name)))
            return
        self.move(index, index + 2 if step > 0 else index - 1)

    def move_to(self, step: int) -> None:
        """Move the caret's block to the next article, or to the one before, and follow it."""
        if not self._ready():
            return
        target = self._neighbour(step)
        if target is None:
            self._say(self._no_article(step))
            return
        block, at = self.current.id, self._edit.caret()[1]
        articles = self._pane.session.library.articles
        there = articles.get(target.id).blocks
        behind = [b.id for b in there if step < 0 or b.kind in HEAD_KINDS]
        after = behind[-1] if behind else None
        changes = self._pane.session.write(
            articles.move, block, target.id, after=after, initiator=self
        )
        if changes is not None:
            self.follow(block, at, target.id)
            said = self.tr('Moved to "{title}".')
            self._with_undo(said.format(title=isolated(target.title)))

    def _no_article(self, step: int) -> str:
        if step > 0:
            return self.tr("There is no article behind this one in the issue.")
        return self.tr("There is no article before this one in the issue.")

    def follow(self, block: str, at: int, article: str) -> None:
        """Show the article that holds a block now, with the caret where it was in the block."""
        shown = self._pane.article
        if shown is None or shown.id != article:
            self._pane.open(article)
        self._go_to(block, at)

    def _go_to(self, block: str, at: int) -> None:
        index = self._edit.sheet.index_of(block)
        if index is not None:
            self._edit.set_caret(index, min(at, len(self._edit.sheet.blocks[index].text)))
            self._edit.centre_caret()
            self._edit.setFocus()

    # --- whole articles -------------------------------------------------------------------

    def new_article(self) -> None:
        """Let a new article begin at the caret's block, and show it."""
        if not self._ready():
            return
        index, at = self._edit.caret()
        if index == 0:
            self._say(self.tr("The article begins with this block already."))
            return
        block = self.current.id
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(articles.split_article, block, initiator=self)
        owner = articles.owner(block) if changes is not None else None
        if owner is None:
            return
        self.follow(block, at, owner)
        self._with_undo(self.tr("A new article begins here."))

    def merge_next(self) -> None:
        """Put what follows into this article; the caret stays."""
        if not self._ready():
            return
        following = self._neighbour(1)
        if following is None:
            self._say(self._no_article(1))
            return
        self._merge(following.id, following.title)

    def merge_continuation(self) -> None:
        """Put what goes on on another page behind the article where it begins; that is shown."""
        if not self._ready():
            return
        mine = self._article().id
        promises = self._pane.session.library.issues.guides.continuing(mine)
        there = next((one for one in promises if one.found.article is not None), None)
        if there is not None and there.of is not None and there.found.article is not None:
            if there.of != mine:
                self._pane.open(there.of)
            self._merge(there.found.article, there.headline)
        elif promises:
            said = self.tr("{entry}: what takes it up on {page} was not found.")
            page = self._pane.words.page(promises[0].named)
            self._say(said.format(entry=isolated(promises[0].at.text), page=page))
        else:
            self._say(self.tr("No line here says that this article goes on on another page."))

    def _merge(self, other: str, title: str) -> None:
        """Put another article behind this one, and say what became of its headings."""
        articles = self._pane.session.library.articles
        heads = [b.id for b in articles.get(other).blocks if b.kind in HEAD_KINDS]
        before = self._article().status
        both = [self._article().id, other]
        if self._pane.session.write(articles.merge, both, initiator=self) is None:
            return
        said = [self.tr('Merged with "{title}".').format(title=isolated(title))]
        turned = sum(b.id in heads and b.kind in BODY_KINDS for b in self._edit.sheet.blocks)
        if turned:
            said.append(self.tr("%n heading(s) of it stand in the text now.", "", turned))
        now = self._article().status
        if now is not before:
            said.append(self.tr("Status: {status}.").format(status=self._pane.words.status(now)))
        self._with_undo(sentences(said))

    def to_furniture(self) -> None:
        """Give the whole article to the page as furniture; the next one is shown."""
        if not self._ready():
            return
        beside = self._neighbour(1) or self._neighbour(-1)
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(
            articles.to_furniture, self._article().id, initiator=self
        )
        if changes is None:
            return
        if beside is not None:
            self._pane.open(beside.id)
        self._with_undo(self.tr("The article belongs to the furniture of the page now."))

    def set_status(self, status: Status) -> None:
        """Give the article a status."""
        if not self._ready():
            return
        articles = self._pane.session.library.articles
        changes = self._pane.session.write(
            articles.set_status, status, [self._article().id], initiator=self
        )
        if changes is not None and changes.wish is None:
            self._pane.told.emit(self.tr("The article has this status already."))
