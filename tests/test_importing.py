import os
from pathlib import Path

import pytest

from reader import exporting, importing, places
from reader.errors import ReadOnlyError, UsageError
from reader.importing import ImportOptions, Outcome, import_paths
from reader.sources.folders import place_of
from reader.store import Library, Mode, alike, ids
from reader.store.check import check
from reader.text import similar

NEWS = "便民菜场本周开张\n\n    4月14日，便民菜场本周开张，居民说方便。记者看到，摊位整齐。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="tester") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    return made


def take(library, *paths, **options):
    return list(import_paths(library, paths, options=ImportOptions(**options)))


def told(results):
    return [(r.path.name, r.status.value, r.reason) for r in results]


def is_sound(library):
    report = check(library)
    return report.sound and report.pending == 0


def test_the_five_pages(library):
    results = take(library, places.seeds())
    assert [r.status for r in results if r.path.suffix == ".txt"] == [Outcome.IMPORTED] * 5
    assert all(
        r.articles and r.characters and r.encoding == "utf-8" and r.like is None
        for r in results
        if r.status is Outcome.IMPORTED
    )
    assert sorted(row.date for row in library.issues.rows()) == [
        "2022-02", "2024-07", "2025-04", "2025-08", "2026-01",
    ]  # fmt: skip
    again = take(library, places.seeds())
    assert [r.status for r in again if r.path.suffix == ".txt"] == [Outcome.UNCHANGED] * 5
    known = {r.path: (r.issue, r.page, r.articles, r.characters) for r in results}
    assert known == {r.path: (r.issue, r.page, r.articles, r.characters) for r in again}
    assert is_sound(library)


def test_the_same_pages_give_the_same_bytes_whenever_and_in_whatever_order(tmp_path, monkeypatch):
    pages, exported = sorted(places.seeds().glob("*.txt")), []
    for at, order in enumerate((pages, pages[::-1])):
        monkeypatch.setattr(ids, "now", lambda at=at: f"2026-01-0{at + 1}T00:00:00.000Z")
        with Library.open(tmp_path / f"{at}.db", Mode.CREATE, actor=f"reader {at}") as opened:
            take(opened, *order)
            out = tmp_path / f"{at}.jsonl"
            exporting.export(opened, format="jsonl", out=out, articles=None)
        exported.append(out.read_bytes())
    assert b'"why":"doubled","at":null' in exported[0]
    assert exported[0] == exported[1]


def test_each_file_has_its_result_and_a_bad_one_keeps_none_out(library, folder):
    (folder / "1.txt").write_text(NEWS, "utf-8")
    (folder / "2.txt").write_bytes(b"")
    (folder / "3.TXT").write_text(NEWS, "gb18030")
    (folder / "4.pdf").write_bytes(b"%PDF-1.4")
    (folder / "5.txt").write_bytes(NEWS.encode()[:30] + b"\xff" + NEWS.encode()[30:])
    (folder / "6.txt").write_text(NEWS, "utf-8")
    os.mkfifo(folder / "7.txt")
    (folder / "8.txt").write_bytes("été à la forêt".encode("latin-1"))
    results = take(library, folder, folder / "4.pdf", folder / "none.txt")
    assert told(results) == [
        ("1.txt", "imported", ""),
        ("2.txt", "refused", "not text: empty"),
        ("3.TXT", "imported", ""),
        ("4.pdf", "skipped", "not text: later_format"),
        ("5.txt", "refused", "not text: bad_byte"),
        ("6.txt", "unchanged", ""),
        ("7.txt", "refused", "unreadable: special"),
        ("8.txt", "refused", "unknown encoding: none_fits"),
        ("4.pdf", "refused", "not text: later_format"),
        ("none.txt", "refused", "unreadable: missing"),
    ]
    assert all(r.error.subject == str(r.path) for r in results if r.error)
    assert results[2].encoding == "gb18030"
    assert results[2].like == results[0].issue  # the same text in other bytes
    assert results[2].share == 1.0
    assert is_sound(library)


