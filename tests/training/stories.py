"""What stands on a page: articles from the texts and from the small grammar, and their headlines.

An article is dealt to training, calibration or test by a hash of its text; no two share one.
"""

from __future__ import annotations

import hashlib
import random
import re
from functools import cache

from newspaper import Story
from training import texts
from training.heading import lines_of
from training.manner import PLAIN, Manner
from training.notices import Small
from training.official import Official
from training.parallel import parted
from training.reporter import NUMBERS, Reporter
from training.rolls import Roll
from training.setting import Bit, Draft, Row
from training.verses import Poet

_BEFORE = re.compile("(?<=[一-鿿])(?=[0-9])")
_BEHIND = re.compile("(?<=[0-9])(?=[一-鿿])")
SHORTEST = 30  # characters of a paragraph that may get words before it
SHARES = {"train": (0, 70), "calibrate": (70, 85), "test": (85, 100), "all": (0, 100)}
EXTRAS = {
    "list": "{P}{V}名单", "table": "{T}一览表", "letter": "写给{B}的信", "names": "{P}先进名单",
    "briefs": "一句话新闻",
}  # fmt: skip


@cache
def _library() -> tuple[texts.Article, ...]:
    return tuple(texts.load())


@cache
def articles(share: str) -> tuple[texts.Article, ...]:
    """The articles of a share: train, calibrate, test, or all."""
    low, high = SHARES[share]
    return tuple(article for article in _library() if low <= _lot(article) < high)


def _lot(article: texts.Article) -> int:
    text = (article.title or "") + "".join(said for _, said in article.body)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % 100


