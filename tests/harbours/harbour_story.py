"""Tell an article: heads and body, as parts that are not yet set in lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from harbours.harbour_words import Recipe, Speaker, recipes, rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from harbours.harbour_house import House

SIZES = {"brief": (1, 1), "short": (2, 4), "mid": (4, 8), "long": (9, 16), "huge": (18, 34)}
ASKED = (("问：", "答："), ("记者：", "{=who}："), ("读者问：", "答："), ("■", "□"))
SENTENCES = (1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8)


@dataclass(slots=True)
class Part:
    """A block before it is set: its lines are fixed for heads and verse, one text else."""

    kind: str
    lines: list[str]
    glue: str = ""
    list_row: bool = False


@dataclass(slots=True)
class Story:
    """An article before it is set."""

    name: str
    section: str
    heads: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    begun: str = ""
    jump: str = ""
    foot: bool = False
    columns: int = 1
    label: bool = False


class Teller:
    """Tells articles in the style of a house."""

    def __init__(self, house: House, rng: Random) -> None:
        self.house, self.rng = house, rng
        self.speaker: Speaker = house.speaker(rng)
        self.told = ""

    def choose(self, *tags: str) -> Recipe:
        """Choose a recipe of one of the tags that fits the time of the house."""
        not_now = "new" if self.house.old else "old"
        fit = [
            one
            for one in recipes().values()
            if not_now not in one.tags and (not tags or one.tags & set(tags))
        ]
        return self.rng.choice(fit)

    def tell(self, recipe: Recipe, size: str) -> Story:
        """Tell one article."""
        self.speaker.bound = {}
        rng = self.rng
        story = Story(recipe.name, rng.choice(recipe.sections or ["要闻"]))
        story.heads = self._heads(recipe, size)
        story.body = self._body(recipe, size)
        self._byline(recipe, story)
        whole = {"list", "notice", "verse", "qa"} & recipe.tags
        if (
            not whole
            and size != "brief"
            and rng.random() < (0.75 if size in ("long", "huge") else 0.12)
        ):
            self._subheads(recipe, story)
        pictured = not {"list", "notice", "letter", "verse", "qa"} & recipe.tags
        if pictured and rng.random() < {"huge": 0.7, "long": 0.5}.get(size, 0.14):
            for _ in range(rng.choice((1, 1, 2))):
                self._caption(recipe, story)
        for part in (*story.heads, *story.body):
            part.lines = [self.house.write(line) for line in part.lines]
        return story

    def _say(self, text: str) -> str:
        return self.speaker.say(text)

    def _heads(self, recipe: Recipe, size: str) -> list[Part]:
        """Make the group of heads."""
        rng = self.rng
        self.told = rng.choice(recipe.pool("T"))
        title = self._say(self.told)
        shape = rng.choice(self.house.heads) if size != "brief" else "one"
        if {"list", "notice", "serial"} & recipe.tags and rng.random() < 0.7:
            shape = "one"
        common = bool({"news", "city", "tele", "brief"} & recipe.tags) and "list" not in recipe.tags
        kickers = recipe.pool("K") or (list(rules()["kicker"]) if common else [])
        subs = recipe.pool("S") or (list(rules()["subtitle"]) if common else [])
        parts = [self._title(title, recipe, shape)]
        if shape in ("kt", "kts") and kickers:
            parts.insert(0, Part("kicker", [self._say(rng.choice(kickers))]))
        if shape in ("ts", "tss", "kts") and subs:
            more = 1 if shape != "tss" else rng.randint(2, 4)
            more = min(more, len(subs))
            marks = (
                rng.choice(("", "", "——", "△", "◇ ")) if more == 1 else rng.choice(("", "", "◇"))
            )
            parts += [Part("subtitle", [marks + self._say(one)]) for one in rng.sample(subs, more)]
        return parts

    def _title(self, title: str, recipe: Recipe, shape: str) -> Part:
        rng = self.rng
        if shape == "three" or (shape == "two" and " " not in title):
            others = [one for one in recipe.pool("S") if "{=" in one]
            if others:
                extra = self._say(rng.choice(others))
                title = title + " " + extra if extra not in title else title
        lines = title.split(" ")
        if shape in ("two", "three", "kts") and len(lines) > 1:
            return Part("title", lines, " ")
        return Part("title", [self.house.space.join(lines) if self.house.space else title])

    def _byline(self, recipe: Recipe, story: Story) -> None:
        """Put the dateline before the lead, or a byline among the heads."""
        rng, house = self.rng, self.house
        if {"list", "notice", "letter", "qa"} & recipe.tags:
            return
        first = next((part for part in story.body if part.kind == "para"), None)
        if {"essay", "serial", "feature"} & recipe.tags:
            if rng.random() < 0.7:
                story.heads.append(Part("byline", [self.speaker.pick("author")]))
                story.foot = rng.random() < 0.05
            return
        if first is None or house.byline == "none":
            return
        if house.byline == "run" or rng.random() < 0.4:
            first.lines[0] = self.speaker.pick(rng.choice(house.datelines)) + first.lines[0]
        elif house.byline == "end":
            last = [part for part in story.body if part.kind == "para"][-1]
            last.lines[0] += self.speaker.pick("end_by")
        else:
            story.heads.append(Part("byline", [self.speaker.pick("by_line")]))
            story.foot = house.byline == "foot" and rng.random() < 0.5

    def _body(self, recipe: Recipe, size: str) -> list[Part]:
        """Make the paragraphs."""
        for tag, make in (("list", self._rows), ("qa", self._asked), ("verse", self._verse)):
            if tag in recipe.tags:
                return make(recipe, size)
        return [Part("para", [para]) for para in self._prose(recipe, size)]

    def _prose(self, recipe: Recipe, size: str) -> list[str]:
        """Make paragraphs of prose."""
        rng = self.rng
        few, many = SIZES[size]
        left = rng.randint(few, many)
        pool = self._sentences(recipe)
        paras = [self._lead(recipe)]
        if size != "brief" and rng.random() < 0.5:
            paras[0] += next(pool, "")
        if "letter" in recipe.tags:
            paras.insert(0, self.speaker.pick("dear"))
        tiny = "soft" if {"essay", "serial", "feature", "letter"} & recipe.tags else "tiny"
        for _ in range(left - 1):
            if "notice" not in recipe.tags and rng.random() < 0.07:
                paras.append(self.speaker.pick(tiny))
                continue
            count = rng.choice(SENTENCES)
            para = "".join(islice(pool, count))
            if not para:
                break
            paras.append(para)
        if size == "brief":
            paras[0] += "".join(islice(pool, rng.randint(0, 3)))
        ends = recipe.pool("E")
        if ends and rng.random() < 0.8:
            ended = self._say(rng.choice(ends))
            if "serial" in recipe.tags and rng.random() < 0.6:
                paras[-1] += ended
            else:
                paras.append(ended)
        return paras

    def _lead(self, recipe: Recipe) -> str:
        """Say the lead that has most in common with the title."""
        leads = recipe.pool("L")
        if self.rng.random() < 0.1:
            return self._say(self.rng.choice(leads))
        pairs = {self.told[at : at + 2] for at in range(len(self.told) - 1)}
        pairs |= {mark for mark in self.told if mark >= "一"}
        return self._say(max(leads, key=lambda one: sum(pair in one for pair in pairs)))

    def _sentences(self, recipe: Recipe) -> Iterator[str]:
        """Give the sentences of the recipe, mixed with those of its shared pools."""
        rng = self.rng
        own = list(recipe.pool("P"))
        rng.shuffle(own)
        names = dict.fromkeys(" ".join(recipe.pool("U")).split())
        shared = [line for name in names for line in rules()[name]]
        rng.shuffle(shared)
        cut = len(own) // 2
        mixed = own[cut:] + shared
        rng.shuffle(mixed)
        for line in own[:cut] + mixed:
            yield self._say(line)

    def _rows(self, recipe: Recipe, size: str) -> list[Part]:
        """Make a list or table: each row a paragraph."""
        rng = self.rng
        same = rng.choice((0.4, 0.8, 0.95))
        count = rng.randint(4, 9) if size in ("brief", "short") else rng.randint(8, 26)
        rows = recipe.pool("R")
        gap = rng.choice((" ", "　", "  ", "　", "：", "…", ""))
        parts: list[Part] = []
        if recipe.pool("L") and rng.random() < 0.7:
            parts.append(Part("para", [self._say(rng.choice(recipe.pool("L")))]))
        for group in range(rng.choice((1, 1, 2, 3))):
            if group or rng.random() < 0.3:
                parts += [Part("subhead", [self._say(one)]) for one in recipe.pool("H")[:1]]
            line = rng.choice(rows)
            for _ in range(count):
                line = line if rng.random() < same else rng.choice(rows)
                parts.append(Part("para", [self._say(line).replace("_", gap)], list_row=True))
            count = max(3, count // 2)
        return parts

    def _asked(self, recipe: Recipe, size: str) -> list[Part]:
        """Make questions and answers."""
        rng = self.rng
        ask, reply = rng.choice(
            (("问：", "答："), ("记者：", "{=who}："), ("读者问：", "答："), ("■", "□"))
        )
        parts = [Part("para", [self._say(rng.choice(recipe.pool("L")))])]
        asked = rng.sample(recipe.pool("Q"), min(len(recipe.pool("Q")), 2 + SIZES[size][1] // 3))
        pool = self._sentences(recipe)
        for question in asked:
            told = "".join(islice(pool, rng.choice((1, 1, 2, 2, 3, 4))))
            if not told:
                break
            parts.append(Part("para", [self._say(ask + question)]))
            parts.append(Part("para", [self._say(reply) + told]))
        return parts

    def _verse(self, recipe: Recipe, size: str) -> list[Part]:
        """Make poems, with a line of prose before them at times."""
        rng = self.rng
        parts: list[Part] = []
        if recipe.pool("L") and rng.random() < 0.4:
            parts.append(Part("para", [self._say(rng.choice(recipe.pool("L")))]))
        new = rng.random() < 0.4
        for stanza in range(1 if size == "brief" else rng.randint(1, 4)):
            if not new and stanza and rng.random() < 0.4:
                parts.append(Part("subhead", [self._say("其{n:2-9}")]))
            parts.append(Part("verse", self._stanza(new=new), "\n"))
        return parts

    def _stanza(self, *, new: bool) -> list[str]:
        rng = self.rng
        if new:
            ends = rng.choice((("",), ("，", "。"), ("，", "，", "。")))
            count = rng.randint(3, 6)
            lines = rng.sample(rules()["free_line"], count)
            return [self._say(line) + ends[i % len(ends)] for i, line in enumerate(lines)]
        rule = rng.choice(("v2v3", "v4v3", "v4v3"))
        halves = [self.speaker.pick(rule) for _ in range(rng.choice((4, 4, 8)))]
        if rng.random() < 0.4:
            pairs = zip(halves[::2], halves[1::2], strict=True)
            return [f"{one}，{two}。" for one, two in pairs]
        return [half + ("，" if i % 2 == 0 else "。") for i, half in enumerate(halves)]

    def _subheads(self, recipe: Recipe, story: Story) -> None:
        """Put subheads between the paragraphs."""
        rng = self.rng
        names = list(recipe.pool("H") or rules()["subhead"])
        rng.shuffle(names)
        places = [at for at in range(1, len(story.body)) if rng.random() < 0.25]
        for shift, (at, name) in enumerate(zip(places, names, strict=False)):
            text = self.house.subhead.replace("{}", self._say(name))
            number = self.speaker.number(shift + 1)
            story.body.insert(at + shift, Part("subhead", [text.replace("#", number)]))

    def _caption(self, recipe: Recipe, story: Story) -> None:
        rng = self.rng
        subject = self._say(rng.choice(recipe.pool("C") or rules()["shown"]))
        self.speaker.bound["shot"] = subject
        text = self.speaker.pick(self.house.caption)
        story.body.insert(rng.randint(0, len(story.body)), Part("caption", [text]))
