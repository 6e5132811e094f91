"""Each row that an export shows is sealed: what is changed from outside is found by its owner."""

from __future__ import annotations

import shutil
from functools import reduce
from hashlib import blake2b
from operator import xor
from pathlib import Path

import pysqlite3
import pytest
from aging import grow_old
from drafting import take_in
from planting import make, plant

from reader.model import IssueFacts, Status
from reader.store import Library, Mode, schema, seals
from reader.store.check import check
from reader.store.findings import Findings


@pytest.fixture(scope="module")
def sound_path(tmp_path_factory) -> Path:
    path = make(tmp_path_factory.mktemp("sealed") / "library.db")
    with Library.open(path, Mode.WRITE, actor="me") as library:
        library.tags.add("会议", [next(iter(library.articles.rows())).id])
    return path


@pytest.fixture
def path(sound_path, tmp_path) -> Path:
    return Path(shutil.copy(sound_path, tmp_path / "library.db"))


def broken(path: Path) -> list[tuple[str, str]]:
    """Name what is not as it was written."""
    with Library.open(path) as library:
        findings = Findings()
        seals.check_seals(library.connection, findings)
        return [(str(fault.facts["table"]), fault.where) for fault in findings.faults()]


def table_of(path: Path) -> list[tuple]:
    with Library.open(path) as library:
        return library.connection.execute("SELECT * FROM seal ORDER BY 1, 2").fetchall()


COLUMNS = [
    (table, name) for table, sealed in seals.SEALED.items() for name in sealed[1] + sealed[2]
]


def test_every_column_is_sealed_but_what_is_derived_or_no_export_shows(path) -> None:
    with Library.open(path) as library:
        theirs = {
            (table, row[1])
            for table in schema.JOURNALLED
            for row in library.connection.execute(f"PRAGMA table_info({table})")
        }
    derived = {("page", "indexed"), ("page", "sketch")}
    not_exported = {("learnt", "key"), ("learnt", "weights")}
    not_exported |= {("refusal", "article"), ("refusal", "name"), ("reworded", "article")}
    assert theirs - set(COLUMNS) == derived | not_exported


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_what_is_changed_from_outside_is_found(path, table, column) -> None:
    change = (
        f"coalesce({column}, 0) + 5000" if column in seals.SEALED[table][1] else f"{column} || '.'"
    )
    if column not in seals.SEALED[table][1]:
        change = f"coalesce({change}, '.')"
    plant(
        path,
        f"UPDATE {table} SET {column} = {change} WHERE rowid = (SELECT max(rowid) FROM {table})"
        if table not in ("piece", "seam", "article_tag", "phrase_span", "image", "wish_article")
        else f"UPDATE {table} SET {column} = {change}",
    )
    assert {name for name, _ in broken(path)} == {table}


@pytest.mark.parametrize("table", seals.SEALED)
def test_a_row_that_went_is_found(path, table) -> None:
    plant(path, f"DELETE FROM {table}")
    assert {name for name, _ in broken(path)} == {table}


def test_owners_are_named(path) -> None:
    with Library.open(path) as library:
        row = next(iter(library.articles.rows()))
        page = library.connection.execute("SELECT id FROM page WHERE key = 1").fetchone()[0]
        sha256 = library.connection.execute("SELECT sha256 FROM file WHERE key = 1").fetchone()[0]
        (key,) = library.connection.execute(
            "SELECT key FROM article WHERE id = ?", (row.id,)
        ).fetchone()
    plant(
        path,
        f"UPDATE article SET status = 'disputed' WHERE key = {key}",
        f"UPDATE block SET place = place + 1 WHERE article = {key}",
        "UPDATE block SET place = place + 1 WHERE page = 1",
        "UPDATE file SET name = 'b' WHERE key = 1",
        "INSERT INTO seal VALUES ('tag', 99, 7), ('nothing', 1, 1)",
    )
    assert broken(path) == [
        ("seal", "nothing"),
        ("file", f"file {sha256}"),
        ("article", f"article {row.id}"),
        *sorted(
            [("block", f"page {page}"), ("block", f"article {row.id}")],
            key=lambda b: b[1][:1] == "a",
        ),
        ("tag", "tag 99"),
    ]


def test_damage_is_not_made_good_by_writing_the_row_again(path) -> None:
    with Library.open(path) as library:
        article = next(iter(library.articles.rows())).id
    plant(path, f"UPDATE article SET place = place + 1 WHERE id = '{article}'")
    with Library.open(path, Mode.WRITE, actor="me") as library:
        library.articles.set_status(Status.PROOFED2, [article])
        assert [f.code for f in check(library).faults].count("seal") == 1
        library.journal.undo()
    assert broken(path) == [("article", f"article {article}")]


def test_text_that_is_no_utf8_is_found_and_can_be_looked_at(path) -> None:
    plant(path, "UPDATE source SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT) WHERE key = 1")
    assert [name for name, _ in broken(path)] == ["source"]


def work_of(path: Path) -> list[tuple]:
    """The seals but for the journal's own, which only grows."""
    return [row for row in table_of(path) if row[0] not in ("wish", "image", "wish_article")]


