"""The page: blocks as they should read, their lines in columns, and the raw text with its cells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from training.form import Block, Cell

from evenings.evening_heads import break_head, plain
from evenings.evening_setting import Row, gap, join_columns, wrap

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from evenings.evening_articles import Article
    from evenings.evening_furniture import Paper
    from evenings.evening_house import House


class Layout:
    """Sets articles and furniture, and keeps their blocks in reading order."""

    def __init__(self, house: House, rng: random.Random, kind: str) -> None:
        self.house, self.rng, self.kind = house, rng, kind
        self.blocks: list[Block] = []
        self.sections: dict[int, int] = {}
        self.odd: set[str] = set()
        self._label: int | None = None
        self._torn = rng.randrange(4) if "torn" in house.odd else -1
        self._lost = rng.randrange(4) if "lost" in house.odd else -1

    def add(self, kind: str, text: str, article: int) -> tuple[int, str]:
        """Add a block; give its place and its text as this paper prints it."""
        said = self.house.text(text, self.rng)
        if "slips" in self.house.odd and len(said) == len(text) and said != text:
            self.odd.add("slips")
        self.blocks.append(Block(kind, said, article))
        return len(self.blocks) - 1, said

    def furniture(self, texts: list[str]) -> list[Row]:
        """Set lines that are no article, a block each."""
        rows = [row for text in texts for row in self.entry(text, [text])]
        if rows:
            rows[0].article = True
        return rows

    def entry(self, text: str, lines: list[str]) -> list[Row]:
        """Set one piece of furniture on one line or several."""
        block = len(self.blocks)
        self.blocks.append(Block("furniture", text, -1))
        return [Row(block, at, line, "furniture") for at, line in enumerate(lines)]

    def article(
        self, article: Article, paper: Paper, number: int
    ) -> tuple[list[Row], list[list[Row]]]:
        """Set an article: the lines of its heads, and its columns."""
        rng = self.rng
        rows: list[Row] = []
        if article.label:
            place, said = self.add("section", article.label, -1)
            self._label = place if article.label[0] == "【" and rng.random() < 0.5 else None
            rows.append(Row(place, 0, said, "section", last=True))
            self.sections[number] = place
        elif self._label is not None:
            self.sections[number] = self._label
        if number != self._lost:
            rows += self._heads(article, number)
        else:
            self.odd.add("lost")
        tail: list[Row] = []
        tearable = article.genre in ("news", "feature", "prose", "serial")
        if number == self._torn and tearable and article.parts[0][0] == "para":
            tail, before = self._tear(article, paper)
            rows += before
        columns = self._columns(article, number)
        if tail and columns:
            columns[-1] += tail
        if rows:
            rows[0].article = True
        elif columns and columns[0]:
            columns[0][0].article = True
        return rows, columns

    def _heads(self, article: Article, number: int) -> list[Row]:
        rows: list[Row] = []
        width = self.rng.randint(*self.house.heads)
        for kind, template in article.heads:
            said = self.house.text(template, self.rng)
            text = said if kind == "byline" else plain(said)
            place = len(self.blocks)
            self.blocks.append(Block(kind, text, number))
            wide = width if kind == "title" else width + self.rng.randint(2, 9)
            lines = [text] if kind == "byline" else break_head(said, wide, self.rng)
            for at, line in enumerate(lines):
                pad = " " * self.rng.randint(2, 9) if self.house.centred else ""
                rows.append(Row(place, at, line, kind, pad, last=at == len(lines) - 1))
        return rows

    def _tear(self, article: Article, paper: Paper) -> tuple[list[Row], list[Row]]:
        """Let an article begin or break off in mid-sentence, told or untold."""
        rng = self.rng
        at = 0 if rng.random() < 0.4 else len(article.parts) - 1
        kind, text = article.parts[at]
        if kind != "para" or len(text) < 20:
            return [], []
        cut = rng.randrange(len(text) // 3, len(text) * 2 // 3)
        told = rng.random() < 0.6
        self.odd.add("torn")
        if at == 0:
            article.parts[0] = (kind, text[cut:].lstrip("，。、；：？！”’）》」』 "))
            return [], self.furniture([paper.comes_from()]) if told else []
        article.parts[at] = (kind, text[:cut].rstrip("“（《「『 "))
        return (self.furniture([paper.runs_on()]) if told else []), []

    def _columns(self, article: Article, number: int) -> list[list[Row]]:
        rng, house = self.rng, self.house
        width = rng.choice(house.widths)
        size = article.size()
        start = rng.randrange(2, 14)
        picture = range(start, start + rng.randint(4, 12)) if rng.random() < 0.15 else range(0)
        narrow = max(7, width - rng.randint(3, 7))
        rows: list[Row] = []
        caption = self._caption_place(article)
        for at, (kind, text) in enumerate(article.parts):
            if caption == at:
                rows += self._set("caption", article.caption, number, width)
            base = len(rows)
            rows += self._set(
                kind,
                text,
                number,
                width,
                lambda n, base=base: narrow if base + n in picture else width,
            )
        if caption >= len(article.parts):
            rows += self._set("caption", article.caption, number, width)
        elif caption > 0 and rng.random() < 0.6:
            _push_caption(rows, rng)
        columns = self._cut(rows, 999 if size < 90 else rng.randint(*house.heights))
        if "again" in house.odd:
            self._again(columns)
        if self.kind == "long" or (self.kind == "mixed" and rng.random() < 0.5):
            columns = [join_columns(column) for column in columns]
        return columns

    def _caption_place(self, article: Article) -> int:
        if not article.caption:
            return -1
        count = len(article.parts)
        return self.rng.choice((0, count, self.rng.randint(0, count)))

    def _set(
        self,
        kind: str,
        text: str,
        number: int,
        width: int,
        width_at: Callable[[int], float] | None = None,
    ) -> list[Row]:
        """Set one part of a body in lines."""
        house = self.house
        place, said = self.add(kind, text, number)
        if kind == "verse":
            lines = said.split("\n")
            return [Row(place, at, line, kind, last=at == len(lines) - 1)
                    for at, line in enumerate(lines)]  # fmt: skip
        if kind in ("subhead", "byline"):
            lines = wrap(said, lambda _: max(width, 9), house)
            return [Row(place, at, line, kind, last=at == len(lines) - 1)
                    for at, line in enumerate(lines)]  # fmt: skip
        wide = width_at or (lambda _: width)
        less = 2 if house.shortened and kind == "para" else 0
        lines = wrap(said, lambda n: wide(n) - (less if n == 0 else 0), house)
        rows = [Row(place, at, line, kind, last=at == len(lines) - 1)
                for at, line in enumerate(lines)]  # fmt: skip
        if kind == "para" and rows:
            rows[0].indent = house.indent
        return rows

    def _cut(self, rows: list[Row], height: int) -> list[list[Row]]:
        columns: list[list[Row]] = []
        at = 0
        while at < len(rows):
            end = min(len(rows), at + height)
            if len(rows) - end < 4:
                end = len(rows)
            while end < len(rows) and rows[end - 1].kind == "subhead":
                end += 1
            columns.append(rows[at:end])
            rows[at].column = at > 0
            at = end
        return columns or [[]]

    def _again(self, columns: list[list[Row]]) -> None:
        """Print the last characters of a column again at the head of the next."""
        for before, after in pairwise(columns):
            first, last = after[0], before[-1]
            same = first.block == last.block and first.kind == "para"
            if same and self.rng.random() < 0.6:
                count = self.rng.randint(2, 4)
                if len(last.text) > count + 1:
                    first.again = last.text.strip()[-count:].strip()
                    self.odd.add("again")

    def move(self, columns: list[list[Row]]) -> list[Row]:
        """Put a column out of its place: before the one it follows, or at the page's end."""
        if len(columns) < 2:
            return []
        at = self.rng.randrange(1, len(columns))
        column = columns.pop(at)
        self.odd.add("moved")
        for row in column[:1]:
            row.column = True
        if self.rng.random() < 0.5:
            return column
        columns.insert(at - 1, column)
        return []


