"""What goes wrong on some pages: slips of the reader, torn articles, columns out of place."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from provinces.province_article import Article, Part

if TYPE_CHECKING:
    from random import Random

    from provinces.province_setting import Line

SLIPS = {
    "己": "已", "已": "己", "人": "入", "大": "太", "未": "末", "日": "曰", "土": "士",
    "于": "干", "的": "旳", "了": "丁", "们": "门", "天": "夭", "全": "金", "今": "令",
    "口": "日", "工": "王", "和": "相", "在": "住", "村": "材", "生": "主", "为": "力",
    "一": "—", "二": "＝", "、": "，", "，": "．", "县": "具", "市": "巿", "会": "合",
}  # fmt: skip
ODDITIES = (
    "displaced", "doubled", "headless", "gathered", "breaks off", "begins torn", "slips", "fused",
)  # fmt: skip
RATES = (0.09, 0.18, 0.08, 0.08, 0.07, 0.06, 0.08, 0.05)
HAN = re.compile(r"[\u4e00-\u9fff]+")


def drawn(rng: Random) -> set[str]:
    """Draw what is odd on this page: mostly nothing."""
    return {name for name, rate in zip(ODDITIES, RATES, strict=True) if rng.random() < rate}


def slipped(text: str, rng: Random) -> str:
    """Read one character of three hundred wrongly."""
    return "".join([SLIPS.get(one, one) if rng.random() < 0.011 else one for one in text])


def _long(made: Article) -> list[int]:
    """Find the paragraphs that can be torn."""
    return [at for at, part in enumerate(made.body) if part.kind == "para" and len(part.text) > 50]


def broken_off(made: Article, rng: Random) -> bool:
    """Let an article end in mid-sentence."""
    found = _long(made)
    if not found:
        return False
    at = found[-1]
    text = made.body[at].text
    cut = rng.randint(len(text) // 2, len(text) - 6)
    while text[cut] in "，。、；：？！”’）》" or text[cut - 1] in "。？！；“（《":
        cut -= 1
    made.body[at:] = [made.body[at]._replace(text=text[:cut].rstrip())]
    return True


def torn(made: Article, rng: Random) -> bool:
    """Let an article begin in mid-sentence, without its headline."""
    found = _long(made)
    if not found:
        return False
    at = found[0]
    text = made.body[at].text
    cut = rng.randint(6, len(text) // 2)
    while text[cut] in "，。、；：？！”’）》" or text[cut - 1] in "。？！；“（《":
        cut += 1
    made.body[: at + 1] = [Part("para", text[cut:].lstrip())]
    made.heads, made.label = [], ""
    return True


def displaced(columns: list[list[Line]], rng: Random) -> list[Line]:
    """Print a column before the one that it continues; give what goes to the page's end."""
    torn_at = [at for at in range(1, len(columns)) if columns[at] and not columns[at][0].first]
    if not torn_at:
        return []
    at = rng.choice(torn_at)
    if rng.random() < 0.5:
        return columns.pop(at)
    columns[at - 1], columns[at] = columns[at], columns[at - 1]
    return []


def doubled(columns: list[list[Line]], rng: Random) -> bool:
    """Print the last characters before a seam again after it."""
    seams = [
        (before[-1], after[0])
        for before, after in pairwise(columns)
        if before and after and after[0].kind == "para" and before[-1].block == after[0].block
    ]
    rng.shuffle(seams)
    for before, after in seams:
        count = rng.choice((2, 2, 3, 4))
        text = before.segs[-1].text[-count:]
        if len(text) == count and HAN.fullmatch(text):
            after.segs.insert(0, before.segs[-1]._replace(text=text, again=True))
            return True
    return False
