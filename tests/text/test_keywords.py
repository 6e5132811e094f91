"""Our keywords are jieba's, and rjieba's words are jieba's."""

from __future__ import annotations

import subprocess
import sys
import warnings
from array import array
from pathlib import Path

import pytest

from reader import places
from reader.text import keywords as text_keywords
from reader.text import words
from reader.text.keywords import STOP_WORDS, Keyword, keywords
from reader.text.words import cut, cut_by_reference

SEEDS = sorted(places.seeds().glob("*.txt"))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.getbasetemp() / "jieba"
    monkeypatch.setattr(places, "cache_folder", lambda: folder)


@pytest.fixture
def reference():
    """jieba's own module; it leaves its file to the garbage collector at import."""
    cut_by_reference("甲")  # sets the folder of jieba's cache
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        import jieba.analyse
    return jieba.analyse


def test_there_are_five_seeds():
    assert len(SEEDS) == 5


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_both_cutters_agree(seed):
    text = seed.read_text("utf-8")
    assert cut(text) == cut_by_reference(text)
    assert "".join(cut(text)) == text


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_keywords_agree_with_jieba(seed, reference):
    text = seed.read_text("utf-8")
    for most in (20, None):
        ours = [(k.word, k.weight) for k in keywords(text, most)]
        theirs = reference.extract_tags(text, topK=most, withWeight=True)
        assert [word for word, _ in ours] == [word for word, _ in theirs]
        assert [weight for _, weight in ours] == pytest.approx([weight for _, weight in theirs])


def test_stop_words_are_jiebas(reference):
    assert set(STOP_WORDS) == sys.modules["jieba.analyse.tfidf"].KeywordExtractor.STOP_WORDS


def test_a_text_without_words_has_no_keywords():
    assert keywords("") == []
    assert keywords("的 了。\n") == []


def test_counts_are_told():
    assert keywords("社区 社区 的", 1) == [
        Keyword("社区", pytest.approx(keywords("社区")[0][1]), 2)
    ]


def test_jieba_serves_where_rjieba_is_missing(monkeypatch):
    words._cutter.cache_clear()
    monkeypatch.setitem(sys.modules, "rjieba", None)
    try:
        assert cut("今天的社区") == ["今天", "的", "社区"]
        assert words._cutter() is cut_by_reference
    finally:
        words._cutter.cache_clear()


def test_memory_stays_small():
    """Dictionary and frequencies together; printed by the bench of search too."""
    script = """
import re
from pathlib import Path
from reader.text import keywords
def peak():
    status = Path("/proc/self/status")
    told = status.read_text() if status.exists() else "VmHWM: 0 kB"
    return int(re.search(r"VmHWM:\\s*(\\d+)", told)[1])
before = peak()
keywords.keywords("社区晨报的记者今天从社区得知" * 50)
print((peak() - before) / 1024)
"""
    grown = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(words.__file__).parents[2],
    )
    assert 0 <= float(grown.stdout) <= 60


def test_no_other_thread_waits_long_for_the_frequencies(monkeypatch):
    """A sort is one call, in which no other thread runs: 270,000 at once took 80 ms."""
    lengths = []

    def measured(values, **how):
        lengths.append(len(values))
        return sorted(values, **how)

    monkeypatch.setattr(text_keywords, "sorted", measured, raising=False)
    known = text_keywords._frequencies.__wrapped__()
    assert sum(lengths) > 200_000
    assert max(lengths) < 10_000
    assert known.words == array("Q", sorted(known.words))


PIECES = """
import sys
from reader.text import words
words.load_in_pieces()
assert words.loaded()
assert "rjieba" not in sys.modules
import rjieba
text = sys.stdin.buffer.read().decode()
assert words.cut(text) == rjieba.cut(text)
assert words._cutter() != rjieba.cut
"""


def test_a_dictionary_loaded_in_pieces_cuts_the_same_words():
    text = "".join(path.read_text("utf-8") for path in sorted(places.seeds().glob("*.txt")))
    subprocess.run(
        [sys.executable, "-c", PIECES],
        check=True,
        input=text.encode(),
        cwd=Path(words.__file__).parents[2],
    )


def test_a_dictionary_is_loaded_once(monkeypatch):
    words.load()
    monkeypatch.setattr(words, "_fast_and_empty", lambda: pytest.fail("loaded again"))
    words.load_in_pieces()
    assert words.loaded()


def test_what_cannot_be_loaded_in_pieces_is_loaded_at_once(monkeypatch):
    words._cutter.cache_clear()
    monkeypatch.setattr(words, "_fast_and_empty", lambda: None)
    assert not words.loaded()
    words.load_in_pieces()
    assert words.loaded()
    assert words._in_pieces == []
