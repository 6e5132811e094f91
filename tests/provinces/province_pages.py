"""Pages of provinces: dailies of a province, a prefecture or a county, of a hundred years.

``page(kind, seed)`` makes one; each is one paper, with a house style of its own.
"""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

from training.form import Cell, Page

from provinces import province_furniture as furniture
from provinces import province_oddities as oddities
from provinces.province_article import Article, Part, compose, lengthened
from provinces.province_frames import Frame, Layout, gap
from provinces.province_house import House, draw_house
from provinces.province_setting import Line, Seg, spaced
from provinces.province_speak import Talk
from provinces.province_texts import Template, fitting

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("hard", "long", "mixed")
SHARED = ("county", "city", "prov", "sec", "mayor", "vice")
ASCII = str.maketrans("，：；？！（）", ",:;?!()")


def page(kind: str, seed: int) -> Page:
    """Make a page: `hard` has wrapped lines, `long` whole paragraphs, `mixed` both."""
    rng = Random(f"province {kind} {seed}")
    house = draw_house(rng, kind)
    shared = _shared(rng, house)
    odd = oddities.drawn(rng)
    articles = _tidied(_articles(rng, house, shared), rng, house, odd)
    layout = Layout(rng, house)
    talk = Talk(rng, house.era, shared)
    top = _top(layout, talk)
    frames = _frames(layout, articles, odd, talk)
    lines = top + _poured(layout, frames, odd, talk)
    if rng.random() < 0.55:
        lines += layout.furniture(furniture.foot(talk, house))
    made = _printed(layout, lines)
    made.name = f"province {kind} {seed}: {house.era}{house.desk} {' '.join(sorted(odd))}".strip()
    return made


def _shared(rng: Random, house: House) -> dict[str, str]:
    """Draw what all articles of a page share: where the paper is, who leads there."""
    talk = Talk(rng, house.era, {"numerals": "signs" if house.signs else "figures"})
    for name in SHARED[2 if house.era == "R" else 0 :]:
        talk.say(f"{{{name}}}")
    return talk.kept


def _articles(rng: Random, house: House, shared: dict[str, str]) -> list[Article]:
    """Choose and compose the articles of a page."""
    form = rng.choices(("usual", "briefs", "single"), (86, 8, 6))[0]
    made: list[Article] = []
    known = list(fitting(house.era, house.desk))
    stories = [one for one in known if one.byline != "brief"]
    briefs = [one for one in known if one.byline == "brief"]
    if form == "briefs" and briefs:
        return _briefs(rng, house, shared, briefs, rng.randint(6, 14))
    if form == "single":
        stories = [one for one in stories if one.byline in ("news", "author")] or stories
        made = [_one(rng, house, shared, rng.choice(stories))]
        for _ in range(rng.randint(1, 3)):
            lengthened(Talk(rng, house.era, shared), made[0], house, house.desk)
        return made
    turns = 0
    room, most = rng.randint(1000, 4200), rng.randint(4, 14)
    pile: list[Template] = []
    while room > 0 and len(made) < most:
        if not pile:
            turns += 1
            if turns > (3 if house.era == "R" else 2):
                break
            pile = list(stories)
            rng.shuffle(pile)
        away = rng.random() < 0.1
        made.append(
            _one(rng, house, shared, rng.choice(fitting(house.era, "*")) if away else pile.pop())
        )
        room -= sum(len(part.text) for part in made[-1].body) + 60
    if briefs and rng.random() < 0.3:
        made += _briefs(rng, house, shared, briefs, rng.randint(2, 6))
    return made[:14]


def _one(rng: Random, house: House, shared: dict[str, str], template: Template) -> Article:
    """Compose an article, now and then a long one."""
    talk = Talk(rng, house.era, shared)
    made = compose(talk, template, house)
    if template.byline in ("news", "author") and template.body[0][0] == "-" and rng.random() < 0.14:
        lengthened(talk, made, house, house.desk)
    return made


def _briefs(
    rng: Random, house: House, shared: dict[str, str], known: list[Template], count: int
) -> list[Article]:
    """Compose a row of briefs under one label, all with headlines or all without."""
    bare = rng.random() < 0.4
    mark = rng.choice(("▲", "●", "■ ", "", "△"))
    made: list[Article] = []
    for _ in range(count):
        one = compose(Talk(rng, house.era, shared), rng.choice(known), house, bare=bare)
        one.label = ""
        if bare and one.body and one.body[0].text[0] not in "▲●△":
            one.body[0] = one.body[0]._replace(text=mark + one.body[0].text)
        elif one.heads and mark and rng.random() < 0.2:
            one.heads[0] = one.heads[0]._replace(text=mark + one.heads[0].text)
        made.append(one)
    if rng.random() < 0.8:
        label = house.label(Talk(rng, house.era, shared).say("{*briefs}"))
        for one in made:
            one.label = label
    return made


