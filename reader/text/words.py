"""Cut Chinese text into words: the one door to jieba and rjieba.

`rjieba` cuts the same words some forty times as fast (a test compares them on the sample
pages); jieba itself is the reference, and serves where rjieba cannot be installed. Both are
imported when the first text is cut, as they load a dictionary.
"""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

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
    return _cutter.cache_info().currsize > 0


def load() -> None:
    """Load the dictionary, which takes a fifth of a second, once."""
    cut("一")


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


@lru_cache(maxsize=1)
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba
    except ImportError:
        return cut_by_reference
    return rjieba.cut


def cut_by_reference(text: str) -> list[str]:
    """Cut a text with jieba itself, whose cache is kept in our own folder."""
    import jieba

    if not jieba.dt.initialized:
        folder = places.cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        jieba.dt.tmp_dir = str(folder)
        jieba.setLogLevel(60)
    return jieba.lcut(text)


def idf_file() -> Path:
    """Give jieba's file of inverse document frequencies: a word, a blank, a number a line."""
    found = importlib.util.find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "analyse" / "idf.txt"
