"""Articles as blocks: bylines put where the house puts them, text as the house prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsiders.outsider_slots import World, day_name

if TYPE_CHECKING:
    from random import Random

    from outsiders.outsider_house import House
    from outsiders.outsider_texts import Bit, Story

ASCII_MARKS = str.maketrans("，：；？！（）", ",:;?!()")
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
LOOKS = {
    "己": "已", "已": "己", "末": "未", "未": "末", "日": "曰", "人": "入", "入": "人", "土": "士",
    "大": "太", "千": "干", "天": "夭", "工": "王", "的": "旳", "这": "这", "为": "力", "力": "刀",
    "田": "由", "问": "间", "间": "问", "元": "无", "午": "牛", "斤": "斥", "住": "佳", "木": "本",
    "今": "令", "村": "材", "材": "村", "市": "币", "持": "特", "活": "话", "自": "白", "、": "，",
    "。": "．", "四": "匹", "几": "儿", "组": "纽", "政": "玫", "乡": "多", "季": "李", "名": "各",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A block before it has its place; `form` is finer than the kind: row, signature."""

    kind: str
    text: str
    article: int
    form: str = ""
    breaks: tuple[int, ...] = ()


def blocks_of(rng: Random, house: House, world: World, story: Story, article: int) -> list[Draft]:
    """Give the blocks of an article in reading order."""
    heads = [Draft(bit.kind, bit.text, article, "head", bit.breaks) for bit in story.heads]
    body = [_body(bit, article) for bit in story.body]
    place = _place(rng, house, story)
    if place == "inline":
        body[0].text = _inline(rng, world) + body[0].text
    elif place == "end":
        _sign(rng, world, body, article)
    elif place == "line":
        heads.append(Draft("byline", _line(rng, world, story), article, "head"))
    found = [*heads, *body]
    for draft in found:
        draft.text = printed(rng, house, draft.text)
    return found


def _body(bit: Bit, article: int) -> Draft:
    kind = "para" if bit.kind in ("row", "signature") else bit.kind
    return Draft(kind, bit.text, article, bit.kind)


def _place(rng: Random, house: House, story: Story) -> str:
    if story.byline == "无":
        return "none"
    if story.byline == "写":
        return rng.choice(("line", "line", "end", "none"))
    if story.byline != "讯":
        return "line"
    place = house.byline if rng.random() < 0.75 else rng.choice(("inline", "end", "none"))
    if place in ("inline", "end") and story.body[0].kind != "para":
        return "none"
    if place == "end" and story.body[-1].kind != "para":
        return "none"
    return place


def _inline(rng: Random, world: World) -> str:
    """Open a report."""
    name, other = world.person(), world.person()
    old = (
        "本报讯　",
        "本报讯　",
        f"本报{day_name(world, world.day)}讯　",
        f"【本报讯】通讯员{name}报道：",
        f"本报讯　通讯员{name}报道：",
        "（本报讯）",
    )
    new = (
        "本报讯 ",
        f"本报讯（记者 {name}）",
        f"本报讯（记者 {name} 通讯员 {other}）",
        f"本报讯 记者{name}报道：",
        f"【本报讯】（通讯员 {name}）",
        "本报讯　",
    )
    if world.traditional:
        return rng.choice(("【本報訊】", f"【記者{name}報導】", "本報訊　", f"（記者{name}）"))
    return rng.choice(old if world.era == "老" else new)


def _line(rng: Random, world: World, story: Story) -> str:
    """Give the line that names who wrote."""
    if story.byline not in ("讯", "写"):
        return story.byline
    name, other = world.person(), world.person()
    if world.traditional:
        return rng.choice(
            (f"記者 {name}", f"本報記者 {name}", f"記者{name}／{world.fixed['县']}報導")
        )
    if world.era == "老":
        return rng.choice((name, f"本报通讯员　{name}", f"{name}　{other}", f"本报记者 {name}"))
    return rng.choice(
        (
            f"记者 {name}",
            f"本报记者 {name}",
            f"□ 本报记者 {name}",
            f"记者 {name} 通讯员 {other}",
            f"通讯员 {name} {other}",
            f"□{name} {other} 文/图",
            f"文/图 {name}",
            f"本报记者 {name} 通讯员 {other} 摄影报道",
        )
    )


def _sign(rng: Random, world: World, body: list[Draft], article: int) -> None:
    """Name who wrote behind the last paragraph, or on a line of its own."""
    name, other = world.person(), world.person()
    if world.traditional:
        text = f"（記者{name}）"
    elif world.era == "老":
        text = rng.choice((f"（{name}）", f"（{name}、{other}）", f"（{name}　{other}）"))
    else:
        choices = (f"（{name}）", f"（记者 {name}）", f"（{name} {other}）", f"（通讯员 {name}）")
        text = rng.choice(choices)
    if rng.random() < 0.45:
        body.append(Draft("byline", text, article, "signature"))
    else:
        body[-1].text += text


def printed(rng: Random, house: House, text: str) -> str:
    """Give a text as the house prints it, misread here and there."""
    if house.ascii_marks:
        text = text.translate(ASCII_MARKS)
    if house.digits == "full":
        text = text.translate(FULL_DIGITS)
    if not house.slips:
        return text
    return "".join(LOOKS.get(m, m) if rng.random() < house.slips * 4 else m for m in text)
