"""Sheets of the third hand."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from islands import island_pages
from outsiders import outsider_pages
from training.retelling import stories as retold
from training.sheet import Sheet

from foundries.foundry_front import Front
from foundries.foundry_house import House, house
from foundries.foundry_mason import Area, Mason
from foundries.foundry_told import notice, poem, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newspaper import Story
    from training.sheet import Owner

KINDS = ("long", "mixed")
TURNS = 40
OLD = re.compile("[「」們這個學國會過時說來為後點開與長]")
"""Marks of Traditional text."""
KINDS_IN_FILE = ("title", "kicker", "subtitle", "byline", "section", "caption", "furniture")


def told(seed: int) -> list[Story]:
    """Give stories enough for the page of a seed, from outsiders' and islands' pages in turn."""
    paper = house(seed)
    dice = random.Random(f"foundry told {seed}")
    room = paper.width * paper.height / (paper.size * paper.leading * paper.size) * 0.8
    own = {"notices": (0.7, 0.1, 0.0), "literary": (0.0, 0.0, 0.3), "evening": (0.1, 0.05, 0.0),
           "works": (0.05, 0.1, 0.1), "district": (0.05, 0.05, 0.05)}  # fmt: skip
    found: list[Story] = []
    for turn in range(TURNS):
        maker = (island_pages, outsider_pages)[(seed + turn) % 2]
        made = retold(maker.page(KINDS[turn // 2 % 2], 300_000 + 60 * seed + turn))
        if paper.sort == "traditional" and turn < TURNS - 8:
            made = [story for story in made if len(OLD.findall(_words(story))) > 8]
        for story in made:
            for share, writer in zip(own.get(paper.sort, ()), (notice, table, poem), strict=False):
                if dice.random() < share:
                    found.append(writer(dice))
            found.append(_headed(story, paper, dice))
        if sum(len(_words(story)) for story in found) > room:
            break
    return found


def _words(story: Story) -> str:
    return "".join(text for _, text in story.body)


def _headed(story: Story, paper: House, dice: random.Random) -> Story:
    """Give some articles more of a headline: a dash before the subtitle, more of them."""
    if not story.title or paper.sort == "notices":
        return story
    lines = [line for line in (story.subtitle or "").split("\n") if line]
    said = [s for s in re.split("[。！？]", _words(story)) if 9 < len(s) < 22 and s.isalpha()]
    if said and dice.random() < {"party": 0.6, "evening": 0.4}.get(paper.sort, 0.15):
        lines += said[: dice.choice((1, 1, 2, 3))]
    if lines and len(lines) == 1 and "—" not in lines[0] and dice.random() < 0.35:
        lines = ["——" + lines[0]]
    return replace(story, subtitle="\n".join(lines) or None)


def sheet(seed: int, stories: Sequence[Story]) -> Sheet:
    """Typeset as many of the stories as a page takes, in the house of the seed."""
    paper, dice = house(seed), random.Random(f"foundry page {seed}")
    front = Front(paper, dice)
    wide = paper.width - 2 * paper.margin
    mason = Mason(paper, dice, front, stories)
    top, foot = paper.margin * 0.8, paper.height - paper.margin * 0.8
    chance = dice.random()
    if chance < 0.3:
        made = front.masthead(wide)
    elif chance < 0.92:
        made = front.running(wide)
    else:
        made = None
    if made:
        mason.put(made, paper.margin, top)
        top += made.height + paper.size * 1.2
    last = front.foot(wide) if dice.random() < 0.5 else None
    if last:
        foot -= last.height + paper.size
    mason.fill(Area(paper.margin, paper.columns, top, foot))
    if last:
        mason.put(last, paper.margin, foot + paper.size)
    page = mason.page
    return Sheet(
        paper.width, paper.height, paper, page.owners, page.boxes, page.rules,  # type: ignore[arg-type]
        _in_file(page.owners, paper, dice),
    )  # fmt: skip


def _in_file(owners: list[Owner], paper: House, dice: random.Random) -> list[Owner]:
    """Give the blocks as they stand in the file, frame by frame."""
    frames: dict[tuple[int, str], list[Owner]] = {}
    for owner in owners:
        frames.setdefault(owner.frame, []).append(owner)
    parts = list(frames.values())
    if paper.order == "shuffled":
        for at in range(len(parts)):
            other = min(len(parts) - 1, at + dice.choice((0, 1, 1, 2, 5, 9)))
            parts[at], parts[other] = parts[other], parts[at]
    elif paper.order == "kinds":
        parts.sort(key=lambda part: part[0].kind in KINDS_IN_FILE)
    elif paper.order == "heads last":
        parts.sort(key=lambda part: part[0].kind in ("title", "kicker", "subtitle"))
    elif paper.order == "furniture first":
        parts.sort(key=lambda part: part[0].kind != "furniture")
    return [owner for part in parts for owner in part]
