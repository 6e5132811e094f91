"""What opens as a library and how, and what is refused, untouched."""

from __future__ import annotations

import _thread
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pysqlite3
import pytest
from drafting import take_in

import reader
from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryError,
    LibraryInUseError,
    NewerLibraryError,
    NoLibraryError,
    NotALibraryError,
    OutputError,
    ReadOnlyError,
    UnreadableError,
)
from reader.exporting import export
from reader.store import Library, Mode, opening, schema
from reader.store.check import check, check_disguised
from reader.store.copying import opened
from reader.store.declared import schema_faults
from reader.store.faults import told
from reader.store.restoring import restore


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=甲\n乙丙")
    return path


def plant(path: Path, *statements: str) -> None:
    connection = pysqlite3.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def pragma(library: Library, name: str):
    return library.connection.execute(f"PRAGMA {name}").fetchone()[0]


def refused(path: Path, mode: Mode, error: type[LibraryError]) -> LibraryError:
    """Expect that a file is refused, byte for byte as it was, with nothing beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(error) as caught:
        Library.open(path, mode)
    assert type(caught.value) is error
    assert sorted(path.parent.iterdir()) == beside
    assert before is None or path.read_bytes() == before
    return caught.value


ANY_MODE = pytest.mark.parametrize("mode", list(Mode))
OLD_MODES = pytest.mark.parametrize("mode", [Mode.READ, Mode.WRITE])


@OLD_MODES
def test_no_file(tmp_path, mode) -> None:
    refused(tmp_path / "none.db", mode, NoLibraryError)


@ANY_MODE
@pytest.mark.parametrize("text", ["", "甲乙", "SQLite format 3", "x" * 5000], ids=len)
def test_a_text_file(tmp_path, mode, text) -> None:
    path = tmp_path / "library.db"
    path.write_text(text)
    if text:
        refused(path, mode, NotALibraryError)
    elif mode is not Mode.CREATE:
        assert refused(path, mode, NoLibraryError).detail == "empty"
    else:
        with Library.open(path, mode) as library:  # an empty file is nothing, and becomes one
            assert library.issues.rows() == []


@ANY_MODE
def test_a_folder(tmp_path, mode) -> None:
    (tmp_path / "library.db").mkdir()
    refused(tmp_path / "library.db", mode, NotALibraryError)


@ANY_MODE
def test_a_pipe(tmp_path, mode) -> None:
    os.mkfifo(tmp_path / "library.db")
    refused(tmp_path / "library.db", mode, NotALibraryError)


@ANY_MODE
@pytest.mark.parametrize(
    "statement", ["PRAGMA application_id = 7", "PRAGMA user_version = 1", "SELECT 1"]
)
def test_the_database_of_another_program(tmp_path, mode, statement) -> None:
    path = tmp_path / "other.db"
    plant(path, "CREATE TABLE theirs (a)", statement)
    refused(path, mode, NotALibraryError)


@ANY_MODE
def test_a_newer_library(path, mode) -> None:
    plant(path, f"PRAGMA user_version = {schema.VERSION + 1}")
    error = refused(path, mode, NewerLibraryError)
    assert error.facts == {"theirs": schema.VERSION + 1, "ours": schema.VERSION}


@OLD_MODES
def test_a_library_that_says_it_has_no_version(path, mode) -> None:
    plant(path, "PRAGMA user_version = 0")
    refused(path, mode, NotALibraryError)


@ANY_MODE
def test_a_header_cut_short(path, mode) -> None:
    with path.open("r+b") as file:
        file.truncate(80)
    refused(path, mode, DamagedLibraryError)


@OLD_MODES
def test_a_header_that_sqlite_does_not_take(path, mode) -> None:
    with path.open("r+b") as file:
        file.seek(16)
        file.write(b"\x00\x07")  # a page of seven bytes
    refused(path, mode, NotALibraryError)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("CREATE TABLE theirs (a)", ("foreign", "table", "theirs")),
        ("CREATE VIEW theirs AS SELECT 1", ("foreign", "view", "theirs")),
        ("CREATE INDEX theirs ON tag(name)", ("foreign", "index", "theirs")),
        (
            "CREATE TRIGGER theirs AFTER UPDATE ON tag BEGIN DELETE FROM piece; END",
            ("foreign", "trigger", "theirs"),
        ),
        ("DROP INDEX piece_block", ("missing", "index", "piece_block")),
        ("ALTER TABLE tag ADD COLUMN theirs", ("altered", "table", "tag")),
    ],
)
def test_what_is_not_declared_is_refused_by_writers_and_told_by_check(
    path, statement, fault
) -> None:
    plant(path, statement)
    for mode in (Mode.WRITE, Mode.CREATE):
        error = refused(path, mode, DamagedLibraryError)
        assert error.detail == "foreign"
        assert fault[2] in error.facts["names"]
    with Library.open(path, Mode.READ) as library:
        assert schema_faults(library.connection) == [fault]
        assert len(list(library.articles.rows())) == 1
        (found,) = check(library).faults
        assert (found.code, found.where) == ("schema", f"{fault[1]} {fault[2]}")


VIEW = (
    "CREATE VIEW {} AS WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q LIMIT 3)"
    " SELECT n AS article, 1 AS characters, 1 AS doubts, 'x' AS title, 0 AS untitled FROM q"
)


@OLD_MODES
@pytest.mark.parametrize(
    ("statements", "names"),
    [
        (("ALTER TABLE tally RENAME TO tally2", VIEW.format("tally")), "view tally"),
        (("ALTER TABLE tally RENAME TO tally2", VIEW.format("Tally")), "view Tally"),
        (("DROP TABLE found", VIEW.format("found")), "view found"),
        (
            ("DROP TABLE found", "CREATE VIRTUAL TABLE found USING fts5(text, content='theirs')"),
            "table found",
        ),
        (
            (
                "ALTER TABLE tally RENAME TO tally2",
                "CREATE VIRTUAL TABLE tally USING fts5(article, characters, doubts)",
            ),
            "table tally",
        ),
        (
            (
                "DROP TABLE probe",
                "CREATE TRIGGER probe AFTER UPDATE ON tag BEGIN DELETE FROM piece; END",
            ),
            "trigger probe",
        ),
        (
            (
                "ALTER TABLE tally RENAME TO tally2",
                "CREATE TABLE tally (article INTEGER PRIMARY KEY, title TEXT,"
                " characters INTEGER AS (length(hex(zeroblob(450000000)))))",
            ),
            "table tally",
        ),
    ],
)
def test_what_bears_a_tables_name_and_is_none_is_never_read(path, mode, statements, names) -> None:
    plant(path, *statements)
    error = refused(path, mode, DamagedLibraryError)
    assert (error.detail, error.facts["names"]) == ("disguised", names)
    report = check_disguised(path)
    assert not report.sound
    assert ("schema", names.lower()) in {(f.code, f.where.lower()) for f in report.faults}
    with pytest.raises(DamagedLibraryError), opened(path):
        raise AssertionError("copies are opened so")


@pytest.mark.parametrize("name", ["sqlite_statx", "sqlite_stat1", "sqlite_stat4"])
def test_what_hides_behind_a_name_of_sqlites_is_foreign(path, name) -> None:
    """SQL cannot make such a trigger; whoever writes the schema's own table can."""
    _hide(path, name, None)
    error = refused(path, Mode.WRITE, DamagedLibraryError)
    assert (error.detail, error.facts["names"]) == ("foreign", name)
    with Library.open(path, Mode.READ) as library:
        assert ("schema", f"trigger {name}") in {(f.code, f.where) for f in check(library).faults}


