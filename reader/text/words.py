"""Cut Chinese text into words: the one door to jieba and rjieba.

`rjieba` cuts the same words some forty times as fast (a test compares them on the sample
pages); jieba itself is the reference, and serves where rjieba cannot be installed. Both are
imported when the first text is cut, as they load a dictionary: in one call, in which no other
thread runs. A thread that loads it ahead while others are waited for does so in pieces.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reader import places

if TYPE_CHECKING:
    from collections.abc import Callable

_NEAR = 80
"""How many characters on each side of a place are cut to find the word there."""
_BREAK = re.compile(r"\W")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def cut(text: str) -> list[str]:
    """Cut a text into words; joined they give it back."""
    return _cutter()(text)


def loaded() -> bool:
    """Tell whether a text can be cut without loading the dictionary first."""
    return bool(_in_pieces) or _cutter.cache_info().currsize > 0


def load() -> None:
    """Load the dictionary at once, which takes a fifth of a second, once."""
    cut("一")


def load_in_pieces() -> None:
    """Load the dictionary word by word, which takes three times as long, once.

    To be called in a thread of its own: no call keeps the other threads from running for longer
    than some milliseconds.
    """
    if loaded():
        return
    words = _fast_and_empty()
    if words is None:
        load()
        return
    with _beside_jieba("dict.txt").open(encoding="utf-8") as file:
        for line in file:
            word, frequency, kind = line.split(" ")
            words.add_word(word, int(frequency), kind.rstrip())
    _in_pieces.append(words.cut)


def word_at(text: str, at: int) -> tuple[int, int]:
    """Give start and end of the word of which character `at` is one; the last one at the end.

    Positions are code points. Only what is near is cut, so that a long text costs no more.
    """
    start = end = low = _begin(text, at)
    wanted = min(at, len(text) - 1)
    for word in _pieces(text[low : at + _NEAR]):
        start, end = end, end + len(word)
        if end > wanted:
            break
    return start, end


def word_after(text: str, at: int) -> int:
    """Give where the word at `at` ends, and the blanks behind it."""
    if at >= len(text):
        return len(text)
    _, end = word_at(text, at)
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def word_before(text: str, at: int) -> int:
    """Give where the word before `at` begins, over the blanks between."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return word_at(text, at - 1)[0] if at else 0


def _begin(text: str, at: int) -> int:
    """Give a place before `at` where a word begins, if a mark of any kind is near."""
    low = at - _NEAR
    if low <= 0:
        return 0
    found = _BREAK.search(text, low, low + _NEAR // 2)
    return found.end() if found else low


def _pieces(text: str) -> list[str]:
    """Cut a text of which no half of a pair may reach the cutter; lengths are kept."""
    return cut(_HALF_A_PAIR.sub("\ufffd", text))


_in_pieces: list[Callable[[str], list[str]]] = []
"""What cuts by a dictionary that was loaded in pieces."""


@lru_cache(maxsize=1)
def _cutter() -> Callable[[str], list[str]]:
    if _in_pieces:
        return _in_pieces[0]
    try:
        import rjieba
    except ImportError:
        return cut_by_reference
    return rjieba.cut


class _Words(Protocol):
    """rjieba's dictionary, and what cuts by it."""

    def add_word(self, word: str, frequency: int, kind: str, /) -> int: ...

    def cut(self, text: str, /) -> list[str]: ...


def _fast_and_empty() -> _Words | None:
    """Give rjieba without any words; None where it is not there, or is another than we know.

    The package loads its dictionary when it is imported. The module inside it does not.
    """
    package = importlib.util.find_spec("rjieba")
    if package is None or "rjieba" in sys.modules:
        return None
    folders = package.submodule_search_locations
    inside = PathFinder.find_spec("rjieba", None if folders is None else list(folders))
    if inside is None or inside.loader is None:
        return None
    module = importlib.util.module_from_spec(inside)
    inside.loader.exec_module(module)
    make: Callable[[], _Words] | None = getattr(module.Jieba, "empty", None)
    return None if make is None else make()


def cut_by_reference(text: str) -> list[str]:
    """Cut a text with jieba itself, whose cache is kept in our own folder."""
    import jieba

    if not jieba.dt.initialized:
        folder = places.cache_folder()
        places.make_private(folder)
        jieba.dt.tmp_dir = str(folder)
        jieba.setLogLevel(60)
    return jieba.lcut(text)


def idf_file() -> Path:
    """Give jieba's file of inverse document frequencies: a word, a blank, a number a line."""
    return _beside_jieba("analyse", "idf.txt")


def _beside_jieba(*names: str) -> Path:
    """Give the path of a file that comes with jieba."""
    found = importlib.util.find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent.joinpath(*names)
