"""Every fault that check can name is planted with plain SQL, and named; a sound library is."""

from __future__ import annotations

import hashlib
import random
import shutil
from contextlib import suppress
from pathlib import Path

import pysqlite3
import pytest
from drafting import draft, take_in
from hypothesis import given
from hypothesis import strategies as st
from planting import FIRST, SECOND, make, plant

from reader.drafts import PageIn, RawFile, RawPage
from reader.errors import JiaokanError, LibraryInUseError
from reader.model import IssueFacts, Kind
from reader.store import Library, Mode, schema
from reader.store.check import CODES, Fault, check
from reader.store.check_derived import Sources
from reader.store.check_file import check_sqlite
from reader.store.check_ledger import tiling
from reader.store.findings import KEPT_OF_A_CODE, Findings, Grouped


@pytest.fixture(scope="module")
def sound_path(tmp_path_factory) -> Path:
    return make(tmp_path_factory.mktemp("sound") / "library.db")


@pytest.fixture
def path(sound_path, tmp_path) -> Path:
    return Path(shutil.copy(sound_path, tmp_path / "library.db"))


def look(path: Path):
    """Check a library as a reader does."""
    with Library.open(path, Mode.READ) as library:
        return check(library)


def codes(report) -> set[str]:
    return {fault.code for fault in report.faults}


def test_a_library_after_many_verbs_is_sound(sound_path) -> None:
    report = look(sound_path)
    assert report.faults == ()
    assert report.sound
    assert report.pending == 1
    assert report.counts["files"] == report.counts["pages"] == 3
    assert report.counts["characters"] > len(FIRST + SECOND)
    assert report.counts["articles"] == 5
    assert {"pieces", "seams", "blocks", "sources", "images", "wishes"} <= set(report.counts)
    assert report.versions["schema"] == str(schema.VERSION)
    assert report.versions["sqlite"] == pysqlite3.sqlite_version
    assert set(report.versions) == {"sqlite", "schema", "program"}


def test_check_writes_nothing(path) -> None:
    before = path.read_bytes()
    with Library.open(path, Mode.READ) as library:
        changes = library.connection.total_changes
        check(library)
        assert library.connection.total_changes == changes
        assert not library.connection.in_transaction
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["library.db"]


def test_a_library_open_for_writing_and_one_in_a_transaction_are_checked(path) -> None:
    with Library.open(path, Mode.WRITE) as library:
        assert check(library).sound
        with library.transaction():
            assert check(library).sound
            assert library.connection.in_transaction


PIECE = "(source, start) = (SELECT source, start FROM piece WHERE source = 1"
P1 = f"{PIECE} AND start = 0)"
TYPED = "(SELECT min(key) FROM source WHERE kind = 'typed')"
RUN = "(source, start, end) = (SELECT source, start, end FROM seam WHERE source = 1"
HEAD = "(SELECT head FROM library)"

COUNTER = "UPDATE sqlite_sequence SET seq = {} WHERE name = 'tag'"

