"""Artificial pages: newspaper articles wrapped, torn and spoilt as OCR and extraction do it.

A page knows how it should read: for each character that is not white space, in the order of the
page, the block in which it belongs.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from newspaper import SLOGANS, Story, Writer

HANGING = "，。、；：？！”’》）】"
OPENING = "“‘《（【"
TOKEN = re.compile(r"[0-9.,%]+|[A-Za-z]+|——|……|.")


@dataclass
class Manner:
    """How a page is set: widths in ems, what happened to indents and blanks, and the marks."""

    regime: str = "hard"  # hard, long, mixed
    width: int = 15
    indent: str = "lost"  # lost, kept, none
    blanks: str = "paragraphs"  # none, paragraphs, slipped, every, columns
    punctuation: str = "hang"  # hang, push, squeeze
    ascii_marks: bool = False
    spaced_digits: bool = False
    furniture: bool = True
    traditional: bool = False
    change: bool = False
    inside: bool = False  # captions and furniture inside a paragraph
    slips: float = 0.0  # share of paragraphs that lost their last stop
    displaced: bool = False  # the first column of an article stands at the end of the page
    extras: bool = False  # a list, a table, a poem, a signature


@dataclass
class Block:
    """A block as it should read: its kind, its text, the number of its article."""

    kind: str
    text: str
    article: int


@dataclass
class Page:
    """The raw page and its blocks in the order of the page."""

    raw: str
    blocks: list[Block] = field(default_factory=list)
    torn: tuple[str, str] | None = None  # the end of the open column, the start of its going on
    manner: Manner | None = None


def manner(seed: int, regime: str | None = None) -> Manner:
    """Draw the manner of a page."""
    dice = random.Random(seed * 7919 + 13)
    regime = regime or dice.choice(("hard", "hard", "long", "mixed"))
    indent = dice.choices(("lost", "kept", "none"), (5, 3, 1))[0]
    blanks = dice.choice(
        {
            "hard": ("none", "paragraphs", "paragraphs", "slipped", "columns"),
            "long": ("none", "every", "every", "columns"),
            "mixed": ("none", "paragraphs", "columns", "every"),
        }[regime]
    )
    if indent == "none" and regime == "hard":
        blanks = "paragraphs"
    return Manner(
        regime=regime,
        width=dice.randint(8, 30),
        indent=indent,
        blanks=blanks,
        punctuation=dice.choice(("hang", "push", "squeeze")),
        ascii_marks=dice.random() < 0.12,
        spaced_digits=dice.random() < 0.4,
        furniture=dice.random() < 0.7,
        traditional=dice.random() < 0.08,
        change=dice.random() < 0.3,
        inside=dice.random() < 0.25,
        slips=dice.choice((0.0, 0.0, 0.0, 0.03)),
        extras=dice.random() < 0.25,
    )


def wrap(text: str, width: int, how: Manner) -> list[str]:
    """Wrap a paragraph into lines of `width` ems, the first two ems shorter when indented."""
    lines: list[str] = []
    room = width - (0 if how.indent == "none" else 2)
    line, used = "", 0.0
    tokens = TOKEN.findall(text)
    for at, token in enumerate(tokens):
        size = sum(0.5 if mark.isascii() else 1.0 for mark in token)
        if used + size <= room or not line:
            line, used = line + token, used + size
            continue
        if token[0] in HANGING:
            if how.punctuation != "push" or len(line) < 3:
                line += token
                used += size
                continue
            lines.append(line[:-1])
            line, used = line[-1] + token, 1 + size
        elif line[-1] in OPENING and len(line) > 2:
            lines.append(line[:-1])
            line, used = line[-1] + token, 1 + size
        elif (
            how.punctuation == "squeeze"
            and used + size <= room + 0.5 * sum(mark in HANGING for mark in line)
            and at + 1 < len(tokens)
        ):
            line, used = line + token, used + size
            continue
        else:
            lines.append(line)
            line, used = token, size
        room = width
    if line:
        lines.append(line)
    return lines


def chop(text: str, dice: random.Random) -> list[str]:
    """Cut a paragraph into long lines at the ends of its columns, anywhere but before a mark."""
    lines: list[str] = []
    while len(text) > 60 and dice.random() < 0.45:
        cut = dice.randint(15, len(text) - 6)
        while cut < len(text) - 1 and (text[cut] in HANGING or text[cut - 1] in OPENING):
            cut += 1
        if re.match("[A-Za-z0-9]{2}", text[cut - 1 : cut + 1]):
            continue
        lines.append(text[:cut])
        text = text[cut:]
    lines.append(text)
    return lines


class Setter:
    """Sets a page: puts lines down and remembers what they are."""

    def __init__(self, how: Manner, dice: random.Random) -> None:
        self.how, self.dice = how, dice
        self.rows: list[str] = []
        self.blocks: list[Block] = []
        self.article = 0
        self.away: tuple[int, list[str], str] | None = None

    def gap(self, lines: int) -> None:
        self.rows.extend([""] * lines)

    def put(self, kind: str, lines: list[str], *, text: str | None = None) -> None:
        self.blocks.append(Block(kind, text or "".join(lines), self.article))
        self.rows.extend(lines)

    def para(self, text: str, width: int, *, long: bool) -> None:
        how, dice = self.how, self.dice
        if dice.random() < how.slips:
            text = text.rstrip("。")
        lines = chop(text, dice) if long else wrap(text, width, how)
        self.blocks.append(Block("para", text, self.article))
        broken = dice.randrange(1, len(lines)) if how.inside and len(lines) > 2 else 0
        broken = broken if dice.random() < 0.15 else 0
        margin = "　　" if how.indent == "kept" else ""
        for at, line in enumerate(lines):
            last = at == len(lines) - 1
            if broken and at == broken:
                self.interrupt("".join(lines[:at]))
            self.rows.append((margin if at == 0 else "") + line)
            self.rows.extend([""] * self.blank_after(at, last=last, long=long))

    def interrupt(self, before: str) -> None:
        """Put a caption or furniture inside the paragraph that was begun last."""
        kind, text = self.dice.choice(
            (
                ("caption", "图为活动现场。"),
                ("caption", "▲居民在领取新书 周明 摄"),
                ("furniture", "A03"),
            )
        )
        whole = self.blocks.pop()
        self.blocks.append(Block("para", before, self.article))
        self.blocks.append(Block(kind, text, self.article))
        rest = "".join(whole.text.split())[len("".join(before.split())) :]
        self.blocks.append(Block("goes on", rest, self.article))
        self.gap(self.dice.choice((0, 1)))
        self.rows.append(text)
        self.gap(self.dice.choice((0, 1)))

    def blank_after(self, at: int, *, last: bool, long: bool) -> int:
        how, dice = self.how, self.dice
        if how.blanks == "every" and long:
            return 1 if dice.random() < 0.93 or last else 3
        if how.blanks == "slipped" and not long:
            if at == 0:
                return int(dice.random() < 0.7)
            return int(dice.random() < (0.35 if last else 0.05))
        if how.blanks == "columns" and dice.random() < 0.03 and not last:
            return 3
        if how.blanks in ("paragraphs", "every") and last:
            return 1
        return 0


def page(seed: int, how: Manner | None = None, *, articles: int | None = None) -> Page:
    """Make a page; the same seed and manner make the same one."""
    how = how or manner(seed)
    dice = random.Random(seed * 104729 + 7)
    writer = Writer(seed * 31 + 5)
    setter = Setter(how, dice)
    if how.furniture:
        _masthead(setter, writer)
    width = how.width
    for number in range(articles or dice.randint(1, 5)):
        setter.article = number
        story = writer.story()
        if not story.title and number:
            story.title = (writer.fill("{P}{V}{T}"),)
        if how.change and dice.random() < 0.5:
            width = max(8, width + dice.choice((-4, -3, 3, 5)))
        _set_story(setter, story, width, writer)
    torn = _put_away(setter, width) if setter.away else None
    if how.extras:
        setter.article += 1
        _extra(setter, writer)
    if how.furniture and dice.random() < 0.6:
        setter.gap(1)
        tail = dice.choice(
            (writer.fill("责任编辑 {N} 版式 {N}"), writer.fill("本版编辑：{N} 校对：{N}"), "P03",
             "新闻热线：61234567", "（下转第4版）")
        )  # fmt: skip
        setter.put("furniture", [tail])
    raw = "\n".join(setter.rows)
    return _spoil(Page(raw, setter.blocks, torn, how), dice)


def _put_away(setter: Setter, width: float) -> tuple[str, str]:
    """Put the first column of an article at the end of the page; give where it breaks off."""
    number, texts, rest = setter.away
    setter.article = number
    setter.gap(3)
    for text in texts:
        setter.para(text, int(width), long=setter.how.regime == "long")
    return texts[-1][-8:], rest[:8]


def _tear(setter: Setter, story: Story) -> None:
    """Take the first column of an article away, so that its text begins in mid-sentence."""
    dice = setter.dice
    paras = [text for kind, text in story.body if kind == "para"]
    if setter.away or len(paras) < 3 or not story.title:
        return
    broken = dice.randrange(len(paras) - 1)
    text = paras[broken]
    places = [at for at in range(8, len(text) - 8) if text[at - 1 : at + 1].isalpha()]
    if not places:
        return
    cut = dice.choice(places)
    setter.away = (setter.article, [*paras[:broken], text[:cut]], text[cut:])
    story.body = [("para", part) for part in (text[cut:], *paras[broken + 1 :])]


def _masthead(setter: Setter, writer: Writer) -> None:
    dice = setter.dice
    name = writer.fill("{P}")[:5] + "周报"
    choice = (
        name, "2031年4月14日 星期一", "第 3 版", "A02", "要闻", "扫码关注我们",
        writer.fill("主编：{N}"), "今日河畔", "青禾镇党委、政府 联合主办",
        "总第 218 期", "综合新闻",
    )  # fmt: skip
    rows = dice.sample(choice, dice.randint(1, 3))
    for row in rows:
        kind = "section" if row in ("要闻", "综合新闻") else "furniture"
        setter.put(kind, [row])
        setter.gap(dice.choice((0, 1, 1)))


def _set_story(setter: Setter, story: Story, width: int, writer: Writer) -> None:
    dice, how = setter.dice, setter.how
    if how.displaced:
        _tear(setter, story)
    long = how.regime == "long" or (how.regime == "mixed" and dice.random() < 0.5)
    setter.gap(dice.choice((0, 1, 1, 2)) if how.blanks != "none" else dice.choice((0, 0, 1)))
    between = (0, 0, 1) if how.blanks != "every" else (1, 1, 0)
    if dice.random() < 0.08:
        setter.put(
            "section", [dice.choice(("【" + dice.choice(SLOGANS) + "】", "社会新闻", "教育在线"))]
        )
        setter.gap(1)
    for kind in ("kicker", "title", "subtitle", "byline"):
        text = getattr(story, kind)
        if not text:
            continue
        lines = list(text) if isinstance(text, tuple) else [text]
        if len(lines) == 1 and len(lines[0]) > 24:
            lines = [lines[0][:15], lines[0][15:]]
        setter.put(kind, lines)
        setter.gap(dice.choice(between))
    if story.title and how.blanks != "none":
        setter.gap(dice.choice((0, 1, 1, 3)))
    for kind, text in story.body:
        if kind == "para":
            setter.para(text, width, long=long)
        else:
            setter.put(
                kind,
                [text] if kind == "subhead" or long else wrap(text, width, Manner(indent="none")),
            )
            setter.gap(0 if how.blanks == "none" else 1)


def _extra(setter: Setter, writer: Writer) -> None:
    """Put down what is no running text: a list, a table, a poem, a letter with its signature."""
    dice = setter.dice
    setter.gap(1)
    kind = dice.choice(("list", "table", "poem", "letter"))
    setter.put(
        "title",
        [
            writer.fill(
                {
                    "list": "{P}{V}名单",
                    "table": "{T}一览表",
                    "poem": "{T}谣",
                    "letter": "写给{B}的信",
                }[kind]
            )
        ],
    )
    setter.gap(1)
    if kind == "list":
        for number in range(1, dice.randint(4, 9)):
            setter.put("para", [writer.fill(f"{number}．{{B}} {{N}}")])
    elif kind == "table":
        for _ in range(dice.randint(4, 9)):
            setter.put("para", [writer.fill("{B}  {#}  {#}  {N}")])
    elif kind == "poem":
        size = dice.choice((5, 7))
        letters = "山水云风月花柳桥灯火春秋江岸渔歌晚照炊烟远近高低青白红黄"
        lines = [
            "".join(dice.choice(letters) for _ in range(size)) + ("，" if at % 2 == 0 else "。")
            for at in range(dice.choice((4, 8)))
        ]
        setter.put("verse", lines)
    else:
        setter.para(writer.paragraph("编辑同志："), 20, long=True)
        setter.put("byline", [writer.fill("（{P} {N}）")])


_ASCII = str.maketrans("，；：？！（）", ",;:?!()")
_SIMPLE = (
    "会议开举办发动记报讯员摄图为据随这个对于来从与将说话长书党区镇县乡铁财经济产业务总结实现点"
)
_COMPLEX = (
    "會議開舉辦發動記報訊員攝圖為據隨這個對於來從與將說話長書黨區鎮縣鄉鐵財經濟產業務總結實現點"
)


def _spoil(made: Page, dice: random.Random) -> Page:
    how = made.manner
    raw = made.raw
    if how.ascii_marks:
        table = _ASCII | ({ord("。"): "."} if dice.random() < 0.4 else {})
        raw = raw.translate(table)
        for block in made.blocks:
            block.text = block.text.translate(table)
    if how.traditional:
        table = str.maketrans(_SIMPLE, _COMPLEX)
        raw = raw.translate(table)
        for block in made.blocks:
            block.text = block.text.translate(table)
    if how.spaced_digits:
        raw = re.sub(
            r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[一-鿿])",
            lambda _: " " if dice.random() < 0.6 else "",
            raw,
        )
    return Page(raw, made.blocks, made.torn, how)
