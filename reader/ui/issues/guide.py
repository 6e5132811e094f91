"""What the pages of the issue say of one another: one row under the contents, and its entries.

They are those of 导读 boxes, and lines that say where an article goes on. The row is there only
where an issue has any.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLineF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Whereabouts
from reader.ui import theme
from reader.ui.issues.folding import LEFT, RIGHT, SIGN, Folding, FoldRow, across
from reader.ui.latest import Latest
from reader.ui.names import isolated
from reader.ui.rows import FACT, paint_ground, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Changes, IssueRow
    from reader.store.guides import Promise
    from reader.store.jumping import Seen
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.rows import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_REST_MS = 300
"""How long after a change the boxes are read again: not between two keys."""


class GuideRow(FoldRow):
    """The row: a sign of three lines, its name, how many entries there are and what of them."""

    def __init__(self, colours: Theme) -> None:
        super().__init__(colours)
        self.setObjectName("guideRow")
        self.setText(self.tr("References"))
        self.setToolTip(
            self.tr("What a page says stands on the others, or goes on there, and whether it does")
        )

    def show_count(self, entries: int, open_ones: int) -> None:
        """Show how many entries there are, and how many do not stand where they are said to."""
        said = f"{entries:,}"
        if open_ones:
            said = self.tr("{count}, {open} to look at").format(count=said, open=f"{open_ones:,}")
        self.say(said, said, some=entries > 0)

    def paint_sign(self, painter: QPainter, middle: int) -> None:
        """Paint three lines of a list."""
        painter.setPen(QPen(self.colours.color("ink-3"), 1.6))
        lines = ((-4, 12), (0, 8), (4, 12))
        painter.drawLines(
            [QLineF(SIGN - 6, middle + y, SIGN - 6 + width, middle + y) for y, width in lines]
        )


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry and the page that it names, with a mark where it does not stand there."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self._words = words
        self.colours = colours

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        promise: Promise = index.data(FACT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_ground(painter, option, self.colours)
        scale = theme.tokens()["type"]["scale"]
        painter.setFont(theme.font("interface", scale["caption"]))
        if not promise.kept:
            painter.setPen(self.colours.color("doubt"))
            mark = QRect(rect.left(), rect.top(), LEFT - 8, rect.height())
            painter.drawText(mark, across(Qt.AlignmentFlag.AlignRight), "?")
        painter.setPen(self.colours.color("ink-3"))
        place = rect.adjusted(LEFT, 0, -RIGHT, 0)
        said = self._pages(promise)
        painter.drawText(place, across(Qt.AlignmentFlag.AlignRight), said)
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(said) - 8)
        painter.setFont(theme.font("interface", scale["interface"]))
        painter.setPen(self.colours.color("ink" if chosen else "ink-2"))
        cut = painter.fontMetrics().elidedText(
            isolated(promise.said), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, across(Qt.AlignmentFlag.AlignLeft), cut)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()

    def _pages(self, promise: Promise) -> str:
        """Say the page that is named, and that on which it stands where that is another."""
        named = self._words.page(promise.named)
        if promise.found.where is not Whereabouts.ELSEWHERE:
            return named
        return f"{named} → {self._words.page(promise.found.page)}"


class Guide(Folding):
    """Row and entries, read beside the window: when another issue is shown, and after changes.

    They are read again in a moment of rest, and only where the issue has changed: a topic, or what
    comes into another issue, changes nothing of them.

    `chosen` gives the `Promise` that the person went to, `opened` one whose article is wanted.
    """

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        self._paint = _EntryDelegate(words, colours)
        self._row = GuideRow(colours)
        super().__init__(self._row, self._say, self._paint)
        self._session = session
        self._words = words
        self._issue: str | None = None
        self._entries: Sequence[Promise] = ()
        self._state: object = None
        """What the issue was like when it was read."""
        self._stale = False
        """Whether it may have changed since, by more than topics."""
        self._seen: Seen | None = None
        self.latest = Latest(session, self)
        self.list.setObjectName("guideList")
        self.list.setAccessibleName(self.tr("What the pages say of one another"))
        self.lines.tells = True
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._look)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._forget)
        self.hide()

    def show_issue(self, issue: IssueRow | None) -> None:
        """Show the entries of an issue; they stay unfolded as long as it is the same."""
        now = issue.id if issue is not None else None
        before, self._issue = self._issue, now
        if before == now:
            self._timer.start()
            return
        self.latest.cancel()
        self._state = None
        self._show(())
        self._timer.start(_REST_MS if before is None else 0)

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.row.colours = self._paint.colours = colours
        self.update()

    def facts(self) -> Sequence[Promise]:
        """Give the entries."""
        return self._entries

    def _forget(self) -> None:
        """Show nothing of a library that is closed."""
        self._issue = self._state = self._seen = None
        self._show(())

    def _on_changed(self, changes: Changes, _: object) -> None:
        """Know that topics change nothing here, though articles are others by them."""
        if not changes.tags or changes.structure:
            self._stale = True
        elif self._issue is not None and self._state is not None and not self._stale:
            self._state = self._now(self._issue)

    def _now(self, issue: str) -> object:
        return self._session.library.issues.guides.state(issue)

    def _look(self) -> None:
        """Read the issue beside the window, where it has changed."""
        self._timer.setInterval(_REST_MS)
        issue = self._issue
        if issue is None or not self._session.is_open:
            return
        now = self._now(issue)
        if now == self._state and not self._stale:
            return
        self._state, self._stale = now, False
        if self._seen is None:
            from reader.store.jumping import Seen

            self._seen = Seen()
        self.latest.run(partial(_read, issue, self._seen), self._show)

    def _show(self, entries: object) -> None:
        self._entries = cast("Sequence[Promise]", entries)
        if not self._entries:
            self.row.setChecked(False)
        self._row.show_count(len(self._entries), sum(not one.kept for one in self._entries))
        self.setVisible(bool(self._entries))
        self.read(unfolded=self.row.isChecked())

    def _say(self, promise: Promise) -> str:
        found, named = promise.found, self._words.page(promise.named)
        if promise.onward is not None:
            return self._say_jump(promise, named)
        facts = {
            "entry": isolated(promise.at.text),
            "named": named,
            "page": self._words.page(found.page),
            "headline": isolated(promise.headline),
        }
        said = {
            Whereabouts.THERE: self.tr("{entry}: stands on {named}, as “{headline}”"),
            Whereabouts.ELSEWHERE: self.tr(
                "{entry}: not on {named} but on {page}, as “{headline}”"
            ),
            Whereabouts.MISSING: self.tr("{entry}: no headline like it on {named}, nor elsewhere"),
            Whereabouts.NO_PAGE: self.tr("{entry}: {named} is not in the library"),
        }
        return said[found.where].format(**facts)

    def _say_jump(self, promise: Promise, named: str) -> str:
        """Say where an article goes on, or that nobody sends to what is taken up."""
        where = promise.found.where
        if where is Whereabouts.NO_PAGE:
            said = self.tr("{entry}: {named} is not in the library")
        elif not promise.onward:
            said = self.tr("{entry}: no line on {named} says that its text goes on here")
        elif where is Whereabouts.THERE:
            said = self.tr("{entry}: goes on on {named}, as “{headline}”")
        else:
            said = self.tr("{entry}: on {named} no line takes it up")
        entry, headline = isolated(promise.said), isolated(promise.headline)
        return said.format(entry=entry, named=named, headline=headline)


def _read(issue: str, seen: Seen, library: Library, _report: Report) -> list[Promise]:
    """Read what the pages of an issue say; the work of a job."""
    guides = library.issues.guides
    guides.remember(seen)
    return guides.of_issue(issue)
