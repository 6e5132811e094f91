"""Preferring: what is chosen in the settings, applied at once; and the backups among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader import places, settings
from reader.errors import JiaokanError
from reader.ui import theme
from reader.ui.names import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from reader.store.backup import Copied
    from reader.store.library import Library
    from reader.ui.dialogs.settings import SettingsDialog
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


class Preferring(QObject):
    """The settings dialog and what it does to the window."""

    backed_up = Signal()
    """A backup was made because the person asked for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._dialog: SettingsDialog | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screen)

    def settings(self) -> None:
        """Show the settings."""
        from reader.ui.dialogs.settings import SettingsDialog

        self._dialog = dialog = SettingsDialog(self._window)
        dialog.changed.connect(self.change)
        dialog.copy_wished.connect(self.back_up)
        dialog.restore_wished.connect(self._window.restoring.restore)
        dialog.folder_wished.connect(self._open_folder)
        dialog.finished.connect(lambda _: self._forget(dialog))
        self._show_backups()
        dialog.open()

    @property
    def place(self) -> QPoint | None:
        """Where on the screen the settings stand, None where they are not open."""
        return self._dialog.pos() if self._dialog is not None else None

    def settings_again(self, place: QPoint) -> None:
        """Show the settings where those of another window stood, at the language."""
        self.settings()
        assert self._dialog is not None
        self._dialog.move(place)
        self._dialog.language.setFocus()

    def _forget(self, dialog: SettingsDialog) -> None:
        self._dialog = None
        dialog.deleteLater()

    def change(self, name: str, value: object) -> None:
        """Remember a setting, and apply it."""
        try:
            settings.save(replace(settings.load(), **{name: value}))  # type: ignore[arg-type]
        except OSError as error:
            self._window.status.warn(
                self.tr("The settings could not be written ({why}).").format(why=error.strerror)
            )
        if name == "theme":
            self._window.wishes.put_on(str(value))
        elif name == "actor":
            self._sign()
        elif name == "language":
            self._window.renew_wished.emit()
        else:
            self.apply()

    def apply(self) -> None:
        """Set the text as it was chosen."""
        now, window = settings.load(), self._window
        window.wishes.mark_theme(now.theme)
        theme.read_as(measure_em=now.measure, leading=now.leading, ticks=now.ticks)
        usual = now.reading_size or int(theme.tokens()["type"]["scale"]["body"])
        window.wishes.set_usual(usual)
        window.article.dress(window.article.size, window.colours)

    def speak_later(self) -> None:
        """Say that the language cannot be changed now."""
        self._window.status.tell(self.tr("The language changes at the next start."))

    def _sign(self) -> None:
        """Let what is written from now on bear the name."""
        if self._session.is_open:
            self._session.library.actor = settings.actor()

    def _on_screen(self) -> None:
        """Draw the icons anew: the new screen may be finer than the others."""
        self._window.dress(settings.load().theme)

    def _on_system(self) -> None:
        if not settings.load().theme:
            self._window.dress("")

    # --- backups --------------------------------------------------------------------------

    def _show_backups(self) -> None:
        if self._dialog is None or not self._session.is_open:
            return
        backups = self._session.library.backups
        try:
            last = backups.last_good()
        except (JiaokanError, OSError):
            last = None
        if last is None:
            said = self.tr("There is no backup of this library yet.")
        else:
            said = self.tr("Last good backup: {age}, {articles}").format(
                age=self._age((datetime.now(UTC) - last.at).total_seconds()),
                articles=self._window.words.articles_held(last.articles, _withdrawn_in(last.path)),
            )
        self._dialog.show_backups(said, isolated(str(backups.folder())))

    def _age(self, seconds: float) -> str:
        minutes = max(0, int(seconds // 60))
        if minutes < 2:
            return self.tr("just now")
        if minutes < 120:
            return self.tr("{count} minutes ago").format(count=minutes)
        if minutes < 48 * 60:
            return self.tr("{count} hours ago").format(count=minutes // 60)
        return self.tr("{count} days ago").format(count=minutes // (24 * 60))

    def back_up(self) -> None:
        """Make a backup now."""
        if not self._session.is_open:
            self._window.status.tell(self.tr("No library is open."))
            return

        def work(library: Library, report: Report) -> Copied:
            return library.backups.make(report=lambda done, total: report(done, total, ""))

        job = self._session.job(work, writes=False)
        job.finished.connect(self._on_copied)
        job.failed.connect(self._window.telling.failure)
        self._session.start(job)

    def _on_copied(self, copied: Copied) -> None:
        said = self.tr("Backed up and verified: {articles}, {characters}")
        if copied.altered:
            said = self.tr(
                "Backed up as it is, but not sound: {count} places were changed from outside. Run "
                '"jiaokan check", and keep the earlier backups.'
            )
        self._window.status.tell(
            said.format(
                count=f"{copied.altered:,}",
                articles=self._window.words.articles_held(copied.articles, copied.withdrawn),
                characters=self._window.words.characters(copied.characters),
            )
        )
        self._show_backups()
        self.backed_up.emit()

    def _open_folder(self) -> None:
        folder = places.backups_folder()
        if self._session.is_open:
            folder = self._session.library.backups.folder()
        while not places.is_folder(folder) and folder != folder.parent:
            folder = folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _withdrawn_in(backup: Path) -> int:
    """Count the withdrawn articles of a backup, none where it cannot be read."""
    from reader.store.contents import withdrawn_in

    try:
        return withdrawn_in(backup)
    except (JiaokanError, OSError):
        return 0
