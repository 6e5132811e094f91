"""Headings come first in an article, wherever they stood on the page."""

from __future__ import annotations

from dataclasses import replace

from drafting import draft, raw_file

from reader.drafts import PageIn
from reader.model import IssueFacts, Kind
from reader.store import Library, Mode
from reader.store.check import check


def test_a_byline_at_the_end_is_put_under_the_headline(tmp_path) -> None:
    text = "一段。\n\n二段。\n\n记者某\n\n副题"
    made = draft(text)
    kinds = (Kind.PARA, Kind.PARA, Kind.BYLINE, Kind.SUBTITLE)
    blocks = tuple(replace(b, kind=kind) for b, kind in zip(made.blocks, kinds, strict=True))
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        page = PageIn(replace(made, blocks=blocks), IssueFacts())
        library.issues.add(raw_file(text), [page])
        (row,) = library.articles.rows()
        assert library.articles.get(row.id).text == "副题\n记者某\n一段。\n二段。"
        assert check(library).faults == ()
