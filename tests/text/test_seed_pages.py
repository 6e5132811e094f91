"""The five sample pages: two against a reading by hand, all against what the engine read before.

After a change that is meant: ``python tests/text/test_seed_pages.py`` writes the golden files
anew; look at the difference before it is kept.
"""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

import pytest

from reader.text.lines import split_lines
from reader.text.pageform import page_form, seam_rows
from reader.text.repair import repair

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GOLD = ROOT / "tests" / "gold"
GOLDEN = ROOT / "tests" / "golden"
FULL = {"join": "j", "space": "s", "line": "l", "para": "p", "head": "h", "furniture": "f"}
HEADS = ("section", "kicker", "title", "subtitle", "byline")


def received(path):
    return path.read_bytes().decode("utf-8")


def shown(path):
    """Give what the engine makes of a page: its form, and its verdicts, ten lines a row."""
    draft = repair(received(path))
    rows = seam_rows(draft, lambda reason: reason.code)
    marks = [
        f"{row['line']}{FULL[row['verdict']]}{row['next'] if row['moved'] else ''}" for row in rows
    ]
    seams = [" ".join(marks[at : at + 10]) for at in range(0, len(marks), 10)]
    form = page_form(draft, path.name) | {"seams": seams}
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def body_blocks(form):
    return [block for article in form["articles"] for block in article["body"]]


def boundaries(form, raw):
    """Give the raw lines at which a block of the body begins, and the headlines."""
    heads = {
        re.sub(r"\s", "", article[kind])
        for article in form["articles"]
        for kind in HEADS
        if article[kind]
    }
    return {block["lines"][0] for block in body_blocks(form)}, heads


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_page_reads_as_before(path):
    golden = GOLDEN / f"{path.stem[:3]}.json"
    before, now = golden.read_text("utf-8"), shown(path)
    difference = difflib.unified_diff(
        before.splitlines(), now.splitlines(), "before", "now", lineterm="", n=1
    )
    assert before == now, "\n".join(difference)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem[:3])
def test_the_page_reads_as_a_person_reads_it(path):
    gold = json.loads(path.read_text("utf-8"))
    raw = received(ROOT / "seeds" / gold["file"]) if "file" in gold else ""
    form = page_form(repair(raw), gold["file"])
    wanted, wanted_heads = boundaries(gold, raw)
    got, got_heads = boundaries(form, raw)
    right = len(wanted & got) + len(wanted_heads & got_heads)
    f1 = 2 * right / (len(wanted) + len(wanted_heads) + len(got) + len(got_heads))
    assert f1 >= 0.99
    texts = [block["text"] for block in body_blocks(form)]
    paragraphs = [block["text"] for block in body_blocks(gold)]
    assert sum(text in texts for text in paragraphs) >= 0.97 * len(paragraphs)
    assert len(form["articles"]) == len(gold["articles"])
    assert [article["title"] for article in form["articles"]] == [
        article["title"] for article in gold["articles"]
    ]
    assert form["furniture"] == gold["furniture"]


def test_all_pages_together():
    forms = [page_form(repair(received(path)), path.name) for path in SEEDS]
    kinds = [block["kind"] for form in forms for block in body_blocks(form)]
    assert sum(len(form["articles"]) for form in forms) == 16
    assert kinds.count("para") == 95
    assert kinds.count("subhead") == 3


def test_the_column_out_of_place_is_put_back():
    path = next(path for path in SEEDS if path.name.startswith("002"))
    raw = received(path)
    rows = seam_rows(repair(raw), lambda reason: reason.code)
    last = split_lines(raw)[-1].number
    row = next(row for row in rows if row["line"] == last)
    assert (row["next"], row["verdict"], row["moved"]) == (61, "join", True)


def test_the_rules_hold_no_words_of_the_pages():
    own = set()
    for path in SEEDS:
        for run in re.findall("[\u4e00-\u9fff]{4,}", re.sub(r"\s", "", received(path))):
            own.update(run[at : at + 4] for at in range(len(run) - 3))
    for path in sorted((ROOT / "reader" / "text").glob("*.py")):
        rules = path.read_text("utf-8")
        if path.name not in NO_RULES:
            assert [words for words in sorted(own - TRADE) if words in rules] == [], path.name


TRADE = frozenset(("联合出版",))
"""Words that stand in the imprint of any newspaper."""
NO_RULES = frozenset(("frequent.py",))
"""Modules of plain word lists, from which no verdict on a line comes."""

if __name__ == "__main__":
    for seed in SEEDS:
        (GOLDEN / f"{seed.stem[:3]}.json").write_text(shown(seed), "utf-8")
