"""Set one article into some columns of a page: headlines, text from column to column, a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from training.justified import Line, manner, steps, wrap
from training.sheet import Owner, Piece

if TYPE_CHECKING:
    from newspaper import Story
    from training.typeset import Setter

HEADS = ("kicker", "title", "subtitle", "byline")
HEADING = replace(manner(0), indent="none", marks="push", autospace=0.0)


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
        cut = [line.text for line in wrap(text, size + 0.5, HEADING)]
        return cut, min(most, wide / max(sum(steps(part)) for part in cut))

    def lines(self, story: Story) -> list[tuple[Owner, Line, float]]:
        """Wrap the body; each line with its block and its left margin in ems."""
        found: list[tuple[Owner, Line, float]] = []
        how, article = self.how, self.page.article
        for kind, text in story.body:
            if kind == "caption":
                continue
            owner = Owner(kind, text, article, (article, "body"), label=self.own)
            if kind in ("subhead", "verse"):
                for part in text.split("\n"):
                    for line in wrap(part, self.ems - 3, HEADING):
                        free = (self.ems - line.width) / 2 if kind == "subhead" else 3.0
                        found.append((owner, line, free))
                continue
            for at, line in enumerate(wrap(text, self.ems, how)):
                if at or how.indent == "none":
                    found.append((owner, line, 0.0))
                elif how.indent == "characters":
                    typed = Line("　　" + line.text, [1.0, 1.0, *line.steps])
                    found.append((owner, typed, 0.0))
                else:
                    found.append((owner, line, 2.0))
        if self.dice.random() < 0.07:
            owner = Owner(
                "furniture", f"（下转第{self.dice.randint(2, 8)}版）", -1, (article, "body")
            )
            line = Line(owner.text, steps(owner.text))
            found.append((owner, line, max(0.0, self.ems - line.width)))
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
        end = max(min(high) + need / self.columns, *map(sum, zip(high, taken, strict=True)), 0.0)
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
