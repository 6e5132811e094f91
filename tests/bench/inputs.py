"""Give the program what strangers send, and count where it stumbles.

    python tests/bench/inputs.py --mutated 10000 [--nasty] [--many 100000] [--steps 1500] [--seed 1]

`--mutated`: pages of all kinds with bytes flipped, cut, doubled, put in, or in another encoding,
each imported. *crash*: anything but a result of the contract's. In the end the library must be
sound, which says that every character of every file is in it as it came.

`--nasty`: what is large or odd, each imported, shown, exported and checked in a process of its own;
*over*: more than 700 MB or 20 s of processor. Every code point must come out as it went in.
`--many` is how many small files, two folders deep, are imported at once in the same way.

`--steps`: long pages of so many lines and of twice as many, in the same way; the calls are counted,
not the time. *steep*: twice the lines took more than `STEEP` times the calls. One call of Python's
own that takes long is one call.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import random
import resource
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.generate import Prose
from wrapping import page

from reader import cli, places
from reader.importing import import_paths
from reader.store import Library, Mode
from reader.store.check import check
from reader.text.rough import BEYOND

STATUSES = {"imported", "unchanged", "skipped", "refused"}
MEGABYTES, SECONDS = 700, 20
STEEP = 2.6
"""How many times the steps twice the lines may take."""
LINE = "会议强调要认真学习贯彻落实各项工作，新泾镇。"
LONG_PAGES: dict[str, Callable[[int], str]] = {
    "lines": lambda count: f"{LINE[:17]}\n" * count,
    "lines of a character": lambda count: "甲\n" * count,
    "lines of a newspaper": lambda count: "\n".join(_newspaper(count)),
    "lines of furniture": lambda count: "".join(f"{n % 97}版 新泾镇报\n" for n in range(count)),
}
ODD = (
    "\u202e\u2066\u2069\u202c\u200f\u061c",  # bidi overrides and isolates
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e",  # zero width
    "\ue000\uf8ff\U000f0000\U0010fffd",  # private use
    "\U00020000\U0002a6df\U0002b740\U0002ceb0\U00030000\U00031350\U000323af",  # extensions B to H
    "\ufdd0\ufffe\uffff\U0001ffff\ufffd\ufffc",
    "e\u0301\u1100\u1161\u11a8\u212b\u2126\uf900\u4e00\ufe00\U000e0100",  # what NFC would change
    "\x00\x01\x1b[2J\x7f\x85\x0b\x0c\x1c\u2028\u2029\r",
    "=1+1|cmd\t@x\u0000",
    "<img src=file:///etc/passwd><script>{{7*7}}</script>&amp;%s{0}",
)


def _newspaper(count: int) -> list[str]:
    """Give so many lines of columns, all of different text."""
    prose, found = Prose(random.Random(5)), list[str]()
    while len(found) < count:
        found += ["", prose.paragraph(14).rstrip("。")]
        for _ in range(5):
            text = f"　　{prose.paragraph(90)}"
            found += [text[at : at + 17] for at in range(0, len(text), 17)]
    return found[:count]


def _sample(count: int) -> str:
    """Give so many lines of a sample page, again and again."""
    text = min(places.seeds().glob("*.txt")).read_text("utf-8").splitlines(keepends=True)
    return "".join((text * (count // len(text) + 1))[:count])


def mutated(dice: random.Random, seeds: list[bytes]) -> bytes:
    """Give a page of some kind, changed in some places."""
    data = bytearray(dice.choice(seeds))
    if dice.random() < 0.3:
        low = dice.randrange(len(data))
        data = data[low : low + dice.randrange(1, 2000)]
    for _ in range(dice.choice((0, 1, 1, 2, 5, 40))):
        at = dice.randrange(len(data) + 1)
        kind = dice.choices(range(6), (4, 6, 1, 6, 6, 6))[0]
        if kind == 0 and at < len(data):
            data[at] ^= 1 << dice.randrange(5)
        elif kind == 1:
            data[at:at] = dice.choice(ODD).encode("utf-8")
        elif kind == 2:
            data[at:at] = dice.randbytes(dice.randrange(1, 9))
        elif kind == 3:
            del data[at : at + dice.randrange(1, 300)]
        elif kind == 4:
            data[at:at] = data[at : at + dice.randrange(1, 300)] * dice.randrange(1, 4)
        else:
            data[at:at] = dice.choice(("\n", "\r\n", "\u3000\u3000", "  \n", "\t", "\f\n")).encode()
    if dice.random() < 0.2:
        text = data.decode("utf-8", "ignore")
        return text.encode(dice.choice(("gb18030", "utf-16", "utf-8-sig", "utf-16-be")), "ignore")
    return bytes(data)


def pages_to_mutate() -> list[bytes]:
    """Give the sample pages and some that were made."""
    seeds = [path.read_bytes() for path in sorted(places.seeds().glob("*.txt"))]
    return seeds + [page(number).raw.encode() for number in range(40)]


def mutate(folder: Path, count: int, seed: int) -> Counter[str]:
    """Import so many mutated pages; give how often each status came, and crashes."""
    dice, tally, seeds = random.Random(seed), Counter[str](crash=0), pages_to_mutate()
    file = folder / "page.txt"
    with Library.open(folder / "mutated.db", Mode.CREATE, actor="bench") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for number in range(count):
            file.write_bytes(mutated(dice, seeds))
            try:
                (result,) = import_paths(library, [file])
                tally[str(result.status)] += 1
                assert result.status in STATUSES
            except Exception:  # noqa: BLE001 - that is what is counted
                tally["crash"] += 1
                file.rename(folder / f"crash-{number}.txt")
                print(f"crash: {number} of seed {seed}", traceback.format_exc(), flush=True)
        report = check(library)
        tally["unsound"] = len(report.faults)
        print(*report.faults[:3], sep="\n", end="\n" if report.faults else "")
    return tally


def nasty(folder: Path) -> dict[str, list[Path]]:
    """Write what is large or odd; give the files of each case."""
    folder.mkdir()
    texts = {
        f"odd {number}": f"=题{odd}\n甲乙{odd}丙丁\n{odd}\n\n戊己{odd}庚"
        for number, odd in enumerate(ODD)
    }
    texts |= {
        "10 MB in one line": LINE * (10_000_000 // len(LINE.encode())),
        "200,000 lines": LONG_PAGES["lines"](200_000),
        "200,000 of newspapers": LONG_PAGES["lines of a newspaper"](200_000),
        "200,000 of a sample page": _sample(200_000),
        "200,000 with CR and LF": _sample(200_000).replace("\n", "\r\n"),
        "50,000 of newspapers": LONG_PAGES["lines of a newspaper"](BEYOND),
        "200,000 of a character": LONG_PAGES["lines of a character"](200_000),
        "200,000 of furniture": LONG_PAGES["lines of furniture"](200_000),
        "200,000 empty lines": "甲" + "\n" * 200_000 + "乙",
        "200,000 short lines": "甲乙\n\n" * 100_000,
        "2,000 pages in a file": "\f\n".join(f"{LINE}\n{number}" for number in range(2_000)),
        "one character": "甲",
    }
    made = {}
    for number, (name, text) in enumerate(texts.items()):
        made[name] = [folder / f"{number}.txt"]
        made[name][0].write_bytes(text.encode())
    made["names"] = _names(folder / "names")
    return made


def _names(folder: Path) -> list[Path]:
    folder.mkdir()
    names = [b"\xff\xfe\xed\xa0\x80.txt", b"a\tb\nc\\d.txt", b"Twin.txt", b"twin.TXT", b"CON.txt"]
    names += ["甲".encode() * 83 + b"AB.txt", "\u202egnp.txt".encode(), b"-rf.txt", b"'\";$(x).txt"]
    for number, name in enumerate(names):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_text(f"=题{number}\n正文{number}", "utf-8")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    return [folder]


def many(folder: Path, count: int) -> list[Path]:
    """Write so many small files, a thousand a folder."""
    for number in range(count):
        path = folder / f"{number // 1000:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"=第{number}篇\n这是第{number}篇的正文，很短。\n", "utf-8")
    return [folder]


def measured(name: str, paths: list[Path], folder: Path, *, counted: bool = False) -> str:
    """Take files in and carry them out in a process of its own; give what is wrong, else ''.

    With `counted` the calls are counted, and the time is of no account.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 70
        try:
            status = _counted(paths, folder) if counted else _work(paths, folder)
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    megabytes, seconds = used.ru_maxrss >> 10, used.ru_utime + used.ru_stime
    told = folder / "import"
    taken = float(told.read_text()) if told.exists() else seconds
    told = folder / "all"  # without what it takes to compare what came out
    seconds = float(told.read_text()) if told.exists() else seconds
    print(
        f"{name:24} {seconds:6.1f} s, {taken:6.1f} of it import {megabytes:5} MB"
        f"  status {os.waitstatus_to_exitcode(status)}"
    )
    if status:
        return "status"
    timed = name != "many" and not counted
    over = megabytes > MEGABYTES or (timed and seconds > SECONDS)
    return "over" if over else ""