def test_what_bears_a_name_that_was_given_before_is_foreign(path) -> None:
    """Either may come first: what is compared by name alone loses one of them."""
    _hide(path, "wish_move", "wish_move")
    error = refused(path, Mode.WRITE, DamagedLibraryError)
    assert error.detail == "foreign"
    with Library.open(path, Mode.READ) as library:
        assert not check(library).sound


def _hide(path: Path, name: str, instead: str | None) -> None:
    """Write a trigger into the schema's table, where `instead` stood: that comes behind it."""
    plant(
        path,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET rowid = rowid + 1000 WHERE name = '{instead}'",
        "INSERT INTO sqlite_master (rowid, type, name, tbl_name, rootpage, sql) VALUES ("
        f" (SELECT rowid - 1000 FROM sqlite_master WHERE name = '{instead}'), 'trigger', '{name}',"
        f" 'wish', 0, 'CREATE TRIGGER {name} AFTER INSERT ON wish BEGIN DELETE FROM tag; END')",
    )


def test_statistics_of_sqlite_are_not_foreign(path) -> None:
    plant(path, "ANALYZE")
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).sound


def test_no_identity(path) -> None:
    plant(path, "DELETE FROM library")
    with Library.open(path, Mode.READ) as library, pytest.raises(DamagedLibraryError):
        _ = library.id


