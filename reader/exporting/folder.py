"""A folder of an export: written beside as a whole where it is new, else brought up to date.

An empty folder that cannot be another, since somebody stands in it, is filled file by file, too.
The manifest is written last. Files that are not ours are never touched; what is ours is told
by the manifest, and by the list that a run writes before its first file and takes away at its
end.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.errors import OutputError
from reader.exporting import manifest
from reader.exporting.beside import Draft, beside, sync_files, sync_folder, told
from reader.exporting.names import is_ours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LIST = ".export.json.tmp"
"""The list of the files that a run is going to write, or to take away."""


class Folder:
    """The folder of an export while it is being written; a context.

    Leaving it without `finish` takes away what was written beside. `names` are the files that
    will be written, without the manifest.
    """

    def __init__(self, out: Path, library: str, names: Sequence[str]) -> None:
        self._out = out
        self._library = library
        self._names = set(names)
        self._ours: dict[str, str | None] = {}
        self._waiting: list[str] = []
        self._unsynced: list[Path] = []
        self._renaming = False
        self.files: dict[str, str] = {}
        self._fresh = self._can_be_fresh()
        self._base = beside(out) if self._fresh else out

    def _can_be_fresh(self) -> bool:
        """Tell whether the whole folder can be written beside and renamed."""
        if not self._out.exists():
            return True
        if not self._out.is_dir():
            raise OutputError(str(self._out), "no_folder")
        if any(self._out.iterdir()) or has_to_stay(self._out):
            return False
        return os.access(self._out.parent, os.W_OK)

    def __enter__(self) -> Self:
        if self._fresh:
            with _alone(self._base):
                self._sweep_base()
            with told(self._out, "folder"), _alone(self._base):
                self._base.mkdir(parents=True)
                if self._out.exists():  # who may look into it stays as it was
                    self._base.chmod(stat.S_IMODE(self._out.stat().st_mode))
        else:
            self._look_at_old()
        listed = {"library": self._library, "files": sorted(self._names | self._ours.keys())}
        with _alone(self._base):
            self._list = Draft(self._base / LIST)
        with ExitStack() as undo:
            undo.callback(self._take_back)
            self._list.write([json.dumps(listed, ensure_ascii=False).encode()])
            undo.pop_all()
        return self

    def _sweep_base(self) -> None:
        """Take away what a killed run left beside; anything else there is not ours."""
        if not os.path.lexists(self._base):
            return
        if self._base.is_symlink() or not self._base.is_dir():
            raise OutputError(str(self._base), "foreign")
        names = {path.name for path in self._base.iterdir()}
        if names - {LIST} and not self._is_ours(self._base):
            raise OutputError(str(self._base), "foreign")
        with Draft(self._base / LIST):  # nobody writes there any more
            shutil.rmtree(self._base)

    def _is_ours(self, folder: Path) -> bool:
        return any(
            manifest.read(folder / name).get("library") == self._library
            for name in (manifest.NAME, LIST)
        )

    def _look_at_old(self) -> None:
        """Learn which files are ours, sweep what a killed run left, refuse a foreign folder."""
        lists = [manifest.read(self._out / name) for name in (manifest.NAME, LIST)]
        ours = [one for one in lists if one.get("library") == self._library]
        if not ours and any(path.name != LIST for path in self._out.iterdir()):
            raise OutputError(str(self._out), "foreign")
        for one in ours:
            self._ours |= _named(one.get("files"))
        for name in sorted(self._names - self._ours.keys()):
            if os.path.lexists(self._out / name):
                raise OutputError(str(self._out), "foreign_file", name=name)
        for name in (*self._ours, manifest.NAME):
            beside(self._out / name).unlink(missing_ok=True)

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file of the export; one that is as it was is left untouched."""
        if self._fresh:
            with Draft(self._base / name) as draft:
                self.files[name] = draft.write(chunks)
            return
        self._waiting.append(name)
        final = self._out / name
        with Draft(beside(final)) as draft:
            digest = self.files[name] = draft.write(chunks)
        if _same(final, beside(final), digest):
            beside(final).unlink()
            self._waiting.pop()

    def add_small(self, name: str, data: bytes) -> None:
        """Write one of many small files; they are synced together at the end."""
        if self._fresh:
            path = self._base / name
        else:
            path = beside(self._out / name)
            if _holds(self._out / name, data):
                self.files[name] = hashlib.sha256(data).hexdigest()
                return
            self._waiting.append(name)
        self._unsynced.append(path)
        with Draft(path) as draft:
            self.files[name] = draft.write([data], sync=False)

    def finish(self, told: bytes) -> None:
        """Write the manifest, give all files their names, take away what only the old one names."""
        sync_files(self._unsynced)
        self.add(manifest.NAME, [told])
        if self._fresh:
            self._finish_fresh()
        else:
            self._finish_old()

    def _finish_fresh(self) -> None:
        self._list.discard()
        sync_folder(self._base)
        if sys.platform == "win32":
            with suppress(FileNotFoundError):
                self._out.rmdir()
        with _alone(self._out):
            self._base.replace(self._out)
        sync_folder(self._out.parent)

    def _finish_old(self) -> None:
        self._renaming = True
        for name in self._waiting:  # the manifest is the last of them
            beside(self._out / name).replace(self._out / name)
        sync_folder(self._out)
        folded = {name.casefold(): name for name in self.files}
        for name, digest in self._ours.items():
            if name in self.files or (digest and not _has(self._out / name, digest)):
                continue
            twin = folded.get(name.casefold())  # the same file where case does not count
            if twin is None or not _is_same_file(self._out / name, self._out / twin):
                _unlink_file(self._out / name)
        self._list.discard()
        sync_folder(self._out)

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self._take_back()
        self._list.close()

    def _take_back(self) -> None:
        if self._fresh:
            self._list.discard()
            shutil.rmtree(self._base, ignore_errors=True)
            return
        for name in self._waiting:
            with suppress(OSError):
                beside(self._out / name).unlink()
        if not self._renaming:
            self._list.discard()  # else it tells the next run what this one began


