"""Articles: drafts drawn into heads and bodies in the style of the house."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from weeklies.weekly_grammar import Choice, Draft, Wording, drafts, expand
from weeklies.weekly_heads import heads, own_byline
from weeklies.weekly_house import House, printed
from weeklies.weekly_items import Item, Story
from weeklies.weekly_slots import Words, World, person

if TYPE_CHECKING:
    import random

BODY = {
    "|": "para",
    "=": "subhead",
    "v": "verse",
    "r": "para",
    "c": "caption",
    "e": "para",
    "q": "para",
}
NOTES = ("编者按", "编者按", "编者的话", "【编者按】", "编后")
NUMERALS = "一二三四五六七八九十"


def fitting(world: World) -> list[Draft]:
    """Give the drafts that a paper of this kind and year can print."""
    found: list[Draft] = []
    for draft in drafts():
        if draft.kind == "filler" or draft.papers.isdisjoint({"all", world.paper}):
            continue
        if ("new" in draft.flags and world.year < 2012) or (
            "old" in draft.flags and world.year > 2003
        ):
            continue
        found.append(draft)
    return found


@cache
def fillers(sort: str) -> list[Wording]:
    """Give the paragraphs that any article of a sort may have."""
    return [
        wording
        for draft in drafts()
        if draft.kind == "filler" and (draft.flags or {"news"}) == {sort}
        for _, wording in draft.body
    ]


def story(draft: Draft, world: World, house: House, number: int) -> Story:
    """Draw an article of a draft."""
    words = Words(world, draft)
    rng = world.rng
    top = heads(draft, words, house, number)
    own, opening, closing = own_byline(draft, words, house, number)
    marked = _body(draft, words, house, opening)
    body = [item for _, item in marked]
    for item in body:
        item.article = number
    if draft.kind not in ("brief", "photo", "verse", "fiction", "joke"):
        rows = {id(item) for mark, item in marked if mark in ("r", "e")}
        _widened(draft, body, words, house, rows)
    if {"news", "essay"} & draft.flags and draft.kind not in ("fiction", "verse"):
        _merged(body, house, rng)
    if closing and body and "photo" not in draft.flags:
        _close(body, closing, house, number, rng)
    return Story(top + own, body, number, draft.kind)


def _body(draft: Draft, words: Words, house: House, opening: str) -> list[tuple[str, Item]]:
    """Draw the body of an article: each item with the mark that it has in the draft."""
    rng = words.rng
    steps = "steps" in draft.flags
    bare = not steps and rng.random() < 0.4
    prefix = house.subheads if not steps and rng.random() < 0.6 else ""
    count, mould = 0, rng.random()
    found: list[tuple[str, Item]] = []
    for mark, wording in _chosen(draft, rng):
        if mark == "=" and bare:
            continue
        if mark == "c" and rng.random() < 0.5 and "photo" not in draft.flags:
            continue
        drawn = _moulded(wording, mould) if mark == "=" else wording
        text = tidied(expand(drawn, rng, words.draw).strip(), mark)
        if mark == "=":
            text = _numbered(prefix, count) + text
            count += 1
        elif mark == "|":
            text, opening = opening + text, ""
        elif mark == "q":
            text = rng.choice(NOTES) + rng.choice(("：", "：", "　")) + text
        item = Item(BODY[mark], "")
        _set(item, text, house, rng)
        found.append((mark, item))
    return found


def _moulded(wording: Wording, mould: float) -> Wording:
    """Take the same way for each subhead of a series."""
    if len(wording) == 1 and isinstance(wording[0], Choice):
        ways = wording[0].ways
        return ways[int(mould * len(ways))]
    return wording


def tidied(text: str, mark: str) -> str:
    """Mend what left-out wordings leave behind: marks in a row, an end without a stop."""
    text = re.sub(r"^[，；。]+", "", text)
    text = re.sub(r"[，；]+(?=[。；，！？])", "", text)
    text = re.sub(r"(?<=[。！？])[，；。]+", "", text)
    text = re.sub(r"“+", "“", re.sub(r"”+", "”", text))
    if mark == "|" and text[-1:] in "，；":
        text = text[:-1] + "。"
    if mark == "|" and text[-1:] not in "。！？：”）…；.":
        text += "。"
    return text


def _set(item: Item, text: str, house: House, rng: random.Random) -> None:
    """Give an item its text and, for verse, its lines."""
    if item.kind == "verse":
        lines = [printed(part.strip(), house, rng) for part in text.split("/")]
        item.text, item.lines = "\n".join(lines), lines
    else:
        item.text = printed(text, house, rng)


def _chosen(draft: Draft, rng: random.Random) -> list[tuple[str, Wording]]:
    """Give the lines of the body that are printed.

    ``?`` may be left out, ``&`` goes with the one before, ``*`` comes in any order.
    """
    found: list[tuple[str, Wording]] = []
    loose: list[tuple[str, Wording]] = []
    kept = True
    for mark, wording in (*draft.body, ("|", ())):
        if mark.startswith("*"):
            loose.append((mark[1:], wording))
            continue
        if loose:
            rng.shuffle(loose)
            found.extend(
                loose[: rng.randint(max(2, len(loose) - 1), len(loose))]
                if len(loose) > 2
                else loose
            )
            loose = []
        if not mark.startswith("&"):
            kept = not mark.startswith("?") or rng.random() > 0.2
        if wording and kept:
            found.append((mark.lstrip("?&"), wording))
    return found


def _numbered(prefix: str, count: int) -> str:
    """Give the mark of the next subhead of a series."""
    if (prefix and prefix[0] in "一1") or prefix.startswith("（"):
        return prefix.replace("一", NUMERALS[count % 10]).replace("1", str(count + 1))
    return prefix


def _close(body: list[Item], closing: str, house: House, number: int, rng: random.Random) -> None:
    """Put a bracketed byline at the article's end: on its own line or behind the last sentence."""
    text = printed(closing, house, rng)
    last = next((item for item in reversed(body) if item.kind == "para"), None)
    if last is not None and rng.random() < 0.5:
        last.text += text
    else:
        body.append(Item("byline", text, number))


