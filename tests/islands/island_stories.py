"""Articles as they are written: heads, paragraphs and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from islands.island_house import pick
from islands.island_words import TEXTS, Teller

if TYPE_CHECKING:
    import random

    from islands.island_house import House


QUIET = ("essay", "serial", "history")
CLOSED = (*QUIET, "world", "court", "shipping")


@dataclass(slots=True)
class Part:
    """A block to be: its kind, and its lines (only heads and verse have several)."""

    kind: str
    lines: list[str]
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the text in one."""
        return "".join(self.lines)


@dataclass(slots=True)
class Story:
    """An article, or with no body and no heads a piece of furniture (`loose`)."""

    heads: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    label: str = ""
    sort: str = "news"
    before: str = ""
    after: str = ""

    def ems(self) -> int:
        """Give about how much text the body has."""
        return sum(len(part.text) for part in self.body)


@dataclass(slots=True)
class _Kind:
    name: str
    weight: float
    times: str
    lines: dict[str, list[str]]


@cache
def kinds() -> list[_Kind]:
    """Give the kinds of news in the files of texts."""
    found: list[_Kind] = []
    for name in ("news_old.txt", "news_new.txt"):
        for line in (TEXTS / name).read_text("utf-8").splitlines():
            if line.startswith("=="):
                _, title, weight, times = line.split()
                found.append(_Kind(title, float(weight), times, {}))
            elif line[1:2] == " " and line[0] in "HKSLBUE":
                found[-1].lines.setdefault(line[0], []).append(line[2:].strip())
    return found


