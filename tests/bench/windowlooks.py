"""How libraries and folders stand that a window of `windowkills.py` left."""

from __future__ import annotations

import functools
import hashlib
import re
from typing import TYPE_CHECKING, TypeVar

from reader.errors import LibraryError
from reader.exporting.jsonl import whole
from reader.store import Library
from reader.store.check import check
from reader.store.copying import count
from reader.store.corpus_read import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Found = TypeVar("Found")


def once_for_the_same(look: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """Look at a library of the same bytes, with its log and journal, only once."""
    known: dict[bytes, Found] = {}

    @functools.wraps(look)
    def looked(path: Path) -> Found:
        digest = hashlib.sha256()
        for end in ("", "-wal", "-journal"):
            file = path.with_name(path.name + end)
            held = file.read_bytes() if file.exists() else b""
            digest.update(b"%s %d:" % (end.encode(), len(held)) + held)
        if digest.digest() not in known:
            known[digest.digest()] = look(path)
        return known[digest.digest()]

    return looked


@once_for_the_same
def by_file(path: Path) -> dict[str, str]:
    """Give a digest of all that a library exports of each file received, by the file's name."""
    with Library.open(path) as library:
        corpus = Corpus(library)
        with corpus.snapshot():
            told = b"".join(whole(corpus.read(corpus.places(None))))
    found: dict[str, list[bytes]] = {}
    for line in told.splitlines():
        name = re.search(rb'"source":"([^"]*)"', line)
        assert name is not None
        found.setdefault(name[1].decode(), []).append(re.sub(rb'"at":"[^"]*"', b"", line))
    return {name: hashlib.sha256(b"\n".join(lines)).hexdigest() for name, lines in found.items()}


@once_for_the_same
def state(path: Path) -> str:
    """Give a digest of all that a library exports, and of where its journal stands."""
    with Library.open(path) as library:
        counted = count(library.connection)
    told = repr((sorted(by_file(path).items()), counted.head, counted.wishes))
    return hashlib.sha256(told.encode()).hexdigest()


@once_for_the_same
def unsound(path: Path) -> str:
    """Say what `check` finds, or why it cannot be opened; empty where a library is sound."""
    try:
        with Library.open(path) as library:
            report = check(library)
    except LibraryError as error:
        return str(error)
    return "" if report.sound else str(report)


def wishes(path: Path) -> int:
    """Count the steps of a library's journal."""
    with Library.open(path) as library:
        return count(library.connection).wishes


def version(path: Path) -> int:
    """Give the version of the tables of a library."""
    with Library.open(path) as library:
        return count(library.connection).schema


def texts(path: Path) -> list[str]:
    """Give the blocks of all articles as they read."""
    with Library.open(path) as library:
        articles = [library.articles.get(row.id) for row in library.articles.rows()]
        return [block.text for article in articles for block in article.blocks]


def contents(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder, or the file itself; none where it is not there."""
    if folder.is_file():
        return {folder.name: folder.read_bytes()}
    return {path.name: path.read_bytes() for path in folder.glob("*")}
