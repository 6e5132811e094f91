"""Migrations: a verified backup first, all or nothing, and a newer library is not touched."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pysqlite3
import pytest
from aging import grow_old
from drafting import take_in

from reader import places
from reader.errors import DamagedLibraryError, NewerLibraryError, OutputError
from reader.model import DOUBT_BELOW
from reader.store import Library, Mode, backup, copying, declared, schema
from reader.store.check import check
from reader.store.derived import DOUBTFUL_BELOW
from reader.store.shelf import Why

if TYPE_CHECKING:
    from pathlib import Path

ALL = [
    *("m0001_ledger", "m0002_pairs", "m0003_seals", "m0004_orders", "m0005_learnt"),
    "m0006_refusals",
    "m0007_reworded",
]
LATER = schema.VERSION + 1
MORNING = datetime(2025, 4, 14, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(places, "backups_folder", lambda: tmp_path / "backups")
    return tmp_path / "backups"


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=甲\n乙丙")
    return path


@pytest.fixture
def later(monkeypatch):
    """A program of a later version, with migrations of its own."""
    mine = type(schema.migrations())("jiaokan")
    mine._migrations = list(schema.migrations()._migrations)
    monkeypatch.setattr(schema, "migrations", lambda: mine)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    declared._declared.cache_clear()
    yield mine
    declared._declared.cache_clear()


def good(db) -> None:
    db.execute("ALTER TABLE tag ADD COLUMN colour TEXT")
    db.execute(f"PRAGMA user_version = {schema.VERSION}")


def bad(db) -> None:
    db.execute("CREATE TABLE half (a)")
    db.execute("DELETE FROM reading")
    raise ZeroDivisionError


def content(path: Path) -> list:
    """Everything that SQL can see of a library, and its two numbers."""
    connection = pysqlite3.connect(str(path))
    seen = [
        connection.execute(f"PRAGMA {name}").fetchone()
        for name in ("user_version", "application_id")
    ]
    objects = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")
    for kind, name, sql in objects.fetchall():
        seen.append((kind, name, sql))
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            seen += sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)
    connection.close()
    return seen


def intact(path: Path) -> bool:
    return path.stat().st_size > 8192


def made_old(path: Path, version: int) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    grow_old(connection, version)
    connection.close()


def records(path: Path) -> list[str]:
    connection = pysqlite3.connect(str(path))
    names = [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY 1")]
    connection.close()
    return names


def test_a_new_library_has_the_records_of_all_and_needs_no_backup(path, shelf) -> None:
    assert records(path) == ALL
    with Library.open(path, Mode.WRITE):
        pass
    assert not shelf.exists()


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_the_digest_of_what_is_declared_is_known(version) -> None:
    assert declared.digest(declared._declared(version)) == declared.SOUND[version]


def test_what_the_newest_version_declares_stands_beside_the_program() -> None:
    """Kept as text so that a start compares it without loading OpenSSL for a digest."""
    kept = (places.resources() / "schema.json").read_text(encoding="utf-8")
    assert kept == declared.told(declared._declared(schema.VERSION)) + "\n"


@pytest.mark.parametrize("version", range(2, schema.VERSION))
def test_an_older_library_is_sound_as_it_was(path, version) -> None:
    made_old(path, version)
    with Library.open(path, Mode.READ) as library:
        assert check(library).faults == ()
        assert check(library).versions["schema"] == str(version)
        assert library.teaching.text() is None
        article = next(iter(library.articles.rows()))
        assert library.tags.refused(article.id) == ()
        assert not article.reworded
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).faults == ()
        assert check(library).versions["schema"] == str(schema.VERSION)


def test_a_sound_library_is_opened_without_what_carries_out_migrations(path) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.store import Library, Mode\n"
        "Library.open(Path(sys.argv[1]), Mode.CREATE).close()\n"
        "sys.exit('sqlite_utils' in sys.modules or '_hashlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


def test_a_pending_migration_is_backed_up_and_recorded(path, later) -> None:
    before = content(path)
    later()(good)
    with Library.open(path, Mode.WRITE) as library:
        assert library.connection.execute("PRAGMA user_version").fetchone() == (LATER,)
        assert library.connection.execute("SELECT colour FROM tag").fetchall() == []
        assert check(library).sound
        (made,) = library.backups.list()
        assert (made.why, made.articles) == (Why.MIGRATION, 1)
    assert records(path) == ["good", *ALL]
    assert content(made.path) == before
    with Library.open(path, Mode.WRITE) as library:  # nothing is pending any more
        assert library.backups.list() == (made,)


def test_a_reader_migrates_nothing(path, later, shelf) -> None:
    later()(good)
    before = path.read_bytes()
    with Library.open(path, Mode.READ) as library:
        assert len(library.issues.rows()) == 1
        assert check(library).versions["schema"] == str(LATER - 1)
    assert path.read_bytes() == before
    assert not shelf.exists()


def test_a_migration_that_fails_leaves_the_library_as_it_was(path, later, shelf) -> None:
    before = content(path)
    later()(good)
    later()(bad)
    for _ in range(2):  # and again at the next start
        with pytest.raises(ZeroDivisionError):
            Library.open(path, Mode.WRITE)
        assert content(path) == before
        assert records(path) == ALL
    (made,) = shelf.rglob("*.db")  # the second start found that the first's still serves
    assert content(made) == before
    with made.open("r+b") as file:
        file.truncate(8192)
    with pytest.raises(ZeroDivisionError):
        Library.open(path, Mode.WRITE)
    assert any(content(copy) == before for copy in shelf.rglob("*.db") if intact(copy))


def test_a_failing_backup_stops_the_migration(path, later, shelf) -> None:
    before = path.read_bytes()
    later()(good)
    shelf.write_text("a file where the folder should be")
    with pytest.raises(OutputError):
        Library.open(path, Mode.WRITE)
    assert path.read_bytes() == before


def test_a_backup_that_counts_otherwise_stops_the_migration(path, later, monkeypatch) -> None:
    before = content(path)
    later()(good)
    count = copying.count
    counts = []

    def miscount(connection):
        counts.append(count(connection))
        return replace(counts[-1], pieces=len(counts))

    monkeypatch.setattr(copying, "count", miscount)
    with pytest.raises(DamagedLibraryError) as caught:
        Library.open(path, Mode.WRITE)
    assert caught.value.detail == "copy_differs"
    assert content(path) == before


def test_a_damaged_library_is_not_migrated(path, later) -> None:
    later()(good)
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xa5" * 4096)
    before = path.read_bytes()
    with pytest.raises(DamagedLibraryError):
        Library.open(path, Mode.WRITE)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", list(Mode))
def test_a_newer_library_is_not_touched(path, later, monkeypatch, mode) -> None:
    later()(good)
    with Library.open(path, Mode.WRITE):
        pass
    monkeypatch.setattr(schema, "VERSION", LATER - 1)
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError):
        Library.open(path, mode)
    assert path.read_bytes() == before
    assert {p.name for p in path.parent.iterdir()} == {"library.db", "backups"}


def test_the_copy_is_told_by_before_migration(path, shelf) -> None:
    with Library.open(path) as library:
        copied = backup.before_migration(library.connection, path, library.id, MORNING)
        assert copied == library.backups.folder() / "20250414T093000Z-1-4-before-migration.db"
        assert copied.parent.parent == shelf


def test_beside_a_copy_from_the_future_one_that_holds_the_same_is_not_made_again(path) -> None:
    """The migration fails at each start, and each would copy the whole library once more."""
    future = MORNING.replace(year=MORNING.year + 5)
    with Library.open(path, Mode.WRITE) as library:
        known = library.connection, path, library.id
        wrong = backup.before_migration(*known, future)
        assert backup.before_migration(*known, MORNING) == wrong
        library.tags.add("题", [row.id for row in library.articles.rows()])
        copied = backup.before_migration(*known, MORNING)
        assert copied != wrong
        assert backup.before_migration(*known, MORNING) == copied


def test_the_index_of_doubts_holds_what_this_program_doubts(path) -> None:
    with Library.open(path) as library:
        (sql,) = library.connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'seam_doubt'"
        ).fetchone()
    assert DOUBTFUL_BELOW == 1000 * DOUBT_BELOW
    assert sql.endswith(f"confidence < {DOUBTFUL_BELOW}")


def test_the_orders_of_issues_come_to_an_older_library(path, shelf) -> None:
    made_old(path, 3)
    before = content(path)
    with Library.open(path) as library:  # as it is, it can be read
        listed = library.issues.listed()
        assert library.issues.newspapers() == (None,)
        assert check(library).sound
    assert content(path) == before
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).sound
        assert library.issues.listed() == listed
    assert records(path) == ALL
    assert [content(made) for made in shelf.rglob("*.db")] == [before]