@cache
def pool(time: str) -> list[str]:
    """Give the sentences that go into any article of a time."""
    lines = (TEXTS / "pool.txt").read_text("utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith(f"{time} ")]


def _nearest(rng: random.Random, leads: list[str], title: str) -> str:
    """Choose the lead that has most in common with a headline."""
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    return max(leads, key=lambda lead: (sum(pair in lead for pair in pairs), rng.random()))


class Writer:
    """Writes the articles of one page in the style of its house."""

    def __init__(self, rng: random.Random, house: House) -> None:
        self.rng = rng
        self.house = house
        self.past: list[str] = []
        self.topic = ""

    def teller(self) -> Teller:
        """Give a teller who knows nothing yet."""
        made = Teller(self.rng, self.house.time, hanzi=self.house.hanzi)
        made.spaced = self.house.names_spaced
        return made

    def story(self, size: str) -> Story:
        """Write one news article: `size` is brief, short, middle or long."""
        fit = [kind for kind in kinds() if self.house.time in kind.times]
        weights = [kind.weight * 0.12 ** self.past.count(kind.name) for kind in fit]
        kind = self.rng.choices(fit, weights)[0]
        self.past.append(kind.name)
        tell = self.teller()
        if kind.name in QUIET and size == "brief":
            size = "middle"
        self.topic = self.rng.choice(kind.lines["H"])
        body = self.paragraphs(kind, tell, size)
        story = Story(self.heads(kind, tell, size), body)
        if kind.name not in (*QUIET, "comment"):
            self._sign(story, tell)
        elif self.rng.random() < 0.75:
            story.heads.append(Part("byline", [tell.draw("pen")]))
        if size == "long" and len(body) > 5:
            self._subheads(kind, tell, body)
        if self.rng.random() < 0.02 and body:
            note = tell.draw("leadin")
            body.insert(0 if note.startswith("编者按") else len(body), Part("para", [note]))
        return story

    def heads(self, kind: _Kind, tell: Teller, size: str) -> list[Part]:
        """Write the headline group."""
        lines = [line.strip() for line in tell.say(self.topic).split(" / ")]
        if len(lines) == 1 and kind.name not in ("serial", "essay") and self.rng.random() < 0.03:
            lines = [tell.draw("exclaim")]
        if len(lines) > 1 and self.rng.random() < 0.3:
            lines = [self.rng.choice("　 ").join(lines)]
        found = [Part("title", lines, tuple(tell.known.values()))]
        rich = {"lean": 0.4, "usual": 1.0, "rich": 1.7}[self.house.heads]
        weight = {"brief": 0.15, "short": 0.5, "middle": 0.9, "long": 1.3}[size] * rich
        kickers = [line for line in kind.lines.get("K", []) if line]
        if kickers and self.rng.random() < 0.28 * weight:
            found.insert(0, Part("kicker", [tell.say(self.rng.choice(kickers))]))
        subs = [line for line in kind.lines.get("S", []) if line]
        if subs and self.rng.random() < 0.3 * weight:
            many = min(len(subs), pick(self.rng, {1: 6, 2: 2.5, 3: 1}))
            for line in self.rng.sample(subs, many):
                said = tell.say(line)
                dash = self.house.paras == "long" and not said.startswith("——")
                dash = dash and self.rng.random() < 0.3
                found.append(Part("subtitle", [f"——{said}" if dash else said]))
                if found[-1].text.startswith("——"):
                    break
        return found

    def paragraphs(self, kind: _Kind, tell: Teller, size: str) -> list[Part]:
        """Write the body, one sentence after another, gathered into paragraphs."""
        said = [tell.say(_nearest(self.rng, kind.lines["L"], self.topic))]
        if size != "brief":
            middle = list(kind.lines["B"])
            low = {"short": 1, "middle": 3, "long": len(middle)}[size]
            keep = self.rng.randint(low, len(middle) if size != "short" else 4)
            picked = sorted(self.rng.sample(range(len(middle)), min(keep, len(middle))))
            lines = [middle[at] for at in picked]
            more = {"short": 0, "middle": self.rng.randint(0, 3), "long": self.rng.randint(3, 11)}
            extra = [] if kind.name in CLOSED else pool(self.house.time)
            extra = [line for line in extra if line not in self.past]
            for line in self.rng.sample(extra, min(len(extra), more[size])):
                lines.insert(self.rng.randint(0, len(lines)), line)
                self.past.append(line)
            end = self.rng.choice(kind.lines.get("E", [""]))
            said += [tell.say(line) for line in [*lines, end] if line]
        return [Part("para", [text]) for text in self._gather(said, size)]

    def _gather(self, said: list[str], size: str) -> list[str]:
        most = {"short": 1, "middle": 3, "long": 6}[self.house.paras]
        found = [said[0]]
        room = self.rng.randint(0, 1 + (most > 3))
        for text in said[1:]:
            if room > 0:
                found[-1] += text
                room -= 1
                continue
            if size == "long" and self.rng.random() < 0.06:
                found.append(self.teller().draw("short"))
            found.append(text)
            room = self.rng.randint(0, most) if self.rng.random() < 0.8 else 0
        if self.house.paras == "short":
            found = [piece for text in found for piece in self._halves(text)]
        if size in ("middle", "long") and len(found) > 3 and self.rng.random() < 0.06:
            found.insert(len(found) - 1, self.teller().draw("colon"))
        return found

    def _halves(self, text: str) -> list[str]:
        """Now and then cut a paragraph after a sentence."""
        cut = re.search(r"(?<=[^“「][。？！])(?=[^”’）])", text[12:-8])
        inside = cut is not None and text[: cut.start() + 12].count("“") > text[
            : cut.start() + 12
        ].count("”")
        if cut is None or inside or self.rng.random() < 0.6:
            return [text]
        return [text[: cut.start() + 12], text[cut.start() + 12 :]]

    def _sign(self, story: Story, tell: Teller) -> None:
        """Say who wrote it: in the lead, on a line of its own, at the end, or nowhere."""
        style = self.house.byline
        if style == "any" or self.rng.random() < 0.15:
            style = pick(self.rng, {"lead": 5, "own": 2, "end": 1.5, "none": 1.5})
        body = story.body
        if style == "lead" and body:
            body[0].lines[0] = self._lead(tell) + body[0].lines[0]
        elif style == "own" and story.heads:
            story.heads.append(Part("byline", [tell.draw(f"line{self.house.time}")]))
        elif style == "end" and body and len(body[-1].text) > 12:
            body[-1].lines[0] += tell.draw("endname")

    def _lead(self, tell: Teller) -> str:
        style = self.house.lead
        if self.rng.random() < 0.12:
            style = self.rng.choice(("xun", "dian", "agency", "named"))
        return tell.draw("leadr" if self.house.time == "r" else f"lead{style}")

    def _subheads(self, kind: _Kind, tell: Teller, body: list[Part]) -> None:
        """Put the subheads between the paragraphs."""
        said = [tell.say(line) for line in kind.lines.get("U", []) if line]
        if not said or self.rng.random() < 0.25:
            return
        places = sorted(self.rng.sample(range(1, len(body)), min(len(said), len(body) - 2)))
        marks = {
            "plain": lambda at: "", "numbered": lambda at: "一二三四"[at] + "、",
            "marked": lambda at: "■", "bracketed": lambda at: f"（{'一二三四'[at]}）",
        }  # fmt: skip
        for at, place in reversed(list(enumerate(places))):
            text = said[at] if said[at] in "一二三" else marks[self.house.subheads](at) + said[at]
            body.insert(place, Part("subhead", [text]))
