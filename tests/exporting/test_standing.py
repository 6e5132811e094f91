"""A file that stands where an export is to go: an earlier export gives way, no other does."""

import pytest
from drafting import take_in

from reader.errors import OutputError
from reader.exporting import export
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
@pytest.mark.parametrize("mine", ["我的笔记，很要紧。\n", '{"id": 1}\n', "{", "a,b\r\n1,2\r\n"])
def test_a_file_of_somebody_stays(library, tmp_path, form, mine):
    out = tmp_path / f"notes.{form}"
    out.write_bytes(mine.encode())
    with pytest.raises(OutputError) as error:
        export(library, format=form, out=out, articles=None)
    assert error.value.detail == "foreign_file"
    assert out.read_bytes() == mine.encode()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


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
