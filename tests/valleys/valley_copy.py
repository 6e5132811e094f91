"""Articles of news: headline group, byline, lead, paragraphs, subheads, captions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valleys.valley_grammar import Rules, bind, expand, manner, news, small, words
from valleys.valley_heads import Elem, byline, group

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_house import House

CN = "一二三四五六七八九十"


@dataclass(slots=True)
class Story:
    """An article: its elements in printed order, with furniture before and after it."""

    elems: list[Elem]
    form: str
    before: list[Elem] = field(default_factory=list)
    after: list[Elem] = field(default_factory=list)
    section: Elem | None = None

    def heads(self) -> list[Elem]:
        """Give the elements of the headline group that stand above the body."""
        found = []
        for elem in self.elems:
            if elem.kind not in ("kicker", "title", "subtitle", "byline"):
                break
            found.append(elem)
        return found

    def read(self) -> list[Elem]:
        """Give the elements in reading order, heads first."""
        heads = [elem for elem in self.elems if elem.kind in ("kicker", "title", "subtitle")]
        names = [elem for elem in self.elems if elem.kind == "byline"]
        bodies = [elem for elem in self.elems if elem not in heads and elem not in names]
        return heads + names + bodies


def _outlet(house: House, rng: Random, facts: dict[str, str]) -> str:
    """Write what stands before the first words of a lead."""
    forms = words()["leadin"]
    form = forms[house.outlet_form] if rng.random() < 0.6 else rng.choice(forms)
    return expand(form, rng, facts | {"gap": " "})


class Pool:
    """Draws the paragraphs of an article, none from one phrase twice while there are others."""

    def __init__(self, rules: Rules, bound: dict[str, str], rng: Random, way: str) -> None:
        """Shuffle the phrases."""
        self.rng, self.bound, self.way = rng, bound, way
        common = [] if "alone" in rules else words()[f"{way}common"]
        self.own = rng.sample(rules["para"], len(rules["para"]))
        self.common = rng.sample(common, len(common))
        self.others = [rules]
        self.dense = 0.0

    def write(self, rule: str) -> str:
        """Write a common phrase."""
        return expand(self.rng.choice(words()[rule]), self.rng, self.bound)

    def sentence(self) -> str:
        """Give the next full paragraph; a long article goes on to other cases."""
        own = self.own and (self.rng.random() < 0.6 or not self.common)
        if not self.own and not self.common:
            other = self.rng.choice(self.others)
            self.bound = self.bound | bind(other, self.rng)
            self.own = self.rng.sample(other["para"], len(other["para"]))
            own = True
        return expand((self.own if own else self.common).pop(), self.rng, self.bound)

    def paras(self) -> list[str]:
        """Give the next paragraph, or an opener and what it opens."""
        if self.rng.random() < self.dense:
            return ["".join(self.sentence() for _ in range(self.rng.randint(2, 4)))]
        dice = self.rng.random()
        if dice < 0.1:
            return [self.write(f"{self.way}short")]
        if dice < 0.14 and not self.way:
            return [
                self.write("opener"),
                "“" + self.sentence().replace("“", "‘").replace("”", "’") + "”",
            ]
        if dice < 0.18 and not self.way:
            return [self.write("open_end")]
        if dice < 0.34:
            return [self.sentence() + self.write(f"{self.way}short") + self.sentence()]
        if dice < 0.4:
            return ["".join(self.sentence() for _ in range(self.rng.randint(3, 4)))]
        text = self.sentence()
        stop = text.find("。")
        if dice < 0.6 and 8 < stop < len(text) - 12 and "“" not in text:
            return [text[: stop + 1], text[stop + 1 :]]
        return [text]


def _subhead(house: House, rng: Random, phrase: str, number: int) -> Elem:
    mark = house.submark
    if mark == "plain":
        text = phrase
    elif mark == "【】":
        text = f"【{phrase}】"
    elif mark in ("一、", "（一）"):
        text = mark.replace("一", CN[number % 10]) + phrase
    elif mark.startswith("1"):
        text = f"{number + 1}" + mark[1:] + phrase
    else:
        text = mark + rng.choice(("", " ")) + phrase
    return Elem("subhead", house.ink(text))


def _body(rules: Rules, pool: Pool, house: House, rng: Random, count: int) -> list[Elem]:
    """Write lead, paragraphs and subheads."""
    lead = expand(rng.choice(rules["lead"]), rng, pool.bound)
    if rng.random() < house.outlet and pool.way != "soft":
        lead = _outlet(house, rng, pool.bound) + lead
    found = [Elem("para", house.ink(lead))]
    subheads = count >= 6 and rng.random() < house.sub_rate
    own = words()[f"{pool.way}head"] if pool.way else words()["head"] + rules.get("head", []) * 2
    phrases = rng.sample(own, min(6, len(own)))
    every, number, since = rng.randint(2, 5), 0, 1
    while len(found) < count:
        if subheads and since >= every and number < len(phrases) and len(found) < count - 1:
            found.append(_subhead(house, rng, expand(phrases[number], rng, pool.bound), number))
            number, since = number + 1, 0
        new = pool.paras()
        found += [Elem("para", house.ink(text)) for text in new]
        since += len(new)
    if count > 2 and rng.random() < 0.06 and not pool.way:
        found += [
            Elem("subhead", house.ink(pool.write("box"))),
            Elem("para", house.ink(pool.write("boxpara"))),
        ]
    if count > 3 and rng.random() < 0.5 and not pool.way:
        found.append(Elem("para", house.ink(pool.write("close"))))
    return found


def caption(house: House, rng: Random, facts: dict[str, str]) -> Elem:
    """Write the caption of an article's picture."""
    return Elem("caption", house.ink(expand(rng.choice(small("caption")["text"]), rng, facts)))


