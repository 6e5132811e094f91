"""Let two programs work on one library at once, round after round, and count what is wrong.

    python tests/bench/together.py --rounds 100 [--seed 1]

Each round starts two commands at the same moment: two that write, one that writes and one that
reads, exports, backs up or checks, or two imports of the same pages. *wrong*: one of them fails
with something else than `library in use` (or that another export is at it), what was
acknowledged is not there, a reader saw half a wish, a page is there twice, the library is not
sound, or something lies beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from commanding import PAGES
from drafting import take_in

from reader import places
from reader.model import IssueFacts
from reader.store import Library, Mode
from reader.store.check import check

ROOT = Path(__file__).parents[2]


class Rounds:
    """A folder in which two programs meet."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.base = folder / "base.db"
        self.library = folder / "work" / "library.db"
        self.out = folder / "out"
        self.tally: Counter[str] = Counter(rounds=0, wrong=0)
        with Library.open(self.base, Mode.CREATE, actor="bench") as library:
            for number in range(40):
                facts = IssueFacts(
                    title="报", date=f"2025-01-{number % 28 + 1:02}", number=str(number)
                )
                take_in(
                    library,
                    f"{PAGES[number % 2]}\n尾{number}。",
                    name=f"p{number}.txt",
                    facts=facts,
                )
            library.index.catch_up()
            self.articles = len(library.articles.list_keys())

    def start(self, *words: object) -> subprocess.Popen[str]:
        """Begin a command."""
        return subprocess.Popen(
            [sys.executable, "-m", "reader", *map(str, words), "--library", str(self.library)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "JIAOKAN_LANG": "en"},
        )

    def wrong(self, said: str) -> None:
        """Count and tell."""
        self.tally["wrong"] += 1
        print("wrong:", said, flush=True)

    def once(self, kind: str) -> None:
        """Carry one round out."""
        shutil.rmtree(self.library.parent, ignore_errors=True)
        shutil.rmtree(self.out, ignore_errors=True)
        self.library.parent.mkdir()
        shutil.copyfile(self.base, self.library)
        first, second = self.commands(kind)
        begun = [self.start(*first), self.start(*second)]
        done = [(p, *p.communicate()) for p in begun]
        self.tally["rounds"] += 1
        self.tally[kind] += 1
        for (process, _, err), words in zip(done, (first, second), strict=True):
            refused = "library in use" in err or "another export is writing it" in err
            if process.returncode not in (0, 1) and not refused:
                self.wrong(f"{kind}: {words[0]}: {process.returncode} {err.strip()}")
        good = [process.returncode in (0, 1) for process, _, _ in done]
        self.judge(kind, good, [out for _, out, _ in done])

    def commands(self, kind: str) -> tuple[list[object], list[object]]:
        """Give the two commands of a round."""
        tag: list[object] = ["tag", "add", "甲", "--where", ""]
        export: list[object] = ["export", "--format", "jsonl", "--out", self.out / "e"]
        return {
            "two tags": (tag, ["tag", "add", "乙", "--where", ""]),
            "tag and status": (tag, ["status", "proofed1", "--where", ""]),
            "tag and export": (tag, export),
            "tag and backup": (tag, ["backup", self.out / "copy.db"]),
            "tag and check": (tag, ["check"]),
            "two imports": (["import", places.seeds()], ["import", places.seeds()]),
            "two exports": (export, export),
        }[kind]

    def judge(self, kind: str, good: list[bool], outs: list[str]) -> None:
        """Hold what is there against what was acknowledged."""
        with Library.open(self.library) as library:
            report = check(library)
            rows = list(library.articles.rows())
            tags = Counter(tag for row in rows for tag in row.tags)
            statuses = Counter(row.status for row in rows)
        if not report.sound:
            self.wrong(f"{kind}: {report.faults[:2]}")
        for name, there in (
            ("甲", good[0] and "tag" in kind),
            ("乙", good[1] and kind == "two tags"),
        ):
            if there and tags[name] != self.articles:
                self.wrong(f"{kind}: {name} on {tags[name]} of {self.articles}")
        if kind == "tag and status" and good[1] and statuses["proofed1"] != self.articles:
            self.wrong(f"{kind}: {statuses}")
        if kind == "two imports":
            told = [line.split("\t")[0] for out in outs for line in out.splitlines()]
            if all(good) and (told.count("imported"), told.count("unchanged")) != (5, 5):
                self.wrong(f"{kind}: {told}")
        if kind == "tag and check" and good[1] and "sound" not in outs[1]:
            self.wrong(f"{kind}: {outs[1]}")
        self.judge_reader(kind, good)
        beside = sorted(p.name for p in self.library.parent.iterdir())
        if beside != ["library.db"]:
            self.wrong(f"{kind}: beside it {beside}")

    def judge_reader(self, kind: str, good: list[bool]) -> None:
        """Tell whether a reader saw all of a wish, or nothing of it."""
        seen: set[int] = set()
        if kind in ("tag and export", "two exports") and any(good[1:]):
            rows = (self.out / "e" / "articles.jsonl").read_bytes().split(b"\n")
            found = [json.loads(row) for row in rows if row]
            seen = {len(found), sum("甲" in row["tags"] for row in found)}
        if kind == "tag and backup" and good[1]:
            with Library.open(self.out / "copy.db") as copy:
                if not check(copy).sound:
                    self.wrong(f"{kind}: the copy is not sound")
                seen = {sum("甲" in row.tags for row in copy.articles.rows()), self.articles}
        if not seen <= {0, self.articles}:
            self.wrong(f"{kind}: a reader saw {seen} of {self.articles}")


KINDS = (
    "two tags",
    "tag and status",
    "tag and export",
    "tag and backup",
    "tag and check",
    "two imports",
    "two exports",
)


def run_all(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """Carry so many rounds out; give how they went."""
    meeting = Rounds(folder, seed)
    for number in range(rounds):
        meeting.once(KINDS[number % len(KINDS)])
    return meeting.tally


def main() -> int:
    """Let them meet, count and print; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=14)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(XDG_DATA_HOME=f"{name}/data", XDG_CONFIG_HOME=f"{name}/config")
        tally = run_all(Path(name), given.rounds, given.seed)
    print(", ".join(f"{what} {count}" for what, count in tally.items()))
    return 1 if tally["wrong"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
