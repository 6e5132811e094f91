"""The plan of a page: which articles, in which bands, over how many columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valleys import valley_small as forms
from valleys.valley_copy import Story, story
from valleys.valley_setting import Line, set_elem, set_story

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_heads import Elem
    from valleys.valley_house import House

HEADS = ("kicker", "title", "subtitle", "byline", "section")
MIXES = {
    "news": 0.46,
    "long": 0.1,
    "briefs": 0.1,
    "lists": 0.05,
    "adverts": 0.07,
    "supplement": 0.08,
    "shorts": 0.14,
}
FURN = ("mast", "mast", "editor", "editor", "foot", "qr", "motto", "credit")


@dataclass(slots=True)
class Band:
    """A strip of the page: lines over all columns, then the columns."""

    heads: list[Line]
    columns: list[list[Line]]
    furniture: bool = False

    def frames(self) -> list[list[Line]]:
        """Give what the band is made of, heads first."""
        return [frame for frame in (self.heads, *self.columns) if frame]


@dataclass(slots=True)
class Plan:
    """The bands of a page and its items in reading order."""

    bands: list[Band]
    items: list[Story | Elem]


def _choose(house: House, rng: Random) -> list[Story]:
    """Draw the articles of a page."""
    mix = rng.choices(list(MIXES), list(MIXES.values()))[0]
    if mix == "long":
        rest = [forms.brief(house, rng) for _ in range(rng.choice((0, 0, 0, 1, 2)))]
        return [story(house, rng, rng.randint(12, 40)), *rest]
    if mix == "briefs":
        inline = rng.random() < 0.45
        bare = rng.random() < 0.2
        lone = [
            forms.brief(
                house, rng, inline=inline and rng.random() < 0.9, bare=bare and rng.random() < 0.8
            )
            for _ in range(rng.randint(6, 11 if house.old else 22))
        ]
        return lone if rng.random() < 0.5 else [story(house, rng, rng.randint(2, 6)), *lone]
    if mix == "lists":
        return [
            forms.roll(house, rng) if rng.random() < 0.7 else forms.advert(house, rng)
            for _ in range(rng.randint(2, 6))
        ]
    if mix == "adverts":
        return [
            forms.advert(house, rng) if rng.random() < 0.8 else story(house, rng, rng.randint(1, 4))
            for _ in range(rng.randint(5, 20))
        ]
    if mix == "supplement":
        makers = (forms.verse, forms.letters, forms.picture)
        return [
            rng.choice(makers)(house, rng)
            if rng.random() < 0.5
            else story(house, rng, rng.randint(3, 12))
            for _ in range(rng.randint(3, 8))
        ]
    if mix == "shorts":
        return [
            story(house, rng, rng.choice((1, 1, 1, 2, 2, 3)), bare=rng.random() < 0.04)
            for _ in range(rng.randint(5, 17))
        ]
    return _news(house, rng)


def _news(house: House, rng: Random) -> list[Story]:
    """Draw the articles of a page of news, with small forms among them."""
    found = [
        story(house, rng, rng.choice((1, 1, 2, 2, 3, 4, 5, 7, 9, 14)), bare=rng.random() < 0.02)
        for _ in range(rng.randint(3, 10))
    ]
    extra = (
        forms.brief,
        forms.brief,
        forms.advert,
        forms.picture,
        forms.roll,
        forms.letters,
        forms.verse,
    )
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        found.insert(rng.randint(0, len(found)), rng.choice(extra)(house, rng))
    return found


def _seams(stories: list[Story], house: House, rng: Random) -> None:
    """Let some articles come from another page or go on there."""
    for made in stories:
        paras = [elem for elem in made.elems if elem.kind == "para"]
        if made.form != "news" or not paras:
            continue
        dice = rng.random()
        if dice < 0.04:
            last = made.elems[-1]
            if last.kind == "para" and len(last.text) > 30 and rng.random() < 0.6:
                last.text = last.text[: rng.randint(12, len(last.text) - 6)].rstrip()
            made.after.append(forms.furn(house, rng, "jump"))
        elif dice < 0.07:
            if rng.random() < 0.7:
                made.before.append(forms.furn(house, rng, "jump"))
            if len(paras[0].text) > 40 and paras[0] is made.elems[len(made.heads())]:
                paras[0].text = (
                    paras[0].text[rng.randint(8, 25) :].lstrip("，。、：；！？”）,.:;?!) 　")
                )
                made.elems = made.elems[len(made.heads()) :] if rng.random() < 0.6 else made.elems


def _labels(stories: list[Story], house: House, rng: Random) -> None:
    """Put section labels over some articles; one holds for the articles after it at times."""
    if rng.random() < 0.55:
        return
    held, left = None, 0
    for at, made in enumerate(stories):
        if left and held:
            made.section = held
            left -= 1
        elif rng.random() < (0.5 if at == 0 else 0.2):
            held = forms.label(house, rng)
            made.before.insert(0, held)
            made.section = held
            left = (
                len(stories)
                if made.form == "brief" and rng.random() < 0.7
                else rng.choice((0, 0, 0, 1, 2))
            )


def _split(lines: list[Line], count: int) -> list[list[Line]]:
    """Split lines in columns of about equal length, no headline at a foot."""
    columns: list[list[Line]] = []
    rest = lines
    for left in range(count, 1, -1):
        at = -(-len(rest) // left)
        while at < len(rest) and (rest[at].tied or rest[at - 1].elem.kind in HEADS):
            at += 1
        columns.append(rest[:at])
        rest = rest[at:]
    columns.append(rest)
    return [column for column in columns if column]


def _heads(lines: list[Line]) -> int:
    """Count the lines that stand over an article's columns."""
    count = 0
    for line in lines:
        if line.elem.kind not in HEADS and not (line.elem.kind == "furniture" and count == 0):
            break
        count += 1
    return count if count < len(lines) and not lines[count].tied else 0


