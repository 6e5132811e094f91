"""A page of stories: each set in its columns, then put into the order of the raw page."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from training.furniture import Furnisher
from training.heading import subhead_lines
from training.setting import Bit, Draft, Measure, Row, merged, paragraph, single
from training.spoiling import Style
from training.stories import Teller, fit, heads

if TYPE_CHECKING:
    from newspaper import Story
    from training.manner import Manner

SIGNATURE = re.compile(
    r".{2,16}[局厂会室站所司校院府队部村镇社区馆店日]|读者\s.*|[此敬][致礼]！?|\w{2,3}"
)
INDENTS = ("", "", "", "　　", "  ", "    ", "　　　　")  # of subheads
SHORTEST = 5  # characters that a torn paragraph must have on either side


@dataclass(slots=True)
class Printed:
    """An article in print: its headline rows and its columns, in reading order."""

    number: int
    head: list[Row] = field(default_factory=list)
    columns: list[list[Row]] = field(default_factory=list)
    label: Row | None = None
    width: int = 15

    def rows(self) -> int:
        """How many rows its body has."""
        return sum(map(len, self.columns))


class Compositor:
    """Sets the articles of one page."""

    def __init__(self, seed: int, how: Manner, share: str) -> None:
        self.how = how
        self.dice = random.Random(seed * 104729 + 7)
        self.teller = Teller(seed, share)
        self.teller.reports = how.reports
        self.indents: tuple[str, ...] = ()  # of verse and of subheads
        self.captions = how.captions  # that may still come
        self.furnisher = Furnisher(self.teller.writer, self.dice)
        self.style = Style(how, self.dice)
        self.width = how.face.width
        self.section: str | None = None
        self.labels = self.dice.choice((0.05, 0.05, 0.05, 0.4))  # where a story brings none
        self.right = self.dice.choice(("", "", "　　　　", "        ", "　　　　　　"))

    def article(self, number: int) -> Printed:
        """Tell, style and set one article."""
        how, dice = self.how, self.dice
        story = self.teller.story(brief=how.shape == "briefs")
        if dice.random() < how.extras and number:
            story = self.teller.extra()
        bare = (how.open_start or dice.random() < how.headless) and number == 0
        if bare:
            story.kicker = story.subtitle = story.byline = None
            story.title = ()
        elif not story.title:
            story.title = (self.teller.writer.fill("{P}{V}{T}"),)
        if dice.random() < how.change:
            self.width = max(8, min(30, self.width + dice.choice((-6, -4, -3, -2, 2, 3, 5))))
        self.captions -= fit(story, how, dice, self.captions)
        self.style.story(story)
        made = Printed(number, width=self.width)
        if story.section != self.section and (story.section or dice.random() < self.labels):
            self.section = story.section
            made.label = self.furnisher.label(story.section)
        made.head = heads(story, number, dice, self.width)
        end = self._end_byline(story, number, made.head)
        if made.head and dice.random() < how.inside * 0.3 and self.captions > 0:
            self._pictured(made)
        rows = self._body(story, number)
        self._tail(rows, end)
        self._interrupt(rows, number)
        if bare and how.open_start:
            begin_late(rows, dice)
        self._signed(rows)
        made.columns += _columns(self._lengthened(rows))
        return made

    def _end_byline(self, story: Story, number: int, head: list[Row]) -> Row | None:
        """Take the byline from the head and give it as the last row, now and then."""
        dice = self.dice
        if not story.byline or dice.random() > 0.2:
            return None
        for row in list(head):
            row.bits = [bit for bit in row.bits if bit.block.kind != "byline"]
            if not row.bits:
                head.remove(row)
        name = story.byline.strip("□■○ ")
        text = dice.choice((f"（{name}）", f"({name})", name, story.byline))
        row = single("byline", text, number, part="body")
        row.bits[0].before = dice.choice(("", "", "　　　　　　", "          "))
        row.bits[0].block.place = float("inf")  # it reads after the body
        return row

    def _body(self, story: Story, number: int) -> list[Row]:
        """Set the body of a story."""
        dice, how = self.dice, self.how
        face = replace(how.face, width=self.width)
        measure = Measure(face, dice, self.width, max(4, face.depth), how.inset)
        if dice.random() < 0.4 or not self.indents:
            self.indents = dice.choice(("", "", "　　", "    ")), dice.choice(INDENTS)
        rows: list[Row] = []
        for at, (kind, text) in enumerate(story.body):
            block = Draft(kind, number)
            if kind == "para" and ("  " in text or "\t" in text) and len(text) < 50:
                rows.append(self._line(block, text, measure))
            elif kind == "para":
                flush = at == 0 and face.flush
                rows += paragraph(
                    block, text, replace(face, indent="none") if flush else face, measure
                )
            elif kind == "verse":
                rows += self._verse(block, text, measure)
            elif kind == "subhead":
                rows += self._subhead(block, text, measure)
            else:
                rows += self._caption(block, text, measure.column)
        return rows

    def _line(self, block: Draft, text: str, measure: Measure) -> Row:
        """A row of a table: as wide as it is."""
        row = Row([Bit(block, 0, text, text)], column=measure.column)
        measure.step()
        return row

    def _pictured(self, made: Printed) -> None:
        """Put captions above the headline or under it."""
        dice, number = self.dice, made.number
        rows: list[Row] = []
        for _ in range(min(self.captions, dice.choice((1, 1, 1, 2, 3)))):
            self.captions -= 1
            text = self.style.text(self.furnisher.caption())
            rows += self._caption(Draft("caption", number), text, 0)
        if number == 0 and dice.random() < 0.3:
            for row in rows:  # they read after the headline
                row.part = "note"
            made.head[:0] = rows
        else:
            made.columns = [rows]

    def _verse(self, block: Draft, text: str, measure: Measure) -> list[Row]:
        lines = text.split("\n")
        indent = self.indents[0]
        rows = []
        for at, line in enumerate(lines):
            bit = Bit(block, at, line, line, "\n" if at else "", indent)
            rows.append(Row([bit], at == 0, at == len(lines) - 1, measure.column))
            measure.step()
        return rows

    def _subhead(self, block: Draft, text: str, measure: Measure) -> list[Row]:
        printed = subhead_lines(text, self.dice, measure.width)
        before = self.indents[1]
        rows = []
        for at, (raw, clean, join) in enumerate(printed):
            bit = Bit(block, at, raw, clean, join, before)
            rows.append(Row([bit], at == 0, False, measure.column))
            measure.step()
        rows[-1].last = True
        return rows

    def _caption(self, block: Draft, text: str, column: int) -> list[Row]:
        """A caption is set as wide as its picture, with no indent."""
        dice = self.dice
        wide = max(8, self.width + dice.choice((-2, 0, 0, 4, 10)))
        face = replace(self.how.face, indent="none", width=wide)
        rows = paragraph(block, text, face, Measure(face, dice, wide, 10**6))
        for row in rows:
            row.column = column
        return rows

    def _tail(self, rows: list[Row], end: Row | None) -> None:
        """Put the byline at the end: on its own row, or behind the last words."""
        if not end or not rows:
            return
        last = rows[-1]
        if len(last.text) + len(end.text) <= self.width and self.dice.random() < 0.4:
            end.bits[0].before = self.dice.choice(("", " ", "　", "    "))
            last.bits += end.bits
        else:
            end.column = last.column
            rows.append(end)

    def _signed(self, rows: list[Row]) -> None:
        """Set the last short rows of a notice or a letter to the right."""
        if not self.right:
            return
        for row in rows[-2:]:
            text = row.bits[0].raw
            if row.first and row.last and row.kind == "para" and SIGNATURE.fullmatch(text):
                row.bits[0].before = self.right

    def _interrupt(self, rows: list[Row], number: int) -> None:
        """Put a caption or furniture inside or between paragraphs; jump lines; an open end."""
        dice, how = self.dice, self.how
        if len(rows) > 3 and dice.random() < how.inside:
            for _ in range(dice.choice((1, 1, 2))):
                at = self._place(rows)
                column = rows[at - 1].column
                if dice.random() < 0.65 and self.captions > 0:
                    new = []
                    for _ in range(min(self.captions, dice.choice((1, 1, 1, 2, 3)))):
                        self.captions -= 1
                        text = self.style.text(self.furnisher.caption())
                        block = Draft("caption", number, _behind(rows[at - 1]) + len(new) / 99)
                        new += self._caption(block, text, column)
                else:
                    new = self.furnisher.inside()
                    for row in new:
                        row.column = column
                rows[at:at] = new
        if dice.random() < how.jumps and "verse" not in (rows[0].kind, rows[-1].kind):
            self._jump(rows)

    def _place(self, rows: list[Row]) -> int:
        """Where something may stand: mostly at a column's end, never inside a caption or verse."""
        ends = [at for at in range(1, len(rows)) if rows[at].column != rows[at - 1].column]
        places = [at for at in range(1, len(rows)) if rows[at].first or rows[at].kind == "para"]
        if ends and self.dice.random() < 0.7:
            return self.dice.choice(ends)
        return self.dice.choice(places or [len(rows)])

    def _jump(self, rows: list[Row]) -> None:
        """Send the reader to another page, or take him up from one, in mid-sentence."""
        dice = self.dice
        if dice.random() < 0.6:
            cut_off(rows, dice)
            row = single("furniture", self.furnisher.jump())
            row.column = rows[-1].column
            if dice.random() < 0.3:
                rows[-1].bits += row.bits
            else:
                rows.append(row)
            return
        row = single("furniture", self.furnisher.goes_on())
        begin_late(rows, dice)
        first = rows[0]
        bit = first.bits[0]
        if first.kind == "para" and len(bit.raw) > SHORTEST + 2 and bit.raw == bit.clean:
            cut = dice.randint(1, 4)
            bit.raw = bit.clean = bit.raw[cut:].lstrip() or bit.raw
            bit.before = ""
        if dice.random() < 0.3:
            first.bits.insert(0, row.bits[0])
        else:
            rows.insert(0, row)

    def _lengthened(self, rows: list[Row]) -> list[Row]:
        """Join the rows of the columns that come as long lines."""
        how, dice = self.how, self.dice
        if not how.long:
            return rows
        if how.long >= 1:
            return merged(rows)
        columns = {row.column for row in rows}
        whole = dice.random() < 0.6  # an article mostly comes in one way
        all_long = dice.random() < how.long
        long = {c for c in sorted(columns) if (all_long if whole else dice.random() < how.long)}
        found: list[Row] = []
        run: list[Row] = []
        for row in rows:
            if row.column in long:
                run.append(row)
                continue
            found += merged(run)
            run = []
            found.append(row)
        return found + merged(run)