def _widened(draft: Draft, body: list[Item], words: Words, house: House, rows: set[int]) -> None:
    """Put further paragraphs into an article, behind its first one."""
    rng = words.rng
    sort = next(
        (name for name in ("comment", "news", "life", "essay", "wide") if name in draft.flags), ""
    )
    pool = fillers("news" if sort == "wide" else sort)
    most = rng.choice((0, 0, 1, 1, 2, 3, 4, 6) if sort == "news" else (0, 1, 1, 2, 3))
    most = max(most, words.world.wide)
    number = body[0].article
    for wording in rng.sample(pool, min(most, len(pool))):
        text = printed(tidied(expand(wording, rng, words.draw), "|"), house, rng)
        last = next((at for at, item in enumerate(body) if id(item) in rows), len(body) - 1)
        body.insert(rng.randint(1, max(1, last)), Item("para", text, number))


def _merged(body: list[Item], house: House, rng: random.Random) -> None:
    """Run paragraphs together, as papers with long paragraphs do."""
    if rng.random() > house.merge:
        return
    for place in range(len(body) - 1, 0, -1):
        one, two = body[place - 1], body[place]
        if (
            one.kind == two.kind == "para"
            and one.text[-1:] == "。"
            and len(two.text) > 30
            and rng.random() < 0.7
        ):
            one.text += two.text
            del body[place]


def briefs(world: World, house: House, number: int, count: int) -> list[Story]:
    """Draw short articles, each with a title, or all of them as paragraphs of one article."""
    rng = world.rng
    pool = [draft for draft in fitting(world) if draft.kind == "brief"]
    chosen = rng.sample(pool, min(count, len(pool)))
    if rng.random() < 0.6:
        return [story(draft, world, house, number + place) for place, draft in enumerate(chosen)]
    bullet = rng.choice(("", "", "●", "■", "▲", "◆", "★", "△"))
    title = rng.choice(
        (
            "简讯",
            "一周简讯",
            "一句话新闻",
            "短波",
            "点击",
            "信息快递",
            "集锦",
            "要闻速览",
            "三言两语",
        )
    )
    body: list[Item] = []
    for draft in chosen:
        for item in story(draft, world, house, number).body:
            if item.kind == "para":
                item.text = bullet + item.text
                body.append(item)
    top = [Item("title", title, number)] if rng.random() < 0.85 else []
    return [Story(top, body, number, "brief")]


def captioned(world: World, house: House, number: int, rng: random.Random) -> Item:
    """Give a caption that any article may carry."""
    words = Words(world)
    unit, job, kit = words.draw("unit"), words.draw("job"), words.draw("kit")
    name, who = person(rng), words.draw("man")
    date = words.draw("date")
    what = rng.choice(
        (
            f"图为{unit}{who}在{job}现场。",
            f"图为{name}（右一）在查看{kit}。",
            f"{date}，{unit}{who}正在检查{kit}。",
            f"{unit}{job}现场",
            f"上图：{name}和同事们在一起。",
            f"▲{date}，{unit}的{kit}前人头攒动。",
            f"图①：{job}间隙的{who}",
            "图为活动现场。",
            f"{unit}{who}在忙碌。",
            f"左图为{kit}一角。",
            f"{name}近影",
        )
    )
    by = rng.choice(
        (
            "",
            "",
            f"{words.draw('helper')} 摄",
            f"（{words.draw('reporter')} 摄）",
            f"本报记者 {words.draw('reporter')} 摄",
            f"{words.draw('helper')}/图",
        )
    )
    gap = "" if by.startswith("（") or not by else " "
    return Item("caption", printed(what + gap + by, house, rng), number)
