"""What is foreseen of an export is what the export does."""

import pytest
from drafting import take_in

from reader import exporting
from reader.errors import JiaokanError, OutputError
from reader.store.library import Library, Mode

PAGE = "=标题\n\n第一段的文\n字在此。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE) as made:
        take_in(made, PAGE)
        yield made


def seen(library, out, form="jsonl"):
    single = out.suffix in exporting.SINGLE_FILE_SUFFIXES
    return exporting.foresee(library, out, form, single=single)


@pytest.mark.parametrize("name", ["new/corpus.jsonl", "new/folder"])
def test_an_earlier_export_is_seen_with_its_number(library, tmp_path, name):
    out = tmp_path / name
    assert seen(library, out) is None
    exporting.export(library, format="jsonl", out=out, articles=None)
    earlier = seen(library, out)
    assert earlier.articles == 1
    assert earlier.at.startswith("20")
    assert earlier.sure


def test_what_export_refuses_is_foreseen(library, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "theirs.jsonl").write_text("x\n", "utf-8")
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "x").touch()
    for name in ("file", "theirs.jsonl", "folder.jsonl", "theirs", "file/x.jsonl", "library.db"):
        out = tmp_path / name
        with pytest.raises(OutputError) as foreseen:
            seen(library, out)
        with pytest.raises(JiaokanError) as done:
            exporting.export(library, format="jsonl", out=out, articles=None)
        assert foreseen.value.detail == done.value.detail, name


def test_a_folder_that_is_closed_is_foreseen(library, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.exporting.foreseen.os.access", lambda *_: False)
    with pytest.raises(JiaokanError) as refused:
        seen(library, tmp_path / "x.jsonl")
    assert refused.value.subject == str(tmp_path)


def test_what_cannot_be_known_is_not_said(library, tmp_path):
    empty, plain, ours = tmp_path / "empty.jsonl", tmp_path / "x.txt", tmp_path / "made"
    empty.touch()
    plain.write_text("x", "utf-8")
    ours.mkdir()
    assert seen(library, empty) is None
    assert seen(library, ours) is None
    assert not seen(library, plain, "txt").sure
    assert seen(library, plain, "txt").articles is None