def _tidied(articles: list[Article], rng: Random, house: House, odd: set[str]) -> list[Article]:
    """Give the texts the marks of the paper, and the faults of articles."""
    if "headless" in odd:
        rng.choice(articles).heads = []
    if "breaks off" in odd and not oddities.broken_off(articles[-1], rng):
        odd.discard("breaks off")
    if "begins torn" in odd and not oddities.torn(articles[0], rng):
        odd.discard("begins torn")

    def marked(part: Part) -> Part:
        text = part.text.translate(ASCII) if house.ascii_marks else part.text
        if house.sparse and part.kind == "para":
            text = _thinned(text, house.sparse)
        if "slips" in odd:
            text = oddities.slipped(text, rng)
        return part._replace(text=text)

    for one in articles:
        one.heads = [marked(part) for part in one.heads]
        one.body = [marked(part) for part in one.body]
    return [one for one in articles if one.heads or one.body]


def _thinned(text: str, sparse: str) -> str:
    """Leave one mark for all stops inside sentences, or for all stops."""
    if sparse == "all":
        return text.translate(str.maketrans("，；：。", "、" * 4))
    return text.translate(str.maketrans("，；：", sparse * 3))


def _top(layout: Layout, talk: Talk) -> list[Line]:
    """Lay out what stands above the articles."""
    rng, house = layout.rng, layout.house
    lines = layout.furniture(furniture.masthead(talk, house))
    if house.desk == "f" and house.era in "FN" and rng.random() < 0.15:
        lines += layout.furniture(furniture.ear(talk))
    if house.desk in "fl" and house.era == "N" and rng.random() < 0.15:
        lines += layout.furniture(furniture.guide(talk))
    return lines


def _frames(layout: Layout, articles: list[Article], odd: set[str], talk: Talk) -> list[Frame]:
    """Lay out all articles, with the labels above them."""
    rng, house = layout.rng, layout.house
    above = ""
    place = -1
    frames: list[Frame] = []
    whole = -1
    if rng.random() < 0.18:
        label = furniture.desk_name(rng, house)
        whole = layout.block("section", label)
    for number, one in enumerate(articles):
        lines: list[Line] = []
        if one.label and one.label != above:
            place = layout.block("section", one.label)
            lines = layout.lines(place, [one.label])
        above = one.label
        frame = layout.frame(one, number)
        frame.label = lines
        if number == 0 and whole >= 0:
            frame.label = layout.lines(whole, [layout.blocks[whole].text]) + lines
        if one.label or whole >= 0:
            layout.sections[number] = place if one.label else whole
        _turned(layout, frame, odd, first=number == 0, last=number == len(articles) - 1)
        if "fused" in odd:
            _fused(frame, rng)
        frames.append(frame)
    return frames


def _turned(layout: Layout, frame: Frame, odd: set[str], *, first: bool, last: bool) -> None:
    """Say where a torn article goes on or comes from."""
    rng = layout.rng
    number = rng.choice("二三四")
    if last and "breaks off" in odd and rng.random() < 0.6:
        text = rng.choice((f"（下转第{number}版）", f"下转{number}版", f"▶▶下转第{number}版"))
        lines = layout.furniture([[text]])
        if rng.random() < 0.25 and frame.columns and frame.columns[-1][-1].kind == "para":
            frame.columns[-1][-1].segs += lines[0].segs
        else:
            frame.tail = lines
    if first and "begins torn" in odd and rng.random() < 0.5:
        text = rng.choice(("（上接第一版）", "（上接1版）", "◀◀上接第一版"))
        frame.label = frame.label + layout.furniture([[text]])


def _fused(frame: Frame, rng: Random) -> None:
    """Print two short headlines of an article in one line."""
    heads = frame.heads
    for at in range(len(heads) - 1):
        one, two = heads[at], heads[at + 1]
        if one.kind != two.kind and one.last and two.first and rng.random() < 0.5:
            one.segs += two.segs
            one.kind, one.last = two.kind, two.last
            del heads[at + 1]
            return


