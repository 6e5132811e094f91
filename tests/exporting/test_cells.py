"""No cell of a csv is a formula, and each is read back as the text that it stands for."""

from __future__ import annotations

import csv
import io
import re

import pytest
from drafting import take_in
from hypothesis import given
from hypothesis import strategies as st

from reader import exporting
from reader.exporting import csv as sheets
from reader.exporting.standing import title_of
from reader.model import IssueFacts
from reader.store import Library, Mode


def topics_of(cell: str) -> list[str]:
    """Read a cell of topics back, as docs/export.md says it."""
    names, name, at = [], "", 0
    while at < len(cell):
        part = re.compile(r"(\\*)(; |\Z)").match(cell, at)
        if part is None or not part[0]:
            name, at = name + cell[at], at + 1
            continue
        name += part[1][: len(part[1]) // 2]
        if part[2] and len(part[1]) % 2 == 0:
            names.append(name)
            name = ""
        else:
            name += part[2]
        at = part.end()
    return [sheets.unguarded(name) for name in [*names, name] if name]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1", "-1", "@a", "\t1", "\r1", "\n1", "＝1+1", "＋86", "－5", "＠a", "﹦1", "﹣1",
        " =1", "\u3000\u3000＝1", "\u200b\ufeff=1", "\u202e=1", "\u2028@a", "\0\x1f+1", "\xad-1",
        "'=1", "''\t-1", "' ＝1",
    ],
)  # fmt: skip
def test_a_formula_gets_an_apostrophe_that_can_be_taken_off(cell) -> None:
    assert sheets.guard(cell) == "'" + cell
    assert sheets.unguarded("'" + cell) == cell


@pytest.mark.parametrize(
    "cell", ["", "'", "甲=乙", "'甲'", "\u3000\u3000甲", "— 甲", "\u200b甲", "'甲=1"]
)
def test_what_is_no_formula_stays_as_it_is(cell) -> None:
    assert sheets.guard(cell) == cell
    assert sheets.unguarded(cell) == cell


@pytest.mark.parametrize(
    ("names", "cell"),
    [
        (["会议", "政务"], "会议; 政务"),
        (["会议", "=1+1"], "会议; '=1+1"),
        (["=1", "＝2"], "'=1; '＝2"),
        (["'=1"], "''=1"),
        (["a; =b", "c"], r"a\; =b; c"),
        (["a;b;", r"c\d"], r"a;b;; c\d"),
        (["a\\", "b"], "a\\\\; b"),
        (["a\\; b"], r"a\\\; b"),
        (["; =x"], r"\; =x"),
        ([], ""),
    ],
)
def test_no_topic_is_a_formula_or_two(names, cell) -> None:
    assert sheets.topics(names) == cell
    assert topics_of(cell) == names


@given(
    st.lists(st.text("a=＝'\\;- \u200b", min_size=1).filter(lambda t: t == t.strip()), max_size=4)
)
def test_topics_and_cells_are_read_back(names) -> None:
    assert topics_of(sheets.topics(names)) == names
    for name in names:
        assert sheets.unguarded(sheets.guard(name)) == name


def test_in_the_file_every_text_is_guarded_and_read_back(tmp_path) -> None:
    out = tmp_path / "out.csv"
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        take_in(library, "=题\n＝正文一段。", facts=IssueFacts("＝报", "2025-01-01"))
        article = next(iter(library.articles.rows())).id
        names = ["＝会议", "a; =b", "政务"]
        for name in names:
            library.tags.add(name, [article])
        exporting.export(library, format="csv", out=out, articles=None)
        told = library.articles.get(article)
    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline=""))
    assert row["body"].startswith("'＝")
    assert sheets.unguarded(row["body"]) == told.blocks[1].text
    assert row["issue_title"] == "'＝报"
    assert sorted(topics_of(row["tags"])) == sorted(names)
    assert title_of(out, "csv") == "＝报"
