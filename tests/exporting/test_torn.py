"""An export is never torn: faults and kills at every step, foreign folders, and what is left."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from pathlib import Path

import pytest
import small

from reader import exporting
from reader.errors import (
    DiskFullError,
    NotFoundError,
    OutputError,
    ReadOnlyError,
    UsageError,
)
from reader.exporting import beside, csv, folder, manifest
from reader.store import Library, Mode

STEPS = ("fsync", "replace", "unlink", "rmdir")


@pytest.fixture
def library(tmp_path):
    with small.make(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "exports" / "corpus"


def export(library, out: Path, name: str = "jsonl", **more) -> exporting.ExportReport:
    return exporting.export(library, format=name, out=out, articles=None, **more)


def files(folder: Path) -> dict[str, bytes]:
    """Give all that lies under a folder, by its path in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def killed_at(step: int, path: Path, out: Path, name: str) -> bool:
    """Export in another process that dies at a step of the file system; tell whether it did."""
    child = os.fork()
    if child == 0:
        left = step

        def dying(verb):
            def call(*given, **named):
                nonlocal left
                left -= 1
                if left == 0:
                    os._exit(9)
                return verb(*given, **named)

            return call

        for verb in STEPS:
            setattr(os, verb, dying(getattr(os, verb)))
        with Library.open(path, Mode.READ) as library:
            export(library, out, name)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("name", ["txt", "jsonl"])
def test_a_kill_at_any_step_leaves_each_file_old_or_new(library, tmp_path, name) -> None:
    old, new, out = (tmp_path / part / "corpus" for part in ("old", "new", "out"))
    export(library, old, "txt")
    issue = library.issues.rows()[0].id
    library.issues.set(issue, date="2025-05-01")
    library.tags.add("新主题", [next(iter(library.articles.rows())).id])
    export(library, new, name)
    wanted = {**files(new)}
    step, steps_killed = 1, 0
    while True:
        shutil.rmtree(out.parent, ignore_errors=True)
        shutil.copytree(old, out)
        (out / "notes.doc").write_bytes(b"mine")
        (out / ".mine.tmp").write_bytes(b"mine")
        if not killed_at(step, tmp_path / "library.db", out, name):
            break
        steps_killed += 1
        for path, data in files(out).items():
            if not path.endswith(".tmp"):
                allowed = {files(old).get(path), wanted.get(path), b"mine"}
                assert data in allowed, (step, path)
        export(library, out, name)
        assert files(out) == {**wanted, "notes.doc": b"mine", ".mine.tmp": b"mine"}, step
        assert [path.name for path in out.parent.iterdir()] == ["corpus"]
        step += 1
    assert steps_killed > 8


@pytest.mark.parametrize("there", [False, True])
def test_a_kill_while_a_new_folder_is_written_leaves_no_folder_or_the_whole(
    library, tmp_path, there
) -> None:
    new, out = tmp_path / "new" / "corpus", tmp_path / "out" / "corpus"
    export(library, new, "md")
    step = 1
    while True:
        shutil.rmtree(out.parent, ignore_errors=True)
        out.parent.mkdir()
        if there:
            out.mkdir()
        if not killed_at(step, tmp_path / "library.db", out, "md"):
            break
        if out.exists() and any(out.iterdir()):
            assert files(out) == files(new)
        export(library, out, "md")
        assert files(out.parent) == files(new.parent)
        step += 1
    assert step > 5


def test_a_kill_while_one_file_is_written_leaves_the_old_file(library, tmp_path) -> None:
    out = tmp_path / "out" / "corpus.csv"
    out.parent.mkdir()
    old = csv.HEADER + b"old"
    for step in (1, 2, 3):
        out.write_bytes(old)
        if killed_at(step, tmp_path / "library.db", out, "csv"):
            assert out.read_bytes() == old or step == 3
    export(library, out, "csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert [path.name for path in out.parent.iterdir()] == ["corpus.csv"]


def failing(monkeypatch, verb: str, number: int, code: int, after: int = 1) -> None:
    """Let the n-th call of a verb of the file system fail, and `after` - 1 calls behind it."""
    real, left = getattr(os, verb), number

    def call(*given, **named):
        nonlocal left
        left -= 1
        if -after < left <= 0:
            raise OSError(code, os.strerror(code))
        return real(*given, **named)

    monkeypatch.setattr(os, verb, call)


@pytest.mark.parametrize(
    ("verb", "number"),
    [*(("fsync", n) for n in range(1, 9)), *(("replace", n) for n in range(1, 5))],
)
@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EIO, OutputError),
    ],
)
def test_a_fault_leaves_nothing_half_written(
    library, tmp_path, out, verb, number, code, fault
) -> None:
    export(library, out, "txt")
    old = files(out)
    library.issues.set(library.issues.rows()[0].id, date="2025-05-01")
    export(library, tmp_path / "new", "txt")
    new = files(tmp_path / "new")
    with pytest.MonkeyPatch.context() as patch:
        failing(patch, verb, number, code)
        with pytest.raises(fault):
            export(library, out, "txt")
    for path, data in files(out).items():
        assert path == folder.LIST or data in (old.get(path), new.get(path))
    if verb == "fsync" and number <= 6:  # the list, three articles, furniture, manifest
        assert files(out) == old
    export(library, out, "txt")
    assert files(out) == new


