"""Where an article comes from stands with its text: always in md, in txt where it is wished."""

import json

import pytest
from drafting import draft, raw_file

from reader import exporting
from reader.drafts import PageIn
from reader.errors import OutputError
from reader.exporting import manifest
from reader.model import IssueFacts, Kind
from reader.store.library import Library, Mode

PAGE = "#要闻\n\n=会议*标题*\n\n会议的正文。\n\n=又一题\n\n又一文。\n"
LINE = "晨报 · 2025-04-14 · number 12 · page 3 · section #要闻 · tags 会议; 政务 · status new"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        facts = IssueFacts("晨报", "2025-04-14", True, "12", 3)
        made.issues.add(raw_file(PAGE), [PageIn(draft(PAGE), facts)])
        first = next(iter(made.articles.rows()))
        (aside, *_) = made.issues.asides(first.issue)
        made.articles.kind(aside.id, Kind.SECTION)
        made.tags.add("政务", [first.id])
        made.tags.add("会议", [first.id])
        yield made


def written(library, out, form, **more):
    exporting.export(library, format=form, out=out, articles=None, **more)
    return out.read_text("utf-8")


def test_markdown_has_it_under_the_headings(library, tmp_path):
    text = written(library, tmp_path / "x.md", "md")
    line = LINE.replace("#", "\\#")
    head = "\\#要闻\n\n# \\=会议\\*标题\\*\n\n"
    assert text.startswith(f"{head}*{line}*\n\n会议的正文。\n")
    assert text.count(" · status ") == 2


def test_plain_text_has_it_first_where_it_is_wished(library, tmp_path):
    plain = written(library, tmp_path / "x.txt", "txt")
    assert plain.startswith("#要闻\n\n=会议*标题*\n\n会议的正文。\n\n\n#要闻")
    text = written(library, tmp_path / "x.txt", "txt", head=True)
    assert text.startswith(f"{LINE}\n\n{plain.split(chr(10) * 3)[0]}\n\n\n晨报 · ")
    article = next(iter(library.articles.rows())).id
    assert text.startswith(exporting.sample(library, "txt", article, head=True))
    exporting.export(library, format="txt", out=tmp_path / "f", articles=None, head=True)
    (first, *_) = sorted((tmp_path / "f").glob("*.txt"))
    assert first.read_text("utf-8").startswith(LINE)
    assert written(library, tmp_path / "x.jsonl", "jsonl", head=True).startswith("{")


def test_what_is_not_known_is_left_out_and_what_was_inferred_has_a_question_mark(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as library:
        for facts, text in (
            (IssueFacts(), "=甲\n\n甲文。\n"),
            (IssueFacts("晚报", "2025", False), "=乙\n\n乙文。\n"),
        ):
            library.issues.add(raw_file(text), [PageIn(draft(text), facts)])
        text = written(library, tmp_path / "x.txt", "txt", head=True)
    assert text.startswith("晚报 · 2025? · status new\n")
    assert "\n\nstatus new\n" in text


def test_such_a_line_alone_makes_no_file_ours(library, tmp_path):
    out = tmp_path / "notes.txt"
    out.write_text(f"{LINE}\n\n别人的笔记，很要紧。\n", "utf-8")
    with pytest.raises(OutputError) as refused:
        written(library, out, "txt", head=True)
    assert refused.value.detail == "foreign_file"


def test_the_manifest_says_what_its_time_is(library, tmp_path, monkeypatch):
    for epoch in ("", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        exporting.export(library, format="csv", out=tmp_path / "out", articles=None)
        told = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
        assert told["last_change"] == told["time"]
        wished = library.journal.peek()[0].at
        assert told["last_change"] == ("1970-01-02T00:00:00Z" if epoch else wished)


@pytest.mark.parametrize(
    "epoch", ["８６４００", "٨٦٤٠٠", "+86400", "-1", " 86400", "86400\n", "1e5", "86_400", "9" * 12]
)
def test_what_is_no_time_of_the_environment_is_as_if_not_set(library, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert manifest.time_of(library) == library.journal.peek()[0].at


@pytest.mark.parametrize(
    ("epoch", "time"), [("0", "1970-01-01T00:00:00Z"), ("9" * 11, "5138-11-16T09:46:39Z")]
)
def test_the_first_and_last_times_of_the_environment(library, monkeypatch, epoch, time):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert manifest.time_of(library) == time
