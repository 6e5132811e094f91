"""A library that says that it is far larger than what was written is rescued as one of its size."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pysqlite3
import pytest
from drafting import take_in

from reader import exporting
from reader.store import Library, Mode, carving, extents, mending, rescuing

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 3
FAR = 1 << 28
"""Bytes; more would not take longer, but what copies them would fill the disk."""


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        for number in range(PAGES):
            take_in(library, f"=题{number}\n甲乙丙丁{number}戊己庚辛", name=f"{number}.txt")
        library.index.catch_up()
    return path


def test_keys_are_asked_for_as_far_as_there_is_room_for_rows(path, tmp_path, monkeypatch) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("UPDATE sqlite_sequence SET seq = 1 << 40")
    connection.close()
    room = path.stat().st_size // 8
    os.truncate(path, FAR)
    asked, real = 0, rescuing._source

    def source(*given):
        nonlocal asked
        asked += 1
        assert asked <= room
        return real(*given)

    monkeypatch.setattr(rescuing, "_source", source)
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.lost) == (PAGES, PAGES, 0)


def test_holes_are_neither_copied_nor_looked_through(path, tmp_path, monkeypatch) -> None:
    data = path.stat().st_blocks
    os.truncate(path, FAR)
    with path.open("r+b") as file:
        file.write(bytes(4096))
    looked, taken = 0, []
    leaf, mend = carving._leaf, mending._mend

    def counted(*given):
        nonlocal looked
        looked += 1
        return leaf(*given)

    def measured(aside, *given, **named):
        taken.append(aside.stat().st_blocks)
        return mend(aside, *given, **named)

    monkeypatch.setattr(carving, "_leaf", counted)
    monkeypatch.setattr(mending, "_mend", measured)
    done = exporting.rescue(path, tmp_path / "out")
    assert (done.pages, done.articles, done.lost) == (PAGES, PAGES, 0)
    assert taken
    assert max(taken) <= 2 * data + 64
    assert len([*carving.fragments(path, set())]) > 0
    carving.carve(path)
    assert looked <= 2 * data // 8


def test_stretches_are_told_page_by_page_and_copied(tmp_path) -> None:
    path, copy = tmp_path / "a", tmp_path / "b"
    with path.open("wb") as file:
        for at in (3 * 65536, 9 * 65536 + 10):
            file.seek(at)
            file.write(b"x" * 4096)
        file.truncate(20 * 65536 + 5)
    with path.open("rb") as file:
        stretches = [*extents.extents(file)]
        pages = [*extents.pages(file, 4096)]
        assert pages == sorted(set(pages))
        assert {48, 144, 145} <= set(pages)
        assert 320 not in pages
    assert all(low < high for low, high in stretches)
    assert extents.written(path) == sum(high - low for low, high in stretches)
    extents.copy(path, copy)
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("size", [0, 1, 4096, 10_000])
def test_where_it_cannot_be_told_the_file_is_one_stretch(tmp_path, monkeypatch, size) -> None:
    path, copy = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"y" * size)
    monkeypatch.delattr(os, "SEEK_DATA", raising=False)
    with path.open("rb") as file:
        assert [*extents.extents(file)] == [(0, size)]
        assert [*extents.pages(file, 4096)] == [*range(size // 4096)]
        assert [*extents.pages(file, 4096, cut=True)] == [*range(-(-size // 4096))]
    extents.copy(path, copy)
    assert copy.read_bytes() == path.read_bytes()