FAULTS: list[tuple[str, set[str], tuple[str, ...]]] = [
    # --- the file -------------------------------------------------------------------------
    ("table", {"schema"}, ("CREATE TABLE mine (a)",)),
    ("view", {"schema"}, ("CREATE VIEW mine AS SELECT 1",)),
    ("trigger", {"schema"}, ("CREATE TRIGGER mine AFTER DELETE ON tag BEGIN SELECT 1; END",)),
    ("index", {"schema"}, ("CREATE INDEX mine ON tag(name)",)),
    ("missing_index", {"schema"}, ("DROP INDEX piece_struck",)),
    ("missing_table", {"schema", "sqlite", "unchecked"}, ("DROP TABLE tally",)),
    ("column", {"schema"}, ("ALTER TABLE tag ADD COLUMN mine TEXT",)),
    ("no_identity", {"identity"}, ("DELETE FROM library",)),
    ("reference", {"reference"}, ("INSERT INTO probe VALUES (1, 77)",)),
    ("constraint", {"integrity"}, ("UPDATE library SET key = 2",)),
    ("type", {"type", "unchecked"}, ("UPDATE article SET place = 'first' WHERE key = 1",)),
    ("blob", {"type", "unchecked"}, ("UPDATE source SET text = x'00ff' WHERE key = 1",)),
    ("word", {"word", "unchecked"}, ("UPDATE block SET kind = 'poem' WHERE key = 1",)),
    ("status", {"word", "unchecked"}, ("UPDATE article SET status = 'good' WHERE key = 1",)),
    (
        "reads",
        {"word", "unchecked", "integrity"},
        (f"UPDATE seam SET reads = 'stop' WHERE {RUN} LIMIT 1)",),
    ),
    (
        "utf8",
        {"not_utf8", "sqlite"},
        ("UPDATE source SET text = CAST(x'e4b8ff' AS TEXT) WHERE key = 1",),
    ),
    # --- the ledger -----------------------------------------------------------------------
    ("file_hash", {"file_hash"}, (f"UPDATE file SET sha256 = '{'0' * 64}' WHERE key = 1",)),
    ("file_size", {"file_hash"}, ("UPDATE file SET size = size + 1 WHERE key = 2",)),
    ("encoding", {"file_encoding"}, ("UPDATE file SET encoding = 'ascii' WHERE key = 1",)),
    ("no_encoding", {"file_encoding"}, ("UPDATE file SET encoding = 'klingon' WHERE key = 1",)),
    ("file_parts", {"file_parts"}, ("UPDATE source SET part = 1 WHERE key = 1",)),
    (
        "page_text",
        {"file_hash", "index_characters"},
        ("UPDATE source SET text = replace(text, '丁', '彳') WHERE key = 1",),
    ),
    (
        "hole",
        {"block_empty", "hole", "index_characters", "index_size", "reading", "tally"},
        ("DELETE FROM piece WHERE source = 2 AND start = 0",),
    ),
    (
        "overlap",
        {"journal_row", "overlap"},
        ("UPDATE piece SET end = end + 1 WHERE source = 1 AND struck IS NOT NULL",),
    ),
    (
        "beyond",
        {"beyond", "journal_row", "para_inside", "seam_no_cut"},
        (
            f"UPDATE piece SET end = end + 1 WHERE source = {TYPED}",
            f"INSERT INTO seam (source, start, end, reads) VALUES ({TYPED}, 0, 0, 'join')",
        ),
    ),
    (
        "typed_run",
        {"index_characters", "seam_no_run"},
        (f"INSERT INTO seam (source, start, end, reads) VALUES ({TYPED}, 0, 1, 'space')",),
    ),
    (
        "cut_in_run",
        {"cut_in_run", "index_characters", "index_size", "reading", "tally"},
        (
            "INSERT INTO piece SELECT 1, 1, end, block, place + 1, struck FROM piece"
            " WHERE source = 1 AND start = 0",
            f"UPDATE piece SET end = 1 WHERE {P1}",
        ),
    ),
    (
        "seam_missing",
        {"seam_missing", "reading", "tally"},
        (f"DELETE FROM seam WHERE {RUN} AND reads = 'join')",),
    ),
    (
        "seam_short",
        {"index_characters", "index_size", "reading", "seam_missing", "seam_no_run", "tally"},
        (f"UPDATE seam SET end = 1 WHERE {RUN} AND start = 0)",),
    ),
    (
        "seam_text",
        {"index_characters", "index_size", "reading", "seam_no_run", "tally"},
        ("INSERT INTO seam (source, start, end, reads) VALUES (2, 1, 2, 'join')",),
    ),
    (
        "seam_point",
        {"seam_no_cut"},
        ("INSERT INTO seam (source, start, end, reads) VALUES (2, 2, 2, 'join')",),
    ),
    # --- what blocks are made of ----------------------------------------------------------
    (
        "para_inside",
        {"para_inside"},
        (f"UPDATE seam SET reads = 'para' WHERE {RUN} AND reads = 'join')",),
    ),
    (
        "border",
        {"border"},
        ("UPDATE seam SET reads = 'join' WHERE source = 2 AND start = 3",),
    ),
    (
        "border_blank",
        {"border", "seam_missing", "reading", "tally"},
        ("DELETE FROM seam WHERE source = 2 AND start = 3",),
    ),
    (
        "block_empty",
        {"block_empty"},
        (
            "INSERT INTO block (key, id, kind, page, place) VALUES (99, 'b99', 'furniture', 1, -9)",
            "INSERT INTO reading (block, characters) VALUES (99, 0)",
        ),
    ),
    (
        "reading",
        {"reading"},
        ("UPDATE reading SET characters = characters + 1 WHERE block = 2",),
    ),
    (
        "reading_missing",
        {"index_characters", "index_orphan", "reading_missing"},
        ("DELETE FROM reading WHERE block = 2",),
    ),
    ("tally", {"tally"}, ("UPDATE tally SET doubts = 5 WHERE article = 1",)),
    ("tally_missing", {"tally_missing"}, ("DELETE FROM tally WHERE article = 2",)),
    (
        "lost_source",
        {"hole", "index_characters", "reference", "tally"},
        ("UPDATE piece SET source = 999 WHERE source = 2 AND start = 0",),
    ),
    ("flag", {"word", "unchecked"}, ("UPDATE issue SET present = 2 WHERE key = 1",)),
    ("wish_empty", {"wish_empty"}, ("DELETE FROM image WHERE wish = 1",)),
    ("wish_detail", {"wish_detail"}, ("UPDATE wish SET detail = '{' WHERE key = 1",)),
    # --- the index ------------------------------------------------------------------------
    (
        "index_missing",
        {"index_characters", "index_missing", "index_orphan"},
        ("UPDATE reading SET entry = NULL WHERE block = 2",),
    ),
    (
        "index_head",
        {"index_missing"},
        ("DELETE FROM received WHERE rowid = (SELECT indexed FROM page WHERE key = 1)",),
    ),
    (
        "index_row",
        {"index_missing"},
        ("DELETE FROM found WHERE rowid = (SELECT entry FROM reading WHERE block = 2)",),
    ),
    (
        "index_stray",
        {"index_order", "index_stray"},
        ("UPDATE reading SET entry = 7 WHERE block = (SELECT max(key) FROM block)",),
    ),
    ("index_orphan", {"index_orphan"}, ("INSERT INTO received (rowid, text) VALUES (7, 'x')",)),
    ("index_order", {"index_order"}, ("UPDATE issue SET date = '1999' WHERE key = 2",)),
    (
        "index_size",
        {"index_size", "index_characters"},
        ("REPLACE INTO found (rowid, text) SELECT entry, '甲' FROM reading WHERE block = 2",),
    ),
    (
        "index_text",
        {"index_characters"},
        (
            "REPLACE INTO found (rowid, text)"
            " SELECT entry, 'x3d 乙 乙 丙' FROM reading WHERE block = 2",
        ),
    ),
    (
        "index_pair",
        {"index_characters"},
        (
            "REPLACE INTO found (rowid, text)"
            " SELECT entry, '的一 x3d 甲 乙' FROM reading WHERE block = 2",
        ),
    ),
    (
        "index_bare",
        {"index_size"},
        (
            "UPDATE found_docsize SET sz = 1.5"
            " WHERE id = (SELECT entry FROM reading WHERE block = 2)",
        ),
    ),
    # --- order ----------------------------------------------------------------------------
    (
        "article_empty",
        {"article_empty"},
        (
            "INSERT INTO article (key, id, page, place) VALUES (0, 'a0', 1, 7)",
            "INSERT INTO tally VALUES (0, 0, 0, '', 1)",
        ),
    ),
    (
        "block_owner",
        {"block_owner", "tally"},
        ("UPDATE block SET kind = 'furniture' WHERE kind = 'title'",),
    ),
    (
        "head_order",
        {"head_order", "index_order"},
        ("UPDATE block SET place = 1 << 40 WHERE article = 2 AND kind = 'title'",),
    ),
    (
        "section",
        {"section"},
        ("UPDATE article SET section = (SELECT min(key) FROM block) WHERE key = 1",),
    ),
    (
        "place",
        {"index_order", "journal_row", "place"},
        ("UPDATE article SET place = 1 WHERE page = 1",),
    ),
    ("block_place", {"journal_row", "place"}, ("UPDATE block SET place = 1 WHERE article = 2",)),
    ("page_source", {"page_source"}, ("UPDATE page SET source = 2 WHERE key = 1",)),
    ("no_source", {"page_source"}, ("UPDATE page SET source = NULL WHERE key = 2",)),
    (
        "source_owner",
        {"journal_row", "source_owner"},
        (f"UPDATE source SET correction = NULL WHERE key = {TYPED}",),
    ),
    ("date", {"date"}, ("UPDATE issue SET date = '14.4.2025' WHERE key = 1",)),
    ("phrase_span", {"journal_row", "phrase_span"}, ("UPDATE phrase_span SET end = 999",)),
    ("phrase_empty", {"journal_row", "phrase_empty"}, ("DELETE FROM phrase_span",)),
    # --- the journal ----------------------------------------------------------------------
    ("head", {"journal_head", "reference"}, ("UPDATE library SET head = 999",)),
    ("head_root", {"journal_undone"}, ("UPDATE library SET head = NULL",)),
    ("self", {"journal_tree"}, (f"UPDATE wish SET parent = key WHERE key = {HEAD}",)),
    ("circle", {"journal_tree"}, (f"UPDATE wish SET parent = {HEAD} WHERE parent IS NULL",)),
    (
        "image_table",
        {"image_table"},
        (
            "UPDATE image SET tab = 'sqlite_master'"
            " WHERE wish = (SELECT max(wish) FROM image) AND seq = 1",
        ),
    ),
    (
        "image_text",
        {"image"},
        ("UPDATE image SET after = '{' WHERE wish = (SELECT max(wish) FROM image)",),
    ),
    (
        "image_deep",
        {"image"},
        ("UPDATE image SET after = printf('%.*c', 100000, '[') WHERE wish = 3",),
    ),
    ("image_list", {"image"}, ("UPDATE image SET after = '[1]' WHERE wish = 3",)),
    (
        "image_column",
        {"image"},
        ("""UPDATE image SET after = '{"key":1,"a b":2}' WHERE wish = 3""",),
    ),
    ("image_value", {"image"}, ("""UPDATE image SET after = '{"source":[]}' WHERE wish = 3""",)),
    ("image_key", {"image"}, ("""UPDATE image SET after = '{"reads":"join"}' WHERE wish = 3""",)),
    ("image_none", {"image"}, ("UPDATE image SET before = NULL, after = NULL WHERE wish = 3",)),
    (
        "chain",
        {"journal_chain"},
        (
            "UPDATE image SET before = json_set(before, '$.status', 'disputed')"
            " WHERE tab = 'article' AND seq = 1"
            " AND wish = (SELECT max(key) FROM wish WHERE verb = 'status')",
        ),
    ),
    ("row", {"journal_row"}, ("UPDATE article SET status = 'disputed' WHERE key = 2",)),
    ("tag", {"journal_row"}, ("UPDATE tag SET name = '别的'",)),
    ("counter_end", {"counter"}, (COUNTER.format(f"{(1 << 63) - 1}"),)),
    ("counter_below", {"counter"}, (COUNTER.format("0"),)),
    ("counter_text", {"counter"}, (COUNTER.format("x'ff'"),)),
    ("letter", {"seal"}, ("UPDATE issue SET title = '辰报' WHERE title = '晨报'",)),
]


