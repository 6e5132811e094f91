"""The four formats of a small library, byte for byte.

After a change that is meant: ``python tests/exporting/test_golden_exports.py`` writes the golden
files anew; read their difference before it is committed. In them ``<BOM>`` and ``<CR>`` stand
for themselves.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import small

from reader import exporting

GOLDEN = Path(__file__).parent / "golden"


def shown(folder: Path) -> str:
    """Show all files of an export, one behind the other."""
    parts = []
    for path in sorted(folder.iterdir()):
        text = path.read_bytes().decode().replace("\ufeff", "<BOM>").replace("\r", "<CR>")
        parts.append(f"=== {path.name}\n{text}")
    return "\n".join(parts)


def export(folder: Path, name: str) -> str:
    with small.make(folder / "library.db") as library:
        exporting.export(library, format=name, out=folder / name, articles=None, query="晨报")
    return shown(folder / name)


@pytest.mark.parametrize("name", exporting.FORMATS)
def test_the_export_is_the_golden_one(name, tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    golden = (GOLDEN / f"{name}.txt").read_text("utf-8")
    assert export(tmp_path, name).split("\n") == golden.split("\n")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for form in exporting.FORMATS:
        with tempfile.TemporaryDirectory() as made:
            told = export(Path(made), form)
        (GOLDEN / f"{form}.txt").write_text(told, "utf-8", newline="\n")