def has_to_stay(folder: Path) -> bool:
    """Tell whether no other folder can take the place of this one.

    A file system begins in it, or the program was started in it: whoever did so would be left
    standing in a folder that is gone.
    """
    try:
        return os.path.ismount(folder) or folder.samefile(os.curdir)
    except OSError:
        return False


@contextmanager
def _alone(base: Path) -> Iterator[None]:
    """Raise `OutputError` ``busy`` where another run makes or sweeps the same folder just now."""
    try:
        yield
    except OSError as error:
        crossed = error.errno in {errno.EEXIST, errno.ENOENT, errno.ENOTEMPTY}
        if crossed and base.parent.is_dir():
            raise OutputError(str(base), "busy") from error
        raise


def _named(files: object) -> dict[str, str | None]:
    """Give the files that a manifest or a list names, with their SHA-256 where it says that.

    Whoever can write into the folder can write a manifest: only what bears a name of an export
    is taken for ours, and it is taken away later only while it is what the manifest says. A list
    is that of a run that was killed, and knows no digest.
    """
    listed = files if isinstance(files, list | dict) else ()
    return {
        name: str(listed[name]) if isinstance(listed, dict) else None
        for name in listed
        if isinstance(name, str) and _is_plain(name) and is_ours(name)
    }


def _is_plain(name: object) -> bool:
    """Tell whether this is the name of a file in the folder itself, and no way out of it."""
    return (
        isinstance(name, str)
        and name not in {"", ".", ".."}
        and not any(c in name for c in "/\\\0")
        and Path(name).name == name
    )


def _same(final: Path, new: Path, digest: str) -> bool:
    """Tell whether the file that stands has the same bytes."""
    if final.is_symlink() or not final.is_file():
        return False
    if final.stat().st_size != new.stat().st_size:
        return False
    return _has(final, digest)


def _has(path: Path, digest: str) -> bool:
    """Tell whether a file has bytes with this SHA-256."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a file has these bytes."""
    try:
        return (
            not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
        )
    except OSError:
        return False


def _is_same_file(a: Path, b: Path) -> bool:
    try:
        return a.samefile(b)
    except OSError:
        return False


def _unlink_file(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
