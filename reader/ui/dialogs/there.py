"""The line under a place to export to: what stands there, or why nothing can go there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from reader.errors import JiaokanError
from reader.exporting import Earlier
from reader.ui.dialogs.selecting import foreseeing
from reader.ui.latest import Latest
from reader.ui.names import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.session import Session
    from reader.ui.words import Words


class There(QLabel):
    """Looks beside the window; `seen` tells that it is known, `failed` gives a bug."""

    seen = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exportThere")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "secondary")
        self.setWordWrap(True)
        self.refused = False
        """Whether it was seen that nothing can be written there."""
        self.another = False
        """Whether it was seen that an export of another library stands there."""

    def begin(self, session: Session, words: Words) -> None:
        """Learn where to look, and how to tell of it."""
        self._words = words
        self._latest = Latest(session, self)
        self._latest.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Tell whether it looks just now."""
        return self._latest.busy

    def look(self, form: str, path: Path | None, *, single: bool) -> None:
        """Look at a place, where there is one."""
        self._latest.cancel()
        self._show(None)
        if path is not None:
            self._latest.run(foreseeing(form, path, single=single), self._show)

    def leave(self) -> None:
        """Look no more: it is being written."""
        self._latest.cancel()

    def _show(self, found: object) -> None:
        self.refused = isinstance(found, JiaokanError)
        self.another = isinstance(found, Earlier) and found.another
        if isinstance(found, JiaokanError):
            self.warn(found)
        else:
            role = "doubt" if self.another else "secondary"
            self._say(self._words_of(found) if isinstance(found, Earlier) else "", role)
        self.seen.emit()

    def warn(self, error: JiaokanError) -> None:
        """Say why it could not be written, in the ink of a doubt."""
        self._say(self._words.fault(error), "doubt")

    def _say(self, said: str, role: str) -> None:
        self.setText(said)
        self.setVisible(bool(said))
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)

    def _words_of(self, earlier: Earlier) -> str:
        if not earlier.sure:
            return self.tr("A file stands there; it is replaced if it is an earlier export.")
        facts = [] if earlier.articles is None else [self._words.articles(earlier.articles)]
        if earlier.at is not None:
            then = datetime.fromisoformat(earlier.at).astimezone()
            facts.append(then.strftime("%Y-%m-%d %H:%M"))
        if earlier.another:
            return self.tr("An export of another library stands there ({facts}).").format(
                facts=", ".join([*filter(None, [isolated(earlier.title or "")]), *facts])
            )
        if not facts:
            return self.tr("An earlier export there will be brought up to date.")
        return self.tr("An earlier export there ({facts}) will be brought up to date.").format(
            facts=", ".join(facts)
        )
