"""Small runs of the benches of reliability: kills, no room, flips, inputs, texts, programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent / "bench"

SMALL = {
    "reliability": ["--kills", "1", "--articles", "20", "--seed", "3"],
    "flips": ["--flips", "24", "--articles", "20"],
    "noroom": ["--runs", "12"],
    "inputs": ["--mutated", "60", "--steps", "1000"],
    "together": ["--rounds", "7"],
    "windowkills": ["--kills", "1", "--act", "typing,import,replace", "--articles", "5"],
    "roundtrip": ["--articles", "50"],
}


@pytest.mark.parametrize("name", SMALL)
def test_a_small_run_finds_nothing(name) -> None:
    done = subprocess.run(
        [sys.executable, str(BENCH / f"{name}.py"), *SMALL[name]],
        capture_output=True,
        text=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1", "JIAOKAN_LANG": "en"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
