"""The rules and the weights hold no words of the sample pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader import places

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile("[\u4e00-\u9fff]{4,}")


def fours(text: str) -> set[str]:
    """Give all strings of four Chinese characters that stand in a text."""
    return {run[at : at + 4] for run in HAN.findall(text) for at in range(len(run) - 3)}


def of_files(*patterns: str, root: Path = ROOT) -> set[str]:
    """Give those of some files, of which there are some of each kind; line ends left out."""
    found: set[str] = set()
    for pattern in patterns:
        paths = sorted(root.glob(pattern))
        assert paths, pattern
        for path in paths:
            found |= fours(path.read_text("utf-8"))
    return found


def seeds() -> set[str]:
    """Give those of the sample pages, across line ends, too."""
    return set().union(
        *(fours("".join(path.read_text("utf-8").split())) for path in places.seeds().glob("*.txt"))
    )


def own() -> set[str]:
    """Give those that are a sample page's own: not in our texts, nor of two common words."""
    common = of_files("tests/training/texts/*.txt", "tests/strangers/texts/*.txt")
    words = set((places.resources() / "engine" / "words.txt").read_text("utf-8").split())
    return {four for four in seeds() - common if not {four[:2], four[2:]} <= words}


def held(root: Path = ROOT) -> set[str]:
    """Give those that rules and weights hold."""
    return of_files("reader/text/*.py", "resources/engine/*.json", root=root)


def test_no_rule_holds_words_of_a_sample_page() -> None:
    assert not held() & own()


@pytest.mark.parametrize("planted", ["reader/text/rule.py", "resources/engine/rule.json"])
def test_such_words_are_found_wherever_they_are_planted(planted, tmp_path) -> None:
    four = min(own())
    for name in ("reader/text/plain.py", "resources/engine/plain.json", planted):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('["一二三四"]', "utf-8")
    assert not held(tmp_path) & own()
    (tmp_path / planted).write_text(f'["一二三四|{four}"]', "utf-8")
    assert held(tmp_path) & own() == {four}