def test_a_result_is_given_when_it_is_durable(library, folder, tmp_path):
    for name in ("1.txt", "2.txt"):
        (folder / name).write_text(f"{name}\n{NEWS}", "utf-8")
    coming = import_paths(library, [folder])
    first = next(coming)
    with Library.open(tmp_path / "library.db", Mode.READ, actor="other") as other:
        assert [row.id for row in other.issues.rows()] == [first.issue]
    coming.close()  # the consumer has had enough: what is there stays, index and all behind
    assert [row.id for row in library.issues.rows()] == [first.issue]
    assert library.index.catch_up() == 1


def test_many_files_are_poured_into_the_library_now_and_then(library, folder):
    for number in range(50):
        (folder / f"{number}.txt").write_text(NEWS + f"第{number}天\n", "utf-8")
    library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    file, log = library.path, library.path.with_name("library.db-wal")
    before, sizes, seen = file.stat().st_mtime_ns, [], 0
    for _ in import_paths(library, [folder]):
        assert library.connection.execute("PRAGMA synchronous").fetchone() == (2,)
        sizes.append(log.stat().st_size)  # all that was told is in the log, on the disk
        seen += file.stat().st_mtime_ns != before
    assert sizes == sorted(set(sizes)), "each file went into the log"
    assert sizes[-1] > 1_500 * 4_096
    assert seen == 0, "nothing of it is in the library itself yet"


def test_what_the_report_raises_ends_the_import_between_two_files(library, folder):
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"{n}\n{NEWS}", "utf-8")
    seen = []

    class StopHereError(Exception):
        pass

    def report(done, path):
        seen.append((done, path.name))
        if done == 2:
            raise StopHereError

    results = []
    with pytest.raises(StopHereError):
        results.extend(import_paths(library, [folder], report=report))
    assert seen == [(0, "0.txt"), (1, "1.txt"), (2, "2.txt")]
    assert len(library.issues.rows()) == 2


@pytest.mark.parametrize("name", ["klingon", "hz"])
def test_a_wrong_encoding_is_told_before_any_file(library, folder, name):
    with pytest.raises(UsageError):
        import_paths(library, [folder], options=ImportOptions(encoding=name))


def test_a_named_encoding_and_as_is(library, folder):
    (folder / "a.txt").write_bytes("短文\n第二行\n".encode("gbk"))
    (result,) = take(library, folder, encoding="GBK", as_is=True, sample=True)
    assert (result.encoding, result.articles) == ("gbk", 1)
    (row,) = library.issues.rows()
    assert row.sample
    (article,) = library.articles.rows()
    read = [b.text for b in library.articles.get(article.id).blocks]
    assert read == ["短文", "第二行"]
    assert is_sound(library)


def test_a_library_opened_for_reading_ends_the_import(library, folder, tmp_path):
    (folder / "a.txt").write_text(NEWS, "utf-8")
    with (
        Library.open(tmp_path / "library.db", Mode.READ, actor="other") as other,
        pytest.raises(ReadOnlyError),
    ):
        take(other, folder)


def test_a_file_too_large_for_the_memory_is_refused(library, folder, monkeypatch):
    def too_much(*_args, **_options):
        raise MemoryError

    (folder / "a.txt").write_text(NEWS, "utf-8")
    monkeypatch.setattr(importing, "repair", too_much)
    assert told(take(library, folder)) == [("a.txt", "refused", "too large: memory")]


def test_another_program_may_be_quicker(library, folder, monkeypatch):
    (folder / "a.txt").write_text(NEWS, "utf-8")
    (first,) = take(library, folder)
    of_file, calls = library.issues.of_file, []

    def late(sha256):
        calls.append(sha256)
        return None if len(calls) == 1 else of_file(sha256)

    monkeypatch.setattr(library.issues, "of_file", late)
    (second,) = take(library, folder)
    assert (second.status, second.issue) == (Outcome.UNCHANGED, first.issue)