def _sign(elems: list[Elem], house: House, rng: Random) -> list[Elem]:
    """Put the byline where the house has it."""
    way = (
        house.by
        if house.by != "mixed"
        else rng.choice(("under", "above", "end", "endline", "tail", "tied"))
    )
    name = byline(house, rng)
    heads = sum(elem.kind in ("kicker", "title", "subtitle") for elem in elems)
    if way == "tail":
        last = elems[-1]
        if last.kind == "para" and last.text[-1] in "。.”」":
            last.text += house.ink(
                expand(
                    rng.choice(
                        ("（{person}）", "（{person}　{person}）", "　　{person}", "（{reporter}）")
                    ),
                    rng,
                )
            )
        return elems
    if way in ("end", "endline") or not heads:
        return [*elems, name]
    if way == "above":
        return [name, *elems]
    name.tied = way == "tied"
    return [*elems[:heads], name, *elems[heads:]]


def story(house: House, rng: Random, count: int, *, bare: bool = False) -> Story:
    """Write an article of about `count` paragraphs; `bare`: without a headline."""
    rules = rng.choice(news(old=house.old))
    facts = bind(rules, rng)
    way = manner(rules, old=house.old)
    pool = Pool(rules, facts, rng, way)
    pool.dense = house.dense
    if "alone" not in rules:
        pool.others = [
            other for other in news(old=house.old) if manner(other, old=house.old) == way
        ]
    heads = [] if bare else group(rules, facts, house, rng)
    body = _body(rules, pool, house, rng, count)
    if heads and rng.random() < 0.04:
        body.insert(
            0,
            Elem(
                "para",
                house.ink(
                    expand(
                        "编者按：{p}的{t}，{值得一读|引人深思|给了我们启示}。{本报今日刊出此文|现将有关情况整理如下}，{欢迎讨论|以飨读者|供各地参考}。",
                        rng,
                        facts,
                    )
                ),
            ),
        )
    elems = heads + body
    if rng.random() < house.by_rate:
        elems = _sign(elems, house, rng)
    if rng.random() < 0.14:
        for _ in range(rng.choice((1, 1, 2))):
            at = rng.randint(len(heads), len(elems))
            while at < len(elems) and elems[at].kind in ("kicker", "title", "subtitle", "byline"):
                at += 1
            elems.insert(at, caption(house, rng, facts))
    return Story(elems, "news")
