"""A library is rebuilt from its export in jsonl: what the export shows stands again."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from commanding import Home
from drafting import take_in

from reader import exporting
from reader.errors import DiskFullError, OutputError
from reader.model import IssueFacts, Kind, Status
from reader.rebuilding import building, is_export, rebuild, rebuilt
from reader.store import Library, Mode
from reader.store.check import check

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "  报头 \n=甲乙丙\n丁戊己 庚辛，\n壬癸子丑\n\n寅卯辰巳\n#广告\n=午未\n申酉 戌亥\n甲a7。\n"
SECOND = "=天地\n玄黄  宇宙\n\n洪荒\n\n日月"


@pytest.fixture
def home(tmp_path, monkeypatch, capsys) -> Home:
    home = Home(tmp_path, monkeypatch, capsys)
    with Library.open(home.library, Mode.CREATE, actor="王") as library:
        take_in(
            library, FIRST, name="a.txt", facts=IssueFacts("晨报", "2025-04", number="7", page=1)
        )
        take_in(library, SECOND, name="b.txt")
        take_in(
            library,
            SECOND + "\n",
            name="c.txt",
            facts=IssueFacts("晨报", "2025-04", number="7", page=2),
        )
        work = library.articles
        rows = {row.title: row.id for row in work.rows()}
        first, second = rows["=甲乙丙"], rows["=午未"]
        para = work.get(first).blocks[-1].id
        work.edit(para, 1, 2, "天〇")
        work.edit(para, 0, 0, "　　")
        work.supply(second, Kind.KICKER, "眉题")
        work.supply(first, Kind.BYLINE, "本报记者 王")
        work.supply(first, Kind.BYLINE, "通讯员 李")
        work.set_status(Status.PROOFED1, [second])
        library.tags.add("会议/区级", [first, second])
        library.tags.mark(work.get(second).blocks[-1].id, 0, 3, "词")
        label = next(b.id for b in work.get(rows["=天地"]).blocks if b.text == "日月")
        work.kind(label, Kind.SECTION)
        library.index.catch_up()
    return home


def shown(folder: Path) -> list[dict]:
    """What an export shows, less what follows from the bytes of the pages as received."""
    rows = [json.loads(row) for row in (folder / "articles.jsonl").read_bytes().splitlines()]
    for row in rows:
        for name in ("id", "origin", "corrections", "revision"):
            del row[name]
        row["issue"] = {k: v for k, v in row["issue"].items() if k not in ("id", "sha256")}
        row["body"] = [{k: v for k, v in block.items() if k != "lines"} for block in row["body"]]
    return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True))


def furniture(folder: Path) -> list[tuple]:
    rows = [json.loads(row) for row in (folder / "furniture.jsonl").read_bytes().splitlines()]
    return sorted(
        (r["source"], line["kind"], line["text"].strip()) for r in rows for line in r["lines"]
    )


def test_what_an_export_shows_stands_again(home) -> None:
    out, again = home.folder / "out", home.folder / "again"
    home.good("export", "--format", "jsonl", "--out", out)
    told = home.good("--library", home.folder / "new.db", "restore", out).out
    assert "restored" in told
    new = ["--library", home.folder / "new.db"]
    home.good(*new, "check")
    home.good(*new, "export", "--format", "jsonl", "--out", again)
    assert shown(again) == shown(out)
    assert furniture(again) == furniture(out)
    assert [p.name for p in home.folder.iterdir() if p.name.startswith(".")] == []


def test_two_headings_of_a_kind_stay_two(home) -> None:
    with Library.open(home.library, Mode.WRITE, actor="王") as library:
        (article,) = (row.id for row in library.articles.rows() if row.title == "=午未")
        para = next(b.id for b in library.articles.get(article).blocks if b.kind is Kind.PARA)
        library.articles.kind(para, Kind.TITLE)
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    home.good("restore", out)
    with Library.open(home.library) as library:
        (row,) = (row for row in library.articles.rows() if "午未" in (row.title or ""))
        heads = [b for b in library.articles.get(row.id).blocks if b.kind is Kind.TITLE]
        assert [block.text for block in heads] == ["=午未", "申酉 戌亥甲a7。"]


def work(folder: Path, count: int, monkeypatch, text: str) -> tuple[int, int]:
    """Rebuild a library of so many pages; give characters taken in and functions called."""
    with Library.open(folder / f"{count}.db", Mode.CREATE, actor="王") as library:
        for number in range(count):
            facts = IssueFacts("晨报", "2025-04-14", number="7", page=number + 1)
            page = text.format(number) + "\n" * number
            take_in(library, page, name=f"{number}.txt", facts=facts)
        exporting.export(library, format="jsonl", out=folder / f"out{count}", articles=None)
    characters, calls, real = [], 0, building.RawPage

    def taken(text: str) -> object:
        characters.append(len(text))
        return real(text)

    def called(*_) -> None:
        nonlocal calls
        calls += 1

    with monkeypatch.context() as watched:
        watched.setattr(building, "RawPage", taken)
        sys.setprofile(called)
        try:
            rebuild(folder / f"out{count}", folder / f"{count}-new.db")
        finally:
            sys.setprofile(None)
    with Library.open(folder / f"{count}-new.db") as library:
        assert len(library.issues.rows()[0].pages) == count
        assert check(library).sound
    return sum(characters), calls


@pytest.mark.parametrize("text", ["=题\n甲乙丙丁。\n\n第{}页", "=题\n甲乙丙丁。"])
def test_twice_the_pages_are_twice_the_work(tmp_path, monkeypatch, text) -> None:
    few, many = (work(tmp_path, count, monkeypatch, text) for count in (40, 80))
    assert many[0] < 2.4 * few[0]
    assert many[1] < 2.1 * few[1]


def test_the_samples_are_rebuilt(home) -> None:
    home.library.unlink()
    home("import", "seeds")
    from reader import places

    home("import", places.seeds())
    out, again = home.folder / "out", home.folder / "again"
    home.good("export", "--format", "jsonl", "--out", out)
    home.good("restore", out)
    home.good("export", "--format", "jsonl", "--out", again)
    assert shown(again) == shown(out)
    assert furniture(again) == furniture(out)
    with Library.open(home.library) as library:
        assert check(library).sound


def test_an_export_that_was_changed_or_is_none_is_refused(home) -> None:
    out = home.folder / "out"
    assert "holds no whole export" in home.bad(3, "restore", home.folder)
    home.good("export", "--format", "jsonl", "--out", out)
    before = home.library.read_bytes()
    data = (out / "articles.jsonl").read_bytes()
    (out / "articles.jsonl").write_bytes(data.replace("玄黄".encode(), "玄黑".encode(), 1))
    assert "not the file that manifest.json names" in home.bad(3, "restore", out)
    (out / "articles.jsonl").write_bytes(data)
    (out / "manifest.json").write_text("{}")
    assert "holds no whole export" in home.bad(3, "restore", out)
    assert home.library.read_bytes() == before
    (out / "manifest.json").unlink()
    assert not is_export(out)
    with pytest.raises(OutputError):
        rebuild(out, home.folder / "x.db")


def test_what_is_not_as_its_manifest_says_may_have_any_size(home, monkeypatch) -> None:
    """A file with holes, of ten gigabytes, was read into the memory before it was asked."""
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    for name, words in (
        ("articles.jsonl", "not the file that manifest.json names"),
        ("manifest.json", "holds no whole export"),
    ):
        data = (out / name).read_bytes()
        os.truncate(out / name, 1 << 29)
        tracemalloc.start()
        try:
            assert words in home.bad(3, "restore", out)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 100_000_000
        (out / name).write_bytes(data)


def test_rebuilt_where_a_library_is_it_is_kept_first(home) -> None:
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    assert "kept" in home.good("restore", out).out
    assert len([*home.data.rglob("*before-restore.db")]) == 1


def test_folders_that_are_made_for_a_rebuilt_library_are_private(home) -> None:
    out, new = home.folder / "out", home.folder / "new"
    home.good("export", "--format", "jsonl", "--out", out)
    home.good("--library", new / "deep" / "library.db", "restore", out)
    for folder in (new, new / "deep"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_library_of_the_longest_name_is_rebuilt(home) -> None:
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    path = home.folder / ("x" * 247)
    home.good("--library", path, "restore", out)
    with Library.open(path) as library:
        assert [*library.articles.list_keys()]
    assert not [one for one in home.folder.iterdir() if one.name.startswith(".")]


KILLED = """
import os, signal, sys
from reader import cli
from reader.rebuilding import building
real, left = building._take_in, [2]
def take_in(*given):
    left[0] -= 1
    return real(*given) if left[0] else os.kill(os.getpid(), signal.{signal})