# --- how it is opened ---------------------------------------------------------------------


def test_a_new_library_is_ours_and_private(path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    head = path.read_bytes()[:100]
    assert head[68:72] == b"JKAN"
    assert int.from_bytes(head[60:64], "big") == schema.VERSION
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "丁")
        for side in path.parent.iterdir():
            assert side.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["library.db"]


def test_a_library_in_a_folder_that_is_not_there_yet(tmp_path) -> None:
    path = tmp_path / "a" / "b" / "library.db"
    with Library.open(path, Mode.CREATE) as library:
        assert library.id
    with Library.open(path, Mode.CREATE) as again:
        assert again.id == library.id


@ANY_MODE
def test_what_sqlite_is_told(path, mode) -> None:
    with Library.open(path, mode) as library:
        assert pragma(library, "trusted_schema") == 0
        assert pragma(library, "cell_size_check") == 1
        assert pragma(library, "foreign_keys") == 1
        assert pragma(library, "recursive_triggers") == 1
        assert pragma(library, "synchronous") == 2
        assert pragma(library, "busy_timeout") == 30_000
        assert pragma(library, "query_only") == int(mode is Mode.READ)
        assert pragma(library, "journal_mode") == "wal"
        with pytest.raises(pysqlite3.OperationalError):
            library.connection.execute("SELECT load_extension('nothing')")


def test_wal_is_refused_on_an_affected_sqlite(path, monkeypatch) -> None:
    assert opening.wal_is_sound()
    monkeypatch.setattr(pysqlite3, "sqlite_version_info", (3, 51, 2))
    assert not opening.wal_is_sound()
    with Library.open(path, Mode.WRITE) as library:
        assert pragma(library, "journal_mode") == "delete"
        take_in(library, "丁")
    with Library.open(path.with_name("new.db"), Mode.CREATE) as library:
        assert pragma(library, "journal_mode") == "delete"


def test_a_reader_writes_nothing(path) -> None:
    with Library.open(path, Mode.READ) as library:
        with pytest.raises(ReadOnlyError) as caught, library.wish("any"):
            pass
        assert caught.value.detail == "opened_for_reading"
        with pytest.raises(pysqlite3.OperationalError):
            library.connection.execute("DELETE FROM piece")


def test_a_library_that_cannot_be_written_is_read(path, monkeypatch) -> None:
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    before = path.read_bytes()
    with Library.open(path, Mode.READ) as library:
        assert [row.title for row in library.articles.rows()] == ["=甲"]
        assert check(library).sound
        assert [p.name for p in path.parent.iterdir()] == ["library.db"]
    for mode in (Mode.WRITE, Mode.CREATE):
        assert refused(path, mode, ReadOnlyError).detail == "permission"
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyError) as caught:
        Library.open(tmp_path / "file" / "library.db", Mode.CREATE)
    assert caught.value.detail == "make"


