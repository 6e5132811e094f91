"""Windows for `windowkills.py`, forked from one process that has loaded the program already.

To load Python, Qt and the program costs more than most acts, and nothing of it is what is tried.
The forge loads all and makes nothing: no application object, no thread, no connection. Each
window is a child of it, which does from there on what a fresh process does (`windowacts.main`),
ends as Python ends, and dies of its own SIGKILL. With `fresh` each is a process of its own.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

ACTS = Path(__file__).with_name("windowacts.py")


class Window:
    """One window at work, by the number of its process."""

    def __init__(self, forge: subprocess.Popen[str], pid: int) -> None:
        self.pid = pid
        self._forge = forge
        self._status: int | None = None
        self._waiting = threading.Thread(target=self._wait, daemon=True)
        self._waiting.start()

    def _wait(self) -> None:
        assert self._forge.stdout is not None
        self._status = int(self._forge.stdout.readline())

    def poll(self) -> int | None:
        """Give how it ended, as `subprocess` does; None as long as it is at work."""
        return self._status

    def kill(self) -> None:
        """Send SIGKILL, where it is at work still."""
        if self._status is None:
            with suppress(ProcessLookupError):  # it has just ended
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Wait for its end."""
        self._waiting.join()
        assert self._status is not None
        return self._status


class Forge:
    """The process that has loaded the program."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def window(self, words: Sequence[str], out: Path) -> Window:
        """Start a window, which writes what it tells to a file; one at a time."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"words": list(words), "out": str(out), "home": dict(os.environ)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Window(self._process, int(self._process.stdout.readline()))


class Fresh:
    """Starts each window as a person does."""

    def window(self, words: Sequence[str], out: Path) -> subprocess.Popen[bytes]:
        """Start a window, which writes what it tells to a file."""
        with out.open("wb") as file:
            return subprocess.Popen(
                [sys.executable, str(ACTS), *words], stdout=file, stderr=subprocess.DEVNULL
            )


def _load() -> None:
    """Load the program as far as it is loaded by any act."""
    import reader

    for found in pkgutil.walk_packages(reader.__path__, "reader."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    importlib.import_module("sqlite_utils")
    importlib.import_module("bench.windowacts")


def _be_a_window(words: list[str], out: str, home: dict[str, str]) -> NoReturn:
    from bench import windowacts

    os.environ.clear()
    os.environ.update(home)
    told = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    nothing = os.open(os.devnull, os.O_RDWR)
    for fresh, old in ((nothing, 0), (told, 1), (nothing, 2)):
        os.dup2(fresh, old)
    sys.argv = [str(ACTS), *words]
    sys.exit(windowacts.main())


def main() -> int:
    """Load all, then make a window for each line that is asked, and say how each ended."""
    _load()
    threads = Path("/proc/self/task")
    if threads.is_dir() and len(list(threads.iterdir())) > 1:
        raise RuntimeError("what was loaded has threads, and they cannot be forked")
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.flush()
        pid = os.fork()
        if not pid:
            _be_a_window(**asked)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
