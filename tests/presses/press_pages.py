"""Newspaper pages by the second hand: `sheet(seed, stories)`, and `told(seed)` for stories.

Sheets that are judged tell the stories of `told`, of makers that nothing is trained on; on others,
with stories of the makers for training, the field is trained (`tests/bench/bench_readers.py`).
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from islands import island_pages
from outsiders import outsider_pages
from training.retelling import stories as retold
from training.sheet import Owner, Sheet

from presses.press_article import Item
from presses.press_furniture import Furniture, filler, jump
from presses.press_house import House, house
from presses.press_plan import Part, Planner
from presses.press_stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newspaper import Story

KINDS = ("mixed", "long")
PLANS = 14


def told(seed: int) -> list[Story]:
    """Give stories enough for the page of a seed, from outsiders' and islands' pages in turn."""
    paper = house(seed)
    room = paper.width * paper.height / (paper.size * paper.leading)
    found: list[Story] = []
    for turn in range(40):
        maker = (outsider_pages, island_pages)[(seed + turn) % 2]
        page = maker.page(KINDS[turn // 2 % 2], 7000 + 40 * seed + turn)
        found += retold(page)
        if sum(len(text) for story in found for _, text in story.body) > room:
            break
    return found


def sheet(seed: int, stories: Sequence[Story]) -> Sheet:
    """Typeset as many of the stories as a page takes, in the house of the seed."""
    dice = random.Random(f"press page {seed}")
    paper = house(seed)
    wide = paper.width - paper.left - paper.right
    around = Furniture(dice, paper)
    top = Stamp(wide)
    if paper.masthead:
        top.add(around.masthead(wide), 0, 0)
        top.height = _end(top) + paper.size * 0.8
    elif dice.random() < 0.85:
        made = around.running(wide)
        top.add(made, 0, 0)
        top.height = made.height
    foot = around.foot(wide) if dice.random() < 0.6 else Stamp(wide)
    high = paper.height - paper.top - paper.bottom - top.height - foot.height - paper.size * 0.6
    planner = Planner(paper, dice)
    plan = _plan(planner, _items(dice, paper, stories), high)
    page = Stamp(paper.width, paper.height)
    page.add(top, paper.left, paper.top)
    _set(planner, plan, high, page, top.height)
    page.add(foot, paper.left, paper.height - paper.bottom - foot.height)
    return _sheet(dice, paper, page)


def _end(stamp: Stamp) -> float:
    return max(y + high for _, y, _, high in stamp.rules)


def _items(dice: random.Random, paper: House, stories: Sequence[Story]) -> list[Item]:
    """Give each story its rank; short ones may be guests of long ones before them."""
    found: list[Item] = []
    first = max(stories[:6], key=lambda story: min(900, _size(story)))
    ordered = [first, *(story for story in stories if story is not first)]
    for number, story in enumerate(ordered):
        size = _size(story)
        rank = "lead" if number == 0 else dice.choice(("large", "middle", "middle"))
        if size < 130 and number:
            rank = "brief"
        item = Item(story, number, rank)
        if size > 500 and len(story.body) > 5 and dice.random() < 0.2:
            most = max(3, len(story.body) * 2 // 3)
            item = replace(item, story=_cut(story, most), jump=jump(dice))
        host = found[-1] if found else None
        long = host and _size(host.story) > 350
        if host and long and not host.guest and size < 170 and dice.random() < paper.guests:
            found[-1] = replace(host, guest=item)
        else:
            found.append(item)
    return found


def _size(story: Story) -> int:
    return sum(len(text) for _, text in story.body)


def _cut(story: Story, most: int) -> Story:
    """Give a story of which the rest is on another page: it ends with a paragraph."""
    while most > 1 and story.body[most - 1][0] != "para":
        most -= 1
    return replace(story, body=story.body[:most])


def _plan(planner: Planner, items: list[Item], high: float) -> Part:
    """Give the plan that fills a height best with as many of the articles as it takes."""
    paper = planner.house
    room = high * planner.width(paper.columns)
    span, taken, count = max(1, paper.columns // 2), 0.0, 0
    while count < len(items) and taken < room * 1.02:
        taken += planner.leaf(items[count], span).need * planner.width(span)
        count += 1
    best: Part | None = None
    while best is None and count:
        for _ in range(PLANS):
            planner.grown.clear()
            part = _grown(planner, items[:count])
            if part.need > high:
                continue
            if best is None or part.waste + (high - part.need) * 3 < best.waste:
                best = part
        count -= 1
    return best or planner.leaf(items[0], paper.columns)


def _grown(planner: Planner, items: list[Item]) -> Part:
    """Grow a plan, the lead over the whole width where the house has it so."""
    paper = planner.house
    if not paper.lead or len(items) < 2:
        return planner.grow(items, paper.columns)
    one = planner.leaf(items[0], paper.columns)
    two = planner.grow(items[1:], paper.columns)
    need = one.need + paper.gap + two.need
    return Part(paper.columns, need, one.waste + two.waste, None, True, (one, two))


def _set(planner: Planner, plan: Part, high: float, page: Stamp, above: float) -> None:
    """Put the articles on the page; what the plan leaves free at the end is an advertisement."""
    paper = planner.house
    x, y = paper.left, paper.top + above
    free = high - plan.need
    if free > high * 0.1:
        wide = planner.width(paper.columns)
        fill = filler(planner.dice, paper, wide, free - paper.gap)
        planner.put(plan, (x, y), plan.need, page)
        page.add(fill, x, y + high - fill.height)
        return
    planner.put(plan, (x, y), high, page)


def _sheet(dice: random.Random, paper: House, page: Stamp) -> Sheet:
    """Number articles and frames anew, and give the order in which the file has them."""
    owners = [owner for owner in page.owners if owner.pieces]
    numbers: dict[int, int] = {}
    for place, owner in enumerate(owners):
        if owner.article >= 0:
            owner.article = numbers.setdefault(owner.article, len(numbers))
            owner.frame = (owner.article, owner.frame[1])
        else:
            owner.frame = (1000 + place, owner.kind)
    made = Sheet(paper.width, paper.height, paper, owners, page.boxes, page.rules)
    made.order = _order(dice, paper, owners)
    return made


def _order(dice: random.Random, paper: House, owners: list[Owner]) -> list[Owner]:
    """Give the blocks as the file has them; a byline at the end comes behind its text."""
    frames: dict[tuple[int, str], list[Owner]] = {}
    tails = {owner.article: owner for owner in owners if owner.frame[1] == "tail"}
    for owner in owners:
        if owner.frame[1] != "tail":
            frames.setdefault(owner.frame, []).append(owner)
    for article, owner in tails.items():
        frames.setdefault((article, "body"), []).append(owner)
    keys = list(frames)
    ranks = {"furniture": 3, "section": 2, "head": 0, "body": 1}
    if paper.order == "kinds":
        keys.sort(key=lambda key: ranks.get(key[1], 4))
    elif paper.order == "shuffled":
        dice.shuffle(keys)
    elif paper.order == "heads last":
        keys.sort(key=lambda key: key[1] in ("head", "section"))
    elif paper.order == "furniture first":
        keys.sort(key=lambda key: key[1] != "furniture")
    elif paper.order == "by columns":
        keys.sort(key=lambda key: min((p.x, p.y) for o in frames[key] for p in o.pieces))
    return [owner for key in keys for owner in frames[key]]
