"""How OCR misreads a page: a character wrong in the same way all over, marks of half width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.characters import ALIKE

if TYPE_CHECKING:
    import random

    from training.manner import Manner
    from training.setting import Bit

ANY = (
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年会可下而过天去能对小多然"
    "于心学么之都好看起窗舌醒层传准管可赁昌疏企雹埠并间内单轿岗玫撒威抛瑶蔡捍队还三"
)
OPENING = "“《‘（"
AS_OPENING = ("", "", "", "火", "备", "打", "恒", "亿", "〈", "″", '"')
SPACED = {"：": ": ", "；": "; ", "？": "? ", "！": "! "}
RUBBISH = "6目|a9的己亡课书泵/万=》【】_oO0·~"
STRAY = "·.,、'`-_|~^*°…’"
MISS = {"—": "一", "·": ".", "）": ")", "（": "("}


class Reader:
    """Reads the bits of one page wrong, at the rate of its manner."""

    def __init__(self, how: Manner, dice: random.Random) -> None:
        self.dice, self.rate = dice, how.slips
        self.known: dict[str, str | None] = {}
        self.squeezed = dice.random() < 0.17  # the page has marks of half width
        self.dashes = dice.random() < 0.9
        self.percent = dice.random() < 0.5

    def read(self, bit: Bit) -> None:
        """Read a bit: what stands raw and how it reads keep the same characters."""
        dice, rate = self.dice, self.rate
        if bit.block.kind in ("title", "kicker") and dice.random() < rate * 3 and len(bit.raw) > 4:
            self._rubbish(bit)
            return
        raw: list[str] = []
        clean: list[str] = []
        for at, mark in enumerate(bit.raw):
            new = mark
            if not mark.isspace():
                new = self._mark(mark) if mark in _MARKS else self._character(mark)
            if at == len(bit.raw) - 1 and at and mark in "，。、" and dice.random() < 0.01:
                new = ""
            raw.append(new)
            clean.append(new.rstrip() if new != mark else new)
        text = "".join(raw).strip()
        if text:
            same = bit.raw == bit.clean
            bit.raw = text
            bit.clean = "".join(clean).strip() if same else "".join("".join(clean).split())

    def _rubbish(self, bit: Bit) -> None:
        """A heading in heavy type is hardly legible."""
        dice = self.dice
        text = "".join(
            mark if mark.isspace() or dice.random() < 0.5 else dice.choice(RUBBISH)
            for mark in bit.raw
        )
        bit.clean = "".join(text.split()) if bit.raw != bit.clean else text
        bit.raw = text

    def _character(self, mark: str) -> str:
        """A character, wrong wherever it stands when this page reads it wrong."""
        dice = self.dice
        if mark not in self.known:
            self.known[mark] = None
            if dice.random() < self.rate * 1.3:
                alike = ALIKE.get(mark) or ANY
                self.known[mark] = "" if dice.random() < 0.2 else dice.choice(alike)
        wrong = self.known[mark]
        if wrong is not None and dice.random() < 0.75:
            return wrong
        if dice.random() < self.rate / 15:
            return mark + dice.choice(STRAY)
        return mark

    def _mark(self, mark: str) -> str:
        """A mark, as it is mostly read."""
        dice = self.dice
        lot = dice.random()
        new = mark
        if mark in SPACED and lot < 0.95:
            new = SPACED[mark]
        elif mark in OPENING:
            lost = 0.5 if self.squeezed else 0.12 * min(1.0, self.rate * 50)
            new = dice.choice(AS_OPENING) if lot < lost else mark
        elif mark == "”":
            new = dice.choice(("", "", "″", "'")) if lot < 0.08 * min(1.0, self.rate * 50) else mark
        elif mark == "，" and self.squeezed:
            new = ", " if lot < 0.7 else mark
        elif mark == "。" and self.squeezed:
            new = "。 " if lot < 0.2 else mark
        elif mark == "—":
            new = "一" if self.dashes else mark
        elif mark == "%":
            new = dice.choice(("9%6", "%6", "%9")) if self.percent and lot < 0.5 else mark
        elif mark in MISS and lot < 0.4:
            new = MISS[mark]
        elif lot < self.rate / 2:
            new = dice.choice(("", *ALIKE.get(mark, ".")))
        return new


_MARKS = frozenset("，。、；：？！“”‘’《》（）—·%,.;:?!()")
