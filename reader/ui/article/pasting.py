"""Pasting into the article: several paragraphs come in as such, as one wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Kind
from reader.ui.actions import key_of
from reader.ui.article.typed import flat
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Changes
    from reader.ui.article.opened import Place
    from reader.ui.article.pane import ArticlePane
    from reader.ui.article.typed import Clip

PARTED = (Kind.PARA, Kind.VERSE)
"""Kinds of which one paragraph can follow the other; in all others lines become one text."""


class Pasting(QObject):
    """Puts what is pasted where the caret is, and tells what came of it."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._edit = pane.edit
        self._opened = pane.opened
        pane.edit.paste_wished.connect(self.paste)

    def paste(self, clip: Clip) -> None:
        """Paste paragraphs as paragraphs where such stand, else all as one text."""
        cursor, sheet = self._edit.textCursor(), self._edit.sheet
        first = sheet.place(cursor.selectionStart())
        last = sheet.place(cursor.selectionEnd())
        kind = sheet.blocks[first[0]].kind
        parts = clip.paragraphs(kind) if kind in PARTED else []
        if parts:
            if self._paragraphs(first, last, parts):
                self._tell(self._parted(parts), clip)
            return
        self._edit.type(flat(clip.text, kind))
        lines = sum(map(bool, clip.lines()))
        flattened = lines > 1 and kind is not Kind.VERSE
        self._tell(self._flattened(lines) if flattened else "", clip)

    # --- what is told ---------------------------------------------------------------------

    def _parted(self, parts: Sequence[str]) -> str:
        said = self.tr("%n paragraph(s) were pasted.", "", sum(map(bool, parts)))
        return f"{said} " + self.tr("{key} undoes it.").format(key=key_of("actionUndo"))

    def _flattened(self, lines: int) -> str:
        said = self.tr("{count} lines were pasted as one paragraph. Enter parts it.")
        return said.format(count=lines)

    def _tell(self, said: str, clip: Clip) -> None:
        """Say what became of it, and what was left out."""
        out = []
        if not clip.blocks and (blanks := clip.blanks()):
            out.append(self.tr("%n blank(s) at line ends", "", blanks))
        if unfit := clip.unfit:
            out.append(self.tr("%n control character(s)", "", unfit))
        left_out = self.tr("Left out: {what}.").format(what=self.tr(", ").join(out)) if out else ""
        if said or left_out:
            self._pane.told.emit(sentences((said, left_out)))

    # --- paragraphs -----------------------------------------------------------------------

    def _paragraphs(self, first: Place, last: Place, parts: list[str]) -> bool:
        """Paste paragraphs in place of a selection; tell whether that could be done."""
        pane = self._pane
        if first[0] == last[0] == self._opened.index:
            done = self._in_opened(parts)
        else:
            first, last = self._opened.out_of(first, last)
            done = pane.typing.flush() and self._in_place(first, last, parts)
        return done

    def _in_opened(self, parts: list[str]) -> bool:
        """Paste into the empty paragraph, which is none in the library."""
        beside = self._opened.take()
        if beside is None:
            return False
        parts = [part for part in parts if part]
        parts[0] = beside.blanks + parts[0]
        session = self._pane.session
        changes = session.write(
            session.library.articles.paste_beside,
            beside.block,
            parts,
            before=beside.before,
            begins=True,
            initiator=self,
        )
        if changes is None:
            self._opened.again(beside)
            return False
        self._go_behind(changes, "", "")
        return True

    def _in_place(self, first: Place, last: Place, parts: list[str]) -> bool:
        blocks, session = self._edit.sheet.blocks, self._pane.session
        (low, start), (high, end) = first, last
        spans = [(b.id, 0, len(b.text)) for b in blocks[low : high + 1]]
        spans[-1] = (*spans[-1][:2], end)
        spans[0] = (spans[0][0], start, spans[0][2])
        block, behind = blocks[low].id, blocks[high].text[end:]
        changes = session.write(
            session.library.articles.paste, spans, parts, initiator=self, begins=True
        )
        if changes is None:
            return False
        self._go_behind(changes, block, behind)
        return True

    def _go_behind(self, changes: Changes, block: str, behind: str) -> None:
        """Put the caret behind what was pasted, before what stood there."""
        at = self._edit.sheet.index_of((block, *changes.made)[-1])
        if at is not None:
            text = self._edit.sheet.blocks[at].text
            tail = len(behind) if text.endswith(behind) else 0
            self._edit.set_caret(at, len(text) - tail)
