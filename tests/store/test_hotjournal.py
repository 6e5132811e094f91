"""Journals of each form: which of them fit a library, and which are refused."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pysqlite3
import pytest
from drafting import take_in

import reader
from reader.errors import NoLibraryError, OutputError
from reader.store import Library, Mode, hotjournal, restoring, schema
from reader.store.check import check

PAGE, SECTOR, NONCE = 4096, 512, 7
MAGIC = bytes.fromhex("d9d505f920a163d7")
UNKNOWN = 0xFFFFFFFF


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=甲\n乙丙")
    return path


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def header(count: int, pages: int, *, sector: int = SECTOR, width: int = PAGE) -> bytes:
    numbers = b"".join(n.to_bytes(4, "big") for n in (count, NONCE, pages, sector, width))
    return (MAGIC + numbers).ljust(min(sector, 1 << 17), b"\0")


def record(number: int, page: bytes) -> bytes:
    added = NONCE + sum(page[at] for at in range(PAGE - 200, 0, -200))
    return number.to_bytes(4, "big") + page + (added & 0xFFFFFFFF).to_bytes(4, "big")


def pages(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def with_numbers(page: bytes, **numbers: int) -> bytes:
    """Change numbers of a first page: counter, size, cookie, application."""
    places = {"counter": 24, "size": 28, "cookie": 40, "application": 68}
    changed = bytearray(page)
    for name, add in numbers.items():
        at = places[name]
        now = int.from_bytes(changed[at : at + 4], "big")
        changed[at : at + 4] = (now + add).to_bytes(4, "big")
    return bytes(changed)


def padded(segment: bytes) -> bytes:
    return segment.ljust(-(-len(segment) // SECTOR) * SECTOR, b"\0")


def is_played_back(path: Path, journal: bytes) -> bool:
    """Tell whether it is let through; then SQLite must find the library sound with it."""
    journal_of(path).write_bytes(journal)
    before = path.read_bytes()
    try:
        library = Library.open(path)
    except OutputError as error:
        found = error
    else:
        with library:
            assert check(library).sound
        assert not journal_of(path).exists()
        return True
    assert (found.subject, found.detail) == (str(journal_of(path)), "foreign_journal")
    assert (path.read_bytes(), journal_of(path).read_bytes()) == (before, journal)
    return False


def test_one_that_ends_before_any_page_fits_by_the_size(path) -> None:
    many = len(pages(path))
    assert is_played_back(path, header(UNKNOWN, many))
    assert not is_played_back(path, header(UNKNOWN, many - 1))


@pytest.mark.parametrize("count", [0, UNKNOWN, 2])
def test_the_first_page_is_found_behind_others(path, count) -> None:
    held = pages(path)
    behind = record(3, held[2]) + record(1, held[0])
    assert is_played_back(path, header(count, len(held)) + behind)
    foreign = record(3, held[2]) + record(1, with_numbers(held[0], application=1))
    assert not is_played_back(path, header(count, len(held)) + foreign)


def test_the_first_page_is_found_in_a_later_part(path) -> None:
    held = pages(path)
    head, first = header(1, len(held)), record(3, held[2])
    later = head + record(1, held[0])
    assert is_played_back(path, padded(head + first) + later)
    older = with_numbers(held[0], counter=-2)
    assert not is_played_back(path, padded(head + first) + head + record(1, older))


@pytest.mark.parametrize("end", [b"", b"a letter" * 9, MAGIC])
def test_where_the_first_page_is_not_held_size_and_kind_tell(path, end) -> None:
    held = pages(path)
    journal = padded(header(1, len(held)) + record(3, held[2])) + end
    assert not is_played_back(path, journal)  # one that is written ahead changes its first page
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    assert is_played_back(path, journal)
    shorter = padded(header(1, len(held) - 1) + record(3, held[2])) + end
    assert not is_played_back(path, shorter)


def test_one_of_the_last_transaction_fits_and_an_older_or_a_later_one_does_not(path) -> None:
    first, many = pages(path)[0], len(pages(path))
    for counter, cookie in ((0, 0), (-1, 0), (-1, -1)):
        page = with_numbers(first, counter=counter, cookie=cookie)
        journal_of(path).write_bytes(header(1, many) + record(1, page))
        hotjournal.refuse_foreign(path, journal_of(path))
    for counter, cookie in ((-2, 0), (1, 0), (-1, -2), (0, -1)):
        page = with_numbers(first, counter=counter, cookie=cookie)
        assert not is_played_back(path, header(1, many) + record(1, page))


@pytest.mark.parametrize(
    "journal",
    [
        header(1, 9, width=256),
        header(1, 9, width=1 << 17),
        header(1, 9, width=PAGE + 1),
        header(1, 9, sector=16).ljust(60, b"\0"),
        header(1, 9, sector=1 << 17),
        header(1, 9)[:20],
        header(1, 9, width=1024) + bytes(1024),
    ],
)
def test_what_has_the_form_of_no_journal_of_ours_is_refused(path, journal) -> None:
    assert not is_played_back(path, journal)


def test_beside_an_empty_file_only_one_that_leaves_nothing_fits(tmp_path) -> None:
    path = tmp_path / "library.db"
    for many, fits in ((0, True), (3, False)):
        path.write_bytes(b"")
        journal_of(path).write_bytes(header(UNKNOWN, many))
        if fits:
            Library.open(path, Mode.CREATE).close()
        else:
            with pytest.raises(OutputError):
                Library.open(path, Mode.CREATE)


def test_a_library_that_was_just_being_made_goes_back_to_nothing(tmp_path) -> None:
    path = tmp_path / "library.db"
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute("CREATE TABLE one (a)")
    connection.close()
    first = pages(path)[0]
    for counter, fits in ((1, True), (2, False)):
        now = int.from_bytes(first[24:28], "big")
        path.write_bytes(with_numbers(first, counter=counter - now) + b"".join(pages(path)[1:]))
        journal_of(path).write_bytes(header(UNKNOWN, 0))
        try:
            hotjournal.refuse_foreign(path, journal_of(path))
        except OutputError:
            assert not fits
        else:
            assert fits


def test_a_journal_that_cannot_be_read_is_left_to_sqlite(path) -> None:
    hotjournal.refuse_foreign(path, journal_of(path))
    assert not hotjournal.is_hot(journal_of(path))


@pytest.mark.parametrize("width", [1024, 8192])
@pytest.mark.parametrize(("counter", "fits"), [(1, True), (2, False), (0, False)])
def test_a_restore_of_pages_of_another_size_that_was_killed(path, width, counter, fits) -> None:
    """Written over whole, and killed before its journal went: the old library comes back."""
    before = pages(path)
    with closing(pysqlite3.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {width}")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")
    whole = path.read_bytes()
    assert int.from_bytes(whole[16:18], "big") == width
    first = bytearray(whole[:100])
    for at, more in ((24, counter), (40, 1)):  # as the transaction that writes it counts
        first[at : at + 4] = (int.from_bytes(before[0][at : at + 4], "big") + more).to_bytes(
            4, "big"
        )
    path.write_bytes(bytes(first) + whole[100:])
    held = b"".join(record(at, page) for at, page in enumerate(before, 1))
    assert is_played_back(path, header(len(before), len(before)) + held) is fits
    if fits:
        with Library.open(path) as library:
            assert [row.title for row in library.articles.rows()] == ["=甲"]
        assert int.from_bytes(path.read_bytes()[16:18], "big") == PAGE


RESTORE = """
import sys
from pathlib import Path
from bench.windowwrites import Writes
from reader import places
from reader.store import restoring
backup, library, shelf = map(Path, sys.argv[1:4])
places.backups_folder = lambda: shelf
writes = Writes(library, int(sys.argv[4]))
restoring.restore(backup, library)
print(*writes.done, sep="\\n")
"""


def restored(backup: Path, path: Path, last: int = 0) -> list[str]:
    """Restore in another program, which dies just before the call of the number `last`.

    Give the calls, in their order; none where it died.
    """
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", RESTORE, backup, path, path.parent / "shelf", str(last)],
        env=os.environ | {"PYTHONPATH": f"{Path(reader.__file__).parents[1]}{os.pathsep}{tests}"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == (-signal.SIGKILL if last else 0), done.stderr
    return [] if last else done.stdout.decode().splitlines()


@pytest.mark.parametrize("width", [1024, 16384])
def test_a_restore_of_pages_of_another_size_is_killed(path, tmp_path, width) -> None:
    """Between its first page and the end of its journal, where nothing but that has the old one.

    Calls of SQLite are counted as Linux names them.
    """
    backup = tmp_path / "backup.db"
    with Library.open(path, Mode.WRITE) as library:
        library.backups.copy_to(backup)
        take_in(library, "=丁\n戊", name="more")
    with closing(pysqlite3.connect(str(backup), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {width}")
        connection.execute("VACUUM")
    old = tmp_path / "old.db"
    shutil.copy(path, old)
    calls = restored(backup, path)
    pours = [n for n, call in enumerate(calls, 1) if call == "library.db:pwrite"]
    *ends, zeroed, taken = [n for n, call in enumerate(calls, 1) if "-journal:" in call]
    assert zeroed > pours[-1]  # then it is done, and the journal goes
    for last in (*ends[:4], (pours[-1] + pours[-20]) // 2, pours[-1], zeroed, taken):
        shutil.rmtree(tmp_path / "shelf", ignore_errors=True)  # so that the calls are the same
        shutil.copy(old, path)
        restored(backup, path, last)
        assert hotjournal.is_hot(journal_of(path)) == (pours[-20] < last < taken)
        with Library.open(path, Mode.WRITE) as library:
            titles = [row.title for row in library.articles.rows()]
            assert titles == ["=甲", "=丁"][: 1 if last == taken else 2]
            assert check(library).sound
        assert {file.name for file in tmp_path.iterdir()} - {"shelf"} == {
            "library.db", "backup.db", "old.db",
        }  # fmt: skip


def test_a_library_that_was_killed_while_it_was_made_is_none_and_can_be_made(tmp_path) -> None:
    path = tmp_path / "library.db"
    Library.open(path, Mode.CREATE, actor="me").close()
    half = bytearray(path.read_bytes())
    half[18:20] = b"\1\1"  # its log comes later
    half[24:28] = (1).to_bytes(4, "big")  # the first transaction
    for mode in (Mode.READ, Mode.WRITE, Mode.CREATE):
        path.write_bytes(bytes(half))
        journal_of(path).write_bytes(header(UNKNOWN, 0))
        if mode is Mode.CREATE:
            with Library.open(path, mode, actor="me") as library:
                assert check(library).sound
        else:
            with pytest.raises(NoLibraryError) as told:
                Library.open(path, mode)
            assert (told.value.detail, path.stat().st_size) == ("empty", 0)
    backup = tmp_path / "backup.db"
    with Library.open(path, Mode.WRITE) as library:
        library.backups.copy_to(backup)
    path.write_bytes(bytes(half))
    journal_of(path).write_bytes(header(UNKNOWN, 0))
    restoring.restore(backup, path)
    with Library.open(path) as library:
        assert check(library).sound


@pytest.mark.parametrize("left", [b"", bytes(12), bytes(12) + b"numbers" * 80])
def test_a_journal_that_was_just_being_made_is_swept(path, left) -> None:
    journal_of(path).write_bytes(left)
    with Library.open(path):
        pass
    assert journal_of(path).read_bytes() == left
    with Library.open(path, Mode.WRITE) as library:
        assert [row.title for row in library.articles.rows()] == ["=甲"]
    assert not journal_of(path).exists()


def test_what_is_no_beginning_of_a_journal_is_left(path) -> None:
    journal_of(path).write_bytes(b"\0" * 11 + b"!")
    with Library.open(path, Mode.WRITE):
        pass
    assert journal_of(path).exists()
