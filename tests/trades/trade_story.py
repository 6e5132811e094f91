"""Stories: what an article says, before any paper has set it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from trades.trade_words import TOPICS, Words, pools

if TYPE_CHECKING:
    from random import Random

HAN = "一二三四五六七八九十"
PIECE = re.compile(r"(?:\((\d+)-(\d+)\))?(.*)")
POOL = re.compile(r"([\w,]+):(\d+)(?:-(\d+))?")
SHORT = frozenset(["brief", "picture", "photo", "notice", "lost", "correct", "advert", "obituary"])
LISTS = frozenset(["prices", "names", "timetable", "lost", "puzzle", "oath"])
LONG = frozenset(
    [
        "report",
        "comment",
        "policy",
        "chapters",
        "interview",
        "survey",
        "technical",
        "speech",
        "portrait",
        "essay",
        "serial",
        "seminar",
        "history",
        "figures",
    ]
)


SUBTITLED = frozenset(["report", "figures", "survey", "portrait", "brief"])
PARTED = frozenset(["report", "portrait", "essay", "history", "comment"])


@dataclass(slots=True)
class Story:
    """An article: its headline in parts, and (kind, text) of its body."""

    form: str
    kicker: str = ""
    title: list[str] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    byline: str = ""
    body: list[tuple[str, str]] = field(default_factory=list)
    begun: bool = False
    broken: bool = False


@cache
def recipes() -> tuple[dict[str, tuple[str, str]], dict[str, int]]:
    """Read how each form of article is put together, and how often it comes."""
    made, weights = {}, {}
    for line in pools("forms")["form"]:
        name, title, body = (part.strip() for part in line.split("|", 2))
        form, weight = name.split()
        made[form] = (title, body)
        weights[form] = int(weight)
    return made, weights


def draw_form(dice: Random, among: frozenset[str] | None = None) -> str:
    """Draw a form of article."""
    weights = recipes()[1]
    names = [name for name in weights if among is None or name in among]
    return dice.choices(names, [weights[name] for name in names])[0]


class Writer:
    """Writes one story after its recipe."""

    def __init__(self, dice: Random, topic: str, form: str) -> None:
        self.dice = dice
        self.words = Words(dice, topic)
        self.story = Story(form)
        self.marks = dice.choice(
            [
                "{n}. ",
                "{n}、",
                "{n}．",
                "{h}、",
                "({n})",
                "（{h}）",
                "⒈",
                "①",
                "{h}是",
                "第{h}，",
                "",
            ]
        )
        self.count = 0
        self.heads = 0

    def write(self) -> Story:
        """Write the headline and the body."""
        title, body = recipes()[0][self.story.form]
        if title == ">news":
            pool = "long_news" if self.dice.random() < 0.35 else "news"
            title, lead = self.dice.choice(self.words.pool(pool)).split(" # ")
            self._title(self.words.fill(title))
            self._add("para", self.words.fill(lead))
        elif title:
            self._title(self.words.fill(title))
        for piece in body.split(" // "):
            low, high, rest = PIECE.fullmatch(piece.strip()).groups()  # type: ignore[union-attr]
            for _ in range(self.dice.randint(int(low), int(high)) if low else 1):
                self._piece(rest)
        return self.story

    def _title(self, text: str) -> None:
        parts = text.split("/")
        if len(parts) > 1 and parts[-1].startswith("——"):
            self.story.subtitles = [parts.pop()]
        elif len(parts) > 1 and parts[0].endswith("——"):
            parts[0] = parts[0][:-2] if self.dice.random() < 0.5 else parts[0]
        self.story.title = parts

    def _add(self, kind: str, text: str) -> None:
        if text.strip():
            self.story.body.append((kind, text.strip()))

    def _piece(self, piece: str) -> None:
        mark, rest = piece[0], piece[1:]
        if mark in "=~-":
            kind = {"=": "subhead", "~": "caption", "-": "para"}[mark]
            self._add(kind, self.words.fill(rest))
        elif mark in "+^!":
            self._sentences(mark, rest)
        else:
            getattr(self, f"_set_{mark.lower()}")()

    def _sentences(self, mark: str, rest: str) -> None:
        names, low, high = POOL.fullmatch(rest).groups()  # type: ignore[union-attr]
        text = self.words.sentences(names, int(low), int(high or low))
        self.count += mark in "^!"
        if mark == "^":
            text = f"第{_han(self.count)}条{self.dice.choice('　 ')}{text}"
        elif mark == "!":
            text = self._number(self.count) + text
        self._add("para", text)

    def _number(self, count: int) -> str:
        if len(self.marks) == 1:
            return chr(ord(self.marks) + count - 1)
        return self.marks.format(n=count, h=_han(count)) if self.marks else ""

    def _set_q(self) -> None:
        style = len(self.marks) % 3
        asked, told = (("问：", "答："), ("记者：", self.words.fill("{@per:person}：")), ("", ""))[
            style
        ]
        self._add("para", asked + self.words.draw("ask"))
        for turn in range(self.dice.choice([1, 1, 2, 3])):
            text = self.words.sentences("answer,fact,step,view", 1, 5)
            self._add("para", (told if turn == 0 else "") + text)

    def _set_s(self) -> None:
        self.heads += 1
        if self.dice.random() < 0.85:
            mark = self.dice.choice([f"{_han(self.heads)}、", "", "", f"（{_han(self.heads)}）"])
            self._add("subhead", mark + self.words.draw("survey_head"))
        for _ in range(self.dice.randint(1, 4)):
            self._add("para", self.words.sentences("link_fact,said,cause,generic,step", 1, 5))

    def _set_n(self) -> None:
        self.heads += 1
        self._add("subhead", f"{_han(self.heads)}、{self.words.draw('speech_head')}")
        for _ in range(self.dice.randint(1, 3)):
            self._add("para", self.words.sentences("speech,generic,tail,view,step", 2, 6))

    def _set_w(self) -> None:
        speaker = self.words.fill("{person}")
        office = self.words.fill("{org}{desk}")
        head = self.dice.choice(
            [f"{speaker}（{office}）：", f"{office}{speaker}：", f"{speaker}："]
        )
        self._add("para", head + self.words.sentences("answer,view,fact,comment,cause", 2, 6))

    def _set_l(self) -> None:
        group = self.words.fill(
            self.dice.choice(["{place}：", "{org}：", "一等奖：", "（{#2-30}名）", ""])
        )
        blank = self.dice.choice(["　", " ", "、"])
        names = [self.words.fill("{person}") for _ in range(self.dice.randint(3, 24))]
        wide = blank == "　" and self.dice.random() < 0.5
        if wide:
            names = [name if len(name) > 2 else f"{name[0]}　{name[1:]}" for name in names]
        if self.dice.random() < 0.25:
            self._add("subhead", group or "二等奖")
            group = ""
        self._add("para", group + blank.join(names))

    def _set_t(self) -> None:
        blank = self.dice.choice([" ", "  ", "　", "…"])
        columns = self.dice.randint(1, 3)
        heads = ["品名", "价格", "涨跌", "产地"][: columns + 1]
        if self.dice.random() < 0.6:
            self._add("para", blank.join(heads))
        for good in self.dice.sample(self.words.pool("good"), self.dice.randint(5, 16)):
            cells = [f"{self.dice.randint(10, 9900) / self.dice.choice([1, 10, 100]):g}"]
            cells.append(self.dice.choice(["+", "-", ""]) + str(self.dice.randint(0, 90)))
            cells.append(self.words.fill("{place}"))
            self._add("para", blank.join([good, *cells[:columns]]))

    def _set_v(self) -> None:
        if self.count == 0:
            self.count = self.dice.choice([1, 2])
        if self.count == 1:
            halves = self.words.draw("verse_old").split("|")
            if self.dice.random() < 0.5:
                halves = [part for half in halves for part in re.findall(r"[^，。]+[，。]", half)]
            self._add("verse", "\n".join(halves))
            return
        lines = [self.words.draw("verse_new") for _ in range(self.dice.randint(3, 7))]
        self._add("verse", "\n".join(dict.fromkeys(lines)))


def write(dice: Random, topic: str | None, form: str) -> Story:
    """Write a story of a form, about a topic or any."""
    writer = Writer(dice, topic or dice.choice(TOPICS), form)
    story = writer.write()
    adorn(story, writer.words, dice)
    return story


def adorn(story: Story, words: Words, dice: Random) -> None:
    """Add kickers and subtitles that speak of the same names, and heads within the body."""
    if story.form in PARTED and len(story.body) > 3 and dice.random() < 0.25:
        _part(story, words, dice)
    if story.form not in LONG and dice.random() < 0.7:
        return
    if not story.title:
        return
    if dice.random() < 0.5:
        story.kicker = words.fill(dice.choice(words.pool("kicker")))
    if story.form in SUBTITLED and dice.random() < 0.55:
        count = min(dice.choice([1, 1, 2, 3]), len(words.pool("sub")))
        story.subtitles += [words.fill(sub) for sub in dice.sample(words.pool("sub"), count)]


def _part(story: Story, words: Words, dice: Random) -> None:
    """Put heads between the paragraphs."""
    mark = dice.choice(["", "", "{h}、", "（{h}）", "{n}.", "◆", "▲", "only", "bare"])
    places = sorted(dice.sample(range(1, len(story.body)), min(3, len(story.body) - 2)))
    for count, at in reversed(list(enumerate(places, 1))):
        text = mark.format(h=_han(count), n=count) + words.draw("plain_head")
        if mark in {"only", "bare"}:
            text = _han(count) if mark == "only" else f"（{_han(count)}）"
        story.body.insert(at, ("subhead", text))


def _han(count: int) -> str:
    if count <= 10:
        return HAN[count - 1]
    tens, rest = divmod(count, 10)
    return ("" if tens == 1 else HAN[tens - 1]) + "十" + (HAN[rest - 1] if rest else "")