def _disordered(frames: list[Frame], odd: set[str], rng: Random) -> list[Line]:
    """Put a column out of place, or double a text; give what goes to the end of the page."""
    last: list[Line] = []
    for name, act in (("displaced", oddities.displaced), ("doubled", oddities.doubled)):
        if name not in odd:
            continue
        for frame in rng.sample(frames, len(frames)):
            found = act(frame.columns, rng)
            if found or (name == "displaced" and _swapped(frame)):
                last += found if isinstance(found, list) else []
                break
        else:
            odd.discard(name)
    return last


def _poured(layout: Layout, frames: list[Frame], odd: set[str], talk: Talk) -> list[Line]:
    """Put the frames in the order of the file, with furniture between and amid them."""
    rng, house = layout.rng, layout.house
    last = _disordered(frames, odd, rng)
    if house.heads_first and len(frames) < 7:
        _gathered(frames)
    elif "gathered" in odd and len(frames) > 2:
        start = rng.randint(0, len(frames) - 2)
        _gathered(frames[start : start + rng.choice((2, 2, 3))])
        if rng.random() < 0.3:
            one, two = frames[start], frames[start + 1]
            one.columns, two.columns = two.columns, one.columns
            one.tail, two.tail = two.tail, one.tail
    else:
        odd.discard("gathered")
    run_at = rng.randrange(len(frames)) if rng.random() < 0.12 else -1
    prompt_at = rng.randrange(len(frames)) if house.era == "N" and rng.random() < 0.3 else -1
    lines: list[Line] = []
    for number, frame in enumerate(frames):
        lines += frame.label + frame.heads
        for at, column in enumerate(frame.columns):
            if at == 1 and number == run_at:
                lines += layout.furniture(furniture.running(talk, house))
            lines += column
        lines += frame.tail
        if number == prompt_at:
            lines += layout.furniture(furniture.prompt(talk))
    return lines + last


def _swapped(frame: Frame) -> bool:
    """Tell whether a column of the frame stands before the one that it continues."""
    flat = [line for column in frame.columns for line in column if line.kind == "para"]
    seen: dict[int, int] = {}
    for line in flat:
        seg = line.segs[-1]
        if seg.order < seen.get(seg.block, -1):
            return True
        seen[seg.block] = seg.order
    return False


def _gathered(frames: list[Frame]) -> None:
    """Print the headlines of some articles above all their bodies."""
    heads = [line for frame in frames for line in frame.label + frame.heads]
    for frame in frames:
        frame.label, frame.heads = [], []
    frames[0].heads = heads


def _printed(layout: Layout, lines: Iterable[Line]) -> Page:
    """Print the lines, and say where each part stands."""
    rng, house = layout.rng, layout.house
    cells: list[Cell] = []
    raw = "\n" * rng.choice((0, 0, 0, 1, 2))
    before: Line | None = None
    for line in lines:
        if before is not None:
            articles = (
                layout.blocks[before.block].article,
                layout.blocks[line.segs[0].block].article,
            )
            raw += "\n" * (1 + gap(before, line, layout, articles))
        raw += line.indent
        for at, seg in enumerate(line.segs):
            raw += " " if at and not line.segs[at - 1].again else ""
            raw += _cell(seg, line, layout, len(raw), cells)
        raw += " " if rng.random() < house.trailing else ""
        before = line
    raw += "\n" * rng.choice((0, 1, 1, 2))
    return Page(raw, layout.blocks, cells, layout.sections)


def _cell(seg: Seg, line: Line, layout: Layout, start: int, cells: list[Cell]) -> str:
    """Print a part of a line."""
    text = seg.text.strip()
    if line.kind not in ("furniture", "section"):
        text = spaced(text, layout.rng, layout.house)
    cells.append(Cell(start, start + len(text), seg.block, seg.order, seg.again))
    return text


def main() -> None:
    """Print some pages, with how they should read: ``province_pages KIND FIRST COUNT``."""
    kind, first, count = [*sys.argv[1:], "hard", "0", "2"][:3]
    for seed in range(int(first), int(first) + int(count)):
        made = page(kind, seed)
        print(f"=== {made.name}\n{made.raw}\n--- reads")
        for place, block in enumerate(made.blocks):
            label = made.sections.get(block.article, "") if block.article >= 0 else ""
            print(place, block.article, label, block.kind, block.text.replace("\n", " / "))
        print("--- faults", made.faults())


if __name__ == "__main__":
    main()