def _behind(row: Row) -> float:
    """A place behind the block of a row and before the next."""
    return next((bit.block.place for bit in row.bits if bit.block.article >= 0), 0) + 0.1


def begin_late(rows: list[Row], dice: random.Random) -> None:
    """Let the first paragraph begin in mid-sentence: its first rows stand on another page."""
    for _ in range(dice.choice((1, 1, 2, 4))):
        if len(rows) > 2 and rows[0].kind == "para" and not rows[1].first:
            rows.pop(0)


def cut_off(rows: list[Row], dice: random.Random) -> None:
    """Leave the last paragraph open: its last rows, or characters, stand on another page."""
    while len(rows) > 2 and rows[-1].kind != "para":
        rows.pop()
    drop = dice.randint(0, min(3, len(rows) - 1))
    for _ in range(drop):
        if rows[-1].first:
            break
        rows.pop()
    bit = rows[-1].bits[0]
    rows[-1].bits = [bit]
    cut = bit.clean.rstrip("。！？”")
    if len(cut) > SHORTEST and bit.raw == bit.clean:
        keep = len(cut) if len(cut) < SHORTEST * 2 else len(cut) - dice.randint(0, 3)
        bit.raw = bit.clean = cut[:keep].rstrip()
    rows[-1].last = True


def _columns(rows: list[Row]) -> list[list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.column, []).append(row)
    return list(found.values())