building._take_in = take_in
cli.run(["restore", sys.argv[1]])
"""


def kill(home, out: Path, signal: str) -> Path:
    words = [sys.executable, "-c", KILLED.format(signal=signal), str(out)]
    assert subprocess.run(words, check=False).returncode < 0
    (left,) = (p for p in home.folder.iterdir() if p.name.startswith("."))
    assert left.name == ".library.db.rebuilt"
    return left


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGTERM"])
@pytest.mark.parametrize("verb", ["check", "restore folder", "restore file"])
def test_what_a_killed_one_left_is_taken_away(home, signal, verb) -> None:
    out, again = home.folder / "out", home.folder / "again"
    home.good("export", "--format", "jsonl", "--out", out)
    home.good("backup", home.folder / "copy.db")
    left = kill(home, out, signal)
    words = {
        "restore folder": ["restore", out],
        "restore file": ["restore", home.folder / "copy.db"],
    }
    home.good(*words.get(verb, ["check"]))
    assert not left.exists()
    home.good("export", "--format", "jsonl", "--out", again)
    assert shown(again) == shown(out)


@pytest.mark.parametrize("kind", ["file", "more", "link"])
def test_a_folder_of_that_name_that_is_not_ours_stays(home, kind) -> None:
    out, beside = home.folder / "out", home.folder / ".library.db.rebuilt"
    home.good("export", "--format", "jsonl", "--out", out)
    if kind == "file":
        beside.write_text("mine")
    elif kind == "link":
        beside.symlink_to(out)
    else:
        beside.mkdir()
        (beside / "library.db").write_text("mine")
        (beside / "letter.txt").write_text("mine")
    before = sorted(home.folder.rglob("*"))
    home.good("check")
    assert "it holds files that are not ours" in home.bad(3, "restore", out)
    assert sorted(home.folder.rglob("*")) == before


def test_while_one_is_at_work_another_does_not_take_its_folder_away(home) -> None:
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    with rebuilt(out, home.library) as path:
        home.good("check")
        assert "another program holds it" in home.bad(3, "restore", out)
        assert path.is_file()
    assert not path.parent.exists()


def test_without_room_the_library_is_named_and_nothing_is_left(home, monkeypatch) -> None:
    out = home.folder / "out"
    home.good("export", "--format", "jsonl", "--out", out)
    before = home.library.read_bytes()

    def full(library, *_):
        raise DiskFullError(str(library.path), "write")

    monkeypatch.setattr(building, "_take_in", full)
    assert home.bad(3, "restore", out).startswith(f"jiaokan: disk full {home.library}: ")
    assert [p.name for p in home.folder.iterdir() if p.name.startswith(".")] == []
    assert home.library.read_bytes() == before
