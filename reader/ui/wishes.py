"""Wishes: what each action of the table does, by way of the panes and the session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QMessageBox

from reader.ui import actions, theme
from reader.ui.clipping import Clipping
from reader.ui.menus.view import THEMES
from reader.ui.names import isolated
from reader.ui.turning import Turning

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.ui.window import MainWindow


class Wishes(QObject):
    """The slots of the action table, and the few wishes that come without one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._zoomed = 0
        self._base = self._usual = int(theme.tokens()["type"]["scale"]["body"])
        self._smaller = 0
        self.turning = Turning(window)
        self.clipping = Clipping(window)

    def before_action(self) -> None:
        """End what is being composed where it is made: no action lets it land elsewhere.

        What went wrong before is no longer said.
        """
        self._window.article.edit.settle()
        self._window.status.forget_warning()

    # --- File -----------------------------------------------------------------------------

    def save(self) -> None:
        """Write what is typed at once, and say that all is saved."""
        if not self._session.writable:
            self._window.status.tell(
                self.tr("The library is open for reading; there is nothing to save.")
            )
        elif self._window.article.typing.flush():
            self._window.status.show_saved()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def lose(self) -> bool:
        """Ask whether what cannot be written may be lost."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("What you typed last could not be saved. Close and lose it?"))
        box.setStandardButtons(
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        )
        return box.exec() == QMessageBox.StandardButton.Discard.value

    # --- Edit and View --------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last wish back, and show where."""
        self.turning.undo()

    def redo(self) -> None:
        """Do the wish again that was taken back, and show where."""
        self.turning.redo()

    @property
    def zoomed(self) -> int:
        """By how many pixels the reading size differs from the usual one."""
        return self._zoomed

    def zoom_in(self) -> None:
        """Make the reading text larger."""
        self.zoom(1)

    def zoom_out(self) -> None:
        """Make the reading text smaller."""
        self.zoom(-1)

    def zoom(self, by: int) -> None:
        """Change the reading size by pixels, within what the look allows."""
        scale = theme.tokens()["type"]["scale"]
        size = self._base + self._zoomed + by
        if scale["body-min"] <= size <= scale["body-max"]:
            self._zoomed += by
            self._set_size()
        else:
            self._window.status.tell(
                self.tr("The text is as large as it can be.") if by > 0
                else self.tr("The text is as small as it can be.")
            )  # fmt: skip

    def zoom_reset(self) -> None:
        """Give the reading text its usual size."""
        if not self._zoomed:
            self._window.status.tell(self.tr("The text has its usual size."))
        self._zoomed = 0
        self._set_size()

    def set_base(self, smaller: int) -> None:
        """Take the usual size less `smaller` pixels, as a small window wants it."""
        self._smaller = smaller
        self._base = max(self._usual - smaller, int(theme.tokens()["type"]["scale"]["body-min"]))
        self._set_size()

    def set_usual(self, size: int) -> None:
        """Take another usual size, which zooming starts from."""
        self._usual = size
        self.set_base(self._smaller)

    def _set_size(self) -> None:
        size = self._base + self._zoomed
        self._window.status.facts.show_zoom(round(100 * size / self._base))
        if size != self._window.article.size:
            self._window.article.dress(size, self._window.colours)
            self._window.seeking.dress(size)
            self._window.columns.set_size(size)

    def theme_system(self) -> None:
        """Put on the theme that all programs have."""
        self._choose("actionThemeSystem")

    def theme_light(self) -> None:
        """Put on the light theme."""
        self._choose("actionThemeLight")

    def theme_dark(self) -> None:
        """Put on the dark theme."""
        self._choose("actionThemeDark")

    def theme_sepia(self) -> None:
        """Put on the brown theme."""
        self._choose("actionThemeSepia")

    def theme_high_contrast(self) -> None:
        """Put on the theme of high contrast."""
        self._choose("actionThemeHighContrast")

    def _choose(self, action: str) -> None:
        before = self._window.colours
        self._window.preferring.change("theme", THEMES[action])
        if self._window.colours == before:
            self._window.status.tell(self.tr("The window has this theme."))

    def mark_theme(self, name: str) -> None:
        """Mark a theme in the menu."""
        for action, theme_of in THEMES.items():
            self._window.actions_by_id[action].setChecked(theme_of == name)

    def put_on(self, name: str) -> None:
        """Put on a theme, and mark it in the menu."""
        self.mark_theme(name)
        self._window.dress(name)

    # --- the text of the article ----------------------------------------------------------

    def context_menu(self, place: QPoint) -> None:
        """Show the context menu of the article at a place of the screen."""
        self._window.article.edit.setFocus()  # what stands in it acts where the focus is
        menu = QMenu(self._window)
        menu.setObjectName("contextMenu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in actions.CONTEXT:
            if name:
                menu.addAction(self._window.actions_by_id[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    # --- Go, Proof ------------------------------------------------------------------------

    def next_article(self) -> None:
        """Open the article that follows."""
        self._step(1)

    def previous_article(self) -> None:
        """Open the article before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._window.issues.step(by):
            self._window.status.tell(
                self.tr("This is the last article.") if by > 0
                else self.tr("This is the first article.")
            )  # fmt: skip

    def next_doubt(self) -> None:
        """Go to the next doubt."""
        self._window.verbs.next_doubt()

    def previous_doubt(self) -> None:
        """Go to the doubt before."""
        self._window.verbs.previous_doubt()

    def doubt_elsewhere(self, step: int) -> None:
        """Go to the next article with doubts, when this one has no further."""
        self._window.issues.step_to_doubts(step, partial(self._on_doubts, step))

    def _on_doubts(self, step: int, there: bool) -> None:  # noqa: FBT001 - the answer
        if there:
            self._window.verbs.first_doubt(step)
            self._tell_where(step)
        else:
            self._window.status.tell(self.tr("There is no further doubt."))

    def _tell_where(self, step: int) -> None:
        """Say into which article one has come, before what is doubtful there."""
        article = self._window.article.article
        if article is None or article.row is None:
            return
        on = self.tr('On to "{title}", {date}. {doubt}')
        back = self.tr('Back to "{title}", {date}. {doubt}')
        if self._window.issues.walk.wrapped:
            on = self.tr('From the beginning again: "{title}", {date}. {doubt}')
            back = self.tr('From the end again: "{title}", {date}. {doubt}')
        said = on if step > 0 else back
        self._window.status.tell(
            said.format(
                title=isolated(article.row.title),
                date=self._window.words.date(article.row.date),
                doubt=self._window.status.said.text(),
            )
        )

    def join(self) -> None:
        """Join paragraphs."""
        self._window.verbs.join()

    def split(self) -> None:
        """Split a paragraph."""
        self._window.verbs.split()

    def accept(self) -> None:
        """Accept a line end."""
        self._window.verbs.accept()

    def mark_proofread(self) -> None:
        """Mark the article as proofread."""
        self._window.verbs.mark_proofread()
