"""Pages that the engine's developers have not seen, made to judge it.

    python tests/unseen/unseen_pages.py [hard|long|mixed|lists] [--seed 1] [--many 1]

prints some, with how they should read. Each page is one of a newspaper of its own: a house style
(`unseen_house`) that it keeps throughout, stories that fit its year and its theme, and at times
one thing that went wrong, as it does in files: a column out of place, characters doubled where a
column ends, a headline lost, headlines gathered above their bodies, text that goes on elsewhere.
Pages of "lists" are full of prices, adverts and notices; on the others one or two may stand.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from training.form import Block, Cell, Page
from unseen.unseen_article import Article, Bit, Maker, Piece, open_at
from unseen.unseen_fringe import Fringe, Fringes, stuff
from unseen.unseen_house import house_of
from unseen.unseen_stories import Story, filled, told_in

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("hard", "long", "mixed", "lists")
STYLES = {
    "front": ["news", "letter", "comment", "notice", "photo", "weather"],
    "city": ["news", "sports", "advert", "notice", "job", "talk", "culture", "list"],
    "leisure": [
        "verse",
        "fiction",
        "history",
        "book",
        "prose",
        "comment",
        "culture",
        "column",
        "feature",
        "talk",
    ],
    "service": [
        "health",
        "recipe",
        "column",
        "list",
        "letter",
        "weather",
        "talk",
        "advert",
        "hotline",
    ],
}
SPACES = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])", re.S)
HANS = re.compile("[\u4e00-\u9fff]+$")


class Sheet:
    """A page in the making: its articles, and the frames that its file has one after another."""

    def __init__(self, kind: str, dice: random.Random) -> None:
        self.dice, self.kind = dice, kind
        self.house = house_of(dice, kind)
        self.theme = dice.choice(["front", "city", "city", "leisure", "service"])
        self.articles: list[Article] = []
        self.frames: list[list[Bit]] = []
        self.section: Bit | None = None
        self.labels: dict[int, Piece] = {}
        self.what: list[str] = []
        self.pair = 0

    def stories(self) -> list[Story]:
        """Choose stories until the page is full, few with rows, few that are off its theme."""
        dice, place = self.dice, self.house.place
        found = told_in(place.year, hant=place.hant)
        dice.shuffle(found)
        if not place.hant:
            styles = STYLES[self.theme]
            found.sort(key=lambda story: story.style not in styles and dice.random() < 0.93)
        if self.kind == "lists":
            found.sort(key=lambda story: story.style not in ("list", "advert", "notice"))
        room = dice.randint(800, 1800) if place.hant else dice.randint(1100, 3000)
        chosen: list[Story] = []
        lists = 6 if self.kind == "lists" else dice.choice([0, 1, 1, 2])
        for story in found:
            if room <= 0:
                break
            rows = any(kind == "row" for kind, _ in story.body)
            if rows and not lists:
                continue
            lists -= rows
            chosen.append(story)
            room -= story.size + 60
        heavy = max(chosen, key=lambda story: story.size)
        if dice.random() < 0.5:
            chosen.sort(key=lambda story: story is not heavy)
        return [filled(story, place, dice) for story in chosen]

    def set(self) -> None:
        """Set the articles and put the frames of the page together."""
        stories = self.stories()
        self.articles = [
            Maker(story, self.house, self.dice, number).made()
            for number, story in enumerate(stories)
        ]
        fringe = Fringes(self.house, self.theme, self.dice).made({s.title for s in stories})
        self.section = fringe.section
        self._happen()
        self._number()
        self._place(fringe)

    def _happen(self) -> None:
        """Let one thing go wrong on some pages."""
        ways = (
            (0.125, self._displaced),
            (0.08, self._headless),
            (0.1, self._gathered),
            (0.06, self._doubled),
            (0.06, self._jumps),
            (0.04, self._jumped),
        )
        point = self.dice.random()
        for share, way in ways:
            if point < share:
                way()
                return
            point -= share

    def _torn(self) -> list[tuple[Article, int]]:
        """Find where a column ends in mid-sentence."""
        return [
            (article, at)
            for article in self.articles
            for at in range(1, len(article.columns))
            if open_at(article.columns[at - 1], article.columns[at])
        ]

    def _displaced(self) -> None:
        if self._torn():
            self.what.append("displaced")

    def _headless(self) -> None:
        """Lose the headline of the first article."""
        first = self.articles[0]
        signed = any(bit.piece.kind == "byline" for bit in [*first.heads, *first.body])
        if first.style in ("news", "prose", "history") and not (first.label or signed):
            first.heads = []
            self.what.append("headless")

    def _gathered(self) -> None:
        """Find two articles that follow one another, news both: their headlines come first."""
        news = [a.style == "news" and a.heads and not a.label for a in self.articles]
        pairs = [at for at in range(len(news) - 1) if news[at] and news[at + 1]]
        if pairs:
            self.pair = self.dice.choice(pairs)
            self.what.append("gathered")

    def _doubled(self) -> None:
        seams = [
            (before, after)
            for article in self.articles
            for column in article.columns
            for before, after in pairwise(column)
        ]
        seams += [
            (one[-1], two[0]) for article in self.articles for one, two in pairwise(article.columns)
        ]
        for before, after in self.dice.sample(seams, len(seams)):
            match = HANS.search(before.text)
            if before.piece is after.piece and before.piece.kind == "para" and match:
                many = self.dice.randint(2, 4)
                if len(match[0]) > many:
                    after.again = match[0][-many:]
                    self.what.append("doubled")
                    return

    def _jumps(self) -> None:
        """Let the longest article go on elsewhere."""
        found = [(article, at) for article, at in self._torn() if at * 2 >= len(article.columns)]
        if found:
            article, at = self.dice.choice(found)
            article.columns = article.columns[:at]
            number = self.dice.choice(
                ["第三版", "第２版" if self.house.place.year < 2000 else "4版"]
            )
            word = "（下轉{}）" if self.house.place.hant else "（下转{}）"
            article.columns[-1].extend(stuff(word.format(number)))
            self.what.append("jumps")

    def _jumped(self) -> None:
        """Let the first article have begun elsewhere."""
        found = [(article, at) for article, at in self._torn() if article is self.articles[0]]
        if found:
            article, at = found[0]
            article.columns, article.label = article.columns[at:], ""
            article.heads = stuff("（上接第一版）")
            if article.body[-1].piece.kind == "byline":
                article.columns[-1].pop()
            self.what.append("jumped")

    def _number(self) -> None:
        """Count the parts of each block in reading order."""
        count: dict[int, int] = {}
        for article in self.articles:
            for bit in [*article.heads, *article.body, *(b for c in article.captions for b in c)]:
                bit.order = count.get(id(bit.piece), 0)
                count[id(bit.piece)] = bit.order + 1
        kept: dict[int, list[str]] = {}
        for article in self.articles:
            for bit in article.body:
                kept.setdefault(id(bit.piece), []).append(bit.text)
        for article in self.articles:
            for bit in article.body:
                if bit.piece.kind == "para":
                    bit.piece.text = "".join(kept[id(bit.piece)])

    def _place(self, fringe: Fringe) -> None:
        """Put all frames in the order of the file."""
        self.frames = [*fringe.above]
        early = fringe.guide and self.dice.random() < 0.4
        if early:
            self.frames.append(fringe.guide)
        if self.section:
            self.frames.append([self.section])
        if "displaced" in self.what:
            self._place_displaced()
        elif "gathered" in self.what:
            self._place_gathered()
        else:
            for article in self.articles:
                self.frames.extend(self._article(article))
        if fringe.guide and not early:
            self.frames.append(fringe.guide)
        self.frames.extend(fringe.below)

    def _heads(self, article: Article) -> list[list[Bit]]:
        frames = []
        if article.label:
            piece = Piece("section", article.label)
            self.labels[article.number] = piece
            frames.append([Bit(article.label, piece, blank=self.house.below)])
        for bit, after in zip_longest(article.heads, article.heads[1:]):
            same = after is not None and after.piece is bit.piece
            bit.blank = 0 if same else self.house.below
        return [*frames, article.heads] if article.heads else frames

    def _bodies(self, article: Article) -> list[list[Bit]]:
        frames = list(article.columns)
        for caption in article.captions:
            at = {"head": 0, "end": len(frames)}.get(self.house.captions)
            if at is None:
                at = self.dice.randint(min(1, len(frames)), max(1, len(frames) - 1))
            caption[-1].blank = self.house.cut
            frames.insert(at, caption)
        return frames

    def _article(self, article: Article) -> list[list[Bit]]:
        """Give the frames of an article; blank lines stand behind its last."""
        frames = [*self._heads(article), *self._bodies(article)]
        frames[-1][-1].blank = self.house.above
        return frames

    def _place_displaced(self) -> None:
        """Print the end of a torn paragraph's article elsewhere, or its beginning at the end."""
        torn, at = self.dice.choice(self._torn())
        ways = ["before", "first"] if torn is self.articles[-1] else ["before", "first", "last"]
        way = self.dice.choice(ways)
        late: list[list[Bit]] = []
        for article in self.articles:
            if article is not torn:
                self.frames.extend(self._article(article))
                continue
            heads = self._heads(article)
            one, two = article.columns[:at], article.columns[at:]
            order = {
                "before": ([*two, *heads, *one], []),
                "last": ([*heads, *one], two),
                "first": ([*heads, *two], one),
            }[way]
            for frames in order:
                if frames:
                    frames[-1][-1].blank = self.house.above
            two[-1][-1].blank = self.house.above
            captions = article.captions
            self.frames.extend(order[0])
            self.frames.extend(captions)
            late = order[1]
        self.frames.extend(late)

    def _place_gathered(self) -> None:
        """Print two headlines above their two bodies."""
        for article in self.articles[: self.pair]:
            self.frames.extend(self._article(article))
        one, two, *rest = self.articles[self.pair :]
        self.frames.extend([*self._heads(one), *self._heads(two)])
        for heads in (one.heads, two.heads):
            heads[-1].blank = self.house.above
        bodies = [one, two] if self.dice.random() < 0.5 else [two, one]
        for article in bodies:
            frames = self._bodies(article)
            frames[-1][-1].blank = self.house.above
            self.frames.extend(frames)
        for article in rest:
            self.frames.extend(self._article(article))