@ANY_MODE
@pytest.mark.parametrize("name", ["长" * 100])
def test_a_name_that_cannot_be(tmp_path, mode, name) -> None:
    with pytest.raises(UnreadableError):
        Library.open(tmp_path / name, mode)


def test_a_file_that_cannot_be_read(path, monkeypatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(UnreadableError):
        Library.open(path, Mode.READ)


def test_names_that_an_address_would_read_otherwise(tmp_path) -> None:
    path = tmp_path / "图书馆 100%?mode=memory#x.db"
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "甲")
    assert path.stat().st_size
    with Library.open(path) as library:
        assert len(library.issues.rows()) == 1


def test_closing_twice_does_no_harm_and_a_failed_opening_leaves_nothing_open(path) -> None:
    library = Library.open(path)
    library.close()
    library.close()
    plant(path, "CREATE TABLE theirs (a)")
    with pytest.raises(DamagedLibraryError):
        Library.open(path, Mode.WRITE)
    assert str(path) not in opening._open_here


# --- two programs -------------------------------------------------------------------------

HOLDER = """
import sys
import pysqlite3
connection = pysqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read(1)
connection.execute("COMMIT")
connection.close()
print("free", flush=True)
"""


def other_program(path: Path) -> subprocess.Popen:
    """Start a process that holds SQLite's lock for writing until it is told to go on."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(reader.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_a_library_in_use(path, monkeypatch) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.01)
    with other_program(path) as process:
        with Library.open(path, Mode.WRITE) as library:
            (row,) = library.articles.rows()  # reading goes on
            with pytest.raises(LibraryInUseError):
                library.articles.merge([row.id])
            assert not library.connection.in_transaction
            process.stdin.write("x")
            process.stdin.flush()
            assert process.stdout.readline() == "free\n"
            take_in(library, "丁")
        process.wait()


def test_a_wish_waits_for_another_program(path) -> None:
    with other_program(path) as process, Library.open(path, Mode.WRITE) as library:
        process.stdin.write("x")
        process.stdin.flush()
        before = library.data_version()
        take_in(library, "丁")  # waits, should the other not be done yet
        assert library.data_version() == before  # one's own writing does not count
        process.wait()


def test_a_writer_elsewhere_is_noticed(path) -> None:
    with Library.open(path) as reader_of, Library.open(path, Mode.WRITE) as library:
        before = reader_of.data_version()
        take_in(library, "丁")
        assert reader_of.data_version() != before


def test_a_schema_of_which_the_text_is_broken_is_damage(path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE article (", b"CR\xe5ATE T\xe5BLE article ("))
    with pytest.raises(DamagedLibraryError):
        Library.open(path)


def test_a_full_disk_has_no_room_for_side_files_but_can_be_read(path, monkeypatch) -> None:
    real, asked = opening._opened, []

    def full(path, mode, query):
        asked.append(query)
        if query == "mode=rw":
            raise opening.DatabaseError("database or disk is full")
        return real(path, mode, query)

    monkeypatch.setattr(opening, "_opened", full)
    with Library.open(path) as library:
        assert len(library.issues.rows()) == 1
    assert asked == ["mode=rw", "immutable=1"]
    with pytest.raises(DiskFullError):
        Library.open(path, Mode.WRITE)
    path.with_name(path.name + "-wal").write_bytes(b"what is not in the file yet")
    with pytest.raises(DiskFullError):
        Library.open(path)


def test_ctrl_c_ends_a_statement_that_would_go_on(path) -> None:
    seen: list[int] = []
    with Library.open(path) as library:
        # both are no code of Python's, in which a Ctrl-C would be raised as well
        library.connection.create_function("press", 0, _thread.interrupt_main)
        library.connection.create_function("done", 1, seen.append)
        with pytest.raises(KeyboardInterrupt), told(path):
            library.connection.execute(
                "WITH RECURSIVE q(n) AS (SELECT coalesce(press(), 1) UNION ALL"
                " SELECT n + 1 FROM q LIMIT 1000000) SELECT done(count(*)) FROM q"
            ).fetchall()
    assert not seen


def with_a_log(path: Path) -> bytes:
    """Let a program commit to the log and be killed; give the log."""
    program = (
        "import os, sys; from pathlib import Path; from reader.store import Library, Mode;"
        "library = Library.open(Path(sys.argv[1]), Mode.WRITE);"
        "library.tags.add('later', [row.id for row in library.articles.rows()]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, env=as_here())
    return path.with_name(path.name + "-wal").read_bytes()


def as_here() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(reader.__file__).parents[1])}


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_what_is_not_in_the_file_yet_is_not_left_out_silently(path, monkeypatch, end) -> None:
    log = with_a_log(path)
    assert log
    if end == "-journal":
        with Library.open(path, Mode.WRITE):
            pass
        path.with_name(path.name + end).write_bytes(log)
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    error = refused(path, Mode.READ, ReadOnlyError)
    assert (error.detail, error.facts) == ("unmerged", {"names": path.name + end})
    monkeypatch.undo()
    if end == "-wal":
        with Library.open(path) as library:
            assert [row.name for row in library.tags.list()] == ["later"]


def test_a_log_beside_what_a_link_leads_to_is_seen(path, tmp_path, monkeypatch) -> None:
    with_a_log(path)
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.db"
    link.symlink_to(path)
    monkeypatch.setattr(opening, "can_write", lambda _: False)
    assert refused(link, Mode.READ, ReadOnlyError).detail == "unmerged"


def test_what_was_written_while_it_was_read_without_locks_is_told(path, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opening, "can_write", lambda _: False)
        reading = Library.open(path)
    with reading:
        reading.refuse_changed()
        with Library.open(path, Mode.WRITE) as library:
            library.refuse_changed()
            take_in(library, "=丁\n戊")
            library.refuse_changed()
        for act in (
            reading.refuse_changed,
            lambda: reading.backups.copy_to(path.with_name("copy.db")),
            lambda: export(reading, format="jsonl", out=path.with_name("a.jsonl"), articles=None),
            lambda: export(reading, format="txt", out=path.with_name("folder"), articles=None),
        ):
            with pytest.raises(LibraryInUseError) as caught:
                act()
            assert caught.value.detail == "changed"
    assert [p.name for p in path.parent.iterdir()] == ["library.db"]


def spilling(path: Path, *statements: str) -> bytes:
    """Let a program change a library with a journal, and be killed; give the journal."""
    program = (
        "import os, sys, pysqlite3; c = pysqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode = DELETE'); c.execute('PRAGMA cache_size = 1');"
        "c.execute('BEGIN IMMEDIATE'); [c.execute(s) for s in sys.argv[2:]]; os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path), *statements], check=True)
    return path.with_name(path.name + "-journal").read_bytes()


CHANGES = (
    "UPDATE source SET text = replace(text, '乙', '丙') || hex(zeroblob(200000))",
    "DELETE FROM seal",
    "INSERT INTO tag (id, name) VALUES ('x', hex(zeroblob(200000)))",
)


@OLD_MODES
def test_a_journal_of_its_own_is_played_back(path, mode) -> None:
    assert spilling(path, *CHANGES)
    with Library.open(path, mode) as library:
        assert [row.title for row in library.articles.rows()] == ["=甲"]
        assert check(library).sound
        assert not path.with_name(path.name + "-journal").exists()


@OLD_MODES
def test_a_change_of_the_journals_kind_that_was_killed_is_mended(path, mode) -> None:
    whole = path.read_bytes()
    width = int.from_bytes(whole[16:18], "big")
    before = bytearray(whole[:width])
    before[18:20] = b"\1\1"  # as a copy is, which is then written ahead
    nonce = 7
    checked = sum(before[at] for at in range(width - 200, 0, -200)) + nonce
    head = bytes.fromhex("d9d505f920a163d7") + b"".join(
        number.to_bytes(4, "big") for number in (1, nonce, len(whole) // width, 512, width)
    )
    record = (1).to_bytes(4, "big") + bytes(before) + checked.to_bytes(4, "big")
    path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0") + record)
    with Library.open(path, mode) as library:
        assert check(library).sound
        assert pragma(library, "journal_mode") == ("delete" if mode is Mode.READ else "wal")
        assert not path.with_name(path.name + "-journal").exists()


def _of_another(path: Path, *changes: str) -> bytes:
    """Give what a program left that was killed while it changed another library."""
    other = path.parent / "away" / "other.db"
    other.parent.mkdir()
    with Library.open(other, Mode.CREATE) as library:
        take_in(library, "=别的\n正文")
        library.tags.add("甲", [row.id for row in library.articles.rows()])
    journal = spilling(other, *changes)
    shutil.rmtree(other.parent)
    return journal


def _of_its_past(path: Path, *changes: str) -> bytes:
    """Give what was left of the same library, some transactions ago."""
    old = path.with_name("old.db")
    shutil.copy(path, old)
    journal = spilling(old, *changes)
    old.unlink()
    old.with_name("old.db-journal").unlink()
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "=乙\n正文")
        for name in "甲乙":
            library.tags.add(name, [row.id for row in library.articles.rows()])
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "=丙\n正文")
    return journal


def _to_nothing(path: Path) -> bytes:
    """Give the journal of a library that was only being made: nothing is to be left."""
    head = (0, 7, 0, 512, int.from_bytes(path.read_bytes()[16:18], "big"))
    magic = bytes.fromhex("d9d505f920a163d7")
    return (magic + b"".join(number.to_bytes(4, "big") for number in head)).ljust(512, b"\0")


FOREIGN = {
    "of another library": lambda path: _of_another(path, *CHANGES),
    "with the first page of another": lambda path: _of_another(
        path, "PRAGMA user_version = 3", *CHANGES
    ),
    "of its own past": lambda path: _of_its_past(path, "PRAGMA user_version = 3", *CHANGES),
    "to nothing": _to_nothing,
    "no journal at all": lambda _: b"a letter\n" * 90,
}


@pytest.mark.parametrize("mode", [Mode.READ, Mode.CREATE])
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_journal_that_is_not_its_own_is_named_and_not_played_back(path, mode, kind) -> None:
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(FOREIGN[kind](path))
    before = journal.read_bytes()
    found = refused(path, mode, OutputError)
    assert (found.subject, found.detail) == (str(journal), "foreign_journal")
    assert journal.read_bytes() == before
    journal.unlink()
    with Library.open(path) as library:
        assert check(library).sound


@OLD_MODES
@pytest.mark.parametrize("left", [b"", b"\0" * 600])
def test_a_journal_of_which_sqlite_takes_no_notice_is_in_nobodys_way(path, mode, left) -> None:
    path.with_name(path.name + "-journal").write_bytes(left)
    Library.open(path, mode).close()


@OLD_MODES
@pytest.mark.parametrize("ends", [["-wal"], ["-shm"], ["-wal", "-shm"]])
def test_empty_side_files_as_a_full_disk_leaves_them_are_swept_at_the_next_close(
    path, mode, ends
) -> None:
    for end in ends:
        path.with_name(path.name + end).touch()
    Library.open(path, mode).close()
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(path.name)] == [
        path.name
    ]


def _special(path: Path, end: str, kind: str) -> Path:
    """Make something that is no file of SQLite's where it would keep one."""
    name = path.with_name(path.name + end)
    if kind == "fifo":
        os.mkfifo(name)
    elif kind == "folder":
        name.mkdir()
    else:
        name.symlink_to(path if kind == "link" else "nowhere")
    return name


