"""Take the articles of a page apart again, to set them in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspaper import Story
from training.form import BODIES

if TYPE_CHECKING:
    from training.form import Page


def stories(page: Page) -> list[Story]:
    """Give the articles of a page that have text, in its order.

    A headline keeps the lines in which it stood; of several kickers, subtitles or names the first
    stays.
    """
    told: dict[int, Story] = {}
    for number, block in enumerate(page.blocks):
        if block.article < 0:
            continue
        story = told.setdefault(block.article, Story())
        if block.kind in BODIES:
            story.body.append((block.kind, block.text))
        elif block.kind == "title":
            story.title = story.title or _lines(page, number)
        elif getattr(story, block.kind) is None:
            setattr(story, block.kind, block.text)
    for article, label in page.sections.items():
        told[article].section = page.blocks[label].text
    return [story for story in told.values() if any(kind == "para" for kind, _ in story.body)]


def _lines(page: Page, number: int) -> tuple[str, ...]:
    lines = tuple(page.raw[cell.start : cell.end] for cell in page.parts(number))
    text = page.blocks[number].text
    return lines if "".join(lines) == text else (text,)
