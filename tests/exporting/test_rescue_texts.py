"""What can be read of a damaged library is written to files; what cannot is named."""

from __future__ import annotations

import errno
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pysqlite3
import pytest
from drafting import take_in

from reader import exporting
from reader.errors import (
    DiskFullError,
    JiaokanError,
    NewerLibraryError,
    NoLibraryError,
    OutputError,
)
from reader.model import IssueFacts
from reader.store import Library, Mode, mending, schema

PAGES = 30


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        for number in range(PAGES):
            text = f"=题{number}\n" + "".join(f"甲乙丙丁{n}戊己庚辛\n\n" for n in range(60))
            take_in(
                library,
                text,
                name=f"页{number}.txt",
                facts=IssueFacts("报", f"2024-01-{number + 1:02}"),
            )
        first = next(iter(library.articles.rows()))
        library.articles.edit(library.articles.get(first.id).blocks[1].id, 0, 1, "校改")
        library.index.catch_up()
    return path


def texts(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal", ".window", "", "-WAL"])
def test_no_folder_is_made_where_sqlite_keeps_its_files(path, end) -> None:
    """The library beside such a folder could not be opened any more."""
    with pytest.raises(OutputError, match="itself"):
        exporting.rescue(path, path.with_name(path.name + end))
    assert not path.with_name(path.name + "-wal").exists()
    with Library.open(path) as library:
        assert library.articles.rows()


def test_where_no_library_is_that_is_told_of_a_folder_that_is_there_too(path, tmp_path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(NoLibraryError):
        exporting.rescue(tmp_path / "nowhere.db", tmp_path / "out")
    (tmp_path / "other.db").hardlink_to(path)
    with pytest.raises(OutputError, match="itself"):
        exporting.rescue(path, tmp_path / "other.db")


def test_all_of_a_sound_library_is_written(path, tmp_path) -> None:
    before = path.read_bytes()
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.typed, done.lost) == (PAGES, PAGES, 1, 0)
    assert path.read_bytes() == before
    pages = texts(tmp_path / "out" / "pages")
    assert next(iter(pages)) == "000001_页0.txt"
    articles = texts(tmp_path / "out" / "articles")
    assert sum("校改乙丙丁" in text for text in articles.values()) == 1
    assert (
        texts(tmp_path / "out" / "typed") == {"000031_.txt": "校改"}
        or len(texts(tmp_path / "out" / "typed")) == 1
    )
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"pages", "articles", "typed"}


@pytest.mark.parametrize("seed", range(6))
def test_broken_pages_cost_what_lies_on_them_and_no_more(path, tmp_path, seed) -> None:
    wanted = tmp_path / "whole"
    exporting.rescue(path, wanted)
    whole = texts(wanted / "pages")
    data = bytearray(path.read_bytes())
    dice = random.Random(seed)
    for _ in range(4):
        at = 4096 * dice.randrange(2, len(data) // 4096)
        data[at : at + 4096] = dice.randbytes(4096)
    path.write_bytes(data)
    done = exporting.rescue(path, tmp_path / "out")
    found = texts(tmp_path / "out" / "pages") if done.pages else {}
    assert done.pages + done.lost >= 1
    assert all(
        text == whole.get(name, text) for name, text in found.items() if "\ufffd" not in text
    )
    if done.lost:
        rows = (tmp_path / "out" / "lost.txt").read_text("utf-8").splitlines()
        assert sum(row.startswith(("page", "article", "typed")) for row in rows) == done.lost


@pytest.mark.parametrize(("at", "byte"), [(0, 0), (16, 7), (19, 9), (68, 0), (96, 1)])
def test_a_broken_header_is_mended_in_a_copy(path, tmp_path, at, byte) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(bytes([byte]))
    before = path.read_bytes()
    assert exporting.rescue(path, tmp_path / "out").pages == PAGES
    assert path.read_bytes() == before
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"pages", "articles", "typed"}