@ANY_MODE
@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["fifo", "folder", "link", "dangling"])
def test_what_is_no_file_beside_a_library_is_named(path, mode, end, kind) -> None:
    name = _special(path, end, kind)
    error = refused(path, mode, OutputError)
    assert (error.subject, error.detail) == (str(name), "beside")


RESTORE = """
import sys
from pathlib import Path
from reader.errors import OutputError
from reader.store.restoring import restore
try:
    restore(Path(sys.argv[1]), Path(sys.argv[2]))
except OutputError as error:
    print(error.subject, error.detail)
"""


@pytest.mark.parametrize("there", ["library", "nothing"])
@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["fifo", "folder", "link", "dangling"])
def test_a_restore_beside_what_is_no_file_waits_for_nothing(
    path, tmp_path, there, end, kind
) -> None:
    """It waited without end for somebody to write into a FIFO; in a program of its own, so."""
    target = tmp_path / "there.db"
    if there == "library":
        Library.open(target, Mode.CREATE).close()
    name = _special(target, end, kind)
    before = sorted(tmp_path.iterdir())
    run = subprocess.run(
        [sys.executable, "-c", RESTORE, path, target],
        capture_output=True, timeout=20, check=True, text=True,
    )  # fmt: skip
    assert run.stdout == f"{name} beside\n"
    assert sorted(tmp_path.iterdir()) == before


