"""What a command stumbles over in a damaged library is told as damage, not as a bug."""

from __future__ import annotations

import random
from contextlib import closing

import pysqlite3
import pytest
from commanding import Home

from reader.store import check as whole
from reader.store.locks import WindowLock


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    made = Home(tmp_path, monkeypatch, capsys)
    made.fill()
    return made


def damage(home: Home, *statements: str) -> None:
    connection = pysqlite3.connect(str(home.library), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_an_index_that_leads_nowhere(home, language) -> None:
    home.set(JIAOKAN_LANG=language)
    damage(home, "UPDATE reading SET entry = NULL")
    for words in (["search", "会议"], ["tag", "add", "会", "--where", "会议"]):
        line = home.bad(3, *words)
        assert line.startswith(f"jiaokan: damaged library {home.library}: ")
    assert not (home.data / "jiaokan.log").exists()
    assert home("check").status == 1


@pytest.mark.parametrize(("last", "tags"), [((1 << 63) - 1, True), ("'x'", False)])
def test_keys_that_are_used_up_are_no_full_disk(home, last, tags) -> None:
    page = home.folder / "page.txt"
    page.write_text("第一段话说完了。\n\n第二段话也说完了。\n", "utf-8")
    damage(
        home,
        "INSERT INTO sqlite_sequence SELECT 'tag', 0 WHERE NOT EXISTS"
        " (SELECT 1 FROM sqlite_sequence WHERE name = 'tag')",
        f"UPDATE sqlite_sequence SET seq = {last} WHERE name IN ('tag', 'block')",
    )
    for words in (["tag", "add", "会", "--where", "会议"], ["import", page])[not tags :]:
        line = home.bad(3, *words)  # SQLite itself takes a text for 0
        assert line.startswith(f"jiaokan: damaged library {home.library}: SQLite says: sqlite_seq")
    assert home("tag", "list").out == ""
    assert home("check").status == 1


@pytest.mark.parametrize("query", ["会议 召开", "会 很", "春 会", "会"])
@pytest.mark.parametrize("seed", range(12))
def test_an_index_that_leads_back_is_not_followed_for_ever(home, query, seed) -> None:
    connection = pysqlite3.connect(str(home.library), isolation_level=None)
    rows = connection.execute("SELECT block, entry FROM reading ORDER BY entry").fetchall()
    connection.close()
    entries = random.Random(seed).sample([entry for _, entry in rows], len(rows))
    again = [
        f"UPDATE reading SET entry = {entry} WHERE block = {block}"
        for (block, _), entry in zip(rows, entries, strict=True)
        if entry is not None
    ]
    damage(home, "UPDATE reading SET entry = NULL", *again)
    done = home("search", query)
    assert done.status in (0, 3)
    assert done.status == 0 or done.err.startswith("jiaokan: damaged library ")


def test_text_that_is_no_utf8(home) -> None:
    damage(home, "UPDATE source SET text = CAST(x'e6e6' || text AS TEXT)")
    line = home.bad(3, "export", "--format", "jsonl", "--out", home.folder / "out.jsonl")
    assert line.startswith(f"jiaokan: damaged library {home.folder}")
    assert not (home.folder / "out.jsonl").exists()


def test_a_part_of_the_check_that_stumbles_is_a_fault(home, monkeypatch) -> None:
    def stumbling(_connection, _findings):
        raise TypeError("'<' not supported")

    monkeypatch.setattr(whole, "_PARTS", ((stumbling, ()), *whole._PARTS))
    done = home("check")
    assert (done.status, done.err) == (1, "")
    assert done.rows[0][:2] == ["stumbled", "stumbling"]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_view_in_place_of_a_table_is_named_and_not_read(home, language) -> None:
    home.set(JIAOKAN_LANG=language)
    copy = home.folder / "copy.db"
    assert home("backup", copy).status == 0
    damage(
        home,
        "ALTER TABLE tally RENAME TO tally2",
        "CREATE VIEW tally AS WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q"
        " LIMIT 3) SELECT n AS article, 1 AS characters, 1 AS doubts, 'x' AS title,"
        " 0 AS untitled FROM q",
    )
    for words in (
        ["issues"],
        ["search", "会"],
        ["undo"],
        ["export", "--format", "txt", "--out", home.folder / "out"],
        ["backup", home.folder / "again.db"],
    ):
        line = home.bad(3, *words)
        assert line.startswith(f"jiaokan: damaged library {home.library}: ")
        assert "view tally" in line
        assert "rescue FOLDER" in line
    done = home("check")
    assert done.status == 1
    assert ["schema", "view tally"] in [row[:2] for row in done.rows]
    assert home("check", "--json").json["sound"] is False
    assert "view tally" in home("doctor").out
    assert home("rescue", home.folder / "rescued").status == 0
    assert home("restore", copy).status == 0
    assert home("check").status == 0


def test_no_copy_is_put_over_a_library_of_which_a_view_cannot_be_read_to_its_end(home) -> None:
    copy = home.folder / "copy.db"
    assert home("backup", copy).status == 0
    with closing(pysqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("ALTER TABLE library RENAME TO library2")
        other.execute(
            "CREATE VIEW library AS WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q)"
            " SELECT 'x' AS id FROM q WHERE n < 0"
        )
    kept = copy.read_bytes()
    line = home.bad(3, "backup", copy)
    assert line.startswith(f"jiaokan: unreadable {copy}: ")
    assert copy.read_bytes() == kept


BLOBS = [
    ("UPDATE article SET section = x'80'", ("status", "working", "--where", "会")),
    ("UPDATE article SET place = x'80'", ("status", "working", "--where", "会")),
    ("UPDATE issue SET guessed = x'80'", ("issue", "set", "{issue}", "--date", "2025-04-01")),
    ("UPDATE wish SET detail = '{'", ("undo",)),
    ("UPDATE tally SET article = -9223372036854775808 WHERE article = 1", ("search", "会")),
]


@pytest.mark.parametrize(("statement", "words"), BLOBS)
def test_values_of_another_kind_are_damage(home, statement, words) -> None:
    (issue, *_), *_ = home("issues").rows
    damage(home, "PRAGMA foreign_keys = OFF", statement)
    done = home(*(word.format(issue=issue) for word in words))
    assert done.status == 3
    assert done.err.startswith(f"jiaokan: damaged library {home.library}: ")
    assert "jiaokan check" in done.err
    assert "jiaokan restore" in done.err
    assert not (home.data / "jiaokan.log").exists()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_was_changed_from_outside_is_kept_and_not_called_good(home, language) -> None:
    home.set(JIAOKAN_LANG=language)
    verified = {"zh_CN": "已核对", "en": "verified"}[language]
    sound, copy, folder = (home.folder / name for name in ("sound.db", "copy.db", "out"))
    assert verified in home("backup", sound).out
    damage(home, "UPDATE source SET text = replace(text, '夏天', '夏夭')")
    for done in (home("backup", copy), home("restore", copy)):
        assert done.status == 1
        assert verified not in done.out
        assert "jiaokan check" in done.out
    done = home("export", "--format", "txt", "--out", folder)
    assert (done.status, (folder / "manifest.json").exists()) == (1, True)
    assert done.err.startswith("jiaokan: ")
    assert "jiaokan check" in done.err
    done = home("export", "--format", "txt", "--out", home.folder / "one", "--where", "春游")
    assert (done.status, done.err) == (0, "")  # of the other page
    done = home("rescue", home.folder / "rescued")
    assert done.status == 1
    assert (home.folder / "rescued" / "lost.txt").read_text("utf-8").startswith("altered page ")
    assert verified in home("restore", sound).out
    told = [r["facts"] for r in home("doctor", "--json").json if r["code"] == "backup"]
    assert not any("altered" in facts["path"] for facts in told)


def test_a_command_that_writes_tells_that_its_backup_is_no_good_one(home) -> None:
    damage(home, "UPDATE source SET text = replace(text, '夏天', '夏夭')")
    done = home("tag", "add", "会", "--where", "春游")
    assert done.status == 0
    assert "which is no good backup" in done.err


def broken(home: Home) -> None:
    data = home.library.read_bytes()
    home.library.write_bytes(b"\xff" * 100 + data[100:])


def test_a_library_without_its_header_is_replaced_when_that_is_asked_for(home) -> None:
    copy = home.folder / "copy.db"
    home("backup", copy)
    broken(home)
    before = home.library.read_bytes()
    line = home.bad(3, "restore", copy)
    assert line.startswith(f"jiaokan: not a library {home.library}: it is no SQLite file.")
    assert "jiaokan restore --set-aside FILE" in line
    assert "jiaokan rescue FOLDER" in line
    assert home.library.read_bytes() == before
    done = home("restore", "--set-aside", copy)
    assert done.status == 0
    (kept,) = (home.data / "backups" / "damaged").iterdir()
    assert kept.read_bytes() == before
    assert str(kept) in done.out
    assert home("check").status == 0


def test_a_window_that_has_it_open_keeps_its_place(home) -> None:
    copy = home.folder / "copy.db"
    home("backup", copy)
    broken(home)
    with WindowLock(home.library).held():
        line = home.bad(3, "restore", "--set-aside", copy)
    assert line.startswith(f"jiaokan: library in use {home.library}: a window has it open")


def test_what_is_no_backup_is_told_of_the_backup(home) -> None:
    other = home.folder / "other.db"
    other.write_bytes(bytes(5000))
    line = home.bad(3, "restore", other)
    assert line.startswith(f"jiaokan: not a library {other}: ")
    assert line.rstrip().endswith("Check the path of the backup.")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_check_and_rescue_do_not_send_to_themselves(home, language) -> None:
    home.set(JIAOKAN_LANG=language)
    home.library.write_bytes(home.library.read_bytes()[:40960])
    line = home.bad(3, "check")
    assert "damaged library" in line
    assert "jiaokan check" not in line
    assert "jiaokan rescue FOLDER" in line
    assert "jiaokan restore FILE" in line
    assert "jiaokan check" in home.bad(3, "stats")
    home.library.write_bytes(bytes(50_000))
    line = home.bad(3, "rescue", home.folder / "out")
    assert "jiaokan rescue" not in line
    assert "jiaokan restore --set-aside FILE" in line
