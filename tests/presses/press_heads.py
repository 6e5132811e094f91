"""Headlines: label, kicker, title, subtitle, byline; and pictures with their captions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from training.sheet import Owner

from presses.press_lines import Measure, plain
from presses.press_stamp import HAIR, Stamp, Text, stacked

if TYPE_CHECKING:
    from newspaper import Story

    from presses.press_house import House

# rank: the title's size, of the text's
SIZES = {"lead": (3.2, 4.8), "large": (2.2, 3.2), "middle": (1.7, 2.3), "brief": (1.2, 1.6)}
LEAST = 1.15


def title_size(story: Story, width: float, house: House, rank: str, dice: random.Random) -> float:
    """Give the size of a title: as its rank has it, less where its lines do not fit."""
    low, high = SIZES[rank]
    wanted = house.size * dice.uniform(low, high)
    how = Measure(1.0, "push", house.pairs, house.autospace)
    longest = max((plain(line.strip(), how).width for line in story.title), default=1.0)
    fitting = int(width / max(longest, 1.0) * 20) / 20
    return max(min(wanted, fitting), house.size * LEAST)


def heads(story: Story, article: int, width: float, house: House, way: tuple[str, str]) -> Stamp:
    """Set the headline of an article; `way` is its rank, and where its byline stands."""
    rank, byline = way
    dice = random.Random(f"press head {article} {rank} {story.title}")
    size = title_size(story, width, house, rank, dice)
    align = house.align
    texts = []
    frame = (article, "head")
    if story.kicker:
        small = max(house.size, min(size * house.kicker, house.size * 2))
        owner = Owner("kicker", story.kicker, article, frame)
        texts.append(Text(owner, small, house.small_face, align))
    if any(line.strip() for line in story.title):
        owner = Owner("title", "".join(story.title), article, frame)
        texts.append(Text(owner, size, house.head_face, align, 1.22, story.title))
    if story.subtitle:
        small = max(house.size, min(size * house.subtitle, house.size * 2))
        owner = Owner("subtitle", story.subtitle, article, frame)
        texts.append(Text(owner, small, house.small_face, align))
    if story.byline and byline == "head":
        owner = Owner("byline", story.byline, article, frame)
        small = house.size * dice.choice((0.95, 1.0))
        texts.append(Text(owner, small, house.small_face, house.byline_at))
    stamp = stacked(texts, width, house, house.size * 0.4)
    if texts:
        stamp.height += house.size * 0.6
    return stamp


def label(text: str, width: float, house: House, dice: random.Random) -> Stamp:
    """Set the label of a section: alone, on a grey bar, or over a rule."""
    owner = Owner("section", text, -1, (0, "label"))
    size = house.size * dice.uniform(1.0, 1.4)
    way = dice.choice(("alone", "bar", "rule"))
    align = "left" if way != "bar" else "centre"
    stamp = stacked([Text(owner, size, house.small_face, align, 1.4)], width, house, 0)
    if way == "bar":
        stamp.boxes.append((0, 0, width, stamp.height))
    elif way == "rule":
        stamp.rules.append((0, stamp.height, width, HAIR * 2))
    stamp.height += house.size * 0.5
    return stamp


def picture(width: float, high: float, caption: Owner | None, house: House, way: str) -> Stamp:
    """Set a grey box as a picture, with its caption below or beside it."""
    stamp = Stamp(width)
    size = house.size * 0.9
    if caption is None or width < 24 * size:
        way = "below"
    if way == "beside" and caption is not None:
        box = width * 0.62
        words = stacked(
            [Text(caption, size, house.small_face, "left", 1.4)], width - box - size, house, 0
        )
        stamp.height = max(high, words.height)
        stamp.boxes.append((0, 0, box, stamp.height))
        stamp.add(words, box + size, stamp.height - words.height)
        return stamp
    stamp.boxes.append((0, 0, width, high))
    stamp.height = high
    if caption is not None:
        words = stacked([Text(caption, size, house.small_face, "left", 1.4)], width, house, 0)
        if len(caption.pieces) == 1:
            piece = caption.pieces[0]
            piece.x = max(0.0, (width - sum(piece.steps)) / 2)
        stamp.add(words, 0, high + size * 0.3)
        stamp.height += words.height + size * 0.3
    stamp.height += size * 0.4
    return stamp