@pytest.mark.parametrize(
    ("expected", "statements"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_each_fault_is_named(path, expected, statements) -> None:
    plant(path, *statements)
    report = look(path)
    assert codes(report) | {"seal"} == expected | {"seal"}  # that rows changed is told as well
    assert ("seal" in codes(report)) >= ("seal" in expected)
    assert not report.sound
    for fault in report.faults:
        assert fault.where
        assert tuple(fault.facts) == CODES[fault.code]


def test_each_code_is_planted() -> None:
    planted = set().union(*(expected for _, expected, _ in FAULTS))
    assert planted == set(CODES) - {
        "more",
        "index_lookup",
        "stumbled",
        "write_form",
    }  # which have tests of their own


def test_faults_say_where_and_what(path) -> None:
    plant(
        path,
        "DELETE FROM piece WHERE source = 2 AND start = 0",
        "UPDATE reading SET characters = 99 WHERE block = 2",
        "CREATE VIEW mine AS SELECT 1",
    )
    faults = look(path).faults
    with Library.open(path, Mode.READ) as library:
        execute = library.connection.execute
        source = execute("SELECT id FROM source WHERE key = 2").fetchone()[0]
        block = execute("SELECT id FROM block WHERE key = 2").fetchone()[0]
    assert Fault("schema", "view mine", {"fault": "foreign"}) in faults
    assert Fault("hole", f"source {source}", {"start": 0, "end": 4}) in faults
    assert Fault("reading", f"block {block}", {"stored": 99, "counted": 4}) in faults


def test_the_words_of_a_text_that_is_no_utf8_are_not_needed_to_name_it(path) -> None:
    plant(path, "UPDATE tally SET title = CAST(x'e4b8adff' AS TEXT) WHERE article = 1")
    faults = look(path).faults
    assert Fault("not_utf8", "tally.title", {"row": "1", "at": 3}) in faults


def test_an_index_in_which_nothing_is_found(tmp_path) -> None:
    """What leads to the pages of an index is lost: its rows are all there, and in vain."""
    path = tmp_path / "library.db"
    with Library.open(path, Mode.CREATE) as library:
        take_in(library, "".join(map(chr, range(0x4E00, 0x5E00))))
        library.index.catch_up()
        assert check(library).faults == ()
    plant(path, "UPDATE found_idx SET segid = segid + 99")
    assert "index_lookup" in codes(look(path))


# --- damage below SQL ---------------------------------------------------------------------


def pages_of(path: Path) -> int:
    return path.stat().st_size // 4096


def verdict(path: Path) -> set[str]:
    """Give the codes of the faults, or that of the error when it cannot even be opened."""
    try:
        return codes(look(path))
    except JiaokanError as error:
        return {error.code}


def harm(path: Path, page: int, fill: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(fill)


@pytest.mark.parametrize(
    "fill", [b"\0" * 4096, b"\xa5" * 4096, b"\x0d\x00\x00\x00\x7f\x10\x00\x00"]
)
def test_a_damaged_page_is_a_fault_and_no_traceback(sound_path, tmp_path, fill) -> None:
    unsound = 0
    for page in range(pages_of(sound_path)):
        path = Path(shutil.copy(sound_path, tmp_path / f"{page}.db"))
        harm(path, page, fill)
        unsound += bool(verdict(path))
    assert unsound > pages_of(sound_path) * 0.5


def test_a_truncated_library_is_told(path) -> None:
    with path.open("r+b") as file:
        file.truncate(20 * 4096)
    assert verdict(path) & {"sqlite", "integrity", "damaged library"}


# --- the parts ----------------------------------------------------------------------------


def test_cancel_by_the_report(path) -> None:
    steps = []

    def report(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 5:
            raise KeyboardInterrupt

    with Library.open(path, Mode.READ) as library:
        with pytest.raises(KeyboardInterrupt):
            check(library, report)
        assert not library.connection.in_transaction
        steps.clear()
        check(library, lambda done, total: steps.append((done, total)))
        assert steps[-1][0] == steps[-1][1] == len(steps)


def test_a_locked_library_is_in_use_not_at_fault() -> None:
    findings = Findings()
    busy = pysqlite3.OperationalError("database is locked")
    busy.sqlite_errorname = "SQLITE_BUSY"
    with pytest.raises(LibraryInUseError), findings.part("any"):
        raise busy
    assert findings.faults() == ()


def test_of_many_faults_of_a_code_the_rest_is_counted() -> None:
    findings = Findings()
    for number in range(KEPT_OF_A_CODE + 3):
        findings.add("hole", f"source {number}")
    faults = findings.faults()
    assert len(faults) == KEPT_OF_A_CODE + 1
    assert faults[-1] == Fault("more", "hole", {"count": 3})


def test_grouped_rows_come_by_rising_keys() -> None:
    rows = Grouped([(1, "a"), (1, "b"), (3, "c"), (4, "d")])
    assert rows.of(1) == [(1, "a"), (1, "b")]
    assert rows.of(2) == []
    assert rows.of(4) == [(4, "d")]
    assert rows.of(9) == []


SPANS = st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4)), max_size=6)


@given(SPANS, st.integers(0, 10))
def test_tiling_finds_every_hole_and_overlap(drawn, length) -> None:
    spans = sorted({low: (low, low + size) for low, size in drawn}.values())
    depth = [0] * 20
    for low, high in spans:
        for at in range(low, high):
            depth[at] += 1
    found = list(tiling(spans, length))
    holes = {at for tile in found if tile.code == "hole" for at in range(tile.start, tile.end)}
    overlaps = {at for t in found if t.code == "overlap" for at in range(t.start, t.end)}
    end = max([high for _, high in spans], default=0)
    assert holes == {at for at in range(max(length, end)) if depth[at] == 0}
    assert overlaps == {at for at in range(20) if depth[at] > 1}
    assert any(tile.code == "beyond" for tile in found) == (end > length)


def test_files_of_several_pages_and_files_kept_as_bytes(tmp_path) -> None:
    data = "甲乙\n\x0c丙丁\n".encode("utf-16")
    pages = (RawPage("甲乙\n\x0c"), RawPage("丙丁\n", 1, 2))
    kept = b"\xef\xbb\xbf" + "\u4e2d".encode()
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        for name, raw, parts, stored in (
            ("two", data, pages, None),
            ("bom", kept, (RawPage("\u4e2d"),), kept),
        ):
            file = RawFile(name, hashlib.sha256(raw).hexdigest(), len(raw), "utf-16", parts, stored)
            library.issues.add(file, [PageIn(draft(p.text), IssueFacts()) for p in parts])
        assert check(library).faults == ()
        assert check(library).counts["files"] == 2


def test_long_texts_are_not_all_held(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("reader.store.check_derived._HELD_CHARACTERS", 10)
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        for number in range(4):
            take_in(library, f"=题{number}\n" + "长" * 8, name=str(number))
        assert check(library).sound
        sources = Sources(library.connection)
        assert sources.get(1) is sources.get(1)
        sources.get(2)
        assert len(sources._held) == 1
        assert sources.get(99) is None


def test_an_empty_library_is_sound(tmp_path) -> None:
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        report = check(library)
    assert report.sound
    assert report.counts["pages"] == 0


def test_a_name_that_is_no_utf8_is_no_fault(tmp_path) -> None:
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        take_in(library, "甲", name="\udcff.txt")
        assert check(library).faults == ()


def test_two_typed_headings_that_become_furniture_have_each_a_place(path) -> None:
    """What a person typed begins at 0 in its source, as does what heads the page."""
    with Library.open(path, Mode.WRITE) as library:
        article = next(library.articles.rows()).id
        for _ in range(2):
            made = library.articles.supply(article, Kind.TITLE, "眉").made[0]
            library.articles.kind(made, Kind.FURNITURE)
        assert check(library).faults == ()


# --- anything at all ------------------------------------------------------------------------

VALUES = (
    "NULL", "'x'", "-1", "0", "7", "99999", "9223372036854775807", "-9223372036854775808", "1.5",
    "x'00ff'", "''", "'para'", "CAST(x'ff' AS TEXT)", "1e300",
)  # fmt: skip


def test_flipped_bits_give_no_traceback(sound_path, tmp_path) -> None:
    chance = random.Random(1)
    path = tmp_path / "library.db"
    for _ in range(150):
        data = bytearray(sound_path.read_bytes())
        for _ in range(chance.choice([1, 1, 5])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        verdict(path)
        for side in tmp_path.glob("library.db-*"):
            side.unlink()


def test_any_value_in_any_column_gives_no_traceback(sound_path, tmp_path) -> None:
    chance = random.Random(2)
    path = tmp_path / "library.db"
    connection = pysqlite3.connect(str(sound_path))
    tables = [
        (name, [row[1:6:4] for row in connection.execute(f"PRAGMA table_info({name})")])
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='table'"
        )
        if not sql.startswith("CREATE VIRTUAL")
    ]
    connection.close()
    told = 0
    for _ in range(150):
        shutil.copy(sound_path, path)
        name, columns = chance.choice(tables)
        keys = ", ".join(column for column, key in columns if key) or "rowid"
        column, value = chance.choice(columns)[0], chance.choice(VALUES)
        connection = pysqlite3.connect(str(path), isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA synchronous = OFF")
        with suppress(pysqlite3.IntegrityError):  # taken already, or must not be null
            connection.execute(
                f"UPDATE {name} SET {column} = {value} WHERE ({keys}) ="
                f" (SELECT {keys} FROM {name} LIMIT 1 OFFSET {chance.randrange(3)})"
            )
        connection.close()
        told += bool(verdict(path))
    assert told > 50


def test_an_index_that_another_program_merged_is_sound(path):
    """FTS5 checks an index by what a connection last knew of it."""
    with Library.open(path) as library:
        findings = Findings(None)
        check_sqlite(library.connection, findings)
        rows = ", ".join(f"({number}, 'aa bb {number}')" for number in range(900, 950))
        plant(
            path,
            f"INSERT INTO received (rowid, text) VALUES {rows}",
            "INSERT INTO received (received) VALUES ('optimize')",
        )
        check_sqlite(library.connection, findings)
        assert findings.faults() == ()
