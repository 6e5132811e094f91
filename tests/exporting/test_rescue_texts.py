"""What can be read of a damaged library is written to files; what cannot is named."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pysqlite3
import pytest
from drafting import take_in

from reader import exporting
from reader.errors import JiaokanError, NewerLibraryError, NoLibraryError, OutputError
from reader.model import IssueFacts
from reader.store import Library, Mode, schema

if TYPE_CHECKING:
    from pathlib import Path

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
        assert (tmp_path / "out" / "lost.txt").read_text("utf-8").count("\n") == done.lost


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
    assert (tmp_path / "out" / "lost.txt").read_text("utf-8") == "article 2\n"


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
