"""The pages: a house, its articles, the printed page, and what was made of it."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from islands.island_forms import furniture, labelled, page_stories
from islands.island_house import draw_house
from islands.island_layout import Layout
from islands.island_machines import scanned, spread, torn
from islands.island_orders import Copier, filed, hard
from islands.island_raw import Sheet
from islands.island_stories import Part, Story, Writer
from islands.island_words import traditional

if TYPE_CHECKING:
    from training.form import Page

KINDS: tuple[str, ...] = ("hard", "long", "mixed", "filed", "spread", "torn", "scanned")


def _begun(write: Writer, story: Story) -> None:
    """Let an article come from another page, in mid-sentence or under its title again."""
    tell = write.teller()
    if write.rng.random() < 0.5:
        story.heads = []
    else:
        story.heads = [part for part in story.heads if part.kind == "title"]
    if write.rng.random() < 0.7:
        story.before = tell.draw("from")
    if write.rng.random() < 0.6:
        story.body[0] = Part("para", [tell.draw("from2")])


def _broken(write: Writer, story: Story) -> None:
    """Break an article off, with a jump line mostly."""
    tell, rng = write.teller(), write.rng
    last = story.body[-1]
    if last.kind == "para" and len(last.text) > 40 and rng.random() < 0.75:
        cut = rng.randint(20, len(last.text) - 10)
        last.lines = [last.text[:cut]]
    if rng.random() < 0.85:
        story.after = tell.draw("jump")


def _odd(write: Writer, stories: list[Story]) -> None:
    rng = write.rng
    news = [story for story in stories if story.sort == "news"]
    for story in news:
        if rng.random() < 0.015:
            story.heads = []
        if rng.random() < 0.06 and story.ems() > 250:
            tell = write.teller()
            caption = tell.draw("caption") + tell.draw("credit")
            story.body.insert(rng.randint(1, len(story.body)), Part("caption", [caption]))
        if rng.random() < 0.05 and re.search(r"[^。！？”）]$", story.body[-1].text) is None:
            story.body[-1].lines[0] = re.sub(
                r"。$", rng.choice(("……", "", "！")), story.body[-1].lines[0]
            )
    if news and rng.random() < 0.08:
        _begun(write, news[-1] if rng.random() < 0.7 else news[0])
    if news and rng.random() < 0.1:
        _broken(write, news[0])


def _traditional(stories: list[Story]) -> None:
    for story in stories:
        for part in (*story.heads, *story.body):
            part.lines = [traditional(line) for line in part.lines]
        story.label = traditional(story.label)
        story.before, story.after = traditional(story.before), traditional(story.after)


def page(kind: str, seed: int) -> Page:
    """Make a page, the same for the same kind and seed."""
    rng = random.Random(f"islands {kind} {seed}")
    house = draw_house(rng)
    write = Writer(rng, house)
    stories = page_stories(write)
    _odd(write, stories)
    heading = labelled(write, stories)
    top, low = furniture(write)
    if house.trad:
        _traditional(stories)
        heading = traditional(heading)
        top, low = ([traditional(text) for text in texts] for texts in (top, low))
    layout = Layout(rng, house)
    layout.place(stories, heading)
    layout.furniture(top, low)
    sheet = Sheet(layout.keys)
    copier = Copier(rng, layout, sheet)
    if kind in ("hard", "long", "mixed"):
        hard(copier, kind)
    else:
        {"filed": filed, "spread": spread, "torn": torn, "scanned": scanned}[kind](copier)
    feed = kind == "spread" or (kind in ("torn", "scanned") and rng.random() < 0.6)
    return sheet.page(f"island {kind} {seed}", feed=feed, end=rng.choice(("\n", "\n", "")))
