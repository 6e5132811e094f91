"""The rules and the weights hold no words of the sample pages."""

from __future__ import annotations

import re
from pathlib import Path

from reader import places

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile("[\u4e00-\u9fff]{4,}")


def fours(text: str) -> set[str]:
    """Give all strings of four Chinese characters that stand in a text."""
    return {run[at : at + 4] for run in HAN.findall(text) for at in range(len(run) - 3)}


def of_files(*patterns: str) -> set[str]:
    """Give those of some files, line ends left out."""
    found: set[str] = set()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            found |= fours(path.read_text("utf-8"))
    return found


def seeds() -> set[str]:
    """Give those of the sample pages, across line ends, too."""
    return set().union(
        *(fours("".join(path.read_text("utf-8").split())) for path in places.seeds().glob("*.txt"))
    )


def test_no_rule_holds_words_of_a_sample_page() -> None:
    """What our own texts hold, too, or two common words make, is no page's own."""
    common = of_files("tests/training/texts/*.txt", "tests/strangers/texts/*.txt")
    words = set((places.resources() / "engine" / "words.txt").read_text("utf-8").split())
    held = of_files("reader/text/*.py", "resources/engine/*.json")
    found = (held & seeds()) - common
    assert not {four for four in found if not {four[:2], four[2:]} <= words}


def test_the_search_for_such_words_finds_them() -> None:
    page = next(iter(sorted(places.seeds().glob("*.txt")))).read_text("utf-8")
    run = max(HAN.findall(page), key=len)
    assert fours(f'RULE = re.compile("{run[:6]}|一二三四")') & seeds()
