"""A file that stands where an export is to go: an earlier export gives way, no other does."""

import pytest
from drafting import take_in

from reader.errors import OutputError
from reader.exporting import csv, export, foresee
from reader.exporting.standing import title_of
from reader.model import IssueFacts
from reader.store import Library, Mode


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as library:
        take_in(library, "=会议的标题\n\n会议的正文，共有一段。\n\n=第二篇的标题\n\n另一段正文。\n")
        yield library


@pytest.mark.parametrize("form", ["txt", "md", "jsonl", "csv"])
def test_an_earlier_export_is_brought_up_to_date(library, tmp_path, form):
    out = tmp_path / f"out.{form}"
    export(library, format=form, out=out, articles=None)
    before = out.read_bytes()
    export(library, format=form, out=out, articles=None)
    assert out.read_bytes() == before
    article = next(iter(library.articles.rows())).id
    library.articles.edit(library.articles.get(article).blocks[1].id, 0, 2, "大会")
    export(library, format=form, out=out, articles=None)
    assert out.read_bytes() != before


@pytest.mark.parametrize("form", ["txt", "md", "jsonl", "csv"])
@pytest.mark.parametrize(
    "mine", ["我的笔记，很要紧。\n", '{"id": 1}\n', "{", "a,b\r\n1,2\r\n", "[" * 100_000]
)
def test_a_file_of_somebody_stays(library, tmp_path, form, mine):
    out = tmp_path / f"notes.{form}"
    out.write_bytes(mine.encode())
    with pytest.raises(OutputError) as error:
        export(library, format=form, out=out, articles=None)
    assert error.value.detail == "foreign_file"
    assert out.read_bytes() == mine.encode()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_the_title_of_what_is_nested_without_end_is_not_known(tmp_path):
    out = tmp_path / "a.jsonl"
    out.write_bytes(b'{"issue":' * 100_000)
    assert title_of(out, "jsonl") is None


@pytest.mark.parametrize("name", ["library.db", "link.db", "library.db-wal"])
def test_the_library_itself_is_never_written_over(library, tmp_path, name):
    (tmp_path / "link.db").symlink_to(tmp_path / "library.db")
    with pytest.raises(OutputError) as error:
        export(library, format="jsonl", out=tmp_path / name, articles=None)
    assert error.value.detail == "itself"
    assert len(list(library.articles.rows())) == 2


def test_another_library_is_somebodys(library, tmp_path):
    with Library.open(tmp_path / "other.db", Mode.CREATE):
        pass
    with pytest.raises(OutputError):
        export(library, format="jsonl", out=tmp_path / "other.db", articles=None)
    out = tmp_path / "empty.txt"
    out.touch()
    export(library, format="txt", out=out, articles=None)
    assert out.stat().st_size


@pytest.fixture
def theirs(tmp_path):
    """Give exports of another library, by their suffix, and the folder of one."""
    with Library.open(tmp_path / "theirs.db", Mode.CREATE, actor="乙") as other:
        facts = IssueFacts("晚报", "2024", True)
        take_in(other, "=他们的标题\n\n他们的正文，也有一段。\n", facts=facts)
        for form in ("jsonl", "csv"):
            export(other, format=form, out=tmp_path / f"out.{form}", articles=None)
        export(other, format="jsonl", out=tmp_path / "folder", articles=None)
    return tmp_path


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_an_export_of_another_library_goes_only_where_that_is_told(library, theirs, form):
    out = theirs / f"out.{form}"
    before = out.read_bytes()
    seen = foresee(library, out, form, single=True)
    assert (seen.another, seen.title) == (True, "晚报")
    assert seen.articles == (1 if form == "jsonl" else None)
    with pytest.raises(OutputError) as error:
        export(library, format=form, out=out, articles=None)
    assert (error.value.detail, error.value.facts["title"]) == ("another", "晚报")
    assert out.read_bytes() == before
    export(library, format=form, out=out, articles=None, replace=True)
    assert out.read_bytes() != before
    assert not foresee(library, out, form, single=True).another
    export(library, format=form, out=out, articles=None)


def test_what_is_told_opens_no_folder_and_no_file_of_somebody(library, theirs):
    for name in ("folder", "mine.jsonl"):
        (theirs / "mine.jsonl").write_text("x\n", "utf-8")
        with pytest.raises(OutputError):
            export(library, format="jsonl", out=theirs / name, articles=None, replace=True)
    assert (theirs / "folder" / "articles.jsonl").exists()


def test_pages_that_were_withdrawn_are_still_ours(library, tmp_path):
    out = tmp_path / "out.jsonl"
    export(library, format="jsonl", out=out, articles=None)
    library.issues.withdraw([row.id for row in library.issues.rows()])
    assert not foresee(library, out, "jsonl", single=True).another
    export(library, format="jsonl", out=out, articles=None)
    assert out.read_bytes() == b""


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("jsonl", '{"id":1,"issue":{"title":null},"text":"","origin":[],"x":"%s"}\n'),
        ("jsonl", '{"id":1,"issue":[],"text":"","origin":[],"x":"%s"}\n'),
        ("csv", "%s\r\n"),
    ],
)
def test_another_librarys_export_without_a_title_has_the_files_name(library, tmp_path, form, data):
    out = tmp_path / f"out.{form}"
    head = csv.HEADER.decode() if form == "csv" else ""
    out.write_text(head + data % ("0" * 64), "utf-8", newline="")
    with pytest.raises(OutputError) as error:
        export(library, format=form, out=out, articles=None)
    assert error.value.facts["title"] == out.name