def test_what_is_no_library_and_where_nothing_can_be_written(path, tmp_path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(bytes(100_000))
    with pytest.raises(JiaokanError):
        exporting.rescue(other, tmp_path / "a")
    other.write_bytes(b"short")
    with pytest.raises(JiaokanError):
        exporting.rescue(other, tmp_path / "b")
    with pytest.raises(NoLibraryError):
        exporting.rescue(tmp_path / "none.db", tmp_path / "c")
    with pytest.raises(OutputError):
        exporting.rescue(path, tmp_path)
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(NewerLibraryError):
        exporting.rescue(path, tmp_path / "d")


def test_texts_that_are_no_utf8_are_written_as_they_are(path, tmp_path) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute(
        "UPDATE source SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT) WHERE key = 2"
    )
    connection.execute("UPDATE file SET name = '../../evil' WHERE key = 1")
    connection.close()
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.lost) == (PAGES, PAGES - 1, 1)
    pages = sorted((tmp_path / "out" / "pages").iterdir())
    assert pages[1].read_bytes()[:1] == b"\xff"
    assert pages[0].name == "000001_evil.txt"
    lost = (tmp_path / "out" / "lost.txt").read_text("utf-8")
    assert lost == "altered page 2 页1.txt\narticle 2 =题1\n"


def test_a_text_on_a_broken_page_is_lost_and_named_and_the_others_are_not(path, tmp_path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index("=题7\n".encode())
    while at >= 0:
        page = at - at % 4096
        data[page : page + 4096] = bytes(4096)
        at = data.find("=题7\n".encode(), page + 4096)
    path.write_bytes(data)
    done = exporting.rescue(path, tmp_path / "out")
    assert 0 < done.lost <= 8
    assert done.pages >= PAGES - 4
    assert "page 8" in (tmp_path / "out" / "lost.txt").read_text("utf-8")


def roots(path: Path) -> dict[str, int]:
    connection = pysqlite3.connect(str(path))
    found = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))
    connection.close()
    return found


def break_pages(path: Path, pages, fill=bytes) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * 4096 : page * 4096] = fill(4096)
    path.write_bytes(data)


def rescued(path: Path, folder: Path, name: str = "out") -> dict[str, dict[str, str]]:
    before = path.read_bytes()
    exporting.rescue(path, folder / name)
    assert path.read_bytes() == before
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    return {p.name: texts(p) for p in (folder / name).iterdir() if p.is_dir()}


@pytest.mark.parametrize("fill", [bytes, random.Random(1).randbytes])
def test_without_its_first_page_all_is_read(path, tmp_path, fill) -> None:
    whole = rescued(path, tmp_path, "whole")
    break_pages(path, [1], fill)
    assert rescued(path, tmp_path) == whole


@pytest.mark.parametrize("own", [True, False])
def test_each_index_may_be_broken(path, tmp_path, own) -> None:
    whole = rescued(path, tmp_path, "whole")
    places = roots(path)
    mine = {name for name in places if name.startswith("sqlite_autoindex")}
    tables = {"article_page", "block_article", "block_page", "page_issue", "piece_block"}
    named = mine if own else tables
    break_pages(path, [places[name] for name in named])
    assert rescued(path, tmp_path) == whole


def test_what_the_schema_names_outside_the_file_is_passed_over(path, tmp_path) -> None:
    whole = rescued(path, tmp_path, "whole")
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'block_article'")
    connection.execute("UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'wish'")
    connection.execute(
        "INSERT INTO sqlite_schema VALUES ('trigger', 'evil', 'source', 0, 'CREATE nonsense')"
    )
    connection.close()
    assert rescued(path, tmp_path) == whole


def test_where_no_table_is_left_the_texts_are_carved_from_the_pages(path, tmp_path) -> None:
    whole = rescued(path, tmp_path, "whole")
    break_pages(path, range(1, 78), random.Random(2).randbytes)
    found = rescued(path, tmp_path)
    assert found["typed"] == whole["typed"]
    assert list(found["pages"].values()) == list(whole["pages"].values())


@pytest.mark.parametrize("part", [0.5, 0.6, 0.8, 0.95])
def test_of_a_file_cut_short_what_is_there_is_rescued(path, tmp_path, part) -> None:
    whole = rescued(path, tmp_path, "whole")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    found = rescued(path, tmp_path)
    assert found["pages"]
    assert found["pages"].items() <= whole["pages"].items() or part < 0.6


