"""What an examination found: codes and facts; the faces make words of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.errors import JiaokanError

CODES: dict[str, tuple[str, ...]] = {
    # the program and what it stands on
    "program": ("version", "python", "system"),
    "package": ("name", "version"),
    "package_missing": ("name",),
    "qt_loses_references": ("version",),  # 6.12.0 on Python 3.11
    "sqlite": ("version", "binding"),
    "wal_reset": ("version", "since"),  # SQLite may lose what two wrote at once
    "encoding": ("name",),
    "encoding_narrow": ("name",),  # file names that are not ASCII may not be named
    "language": ("name",),
    # the window
    "fonts": ("names", "folder"),
    "font_missing": ("name", "folder"),
    "glyphs": ("blocks",),  # rare characters that some font has
    "glyphs_missing": ("blocks",),
    "qt_platform": ("name", "plugins"),
    "qt_no_display": (),
    "qt_platform_missing": ("name", "plugins"),
    "qt_library_missing": ("name",),
    "input_method": ("name", "plugins"),
    "input_method_usual": ("plugins",),  # QT_IM_MODULE names none
    "input_method_other": ("name", "instead"),  # Qt has no plugin for what is asked for
    # folders
    "folder": ("noun", "path", "system", "free"),  # `free` is in MB, -1 when it is not known
    "folder_absent": ("noun", "path"),  # is made when it is needed
    "folder_closed": ("noun", "path"),  # cannot be written
    "folder_network": ("noun", "path", "system"),
    "folder_sync": ("noun", "path", "service"),
    "folder_memory": ("noun", "path", "system"),  # gone when the machine is turned off
    "folder_open_to_all": ("noun", "path", "system"),  # knows no owners
    "folder_full": ("noun", "path", "free"),
    "not_private": ("path", "mode"),
    # the library
    "library": ("path", "size", "schema", "articles"),
    "library_absent": ("path",),
    "library_misnamed": ("path",),  # the variable names a folder
    "library_unusable": ("path",),  # `Remark.error` says why
    "library_links": ("path", "links"),  # it has more than one name
    "backup": ("at", "days", "articles", "path"),
    "backup_none": ("path",),
    "backup_old": ("at", "days", "path"),
    "backup_ahead": ("at", "path", "articles"),  # dated in the future
    "log": ("path", "size"),
}
"""Every code of a remark, with the names of its facts."""

RISKS = frozenset(
    {
        "package_missing", "qt_loses_references", "wal_reset", "encoding_narrow", "font_missing",
        "glyphs_missing",
        "qt_no_display", "qt_platform_missing", "qt_library_missing", "input_method_other",
        "folder_closed", "folder_network", "folder_sync", "folder_memory", "folder_open_to_all",
        "folder_full", "not_private", "library_misnamed", "library_unusable", "library_links",
        "backup_none", "backup_old", "backup_ahead",
    }
)  # fmt: skip
"""The codes that tell of something to mend."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was found; `error` is the fault of the library where that is what it is."""

    code: str
    facts: dict[str, str | int] = field(default_factory=dict)
    error: JiaokanError | None = None

    @property
    def risk(self) -> bool:
        """Tell whether something is to be mended."""
        return self.code in RISKS
