"""Pages of county and city papers, made from a grammar: what a page holds and how it is put."""

from __future__ import annotations

import random
import sys

from training.form import Page

from gazettes.gazette_articles import (
    DAILY,
    FORMS,
    LONG,
    NEWS,
    PROSE,
    TALK,
    Story,
    lengthen,
    make_story,
)
from gazettes.gazette_furniture import contents, masthead, odds, running_head
from gazettes.gazette_grammar import Teller
from gazettes.gazette_house import House, make_house
from gazettes.gazette_layout import Frame, Line, Part, Printer, Setter
from gazettes.gazette_marks import mark_text, remark

KINDS = ("hard", "long", "mixed")
_MIXES = {
    "front": (20, NEWS * 2 + ("评论", "停告")),
    "whole": (34, NEWS + TALK + FORMS + DAILY + ("诗", "散文", "故事", "简讯", "简讯")),
    "culture": (12, PROSE * 2 + ("诗", "诗", "评论", "逸事", "文娱", "展览", "名单")),
    "service": (14, FORMS + DAILY + ("问答", "读信", "回复", "市场", "运输", "卫生")),
    "briefs": (8, ("简讯",) * 6 + NEWS),
    "single": (10, LONG),
}


def page(kind: str, seed: int) -> Page:
    """Make a page of `kind`, the same for the same `seed`."""
    rng = random.Random(f"gazette {kind} {seed}")
    house = make_house(rng)
    teller = Teller(rng, rng.choice("orrnnn"))
    stories = _stories(teller, house)
    remark(rng, stories, house)
    setter = Setter(rng, house)
    frames, sections = _frames(teller, setter, stories, kind)
    printer = Printer(rng, house)
    printer.show(frames)
    return Page(printer.raw, setter.blocks, printer.cells, sections, f"gazette {kind} {seed}")


def house_of(kind: str, seed: int) -> House:
    """Give the style of the page of `kind` and `seed`."""
    return make_house(random.Random(f"gazette {kind} {seed}"))


def stories_of(kind: str, seed: int) -> list[Story]:
    """Give the articles of the page of `kind` and `seed`, before they are set."""
    rng = random.Random(f"gazette {kind} {seed}")
    house = make_house(rng)
    return _stories(Teller(rng, rng.choice("orrnnn")), house)


def _stories(teller: Teller, house: House) -> list[Story]:
    rng = teller.rng
    mix = rng.choices(list(_MIXES), [often for often, _ in _MIXES.values()])[0]
    kinds = _MIXES[mix][1]
    if mix == "single":
        story = make_story(teller, rng.choice(kinds), house)
        lengthen(teller, story, rng.randint(2, 5))
        return _oddly(rng, [story], house)
    count = rng.randint(6, 14) if mix == "briefs" else rng.choice((3, 4, 5, 5, 6, 6, 7, 8, 9, 11))
    found: list[Story] = []
    while len(found) < count:
        chosen = rng.choice(kinds)
        if chosen != "简讯" and rng.random() < 0.7 and any(s.kind == chosen for s in found):
            continue
        found.append(make_story(teller, chosen, house))
        if chosen in LONG and rng.random() < 0.2:
            lengthen(teller, found[-1], 1)
    for story in found:
        if story.kind == "简讯" and not story.heads and mix != "briefs":
            story.label = "简讯"
    return _oddly(rng, found, house)


