"""Every command does what the contract says, in Chinese and in English."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from commanding import Home
from training.generator import page as made_page

from reader.cli.words import Words
from reader.text.query import MOST

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
BOTH = pytest.mark.parametrize("language", ["zh_CN", "en"])


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    return Home(tmp_path, monkeypatch, capsys)


@pytest.fixture
def ids(home):
    return home.fill()


# --- import -----------------------------------------------------------------------------------


def folder_of_pages(home: Home) -> Path:
    folder = home.folder / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text("第一段话说完了。\n\n第二段话也说完了。\n", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "note.md").write_text("x", "utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    return folder


@BOTH
def test_import_tells_what_became_of_each_file(home, language):
    home.set(JIAOKAN_LANG=language)
    folder = folder_of_pages(home)
    done = home("import", folder)
    assert (done.status, done.err) == (1, "")
    assert [row[:2] for row in done.rows] == [
        ["imported", f"{folder}/a.txt"],
        ["refused", f"{folder}/empty.txt"],
        ["skipped", f"{folder}/note.md"],
        ["skipped", f"{folder}/scan.pdf"],
    ]
    assert done.rows[0][2] == ""
    assert done.rows[1][2].startswith("not text: ")
    assert done.rows[2][2].startswith("not text: ")
    assert all(len(row) == 3 for row in done.rows)
    again = home("import", folder / "a.txt")
    assert (again.status, again.rows[0][0]) == (0, "unchanged")


def test_import_as_json_has_the_keys_of_the_contract(home):
    folder = folder_of_pages(home)
    done = home("import", "--json", folder)
    keys = ["path", "status", "reason", "issue", "page", "articles", "characters"]
    assert all(list(row) == [*keys, "encoding", "like"] for row in done.jsons)
    first, second, *_ = done.jsons
    assert first["status"] == "imported"
    assert first["reason"] is None
    assert first["encoding"] == "utf-8"
    assert first["articles"] == 1
    assert second["issue"] is None
    assert second["reason"] == "not text: there is nothing in it"
    assert home("import", "--json", folder / "scan.pdf").jsons[0]["status"] == "refused"


@BOTH
def test_import_tells_of_a_page_of_much_the_same_text(home, language):
    home.set(JIAOKAN_LANG=language)
    seed = SEEDS / "000_e4901fc396f5b98a.txt"
    scan = home.folder / "other.txt"
    scan.write_text(seed.read_text("utf-8").replace("会议", "会义", 1), "utf-8")
    first = home.good("import", "--json", seed).jsons[0]
    assert first["like"] is None
    row = home.good("import", scan).rows[0]
    assert row[0] == "imported"
    assert first["issue"] in row[2]


def test_import_as_is_repairs_nothing(home):
    page = home.folder / "a.txt"
    page.write_text("一二三\n四五六\n", "utf-8")
    home.good("import", "--as-is", page)
    article = home.good("articles").rows[0][0]
    assert home.good("show", article).out == "一二三\n\n四五六\n"


def test_import_obeys_an_encoding(home):
    page = home.folder / "a.txt"
    page.write_bytes("中文".encode("big5"))
    assert home("import", page, "--encoding", "utf-8").status == 1
    assert home.good("import", page, "--json", "--encoding", "big5").jsons[0]["encoding"] == "big5"
    assert "usage" in home.bad(2, "import", page, "--encoding", "klingon")


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", ". Name it with --encoding, or convert the file to UTF-8."),
        ("zh_CN", "。用 --encoding 指明编码，或先转成 UTF-8。"),
    ],
)
def test_a_file_of_no_known_encoding_is_told_with_the_way_on(home, language, last):
    home.set(JIAOKAN_LANG=language)
    page = home.folder / "a.txt"
    page.write_bytes("文".encode("gbk"))
    told = home("import", page).rows[0][2]
    assert told.startswith("unknown encoding: ")
    assert told.endswith(last)
    page.write_bytes(b"")
    assert "--encoding" not in home("import", page).out


def test_a_status_has_the_names_that_a_query_takes(home, ids):
    home.good("status", "二校", "--where", "")
    assert home.good("articles", "--where", "状态:未校").out == ""
    home.good("status", "not begun", "--where", "")
    assert len(home.good("articles", "--where", "状态:未校").rows) == len(ids)


def test_import_of_what_is_not_there(home):
    done = home("import", home.folder / "nowhere.txt")
    assert done.status == 1
    assert done.rows[0][2] == "unreadable: there is no such file"


# --- repair -----------------------------------------------------------------------------------


@BOTH
def test_repair_needs_no_library(home, language):
    home.set(JIAOKAN_LANG=language)
    page = SEEDS / "000_e4901fc396f5b98a.txt"
    form = home.good("repair", page).json
    assert list(form) == ["file", "articles", "furniture"]
    assert form["file"] == page.name
    told = home.good("repair", page, "--format", "json", "--seams").json
    seams = told["seams"]
    lacking = sum(1 - seam["confidence"] for seam in seams)
    assert told["expected_wrong"] == pytest.approx(lacking, abs=0.5)
    assert list(seams[0]) == [
        *("line", "next", "verdict", "moved", "confidence", "role", "role_confidence", "reasons")
    ]
    said = " ".join(reason for seam in seams for reason in seam["reasons"])
    assert ("上行" in said) is (language == "zh_CN")
    text = home.good("repair", "--format", "text", page).out
    assert text.startswith(form["articles"][0]["body"][0]["text"] + "\n")
    assert not home.library.exists()


def test_repair_reads_the_standard_input(home, monkeypatch):
    given = io.TextIOWrapper(io.BytesIO("一句话说完了。\f又一版说完了。".encode("gb18030")))
    monkeypatch.setattr("sys.stdin", given)
    done = home.good("repair", "-", "--encoding", "gb18030")
    assert done.json["file"] == "-"
    assert len(done.json["articles"]) == 2


def test_repair_without_a_standard_input(home, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert home.bad(1, "repair", "-").startswith("jiaokan: unreadable stdin")


def test_repair_of_a_page_on_which_nothing_is_written(home):
    page = home.folder / "a.txt"
    page.write_text(" ", "utf-8")
    assert home("repair", page).status == 1
    page.write_text("　\n.\n", "utf-8")
    assert home("repair", page, "--format", "text").status == 0


def test_repair_refuses_what_is_not_text(home):
    page = home.folder / "a.pdf"
    page.write_bytes(b"%PDF-1.4 \x00")
    assert home.bad(1, "repair", page).startswith(f"jiaokan: not text {page}: it is a PDF. ")
    page.write_bytes("一二三四五".encode() + b"\xff" + "六七八九十".encode())
    assert "byte ff at offset 15, line 1" in home.bad(1, "repair", page)


def test_seams_go_with_json(home):
    assert "usage" in home.bad(2, "repair", "x", "--seams", "--format", "text")


# --- lists ------------------------------------------------------------------------------------


def test_issues(home, ids):
    first, second = home.good("issues").rows
    assert first[1:] == ["2025-01", "社区晨报", "1", "new", "0", "35"]
    assert second[1:4] == ["2025-02", "社区晨报", "2"]
    row = home.good("issues", "--json").jsons[0]
    assert row["id"] == first[0]
    assert row["pages"] == [1]
    assert row["statuses"] == {"new": 2}
    assert row["articles"] == 2


def test_the_status_of_an_issue_is_the_least_advanced(home, ids):
    home.good("status", "proofed2", "--where", "春游")
    home.good("status", "disputed", "--where", "第二段")
    row = home.good("issues", "--json").jsons[0]
    assert row["status"] == "disputed"
    assert list(row["statuses"]) == ["disputed", "proofed2"]


def test_articles(home, ids):
    rows = home.good("articles").rows
    assert [row[0] for row in rows] == ids
    assert rows[0][1:] == ["2025-01", "=工作会议召开", "1", "new", "0", "26"]
    assert [row[0] for row in home.good("articles", "--where", "date:2025-02").rows] == [ids[2]]
    row = home.good("articles", "--json", "--where", "春游").jsons[0]
    assert list(row) == [
        *("id", "issue", "date", "title", "untitled", "page", "status", "doubts"),
        *("characters", "tags"),
    ]
    assert row["id"] == ids[1]
    assert home.good("articles", "--where", "没有").out == ""


def test_doubts_come_with_the_likeliest_error_first(home, tmp_path):
    page = tmp_path / "pages" / "page.txt"
    page.parent.mkdir()
    page.write_text(made_page(3).raw, "utf-8")
    home.good("import", page.parent)
    found = []
    for issue in home.good("issues").rows:
        rows = home.good("doubts", issue[0]).rows
        assert len(rows) == int(issue[5])
        assert [row[3] for row in rows] == sorted(row[3] for row in rows)
        found += home.good("doubts", issue[0], "--limit", "2", "--json").jsons
    assert found
    assert list(found[0]) == ["article", "line", "reads", "confidence", "before", "after"]
    assert "none" in home.bad(2, "doubts", "none")


def test_show(home, ids):
    assert home.good("show", ids[1]).out == "=春游\n\n大家去春游。\n"
    form = home.good("show", ids[1], "--format", "json").json
    assert form["articles"][0]["title"] == "=春游"
    assert "新泾镇工作" in home.good("show", ids[0], "--format", "source").out
    assert home.good("show", ids[0], "--format", "diff").out.startswith("--- p1.txt\n+++ ")


# --- search -----------------------------------------------------------------------------------


def test_search_in_plain_lines(home, ids):
    rows = home.good("search", "工作会议").rows
    assert [row[0] for row in rows] == [ids[0], ids[0]]
    assert rows[1][1:5] == ["2025-01", "1", "=工作会议召开", "p1.txt:5:4"]
    assert "【工作会议】" in rows[1][5]
    assert len(home.good("search", "会", "--limit", "1").rows) == 1
    assert home.good("search", "会", "--limit", "0").out == ""


def test_search_as_json_has_the_keys_of_the_contract(home, ids):
    found = home.good("search", "--json", "会", "--limit", "2").json
    assert list(found) == ["query", "total", "hits"]
    assert found["query"] == "会"
    assert found["total"] == 4
    assert list(found["hits"][0]) == [
        *("article", "issue", "source", "title", "date", "page", "start", "end"),
        *("before", "match", "after", "line", "column"),
    ]
    assert found["hits"][0]["source"] == "p1.txt"
    nothing = home.good("search", "--json", "没有这个").json
    assert nothing == {"query": "没有这个", "total": 0, "hits": []}


def test_search_without_words_gives_an_article_a_hit(home, ids):
    hits = home.good("search", "date:2025-01", "--json").json["hits"]
    assert [hit["article"] for hit in hits] == ids[:2]
    assert {(hit["start"], hit["end"], hit["match"]) for hit in hits} == {(0, 0, "")}
    assert home.good("search", "date:2025-01").rows[0][4:] == ["p1.txt", ""]


def test_search_in_what_was_received(home, ids):
    hits = home.good("search", "日报", "--in", "source", "--json").json["hits"]
    assert [hit["article"] for hit in hits] == [None]
    assert home.good("search", "日报").out == ""
    both = home.good("search", "会议", "--in", "both", "--json").json["hits"]
    assert {hit["in"] for hit in both} == {"now", "source"}


def test_several_words_are_one_query(home, ids):
    assert home.good("search", "工作", "第二段", "--json").json["query"] == "工作 第二段"


def test_fields_may_be_named_in_chinese(home, ids):
    home.good("tag", "add", "会议", "--where", "工作会议 状态：未校")
    found = home.good("articles", "--where", "主题:会议")
    assert found.out == home.good("articles", "--where", "tag:会议").out != ""
    assert found.err == ""
    assert [row[0] for row in home.good("articles", "--where", "日期：2025-02").rows] == [ids[2]]


@BOTH
def test_a_query_that_is_not_understood_is_searched_as_it_stands(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    for words in (["search", "foo:bar"], ["articles", "--where", 'a"b']):
        done = home(*words)
        assert (done.status, done.out) == (0, "")
        assert done.err.count("\n") == 1
        assert done.err.startswith("jiaokan: ")


def test_a_field_that_there_is_not_is_named_with_those_that_there_are(home, ids):
    home.set(JIAOKAN_LANG="en")
    told = "jiaokan: not a well-formed query, so it is searched for literally: there is no "
    assert home("search", "foo:bar").err == (
        f"{told}field “foo”; the fields are tag, status, issue, date, has\n"
    )
    assert home("search", 'status:"a\nb"').err.startswith(f"{told}status “a\\nb”; the statuses")
    home.set(JIAOKAN_LANG="zh_CN")
    assert "没有“foo”这个字段，可用的是主题、状态、期、日期、有" in home("search", "foo:bar").err


@pytest.mark.parametrize(
    "term", ["tag:x ", "-tag:x ", "甲{n} ", "-甲{n} ", "-has:doubt|title ", "-issue:{n}|x|y "]
)
def test_a_query_has_as_many_terms_as_can_be_asked_at_once(home, ids, term):
    many = "".join(term.format(n=n) for n in range(MOST // (1 + term.count("|"))))
    either = "tag:" + "x|" * (MOST - 1) + "y"
    for query in (many, either):
        assert (home("search", "--", query).status, home("search", "--", query).err) == (0, "")
        done = home("articles", "--where", query + " " + many + term * 2)
        assert (done.status, done.out) == (0, "")
        assert done.err.endswith("literally: it has more than 500 words and values\n")


def test_a_newspaper_is_a_field_by_that_name(home, ids):
    found = home.good("articles", "--where", "issue:社区")
    assert found.out
    for typed in ("报纸:社区", "报纸：社区", "paper:社区", "newspaper:社区"):
        assert home.good("articles", "--where", typed).out == found.out


# --- corrections ------------------------------------------------------------------------------


def test_issue_set_and_merge(home, ids):
    first, second = (row[0] for row in home.good("issues").rows)
    assert home.good("issue", "set", first, "--title", "新报", "--date", "2024-12-31").out
    home.good("issue", "set", first, "--number", "7", "--page", "3")
    row = home.good("issues", "--json").jsons[0]
    assert (row["title"], row["date"], row["number"]) == ("新报", "2024-12-31", "7")
    assert row["pages"] == [3]
    home.good("issue", "set", first, "--title", "")
    assert home.good("issues", "--json").jsons[0]["title"] is None
    assert "2025-13" in home.bad(2, "issue", "set", first, "--date", "2025-13")
    line = home.bad(2, "issue", "set", first, "--date", "2025-02-30")
    assert "there is no such day: “2025-02-30”" in line
    assert "usage" in home.bad(2, "issue", "set", first)
    home.good("issue", "merge", first, second)
    assert len(home.good("issues").rows) == 1
    assert "usage" in home.bad(2, "issue", "merge", second)
    assert "one number cannot" in home.bad(2, "issue", "set", second, "--page", "1")


@BOTH
def test_withdraw_and_undo(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    first = home.good("issues").rows[0][0]
    home.good("withdraw", first)
    assert [row[0] for row in home.good("articles").rows] == [ids[2]]
    assert first in home.good("undo").out
    assert len(home.good("articles").rows) == 3
    home.good("withdraw", first)
    told = home.good("history").out
    assert ("1 期：社区晨报" if language == "zh_CN" else "withdraw 1 issue: 社区晨报") in told
    assert first in told
    home.good("withdraw", "--back", first)
    assert len(home.good("articles").rows) == 3
    assert first in home.good("undo").out
    assert len(home.good("articles").rows) == 1
    home.bad(2, "withdraw", "--back", "nope")


def test_status(home, ids):
    assert home.good("status", "working", "--where", "").out == (
        "issues changed: 2, articles changed: 3\n"
    )
    assert home.good("status", "working", "--where", "").out == "nothing changed\n"
    assert {row[4] for row in home.good("articles").rows} == {"working"}
    assert "new working" in home.bad(2, "status", "good", "--where", "")


# --- tags -------------------------------------------------------------------------------------


@BOTH
def test_tags(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    home.good("tag", "add", "会议", "--where", "会")
    home.good("tag", "add", "游", "--where", "春游")
    assert home.good("tag", "list").rows == [["会议", "2"], ["游", "1"]]
    assert home.good("tag", "list", "--json").jsons[1] == {"tag": "游", "count": 1}
    home.good("tag", "remove", "会议", "--where", "夏天")
    home.good("tag", "rename", "游", "出游")
    assert home.good("tag", "list").rows == [["会议", "1"], ["出游", "1"]]
    home.good("tag", "merge", "会议", "出游", "活动")
    assert home.good("tag", "list").rows == [["活动", "2"]]
    assert home.good("articles", "--json").jsons[0]["tags"] == ["活动"]


def test_faults_of_tags(home, ids):
    assert "no topic “没有”" in home.bad(2, "tag", "rename", "没有", "x")
    assert "usage" in home.bad(2, "tag", "merge", "x")
    assert "topic is empty" in home.bad(2, "tag", "add", " ", "--where", "")
    home.good("tag", "add", "甲", "--where", "会")
    home.good("tag", "add", "乙", "--where", "会")
    assert "tag merge" in home.bad(2, "tag", "rename", "甲", "乙")


def test_a_topic_of_which_nothing_can_be_seen_is_told(home, ids):
    for words in (["add", "\u200b\u200e", "--where", ""], ["rename", "甲", "\u202e"]):
        told = home.bad(2, "tag", *words)
        assert "there is nothing in the topic that can be seen. Give it a name" in told


@BOTH
def test_tag_suggest(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    rows = home.good("tag", "suggest", ids[0], "--limit", "2").rows
    assert 0 < len(rows) <= 2
    assert float(rows[0][1]) > 0
    row = home.good("tag", "suggest", ids[0], "--json").jsons[0]
    assert list(row) == ["tag", "score", "evidence", "known", "words"]


# --- the journal ------------------------------------------------------------------------------


@BOTH
def test_history_undo_redo(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    home.good("tag", "add", "会议", "--where", "工作会议")
    said = home.good("undo").out
    assert "会议" in said
    assert "会议" in home.good("redo").out
    home.good("undo")
    youngest, imported, _ = home.good("history").rows
    assert youngest[2] == "王"
    assert youngest[1].endswith("Z")
    assert "会议" in youngest[3]
    assert youngest[4] == {"zh_CN": "已撤销", "en": "undone"}[language]
    assert imported[4] == {"zh_CN": "已做", "en": "done"}[language]
    row = home.good("history", "--json").jsons[0]
    assert (row["verb"], row["detail"]["tag"], row["done"]) == ("tag", "会议", False)
    assert len(home.good("history", ids[0]).rows) == 1
    assert home.good("history", ids[2]).out == ""


def test_a_status_in_the_history_is_told_in_words(home, ids):
    home.set(JIAOKAN_LANG="zh_CN")
    home.good("status", "proofed1", "--where", "春游")
    assert home.good("history").rows[0][3] == "状态改为“一校”（1 篇）"


@BOTH
def test_the_history_tells_what_was_corrected(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    issue = home.good("issues").rows[0][0]
    home.good("issue", "set", issue, "--date", "2024-12-31", "--title", "", "--page", "3")
    row = home.good("history", "--json").jsons[0]
    told = {"issue": issue, "title": "", "date": "2024-12-31", "page": 3}
    assert row["detail"] == told | {"of": "社区晨报·2025-01"}
    assert (
        row["what"]
        == {
            "zh_CN": f"订正期次 {issue}：去掉报名，日期“2024-12-31”，版次“3”",
            "en": f"correct issue {issue}: title taken away, date “2024-12-31”, page “3”",
        }[language]
    )


def test_a_correction_of_which_nothing_was_written_down():
    assert Words("en").wish("issue set", {"issue": "x"}) == "correct issue x"


@BOTH
def test_nothing_to_undo(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    assert home.bad(1, "redo").startswith("jiaokan: nothing to redo: ")
    home.good("undo")
    home.good("undo")
    assert home.bad(1, "undo").startswith("jiaokan: nothing to undo: ")


# --- keeping ----------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("form", ["txt", "md", "jsonl", "csv"])
def test_export(home, ids, form, language):
    home.set(JIAOKAN_LANG=language)
    out = home.folder / "out"
    said = home.good("export", "--format", form, "--out", out, "--where", "date:2025-01").out
    assert said.startswith(str(out))
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["query"] == "date:2025-01"
    one = home.folder / f"one.{form}"
    home.good("export", "--format", form, "--out", one)
    assert "春游" in one.read_text("utf-8-sig")


@BOTH
def test_export_replaces_another_librarys_file_only_when_told(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    out = home.folder / "theirs.jsonl"
    home.good("export", "--format", "jsonl", "--out", out)
    theirs = out.read_text("utf-8")
    out.write_text(re.sub('"sha256":"[0-9a-f]*"', f'"sha256":"{"0" * 64}"', theirs), "utf-8")
    line = home.bad(3, "export", "--format", "jsonl", "--out", out)
    assert line.startswith("jiaokan: unreadable ")
    assert "--replace" in line
    assert '"sha256":"000' in out.read_text("utf-8")
    home.good("export", "--format", "jsonl", "--out", out, "--replace")
    assert out.read_text("utf-8") == theirs


def test_export_says_where_a_plain_text_comes_from_when_told(home, ids):
    out = home.folder / "one.txt"
    home.good("export", "--format", "txt", "--out", out)
    assert " · status " not in out.read_text("utf-8")
    home.good("export", "--format", "txt", "--out", out, "--head-line")
    assert " · status " in out.read_text("utf-8").split("\n")[0]


def test_export_touches_no_folder_of_others(home, ids):
    (home.folder / "out").mkdir()
    (home.folder / "out" / "mine.txt").write_text("x")
    line = home.bad(3, "export", "--format", "txt", "--out", home.folder / "out")
    assert line.startswith("jiaokan: unreadable ")


@BOTH
def test_stats(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    home.good("tag", "add", "会议", "--where", "会")
    rows = home.good("stats").rows
    assert [row[1] for row in rows[:5]] == ["2", "2", "3", "48", "0"]
    assert [{"zh_CN": "主题", "en": "topic"}[language], "会议", "2"] in rows
    found = home.good("stats", "--json").json
    assert list(found) == [
        *("issues", "pages", "articles", "characters", "doubts", "seams", "tags", "statuses")
    ]
    assert found["statuses"]["new"] == 3
    assert list(found["seams"][0]) == ["verdict", "decider", "count"]


@BOTH
def test_check(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    versions, verdict = home.good("check").rows
    assert "SQLite" in versions[0]
    assert verdict == [{"zh_CN": "完好", "en": "sound"}[language]]
    assert ["articles", "3"] in home.good("check", "--verbose").rows
    found = home.good("check", "--json").json
    assert list(found) == ["sound", "faults", "pending", "counts", "versions"]
    assert found["sound"] is True


@BOTH
def test_check_tells_faults(home, ids, language):
    import pysqlite3

    home.set(JIAOKAN_LANG=language)
    connection = pysqlite3.connect(str(home.library))
    connection.execute("UPDATE tally SET characters = characters + 1")
    connection.execute("UPDATE page SET indexed = 0")
    connection.commit()
    connection.close()
    done = home("check")
    assert (done.status, done.err) == (1, "")
    assert "tally" in {row[0] for row in done.rows}
    fault = next(f for f in home("check", "--json").json["faults"] if f["code"] == "tally")
    assert list(fault) == ["code", "where", "facts", "what"]


@BOTH
def test_backup_and_restore(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    copy = home.folder / "copy.db"
    assert "3" in home.good("backup", copy).out
    home.good("tag", "add", "会议", "--where", "")
    said = home.good("restore", copy).out
    assert said.count("\n") == 2
    assert home.good("tag", "list").out == ""
    other = home.folder / "new" / "other.db"
    other.parent.mkdir()
    assert home.good("--library", other, "restore", copy).out.count("\n") == 1
    assert len(home.good("articles", "--library", other).rows) == 3


def test_a_command_that_writes_makes_the_automatic_backup(home, ids):
    home.good("articles")
    assert not home.data.exists()
    home.good("tag", "add", "会议", "--where", "")
    assert len(list(home.data.rglob("*.db"))) == 1


@BOTH
def test_a_backup_that_fails_changes_nothing_else(home, ids, language):
    home.set(JIAOKAN_LANG=language)
    home.data.mkdir(parents=True)
    (home.data / "backups").write_text("a file in the way")
    done = home("tag", "add", "会议", "--where", "")
    assert done.status == 0
    assert done.err.startswith("jiaokan: ")
    assert done.err.count("\n") == 1
    assert home("tag", "list").rows == [["会议", "3"]]
