"""A page is repaired the same in every process, however its sets of words are ordered there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = """
from islands.island_pages import KINDS, page
from reader.text.repair import repair
for number in range(14):
    print(repair(page(KINDS[number % len(KINDS)], number).raw))
"""


def drafts(order: int) -> str:
    """Repair some pages in a process whose sets are in an order of their own."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "PYTHONHASHSEED": str(order),
            "PYTHONPATH": paths,
            "PYTHONIOENCODING": "utf-8",
        },
    ).stdout.decode()


def test_drafts_are_the_same_to_the_last_digit_in_every_process():
    first = drafts(1)
    assert first.count("PageDraft(") == 14
    assert drafts(2) == first