def _push_caption(rows: list[Row], rng: random.Random) -> None:
    """Let a caption stand amid the lines of a paragraph that goes before it or after it."""
    found = [at for at, row in enumerate(rows) if row.kind == "caption"]
    if not found:
        return
    first, last = found[0], found[-1] + 1
    caption = rows[first:last]
    if rng.random() < 0.5 and first > 3 and rows[first - 1].kind == "para":
        most = min(rows[first - 1].order, 12)
        if most > 1:
            at = first - rng.randint(1, most)
            rows[first:last] = []
            rows[at:at] = caption
            return
    after = rows[last:]
    inner = [at for at, row in enumerate(after[:10]) if row.order > 0 and row.kind == "para"]
    if inner:
        at = first + rng.choice(inner)
        rows[first:last] = []
        rows[at:at] = caption


def finish(rows: list[Row], house: House, rng: random.Random) -> tuple[str, list[Cell]]:
    """Print the lines: raw text, and the cells in the order of raw."""
    raw: list[str] = []
    cells: list[Cell] = []
    at = 0

    def put(text: str) -> int:
        nonlocal at
        raw.append(text)
        at += len(text)
        return at

    put("\n" * rng.choice((0, 0, 0, 1, 2)))
    before: Row | None = None
    for row in rows:
        if before is not None:
            blanks = gap(before, row, house, rng)
            blank = " " if house.trailing and rng.random() < 0.2 else ""
            put("\n" + (blank + "\n") * blanks)
        put(row.indent)
        if row.again:
            start = at
            cells.append(Cell(start, put(row.again), row.block, row.order, again=True))
        start = at
        end = put(house.spaced(row.text.strip(), rng))
        cells.append(Cell(start, end, row.block, row.order))
        if rng.random() < house.trailing:
            put(rng.choice((" ", " ", "  ", "　")))
        before = row
    put("\n" * rng.choice((0, 1, 1, 2)))
    return "".join(raw), cells