def _spaced(text: str, share: float, dice: random.Random) -> str:
    """Put spaces where a typesetter parts figures from characters."""
    return SPACES.sub(lambda _: " " if dice.random() < share else "", text) if share else text


def _blocks(sheet: Sheet) -> tuple[list[Piece], dict[int, Piece]]:
    """Give the blocks in reading order, and for each article its label."""
    fringe = [bit.piece for frame in sheet.frames for bit in frame if bit.piece.article < 0]
    pieces = list({id(piece): piece for piece in fringe}.values())
    labels = dict(sheet.labels)
    for article in sheet.articles:
        if sheet.section:
            labels.setdefault(article.number, sheet.section.piece)
        bits = [bit for frame in sheet.frames for bit in frame]
        own = [bit.piece for bit in [*article.heads, *article.body] if bit.piece.article >= 0]
        asides = [frame[0].piece for frame in article.captions if any(frame[0] is b for b in bits)]
        whole = list({id(piece): piece for piece in [*own, *asides]}.values())
        whole.sort(key=lambda piece: piece.kind not in ("kicker", "title", "subtitle", "byline"))
        pieces.extend(whole)
    return pieces, labels


def page_of(sheet: Sheet, name: str) -> Page:
    """Write the file of a sheet, and how it should read."""
    pieces, labels = _blocks(sheet)
    place = {id(piece): at for at, piece in enumerate(pieces)}
    raw, cells = "", []
    for frame in sheet.frames:
        for bit in frame:
            raw += bit.pad
            block = place[id(bit.piece)]
            if bit.again:
                cells.append(
                    Cell(len(raw), len(raw) + len(bit.again), block, bit.order, again=True)
                )
                raw += bit.again
            bare = bit.text.strip()
            share = 0.0 if bit.piece.article < 0 else sheet.house.spaced
            text = _spaced(bare, share, sheet.dice)
            cells.append(Cell(len(raw), len(raw) + len(text), block, bit.order))
            raw += text + sheet.house.line_end * (1 + bit.blank)
    blocks = [Block(piece.kind, piece.text, piece.article) for piece in pieces]
    sections = {number: place[id(piece)] for number, piece in labels.items()}
    return Page(raw, blocks, cells, sections, name)


def page(kind: str, seed: int) -> Page:
    """Make one page of a kind: the same for the same seed."""
    sheet = Sheet(kind, random.Random(f"unseen {kind} {seed}"))
    sheet.set()
    return page_of(sheet, f"unseen-{kind}-{seed} {' '.join(sheet.what)}".strip())


def pages(kind: str, count: int, seed: int = 0) -> list[Page]:
    """Make some pages of a kind."""
    return [page(kind, seed + number) for number in range(count)]


def told(made: Page) -> Iterable[str]:
    """Tell a page and how it should read."""
    yield f"==== {made.name}\n{made.raw}\n---- {made.faults()}"
    for block in made.blocks:
        yield f"{block.article:3} {block.kind:9} {block.text}"


def main() -> None:
    """Print some pages."""
    asked = argparse.ArgumentParser()
    asked.add_argument("kind", nargs="?", choices=KINDS, default="hard")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--many", type=int, default=1)
    given = asked.parse_args()
    for made in pages(given.kind, given.many, given.seed):
        print("\n".join(told(made)))


if __name__ == "__main__":
    main()