@pytest.mark.parametrize("name", ["txt", "jsonl"])
def test_a_full_disk_while_a_new_folder_is_written_leaves_nothing(
    library, out, monkeypatch, name
) -> None:
    failing(monkeypatch, "fsync", 3, errno.ENOSPC)
    with pytest.raises(DiskFullError) as caught:
        export(library, out, name)
    assert caught.value.subject == str(out)
    assert list(out.parent.iterdir()) == []


def test_a_full_disk_while_bytes_are_written_leaves_the_old_file(
    library, tmp_path, monkeypatch
) -> None:
    out = tmp_path / "corpus.jsonl"
    export(library, out)
    old = out.read_bytes()

    def full(chunks):
        yield from ()
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setitem(exporting.FORMATS, "jsonl", exporting.FORMATS["jsonl"]._replace(whole=full))
    with pytest.raises(DiskFullError):
        export(library, out)
    assert out.read_bytes() == old
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_run_that_is_stopped_takes_back_what_it_wrote(library, tmp_path, out) -> None:
    class Stop(Exception):  # noqa: N818 - a job's own way to stop
        pass

    def report(done: int, total: int) -> None:
        raise Stop

    for target in (out, tmp_path / "one.txt"):
        with pytest.raises(Stop):
            export(library, target, "txt", report=report)
        assert not target.exists()
    assert not list(tmp_path.rglob("*.tmp"))
    assert export(library, out, "txt").articles == 3


def test_the_same_library_gives_the_same_bytes_and_leaves_the_files_alone(
    library, tmp_path, out
) -> None:
    for name in exporting.FORMATS:
        report = export(library, out / name, name)
        assert report.files == len(files(out / name))
        before = {p: p.stat().st_mtime_ns for p in (out / name).iterdir()}
        inodes = {p: p.stat().st_ino for p in (out / name).iterdir()}
        export(library, out / name, name)
        assert {p: p.stat().st_mtime_ns for p in (out / name).iterdir()} == before
        assert {p: p.stat().st_ino for p in (out / name).iterdir()} == inodes
        export(library, tmp_path / "again" / name, name)
        assert files(tmp_path / "again" / name) == files(out / name)


def test_only_what_changed_is_written_again(library, out) -> None:
    export(library, out, "txt")
    inodes = {p.name: p.stat().st_ino for p in out.iterdir()}
    first = library.articles.get(next(iter(library.articles.rows())).id)
    library.articles.edit(first.blocks[-1].id, 0, 1, "壹")
    export(library, out, "txt")
    same = {p.name for p in out.iterdir() if inodes.get(p.name) == p.stat().st_ino}
    assert len(inodes) - len(same) == 2  # the article's and the manifest
    assert "furniture.jsonl" in same


def test_a_file_that_was_changed_or_lost_is_brought_back(library, out) -> None:
    export(library, out)
    whole = files(out)
    (out / "articles.jsonl").write_bytes(whole["articles.jsonl"][::-1])
    (out / "furniture.jsonl").unlink()
    export(library, out)
    assert files(out) == whole


def test_files_that_only_the_old_manifest_names_go_and_no_others(library, out, tmp_path) -> None:
    export(library, out, "txt")
    (out / "mine.txt").write_text("mine")
    told = json.loads((out / manifest.NAME).read_bytes())
    outside = tmp_path / "outside.txt"
    outside.write_text("not ours")
    told["files"] |= {"../../outside.txt": "", str(outside): "", "..": "", "sub": "", "": ""}
    (out / "sub").mkdir()
    (out / manifest.NAME).write_text(json.dumps(told))
    export(library, out, "csv")
    assert sorted(p.name for p in out.iterdir()) == [
        "articles.csv",
        "furniture.jsonl",
        "manifest.json",
        "mine.txt",
        "sub",
    ]
    assert outside.exists()


@pytest.mark.parametrize("name", [manifest.NAME, folder.LIST])
def test_a_pipe_in_place_of_a_manifest_keeps_nobody_waiting(library, tmp_path, name) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    os.mkfifo(theirs / name)
    with pytest.raises(OutputError, match=r"foreign|no_file"):
        export(library, theirs, "txt")
    assert [path.name for path in theirs.iterdir()] == [name]
    assert (theirs / name).is_fifo()


