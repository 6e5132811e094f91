"""Tell on stderr how far slow work is, but only to a terminal."""

from __future__ import annotations

import sys
import time

_APART = 0.1


class Progress:
    """Called with what is done and what there is in all (0: not known); a context.

    Nothing is ever written where stderr is no terminal.
    """

    def __init__(self) -> None:
        self._shown = False
        self._last = 0.0
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, done: int, total: int) -> None:
        """Show it, ten times a second at most."""
        if not self._terminal:
            return
        now = time.monotonic()
        if now - self._last < _APART and done != total:
            return
        self._last = now
        self._shown = True
        percent = f" ({done * 100 // total} %)" if total else ""
        sys.stderr.write(f"\r\x1b[K{done:,}" + (f" / {total:,}" if total else "") + percent)
        sys.stderr.flush()

    def clear(self) -> None:
        """Take it away again, so that a line can be printed."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
