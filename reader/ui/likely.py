"""To the line ends that are most likely wrong, in the order of what a look at each removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import NotFoundError
from reader.ui.article.doubts import at_caret, doubts_of

if TYPE_CHECKING:
    from reader.store.doubting import DoubtPlace
    from reader.ui.window import MainWindow


class LikelyErrors(QObject):
    """Holds the slot that leads through the doubts of an issue, the likeliest error first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane = window.article

    def likeliest_error(self) -> None:
        """Go to the likeliest error of the issue; from a doubt to the one that is next likely."""
        article = self._pane.article
        if article is None or not self._pane.typing.flush():
            return
        issues = self._window.session.library.issues
        try:
            places = issues.doubts(article.issue)
            expected = issues.expected_wrong(article.issue) if places else 0.0
        except NotFoundError:  # withdrawn by another program; the article pane empties itself
            return
        if not places:
            self._window.status.tell(self.tr("This issue has no doubtful line end."))
            return
        here = at_caret(self._pane.edit.sheet.blocks, self._pane.edit.caret())
        seam = (here.seam.source, here.seam.start) if here is not None else None
        known = [(place.source, place.start) for place in places]
        self._show(places[(known.index(seam) + 1) % len(places) if seam in known else 0])
        self._window.status.tell(
            self.tr("{doubt} Of this issue, about {count} line ends may be wrong.").format(
                doubt=self._window.status.said.text(), count=f"{expected:.1f}"
            )
        )

    def _show(self, place: DoubtPlace) -> None:
        if self._pane.article is None or self._pane.article.id != place.article:
            self._pane.open(place.article)
        for doubt in doubts_of(self._pane.edit.sheet.blocks):
            if (doubt.seam.source, doubt.seam.start) == (place.source, place.start):
                self._window.verbs.show_doubt(doubt.block, doubt.seam.at)