def _band(group: list[Story], house: House, rng: Random) -> Band:
    """Set one or several articles in a band."""
    width = (
        house.ems if rng.random() < 0.85 else max(8, round(house.ems * rng.choice((0.6, 1.5, 2))))
    )
    sets = [set_story(made, house, rng, width) for made in group]
    total = sum(map(len, sets))
    count = max(1, min(rng.choice((1, 2, 2, 3, 3, 4, 5)), total // 5))
    if len(sets) == 1:
        at = _heads(sets[0])
        return Band(sets[0][:at], _split(sets[0][at:], count))
    if len(sets) in (2, 3) and rng.random() < 0.14:
        tops = [lines[: _heads(lines)] for lines in sets]
        bodies = [lines[len(top) :] for lines, top in zip(sets, tops, strict=True)]
        if rng.random() < 0.4:
            tops.reverse()
        return Band([line for top in tops for line in top], bodies)
    if rng.random() < 0.3:
        return Band([], sets)
    return Band([], _split([line for lines in sets for line in lines], count))


def _group(stories: list[Story], rng: Random) -> list[list[Story]]:
    """Gather small articles into bands."""
    groups: list[list[Story]] = []
    room = 0
    for made in stories:
        long = sum(len(elem.text) for elem in made.elems) > 600
        if long or not room:
            groups.append([made])
            room = 0 if long else rng.choice((0, 1, 1, 2, 3, 6))
        else:
            groups[-1].append(made)
            room -= 1
    return groups


def _loose(elems: list[Elem], house: House, rng: Random) -> Band:
    """Set furniture as a band of its own."""
    lines = [line for elem in elems for line in set_elem(elem, house, rng, 40)]
    return Band(lines, [], furniture=True)


def _again(bands: list[Band], rng: Random) -> None:
    """Print a line twice at a seam, or put a column out of its place."""
    for band in bands:
        if len(band.columns) < 2:
            continue
        dice = rng.random()
        if dice < 0.03:
            at = rng.randrange(len(band.columns) - 1)
            if band.columns[at][-1].elem.kind == "para":
                copy = replace(
                    band.columns[at][-1],
                    again=True,
                    tied=False,
                    first=False,
                    opens=False,
                    ends=False,
                )
                band.columns[at + 1].insert(0, copy)
        elif dice < 0.06:
            at = rng.randrange(len(band.columns))
            band.columns.insert(rng.randrange(len(band.columns)), band.columns.pop(at))


def _inside(bands: list[Band], house: House, rng: Random, seen: set[str]) -> list[Elem]:
    """Put furniture inside a column: at its head or foot, between articles or anywhere."""
    elem = forms.furn(house, rng, rng.choice(FURN))
    spare = [column for band in bands for column in band.columns]
    if elem.text in seen or not spare:
        return []
    seen.add(elem.text)
    column = rng.choice(spare)
    opens = [at for at, line in enumerate(column) if line.opens]
    places = [0, len(column), *opens, rng.randint(0, len(column))]
    at = rng.choice(places)
    if at < len(column) and column[at].tied:
        at = len(column)
    column[at:at] = set_elem(elem, house, rng, 40)
    return [elem]


def plan(house: House, rng: Random) -> Plan:
    """Plan a page."""
    stories = _choose(house, rng)
    _labels(stories, house, rng)
    _seams(stories, house, rng)
    bands: list[Band] = []
    seen: set[str] = set()
    items: list[Story | Elem] = []

    def put(elems: list[Elem]) -> None:
        fresh = [elem for elem in elems if elem.text not in seen]
        fresh = list({elem.text: elem for elem in fresh}.values())
        seen.update(elem.text for elem in fresh)
        if fresh:
            bands.append(_loose(fresh, house, rng))
            items.extend(fresh)

    if rng.random() < 0.75:
        put([forms.furn(house, rng, "mast") for _ in range(rng.choice((1, 1, 2, 2, 3, 4)))])
    if rng.random() < 0.08:
        put(forms.guide(house, rng))
    for group in _group(stories, rng):
        bands.append(_band(group, house, rng))
        items.extend(group)
        if rng.random() < 0.1:
            put([forms.furn(house, rng, rng.choice(FURN))])
    if rng.random() < 0.6:
        keys = rng.sample(
            ("editor", "editor", "foot", "qr", "credit", "mast", "motto"), rng.choice((1, 1, 2, 3))
        )
        put([forms.furn(house, rng, key) for key in keys])
    for _ in range(rng.choice((0, 0, 0, 0, 0, 1, 1, 2))):
        items.extend(_inside(bands, house, rng, seen))
    _again(bands, rng)
    return Plan(bands, items)
