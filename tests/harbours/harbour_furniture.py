"""The furniture of a page: mastheads, running heads, contents boxes, prompts, editors' lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from harbours.harbour_house import House
    from harbours.harbour_story import Story
    from harbours.harbour_words import Speaker


def top(house: House, rng: Random, speaker: Speaker) -> list[str]:
    """Give what stands above the articles."""
    names = (
        ["running"]
        if rng.random() < 0.6
        else rng.sample(("masthead", "issue", "today", "price", "ear", "pinyin"), rng.randint(2, 5))
    )
    found = [speaker.pick(name) for name in names]
    if rng.random() < 0.4:
        found.append(speaker.pick("folio"))
    if rng.random() < 0.15:
        found.append(speaker.pick("slogan"))
    return [house.write(one) for one in found if one]


def bottom(house: House, rng: Random, speaker: Speaker) -> list[str]:
    """Give what stands below the articles."""
    found = []
    for name, odds in (("editors", 0.45), ("folio", 0.4), ("hotline", 0.25), ("slogan", 0.1)):
        if rng.random() < odds:
            found.append(speaker.pick(name))
    if house.year > 2008 and rng.random() < 0.35:
        found.append(speaker.pick("scan"))
    if rng.random() < 0.25:
        found += [speaker.pick("ad_line") for _ in range(rng.randint(1, 4))]
    return [house.write(one) for one in found]


def contents(house: House, rng: Random, speaker: Speaker) -> list[str]:
    """Give a contents box."""
    found = [speaker.pick("box_name")]
    pattern = rng.choice(("{}　第#版", "{}　#", "{}……#", "第#版：{}", "{}（#）"))
    for _ in range(rng.randint(2, 6)):
        speaker.bound = {}
        line = pattern.replace("{}", speaker.pick("box_item"))
        found.append(line.replace("#", speaker.number(rng.randint(2, 24))))
    return [house.write(one) for one in found]


def jump(house: House, rng: Random, speaker: Speaker, story: Story) -> None:
    """Let an article break off, or begin in mid-sentence, with a jump line or without."""
    paras = [part for part in story.body if part.kind == "para" and len(part.lines[0]) > 50]
    if not paras:
        return
    if rng.random() < 0.5:
        part = paras[0]
        del story.body[: story.body.index(part)]
        text = part.lines[0]
        part.lines = [
            text[rng.randint(8, len(text) // 2) :].lstrip('，。、；：？！”）」』…—,:;?!)" ')
        ]
        story.heads = [] if rng.random() < 0.8 else story.heads
        story.foot = False
        if rng.random() < 0.7:
            story.begun = house.write(speaker.pick("from_page"))
    else:
        part = paras[-1]
        del story.body[story.body.index(part) + 1 :]
        text = part.lines[0]
        part.lines = [text[: rng.randint(len(text) // 2, len(text) - 6)].rstrip("“‘（《「『 ")]
        story.jump = house.write(speaker.pick("to_page"))
