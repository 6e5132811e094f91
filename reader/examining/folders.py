"""Look at a folder: on what file system it lies, whether it can be written, what is risky there.

SQLite's locks and its shared memory need one machine and a file system that keeps its word; a
program that synchronises copies a library in the middle of a write, and puts half of it back.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.examining.remarks import Remark
from reader.places import is_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

MOUNTS = Path("/proc/self/mountinfo")

NETWORK = frozenset(
    {
        "9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2",
        "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs",
        "vboxsf", "virtiofs", "vmhgfs", "webdav",
    }
)  # fmt: skip
"""Kinds of file system that lie on, or are shared with, another machine."""

NETWORK_FUSE = frozenset(
    {
        "cifs",
        "davfs2",
        "gcsfuse",
        "glusterfs",
        "gvfsd-fuse",
        "rclone",
        "s3fs",
        "sshfs",
        "vmhgfs-fuse",
    }
)
MEMORY = frozenset({"ramfs", "tmpfs"})
NO_OWNERS = frozenset({"exfat", "fat", "msdos", "vfat"})

_SYNC_NAMES: tuple[tuple[str, str], ...] = (
    (r"dropbox( \(.*\))?", "Dropbox"),
    (r"onedrive( - .*)?", "OneDrive"),
    (r"google ?drive|my drive|googledrive-.*", "Google Drive"),
    (r"mobile documents|com~apple~clouddocs|icloud ?drive", "iCloud"),
    (r"nextcloud", "Nextcloud"),
    (r"owncloud", "ownCloud"),
    (r"seafile", "Seafile"),
    (r"nutstore( files)?|(我的)?坚果云(同步.*)?", "坚果云"),
    (r"baidusyncdisk|百度(网盘|云)(同步.*)?", "百度网盘"),
    (r"wps ?(云盘|云文档|网盘).*|wps cloud( files)?|wpsdrive", "WPS云盘"),
    (r"阿里云盘(同步.*)?|aliyundrive", "阿里云盘"),
    (r"(腾讯)?微云(同步.*)?|weiyun( ?disk| ?sync)?", "腾讯微云"),
    (r"115 ?(网盘|同步).*", "115"),
    (r"megasync|mega", "MEGA"),
    (r"pcloud( ?drive| ?sync)?", "pCloud"),
    (r"box( ?sync)?", "Box"),
    (r"syncthing", "Syncthing"),
    (r"cloudstorage", "CloudStorage"),
    (r"resilio sync|btsync", "Resilio Sync"),
)
"""What folders that are synchronised are called, in lower case, and by whom."""

_SYNC_SIGNS: tuple[tuple[str, str], ...] = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".sync", "Resilio Sync"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.driveupload", "Google Drive"),
    (".nutstore", "坚果云"),
    (".seafile-data", "Seafile"),
)
"""What those programs leave in the folders that they synchronise."""

FULL_BELOW = 200 << 20
"""So few bytes left are few: an import of a year needs as much."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is now; `there` is the nearest that exists, `free` is in bytes or None."""

    path: Path
    there: Path
    system: str
    free: int | None
    writable: bool
    service: str

    @property
    def exists(self) -> bool:
        """Tell whether the folder itself is there."""
        return self.path == self.there


def look(path: Path) -> Folder:
    """Look at a folder, which need not be there: then at the one in which it would be made."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() may raise
    there = path
    while there != there.parent and not is_folder(there):
        there = there.parent
    real = Path(os.path.realpath(there))
    free = None
    with suppress(OSError):
        free = shutil.disk_usage(real).free
    writable = os.access(real, os.W_OK | os.X_OK)
    service = _synchroniser(real) or _synchroniser(path)
    return Folder(path, there, _file_system(real), free, writable, service)


def risks(noun: str, path: Path) -> Iterator[Remark]:
    """Give what is risky about writing in a folder."""
    folder = look(path)
    named: dict[str, str | int] = {"noun": noun, "path": str(path)}
    system = named | {"system": folder.system}
    kind = folder.system.removeprefix("fuse.")
    if not folder.writable:
        yield Remark("folder_closed", named)
    if folder.system in NETWORK or kind in NETWORK_FUSE:
        yield Remark("folder_network", system)
    if folder.service:
        yield Remark("folder_sync", named | {"service": folder.service})
    if folder.system in MEMORY:
        yield Remark("folder_memory", system)
    if folder.system in NO_OWNERS:
        yield Remark("folder_open_to_all", system)
    if folder.free is not None and folder.free < FULL_BELOW:
        yield Remark("folder_full", named | {"free": folder.free >> 20})


def _synchroniser(folder: Path) -> str:
    """Name the program that synchronises a folder, by its name or what lies in it; else ''."""
    for part in (folder, *folder.parents):
        for pattern, service in _SYNC_NAMES:
            if re.fullmatch(pattern, part.name.lower()):
                return service
        for sign, service in _SYNC_SIGNS:
            with suppress(OSError):
                if part != part.parent and (part / sign).exists():
                    return service
    return ""


def _file_system(folder: Path) -> str:
    """Name the kind of file system on which a folder lies; '' where that cannot be told."""
    if sys.platform == "win32":
        return _drive(folder)
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return ""
    best, system = b"", ""
    for line in lines:
        fields, _, after = line.partition(b" - ")
        point = _unescaped(fields.split(b" ")[4])
        inside = point == b"/" or os.fsencode(folder) == point
        if (inside or os.fsencode(folder).startswith(point + b"/")) and len(point) >= len(best):
            best, system = point, after.split(b" ")[0].decode("ascii", "replace")
    return system


def _unescaped(name: bytes) -> bytes:
    """Read the octal escapes of a mount's name."""
    return re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), name)


def _drive(folder: Path) -> str:
    """Tell on Windows whether a folder lies on another machine."""
    if str(folder).startswith("\\\\"):
        return "smb2"
    import ctypes

    kind = getattr(ctypes, "windll").kernel32.GetDriveTypeW(folder.anchor)  # noqa: B009 - mypy
    return {4: "smb2", 6: "ramfs"}.get(kind, "")
