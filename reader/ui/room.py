"""Room: how a window's width is shared, so that the text never has less than it needs.

Panes give way one after the other: the right one (topics or journal) folds to a strip, then the
issues do, then the source closes. The one that the person opened last stays, inside the window,
which is never made wider for a pane: it is made narrower, then the strips go, and only where that
is not enough the text is narrower than it should be, as long as that pane is there.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.ui import theme

_HITS_BESIDE = 1280
"""Pixels of a window from which the results of a search leave room for the source, unasked."""

NARROWEST = 180
"""Pixels under which no pane is drawn."""

RIGHT, ISSUES, SOURCE = "right", "issues", "source"
_ORDER = (RIGHT, ISSUES, SOURCE)


class Wanted(NamedTuple):
    """What is wanted beside the text; `last` names the pane that was opened last."""

    own: dict[str, int]
    source: bool = False
    journal: bool = False
    searching: bool = False
    last: str = ""


class Shares(NamedTuple):
    """The widths of a window's columns in pixels; 0: not there, a strip is its own width."""

    issues: int
    source: int
    text: int
    right: int
    folded: frozenset[str]
    """Which of the panes gave way whole."""


def needed(size: int) -> int:
    """Give the pixels that the text needs at a reading size: least measure, gutter, rail."""
    tokens = theme.tokens()
    layout = tokens["layout"]
    least = round(float(tokens["reading"]["measure_min_em"]) * size)
    return least + int(layout["gutter"]) + int(layout["overview_rail"])


def least(size: int) -> int:
    """Give the width under which the text at a reading size and two strips have no room."""
    strip = int(theme.tokens()["layout"]["tag_strip_folded"])
    return needed(size) + 2 * strip + 2


def _usual(width: int) -> dict[str, int]:
    """Give the usual widths of the panes in a window."""
    layout = theme.tokens()["layout"]
    small = "_small" if is_small(width) else ""
    return {
        ISSUES: int(layout["issue_list" + small]),
        SOURCE: int(layout["source_pane"]),
        RIGHT: int(layout["tag_sidebar" + small]),
    }


def is_small(width: int) -> bool:
    """Tell whether a window of this width is small."""
    return width < int(theme.tokens()["layout"]["small_below"])


def own_width(chosen: int, usual: int, width: int) -> int:
    """Give the width that the person chose, where it leaves room for the text."""
    return min(chosen, max(usual, width // 3))


def share(width: int, need: int, wanted: Wanted) -> Shares:
    """Share a window of `width` pixels whose text needs `need` of them."""
    return _Sharing(width, need, wanted).shares()


class _Sharing:
    """One sharing: `_has` are the widths of the panes that are there."""

    def __init__(self, width: int, need: int, wanted: Wanted) -> None:
        layout = theme.tokens()["layout"]
        self._width, self._need, self._wanted = width, need, wanted
        self._strip = int(layout["tag_strip_folded"])
        beside = not wanted.searching or wanted.last == SOURCE or width >= _HITS_BESIDE
        source = wanted.source and beside
        there = {ISSUES: True, SOURCE: source, RIGHT: wanted.journal or not wanted.searching}
        self._usual = {name: wide for name, wide in _usual(width).items() if there[name]}
        self._has = {
            name: own_width(wanted.own.get(name, usual), usual, width)
            for name, usual in self._usual.items()
        }
        self._folded: set[str] = set()
        narrow = width < int(layout["fold_sidebar_when_source_below"])
        if source and narrow and not wanted.journal and wanted.last != RIGHT:
            self._fold(RIGHT)

    def shares(self) -> Shares:
        """Let panes give way until the text has what it needs, or none is left."""
        if self._text() < self._need:
            for name in self._has.keys() - self._folded:
                self._has[name] = min(self._has[name], self._usual[name])
        for name in _ORDER:
            if self._text() < self._need and name != self._wanted.last:
                self._fold(name)
        if self._text() < self._need and self._wanted.last in self._has:
            self._squeeze(self._wanted.last)
        has = self._has.get
        text = max(1, self._text())
        folded = frozenset(self._folded)
        return Shares(has(ISSUES, 0), has(SOURCE, 0), text, has(RIGHT, 0), folded)

    def _squeeze(self, last: str) -> None:
        """Make the pane that was opened last narrower, and let strips go where that is too much."""
        for strips in (frozenset[str](), frozenset(self._folded)):
            self._has |= dict.fromkeys(strips, 0)
            left = min(self._has[last], self._has[last] + self._text() - self._need)
            if left >= NARROWEST:
                self._has[last] = left
                return
        self._has[last] = NARROWEST

    def _text(self) -> int:
        lines = sum(1 for width in self._has.values() if width)
        return self._width - sum(self._has.values()) - lines

    def _fold(self, name: str) -> None:
        """Fold a pane to its strip; the source is made narrower, or closed."""
        if name not in self._has:
            return
        if name == SOURCE:
            left = self._has[SOURCE] + self._text() - self._need
            self._has[SOURCE] = left if left >= NARROWEST else 0
            if left >= NARROWEST:
                return
        else:
            self._has[name] = min(self._has[name], self._strip)
        self._folded.add(name)
