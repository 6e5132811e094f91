"""Composing a page: its articles, and the order in which heads, columns and furniture stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weeklies import weekly_furniture as furniture
from weeklies.weekly_items import Item, Line, Story, finish, whole
from weeklies.weekly_lay import Frame, doubled, with_gaps
from weeklies.weekly_odd import displace, truncate
from weeklies.weekly_stories import briefs, captioned, fitting, story

if TYPE_CHECKING:
    import random

    from training.form import Page

    from weeklies.weekly_house import House
    from weeklies.weekly_slots import World

MOST_ARTICLES = 14


@dataclass(slots=True)
class Set:
    """A story as it was set: its head lines and the columns of its body."""

    story: Story
    head: list[Line]
    columns: list[list[Line]] = field(default_factory=list)


def compose(world: World, house: House) -> Page:
    """Make a page."""
    rng = world.rng
    paper = furniture.name(world)
    stories = choose_stories(world, house)
    _label(stories, world, house)
    odd = _odds(world, house, stories)
    made = [_set(one, world, house) for one in stories]
    if "doubled" in odd:
        order = rng.sample(made, len(made))
        _note(house, "doubled", done=any(doubled(one.columns, rng) for one in order))
    if "column" in odd:
        _note(house, "column", done=displace([one.columns for one in made], rng))
    chunks = _chunks(made, house, rng, gather="gathered" in odd and len(made) > 2)
    _furnish(chunks, world, house, paper, stories)
    lines = _together(chunks, house, rng)
    items, sections = _reading_order(lines, made)
    return finish(lines, items, sections, house, rng)


def _note(house: House, name: str, *, done: bool) -> None:
    """Write down that a page has an oddity."""
    if done:
        house.odd.append(name)


def choose_stories(world: World, house: House) -> list[Story]:
    """Choose the articles of a page, by the space that they fill."""
    rng = world.rng
    pool = [draft for draft in fitting(world) if draft.kind != "brief"]
    way = rng.random()
    if way < 0.04:
        world.wide = rng.randint(3, 13)
        tries = [story(rng.choice(pool), world, house, 0) for _ in range(6)]
        return [max(tries, key=lambda one: sum(len(item.text) for item in one.body))]
    if way < 0.09:
        return briefs(world, house, 0, rng.randint(6, 13))
    goal = rng.randint(1500, 4200)
    found: list[Story] = []
    size = 0
    rng.shuffle(pool)
    most = rng.randint(3, MOST_ARTICLES)
    for draft in pool:
        if (size > goal and len(found) >= 3) or len(found) >= most:
            break
        if rng.random() < 0.12 and len(found) < MOST_ARTICLES - 5:
            found.extend(briefs(world, house, len(found), rng.randint(2, 5)))
        found.append(story(draft, world, house, len(found)))
        size = sum(len(item.text) for one in found for item in one.body)
    return found[:MOST_ARTICLES]


def _label(stories: list[Story], world: World, house: House) -> None:
    """Put section labels over runs of stories and column names over single ones."""
    rng = world.rng
    if rng.random() < 0.25 and len(stories) > 1:
        start = rng.choice((0, 0, rng.randrange(len(stories))))
        run = furniture.label(world, house, column=False)
        stop = rng.choice((len(stories), start + 2, start + 3))
        for one in stories[start:stop]:
            one.section = run
    names: set[str] = set()
    for one in stories:
        if one.section is None and rng.random() < 0.12:
            made = furniture.label(world, house, column=True)
            if made.text not in names:
                one.section = made
                names.add(made.text)


def _odds(world: World, house: House, stories: list[Story]) -> set[str]:
    """Choose the oddities of a page, and do those that change its articles."""
    rng = world.rng
    chances = {
        "column": 0.16,
        "doubled": 0.09,
        "lost": 0.07,
        "gathered": 0.08,
        "begins": 0.06,
        "breaks": 0.06,
    }
    odd = {name for name, chance in chances.items() if rng.random() < chance}
    if "lost" in odd:
        one = rng.choice(stories)
        _note(house, "lost", done=any(item.kind == "title" for item in one.heads))
        one.heads = [item for item in one.heads if item.kind == "byline"]
    for name in ("begins", "breaks"):
        if name in odd:
            one = stories[0] if name == "begins" else stories[-1]
            _note(house, name, done=truncate(one, rng, front=name == "begins"))
    return odd


def _set(one: Story, world: World, house: House) -> Set:
    """Set an article: heads on lines of their own, the body in the columns of a frame."""
    rng = world.rng
    frame = Frame(house, rng)
    body = [item for item in one.body if item.kind != "caption"]
    extras = [item for item in one.body if item.kind == "caption"]
    size = sum(len(item.text) for item in body)
    if not extras and size > 250 and rng.random() < 0.16:
        extras.append(captioned(world, house, one.number, rng))
        one.body.append(extras[0])
    heads = list(one.heads)
    if heads and heads[-1].kind == "byline" and rng.random() < 0.6:
        body.insert(0, heads.pop())
    if rng.random() < 0.06 and size > 200:
        extras.extend(furniture.prompts(world, house)[:1])
    head: list[Line] = []
    for item in heads:
        if head and rng.random() < house.gaps.head:
            head.extend(Line() for _ in range(rng.choice((1, 1, 1, 2))))
        head.extend(whole(item))
    if not body:
        return Set(one, head, [frame.set(extras)])
    columns = with_gaps(frame.columns(body, extras), house, rng)
    return Set(one, head, columns)


def _chunks(made: list[Set], house: House, rng: random.Random, *, gather: bool) -> list[list[Line]]:
    """Give the pieces of the page in the order of printing."""
    chunks: list[list[Line]] = []
    gathered: list[Set] = []
    if gather:
        start = rng.randrange(len(made) - 1)
        gathered = made[start : start + rng.choice((2, 2, 3))]
        _note(house, "gathered", done=True)
    bodies = list(gathered)
    rng.shuffle(bodies)
    last: Item | None = None
    for one in made:
        top: list[Line] = []
        if one.story.section is not None and one.story.section is not last:
            top.extend(whole(one.story.section))
        last = one.story.section
        if gathered and one is gathered[0]:
            chunks.extend([*([top] if top else []), *(each.head for each in gathered)])
            chunks.extend(_flat(each, house, [], rng) for each in bodies)
        elif one not in gathered:
            chunks.append(_flat(one, house, [*top, *one.head], rng))
        elif top:
            chunks.insert(-len(gathered), top)
    return [chunk for chunk in chunks if chunk]


def _flat(one: Set, house: House, head: list[Line], rng: random.Random) -> list[Line]:
    """Give an article's lines one after another."""
    made = list(head)
    if head and one.columns and rng.random() < house.gaps.under:
        made.extend(Line() for _ in range(rng.choice((1, 1, 1, 2, 3))))
    for column in one.columns:
        made.extend(column)
    return made


