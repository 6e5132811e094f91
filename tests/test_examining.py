"""An examination tells versions, fonts, platform, folders and backups, and what is risky."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from commanding import Home
from drafting import take_in

from reader import places
from reader.cli.doctor_words import NOUNS, REMARKS
from reader.examining import CODES, examine, folders, glyphs, look, machine, risks
from reader.examining.remarks import RISKS
from reader.store import Library, Mode, opening

NOW = datetime(2025, 4, 14, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, capsys) -> Home:
    return Home(tmp_path, monkeypatch, capsys)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "shelf" / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        take_in(library, "=甲\n乙丙")
    return path


def codes(remarks) -> list[str]:
    return [remark.code for remark in remarks]


def facts(remarks, code) -> list[dict]:
    return [remark.facts for remark in remarks if remark.code == code]


def test_every_remark_has_words_in_both_languages() -> None:
    assert set(REMARKS) == set(CODES)
    assert set(CODES) >= RISKS
    for code, names in CODES.items():
        for text in REMARKS[code]:
            for name in names:
                assert f"{{{name}" in text or name in ("days", "path", "at", "articles"), code
    assert set(NOUNS) == {"library", "data", "backups", "settings", "cache", "temporary"}


def test_without_a_folder_for_temporary_files_all_else_is_told(path, monkeypatch) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    monkeypatch.setenv("TMPDIR", str(path / "nowhere"))
    told = examine(path, NOW)
    (absent,) = [f for f in facts(told, "folder_absent") if f["noun"] == "temporary"]
    assert absent["path"] == str(path / "nowhere")
    assert facts(told, "library")


def test_what_is_told_has_the_facts_of_its_code(path) -> None:
    for remark in examine(path, NOW):
        assert tuple(remark.facts) == CODES[remark.code], remark.code


def test_a_library_its_backup_and_who_can_read_it(path) -> None:
    remarks = examine(path, NOW)
    (told,) = facts(remarks, "library")
    assert told["path"] == str(path)
    assert told["articles"] == 1
    assert "backup_none" in codes(remarks)
    assert "not_private" not in codes(remarks)
    with Library.open(path, Mode.WRITE) as library:
        library.backups.automatic(NOW - timedelta(days=9))
    path.chmod(0o644)
    os.link(path, path.with_name("other.db"))
    remarks = examine(path, NOW)
    assert facts(remarks, "backup")[0]["days"] == 9
    assert facts(remarks, "backup")[0]["at"] == "20250405T093000Z"
    assert {"backup_old", "not_private", "library_links"} <= set(codes(remarks))
    assert "backup_old" not in codes(examine(path, NOW - timedelta(days=8)))


def test_a_backup_that_is_dated_in_the_future_is_none_of_today(path, home) -> None:
    with Library.open(path, Mode.WRITE) as library:
        library.backups.automatic(NOW + timedelta(days=9))
    remarks = examine(path, NOW)
    (ahead,) = facts(remarks, "backup_ahead")
    assert ahead["at"] == "20250423T093000Z"
    assert ahead["articles"] == 1
    assert not {"backup", "backup_old", "backup_none"} & set(codes(remarks))
    assert "backup_ahead" not in codes(examine(path, NOW + timedelta(days=9)))


def a_font(*groups: tuple[int, int], faces: int = 1) -> bytes:
    """Make what is read of a font that has these spans of characters."""
    spans = b"".join(struct.pack(">3I", first, last, 1) for first, last in groups)
    head = 12 + 4 * faces if faces > 1 else 0
    cmap = head + 28 * faces
    table = struct.pack(">2HHHI", 0, 1, 3, 10, 12)
    table += struct.pack(">2H3I", 12, 0, 16 + len(spans), 0, len(groups)) + spans
    face = struct.pack(">I4H", 0x10000, 1, 16, 0, 0)
    face += struct.pack(">4s3I", b"cmap", 0, cmap, len(table))
    if faces == 1:
        return face + table
    starts = [head + 28 * number for number in range(faces)]
    return struct.pack(f">4s2I{faces}I", b"ttcf", 0x10000, faces, *starts) + face * faces + table


def test_rare_characters_that_no_font_has_are_told(tmp_path) -> None:
    assert glyphs.glyphs([tmp_path]).facts == {"blocks": "B C D E F G H"}
    (tmp_path / "han").mkdir()
    b, rest = glyphs.BLOCKS["B"], [glyphs.BLOCKS[name] for name in "DEFGH"]
    (tmp_path / "half.ttf").write_bytes(a_font((0x4E00, 0x9FFF), (b[0], b[0] + 20_000)))
    assert glyphs.glyphs([tmp_path]).facts == {"blocks": "B C D E F G H"}
    (tmp_path / "han" / "other.TTC").write_bytes(a_font((b[0] + 9_000, b[1]), *rest, faces=3))
    told = glyphs.glyphs([tmp_path])
    assert (told.code, told.facts, told.risk) == ("glyphs_missing", {"blocks": "C"}, True)
    (tmp_path / "c.otf").write_bytes(a_font(glyphs.BLOCKS["C"]))
    told = glyphs.glyphs([tmp_path])
    assert (told.code, told.facts, told.risk) == ("glyphs", {"blocks": "B C D E F G H"}, False)


def test_what_bears_the_name_of_a_font_and_is_none_is_passed_over(tmp_path) -> None:
    whole = a_font(*glyphs.BLOCKS.values(), faces=2)
    for length in range(0, len(whole), 3):
        (tmp_path / f"cut{length}.ttc").write_bytes(whole[:length])
    (tmp_path / "many.ttc").write_bytes(b"ttcf" + b"\xff" * 5000)
    (tmp_path / "many.ttf").write_bytes(b"\0\1\0\0" + b"\xff" * 5000)
    os.mkfifo(tmp_path / "pipe.ttf")
    (tmp_path / "nowhere.otf").symlink_to(tmp_path / "gone")
    assert glyphs.glyphs([tmp_path, tmp_path / "none"]).code == "glyphs_missing"


def test_nothing_is_needed_and_nothing_is_written(tmp_path) -> None:
    remarks = examine(tmp_path / "none" / "library.db", NOW)
    assert "library_absent" in codes(remarks)
    assert {"noun": "library", "path": str(tmp_path / "none")} in facts(remarks, "folder_absent")
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_cannot_be_used_is_told_with_the_reason(path, home) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    (told,) = [r for r in examine(path, NOW) if r.code == "library_unusable"]
    assert told.error.code == "not a library"
    done = home.good("--library", path, "doctor")
    assert "cannot be used: not a library" in done.out


SYNCED = [
    ("Dropbox/work", "Dropbox"),
    ("Dropbox (Archive)/x", "Dropbox"),
    ("OneDrive - Archive", "OneDrive"),
    ("Google Drive/My Drive", "Google Drive"),
    ("Mobile Documents/com~apple~CloudDocs", "iCloud"),
    ("Nextcloud", "Nextcloud"),
    ("我的坚果云/报", "坚果云"),
    ("坚果云同步/报", "坚果云"),
    ("BaiduSyncdisk", "百度网盘"),
    ("百度网盘", "百度网盘"),
    ("百度云同步盘", "百度网盘"),
    ("WPS云盘/报", "WPS云盘"),
    ("WPS Cloud Files", "WPS云盘"),
    ("阿里云盘", "阿里云盘"),
    ("微云", "腾讯微云"),
    ("腾讯微云/a", "腾讯微云"),
    ("115网盘", "115"),
    ("115同步盘", "115"),
    ("pCloud", "pCloud"),
    ("pCloudDrive", "pCloud"),
    ("Box Sync/a", "Box"),
    ("Box", "Box"),
    ("Syncthing", "Syncthing"),
]


@pytest.mark.parametrize(("name", "service"), SYNCED)
def test_a_folder_that_is_synchronised_is_told(tmp_path, name, service) -> None:
    (tmp_path / name).mkdir(parents=True)
    (told,) = [r for r in risks("library", tmp_path / name) if r.code == "folder_sync"]
    assert told.facts["service"] == service


@pytest.mark.parametrize(
    "name", ["115街道", "box 12", "Boxes", "微云村", "百度百科", "wps", "云盘"]
)
def test_a_folder_that_is_called_like_one_is_none(tmp_path, name) -> None:
    (tmp_path / name).mkdir()
    assert look(tmp_path / name).service == ""


def test_a_new_library_in_such_a_folder_is_told_once(home) -> None:
    page = home.folder / "page.txt"
    page.write_text("第一版说完了。", "utf-8")
    library = home.folder / "Dropbox" / "library.db"
    told = home("--library", library, "import", page)
    assert told.status == 0
    assert told.err.startswith("jiaokan: the library's folder ")
    assert "is synchronised by Dropbox" in told.err
    assert told.err.count("\n") == 1
    home.good("--library", library, "import", page)


def test_what_a_synchroniser_leaves_tells_of_it(tmp_path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert look(tmp_path / "a" / "b").service == "Syncthing"
    assert look(tmp_path / "a" / "b").there == tmp_path


MOUNTED = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / {0}/net rw shared:9 - nfs4 server:/x rw
31 22 0:41 / {0}/two\\040words rw - fuse.sshfs me@host: rw
32 22 0:42 / {0}/memory rw - tmpfs tmpfs rw
33 22 8:2 / {0}/stick rw shared:3 master:1 - vfat /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("name", "system", "code"),
    [
        ("net/deep", "nfs4", "folder_network"),
        ("two words", "fuse.sshfs", "folder_network"),
        ("memory", "tmpfs", "folder_memory"),
        ("stick", "vfat", "folder_open_to_all"),
        ("network", "ext4", None),
    ],
)
def test_the_file_system_of_a_folder(tmp_path, monkeypatch, name, system, code) -> None:
    (tmp_path / name).mkdir(parents=True)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTED.format(tmp_path))
    monkeypatch.setattr(folders, "MOUNTS", mounts)
    assert look(tmp_path / name).system == system
    told = codes(risks("library", tmp_path / name))
    assert told == ([code] if code else [])
    monkeypatch.setattr(folders, "MOUNTS", tmp_path / "none")
    assert look(tmp_path / name).system == ""


def test_a_folder_without_room_or_closed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(folders, "FULL_BELOW", 1 << 60)
    monkeypatch.setattr(folders.os, "access", lambda *_: False)
    assert {"folder_full", "folder_closed"} <= set(codes(risks("data", tmp_path)))
    monkeypatch.setattr(folders.shutil, "disk_usage", lambda _: (_ for _ in ()).throw(OSError))
    assert look(tmp_path).free is None
    assert look(tmp_path / ("x" * 999)).there == tmp_path


def test_known_faults_of_versions(monkeypatch) -> None:
    monkeypatch.setattr(opening.pysqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(machine.sys, "version_info", (3, 11, 7))
    monkeypatch.setattr(machine.sys, "getfilesystemencoding", lambda: "ascii")
    versions = {"PySide6-Essentials": "6.12.0", "click": None}
    monkeypatch.setattr(machine, "_version", lambda name: versions.get(name, "1"))
    told = codes(machine.program())
    assert {"wal_reset", "qt_loses_references", "package_missing", "encoding_narrow"} <= set(told)
    monkeypatch.setattr(places, "resources", lambda: Path("nowhere"))
    assert codes(machine.fonts()).count("font_missing") == 2


def window(monkeypatch, **environment) -> list:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "QT_IM_MODULE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return list(machine.window())


def test_the_platform_and_the_input_method(monkeypatch) -> None:
    assert codes(window(monkeypatch))[0] == "qt_no_display"
    (found,) = facts(window(monkeypatch, QT_QPA_PLATFORM="offscreen"), "qt_platform")
    assert found["name"] == "offscreen"
    assert "xcb" in found["plugins"].split()
    assert "qt_platform" in codes(window(monkeypatch, DISPLAY=":0"))
    told = window(monkeypatch, WAYLAND_DISPLAY="w", XDG_SESSION_TYPE="wayland")
    assert facts(told, "qt_platform")[0]["name"] == "wayland"
    assert codes(window(monkeypatch, QT_QPA_PLATFORM="nothing"))[0] == "qt_platform_missing"
    (other,) = facts(window(monkeypatch, QT_IM_MODULE="fcitx"), "input_method_other")
    assert other == {"name": "fcitx", "instead": "ibus"}
    (found,) = facts(window(monkeypatch, QT_IM_MODULE="ibus"), "input_method")
    assert "ibus" in found["plugins"].split()
    assert "input_method_usual" in codes(window(monkeypatch, QT_QPA_PLATFORM="offscreen"))
    monkeypatch.setattr(machine, "LIBRARIES", ("libnothing.so.7",))
    assert "qt_library_missing" in codes(window(monkeypatch))
    monkeypatch.setattr(machine, "find_spec", lambda _: None)
    assert window(monkeypatch) == []


def test_the_command_needs_no_library_and_loads_no_qt(tmp_path) -> None:
    code = (
        "import sys; from reader import cli\n"
        f"status = cli.run(['doctor', '--json', '--library', {str(tmp_path / 'x.db')!r}])\n"
        "sys.exit(status or any(m.startswith(('PySide6', 'shiboken6')) for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    told = json.loads(done.stdout)
    assert {"program", "sqlite", "library_absent"} <= {remark["code"] for remark in told}
    assert all(set(remark) == {"code", "risk", "facts", "what"} for remark in told)


def test_a_line_a_remark_and_what_is_risky_is_marked(path, home) -> None:
    done = home.good("--library", path, "doctor")
    lines = done.out.splitlines()
    assert len(lines) == len(examine(path))
    assert any(line.startswith("!\tthere is no backup yet") for line in lines)
    assert any(line.startswith(f"·\tlibrary {path}") for line in lines)


def test_what_was_withdrawn_is_not_counted(path) -> None:
    with Library.open(path, Mode.WRITE, actor="me") as library:
        take_in(library, "=丁\n戊己", name="b.txt")
        library.issues.withdraw([library.issues.rows()[0].id])
        backup = library.backups.make(NOW).path
    (told,) = facts(examine(path, NOW), "library")
    assert told["articles"] == 1
    (told,) = facts(examine(path, NOW), "backup")
    assert told["articles"] == 1
    backup.write_bytes(b"damaged since")
    (told,) = facts(examine(path, NOW), "backup")
    assert told["articles"] == 2
