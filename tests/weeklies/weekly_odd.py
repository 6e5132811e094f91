"""What goes wrong on some pages: a column out of place, an article without its beginning or end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from weeklies.weekly_items import Line, Story


def displace(pages: list[list[list[Line]]], rng: random.Random) -> bool:
    """Move the column that goes on amid a paragraph before its beginning or to the page's end."""
    found = [
        (columns, number)
        for columns in pages
        for number in range(1, len(columns))
        if _goes_on(columns[number - 1], columns[number])
    ]
    if not found:
        return False
    columns, number = rng.choice(found)
    moved = columns.pop(number)
    if rng.random() < 0.5 or (columns is pages[-1] and number == len(columns)):
        columns.insert(number - 1, moved)
    else:
        pages[-1].append(moved)
    return True


def _goes_on(one: list[Line], two: list[Line]) -> bool:
    """Say whether a paragraph runs over from one column into the next."""
    ends = [line.item() for line in one if line.segs]
    starts = [line.item() for line in two if line.segs]
    return (
        bool(ends and starts)
        and ends[-1] is starts[0]
        and ends[-1] is not None
        and ends[-1].kind == "para"
    )


def truncate(story: Story, rng: random.Random, *, front: bool) -> bool:
    """Let an article begin or break off in mid-sentence."""
    paras = [item for item in story.body if item.kind == "para" and len(item.text) > 60]
    if not paras:
        return False
    item = paras[0] if front else paras[-1]
    cut = rng.randint(20, len(item.text) - 25)
    if front:
        item.text = item.text[cut:].lstrip("，。、；：？！”’）》 　,;:?!)」』")
        if rng.random() < 0.7:
            story.heads = []
        story.body = story.body[story.body.index(item) :]
    else:
        item.text = item.text[:cut].rstrip("“‘（《「 　(")
        story.body = story.body[: story.body.index(item) + 1]
    return len(item.text) > 0
