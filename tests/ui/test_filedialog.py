"""Asking for files does not lose the locks of the library that is open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider
from PySide6.QtWidgets import QFileDialog, QTreeView

from reader.store.library import Library, Mode
from reader.ui.filedialog import FileDialog

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.window

_ASKS = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, int(sys.argv[3]), int(sys.argv[2]))
    except OSError:
        print("held")
"""


def held(path: Path, begin: int, length: int) -> bool:
    """Tell whether another process is kept from a lock."""
    words = [sys.executable, "-c", _ASKS, str(path), str(begin), str(length)]
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout == "held\n"


def locked(path: Path) -> tuple[bool, bool]:
    """Tell whether the shared locks on a library and on its index are there."""
    index = path.with_name(path.name + "-shm")
    return held(path, 0x40000002, 510), held(index, 128, 1)


def looked_at(qtbot, dialog: QFileDialog) -> None:
    """Show a dialog until it has listed its folder, in detail, so that kinds are named."""
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) > 0)
    qtbot.wait(300)
    dialog.close()


def test_a_dialog_of_ours_leaves_the_locks_alone(qtbot, qapp, path):
    with Library.open(path, Mode.WRITE):
        assert locked(path) == (True, True)
        looked_at(qtbot, FileDialog(None, "", str(path.parent)))
        assert locked(path) == (True, True)


def test_a_dialog_of_qt_does_not(qtbot, qapp, path):
    with Library.open(path, Mode.WRITE) as library:
        plain = QFileDialog(None, "", str(path.parent))
        plain.setOption(QFileDialog.Option.DontUseNativeDialog)
        looked_at(qtbot, plain)
        assert locked(path) == (False, False)
        assert library.in_place()
        assert locked(path) == (True, True)


@pytest.mark.parametrize(
    ("ask", "mode"),
    [
        (FileDialog.getOpenFileName, QFileDialog.FileMode.ExistingFile),
        (FileDialog.getOpenFileNames, QFileDialog.FileMode.ExistingFiles),
        (FileDialog.getSaveFileName, QFileDialog.FileMode.AnyFile),
        (FileDialog.getExistingDirectory, QFileDialog.FileMode.Directory),
    ],
)
def test_what_is_asked_for(qapp, monkeypatch, tmp_path, ask, mode):
    asked = []

    def answered(dialog):
        asked.append((dialog.fileMode(), dialog.directory().absolutePath(), dialog.windowTitle()))
        return dialog.DialogCode.Rejected

    monkeypatch.setattr(FileDialog, "exec", answered)
    chosen = ask(None, "题", str(tmp_path))
    assert asked == [(mode, str(tmp_path), "题")]
    assert not (chosen if isinstance(chosen, str) else chosen[0])


def test_the_name_that_is_offered_is_given_back(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr(FileDialog, "exec", lambda dialog: dialog.DialogCode.Accepted)
    wanted = tmp_path / "报.jsonl"
    assert FileDialog.getSaveFileName(None, "", str(wanted), "JSON (*.jsonl)") == (
        str(wanted), "JSON (*.jsonl)"
    )  # fmt: skip


def test_it_begins_where_one_was_last(qtbot, tmp_path):
    (tmp_path / "in").mkdir()
    before = FileDialog(None, "", str(tmp_path))
    qtbot.addWidget(before)
    before.setDirectory(str(tmp_path / "in"))
    after = FileDialog(None, "", "")
    qtbot.addWidget(after)
    assert after.directory().absolutePath() == str(tmp_path / "in")


def test_kinds_are_told_by_names_alone(qtbot, tmp_path):
    dialog = FileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    provider = dialog.iconProvider()
    assert provider.type(QFileInfo(str(tmp_path / "a.db"))) == "DB"
    assert provider.type(QFileInfo(str(tmp_path))) == ""
    kinds = QAbstractFileIconProvider.IconType
    assert not provider.icon(kinds.File).isNull()
    assert not provider.icon(kinds.Folder).isNull()


def test_what_is_typed_when_the_log_was_taken_away_is_written(window, qtbot, path):
    for end in ("", "-wal", "-shm"):  # as whatever opens them does, and closes them again
        path.with_name(path.name + end).open("rb").close()
    words = [sys.executable, "-m", "reader", "--library", str(path), "stats"]
    subprocess.run(words, capture_output=True, check=True)
    assert not path.with_name(path.name + "-wal").exists()
    qtbot.keyClicks(window.article.edit, "Q")
    window.session.poll()

    def written():
        with Library.open(path) as library:
            return any("Q" in b.text for r in library.articles.rows()
                       for b in library.articles.get(r.id).blocks)  # fmt: skip

    qtbot.waitUntil(written)
    assert window.session.fault is None