def test_a_manifest_that_somebody_wrote_takes_nothing_of_ours_for_an_export(library, out) -> None:
    """It says the library's id, which any export tells."""
    export(library, out, "txt")
    [old, *_] = sorted(out.glob("*_*.txt"))
    named = ("library.db", "library.db-wal", "论文.docx", "notes.txt", old.name)
    told = {"library": json.loads((out / manifest.NAME).read_bytes())["library"]}
    told["files"] = dict.fromkeys(named, "0" * 64)
    (out / manifest.NAME).write_text(json.dumps(told))
    for name in named:
        (out / name).write_bytes(name.encode())
    for other in sorted(out.glob("*_*.txt")):
        if other != old:
            other.unlink()
    (out / "furniture.jsonl").unlink()
    export(library, out, "csv")
    assert {name: (out / name).read_bytes() for name in named} == {
        name: name.encode() for name in named
    }


def test_a_file_whose_name_changed_in_case_alone_is_not_taken_away(library, out) -> None:
    export(library, out, "csv")
    told = json.loads((out / manifest.NAME).read_bytes())
    told["files"]["ARTICLES.csv"] = told["files"].pop("articles.csv")
    (out / manifest.NAME).write_text(json.dumps(told))
    (out / "articles.csv").rename(out / "ARTICLES.csv")
    (out / "articles.csv").hardlink_to(out / "ARTICLES.csv")  # as where case does not count
    told["files"]["articles.csv"] = ""
    (out / manifest.NAME).write_text(json.dumps(told))
    export(library, out, "csv")
    assert (out / "ARTICLES.csv").exists()
    (out / "ARTICLES.csv").unlink()
    told["files"]["Articles.csv"] = ""
    (out / manifest.NAME).write_text(json.dumps(told))
    (out / "Articles.csv").write_bytes(b"old")
    export(library, out, "csv")
    assert not (out / "Articles.csv").exists()


def test_a_foreign_folder_is_refused_and_not_touched(library, out, tmp_path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.doc").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        export(library, out)
    assert (caught.value.detail, caught.value.subject) == ("foreign", str(out))
    assert files(out) == {"thesis.doc": b"mine"}
    for told in ('{"library": "another"}', "[1]", "{", "\ud800".encode("utf-8", "surrogatepass")):
        data = told if isinstance(told, bytes) else told.encode()
        (out / manifest.NAME).write_bytes(data)
        with pytest.raises(OutputError):
            export(library, out)
        assert files(out) == {"thesis.doc": b"mine", manifest.NAME: data}


def test_a_file_of_ours_in_name_only_is_not_written_over(library, out) -> None:
    export(library, out, "csv")
    (out / "articles.jsonl").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        export(library, out, "jsonl")
    assert (caught.value.detail, caught.value.facts) == ("foreign_file", {"name": "articles.jsonl"})
    assert (out / "articles.jsonl").read_bytes() == b"mine"
    assert (out / "articles.csv").exists()


def test_what_lies_beside_and_is_not_ours_is_refused(library, out) -> None:
    aside = beside.beside(out)
    aside.mkdir(parents=True)
    (aside / "mine").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        export(library, out)
    assert (caught.value.detail, caught.value.subject) == ("foreign", str(aside))
    shutil.rmtree(aside)
    aside.write_bytes(b"mine")
    with pytest.raises(OutputError):
        export(library, out)
    assert aside.read_bytes() == b"mine"


def test_an_empty_folder_that_cannot_be_replaced_is_filled(library, out, monkeypatch) -> None:
    out.mkdir(parents=True)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == out)
    inode = out.stat().st_ino
    export(library, out)
    assert out.stat().st_ino == inode
    assert sorted(p.name for p in out.iterdir()) == [
        "articles.jsonl",
        "furniture.jsonl",
        "manifest.json",
    ]


@pytest.mark.parametrize("wanted", [".", "../corpus", None])
def test_the_folder_in_which_one_stands_is_filled_and_stays(
    library, tmp_path, out, monkeypatch, wanted
) -> None:
    new = tmp_path / "new"
    export(library, new, "md")
    out.mkdir(parents=True)
    monkeypatch.chdir(out)
    shell = os.open(".", os.O_RDONLY)  # as one that stands there
    export(library, out if wanted is None else Path(wanted), "md")
    assert os.path.samestat(os.fstat(shell), out.stat())
    assert files(out) == files(new)
    assert [path.name for path in out.parent.iterdir()] == ["corpus"]
    os.close(shell)


def test_nothing_of_an_export_that_failed_stays_where_one_stands(library, out, monkeypatch) -> None:
    out.mkdir(parents=True)
    monkeypatch.chdir(out)
    failing(monkeypatch, "fsync", 2, errno.ENOSPC)
    with pytest.raises(DiskFullError):
        export(library, Path(), "md")
    assert [*out.iterdir()] == []


