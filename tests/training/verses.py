"""Poems: free verse in stanzas, verse in a metre, doggerel, folk rhymes inside an article.

A stanza is a block of its own; the compositor puts the stanzas of a poem together where the page
shows no blank between them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newspaper import Story

if TYPE_CHECKING:
    from training.reporter import Reporter

_SLOT = re.compile(r"\{([pm])\}")
TUNES = (  # sizes of the lines of some tunes, 0 between the halves
    (7, 7, 7, 0, 7, 7, 7), (6, 6, 7, 6, 0, 6, 6, 7, 6), (7, 7, 7, 7, 0, 3, 3, 7, 7, 7),
    (5, 5, 7, 5, 0, 5, 5, 7, 5), (4, 4, 4, 5, 4, 4, 4, 0, 7, 3, 5),
)  # fmt: skip


@cache
def rules() -> dict[str, tuple[str, ...]]:
    """The lists of `verses.txt` by their names."""
    text = Path(__file__).with_name("verses.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^# (\w+)\n", text)[1:]
    return {
        name: tuple(lines.splitlines()) for name, lines in zip(parts[::2], parts[1::2], strict=True)
    }


class Poet:
    """Writes verse; a poem is a list of stanzas, a stanza its lines."""

    def __init__(self, writer: Reporter) -> None:
        self.writer, self.dice = writer, writer.dice

    def pick(self, name: str) -> str:
        """A line of a list, with its slots filled."""
        return self._filled(self.dice.choice(rules()[name]))

    def _filled(self, text: str) -> str:
        text = _SLOT.sub(
            lambda found: self.dice.choice(rules()["PAIR" if found[1] == "p" else "MOVE"]), text
        )
        return self.writer.fill(text)

    def story(self) -> Story:
        """A poem under its title, mostly with its poet's name; at times two or three."""
        dice = self.dice
        story = Story(title=(self.pick("POEMS"),))
        if dice.random() < 0.7:
            story.byline = self.pick("POETS")
        if dice.random() < 0.08:
            story.body.append(("para", self.writer.sentence()))
        for number in range(dice.choice((1, 1, 1, 1, 2, 3))):
            if number:
                story.body.append(("subhead", self.pick("POEMS")))
            story.body += [("verse", "\n".join(stanza)) for stanza in self.poem()]
        if dice.random() < 0.1:
            story.body.append(("para", self.pick("POEMEND")))
        return story

    def poem(self) -> list[list[str]]:
        """Stanzas of some kind."""
        kind = self.dice.choices(("free", "metre", "tune", "doggerel"), (5, 3, 1, 2))[0]
        return getattr(self, f"_{kind}")()

    def rhyme(self) -> list[tuple[str, str]]:
        """A folk rhyme and the words before it, to stand inside an article."""
        name = self.dice.choice(("FOLK", "FOLK", "DOGGEREL"))
        lines = self._picked(name, self.dice.choice((4, 4, 6, 8)))
        return [("para", self.pick("FOLKLEAD")), ("verse", "\n".join(self._marked(lines)))]

    def _picked(self, name: str, many: int) -> list[str]:
        return [self._filled(line) for line in self.dice.sample(rules()[name], many)]

    def _marked(self, lines: list[str], bare: float = 0.15) -> list[str]:
        """Lines with their marks, or all without."""
        if self.dice.random() < bare:
            return lines
        return [line + "，。"[at % 2] for at, line in enumerate(lines)]

    def _free(self) -> list[list[str]]:
        """Free verse: ragged, hardly a mark, in stanzas."""
        dice = self.dice
        marks = dice.choice(("", "", "", "，。"))
        sizes = [dice.randint(2, 7) for _ in range(dice.choice((1, 2, 3, 3, 4, 5)))]
        if len(sizes) == 1:
            sizes = [dice.randint(6, 18)]
        found = []
        said = self._picked("FREE", min(sum(sizes), len(rules()["FREE"])))
        for size in sizes:
            lines = []
            for at in range(size):
                line = said.pop() if said and dice.random() > 0.12 else self.pick("LONE")
                if dice.random() < 0.12:
                    line = f"{self.pick('LONE')} {line}"
                if marks and (at == size - 1 or dice.random() < 0.6):
                    line += marks[at == size - 1]
                lines.append(line)
            found.append(lines)
        return found

    def _line(self, size: int) -> str:
        """A line in a metre."""
        dice, known = self.dice, rules()
        one, two = dice.sample(known["PAIR"], 2)
        move, end = dice.choice(known["MOVE"]), dice.choice(known["END"])
        return {
            3: one + end, 4: one + two, 5: one + two + end, 6: one + move + two,
            7: one + move + two + end,
        }[size]  # fmt: skip

    def _metre(self) -> list[list[str]]:
        """Four or eight lines of five or seven; or two sentences a line."""
        dice = self.dice
        size, many = dice.choice((5, 7, 7)), dice.choice((4, 4, 8, 8, 12))
        lines = [self._line(size) for _ in range(many)]
        lot = dice.random()
        if lot < 0.2:
            return [[f"{one}，{two}。" for one, two in zip(lines[::2], lines[1::2], strict=True)]]
        if lot < 0.35:
            return [lines]
        step = 4 if lot < 0.5 else many
        return [self._marked(lines[at : at + step], 0.0) for at in range(0, many, step)]

    def _tune(self) -> list[list[str]]:
        """Two halves of lines of unlike sizes."""
        found: list[list[str]] = [[]]
        for size in self.dice.choice(TUNES):
            if size:
                found[-1].append(self._line(size) + self.dice.choice("，，。"))
            else:
                found.append([])
        for half in found:
            half[-1] = half[-1][:-1] + "。"
        if self.dice.random() < 0.5:  # each half on one line, or wrapped as one
            return [["".join(half)] for half in found]
        return found

    def _doggerel(self) -> list[list[str]]:
        """Rhymes for a campaign, with marks."""
        lines = self._picked("DOGGEREL", self.dice.choice((4, 8, 8, 12, 16)))
        if self.dice.random() < 0.3:
            pairs = zip(lines[::2], lines[1::2], strict=True)
            return [[f"{one}，{two}。" for one, two in pairs]]
        return [self._marked(lines)]