def test_of_a_page_that_goes_on_nowhere_the_beginning_is_a_fragment(path, tmp_path) -> None:
    long = "".join(f"子丑寅卯{n}辰巳午未\n\n" for n in range(2000))
    with Library.open(path, Mode.WRITE, actor="me") as library:
        take_in(library, f"=长篇\n{long}", name="长.txt")
    data = path.read_bytes()
    at = data.index("辰巳午未\n\n子丑寅卯900".encode())
    break_pages(path, [at // 4096 + 1])
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.fragments) == (PAGES, 1)
    (found,) = texts(tmp_path / "out" / "fragments").values()
    assert found.startswith("=长篇\n子丑寅卯0辰巳午未")
    assert "子丑寅卯700辰巳午未" in found, found[-40:]
    assert "\0" not in found


def test_where_not_even_rows_are_left_runs_of_text_are_written(path, tmp_path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096):
        data[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    path.write_bytes(data)
    found = rescued(path, tmp_path)
    assert set(found) == {"fragments"}
    assert "甲乙丙丁30戊己庚辛" in "".join(found["fragments"].values())
    assert all(len(name) == len("000123.txt") for name in found["fragments"])


KILLED = """
import os, signal, sys
from pathlib import Path
import reader.exporting
rescue = sys.modules["reader.exporting.rescue"]

def end(*_, **__):
    os.kill(os.getpid(), signal.{signal})

left = [{after}]
real = rescue._write
def write(*given):
    left[0] -= 1
    return end() if not left[0] else real(*given)
rescue._write = write
if {after} < 0:
    Path.replace = end
rescue.rescue(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGTERM"])
@pytest.mark.parametrize("after", [1, 40, -1])
def test_killed_it_is_done_by_the_next_run_as_if_undisturbed(path, tmp_path, signal, after) -> None:
    break_pages(path, [1])
    whole = rescued(path, tmp_path, "whole")
    code = KILLED.format(signal=signal, after=after)
    words = [sys.executable, "-c", code, str(path), str(tmp_path / "out")]
    assert subprocess.run(words, check=False).returncode < 0
    assert not (tmp_path / "out").exists()
    assert (tmp_path / ".out.tmp").is_dir()
    assert rescued(path, tmp_path) == whole


def test_without_room_nothing_is_left_and_the_folder_is_named(path, tmp_path, monkeypatch) -> None:
    out = tmp_path / "out"
    out.mkdir()
    room = [20]
    real = Path.write_bytes

    def write(self, data):
        room[0] -= 1
        if room[0] < 0:
            real(self, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", write)
        with pytest.raises(DiskFullError) as told:
            exporting.rescue(path, out)
    assert told.value.subject == str(out)
    assert [p.name for p in tmp_path.iterdir() if "out" in p.name] == ["out"]
    assert list(out.iterdir()) == []
    assert len(rescued(path, tmp_path)["pages"]) == PAGES


def test_without_room_for_a_copy_it_is_told_of_the_folder(path, tmp_path, monkeypatch) -> None:
    break_pages(path, [1])

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(mending.extents, "copy", full)
    with pytest.raises(DiskFullError) as told:
        exporting.rescue(path, tmp_path / "out")
    assert told.value.subject in {str(path), str(tmp_path / "out")}
    assert [p.name for p in tmp_path.iterdir() if "out" in p.name] == []


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_not_ours_beside_is_not_touched(path, tmp_path, kind) -> None:
    beside = tmp_path / ".out.tmp"
    if kind == "file":
        beside.write_text("mine")
    elif kind == "link":
        beside.symlink_to(tmp_path)
    else:
        beside.mkdir()
        (beside / "mine.txt").write_text("mine")
        (beside / "pages").mkdir()
    before = sorted(p.name for p in tmp_path.rglob("*"))
    with pytest.raises(OutputError):
        exporting.rescue(path, tmp_path / "out")
    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_a_link_to_an_empty_folder_is_followed(path, tmp_path) -> None:
    link, folder = tmp_path / "link", tmp_path / "folder"
    folder.mkdir()
    link.symlink_to(folder)
    assert exporting.rescue(path, link).pages == PAGES
    assert link.is_symlink()
    assert len(texts(folder / "pages")) == PAGES


def test_the_folder_in_which_one_stands_is_not_replaced(path, tmp_path, monkeypatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with pytest.raises(OutputError) as told:
        exporting.rescue(path, Path())
    assert (told.value.subject, told.value.detail) == (str(here), "stays")
    assert here.samefile(".")
    assert not any(here.iterdir())
    assert exporting.rescue(path, Path("texts")).pages == PAGES


def test_what_stands_in_the_log_is_rescued_too(path, tmp_path) -> None:
    with Library.open(path, Mode.WRITE, actor="me") as library:
        take_in(library, "=新来的\n甲子乙丑丙寅。", name="新.txt")
        copy = tmp_path / "copy.db"
        for end in ("", "-wal"):
            (tmp_path / f"copy.db{end}").write_bytes(path.with_name(path.name + end).read_bytes())
    break_pages(copy, [roots(copy)["block_article"]])
    connection = pysqlite3.connect(str(copy), isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    found = rescued(copy, tmp_path)
    connection.close()
    assert len(found["pages"]) == len(found["articles"]) == PAGES + 1


def killed_behind_an_edit(path: Path, new: str) -> None:
    """Leave the library as a program does that is killed behind an edit, and break its header."""
    with Library.open(path, Mode.WRITE, actor="me") as library:
        last = list(library.articles.rows())[-1]
        library.articles.edit(library.articles.get(last.id).blocks[1].id, 0, 1, new)
        left = [path.with_name(path.name + end) for end in ("", "-wal")]
        data = [file.read_bytes() for file in left]
    for file, held in zip(left, data, strict=True):
        file.write_bytes(held)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def test_the_log_is_rescued_where_the_header_is_gone(path, tmp_path) -> None:
    killed_behind_an_edit(path, "末改")
    exporting.rescue(path, tmp_path / "out")
    assert any("末改乙" in text for text in texts(tmp_path / "out" / "articles").values())


def test_the_log_of_another_library_is_not_poured_in(path, tmp_path) -> None:
    other = tmp_path / "other" / "other.db"
    other.parent.mkdir()
    with Library.open(other, Mode.CREATE, actor="me") as library:
        take_in(library, "=他\n" + "他人的正文。\n\n" * 900, name="他.txt")
        copy = other.with_name("other.db-wal").read_bytes()
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    path.with_name("library.db-wal").write_bytes(copy)
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.typed, done.lost) == (PAGES, PAGES, 1, 0)
    assert not any("他人" in text for text in texts(tmp_path / "out" / "articles").values())
    assert path.with_name("library.db-wal").read_bytes() == copy


def test_what_stands_in_place_of_a_table_is_gone_round(path, tmp_path) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("ALTER TABLE tally RENAME TO tally2")
    connection.execute("CREATE VIEW tally AS SELECT article, characters FROM tally2")
    connection.execute("CREATE VIEW theirs AS SELECT 1")
    connection.close()
    before = path.read_bytes()
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.typed, done.lost) == (PAGES, PAGES, 1, 0)
    assert path.read_bytes() == before
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"pages", "articles", "typed"}


def test_pages_that_do_not_fit_their_sha256_are_named(path, tmp_path) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("UPDATE source SET text = replace(text, '甲乙', '甲己') WHERE key = 3")
    connection.execute("UPDATE source SET text = '校攺' WHERE kind = 'typed'")
    connection.close()
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.typed, done.lost, done.altered) == (30, 30, 1, 0, 2)
    rows = (tmp_path / "out" / "lost.txt").read_text("utf-8").splitlines()
    assert rows == ["altered page 3 页2.txt", "altered typed 31"]
    assert "甲己" in texts(tmp_path / "out" / "pages")["000003_页2.txt"]


ENGLISH = (
    "THE HARBOUR OBSERVER\n\nNEW FERRY TO BEGIN SERVICE\n\nThe harbour board announced yesterday\n"
    "that a new ferry will begin to run between the pier and the island.\n"
)


def test_runs_of_text_of_any_language_are_written_without_what_is_the_library_s(tmp_path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, ENGLISH, name="harbour.txt")
        take_in(library, "云岭周报\n\n云岭镇部署冬季森林防火。", name="云岭.txt")
        take_in(library, "短", name="短.txt")
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096):  # no page tells any more what it is
        data[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    path.write_bytes(data)
    found = "".join(rescued(path, tmp_path)["fragments"].values())
    assert ENGLISH.strip() in found
    assert "\n云岭周报\n" in f"\n{found}"
    assert "\n短\n" in f"\n{found}"
    assert "CREATE TABLE" not in found
    assert not re.search("[0-9a-f]{24}page", found)


def test_files_of_which_no_page_is_known_are_named(path, tmp_path) -> None:
    """The page is lost by which the pages of texts are found, and every one of these."""
    data = path.read_bytes()
    pages = [n for n in range(1, len(data) // 4096) if b"page=" in data[n * 4096 : n * 4096 + 4096]]
    break_pages(path, [roots(path)["source"], *(n + 1 for n in pages)], random.Random(3).randbytes)
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.lost >= PAGES) == (0, True)
    rows = (tmp_path / "out" / "lost.txt").read_text("utf-8").splitlines()
    named = [row.split(" ", 2)[2] for row in rows if row.startswith("file ")]
    assert named == [f"页{number}.txt" for number in range(PAGES)]