def test_an_export_in_the_place_of_an_empty_folder_is_as_private(library, out) -> None:
    out.mkdir(parents=True)
    out.chmod(0o700)
    export(library, out, "md")
    assert out.stat().st_mode & 0o777 == 0o700


def test_two_exports_to_one_place_do_not_mix(library, out, tmp_path) -> None:
    one = tmp_path / "corpus.csv"
    export(library, out)
    for path, target in ((beside.beside(one), one), (out / folder.LIST, out)):
        with path.open("wb") as other:
            fcntl.flock(other, fcntl.LOCK_EX)
            with pytest.raises(OutputError) as caught:
                export(library, target)
        assert caught.value.detail == "busy"
        export(library, target)


@pytest.mark.parametrize("moment", ["made", "swept", "ended"])
def test_two_exports_that_cross_in_a_new_folder_do_not_mix(library, out, monkeypatch, moment):
    base = beside.beside(out)
    make, replace = Path.mkdir, Path.replace

    def cross(path, *given, **named):
        if path == base and moment == "made":
            make(base, parents=True)  # by the other, just before
        make(path, *given, **named)
        if path == base and moment == "swept":
            base.rmdir()

    def end(path, target):
        if path == base:
            make(out)
            (out / "other").touch()
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", cross)
        if moment == "ended":
            patched.setattr(Path, "replace", end)
        with pytest.raises(OutputError) as caught:
            export(library, out)
    assert caught.value.detail == "busy"
    if moment == "ended":
        (out / "other").unlink()
    export(library, out)
    assert (out / "manifest.json").is_file()


def test_a_draft_that_was_renamed_while_it_was_opened_is_opened_again(
    tmp_path, monkeypatch
) -> None:
    path = tmp_path / "draft"
    real = fcntl.flock

    def renamed_meanwhile(*given) -> None:
        monkeypatch.setattr(fcntl, "flock", real)
        path.rename(tmp_path / "final")
        real(*given)

    monkeypatch.setattr(fcntl, "flock", renamed_meanwhile)
    with beside.Draft(path) as draft:
        draft.write([b"new"])
    assert path.read_bytes() == b"new"
    assert (tmp_path / "final").read_bytes() == b""


def test_the_place_must_be_of_the_right_kind(library, tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder.txt").mkdir()
    for target, detail in (
        (tmp_path / "file", "no_folder"),
        (tmp_path / "folder.txt", "no_file"),
        (tmp_path / "file" / "below", "folder"),
    ):
        with pytest.raises(OutputError) as caught:
            export(library, target, "txt")
        assert caught.value.detail == detail


def test_a_link_is_followed_to_what_it_names(library, tmp_path) -> None:
    real = tmp_path / "real.txt"
    real.touch()
    (tmp_path / "link.txt").symlink_to(real)
    report = export(library, tmp_path / "link.txt", "txt")
    assert report.path == real
    assert (tmp_path / "link.txt").is_symlink()
    assert real.read_text("utf-8").startswith("#民生")


def test_unknown_formats_and_articles_are_told(library, out) -> None:
    with pytest.raises(UsageError) as caught:
        export(library, out, "pdf")
    assert caught.value.detail == "format"
    with pytest.raises(NotFoundError):
        exporting.export(library, format="txt", out=out, articles=["nobody"])
    assert not out.exists()


def test_the_time_is_that_of_the_environment_or_of_the_last_wish(
    library, tmp_path, monkeypatch
) -> None:
    def time() -> str | None:
        export(library, tmp_path / "t", "txt")
        return json.loads((tmp_path / "t" / manifest.NAME).read_bytes())["time"]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert time() == library.journal.peek()[0].at
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert time() == "2023-11-14T22:13:20Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert time() == library.journal.peek()[0].at


def test_a_library_without_articles_gives_an_empty_export(tmp_path) -> None:
    with Library.open(tmp_path / "empty.db", Mode.CREATE, actor="me") as library:
        for name in exporting.FORMATS:
            report = export(library, tmp_path / name, name)
            assert (report.articles, report.characters) == (0, 0)
        assert manifest.time_of(library) is None
        assert files(tmp_path / "jsonl")["articles.jsonl"] == b""


def test_many_files_are_synced_together(library, out, monkeypatch) -> None:
    monkeypatch.setattr(beside, "_MANY", 2)
    calls = []
    monkeypatch.setattr(os, "sync", lambda: calls.append(1))
    export(library, out, "md")
    assert len(files(out)) == 5
    assert calls == [1]


@pytest.mark.parametrize("count", [3, 100])
def test_an_error_of_syncing_is_an_error_however_many_files_there_are(
    tmp_path, monkeypatch, count
) -> None:
    paths = [tmp_path / str(number) for number in range(count)]
    for path in paths:
        path.touch()
    beside.sync_files(paths)

    def fail(_handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input"):
        beside.sync_files(paths)