# --- issues ------------------------------------------------------------------------------


def write(folder, name, text):
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_pages_of_one_issue_come_together_when_all_was_read(library, folder):
    write(folder, "云溪日报_2025-04-14_第1版.txt", "甲" + NEWS)
    write(folder, "云溪日报_2025-04-14_第2版.txt", "乙" + NEWS * 2)
    write(folder, "scan.txt", "云溪日报 2025年4月14日 第3版\n\n" + NEWS * 3)
    results = take(library, folder)
    (row,) = library.issues.rows()
    assert {r.issue for r in results} == {row.id}
    assert (row.title, row.date, row.date_sure, row.pages) == (
        "云溪日报", "2025-04-14", True, (1, 2, 3),
    )  # fmt: skip


def test_a_page_that_is_taken_begins_another_issue(library, folder):
    write(folder, "云溪日报_2025-04-14_第1版.txt", NEWS)
    write(folder, "云溪日报_2025-04-14_第1版(2).txt", NEWS * 3)
    write(folder, "云溪日报_2025-04-15_第2版.txt", NEWS * 4)
    write(folder, "南浦晚报_2025-04-14_第2版.txt", NEWS * 5)
    assert len({r.issue for r in take(library, folder)}) == 4


def test_what_is_guessed_joins_nothing(library, folder):
    head = "云溪镇召开2025年工作会议\n\n"
    write(folder, "云溪日报_第1版.txt", head + NEWS)
    write(folder, "云溪日报_第2版.txt", head + NEWS * 2)
    results = take(library, folder)
    assert len({r.issue for r in results}) == 2
    assert [row.date for row in library.issues.rows()] == ["2025-04", "2025-04"]


def test_pages_parted_by_a_form_feed_are_of_one_issue(library, folder):
    write(folder, "云溪日报_2025-04-14.txt", f"{NEWS}\x0c乙{NEWS}\x0c丙{NEWS}")
    (result,) = take(library, folder)
    (row,) = library.issues.rows()
    assert (row.pages, result.page) == ((1, 2, 3), 1)


# --- likeness ----------------------------------------------------------------------------


def page(seed="000"):
    (path,) = places.seeds().glob(f"{seed}_*.txt")
    return path.read_bytes().decode()


def test_a_changed_scan_is_imported_and_told(library, folder):
    (folder / "a.txt").write_bytes(page().encode())
    (first,) = take(library, folder)
    changed = "".join("口" if n % 25 == 7 and not c.isspace() else c for n, c in enumerate(page()))
    (folder / "b.txt").write_bytes(changed.encode())
    (folder / "c.txt").write_bytes(page("001").encode())
    results = take(library, folder / "b.txt", folder / "c.txt")
    assert [r.status for r in results] == [Outcome.IMPORTED] * 2
    assert results[0].like == first.issue
    assert 0.9 < results[0].share < 1
    assert results[1].like is None


