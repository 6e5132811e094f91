import inspect
import os
import sys
from pathlib import Path

import pytest

from reader.sources import walk as module
from reader.sources.walk import Hint, natural, walk


def told(found, top):
    return [
        (str(f.path.relative_to(top)), f.hint.value, f.error.detail if f.error else None)
        for f in found
    ]


def make(top, *names):
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"abc")


def test_a_folder_is_walked_by_name_numbers_by_value(tmp_path):
    make(tmp_path, "p10.txt", "p2.txt", "p1.TXT", "b/q.txt", "b/a/r.txt", "a.txt")
    assert told(walk([tmp_path]), tmp_path) == [
        ("a.txt", "read", None),
        ("b/a/r.txt", "read", None),
        ("b/q.txt", "read", None),
        ("p1.TXT", "read", None),
        ("p2.txt", "read", None),
        ("p10.txt", "read", None),
    ]


def test_what_is_no_source_is_skipped_in_a_folder_and_refused_when_named(tmp_path):
    make(tmp_path, "a.pdf", "b.jpg", "c", "d.txt")
    (tmp_path / "e").symlink_to("b.jpg")
    assert told(walk([tmp_path]), tmp_path) == [
        ("a.pdf", "skip", "later_format"),
        ("b.jpg", "skip", "no_format"),
        ("c", "skip", "no_format"),
        ("d.txt", "read", None),
        ("e", "skip", "no_format"),
    ]
    named = [tmp_path / "a.pdf", tmp_path / "c", tmp_path / "d.txt"]
    assert told(walk(named), tmp_path) == [
        ("a.pdf", "refuse", "later_format"),
        ("c", "refuse", "no_format"),
        ("d.txt", "read", None),
    ]


def test_links_to_folders_are_not_followed(tmp_path):
    make(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to("..")
    (tmp_path / "in/self.txt").symlink_to(".")
    assert told(walk([tmp_path]), tmp_path) == [
        ("in/a.txt", "read", None),
        ("in/self.txt", "skip", "folder_link"),
        ("in/up", "skip", "folder_link"),
    ]
    assert told(walk([tmp_path / "in/up"]), tmp_path) == [("in/up", "refuse", "folder_link")]


def test_what_cannot_be_looked_at_is_refused_and_the_rest_is_walked(tmp_path, monkeypatch):
    """A folder closed to us, or a name too long: the first link to it ended the import there."""
    make(tmp_path, "a/x.txt", "b/y.txt", "c.txt")
    (tmp_path / "a/link.txt").symlink_to(tmp_path / "closed/x.txt")
    (tmp_path / "a/long.txt").symlink_to("l" * 300)
    real = os.stat

    def closed(path, **more):
        if "link.txt" in os.fspath(path) and more.get("follow_symlinks", True):
            raise PermissionError(13, "Permission denied", path)
        return real(path, **more)

    monkeypatch.setattr(os, "stat", closed)
    long, link = tmp_path / ("n" * 300 + ".txt"), tmp_path / "a/link.txt"
    assert told(walk([link, long, tmp_path]), tmp_path) == [
        ("a/link.txt", "refuse", "permission"),
        (long.name, "refuse", "os"),
        ("a/link.txt", "refuse", "permission"),
        ("a/long.txt", "refuse", "os"),
        ("a/x.txt", "read", None),
        ("b/y.txt", "read", None),
        ("c.txt", "read", None),
    ]


def test_special_files_and_dangling_links_are_refused(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    expected = [
        ("fifo", "refuse", "special"),
        ("gone.txt", "refuse", "dangling_link"),
        ("null.txt", "refuse", "special"),
    ]
    assert told(walk([tmp_path]), tmp_path) == expected
    assert told(walk([tmp_path / name for name, _, _ in expected]), tmp_path) == expected
    assert told(walk([tmp_path / "none.txt"]), tmp_path) == [("none.txt", "refuse", "missing")]


def test_the_same_path_twice_is_given_twice(tmp_path):
    make(tmp_path, "a.txt")
    assert len(list(walk([tmp_path / "a.txt", tmp_path, tmp_path]))) == 3


def test_a_folder_that_cannot_be_listed_is_refused_and_the_rest_goes_on(tmp_path, monkeypatch):
    make(tmp_path, "a/x.txt", "b.txt")
    listdir = os.listdir

    def denied(path):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(module.os, "listdir", denied)
    assert told(walk([tmp_path]), tmp_path) == [
        ("a", "refuse", "permission"),
        ("b.txt", "read", None),
    ]


def test_a_file_that_goes_while_walking_is_refused(tmp_path):
    make(tmp_path, "a.txt", "b.txt")
    found = walk([tmp_path])
    next(found)
    (tmp_path / "b.txt").unlink()
    assert told(found, tmp_path) == [("b.txt", "refuse", "missing")]


def test_depth_costs_no_recursion(tmp_path):
    folder = tmp_path.joinpath(*["d"] * 200)
    folder.mkdir(parents=True)
    make(folder, "a.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 80)
    try:
        (found,) = walk([tmp_path])
    finally:
        sys.setrecursionlimit(limit)
    assert (found.path.name, found.hint) == ("a.txt", Hint.READ)


def test_names_of_any_bytes(tmp_path):
    names = [b"\xff.txt", b"a\nb.txt", b"t\tx.txt", "第2版.txt".encode(), "第10版.txt".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"abc")
    found = [os.fsencode(f.path.name) for f in walk([tmp_path])]
    assert sorted(found) == sorted(names)
    assert found.index("第2版.txt".encode()) < found.index("第10版.txt".encode())


@pytest.mark.parametrize(
    ("first", "second"),
    [("a2", "a10"), ("a02", "a2"), ("2", "a"), ("20250401", "20250414"), ("9" * 30, "9" * 31)],
)
def test_natural_order(first, second):
    assert natural(first) < natural(second)
