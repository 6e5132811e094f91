"""The texts of the strangers: articles of many kinds, their names and numbers drawn anew each time.

A file of `texts/` holds the articles of one kind, parted by ``----``. A line is a part: it begins
with ``@`` and a sign (see `SIGNS`) or is a paragraph. ``／`` tells where a headline may be broken
or a line of verse ends; ``{…}`` is drawn: a name, a place, a day, a number between two others.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from random import Random

SIGNS = {
    "栏目": "section",
    "眉": "kicker",
    "题": "title",
    "副": "subtitle",
    "署": "byline",
    "图": "caption",
    "小": "subhead",
    "诗": "verse",
    "落": "signed",
}
FOLDER = Path(__file__).with_name("texts")
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭"
)
GIVEN = "明芳伟丽军敏杰燕强霞涛静波秀勇兰斌玲辉娟鹏梅建国志红文海春生晓云龙永福家宝山玉珍金水根"
OLD_SURNAMES = "趙錢孫李周吳鄭王馮陳蔣沈韓楊朱秦許呂張孔嚴陶謝鄒蘇潘葛範彭"
OLD_GIVEN = "伯仲叔季子文景雲漢卿芝蘭慶祥德順榮桂鴻遠志清國棟毓秀"
PLACES = {
    "镇": ("白芦镇", "竹桥镇", "双塘镇", "南港镇", "槐荫镇", "上渡镇", "石鼓岭镇", "望湖镇"),
    "县": ("沅口县", "梅渡县", "临湖县", "石亭县", "柘溪县", "芦洲县", "东圩县"),
    "省": ("岭江省", "云泽省", "河西省", "江东省"),
    "舊地": ("沙頭", "白鶴灣", "新塘", "下關", "石浦"),
}
NUMERALS = "〇一二三四五六七八九"
SLOT = re.compile(r"\{(数|漢數):(\d+)-(\d+)\}(?:(\.)\{数:(\d+)-(\d+)\})?|\{([^{}:]+)\}")
TAIL = re.compile(r"（[^（），。]{2,14}）")


class Part(NamedTuple):
    """A part of an article: its kind and its words; `tail` is a byline below the text."""

    kind: str
    text: str
    tail: bool = False


class Story(NamedTuple):
    """An article of one kind of paper, with the label it stands under (or an empty one)."""

    kind: str
    label: str
    parts: tuple[Part, ...]

    def words(self, *kinds: str) -> str:
        return "".join(part.text for part in self.parts if part.kind in kinds)


@cache
def stories(kind: str) -> tuple[Story, ...]:
    """Give the articles of a kind, their slots not filled."""
    text = (FOLDER / f"{kind}.txt").read_text("utf-8")
    return tuple(_story(kind, piece.strip()) for piece in text.split("----\n"))


def kinds() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _story(kind: str, text: str) -> Story:
    label, parts = "", []
    for line in text.split("\n"):
        sign, _, words = line[1:].partition(" ") if line.startswith("@") else ("", "", line)
        name = SIGNS[sign] if sign else "para"
        if name == "section":
            label = words
        elif name == "para" and TAIL.fullmatch(words):
            parts.append(Part("byline", words, tail=True))
        else:
            parts.append(Part(name, words))
    return Story(kind, label, tuple(parts))


class Drawn:
    """Draws what stands for the slots of one article: the same slot, the same words."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._known: dict[str, str] = {}

    def fill(self, story: Story) -> Story:
        """Give the article with its slots filled."""
        parts = tuple(part._replace(text=SLOT.sub(self._draw, part.text)) for part in story.parts)
        return story._replace(parts=parts)

    def _draw(self, slot: re.Match[str]) -> str:
        key = slot.group()
        if key not in self._known:
            self._known[key] = self._number(slot) if slot.group(1) else self._word(slot.group(7))
        return self._known[key]

    def _number(self, slot: re.Match[str]) -> str:
        number = self._rng.randint(int(slot.group(2)), int(slot.group(3)))
        if slot.group(1) == "漢數":
            return numeral(number)
        if not slot.group(4):
            return str(number)
        return f"{number}.{self._rng.randint(int(slot.group(5)), int(slot.group(6)))}"

    def _word(self, name: str) -> str:
        month, day = self._rng.randint(1, 12), self._rng.randint(1, 22)
        if name in PLACES:
            return self._rng.choice(PLACES[name])
        if name in {"日", "月", "年日"}:
            year = self._rng.randint(2012, 2024)
            return {"日": f"{month}月{day}日", "月": f"{month}月"}.get(
                name, f"{year}年{month}月{day}日"
            )
        if name.startswith("舊"):
            return person(self._rng, OLD_SURNAMES, OLD_GIVEN)
        return person(self._rng)


def person(rng: Random, surnames: str = SURNAMES, given: str = GIVEN) -> str:
    """Give an invented name of two or three characters."""
    return rng.choice(surnames) + "".join(rng.sample(given, rng.choice((1, 2, 2))))


def numeral(number: int) -> str:
    """Give a number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return ten + (NUMERALS[ones] if ones else "")