class Teller:
    """Tells the stories of one page: none of the texts twice."""

    def __init__(self, seed: int, share: str) -> None:
        salt = list(SHARES).index(share)
        self.dice = random.Random(seed * 6700417 + salt)
        self.writer = Reporter(seed * 31 + 5 + salt * 1_000_003)
        self.told: list[Story] = []  # what others told, set as it is before all else
        self.texts = list(articles(share))
        self.dice.shuffle(self.texts)
        self.made = 0.34 if self.texts else 1.0
        self.reports = 0.05  # share of official reports
        self.series = 0.05  # share of articles with a series of subheads
        self.notices = self.dice.choice((0.0, 0.1, 0.7))  # share of notices among short stories
        self.official = Official(self.writer)
        self.poet = Poet(self.writer)
        self.roll = Roll(self.official)
        self.small = Small(self.writer)

    def story(self, *, brief: bool = False) -> Story:
        """Tell a story, a short one when `brief`."""
        dice = self.dice
        if self.told:
            return self.told.pop(0)
        if brief:
            story = self._brief()
        elif dice.random() < self.reports:
            return self._parted(self.official.story(), self.series)
        elif not self.texts or dice.random() < self.made:
            story = self.writer.story()
        else:
            story = self._from_text(self.texts.pop())
        if dice.random() < 0.1 and story.title:
            story.title = (self.writer.pick("SHORT"),)
        elif dice.random() < 0.12 and story.title and len(story.body) > 1:
            self.official.headline(story)
        self._dress(story)
        self.small.dress(story)
        if dice.random() < 0.05:
            self.roll.contacts(story)
        if not brief and story.body[0][0] == "para" and len(story.body[0][1]) > SHORTEST:
            self._parted(story, self.series)
        self._head_parts(story)
        return story

    def _parted(self, story: Story, share: float) -> Story:
        """Put a series of subheads into a story, and a folk rhyme, now and then."""
        if self.dice.random() < share:
            story.body = parted(self.official, story.body)
        if len(story.body) > 2 and self.dice.random() < 0.02:
            at = self.dice.randint(1, len(story.body) - 1)
            story.body[at:at] = self.poet.rhyme()
        return story

    def _brief(self) -> Story:
        """A short story of one paragraph, or a notice."""
        if self.dice.random() < self.notices:
            return self.small.notice()
        short = [text for text in self.texts if len(text.body) == 1]
        if short and self.dice.random() > self.made:
            self.texts.remove(short[0])
            return self._from_text(short[0])
        story, writer = Story(), self.writer
        writer.change_subject()
        text = "".join(writer.sentence() for _ in range(self.dice.choice((1, 2, 2, 3))))
        lead = writer.fill(
            self.dice.choice(("本报讯 ", "", "{D}，", "本报讯（记者 {N}）", "●", "▲", ""))
        )
        story.body.append(("para", lead + text))
        writer.headline(story)
        return story

    def _from_text(self, text: texts.Article) -> Story:
        made = texts.fill(text, self.dice)
        body = list(made.body)
        if len(body) > 7 and self.dice.random() < 0.4:  # an article is cut by its editor, too
            body = body[: self.dice.randint(3, len(body))]
            while len(body) > 1 and body[-1][0] in ("subhead", "caption"):
                body.pop()
        return Story(made.kicker, made.lines, made.subtitle, made.byline, made.section, body)

    def extra(self) -> Story:
        """What is no running text: a list, a table, a poem, a letter, briefs under one title."""
        dice, writer = self.dice, self.writer
        lot = dice.random()
        if lot < 0.25:
            return self.poet.story()
        if lot < 0.5:
            return self.roll.story()
        if lot < 0.72:
            return self.small.notice() if lot < 0.62 else self.small.answers()
        writer.change_subject()
        kind = dice.choice(tuple(EXTRAS))
        story = Story(title=(writer.fill(EXTRAS[kind]),))
        writer.constancy = 0.0
        getattr(self, f"_{kind}")(story)
        return story

    def _list(self, story: Story) -> None:
        marks = ("{}．", "{}. ", "{}、", "（{}）", "⊙", "{} ", "—— ")
        mark, row = (
            self.dice.choice(marks),
            self.dice.choice(("{B} {N}", "{T}", "{N}（{B}）", "{P}{B}")),
        )
        for number in range(1, self.dice.randint(4, 12)):
            story.body.append(("para", mark.format(number) + self.writer.fill(row)))

    def _table(self, story: Story) -> None:
        rows = (
            "{B}  {#}  {#}  {N}", "{P} {#} {#}", "{T}\t{#}\t{D}", "{B}    {D}  9:00—17:00",
            "{P}  {a}.{g}  {b}.{g}  {h}", "{D} 19:00 {B}—{B}", "{g} {N} {B} {a}分{b}秒",
        )  # fmt: skip
        row = self.dice.choice(rows)
        parts = self.dice.choice((1, 1, 1, 2, 3))
        for _ in range(parts):
            if parts > 1:
                story.body.append(("subhead", self.writer.fill("{B}")))
            for _ in range(self.dice.randint(2, 5) if parts > 1 else self.dice.randint(4, 14)):
                story.body.append(("para", self.writer.fill(row)))

    def _letter(self, story: Story) -> None:
        writer, dice = self.writer, self.dice
        greeting = dice.choice(("编辑同志：", "尊敬的{N}老师：", "各位邻居：", "亲爱的{N}："))
        story.body.append(("para", writer.fill(greeting)))
        for _ in range(dice.randint(1, 3)):
            story.body.append(("para", writer.paragraph()))
        if dice.random() < 0.4:
            story.body += [("para", "此致"), ("para", "敬礼！")]
        if dice.random() < 0.5:
            story.body += [("para", writer.pick("SIGNS")), ("para", writer.day())]
        else:
            story.byline = writer.fill("（{P} {N}）")

    def _names(self, story: Story) -> None:
        gap = self.dice.choice(("  ", "　", "、", " "))
        names = [self.writer.name() for _ in range(self.dice.randint(9, 60))]
        if gap != "、":
            names = [f"{name[0]}　{name[1]}" if len(name) == 2 else name for name in names]
        story.body += [("para", self.writer.sentence()), ("para", gap.join(names))]

    def _briefs(self, story: Story) -> None:
        mark = self.dice.choice(("●", "▲", "■ ", "◆", "本报讯 ", "★", "", "{D} "))
        for _ in range(self.dice.randint(3, 7)):
            text = self.writer.fill(mark) + self.writer.sentence()
            story.body.append(("para", text + (self.writer.sentence() if len(text) < 40 else "")))

    def _dress(self, story: Story) -> None:
        """Give a plain headline a slogan, a kicker or a byline now and then."""
        dice, writer = self.dice, self.writer
        if not story.title:
            return
        if story.title[-1][-1].isalpha() and dice.random() < 0.07:
            mark = dice.choice("！！？！?!")
            story.title = (*story.title[:-1], story.title[-1] + mark)
        if not story.kicker and not story.subtitle and dice.random() < 0.38:
            one, two = writer.couplet()
            pair = one + dice.choice((" ", " ", "　", "，")) + two
            fact = story.title
            shape = dice.choice((0, 1, 2, 2, 3, 3, 4))
            if shape == 0:
                story.kicker = writer.pick("KICKERS")
            elif shape == 1:
                story.subtitle = dice.choice((pair, writer.pick("SUBTITLES")))
            elif shape == 2:
                story.title, story.subtitle = (pair,), "".join(fact)
            elif shape == 3:
                story.title, story.subtitle = (one,), "".join(fact)
            else:
                story.title, story.subtitle = (one, two), "".join(fact)
        if dice.random() < 0.04:
            self._dashed(story)
        if not story.byline and dice.random() < 0.2:
            story.byline = writer.pick("BYLINES")

    def _dashed(self, story: Story) -> None:
        """Give a story a kicker or a subtitle between dashes, or behind one."""
        dice, writer = self.dice, self.writer
        gap = dice.choice(("", "", " "))
        said = writer.fill(dice.choice(("{P}{T}见闻", "{P}的{#}居民", "{B}和{T}", "记{B}{N}")))
        text = f"——{gap}{said}{dice.choice(('', gap + '——', gap + '——'))}"
        kind = "kicker" if dice.random() < 0.6 else "subtitle"
        if not getattr(story, kind):
            setattr(story, kind, text)

    def _head_parts(self, story: Story) -> None:
        """Put subheads into a long story that has none, and a 本报讯 before its first words."""
        dice = self.dice
        kinds = [kind for kind, _ in story.body]
        if len(kinds) > 4 and "subhead" not in kinds and dice.random() < 0.08:
            many = dice.choice((1, 2, 2, 3)) if len(kinds) > 5 else 2
            places = sorted(dice.sample(range(1, len(kinds)), many))
            style = dice.randrange(10)
            for number in reversed(range(many)):
                story.body.insert(places[number], ("subhead", self.subhead(style, number)))
                if dice.random() < 0.08:  # a heading of a second level right below
                    lower = ("subhead", self.subhead(dice.choice((0, 9, 5)), 0))
                    story.body.insert(places[number] + 1, lower)
        self._first_words(story)
        self._last_words(story)

    def _first_words(self, story: Story) -> None:
        """Begin with 本报讯, with an editor's note, or with an abstract, now and then."""
        dice, writer = self.dice, self.writer
        kind, text = story.body[0]
        if kind != "para" or text.startswith(("本报", "“", "问", "（")):
            return
        lot = dice.random()
        if lot < 0.1:
            story.body[0] = (kind, writer.pick("STARTING") + text)
        elif lot < 0.14:
            note = dice.choice(
                ("编者按：", "核心提示：", "【摘要】", "提要 ", "[编者按]", "■核心提示")
            )
            story.body.insert(0, (kind, note + writer.sentence()))
        elif lot < 0.17 and len(story.body) > 2:
            marks = ("【{}】", "{}：", "■{} ", "{}。")
            mark = dice.choice(marks)
            for at in range(1, len(story.body)):
                kind, text = story.body[at]
                if kind == "para" and len(text) > SHORTEST and dice.random() < 0.7:
                    words_before = mark.format(writer.pick("SUBHEADS"))
                    story.body[at] = ("para", words_before + text)

    def _last_words(self, story: Story) -> None:
        """End with the reporter's name, a source or a mark, behind the last stop."""
        kind, text = story.body[-1]
        if kind == "para" and text.endswith("。") and self.dice.random() < 0.08:
            story.body[-1] = (kind, text + self.writer.pick("ENDINGS"))

    def subhead(self, style: int, number: int) -> str:
        """A subhead: numbered, slogan, couplet, question, marked, plain."""
        dice, writer = self.dice, self.writer
        plain = writer.pick("SUBHEADS")
        mark = dice.choice("■●◆▲★◎▶□")
        one, two = writer.couplet()
        return (
            f"{NUMBERS[number]}、{plain}",
            one,
            one + dice.choice((" ", "　", " ")) + two,
            writer.pick("ASKS") + dice.choice(("？", "")),
            f"{mark}{dice.choice((' ', ''))}{plain}",
            plain,
            f"{number + 1:02}",
            f"{number + 1}.{plain}",
            f"【{plain}】",
            f"（{NUMBERS[number]}）{plain}",
        )[style]


