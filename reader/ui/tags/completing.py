"""Completion: which topics fit what is typed, by characters, pinyin or initials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text import pinyin
from reader.text.topics import leaf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.ui.tags.tree import Topic

MOST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A topic that may be meant; `new` where it is still to be made."""

    id: str
    name: str
    count: int = 0
    new: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What to choose from, and the row that Enter takes unless another is chosen."""

    rows: tuple[Choice, ...] = ()
    preset: int = -1


def choices(typed: str, topics: Iterable[Topic], *, by_pinyin: bool, makes: bool = True) -> Choices:
    """Give the topics that fit, best first, and behind them the new one that Enter could make.

    Enter means what is typed: the topic of that name, or a new one. Where it is nowhere as it
    stands but read as pinyin or initials, the first topic that it finds is meant; so, too, where
    no topic is to be made.
    """
    typed = typed.strip()
    if not typed:
        return Choices()
    ranked = [(rank(typed, t.name, by_pinyin=by_pinyin), t) for t in topics]
    fit = sorted(
        ((r, -t.count, t.name, t) for r, t in ranked if r is not None), key=lambda found: found[:3]
    )
    rows = tuple(Choice(t.id, t.name, t.count) for *_, t in fit[:MOST])
    if fit and fit[0][0] == _SAME:
        return Choices(rows, 0)
    if not makes:
        return Choices(rows, 0 if rows else -1)
    read = bool(fit) and fit[0][0] >= _READ
    rows += (Choice("", typed, new=True),)
    return Choices(rows, 0 if read else len(rows) - 1)


_SAME, _BEGINS, _WITHIN, _READ, _READ_WITHIN = range(5)


def rank(typed: str, name: str, *, by_pinyin: bool) -> int | None:
    """Tell how well a name fits, 0 best; None where it does not."""
    folded, called = name.casefold(), leaf(name).casefold()
    wanted = typed.casefold()
    if folded == wanted:
        return _SAME
    if folded.startswith(wanted) or called.startswith(wanted):
        return _BEGINS
    if wanted in folded:
        return _WITHIN
    letters = pinyin.letters(typed) if by_pinyin else ""
    if not letters:
        return None
    at = pinyin.found_at(letters, leaf(name))
    if at is None:
        at = pinyin.found_at(letters, name)
        return None if at is None else _READ_WITHIN
    return _READ if at == 0 else _READ_WITHIN


def named(choice: Choice | None, typed: str) -> str:
    """Give the name that is meant: that of the chosen row, else what is typed."""
    return typed.strip() if choice is None else choice.name
