"""Run the engine again over a library, under all that people decided in it.

All pages are read again first, and nothing is written; then what changes is carried out as one
wish, the engine's. What people decided stays: seams, and the structure of what they touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Changes, Reads
from reader.store.reasons import unpack
from reader.store.rerun import Rerun
from reader.text import rough
from reader.text.lines import split_lines
from reader.text.repair import repair, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.drafts import PageDraft
    from reader.store.library import Library
    from reader.store.proposed import PageChanges
    from reader.store.standing import Standing
    from reader.text.field import Field

    Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rerunning:
    """What came of it: the pages that change (`changes` only when it was carried out)."""

    looked: int
    pages: tuple[PageChanges, ...]
    changes: Changes = field(default_factory=Changes)

    @property
    def seams(self) -> int:
        """How many line ends read otherwise."""
        return sum(len(page.seams) for page in self.pages)

    @property
    def blocks(self) -> int:
        """How many changes of blocks there are, by kind and place."""
        return sum(len(page.blocks) for page in self.pages)


class _Look(NamedTuple):
    """A page that changes: its key, the verdicts under which it was read again, and the draft."""

    page: int
    fixed: dict[int, Reads]
    draft: PageDraft
    changes: PageChanges


def rerun(library: Library, *, dry_run: bool = False, report: Report | None = None) -> Rerunning:
    """Read all pages again and carry out what changes, as one wish; by `dry_run` only tell.

    `report` is told how many pages of how many are read. Pages taken in as they stand are passed
    over, and those that the engine once read whole and would now read roughly.
    """
    weights = library.teaching.field()
    look = Rerun(library)
    pages = look.pages()
    found: list[_Look] = []
    passed = 0
    for done, page in enumerate(pages):
        if report is not None:
            report(done, len(pages))
        standing = look.standing(page)
        if _would_be_worse(standing):
            passed += 1
            continue
        draft = _again(standing, weights)
        changes = look.plan(standing, draft).changes
        if changes:
            found.append(_Look(page, standing.fixed, draft, changes))
    told = tuple(one.changes for one in found)
    looked = len(pages) - passed
    if dry_run or not found:
        return Rerunning(looked, told)
    return Rerunning(looked, told, _carry_out(library, found, weights))


def _would_be_worse(standing: Standing) -> bool:
    """Tell whether a page was not read roughly, and now would be."""
    if not rough.is_long(split_lines(standing.text)):
        return False
    told = (unpack(seam.reasons) for seam in standing.seams.values())
    return all(reason.code != "rough" for reasons in told for reason in reasons)


def _again(standing: Standing, weights: Field) -> PageDraft:
    with uncollected():
        return repair(
            standing.text, first_line=standing.first_line, fixed=standing.fixed, field=weights
        )


def _carry_out(library: Library, found: list[_Look], weights: Field) -> Changes:
    """Carry out what was found; a page that somebody changed in between is read again."""
    told = Rerunning(len(found), tuple(one.changes for one in found))
    with library.wish("rerun", pages=len(found), seams=told.seams, blocks=told.blocks) as wish:
        work = Rerun(library)
        work.sign(wish)
        there = set(work.pages())
        for one in found:
            if one.page in there:
                standing = work.standing(one.page)
                same = standing.fixed == one.fixed
                draft = one.draft if same else _again(standing, weights)
                work.follow(work.plan(standing, draft), wish)
    return wish.changes