def _oddly(rng: random.Random, stories: list[Story], house: House) -> list[Story]:
    """Lose a headline, let an article begin or break off in mid-sentence."""
    long = [story for story in stories if story.body[0][0] == "para" and len(story.body[0][1]) > 40]
    if not long:
        return stories
    if "headless" in house.odd:
        story = rng.choice(long)
        story.heads = [head for head in story.heads if head.kind == "byline"]
    if "begun_amid" in house.odd:
        story = long[0] if rng.random() < 0.5 else rng.choice(long)
        kind, text = story.body[0]
        if kind == "para":
            story.body[0] = (
                kind,
                text[rng.randint(8, len(text) - 20) :].lstrip("，。、；：？！”’）》　 "),
            )
            story.opened = True
            if rng.random() < 0.7:
                story.heads = []
    if "broken_off" in house.odd:
        story = long[-1] if rng.random() < 0.6 else rng.choice(long)
        while story.body[-1][0] != "para" or (len(story.body[-1][1]) < 24 and len(story.body) > 1):
            story.body.pop()
        kind, text = story.body[-1]
        text = text[: rng.randint(len(text) // 2, max(len(text) // 2, len(text) - 4))]
        story.body[-1] = (kind, text.rstrip("。！？”；："))
    return stories


def _furnish(setter: Setter, entries: list[tuple[str, ...]]) -> Frame:
    frame = Frame("furniture")
    for lines in entries:
        marked = lines
        if "traditional" in setter.house.odd:
            marked = tuple(mark_text(text, setter.house) for text in lines)
        frame.lines += setter.pieces("furniture", marked, "", -1)
    return frame


def _frames(
    teller: Teller, setter: Setter, stories: list[Story], kind: str
) -> tuple[list[Frame], dict[int, int]]:
    """Set the stories and the furniture, and put all in the order of the file."""
    rng = teller.rng
    top: list[Frame] = []
    if rng.random() < 0.75:
        top.append(_furnish(setter, rng.choice((masthead, running_head, running_head))(teller)))
        if rng.random() < 0.2:
            top.append(_furnish(setter, contents(teller)))
    groups, sections = _groups(teller, setter, stories, kind)
    frames = _ordered(rng, groups, setter.house)
    for _ in range(rng.choice((0, 0, 1, 1, 2))):
        small = _furnish(setter, odds(teller))
        frames.insert(rng.choice((len(frames), rng.randint(0, len(frames)))), small)
    if rng.random() < 0.1:
        frames.insert(rng.randint(0, len(frames)), _furnish(setter, contents(teller)))
    if rng.random() < 0.15 and top:
        frames += top
    else:
        frames = top + frames
    return frames, sections


def _groups(
    teller: Teller, setter: Setter, stories: list[Story], kind: str
) -> tuple[list[list[Frame]], dict[int, int]]:
    """Give for each article its frames: label, head, columns, in this order."""
    rng = teller.rng
    groups: list[list[Frame]] = []
    sections: dict[int, int] = {}
    page_label = teller.say("栏目.栏") if rng.random() < 0.16 else ""
    page_label = mark_text(page_label, setter.house)
    reach = rng.randint(1, len(stories))
    for article, story in enumerate(stories):
        group: list[Frame] = []
        wide = article == 0 and page_label
        name = page_label if wide else "" if page_label and article < reach else story.label
        if name:
            group.append(_label(rng, setter, name, article, sections))
        elif page_label and 0 < article < reach:
            sections[article] = sections[0]
        if story.opened and rng.random() < 0.7:
            number = rng.choice(("1", "一", "三", "2"))
            group.append(_furnish(setter, [(f"（上接第{number}版）",)]))
        if story.heads:
            group.append(setter.head(story, article))
        long = kind == "long" or (kind == "mixed" and rng.random() < 0.5)
        group += setter.columns(story, article, long=long)
        if "broken_off" in setter.house.odd and _open(story) and rng.random() < 0.8:
            _send_on(rng, setter, group)
        groups.append(group)
    return groups, sections


def _open(story: Story) -> bool:
    kind, text = story.body[-1]
    return kind == "para" and len(text) > 10 and text[-1] not in "。！？”）…；："


def _send_on(rng: random.Random, setter: Setter, group: list[Frame]) -> None:
    """Say after the last line that the article goes on elsewhere."""
    text = rng.choice(("（下转第{}版）", "（下转{}版）", "↓下转第{}版", "(下转第{}版)"))
    if "traditional" in setter.house.odd:
        text = mark_text(text, setter.house)
    at = setter.block("furniture", text.format(rng.choice("234三四")), -1)
    part = Part(setter.blocks[at].text, at, 0)
    if rng.random() < 0.3:
        group[-1].lines[-1].parts.append(part)
    else:
        group.append(Frame("furniture", [Line([part], first=True, kind="furniture")]))


def _label(
    rng: random.Random, setter: Setter, name: str, article: int, sections: dict[int, int]
) -> Frame:
    shape = rng.choice(("{}", "{}", "{}", "【{}】", "【{}】", "·{}·", "●{}", "■{}", "[{}]", "◇{}◇"))
    lines = setter.pieces("section", (shape.format(name),), "", -1)
    sections[article] = lines[0].parts[0].block
    return Frame("head", lines, article)


def _ordered(rng: random.Random, groups: list[list[Frame]], house: House) -> list[Frame]:
    """Put the frames of the articles in the order of the file."""
    if house.order == "heads_first" and len(groups) > 1:
        heads = [frame for group in groups for frame in group if frame.kind == "head"]
        return heads + [frame for group in groups for frame in group if frame.kind != "head"]
    late = _displace(rng, groups) if "displaced" in house.odd else []
    if house.order == "stirred":
        _stir(rng, groups)
    found: list[Frame] = []
    at = 0
    gathered = rng.randrange(len(groups)) if "gathered" in house.odd else -1
    while at < len(groups):
        if at == gathered and len(groups) - at > 1:
            some = groups[at : at + rng.choice((2, 2, 3))]
            found += [frame for group in some for frame in group if frame.kind == "head"]
            bodies = [[frame for frame in group if frame.kind != "head"] for group in some]
            if rng.random() < 0.4:
                bodies.reverse()
            found += [frame for body in bodies for frame in body]
            at += len(some)
        else:
            found += groups[at]
            at += 1
    return found + late


def _displace(rng: random.Random, groups: list[list[Frame]]) -> list[Frame]:
    """Take a column that begins in mid-sentence from its place; give it if it comes last."""
    places = [
        (group, at)
        for group in groups
        for at in range(1, len(group))
        if group[at].kind == group[at - 1].kind == "column" and not group[at].lines[0].first
    ]
    if not places:
        return []
    group, at = rng.choice(places)
    frame = group.pop(at)
    if rng.random() < 0.4:
        return [frame]
    start = next(place for place, other in enumerate(group) if other.kind == "column")
    group.insert(rng.choice((start, max(start, at - 1))), frame)
    return []


def _stir(rng: random.Random, groups: list[list[Frame]]) -> None:
    """Print the head of one article or two later than the body begins, as some readers do."""
    for group in rng.sample(groups, min(len(groups), rng.choice((1, 1, 2)))):
        heads = [frame for frame in group if frame.kind == "head"]
        rest = [frame for frame in group if frame.kind != "head"]
        if heads and len(rest) > 1:
            at = rng.choice((1, len(rest)))
            group[:] = rest[:at] + heads + rest[at:]


def main() -> None:
    """Print pages and how they should read: ``gazette_pages.py KIND FIRST LAST``."""
    kind, first, last = sys.argv[1:4] if sys.argv[3:] else ("hard", "0", "2")
    for seed in range(int(first), int(last)):
        made = page(kind, seed)
        print(f"===== {made.name}\n{made.raw}\n-----")
        for place, block in enumerate(made.blocks):
            under = made.sections.get(block.article, "") if block.article >= 0 else ""
            print(place, block.article, under, block.kind, block.text.replace("\n", " / "))


if __name__ == "__main__":
    main()