def _counted(paths: list[Path], folder: Path) -> int:
    profile = cProfile.Profile()
    status = profile.runcall(_work, paths, folder)
    steps = sum(entry.callcount for entry in profile.getstats())
    (folder / "steps").write_text(str(steps))
    return status


def _work(paths: list[Path], folder: Path) -> int:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    given = ["--library", str(folder / "library.db")]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    before = _spent()
    os.dup2(nowhere, 1)
    if cli.run(["import", *map(str, paths), *given]) not in (0, 1):
        return 10
    (folder / "import").write_text(f"{_spent() - before}")
    for form in ("jsonl", "csv", "txt", "md"):
        if cli.run(["export", "--format", form, "--out", str(folder / form), *given]):
            return 11
    if cli.run(["check", *given]):
        return 12
    (folder / "all").write_text(f"{_spent()}")
    return 0 if _as_received(folder, paths) else 13


def _spent() -> float:
    """Give the seconds of processor that this process took."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _as_received(folder: Path, paths: list[Path]) -> bool:
    """Tell whether each position of each page that an export names holds the page's character."""
    if not paths[0].is_file():
        return True
    data = paths[0].read_bytes().decode()
    for row in (folder / "jsonl" / "articles.jsonl").read_bytes().split(b"\n"):
        article = json.loads(row) if row else {"origin": []}
        for start, end, low, high, *_ in article["origin"]:
            if article["text"][start:end] != data[low:high]:
                return False
    return True


