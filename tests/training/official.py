"""Long official reports as local governments print them, and the headlines that stand above.

A grammar whose rules call each other: `<NAME>` in `official.txt` is one of the lines under
`# NAME`, a slot as `{P}` is filled by the writer.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newspaper import Story
from training.reporter import NUMBERS

if TYPE_CHECKING:
    from training.reporter import Reporter

_CALL = re.compile(r"<([A-Z]+)>")
BREAK = "|"  # where a headline breaks of itself
SERIES = ("{}是", "{}要", "{}是要", "第{}，", "其{}，", "{}、")
ORDINALS = ("首先，", "其次，", "再次，", "最后，")


@cache
def rules() -> dict[str, tuple[str, ...]]:
    """The rules of `official.txt` by their names."""
    text = Path(__file__).with_name("official.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^# (\w+)\n", text)[1:]
    return {
        name: tuple(lines.splitlines()) for name, lines in zip(parts[::2], parts[1::2], strict=True)
    }


LONG_EVENTS = (
    "安全生产暨防汛防台重点任务部署推进会",
    "社会治理创新项目中期评估暨交流展示活动",
    "农村人居环境整治提升专项行动动员大会",
    "退役军人服务保障体系建设现场观摩会",
    "困难职工帮扶救助与法律援助联席会议",
    "居民代表会议暨小区更新方案意见征询会",
    "老旧小区综合改造工程质量安全专题培训",
    "中小学食堂管理与营养配餐工作交流会",
    "村级集体资产清查核实业务培训班",
    "志愿者骨干能力提升暨表彰座谈会",
)
"""Events whose names are long: headlines of more than 25 characters."""


class Official:
    """Writes reports with the words, names and places of a writer."""

    def __init__(self, writer: Reporter) -> None:
        self.writer, self.dice = writer, writer.dice
        self.subject: dict[str, str] = {}  # what the headline and the body speak of

    def change_subject(self) -> None:
        """Begin a report about something else."""
        self.writer.change_subject()
        self.subject = {name: self.dice.choice(rules()[name]) for name in ("SHORTJOB", "WHAT")}
        self.subject["TOPIC"] = self.say("<TOPIC>")

    def _chosen(self, name: str) -> str:
        """One of the lines under a name, often that of the story."""
        if name in self.subject:
            share = self.writer.constancy * (0.25 if name == "WHAT" else 1)
            if self.dice.random() < share:
                return self.subject[name]
        return self.dice.choice(rules()[name])

    def say(self, pattern: str) -> str:
        """Follow the rules of a pattern to their ends, and fill its slots."""
        while "<" in pattern:
            pattern = _CALL.sub(lambda found: self._chosen(found[1]), pattern)
        return self.writer.fill(pattern)

    def story(self) -> Story:
        """Tell of a meeting, a visit, a piece of work: lead, long paragraphs, who was there."""
        dice = self.dice
        self.change_subject()
        story = Story()
        lead = self.say("<LEAD>")
        while len(lead) < dice.choice((40, 80, 120, 200)):
            lead += self.say(dice.choice(("<STATE>", "<WORK>")))
        story.body.append(("para", lead))
        kinds = dice.choices(
            ("state", "work", "noun", "points", "series", "short"), (5, 3, 4, 2, 2, 2),
            k=dice.choices((1, 2, 3, 4, 5, 7), (3, 5, 5, 4, 2, 1))[0],
        )  # fmt: skip
        for kind in kinds:
            story.body += [("para", text) for text in getattr(self, f"_{kind}")()]
        if dice.random() < 0.45:
            story.body.append(("para", self.say("<CLOSE>")))
        self.headline(story)
        return story

    def paragraphs(self, many: int) -> list[str]:
        """That many paragraphs of running text."""
        found: list[str] = []
        while len(found) < many:
            found += getattr(self, f"_{self.dice.choice(('state', 'work', 'noun', 'short'))}")()
        return found[:many]

    def _run(self, text: str, *rules_: str) -> list[str]:
        """One paragraph: a beginning, and sentences until it is long enough."""
        dice = self.dice
        full = dice.choice((0, 60, dice.randint(60, 150), *[dice.randint(150, 400)] * 3))
        while len(text) < full:
            text += self.say(dice.choice(rules_))
        return [text]

    def _state(self) -> list[str]:
        return self._run(self.say("<STATE>"), "<DEMAND>", "<DEMAND>", "<STATEMENT>", "<WORK>")

    def _work(self) -> list[str]:
        return self._run(self.say("<WORK>"), "<WORK>", "<NOUNBEGIN>")

    def _noun(self) -> list[str]:
        return self._run(self.say("<NOUNBEGIN>"), "<WORK>", "<WORK>", "<STATEMENT>")

    def _short(self) -> list[str]:
        return [self.say(self.dice.choice(("<STATE>", "<WORK>", "<NOUNBEGIN>")))]

    def _mark(self) -> list[str]:
        """The marks of a series, in one style."""
        dice = self.dice
        if dice.random() < 0.1:
            return list(ORDINALS)
        style = dice.choice(SERIES)
        return [style.format(number) for number in NUMBERS]

    def _series(self) -> list[str]:
        """A series inside one paragraph."""
        dice = self.dice
        text = self.say(dice.choice(("<STATE>", "<LEADER>强调，", "会议要求，", "")))
        stop = dice.choice("。。；")
        marks = self._mark()[: dice.choice((2, 3, 3, 4, 5))]
        for mark in marks:
            text += mark + self.say("<POINT>").rstrip("。").removeprefix("要") + stop
        return [text.rstrip("。；") + "。"]

    def _points(self) -> list[str]:
        """A series of paragraphs; now and then two of its points stand in one."""
        dice = self.dice
        found = [self.say(dice.choice(("<LEADER>强调，", "会议提出{g}点要求：", "<STATE>")))]
        for mark in self._mark()[: dice.choice((2, 3, 3, 4))]:
            text = self._run(
                mark + self.say("<POINT>").removeprefix("要"), "<POINT>", "<DEMAND>", "<WORK>"
            )[0]
            if dice.random() < 0.12 and len(found) > 1:
                found[-1] += text
            else:
                found.append(text)
        if found[0].endswith("，"):
            found[0] += self.say("<DEMAND>")
        return found

    def _fact(self) -> tuple[str, ...]:
        """Give a headline that tells a fact, in one line or in two."""
        dice = self.dice
        fact = tuple(self.say("<FACT>").split(BREAK))
        if dice.random() < 0.12:
            years = ("", f"{dice.randint(2011, 2031)}年", f"{dice.randint(2011, 2031)}年度")
            year = dice.choice(years)
            held = dice.choice(("召开", "举行", "举办", "组织开展"))
            return (self.writer.place() + held + year + dice.choice(LONG_EVENTS),)
        if len(fact[0]) == len(fact[-1]):  # two lines of one length would read as a couplet
            return ("".join(fact),)
        return fact

    def headline(self, story: Story) -> None:
        """Slogan and fact, kicker and fact, fact and slogan, or one alone."""
        dice = self.dice
        story.kicker = story.subtitle = None
        fact = self._fact()
        slogan = self.say("<SLOGAN>")
        while len(set(slogan.split())) < len(slogan.split()):  # the same words twice
            slogan = self.say("<SLOGAN>")
        shape = dice.choices(
            (
                "fact",
                "slogan_fact",
                "kicker_slogan",
                "kicker_fact",
                "fact_slogan",
                "slogan",
                "three",
            ),
            (8, 5, 2.5, 1.5, 1.5, 2.5, 1),
        )[0]
        if shape == "fact":
            story.title = fact
        elif shape == "slogan_fact":
            story.title, story.subtitle = self._lines(slogan), "".join(fact)
        elif shape == "kicker_slogan":
            story.kicker, story.title = self.say("<KICK>"), self._lines(slogan)
        elif shape == "kicker_fact":
            story.kicker, story.title = self.writer.pick("KICKERS"), fact
        elif shape == "fact_slogan":
            story.title, story.subtitle = fact, slogan
        elif shape == "slogan":
            story.title = self._lines(slogan)
        else:
            story.kicker, story.title = self.say("<KICK>"), self._lines(slogan)
            story.subtitle = self.say("<LEADER>出席并讲话")
        if dice.random() < 0.2:
            story.byline = self.writer.pick("BYLINES")

    def _lines(self, slogan: str) -> tuple[str, ...]:
        """A slogan, or the two equal halves of one that are printed on two lines."""
        halves = slogan.replace("　", " ").split(" ")
        equal = len(halves) == 2 and len(halves[0]) == len(halves[1])
        return tuple(halves) if equal and self.dice.random() < 0.4 else (slogan,)
