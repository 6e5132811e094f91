"""Notices, questions with answers, signatures and labels: what papers print in small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspaper import Story
from training.reporter import words

if TYPE_CHECKING:
    from training.reporter import Reporter

_ASKS = ("问：", "{N}问：", "读者{N}：", "【提问】", "Q：", "来信：", "网友“{N}”：")
_ANSWERS = ("答：", "{B}答复：", "【回复】", "A：", "{B}{O}{N}：", "律师{N}：", "编辑：")
_ENDS = ("特此公告。", "特此通知。", "敬请谅解。", "望互相转告。", "声明作废。", "")
SIGNED = 0.05
"""Share of articles below which a body, a reader or a teacher signs."""
ASKING = 0.1
"""Share of articles whose headline asks, or speaks as people do."""


class Small:
    """Makes small things with the words of a writer."""

    def __init__(self, writer: Reporter) -> None:
        self.writer, self.dice = writer, writer.dice

    def notice(self) -> Story:
        """A notice under a few words: one or two paragraphs, who gives it, the day."""
        writer, dice = self.writer, self.dice
        writer.change_subject()
        story = Story(title=(writer.pick("NOTICES"),))
        text = writer.pick("NOTICE")
        if dice.random() < 0.3:
            text += writer.sentence()
        story.body.append(("para", text + (dice.choice(_ENDS) if dice.random() < 0.5 else "")))
        if dice.random() < 0.35:
            story.body.append(("para", writer.pick("CONTACTS")))
        if dice.random() < 0.6:
            story.body.append(("para", writer.pick("SIGNS")))
            if dice.random() < 0.7:
                story.body.append(("para", writer.day()))
        return story

    def answers(self) -> Story:
        """Questions of readers and what was answered, under a headline that asks."""
        writer, dice = self.writer, self.dice
        writer.change_subject()
        story = Story(title=(self.asking(),))
        asks, says = dice.choice(_ASKS), dice.choice(_ANSWERS)
        for _ in range(dice.choice((1, 1, 2, 3))):
            question = writer.sentence() if dice.random() < 0.7 else ""
            ask = writer.pick("ASKS")
            story.body.append(("para", f"{writer.fill(asks)}{question}{ask}？"))
            story.body.append(("para", writer.fill(says) + writer.paragraph()))
        if dice.random() < 0.4:
            story.body.append(("para", writer.pick("SIGNS")))
        return story

    def asking(self) -> str:
        """A headline that asks."""
        return self.writer.pick("ASKING")

    def dress(self, story: Story) -> None:
        """Let a headline ask, and let somebody sign below, now and then."""
        dice = self.dice
        if story.title and dice.random() < ASKING:
            story.title = (self.asking(),)
        kind, text = story.body[-1]
        if kind == "para" and text.endswith("。") and dice.random() < SIGNED:
            story.body.append(("para", self.writer.pick("SIGNS")))

    def label(self) -> str:
        """A label of two parts that stands in no list."""
        dice, lists = self.dice, words()
        return dice.choice(lists["LABELHEADS"]) + dice.choice(lists["LABELTAILS"])
