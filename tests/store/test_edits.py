"""The rules of an edit, case by case: what it leaves in pieces, seams and the journal."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader.errors import UsageError
from reader.model import Kind, Reads
from reader.store import Library, Mode
from reader.store.edits import Edit, trim


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        yield library


def block_of(library, text: str) -> str:
    take_in(library, text)
    row = next(iter(library.articles.rows()))
    return library.articles.get(row.id).blocks[-1].id


def told(library, block: str) -> str:
    """Tell a block's segments: text, [struck], {typed}, <seam reads>."""
    parts = []
    for s in library.articles.reading(block).segments:
        source = library.articles._ledger.fetch.text(s.source)[s.start : s.end]
        if s.struck is not None:
            parts.append(f"[{source}]")
        elif s.seam is not None:
            parts.append(f"<{s.seam.value}>")
        elif library.articles._ledger.is_page(s.source):
            parts.append(s.text)
        else:
            parts.append(f"{{{s.text}}}")
    return "".join(parts)


CASES = [
    # page, edits, what the block is made of
    ("甲乙丙", [(1, 2, "丁")], "甲[乙]{丁}丙"),
    ("甲乙丙", [(1, 2, "")], "甲[乙]丙"),
    ("甲乙丙", [(3, 3, "。")], "甲乙丙{。}"),
    ("甲乙丙", [(0, 0, "丁")], "{丁}甲乙丙"),
    ("甲乙丙", [(0, 3, "甲丁丙")], "甲[乙]{丁}丙"),
    ("甲乙丙", [(0, 3, "甲乙丙")], "甲乙丙"),
    # typed at a line end: behind the character on its left, before the white run
    ("甲\n乙", [(1, 1, "丁")], "甲{丁}<join>乙"),
    # the glue of a seam
    ("甲\n乙", [(1, 1, " ")], "甲<space>乙"),
    ("甲\n乙", [(1, 1, " "), (1, 2, "")], "甲<join>乙"),
    # what goes is struck with the run between, not with the run at its edge
    ("甲乙\n丙丁", [(1, 3, "")], "甲[乙\n丙]丁"),
    ("甲乙\n丙丁", [(1, 2, "")], "甲[乙]<join>丙丁"),
    ("甲乙\n丙丁", [(2, 4, "")], "甲乙<join>[丙丁]"),
    # blanks inside a line: a verdict when they go or become one
    ("甲 乙", [(1, 2, "")], "甲<join>乙"),
    ("甲  乙", [(1, 2, "")], "甲<space>乙"),
    ("甲  乙", [(1, 3, " ")], "甲<space>乙"),
    # else the run is struck whole and what stays of it typed again
    ("甲   乙", [(2, 3, "")], "甲[   ]{  }乙"),
    ("甲  乙", [(2, 2, "丁")], "甲[  ]{ 丁 }乙"),
    ("甲  乙", [(0, 2, "")], "[甲  ]{ }乙"),
    # typed into a hole: it fills it
    ("甲乙丙", [(1, 2, ""), (1, 1, "丁")], "甲[乙]{丁}丙"),
    ("甲乙丙", [(0, 1, ""), (0, 0, "丁")], "[甲]{丁}乙丙"),
    # typed text is struck as any other
    ("甲乙", [(1, 1, "丁戊"), (2, 3, "己")], "甲{丁}[戊]{己}乙"),
]


@pytest.mark.parametrize(("page", "edits", "made_of"), CASES)
def test_what_an_edit_leaves(library, page, edits, made_of) -> None:
    block = block_of(library, page)
    text = library.articles.block(block).text
    for start, end, typed in edits:
        text = text[:start] + typed + text[end:]
        library.articles.edit(block, start, end, typed)
        assert library.articles.block(block).text == text
    assert told(library, block) == made_of
    for _ in edits:
        if library.journal.peek()[0].verb == "edit":
            library.journal.undo()
    assert library.articles.block(block).text == block_text(page)


def block_text(page: str) -> str:
    return page.replace("\n", "")


def test_an_edit_that_changes_nothing_leaves_no_row(library) -> None:
    block = block_of(library, "甲乙丙")
    before = library.journal.head()
    assert library.articles.edit(block, 0, 2, "甲乙").wish is None
    assert library.journal.head() == before
    assert len(library.journal.history()) == 1


@pytest.mark.parametrize(
    ("start", "end", "typed", "detail"),
    [
        (0, 9, "", "outside"),
        (2, 1, "", "outside"),
        (-1, 0, "", "outside"),
        (0, 0, "\ud800", "surrogate"),
        (0, 0, "\n", "line_end"),
        (0, 0, "\u2028", "line_end"),
        (0, 0, "\r", "line_end"),
    ],
)
def test_what_no_block_can_take(library, start, end, typed, detail) -> None:
    block = block_of(library, "甲乙丙")
    with pytest.raises(UsageError) as error:
        library.articles.edit(block, start, end, typed)
    assert error.value.detail == detail
    assert library.articles.block(block).text == "甲乙丙"
    assert len(library.journal.history()) == 1


def test_verse_keeps_its_lines(library) -> None:
    block = block_of(library, "甲乙\n丙丁")
    library.articles.kind(block, Kind.VERSE)
    library.articles.edit(block, 2, 2, "\n")
    assert library.articles.block(block).text == "甲乙\n丙丁"
    assert [s.reads for s in library.articles.seams(block)] == [Reads.LINE]
    with pytest.raises(UsageError):
        library.articles.edit(block, 0, 0, "\r")


def test_several_edits_are_one_wish(library) -> None:
    block = block_of(library, "甲乙丙")
    library.articles.edit_all(block, [(0, 1, "子"), (2, 3, "丑")])
    assert library.articles.block(block).text == "子乙丑"
    library.journal.undo()
    assert library.articles.block(block).text == "甲乙丙"


def test_trim_takes_the_head_first() -> None:
    assert trim("aaa", Edit(0, 3, "aa")) == Edit(2, 3, "")
    assert trim("abc", Edit(0, 3, "axc")) == Edit(1, 2, "x")
    assert trim("ab", Edit(1, 1, "b")) == Edit(1, 1, "b")


class TestPhrases:
    """Whether a phrase takes new text is decided once, in the edit."""

    def phrase(self, library, block):
        article = next(iter(library.articles.rows())).id
        return library.tags.phrases(article)[0]

    @pytest.mark.parametrize(
        ("edit", "state", "text"),
        [
            ((0, 0, "丁"), "same", "乙丙"),
            ((2, 2, "丁"), "changed", "乙丁丙"),
            ((1, 2, "丁"), "changed", "丁丙"),
            ((0, 2, "丁"), "changed", "丙"),
            ((3, 3, "丁"), "same", "乙丙"),
            ((1, 3, ""), "gone", ""),
        ],
    )
    def test_takes_text(self, library, edit, state, text) -> None:
        block = block_of(library, "甲乙丙戊")
        library.tags.mark(block, 1, 3, "句")
        library.articles.edit(block, *edit)
        phrase = self.phrase(library, block)
        whole = library.articles.block(block).text
        assert phrase.state == state
        assert "".join(whole[a:b] for a, b in phrase.ranges) == text
        library.journal.undo()
        assert self.phrase(library, block).state == "same"
