"""What the remarks of an examination say in the window; `doctor` says the same."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP

REMARKS: dict[str, str] = {
    "program": QT_TRANSLATE_NOOP("doctor", "Jiaokan {version}, Python {python}, {system}"),
    "package": QT_TRANSLATE_NOOP("doctor", "{name} {version}"),
    "package_missing": QT_TRANSLATE_NOOP(
        "doctor", "{name} is missing: install again as the README says"
    ),
    "qt_loses_references": QT_TRANSLATE_NOOP(
        "doctor", "Qt {version} crashes under Python 3.11: install the last 6.11"
    ),
    "sqlite": QT_TRANSLATE_NOOP("doctor", "SQLite {version} ({binding})"),
    "wal_reset": QT_TRANSLATE_NOOP(
        "doctor",
        "SQLite {version} has the WAL-reset bug, by which two writers lose data, so"
        " WAL is not used: install {since} or later (pysqlite3)",
    ),
    "encoding": QT_TRANSLATE_NOOP("doctor", "file names are {name}"),
    "encoding_narrow": QT_TRANSLATE_NOOP(
        "doctor", "file names are {name}, so Chinese ones cannot be named: use a UTF-8 locale"
    ),
    "language": QT_TRANSLATE_NOOP("doctor", "language {name}"),
    "fonts": QT_TRANSLATE_NOOP("doctor", "fonts {names} ({folder})"),
    "font_missing": QT_TRANSLATE_NOOP(
        "doctor",
        "the font {name} is missing ({folder}), so Chinese may show as boxes: install again",
    ),
    "glyphs": QT_TRANSLATE_NOOP(
        "doctor", "fonts of this machine have rare characters (CJK Extensions {blocks})"
    ),
    "glyphs_missing": QT_TRANSLATE_NOOP(
        "doctor",
        "no font of this machine has all rare characters of CJK Extensions {blocks}, so they may "
        "show as boxes in the window (text and exports are right all the same): install a font "
        "that has them, such as Plangothic or Jigmo",
    ),
    "qt_platform": QT_TRANSLATE_NOOP("doctor", "Qt platform {name} (there are {plugins})"),
    "qt_no_display": QT_TRANSLATE_NOOP(
        "doctor",
        "no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can "
        "be opened; commands work",
    ),
    "qt_platform_missing": QT_TRANSLATE_NOOP(
        "doctor", "Qt has no platform {name} (there are {plugins}): set QT_QPA_PLATFORM"
    ),
    "qt_library_missing": QT_TRANSLATE_NOOP(
        "doctor",
        "the system library {name} is missing, so the window may not open: install "
        "it as the README says",
    ),
    "input_method": QT_TRANSLATE_NOOP(
        "doctor", "input method interface {name} (there are {plugins})"
    ),
    "input_method_usual": QT_TRANSLATE_NOOP(
        "doctor", "input method interface chosen by the system (there are {plugins})"
    ),
    "input_method_other": QT_TRANSLATE_NOOP(
        "doctor",
        "Qt has no plugin for {name}, so {instead} is taken; if Chinese cannot be "
        "typed, let your input method speak {instead}",
    ),
    "folder": QT_TRANSLATE_NOOP("doctor", "{noun} {path} (file system {system}, {free} MB free)"),
    "folder_absent": QT_TRANSLATE_NOOP(
        "doctor", "{noun} {path} is not there yet; it is made when it is needed"
    ),
    "folder_closed": QT_TRANSLATE_NOOP(
        "doctor",
        "{noun} {path} cannot be written: change its permissions, or keep the library elsewhere",
    ),
    "folder_network": QT_TRANSLATE_NOOP(
        "doctor",
        "{noun} {path} lies on a network or shared file system ({system}), where "
        "locks cannot be relied on and two machines that write damage the library: "
        "keep it on a disk of this machine, and copy it there with backup",
    ),
    "folder_sync": QT_TRANSLATE_NOOP(
        "doctor",
        "{noun} {path} is synchronised by {service}, which copies a library in the "
        "middle of a write, or puts an older file back: keep it in a folder that is"
        " not, and put copies made by backup there",
    ),
    "folder_memory": QT_TRANSLATE_NOOP(
        "doctor",
        "{noun} {path} lies in memory ({system}) and is gone when the machine is "
        "turned off: keep it on a disk",
    ),
    "folder_open_to_all": QT_TRANSLATE_NOOP(
        "doctor",
        "{noun} {path} lies on a file system ({system}) that knows no owners, so "
        "others can read the library",
    ),
    "folder_full": QT_TRANSLATE_NOOP("doctor", "{noun} {path} has only {free} MB left: make room"),
    "not_private": QT_TRANSLATE_NOOP(
        "doctor", "{path} can be read by others (mode {mode}): change it to 600"
    ),
    "library": QT_TRANSLATE_NOOP(
        "doctor", "library {path}: {size} bytes, format {schema}, {articles} articles"
    ),
    "library_absent": QT_TRANSLATE_NOOP("doctor", "library {path} is not there yet"),
    "library_misnamed": QT_TRANSLATE_NOOP(
        "doctor",
        "JIAOKAN_LIBRARY says {path}, the name of a folder, and a file is wanted: name a file in"
        " it, such as FOLDER/library.db",
    ),
    "library_unusable": QT_TRANSLATE_NOOP("doctor", "library {path} cannot be used: {why}"),
    "library_links": QT_TRANSLATE_NOOP(
        "doctor",
        "library {path} has {links} names (hard links), whose side files do not "
        "know each other, which damages it: keep one",
    ),
    "backup": QT_TRANSLATE_NOOP(
        "doctor", "last good backup {at} ({days} days ago, {articles} articles): {path}"
    ),
    "backup_none": QT_TRANSLATE_NOOP(
        "doctor",
        "there is no backup yet ({path}): run jiaokan backup; work that is saved makes them, too",
    ),
    "backup_old": QT_TRANSLATE_NOOP(
        "doctor", "the last good backup is {days} days old ({at}): make one"
    ),
    "backup_ahead": QT_TRANSLATE_NOOP(
        "doctor",
        "the last good backup {at} is dated in the future ({articles} articles), so its age is "
        "not known: put the clock right, then make one: {path}",
    ),
    "log": QT_TRANSLATE_NOOP("doctor", "log {path} ({size} bytes, without text)"),
}
"""By the code of the remark; facts stand in braces."""

NOUNS: dict[str, str] = {
    "library": QT_TRANSLATE_NOOP("doctor", "the library's folder"),
    "data": QT_TRANSLATE_NOOP("doctor", "the data folder"),
    "backups": QT_TRANSLATE_NOOP("doctor", "the folder of backups"),
    "settings": QT_TRANSLATE_NOOP("doctor", "the folder of settings"),
    "cache": QT_TRANSLATE_NOOP("doctor", "the cache folder"),
    "temporary": QT_TRANSLATE_NOOP("doctor", "the temporary folder"),
}
"""What the folders are called."""
