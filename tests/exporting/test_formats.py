"""What each format says of an article, field by field."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace

import pytest
import small
from drafting import draft, raw_file, take_in
from rebuild import rows

from reader import exporting
from reader.exporting import csv as sheets
from reader.exporting import jsonl, markdown, show
from reader.model import IssueFacts, Kind, Reads, Status
from reader.store import Library, Mode


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        yield library


@pytest.fixture
def full(tmp_path):
    with small.make(tmp_path / "full.db") as library:
        yield library


def records(library, folder) -> list[dict]:
    exporting.export(library, format="jsonl", out=folder / "out.jsonl", articles=None)
    return rows(folder / "out.jsonl")


def test_jsonl_has_the_fields_of_the_contract_in_their_order(full, tmp_path) -> None:
    record = records(full, tmp_path)[0]
    assert " ".join(record) == (
        "id issue page section kicker title subtitle byline supplied body text tags spans"
        " status revision origin corrections"
    )
    assert " ".join(record["issue"]) == "id title date date_sure number source sha256 sample"
    assert list(record["body"][0]) == ["kind", "text", "lines"]
    assert list(record["corrections"][0])[:7] == ["start", "end", "old", "new", "by", "why", "at"]
    assert record["supplied"] == ["kicker"]
    assert record["status"] == "proofed1"


def test_several_headings_of_a_kind_are_one_field_and_several_lines(library, tmp_path) -> None:
    take_in(library, "=上联\n=下联\n\n文。")
    first, second = (row.id for row in library.articles.rows())
    library.articles.merge([first, second])
    (record,) = records(library, tmp_path)
    assert record["title"] == "=上联 =下联"
    assert record["text"] == "=上联\n=下联\n文。"


def test_headings_stand_first_in_the_order_of_their_kinds(library, tmp_path) -> None:
    text = "=题\n文。\n\n记者某"
    made = draft(text)
    blocks = (*made.blocks[:-1], replace(made.blocks[-1], kind=Kind.BYLINE))
    page = small.PageIn(replace(made, blocks=blocks), IssueFacts())
    library.issues.add(raw_file(text), [page])
    (record,) = records(library, tmp_path)
    assert record["text"] == "=题\n记者某\n文。"
    article = library.articles.get(record["id"])
    assert article.text == record["text"]
    assert show.text(article) == "=题\n\n记者某\n\n文。"


def test_a_byline_that_a_person_found_at_the_end_is_read_under_the_title(library, tmp_path) -> None:
    take_in(library, "=题\n文。\n\n记者某")
    article = library.articles.get(next(iter(library.articles.rows())).id)
    library.articles.kind(article.blocks[-1].id, Kind.BYLINE)
    (record,) = records(library, tmp_path)
    assert (record["byline"], record["text"]) == ("记者某", "=题\n记者某\n文。")
    assert library.articles.get(article.id).text == record["text"]


def test_a_block_of_which_all_is_struck_is_passed_over_but_told(library, tmp_path) -> None:
    take_in(library, "=题\n全删\n\n尾")
    article = library.articles.get(next(iter(library.articles.rows())).id)
    library.articles.edit(article.blocks[1].id, 0, 2, "")
    (record,) = records(library, tmp_path)
    assert [b["text"] for b in record["body"]] == ["尾"]
    (correction,) = record["corrections"]
    assert (correction["start"], correction["end"]) == (2, 2)
    assert (correction["old"], correction["new"], correction["by"]) == ("全删", "", "me")
    assert "全删" in show.diff(library, article.id)


def test_a_phrase_is_told_where_it_can_be_read(library, tmp_path) -> None:
    take_in(library, "=题\n甲乙丙\n丁戊己\n\n尾")
    article = library.articles.get(next(iter(library.articles.rows())).id)
    block = article.blocks[1].id
    library.tags.mark(block, 1, 5, "句")

    def spans() -> list[str]:
        (record,) = records(library, tmp_path)
        (span,) = record["spans"]
        assert (span["tag"], span["quote"]) == ("句", "乙丙丁戊")
        return [record["text"][low:high] for low, high in span["ranges"]]

    assert spans() == ["乙丙丁戊"]
    library.articles.edit(block, 3, 3, "新")
    assert spans() == ["乙丙新丁戊"]
    library.articles.split(block, 3)
    assert spans() == ["乙丙", "新丁戊"]
    library.journal.undo()
    library.articles.edit(block, 0, 7, "")
    assert spans() == []


def test_a_phrase_over_a_seam_that_reads_as_a_space_takes_the_space(library, tmp_path) -> None:
    take_in(library, "=题\nab\ncd\n\n尾")
    article = library.articles.get(next(iter(library.articles.rows())).id)
    block = article.blocks[1].id
    library.tags.mark(block, 0, 4, "句")
    library.articles.edit(block, 2, 2, " ")
    (record,) = records(library, tmp_path)
    (low, high), *more = record["spans"][0]["ranges"]
    assert record["text"][low:high] == "ab cd"
    assert not more


def test_a_point_where_text_was_split_and_joined_by_a_space_was_typed(library, tmp_path) -> None:
    take_in(library, "=题\n甲乙丙丁\n\n尾")
    article = library.articles.get(next(iter(library.articles.rows())).id)
    block = article.blocks[1].id
    library.tags.mark(block, 0, 4, "句")
    library.articles.split(block, 2)
    library.articles.join(block, None, Reads.SPACE)
    (record,) = records(library, tmp_path)
    assert record["body"][0]["text"] == "甲乙 丙丁"
    assert [5, 6] not in [r[:2] for r in record["origin"]]
    assert record["spans"][0]["ranges"] == [[3, 8]]


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (True, "1"),
        (0, "0"),
    ],
)
def test_no_cell_is_a_formula(cell, guarded) -> None:
    assert sheets.guard(cell) == guarded


def test_csv_is_read_back_as_it_was_meant(full, tmp_path) -> None:
    exporting.export(full, format="csv", out=tmp_path / "out.csv", articles=None)
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(table[0]) == sheets.COLUMNS
    assert data.count(b"\r\n") == len(table) + 1
    assert [row["page"] for row in table] == ["1", "1", "2"]
    assert table[0]["title"] == "'=甲题：“一网通办”"
    assert table[0]["body"].endswith("一行诗\n二行诗")
    assert table[0]["doubts"] == str(next(iter(full.articles.rows())).doubts)


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("平常的话。", "平常的话。"),
        ("# 题", r"\# 题"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("[a](b) ![c]", r"\[a\](b) !\[c\]"),
        ("<b>&amp;|$x$", r"\<b\>\&amp;\|\$x\$"),
        ("> a", r"\> a"),
        ("- a", r"\- a"),
        ("a - b", "a - b"),
        ("+ a", r"\+ a"),
        ("=====", r"\=\=\=\=\="),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("3.5", r"3\.5"),
        ("见 3.5", "见 3.5"),
        ("    a", "&#32;&#32;&#32;&#32;a"),
        ("\ta", "&#9;a"),
        ("  - a", r"&#32;&#32;\- a"),
        ("www.a.cn", r"www\.a.cn"),
        ("http://a", r"http\://a"),
        ("a@b.cn", r"a\@b.cn"),
        (":smile:", r"\:smile:"),
        ("9:30", "9:30"),
        ("得 :100: 分", r"得 \:100: 分"),
        (":1st_place_medal::+1:", r"\:1st\_place\_medal\:\:+1:"),
        ("好 :) ;-) 8-)", r"好 \:) ;\-) 8\-)"),
        ("(1) 甲", r"\(1) 甲"),
        ("a. 甲", r"a\. 甲"),
        ("iv) 甲", r"iv\) 甲"),
        ("甲 (1)", "甲 (1)"),
        ("Mr. Li", "Mr. Li"),
        ("!!! note", r"\!!! note"),
        ("??? note", r"\??? note"),
        ("甲\r# 乙", r"甲&#13;\# 乙"),
        ("甲  ", "甲&#32;&#32;"),
        ("   ", "&#32;&#32;&#32;"),
        ("a\\b", r"a\\b"),
        ("{x}^2", r"\{x\}\^2"),
        ("% a", r"\% a"),
        (": a", r"\: a"),
        ("", ""),
    ],
)
def test_markdown_shows_text_as_text(line, escaped) -> None:
    assert markdown.escape(line) == escaped


def test_articles_in_one_file_are_divided(full, tmp_path) -> None:
    for name, between in (("txt", "\n\n\n"), ("md", "\n\n---\n\n")):
        exporting.export(full, format=name, out=tmp_path / f"out.{name}", articles=None)
        exporting.export(full, format=name, out=tmp_path / name, articles=None)
        parts = [p.read_text("utf-8")[:-1] for p in sorted((tmp_path / name).glob(f"*.{name}"))]
        assert (tmp_path / f"out.{name}").read_text("utf-8") == between.join(parts) + "\n"


def test_separators_of_information_end_no_line(library, tmp_path) -> None:
    for number, text in enumerate(("=题\n甲\x1c乙\n\n丙\n", "=题\n\n甲\x1e乙\n\n丙")):
        take_in(library, text, name=f"{number}.txt")
    first, second = records(library, tmp_path)
    assert [b["lines"] for b in first["body"]] == [[2], [4]]
    assert [b["lines"] for b in second["body"]] == [[3], [5]]


def test_a_byte_that_is_no_utf8_stays_in_the_name(library, tmp_path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    library.issues.add(
        raw_file("=题\n文。", name), [small.PageIn(small.page("=题\n文。"), IssueFacts())]
    )
    (record,) = records(library, tmp_path)
    assert record["issue"]["source"] == name
    assert rb"\udcff\udcfe.txt" in (tmp_path / "out.jsonl").read_bytes()
    exporting.export(library, format="csv", out=tmp_path / "out.csv", articles=None)
    assert rb"\xff\xfe.txt" in (tmp_path / "out.csv").read_bytes()


def test_no_character_in_a_line_of_json_ends_it_for_others() -> None:
    told = jsonl.encode({"a": "一\u2028二\u2029三\x85四\n五"})
    assert len(told.decode().splitlines()) == 1
    assert json.loads(told) == {"a": "一\u2028二\u2029三\x85四\n五"}
    assert jsonl.encode({"a": "b"}) == b'{"a":"b"}\n'


def test_counts_are_those_of_the_list(full, tmp_path) -> None:
    seen = []
    report = exporting.export(
        full,
        format="jsonl",
        out=tmp_path / "out",
        articles=None,
        report=lambda done, total: seen.append((done, total)),
    )
    listed = list(full.articles.rows())
    assert report.articles == len(listed) == 3
    assert report.characters == sum(row.characters for row in listed)
    assert report.doubts == sum(row.doubts for row in listed)
    assert report.unproofed == sum(row.status is not Status.PROOFED1 for row in listed)
    assert report.path == tmp_path / "out"
    assert seen[-1] == (3, 3)
    told = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (told["articles"], told["doubts"], told["unproofed"]) == (3, report.doubts, 2)
    assert told["library"] == full.id
    assert str(tmp_path) not in (tmp_path / "out" / "manifest.json").read_text("utf-8")


def test_the_chosen_articles_come_in_the_order_of_the_library(full, tmp_path) -> None:
    ids = [row.id for row in full.articles.rows()]
    for chosen in ([ids[2], ids[0]], [ids[0], ids[2], ids[0]]):
        exporting.export(full, format="jsonl", out=tmp_path / "o", articles=chosen, query="q")
        assert [r["id"] for r in rows(tmp_path / "o" / "articles.jsonl")] == [ids[0], ids[2]]
        assert len(rows(tmp_path / "o" / "furniture.jsonl")) == 2
    exporting.export(full, format="txt", out=tmp_path / "t", articles=[ids[1]], query="q")
    (one,) = (tmp_path / "t").glob("*.txt")
    assert one.name.startswith("2025-04-14_01_02_")


def test_many_chosen_articles_are_found_in_one_walk(library, tmp_path) -> None:
    for number in range(60):
        text = "\n".join(f"=题{number}·{n}\n文。" for n in range(10))
        take_in(library, text, name=f"{number}.txt")
    ids = [row.id for row in library.articles.rows()]
    report = exporting.export(library, format="jsonl", out=tmp_path / "a.jsonl", articles=ids[5:])
    assert report.articles == 595
    assert [r["id"] for r in rows(tmp_path / "a.jsonl")] == ids[5:]


def test_withdrawn_issues_are_not_exported(full, tmp_path) -> None:
    full.issues.withdraw([full.issues.rows()[0].id])
    exporting.export(full, format="jsonl", out=tmp_path / "out", articles=None)
    assert rows(tmp_path / "out" / "articles.jsonl") == []
    assert rows(tmp_path / "out" / "furniture.jsonl") == []


def test_what_is_written_meanwhile_is_not_seen(full, tmp_path) -> None:
    first = next(iter(full.articles.rows())).id

    def report(_done: int, _total: int) -> None:
        with Library.open(tmp_path / "full.db", Mode.WRITE, actor="other") as other:
            other.tags.add("后来", [first])

    exporting.export(full, format="jsonl", out=tmp_path / "a", articles=None, report=report)
    assert "后来" not in (tmp_path / "a" / "articles.jsonl").read_text("utf-8")
    told = json.loads((tmp_path / "a" / "manifest.json").read_bytes())
    assert told["time"].startswith("2026-01-02")
