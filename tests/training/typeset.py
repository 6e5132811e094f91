"""Typeset artificial newspaper pages: where each line stands on the sheet, and how it reads.

A page is cut into bands, a band into articles side by side; an article has its headlines over one
or more of its columns, pictures with captions, and its text runs from column to column. `printing`
makes a PDF file of it. Lengths are in points, from the upper left corner.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newspaper import Story, Writer

from training.form import Block
from training.justified import Line, Manner, manner, steps, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

HEADS = ("kicker", "title", "subtitle", "byline")
LABELS = ("社区要闻", "综合新闻", "民生", "文教天地", "邻里", "健康", "副刊")


@dataclass(slots=True)
class Piece:
    """A line as it stands on the sheet: the left end of its base line, size, steps in points."""

    text: str
    x: float
    y: float
    size: float
    face: str
    steps: list[float]


@dataclass(slots=True)
class Owner:
    """A block and its pieces in reading order; `frame` is what the file keeps together."""

    kind: str
    text: str
    article: int
    frame: tuple[int, str]
    pieces: list[Piece] = field(default_factory=list)
    label: Owner | None = None


@dataclass(slots=True)
class Sheet:
    """A typeset page: blocks in reading order, grey boxes and rules (x, y, width, height)."""

    width: float
    height: float
    how: Manner
    owners: list[Owner] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    order: list[Owner] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """Give the blocks in the form of the training pages."""
        return [Block(owner.kind, owner.text, owner.article) for owner in self.owners]


class Setter:
    """Sets one page."""

    def __init__(
        self, seed: int, story: Callable[[], Story] | None = None, *, tabloid: bool = False
    ) -> None:
        self.dice = random.Random(seed * 7333 + 11)
        self.how = manner(seed, tabloid=tabloid)
        self.writer = Writer(seed * 37 + 3)
        self.story = story or self.writer.story
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
            self.put("furniture", [writer.place() + "主办"], (right - 20 * size, y + 2 * size), size)
            return y + size * 8
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
            story = self._story(share, ends[0] - top if ends else (bottom - top) * 0.7)
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
            self.sheet.rules.append(
                (self.margin, end + 8, self.sheet.width - 2 * self.margin, 0.5)
            )
        return end

    def _shares(self) -> list[int]:
        """Cut the columns of the page into articles side by side."""
        left, shares = self.how.columns, []
        while left:
            share = min(left, self.dice.choice((1, 2, 2, 3, self.how.columns)))
            if left - share == 1 and self.dice.random() < 0.5:
                share = left
            shares.append(share)
            left -= share
        return shares

    def _story(self, share: int, height: float) -> Story:
        """Take the story that fills a height best, of a few."""
        room = height / (self.how.size * self.how.leading) * self.ems * share * 0.8
        tried = [self.story() for _ in range(4)]
        return min(tried, key=lambda s: abs(sum(len(text) for _, text in s.body) - room))

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


class Module:
    """Sets one article into some columns of the page."""

    def __init__(self, setter: Setter, first: int, share: int, top: float) -> None:
        self.page, self.how, self.dice = setter, setter.how, setter.dice
        self.share, self.top = share, top
        self.x = setter.margin + first * setter.column
        self.wide = (share - 1) * setter.column + setter.ems * self.how.size
        self.ems = setter.ems
        self.step = setter.column
        self.columns = share
        if share > 2 and self.dice.random() < 0.2:  # its own, wider columns
            self.columns = share - 1
            gutter = setter.column - setter.ems * self.how.size
            self.ems = int((self.wide - gutter * (self.columns - 1)) / self.columns / self.how.size)
            self.step = (self.wide + gutter) / self.columns

    def set(self, story: Story) -> float:
        """Set headlines, text and pictures; give where the article ends."""
        over = self.share
        if self.columns == self.share > 2 and self.dice.random() < 0.25:
            over = self.share - 1
        wide = self.wide if over == self.share else over * self.step - 12
        low = self.heads(story, wide)
        lines = self.lines(story)
        high = [low if at * self.share < over * self.columns else self.top
                for at in range(self.columns)]  # fmt: skip
        captions = [text for kind, text in story.body if kind == "caption"]
        if self.columns > 1 and not captions and self.dice.random() < 0.15:
            captions = [""]
        picture = (self.dice.randrange(self.columns), captions[0]) if captions else None
        return self.flow(lines, high, picture)

    def heads(self, story: Story, wide: float) -> float:
        """Print the headlines over a width; give where the text below may begin."""
        y, size, dice = self.top, self.how.size, self.dice
        if story.section or dice.random() < 0.06:
            label = story.section or f"【{self.page.writer.fill('{S}')}】"
            own = self.page.put("section", [label], (self.x, y), size * 1.3)
            y += size * 2.2
        else:
            own = self.page.label
        start = len(self.page.sheet.owners)
        middle = dice.random() < 0.6
        for kind in HEADS:
            texts = getattr(story, kind)
            if not texts:
                continue
            lines = [texts] if isinstance(texts, str) else list(texts)
            most = {"title": dice.choice((2.2, 2.8, 3.4)), "byline": 1.0}.get(kind, 1.5) * size
            lines, points = self._fit(lines, wide, most)
            owner = self.page.put(kind, lines, (self.x, y), points)
            for piece in owner.pieces:
                free = wide - sum(piece.steps)
                piece.x += free / 2 if middle else free if kind == "byline" and free > 0 else 0
            y = owner.pieces[-1].y + points * 0.6
        for owner in self.page.sheet.owners[start:]:
            owner.label = own
        self.own = own
        return y + size * 0.6 if story.title else y

    @staticmethod
    def _fit(lines: list[str], wide: float, most: float) -> tuple[list[str], float]:
        """Give the lines of a headline and its size, wrapped when it would be too small."""
        longest = max(sum(steps(line)) for line in lines)
        points = min(most, wide / longest)
        if points >= most * 0.62 or len(lines) > 1:
            return lines, points
        text = lines[0]
        parts = -(-len(text) // max(4, int(wide / (most * 0.8))))
        size = -(-len(text) // parts)
        cut = [text[at : at + size] for at in range(0, len(text), size)]
        return cut, min(most, wide / max(sum(steps(part)) for part in cut))

    def lines(self, story: Story) -> list[tuple[Owner, Line, float]]:
        """Wrap the body; each line with its block and its left margin in ems."""
        found: list[tuple[Owner, Line, float]] = []
        how, article = self.how, self.page.article
        for kind, text in story.body:
            if kind == "caption":
                continue
            owner = Owner(kind, text, article, (article, "body"), label=self.own)
            if kind == "subhead":
                line = Line(text, steps(text))
                found.append((owner, line, max(0.0, (self.ems - line.width) / 2)))
                continue
            for at, line in enumerate(wrap(text, self.ems, how)):
                first = at == 0 and how.indent != "none"
                if first and how.indent == "characters":
                    line = Line("　　" + line.text, [1.0, 1.0, *line.steps])
                    first = False
                found.append((owner, line, 2.0 if first else 0.0))
        return found

    def flow(
        self,
        lines: list[tuple[Owner, Line, float]],
        high: list[float],
        picture: tuple[int, str] | None,
    ) -> float:
        """Let the lines run through the columns, which begin at `high`; give where they end."""
        drop = self.how.size * self.how.leading
        taken = [0.0] * self.columns
        if picture:
            taken[picture[0]] = self.ems * self.how.size * self.dice.choice((0.55, 0.7, 0.9))
            rows = wrap(picture[1], self.ems, self.how) if picture[1] else []
            taken[picture[0]] += (len(rows) + 1) * self.how.size * 1.3
        gaps = self.how.paragraph_gap * len({id(owner) for owner, _, _ in lines})
        need = (len(lines) + gaps) * drop + sum(taken) + sum(high) - min(high) * self.columns
        end = min(high) + need / self.columns
        while not self._run(lines, [h + t for h, t in zip(high, taken, strict=True)], end, None):
            end += drop * 0.5
        spots: list[Owner] = []
        self._run(lines, [h + t for h, t in zip(high, taken, strict=True)], end, spots)
        if picture:
            self._picture(picture, high[picture[0]], taken[picture[0]], spots)
        return end

    def _run(
        self, lines: list[tuple[Owner, Line, float]], tops: list[float], end: float,
        spots: list[Owner] | None,
    ) -> bool:  # fmt: skip
        """Try to set lines down to `end`; print them when `spots` is given, to be filled."""
        size, drop = self.how.size, self.how.size * self.how.leading
        column, y, last = 0, tops[0], None
        for owner, line, margin in lines:
            if owner is not last and last is not None:
                y += self.how.paragraph_gap * drop
            while y + size > end:
                column += 1
                if column == len(tops):
                    return False
                if spots is not None and last is not None:
                    spots.append(last)
                y = tops[column]
            if spots is not None:
                if owner is not last:
                    self.page.sheet.owners.append(owner)
                x = self.x + column * self.step + margin * size
                face = "sans" if owner.kind == "subhead" else self.how.face
                wide = [step * size for step in line.steps]
                owner.pieces.append(Piece(line.text, x, y + size, size, face, wide))
            y += drop
            last = owner
        return True

    def _picture(
        self, picture: tuple[int, str], top: float, high: float, spots: list[Owner]
    ) -> None:
        """Print a grey box and its caption; it is read after what the column before it ends."""
        column, text = picture
        x, size = self.x + column * self.step, self.how.size * 0.9
        rows = wrap(text, self.ems, self.how) if text else []
        box = high - (len(rows) + 1) * self.how.size * 1.3
        self.page.sheet.boxes.append((x, top, self.ems * self.how.size, box))
        if not rows:
            return
        article = self.page.article
        owner = Owner("caption", text, article, (article, "caption"), label=self.own)
        y = top + box + size * 1.2
        for row in rows:
            flat = [step * size for step in steps(row.text)]
            owner.pieces.append(Piece(row.text, x, y, size, self.how.face, flat))
            y += size * 1.25
        owners = self.page.sheet.owners
        before = spots[column - 1] if 0 < column <= len(spots) else None
        if before is not None:
            owners.insert(next(i for i, o in enumerate(owners) if o is before) + 1, owner)
        else:
            at = next((i for i, o in enumerate(owners)
                       if o.article == article and o.frame[1] == "body"), len(owners))  # fmt: skip
            owners.insert(at, owner)


def typeset(
    seed: int, story: Callable[[], Story] | None = None, *, tabloid: bool = False
) -> Sheet:
    """Typeset a page; the same seed and stories make the same one."""
    return Setter(seed, story, tabloid=tabloid).page()
