"""One article shown as text, in the page form, as received, and compared."""

from __future__ import annotations

import pytest
import small

from reader.errors import NotFoundError
from reader.exporting import show


@pytest.fixture
def library(tmp_path):
    with small.make(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def ids(library) -> list[str]:
    return [row.id for row in library.articles.rows()]


def test_text_has_section_and_headings_first(library, ids) -> None:
    assert show.text(library.articles.get(ids[0])).split("\n\n") == [
        "#民生",
        "引题",
        "=甲题：“一网通办”",
        "副题在此",
        "本报记者 某某",
        "第首段第又一行，接着是第二行。",
        "*小标题*",
        "图片说明",
        "一行诗\n二行诗",
    ]
    assert show.text(library.articles.get(ids[2])) == "=丙题\n\n前文见第一版。"


def test_form_is_that_of_a_page(library, ids) -> None:
    form = show.form(library, ids[2])
    assert form == {
        "file": "晨报_2.txt",
        "articles": [
            {
                "section": None,
                "kicker": None,
                "title": "=丙题",
                "subtitle": None,
                "byline": None,
                "body": [{"kind": "para", "text": "前文见第一版。", "lines": [2, 3]}],
            }
        ],
        "furniture": [],
    }


def test_source_gives_the_raw_lines_with_their_numbers(library, ids) -> None:
    assert show.source(library, ids[1]).split("\n") == [
        "    20  =乙题 <b>粗</b> #1",
        "    21  - 列表？不是。",
        "    23  1. 也不是列表，见 https://example.org/a_b",
        "    25  住宅住宅小区",
        "--- 晨报_2.txt",
        "     5  @某人的话",
    ]


def test_diff_sets_what_came_against_what_is_read(library, ids) -> None:
    assert show.diff(library, ids[1]).split("\n") == [
        "--- 晨报_1.txt",
        f"+++ {ids[1]}",
        "@@ -20,1 +1,1 @@",
        " =乙题 <b>粗</b> #1",
        "@@ -21,2 +2,1 @@",
        "-- 列表？不是。",
        "-@某人的话",
        "+- 列表？不是。 @某人的话",
        "@@ -23,1 +3,1 @@",
        " 1. 也不是列表，见 https://example.org/a_b",
        "@@ -25,1 +4,1 @@",
        "-住宅住宅小区",
        "+住宅小区",
    ]
    supplied = show.diff(library, ids[0]).split("\n")
    assert supplied[2:4] == ["@@ -0,0 +1,1 @@", "+引题"]


def test_an_unknown_article_is_told(library) -> None:
    for verb in (show.form, show.source, show.diff):
        with pytest.raises(NotFoundError):
            verb(library, "nobody")
