"""Counts what the program does to files, and kills it just before the call of a number.

A restore or an undo writes for some milliseconds: a signal of another process falls there by
chance alone, and on a busy machine hardly at all. So SQLite is given calls of our own in place of
the system's (`xSetSystemCall` of its "unix" VFS), which count and then do what they are asked:
writes, truncations, files that are taken away. What Python renames, removes, makes or opens for
writing is told by its audit hook. What is written through an open file of Python, or by Qt, is not
counted, nor is `fsync`, for which SQLite takes no other call; but a moment behind the opening of a
file is a moment to die as well. Each counts under its own name and that of the file, since an act
writes a thousand pages to one and opens another once.
"""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_INT, _LONG, _PLACE = ctypes.c_int, ctypes.c_ssize_t, ctypes.c_void_p
_CALLS: dict[str, tuple[Any, ...]] = {
    "write": (_LONG, _INT, _PLACE, ctypes.c_size_t),
    "pwrite": (_LONG, _INT, _PLACE, ctypes.c_size_t, ctypes.c_int64),
    "pwrite64": (_LONG, _INT, _PLACE, ctypes.c_size_t, ctypes.c_int64),
    "ftruncate": (_INT, _INT, ctypes.c_int64),
    "unlink": (_INT, ctypes.c_char_p),
}
"""What SQLite calls, by its name for it: what is given back, and what is handed over."""
_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate"}
_PASSING = ("-shm", ".window", ".lock")
"""How the names of files end in which nothing is kept."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class _Vfs(ctypes.Structure):
    """The head of `sqlite3_vfs`, up to the calls that can be replaced."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_name", _INT),
        ("next", _PLACE),
        ("name", ctypes.c_char_p),
        ("data", _PLACE),
        ("methods", _PLACE * 13),
        ("set_call", ctypes.CFUNCTYPE(_INT, _PLACE, ctypes.c_char_p, _PLACE)),
        ("get_call", ctypes.CFUNCTYPE(_PLACE, _PLACE, ctypes.c_char_p)),
    )


class Writes:
    """Counts from its making on; `last` is the call before which the program dies, 0 is none.

    With 0 it keeps what was done, in order: a file's name (those far from `library` have one)
    and the call.
    """

    def __init__(self, library: Path, last: int = 0) -> None:
        self.done: list[str] = []
        self._count = 0
        self._library = str(library)
        self._last = last
        self._kept: list[object] = []  # what SQLite calls must stay
        self._take_calls()
        sys.addaudithook(self._heard)

    def _one(self, call: str, told: object) -> None:
        file = Path(f"/proc/self/fd/{told}").readlink() if isinstance(told, int) else told
        path = os.fsdecode(os.fspath(file))  # type: ignore[arg-type]
        if path.endswith(_PASSING):
            return
        self._count += 1
        if not self._last:
            name = Path(path).name if path.startswith(self._library) else "elsewhere"
            self.done.append(f"{name}:{call}")
        if self._count == self._last:
            os.write(1, f"killed {time.monotonic()}\n".encode())
            self._die(call)

    @staticmethod
    def _die(call: str) -> None:
        """Die at once, or while a file is filled that Python opens: nothing tells of that."""
        if call == "open" and random.random() < 0.7:
            signal.setitimer(signal.ITIMER_REAL, 1e-6 + random.random() * 3e-4)  # SIGALRM: ends it
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    def _take_calls(self) -> None:
        import pysqlite3._sqlite3

        sqlite = ctypes.CDLL(pysqlite3._sqlite3.__file__)
        sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        vfs = sqlite.sqlite3_vfs_find(None)
        for name, kinds in _CALLS.items():
            system = vfs.contents.get_call(vfs, name.encode())
            if system:
                form = ctypes.CFUNCTYPE(*kinds, use_errno=True)
                mine = form(self._counted(name, form(system)))
                self._kept.append(mine)
                if vfs.contents.set_call(vfs, name.encode(), ctypes.cast(mine, _PLACE)):
                    raise RuntimeError(f"SQLite keeps its own {name}")

    def _counted(self, name: str, system: Callable[..., int]) -> Callable[..., int]:
        def call(*given: object) -> int:
            self._one(name, given[0])
            return system(*given)

        return call

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if event in _EVENTS or (event == "open" and (given[2] or 0) & _WRITES):
            self._one(event.removeprefix("os."), given[0])
