"""Views: the article alone, beside its source, or against it; one of three at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.actions import key_of
from reader.ui.article.editor import erased_by
from reader.ui.article.switch import View
from reader.ui.article.typed import typed_by
from reader.ui.enabling import CHANGES

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

_TYPES = (
    QKeySequence.StandardKey.InsertParagraphSeparator,
    QKeySequence.StandardKey.InsertLineSeparator,
)


class Views(QObject):
    """Turns from one view to another by keys and by the switch, and keeps both true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._faces = window.article.faces
        self._switch = window.article.head.switch
        self._switch.chosen.connect(self._on_chosen)
        self._faces.escaped.connect(self.proof_view)
        self._faces.turned.connect(self._show)
        window.beside.turned.connect(self._on_source)
        window.session.opened.connect(self._show)
        window.installEventFilter(self)

    @property
    def view(self) -> View:
        """How the article is shown."""
        if self._faces.differing:
            return View.DIFFERENCES
        return View.BESIDE if self._window.beside.open else View.PROOF

    # --- slots of the action table --------------------------------------------------------

    def proof_view(self) -> None:
        """Show the article alone, as it reads."""
        if self.view is View.PROOF:
            self._window.status.tell(self.tr("The article is shown alone already."))
        self._faces.show_proof()
        if self._window.beside.open:
            self._window.beside.toggle_source()
        self._show()

    def differences(self) -> None:
        """Show what was changed of what was received."""
        window = self._window
        window.focus.leave()
        if window.article.article is not None and not window.seeking.open:
            self._faces.show_differences()
        if self._faces.differing and window.beside.open:
            window.beside.toggle_source()
        self._show()

    # --- the switch -----------------------------------------------------------------------

    def _on_chosen(self, view: View) -> None:
        if view is View.PROOF:
            self.proof_view()
        elif view is View.DIFFERENCES:
            self.differences()
        elif not self._window.beside.open:
            self._window.beside.toggle_source()

    def _on_source(self) -> None:
        """Let the differences give way to the source, which stands beside the proof."""
        if self._window.beside.open:
            self._faces.show_proof()
        self._show()

    def _show(self) -> None:
        """Show in switch and menu which view there is, and grey what cannot be done in it."""
        view = self.view
        self._switch.show_view(view)
        actions = self._window.actions_by_id
        actions["actionProofView"].setChecked(view is View.PROOF)
        actions["actionDifferences"].setChecked(view is View.DIFFERENCES)
        self._window.enabling.enable()

    # --- keys that can change nothing here ------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell why a key that changes the text does nothing among the differences."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and self._faces.differing and self._changes(event):  # type: ignore[arg-type]
            self._window.status.tell(
                self.tr("Differences are for reading. {key} goes to the proof to change text.")
                .format(key=key_of("actionProofView"))
            )  # fmt: skip
            return True
        return bool(super().eventFilter(watched, event))

    def _changes(self, event: QKeyEvent) -> bool:
        """Tell whether a key would change the text, were it the proof that is shown."""
        pressed = QKeySequence(event.keyCombination())
        rows = self._window.actions_by_id
        if any(pressed in rows[name].shortcuts() for name in CHANGES):
            return True
        face = self._faces.face
        if face is None or not face.hasFocus():
            return False
        types = any(event.matches(key) for key in _TYPES) or bool(typed_by(event))
        return types or erased_by(event) is not None