def _furnish(
    chunks: list[list[Line]], world: World, house: House, paper: str, stories: list[Story]
) -> None:
    """Put what is no article among the pieces of a page."""
    rng = world.rng
    if "breaks" in house.odd and rng.random() < 0.5:
        chunks[-1].extend(whole(furniture.turned(world, house, onward=True)))
    if "begins" in house.odd and rng.random() < 0.5 and stories[0].body:
        chunks[0][:0] = whole(furniture.turned(world, house, onward=False))
    for box, first in _boxes(world, house, paper):
        lines = [line for item in box for line in whole(item)]
        if rng.random() < first:
            chunks.insert(0, lines)
        elif rng.random() < 0.5:
            chunks.append(lines)
        else:
            chunks.insert(rng.randint(0, len(chunks)), lines)


def _boxes(world: World, house: House, paper: str) -> list[tuple[list[Item], float]]:
    """Give what is no article, each with how often it heads the page."""
    rng = world.rng
    boxes: list[tuple[list[Item], float]] = []
    if rng.random() < 0.4:
        boxes.append((furniture.masthead(world, house, paper), 0.65))
    if rng.random() < 0.55:
        boxes.append((furniture.running(world, house, paper), 0.5))
    if rng.random() < 0.4:
        boxes.append((furniture.prompts(world, house), 0.1))
    if rng.random() < 0.1:
        boxes.append((furniture.weather(world, house), 0.4))
    if rng.random() < 0.12:
        pool = [draft for draft in fitting(world) if draft.heads]
        other = [story(rng.choice(pool), world, house, -1) for _ in range(rng.randint(2, 5))]
        boxes.append((furniture.contents(world, house, other), 0.3))
    return boxes


def _together(chunks: list[list[Line]], house: House, rng: random.Random) -> list[Line]:
    """Join the pieces of a page, with the blank lines between them."""
    lines: list[Line] = []
    for chunk in chunks:
        if lines and (house.gaps.every or rng.random() < house.gaps.frame):
            lines.extend(Line() for _ in range(rng.choice((1, 1, 1, 1, 2, 3))))
        lines.extend(chunk)
    return lines


def _reading_order(lines: list[Line], made: list[Set]) -> tuple[list[Item], dict[int, Item]]:
    """Give the items as they are to be read, and the section labels of the articles."""
    items: list[Item] = []
    sections: dict[int, Item] = {}
    for one in made:
        label = one.story.section
        if label is not None:
            sections[one.story.number] = label
            if label not in items:
                items.append(label)
        items.extend(one.story.heads)
        items.extend(one.story.body)
    known = {id(item) for item in items}
    for line in lines:
        item = line.item()
        if item is not None and id(item) not in known:
            known.add(id(item))
            items.append(item)
    return items, sections
