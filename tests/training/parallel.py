"""Series of subheads: all of an article's are made in one mould."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.official import rules
from training.reporter import NUMBERS

if TYPE_CHECKING:
    from training.official import Official

MARKS = "■●▶◆★▲□◎"
FORMAL = "壹贰叁肆伍陆柒捌玖拾"
ORDERS = (
    "{n}、", "{n}、", "（{n}）", "{d}.", "{d}、", "{d}. ", "{c}", "{c} ", "之{n}　", "之{n}：",
    "其{n}：", "{f} ", "第{n}，", "0{d} ", "0{d}　", "【{n}】", "镜头{n}：", "故事{n}：",
    "关键词{n}：", "{n} ", "({d})", "第{n}招：",
)  # fmt: skip
ALONE = ("{n}", "（{n}）", "0{d}", "{c}", "镜头{n}", "故事{n}", "之{n}", "※", "（{d}）", "【{n}】")
MOULDS = (
    "<FOUR>{gap}<FOUR>", "<FOUR><THREE>{gap}<FOUR><THREE>", "<FOUR>{gap}<DO><WHAT>",
    "<FOUR><THREE>{gap}<FOUR>", "<QDO>“<Q>”{gap}<QDO>“<Q>”", "<QDO>“<Q>”，<DO><WHAT>",
    "<QDO>“<Q>”关{gap}<DO><SHORTJOB>", "<QDO>“<Q>”", "“<Q>”<QDO>“<Q>”", "<NOUNHEAD>",
    "<NOUNHEAD>", "<NOUNHEAD>", "<ASKHEAD>？", "<ASKHEAD>", "<DO><WHAT>", "<DO><SHORTJOB>",
    "<LONGHEAD>", "<LONGHEAD>", "<FOUR>", "<FOUR>，<FOUR>", "<PARTHEAD>", "{B}{gap}<FOUR>",
    "从“<Q>”到“<Q>”", "<SHORTJOB>：<FOUR>", "<SHORTJOB>{gap}<QDO>“<Q>”", "“<FOUR>”{gap}<THREE>",
    "突出一个“<DO>”字{gap}<DO><WHAT>", "<THREE>",
)  # fmt: skip
GAPS = (" ", " ", "　", "  ", "，")


def subheads(official: Official, many: int) -> list[str]:
    """Make that many subheads, all in one mould: numbered, marked, or bare; no two alike."""
    dice = official.dice
    lot = dice.random()
    mark = ""
    if lot < 0.35:
        mark = dice.choice(ORDERS)
    elif lot < 0.55:
        mark = dice.choice(MARKS) + dice.choice(("", " ", "　"))
    elif lot < 0.62:
        alone = dice.choice(ALONE)
        return [_numbered(alone, number) for number in range(many)]
    mould = dice.choice(MOULDS).replace("{gap}", dice.choice(GAPS))
    if mould in ("<LONGHEAD>", "<PARTHEAD>") and dice.random() < 0.8:
        mould = dice.choice(rules()[mould[1:-1]])
    found: list[str] = []
    for number in range(many):
        text = official.say(mould)
        for _ in range(4):
            if not any(text in known for known in found):
                break
            text = official.say(mould)
        if dice.random() < 0.06:  # one that does not keep to the mould
            text = official.say("<NOUNHEAD>")
        found.append(_numbered(mark, number) + text)
    return found


def _numbered(mark: str, number: int) -> str:
    """The mark of a place in the series."""
    return mark.format(n=NUMBERS[number], d=number + 1, c=chr(ord("①") + number), f=FORMAL[number])


def parted(official: Official, body: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put three to six subheads into a body, with more paragraphs when it is short."""
    dice = official.dice
    many = dice.choice((2, 3, 3, 3, 4, 4, 5, 6))
    body = [part for part in body if part[0] != "subhead"]
    start = 0 if dice.random() < 0.1 else min(dice.choice((1, 1, 2)), len(body))
    lack = many - (len(body) - start)
    body += [("para", text) for text in official.paragraphs(max(lack, 0) + dice.choice((0, 0, 2)))]
    places = sorted(dice.sample(range(start + 1, len(body)), many - 1)) if many > 1 else []
    for place, text in reversed(list(zip([start, *places], subheads(official, many), strict=True))):
        body.insert(place, ("subhead", text))
    return body
