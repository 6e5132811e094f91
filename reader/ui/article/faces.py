"""The faces of an article: the proof, in which it is changed, and the view of differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStackedWidget

from reader.errors import NotFoundError
from reader.ui.article.rail import Rail
from reader.ui.article.why import WhyCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from reader.ui.article.difference import DifferenceEdit
    from reader.ui.article.painted import PaintedEdit
    from reader.ui.article.pane import ArticlePane
    from reader.ui.article.setting import Setting
    from reader.ui.theme import Theme


class Faces(QStackedWidget):
    """Shows the proof or the differences; the caret is at the same character in both.

    `turned` tells that the other came, `escaped` that Esc was pressed among the differences.
    """

    turned = Signal()
    escaped = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__()
        self._pane = pane
        self._other: DifferenceEdit | None = None
        self._card: WhyCard | None = None
        self._following = False
        self._article: str | None = None
        self.addWidget(pane.edit)
        pane.shown.connect(self.refresh)
        pane.edit.cursorPositionChanged.connect(self._follow)

    @property
    def differing(self) -> bool:
        """Tell whether the differences are shown."""
        return self._other is not None and self.currentWidget() is self._other

    @property
    def face(self) -> DifferenceEdit | None:
        """The view of differences while it is shown, None while the proof is."""
        return self._other if self.differing else None

    # --- turning --------------------------------------------------------------------------

    def show_differences(self) -> bool:
        """Show the differences; tell whether they are: not where typing cannot be written."""
        if self.differing or not self._is_there() or not self._pane.typing.flush():
            return self.differing
        other = self._other or self._make()
        self._pane.card.hide()
        held = self._pane.edit.hasFocus()
        top = self._pane.edit.cursorRect().top()
        other.column_at = self._pane.edit.column_at
        self.setCurrentWidget(other)
        self._article = None
        self.refresh()
        other.place_column()
        _keep_height(other, top)
        self._pane.edit.setFocusProxy(other)  # who asks for the text gets the one in view
        if held:
            other.setFocus()
        self.turned.emit()
        return True

    def show_proof(self) -> None:
        """Show the article in which it can be changed."""
        other = self.face
        if other is None:
            return
        held, top = other.hasFocus(), other.cursorRect().top()
        edit = self._pane.edit
        edit.setFocusProxy(None)  # type: ignore[arg-type]
        self.setCurrentWidget(edit)
        _keep_height(edit, top)
        if held:
            edit.setFocus()
        self.turned.emit()

    def _make(self) -> DifferenceEdit:
        """Make the view when it is asked for first: most starts of the window need none."""
        from reader.ui.article.difference import DifferenceEdit

        edit = self._pane.edit
        made = self._other = DifferenceEdit(edit.sheet.setting, edit.sheet.colours, edit.words)
        self._card = WhyCard(made)
        rail = Rail(made)
        rail.chosen.connect(self._on_sign)
        made.cursorPositionChanged.connect(self._lead)
        made.escaped.connect(self.escaped)
        made.zoom_wished.connect(edit.zoom_wished)
        made.menu_wished.connect(edit.menu_wished)
        self.addWidget(made)
        self.setTabOrder(edit, made)
        return made

    def way(self) -> Iterable[QWidget]:
        """Give what Tab goes through: one of both is in view."""
        return (self._pane.edit,) if self._other is None else (self._pane.edit, self._other)

    def refresh(self) -> None:
        """Show what the article is now; while the proof is shown, nothing is read for it."""
        other, article = self.face, self._pane.article
        if other is None:
            return
        if article is None or not self._is_there():
            self.show_proof()
            return
        from reader.ui.article.changed import changed

        against = self._pane.session.library.articles.against_received(article.id)
        blocks = self._pane.edit.sheet.blocks
        top = other.verticalScrollBar().value()
        self._following = True
        other.differing.show_changes([changed(b, against.get(b.id, ())) for b in blocks])
        self._following = False
        self._follow()
        if self._article == article.id:  # who scrolled away from the caret stays there
            other.verticalScrollBar().setValue(top)
        self._article = article.id
        other.viewport().update()

    def _is_there(self) -> bool:
        """Tell whether the article is in the library: that it was withdrawn may not be told yet."""
        article = self._pane.article
        try:
            return article is not None and self._pane.session.library.articles.key(article.id) > 0
        except NotFoundError:
            return False

    def dress(self, setting: Setting, colours: Theme) -> None:
        """Set the differences in another size or in other colours."""
        if self._other is not None:
            self._other.differing.dress_again(setting, colours)
            self._other.place_column()
            self._other.viewport().update()

    def tell_why(self) -> None:
        """Tell what is marked at the caret, in a card beside it."""
        if self.face is not None and self._card is not None:
            self._card.tell(self.face.why_here())
        else:
            self._pane.card.tell(self._pane.edit.why_here())

    # --- the caret ------------------------------------------------------------------------

    def _follow(self) -> None:
        """Put the caret of the differences where that of the article is, with its selection."""
        other, edit = self.face, self._pane.edit
        if other is None or self._following or edit.sheet.writing:
            return
        if len(other.sheet.blocks) != len(edit.sheet.blocks) or not edit.sheet.blocks:
            return
        cursor = edit.textCursor()
        self._following = True
        made = other.textCursor()
        made.setPosition(self._there(cursor.anchor()))
        made.setPosition(self._there(cursor.position()), QTextCursor.MoveMode.KeepAnchor)
        other.setTextCursor(made)
        other.centre_caret()
        self._following = False

    def _there(self, position: int) -> int:
        """Give the position of the differences for one of the article's document."""
        assert self._other is not None
        index, at = self._pane.edit.sheet.place(position)
        return self._other.sheet.position(index, self._other.differing.changes[index].to(at))

    def _lead(self) -> None:
        """Put the caret of the article where the person went among the differences."""
        other = self.face
        if other is None or self._following or other.sheet.writing or not other.sheet.blocks:
            return
        index, at = other.caret()
        self._following = True
        self._pane.edit.set_caret(index, other.differing.changes[index].back(at))
        self._following = False

    def _on_sign(self, block: int, at: int) -> None:
        """Go to what a sign of the rail stands for."""
        other = self.face
        if other is not None and block < len(other.sheet.blocks):
            other.set_caret(block, min(at, len(other.sheet.blocks[block].text)))
            other.centre_caret()
            other.setFocus()
            self._lead()


def _keep_height(edit: PaintedEdit, top: int) -> None:
    """Let the caret stand at the height at which it stood in the other view."""
    bar = edit.verticalScrollBar()
    bar.setValue(bar.value() + edit.cursorRect().top() - top)
