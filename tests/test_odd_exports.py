"""An export of which the content is odd, whatever its manifest says, is refused by its line."""

from __future__ import annotations

import copy
import hashlib
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from commanding import Home

from reader.errors import JiaokanError
from reader.model import Kind
from reader.rebuilding import rebuild
from reader.store import Library, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ODD = (
    None, True, 0, -1, 1.5, float("nan"), 1 << 31, 10**30, "", " ", "\n", "\ud800", "\udc80",
    "\0", "甲" * 300, [], [None], [[]], [[1]], [[-3, 2]], [["a", "b"]], [[3, 1]], [[0, 10**30]],
    {}, {"kind": 5}, [{"kind": "para"}], [{"kind": "section", "text": "\ud800"}],
    [{"tag": "", "ranges": [[0, 1]]}], ["", ""], ["a\nb"], "2025-99-99", "nowhere",
)  # fmt: skip
LINES = (
    b"{", b"[]", b"null", b"1", b'"a"', b"\xff\xfe", b"{}", b"[" * 100_000, b"1" * 5000, b"\0",
    b'{"id": NaN}',
)  # fmt: skip
UNREAD = {"lines", "origin", "corrections"}
"""What an export says of the pages as received: it is not asked, and so not gone into."""


@pytest.fixture
def out(tmp_path, monkeypatch, capsys) -> Path:
    home = Home(tmp_path, monkeypatch, capsys)
    home.fill()
    with Library.open(home.library, Mode.WRITE, actor="王") as library:
        first, second, *_ = (row.id for row in library.articles.rows())
        library.articles.supply(second, Kind.KICKER, "眉题")
        library.tags.add("会议", [first])
        library.tags.mark(library.articles.get(first).blocks[-1].id, 0, 3, "词")
    home.good("export", "--format", "jsonl", "--out", tmp_path / "out")
    home.library.unlink()
    return tmp_path / "out"


def places(value: Any, at: tuple = ()) -> Iterator[tuple]:
    """Give the way to every value inside a value of JSON."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        yield (*at, key)
        if key not in UNREAD and isinstance(one, dict | list):
            yield from places(one, (*at, key))


def fit(out: Path, name: str, lines: list[bytes]) -> None:
    """Write a file of the export and let the manifest say that it is so."""
    (out / name).write_bytes(b"\n".join(lines) + b"\n")
    manifest = json.loads((out / "manifest.json").read_bytes())
    manifest["files"][name] = hashlib.sha256((out / name).read_bytes()).hexdigest()
    (out / "manifest.json").write_text(json.dumps(manifest))


def mutants(row: Any) -> Iterator[bytes]:
    for way in places(row):
        for odd in (..., *ODD):
            new = copy.deepcopy(row)
            owner = new
            for key in way[:-1]:
                owner = owner[key]
            if odd is ...:
                del owner[way[-1]]
            else:
                owner[way[-1]] = odd
            yield json.dumps(new).encode()
    yield from LINES


def come_to(out: Path, path: Path) -> str:
    try:
        rebuild(out, path)
    except JiaokanError as error:
        return f"{error.subject} {error.facts.get('line')}"
    finally:
        path.unlink(missing_ok=True)
    return "rebuilt"


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", ["articles.jsonl", "furniture.jsonl"])
def test_whatever_a_line_says_it_is_rebuilt_or_the_line_is_named(out, tmp_path, name) -> None:
    lines = (out / name).read_bytes().splitlines()
    before = lines[0]
    found = []
    for lines[0] in islice(mutants(json.loads(before)), 0, None, 2):
        fit(out, name, lines)
        found.append(come_to(out, tmp_path / "new.db"))
    assert set(found) <= {"rebuilt", *(f"{out / name} {n}" for n in (1, 2, 3))}
    assert found.count(f"{out / name} 1") > len(found) // 3
    assert found.count("rebuilt") > 3


@pytest.mark.parametrize("kind", ["twice", "nothing", "manifest"])
def test_whatever_the_whole_says(out, tmp_path, kind) -> None:
    lines = (out / "articles.jsonl").read_bytes().splitlines()
    if kind == "manifest":
        for told in ("[]", "1", '{"files": []}', '{"files": {"articles.jsonl": 1}}', '{"files"'):
            (out / "manifest.json").write_text(told)
            assert come_to(out, tmp_path / "new.db") == f"{out} None"
        return
    fit(out, "articles.jsonl", [] if kind == "nothing" else [*lines, lines[0]])
    wanted = "rebuilt" if kind == "nothing" else f"{out / 'articles.jsonl'} {len(lines) + 1}"
    assert come_to(out, tmp_path / "new.db") == wanted


@pytest.mark.parametrize(("key", "odd"), [("status", 5), ("text", "\ud800"), ("tags", ["a\nb"])])
def test_the_line_is_told_and_nothing_is_left(out, tmp_path, monkeypatch, capsys, key, odd) -> None:
    home = Home(tmp_path, monkeypatch, capsys)
    home.fill()
    before = home.library.read_bytes()
    names = sorted(tmp_path.iterdir())
    lines = (out / "articles.jsonl").read_bytes().splitlines()
    lines[1] = json.dumps({**json.loads(lines[1]), key: odd}).encode()
    fit(out, "articles.jsonl", lines)
    told = home.bad(3, "restore", out)
    assert told.startswith(f"jiaokan: unreadable {out / 'articles.jsonl'}: ")
    assert "line 2" in told
    assert "nothing was changed" in told
    assert "Export anew" in told
    assert sorted(tmp_path.iterdir()) == names
    assert home.library.read_bytes() == before