def strange(folder: Path, count: int) -> list[str]:
    """Take in all that is large or odd; give the names of the cases that went wrong."""
    cases = nasty(folder / "nasty")
    if count:
        cases["many"] = many(folder / "many", count)
    wrong = []
    for name, paths in cases.items():
        with tempfile.TemporaryDirectory(dir=folder) as place:
            if fault := measured(name, paths, Path(place)):
                wrong.append(f"{name}: {fault}")
    return wrong


def steep(folder: Path, lines: int) -> list[str]:
    """Count the calls for long pages and for pages twice as long; give what is wrong."""
    wrong = []
    for name, made in LONG_PAGES.items():
        steps = []
        for count in (lines, 2 * lines):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                path = Path(place) / "page.txt"
                path.write_text(made(count), "utf-8")
                if fault := measured(f"{count} {name}", [path], Path(place), counted=True):
                    return [*wrong, f"{count} {name}: {fault}"]
                steps.append(int((Path(place) / "steps").read_text()))
        print(f"{name}: {steps[0]} and {steps[1]} calls, {steps[1] / steps[0]:.2f} times")
        if steps[1] > STEEP * steps[0]:
            wrong.append(f"{name}: steep")
    return wrong


def main() -> int:
    """Mutate, measure and print; 1 when anything crashed, was changed, or was over its limits."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--mutated", type=int, default=200)
    parser.add_argument("--nasty", action="store_true")
    parser.add_argument("--many", type=int, default=0)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(XDG_DATA_HOME=f"{name}/data", XDG_CONFIG_HOME=f"{name}/config")
        tally = mutate(folder, given.mutated, given.seed)
        wrong = strange(folder, given.many) if given.nasty else []
        wrong += steep(folder, given.steps) if given.steps else []
    print(f"mutated {given.mutated}:", *(f"{what} {n}" for what, n in sorted(tally.items())))
    asked = given.nasty or given.steps
    print("nasty:", ", ".join(wrong) or "nothing wrong" if asked else "not asked for")
    return 1 if tally["crash"] or tally["unsound"] or wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
