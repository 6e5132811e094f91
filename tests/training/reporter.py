"""Tells made-up stories: the small grammar of `newspaper`, with more words and a subject per story.

A headline and the lead below it speak of the same place, body and thing, as on a real page.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newspaper import KINDS, LEADS, MIDDLES, SENTENCES, SLOGANS, Story, Writer

LINE_END = "⏎"
NUMBERS = "一二三四五六七八九十"
_SLOT = re.compile(r"\{([abght])\}")
_RANGES = {"a": (2, 18), "b": (19, 37), "g": (1, 8), "h": (2, 260), "t": (2000000, 89999999)}


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The lists of `words.txt` by their names."""
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^# (\w+)\n", text)[1:]
    return {
        name: tuple(line.replace(LINE_END, "\n") for line in lines.splitlines())
        for name, lines in zip(parts[::2], parts[1::2], strict=True)
    }


class Reporter(Writer):
    """A writer whose stories have a subject that comes back."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.subject: dict[str, str] = {}
        self.constancy = 0.5
        slogans = words()["STARTS"]
        self.slogans = (*slogans, *SLOGANS)

    def change_subject(self) -> None:
        """Begin a story about something else."""
        self.subject = {}
        self.constancy = self.dice.choice((0.2, 0.5, 0.5, 0.8))
        self.subject = {slot: super(Reporter, self).fill(f"{{{slot}}}") for slot in "PBTNS"}

    def fill(self, pattern: str) -> str:
        """Fill the slots of a pattern, often with the subject of the story."""
        if "{" not in pattern:
            return pattern
        for slot, known in self.subject.items():
            name = f"{{{slot}}}"
            if name in pattern and self.dice.random() < self.constancy:
                pattern = pattern.replace(name, known, 1)
        pattern = _SLOT.sub(lambda found: str(self.dice.randint(*_RANGES[found[1]])), pattern)
        return super().fill(pattern)

    def pick(self, name: str) -> str:
        """Fill a pattern from the list of that name."""
        return self.fill(self.dice.choice(words()[name]))

    def sentence(self) -> str:
        """One sentence, from either grammar."""
        if self.dice.random() < 0.55:
            return self.pick("SENTENCES")
        return self.fill(self.dice.choice(SENTENCES))

    def paragraph(self, opener: str | None = None) -> str:
        """A paragraph of one to a dozen sentences; the opener often comes from the longer list."""
        dice = self.dice
        if opener and opener in LEADS and dice.random() < 0.6:
            opener = dice.choice(words()["LEADS"])
        elif opener is not None and opener in MIDDLES and dice.random() < 0.5:
            opener = dice.choice(words()["OPENERS"])
        size = dice.choices((1, 2, 3, 4, 6, 9, 14), (4, 5, 4, 3, 2, 1, 0.3))[0]
        return (self.fill(opener) if opener else "") + "".join(self.sentence() for _ in range(size))

    def story(self) -> Story:
        """A story of one of the kinds, with a headline that speaks of it."""
        self.change_subject()
        story = Story()
        kind = self.dice.choices(("known", "letter", "wire", "chain", "talk"), (8, 1, 2, 1, 1))[0]
        if kind == "known":
            KINDS[self.one(list(KINDS))](self, story)
        elif kind == "letter":
            story.body.append(("para", self.pick("NOTICE")))
            story.body.append(("para", "特此" + self.one(("公告", "通知", "声明", "通告")) + "。"))
            story.body.append(("para", self.pick("SIGNS")))
            story.body.append(("para", self.day()))
        elif kind == "talk":
            self._talk(story)
        elif kind == "wire":
            story.body.append(("para", self.paragraph(self.one(LEADS))))
        else:
            self._chain(story)
        self.headline(story)
        return story

    def _talk(self, story: Story) -> None:
        """An interview: two speakers in turn."""
        dice = self.dice
        asks = dice.choice(("记者：", "问：", "主持人：", "Q：", "■ ", "本报："))
        says = self.fill(dice.choice(("{N}：", "{N}（{B}{O}）：", "答：", "A：", "□ ")))
        if dice.random() < 0.5:
            story.body.append(("para", self.paragraph("{D}，")))
        for _ in range(dice.randint(2, 5)):
            story.body.append(("para", asks + self.pick("ASKS") + "？"))
            story.body.append(("para", says + self.paragraph()))

    def _chain(self, story: Story) -> None:
        """A speech or a plan: points one after another, some in mid-line, some at its start."""
        dice = self.dice
        series = dice.choice(
            ("{}是", "{}要", "第{}，", "其{}，", "{}、", "（{}）", "（{}）", "①", "{}问：")
        )
        story.body.append(("para", self.fill("{N}强调，要做好{T}工作：")))
        inside = ""
        for number in range(dice.randint(2, 5)):
            mark = chr(ord("①") + number) if series == "①" else series.format(NUMBERS[number])
            point = mark + self.fill("{A}{V}{T}。") + self.paragraph()
            if dice.random() < 0.25:
                inside += point
                continue
            if inside:
                story.body.append(("para", inside))
                inside = ""
            story.body.append(("para", point))
        if inside:
            story.body.append(("para", inside))

    def couplet(self) -> tuple[str, str]:
        """Two halves of the same length: four, five, six or seven characters."""
        dice = self.dice
        lists = words()
        shape = dice.randrange(5)
        if shape < 2:
            one, two = dice.sample(self.slogans, 2)
        elif shape == 2:
            tails = [tail for tail in lists["TAILS"] if len(tail) == 3]
            ends = dice.sample(tails, 2)
            one, two = (dice.choice(self.slogans) + end for end in ends)
        elif shape == 3:
            tails = [tail for tail in lists["TAILS"] if len(tail) == 3]
            ends = dice.sample(tails, 2)
            pair = dice.sample(lists["FOCUS"], 2)
            one, two = (f"{head}“{end}”" for head, end in zip(pair, ends, strict=True))
        else:
            pair = dice.sample(self.slogans, 4)
            one, two = pair[0] + pair[1], pair[2] + pair[3]
        size = min(len(one), len(two))
        return one[:size], two[:size]

    def fact(self) -> str:
        """A headline that says what happened, or names its subject."""
        return self.pick("HEADLINES")

    def headline(self, story: Story) -> None:
        """Give a story its headline group."""
        dice = self.dice
        fact = self.fact()
        shape = dice.choices(
            ("plain", "pair", "pair_fact", "fact_after", "kicker", "fact_pair", "lone", "halves"),
            (8, 2, 3, 2, 2, 1, 1, 2),
        )[0]
        one, two = self.couplet()
        gap = dice.choice((" ", " ", "　", "，", "  "))
        if shape == "pair":
            story.title = (one + gap + two,)
        elif shape == "pair_fact":
            story.title, story.subtitle = (one + gap + two,), fact
        elif shape == "fact_after":
            story.title, story.subtitle = (fact,), self.pick("SUBTITLES")
        elif shape == "kicker":
            story.kicker, story.title = self.pick("KICKERS"), (fact,)
        elif shape == "fact_pair":
            story.title, story.subtitle = (fact,), one + gap + two
        elif shape == "lone":
            story.title, story.subtitle = (one,), fact
        elif shape == "halves":
            story.title = (one, two)
            story.subtitle = fact if dice.random() < 0.7 else None
        else:
            story.title = (fact,)
        if dice.random() < 0.25:
            story.byline = self.pick("BYLINES")
