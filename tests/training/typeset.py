"""Typeset artificial newspaper pages, read in a known order.

A page is cut into bands, a band into articles side by side; `placing` sets an article, `printing`
makes a PDF file of the page.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from newspaper import Writer
from training.justified import manner, steps
from training.placing import Module
from training.sheet import Owner, Piece, Sheet
from training.stories import Teller

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newspaper import Story

LABELS = ("社区要闻", "综合新闻", "民生", "文教天地", "邻里", "健康", "副刊")


class Setter:
    """Sets one page."""

    def __init__(
        self, seed: int, share: str, *, tabloid: bool = False, told: Iterable[Story] = ()
    ) -> None:
        self.dice = random.Random(seed * 7333 + 11)
        self.how = manner(seed, tabloid=tabloid)
        self.writer = Writer(seed * 37 + 3)
        teller = Teller(seed, share)
        teller.told = list(told)
        self.story = teller.story
        self.sheet = Sheet(1105.0, 1545.0, self.how) if self.how.broadsheet else Sheet(
            780.0, 1105.0, self.how
        )  # fmt: skip
        self.margin = self.sheet.width * 0.06
        wide = self.sheet.width - 2 * self.margin
        count, size = self.how.columns, self.how.size
        self.ems = int((wide - (count - 1) * self.how.gutter * size) / count / size)
        self.column = (wide - self.ems * size * count) / max(1, count - 1) + self.ems * size
        self.article = -1
        self.label: Owner | None = None
        self.waiting: list[Story] = []

    def put(self, kind: str, lines: list[str], at: tuple[float, float], size: float) -> Owner:
        """Print lines one under another that do not run on (headlines, furniture)."""
        article = -1 if kind in ("furniture", "section") else self.article
        text = "".join(lines)
        frame = kind if article < 0 else "heads"
        owner = Owner(kind, text, article, (article, frame))
        if article < 0:
            owner.frame = (-len(self.sheet.owners) - 1, frame)
        x, y = at
        face = "sans" if kind in ("title", "section", "subhead") else self.how.face
        for line in lines:
            y += size
            wide = [step * size for step in steps(line)]
            owner.pieces.append(Piece(line, x, y, size, face, wide))
            y += size * 0.3
        self.sheet.owners.append(owner)
        return owner

    def page(self) -> Sheet:
        """Set the page from the top to the bottom."""
        top = self.head()
        bottom = self.sheet.height - self.margin - 20
        fails = 0
        while top < bottom - 14 * self.how.size and fails < 16:
            end = self.band(top, bottom)
            fails = fails + 1 if end is None else 0
            top = (end or top) + (2.2 * self.how.size if end else 0)
            if self.dice.random() < 0.12 and top < bottom - 30 * self.how.size:
                self.label = self.put(
                    "section", [self.dice.choice(LABELS)], (self.margin, top), self.how.size * 1.8
                )
                top += self.how.size * 3.4
        self.foot(bottom)
        self.sheet.order = self.filed()
        return self.sheet

    def head(self) -> float:
        """Print what stands above all articles; give where the articles may begin."""
        dice, writer, size = self.dice, self.writer, self.how.size
        y = self.margin * 0.5
        right = self.sheet.width - self.margin
        date = f"{dice.randint(1995, 2031)}年{dice.randint(1, 12)}月{dice.randint(1, 28)}日"
        if dice.random() < 0.25:
            self.put("furniture", [writer.place()[:2] + dice.choice(("报", "时报", "周刊"))],
                     (self.margin, y), size * 5)  # fmt: skip
            self.put("furniture", [date + " 星期三 第118期"], (right - 20 * size, y), size)
            low = y + 2 * size
            self.put("furniture", [writer.place() + "主办"], (right - 20 * size, low), size)
            if dice.random() < 0.5:
                self.contents(self.margin + 30 * size, y)
            return y + size * 9
        page = dice.choice(("A03", "第4版", "02", "2版"))
        self.put("furniture", [page], (self.margin, y), size * 2)
        if dice.random() < 0.6:
            self.label = self.put(
                "section", [dice.choice(LABELS)], (self.margin + 6 * size, y), size * 2
            )
        tail = date + dice.choice((" 星期五", "", writer.fill(" 责任编辑/{N}")))
        self.put("furniture", [tail], (right - 18 * size, y + size), size)
        self.sheet.rules.append((self.margin, y + 3 * size, right - self.margin, 0.8))
        return y + 4.5 * size

    def contents(self, x: float, y: float) -> None:
        """Print the box that tells what stands on the other pages."""
        size, lines = self.how.size, ["导读"]
        for number in range(2, self.dice.randint(4, 6)):
            title = self.writer.story().title
            lines.append(f"{''.join(title) or '要闻'} P0{number}")
        frame = (-len(self.sheet.owners) - 1, "contents")
        for at, line in enumerate(lines):
            self.put("furniture", [line], (x, y + at * 1.5 * size), size).frame = frame

    def foot(self, bottom: float) -> None:
        """Print what stands below all articles."""
        dice, writer = self.dice, self.writer
        if dice.random() < 0.35:
            self.sheet.boxes.append((self.margin, bottom - 10, 24, 24))
            prompt = dice.choice(("扫码关注我们", "扫一扫 看视频", "新闻热线：61234567"))
            self.put("furniture", [prompt], (self.margin + 30, bottom), 8)
        if dice.random() < 0.4:
            line = writer.fill(dice.choice(("责任编辑：{N} 美编：{N}", "本版编辑 {N} 校对 {N}")))
            x = self.sheet.width - self.margin - 200
            self.put("furniture", [line], (x, bottom + 8), 8)

    def band(self, top: float, bottom: float) -> float | None:
        """Set articles side by side; give where they end, None when they do not fit."""
        shares = self._shares()
        kept = list(self.sheet.owners), list(self.sheet.boxes), list(self.sheet.rules), self.article
        ends: list[float] = []
        first = 0
        for share in shares:
            self.article += 1
            module = Module(self, first, share, top)
            story = self._story(share, ends[0] - top if ends else (bottom - top) * 0.45)
            ends.append(module.set(story))
            first += share
        if max(ends) > bottom:
            self.sheet.owners, self.sheet.boxes, self.sheet.rules, self.article = kept
            return None
        end = max(ends)
        for at, low in enumerate(ends):
            if end - low > 12 * self.how.size:
                x = self.margin + self.column * sum(shares[:at])
                wide = self.column * (shares[at] - 1) + self.ems * self.how.size
                self.sheet.boxes.append((x, low + 10, wide, end - low - 14))
        if self.how.rules:
            self.sheet.rules.append((self.margin, end + 8, self.sheet.width - 2 * self.margin, 0.5))
        return end

    def _shares(self) -> list[int]:
        """Cut the columns of the page into articles side by side."""
        left, shares = self.how.columns, []
        while left:
            share = min(left, self.dice.choice((1, 1, 2, 2, 3, self.how.columns)))
            if left - share == 1 and self.dice.random() < 0.5:
                share = left
            shares.append(share)
            left -= share
        return shares

    def _story(self, share: int, height: float) -> Story:
        """Take the story that fills a height best, of a few."""
        room = height / (self.how.size * self.how.leading) * self.ems * share * 0.8
        while len(self.waiting) < 12:
            self.waiting.append(self.story())
        best = min(self.waiting, key=lambda s: abs(sum(len(text) for _, text in s.body) - room))
        self.waiting.remove(best)
        return best

    def filed(self) -> list[Owner]:
        """Give the blocks in the order in which the file holds them."""
        owners = self.sheet.owners
        if self.how.order == "heads":
            last = [o for o in owners if o.frame[1] in ("heads", "caption")]
            return [o for o in owners if o not in last] + last
        if self.how.order == "shuffled":
            frames = sorted({o.frame for o in owners})
            self.dice.shuffle(frames)
            return sorted(owners, key=lambda o: frames.index(o.frame))
        return list(owners)


def typeset(
    seed: int, share: str = "test", *, tabloid: bool = False, told: Iterable[Story] = ()
) -> Sheet:
    """Typeset a page of articles of a share (see `stories`); the same seed makes the same page.

    Stories that others `told` are set before those.
    """
    return Setter(seed, share, tabloid=tabloid, told=told).page()
