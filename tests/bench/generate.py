"""Make a library, or a folder of raw pages, of made-up Chinese newspaper text; always the same.

    python tests/bench/generate.py library big.db --articles 100000
    python tests/bench/generate.py files pages/ --articles 10000

In a bench: ``build(path, articles=10_000)`` makes a library (with its index, unless
``index=False``), ``files(folder, articles=10_000)`` writes one UTF-8 file a page, and
``pages(articles)`` gives both forms of each page, one at a time.

Words are drawn by Zipf's law from the first 60,000 of jieba's dictionary by frequency, so that
characters and words are as unevenly frequent as in a newspaper; some stock sentences come again
and again. An article has 800 characters, a page five articles, an issue four pages; one page
in two is hard-wrapped at 17 to 24 ems with indents, the other has one long line a paragraph;
one issue in fifty has no date. 100,000 articles are 20,000 pages and 240 MB of UTF-8.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import itertools
import random
import re
import sys
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.drafts import (
    ArticleDraft,
    BlockDraft,
    PageDraft,
    PageIn,
    RawFile,
    RawPage,
    Seam,
    Stretch,
)
from reader.model import IssueFacts, Kind, Reads, Reason
from reader.store import Library, Mode
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES_A_PAGE = 5
PAGES_AN_ISSUE = 4
CHARACTERS = 800
WORDS = 60_000
TITLE = "晨光晚报"
FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Made:
    """A generated page: the file as received, and what the engine would say of it."""

    file: RawFile
    page: PageIn
    articles: tuple[str, ...]
    """The reading text of each article, one block a line."""


@dataclass(slots=True)
class _Writer:
    """Writes blocks one behind the other, with the seams between and inside them."""

    rng: random.Random
    parts: list[str] = field(default_factory=list)
    at: int = 0
    starts: list[int] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    seams: list[Seam] = field(default_factory=list)

    def run(self, run: str, reads: Reads) -> None:
        if self.at == 0:
            return
        sure = 0.8 if self.rng.random() < 0.02 else 0.97
        reasons = (Reason("wrap", (str(len(run)),)),)
        self.seams.append(Seam(self.at, self.at + len(run), reads, sure, reasons))
        self.put(run)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def block(self, kind: Kind, lines: list[str], indent: str = "") -> int:
        self.run("\n" + indent, Reads.PARA)
        self.starts.append(self.at)
        self.kinds.append(kind)
        for number, line in enumerate(lines):
            if number:
                self.run("\n", Reads.JOIN)
            self.put(line)
        return len(self.starts) - 1

    def draft(self, articles: list[list[int]]) -> PageDraft:
        self.run("\n", Reads.PARA)
        text = "".join(self.parts)
        ends = [*self.starts[1:], len(text)]
        blocks = tuple(
            BlockDraft(kind, (Stretch(low, high),))
            for kind, low, high in zip(self.kinds, self.starts, ends, strict=True)
        )
        drafts = tuple(ArticleDraft(tuple(article)) for article in articles)
        return PageDraft(text, split_lines(text), blocks, drafts, tuple(self.seams))


class Prose:
    """Draws words and makes sentences, paragraphs and headlines of them."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.words = vocabulary()
        weights = [1 / (rank + 1.5) ** 1.05 for rank in range(len(self.words))]
        self.weights = list(itertools.accumulate(weights))
        self.stock = [self.sentence() for _ in range(300)]

    def draw(self, count: int) -> list[str]:
        return self.rng.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self) -> str:
        rng = self.rng
        words = self.draw(rng.randint(6, 24))
        for at in range(rng.randint(4, 8), len(words), 7):
            words[at] += rng.choice("，，，，、；：")
        if rng.random() < 0.15:
            number = f"{rng.randint(1, 2999)}"
            words[rng.randrange(len(words))] = number + rng.choice("年人个元%米")
        return "".join(words) + rng.choice("。。。。。。！？”")

    def paragraph(self, length: int) -> str:
        """Make a paragraph of exactly `length` characters."""
        parts: list[str] = []
        while length > 0:
            stock = self.rng.random() < 0.05
            sentence = self.rng.choice(self.stock) if stock else self.sentence()
            if len(sentence) > length - 12:
                sentence = (sentence * (1 + length // len(sentence)))[: length - 1] + "。"
            parts.append(sentence)
            length -= len(sentence)
        return "".join(parts)

    def article(self) -> tuple[str, str, list[str]]:
        """Give headline, byline (may be empty) and paragraphs: 800 characters together."""
        title = "".join(self.draw(self.rng.randint(4, 9)))[:24]
        byline = f"记者 {''.join(self.draw(2))[:3]}" if self.rng.random() < 0.4 else ""
        left = CHARACTERS - len(title) - len(byline)
        paragraphs = []
        while left > 0:
            length = min(left, self.rng.randint(60, 260))
            if left - length < 40:
                length = left
            paragraphs.append(self.paragraph(length))
            left -= length
        return title, byline, paragraphs


def vocabulary() -> list[str]:
    """Give words by falling frequency: jieba's, those of one character first of all."""
    spec = importlib.util.find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    lines = (Path(spec.origin).parent / "dict.txt").read_text("utf-8").splitlines()
    counted = []
    for line in lines:
        word, count, *_ = line.split(" ")
        if re.fullmatch("[\u4e00-\u9fff]{1,4}", word):
            counted.append((-int(count), word))
    words = [word for _, word in sorted(counted)[:WORDS]]
    words.remove("的")
    return ["的", *words]


def wrap(text: str, width: int) -> list[str]:
    """Cut a paragraph into lines, the first shorter by its indent of two ems."""
    cuts = [0, *range(width - 2, len(text), width), len(text)]
    return [text[low:high] for low, high in itertools.pairwise(cuts)]


def pages(articles: int, seed: int = 1) -> Iterator[Made]:
    """Give the pages that hold `articles` articles, in the order of date and page."""
    rng = random.Random(seed)
    prose = Prose(rng)
    for number in range(-(-articles // ARTICLES_A_PAGE)):
        count = min(ARTICLES_A_PAGE, articles - number * ARTICLES_A_PAGE)
        yield _page(prose, number, count)


def _page(prose: Prose, number: int, count: int) -> Made:
    rng = prose.rng
    issue, leaf = divmod(number, PAGES_AN_ISSUE)
    day = FIRST_DAY + timedelta(days=issue)
    width = rng.randint(17, 24) if rng.random() < 0.5 else 0
    writer = _Writer(rng)
    masthead = f"{TITLE} {day.year}年{day.month}月{day.day}日 第{leaf + 1}版"
    writer.block(Kind.FURNITURE, [masthead])
    drafts, texts = [], []
    for _ in range(count):
        title, byline, paragraphs = prose.article()
        blocks = [writer.block(Kind.TITLE, [title])]
        if byline:
            blocks.append(writer.block(Kind.BYLINE, [byline]))
        for paragraph in paragraphs:
            lines = wrap(paragraph, width) if width else [paragraph]
            blocks.append(writer.block(Kind.PARA, lines, "　　" if width else ""))
        drafts.append(blocks)
        texts.append("\n".join(filter(None, [title, byline, *paragraphs])))
    draft = writer.draft(drafts)
    facts = IssueFacts(
        title=TITLE,
        date=None if issue % 50 == 49 else day.isoformat(),
        date_sure=True,
        number=str(issue + 1),
        page=leaf + 1,
    )
    data = draft.text.encode()
    file = RawFile(
        f"{TITLE}_{day.isoformat()}_{leaf + 1:02}.txt",
        hashlib.sha256(data).hexdigest(),
        len(data),
        "utf-8",
        (RawPage(draft.text),),
    )
    return Made(file, PageIn(draft, facts), tuple(texts))


def build(path: Path, articles: int, *, seed: int = 1, index: bool = True) -> None:
    """Make a library at `path`, without waiting for the disk; with its index unless told."""
    with Library.open(path, Mode.CREATE, actor="bench") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for made in pages(articles, seed):
            library.issues.add(made.file, [made.page])
        if index:
            library.index.catch_up()
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def files(folder: Path, articles: int, *, seed: int = 1) -> None:
    """Write each page as a file into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in pages(articles, seed):
        (folder / made.file.name).write_bytes(made.page.draft.text.encode())


def main() -> None:
    parser = argparse.ArgumentParser(description="make a library or pages of made-up text")
    parser.add_argument("what", choices=["library", "files"])
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.perf_counter()
    (build if given.what == "library" else files)(given.out, given.articles, seed=given.seed)
    print(f"{given.articles} articles in {time.perf_counter() - begun:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
