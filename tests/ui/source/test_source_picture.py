"""The picture of a page under its lines: found, fitted, enlarged, missing, broken."""

import pytest
from acting import add, turn_wheel
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from reader.model import IssueFacts
from reader.sources.folders import Folders
from reader.store.library import Library, Mode
from reader.ui.source import finding

pytestmark = pytest.mark.window
Key = Qt.Key


@pytest.fixture
def scans(tmp_path, path):
    """Lay a scan beside the first file, and note where both files lie."""
    folder = tmp_path / "[scans]"
    folder.mkdir()
    with Library.open(path) as library:
        known = Folders(library.id)
        for row in library.articles.rows():
            name, sha256 = library.articles.received_file(row.id)
            known.remember(sha256, folder / name, new=True)
    scan = QImage(400, 600, QImage.Format.Format_RGB32)
    scan.fill(QColor("darkgreen"))
    assert scan.save(str(folder / "one.PNG"))
    return folder


def show(window, press, qtbot):
    press(window, "actionTogglePicture")
    settle(qtbot, window)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.source.picture.latest.busy)


def note(window):
    assert window.source.picture.note.isVisible()
    return window.source.picture.note.text()


def test_the_picture_stands_under_the_lines_as_wide_as_they(scans, window, press, qtbot):
    show(window, press, qtbot)
    view = window.source.picture.view
    assert window.source.isVisible()
    assert view.isVisible()
    assert view.transform().m11() == pytest.approx((view.viewport().width() - 2) / 400)
    shot = view.viewport().grab().toImage()
    assert shot.pixelColor(shot.width() // 2, 40) == QColor("darkgreen")
    assert window.actions_by_id["actionTogglePicture"].isChecked()
    view.setFocus()
    press(window, "actionTogglePicture")
    assert not view.isVisible()
    assert window.source.isVisible()
    assert window.focusWidget() is window.source.edit
    press(window, "actionToggleSource")
    show(window, press, qtbot)
    assert view.isVisible()


def test_it_grows_and_moves(scans, window, press, qtbot):
    show(window, press, qtbot)
    view = window.source.picture.view
    fitted = view.transform().m11()
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.transform().m11() == pytest.approx(fitted * 1.25)
    turn_wheel(view, -120)
    assert view.zoomed == 1
    assert view.verticalScrollBar().value() > 0
    view.setFocus()
    for _ in range(30):
        qtbot.keyClick(view, Key.Key_Plus)
    assert view.transform().m11() < fitted * 13
    before = view.horizontalScrollBar().value()
    qtbot.keyClick(view, Key.Key_Right)
    assert view.horizontalScrollBar().value() > before
    qtbot.keyClick(view, Key.Key_Minus)
    qtbot.keyClick(view, Key.Key_0)
    assert view.transform().m11() == pytest.approx(fitted)
    for _ in range(3):
        turn_wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomed == 0


def test_the_picture_goes_with_the_page(scans, window, press, qtbot):
    show(window, press, qtbot)
    pane = window.source.picture
    press(window, "actionNextArticle")  # of the same page: nothing is read again
    assert not pane.latest.busy
    press(window, "actionNextArticle")
    settle(qtbot, window)
    assert note(window) == (
        f"No picture (png, jpg, tif) of the name of two.txt lies beside it in {scans}."
    )
    QImage(10, 10, QImage.Format.Format_RGB32).save(str(scans / "two.tif"))
    pane.again()
    settle(qtbot, window)
    assert pane.view.isVisible()
    window.article.open(None)
    assert note(window) == ""


@pytest.mark.parametrize("suffix", ["jpg", "jpeg", "tif", "tiff", "JPG", "Tiff"])
def test_a_picture_of_each_kind_beside_the_file_is_found(scans, window, press, qtbot, suffix):
    (scans / "one.PNG").unlink()
    form = "jpg" if suffix.lower().startswith("j") else "tif"
    assert QImage(400, 600, QImage.Format.Format_RGB32).save(str(scans / f"one.{suffix}"), form)
    show(window, press, qtbot)
    assert window.source.picture.view.isVisible()
    assert not window.source.picture.note.isVisible()


def test_a_broken_picture_is_told(scans, window, press, qtbot):
    (scans / "one.PNG").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    show(window, press, qtbot)
    assert note(window).startswith(f"The picture {scans / 'one.PNG'} cannot be read: ")


def test_where_the_folder_is_not_known_it_is_said(window, press, qtbot):
    show(window, press, qtbot)
    assert note(window) == "From which folder one.txt came is not known here."


def test_a_very_large_picture_is_read_smaller(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "LONGEST", 100)
    QImage(300, 600, QImage.Format.Format_RGB32).save(str(tmp_path / "x.jpg"))
    read = finding.read("x.txt", tmp_path / "x.jpg")
    assert (read.image.width(), read.image.height()) == (50, 100)
    assert finding.beside(tmp_path / "none", "x.txt") is None
    (tmp_path / "x.png").write_bytes(b"")
    assert finding.beside(tmp_path, "x.txt") == tmp_path / "x.png"
    assert finding.read("x.txt", tmp_path / "x.png").lacks is finding.Lacks.OTHER
    (tmp_path / "x.png").unlink()
    assert finding.read("x.txt", tmp_path / "x.png").lacks is finding.Lacks.BROKEN


@pytest.mark.parametrize("form", ["png", "jpg", "tif", "bmp", "ppm", "xpm", "webp", "ico"])
def test_no_other_reader_than_for_these_kinds_is_let_at_a_file(tmp_path, form):
    """By content: a scanner's jpg may be called png, but of bmp, svg and others nobody asked."""
    QImage(16, 16, QImage.Format.Format_RGB32).save(str(tmp_path / "x.png"), form)
    read = finding.read("x.txt", tmp_path / "x.png")
    assert (read.image is not None) == (form in ("png", "jpg", "tif"))


def test_what_is_only_called_a_picture_is_told(scans, window, press, qtbot):
    (scans / "one.PNG").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    show(window, press, qtbot)
    path = scans / "one.PNG"
    assert note(window) == f"The file {path} is no png, jpg or tif, though it is called so."


def test_an_article_whose_page_has_no_file(open_window, path, qtbot):
    with Library.open(path, Mode.WRITE) as library:
        add(
            library, "=无\n\n无源。\n", "none.txt", IssueFacts("社区晨报", "2025-12", True, None, 1)
        )
        row = list(library.articles.rows())[-1]
        library.connection.execute("PRAGMA foreign_keys = OFF")
        assert library.articles.received_file(row.id)[0] == "none.txt"
        assert finding.find(row.id, library, None).lacks is finding.Lacks.FOLDER
