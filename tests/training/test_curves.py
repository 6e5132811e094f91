"""The training command gives the same bytes each time; so do the curves by themselves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = {
    "pages": 8, "fields": 2, "first": 3, "second": 3, "looks": 1, "curve": 8, "turns": 24,
    "judge": 1,
}  # fmt: skip


def run(folder: Path, *more: str) -> str:
    """Train on few pages; give the weights."""
    numbers = [word for name, many in SMALL.items() for word in (f"--{name}", str(many))]
    command = [sys.executable, "-m", "tests.training", *numbers, *more, "--out", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return (folder / "weights.json").read_text("utf-8")


def test_the_training_gives_the_same_bytes_and_so_do_its_curves_alone(tmp_path) -> None:
    whole = run(tmp_path)
    assert run(tmp_path / "again") == whole
    bare = {
        name: part
        for name, part in json.loads(whole).items()
        if name not in ("sure", "moved", "roles")
    }
    (tmp_path / "weights.json").write_text(json.dumps(bare), "utf-8")
    assert run(tmp_path, "--curves-only") == whole
    assert {"sure", "moved", "roles"} <= set(json.loads(whole))
