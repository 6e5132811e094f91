"""Find the ways of a page with its headlines: where blank lines stand, how long they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.text.faces import HEADS, OUTSIDE, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.faces import Face

SURE = 0.85
"""Probability from which on a headline or subhead tells how the page does it."""
_STEP, _MOST = 3, 4
_UNBOUND = 9999


class Ways:
    """What a page does with headlines and subheads that are sure.

    `bylines` and `leads` class how many titles have a byline, or a lead with a day or a source,
    below; `counts` has the numbers of titles, subheads and labels.
    """

    def __init__(self, seen: Sequence[Face], led: Sequence[bool]) -> None:
        self._of_form: dict[str, list[float]] = {}
        for one in seen:
            if one.form != "-":
                sums = self._of_form.setdefault(one.form, [0, 0.0, 0.0])
                sums[0] += 1
                sums[1] += one.shares[1]
                sums[2] += one.shares[0]
        titles: Counter[int] = Counter()
        below: Counter[int] = Counter()
        parts: Counter[int] = Counter()
        paras: Counter[int] = Counter()
        sizes: tuple[list[int], list[int]] = ([], [])
        groups = signed = leading = 0
        for at, one in enumerate(seen):
            above = seen[at - 1] if at else OUTSIDE
            after = seen[at + 1] if at + 1 < len(seen) else OUTSIDE
            if one.shares[0] > SURE and one.kind in HEADS:
                sizes[0].append(one.size)
                if above.kind not in "ktsl^":
                    titles[one.blanks] += 1
                if after.kind not in HEADS:
                    groups += 1
                    signed += after.kind == "b"
                    leading += led[at]
                if after.kind == "p":
                    below[after.blanks] += 1
            elif one.shares[1] > SURE:
                parts[one.blanks] += 1
                sizes[1].append(one.size)
            elif one.kind == above.kind == "p":
                paras[one.blanks] += 1
        self.bylines, self.leads = _share(signed, groups), _share(leading, groups)
        self._blanks = tuple(map(_commonest, (titles, parts, below)))
        self._paras = _commonest(paras)
        self._sizes = tuple(sorted(some)[len(some) // 2] if some else None for some in sizes)
        many = Counter([one.kind for one in seen])
        self.counts = (str(min(4, many["t"])), str(min(4, many["u"])), str(min(3, many["l"])))

    def series(self, one: Face) -> tuple[int, float, float]:
        """Count the others of a block's form; give how like subheads and headlines they are."""
        if one.form == "-":
            return 0, 0.0, 0.0
        many, subheads, heads = self._of_form[one.form]
        others = int(many) - 1
        if not others:
            return 0, 0.0, 0.0
        return others, (subheads - one.shares[1]) / others, (heads - one.shares[0]) / others

    def blanks(self, one: Face, below: Face) -> tuple[str, str, str]:
        """Compare the blank lines round a block with those of titles and subheads."""
        titles, parts, under = self._blanks
        return _than(one.blanks, titles), _than(one.blanks, parts), _than(below.blanks, under)

    def as_usual(self, one: Face) -> str:
        """Compare the blank lines above a paragraph with those between others."""
        return _than(one.blanks, self._paras)

    def sizes(self, one: Face) -> tuple[str, str]:
        """Compare the length of a block with those of titles and subheads."""
        titles, parts = self._sizes
        return _beside(one.size, titles), _beside(one.size, parts)


def far(seen: Sequence[Face]) -> list[int]:
    """Count for each block the characters of text since the last one that is short."""
    found: list[int] = []
    total = _UNBOUND
    for one in seen:
        found.append(total)
        if one.short and one.kind not in TEXT:
            total = 0
        elif one.kind in TEXT:
            total += one.size
    return found


def told(seen: Sequence[Face]) -> list[int]:
    """Count for each block the blocks of text since the last headline or subhead."""
    found: list[int] = []
    total = 0
    for one in seen:
        found.append(total)
        if one.kind in TEXT:
            total += 1
        elif one.kind in HEADS or one.kind == "u":
            total = 0
    return found


def others(seen: Sequence[Face]) -> list[tuple[int, int]]:
    """Count the subheads between the headline above each block and the one below it.

    A block itself is not counted; the second is how many of them have its form.
    """
    above, below = _passed(seen), _passed(seen[::-1])[::-1]
    return [(up[0] + down[0], up[1] + down[1]) for up, down in zip(above, below, strict=True)]


def _passed(seen: Sequence[Face]) -> list[tuple[int, int]]:
    """Count the subheads since the last headline, and those of each block's form."""
    found: list[tuple[int, int]] = []
    many = 0
    forms: Counter[str] = Counter()
    for one in seen:
        found.append((many, forms[one.form]))
        if one.kind in HEADS:
            many = 0
            forms.clear()
        elif one.kind == "u":
            many += 1
            forms[one.form] += 1
    return found


def _commonest(counts: Counter[int]) -> int | None:
    return counts.most_common(1)[0][0] if counts else None


def _beside(size: int, usual: int | None) -> str:
    return "?" if usual is None else str(max(-_MOST, min(_MOST, (size - usual) // _STEP)))


def _share(part: int, whole: int) -> str:
    """Class a share: none, few, most; `?` where there is nothing to count."""
    return "?" if not whole else "0" if not part else "2" if part * 3 >= whole * 2 else "1"


def _than(value: int, usual: int | None) -> str:
    return "?" if usual is None else "=" if value == usual else "<" if value < usual else ">"
