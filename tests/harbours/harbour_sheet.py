"""Plan a page: which articles stand on it, under which labels, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harbours import harbour_furniture as furniture
from harbours.harbour_draft import Bit, Draft, Frame
from harbours.harbour_house import draw
from harbours.harbour_set import Setter, double
from harbours.harbour_story import Story, Teller

if TYPE_CHECKING:
    from random import Random

PAGES = ("news",) * 10 + ("feature",) * 3 + ("leisure",) * 4
PAGES += ("alone", "briefs", "briefs", "lists", "notices", "notices", "city", "telegrams")
WISHES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[int, int]]] = {
    "news": (("news", "news", "brief", "tele"), ("brief", "short", "mid", "mid", "long"), (3, 8)),
    "city": (("city", "news"), ("short", "mid", "long"), (3, 7)),
    "telegrams": (("tele",), ("brief", "short", "short", "mid"), (5, 11)),
    "feature": (("feature", "essay", "news", "qa"), ("mid", "long"), (1, 3)),
    "leisure": (("essay", "serial", "verse", "letter", "qa"), ("short", "mid", "long"), (3, 6)),
    "alone": (("feature",), ("huge",), (0, 0)),
    "briefs": (("brief", "tele", "news"), ("brief",), (7, 15)),
    "lists": (("list", "list", "notice"), ("short", "mid"), (2, 5)),
    "notices": (("notice", "notice", "notice", "list"), ("brief", "short"), (5, 12)),
}


def stories(teller: Teller, rng: Random, sort: str) -> list[Story]:
    """Tell the articles of a page."""
    tags, sizes, (few, many) = WISHES[sort]
    found = []
    if sort in ("feature", "alone"):
        found.append(teller.tell(teller.choose("feature"), "huge"))
    for _ in range(rng.randint(few, many)):
        tag = (
            rng.choice(tags)
            if rng.random() > 0.08
            else rng.choice(("list", "verse", "notice", "qa"))
        )
        found.append(teller.tell(teller.choose(tag), rng.choice(sizes)))
    bare = 0.3 if sort in ("briefs", "notices") and rng.random() < 0.4 else 0.03
    for story in found:
        if rng.random() < bare:
            story.heads = []
    return found


def plan(rng: Random) -> Draft:
    """Plan a page and set it."""
    house = draw(rng)
    draft = Draft(house, rng)
    teller = Teller(house, rng)
    sort = rng.choice(PAGES)
    told = stories(teller, rng, sort)
    if rng.random() < 0.15:
        furniture.jump(house, rng, teller.speaker, rng.choice(told))
    told.sort(key=lambda story: not story.begun)
    for text in furniture.top(house, rng, teller.speaker):
        _fixture(draft, text)
    box = rng.random() < 0.12
    box_at = rng.randint(0, len(told)) if box else -1
    labels = _labels(told, rng, sort)
    for article, story in enumerate(told):
        if article == box_at:
            for text in furniture.contents(house, rng, teller.speaker):
                _fixture(draft, text)
        _place(draft, story, article, labels)
    for text in furniture.bottom(house, rng, teller.speaker):
        _fixture(draft, text)
    if rng.random() < 0.08:
        double(draft.frames, draft)
    _geometry(draft, told)
    return draft


def _labels(told: list[Story], rng: Random, sort: str) -> dict[int, range]:
    """Choose at which articles a label stands, and which it covers."""
    if sort in ("briefs", "telegrams", "notices") and rng.random() < 0.7:
        cut = rng.randint(1, len(told))
        return {0: range(cut), cut: range(cut, len(told))} if cut < len(told) else {0: range(cut)}
    if rng.random() < 0.2:
        return {0: range(len(told))}
    found: dict[int, range] = {}
    at = 0
    while at < len(told):
        span = rng.choice((1, 1, 1, 2, 3))
        if rng.random() < 0.15:
            found[at] = range(at, min(len(told), at + span))
        at += span
    return found


def _fixture(draft: Draft, text: str, article: int = -1) -> Bit:
    bit = Bit(text, draft.ink("furniture"), (0,), "furniture", first=True, last=True)
    draft.frames.append(Frame("furniture", article, [bit]))
    return bit


def _place(draft: Draft, story: Story, article: int, labels: dict[int, range]) -> None:
    """Set an article, with its label and its jump lines."""
    rng, house = draft.rng, draft.house
    if article in labels:
        label = draft.ink("section")
        text = house.write(house.label.format(story.section))
        bit = Bit(text, label, (0,), "section", first=True, last=True)
        draft.frames.append(Frame("label", article, [bit]))
        draft.sections.update(dict.fromkeys(labels[article], label))
    if story.begun:
        _fixture(draft, story.begun, article)
    lines = sum(len(part.lines[0]) // house.measure + 1 for part in story.body)
    most = max(1, min(house.columns, lines // 4))
    story.columns = rng.randint(max(1, most // 2), most)
    draft.frames += Setter(draft, story, article).set()
    if story.jump:
        _fixture(draft, story.jump, article)


def _geometry(draft: Draft, told: list[Story]) -> None:
    """Give each frame a place: articles stand on shelves, side by side."""
    top = shelf = deep = x = 0
    for frame in draft.frames:
        if frame.story < 0:
            frame.x, frame.y = 0, top
            top = shelf = top + 1
    top = shelf = 4
    for article, story in enumerate(told):
        mine = [frame for frame in draft.frames if frame.story == article]
        if x + story.columns > draft.house.columns:
            x, shelf, deep = 0, shelf + deep + 2, 0
        y, column, low = shelf, 0, 0
        for frame in mine:
            frame.x, frame.y = x + column, y
            if frame.role == "body":
                low = max(low, y + len(frame.bits))
                column += 1
            else:
                y += 2 * len(frame.bits) if column == 0 else 0
        deep = max(deep, low - shelf, 2)
        x += story.columns