@ANY_MODE
@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_a_library_where_sqlite_keeps_its_own_files_stays(path, mode, end) -> None:
    """It was taken away when the library beside it was closed."""
    Library.open(path, Mode.CREATE).close()
    other = path.with_name(path.name + end)
    shutil.copy(path, other)
    before = other.read_bytes()
    error = refused(path, mode, OutputError)
    assert (error.subject, error.detail) == (str(other), "beside")
    with pytest.raises(OutputError):
        restore(other, path)
    path.unlink()
    with pytest.raises(OutputError):
        restore(other, path)
    assert other.read_bytes() == before
    Library.open(other).close()  # by its own name it is read


@pytest.mark.parametrize("name", ["x.db-wal", "x-SHM", "x-journal"])
def test_no_library_is_made_under_a_name_of_sqlites(path, tmp_path, name) -> None:
    Library.open(path, Mode.CREATE).close()
    target = tmp_path / name
    error = refused(target, Mode.CREATE, OutputError)
    assert (error.subject, error.detail) == (str(target), "side_name")
    with pytest.raises(OutputError, match="side_name"):
        restore(path, target)
    with Library.open(path) as library, pytest.raises(OutputError, match="side_name"):
        library.backups.copy_to(target)
    assert not target.exists()


def _of_length(path: Path, length: int) -> Path:
    """Name a file beside `path` by so many bytes, of which most are of Chinese characters."""
    name = "库" * ((length - 3) // 3)
    return path.with_name(name + "x" * (length - 3 - len(os.fsencode(name))) + ".db")


@pytest.mark.parametrize("length", [248, 255])
def test_a_library_whose_name_is_too_long_is_not_made(tmp_path, length) -> None:
    long = _of_length(tmp_path / "x", length)
    assert refused(long, Mode.CREATE, OutputError).detail == "long_name"


def test_a_library_whose_name_is_just_short_enough(tmp_path) -> None:
    path = _of_length(tmp_path / "x", 247)
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "=甲\n乙丙")
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).sound


@pytest.mark.parametrize("length", [248, 255])
def test_a_library_that_was_given_too_long_a_name_is_read(path, length) -> None:
    long = path.rename(_of_length(path, length))
    for mode in (Mode.WRITE, Mode.CREATE):
        assert refused(long, mode, ReadOnlyError).detail == "long_name"
    with Library.open(long) as library:
        assert check(library).sound


def test_a_library_with_two_names_is_read_and_not_written(path) -> None:
    second = path.with_name("second.db")
    os.link(path, second)
    for name in (path, second):
        for mode in (Mode.WRITE, Mode.CREATE):
            assert refused(name, mode, ReadOnlyError).detail == "links"
        with Library.open(name) as library:
            assert check(library).sound
    second.unlink()
    with Library.open(path, Mode.WRITE) as library:
        take_in(library, "丁")
