"""The transcript in the README is what the program prints; `--write` renews it.

python tests/test_transcript.py --write
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- transcript -->\n```console\n", "```\n<!-- /transcript -->"

COMMANDS = [
    "jiaokan import seeds",
    "jiaokan issues",
    "jiaokan articles --where 加装电梯",
    "jiaokan search 责任重大 --limit 3",
    "jiaokan tag add 会议 --where 工作会议",
    "jiaokan tag list",
    "jiaokan undo",
    "jiaokan redo",
    "jiaokan status proofed1 --where tag:会议",
    "jiaokan export --format jsonl --out corpus",
    "jiaokan check",
]


def transcript(folder: Path) -> str:
    """Run the commands in `folder`, with a library of their own; give what a screen shows."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JIAOKAN", "XDG", "LC_"))}
    env = kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "JIAOKAN_LANG": "en",
        "JIAOKAN_ACTOR": "archivist",
    }
    shown = []
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        shown.append(f"$ {command}\n{done.stdout}{done.stderr}")
    return "".join(shown)


def test_the_readme_shows_what_the_program_prints(tmp_path) -> None:
    told = README.read_text("utf-8")
    assert told[told.index(OPEN) + len(OPEN) : told.index(CLOSE)] == transcript(tmp_path)


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    with tempfile.TemporaryDirectory() as made:
        text = README.read_text("utf-8")
        head, tail = text[: text.index(OPEN) + len(OPEN)], text[text.index(CLOSE) :]
        README.write_text(head + transcript(Path(made)) + tail, "utf-8")