def test_a_page_that_shares_a_little_is_not_like(library, folder):
    (folder / "a.txt").write_bytes(page().encode())
    take(library, folder)
    half = page()[: len(page()) // 2] + page("001")
    (folder / "b.txt").write_bytes(half.encode())
    (folder / "c.txt").write_bytes((page()[:300] + page("001") + page("002")).encode())
    assert [r.like for r in take(library, folder)] == [None, None, None]


def test_a_withdrawn_page_is_not_told_of(library, folder):
    (folder / "a.txt").write_bytes(page().encode())
    (first,) = take(library, folder)
    library.issues.withdraw([first.issue])
    (folder / "b.txt").write_bytes(page().encode("gbk"))
    (again,) = take(library, folder / "b.txt")
    assert again.like is None
    assert library.issues.page_text("none") == ""


# --- nasty files -------------------------------------------------------------------------

NASTY = {
    "cr": "便民菜场\r开张，居民说\r方便。\r",
    "every line end": "便民\n菜场\r\n开张\x85居民\x0b说方\u2028便。\u2029摊位\x0c整齐。",
    "separators": "便民\x1c菜场\x1d开张\x1e居民\x1f说方便",
    "a bom in the middle": "便民\ufeff菜场\ufeff",
    "a nul": "便民菜场本周开张\0居民说方便",
    "replacement": "便民\ufffd菜场",
    "astral": "𠀀𠀁𪜶便民👍🏽菜场",
    "zero width": "\u200b便民\u200d菜场\u2060",
    "noncharacters": "便\ufdd0民\uffff菜\U0010ffff场",
    "combining": "e\u0301便" * 50,
    "one character": "便",
    "marks alone": "。。。，，",
    "white before and behind": "\n\n \u3000便民菜场 \n\x0c\n",
    "form feeds alone": "\x0c\x0c便\x0c\x0c民\x0c\x0c",
    "nested marks": "（（（《《《" * 300,
    "a long line": "便民菜场本周开张，居民说方便。" * 4000,
    "many short lines": "便\n民\n\n" * 1500,
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_nasty_texts_are_kept_as_they_came(library, folder, text):
    (folder / "a.txt").write_bytes(text.encode())
    (result,) = take(library, folder)
    assert result.status is Outcome.IMPORTED
    kept = "".join(
        row[0] for row in library.connection.execute("SELECT text FROM source ORDER BY part")
    )
    assert kept == text
    assert is_sound(library)


@pytest.mark.parametrize(
    "name",
    [
        b"\xd0\xc2\xce\xc5.txt",
        b"a\nb.txt",
        b"a\tb.txt",
        b"a\\b.txt",
        b"-rf.txt",
        "é\u0301.txt".encode(),
    ],
)
def test_nasty_names(library, folder, name):
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.write_text(NEWS, "utf-8")
    (result,) = take(library, folder)
    assert result.status is Outcome.IMPORTED
    assert os.fsencode(result.path.name) == name
    assert is_sound(library)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030", "big5", "iso2022_jp"]
)
def test_the_bytes_of_any_encoding_can_be_given_back(library, folder, encoding):
    text = "國民大會今日開會，經濟發展計劃\n將於明年開始實施。\n"
    if encoding == "gb18030":
        text += "𠀀"
    text = "日本国民\n" if encoding == "iso2022_jp" else text
    (folder / "a.txt").write_bytes(text.encode(encoding))
    named = encoding if encoding in {"utf-16-be", "iso2022_jp"} else None
    (result,) = take(library, folder, encoding=named)
    assert result.status is Outcome.IMPORTED
    assert is_sound(library)


def test_many_pages_that_are_nearly_the_same_cost_no_more_each(library, folder, monkeypatch):
    monkeypatch.setattr(alike, "_PAGES_A_PROBE", 3)
    for n in range(12):
        write(folder, f"{n}.txt", f"{n}{NEWS}")
    results = take(library, folder)
    assert results[0].like is None
    assert all(r.like for r in results[1:])
    sketch = similar.sketch(f"0{NEWS}")
    assert len(library.issues.alike(similar.probes(sketch), limit=2)) == 2
    assert library.issues.alike(()) == []


def test_a_copy_in_another_folder_does_not_take_the_page_over(library, folder, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(folder.parent / "data"))
    (folder / "副本").mkdir()
    write(folder, "01.txt", NEWS)
    write(folder / "副本", "01 (1).txt", NEWS)
    results = take(library, folder)
    assert [r.status for r in results] == [Outcome.IMPORTED, Outcome.UNCHANGED]
    (article,) = library.articles.rows()
    name, sha256 = library.articles.received_file(article.id)
    assert place_of(library.id, sha256, name) == folder / "01.txt"
    (folder / "01.txt").rename(folder.parent / "01.txt")  # the first place is gone
    take(library, folder)
    assert place_of(library.id, sha256, name) == folder / "副本" / "01 (1).txt"
    library.issues.withdraw([article.issue])
    take(library, folder.parent / "01.txt", folder)
    assert place_of(library.id, sha256, name) == folder.parent / "01.txt"