def order(articles: list[Printed], how: Manner, dice: random.Random) -> list[list[Row]]:
    """Put the articles into the order of the raw page, as strips of rows; some columns stray."""
    strips: list[list[Row]] = []
    waiting: list[list[Row]] = []
    at = 0
    while at < len(articles):
        count = dice.choice((2, 2, 3)) if how.gathered and len(articles) > at + 1 else 1
        group = articles[at : at + count]
        at += len(group)
        if len(group) > 1:
            strips += _gathered(group, dice)
            continue
        article = group[0]
        strips += [[article.label]] if article.label else []
        strips.append(article.head)
        kept, away = (
            _torn(article, dice) if dice.random() < how.displaced else (article.columns, [])
        )
        strips += kept
        if waiting and dice.random() < 0.5:
            strips += waiting
            waiting = []
        waiting += away
    if waiting and dice.random() < 0.08:
        strips, waiting = waiting + strips, []
    return [strip for strip in strips + waiting if strip]


def _gathered(group: list[Printed], dice: random.Random) -> list[list[Row]]:
    """The headlines of some articles, then their bodies, in the same or another order."""
    bodies = list(group)
    if dice.random() < 0.5:
        dice.shuffle(bodies)
    heads = [article.head for article in group]
    return heads + [column for article in bodies for column in article.columns]


def _torn(article: Printed, dice: random.Random) -> tuple[list[list[Row]], list[list[Row]]]:
    """Part the columns of an article: those that stay under its headline, and those that stray."""
    columns = article.columns
    places = [
        at
        for at in range(1, len(columns))
        if not columns[at][0].first and columns[at][0].kind == "para"
    ]
    if not places:
        return columns, []
    tear = dice.choice(places)
    lot = dice.random()
    if lot < 0.5:  # the second part stands under the headline, the first elsewhere
        return columns[tear:], columns[:tear]
    if lot < 0.75 or len(columns) < 3:
        return columns[:tear], columns[tear:]
    if lot < 0.9:  # two columns have changed places
        swapped = list(columns)
        swapped[tear - 1], swapped[tear] = swapped[tear], swapped[tear - 1]
        return swapped, []
    return columns[:tear] + columns[tear + 1 :], [columns[tear]]
