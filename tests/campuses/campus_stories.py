"""Articles told in sentences: news, prose, speeches, memories."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from campuses.campus_text import Sort, sorts

if TYPE_CHECKING:
    from campuses.campus_house import House

LENGTHS = {"short": (1, 2), "usual": (2, 6), "long": (6, 12), "whole": (14, 30), "brief": (1, 1)}
STOPS = "。！？"
NUMBERS = "一二三四五六七八九"


class Bit(NamedTuple):
    """A block that is to be printed; line ends in a title are where it must be broken."""

    kind: str
    text: str


@dataclass(slots=True)
class Story:
    """An article: its heads, its body, and the name at its end when it stands there."""

    heads: list[Bit] = field(default_factory=list)
    body: list[Bit] = field(default_factory=list)
    label: str = ""
    signed: str = ""
    midway: bool = False
    jump: str = ""

    def add(self, kind: str, text: str) -> None:
        """Add a block to the body."""
        if text.strip():
            self.body.append(Bit(kind, text))


class Pool:
    """The sentences of a sort, drawn without saying one twice."""

    def __init__(self, house: House, sort: Sort) -> None:
        self.house, self.sort = house, sort
        self.names, self.fillers = [sort.name], 3
        self.left = {letter: list(said) for letter, said in sort.parts.items()}
        for said in self.left.values():
            house.rng.shuffle(said)

    def draw(self, letter: str) -> str:
        """Draw a sentence of a part, nothing when all are said."""
        left = self.left.get(letter)
        speech = self.house.speech
        while left:
            said = left.pop()
            if said in speech.used and left:
                continue
            speech.used.add(said)
            return speech.fill(said)
        return ""

    def sentence(self) -> str:
        """Draw a sentence of the middle: a fact, a saying, or what fits everywhere."""
        rng = self.house.rng
        letter = "Q" if rng.random() < 0.2 else "B"
        said = self.draw(letter) or self.draw("B")
        general = not {"N", "O"} & set(self.sort.parts)
        if general and self.fillers and (not said or rng.random() < 0.12):
            self.fillers -= 1
            return self.house.speech.say("filler")
        return said

    def widen(self) -> bool:
        """Go on with what another sort of the same kind says; tell whether there is one."""
        kind = {"N", "O"} & set(self.sort.parts)
        others = [
            sort
            for sort in sorts().values()
            if sort.name not in self.names
            and {"N", "O"} & set(sort.parts) == kind
            and sort.fits(self.house.place, self.house.era)
        ]
        if not others or len(self.names) > 4:
            return False
        sort = self.house.rng.choice(others)
        self.names.append(sort.name)
        for letter in "BQH":
            self.left.setdefault(letter, []).extend(sort.parts.get(letter, ()))
            self.house.rng.shuffle(self.left[letter])
        self.fillers += 1
        return True


def _paragraph(pool: Pool, opening: str = "") -> str:
    rng = pool.house.rng
    count = rng.choices((1, 2, 3, 4, 5, 7, 10, 15), (22, 22, 18, 14, 11, 8, 3, 2))[0]
    said = [opening] if opening else []
    while len(said) < count and (sentence := pool.sentence()):
        said.append(sentence)
    return "".join(said)


def _subheads(house: House, pool: Pool, paras: list[str]) -> list[Bit]:
    rng = house.rng
    body = [Bit("para", paras[0])]
    step, number = rng.choice((1, 2, 3)), 0
    for place, para in enumerate(paras[1:]):
        if place % step == 0 and (head := pool.draw("H")):
            body.append(Bit("subhead", house.subhead.format(NUMBERS[number % 9], head)))
            number += 1
        body.append(Bit("para", para))
    return body


def headline(house: House, pool: Pool) -> list[Bit]:
    """Build the heads of an article in the manner of the house."""
    rng = house.rng
    manner = house.headline
    if manner == "mixed":
        manner = rng.choices(("plain", "kicked", "under", "full"), (50, 20, 20, 10))[0]
    title = pool.draw("T")
    if (
        "N" not in pool.sort.parts
        and rng.random() < 0.18
        and (more := pool.draw(rng.choice("TSK")))
    ):
        title += ("" if more[0] in "—（" else rng.choice((" ", " ", "　", "，"))) + more
    heads = [Bit("title", title)]
    if manner in ("kicked", "full") and (kicker := pool.draw("K")):
        heads.insert(0, Bit("kicker", kicker))
    if manner in ("under", "full") and (sub := pool.draw("S")):
        dash = "" if sub[0] in "—（" else rng.choice(("——", "", "", "—"))
        heads.append(Bit("subtitle", dash + sub))
        if rng.random() < 0.2 and (sub := pool.draw("S")):
            heads.append(Bit("subtitle", sub if sub[0] in "—（" else dash + sub))
    return heads


def sign(house: House, story: Story, *, prose: bool) -> None:
    """Say who wrote it, where the house says it."""
    rng, speech = house.rng, house.speech
    manner = house.byline
    if manner == "mixed":
        manner = rng.choices(("run", "above", "end", "none"), (35, 30, 20, 15))[0]
    elif manner == "few":
        manner = rng.choices(("run", "above", "end", "none"), (20, 8, 7, 65))[0]
    if prose and manner == "run":
        manner = rng.choice(("above", "end"))
    first = next((at for at, bit in enumerate(story.body) if bit.kind == "para"), None)
    if manner == "run" and first is not None:
        story.body[first] = Bit("para", speech.say("newsfrom") + story.body[first].text)
    elif manner == "above" and any(bit.kind == "title" for bit in story.heads):
        story.heads.append(Bit("byline", speech.say("penname" if prose else "byline")))
    elif manner == "end":
        name = speech.say("endname")
        last = story.body[-1]
        if rng.random() < 0.55 or last.kind != "para":
            story.signed = name
        else:
            story.body[-1] = Bit("para", last.text + f"（{name.strip('（）')}）")


def _unstop(house: House, story: Story) -> None:
    rng = house.rng
    for at, bit in enumerate(story.body[:-1]):
        if bit.kind == "para" and bit.text[-1] in STOPS and rng.random() < 0.25:
            end = rng.choice(("：", "；", "", "，", "……", "——"))
            story.body[at] = Bit("para", bit.text[:-1] + end)


def tell(house: House, name: str, length: str = "") -> Story:
    """Write an article of a sort."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    sort = sorts()[name]
    pool = Pool(house, sort)
    story = Story(headline(house, pool))
    if not length:
        length = rng.choices(("short", "usual", "long"), (38, 47, 15))[0]
    count = rng.randint(*LENGTHS[length])
    paras = [_paragraph(pool, pool.draw("L"))]
    while len(paras) < count:
        if para := _paragraph(pool):
            paras.append(para)
        elif length != "whole" or not pool.widen():
            break
    if count > 1 and (end := pool.draw("E")):
        paras.append(end)
    if count > 4 and "H" in sort.parts and rng.random() < 0.5:
        story.body = _subheads(house, pool, paras)
    else:
        story.body = [Bit("para", para) for para in paras if para]
    if house.odd["unstopped"]:
        _unstop(house, story)
    sign(house, story, prose=bool({"N", "O"} & set(sort.parts)))
    if (labels := sort.parts.get("P")) and rng.random() < 0.3:
        story.label = speech.fill(rng.choice(labels))
    return story


def sort_for(house: House, prose: float) -> str:
    """Draw a sort that such a paper prints; ``prose`` is the share of readers' prose."""
    wanted = house.rng.random() < prose
    fit = [
        sort.name
        for sort in sorts().values()
        if sort.fits(house.place, house.era) and ("N" in sort.parts) == wanted
    ]
    for _ in range(6):
        name = house.rng.choice(fit)
        if name not in house.speech.used:
            break
    house.speech.used.add(name)
    return name
