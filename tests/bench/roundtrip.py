"""Open nasty articles in the window, type elsewhere in each, close, export; count what differs.

    python tests/bench/roundtrip.py --articles 1000 [--seed 1]

Each article has a headline and paragraphs with characters that programs lose: of both directions,
without width, private, of the extensions, no characters at all, such as NFC would change, controls,
ends of lines of seven kinds, markup. A letter is typed into each headline. What is exported must be
what was exported before, with that letter, code point for code point.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.bench_window import ended, opened, pass_time
from bench.inputs import ODD
from drafting import take_in

from reader import exporting
from reader.store import Library, Mode
from reader.store.check import check

PLAIN = "河边的柳树发了芽早市上的人比往年多了一倍摊主们说今年的菜又好又便宜"
PAGE = 25
"""Articles of a page."""
TYPED = "x"


def words(dice: random.Random, size: int) -> str:
    """Give so many plain characters."""
    return "".join(dice.choices(PLAIN, k=size))


def paragraph(dice: random.Random) -> str:
    """Give a paragraph: plain characters, and odd ones among them or at its edges."""
    found = [words(dice, dice.randint(1, 12))]
    for _ in range(dice.randint(1, 6)):
        odd = dice.choice(ODD)
        start = dice.randrange(len(odd))
        found += [odd[start : start + dice.randint(1, 8)], words(dice, dice.randint(0, 9))]
    return "".join(found)


def page(dice: random.Random, count: int) -> str:
    """Give a page of some articles, as `drafting` reads one."""
    articles = []
    for _ in range(count):
        head = "=" + words(dice, 4) + paragraph(dice).translate(_LINES)
        articles.append("\n\n".join((head, *(paragraph(dice) for _ in range(dice.randint(1, 4))))))
    return "\n\n".join(articles) + "\n"


_LINES = dict.fromkeys(map(ord, "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
"""What would end the line of a headline."""


def texts(path: Path, folder: Path) -> dict[str, str]:
    """Export a library; give the text of each article by its id."""
    with Library.open(path) as library:
        exporting.export(library, format="jsonl", out=folder, articles=None)
    rows = (folder / "articles.jsonl").read_bytes().split(b"\n")
    return {row["id"]: row["text"] for row in map(json.loads, filter(None, rows))}


def type_in_each(path: Path, ids: list[str], dice: random.Random) -> dict[str, int]:
    """Type a letter into the headline of each article, in a window; give where."""
    from PySide6.QtTest import QTest

    window = opened(path)
    edit = window.article.edit
    found = {}
    for article in ids:
        window.article.open(article)
        at = dice.randint(1, len(edit.sheet.blocks[0].text))
        edit.set_caret(0, at)
        QTest.keyClicks(edit, TYPED)
        found[article] = at
        if not len(found) % 50:
            pass_time(0)
    window.article.typing.flush()
    ended(window)
    return found


def differing(wanted: str, got: str) -> int:
    """Count the code points that differ, and those that one has more."""
    return abs(len(wanted) - len(got)) + sum(a != b for a, b in zip(wanted, got, strict=False))


def run(folder: Path, count: int, seed: int) -> tuple[int, int, int]:
    """Carry it out; give how many articles, code points, and differing code points there were."""
    dice, path = random.Random(seed), folder / "nasty.db"
    with Library.open(path, Mode.CREATE, actor="bench") as library:
        for number in range(0, count, PAGE):
            take_in(library, page(dice, min(PAGE, count - number)), name=f"{number}.txt")
        library.index.catch_up()
    before = texts(path, folder / "before")
    assert len(before) == count, "an article was read as two, or two as one"
    typed = type_in_each(path, list(before), dice)
    after = texts(path, folder / "after")
    wrong = 0
    for article, text in before.items():
        at = typed[article]
        wrong += differing(text[:at] + TYPED + text[at:], after.get(article, ""))
    with Library.open(path) as library:
        assert check(library).sound
    return len(after), sum(map(len, after.values())), wrong


def main() -> int:
    """Count and print; 1 when a code point differs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({f"XDG_{kind}_HOME": name for kind in ("DATA", "CONFIG", "CACHE")})
        articles, points, wrong = run(Path(name), given.articles, given.seed)
    print(f"articles {articles}  code points {points}  differing {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
