"""Marks: a paper's own punctuation and characters, and what a reader of images misread."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from gazettes.gazette_articles import Story
    from gazettes.gazette_house import House

_ASCII = str.maketrans("，；：？！（）", ",;:?!()")
_QUOTES = str.maketrans("“”", "「」")
_ALIKE = dict(
    zip(
        "日己未人天土千大间乌目子王今力田治侯徒析本见风亩几旦住情抓的一工上名收用各务",
        "曰已末入夭士干太问鸟日于玉令刀由冶候徙折木贝凤苗儿且往清扒旳—丄土各牧甩名劣",
        strict=True,
    )
)
"""Characters that are taken for each other."""


@cache
def traditional() -> tuple[dict[str, str], dict[int, str]]:
    """Give the words and the characters that are written otherwise in Traditional characters."""
    words: dict[str, str] = {}
    marks: dict[int, str] = {}
    path = Path(__file__).parent / "texts" / "traditional.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        for pair in line.split():
            half = len(pair) // 2
            if half == 1:
                marks[ord(pair[0])] = pair[1]
            else:
                words[pair[:half]] = pair[half:]
    return words, marks


def in_traditional(text: str) -> str:
    """Write a text in Traditional characters."""
    words, marks = traditional()
    for word, other in words.items():
        text = text.replace(word, other)
    return text.translate(marks)


def remark(rng: random.Random, stories: list[Story], house: House) -> None:
    """Give the texts of a page the marks of its paper."""
    corners = rng.random() < 0.7
    for story in stories:
        story.heads = [
            head._replace(lines=tuple(mark_text(text, house, corners) for text in head.lines))
            for head in story.heads
        ]
        story.body = [
            (kind, _slipped(rng, mark_text(text, house, corners), house))
            for kind, text in story.body
        ]
        story.label = mark_text(story.label, house, corners)


def mark_text(text: str, house: House, corners: bool = True) -> str:
    """Write a text with the characters and marks of its paper."""
    if "traditional" in house.odd:
        text = in_traditional(text)
        return text.translate(_QUOTES) if corners else text
    return text.translate(_ASCII) if "ascii" in house.odd else text


def _slipped(rng: random.Random, text: str, house: House) -> str:
    """Misread a character here and there."""
    if "slips" not in house.odd:
        return text
    return "".join(
        _ALIKE[mark] if mark in _ALIKE and rng.random() < 0.03 else mark for mark in text
    )
