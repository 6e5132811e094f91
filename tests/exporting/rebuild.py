"""Rebuild the text of pages, but for white space, from an export in jsonl and its furniture."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def rows(path: Path) -> list[dict]:
    """Read a file of JSON lines as the standard says: LF alone ends a line."""
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


class Rebuilt:
    """What an export says of each position of each file, by the file's SHA-256."""

    def __init__(self) -> None:
        self.files: dict[str, dict[int, str]] = defaultdict(dict)

    def paint(self, sha256: str, start: int, text: str) -> None:
        for at, char in enumerate(text, start):
            assert at not in self.files[sha256], "a character is told twice"
            self.files[sha256][at] = char

    def ranges(self, text: str, origin: list[list], own: str) -> None:
        """Paint what the ranges of an origin name; check that they are in order and in bounds."""
        before = 0
        for start, end, source_start, source_end, *other in origin:
            assert before <= start < end <= len(text)
            assert end - start == source_end - source_start
            before = end
            self.paint(other[1] if other else own, source_start, text[start:end])

    def text(self, sha256: str) -> str:
        painted = self.files[sha256]
        return "".join("".join(painted[at] for at in sorted(painted)).split())


def rebuild(articles: list[dict], pages: list[dict]) -> Rebuilt:
    """Put every character back where it came from."""
    rebuilt = Rebuilt()
    for article in articles:
        own = article["issue"]["sha256"]
        rebuilt.ranges(article["text"], article["origin"], own)
        for correction in article["corrections"]:
            rebuilt.ranges(correction["old"], correction["origin"], own)
    for page in pages:
        for line in page["lines"]:
            rebuilt.paint(page["sha256"], line["start"], line["text"])
    return rebuilt


def typed(article: dict) -> str:
    """Give what no range of an article's origin covers."""
    covered = set()
    for start, end, *_ in article["origin"]:
        covered.update(range(start, end))
    return "".join(c for at, c in enumerate(article["text"]) if at not in covered)