def fit(story: Story, how: Manner, dice: random.Random, most: int) -> int:
    """Leave out captions that are too many; put stanzas together that no blank parts.

    Gives the count of the captions that stay; a picture's page without running text keeps its own.
    """
    body: list[tuple[str, str]] = []
    together = how.regime not in PLAIN or how.ways.inside > 0.5
    together = together or (not how.ways.paragraph and dice.random() < 0.6)
    running = any(kind == "para" for kind, _ in story.body)
    kept = 0
    for kind, text in story.body:
        if kind == "caption" and running:
            if kept >= most:
                continue
            kept += 1
        if kind == "verse" and together and body and body[-1][0] == "verse":
            body[-1] = (kind, f"{body[-1][1]}\n{text}")
        else:
            body.append((kind, text))
    story.body = body
    return kept


def _apart(raw: str, dice: random.Random) -> str:
    """A headline with a space before, behind or on both sides of its numbers."""
    style = dice.randrange(3)
    if style != 1:
        raw = _BEFORE.sub(" ", raw)
    return _BEHIND.sub(" ", raw) if style else raw


def heads(story: Story, number: int, dice: random.Random, width: int) -> list[Row]:
    """Print the headline group of a story, in one of the orders that papers use."""
    rows: list[Row] = []
    order = ["kicker", "title", "subtitle", "byline"]
    if story.byline and dice.random() < 0.1:
        order = ["byline", "kicker", "title", "subtitle"]
    elif story.byline and dice.random() < 0.1:
        order = ["kicker", "title", "byline", "subtitle"]
    for kind in order:
        text = getattr(story, kind)
        if not text:
            continue
        if kind == "byline":
            _byline(rows, story.byline, number, dice)
            continue
        block = Draft(kind, number)
        printed = lines_of((text,) if isinstance(text, str) else tuple(text), dice, width)
        apart = dice.random() < 0.25  # spaces that only setting put beside numbers
        for at, (raw, clean, join) in enumerate(printed):
            bit = Bit(block, at, _apart(raw, dice) if apart else raw, clean, join)
            rows.append(Row([bit], at == 0, at == len(printed) - 1, part="head"))
    return rows


def _byline(rows: list[Row], text: str, number: int, dice: random.Random) -> None:
    """Print a byline on its own row, or behind the headline's last."""
    bit = Bit(Draft("byline", number), 0, text, text)
    if rows and len(rows[-1].text) + len(text) < 34 and dice.random() < 0.12:
        bit.before = dice.choice((" ", "  ", "　", "    "))
        rows[-1].bits.append(bit)
    else:
        rows.append(Row([bit], part="head"))
