"""Find and read the picture of a page beside the window: the work of a job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from reader.errors import NotFoundError

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.jobs import Report

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""In the order in which a picture is taken where there are several."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"II*\0", b"tiff"),
    (b"MM\0*", b"tiff"),
    (b"II+\0", b"tiff"),
    (b"MM\0+", b"tiff"),
)
"""How a picture begins, and which of Qt's readers is let at it: no other ever is."""

_MAGIC = 8
"""Bytes by which the kind of a picture is known."""

MEMORY = 256
"""Megabytes that a picture may take when it is read."""

LONGEST = 6000
"""Pixels of the longer side that is kept; a larger scan is read smaller."""


class Lacks(StrEnum):
    """Why there is no picture."""

    FOLDER = "folder"
    PICTURE = "picture"
    BROKEN = "broken"
    OTHER = "other"
    """The file is no picture of a kind that is shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was read, or what is lacking; `says` is Qt's own reason."""

    name: str
    path: Path | None = None
    image: QImage | None = None
    lacks: Lacks | None = None
    says: str = ""


def find(article: str, library: Library, _report: Report) -> Picture:
    """Read the picture that has the name of an article's page and lies beside its file."""
    from reader.sources.folders import place_of

    try:
        name, sha256 = library.articles.received_file(article)
    except NotFoundError:
        return Picture("", lacks=Lacks.FOLDER)
    place = place_of(library.id, sha256, name)
    if place is None:
        return Picture(name, lacks=Lacks.FOLDER)
    name, folder = place.name, place.parent
    path = beside(folder, name)
    return Picture(name, folder, lacks=Lacks.PICTURE) if path is None else read(name, path)


def beside(folder: Path, name: str) -> Path | None:
    """Give the picture of the same name in a folder, its suffix in any case."""
    stem = Path(name).stem
    try:
        found = {path.name: path for path in folder.glob(f"{_plain(stem)}.*") if path.is_file()}
    except OSError:
        return None
    fitting = [p for p in found.values() if p.stem == stem and p.suffix.lower() in SUFFIXES]
    return min(fitting, key=lambda p: (SUFFIXES.index(p.suffix.lower()), p.name), default=None)


def _plain(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def read(name: str, path: Path) -> Picture:
    """Read a picture, smaller where it is very large; what cannot be read says why."""
    try:
        with path.open("rb") as file:
            begin = file.read(_MAGIC)
    except OSError as error:
        return Picture(name, path, lacks=Lacks.BROKEN, says=error.strerror or "")
    form = next((kind for magic, kind in _KINDS if begin.startswith(magic)), None)
    if form is None:
        return Picture(name, path, lacks=Lacks.OTHER)
    QImageReader.setAllocationLimit(MEMORY)
    reader = QImageReader(str(path), form)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        fitted = QSize(LONGEST, LONGEST)
        reader.setScaledSize(size.scaled(fitted, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return Picture(name, path, lacks=Lacks.BROKEN, says=reader.errorString())
    return Picture(name, path, image)