def test_undo_of_all_and_redo_of_all_are_the_seals_of_then(tmp_path) -> None:
    path = tmp_path / "library.db"
    seen = []
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=甲乙\n丙丁\n\n戊己", facts=IssueFacts("晨报", "2025-04", number="7"))
        article = next(iter(library.articles.rows())).id
        para = library.articles.get(article).blocks[1].id
        acts = [
            lambda: library.articles.edit(para, 0, 1, "天地"),
            lambda: library.articles.split(para, 1),
            lambda: library.tags.add("会议", [article]),
            lambda: library.tags.mark(para, 0, 1, "会议"),
            lambda: library.tags.rename("会议", "集会"),
            lambda: library.articles.replace("己", "已", [article]),
            lambda: library.issues.withdraw([library.issues.rows()[0].id]),
        ]
        for act in acts:
            seen.append(work_of(path))
            act()
        end = work_of(path)
        for wanted in reversed(seen):
            library.journal.undo()
            assert work_of(path) == wanted
        for _ in acts:
            library.journal.redo()
        assert work_of(path) == end
    assert broken(path) == []


def unseal(path: Path) -> None:
    """Make a library what the version before seals left."""
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, 2)
    connection.close()


def test_an_older_library_is_read_without_seals_and_sealed_when_it_is_written(
    path, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("reader.places.backups_folder", lambda: tmp_path / "backups")
    with Library.open(path) as library:  # such an old library has no image of it
        (later,) = library.connection.execute(
            "SELECT count(*) FROM image WHERE tab = 'reworded'"
        ).fetchone()
    wanted = table_of(path)
    unseal(path)
    before = path.read_bytes()
    with Library.open(path) as library:
        report = check(library)
        assert report.sound
        assert report.versions["schema"] == "2"
    assert path.read_bytes() == before
    Library.open(path, Mode.WRITE).close()
    assert len(set(wanted) - set(table_of(path))) == later
    assert [row[:2] for row in table_of(path)] == [row[:2] for row in wanted]
    assert len([*(tmp_path / "backups").rglob("*before-migration.db")]) == 1
    plant(path, "UPDATE tag SET name = name || '.'")
    assert broken(path)[0][0] == "tag"


def test_a_planted_trigger_is_told_before_an_older_library_is_migrated(path) -> None:
    unseal(path)
    plant(path, "CREATE TRIGGER evil AFTER UPDATE ON page BEGIN DELETE FROM issue; END")
    before = path.read_bytes()
    with pytest.raises(Exception, match="evil") as caught:
        Library.open(path, Mode.WRITE)
    assert caught.value.code == "damaged library"
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
def test_what_ends_a_statement_from_within_comes_out_as_it_is(path, monkeypatch, kind) -> None:
    def stop(*_):
        raise kind

    with Library.open(path, Mode.WRITE, actor="me") as library:
        article = next(iter(library.articles.rows())).id
        monkeypatch.setattr(seals, "digest", stop)
        with pytest.raises(kind):
            library.articles.set_status(Status.PROOFED2, [article])
        with pytest.raises(kind):
            check(library)
        monkeypatch.undo()
        library.articles.set_status(Status.PROOFED2, [article])
        assert check(library).sound


def test_ctrl_c_on_the_way_into_a_function_of_ours_is_no_bug(path) -> None:
    def stop(*_):
        raise KeyboardInterrupt

    with Library.open(path, Mode.WRITE, actor="me") as library:
        article = next(iter(library.articles.rows())).id
        library.connection.create_function("row_digest", -1, stop)  # before anything is kept
        with pytest.raises(KeyboardInterrupt):
            library.articles.set_status(Status.PROOFED2, [article])
        seals.prepare(library.connection)
        library.articles.set_status(Status.PROOFED2, [article])
        assert check(library).sound


def test_strangers_in_an_older_library_are_all_that_is_told(path) -> None:
    unseal(path)
    plant(path, "CREATE TRIGGER evil AFTER UPDATE ON page BEGIN DELETE FROM issue; END")
    with Library.open(path) as library:
        told = [(f.code, f.where) for f in check(library).faults]
    assert told == [("schema", "trigger evil")]


def test_a_digest_is_that_of_its_form() -> None:
    """What stands in libraries must not change."""
    told = rb"3, b't1', b'\xe6\x8a\xa5', None"
    made = int.from_bytes(blake2b(told, digest_size=8).digest(), "big", signed=True)
    row = (3, b"t1", "报".encode(), None)
    assert seals.digest(*row) == seals.total([row]) == made == -8233043229023214790
    long = "报".encode() * 22
    assert seals.digest(1, long) == seals.digest(1, seals.short(long))
    assert seals.digest(1, long) != seals.digest(1, long[:-3] + "抱".encode())


@pytest.mark.parametrize("text", [b"x", b"), (", b"'", b"\\", b"\x00\xff"])
def test_many_rows_are_added_as_one_by_one(text) -> None:
    rows = [(n, b"t", text, None) for n in range(9)]
    assert seals.total(rows) == reduce(xor, (seals.digest(*row) for row in rows))
    assert seals.total([]) == 0
